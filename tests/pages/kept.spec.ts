import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { draftKey, onDevice, putOnDevice } from "./support/device.ts";
import { chooseFile } from "./support/person.ts";
import { expect, test } from "./support/test.ts";

// What people have from an earlier version opens in this one, as they meet it.

const kept = (name: string) => readFile(new URL(`../data/kept/0.1.0/${name}`, import.meta.url), "utf8");

/** The result shows what the scorecard and the path came to. */
async function expectModels(page: Page): Promise<void> {
  const result = page.getByRole("article");
  await expect(result.getByRole("heading", { name: /scorecard/i }).first()).toBeVisible();
  await expect(result.getByText(/working days/).first()).toBeVisible();
}

test.beforeEach(({ page }) => page.clock.setFixedTime(new Date("2026-11-27T09:00:00Z")));

test("a draft of 0.1.0 goes on where it was, with its scorecard and its path", async ({ page }) => {
  await putOnDevice(page, draftKey, await kept("draft.json"));
  await page.goto("index.html");
  await expect(page.getByText("You are where you left off.")).toBeVisible();
  await expectModels(page);
  expect(await onDevice(page, draftKey)).toContain("0123456789abcdef0123456789abcdef");
});

test("a response file of 0.1.0 opens with its result", async ({ page }) => {
  await page.goto("index.html");
  await chooseFile(page, await kept("answers.middle-layer.json"));
  await expectModels(page);
});
