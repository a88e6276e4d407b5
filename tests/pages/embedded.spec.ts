import limits from "../../xtask/limits.json" with { type: "json" };
import { expectAccessible } from "./support/accessible.ts";
import { draftKey, draftOf, putOnDevice } from "./support/device.ts";
import { listen, putHost } from "./support/embedding.ts";
import { goldenFigures, goldenPerson } from "./support/golden.ts";
import { monday } from "./support/person.ts";
import { picture } from "./support/picture.ts";
import { chartsOf, expectedCharts } from "./support/result.ts";
import { expect, test } from "./support/test.ts";

// The element in somebody's page, under the strict policy: the same screens and figures as on the page of its own.

const manager = goldenPerson("G5_typical_manager", { pilot: "yes", rollout: "Letter drafts" });

const screens: Record<string, string> = {
  start: "Where does the pace go?",
  about: "About you",
  "page-0": "First, your own explanation",
  "page-1": "The rollout, last three months",
  review: "Everything is answered",
  result: "What this cannot tell you",
  file: "Save or hand in your answers",
};

for (const [place, text] of Object.entries(screens)) {
  test(`${place}: accessible inside a page, and at home in it`, async ({ page, site }) => {
    putHost(site, '<p>Some text of the page.</p><middle-layer hand-in="page"></middle-layer><p>More text of the page.</p>');
    await putOnDevice(page, draftKey, JSON.stringify(await draftOf(manager, place === "file" ? "result" : place)));
    await page.clock.setFixedTime(monday);
    await page.goto("host.html");
    if (place === "file") await page.getByRole("button", { name: "Save or hand in my answers" }).click();
    await expect(page.getByRole("heading", { name: text })).toBeVisible();
    await expectAccessible(page);
    await picture(page, `embedded-${place}`, [320, 1280]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
}

test("a golden manager's result shows the golden figures inside a page", async ({ page, site }) => {
  putHost(site, "<middle-layer></middle-layer>");
  await putOnDevice(page, draftKey, JSON.stringify(await draftOf(manager, "result")));
  await page.goto("host.html");
  await expect(page.getByRole("article")).toBeVisible();
  expect(Object.fromEntries(await chartsOf(page))).toEqual(Object.fromEntries(expectedCharts(manager, goldenFigures("G5_typical_manager"))));
});

test("a visit loads what the size limit counts, and nothing after that", async ({ page, site }) => {
  putHost(site, "<middle-layer></middle-layer>");
  const files: string[] = [];
  page.on("request", (request) => files.push(site.fileOf(request.url()) ?? request.url()));
  const heard = await listen(page);
  await page.goto("host.html");
  await expect.poll(async () => (await heard()).events.map(({ type }) => type)).toContain("ready");
  expect(files.filter((file) => file !== "host.html" && !file.endsWith("favicon.ico")).sort()).toEqual([...limits.scriptTag.files].sort());
});

test("a skeleton shows before the engine is there, and nothing takes the focus", async ({ page, site }) => {
  putHost(site, '<label>Search <input autofocus></label><middle-layer></middle-layer>');
  let letGo = () => {};
  const held = new Promise<void>((done) => (letGo = done));
  await page.route("**/middle-layer_bg.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("host.html");
  await expect(page.getByText("Middle Layer is loading.")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "embedded-loading", [320, 1280]);
  letGo();
  await expect(page.getByRole("heading", { name: "Where does the pace go?" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Search" })).toBeFocused();
});
