import { access } from "node:fs/promises";
import { expectAccessible } from "./support/accessible.ts";
import { openHost, putHostPage } from "./support/host.ts";
import { picture } from "./support/picture.ts";
import { releaseFolder } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// The sheet for information security and the works council: found from the first screen, read without a script.

const link = { name: /^For information security and the works council/ };

test("it opens beside the answers, and is accessible from a phone to a desk", async ({ page, context, site, watch }) => {
  watch.allowRequests(/\/(security\.html|paper\.css|icon\.svg)$/);
  await page.goto("index.html");
  const [sheet] = await Promise.all([context.waitForEvent("page"), page.getByRole("link", link).click()]);
  await expect(sheet.getByRole("heading", { level: 1 })).toHaveText("For information security and the works council");
  expect(sheet.url()).toBe(site.address("security.html"));
  expect(await sheet.evaluate(() => document.scripts.length)).toBe(0);
  // It stands by itself: whatever it leads to is beside it.
  const links = await sheet.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  expect(await Promise.all(links.map((link) => access(`${releaseFolder}${link}`).then(() => link, () => `missing: ${link}`)))).toEqual(links);
  for (const width of [320, 1280]) {
    await sheet.setViewportSize({ width, height: 800 });
    expect(await sheet.evaluate(() => document.documentElement.scrollWidth), `nothing scrolls sideways at ${width}`).toBeLessThanOrEqual(width);
    await expectAccessible(sheet);
  }
  await picture(sheet, "sheet");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where does the pace go?");
});

test("in an element it leads to where the files are", async ({ page, site }) => {
  putHostPage(site);
  await openHost(page);
  await expect(page.getByRole("link", link)).toHaveAttribute("href", site.address("security.html"));
});

test("the single file has nothing beside it, and no such link", async ({ page, watch }) => {
  watch.allowRequests(/^file:/);
  await page.goto(`file://${releaseFolder}standalone.html`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where does the pace go?");
  await expect(page.getByRole("link", link)).toHaveCount(0);
});
