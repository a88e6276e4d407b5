// Starts Middle Layer in the page it ships with. An external module, so that the page needs no inline script;
// text goes in as text, so that it runs under `require-trusted-types-for 'script'`.

const host = document.getElementById("middle-layer");
const engineAddress = new URL("middle-layer_bg.wasm", import.meta.url);

/** A failure that is worded for the person in front of the page. */
class Advice extends Error {}

/** Set by the browser's own report, since an error's text differs between browsers. */
let refusedDirective = "";
addEventListener("securitypolicyviolation", (event) => {
  if (event.disposition === "enforce") refusedDirective = event.effectiveDirective;
});

function show(sentence) {
  const heading = document.createElement("h1");
  heading.textContent = document.title;
  const paragraph = document.createElement("p");
  paragraph.setAttribute("role", "alert");
  paragraph.textContent = sentence;
  host.replaceChildren(heading, paragraph);
}

/** The engine's bytes, checked here because a server's mistakes are clearer by status and content than by the errors they cause later. */
async function engineBytes() {
  let response;
  try {
    response = await fetch(engineAddress);
  } catch {
    throw new Advice("Middle Layer could not be loaded. Check the network connection, then reload this page.");
  }
  if (!response.ok) {
    throw new Advice(
      `Middle Layer could not be loaded: the server answered ${response.status} for middle-layer_bg.wasm. ` +
        "Whoever runs this site should keep all files of Middle Layer in one folder.",
    );
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  const magic = [0x00, 0x61, 0x73, 0x6d];
  if (magic.some((byte, index) => bytes[index] !== byte)) {
    throw new Advice(
      "Middle Layer could not be loaded: the server sent something else in place of middle-layer_bg.wasm. " +
        "Whoever runs this site should check that the server sends this file as it is.",
    );
  }
  return bytes;
}

async function engine() {
  try {
    return await import("./middle-layer.js");
  } catch {
    throw new Advice(
      "Middle Layer could not be loaded: middle-layer.js is missing or damaged. Reload this page; " +
        "if that does not help, whoever runs this site should upload all files of Middle Layer again.",
    );
  }
}

async function start() {
  if (typeof WebAssembly !== "object") {
    throw new Advice(
      "This browser cannot run Middle Layer because WebAssembly is switched off or missing. Please use a current browser.",
    );
  }
  const [{ default: initialise, mount }, bytes] = await Promise.all([engine(), engineBytes()]);
  await initialise({ module_or_path: bytes });
  mount(host, { wholePage: true });
  host.replaceChildren();
}

/** The browser reports a refusal in a task of its own, which can come after the error that it causes. */
function afterReports() {
  return new Promise((resolve) => setTimeout(resolve, 50));
}

start().catch(async (error) => {
  await afterReports();
  if (refusedDirective === "script-src") {
    show(
      "Middle Layer cannot start because this site's security policy does not allow WebAssembly. " +
        "Whoever runs this site should add 'wasm-unsafe-eval' to script-src.",
    );
  } else if (refusedDirective === "connect-src") {
    show(
      "Middle Layer cannot start because this site's security policy does not let the page load its own files. " +
        "Whoever runs this site should add 'self' to connect-src.",
    );
  } else if (error instanceof Advice) {
    show(error.message);
  } else {
    show("Middle Layer could not start. Reload this page; if that does not help, try a current version of another browser.");
    console.error(error);
  }
});
