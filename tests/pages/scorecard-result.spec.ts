import type { Page } from "@playwright/test";
import { openAt } from "./support/device.ts";
import { listen, putHost } from "./support/embedding.ts";
import { engine, responseOf } from "./support/engine.ts";
import { openDrawing, rowsOfCsv } from "./support/files.ts";
import { goldenPerson } from "./support/golden.ts";
import { openHost } from "./support/host.ts";
import { downloaded } from "./support/download.ts";
import { chooseFile, saveFile } from "./support/person.ts";
import { folder } from "./support/picture.ts";
import { print } from "./support/print.ts";
import { rowsOf } from "./support/result.ts";
import { field, goldenScorecard, headlines, tables } from "./support/scorecard.ts";
import { expect, test } from "./support/test.ts";

// Where the scorecard goes: into the result, onto paper, into charts to take away; into the file only if it is ticked.

const manager = goldenPerson("G5_typical_manager");
const scorecard = goldenScorecard("I1_stability_wins");
const filledIn = { ...manager, incentive: scorecard };

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const table = (page: Page, name: keyof typeof tables) => page.getByRole("table", { name: tables[name], exact: true });
const tick = (page: Page) => page.getByRole("checkbox", { name: "Put my scorecard into the response file" });

test("the lines of the picture are told apart without colour, and each reaches 3 to 1", async ({ page }) => {
  await openAt(page, filledIn, "scorecard");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const lines = await page.locator(".plot :is(.choice-line, .gap, .mark), .bar").evaluateAll((shapes) => {
      const brightness = (colour: string) => {
        const [red, green, blue] = colour.match(/\d+(\.\d+)?/g)!.slice(0, 3).map((part) => Number(part) / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
      };
      const root = shapes[0]!.closest(".root")!;
      const behind = brightness(getComputedStyle(root).backgroundColor);
      return shapes.map((shape) => {
        const { stroke, fill, strokeDasharray, strokeWidth } = getComputedStyle(shape);
        const [darker, lighter] = [behind, brightness(stroke === "none" ? fill : stroke)].sort((one, other) => one - other);
        return { name: shape.getAttribute("class"), contrast: (lighter! + 0.05) / (darker! + 0.05), style: `${strokeDasharray} ${strokeWidth} ${fill === "none"}` };
      });
    });
    expect(lines.length).toBeGreaterThan(8);
    for (const { name, contrast } of lines) expect(contrast, `${name} in ${colorScheme}`).toBeGreaterThanOrEqual(3);
    const styles = lines.filter(({ name }) => name?.startsWith("choice-line")).map(({ style }) => style);
    expect(new Set(styles).size, "line styles").toBe(3);
  }
});

test("where the system sets all colours, the picture and the bars are drawn in that of the text", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openAt(page, filledIn, "scorecard");
  const colours = await page.locator(".plot :is(.choice-line, .gap, .mark)").evaluateAll((lines) => [...new Set(lines.map((line) => getComputedStyle(line).stroke))]);
  expect(colours).toEqual([await page.locator("h1").evaluate((heading) => getComputedStyle(heading).color)]);
  await page.screenshot({ path: `${folder}forced-colours-scorecard.png`, fullPage: true });
});

test("the picture draws what its table says", async ({ page }) => {
  await openAt(page, filledIn, "scorecard");
  await page.getByText("The figures as a table").click();
  const [atNone, atToday, atTurn, atAll] = (await rowsOf(table(page, "picture"))).map(([, ...figures]) => figures.map((figure) => Number(figure.replace("−", "-"))));
  const drawn = await page.locator(".plot").evaluate((plot) => {
    const box = plot.getBoundingClientRect();
    const ends = (selector: string) => {
      const line = plot.querySelector<SVGLineElement>(selector)!;
      return [line.y1, line.y2].map((end) => end.baseVal.value);
    };
    const across = (selector: string) => (plot.querySelector(selector)!.getBoundingClientRect().left + plot.querySelector(selector)!.getBoundingClientRect().width / 2 - box.left) / box.width;
    return { lines: [".now", ".delay", ".never"].map(ends), zero: ends(".guide.middle")[0]!, gap: ends(".gap"), today: across(".mark:not(.turn)"), turn: across(".mark.turn"), dot: across(".turning") };
  });
  // Pixels a step, by the longest line.
  const scale = (drawn.lines[2]![0]! - drawn.lines[2]![1]!) / (atNone![2]! - atAll![2]!);
  const height = (figure: number) => drawn.zero + figure * scale;
  for (const [position, [start, end]] of drawn.lines.entries()) {
    expect(Math.abs(start! - height(atNone![position]!))).toBeLessThan(1.5);
    expect(Math.abs(end! - height(atAll![position]!))).toBeLessThan(1.5);
  }
  const [low, high] = [...drawn.gap].sort((one, other) => one - other);
  expect(Math.abs(low! - height(atToday![2]!))).toBeLessThan(1.5);
  expect(Math.abs(high! - height(atToday![0]!))).toBeLessThan(1.5);
  expect(atTurn![0]).toBe(atTurn![2]);
  for (const [found, share] of [[drawn.today, 0.1], [drawn.turn, 0.2297], [drawn.dot, 0.2297]] as const) expect(Math.abs(found - share)).toBeLessThan(0.005);
});

