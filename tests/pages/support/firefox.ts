import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";

// The suite's second browser: a Firefox that is installed, by WebDriver BiDi, the protocol it speaks by itself.

/** Where it puts downloads; each worker has its own browser. */
export const downloadsFolder = fileURLToPath(new URL(`../../../test-results/firefox-${process.env["TEST_WORKER_INDEX"] ?? "0"}/`, import.meta.url));

export function isFirefox(page: Page): boolean {
  return page.context().browser()?.browserType().name() === "firefox";
}
