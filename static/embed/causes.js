// What is said when Middle Layer cannot start. In script, because the engine with all other words may be what is missing.

const words = {
  loading: "Middle Layer is loading.",
  slow: "This takes longer than usual. It goes on by itself.",
  cannot: "Middle Layer cannot start here",
  retry: "Try again",
  copy: "Copy details",
  copied: "Copied",
  administrator: "For whoever looks after this page:",
};

const policy = "This page’s security policy does not allow ";
const allow = "Content-Security-Policy: ";

/** Of each cause: what is wrong, and the exact thing that whoever looks after the page has to do. */
const causes = {
  "blocked-wasm": ({ origin }) => [`${policy}WebAssembly.`, `${allow}script-src ${origin} 'wasm-unsafe-eval'`],
  "blocked-script": ({ origin }) => [`${policy}its scripts.`, `${allow}script-src ${origin} 'wasm-unsafe-eval'`],
  "blocked-connect": ({ origin }) => [`${policy}its engine to be loaded.`, `${allow}connect-src ${origin}`],
  "blocked-types": () => [`${policy}its scripts.`, `${allow}trusted-types middle-layer`],
  "blocked-frame": ({ origin }) => [`${policy}its frame.`, `${allow}frame-src ${origin}`],
  "frame-silent": ({ url }) => [
    "The page inside the frame does not answer.",
    `Open ${url} by itself. If it works there, its server should send ${allow}frame-ancestors ${location.origin} and no X-Frame-Options`,
  ],
  "not-found": ({ url, status }) => [
    `The server answered ${status} for ${url}.`,
    "Keep all files of Middle Layer in one folder, and let the server send .wasm files (in IIS, add the file type .wasm as application/wasm).",
  ],
  "wrong-content": ({ url }) => [`The server sent something else in place of ${url}.`, "Let the server send this file as it is, not a page of its own."],
  damaged: ({ url }) => [`${url} arrived damaged.`, "Upload all files of Middle Layer again."],
  "mixed-versions": () => [
    "Files of two versions came together. Reload the page.",
    "Replace all files of Middle Layer together, and send them with Cache-Control: no-cache",
  ],
  unreachable: ({ url }) => [
    `${url} could not be loaded. Check the network connection.`,
    `See that this address can be reached. From another origin, it should be sent with Access-Control-Allow-Origin: ${location.origin}`,
  ],
  "too-old": () => ["This browser is too old, or WebAssembly is switched off in it. Please use a current browser."],
  instrument: ({ url, text }) => [`The questions in ${url} cannot be used. ${text}`, "Mend the file that the attribute “instrument” names."],
  internal: ({ text }) => [text],
};

/** A failure whose cause is named above. */
class Failure extends Error {
  constructor(code, facts) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}
