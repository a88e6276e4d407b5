import { defineConfig } from "@playwright/test";

/**
 * Page tests drive the release files in `dist/` in a Chrome or Chromium that is installed; nothing is downloaded.
 * `cargo xtask test` builds the files and names the browser in CHROME.
 */
export default defineConfig({
  testDir: "tests/pages",
  outputDir: "test-results/pages",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env["CI"]),
  timeout: 60_000,
  // Generous for a machine that does other work too; a test that passes does not wait for it.
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: process.env["PLAYWRIGHT_JSON_OUTPUT_FILE"] ?? "test-results/pages.json" }]],
  use: {
    acceptDownloads: true,
    locale: "en-GB",
    timezoneId: "UTC",
    // A trace doubles the time of a run; `--trace on` records one where it is wanted.
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env["CHROME"] || "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-sync",
        "--no-first-run",
        // A name that is not `localhost`, so that a page can be tested at an origin browsers do not trust.
        "--host-resolver-rules=MAP middle-layer.test 127.0.0.1",
      ],
    },
  },
  projects: [{ name: "chromium", use: { browserName: "chromium" } }],
});
