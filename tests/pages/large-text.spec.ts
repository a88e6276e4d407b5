import config from "../../playwright.config.ts";
import { beyondTheEdge, spilledText } from "./support/layout.ts";
import { picture } from "./support/picture.ts";
import { screens } from "./support/screens.ts";
import { expect, test } from "./support/test.ts";

// Text at twice its size, as somebody sets it in the browser.

const launch = config.projects?.[0]?.use?.launchOptions;
test.use({ launchOptions: { ...launch, args: [...(launch?.args ?? []), "--blink-settings=defaultFontSize=32"] } });

for (const name of ["start", "about-filled", "ranking-full", "questions-answered", "questions-on-friction", "questions-skipped", "review", "result-manager", "result-with-scorecard", "scorecard-filled", "scorecard-refused", "file", "path-example", "what-if", "notice-old"]) {
  test(`${name}: nothing scrolls sideways or spills with text at 200 %`, async ({ page }) => {
    await screens[name]!(page);
    const size = await page.getByRole("heading", { level: 1 }).evaluate((heading) => parseFloat(getComputedStyle(heading.closest(".root")!).fontSize));
    expect(size, "the page follows the size of text that was chosen").toBe(32);
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await beyondTheEdge(page), `beyond the edge at ${width} px`).toEqual([]);
      expect.soft(await spilledText(page), `spilled at ${width} px`).toEqual([]);
    }
    await picture(page, `large-text-${name}`);
  });
}
