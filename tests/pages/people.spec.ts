import type { Page } from "@playwright/test";
import { engine, responseOf, type Evaluation, type Score } from "./support/engine.ts";
import { goldenFigures, goldenFlags, goldenPerson, type Person } from "./support/golden.ts";
import { items, type Answer } from "./support/instrument.ts";
import { mondaysWeek, saveFile, Walk, type SavedFile } from "./support/person.ts";
import { chartsOf, expectedCharts, internalKeys, shown } from "./support/result.ts";
import { expect, test } from "./support/test.ts";
import { frontlineHeadline, headlines } from "./support/words.ts";

// Golden people go through the real screens; every figure on their result is the golden one.

const golden: Record<string, Person> = {
  G1_max_barrier: goldenPerson("G1_max_barrier", { attribution: ["s1", "s2", "s4"], pilot: "yes" }),
  G5_typical_manager: goldenPerson("G5_typical_manager", { pilot: "partly", unit: "Claims", rollout: "Letter drafts" }),
  G6_missing_and_NA: goldenPerson("G6_missing_and_NA", { attribution: [] }),
  G7_two_pillars_lost: goldenPerson("G7_two_pillars_lost", { attribution: ["o3"], pilot: "unknown" }),
  G9_pulse: goldenPerson("G9_pulse", { attribution: ["o1", "o2"] }),
  G10_frontline: goldenPerson("G10_frontline", { attribution: ["c2"], pilot: "no" }),
  G11_executive: goldenPerson("G11_executive", { attribution: ["c1", "s3", "o1"], pilot: "no" }),
  G12_fast: goldenPerson("G12_fast"),
};

/** A person of a form without a golden one. The answers go up and down, so that no two parts score alike by design. */
function ownPerson(role: Person["role"], attribution: string[]): Person {
  const pattern: Answer[] = [4, 1, 5, 2, 5, 3, 4, 2, "na"];
  const answers = Object.fromEntries(items("pulse", role).map((id, position) => [id, pattern[position % pattern.length] as Answer]));
  return { role, form: "pulse", answers, attribution };
}

for (const [name, person] of Object.entries(golden)) {
  test(`${name}: the result shows the golden figures, and so does the saved file in the engine`, async ({ page }) => {
    await check(page, person, goldenFigures(name), goldenFlags(name));
  });
}

for (const person of [ownPerson("executive", ["c4", "c1", "s2"]), ownPerson("frontline", ["s3", "c3"])]) {
  test(`a ${person.role} with the pulse: the result shows what the engine computes in Node, and so does the saved file`, async ({ page }) => {
    const { score } = (await engine()).evaluate(await responseOf(person));
    await check(page, person, score, score.quality.flags);
  });
}

async function check(page: Page, person: Person, figures: Omit<Score, "quality">, flags: string[]): Promise<void> {
  const walk = new Walk(page, person);
  await walk.toResult();
  await test.step("the figures", () => expectFigures(page, person, figures));
  await test.step("the words", () => expectWords(page, person, figures));
  await walk.button("Save my answers").click();
  const saved = await test.step("the saved file", () => expectFile(page, person));
  const evaluation = (await engine()).evaluate(saved.response);
  expectClose(evaluation.score, figures);
  expect(evaluation.score.quality.flags, "signs of hasty answering").toEqual(flags);
  await walk.button("Back to my result").click();
  await test.step("the moves", () => expectMoves(page, person, evaluation));
  const headline = person.role === "frontline" ? frontlineHeadline : headlines[evaluation.diagnosis.verdict];
  await expect(page.getByRole("article").getByRole("heading", { level: 1 })).toHaveText(headline!);
}

async function expectFigures(page: Page, person: Person, figures: Omit<Score, "quality">): Promise<void> {
  expect(Object.fromEntries(await chartsOf(page))).toEqual(Object.fromEntries(expectedCharts(person, figures)));
  const signal = figures.constructs["SIG"] && shown(figures.constructs["SIG"]);
  expect(signal, "everyone here has a signal").toBeDefined();
  await expect(page.getByRole("article")).toContainText(`Your answers come to ${signal?.score} (band ${signal?.low} to ${signal?.high})`);
}

