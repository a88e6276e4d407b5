import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { breakNext, mend, ways, type Way } from "./support/breaking.ts";
import { allOnDevice, asideKey, draftKey, draftOf, draftOnDevice, onDevice, putOnDevice, saidIn, type Draft } from "./support/device.ts";
import { downloaded } from "./support/download.ts";
import { goldenPerson } from "./support/golden.ts";
import { element, openHost, putHostPage, stateOf, type Api } from "./support/host.ts";
import { instrument, itemPages } from "./support/instrument.ts";
import { chooseFile, monday, saveFile, Walk } from "./support/person.ts";
import { picture } from "./support/picture.ts";
import { expect, test } from "./support/test.ts";

// Whatever happens inside, the person sees what to do, the answers are there, and the page and all other elements go on.

const manager = goldenPerson("G5_typical_manager");
const [firstPage] = itemPages("full", "manager") as [string[]];
/** What yew says of it on the console. */
const complaint = /console error: failed to/;
const unreachable = /RuntimeError: unreachable/;
/** Somebody with nothing but the ranking done. */
const ranked = { ...manager, answers: {} };

function panel(within: Page | Locator): Locator {
  return within.getByRole("heading", { name: "Something went wrong here" });
}

async function headingHasFocus(within: Page | Locator, name: string | RegExp): Promise<void> {
  const heading = within.getByRole("heading", { level: 1, name });
  await expect(heading).toBeVisible();
  await expect(heading).toBeFocused();
}

/** Answers with a key, which draws the answer anew, and with it sets off what is broken. */
async function failAt(page: Page, walk: Walk, id: string, answer: 1 | 2 | 3 | 4 | 5): Promise<void> {
  await walk.group(id).getByRole("radio").first().focus();
  await breakNext(page, "drawing");
  await page.keyboard.press(String(answer));
  await expect(panel(page)).toBeVisible();
}

/** Makes it fail twice with the same answers. */
async function failTwice(page: Page, walk: Walk): Promise<void> {
  await breakNext(page, "inserting", Infinity);
  await walk.button("Next").click();
  await walk.button("Continue").click();
  await expect(page.getByText("It went wrong again.")).toBeVisible();
}

/** The file that the panel offers. */
async function offeredFile(page: Page, walk: Walk): Promise<string> {
  const { name, text } = await downloaded(page, () => walk.button("Save my answers as a file").click());
  expect(name).toBe("answers.middle-layer-draft.json");
  return text;
}

test.describe("whatever fails", () => {
  for (const [way, { says, uncaught, atOnce }] of Object.entries(ways) as [Way, (typeof ways)[Way]][]) {
    test(`${way}: a panel says what to do, and a fresh engine goes on without the network`, async ({ page, site, watch }) => {
      watch.expectProblem(uncaught);
      if (way === "inserting") watch.expectProblem(complaint);
      putHostPage(site, { after: `document.addEventListener("middle-layer-error", ({ detail }) => (window.error = detail));` });
      await openHost(page, ranked, "page-1");
      const walk = new Walk(page, manager);
      await walk.answer("CUL2", 5);
      await breakNext(page, way);
      await (atOnce ? walk.radio("SIG1", 3) : walk.button("Next")).click();

      await expect(panel(page)).toBeVisible();
      await expect(panel(page), "the person was in here").toBeFocused();
      await expect(page.getByText("Your answers are safe. You can go on where you were.")).toBeVisible();
      expect(await stateOf(element(page))).toBe("failed");
      const { code, message, version } = await page.evaluate(() => (window as unknown as { error: { code: string; message: string; version: number } }).error);
      expect([code, version]).toEqual(["internal", 1]);
      expect(message).toMatch(says);

      await site.close();
      await mend(page);
      await walk.button("Continue").click();
      await headingHasFocus(page, "The rollout, last three months");
      await expect(page.locator(".notice").filter({ hasText: "were on this device" }), "the person has not been away").toHaveCount(0);
      await expect(walk.radio("CUL2", 5)).toBeChecked();
      expect(await stateOf(element(page))).toBe("answering");
      await walk.answer("SIG1", 2);
      await expect.poll(async () => saidIn(await draftOnDevice(page)).answers).toMatchObject({ SIG1: 2, CUL2: 5 });
    });
  }
});

