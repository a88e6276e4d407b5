import limits from "../../xtask/limits.json" with { type: "json" };
import { expectAccessible } from "./support/accessible.ts";
import { picture } from "./support/picture.ts";
import { expect, test } from "./support/test.ts";

test("the page starts, and loads what the size limit counts and nothing else", async ({ page, site }) => {
  const files: (string | undefined)[] = [];
  page.on("request", (request) => files.push(site.fileOf(request.url())));
  await page.goto("index.html");
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Loading", { exact: true })).toHaveCount(0);
  const icon = "icon.svg"; // The browser fetches it for itself, so no page sees that.
  expect([...files, icon].sort()).toEqual([...limits.firstVisit.files].sort());
  await expectAccessible(page);
  await picture(page, "start");
});
