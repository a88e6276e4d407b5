// The page: fields on one side, what comes of them on the other.

const byId = (id) => document.getElementById(id);

function make(parent, tag, text = "", more = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(more)) element.setAttribute(name, value);
  parent?.append(element);
  return element;
}

const fields = new Map();
const said = byId("said");
let hash = "";

/** Says it to those who only hear, also where it is the same as before. */
function say(text) {
  said.textContent = "";
  setTimeout(() => (said.textContent = text), 50);
}

/** A field with its name above and a line on what it does below. */
function field(parent, { name, label, hint, choices }) {
  const place = make(parent, "div", "", { class: "field" });
  make(place, "label", label, { for: name });
  const input = make(place, choices ? "select" : "input", "", { id: name, "aria-describedby": `${name}-hint` });
  for (const [value, text] of choices ?? []) make(input, "option", text, { value });
  if (!choices) Object.assign(input, { type: "text", autocomplete: "off", spellcheck: false });
  make(place, "p", hint, { id: `${name}-hint`, class: "hint" });
  fields.set(name, input);
}

for (const { title, list } of options) {
  const group = make(byId("options"), "fieldset");
  make(group, "legend", title);
  for (const option of list) field(group, option);
}
for (const { name, label } of platforms) {
  const row = make(byId("platforms"), "label", "", { class: "choice" });
  make(row, "input", "", { type: "radio", name: "platform", value: name });
  make(row, "span", label);
}
byId("platforms").querySelector("input").checked = true;

/** Copies what is in a field; where browsers have no clipboard, in the older way or by hand. */
async function copy(area, title) {
  try {
    await navigator.clipboard.writeText(area.value);
    say(`Copied: ${title}.`);
  } catch {
    area.focus();
    area.select();
    say(document.execCommand("copy") ? `Copied: ${title}.` : `${title} is selected: press Ctrl and C to copy it.`);
  }
}

/** A text to paste, with a button that copies it. `way` tells texts of the same title apart for those who do not see where they stand. */
function paste(parent, { key, title, text, way = "", note = "" }) {
  const place = make(parent, "div", "", { class: "paste" });
  const id = `paste-${key}`;
  const name = way ? `${title}: ${way}` : title;
  make(place, "label", title, { for: id });
  const rows = text.split("\n").length + Math.floor(text.length / 90);
  const area = make(place, "textarea", "", { id, readonly: "", spellcheck: "false", rows, "aria-label": name });
  area.value = text;
  const button = make(place, "button", "Copy", { type: "button", "aria-label": `Copy: ${name}` });
  button.addEventListener("click", () => copy(area, name));
  if (note) make(place, "p", note, { class: "hint" });
}

/** What the fields say now; of an address that is none, the last good one counts. */
const here = folderAt(location.href);
let base = here ?? "https://intranet.example/middle-layer/";
function settings() {
  const address = folderAt(byId("base").value);
  const page = byId("page-address").value.trim();
  const pageOrigin = originAt(page);
  fault("base", address ? "" : "Please enter a whole address that begins with https:// or http://.");
  fault("page-address", !page || pageOrigin ? "" : "Please enter a whole address that begins with https:// or http://, or nothing.");
  base = address ?? base;
  return { base, origin: new URL(base).origin, host: new URL(base).host, page: pageOrigin, values: chosen(fields), hash: byId("pin").checked ? hash : "" };
}

function fault(id, text) {
  const place = byId(`${id}-fault`);
  if (place.textContent !== text) place.textContent = text;
  byId(id).toggleAttribute("aria-invalid", Boolean(text));
  if (text) byId(id).setAttribute("aria-invalid", "true");
}

const platform = () => platforms.find(({ name }) => name === byId("platforms").querySelector(":checked").value);

function showSnippets() {
  const now = settings();
  const { label, ways: names, steps } = platform();
  const place = byId("snippets");
  place.replaceChildren();
  const list = make(place, "ol");
  for (const step of steps) make(list, "li", step.replace("‹host›", now.host));
  for (const name of names) showWay(place, label, name, now, names.length > 1);
  // What is pinned is a script.
  byId("pinning").hidden = !names.some((name) => name === "element" || name === "framed");
  byId("doctor-snippet").replaceChildren();
  paste(byId("doctor-snippet"), { key: "doctor", title: "The doctor, to paste", text: doctorSnippet(now) });
}

