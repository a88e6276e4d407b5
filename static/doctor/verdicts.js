// What a check can come to. "advise": the element works, and this should be mended all the same.

const passes = (found) => ({ status: "pass", found, remedies: [] });
const fails = (found, ...remedies) => ({ status: "fail", found, remedies });
const advises = (found, ...remedies) => ({ status: "advise", found, remedies });
const unknown = (found, ...remedies) => ({ status: "unknown", found, remedies });

/** What to do, and the exact text for it where there is one. */
const remedy = (what, text = "") => ({ what, text });
const toPolicy = (report, line) => remedy(`Add this to ${report ? placeOf(report) : "this page’s Content-Security-Policy"}:`, line);
const withAllFiles = (line) => remedy("Let the server of the files send this with all of them:", line);
const replaceAll = remedy("Copy all files of one version into the folder again, and let the server send this with them:", "Cache-Control: no-cache");

const kilobytes = (bytes) => `${Math.round(bytes / 100) / 10} kB`;

/** A check of a policy: enforced it fails, only reported it is a warning. */
function ofPolicy(report, what, line) {
  if (!report) return passes(`It allows ${what}.`);
  const { effectiveDirective, disposition } = report;
  if (disposition === "report") return advises(`Nothing is blocked yet, but a policy that only reports so far would forbid ${what} (${effectiveDirective}).`, remedy("Before that policy is enforced, add this to it:", line));
  return fails(`${effectiveDirective} forbids ${what}.`, toPolicy(report, line));
}