test.describe("answers", () => {
  test.beforeEach(({ site, watch }) => {
    putHostPage(site);
    watch.expectProblem(/broken by the page/);
  });

  test("the very answer whose drawing failed is there", async ({ page, site }) => {
    await openHost(page, ranked, "page-1");
    const walk = new Walk(page, manager);
    await failAt(page, walk, "SIG1", 4);
    await site.close();
    await walk.button("Continue").click();
    await expect(walk.radio("SIG1", 4)).toBeChecked();
    await headingHasFocus(page, "The rollout, last three months");
  });

  test("where nothing is kept on the device, they are there all the same, and nothing is kept after that", async ({ page, site }) => {
    putHostPage(site, { body: `<middle-layer storage="none"></middle-layer>` });
    await openHost(page);
    const walk = new Walk(page, manager);
    await walk.fromStartToPages();
    await walk.answer("CUL2", 1);
    await failAt(page, walk, "SIG1", 4);
    await site.close();
    await walk.button("Continue").click();
    await expect(walk.radio("CUL2", 1)).toBeChecked();
    await expect(walk.radio("SIG1", 4)).toBeChecked();
    await walk.answer("DEC1", 2);
    expect(await allOnDevice(page)).toEqual({});
  });

  test("who chose to keep nothing has that choice kept", async ({ page }) => {
    await openHost(page);
    const walk = new Walk(page, manager);
    await page.getByRole("checkbox", { name: "Keep my answers on this device while I work" }).uncheck();
    await walk.fromStartToPages();
    await failAt(page, walk, "SIG1", 4);
    await walk.button("Continue").click();
    await walk.answer("CUL2", 1);
    await expect(page.getByText("nothing is saved", { exact: true })).toBeVisible();
    expect(await allOnDevice(page)).toEqual({});
  });

  test("after three failures in a row they are offered as a file, however different they were", async ({ page }) => {
    await openHost(page, ranked, "page-1");
    const walk = new Walk(page, manager);
    for (const answer of [1, 2] as const) {
      await failAt(page, walk, "SIG1", answer);
      await walk.button("Continue").click();
      await expect(walk.radio("SIG1", answer)).toBeChecked();
    }
    await failAt(page, walk, "SIG1", 5);
    await expect(walk.button("Continue")).toHaveCount(0);
    expect(saidIn(JSON.parse(await offeredFile(page, walk)) as Draft).answers).toEqual({ SIG1: 5 });
  });

  test("from the first failure to the result, with the network gone", async ({ page, site }) => {
    await openHost(page, ranked, "page-1");
    const walk = new Walk(page, manager);
    await failAt(page, walk, firstPage[0]!, 3);
    await site.close();
    await walk.button("Continue").click();
    await walk.fromPagesToResult();
    await walk.button("Save my answers").click();
    const { response } = await saveFile(page);
    expect([response.answers, response.attribution]).toEqual([manager.answers, manager.attribution]);
  });

  test("the page can begin again for the person, and erase what is kept", async ({ page }) => {
    await openHost(page, ranked, "page-1");
    const walk = new Walk(page, manager);
    await failAt(page, walk, "SIG1", 4);
    await element(page).evaluate((element) => (element as Api).start());
    await expect(walk.radio("SIG1", 4)).toBeChecked();
    await failAt(page, walk, "SIG1", 2);
    await element(page).evaluate((element) => (element as Api).reset());
    await expect(page.getByRole("heading", { level: 1, name: "Where does the pace go?" })).toBeVisible();
    expect(await allOnDevice(page)).toEqual({});
  });

  test("an organisation's own questions are there again without the network", async ({ page, site }) => {
    const own = structuredClone(instrument) as Record<string, unknown> & typeof instrument;
    own.id = "our-own-questions";
    site.answer("questions.json", { headers: { "content-type": "application/json" }, body: JSON.stringify(own) });
    putHostPage(site, { body: `<middle-layer instrument="questions.json"></middle-layer>` });
    await openHost(page);
    const walk = new Walk(page, manager);
    await walk.fromStartToPages();
    await failAt(page, walk, "SIG1", 4);
    await site.close();
    await walk.button("Continue").click();
    await expect(walk.radio("SIG1", 4)).toBeChecked();
    expect((await draftOnDevice(page)).instrument.id).toBe("our-own-questions");
  });
});

