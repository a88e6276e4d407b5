const engine = create();
export default engine.default;
export const { "{public}": _, useInstrument } = engine.functions;

/**
 * Whether these bytes are the engine of this glue, by a sum over them. The names that both know each other by do not
 * tell: they are short, and fit other builds as well. Nor does a byte that came wrong always stop an engine.
 */
const fits = (bytes) => {
  let sum = new DataView(bytes).getInt32(bytes.byteLength - 4, true);
  const words = new Int32Array(bytes, 0, bytes.byteLength >> 2);
  for (let index = 0; index < words.length; index++) sum = (Math.imul(sum, 31) + words[index]) | 0;
  return sum === "{sum}";
};

/** What `embed.js` needs, for an engine in each element. */
export const embedding = { create, sit, fits };
