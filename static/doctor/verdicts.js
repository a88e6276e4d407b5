// What a check can come to. "advise": the element works, and this should be mended all the same.

const passes = (found) => ({ status: "pass", found, remedies: [] });
const fails = (found, ...remedies) => ({ status: "fail", found, remedies });
const advises = (found, ...remedies) => ({ status: "advise", found, remedies });
const unknown = (found, ...remedies) => ({ status: "unknown", found, remedies });

/** What to do, and the exact text for it where there is one. */
const remedy = (what, text = "") => ({ what, text });
const withAllFiles = (line) => remedy("Let the server of the files send this with all of them:", line);
const replaceAll = remedy("Copy all files of one version into the folder again, and let the server send this with them:", "Cache-Control: no-cache");

const kilobytes = (bytes) => `${Math.round(bytes / 100) / 10} kB`;

/** A check of a policy: enforced it fails, only reported it is a warning. */
function ofPolicy(report, what, line) {
  if (!report) return passes(`It allows ${what}.`);
  const { effectiveDirective, disposition } = report;
  if (disposition === "report") return advises(`Nothing is blocked yet, but a policy that only reports so far would forbid ${what} (${effectiveDirective}).`, toPolicy(report, line, "Before it is enforced, let that policy"));
  return fails(`${effectiveDirective} forbids ${what}.`, toPolicy(report, line));
}

/**
 * What to put into the policy of a report, as it has to stand there afterwards: a directive that stands twice counts once,
 * and one that is new takes the place of `default-src`.
 */
function toPolicy(report, line, where = `Let ${placeOf(report)}`) {
  const { effectiveDirective } = report;
  let [name] = line.split(" ");
  const missing = line.slice(name.length);
  // Of scripts in tags, script-src-elem decides where it is there.
  if (effectiveDirective.startsWith(name) && valuesOf(effectiveDirective, report)) name = effectiveDirective;
  const old = valuesOf(name, report) ?? (frames.test(name) ? valuesOf("child-src", report) : undefined) ?? valuesOf("default-src", report) ?? "";
  let text = name;
  for (const word of `${old}${missing}`.split(/\s+/)) {
    const known = /^('none')?$/i.test(word) || `${text} `.includes(` ${word} `) || (word === self.origin && /'self'/i.test(text));
    if (!known) text += ` ${word.replace(/^'nonce-.*/i, "'nonce-...'")}`;
  }
  const nonce = /nonce/.test(text) ? " (each nonce as your server makes it)" : "";
  return remedy(`${where} have this, in place of any other ${name}${nonce}:`, text);
}
