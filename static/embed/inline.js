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
  let mounted;
  let leaveStart = false;
  skeleton(root, outer.theme());

  /** Passes an event of the window on for as long as the sitting lives. */
  const pass = (type, copy) => addEventListener(type, (event) => events.dispatchEvent(copy(event)), { signal });
  pass("storage", ({ key, newValue }) => new StorageEvent("storage", { key, newValue }));
  pass("popstate", ({ state }) => new PopStateEvent("popstate", { state }));

  async function begin() {
    const instrument = element.getAttribute("instrument")?.trim();
    const url = instrument && new URL(instrument, document.baseURI).href;
    const [source, file] = await Promise.all([load(addressOf(element)), url && bytesOf(url)]);
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
    if (!mounted || signal.aborted) return;
    memory.setAside = false;
    root.firstChild.remove();
    outer.tell("ready", {});
    if (leaveStart) mounted.start();
  }

  begin().catch((error) => signal.aborted || outer.explain(error));

  return {
    update: () => mounted?.update(outer.options()),
    start() {
      leaveStart = true;
      mounted?.start();
    },
    reset: () => mounted?.reset(),
    end() {
      ending.abort();
      mounted?.destroy();
    },
  };
}
