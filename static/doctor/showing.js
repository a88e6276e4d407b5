// What is shown: a list of checks, each with what was found and what to copy.

const labels = { pass: "Passes", fail: "Fails", advise: "Works, but mend this", unknown: "Cannot be told" };

const style = `
:host(:not([hidden])){display:block}
.doctor{all:initial;display:block;box-sizing:border-box;color-scheme:inherit;visibility:inherit;position:relative;overflow-wrap:anywhere;
--ink:light-dark(#1b1f24,#e8eaed);--soft:light-dark(#5a6370,#a3abb6);--line:light-dark(#d9dde3,#343a42);--edge:light-dark(#868f9b,#737c88);--wash:light-dark(#f5f6f8,#1c2026);--accent:light-dark(#1f5f8b,#7db8e0);--second:light-dark(#a4550f,#e0a068);--good:light-dark(#256b3a,#8fcf9f);
max-width:45em;margin:0 auto;padding:1.25em 1.5em;font:medium/1.55 var(--middle-layer-font,system-ui,sans-serif);color:var(--ink);background:light-dark(#fff,#14171b)}
.doctor *{box-sizing:border-box}
h2{font-size:1.375em;line-height:1.25;font-weight:650;margin:0 0 .35em}
h3{font-size:1em;line-height:1.35;font-weight:650;margin:.1em 0 .2em}
p{margin:0 0 .6em}.soft{color:var(--soft)}
ul{list-style:none;margin:1em 0 0;padding:0}li{border-top:1px solid var(--line);padding:.8em 0 .5em 1em;border-left:4px solid #0000}
.status{font-size:.8125em;font-weight:600;margin:0;color:var(--soft)}
.pass .status{color:var(--good)}.fail,.advise{border-left-color:var(--second);background:var(--wash)}.fail .status,.advise .status{color:var(--second)}
.fail{border-left-width:8px;padding-left:.75em}
.remedy{display:flex;flex-wrap:wrap;gap:.5em;margin:0 1em .75em 0;align-items:flex-start}
.remedy p{flex:1 0 100%;margin:0}
textarea{flex:1 1 14em;min-width:0;min-height:2.75em;margin:0;padding:.6em .75em;font:.875em/1.5 monospace,monospace;color:inherit;background:light-dark(#fff,#14171b);border:1px solid var(--edge);border-radius:6px;field-sizing:content;resize:vertical}
button{min-height:2.75em;min-width:2.75em;padding:.4em 1em;font:inherit;font-weight:600;color:inherit;background:light-dark(#fff,#14171b);border:1px solid var(--edge);border-radius:6px;cursor:pointer}
button:hover{border-color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
.trial{position:absolute;width:100%;height:1px;overflow:hidden;clip-path:inset(50%);top:0;left:0}
@media (max-width:25em){.doctor{padding:1em}li{padding-left:.6em}}
`;

function make(parent, tag, text = "", className = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  parent.append(element);
  return element;
}

/** A text in a field of its own, so that it can be copied by hand where nothing else works, and a button that copies it. */
function copyable(parent, text, name, said) {
  const area = make(parent, "textarea");
  area.readOnly = true;
  area.rows = text.split("\n").length;
  area.ariaLabel = name;
  area.value = text;
  const button = make(parent, "button", "Copy");
  button.type = "button";
  button.ariaLabel = `Copy: ${name}`;
  button.addEventListener("click", async () => said(await copied(area)));
}

/** Copies what is in a field; where browsers have no clipboard, in the older way or by hand. */
async function copied(area) {
  try {
    await navigator.clipboard.writeText(area.value);
    return "Copied.";
  } catch {
    area.focus();
    area.select();
    return document.execCommand("copy") ? "Copied." : "It is selected: press Ctrl and C to copy it.";
  }
}

function dress(root) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // It can be read without.
  }
}

/** One check, as a part of the list. */
function showResult(list, { status, title, found, remedies }, said) {
  const shown = make(list, "li", "", status);
  make(shown, "p", labels[status], "status");
  make(shown, "h3", title);
  make(shown, "p", found);
  for (let index = 0; index < remedies.length; index++) {
    const place = make(shown, "div", "", "remedy");
    make(place, "p", remedies[index].what);
    if (remedies[index].text) copyable(place, remedies[index].text, `${title}, remedy ${index + 1}`, said);
  }
}

const things = (number, is, are) => (number === 1 ? `1 thing ${is}` : `${number} things ${are}`);

/** The sentence above the list. That elements do not start is what the others lead to. */
function verdict(results, works) {
  const count = { pass: 0, fail: 0, advise: 0, unknown: 0 };
  let causes = 0;
  for (let index = 0; index < results.length; index++) {
    const { id, status } = results[index];
    count[status]++;
    if (status === "fail" && !/element$|elements$/.test(id)) causes++;
  }
  const rest = `${count.pass} of ${results.length} checks pass${count.unknown ? `, ${count.unknown} cannot be told here` : ""}.`;
  if (count.fail && works) return `Middle Layer starts, but ${things(causes || 1, "has", "have")} to be mended. ${rest}`;
  if (count.fail) return `Middle Layer cannot start here: ${things(causes || 1, "is", "are")} in the way. ${rest}`;
  return count.advise ? `Nothing is in the way; ${things(count.advise, "should", "should")} be mended. ${rest}` : `Nothing is in the way. ${rest}`;
}
