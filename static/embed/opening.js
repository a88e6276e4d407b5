// Middle Layer as an element of any page: <middle-layer>. A classic script without dependencies, because only a classic
// script knows where it came from, and because what is said when the engine cannot start must not need the engine.
//
// Other people's pages can have patched anything: nothing here relies on methods of arrays or on JSON.stringify.

const version = "@version";
const major = version.split(".")[0];
// What has this id or name in the page is a property of the window too, but not one of its own.
const known = Object.hasOwn(window, "MiddleLayer") ? window.MiddleLayer : undefined;
let elementName = "middle-layer";
if (known?.version?.split?.(".")[0] === major) return; // Loaded twice: the first copy serves all.
if (known?.version || customElements.get(elementName)) elementName += `-v${major}`;
if (customElements.get(elementName)) return;

// What a page has put there before us is its configuration.
const api = known && typeof known === "object" && !known.version ? known : {};
let announceReady;
