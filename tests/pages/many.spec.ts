import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { allOnDevice, draftKey, saidIn, type Draft } from "./support/device.ts";
import { goldenPerson } from "./support/golden.ts";
import { element, openHost, putHostPage, script, stateOf } from "./support/host.ts";
import { Memory } from "./support/memory.ts";
import { Walk } from "./support/person.ts";
import { releaseFolder, strictPolicy, type Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// Many elements: at once, one after the other, in two tabs, and of two versions.

const text = readFileSync(`${releaseFolder}embed.js`, "utf8");
const [, own = "", major = ""] = /"((\d+)\.\d+\.\d+)"/.exec(text) ?? [];

const manager = goldenPerson("G5_typical_manager");

function walkIn(page: Page, position: number): Walk {
  return new Walk(page, manager, element(page, position));
}

function keyOf(position: number): string {
  return position === 0 ? draftKey : `${draftKey}~${position + 1}`;
}

/** What lies on the device for each element, by its key. */
async function answersOnDevice(page: Page): Promise<Record<string, unknown>> {
  const kept = Object.entries(await allOnDevice(page));
  return Object.fromEntries(kept.map(([key, text]) => [key, saidIn(JSON.parse(text) as Draft).answers]));
}

/** Goes to the questions in an element, and answers the first. */
async function answerIn(page: Page, position: number, answer: 1 | 2 | 3 | 4 | 5): Promise<void> {
  await walkIn(page, position).fromStartToPages();
  await walkIn(page, position).answer("SIG1", answer);
}

test("fifty on a page: each has its own state and place, and each finds its own again", async ({ page, site }) => {
  putHostPage(site, { body: "<middle-layer></middle-layer>".repeat(50) });
  await openHost(page);
  const said = { 0: 1, 24: 3, 49: 5 } as const;
  for (const [position, answer] of Object.entries(said)) await answerIn(page, Number(position), answer);
  const kept = Object.fromEntries(Object.entries(said).map(([position, answer]) => [keyOf(Number(position)), { SIG1: answer }]));
  expect(await answersOnDevice(page)).toEqual(kept);
  expect(await stateOf(element(page, 1))).toBe("ready");
  await page.reload();
  for (const [position, answer] of Object.entries(said)) await expect(walkIn(page, Number(position)).radio("SIG1", answer)).toBeChecked();
  expect(await answersOnDevice(page)).toEqual(kept);
});

test.describe("two on a page", () => {
  test.beforeEach(async ({ page, site }) => {
    putHostPage(site, { body: "<middle-layer></middle-layer><middle-layer></middle-layer>" });
    await openHost(page);
    await answerIn(page, 0, 1);
    await answerIn(page, 1, 5);
  });

  /** Their answers, as the screens show them, in the order of the page. */
  async function expectShown(page: Page, ...answers: (1 | 5)[]): Promise<void> {
    for (const [position, answer] of answers.entries()) await expect(walkIn(page, position).radio("SIG1", answer)).toBeChecked();
  }

  const swaps = {
    "at once": () => document.querySelector("main")!.replaceChildren(...[...document.querySelectorAll("middle-layer")].reverse()),
    "one after the other": () => document.querySelector("main")!.append(document.querySelector("middle-layer")!),
    "after both were gone for a while": async () => {
      const [first, second] = document.querySelectorAll("middle-layer");
      document.querySelector("main")!.replaceChildren();
      while (first!.shadowRoot!.childElementCount + second!.shadowRoot!.childElementCount > 0) await new Promise((done) => setTimeout(done, 20));
      document.querySelector("main")!.replaceChildren(second!, first!);
    },
  };
  for (const [how, swap] of Object.entries(swaps)) {
    test(`change places ${how}, and keep their answers apart`, async ({ page }) => {
      await page.evaluate(swap);
      await expectShown(page, 5, 1);
      await walkIn(page, 0).answer("CUL2", 4);
      await walkIn(page, 1).answer("CUL2", 2);
      expect(await answersOnDevice(page)).toEqual({ [keyOf(0)]: { SIG1: 1, CUL2: 2 }, [keyOf(1)]: { SIG1: 5, CUL2: 4 } });
    });
  }

  test("and in two tabs: each follows its own", async ({ page, context }) => {
    const other = await context.newPage();
    await other.goto("host.html");
    await expectShown(other, 1, 5);
    await context.clock.resume();
    await walkIn(page, 0).answer("CUL2", 4);
    await expect(walkIn(other, 0).radio("CUL2", 4)).toBeChecked();
    await walkIn(other, 1).answer("CUL2", 2);
    await expect(walkIn(page, 1).radio("CUL2", 2)).toBeChecked();
    await expectShown(page, 1, 5);
    await expectShown(other, 1, 5);
    expect(await answersOnDevice(page)).toEqual({ [keyOf(0)]: { SIG1: 1, CUL2: 4 }, [keyOf(1)]: { SIG1: 5, CUL2: 2 } });
  });

  test("a new one in the place of one that goes has what was kept there", async ({ page }) => {
    await page.evaluate(() => document.querySelector("middle-layer")!.replaceWith(document.createElement("middle-layer")));
    await expectShown(page, 1, 5);
  });

  test("what another tab erases is gone, and the focus stays where the person is", async ({ page, context }) => {
    const other = await context.newPage();
    await other.goto("host.html");
    await page.evaluate(() => document.querySelector("main")!.prepend(Object.assign(document.createElement("input"), { id: "search" })));
    await page.locator("#search").focus();
    await walkIn(other, 1).button("Erase my answers from this device").click();
    await expect(element(page, 1).getByText("erased or started over in another tab")).toBeVisible();
    await expect(page.locator("#search")).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await expectShown(page, 1);
  });
});

test.describe("one after the other", () => {
  /** Of the skeleton a timer of eight seconds knows. */
  const patience = { timeout: 20_000 };

  test("a hundred times put in and taken out, nothing is left behind", async ({ page, site }, { annotations }) => {
    putHostPage(site, { body: "" });
    await openHost(page);
    const memory = await Memory.of(page);
    const turns = (count: number) =>
      page.evaluate(async (count) => {
        for (let turn = 0; turn < count; turn++) {
          const element = document.createElement("middle-layer");
          const ready = new Promise((done) => element.addEventListener("middle-layer-ready", done));
          document.querySelector("main")!.append(element);
          await ready;
          element.remove();
          while (element.shadowRoot!.childElementCount > 0) await new Promise((done) => setTimeout(done, 5));
        }
      }, count);
    // What is made once for all of them is there after the first.
    await turns(2);
    await expect.poll(async () => (await memory.held()).nodes, patience).toBeLessThan(60);
    const [before, listeners] = [await memory.held(), await memory.listenersOf("window")];
    await turns(100);
    await expect.poll(async () => (await memory.held()).nodes, patience).toBeLessThan(before.nodes + 20);
    const after = await memory.held();
    annotations.push({ type: "memory", description: JSON.stringify({ before, after }) });
    expect(after.engines).toBeLessThanOrEqual(1);
    expect(after.listeners).toBeLessThanOrEqual(before.listeners + 5);
    expect(after.bytes - before.bytes).toBeLessThan(500_000);
    expect(await memory.listenersOf("window")).toEqual(listeners);
    for (const type of ["storage", "popstate", "message"]) expect(listeners).not.toContain(type);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test("nothing of a frame is left behind", async ({ page, site, watch }) => {
    // Each frame is a page of its own, and loads what a page loads.
    watch.allowRequests(/\/middle-layer\/(index\.html\?|(embed|boot|middle-layer)\.js$|page\.css$|middle-layer_bg\.wasm$)/);
    site.headers = { "content-security-policy": `${strictPolicy}; frame-src 'self'` };
    putHostPage(site, { body: "" });
    await openHost(page);
    const memory = await Memory.of(page);
    for (let turn = 0; turn < 5; turn++) {
      await page.evaluate(() => {
        const element = document.createElement("middle-layer");
        element.setAttribute("mode", "frame");
        document.querySelector("main")!.append(element);
      });
      await expect.poll(() => stateOf(element(page))).toBe("ready");
      expect(await memory.listenersOf("window")).toContain("message");
      await element(page).evaluate((element) => element.remove());
      await expect.poll(() => memory.listenersOf("window")).not.toContain("message");
    }
    await expect.poll(async () => (await memory.held()).nodes, patience).toBeLessThan(60);
    expect((await memory.held()).engines).toBe(0);
  });

  test("thirty failures and fresh engines, nothing is left behind", async ({ page, site, watch }) => {
    watch.expectProblem(/broken by the page/);
    putHostPage(site);
    await openHost(page);
    const memory = await Memory.of(page);
    const before = await memory.held();
    await page.evaluate(async () => {
      const host = document.querySelector("middle-layer")! as HTMLElement & { start(): void; reset(): void };
      const now = Date.now;
      for (let turn = 0; turn < 30; turn++) {
        const failed = new Promise((done) => host.addEventListener("middle-layer-error", done, { once: true }));
        Date.now = () => {
          throw new Error("broken by the page");
        };
        host.shadowRoot!.querySelector<HTMLElement>(".primary")!.click();
        await failed;
        Date.now = now;
        const ready = new Promise((done) => host.addEventListener("middle-layer-ready", done, { once: true }));
        host.start();
        await ready;
      }
    });
    await expect.poll(async () => (await memory.held()).nodes, patience).toBeLessThan(before.nodes + 20);
    const after = await memory.held();
    expect(after.engines).toBeLessThanOrEqual(2);
    expect(after.listeners).toBeLessThanOrEqual(before.listeners + 5);
    expect((await memory.listenersOf("window")).filter((type) => type === "storage")).toHaveLength(1);
  });
});

test.describe("embed.js more than once", () => {
  /** Puts a copy of another version beside it. */
  function putVersion(site: Site, version: string): string {
    const file = `embed-${version}.js`;
    site.answer(file, script(text.replace(`"${own}"`, `"${version}"`)));
    return file;
  }

  test("the same again: the first serves all", async ({ page, site, watch }) => {
    watch.allowRequests(/\/embed\.js/);
    putHostPage(site, { after: `window.first = MiddleLayer;`, more: ["embed.js?again", "embed.js"] });
    await openHost(page);
    expect(await page.evaluate(() => (window as unknown as { first: object }).first === window.MiddleLayer)).toBe(true);
    await answerIn(page, 0, 4);
  });

  test("a newer minor version: the first serves all", async ({ page, site }) => {
    putHostPage(site, { more: [putVersion(site, `${major}.99.3`)] });
    await openHost(page);
    expect(await page.evaluate(() => window.MiddleLayer.version)).toBe(own);
    await answerIn(page, 0, 4);
  });

  test("another major version has an element of its own beside it, and no place of the other's", async ({ page, site, watch }) => {
    // Each loads the engine that stands beside it.
    watch.allowRequests(/\/(embed-77\.2\.1\.js|middle-layer_bg\.wasm)/);
    const file = putVersion(site, "77.2.1");
    putHostPage(site, { body: "<middle-layer></middle-layer><middle-layer-v77></middle-layer-v77>", more: [file, `${file}?again`] });
    await openHost(page);
    const other = new Walk(page, manager, page.locator("middle-layer-v77"));
    await answerIn(page, 0, 1);
    await other.fromStartToPages();
    await other.answer("SIG1", 5);
    await expect(walkIn(page, 0).radio("SIG1", 1)).toBeChecked();
    expect(await answersOnDevice(page)).toEqual({ [keyOf(0)]: { SIG1: 1 }, [keyOf(1)]: { SIG1: 5 } });
    const named = await page.evaluate(() => {
      const copies = [window.MiddleLayer, window.MiddleLayer["v77"] as typeof window.MiddleLayer];
      return copies.map((copy) => [copy.version, copy.mount(document.body).localName]);
    });
    expect(named).toEqual([[own, "middle-layer"], ["77.2.1", "middle-layer-v77"]]);
  });

  test("a name that somebody else has taken is left to them", async ({ page, site }) => {
    const before = `customElements.define("middle-layer", class extends HTMLElement {});`;
    putHostPage(site, { before, body: `<middle-layer></middle-layer><middle-layer-v${major}></middle-layer-v${major}>` });
    await openHost(page);
    await expect(page.locator(`middle-layer-v${major}`).getByRole("heading", { level: 1 })).toHaveText("Where does the pace go?");
    expect(await element(page).evaluate((element) => element.shadowRoot)).toBe(null);
  });

  test("an element with the id MiddleLayer, or a page's own settings, do no harm", async ({ page, site }) => {
    putHostPage(site, { body: `<div id="MiddleLayer"></div><middle-layer></middle-layer>` });
    await openHost(page);
    expect(await page.evaluate(() => typeof window.MiddleLayer.mount)).toBe("function");
    putHostPage(site, { before: `window.MiddleLayer = { base: "/nowhere/" };` });
    await openHost(page);
    expect(await page.evaluate(() => window.MiddleLayer["base"])).toBe("/nowhere/");
    await expect(element(page).getByRole("heading", { level: 1 })).toHaveText("Where does the pace go?");
  });
});
