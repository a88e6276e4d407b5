import type { Locator, Page } from "@playwright/test";
import { expect } from "./test.ts";

/** What has the focus, in words, and whether a person can see that it has. */
interface Focus {
  name: string;
  lost: boolean;
  ring: number;
  inWindow: boolean;
}

async function focus(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    let element = document.activeElement as HTMLElement | null;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement as HTMLElement;
    if (!element || element === document.body || element.id === "middle-layer") return { name: "nothing", lost: true, ring: 0, inWindow: false };
    // A radio button shows its focus around the label that it stands in.
    const shown = [element, element.closest("label")].filter((part) => part !== null).map((part) => getComputedStyle(part));
    const ring = Math.max(...shown.map((style) => (style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth))));
    const { top, bottom } = element.getBoundingClientRect();
    const name = element.getAttribute("aria-label") ?? (element.closest("label") ?? element).innerText ?? element.tagName;
    return { name: `${element.tagName.toLowerCase()} “${name.trim().slice(0, 60)}”`, lost: false, ring, inWindow: bottom > 0 && top < innerHeight };
  });
}

/** More stops than any screen has. */
const mostStops = 80;

/** Presses Tab (or Shift+Tab) until something has the focus; at each stop on the way the focus is seen. */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const isThere = () => target.evaluate((element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element);
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press(key);
    const now = await focus(page);
    if (!now.lost) {
      expect(now.ring, `the ring around ${now.name}`).toBeGreaterThanOrEqual(2);
      expect(now.inWindow, `${now.name} is scrolled to`).toBe(true);
    }
    if (await isThere()) return;
  }
  throw new Error(`${mostStops} times ${key} did not reach ${target}`);
}

/** Expects that something of the page has the focus, so that the next key press goes on from there. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect.poll(async () => (await focus(page)).name).not.toBe("nothing");
}
