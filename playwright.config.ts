import { defineConfig } from "@playwright/test";
import { downloadsFolder } from "./tests/pages/support/firefox.ts";

/**
 * Page tests drive the release files in `dist/` in a Chrome or Chromium and a Firefox that are installed; nothing is
 * downloaded. `cargo xtask test` builds the files and names the browsers in CHROME and FIREFOX.
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
  },
  projects: [
    {
      name: "chromium",
      use: {
        browserName: "chromium",
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
    },
    {
      name: "firefox",
      // The main flow, the element, frames with and without a sandbox, files, and no network. Not the way by keyboard: keys
      // of a test get lost in a window that is not in front.
      testMatch: /\/(flow|embedded|frame|hostile-frame|file|offline)\.spec\.ts$/,
      // The protocol has no colour schemes yet, and its clicks do not arrive in a frame of another site.
      grepInvert: /@(emulated|across-sites)\b/,
      use: {
        browserName: "firefox",
        // The installed one, by the protocol that it speaks itself.
        channel: "moz-firefox",
        screenshot: "off",
        launchOptions: {
          executablePath: process.env["FIREFOX"] || "/usr/bin/firefox-esr",
          downloadsPath: downloadsFolder,
          // Its windows have the focus, also where several are tested at once.
          firefoxUserPrefs: { "network.dns.localDomains": "middle-layer.test", "focusmanager.testmode": true },
        },
      },
    },
  ],
});
