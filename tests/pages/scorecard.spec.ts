import type { Page } from "@playwright/test";
import { draftOnDevice, openAt } from "./support/device.ts";
import { responseOf } from "./support/engine.ts";
import { goldenPerson } from "./support/golden.ts";
import { instrument } from "./support/instrument.ts";
import { tabTo } from "./support/keyboard.ts";
import { chooseFile, Walk } from "./support/person.ts";
import { rowsOf } from "./support/result.ts";
import { choices, effects, enter, exampleNames, field, fillIn, goldenFindings, goldenScorecard, headlines, organisationOfFirst, percent, question, signed, tables, valueOf, type Choice } from "./support/scorecard.ts";
import { expect, test } from "./support/test.ts";
import { responsibilities } from "./support/words.ts";

// What a manager is judged on (every state of the screen is in accessible.spec.ts): from the offer below the result to the figures of the golden examples.

const manager = goldenPerson("G5_typical_manager");
const first = "I1_stability_wins";
const scorecard = goldenScorecard(first);
const findings = goldenFindings(first);
const filledIn = { ...manager, incentive: scorecard };

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const table = (page: Page, name: keyof typeof tables) => page.getByRole("table", { name: tables[name], exact: true });
const verdict = (page: Page) => page.locator(".verdict");
const alert = (page: Page, text: string) => page.getByRole("alert").filter({ hasText: text });

/** The effect that a person's answer on friction speaks of, by responsibility. */
function prefilled(responsibility: string): string {
  const item = instrument.items.find(({ construct, facet }) => construct === "FRI" && facet === responsibility);
  return effects[String(3 - (manager.answers[item!.id] as number))] as string;
}

test("a manager is offered it after the result, enters the first example, and reads its golden figures", async ({ page }) => {
  const walk = new Walk(page, manager);
  await walk.toResult();
  await expect(page.getByText("Optional, five minutes")).toBeVisible();
  await button(page, "Work out my scorecard").click();
  await expect(page.getByRole("heading", { level: 1, name: "Your scorecard" })).toBeFocused();
  await expect(page.getByText("A result appears here once something counts.")).toBeVisible();

  for (const responsibility of Object.keys(responsibilities)) {
    await expect(field(page, responsibility, "transition").locator("option:checked")).toHaveText(prefilled(responsibility));
    await expect(field(page, responsibility, "weights")).toHaveValue("");
    await expect(field(page, responsibility, "settled")).toHaveValue("");
  }

  await fillIn(page, scorecard);
  await enter(question(page, "transformationShare"), "10");
  await expect(verdict(page)).toHaveText("With these figures, not moving at all is the sensible choice for you.");
  await expect(page.getByRole("status").filter({ has: verdict(page) })).toHaveCount(1);
  const section = page.getByRole("heading", { name: "What follows" }).locator("..");
  await expect(section).toContainText("What weighs most against moving now is this: operating targets.");
  await expect(section).toContainText(`if about ${percent(findings.theta_star!)} or more of your evaluation depended on results of the rollout. Today it is 10 %.`);
  await expect(section).toContainText(`if about ${percent(findings.relief!)} of the dip while it is put in place were not held against you`);
  expect([percent(findings.theta_star!), percent(findings.relief!)]).toEqual(["23 %", "44 %"]);
  await expect(section).toContainText("For the organisation, which looks three years ahead, the same rollout is worth starting now.");
  await expect(section).not.toContainText("close call");

  const theirs = goldenFindings(organisationOfFirst).avg;
  expect(await rowsOf(table(page, "payoffs"))).toEqual((Object.keys(choices) as Choice[]).map((choice) => [choices[choice], signed(findings.avg[choice]), signed(theirs[choice])]));
  expect(await rowsOf(table(page, "contributions"))).toEqual([
    ["Service levels", "−0.15"],
    ["Operating targets", "−0.35"],
    ["Team engagement", "−0.09"],
    ["Budget", "−0.09"],
    ["Risks under control", "−0.09"],
    ["Results of the rollout", "+0.29"],
    ["All together", "−0.48"],
  ]);
  await page.getByText("The figures as a table").click();
  expect(await rowsOf(table(page, "picture"))).toEqual([
    ["0 %", "−0.85", "−0.77", "0.00"],
    ["10 %, today", "−0.68", "−0.75", "−0.20"],
    ["23 %, it turns", "−0.46", "−0.72", "−0.46"],
    ["100 %", "+0.85", "−0.58", "−2.00"],
  ]);
  await button(page, "Back to my result").click();
  await expect(page.getByRole("article")).toContainText("With these figures, not moving at all is the sensible choice for you.");
  await expect(button(page, "Change my scorecard")).toBeVisible();
});

