/**
 * Mounts a sitting into an element, with an engine of its own: whatever ends in it ends nowhere else. `outer` is the
 * element as seen from inside, `ending` is aborted where the sitting ends.
 */
const sit = async (outer, source, ending, url, file, tools) => {
  const { root, memory } = outer;
  const { make, instance, failed } = tools;
  const { signal } = ending;
  const events = new EventTarget();
  let panic = "";
  let visited = false;
  const engine = await instance(source, (error) => {
    ending.abort();
    // After whatever of ours still runs.
    queueMicrotask(() => broken(outer, visited, panic || `${error}`, tools));
  });
  if (signal.aborted) return undefined;

  /** Passes an event of the window on for as long as the sitting lives. */
  const pass = (type, copy) => addEventListener(type, (event) => events.dispatchEvent(copy(event)), { signal });
  pass("storage", ({ key, newValue }) => new StorageEvent("storage", { key, newValue }));
  pass("popstate", ({ state }) => new PopStateEvent("popstate", { state }));
  root.addEventListener("focusin", () => (visited = true), { signal });

  outer.dress(source.style);
  const container = make(root, "div");
  const options = {
    ...outer.options(),
    ...memory,
    events,
    remember: (draft, keeping) => Object.assign(memory, { draft, keeping }),
    // In a task of its own: a listener of the page may call us back.
    tell: (name, detail) => queueMicrotask(() => signal.aborted || outer.tell(name, detail)),
    draw,
    ...browser(container),
    print: () => print(options.wholePage ? null : root, container),
    failed: (text) => (panic = text),
  };
  try {
    engine.mount(container, options, file && new TextDecoder().decode(file));
    return engine;
  } catch (error) {
    if (error.name !== "MiddleLayerError") throw error;
    // The next try asks for the file again: somebody may have mended it.
    delete memory[url];
    const { length } = error.problems;
    throw failed("instrument", [
      `The questions in ${url} cannot be used, and nothing of them is. ${length > 1 ? `The first of ${length} problems: ` : ""}${error.message}`,
      "mend the file that the attribute “instrument” names. The page check.html beside embed.js lists what is wrong with it.",
    ]);
  }
};
