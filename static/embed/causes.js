// What is said when Middle Layer cannot start. In script, because the engine with all other words may be what is missing.

const words = {
  loading: "Middle Layer is loading.",
  slow: "This takes longer than usual.",
  cannot: "Middle Layer cannot start here",
  retry: "Try again",
  copy: "Copy details",
  copied: "Copied",
  administrator: "For whoever looks after this page: ",
};

/** What a security policy forbids, and what has to be added to it. */
const forbids = (what, line) => [`This page’s security policy does not allow ${what}.`, "add these sources to its Content-Security-Policy.", line];

/** Of each cause: what is wrong, what whoever looks after the page has to do, and the exact line where there is one. */
const causes = {
  "blocked-wasm": ({ origin }) => forbids("WebAssembly", `script-src ${origin} 'wasm-unsafe-eval'`),
  "blocked-script": ({ origin }) => forbids("its scripts", `script-src ${origin} 'wasm-unsafe-eval'`),
  "blocked-connect": ({ origin }) => forbids("its files", `connect-src ${origin}`),
  "blocked-types": () => forbids("its scripts", "trusted-types middle-layer"),
  "blocked-frame": ({ origin }) => forbids("its frame", `frame-src ${origin}`),
  "frame-silent": ({ url }) => [
    "The page inside the frame does not answer.",
    `open ${url} by itself. If it works there, let its server send no X-Frame-Options, and this.`,
    `Content-Security-Policy: frame-ancestors ${location.origin}`,
  ],
  "not-found": ({ url, status }) => [
    `The server answered ${status} for ${url}.`,
    ...(/wasm$/.test(url)
      ? ["see that it is there, and that the server sends such files. IIS needs this in web.config.", '<mimeMap fileExtension=".wasm" mimeType="application/wasm" />']
      : ["see that it is there."]),
  ],
  "wrong-content": ({ url }) => [`The server sent something else in place of ${url}.`, "let the server send the file itself."],
  damaged: ({ url }) => [`${url} arrived damaged.`, "upload all its files again."],
  cut: ({ url }) => [`Only a part of ${url} arrived. Check the network connection.`, "something ends this transfer too early."],
  "mixed-versions": () => [
    "Files that do not belong together arrived. Reload the page.",
    "replace all its files together, and let the server send this with them.",
    "Cache-Control: no-cache",
  ],
  missing: () => ["The file middle-layer-inline.js is not in this folder, or damaged. Copy all files of Middle Layer into one folder."],
  unreachable: ({ url }) => [`${url} could not be loaded. Check the network connection.`],
  "other-origin": ({ url }) => [
    `The server of ${url} does not let pages of other origins load it.`,
    "let that server send this with all its files.",
    `Access-Control-Allow-Origin: ${location.origin}`,
  ],
  "too-old": () => ["This browser is too old, or WebAssembly is off. Use a current one."],
};

/** A failure: `facts` are those that its cause above needs, or else what is said. */
const failed = (code, facts = {}) => Object.assign(Error(code), { code, facts });