for (const name of exampleNames) {
  test(`the figures of ${name}`, async ({ page }) => {
    await openAt(page, { ...manager, incentive: goldenScorecard(name) }, "scorecard");
    const expected = goldenFindings(name);
    await expect(verdict(page)).toContainText(headlines[expected.choice]);
    await expect(page.getByText("It is a close call")).toHaveCount(expected.close_call ? 1 : 0);
    expect((await verdict(page).innerText()).includes("only just")).toBe(expected.close_call);
    const payoffs = await rowsOf(table(page, "payoffs"));
    for (const [position, choice] of (Object.keys(choices) as Choice[]).entries()) {
      expect(payoffs[position]?.slice(0, 2)).toEqual([choices[choice], signed(expected.avg[choice])]);
    }

    const contributions = await rowsOf(table(page, "contributions"));
    const [sum, ...parts] = contributions.map(([, figure]) => Math.round(valueOf(figure as string) * 100)).reverse();
    expect(parts.reduce((total, part) => total + part, 0), "the parts make the sum").toBe(sum);
    const shown = (choice: Choice) => Math.round(valueOf(signed(expected.avg[choice])) * 100);
    expect(sum, "the sum is the difference of the two payoffs above it").toBe(shown("now") - shown(expected.rival));
    const months = Math.abs(expected.U.never || expected.U.now) / Math.abs(expected.avg.never || expected.avg.now);
    const effect = Object.values(expected.contrib).filter((effect) => effect !== 0);
    expect(contributions.length).toBe(effect.length + 1);
    for (const [position, [what, figure]] of contributions.slice(0, -1).entries()) {
      expect(Math.abs(valueOf(figure as string) - effect[position]! / months), what).toBeLessThan(0.0151);
    }

    const words = await page.getByRole("heading", { name: "What follows" }).locator("..").innerText();
    const driver = expected.driver && responsibilities[expected.driver]!.toLowerCase();
    expect(words.includes("What weighs most against moving now is this:"), "a driver").toBe(driver !== null);
    if (driver) expect(words).toContain(`is this: ${driver}.`);
    if (expected.choice === "now") return;
    if (expected.theta_star === null) expect(words).toContain("No weight on results of the rollout would change that");
    else expect(words).toContain(`if about ${percent(expected.theta_star)} or more of your evaluation`);
    if (expected.relief !== null) expect(words).toContain(`if about ${percent(expected.relief)} of the dip`);
  });
}

for (const name of ["G11_executive", "G10_frontline"]) {
  test(`${name} is not offered it, and cannot get there`, async ({ page }) => {
    const person = { ...goldenPerson(name), incentive: scorecard };
    await openAt(page, person, "scorecard");
    await expect(page.getByRole("article")).toBeVisible();
    await expect(page.getByText(/scorecard/i)).toHaveCount(0);
  });
}

const garbage: Record<string, string> = { "beyond the range": "25", "below it": "-1", "no number": "six", "with a unit": "6 months", hexadecimal: "0x10", "with an exponent": "1e1", "not finite": "Infinity", "with two points": "1.000,5" };

test("a number that cannot be is named and not taken, and stays there to be mended", async ({ page }) => {
  await openAt(page, filledIn, "scorecard");
  const months = question(page, "disruptionMonths");
  const before = await rowsOf(table(page, "payoffs"));
  for (const [what, text] of Object.entries(garbage)) {
    await enter(months, text);
    await expect(alert(page, "Please enter a number from 0 to 24. Until then 6 counts."), what).toBeVisible();
    await expect(months, what).toHaveValue(text);
    await expect(months).toHaveAttribute("aria-invalid", "true");
    expect(await rowsOf(table(page, "payoffs")), what).toEqual(before);
  }
  const share = question(page, "transformationShare");
  await enter(share, "101");
  await expect(alert(page, "Please enter a number from 0 to 100. Until then 10 counts.")).toBeVisible();
  await expect(alert(page, "from 0 to 24"), "the other one is still named").toBeVisible();
  expect(((await draftOnDevice(page)).scorecard.value as typeof scorecard)["disruptionMonths"]).toBe(6);

  await enter(months, "4,5");
  await expect(alert(page, "from 0 to 24")).toHaveCount(0);
  await expect(months).toHaveValue("4.5");
  await expect(months).not.toHaveAttribute("aria-invalid");
  expect(await rowsOf(table(page, "payoffs"))).not.toEqual(before);
  await enter(months, "");
  await expect(months, "the usual answer").toHaveValue("6");
  await enter(share, "10");
  expect(await rowsOf(table(page, "payoffs"))).toEqual(before);
});

