// A sitting inside the element. What it does once the engine is there comes with the engine.

/**
 * `outer` is the element as seen from inside: `root`, `options()`, `memory` that outlives a sitting, and ways to tell what
 * happens. All kinds of sitting have `update`, `start`, `reset` and `end`.
 */
function inlineSitting(outer) {
  const { element, root, memory } = outer;
  const ending = new AbortController();
  const { signal } = ending;
  let mounted;
  let leaveStart = false;

  async function begin() {
    const instrument = element.getAttribute("instrument")?.trim();
    const url = instrument && new URL(instrument, document.baseURI).href;
    const [source, file] = await Promise.all([load(addressOf(element)), url && bytesOf(url)]);
    mounted = await source.sit(outer, source, ending, url, file, { make, instance, failed });
    if (!mounted || signal.aborted) return;
    memory.setAside = false;
    root.firstChild.remove();
    outer.tell("ready", {});
    if (leaveStart) mounted.start();
  }

  begin().catch((error) => signal.aborted || outer.explain(error));

  // An engine that has ended takes no call any more.
  const alive = () => (signal.aborted ? null : mounted);
  return {
    update: () => alive()?.update(outer.options()),
    start() {
      leaveStart = true;
      alive()?.start();
    },
    reset: () => alive()?.reset(),
    end() {
      const last = alive();
      ending.abort();
      last?.destroy();
    },
  };
}
