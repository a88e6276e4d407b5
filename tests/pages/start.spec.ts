import limits from "../../xtask/limits.json" with { type: "json" };
import { expectAccessible } from "./support/accessible.ts";
import { picture } from "./support/picture.ts";
import { expect, test } from "./support/test.ts";

test("the page starts, and loads what the size limit counts and nothing else", async ({ page, site }) => {
  // Whether a page sees its browser fetch the icon differs from run to run.
  const files = new Set<string | undefined>(["icon.svg"]);
  page.on("request", (request) => files.add(site.fileOf(request.url())));
  await page.goto("index.html");
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Loading", { exact: true })).toHaveCount(0);
  expect([...files].sort()).toEqual([...limits.firstVisit.files].sort());
  await expectAccessible(page);
  await picture(page, "start");
});

test("what an address has set is named before anybody answers, and how long it takes fits", async ({ page }) => {
  await page.goto("index.html?respondent=manager&unit=Claims%20north&questions=pulse");
  await expect(page.getByText("They take about three minutes.")).toBeVisible();
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(page.getByText("Set already: Manager · Claims north · Pulse, 13 questions")).toBeVisible();
  await picture(page, "about-set");
});

test("where nothing is set, nothing is said to be", async ({ page }) => {
  await page.goto("index.html");
  await expect(page.getByText("They take about eight minutes.")).toBeVisible();
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "About you" })).toBeVisible();
  await expect(page.getByText("Set already")).toHaveCount(0);
});
