import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { downloaded } from "./support/download.ts";
import { picture } from "./support/picture.ts";
import { expect, test } from "./support/test.ts";

// The page for people without Rust: choose, drop or paste a file, and see all that is wrong or all that is in it.

const example = await readFile(new URL("../../docs/instrument-example.json", import.meta.url), "utf8");

const broken = example
  .replace('"title": "The claims', '"titel": "x",\n  "title": "The claims')
  .replace("https://intranet.acme.example", "javascript:alert(1)")
  .replace('"until": "2026-12-18"', '"until": "18.12.2026"');

function lineOf(text: string, part: string): number {
  return text.split("\n").findIndex((line) => line.includes(part)) + 1;
}

async function choose(page: Page, content: string | Buffer): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Choose a file" }).click()]);
  await chooser.setFiles({ name: "own.json", mimeType: "application/json", buffer: typeof content === "string" ? Buffer.from(content) : content });
}

const result = (page: Page, name: string | RegExp) => page.getByRole("region", { name });

test.beforeEach(async ({ page, watch }) => {
  watch.allowRequests(/\/(check\.(html|js|css)|paper\.css)$/);
  await page.goto("check.html");
  await expect(page.getByRole("heading", { level: 1, name: "Check your own questions" })).toBeVisible();
});

test("a good file shows its hash, its words and every question", async ({ page }) => {
  await expectAccessible(page);
  await choose(page, example);
  const region = result(page, "This file can be used");
  await expect(region).toBeFocused();
  await expect(page.getByRole("status")).toHaveText("This file can be used");
  await expect(region.getByText("These are questions of your own.")).toBeVisible();
  const hash = (await region.getByText(/^[0-9a-f]{64}$/).textContent())!;
  await expect(region.getByText(hash.slice(0, 12), { exact: true })).toBeVisible();
  await expect(region.getByText("Jo Berg, programme office: mailto:")).toBeVisible();
  await region.getByText("Team lead or head of department, full: the ranking and 39 questions").click();
  await expect(region.getByText("The steering group decides about the claims assistant within five working days.")).toBeVisible();
  await expect(region.getByText("ACME1: Slow and crowded decisions; agreeing speaks against one")).toBeVisible();
  await expect(region.getByText("Claims handler, pulse: the ranking and 12 questions")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "check-good");
});

test("a broken file shows every problem with its line, in the order of the file", async ({ page }) => {
  await choose(page, broken);
  const region = result(page, "3 problems in this file");
  await expect(region).toBeFocused();
  const lines = ['"titel"', "javascript:", "18.12.2026"].map((part) => lineOf(broken, part));
  const entries = await region.getByRole("listitem").allInnerTexts();
  expect(entries.map((entry) => entry.replace(/\s+/g, " "))).toEqual([
    `The field “titel” is not known here; remove it. Show line ${lines[0]}`,
    `The field “links.privacy.url” must be a plain https:// or mailto: address, without spaces and without a name before the host. Show line ${lines[1]}`,
    `The field “links.handIn.until” must be a day such as 2026-12-18. Show line ${lines[2]}`,
  ]);
  await expectAccessible(page);
  await picture(page, "check-problems");
  await region.getByRole("button", { name: `Show line ${lines[1]}` }).click();
  const text = page.getByRole("textbox");
  await expect(text).toBeFocused();
  expect(await text.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))).toContain("javascript:");
});

test("pasted text is checked, mended, and checked again, by keyboard alone", async ({ page }) => {
  const text = page.getByRole("textbox", { name: "Or paste its text, or change it here" });
  await text.fill(broken.slice(0, 100));
  await text.press("Tab");
  await page.keyboard.press("Enter");
  await expect(result(page, "1 problem in this file").getByText("The input is not valid JSON")).toBeVisible();
  await text.fill(example);
  await text.press("Tab");
  await page.keyboard.press("Enter");
  await expect(result(page, "This file can be used")).toBeVisible();
  await text.fill("");
  await page.getByRole("button", { name: "Check this text" }).click();
  await expect(result(page, "There is no text yet")).toBeVisible();
});

test("a rule that is broken is found where its question stands", async ({ page }) => {
  const file = JSON.parse(example);
  file.items[1].key = "+";
  const text = JSON.stringify(file, null, 2);
  await choose(page, text);
  const line = lineOf(text, '"id": "SIG1"') - 1;
  await expect(result(page, "1 problem in this file").getByRole("listitem")).toHaveText(
    `The field “items.SIG1” is compared with SIG2 as its opposite; give the two opposite keys.Show line ${line}`,
  );
});

