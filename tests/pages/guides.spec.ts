import { readFile } from "node:fs/promises";
import { expectAccessible } from "./support/accessible.ts";
import { openHost, putHostPage } from "./support/host.ts";
import { picture } from "./support/picture.ts";
import { releaseFolder } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// The texts for administrators as pages beside the product: the sheet is found from the first screen, the guides from the
// pages they explain, and all are read without a script.

const link = { name: /^For information security and the works council/ };
const guides = {
  "security.html": "For information security and the works council",
  "embedding.html": "Embedding",
  "instrument.html": "Your own questions",
};

for (const [file, title] of Object.entries(guides)) {
  test(`${file} stands by itself, and is accessible from a phone to a desk`, async ({ page, watch }) => {
    watch.allowRequests(/\/middle-layer\/(\w+\.html|paper\.css|icon\.svg)$/);
    await page.goto(file);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    expect(await page.evaluate(() => document.scripts.length)).toBe(0);
    const links = await page.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
    expect(await Promise.all(links.map(missing))).toEqual(links.map(() => ""));
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `nothing scrolls sideways at ${width}`).toBeLessThanOrEqual(width);
      await expectAccessible(page);
    }
    await picture(page, file.replace(".html", ""));
  });
}

/** What is not there of a link, or nothing. */
async function missing(link: string): Promise<string> {
  const [file, place] = link.split("#");
  if (/^(https|mailto):/.test(link)) return "";
  const text = await readFile(`${releaseFolder}${file}`, "utf8").catch(() => undefined);
  if (text === undefined) return `no file ${file}`;
  return place && !text.includes(`id="${place}"`) ? `no ${place} in ${file}` : "";
}

test("the sheet opens beside the answers", async ({ page, context, site, watch }) => {
  watch.allowRequests(/\/(security\.html|paper\.css|icon\.svg)$/);
  await page.goto("index.html");
  const [sheet] = await Promise.all([context.waitForEvent("page"), page.getByRole("link", link).click()]);
  await expect(sheet.getByRole("heading", { level: 1 })).toHaveText(guides["security.html"]);
  expect(sheet.url()).toBe(site.address("security.html"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where does the pace go?");
});

for (const [file, guide] of [["embed.html", "embedding.html"], ["check.html", "instrument.html"]] as const) {
  test(`${file} leads to ${guide}`, async ({ page, watch }) => {
    watch.allowRequests(/\/middle-layer\//);
    await page.goto(file);
    await page.getByRole("link", { name: "the guide" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(guides[guide]);
  });
}

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