test("the result, its print and its copied text hold it, ticked or not", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openAt(page, filledIn, "result");
  const article = page.getByRole("article");
  await expect(article).toContainText(headlines.never);
  const rows = [...(await rowsOf(table(page, "payoffs"))), ...(await rowsOf(table(page, "contributions")))];
  await button(page, "Copy as text").click();
  await expect(page.getByText("The result is copied as plain text.")).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain("YOUR SCORECARD\nWith these figures, not moving at all is the sensible choice for you.");
  expect(text).toContain("if about 23 % or more of your evaluation");
  expect(text).toContain("if about 44 % of the dip");
  for (const [name, ...figures] of rows) {
    const line = text.split("\n").find((line) => line.startsWith(`- ${name}:`) && figures.every((figure) => line.includes(figure)));
    expect(line, `${name} ${figures}`).toBeDefined();
  }
  const sheets = (await print(page, "result-with-scorecard")).map((sheet) => sheet.replace(/\s+/g, " "));
  expect(sheets.length).toBeLessThanOrEqual(4);
  const all = sheets.join(" ");
  for (const words of [headlines.never, "if about 23 % or more", "if about 44 % of the dip", "Today: 10 %", "Turns at 23 %", "Gap today"]) expect(all).toContain(words);
  for (const chart of ["payoffs", "contributions"] as const) {
    const cells = (await rowsOf(table(page, chart))).flat();
    expect(sheets.filter((sheet) => sheet.includes(tables[chart]) && cells.every((cell) => sheet.includes(cell))), `${chart} on one sheet`).not.toHaveLength(0);
  }
  for (const words of ["Save as picture", "Change my scorecard", "The figures as a table"]) expect(all).not.toContain(words);
});

test("an offer that was not taken is not on paper", async ({ page }) => {
  await openAt(page, manager, "result");
  expect((await print(page, "result-without-scorecard")).join(" ")).not.toContain("scorecard");
});

test("it changes what the result rests on", async ({ page }) => {
  const { evaluate } = await engine();
  const [without, with_] = [evaluate(await responseOf(manager)), evaluate(await responseOf(filledIn))];
  expect(with_.diagnosis, "the example makes a difference").not.toEqual(without.diagnosis);
  await openAt(page, manager, "result");
  const before = await page.getByRole("article").locator(".lead, .move h3").allInnerTexts();
  await openAt(page, filledIn, "result");
  expect(await page.getByRole("article").locator(".lead, .move h3").allInnerTexts()).not.toEqual(before);
});

test("the file holds it only if it is ticked, and opens again with the tick", async ({ page }) => {
  await openAt(page, filledIn, "scorecard");
  await expect(tick(page)).not.toBeChecked();
  await button(page, "Back to my result").click();
  await button(page, "Save my answers").click();
  const content = page.getByRole("region", { name: "Content of the file" });
  await expect(content).not.toContainText("incentive");
  expect((await saveFile(page)).response.incentive).toBeUndefined();

  await button(page, "Back to my result").click();
  await button(page, "Change my scorecard").click();
  await tick(page).check();
  await button(page, "Back to my result").click();
  await button(page, "Save my answers").click();
  await expect(content).toContainText('"incentive"');
  const { text, response } = await saveFile(page);
  expect(await content.innerText()).toBe(text);
  expect(response.incentive).toMatchObject({ weights: scorecard.weights, transition: scorecard.transition, settled: scorecard.settled, transformationShare: 0.1 });

  await page.evaluate(() => localStorage.clear());
  await page.goto("index.html");
  await chooseFile(page, text);
  await expect(page.getByRole("article")).toContainText(headlines.never);
  await button(page, "Change my scorecard").click();
  await expect(tick(page)).toBeChecked();
  await expect(field(page, "operations", "weights")).toHaveValue("6");
  await button(page, "Back to my result").click();
  await button(page, "Save my answers").click();
  expect((await saveFile(page)).text).toBe(text);
});

