const engine = create();
export default engine.default;
export const { "{public}": _ } = engine.functions;
/** What `embed.js` needs, for an engine in each element. */
export const embedding = { create, sit, version: "@version" };
