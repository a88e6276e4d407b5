// A sitting inside the element. What it does once the engine is there comes with the engine.

/**
 * `outer` is the element as seen from inside: `root`, `options()`, `memory` that outlives a sitting, and ways to tell what
 * happens. All kinds of sitting have `update`, `start`, `reset` and `end`.
 */
function inlineSitting(outer) {
  const { root, memory } = outer;
  const ending = new AbortController();
  const { signal } = ending;
  const asked = {};
  let mounted;

  // An engine that has ended takes no call any more.
  const alive = () => (signal.aborted ? null : mounted);

  async function begin() {
    let url = root.host.getAttribute("instrument")?.trim();
    try {
      url &&= new URL(url, document.baseURI).href;
    } catch {
      throw failed("unreachable", { url });
    }
    // What is here already is not asked for again: going on after a failure needs no network.
    const [source, file] = await Promise.all([load(addressOf(root.host)), url && (memory[url] ?? bytesOf(url))]);
    memory[url] = file;
    // The first screen is drawn in a microtask that comes before the next line.
    mounted = await source.sit(outer, source, ending, url, file, { make, button, area, message, copyButton, instance, failed });
    if (!alive()) return;
    memory.setAside = false;
    root.firstChild.remove();
    outer.tell("ready", {});
    for (const what of Object.keys(asked)) alive()?.[what]();
  }

  /** Does what the page asks for, now or once the engine is there. */
  const ask = (what) => () => {
    asked[what] = 1;
    alive()?.[what]();
  };

  begin().catch((error) => signal.aborted || outer.explain(error));

  return {
    update: () => alive()?.update(outer.options()),
    start: ask("start"),
    reset: ask("reset"),
    end() {
      const last = alive();
      ending.abort();
      last?.destroy();
    },
  };
}
