import type { Page } from "@playwright/test";
import { asideKey, draftKey, draftOf, openAt, putOnDevice } from "./device.ts";
import { responseOf } from "./engine.ts";
import { goldenPerson, type Person } from "./golden.ts";
import { chooseFile, monday, Walk } from "./person.ts";
import { golden, openPath, takeFile } from "./path.ts";
import { enter, goldenScorecard, question } from "./scorecard.ts";
import { expect } from "./test.ts";

// Every screen in every state that looks different, each reached as directly as it can be.

const manager = goldenPerson("G5_typical_manager", { rollout: "Letter drafts" });
const executive = goldenPerson("G11_executive");
const frontline = goldenPerson("G10_frontline", { pilot: "no" });
const filledIn: Person = { ...manager, incentive: goldenScorecard("I1_stability_wins") };
const nothingYet: Person = { ...manager, answers: {}, attribution: [] };
const big = golden["BIG"]!;
const month = 31 * 24 * 60 * 60 * 1000;

async function openWith(page: Page, key: string, draft: object | string): Promise<void> {
  await putOnDevice(page, key, typeof draft === "string" ? draft : JSON.stringify(draft));
  await page.clock.setFixedTime(monday);
  await page.goto("index.html");
}

async function seen(page: Page, text: string | RegExp): Promise<void> {
  await expect(page.getByText(text).first()).toBeVisible();
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

async function openFresh(page: Page): Promise<void> {
  await page.goto("index.html");
  await seen(page, "Where does the pace go?");
}

/** A browser that keeps nothing. */
async function openWithout(page: Page, name: "SecurityError" | "QuotaExceededError"): Promise<void> {
  await page.addInitScript((name) => {
    Storage.prototype.setItem = () => {
      throw new DOMException("", name);
    };
  }, name);
  await openFresh(page);
  await press(page, "Start");
  await expect(page.locator(".notice")).toBeVisible();
}

export const screens: Record<string, (page: Page) => Promise<void>> = {
  start: openFresh,
  "start-with-draft": async (page) => {
    await openAt(page, manager, "start");
    await seen(page, "Go on");
  },
  "start-keeping-nothing": async (page) => {
    await openFresh(page);
    await page.getByRole("checkbox").uncheck();
    await seen(page, "Nothing is kept on this device.");
  },
  about: async (page) => {
    await openFresh(page);
    await press(page, "Start");
    await seen(page, "About you");
  },
  "about-role-missing": async (page) => {
    await openFresh(page);
    await press(page, "Start");
    await press(page, "Next");
    await seen(page, "Please choose a role.");
  },
  "about-filled": async (page) => {
    await openAt(page, { ...manager, pilot: "partly", unit: "Claims" }, "about");
    await seen(page, "About you");
  },
  "ranking-empty": async (page) => {
    await openAt(page, nothingYet, "page-0");
    await seen(page, "Nothing ranked yet.");
  },
  "ranking-full": async (page) => {
    await openAt(page, manager, "page-0");
    await seen(page, "Three are ranked.");
  },
  "ranking-skipped": async (page) => {
    await openAt(page, nothingYet, "page-0");
    await press(page, "Next");
    await seen(page, "One question here has no answer");
  },
  questions: async (page) => {
    await openAt(page, nothingYet, "page-1");
    await seen(page, "Page 2 of 7");
  },
  "questions-answered": async (page) => {
    await openAt(page, manager, "page-1");
    await seen(page, "Page 2 of 7");
  },
  "questions-on-friction": async (page) => {
    await openAt(page, manager, "page-2");
    await seen(page, "What got easier or harder");
  },
  "questions-skipped": async (page) => {
    await openAt(page, nothingYet, "page-1");
    await press(page, "Next");
    await seen(page, "7 questions here have no answer");
  },
  "questions-executive": async (page) => {
    await openAt(page, executive, "page-1");
    await seen(page, "Page 2 of 6");
  },
  review: async (page) => {
    await openAt(page, goldenPerson("G7_two_pillars_lost"), "review");
    await seen(page, "8 questions are open");
  },
  "review-complete": async (page) => {
    await openAt(page, manager, "review");
    await seen(page, "Everything is answered");
  },
  "result-manager": async (page) => openResult(page, manager),
  "result-executive": async (page) => openResult(page, executive),
  "result-frontline": async (page) => openResult(page, frontline),
  "result-with-gaps": async (page) => openResult(page, goldenPerson("G7_two_pillars_lost", { attribution: [] })),
  "result-straight-line": async (page) => openResult(page, goldenPerson("G4_straight_5")),
  "result-with-scorecard": async (page) => openResult(page, filledIn),
  "scorecard-empty": async (page) => openAt(page, { ...manager, answers: {} }, "scorecard"),
  "scorecard-prefilled": async (page) => openAt(page, manager, "scorecard"),
  "scorecard-filled": async (page) => {
    await openAt(page, filledIn, "scorecard");
    await page.getByText("The figures as a table").click();
    await page.getByText("One more for those who discount the future").click();
    await page.getByRole("checkbox", { name: "Put my scorecard into the response file" }).check();
  },
  "scorecard-close-call": async (page) => openAt(page, { ...manager, incentive: goldenScorecard("I2_long_horizon") }, "scorecard"),
  "scorecard-no-weight-will-do": async (page) => openAt(page, { ...manager, incentive: goldenScorecard("I4_no_transformation_credit") }, "scorecard"),
  "scorecard-refused": async (page) => {
    await openAt(page, filledIn, "scorecard");
    await enter(question(page, "disruptionMonths"), "99");
    await enter(question(page, "lossAversion"), "two");
    await seen(page, "Please enter a number from 1 to 5. Until then 2 counts.");
  },
  file: async (page) => {
    await openResult(page, manager);
    await press(page, "Save my answers");
    await seen(page, "Save your answers");
  },
  "path-beginning": async (page) => {
    await page.goto("index.html?view=path");
    await seen(page, "Start from");
  },
  "path-with-figures": async (page) => {
    await openPath(page, big);
    await seen(page, "How long units take");
    for (const details of await page.locator("details.behind summary").all()) await details.click();
  },
  "path-example": async (page) => {
    await page.goto("index.html?view=path");
    await press(page, "A tool from a supplier");
    await seen(page, "How long units take");
    await page.getByText("Discard this path and start another").click();
    await press(page, "Save as table (CSV): Where the days go");
    await seen(page, /^Handed to your browser/);
  },
  "path-step-open": async (page) => {
    await openPath(page, big);
    await page.locator(".step").nth(2).getByRole("button", { name: /^Edit/ }).click();
    for (const details of await page.locator(".step-form summary").all()) await details.click();
    await page.getByLabel("How often it sends work back", { exact: true }).fill("95");
    await page.getByLabel("How often it sends work back", { exact: true }).blur();
    await seen(page, "Please enter a number");
  },
  "path-not-together": async (page) => {
    await page.goto("index.html?view=path");
    await press(page, "An empty path");
    await press(page, "Add a control");
    await seen(page, "The steps do not go together yet");
  },
  "path-file-refused": async (page) => {
    await openPath(page, big);
    await takeFile(page, "{}");
    await seen(page, "That file could not be used.");
  },
  "what-if": async (page) => {
    await openPath(page, big);
    await press(page, "What if we changed it");
    await seen(page, "What would be done with each control");
  },
  "what-if-with-plans": async (page) => {
    await openPath(page, { ...big, steps: big.steps.map((step) => ({ ...step, name: `The board of ${step.id}, which has a rather long name` })) });
    await press(page, "What if we changed it");
    await press(page, "Find the fastest plan");
    await seen(page, "All plans are found.");
    await press(page, "Show what less protection, or fewer changes, would give");
    await seen(page, "If only a few controls are changed");
    await seen(page, "All plans are found.");
    await page.getByRole("button", { name: /^Try it: Cautious/ }).click();
    await page.getByRole("textbox", { name: "Name of this scenario" }).fill("Careful");
    await press(page, "Keep as a scenario");
    await page.getByText("What each change is assumed to do").click();
    await seen(page, "For the owners of the controls");
  },
  "what-if-unfit": async (page) => {
    await openPath(page, big);
    await press(page, "What if we changed it");
    await page.getByRole("combobox", { name: /step 5/ }).selectOption("merge");
    await page.getByRole("combobox", { name: /step 4/ }).selectOption("retire");
    await seen(page, "These changes do not go together");
  },
  "result-with-path": async (page) => {
    await openAt(page, { ...manager, path: big }, "result");
    await seen(page, "How long units take");
  },
  "notice-questions-changed": async (page) => {
    const draft = await draftOf(manager, "page-1");
    await openWith(page, draftKey, { ...draft, instrument: { ...draft.instrument, hash: "0".repeat(64) } });
    await seen(page, "Some questions have changed");
  },
  "notice-old": async (page) => {
    await openWith(page, draftKey, await draftOf(manager, "page-1", monday - month));
    await seen(page, "more than 30 days ago");
  },
  "notice-damaged": async (page) => {
    await openWith(page, asideKey, "{");
    await seen(page, "cannot be read any more");
  },
  "notice-newer": async (page) => {
    await openWith(page, draftKey, { ...(await draftOf(manager, "page-1")), version: 4 });
    await seen(page, "a newer version of this page");
  },
  "notice-other-questions": async (page) => {
    const draft = await draftOf(manager, "page-1");
    await openWith(page, draftKey, { ...draft, instrument: { ...draft.instrument, id: "our-own" } });
    await seen(page, "a different set of questions");
  },
  "notice-storage-refused": async (page) => openWithout(page, "SecurityError"),
  "notice-storage-full": async (page) => openWithout(page, "QuotaExceededError"),
  "notice-erased": async (page) => {
    await openAt(page, manager, "page-1");
    await press(page, "Erase my answers from this device");
    await seen(page, "Bring them back");
  },
  "notice-erased-elsewhere": async (page) => {
    await openAt(page, manager, "page-1");
    const other = await page.context().newPage();
    await other.goto(new URL("page.css", page.url()).href);
    await other.evaluate((key) => localStorage.removeItem(key), draftKey);
    await other.close();
    await seen(page, "erased or started over in another tab");
  },
  "notice-file-opened": async (page) => {
    await openAt(page, manager, "start");
    await chooseFile(page, JSON.stringify(await responseOf({ ...executive, answers: { SIG1: 4 } })));
    await seen(page, "The file is open.");
  },
  "notice-file-refused": async (page) => {
    await openFresh(page);
    const response = await responseOf(manager);
    await chooseFile(page, JSON.stringify({ ...response, answers: { ...response.answers, SIG1: 6, DEC1: "5", OLD1: 3 } }));
    await seen(page, "This file could not be opened");
  },
};

async function openResult(page: Page, person: Person): Promise<void> {
  await openAt(page, person, "result");
  await expect(page.getByRole("article")).toBeVisible();
  await expect(new Walk(page, person).button("Start over").last()).toBeVisible();
}
