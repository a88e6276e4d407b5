const engine = create();
export default engine.default;
export const { "{names}": _ } = engine;
/** What `embed.js` needs, for an engine in each element. */
export const embedding = { create, sit, version: "@version" };
