// What runs inside the pages that are measured, before anything of theirs: it decides when something is shown. Nothing
// here waits for the script outside, whose messages take longer than what is measured.

/**
 * Notes when the steps on the way to the first question are shown, in milliseconds from the start of the navigation.
 * A step is shown once its element has a place on the page and a frame with it was made. Then `press`, where a step has
 * it, is pressed, as a person would at the first possible moment.
 */
export function watch(steps) {
  const moments = {};
  const places = [document];
  let waiting = false;
  window.peer = { moments, places };

  const find = (selector) => {
    for (const place of places) {
      const found = place.querySelector(selector);
      if (found) return found;
    }
    return null;
  };

  /** After the frame in which the step is on the page; the message comes when that frame is done. */
  const look = () => {
    const [step] = steps;
    const found = step && find(step.shown);
    if (!found || waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      const isPlaced = found.isConnected && found.getClientRects().length > 0;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        waiting = false;
        if (isPlaced) {
          moments[step.name] = performance.now();
          steps.shift();
          if (step.press) find(step.press).click();
        }
        look();
      };
      port2.postMessage(0);
    });
  };

  const observer = new MutationObserver(look);
  const options = { childList: true, subtree: true, attributes: true };
  observer.observe(document, options);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const shadow = attachShadow.call(this, init);
    places.push(shadow);
    observer.observe(shadow, options);
    return shadow;
  };
}

/** The middle of an answer in the window, after it was scrolled to the middle, or nothing where it is not there. */
export function place(selector) {
  for (const root of window.peer.places) {
    const answer = root.querySelector(selector)?.closest("label");
    if (!answer) continue;
    answer.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = answer.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }
  return null;
}

/** Is settled when the page has done nothing for two frames and is idle. */
export function settled() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(resolve)));
  });
}

/**
 * Waits for one click, and takes the time from when the browser took it in to when the next frame after it is done.
 * Event Timing would tell the same in steps of 8 ms and nothing below 16.
 */
export function nextClick() {
  window.peer.click = new Promise((resolve) => {
    const onclick = (event) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - event.timeStamp);
        port2.postMessage(0);
      });
    };
    addEventListener("click", onclick, { capture: true, once: true });
  });
}
