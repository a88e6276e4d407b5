// A sitting inside the element, with an engine of its own: whatever ends in it ends nowhere else.

/**
 * `outer` is the element as seen from inside: `root`, `options()`, `memory` that outlives a sitting, and ways to tell what
 * happens. All kinds of sitting have `update`, `start`, `reset` and `end`.
 */
function inlineSitting(outer) {
  const { element, root, memory } = outer;
  const ending = new AbortController();
  const { signal } = ending;
  const events = new EventTarget();
  const asked = {};
  let mounted;
  skeleton(root, outer.theme());

  /** Passes an event of the window on for as long as the sitting lives. */
  const pass = (type, copy) => addEventListener(type, (event) => events.dispatchEvent(copy(event)), { signal });
  pass("storage", ({ key, newValue }) => new StorageEvent("storage", { key, newValue }));
  pass("popstate", ({ state }) => new PopStateEvent("popstate", { state }));

  async function begin() {
    const instrument = element.getAttribute("instrument")?.trim();
    const url = instrument && new URL(instrument, document.baseURI).href;
    // What is here already is not asked for again: going on after a failure needs no network.
    const [source, file] = await Promise.all([load(addressOf(element)), url && (memory.file ?? bytesOf(url))]);
    memory.file = file;
    let panic = "";
    const engine = await instance(source, (error) => {
      ending.abort();
      mounted = null;
      // After whatever of ours still runs.
      queueMicrotask(() => outer.broken(source, panic || `${error}`));
    });
    if (signal.aborted) return;
    outer.dress(source.style);
    const container = make(null, "div");
    const options = {
      ...outer.options(),
      ...memory,
      events,
      remember: (draft, keeping) => Object.assign(memory, { draft, keeping }),
      // In a task of its own: a listener of the page may call us back.
      tell: (name, detail) => queueMicrotask(() => signal.aborted || outer.tell(name, detail)),
      print: () => source.print(outer.wholePage ? null : root, container),
      failed: (text) => (panic = text),
    };
    root.append(container);
    try {
      mounted = engine.mount(container, options, file && new TextDecoder().decode(file));
    } catch (error) {
      throw error.name === "MiddleLayerError" ? new Failure("instrument", { url, text: error.message }) : error;
    }
    // The first screen is drawn in a microtask that is queued by now.
    await null;
    if (signal.aborted) return;
    memory.setAside = false;
    root.firstChild.remove();
    outer.tell("ready", {});
    for (const what of Object.keys(asked)) mounted?.[what]();
  }

  /** Does what the page asks for, now or once the engine is there. */
  const ask = (what) => () => {
    asked[what] = 1;
    mounted?.[what]();
  };

  begin().catch((error) => signal.aborted || outer.explain(error));

  return {
    update: () => mounted?.update(outer.options()),
    start: ask("start"),
    reset: ask("reset"),
    end() {
      ending.abort();
      mounted?.destroy();
    },
  };
}
