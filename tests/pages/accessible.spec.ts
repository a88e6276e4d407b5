import { expectAccessible } from "./support/accessible.ts";
import { beyondTheEdge, smallTargets, spilledText } from "./support/layout.ts";
import { picture } from "./support/picture.ts";
import { screens } from "./support/screens.ts";
import { expect, test } from "./support/test.ts";

// Every screen in every state: axe finds nothing, nothing scrolls sideways, and a finger hits what can be pressed.

for (const [name, open] of Object.entries(screens)) {
  test(`${name}: accessible and within the window, on a phone and on a desk`, async ({ page }) => {
    await open(page);
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await beyondTheEdge(page), `beyond the edge at ${width} px`).toEqual([]);
      expect.soft(await spilledText(page), `spilled at ${width} px`).toEqual([]);
      expect.soft(await smallTargets(page), `targets at ${width} px`).toEqual([]);
      if (width !== 768) await expectAccessible(page);
    }
    // A notice looks the same above every screen.
    await picture(page, name, name.startsWith("notice-") ? [320] : undefined);
  });
}
