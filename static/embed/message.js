// What is shown while the engine is not there.

const shell = `
.shell{all:initial;display:block;box-sizing:border-box;color-scheme:inherit;visibility:inherit;direction:ltr;max-width:45em;margin:0 auto;padding:1.25em 1.5em;overflow-wrap:anywhere;
font:medium/1.55 var(--middle-layer-font,system-ui,sans-serif);color:var(--middle-layer-ink,light-dark(#1b1f24,#e8eaed));background:var(--middle-layer-background,light-dark(#fff,#14171b));
:host([theme*=light]) &{color-scheme:light}:host([theme*=dark]) &{color-scheme:dark}
h1{font-size:1.1875em;margin:0 0 .5em;}p,slot{display:block;margin:0 0 .75em}button+p{border-top:1px solid #8888;margin-top:.25em;padding-top:.75em}
.bars{height:6.3em;margin:0 0 .9em;background:repeating-linear-gradient(#8883 0 .9em,#0000 0 1.8em)}
code,textarea,button{box-sizing:border-box;padding:.75em 1em;color:inherit;background:#8881;border:1px solid #888;border-radius:6px}
code,textarea{display:block;width:100%;margin:0 0 1em;font:.875em/1.5 monospace,monospace}
button{font:inherit;font-weight:600;margin:.25em .75em .75em 0;cursor:pointer;&:focus-visible{outline:3px solid #3d8bc4;outline-offset:2px}}
}iframe{display:block;width:100%;height:30em;border:0;color:light-dark(#111,#333);transition:color 1ms}`;

/** A sheet for a root in this document: sheets belong to one, and an element can be moved to another. */
function sheetFor({ defaultView }, style = "") {
  const sheet = new defaultView.CSSStyleSheet();
  sheet.replaceSync(shell + style);
  return sheet;
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
function message(root) {
  const shown = make(null, "div");
  shown.className = "shell";
  shown.part = "message";
  shown.lang = "en";
  shown.role = "status";
  root.replaceChildren(shown);
  return shown;
}

/** What shows at once, before the engine is there. */
function skeleton(root) {
  const shown = message(root);
  make(shown, "div").className = "bars";
  const said = make(shown, "p", words.loading);
  setTimeout(() => (said.textContent += ` ${words.slow}`), 8000);
}

/** Why it cannot start, what to do, and the details for whoever helps. */
function explanation(root, [sentence, remedy = "", line = ""], code, retry) {
  const shown = message(root);
  make(shown, "h1", words.cannot).tabIndex = -1;
  make(shown, "p", sentence);
  // What the page itself has put into the element, such as a link.
  make(shown, "slot");
  button(shown, words.retry, retry);
  copyButton(shown, `${code}\n${sentence}\n${remedy}\n${line}`);
  if (remedy) make(shown, "p", words.administrator + remedy);
  if (line) make(shown, "code", line);
}

function copyButton(parent, text) {
  // Of the address, what follows the path can be somebody's secret.
  const details = `Middle Layer ${version}\n${text}\n${location.origin}${location.pathname}\n${navigator.userAgent}`;
  const copy = button(parent, words.copy, async () => {
    try {
      await navigator.clipboard.writeText(details);
      copy.textContent = words.copied;
    } catch {
      // On plain http and in frames there is no clipboard.
      area(parent, words.copy, details);
      copy.remove();
    }
  });
}