const more = /^More may show once these are mended/;

test("where the file could not be read whole, it says that more may show; where the rules were checked, it does not", async ({ page }) => {
  await choose(page, broken);
  await expect(result(page, "3 problems in this file").getByText(more)).toBeVisible();
  const file = JSON.parse(example);
  file.items[1].key = "+";
  await choose(page, JSON.stringify(file));
  await expect(result(page, "1 problem in this file").getByText(/opposite/)).toBeVisible();
  await expect(page.getByText(more)).toHaveCount(0);
});

test("an id that no question has is named, and found where it stands", async ({ page }) => {
  const file = JSON.parse(example);
  file.order.pulse.executive[1].push("NONE7");
  const text = JSON.stringify(file, null, 2);
  await choose(page, text);
  await expect(result(page, "1 problem in this file").getByRole("listitem")).toHaveText(
    `The field “order.pulse.executive.1.NONE7” names “NONE7”, and no question has that id; give the id of an item.Show line ${lineOf(text, '"NONE7"')}`,
  );
});

for (const [format, kind] of [["middle-layer/response", "saved answers"], ["middle-layer/path", "a saved approval path"]] as const) {
  test(`a file of ${format} is told in one sentence`, async ({ page }) => {
    await choose(page, JSON.stringify({ format, version: 1, answers: { SIG1: 4 } }));
    await expect(result(page, "This is no file of questions")).toContainText(`It holds ${kind}. Choose the file that has your questions.`);
    await expect(page.getByRole("listitem")).toHaveCount(0);
  });
}

test("what a form asks nothing about is noted, and the file can be used", async ({ page }) => {
  const file = JSON.parse(example);
  const dropped = new Set(file.items.filter((item: { construct: string }) => item.construct === "MEA").map((item: { id: string }) => item.id));
  file.items = file.items.filter((item: { id: string }) => !dropped.has(item.id));
  for (const roles of Object.values<Record<string, string[][]>>(file.order)) for (const role of Object.keys(roles)) roles[role] = roles[role]!.map((page) => page.filter((id) => !dropped.has(id)));
  await choose(page, JSON.stringify(file));
  const region = result(page, "This file can be used");
  await expect(region.getByText("Not scored, full form")).toBeVisible();
  await expect(region.getByText(/: no question asks about this\.$/).first()).toBeVisible();
  await choose(page, example);
  await expect(region.getByText("Not scored, full form")).toHaveCount(0);
});

test("files that are none say so", async ({ page }) => {
  await choose(page, Buffer.from([0x7b, 0xff, 0x7d]));
  await expect(result(page, "This file is not UTF-8 text")).toBeVisible();
  await choose(page, " ".repeat(1024 * 1024 + 1));
  await expect(result(page, "This file is too large")).toBeVisible();
  await choose(page, "[]");
  await expect(result(page, "1 problem in this file").getByText("The input must be an object.")).toBeVisible();
});

test("a file can be dropped anywhere", async ({ page }) => {
  const transfer = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], "own.json", { type: "application/json" }));
    return transfer;
  }, example);
  for (const event of ["dragover", "drop"]) await page.getByRole("heading", { level: 1 }).dispatchEvent(event, { dataTransfer: transfer });
  await expect(result(page, "This file can be used")).toBeVisible();
});

test("the built-in questions are a starting point that can be used as it is", async ({ page, site }) => {
  const { name, text } = await downloaded(page, () => page.getByRole("button", { name: "Download the built-in questions" }).click());
  expect(name).toBe("our-questions.json");
  const file = JSON.parse(text);
  expect(file).toMatchObject({ $schema: site.address("instrument.schema.json"), id: "our-questions" });
  expect(text).toContain('["SIG1", "CUL2", "DEC1", "ACC1", "EXC1", "MAN1", "INC1"]');
  await choose(page, text);
  await expect(result(page, "This file can be used")).toBeVisible();
});

test("the schema is where the page says", async ({ page, request, site }) => {
  const address = await page.getByRole("link", { name: "Schema for editors" }).getAttribute("href");
  const schema = await (await request.get(site.address(address!))).json();
  expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
});

test("it fits a screen of 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  await choose(page, example);
  for (const summary of await page.locator("summary").all()) await summary.click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
