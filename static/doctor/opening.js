// Whether <middle-layer> can work in a page, and what to change where it cannot: <middle-layer-doctor>. A classic script
// without dependencies, for whoever looks after the page: it asks for nothing but files of ours, and only where it stands.
//
// It is for pages that are in the way: like embed.js it relies on no methods of arrays and on no JSON.stringify.

const version = "@version";
const major = version.split(".")[0];
const elementName = "middle-layer-doctor";
if (customElements.get(elementName)) return; // Loaded twice.

/** The script that runs now, also where something of the page is named `currentScript`. */
const own = Reflect.get(Document.prototype, "currentScript", document);

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** What `embed.js` of this major version has left for scripts. What has this id in the page is no property of its own. */
function ourApi() {
  const known = Object.hasOwn(window, "MiddleLayer") ? window.MiddleLayer : undefined;
  return versionOf(known)?.split(".")[0] === major ? known : known?.[`v${major}`];
}

/** The version of what calls itself Middle Layer, if it is that. */
function versionOf(known) {
  return known && Object.hasOwn(known, "version") && typeof known.version === "string" ? known.version : undefined;
}
