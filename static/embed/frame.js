// A sitting in a frame: the page of its own, sized by its content. What happens in it arrives as messages.

function framedSitting(outer) {
  const { root } = outer;
  const ending = new AbortController();
  const { signal } = ending;
  const url = new URL("index.html", addressOf(root.host));
  const page = url.href;
  const frame = make(root, "iframe");
  /**
   * Whether the page around is dark just now shows in a colour of the frame, which is otherwise of no use: inside nothing
   * but the preference of the person can be seen.
   */
  const options = () => {
    const options = outer.options();
    if (!/light|dark/.test(options.theme)) options.theme = /5/.test(getComputedStyle(frame).color) ? "dark" : "light";
    return options;
  };
  const settings = { ...options(), embed: 1, origin: location.origin };
  for (const name of Object.keys(settings)) {
    if (settings[name] && !/^(base|mode|recipient|surroundings)$/.test(name)) url.searchParams.set(name, settings[name]);
  }
  frame.title = "Middle Layer";
  frame.part = "frame";
  frame.allow = "clipboard-write";
  frame.src = url.href;

  /** A frame tells nobody that it stays empty: only the browser's report does, at once, and silence. */
  let heard = false;
  const listenFor = async (otherwise) => {
    const cause = await failure(page, otherwise);
    if (!heard && !signal.aborted && cause.code) outer.explain(cause);
  };
  setTimeout(listenFor, 500, "");
  // What is refused a place in a frame has loaded all the same, with nothing of ours in it.
  frame.addEventListener("load", () => setTimeout(listenFor, 3000, "frame-silent"));

  addEventListener(
    "message",
    ({ source, origin, data }) => {
      if (source !== frame.contentWindow || origin !== url.origin || data?.middleLayer !== 1) return;
      heard = true;
      if (root.firstChild !== frame) root.firstChild.remove();
      if (data.type === "height") frame.style.height = `${data.height | 0}px`;
      else outer.tell(data.type, data.detail);
    },
    { signal },
  );

  const send = (type) => frame.contentWindow?.postMessage({ middleLayer: 1, type, options: options() }, url.origin);
  frame.addEventListener("transitionend", () => send("options"));
  return {
    update: () => send("options"),
    start: () => send("start"),
    reset: () => send("reset"),
    end: () => ending.abort(),
  };
}
