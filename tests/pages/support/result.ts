import type { Locator, Page } from "@playwright/test";
import type { Estimate, Score } from "./engine.ts";
import type { Person } from "./golden.ts";
import { exclusiveOption, instrument, items, labelOf, type Answer } from "./instrument.ts";
import { charts, constructs, facets, notAnswered, notScored, pillars, responsibilities, wholes } from "./words.ts";

/** A row of a chart: the name, then what stands in its cells. */
export type Row = [name: string, ...cells: string[]];

/** The rows of a chart as somebody hears them. The drawing beside them is hidden from there and so from here. */
export async function rowsOf(chart: Locator): Promise<Row[]> {
  const rows = chart.getByRole("row").filter({ has: chart.page().getByRole("rowheader") });
  return Promise.all(
    (await rows.all()).map(async (row): Promise<Row> => {
      const [name, cells] = await Promise.all([row.getByRole("rowheader").innerText(), row.getByRole("cell").allInnerTexts()]);
      return [name, ...cells];
    }),
  );
}

/** Every chart of the result by its name. */
export async function chartsOf(page: Page): Promise<Map<string, Row[]>> {
  const tables = await page.getByRole("article").getByRole("table").all();
  const read = tables.map(async (table) => [(await table.getAttribute("aria-label")) ?? "", await rowsOf(table)] as const);
  return new Map(await Promise.all(read));
}

/** A figure as people read it: whole points, half away from zero, the band clipped to the scale (SCIENCE 2.1, 2.2). */
export function shown({ score, sem }: Estimate): { score: string; low: string; high: string } | undefined {
  if (score === null || sem === null) return undefined;
  const half = 1.959963984540054 * sem;
  const points = (value: number) => String(Math.floor(Math.min(100, Math.max(0, value)) + 0.5));
  return { score: points(score), low: points(score - half), high: points(score + half) };
}

function row(name: string, estimate: Estimate | undefined): Row {
  const figure = estimate && shown(estimate);
  return figure ? [name, figure.score, `${figure.low} to ${figure.high}`] : [name, notScored, ""];
}

/** The charts that a person with these figures must see. */
export function expectedCharts(person: Person, figures: Omit<Score, "quality">): Map<string, Row[]> {
  const { role } = person;
  const expected = new Map<string, Row[]>();
  const wholeRows = [row(wholes.readiness, figures.readinessGap)];
  if (role !== "frontline") wholeRows.unshift(row(wholes.structure, figures.structuralFriction));
  // What executives are asked to believe stands beside what they report.
  if ("ATT" in figures.constructs) wholeRows.push(row(constructs["ATT"] as string, figures.constructs["ATT"]));
  expected.set(missName(person), wholeRows);
  expected.set(charts.structure[role], structureRows(figures));
  if (role !== "frontline") {
    const rows = responsibilityRows(person);
    if (rows.length > 0) expected.set(charts.responsibilities[role], rows);
  }
  const shownFacets = Object.keys(facets).filter((facet) => facet in figures.facets);
  expected.set(charts.readiness[role], shownFacets.map((facet) => row(facets[facet] as string, figures.facets[facet])));
  return expected;
}

/** What the second act is called: it depends on whether the person gave an explanation. */
function missName({ attribution }: Person): string {
  if (attribution.length === 0) return charts.miss.unsaid;
  return attribution.includes(exclusiveOption) ? charts.miss.nothing : charts.miss.said;
}

function structureRows(figures: Omit<Score, "quality">): Row[] {
  const rows: Row[] = [];
  for (const [pillar, { name, constructs: parts }] of Object.entries(pillars)) {
    const asked = parts.filter((part) => part in figures.constructs);
    if (asked.length === 0) continue;
    rows.push(row(name, figures.pillars[pillar]));
    rows.push(...asked.map((part) => row(constructs[part] as string, figures.constructs[part])));
  }
  return rows;
}

/** The six answers on friction, as they were given. */
function responsibilityRows({ role, form, answers }: Person): Row[] {
  const asked = items(form, role);
  const friction = instrument.items.filter((item) => item.construct === "FRI" && item.facet && item.facet in responsibilities && asked.includes(item.id));
  return friction.map(({ id, facet }) => {
    const answer: Answer | undefined = answers[id];
    return [responsibilities[facet as string] as string, answer === undefined ? notAnswered : labelOf(id, answer)];
  });
}

/** Keys of the engine, which no person may ever read. */
export const internalKeys: RegExp[] = [
  /\b[a-z]+_[a-z_]+\b/,
  /\b[a-z]+[a-z][A-Z][a-z]+\b/,
  new RegExp(`\\b(?:${[...new Set(instrument.items.map((item) => item.construct)), "SFI", "CBI", "RDS"].join("|")})\\b`),
  new RegExp(`\\b(?:${instrument.items.map((item) => item.id).join("|")})\\b`),
  /\b[KMPR]\d+\b/,
  /\b[cos]\d\b/,
  /\b(?:undefined|null|NaN|Infinity|None|Some)\b(?! )/,
];
