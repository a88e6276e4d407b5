/** Prints a container, and not the page around: in a frame of its own below `root`; without one, the page. Tells whether it did. */
const print = (root, container) => {
  let target = window;
  let frame;
  if (root) {
    frame = document.createElement("iframe");
    frame.ariaHidden = "true";
    frame.tabIndex = -1;
    frame.style.cssText = "position:absolute;width:1px;height:1px;visibility:hidden";
    root.append(frame);
    const page = frame.contentDocument; // None in a sandbox, where the page is little more than we are.
    if (page) {
      target = frame.contentWindow;
      page.title = container.querySelector("h1")?.textContent ?? "Middle Layer";
      page.documentElement.lang = "en";
      const sheet = new target.CSSStyleSheet();
      for (const { cssRules } of root.adoptedStyleSheets) for (const rule of cssRules) sheet.insertRule(rule.cssText, sheet.cssRules.length);
      page.adoptedStyleSheets = [sheet];
      page.body.append(page.importNode(container, true));
    }
  }
  let printed = false;
  target.addEventListener("beforeprint", () => (printed = true), { once: true });
  // Some browsers return from `print` before the person has decided.
  target.addEventListener("afterprint", () => setTimeout(() => frame?.remove(), 1000), { once: true });
  target.print();
  if (!printed) frame?.remove();
  return printed;
};