test.describe("a second failure with the same answers", () => {
  test.beforeEach(({ site, watch }) => {
    putHostPage(site);
    watch.expectProblem(complaint);
    watch.expectProblem(unreachable);
  });

  test("offers them as a file, and sets them aside only when asked", async ({ page, site }) => {
    await openHost(page, manager, "page-1");
    const walk = new Walk(page, manager);
    await failTwice(page, walk);
    await expect(walk.button("Continue")).toHaveCount(0);
    const text = await offeredFile(page, walk);
    await expect(page.getByRole("textbox", { name: "Your answers" }), "where a page may save no files").toHaveValue(text);
    const said = { attribution: manager.attribution, answers: manager.answers };
    expect(saidIn(JSON.parse(text) as Draft)).toEqual(said);
    expect(saidIn(await draftOnDevice(page)), "still kept").toEqual(said);

    await mend(page);
    await site.close();
    await walk.button("Begin again without them").click();
    await headingHasFocus(page, "Where does the pace go?");
    const aside = await onDevice(page, asideKey);
    expect(saidIn(JSON.parse(aside!) as Draft)).toEqual(said);
    expect(Object.keys(await allOnDevice(page))).toEqual([asideKey]);
    await expect(page.locator(".notice").getByRole("button", { name: "Save them as a file" })).toBeVisible();

    await chooseFile(page, text, "answers.middle-layer-draft.json");
    await walk.button("Back").click();
    for (const id of firstPage) await expect(walk.radio(id, manager.answers[id]!)).toBeChecked();
    expect(saidIn(await draftOnDevice(page))).toEqual(said);
  });

  test("is noticed too where the answers were on the device already", async ({ page }) => {
    await putOnDevice(page, draftKey, JSON.stringify(await draftOf(manager, "page-1")));
    await page.clock.setFixedTime(monday);
    // From the start: nothing of this page can be drawn.
    await page.addInitScript(() => {
      const insertBefore = Node.prototype.insertBefore;
      Node.prototype.insertBefore = function (...words) {
        if (this.getRootNode() instanceof ShadowRoot) throw new Error("broken by the page");
        return insertBefore.apply(this, words) as never;
      };
    });
    await page.goto("host.html");
    const walk = new Walk(page, manager);
    await walk.button("Continue").click();
    expect(saidIn(JSON.parse(await offeredFile(page, walk)) as Draft).answers).toEqual(manager.answers);
  });

  test("where there are no answers yet, it can be tried from the start", async ({ page }) => {
    await openHost(page);
    const walk = new Walk(page, manager);
    await breakNext(page, "inserting", Infinity);
    await walk.button("Start").click();
    await walk.button("Continue").click();
    await mend(page);
    await walk.button(/^Begin again/).click();
    await headingHasFocus(page, "Where does the pace go?");
  });

  test("leaves the choice to keep nothing as it was", async ({ page }) => {
    await openHost(page);
    const walk = new Walk(page, manager);
    await page.getByRole("checkbox", { name: "Keep my answers on this device while I work" }).uncheck();
    await walk.fromStartToPages();
    await walk.answer("SIG1", 4);
    await failTwice(page, walk);
    await mend(page);
    await walk.button("Begin again without them").click();
    await expect(page.getByRole("checkbox", { name: "Keep my answers on this device while I work" })).not.toBeChecked();
    await walk.fromStartToPages();
    expect(await allOnDevice(page)).toEqual({});
  });
});

test("other elements, the page and its own scripts go on", async ({ page, site, watch }) => {
  watch.expectProblem(/broken by the page/);
  const body = `<button id="count" type="button">0</button><middle-layer></middle-layer><middle-layer session="second"></middle-layer>`;
  putHostPage(site, { body, after: `count.addEventListener("click", () => count.textContent++);` });
  await openHost(page, ranked, "page-1");
  const [first, second] = [new Walk(page, manager, element(page, 0)), new Walk(page, manager, element(page, 1))];
  await second.fromStartToPages();
  await second.answer("SIG1", 2);
  await failAt(page, first, "SIG1", 4);
  await expect(panel(element(page, 1))).toHaveCount(0);
  await second.answer("CUL2", 5);
  await expect(second.radio("SIG1", 2)).toBeChecked();
  await page.locator("#count").click();
  await expect(page.locator("#count")).toHaveText("1");
  await first.button("Continue").click();
  await expect(first.radio("SIG1", 4)).toBeChecked();
  expect(await stateOf(element(page, 1))).toBe("answering");
});

