import { test as base, expect } from "@playwright/test";
import { Site, type Headers } from "./site.ts";
import { Watch } from "./watch.ts";

export { expect };

interface Options {
  /** Headers for every file of the site, in place of the strict policy. */
  headers: Headers | undefined;
}

interface Fixtures {
  /** The web server of this test; addresses such as `page.goto("index.html")` are on it. */
  site: Site;
  /** A second web server, at another origin, for a test that asks for it. */
  elsewhere: Site;
  /** What no page may do unless the test says that it expects it. */
  watch: Watch;
}

/**
 * The `test` of every page test. It serves the release files under the strict policy, and fails when a page logs an
 * error or a warning, throws, violates the policy, or requests anything beyond what a first visit loads.
 */
export const test = base.extend<Options & Fixtures>({
  headers: [undefined, { option: true }],

  site: async ({ headers }, use) => {
    const site = new Site();
    if (headers) site.headers = headers;
    await site.open();
    await use(site);
    await site.close();
  },

  elsewhere: async ({ watch }, use) => {
    const elsewhere = new Site();
    elsewhere.headers = {};
    await elsewhere.open();
    watch.include(elsewhere);
    await use(elsewhere);
    await elsewhere.close();
  },

  // Firefox draws the focus only in the window in front, and every test has a window of its own.
  page: async ({ page, browserName }, use) => {
    if (browserName === "firefox") await page.bringToFront();
    await use(page);
  },

  baseURL: async ({ site }, use) => use(site.address()),

  watch: [
    async ({ context, site, browserName }, use) => {
      const watch = new Watch(site, browserName === "firefox");
      await watch.start(context);
      await use(watch);
      expect(watch.findings(), "what the pages did that no page may do").toEqual([]);
    },
    { auto: true },
  ],
});
