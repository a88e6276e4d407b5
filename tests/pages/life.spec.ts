import type { Locator, Page } from "@playwright/test";
import { allOnDevice, draftKey, draftOnDevice, onDevice, saidIn, type Draft } from "./support/device.ts";
import { goldenPerson } from "./support/golden.ts";
import { element, ended, hold, openHost, putHostPage, stateOf, type Api } from "./support/host.ts";
import { instrument, questions } from "./support/instrument.ts";
import { monday, Walk } from "./support/person.ts";
import { strictPolicy } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// What pages do with an element: make, move, remove, put back, copy, change. Answers stay with their element.

const manager = goldenPerson("G5_typical_manager");

/** With the ranking. */
const threeAnswered = `3 of ${questions("full", "manager")} answered`;

function walkIn(page: Page, position = 0): Walk {
  return new Walk(page, manager, element(page, position));
}

/** Marks the screen that is there; tells later whether it is still the same. */
async function mark(element: Locator): Promise<() => Promise<boolean>> {
  const root = await element.evaluateHandle((element) => element.shadowRoot!.querySelector(".root")!);
  return () => element.evaluate((element, root) => element.shadowRoot!.querySelector(".root") === root, root);
}

/** Longer than it takes until an element that does not come back is ended. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(100);
}

async function restoredIsNotSaid(page: Page): Promise<void> {
  await expect(page.locator(".notice").filter({ hasText: "were on this device" }), "the person has not been away").toHaveCount(0);
}

const storages = { "kept on the device": "", "kept nowhere": ` storage="none"` };

for (const [where, attribute] of Object.entries(storages)) {
  test.describe(`answers ${where}`, () => {
    let walk: Walk;

    test.beforeEach(async ({ page, site }) => {
      putHostPage(site, { body: `<div id="here"><middle-layer${attribute}></middle-layer></div><div id="there"></div>` });
      await openHost(page);
      walk = walkIn(page);
      await walk.fromStartToPages();
      await walk.answer("SIG1", 4);
      await hold(element(page));
    });

    test("are there after the element was moved, and nothing has begun anew", async ({ page }) => {
      const same = await mark(element(page));
      await page.evaluate(() => document.querySelector("#there")!.append(window.held));
      await settle(page);
      expect(await same()).toBe(true);
      await expect(walk.radio("SIG1", 4)).toBeChecked();
      await walk.answer("CUL2", 2);
      await expect(page.getByText(threeAnswered)).toBeVisible();
    });

    test("are there after it was taken out and put back later", async ({ page }) => {
      await page.evaluate(() => window.held.remove());
      await ended(page);
      await page.evaluate(() => document.querySelector("#there")!.append(window.held));
      await expect(walk.radio("SIG1", 4)).toBeChecked();
      await restoredIsNotSaid(page);
      expect(await stateOf(element(page))).toBe("answering");
      await walk.answer("CUL2", 2);
      expect(Object.keys(await allOnDevice(page))).toEqual(attribute ? [] : [draftKey]);
    });

    test("are not in a copy, which has a place of its own", async ({ page }) => {
      await page.evaluate(() => document.querySelector("#there")!.append(window.held.cloneNode(true)));
      const copy = walkIn(page, 1);
      await copy.fromStartToPages();
      await expect(copy.radio("SIG1", 4)).not.toBeChecked();
      await copy.answer("SIG1", 1);
      await expect(walk.radio("SIG1", 4)).toBeChecked();
      const keys = Object.keys(await allOnDevice(page)).sort();
      expect(keys).toEqual(attribute ? [] : [draftKey, `${draftKey}~2`]);
    });

    test("are there after attributes were changed", async ({ page }) => {
      const changes = { theme: "dark", unit: "Claims", units: "Claims, Sales", rollout: "Letters", lang: "de", "hand-in": "page", respondent: "executive", questions: "pulse" };
      for (const [name, value] of Object.entries(changes)) {
        await page.evaluate(([name, value]) => window.held.setAttribute(name, value), [name, value] as const);
        await settle(page);
      }
      await page.evaluate(() => ["respondent", "questions", "unit"].forEach((name) => window.held.removeAttribute(name)));
      await expect(page.getByText("Letters").first()).toBeVisible();
      await expect(walk.radio("SIG1", 4)).toBeChecked();
    });

    test("are there after the element went to a frame's document and back", async ({ page }) => {
      await page.evaluate(() => {
        const frame = document.querySelector("#there")!.appendChild(document.createElement("iframe"));
        frame.width = "900";
        frame.height = "900";
        frame.contentDocument!.body.append(window.held);
      });
      const inside = page.frameLocator("iframe").locator("middle-layer");
      const there = new Walk(page, manager, inside);
      await expect(there.radio("SIG1", 4)).toBeChecked();
      await there.answer("CUL2", 2);
      await there.radio("CUL2", 2).press("5");
      await expect(there.radio("CUL2", 5)).toBeChecked();
      const size = await inside.getByRole("heading", { level: 1 }).evaluate((heading) => getComputedStyle(heading).fontSize);
      expect(size, "the style sheet has come along").toBe("26px");
      await page.evaluate(() => document.querySelector("#here")!.append(window.held));
      await expect(walk.radio("SIG1", 4)).toBeChecked();
      await expect(walk.radio("CUL2", 5)).toBeChecked();
      expect(await page.getByRole("heading", { level: 1, name: "The rollout" }).evaluate((heading) => getComputedStyle(heading).fontSize)).toBe("26px");
    });

    test("belong to one session, also where it changes while the element is in no page", async ({ page }) => {
      await page.evaluate(() => window.held.setAttribute("session", "second"));
      await walk.fromStartToPages();
      await expect(walk.radio("SIG1", 4)).not.toBeChecked();
      await walk.answer("SIG1", 1);
      await page.evaluate(() => window.held.remove());
      await ended(page);
      await page.evaluate(() => {
        window.held.setAttribute("session", "third");
        document.querySelector("#there")!.append(window.held);
      });
      await expect(page.getByRole("heading", { level: 1, name: "Where does the pace go?" })).toBeVisible();
      const kept = await allOnDevice(page);
      expect(Object.keys(kept).sort()).toEqual(attribute ? [] : [draftKey, "middle-layer/draft/second"]);
      const answers = Object.values(kept).map((text) => saidIn(JSON.parse(text) as Draft).answers);
      expect(answers).toEqual(attribute ? [] : expect.arrayContaining([{ SIG1: 4 }, { SIG1: 1 }]));
    });
  });
}

test.describe("an element with an answer", () => {
  let walk: Walk;

  test.beforeEach(async ({ page, site }) => {
    putHostPage(site, { body: `<div id="here"><middle-layer></middle-layer></div><div id="there"></div>` });
    await openHost(page, { ...manager, answers: { SIG1: 4 } }, "page-1");
    walk = walkIn(page);
    await hold(element(page));
  });

  test("keeps even the focus where it is moved by moveBefore", async ({ page }) => {
    const same = await mark(element(page));
    await walk.radio("SIG1", 4).focus();
    await page.evaluate(() => document.querySelector("#there")!.moveBefore(window.held, null));
    await expect(page.locator("#there middle-layer")).toBeVisible();
    await settle(page);
    expect(await same()).toBe(true);
    await expect(walk.radio("SIG1", 4)).toBeFocused();
    await page.keyboard.press("2");
    await expect(walk.radio("SIG1", 2)).toBeChecked();
  });

  test("finds what another tab has answered while it was in no page", async ({ page, context }) => {
    const other = await context.newPage();
    await other.goto("host.html");
    await context.clock.resume();
    await page.evaluate(() => window.held.remove());
    await ended(page);
    const there = walkIn(other);
    await there.answer("CUL2", 5);
    await expect(other.getByText(threeAnswered)).toBeVisible();
    await page.evaluate(() => document.querySelector("#there")!.append(window.held));
    await expect(walk.radio("CUL2", 5)).toBeChecked();
    await expect(walk.radio("SIG1", 4)).toBeChecked();
  });

  test("goes on in a frame and comes back with what was answered there", async ({ page, site, watch }) => {
    // The frame is a page of its own, and loads what a page loads.
    watch.allowRequests(/\/middle-layer\/(index\.html\?|(embed|boot|middle-layer)\.js$|page\.css$|middle-layer_bg\.wasm$)/);
    site.headers = { "content-security-policy": `${strictPolicy}; frame-src 'self'` };
    await page.reload();
    await page.evaluate(() => document.querySelector("middle-layer")!.setAttribute("mode", "frame"));
    const inside = page.frameLocator("iframe").locator("#middle-layer");
    const there = new Walk(page, manager, inside);
    await expect(there.radio("SIG1", 4)).toBeChecked();
    await page.clock.setFixedTime(monday + 60_000);
    await there.answer("CUL2", 5);
    await expect(inside.getByText(threeAnswered)).toBeVisible();
    await page.evaluate(() => document.querySelector("middle-layer")!.removeAttribute("mode"));
    await expect(walk.radio("SIG1", 4)).toBeChecked();
    await expect(walk.radio("CUL2", 5)).toBeChecked();
  });

  test("sets answers aside where the questions change, and has them again with those", async ({ page, site }) => {
    const own = { ...instrument, id: "our-own-questions" };
    site.answer("questions.json", { headers: { "content-type": "application/json" }, body: JSON.stringify(own) });
    await page.evaluate(() => window.held.setAttribute("instrument", "questions.json"));
    await expect(page.locator(".notice").filter({ hasText: "belong to a different set of questions" })).toBeVisible();
    expect(saidIn(JSON.parse((await onDevice(page, "middle-layer/set-aside/default"))!) as Draft).answers).toEqual({ SIG1: 4 });
    await page.evaluate(() => window.held.removeAttribute("instrument"));
    await expect(walk.radio("SIG1", 4)).toBeChecked();
  });

  test("goes on where the page says anew where the files are", async ({ page }) => {
    await page.evaluate(() => window.held.setAttribute("base", "."));
    await expect(walk.radio("SIG1", 4)).toBeChecked();
    await restoredIsNotSaid(page);
  });

  test("ends at destroy and begins again at start", async ({ page }) => {
    await page.evaluate(() => window.held.destroy());
    await ended(page);
    expect(await stateOf(element(page))).toBe("loading");
    await page.evaluate(() => window.held.start());
    await expect(walk.radio("SIG1", 4)).toBeChecked();
  });

  test("erases at reset, also where it has ended or is in no page", async ({ page }) => {
    await page.evaluate(() => window.held.reset());
    await expect(page.getByRole("heading", { level: 1, name: "Where does the pace go?" })).toBeVisible();
    await expect.poll(() => allOnDevice(page)).toEqual({});
    for (const end of ["destroy", "remove"] as const) {
      await walk.fromStartToPages();
      await walk.answer("SIG1", 4);
      expect(saidIn(await draftOnDevice(page)).answers).toEqual({ SIG1: 4 });
      await page.evaluate((end) => window.held[end](), end);
      await ended(page);
      await page.evaluate(() => window.held.reset());
      expect(await allOnDevice(page)).toEqual({});
      await page.evaluate((end) => (end === "destroy" ? window.held.start() : document.querySelector("#there")!.append(window.held)), end);
      await expect(page.getByRole("heading", { level: 1, name: "Where does the pace go?" })).toBeVisible();
    }
  });

  test("outlives a document that nobody sees", async ({ page }) => {
    await page.evaluate(() => document.implementation.createHTMLDocument().body.append(window.held));
    await settle(page);
    await page.evaluate(() => document.querySelector("#there")!.append(window.held));
    await expect(walk.radio("SIG1", 4)).toBeChecked();
    expect(await page.getByRole("heading", { level: 1, name: "The rollout" }).evaluate((heading) => getComputedStyle(heading).fontSize)).toBe("26px");
  });

  test("hides where the page hides it", async ({ page }) => {
    const heading = page.getByRole("heading", { level: 1, name: "The rollout" });
    await page.evaluate(() => (window.held.hidden = true));
    await expect(heading).toBeHidden();
    await page.evaluate(() => (window.held.hidden = false));
    await expect(heading).toBeVisible();
    await page.evaluate(() => (document.querySelector<HTMLElement>("#here")!.style.visibility = "hidden"));
    await expect(heading).toBeHidden();
    await page.evaluate(() => (document.querySelector<HTMLElement>("#here")!.style.visibility = ""));
    await expect(walk.radio("SIG1", 4)).toBeChecked();
  });
});

test("an element that was never in a page does nothing, whatever is asked of it", async ({ page, site }) => {
  putHostPage(site, { body: "" });
  await openHost(page);
  const states = await page.evaluate(() => {
    const element = document.createElement("middle-layer") as Api;
    for (const act of ["start", "reset", "destroy", "start"] as const) element[act]();
    element.setAttribute("session", "other");
    element.respondent = "manager";
    return [element.state, element.handedIn, element.getAttribute("respondent"), element.shadowRoot];
  });
  expect(states).toEqual(["loading", null, "manager", null]);
  expect(await allOnDevice(page)).toEqual({});
});

test("options and properties make an element, and what was set before it was known counts", async ({ page, site }) => {
  const before = `
    addEventListener("DOMContentLoaded", () => {
      const element = document.querySelector("middle-layer");
      window.known = element.state;
      window.reflected = [element.getAttribute("respondent"), element.getAttribute("hand-in"), element.getAttribute("units"), Object.keys(element).length];
      window.MiddleLayer.mount(document.querySelector("main"), { respondent: "executive", questions: "pulse", session: "second", unit: null });
    });`;
  putHostPage(site, { before, body: `<middle-layer></middle-layer>` });
  site.answer("before.js", {
    headers: { "content-type": "text/javascript" },
    body: `Object.assign(document.querySelector("middle-layer"), { respondent: "manager", questions: "full", handIn: "page", units: "Claims, Sales" });${before}`,
  });
  await openHost(page);
  const reflected = await page.evaluate(() => (window as unknown as { reflected: unknown }).reflected);
  expect(reflected).toEqual(["manager", "page", "Claims, Sales", 0]);
  for (const [position, options] of [`Claims`, undefined].entries()) {
    const screens = element(page, position);
    await screens.getByRole("button", { name: "Start" }).click();
    await expect(screens.getByRole("heading", { level: 1, name: "About you" })).toBeVisible();
    await expect(screens.getByRole("radio", { name: /^Manager/ })).toHaveCount(0);
    if (options) await expect(screens.getByRole("combobox")).toContainText(options);
  }
  expect(await element(page, 1).evaluate((element) => element.outerHTML)).toBe(`<middle-layer respondent="executive" questions="pulse" session="second"></middle-layer>`);
});
