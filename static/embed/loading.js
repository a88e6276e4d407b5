// Loads the engine: once for each address, however many elements there are.

const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";

/** Where the files are. A whole absolute address: a path alone would lose the origin. */
function addressOf(element) {
  const given = element?.getAttribute("base")?.trim();
  if (given) return new URL(/\/$/.test(given) ? given : `${given}/`, document.baseURI).href;
  const script = own || document.querySelector('script[src*="embed.js"]')?.src;
  return new URL(".", new URL(script || api.base || "", document.baseURI)).href;
}

/** What the browser has refused, as it reports it itself: the texts of errors differ between browsers. */
const refused = [];
document.addEventListener("securitypolicyviolation", (event) => {
  if (event.disposition === "enforce") refused[refused.length] = event;
});

/** A failure: by what the browser has reported for an address since a moment, else by the cause that is left then. */
async function failure(since, url, otherwise) {
  // Reports come in a task of their own, which can follow the error.
  await new Promise((done) => setTimeout(done, 50));
  const { origin } = new URL(url);
  let code = otherwise;
  for (let index = since; index < refused.length; index++) {
    const { effectiveDirective: directive, blockedURI: uri } = refused[index];
    // Some browsers report no more of an address than its origin.
    const ours = uri === origin || url.startsWith(uri) || uri.startsWith(url);
    if (uri === "wasm-eval") code = "blocked-wasm";
    else if (/^trusted-types/.test(uri)) code = "blocked-types";
    else if (ours && /^script-src/.test(directive)) code = "blocked-script";
    else if (ours && directive === "connect-src") code = "blocked-connect";
    else if (ours && directive === "frame-src") code = "blocked-frame";
  }
  return new Failure(code, { url, origin });
}

/** The bytes of a file. Status and content are looked at here: what they cause later is harder to tell apart. */
async function bytesOf(url) {
  const since = refused.length;
  let response;
  try {
    response = await fetch(url);
    if (response.ok) return await response.arrayBuffer();
  } catch {
    throw await failure(since, url, "unreachable");
  }
  throw new Failure("not-found", { url, status: response.status });
}

async function compiled(url, bytes) {
  const since = refused.length;
  if (bytes.byteLength < 8 || new DataView(bytes).getUint32(0) !== 0x0061736d) throw new Failure("wrong-content", { url });
  try {
    return await WebAssembly.compile(bytes);
  } catch {
    throw await failure(since, url, "damaged");
  }
}

/** The engine as files: a module and its WebAssembly. */
async function asFiles(base) {
  const [url, script] = [`${base}middle-layer_bg.wasm`, `${base}middle-layer.js`];
  const since = refused.length;
  const [{ embedding }, module] = await Promise.all([
    import(script).catch(async () => {
      throw await failure(since, script, "unreachable");
    }),
    bytesOf(url).then((bytes) => compiled(url, bytes)),
  ]);
  return { ...embedding, module };
}

/** What `middle-layer-inline.js` of this major version has left for us. */
const inlined = () => window.MiddleLayer?.[`inline${major}`];

/** The engine inside a classic script: this needs no fetch, no module, and no file type that a server may not know. */
async function asScript(base) {
  const url = `${base}middle-layer-inline.js`;
  if (!inlined()) {
    const since = refused.length;
    const script = document.createElement("script");
    try {
      let trusted = url;
      try {
        trusted = trustedTypes.createPolicy("middle-layer", { createScriptURL: () => url }).createScriptURL("");
      } catch {
        // This browser has no trusted types, or the page allows no policy of this name.
      }
      script.src = trusted;
      await new Promise((loaded, failed) => {
        script.onload = loaded;
        script.onerror = failed;
        document.head.append(script);
      });
    } catch {
      throw await failure(since, url, "unreachable");
    } finally {
      script.remove();
    }
  }
  const source = inlined();
  if (!source) throw new Failure("wrong-content", { url });
  return { ...source, module: await compiled(url, await source.bytes()) };
}

/** An engine of its own, from what is loaded already: no network is needed. */
async function instance({ create, module }, failed) {
  const engine = create(failed);
  try {
    await engine.default({ module_or_path: module });
  } catch {
    throw new Failure("mixed-versions");
  }
  return engine;
}

async function firstLoad(base) {
  if (typeof WebAssembly !== "object" || !("adoptedStyleSheets" in document)) throw new Failure("too-old", {});
  const ready = async (source) => ({ ...source, style: (await instance(source)).styleSheet() });
  let first;
  // Opened from a folder or in a sandbox, a page has nothing but classic scripts.
  if (!inlined() && location.protocol !== "file:" && self.origin !== "null") {
    try {
      return await ready(await asFiles(base));
    } catch (cause) {
      first = cause;
      if (cause.code === "blocked-wasm") throw cause;
    }
  }
  try {
    return await ready(await asScript(base));
  } catch (cause) {
    throw cause.code === "blocked-wasm" ? cause : (first ?? cause);
  }
}

const sources = new Map();

/** What is needed for engines: `create`, `module`, `style`, and what is said and done in script beside them. */
function load(base) {
  let source = sources.get(base);
  if (!source) {
    source = firstLoad(base);
    sources.set(base, source);
    source.catch(() => sources.delete(base)); // The next one tries again.
  }
  return source;
}
