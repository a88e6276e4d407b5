import type { Page } from "@playwright/test";
import { openAt } from "./support/device.ts";
import { goldenPerson, type Person } from "./support/golden.ts";
import { exclusiveOption, instrument, itemPages, legendOf, optionText, questions, stemOf, textOf } from "./support/instrument.ts";
import { gapsTitle, saveFile, Walk } from "./support/person.ts";
import { expect, test } from "./support/test.ts";

// From screen to screen: what is asked, what is kept, and that nobody is held up.

const manager = goldenPerson("G5_typical_manager", { rollout: "Letter drafts" });
const nothingYet: Person = { ...manager, answers: {}, attribution: [] };
const [firstPage, frictionPage] = itemPages("full", "manager") as [string[], string[]];

async function heading(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

function picks(page: Page) {
  return page.getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Take out/ }) });
}

async function optionOrder(page: Page): Promise<string[]> {
  const known = new Set(instrument.attribution.options.map(({ text }) => text));
  const names = await page.getByRole("button").allInnerTexts();
  return names.map((name) => name.trim()).filter((name) => known.has(name));
}

test("the browser's back and forward keep everything", async ({ page }) => {
  const walk = new Walk(page, manager);
  await walk.toPages();
  await walk.answerPage(0);
  await walk.next();
  await walk.answer("FRI1", 5);

  await page.goBack();
  await expect(page.getByText("Page 2 of 7")).toBeVisible();
  for (const id of firstPage) await expect(walk.radio(id, manager.answers[id]!)).toBeChecked();
  await page.goBack();
  await expect(picks(page)).toContainText(manager.attribution.map(optionText));
  await page.goBack();
  await expect(page.getByRole("radio", { name: /^Manager/ })).toBeChecked();
  await page.goBack();
  await expect(page.getByRole("textbox", { name: "A name for it" })).toHaveValue("Letter drafts");
  for (let step = 0; step < 4; step++) await page.goForward();
  await heading(page, "What got easier or harder");
  await expect(walk.radio("FRI1", 5)).toBeChecked();
});

test("after a reload, back goes to the page before", async ({ page }) => {
  const walk = new Walk(page, manager);
  await walk.toPages();
  await page.reload();
  await expect(page.getByText("Page 2 of 7")).toBeVisible();
  await page.goBack();
  await heading(page, "First, your own explanation");
  await expect(picks(page)).toHaveCount(3);
});

test("back from the result and forward again shows the same result", async ({ page }) => {
  await openAt(page, manager, "review");
  const walk = new Walk(page, manager);
  await walk.button("See my result").click();
  const verdict = await page.getByRole("article").getByRole("heading", { level: 1 }).innerText();
  await page.goBack();
  await heading(page, "Everything is answered");
  await page.goForward();
  await heading(page, verdict);
});

test("Next names the open questions once, and never blocks", async ({ page }) => {
  await openAt(page, { ...nothingYet, answers: { SIG1: 3, ACC1: 2 } }, "page-1");
  const walk = new Walk(page, manager);
  await walk.next();
  const open = firstPage.filter((id) => id !== "SIG1" && id !== "ACC1");
  const notice = page.getByRole("group", { name: gapsTitle(open.length), exact: true });
  await expect(notice).toBeFocused();
  await expect(notice.getByRole("listitem")).toHaveText(open.map((id) => textOf(id, "manager")));

  await walk.button("Go to the first").click();
  await expect(walk.radio(open[0]!, 1)).toBeFocused();
  await walk.answer(open[0]!, 4);
  await expect(page.getByRole("heading", { name: gapsTitle(open.length - 1) })).toBeVisible();
  await walk.next();
  await heading(page, "What got easier or harder");
  await walk.button("Back").click();
  await walk.next();
  await heading(page, "What got easier or harder");
});

test("what is open can be left by “Continue without”", async ({ page }) => {
  await openAt(page, nothingYet, "page-1");
  const walk = new Walk(page, manager);
  await walk.next();
  await walk.button("Continue without").click();
  await heading(page, "What got easier or harder");
});

