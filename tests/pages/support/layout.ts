import type { Page } from "@playwright/test";

/** What reaches beyond the right or left edge of the window; boxes that scroll by themselves may. */
export async function beyondTheEdge(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector("middle-layer")!.shadowRoot!;
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    // What only some hear is clipped to nothing, and reaches nowhere.
    const clipped = (element: Element | null): boolean => element !== null && (getComputedStyle(element).clipPath !== "none" || clipped(element.parentElement));
    if (document.documentElement.scrollWidth > width) found.push(`the page is ${document.documentElement.scrollWidth} px wide in a window of ${width} px`);
    for (const element of root.querySelectorAll<HTMLElement>(".root *:not(.unseen, .unseen *, pre *)")) {
      const { left, right, width: own } = element.getBoundingClientRect();
      if (own > 0 && !clipped(element) && (right > width + 0.5 || left < -0.5)) found.push(`${element.tagName.toLowerCase()}.${element.className} from ${left} to ${right} in ${width}`);
    }
    return found;
  });
}

/** Longer words may have to break where text is very large. */
const longestWhole = 10;

/** Text that is cut off, spills out of the box it stands in, has room for a letter or two a line, or breaks short words. */
export async function spilledText(page: Page): Promise<string[]> {
  return page.evaluate((longestWhole) => {
    const root = document.querySelector("middle-layer")!.shadowRoot!;
    const found: string[] = [];
    for (const element of root.querySelectorAll<HTMLElement>("button, label, legend, h1, h2, h3, p, li, span, dd, dt")) {
      if (element.matches(".unseen, .unseen *, .file, .file-name") || getComputedStyle(element).clipPath !== "none" || element.childElementCount > 0 || !element.textContent?.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(element);
      const text = range.getBoundingClientRect();
      const box = (element.closest("button, label, .chart-row > span, .sheet") ?? element).getBoundingClientRect();
      const letters = element.textContent.trim().length;
      const fewest = 4 * parseFloat(getComputedStyle(element).fontSize);
      if (text.width > 0 && letters > 8 && text.width < fewest && text.height > 2 * fewest) found.push(`“${element.textContent.trim()}” has ${Math.round(text.width)} px a line`);
      if (text.width > 0 && (text.right > box.right + 1 || text.left < box.left - 1 || text.bottom > box.bottom + 2)) found.push(`“${element.textContent.trim()}” spills by ${Math.round(Math.max(text.right - box.right, box.left - text.left, text.bottom - box.bottom))} px`);
      const content = element.firstChild;
      if (text.width === 0 || content?.nodeType !== Node.TEXT_NODE) continue;
      for (const { 0: word, index } of content.textContent!.matchAll(/\p{L}+/gu)) {
        range.setStart(content, index);
        range.setEnd(content, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (word.length <= longestWhole && lines.size > 1) found.push(`“${word}” in “${element.textContent.trim()}” is broken`);
      }
    }
    return found;
  }, longestWhole);
}

/** What can be pressed and is smaller than a fingertip: 44 px each way. */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector("middle-layer")!.shadowRoot!;
    const found: string[] = [];
    for (const element of root.querySelectorAll<HTMLElement>("button, select, textarea, input[type=text], label:has(input[type=radio], input[type=checkbox])")) {
      const { width, height } = element.getBoundingClientRect();
      if (width === 0 && height === 0) continue;
      if (width < 43.99 || height < 43.99) found.push(`${element.getAttribute("aria-label") ?? element.innerText.trim() ?? element.tagName}: ${width.toFixed(1)} × ${height.toFixed(1)} px`);
    }
    return found;
  });
}
