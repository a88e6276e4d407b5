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