test("once the last open question is answered, the notice goes", async ({ page }) => {
  const { SIG1: _, ...others } = manager.answers;
  await openAt(page, { ...manager, answers: others }, "page-1");
  const walk = new Walk(page, manager);
  await walk.next();
  await expect(page.getByRole("heading", { name: gapsTitle(1) })).toBeVisible();
  await walk.answer("SIG1", 4);
  await expect(page.getByRole("heading", { name: gapsTitle(1) })).toHaveCount(0);
});

test("Next without a role says what is missing and leads to it", async ({ page }) => {
  const walk = new Walk(page, manager);
  await walk.open();
  await walk.button("Start").click();
  await walk.next();
  await expect(page.getByRole("alert")).toHaveText("Please choose a role. It decides which questions you get.");
  const group = page.getByRole("group", { name: "In which role do you answer?" });
  await expect(group.getByRole("radio").first()).toBeFocused();
  await expect(group).toHaveAccessibleDescription(/Please choose a role/);
  await walk.tellAbout();
  await expect(page.getByText("Please choose a role.")).toHaveCount(0);
  await walk.next();
  await heading(page, "First, your own explanation");
});

test("naming the rollout does not turn the start into going on", async ({ page }) => {
  const walk = new Walk(page, manager);
  await walk.open();
  await page.getByRole("textbox", { name: "A name for it" }).fill("Letter drafts");
  await expect(walk.button("Start")).toBeVisible();
});

test("the frame stands above the questions, with the rollout's name and, for executives, who is meant by managers", async ({ page }) => {
  await openAt(page, { ...goldenPerson("G11_executive"), rollout: "Letter drafts" }, "page-1");
  await expect(page.getByText("Think of one AI rollout that you know well and that went past its pilot.")).toBeVisible();
  await expect(page.getByText("Answer for the last three months, unless a question names another period.")).toBeVisible();
  await expect(page.getByText("“Managers” means the directors, senior managers, managers and functional leaders")).toBeVisible();
  await expect(page.getByText("About: Letter drafts")).toBeVisible();
});

test("progress says the page and how much is answered", async ({ page }) => {
  await openAt(page, { ...manager, answers: { SIG1: 3 } }, "page-1");
  const walk = new Walk(page, manager);
  const total = questions("full", "manager");
  const progress = page.getByRole("progressbar", { name: "Questions answered" });
  await expect(page.getByText("Page 2 of 7")).toBeVisible();
  await expect(page.getByText(`2 of ${total} answered`)).toBeVisible();
  await walk.answer("DEC1", "na");
  await expect(page.getByText(`3 of ${total} answered`)).toBeVisible();
  await expect(progress).toHaveAttribute("aria-valuenow", "3");
  await expect(progress).toHaveAttribute("aria-valuemax", String(total));
});

test("nothing advances by itself", async ({ page }) => {
  await openAt(page, nothingYet, "page-1");
  const walk = new Walk(page, manager);
  for (const id of firstPage) await walk.answer(id, manager.answers[id]!);
  await expect(page.getByText(`7 of ${questions("full", "manager")} answered`)).toBeVisible();
  await expect(page.getByText("Page 2 of 7")).toBeVisible();
  await expect(walk.radio(firstPage[0]!, 1)).toBeVisible();
});

