// Loads the engine: once for each address, however many elements there are.

/** The script that runs now, also where something of the page is named `currentScript`. */
const own = Reflect.get(Document.prototype, "currentScript", document);

/** Where the files are. A whole absolute address: a path alone would lose the origin. */
function addressOf(element) {
  const given = element?.getAttribute("base")?.trim();
  if (given) return new URL(given.replace(/\/?$/, "/"), document.baseURI).href;
  const script = own?.src || document.querySelector('script[src*="embed.js"]')?.src;
  return new URL(".", script || new URL(api.base || "", document.baseURI)).href;
}

/** What the browser has refused, as it reports it itself: the texts of errors differ between browsers. */
const refused = [];
let reports = 0;
document.addEventListener("securitypolicyviolation", (event) => {
  // Some pages break their own policy all the time: no more than the last of them are kept.
  if (event.disposition === "enforce") refused[reports++ % 99] = event;
});

/** A failure: by what the browser has reported for an address, else by the cause that is left then. */
async function failure(url, otherwise) {
  // Reports come in a task of their own, which can follow the error.
  await new Promise((done) => setTimeout(done, 50));
  let code = otherwise;
  for (let index = 0; index < refused.length; index++) {
    const { effectiveDirective, blockedURI, sample } = refused[index];
    // Trusted types report the beginning of an address, and some browsers of any address no more than its origin.
    const uri = sample.split("|")[1] || blockedURI;
    const [what] = /^(script|connect|frame)(?=-src)|types/.exec(effectiveDirective) ?? [];
    if (uri === "wasm-eval") code = "blocked-wasm";
    else if (what && uri && (url.startsWith(uri) || uri.startsWith(url))) code = `blocked-${what}`;
  }
  return failed(code, { url, origin: new URL(url).origin });
}

/** The bytes of a file. Status and content are looked at here: what they cause later is harder to tell apart. */
async function bytesOf(url, arriving) {
  let response;
  try {
    response = await fetch(url);
    if (response.ok) {
      arriving?.(response.clone());
      return await response.arrayBuffer();
    }
  } catch {
    throw await failure(url, response ? "cut" : "unreachable");
  }
  throw failed("not-found", { url, status: response.status });
}

async function compiled(url, bytes) {
  if (new TextDecoder().decode(bytes.slice(0, 4)) !== "\0asm") throw failed("wrong-content", { url });
  try {
    return await WebAssembly.compile(bytes);
  } catch {
    throw await failure(url, "damaged");
  }
}

/** The engine as files: a module and its WebAssembly. */
async function asFiles(base) {
  const [url, script] = [`${base}middle-layer_bg.wasm`, `${base}middle-layer.js`];
  let early;
  const arriving = (response) => (early = WebAssembly.compileStreaming(response).catch(() => {}));
  const [engine, glue] = await Promise.allSettled([bytesOf(url, arriving), import(script)]);
  // More is known of a file that was fetched than of a module that was not.
  if (engine.reason) throw engine.reason;
  // Compiled while it arrived. Where that failed, for its type or for what is in it, the bytes tell why.
  const module = (await early) ?? (await compiled(url, engine.value));
  if (glue.reason) throw await failure(script, "unreachable");
  const { embedding } = glue.value;
  if (!embedding?.fits?.(engine.value)) throw failed("mixed-versions");
  return { ...embedding, module };
}

/** What `middle-layer-inline.js` of this major version has left for us. */
const inlined = () => window.MiddleLayer?.[`inline${major}`];

/** Made once, since a page may allow no second one. */
let trusting;

/** The engine inside a classic script: this needs no fetch, no module, and no file type that a server may not know. */
async function asScript(base) {
  const url = `${base}middle-layer-inline.js`;
  if (!inlined()) {
    const script = document.createElement("script");
    // What a page allows by a nonce, it allows with ours too.
    script.nonce = own?.nonce ?? "";
    try {
      trusting ??= trustedTypes.createPolicy("middle-layer", { createScriptURL: (url) => url });
    } catch {
      // This browser has no trusted types, or the page allows no policy of this name.
    }
    try {
      script.src = trusting?.createScriptURL(url) ?? url;
      await new Promise((done) => {
        script.onload = script.onerror = done;
        document.documentElement.append(script);
      });
    } catch {
      // The page requires a trusted address.
    }
    script.remove();
    if (!inlined()) throw await failure(url, "unreachable");
  }
  try {
    const source = inlined();
    return { ...source, module: await compiled(url, await source.bytes()) };
  } catch (cause) {
    // The next try must not find the same again.
    delete window.MiddleLayer[`inline${major}`];
    throw cause.facts ? cause : failed("damaged", { url });
  }
}

/** An engine of its own, from what is loaded already: no network is needed. */
async function instance({ create, module }, ended) {
  const engine = create(ended);
  await engine.default({ module_or_path: module });
  return engine;
}

/** A source whose parts fit each other. */
async function fitting(source) {
  try {
    return { ...source, style: (await instance(source)).styleSheet() };
  } catch {
    // What one asks for, the other does not have.
    throw failed("mixed-versions");
  }
}

/** More about a failure: a browser does not say why a script or a file of another origin is not there, but both can be looked at. */
async function lookedInto(cause) {
  const { code, facts } = cause;
  const { url, origin } = facts;
  if (location.protocol === "file:") return failed("missing");
  try {
    if (/js$/.test(url) && /^(unreachable|damaged)$/.test(code)) return failed(new Uint8Array(await bytesOf(url))[0] === 60 ? "wrong-content" : "damaged", facts);
    // What a page of another origin may not read, it may still ask for.
    if (code === "unreachable" && origin !== location.origin && (await fetch(url, { mode: "no-cors" }))) return failed("other-origin", facts);
  } catch (closer) {
    if (closer.facts && closer.code !== "unreachable") return closer;
  }
  return cause;
}

async function firstLoad(base) {
  if (!self.WebAssembly || !document.adoptedStyleSheets) throw failed("too-old");
  let cause;
  // Opened from a folder or in a sandbox, a page has nothing but classic scripts.
  if (!inlined() && location.protocol !== "file:" && self.origin !== "null") {
    try {
      return await fitting(await asFiles(base));
    } catch (first) {
      cause = first;
    }
  }
  if (cause?.code !== "blocked-wasm") {
    try {
      return await fitting(await asScript(base));
    } catch (second) {
      if (!cause || second.code === "blocked-wasm") cause = second;
    }
  }
  throw await lookedInto(cause);
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