/** One way: what to paste, and what the page and the server have to allow for it. */
function showWay(place, label, name, now, several) {
  const { title, snippet } = ways[name];
  const way = several ? title : "";
  const section = make(place, "section", "", { "aria-label": `${label}: ${title}`, class: "way" });
  if (several) make(section, "h3", title);
  paste(section, { key: name, title: "To paste", text: snippet(now), way, note: /^(element|framed)$/.test(name) ? pinned(now, here) : "" });
  if (!policies[name]) return;
  paste(section, { key: `${name}-policy`, title: "The page’s Content-Security-Policy", text: policies[name](now), way, note: intoPolicy });
  if (asks[name](now)) showPermission(section, name, now, way);
  if (name === "frame") make(section, "p", `The server of the files must send no X-Frame-Options. If it sends frame-ancestors, that has to name ${now.page ?? "the origin of your page"}.`, { class: "hint" });
}

/** Each directive by itself: pasted as one more it would be ignored, or take the place of default-src. */
const intoPolicy =
  "A page without such a policy needs nothing. For each directive here: where your policy has it, add these sources to it, since a second one of the same name is ignored. " +
  "Where it has only default-src, add the directive with a copy of the sources of default-src and these. Where it has neither, leave it out. 'none' cannot stand beside sources.";

/** What the server of the files has to send. It depends on where the page is. */
function showPermission(section, name, { page, origin, hash }, way) {
  const without = hash ? "Without it browsers refuse the pinned script, and only the link shows." : "Without it a larger spare script is used.";
  if (!page) make(section, "p", `If your page is of another origin than ${origin}, the server of the files has to send it a header. Enter the address of your page, and the header stands here. ${without}`, { class: "hint" });
  else if (page !== origin) paste(section, { key: `${name}-header`, title: "Header of the files’ server", text: `Access-Control-Allow-Origin: ${page}`, way, note: `The server of the files has to send this, since your page is of another origin. ${without}` });
}

/** The preview is an element of this page, whatever way is chosen, with a draft of its own. */
const preview = document.createElement("middle-layer");
function showPreview() {
  const { values } = settings();
  for (const { list } of options) {
    for (const { name } of list) {
      const value = name === "session" ? `preview${values.session ? `-${values.session}` : ""}` : values[name];
      if (value === undefined) preview.removeAttribute(name);
      else if (preview.getAttribute(name) !== value) preview.setAttribute(name, value);
    }
  }
  if (!preview.isConnected) byId("preview").append(preview);
}

/** The hash of embed.js as it lies beside this page. */
async function readHash() {
  const state = byId("pin-state");
  if (location.protocol === "file:") {
    state.textContent = "You have opened this page from a folder, where browsers read no other files: so the hash of embed.js is not known, and no other page can load the files from here. Serve the folder, for example with: python3 -m http.server";
    return;
  }
  try {
    const answer = await fetch("integrity.json");
    hash = answer.ok ? ((await answer.json())["embed.js"] ?? "") : "";
    if (!answer.ok) throw Error();
  } catch {
    state.textContent = "integrity.json is not beside this page, so the hash of embed.js is not known. Copy all files of Middle Layer into one folder.";
    return;
  }
  byId("pin").disabled = false;
  byId("pin").checked = true;
  showSnippets();
}

byId("base").value = base;
byId("version").textContent = version;
byId("choices").addEventListener("input", showSnippets);
byId("choices").addEventListener("submit", (event) => event.preventDefault());
// While somebody types, the preview stays as it is.
byId("options").addEventListener("change", showPreview);
byId("examine").addEventListener("click", () => {
  byId("examined").replaceChildren(document.createElement("middle-layer-doctor"));
});
document.addEventListener("middle-layer-doctor-report", ({ detail }) => say(detail.works ? "The check of this page is done: the element starts." : "The check of this page is done: the element does not start."));
showSnippets();
showPreview();
readHash();