test("an answer can be cleared, and the focus stays with its question", async ({ page }) => {
  await openAt(page, manager, "page-1");
  const walk = new Walk(page, manager);
  await walk.button(`Clear the answer to: ${textOf("DEC1", "manager")}`).click();
  await expect(walk.group("DEC1").getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(walk.group("DEC1").getByRole("radio").first()).toBeFocused();
  await expect(walk.button(`Clear the answer to: ${textOf("DEC1", "manager")}`)).toHaveCount(0);
  await expect(page.getByText(`39 of ${questions("full", "manager")} answered`)).toBeVisible();
  await page.reload();
  await expect(walk.group("DEC1")).toBeVisible();
  await expect(walk.group("DEC1").getByRole("radio", { checked: true })).toHaveCount(0);
});

test.describe("keys in a radio group", () => {
  let walk: Walk;

  test.beforeEach(async ({ page }) => {
    await openAt(page, nothingYet, "page-1");
    walk = new Walk(page, manager);
    await walk.group("CUL2").getByRole("radio").first().focus();
  });

  test("arrows do what the platform's radio groups do", async ({ page }) => {
    await page.keyboard.press("Space");
    await expect(walk.radio("CUL2", 1)).toBeChecked();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await expect(walk.radio("CUL2", 3)).toBeChecked();
    await expect(walk.radio("CUL2", 3)).toBeFocused();
    await page.keyboard.press("ArrowLeft");
    await expect(walk.radio("CUL2", 2)).toBeChecked();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect(walk.radio("CUL2", "na"), "it wraps around").toBeChecked();
  });

  for (const digit of [1, 2, 3, 4, 5, 0] as const) {
    test(`${digit} gives its answer, to this question only`, async ({ page }) => {
      await page.keyboard.press(String(digit));
      const answer = digit === 0 ? "na" : digit;
      await expect(walk.radio("CUL2", answer)).toBeChecked();
      await expect(walk.radio("CUL2", answer)).toBeFocused();
      await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
    });
  }

  test("other digits and shortcuts give none", async ({ page }) => {
    for (const key of ["6", "9", "Control+1", "Alt+2"]) await page.keyboard.press(key);
    await page.keyboard.press("5");
    await expect(walk.radio("CUL2", 5)).toBeChecked();
    for (const key of ["7", "Control+3", "Alt+4"]) await page.keyboard.press(key);
    await expect(walk.radio("CUL2", 5)).toBeChecked();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
  });
});

for (const role of ["manager", "executive"] as const) {
  test(`the page on friction shows its stem once to a ${role}, and each question by its ending`, async ({ page }) => {
    await openAt(page, { ...nothingYet, role }, "page-2");
    await heading(page, "What got easier or harder");
    const stem = stemOf(frictionPage, role);
    expect(stem).toMatch(/^Since the rollout began, is it easier or harder for /);
    await expect(page.getByText(stem!)).toHaveCount(1);
    const legends = await page.getByRole("group").locator("legend").allInnerTexts();
    expect(legends).toEqual(frictionPage.map((id) => legendOf(id, "full", role)));
    await expect(page.getByRole("group", { name: `${stem} …`, exact: true }), "who hears the page hears the stem").toHaveCount(1);
  });
}

test.describe("the ranking", () => {
  test("three can be ranked, in order; more are refused until one is taken out", async ({ page }) => {
    await openAt(page, nothingYet, "page-0");
    const walk = new Walk(page, manager);
    for (const id of ["s2", "c1", "o1"]) await walk.button(optionText(id)).click();
    await expect(picks(page)).toContainText(["s2", "c1", "o1"].map(optionText));
    const fourth = walk.button(optionText("c4"));
    await expect(fourth).toHaveAttribute("aria-disabled", "true");
    await fourth.click({ force: true });
    await expect(picks(page)).toHaveCount(3);
    await expect(page.getByRole("status").filter({ hasText: "Three are ranked. Take one out to rank another." })).toHaveCount(1);
    await walk.button(`Take out: ${optionText("c1")}`).click();
    await fourth.click();
    await expect(picks(page)).toContainText(["s2", "o1", "c4"].map(optionText));
    await walk.button(`Move up: ${optionText("o1")}`).click();
    await expect(picks(page)).toContainText(["o1", "s2", "c4"].map(optionText));
    await page.getByRole("button", { name: optionText("s2") }).and(page.locator("[aria-pressed=true]")).click();
    await expect(picks(page)).toContainText(["o1", "c4"].map(optionText));
  });

  test("“Nothing slows it” goes with no other", async ({ page }) => {
    await openAt(page, nothingYet, "page-0");
    const walk = new Walk(page, manager);
    for (const id of ["s2", "c1", "o1"]) await walk.button(optionText(id)).click();
    await walk.button(optionText(exclusiveOption)).click();
    await expect(picks(page)).toContainText([optionText(exclusiveOption)]);
    await expect(picks(page)).toHaveCount(1);
    await walk.button(optionText("s2")).click();
    await expect(picks(page)).toContainText([optionText("s2")]);
    await expect(picks(page)).toHaveCount(1);
  });

  test("its options stand in another order for another person, and in the same one after a reload", async ({ page }) => {
    const orders: string[][] = [];
    for (let person = 0; person < 3; person++) {
      await page.goto("index.html");
      const walk = new Walk(page, nothingYet);
      await walk.button("Start").click();
      await walk.tellAbout();
      await walk.next();
      await heading(page, "First, your own explanation");
      const order = await optionOrder(page);
      expect([...order].sort()).toEqual(instrument.attribution.options.map(({ text }) => text).sort());
      expect(order.at(-1)).toBe(optionText(exclusiveOption));
      await page.reload();
      await heading(page, "First, your own explanation");
      expect(await optionOrder(page)).toEqual(order);
      orders.push(order);
      await page.evaluate(() => localStorage.clear());
    }
    // Three people with the same order of ten options come up once in 13 trillion runs.
    expect(new Set(orders.map((order) => order.join())).size).toBeGreaterThan(1);
  });
});

test("the review names what is open, and leads back to it", async ({ page }) => {
  const person = goldenPerson("G7_two_pillars_lost");
  await openAt(page, person, "review");
  await heading(page, "8 questions are open");
  const open = itemPages("full", "manager").flat().filter((id) => !(id in person.answers));
  await expect(page.getByRole("main").getByRole("listitem")).toHaveText(open.map((id) => textOf(id, "manager")));
  await expect(page.getByText("Too few answers yet to give a figure for: ")).toContainText("Nobody clearly answers for it");
  await page.getByRole("heading", { level: 2 }).getByRole("button").first().click();
  await expect(new Walk(page, person).group(open[0]!)).toBeVisible();
});

test("somebody who changes the role keeps what both are asked, and loses nothing by changing back", async ({ page }) => {
  await openAt(page, manager, "about");
  const walk = new Walk(page, manager);
  await page.getByRole("radio", { name: /^Frontline/ }).check();
  await walk.next();
  await walk.button("Save as a file and go on later").click();
  const shared = itemPages("full", "frontline").flat();
  const { response } = await saveFile(page);
  expect(response.role).toBe("frontline");
  expect(response.answers).toEqual(Object.fromEntries(Object.entries(manager.answers).filter(([id]) => shared.includes(id))));
  await walk.button("Back to the questions").click();
  await walk.button("Back").click();
  await page.getByRole("radio", { name: /^Manager/ }).check();
  await walk.next();
  await expect(page.getByText(`40 of ${questions("full", "manager")} answered`)).toBeVisible();
});

test("from the result, answers can be changed, and the result follows", async ({ page }) => {
  await openAt(page, manager, "result");
  const walk = new Walk(page, manager);
  await expect(page.getByRole("article")).toContainText("Your answers come to 83");
  await walk.button("Change my answers").click();
  await heading(page, "First, your own explanation");
  for (let number = 1; number <= 7; number++) {
    await expect(page.getByText(`Page ${number} of 7`)).toBeVisible();
    if (number === 2) await walk.answer("SIG1", 1);
    await walk.next();
  }
  await expect(page.getByRole("article")).not.toContainText("Your answers come to 83");
});

test("starting over is one press, can be taken back, and begins a new person", async ({ page }) => {
  await openAt(page, manager, "result");
  const walk = new Walk(page, manager);
  await page.getByRole("region", { name: "Keep this result" }).getByRole("button", { name: "Start over" }).click();
  await heading(page, "Where does the pace go?");
  await expect(page.getByRole("textbox", { name: "A name for it" })).toHaveValue("");
  await walk.button("Bring them back").click();
  await expect(page.getByRole("article")).toContainText("Your answers come to 83");
});
