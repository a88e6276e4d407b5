// What is shown while the engine is not there.

const shell = `
.shell { all: initial; display: block; box-sizing: border-box; color-scheme: inherit; visibility: inherit; direction: ltr; max-width: 45em; margin: 0 auto; padding: 1.25em 1.5em;
  font: medium/1.55 system-ui, sans-serif; color: light-dark(#1b1f24, #e8eaed); background: light-dark(#fff, #14171b); overflow-wrap: anywhere; }
.shell[data-theme="light"] { color-scheme: light; } .shell[data-theme="dark"] { color-scheme: dark; }
.shell p { margin: 0 0 .75em; } .shell h2 { font-size: 1.1875em; margin: 0 0 .5em; } .shell h2:focus { outline: none; }
.bar { height: .9em; margin: 0 0 .9em; border-radius: .3em; background: light-dark(#e9ecef, #262b32); }
.shell code, .shell textarea { display: block; box-sizing: border-box; width: 100%; margin: 0 0 1em; padding: .75em; font: .8125em/1.5 monospace; color: inherit;
  background: light-dark(#f5f6f8, #1c2026); border: 1px solid light-dark(#868f9b, #737c88); border-radius: 6px; }
.shell button { font: inherit; font-weight: 600; color: inherit; min-height: 2.9em; padding: .5em 1em; margin: 0 .75em .75em 0; cursor: pointer;
  background: none; border: 1px solid light-dark(#868f9b, #737c88); border-radius: 6px; }
.shell button:focus-visible { outline: 3px solid light-dark(#1f5f8b, #7db8e0); outline-offset: 2px; }
iframe { display: block; width: 100%; height: 30em; border: 0; }`;

/** Sheets belong to a document, and an element can be moved to another one. */
const sheets = new WeakMap();

function sheetsFor(document, style = "") {
  const { CSSStyleSheet } = document.defaultView ?? {};
  if (!CSSStyleSheet) return [];
  const made = sheets.get(document) ?? {};
  sheets.set(document, made);
  if (!made[style]) {
    made[style] = new CSSStyleSheet();
    made[style].replaceSync(shell + style);
  }
  return [made[style]];
}

function make(parent, tag, text = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  parent?.append(element);
  return element;
}

function button(parent, label, action) {
  const element = make(parent, "button", label);
  element.type = "button";
  element.addEventListener("click", action);
  return element;
}

/** A text to be copied by hand. */
function area(parent, label, text) {
  const element = make(parent, "textarea");
  element.readOnly = true;
  element.rows = 7;
  element.ariaLabel = label;
  element.value = text;
  element.select();
}

/** An empty message in place of all that is in a root. */
function message(root, theme) {
  const shown = make(null, "div");
  shown.className = "shell";
  shown.part = "message";
  shown.lang = "en";
  shown.dataset.theme = theme;
  shown.role = "status";
  root.replaceChildren(shown);
  return shown;
}

/** What shows at once, before the engine is there. */
function skeleton(root, theme) {
  const shown = message(root, theme);
  for (let bar = 0; bar < 4; bar++) make(shown, "div").className = "bar";
  const said = make(shown, "p", words.loading);
  setTimeout(() => (said.textContent += ` ${words.slow}`), 8000);
}

/** Why it cannot start, what to do, and the details for whoever helps. */
function explanation(root, theme, [sentence, remedy], details, retry) {
  const shown = message(root, theme);
  make(shown, "h2", words.cannot);
  make(shown, "p", sentence);
  if (remedy) {
    make(shown, "p", words.administrator);
    make(shown, "code", remedy);
  }
  button(shown, words.retry, retry);
  copyButton(shown, `${details}\n${sentence}\n${remedy ?? ""}`);
  // What the page itself has put into the element, such as a link.
  make(shown, "slot");
}

function copyButton(parent, text) {
  const details = `Middle Layer ${version}\n${text}\n${location.href}\n${navigator.userAgent}`;
  const copy = button(parent, words.copy, async () => {
    try {
      await navigator.clipboard.writeText(details);
      copy.textContent = words.copied;
    } catch {
      area(parent, words.copy, details); // On plain http and in frames there is no clipboard.
    }
  });
}
