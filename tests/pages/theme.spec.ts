import type { Locator, Page } from "@playwright/test";
import { element, openHost, putHostPage, styles } from "./support/host.ts";
import { strictPolicy } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// Dark only where the page itself allows dark at that place, unless an attribute says what it is to be.

const light = "rgb(255, 255, 255)";
const dark = "rgb(20, 23, 27)";

interface Setting {
  css?: string;
  head?: string;
  /** What it is to be for somebody who prefers light, and for somebody who prefers dark. */
  expected: [string, string];
}

const settings: Record<string, Setting> = {
  "a page that says nothing": { expected: [light, light] },
  "a page that allows both by its style": { css: ":root { color-scheme: light dark; }", expected: [light, dark] },
  "a page that allows both by its meta element": { head: `<meta name="color-scheme" content="light dark">`, expected: [light, dark] },
  "a page that is dark for everybody": { css: ":root { color-scheme: dark; }", expected: [dark, dark] },
  "a page that is light for everybody": { css: ":root { color-scheme: light; }", expected: [light, light] },
  "a light part of a page that allows both": { css: ":root { color-scheme: light dark; } main { color-scheme: light; }", expected: [light, light] },
  "a dark part of a page that says nothing": { css: "main { color-scheme: dark; }", expected: [dark, dark] },
};

/** Where its colours show: on its screens, in a frame, and where it cannot start. */
const places: Record<string, { attributes: string; ground: (page: Page) => Locator; broken?: boolean }> = {
  "its screens": { attributes: "", ground: (page) => element(page).locator(".root") },
  "its frame": { attributes: `mode="frame"`, ground: (page) => page.frameLocator("iframe").locator(".root") },
  "what it says when it cannot start": { attributes: `instrument="missing.json"`, ground: (page) => element(page).locator(".shell"), broken: true },
};

for (const [where, { attributes, ground, broken }] of Object.entries(places)) {
  test.describe(where, () => {
    test.beforeEach(({ site, watch }) => {
      site.headers = { "content-security-policy": `${strictPolicy}; frame-src 'self'` };
      if (broken) {
        watch.allowRequests(/missing\.json/);
        watch.expectProblem(/404/);
      }
    });

    async function open(page: Page, site: Parameters<typeof putHostPage>[0], { css = "", head = "" }: Partial<Setting>, theme = ""): Promise<void> {
      putHostPage(site, { head: head + styles(site, css), body: `<middle-layer ${attributes} ${theme}></middle-layer>` });
      await openHost(page);
    }

    for (const [what, setting] of Object.entries(settings)) {
      test(`on ${what}`, async ({ page, site }) => {
        await open(page, site, setting);
        for (const [index, colorScheme] of (["light", "dark"] as const).entries()) {
          await page.emulateMedia({ colorScheme });
          await expect(ground(page), `for somebody who prefers ${colorScheme}`).toHaveCSS("background-color", setting.expected[index]!);
        }
        // And as it is at the beginning.
        await page.reload();
        await expect(ground(page)).toHaveCSS("background-color", setting.expected[1]);
      });
    }

    test("an attribute says what it is to be, whatever the page and the person have", async ({ page, site }) => {
      for (const [theme, colour] of Object.entries({ light, dark })) {
        for (const css of ["", ":root { color-scheme: dark; }", ":root { color-scheme: light dark; }"]) {
          await open(page, site, { css }, `theme="${theme}"`);
          for (const colorScheme of ["light", "dark"] as const) {
            await page.emulateMedia({ colorScheme });
            await expect(ground(page)).toHaveCSS("background-color", colour);
          }
        }
      }
    });

    test("it follows the page that changes its mind, and the attribute", async ({ page, site }) => {
      await open(page, site, { css: ":root { color-scheme: light; } .dark { color-scheme: dark; }" });
      await expect(ground(page)).toHaveCSS("background-color", light);
      await page.evaluate(() => document.documentElement.classList.add("dark"));
      await expect(ground(page)).toHaveCSS("background-color", dark);
      await page.evaluate(() => document.querySelector("middle-layer")!.setAttribute("theme", "light"));
      await expect(ground(page)).toHaveCSS("background-color", light);
      await page.evaluate(() => document.querySelector("middle-layer")!.removeAttribute("theme"));
      await expect(ground(page)).toHaveCSS("background-color", dark);
    });
  });
}