async function expectWords(page: Page, person: Person, figures: Omit<Score, "quality">): Promise<void> {
  const article = page.getByRole("article");
  await expect(article.getByRole("heading", { level: 1 })).toHaveText(/^[A-Z].{20,109}\.$/);
  for (const heard of [await article.innerText(), await article.ariaSnapshot()]) {
    for (const key of internalKeys) expect(heard).not.toMatch(key);
  }
  const headings = await article.getByRole("heading").allInnerTexts();
  expect(headings.indexOf("First, the pilot"), "the pilot that did not work comes before the verdict").toBe(person.pilot === "no" ? 0 : -1);
  if (person.role === "frontline") {
    await expect(article).toContainText("no overall score for structure");
    await expect(article.getByText("Structure, in your answers")).toHaveCount(0);
  } else if (figures.structuralFriction.score === null) {
    await expect(article.getByRole("heading", { level: 1 })).toContainText("too few answers");
  }
}

async function expectFile(page: Page, person: Person): Promise<SavedFile> {
  const content = page.getByRole("region", { name: "Content of the file" });
  const before = await content.textContent();
  const saved = await saveFile(page);
  expect(saved.text, "what was shown before saving").toBe(before);
  expect(saved.name).toMatch(/^answers-[0-9a-f]{6}\.middle-layer\.json$/);
  const { role, form, pilot, unit, rollout, week, answers, attribution } = saved.response;
  expect({ role, form, pilot, unit, rollout, week, answers, attribution: attribution ?? [] }).toEqual({
    role: person.role,
    form: person.form,
    pilot: person.pilot,
    unit: person.unit,
    rollout: person.rollout,
    week: mondaysWeek,
    answers: person.answers,
    attribution: person.attribution,
  });
  return saved;
}

/** All figures of the engine are the golden ones, to 1e-9. */
function expectClose(found: Score, expected: Omit<Score, "quality">): void {
  const compare = (path: string, mine: { score: number | null; sem: number | null } | undefined, theirs: { score: number | null; sem: number | null }) => {
    for (const field of ["score", "sem"] as const) {
      const value = theirs[field];
      if (value === null) expect(mine?.[field] ?? null, `${path}.${field}`).toBeNull();
      else expect(Math.abs((mine?.[field] ?? Number.NaN) - value), `${path}.${field}`).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
    }
  };
  for (const part of ["constructs", "facets", "pillars"] as const) {
    // The engine also lists what a form does not show, without a score.
    const keys = new Set([...Object.keys(found[part]), ...Object.keys(expected[part])]);
    for (const key of keys) compare(`${part}.${key}`, found[part][key], expected[part][key] ?? { score: null, sem: null });
  }
  compare("structuralFriction", found.structuralFriction, expected.structuralFriction);
  compare("readinessGap", found.readinessGap, expected.readinessGap);
}

/** As many moves as the engine gives, at most five, each complete. */
async function expectMoves(page: Page, person: Person, { diagnosis, score }: Evaluation): Promise<void> {
  const moves = page.getByRole("listitem").filter({ has: page.getByRole("term").filter({ hasText: /^First 30 days$/ }) });
  const special = diagnosis.special.length;
  await expect(moves).toHaveCount(special + Math.min(diagnosis.moves.length, Math.max(0, 5 - special)));
  for (const move of await moves.all()) {
    await expect(move.getByRole("heading", { level: 3 })).toHaveText(/^[A-Z].{5,60}$/);
    for (const term of ["Why", "Whose", "First 30 days", "You can", "Watch"]) {
      const row = move.locator(".move-row").filter({ has: page.getByRole("term").filter({ hasText: new RegExp(`^${term}$`) }) });
      await expect(row.getByRole("definition")).toHaveText(/^[A-Z].{2,}$/s);
    }
  }
  if (person.pilot === "no") await expect(moves.first().getByRole("heading")).toHaveText("Check the technology and the business case");
  const hasty = page.getByRole("heading", { name: "About the way you answered" });
  await expect(hasty).toHaveCount(score.quality.flags.length > 0 ? 1 : 0);
}
