// The texts to paste. They are only ever shown as text.

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Attributes as they stand in a tag. */
function attributes(values) {
  let text = "";
  for (const [name, value] of Object.entries(values)) text += ` ${name}="${escaped(value)}"`;
  return text;
}

/** `hash` pins embed.js: browsers then ask its server for permission, also on the page’s own origin. */
function scriptTag(base, hash) {
  const pin = hash ? { integrity: hash, crossorigin: "anonymous" } : {};
  return `<script${attributes({ src: `${base}embed.js`, ...pin })} defer></script>`;
}

/** What has to be known of a tag that pins the script; `here` is the folder of this page, whose hash it is. */
function pinned({ base, origin, page, hash }, here) {
  if (!hash) return "";
  const elsewhere = base === here ? "" : "The hash is that of the embed.js beside this page: it fits only if the same file, byte for byte, is at the address that you gave. ";
  const other = page && page !== origin ? "The script is pinned, and your page is of another origin: browsers refuse it unless its server sends the header below." : "";
  return (elsewhere + other).trim();
}

/** The script tag and the element. */
function elementSnippet({ base, values, hash }, more = {}) {
  return `${scriptTag(base, hash)}\n<middle-layer${attributes({ ...values, ...more })}><a${attributes({ href: `${base}index.html` })}>Open the assessment</a></middle-layer>`;
}

/** The address of the page in a frame: attributes are its parameters. */
function frameAddress({ base, values }) {
  const address = new URL("index.html", base);
  address.searchParams.set("embed", "1");
  for (const [name, value] of Object.entries(values)) address.searchParams.set(name, value);
  return address.href;
}

function frameSnippet(settings) {
  return `<iframe${attributes({ src: frameAddress(settings), title: "Middle Layer", width: "100%", height: "900", allow: "clipboard-write" })}></iframe>`;
}

/** Two lines for whoever looks after the page that the doctor is put on. */
const doctorSnippet = ({ base }) => `<script${attributes({ src: `${base}doctor.js` })} defer></script>\n<middle-layer-doctor></middle-layer-doctor>`;

/** What the policy of the page has to allow, for each way. */
const policies = {
  element({ origin, values }) {
    // A file of questions may lie elsewhere: an address that is not whole is one of the page’s own server.
    const instrument = values.instrument ? (originAt(values.instrument) ?? "'self'") : origin;
    return `script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}${instrument === origin ? "" : ` ${instrument}`}`;
  },
  framed: ({ origin }) => `script-src ${origin}; frame-src ${origin}`,
  frame: ({ origin }) => `frame-src ${origin}`,
};

/** Whether the server of the files has to let pages of another origin load them. */
const asks = { element: () => true, framed: ({ hash }) => Boolean(hash), frame: () => false };
