import type { Page } from "@playwright/test";
import { openAt } from "./support/device.ts";
import { putHost } from "./support/embedding.ts";
import { goldenPerson, type Person } from "./support/golden.ts";
import { folder } from "./support/picture.ts";
import { print } from "./support/print.ts";
import { chartsOf } from "./support/result.ts";
import { expect, test } from "./support/test.ts";

// On paper a result is a short report: nothing cut, nothing that only makes sense on a screen, and no colour needed.

const people: Record<string, Person> = {
  manager: goldenPerson("G5_typical_manager", { pilot: "yes", rollout: "Letter drafts" }),
  executive: goldenPerson("G11_executive", { attribution: ["c1", "s3", "o1"] }),
  frontline: goldenPerson("G10_frontline", { attribution: ["c2"], pilot: "no" }),
};

const spaces = (text: string) => text.replace(/\s+/g, " ").trim();

for (const [role, person] of Object.entries(people)) {
  test(`the result of a ${role} is two to three sheets of A4, with no chart and no move cut`, async ({ page }) => {
    await openAt(page, person, "result");
    const article = page.getByRole("article");
    const verdict = await article.getByRole("heading", { level: 1 }).innerText();
    const moves = page.getByRole("listitem").filter({ has: page.getByRole("term") });
    const moveTexts = await Promise.all((await moves.all()).map(async (move) => [await move.getByRole("heading").innerText(), await move.getByRole("definition").last().innerText()]));
    const charts = await chartsOf(page);
    const sheets = (await print(page, `result-${role}`)).map(spaces);
    test.info().annotations.push({ type: "sheets", description: String(sheets.length) });

    expect(sheets[0]).toContain(spaces(verdict));
    // Two print-outs can be told apart.
    const rollout = person.rollout ? ` · ${person.rollout}` : "";
    expect(sheets[0]).toMatch(new RegExp(`^Middle Layer · ${role}${rollout} · \\d{4}-W\\d\\d `, "i"));
    expect(sheets.length).toBeGreaterThanOrEqual(2);
    expect(sheets.length).toBeLessThanOrEqual(3);
    for (const [name, rows] of charts) {
      const onOne = sheets.filter((sheet) => rows.every((cells) => cells.every((cell) => sheet.includes(spaces(cell)))));
      expect(onOne, `the chart “${name}” stands whole on one sheet`).not.toHaveLength(0);
    }
    expect(moveTexts.length).toBeGreaterThan(0);
    for (const texts of moveTexts) {
      const onOne = sheets.filter((sheet) => texts.every((text) => sheet.includes(spaces(text))));
      expect(onOne, `the move “${texts[0]}” stands whole on one sheet`).not.toHaveLength(0);
    }
    const all = sheets.join(" ");
    expect(all).toContain("What this cannot tell you");
    for (const button of ["Save my answers", "Print or save as PDF", "Start over", "Close"]) expect(all).not.toContain(button);
  });
}

test("on paper, charts, rows and moves are kept whole, and the two series differ by shape", async ({ page }) => {
  await openAt(page, people["manager"]!, "result");
  await page.emulateMedia({ media: "print" });
  const kept = async (selector: string) =>
    page.locator(selector).evaluateAll((elements) => [...new Set(elements.map((element) => getComputedStyle(element).breakInside))]);
  for (const selector of [".chart", ".chart-row", ".move"]) expect(await kept(selector), selector).toEqual(["avoid"]);
  const fill = (selector: string) => page.locator(selector).first().evaluate((circle) => getComputedStyle(circle).fill);
  const background = await page.locator(".root").evaluate((root) => getComputedStyle(root).backgroundColor);
  expect(await fill(".second .interval circle")).toBe(background);
  expect(await fill(".whole .interval circle")).not.toBe(background);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setEmulatedVisionDeficiency", { type: "achromatopsia" });
  await page.screenshot({ path: `${folder}print-monochrome.png`, fullPage: true });
});

/** In place of the browser's dialogue: notes in the outermost page what would be printed. */
async function notePrinting(page: Page, allowed: boolean): Promise<void> {
  await page.addInitScript((allowed) => {
    window.print = () => {
      if (!allowed) return; // As in a sandbox without `allow-modals`.
      dispatchEvent(new Event("beforeprint"));
      const style = [...document.adoptedStyleSheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join("\n");
      const { title, body } = document;
      Object.assign(top!, { printed: { own: self === top, title, body: body.innerHTML, style } });
      dispatchEvent(new Event("afterprint"));
    };
  }, allowed);
}

interface Printed {
  own: boolean;
  title: string;
  body: string;
  style: string;
}
const printed = (page: Page) => page.evaluate(() => (window as unknown as { printed?: Printed }).printed);
const button = { name: "Print or save as PDF" };

test("the button prints the page", async ({ page }) => {
  await notePrinting(page, true);
  await openAt(page, people["manager"]!, "result");
  await page.getByRole("button", button).click();
  expect((await printed(page))?.own).toBe(true);
  await expect(page.getByText("Printing did not start.")).toHaveCount(0);
});

test("from an element the button prints our report, and not the page around", async ({ page, site, context }) => {
  await notePrinting(page, true);
  await openAt(page, people["manager"]!, "result");
  putHost(site, "<p>Canteen: soup</p><middle-layer></middle-layer>");
  await page.goto("host.html");
  const verdict = await page.getByRole("article").getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("button", button).click();
  const report = (await printed(page))!;
  expect(report.own).toBe(false);
  expect(spaces(report.title)).toBe(spaces(verdict));
  await expect(page.locator("iframe")).toHaveCount(0);
  const paper = await context.newPage();
  await paper.setContent(`<!doctype html><html lang="en"><style>${report.style}</style><body>${report.body}</body></html>`);
  const sheets = (await print(paper, "result-from-element")).map(spaces);
  expect(sheets.length).toBeGreaterThanOrEqual(2);
  expect(sheets.length).toBeLessThanOrEqual(3);
  expect(sheets[0]).toContain(spaces(verdict));
  const all = sheets.join(" ");
  expect(all).toContain("What this cannot tell you");
  for (const text of ["Canteen", "Save my answers", "Start over"]) expect(all).not.toContain(text);
});

test("where a page may not print, the person reads what to do instead", async ({ page }) => {
  await notePrinting(page, false);
  await openAt(page, people["manager"]!, "result");
  await page.getByRole("button", button).click();
  await expect(page.getByText("Printing did not start.")).toBeVisible();
});
