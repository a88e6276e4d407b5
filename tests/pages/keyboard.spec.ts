import type { Page } from "@playwright/test";
import { openAt } from "./support/device.ts";
import { downloaded } from "./support/download.ts";
import { goldenPerson } from "./support/golden.ts";
import { itemPages, legendOf, optionText, type Answer } from "./support/instrument.ts";
import { expectFocusKept, tabTo } from "./support/keyboard.ts";
import { Walk } from "./support/person.ts";
import { expect, test } from "./support/test.ts";

// Without a mouse: from the first screen to the saved file, and the focus is never lost.

const manager = goldenPerson("G5_typical_manager");

async function headingHasFocus(page: Page, name: string | RegExp): Promise<void> {
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText(name);
  await expect(heading).toBeFocused();
}

test("from the first screen to the saved file", async ({ page }) => {
  const { keyboard } = page;
  const [firstPage, lastPage] = itemPages("pulse", "frontline") as [string[], string[]];
  const pattern: Answer[] = [4, 2, "na", 5, 1, 3];
  const answers = Object.fromEntries(firstPage.map((id, position) => [id, pattern[position] as Answer]));
  const walk = new Walk(page, { role: "frontline", form: "pulse", answers, attribution: [] });
  await walk.open();

  await tabTo(page, page.getByRole("textbox", { name: "A name for it" }));
  await keyboard.type("Letter drafts");
  await tabTo(page, page.getByRole("button", { name: /^(Start|Go on)$/ }));
  await keyboard.press("Enter");

  await headingHasFocus(page, "About you");
  await tabTo(page, page.getByRole("radio", { name: /^Manager/ }));
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^Frontline/ })).toBeChecked();
  await tabTo(page, page.getByRole("radio", { name: /^Full/ }));
  await keyboard.press("ArrowDown");
  await tabTo(page, page.getByRole("radio", { name: "Yes", exact: true }));
  await keyboard.press("Space");
  await tabTo(page, walk.button("Next"));
  await keyboard.press("Enter");

  await headingHasFocus(page, "First, your own explanation");
  await tabTo(page, walk.button(optionText("c1")));
  await keyboard.press("Enter");
  await tabTo(page, walk.button(optionText("s2")));
  await keyboard.press("Space");
  await tabTo(page, walk.button(`Move up: ${optionText("s2")}`), "Shift+Tab");
  await keyboard.press("Enter");
  const picks = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Take out/ }) });
  await expect(picks).toContainText(["s2", "c1"].map(optionText));
  await tabTo(page, walk.button("Next"));
  await keyboard.press("Enter");

  await headingHasFocus(page, "The rollout, last three months");
  for (const id of firstPage) {
    await tabTo(page, walk.group(id).getByRole("radio").first());
    const answer = answers[id] as Answer;
    await keyboard.press(answer === "na" ? "0" : String(answer));
    await expect(walk.radio(id, answer)).toBeChecked();
  }
  await tabTo(page, walk.button("Next"));
  await keyboard.press("Enter");

  await headingHasFocus(page, "The last page of statements");
  await tabTo(page, walk.button("Next"));
  await keyboard.press("Enter");
  await expect(page.getByRole("group", { name: "6 questions here have no answer" })).toBeFocused();
  await tabTo(page, walk.button("Go to the first"));
  await keyboard.press("Enter");
  await expect(walk.group(lastPage[0]!).getByRole("radio").first()).toBeFocused();
  await keyboard.press("5");
  await tabTo(page, walk.button("Continue without"));
  await keyboard.press("Enter");

  await headingHasFocus(page, "5 questions are open");
  await tabTo(page, walk.button("See my result"));
  await keyboard.press("Enter");

  await headingHasFocus(page, /rollout/);
  await tabTo(page, walk.button("Save my answers"));
  await keyboard.press("Enter");

  await headingHasFocus(page, "Save your answers");
  await tabTo(page, page.getByRole("region", { name: "Content of the file" }));
  await tabTo(page, walk.button("Save the file"));
  const { text } = await downloaded(page, () => keyboard.press("Enter"));
  const saved = JSON.parse(text) as { answers: unknown; attribution: string[]; pilot: string; rollout: string };
  expect([saved.answers, saved.attribution, saved.pilot, saved.rollout]).toEqual([{ ...answers, [lastPage[0]!]: 5 }, ["s2", "c1"], "yes", "Letter drafts"]);
});

test("Shift+Tab goes back through a page of questions, one stop a group and its clear button", async ({ page }) => {
  await openAt(page, manager, "page-1");
  const walk = new Walk(page, manager);
  const ids = itemPages("full", "manager")[0]!.slice().reverse();
  await walk.button("Next").focus();
  for (const id of ids) {
    await tabTo(page, walk.button(`Clear the answer to: ${legendOf(id, "full", "manager")}`), "Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await expect(walk.radio(id, manager.answers[id]!)).toBeFocused();
  }
});

test("the focus goes to the heading when the browser goes back", async ({ page }) => {
  await openAt(page, manager, "page-1");
  const walk = new Walk(page, manager);
  await walk.next();
  await headingHasFocus(page, "What got easier or harder");
  await page.goBack();
  await headingHasFocus(page, "The rollout, last three months");
});

test("the first screen leaves the focus to the person", async ({ page }) => {
  await page.goto("index.html");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where does the pace go?");
  await expect(page.getByRole("heading", { level: 1 })).not.toBeFocused();
});

const losing: Record<string, { place: string; before?: string; press: (walk: Walk) => ReturnType<Walk["button"]> }> = {
  "a notice that is closed": { place: "page-1", press: (walk) => walk.button("Close") },
  "answers that are erased on the first screen": { place: "start", press: (walk) => walk.button("Erase my answers from this device") },
  "answers that are brought back on the first screen": { place: "start", before: "Erase my answers from this device", press: (walk) => walk.button("Bring them back") },
  "an answer that is cleared": { place: "page-1", press: (walk) => walk.button(/^Clear the answer to/) },
  "a pick that is taken out": { place: "page-0", press: (walk) => walk.button(/^Take out/) },
  "a pick that is moved to the top": { place: "page-0", press: (walk) => walk.page.getByRole("button", { name: /^Move up/, disabled: false }) },
  "a result that is copied": { place: "result", press: (walk) => walk.button("Copy as text") },
};

for (const [what, { place, before, press }] of Object.entries(losing)) {
  test(`${what}: the focus is not lost`, async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await openAt(page, manager, place);
    const walk = new Walk(page, manager);
    if (before !== undefined) await walk.button(before).click();
    const button = press(walk).first();
    await button.focus();
    await page.keyboard.press("Enter");
    // What was pressed has done its work by the time it is gone or disabled, or at the next frame.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await expectFocusKept(page);
  });
}
