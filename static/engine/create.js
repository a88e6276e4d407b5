// Around what wasm-bindgen writes: an engine that can be made again from the compiled module, without the network, and
// that says so when it ends in the middle of something.

/**
 * The exports of an engine. Once one of them ends in an error, none of them does anything any more, and what fails in the
 * ruins is not reported again: one call can be inside another. An empty list stands for whatever would be returned.
 */
const guarded = (exports, failed) => {
  const result = {};
  let ended = false;
  for (const name of Object.keys(exports)) {
    const value = exports[name];
    result[name] =
      typeof value !== "function"
        ? value
        : (...words) => {
            try {
              if (!ended) return value(...words);
            } catch (error) {
              if (!ended) {
                ended = true;
                failed(error);
                throw error;
              }
            }
            return [];
          };
  }
  return result;
};

/** A new engine. `failed` is told of the error that ends it. */
const create = (failed) => {
  "{glue}";
  /** The functions of a response, for an organisation's own questions or for the built-in ones. */
  const withQuestions = (own) => ({ score: (response) => score(response, own), evaluate: (response) => evaluate(response, own) });
  const useInstrument = (file) => {
    const own = readInstrument(file);
    return { ...functions, ...withQuestions(own), instrument: () => structuredClone(own) };
  };
  const functions = { "{public}": 0, ...withQuestions(), useInstrument };
  return { default: __wbg_init, "{internal}": 0, functions };
};
