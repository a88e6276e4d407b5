import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What can differ between light and dark. */
const colourRules = ["color-contrast", "link-in-text-block"];

/** Expects that axe finds nothing on the page as it stands, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    // A colour that is still on its way to another would be measured half way.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const findings = await violations(page, colorScheme);
    expect(findings, `accessibility in ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

async function violations(page: Page, colorScheme: "light" | "dark"): Promise<object[]> {
  // The colours of a scheme are there once a frame with it was made.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
  const { violations } = await (colorScheme === "light" ? axe.withTags(tags) : axe.withRules(colourRules)).analyze();
  return violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    where: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
  }));
}
