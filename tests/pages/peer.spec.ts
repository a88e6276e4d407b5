import { expect, test, type Locator, type Page } from "@playwright/test";
import { sides } from "../../benches/peer/sides.mjs";
import { serve } from "../../benches/peer/site.mjs";

// `cargo xtask bench` sets ours beside SurveyJS. That is fair only as long as both ask the same, which is read here from
// what stands on the pages. It is a site of the bench's own, so nothing of the other tests' watch applies.

interface Question {
  text: string;
  answers: string[];
}

const texts = async (place: Locator) => (await place.allInnerTexts()).map((text) => text.trim());

/** The ranking of ours, whose options are in an order that each person has by chance. */
async function ourRanking(page: Page): Promise<Question> {
  return { text: await page.locator(".screen .lead").innerText(), answers: (await texts(page.locator(".rank-option"))).sort() };
}

/** The items of a page of ours; words that all begin with stand once above them. */
async function ourItems(page: Page): Promise<Question[]> {
  const stem = (await texts(page.locator(".stem"))).map((text) => text.replace(/…$/, ""));
  const items = await page.locator("fieldset.item").evaluateAll((items) =>
    items.map((item) => ({
      text: item.querySelector("legend")!.innerText,
      answers: [...item.querySelectorAll<HTMLElement>(".option")].map(({ innerText }) => innerText.trim()),
    })),
  );
  return items.map(({ text, answers }) => ({ text: `${stem}${text}`, answers }));
}

function theirQuestions(page: Page): Promise<Question[]> {
  return page.locator(".sd-question").evaluateAll((questions) =>
    questions.map((question) => {
      const labels = question.querySelectorAll<HTMLElement>(".sd-item__control-label, .sv-ranking-item__text");
      const answers = [...labels].map(({ innerText }) => innerText.trim());
      const isRanking = question.querySelector(".sv-ranking") !== null;
      return { text: question.querySelector<HTMLElement>(".sd-question__title")!.innerText, answers: isRanking ? answers.sort() : answers };
    }),
  );
}

async function ours(page: Page, address: string): Promise<Question[][]> {
  await page.goto(address);
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await press("Start");
  await press("Next");
  await expect(page.locator(".rank-option").first()).toBeVisible();
  const pages = [[await ourRanking(page)]];
  for (;;) {
    const place = page.locator(".position");
    const before = await place.innerText();
    await press("Next");
    await press("Continue without");
    await expect(place).not.toHaveText(before);
    // After the last page comes a list of what is open.
    const questions = await ourItems(page);
    if (questions.length === 0) return pages;
    pages.push(questions);
  }
}

async function theirs(page: Page, address: string): Promise<Question[][]> {
  await page.goto(address);
  const next = page.getByRole("button", { name: "Next", exact: true });
  const pages: Question[][] = [];
  for (;;) {
    await expect(page.locator(".sd-question").first()).toBeVisible();
    pages.push(await theirQuestions(page));
    if (!(await next.isVisible())) return pages;
    await next.click();
    await expect(page.getByText(pages.at(-1)![0]!.text, { exact: true })).toHaveCount(0);
  }
}

for (const where of ["page", "embedded"] as const) {
  test(`both sides of the bench ask the same questions on the same pages, ${where}`, async ({ page }) => {
    const site = await serve({ compressed: false });
    try {
      const asked = await ours(page, site.address + sides.ours.pages[where]);
      expect(asked.flat()).toHaveLength(40);
      expect(await theirs(page, site.address + sides.theirs.pages[where])).toEqual(asked);
    } finally {
      await site.close();
    }
  });
}
