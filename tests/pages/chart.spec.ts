import { openAt } from "./support/device.ts";
import { goldenFigures, goldenPerson } from "./support/golden.ts";
import { expect, test } from "./support/test.ts";
import { constructs, facets, wholes } from "./support/words.ts";

// What the charts draw is what their figures say.

const name = "G6_missing_and_NA";
const person = goldenPerson(name);
const figures = goldenFigures(name);

/** From 0 to 100: where a row is drawn, measured on the screen against the lines of the scale. */
interface Drawn {
  name: string;
  dot: number | null;
  band: [number, number] | null;
}

for (const width of [320, 768, 1280]) {
  test(`at ${width} px, dots and bands stand at their scores`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openAt(page, person, "result");
    const rows = page.getByRole("article").getByRole("row").filter({ has: page.locator("svg") });
    const drawn = await rows.evaluateAll((rows) =>
      rows.map((row): Drawn => {
        const middle = (element: Element) => {
          const { left, right } = element.getBoundingClientRect();
          return (left + right) / 2;
        };
        const guides = [...row.querySelectorAll(".guide")].map(middle);
        const [first, last] = [guides[0]!, guides.at(-1)!];
        const place = (x: number) => ((x - first) / (last - first)) * 100;
        const [dot, line] = [row.querySelector("circle"), row.querySelector(".interval line")];
        const ends = line?.getBoundingClientRect();
        return {
          name: row.querySelector("[role=rowheader]")!.textContent ?? "",
          dot: dot && place(middle(dot)),
          band: ends ? [place(ends.left), place(ends.right)] : null,
        };
      }),
    );
    const parts: [string, { score: number | null; sem: number | null }][] = [
      [wholes.structure, figures.structuralFriction],
      [wholes.readiness, figures.readinessGap],
      ...Object.entries(constructs).flatMap(([key, label]) => (figures.constructs[key] ? [[label, figures.constructs[key]] as [string, typeof figures.readinessGap]] : [])),
      ...Object.entries(facets).map(([key, label]) => [label, figures.facets[key]!] as [string, typeof figures.readinessGap]),
    ];
    for (const [label, { score, sem }] of parts) {
      const row = drawn.find((row) => row.name === label);
      expect(row, label).toBeDefined();
      if (score === null || sem === null) {
        expect(row?.dot, `${label} has no dot`).toBeNull();
        continue;
      }
      const half = 1.959963984540054 * sem;
      const nearly = (found: number | undefined, expected: number) => expect(Math.abs((found ?? Number.NaN) - Math.min(100, Math.max(0, expected))), label).toBeLessThan(0.6);
      nearly(row?.dot ?? undefined, score);
      nearly(row?.band?.[0], score - half);
      nearly(row?.band?.[1], score + half);
    }
  });

  test(`at ${width} px, the labels of the scale stand at its lines`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openAt(page, person, "result");
    const charts = await page.getByRole("article").getByRole("table").evaluateAll((charts) =>
      charts.map((chart) => {
        const textIn = (element: Element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          const { left, right } = range.getBoundingClientRect();
          return { left, right, middle: (left + right) / 2 };
        };
        const [low, middle, high] = [...chart.querySelectorAll(".chart-axis span")].map(textIn);
        const guides = [...chart.querySelector(".chart-row:not(.chart-head)")!.querySelectorAll(".guide")].map((guide) => guide.getBoundingClientRect().left);
        return { low: low!.left - guides[0]!, middle: middle!.middle - guides[2]!, high: high!.right - guides[4]! };
      }),
    );
    expect(charts.length).toBe(4);
    for (const { low, middle, high } of charts) {
      expect.soft(Math.abs(middle), "the middle label from the middle line").toBeLessThanOrEqual(3);
      // The outer labels begin and end within a dot's width of their lines.
      expect.soft(Math.abs(low), "the left label from 0").toBeLessThanOrEqual(9);
      expect.soft(Math.abs(high), "the right label from 100").toBeLessThanOrEqual(9);
    }
  });
}
