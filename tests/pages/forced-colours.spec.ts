import type { Page } from "@playwright/test";
import { folder } from "./support/picture.ts";
import { screens } from "./support/screens.ts";
import { expect, test } from "./support/test.ts";

// Where the system sets all colours, everything that carries meaning is still drawn.

test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" }));

async function colour(page: Page, selector: string, property: "stroke" | "fill" | "borderTopColor" | "backgroundColor"): Promise<string> {
  return page.locator(selector).first().evaluate((element, property) => getComputedStyle(element)[property], property);
}

/** A system colour as this page computes it. */
async function systemColour(page: Page, name: string): Promise<string> {
  return page.evaluate((name) => {
    const probe = document.createElement("div");
    probe.style.color = name;
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, name);
}

test("the charts are drawn in the colour of the text", async ({ page }) => {
  await screens["result-manager"]!(page);
  const ink = await systemColour(page, "CanvasText");
  const strokes = await page.locator(".interval line").evaluateAll((lines) => [...new Set(lines.map((line) => getComputedStyle(line).stroke))]);
  expect(strokes, "of the bands of both series").toEqual([ink]);
  expect(await colour(page, ".interval circle", "fill")).toBe(ink);
  expect(await colour(page, ".second .interval circle", "stroke")).toBe(ink);
  expect(await colour(page, ".second .interval circle", "fill"), "the second series is told apart by its shape").toBe(await systemColour(page, "Canvas"));
  await page.screenshot({ path: `${folder}forced-colours-result.png`, fullPage: true });
});

test("what is chosen is framed, and progress is drawn", async ({ page }) => {
  await screens["questions-answered"]!(page);
  const highlight = await systemColour(page, "Highlight");
  expect(await colour(page, ".option:has(:checked)", "borderTopColor")).toBe(highlight);
  expect(await colour(page, ".fill", "fill")).toBe(highlight);
  await page.screenshot({ path: `${folder}forced-colours-questions.png`, fullPage: true });
});

test("a ranked option is framed", async ({ page }) => {
  await screens["ranking-full"]!(page);
  expect(await colour(page, ".rank-option[aria-pressed=true]", "borderTopColor")).toBe(await systemColour(page, "Highlight"));
  await page.screenshot({ path: `${folder}forced-colours-ranking.png`, fullPage: true });
});
