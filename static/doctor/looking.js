// Looking: tries one after the other what the element needs, and keeps what came of it.

const needed = ["embed.js", "middle-layer.js", "middle-layer_bg.wasm"];
const spare = "middle-layer-inline.js";
const wholePage = "index.html";

/** A server that has not answered by then, in milliseconds, is not waited for. */
const patience = 60_000;

/** The folder of the files: what is given, which may be a file in it, or else where this script came from. */
function folderOf(element) {
  const given = element.getAttribute("src")?.trim();
  const address = new URL(given || own?.src || ".", document.baseURI);
  address.search = address.hash = "";
  if (!/\.\w+$/.test(address.pathname)) address.pathname = address.pathname.replace(/\/?$/, "/");
  return new URL(".", address).href;
}

/** Pages opened from a folder may read nothing. */
const fromFolder = () => location.protocol === "file:";
/** In a sandbox without an origin the element takes the spare script at once. */
const withoutOrigin = () => self.origin === "null" && !fromFolder();

/** How a file arrives, as `state`, and what is in it where that may be read. */
async function lookAtFile(base, name, method = "GET") {
  const url = base + name;
  const file = { name, url, state: "there", status: 0, type: "", cache: null, encoding: null, bytes: null };
  if (fromFolder()) return { ...file, state: "folder" };
  let response;
  try {
    // The server itself is asked, so that what was mended shows at once.
    response = await fetch(url, { method, cache: "reload", signal: AbortSignal.timeout?.(patience) });
    file.status = response.status;
    file.type = response.headers.get("content-type") ?? "";
    file.cache = response.headers.get("cache-control");
    file.encoding = response.headers.get("content-encoding");
    if (response.ok) file.bytes = new Uint8Array(await response.arrayBuffer());
    else file.state = "refused";
  } catch {
    file.state = response ? "cut" : await whyNot(base, url);
  }
  if (file.bytes && method === "GET") file.state = contentOf(name, file.bytes);
  return file;
}

async function whyNot(base, url) {
  const report = await refusal(connections, url);
  if (report?.disposition === "enforce") return "blocked";
  if (new URL(base).origin === self.origin) return "unreachable";
  try {
    // What a page of another origin may not read, it may still ask for.
    await fetch(url, { mode: "no-cors" });
    return "other-origin";
  } catch {
    return "unreachable";
  }
}

function contentOf(name, bytes) {
  if (!bytes.length) return "empty";
  if (/wasm$/.test(name)) return new TextDecoder().decode(bytes.subarray(0, 4)) === "\0asm" ? "there" : "wrong-content";
  if (/js$/.test(name)) return /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 200))) ? "wrong-content" : "there";
  return "there";
}

/** Whether a page may compile WebAssembly: the smallest there is. */
async function lookAtWasm() {
  try {
    await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    return { works: true, report: await refusal(scripts, "wasm-eval") };
  } catch {
    return { works: false, report: await refusal(scripts, "wasm-eval") };
  }
}

/** The engine’s module; importing it touches no page. */
async function lookAtModule(base) {
  const url = `${base}middle-layer.js`;
  if (fromFolder() || withoutOrigin()) return { skipped: true };
  try {
    const module = await Promise.race([import(url), pause(patience)]);
    return { module, report: await refusal(scripts, url) };
  } catch {
    return { report: await refusal(scripts, url) };
  }
}

/** Whether trusted types are required, and which names of policies are allowed then: nothing where any is. */
async function lookAtTypes() {
  if (!self.trustedTypes) return { required: false };
  try {
    document.createElement("script").src = "about:blank";
    return { required: false };
  } catch {
    const report = await refusal(types, "");
    return { required: true, report, names: report ? valuesOf("trusted-types", report) : "" };
  }
}

const allowsName = (names, name) => names === undefined || new RegExp(`(^|\\s)(\\*|${name})(\\s|$)`).test(names);

/** Whether `embed.js` is there only because it was loaded here. */
let brought = false;

/** Runs `embed.js` where it did not run yet. */
async function lookAtScript(base, { required, names }) {
  const url = `${base}embed.js`;
  // The page’s own tag may come later.
  for (let times = 0; document.readyState !== "complete" && times < 50; times++) await pause(100);
  if (ourApi()) return { ran: true, before: !brought };
  const script = document.createElement("script");
  script.nonce = own?.nonce ?? "";
  try {
    if (required && allowsName(names, elementName)) script.src = trustedTypes.createPolicy(elementName, { createScriptURL: (address) => address }).createScriptURL(url);
    // To import is no sink of trusted types. It is only for where nothing else is left, since other origins forbid it more often.
    else if (required) await import(url);
    else script.src = url;
    if (script.src) {
      await new Promise((done) => {
        script.onload = script.onerror = done;
        document.documentElement.append(script);
      });
    }
  } catch {
    // What is missing then shows.
  }
  script.remove();
  brought = Boolean(ourApi());
  return { ran: brought, report: await refusal(scripts, url) };
}