test("every change shows at once, and a close call says so", async ({ page }) => {
  await openAt(page, filledIn, "scorecard");
  await enter(question(page, "transformationShare"), "22");
  await expect(verdict(page)).toHaveText("With these figures, not moving is the sensible choice for you, but only just.");
  await expect(page.getByText("It is a close call: a small change of one figure would turn it.")).toBeVisible();
  await enter(question(page, "transformationShare"), "60");
  await expect(verdict(page)).toHaveText("With these figures, moving now pays for you.");
  await expect(page.getByText("It stays the better choice as long as about 23 % or more of your evaluation depends on results of the rollout.")).toBeVisible();
  await field(page, "operations", "settled").selectOption("");
  await expect(page.getByText("A result appears here once something counts.")).toBeVisible();
});

test("it survives a reload, and what is cleared is gone", async ({ page }) => {
  await openAt(page, manager, "scorecard");
  await fillIn(page, scorecard);
  await enter(question(page, "transformationShare"), "10");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Your scorecard" })).toBeVisible();
  await expect(question(page, "transformationShare")).toHaveValue("10");
  await expect(field(page, "operations", "weights")).toHaveValue("6");
  await expect(verdict(page)).toContainText(headlines.never);
  await button(page, "Clear my scorecard").click();
  await expect(field(page, "operations", "weights")).toHaveValue("");
  await expect(field(page, "operations", "transition").locator("option:checked"), "from the answer on friction").toHaveText(prefilled("operations"));
  await expect(question(page, "transformationShare")).toHaveValue("0");
  await expect(verdict(page)).toHaveCount(0);
});

test("it works where the browser keeps nothing", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("", "SecurityError");
    };
  });
  await page.goto("index.html");
  await chooseFile(page, JSON.stringify(await responseOf(manager)));
  await button(page, "Work out my scorecard").click();
  await fillIn(page, scorecard);
  await enter(question(page, "transformationShare"), "10");
  await expect(verdict(page)).toContainText(headlines.never);
});

test("without a mouse", async ({ page }) => {
  await openAt(page, manager, "result");
  const { keyboard } = page;
  await page.getByRole("heading", { level: 1 }).focus();
  await tabTo(page, button(page, "Work out my scorecard"));
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Your scorecard" })).toBeFocused();
  const choose = async (place: number) => {
    await keyboard.press("Home");
    for (let step = 0; step < place; step++) await keyboard.press("ArrowDown");
  };
  for (const responsibility of Object.keys(responsibilities)) {
    await tabTo(page, field(page, responsibility, "weights"));
    await choose(1 + scorecard.weights[responsibility]!);
    await tabTo(page, field(page, responsibility, "transition"));
    await choose(3 + scorecard.transition[responsibility]!);
    await tabTo(page, field(page, responsibility, "settled"));
    await choose(3 + scorecard.settled[responsibility]!);
  }
  await tabTo(page, question(page, "transformationShare"));
  await keyboard.press("Control+A");
  await keyboard.type("10");
  await keyboard.press("Enter");
  await expect(verdict(page)).toContainText(headlines.never);
  await tabTo(page, page.getByText("The figures as a table"));
  await keyboard.press("Enter");
  expect((await rowsOf(table(page, "picture"))).map(([weight]) => weight)).toEqual(["0 %", "10 %, today", "23 %, it turns", "100 %"]);
  await tabTo(page, page.getByRole("checkbox"));
  await keyboard.press("Space");
  await expect(page.getByRole("checkbox")).toBeChecked();
  await tabTo(page, button(page, "Back to my result"));
  await keyboard.press("Enter");
  await expect(page.getByRole("article").getByRole("heading", { level: 1 })).toBeFocused();
});
