// For scripts of the page.

api.version = version;
api.slots = slots;
/** Once an engine has been loaded, for an element or by `engine()`. */
api.ready = new Promise((done) => (announceReady = done));

/** The engine’s pure functions. */
api.engine = async (base = addressOf()) => {
  const { functions } = await instance(await load(base));
  announceReady(api);
  return functions;
};

/** Puts an element with these options into another one, and returns it. */
api.mount = (host, options = {}) => {
  const element = document.createElement(elementName);
  const { extra, ...rest } = options;
  for (const name of Object.keys(rest)) element[name] = rest[name];
  extras.set(element, extra);
  host.append(element);
  return element;
};

if (known?.version) known[`v${major}`] = api;
else window.MiddleLayer = api;
customElements.define(elementName, MiddleLayerElement);