/** SHA-384 as an `integrity` attribute has it; nothing where browsers have no cryptography. */
async function hashOf(bytes) {
  if (!self.crypto?.subtle) return undefined;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  let text = "";
  for (let index = 0; index < hash.length; index++) text += String.fromCharCode(hash[index]);
  return `sha384-${btoa(text)}`;
}

async function compiles(bytes) {
  try {
    await WebAssembly.compile(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Starts the element where nobody sees it, and waits for its word. Nothing is kept, and the page around hears nothing of it. */
function lookAtElement(root, base, mode) {
  const api = ourApi();
  if (!api?.mount) return { state: "absent" };
  return new Promise((done) => {
    const place = make(root, "div");
    place.className = "trial";
    place.inert = true;
    let element;
    const end = (state, detail = {}) => {
      const inside = element?.shadowRoot;
      const [, remedy] = /: (.*)$/s.exec(inside?.querySelector("button + p")?.textContent ?? "") ?? [];
      const line = inside?.querySelector("code")?.textContent;
      element?.destroy();
      place.remove();
      done({ state, ...detail, remedy, line });
    };
    for (const type of ["ready", "error", "progress", "complete"]) {
      place.addEventListener(`middle-layer-${type}`, (event) => {
        event.stopPropagation();
        if (type === "ready" || type === "error") end(type, event.detail);
      });
    }
    setTimeout(end, 30_000, "silent");
    element = api.mount(place, { base, mode, session: "doctor", storage: "none" });
  });
}

/** Whether something else has defined `middle-layer`; an element of ours has another name then. */
function nameIsTaken() {
  const there = versionOf(Object.hasOwn(window, "MiddleLayer") ? window.MiddleLayer : undefined);
  if (!there) return Boolean(customElements.get("middle-layer"));
  return there.split(".")[0] === major && Boolean(customElements.get(`middle-layer-v${major}`));
}

/** Adds to the facts all that the checks are about. `tell` hears what is done next. */
async function lookAround(facts, element, root, tell) {
  const framed = element.getAttribute("mode")?.trim() === "frame";
  const base = folderOf(element);
  Object.assign(facts, { base, framed, origin: new URL(base).origin, files: {} });
  if (framed) {
    // First, since embed.js hears of what is refused to the checks below as well, and nothing of it is needed for a frame.
    tell("the frame");
    await lookAtEntry(facts);
    facts.element = await lookAtElement(root, base, "frame");
    facts.frame = await refusal(frames, base + wholePage);
    facts.module = {};
  }
  tell("the files");
  await lookAtFiles(facts, framed ? ["embed.js", wholePage] : needed);
  if (!framed) {
    tell("the policy");
    facts.wasm = await lookAtWasm();
    facts.module = await lookAtModule(base);
    await lookAtEntry(facts);
  }
  await findDamage(facts);
  if (!framed) {
    tell("the element");
    facts.element = await lookAtElement(root, base, null);
  }
}

async function lookAtFiles(facts, names) {
  const { base, files, framed } = facts;
  const looked = [];
  for (let index = 0; index < names.length; index++) looked[index] = lookAtFile(base, names[index]);
  const hashes = lookAtFile(base, "integrity.json");
  // Only whether it is there: it is large, and not needed where all else is.
  const replacement = framed ? null : lookAtFile(base, spare, "HEAD");
  for (let index = 0; index < names.length; index++) files[names[index]] = await looked[index];
  if (replacement) files[spare] = await replacement;
  facts.hashes = (await hashes).state === "there" ? (await hashes).bytes : null;
}

async function lookAtEntry(facts) {
  facts.types = await lookAtTypes();
  facts.taken = nameIsTaken();
  facts.script = await lookAtScript(facts.base, facts.types);
}

/** What arrived whole by its length and type, and still cannot be run. */
async function findDamage({ files, wasm, module, script, types, framed }) {
  const engine = files["middle-layer_bg.wasm"];
  if (engine?.state === "there" && wasm.works && !(await compiles(engine.bytes))) engine.state = "damaged";
  const glue = files["middle-layer.js"];
  const mayRun = !framed && glue.state === "there" && isScript(glue) && module.report?.disposition !== "enforce";
  if (mayRun && !module.module && !module.skipped) glue.state = "damaged";
  const entry = files["embed.js"];
  if (entry.state === "there" && isScript(entry) && !script.ran && !script.report && !types.required) entry.state = "damaged";
}

const isScript = ({ type }) => /(java|ecma|j|live)script/i.test(type);
