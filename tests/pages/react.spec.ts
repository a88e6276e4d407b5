import type { Page } from "@playwright/test";
import { allOnDevice, draftKey, saidIn, type Draft } from "./support/device.ts";
import { goldenPerson } from "./support/golden.ts";
import { element, hold, openHost, putHostPage, script, stateOf } from "./support/host.ts";
import { questions } from "./support/instrument.ts";
import { Memory } from "./support/memory.ts";
import { Walk } from "./support/person.ts";
import { react, type Build } from "./support/react.ts";
import type { Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// Inside an application of React, with its own idea of when elements come, move and go.

const manager = goldenPerson("G5_typical_manager");

/** What the application shows: elements by their key, each with its properties, and how they are wrapped. */
interface Shown {
  list: Record<string, string>[];
  hidden?: boolean;
  aside?: boolean;
}

declare global {
  interface Window {
    show(shown: Shown): void;
    unmount(): void;
    /** What the application has heard, in order. */
    heard: string[];
  }
}

const app = (strict: boolean, first: Shown) => `(() => {
  const { createElement, createPortal, createRoot, flushSync, Activity, Fragment, StrictMode, useEffect, useRef, useState } = React;
  window.heard = [];

  function Survey({ round, ...properties }) {
    const element = useRef(null);
    useEffect(() => {
      heard.push("effect " + (element.current.localName === "middle-layer"));
      return () => heard.push("cleanup");
    }, []);
    const hear = (name) => ({ ["onmiddle-layer-" + name]: ({ type, detail }) => heard.push([round, type, JSON.stringify(detail)].join(" ")) });
    return createElement("middle-layer", { ref: element, ...properties, ...hear("ready"), ...hear("progress"), ...hear("complete") });
  }

  function App() {
    const [shown, setShown] = useState({ ...${JSON.stringify(first)}, round: 1 });
    window.show = (next) => flushSync(() => setShown({ ...next, round: shown.round + 1 }));
    const surveys = shown.list.map(({ key, ...properties }) => createElement(Survey, { key, round: shown.round, ...properties }));
    const inside = createElement("section", { onKeyDown: () => heard.push("key"), onClick: ({ target }) => heard.push("click " + target.localName) }, surveys);
    const around = createElement(Activity, { mode: shown.hidden ? "hidden" : "visible" }, inside);
    return createElement(Fragment, null, around, shown.aside && createPortal(createElement("middle-layer", { session: "aside" }), document.querySelector("#aside")));
  }

  const root = createRoot(document.querySelector("#app"));
  window.unmount = () => root.unmount();
  root.render(createElement(${strict ? "StrictMode" : "Fragment"}, null, createElement(App)));
})();`;

interface Setting {
  build?: Build;
  strict?: boolean;
  early?: boolean;
}

/** Opens the application; it can begin before the element is known. */
async function openApp(page: Page, site: Site, first: Shown, { build = "production", strict = false, early = false }: Setting = {}): Promise<void> {
  site.answer("react.js", script(react(build)));
  putHostPage(site, {
    head: `<script src="react.js" defer></script>`,
    body: `<div id="app"></div><div id="aside"></div>`,
    [early ? "before" : "after"]: app(strict, first),
  });
  await openHost(page);
  await expect.poll(() => page.locator("middle-layer").count()).toBe(first.list.length);
}

async function show(page: Page, shown: Shown): Promise<void> {
  await page.evaluate((shown) => window.show(shown), shown);
}

async function answerIn(page: Page, position: number, answer: 1 | 2 | 3 | 4 | 5): Promise<void> {
  const walk = walkIn(page, position);
  await walk.fromStartToPages();
  await walk.answer("SIG1", answer);
}

function walkIn(page: Page, position = 0): Walk {
  return new Walk(page, manager, element(page, position));
}

const heard = (page: Page) => page.evaluate(() => window.heard);

const settings: Record<string, Setting> = {
  "as people use it": {},
  "before the element is known": { early: true },
  "in its strict mode, as developers run it": { build: "development", strict: true },
};

for (const [name, setting] of Object.entries(settings)) {
  test.describe(name, () => {
    test("properties arrive, events are heard, and rendering again loses nothing", async ({ page, site }) => {
      const properties = { key: "one", respondent: "manager", questions: "full", theme: "light", "hand-in": "page" };
      await openApp(page, site, { list: [properties] }, setting);
      const markup = await element(page).evaluate((element) => element.outerHTML);
      expect(markup).toBe(`<middle-layer respondent="manager" questions="full" theme="light" hand-in="page"></middle-layer>`);
      await expect.poll(() => heard(page)).toEqual(expect.arrayContaining(["effect true", expect.stringMatching(/^1 middle-layer-ready {"version":1}$/)]));
      expect((await heard(page)).filter((line) => line.includes("-ready"))).toHaveLength(1);
      expect((await heard(page)).filter((line) => line === "cleanup"), "React takes effects back once to try the application").toHaveLength(setting.strict ? 1 : 0);

      const walk = walkIn(page);
      await walk.start();
      await walk.next();
      await walk.rank();
      await walk.next();
      await walk.answer("SIG1", 4);
      for (const change of [{ theme: "dark" }, { unit: "Claims" }, { "hand-in": "none" }, {}, {}]) await show(page, { list: [{ ...properties, ...change }] });
      expect(await element(page).evaluate((element) => element.outerHTML)).toBe(markup);
      await expect(walk.radio("SIG1", 4)).toBeChecked();
      await walk.answer("CUL2", 2);
      await expect.poll(() => heard(page), "the listener of the last rendering").toContainEqual(expect.stringMatching(new RegExp(`^6 middle-layer-progress {"answered":3,"total":${questions("full", "manager")},`)));
      expect(Object.keys(await allOnDevice(page))).toEqual([draftKey]);
    });

    test("answers go along with their keys", async ({ page, site }) => {
      const survey = (key: string) => ({ key, session: key });
      const [a, b, c] = [survey("a"), survey("b"), survey("c")];
      await openApp(page, site, { list: [a, b, c] }, setting);
      await answerIn(page, 0, 1);
      await answerIn(page, 2, 3);
      for (const list of [[c, b, a], [b, a, c], [a, c], [c, a, b]]) {
        await show(page, { list });
        await expect(walkIn(page, list.indexOf(a)).radio("SIG1", 1)).toBeChecked();
        await expect(walkIn(page, list.indexOf(c)).radio("SIG1", 3)).toBeChecked();
      }
      const kept = Object.entries(await allOnDevice(page)).map(([key, text]) => [key, saidIn(JSON.parse(text) as Draft).answers]);
      expect(Object.fromEntries(kept)).toEqual({ "middle-layer/draft/a": { SIG1: 1 }, "middle-layer/draft/c": { SIG1: 3 } });
    });

    test("without keys for sessions, those that share a name keep their answers apart too", async ({ page, site }) => {
      const [a, b] = [{ key: "a" }, { key: "b" }];
      await openApp(page, site, { list: [a, b] }, setting);
      await answerIn(page, 0, 1);
      await answerIn(page, 1, 5);
      await show(page, { list: [b, a] });
      await expect(walkIn(page, 0).radio("SIG1", 5)).toBeChecked();
      await expect(walkIn(page, 1).radio("SIG1", 1)).toBeChecked();
    });

    test("a component that goes and comes again finds its answers", async ({ page, site }) => {
      await openApp(page, site, { list: [{ key: "one" }] }, setting);
      await answerIn(page, 0, 4);
      await show(page, { list: [] });
      await expect(page.locator("middle-layer")).toHaveCount(0);
      await show(page, { list: [{ key: "one" }] });
      await expect(walkIn(page).radio("SIG1", 4)).toBeChecked();
      // Another key is another element in the same place, within one commit.
      await show(page, { list: [{ key: "two" }] });
      await expect(walkIn(page).radio("SIG1", 4)).toBeChecked();
      expect(Object.keys(await allOnDevice(page))).toEqual([draftKey]);
    });

    test("what is hidden for a while keeps its answers", async ({ page, site }) => {
      await openApp(page, site, { list: [{ key: "one", storage: "none" }] }, setting);
      await answerIn(page, 0, 4);
      await show(page, { list: [{ key: "one", storage: "none" }], hidden: true });
      await expect(element(page)).toBeHidden();
      await expect(page.getByRole("heading", { level: 1, name: "The rollout" })).toBeHidden();
      await show(page, { list: [{ key: "one", storage: "none" }] });
      await expect(walkIn(page).radio("SIG1", 4)).toBeChecked();
    });
  });
}

test("keys pressed inside are not heard, and clicks come from the element", async ({ page, site }) => {
  await openApp(page, site, { list: [{ key: "one" }] });
  await answerIn(page, 0, 4);
  await walkIn(page).radio("SIG1", 4).press("2");
  await expect(walkIn(page).radio("SIG1", 2)).toBeChecked();
  const lines = await heard(page);
  expect(lines).not.toContain("key");
  expect(lines).toContain("click middle-layer");
});

test("an element in a portal is one like any other", async ({ page, site }) => {
  await openApp(page, site, { list: [{ key: "one" }] });
  await show(page, { list: [{ key: "one" }], aside: true });
  const walk = new Walk(page, manager, page.locator("#aside middle-layer"));
  await walk.fromStartToPages();
  await walk.answer("SIG1", 5);
  await show(page, { list: [{ key: "one" }] });
  expect(Object.keys(await allOnDevice(page))).toEqual(["middle-layer/draft/aside"]);
});

test("what the application takes out is not held by anything", async ({ page, site }) => {
  await openApp(page, site, { list: [{ key: "0" }] });
  const memory = await Memory.of(page);
  for (let turn = 1; turn <= 20; turn++) {
    await show(page, { list: [{ key: String(turn) }] });
    await expect.poll(() => stateOf(element(page))).toBe("ready");
  }
  // React itself holds the tree before the last.
  await expect.poll(async () => (await memory.held()).engines).toBeLessThanOrEqual(2);
  await hold(element(page));
  await page.evaluate(() => window.unmount());
  await expect(page.locator("middle-layer")).toHaveCount(0);
  await expect.poll(() => memory.listenersOf("window")).not.toContain("storage");
});