test("a page around gets it only if it is ticked, and then as it was shown", async ({ page, site }) => {
  putHost(site, '<middle-layer hand-in="page"></middle-layer>');
  const heard = await listen(page);
  await openHost(page, filledIn, "result");
  await expect(page.getByRole("article")).toContainText(headlines.never);
  const handIn = async () => {
    await button(page, "Save or hand in my answers").click();
    const shown = JSON.parse(await page.getByRole("region", { name: "Content of the file" }).innerText()) as Record<string, unknown>;
    await button(page, "Hand in").click();
    await expect(page.getByText(/^Handed in to/)).toBeVisible();
    await button(page, "Back to my result").click();
    const events = (await heard()).events.filter(({ type }) => type === "handed-in");
    const { response, evaluation } = events.at(-1)!.detail as { response: Record<string, unknown>; evaluation: Record<string, unknown> };
    expect(response).toEqual(shown);
    const { evaluate } = await engine();
    expect(evaluation).toEqual(evaluate(shown as unknown as Parameters<typeof evaluate>[0]));
    return { response, evaluation };
  };
  const without = await handIn();
  expect(without.response).not.toHaveProperty("incentive");
  expect(JSON.stringify(without)).not.toMatch(/transformationShare|"weights"/);
  await button(page, "Change my scorecard").click();
  await tick(page).check();
  await button(page, "Back to my result").click();
  const ticked = await handIn();
  expect(ticked.response).toMatchObject({ incentive: { weights: scorecard.weights } });
  const others = (await heard()).events.filter(({ type }) => type !== "handed-in");
  expect(JSON.stringify(others)).not.toMatch(/incentive|weights/);
});

for (const width of [320, 1280]) {
  test(`at ${width} px, every chart is saved as an SVG file that stands by itself, and as a CSV file`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width, height: 800 });
    await openAt(page, filledIn, "scorecard");
    await page.getByText("The figures as a table").click();
    const files: Record<keyof typeof tables, string> = { picture: "scorecard-choices", payoffs: "scorecard-effects", contributions: "scorecard-reasons" };
    for (const chart of Object.keys(files) as (keyof typeof tables)[]) {
      const save = (label: string) => downloaded(page, () => button(page, `${label}: ${tables[chart]}`).click());
      // In a narrow column each cell of a table says its head first.
      const rows = (await rowsOf(table(page, chart))).map((row) => row.map((cell) => cell.split("\n").at(-1)!));
      const sheet = await save("Save as table (CSV)");
      expect(sheet.name).toBe(`${files[chart]}.csv`);
      const [heads, ...lines] = rowsOfCsv(sheet.text);
      expect(heads).toEqual(await table(page, chart).getByRole("columnheader").allInnerTexts());
      expect(lines).toEqual(rows.map((row) => row.map((cell) => cell.replace("−", "-"))));

      const drawing = await save("Save as picture (SVG)");
      expect(drawing.name).toBe(`${files[chart]}.svg`);
      const opened = await openDrawing(page, drawing.text, `${folder}${files[chart]}-${width}.png`);
      expect(opened.title).toBe(tables[chart]);
      const words = opened.texts.join(" ");
      expect(words).not.toContain("Save as");
      if (chart === "picture") {
        for (const label of ["Move now", "Wait first", "Do not move", "Today: 10 %", "Turns at 23 %", "0 %", "100 %"]) expect(words).toContain(label);
        expect(opened.shapes["circle"]).toBe(1);
        const styles = new Set(drawing.text.match(/stroke-dasharray="[^"]+"/g));
        expect(styles.size, "lines are told apart").toBeGreaterThanOrEqual(3);
      } else {
        for (const cell of rows.flat()) expect(words).toContain(cell);
        expect(opened.shapes["rect"]).toBeGreaterThanOrEqual(rows.length + 1);
      }
    }
  });
}

test("charts are saved from the result too, and inside another page", async ({ page, site }) => {
  putHost(site, "<middle-layer></middle-layer>");
  await openHost(page, filledIn, "result");
  const { text } = await downloaded(page, () => button(page, `Save as picture (SVG): ${tables.payoffs}`).click());
  expect((await openDrawing(page, text, `${folder}scorecard-effects-host.png`)).title).toBe(tables.payoffs);
});
