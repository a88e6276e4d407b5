import type { BrowserContext, Page } from "@playwright/test";
import { openAt } from "./support/device.ts";
import type { Score } from "./support/engine.ts";
import { goldenFigures, goldenPerson, type Person } from "./support/golden.ts";
import { itemPages } from "./support/instrument.ts";
import { saveFile, Walk } from "./support/person.ts";
import { internalKeys, shown } from "./support/result.ts";
import { expect, test } from "./support/test.ts";
import { pillars } from "./support/words.ts";

// The result as plain text, also where the browser does not let a page copy; and plain http, where it has no clipboard.

const people: Record<string, Person> = {
  G5_typical_manager: goldenPerson("G5_typical_manager"),
  G7_two_pillars_lost: goldenPerson("G7_two_pillars_lost"),
  G10_frontline: goldenPerson("G10_frontline", { pilot: "no" }),
};
const manager = people["G5_typical_manager"]!;
const brief: Person = { role: "frontline", form: "pulse", attribution: ["c1"], answers: { SIG1: 4, CUL1: 2 } };

async function copied(page: Page): Promise<string> {
  await expect(page.getByRole("status").filter({ hasText: "The result is copied as plain text." })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

async function expectSummary(page: Page, text: string, figures: Omit<Score, "quality">): Promise<void> {
  const article = page.getByRole("article");
  expect(text).toContain(await article.getByRole("heading", { level: 1 }).innerText());
  const signal = shown(figures.constructs["SIG"]!)!;
  expect(text).toContain(`Your answers come to ${signal.score} (band ${signal.low} to ${signal.high}).`);
  for (const whole of [figures.structuralFriction, figures.readinessGap]) {
    const figure = shown(whole);
    if (figure) expect(text.split("THE MISS")[1]).toMatch(new RegExp(`\\b${figure.score}\\b`));
  }
  for (const [key, { name }] of Object.entries(pillars)) {
    const figure = figures.pillars[key] && shown(figures.pillars[key]);
    const line = figure ? `- ${name}: ${figure.score}, band ${figure.low} to ${figure.high}.` : undefined;
    if (line) expect(text.split("\n")).toContain(line);
    else expect(text).not.toMatch(new RegExp(`^- ${name}:`, "m"));
  }
  const moves = page.getByRole("listitem").filter({ has: page.getByRole("term") });
  const titles = await moves.getByRole("heading").allInnerTexts();
  expect(titles.length).toBeGreaterThan(0);
  expect(text.match(/^\d\. .+$/gm)).toEqual(titles.map((title, position) => `${position + 1}. ${title}`));
  for (const key of internalKeys) expect(text).not.toMatch(key);
}

test.describe("where a page may copy", () => {
  test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

  for (const [name, person] of Object.entries(people)) {
    test(`the text of ${name} holds the verdict, the golden figures and every move`, async ({ page }) => {
      await openAt(page, person, "result");
      await page.getByRole("button", { name: "Copy as text" }).click();
      await expectSummary(page, await copied(page), goldenFigures(name));
    });
  }

  test("where the clipboard refuses, the old way copies", async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException("", "NotAllowedError"));
    });
    await openAt(page, manager, "result");
    await page.getByRole("button", { name: "Copy as text" }).click();
    await expectSummary(page, await copied(page), goldenFigures("G5_typical_manager"));
  });

  test("where nothing copies, the text is there to be copied by hand", async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException("", "NotAllowedError"));
      document.execCommand = () => false;
    });
    await openAt(page, manager, "result");
    await page.getByRole("button", { name: "Copy as text" }).click();
    const text = page.getByRole("textbox", { name: "This browser does not let the page copy." });
    await expectSummary(page, await text.inputValue(), goldenFigures("G5_typical_manager"));
    await expect(page.getByText("The result is copied as plain text.")).toHaveCount(0);
  });
});

test.describe("on plain http, under a name of the intranet", () => {
  async function toResult(page: Page, address: string): Promise<Walk> {
    await page.goto(address);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    const walk = new Walk(page, brief);
    await walk.start();
    await walk.tellAbout();
    await walk.next();
    await walk.rank();
    await walk.next();
    for (const [index, ids] of itemPages("pulse", "frontline").entries()) {
      await walk.answerPage(index);
      await walk.next();
      await walk.continueWithout(ids.filter((id) => !(id in brief.answers)).length);
    }
    await walk.button("See my result").click();
    await expect(page.getByRole("article")).toBeVisible();
    return walk;
  }

  /** What is on the clipboard, asked where a page may. */
  async function clipboard(context: BrowserContext, address: string): Promise<string> {
    await context.grantPermissions(["clipboard-read"], { origin: new URL(address).origin });
    const reader = await context.newPage();
    await reader.goto(address);
    await reader.bringToFront();
    return reader.evaluate(() => navigator.clipboard.readText());
  }

  test("the whole way works: result, file with a random id, reload, and copying", async ({ page, context, site }) => {
    const walk = await toResult(page, site.address("index.html", "middle-layer.test"));
    const verdict = await page.getByRole("article").getByRole("heading", { level: 1 }).innerText();
    await walk.button("Copy as text").click();
    await expect(page.getByText("The result is copied as plain text.")).toBeVisible();
    expect(await clipboard(context, site.address("page.css"))).toContain(verdict);
    await page.bringToFront();
    await walk.button("Save my answers").click();
    const { response } = await saveFile(page);
    expect(response.id).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(response.id).size, "random, not a constant").toBeGreaterThan(4);
    expect(response.answers).toEqual(brief.answers);
    await page.reload();
    await expect(page.getByRole("region", { name: "Content of the file" })).toContainText(response.id);
  });

  test("two people get two ids", async ({ page, site }) => {
    const ids: string[] = [];
    for (let person = 0; person < 2; person++) {
      await page.goto(site.address("index.html", "middle-layer.test"));
      const walk = new Walk(page, brief);
      await walk.start();
      await walk.tellAbout();
      await walk.next();
      await walk.button("Save as a file and go on later").click();
      ids.push((await saveFile(page)).response.id);
      await page.evaluate(() => localStorage.clear());
    }
    expect(ids[0]).not.toBe(ids[1]);
  });
});
