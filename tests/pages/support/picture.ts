import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { isFirefox } from "./firefox.ts";

/** Where pictures are kept. */
export const folder = fileURLToPath(new URL("../../../test-results/pictures/", import.meta.url));

const widths = [320, 768, 1280];

/** Keeps full-page pictures of a screen in test-results/pictures: three widths unless fewer do, light and dark. */
export async function picture(page: Page, name: string, among = widths): Promise<void> {
  // In stock Firefox they are made with a style sheet in the page, which the policy of the page refuses.
  if (isFirefox(page)) return;
  const before = page.viewportSize();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const width of among) {
      await page.setViewportSize({ width, height: width < 700 ? 700 : 900 });
      await page.screenshot({ path: `${folder}${name}-${width}-${colorScheme}.png`, fullPage: true, animations: "disabled" });
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  if (before) await page.setViewportSize(before);
}