test("the focus stays with something else of the page when an element fails by itself", async ({ page, site, context, watch }) => {
  watch.expectProblem(/broken by the page/);
  putHostPage(site, { body: `<input aria-label="Search"><middle-layer></middle-layer>` });
  await openHost(page, ranked, "page-1");
  const walk = new Walk(page, manager);
  await walk.group("SIG1").getByRole("radio").first().focus();
  await page.getByRole("textbox", { name: "Search" }).focus();
  await breakNext(page, "drawing");
  const other = await context.newPage();
  await other.goto("page.css");
  const draft = await draftOf({ ...manager, answers: { SIG1: 5 } }, "page-1", monday + 1000);
  await other.evaluate(([key, text]) => localStorage.setItem(key, text), [draftKey, JSON.stringify(draft)] as const);
  await expect(panel(page)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Search" })).toBeFocused();
});

test("a listener of the page that throws is the page's own affair", async ({ page, site, watch }) => {
  watch.expectProblem(/the listener threw/);
  const after = `for (const name of ["ready", "progress"]) document.addEventListener("middle-layer-" + name, () => { throw new Error("the listener threw"); });`;
  putHostPage(site, { after });
  await openHost(page, ranked, "page-1");
  const walk = new Walk(page, manager);
  await walk.answer("SIG1", 4);
  await walk.answer("CUL2", 1);
  await expect(panel(page)).toHaveCount(0);
});

test("the page of its own survives too", async ({ page, site, watch }) => {
  watch.expectProblem(/broken by the page/);
  await putOnDevice(page, draftKey, JSON.stringify(await draftOf(ranked, "page-1")));
  await page.clock.setFixedTime(monday);
  await page.goto("index.html");
  const walk = new Walk(page, manager);
  await failAt(page, walk, "SIG1", 4);
  await site.close();
  await walk.button("Continue").click();
  await expect(walk.radio("SIG1", 4)).toBeChecked();
});

for (const theme of ["auto", "light", "dark"]) {
  test(`the panels are accessible where the theme is ${theme}`, async ({ page, site, watch }) => {
    watch.expectProblem(complaint);
    watch.expectProblem(unreachable);
    putHostPage(site, { head: `<meta name="color-scheme" content="light dark">`, body: `<middle-layer theme="${theme}"></middle-layer>` });
    await openHost(page, manager, "page-1");
    const walk = new Walk(page, manager);
    await breakNext(page, "inserting", Infinity);
    await walk.button("Next").click();
    await expect(panel(page)).toBeVisible();
    await expectAccessible(page);
    await picture(page, `panel-${theme}`, [320, 1280]);
    await walk.button("Continue").click();
    await expect(page.getByText("It went wrong again.")).toBeVisible();
    await expectAccessible(page);
    await offeredFile(page, walk);
    await picture(page, `panel-again-${theme}`, [320, 1280]);
  });
}

test("the details carry what failed, the version, and the page", async ({ page, site, context, watch }) => {
  watch.expectProblem(complaint);
  watch.expectProblem(unreachable);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  putHostPage(site);
  await openHost(page, manager, "page-1");
  const walk = new Walk(page, manager);
  await breakNext(page, "inserting");
  await walk.button("Next").click();
  await walk.button("Copy details").click();
  await expect(walk.button("Copied")).toBeVisible();
  const details = await page.evaluate(() => navigator.clipboard.readText());
  expect(details).toMatch(ways.inserting.says);
  for (const part of [/^Middle Layer \d+\.\d+\.\d+$/m, /^internal$/m, /\/host\.html$/m, /Chrome/]) expect(details).toMatch(part);
  for (const said of [manager.attribution[0]!, "SIG1", "attribution"]) expect(details).not.toContain(said);
});

test("on plain http, where nothing copies, the details are there to be copied by hand", async ({ page, site, watch }) => {
  watch.expectProblem(complaint);
  watch.expectProblem(unreachable);
  putHostPage(site);
  await openHost(page, undefined, undefined, site.address("host.html", "middle-layer.test"));
  const walk = new Walk(page, manager);
  await breakNext(page, "inserting");
  await walk.button("Start").click();
  await walk.button("Copy details").click();
  await expect(page.getByRole("textbox", { name: "Copy details" })).toHaveValue(ways.inserting.says);
});
