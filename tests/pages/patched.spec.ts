import type { Page } from "@playwright/test";
import { goldenPerson } from "./support/golden.ts";
import { element, openHost, putHostPage } from "./support/host.ts";
import { itemPages } from "./support/instrument.ts";
import { saveFile, Walk } from "./support/person.ts";
import { expect, test } from "./support/test.ts";

// Pages whose scripts change what every script of a page uses, and pages that listen to keys.

const person = goldenPerson("G10_frontline", { pilot: "no", rollout: "Letter drafts" });

/** Called by whom does not matter to a page; here it does, since the bench itself has scripts in the page. */
const throwing = ["map", "filter", "forEach", "reduce", "find", "includes", "flat", "push", "indexOf", "some", "every", "slice", "splice", "concat", "join", "sort", "pop", "shift", "unshift", "flatMap", "at", "keys", "entries", "fill"];

const patches: Record<string, string> = {
  "methods of arrays that throw": `
    for (const name of ${JSON.stringify(throwing)}) {
      const real = Array.prototype[name];
      Array.prototype[name] = function (...words) {
        if (/\\/middle-layer\\/(embed|middle-layer)|wasm:/.test(new Error().stack.split("\\n")[2])) throw new Error("Array.prototype." + name + " is not what it was");
        return real.apply(this, words);
      };
    }`,
  "more on every array, every object and every function": `
    Array.prototype.contains = Array.prototype.remove = Array.prototype.each = function () {};
    Object.prototype.extend = Object.prototype.clone = function () {};
    Function.prototype.delay = String.prototype.trimmed = function () {};
    Object.prototype.version = "9.9.9";`,
  "a toJSON on everything": `
    Object.prototype.toJSON = function () { return "patched"; };
    Array.prototype.toJSON = String.prototype.toJSON = Object.prototype.toJSON;`,
  "what Prototype.js did in its day": `
    Array.prototype.toJSON = Object.prototype.toJSON = function () { return "[object]"; };
    Array.from = function (list) { const copy = []; for (let i = 0; i < (list.length || 0); i++) copy[i] = list[i]; return copy; };
    Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };
    Array.prototype.find = Array.prototype.include = Array.prototype.entries = Array.prototype.flatten = function () { return this; };
    Function.prototype.bind = function (to) { const run = this; return function () { return run.apply(to, arguments); }; };
    Element.prototype.update = Element.prototype.select = Element.prototype.hide = Element.prototype.show = Element.prototype.visible = function () { return this; };
    Event.prototype.stop = Event.prototype.element = function () { return this; };
    window.$ = window.$$ = function () {};`,
};

/** From the first screen to the file, as text. */
async function wholeSitting(page: Page): Promise<{ result: string; answers: unknown; said: unknown[] }> {
  const walk = new Walk(page, person);
  await walk.fromStartToResult();
  const result = await page.getByRole("article").innerText();
  await walk.button("Save my answers").click();
  const { response } = await saveFile(page);
  return { result, answers: response.answers, said: [response.attribution, response.rollout, response.role, response.pages] };
}

for (const [what, patch] of Object.entries(patches)) {
  test(`a page with ${what} gets the same result`, async ({ page, site, context }) => {
    await context.addInitScript(() => (crypto.getRandomValues = (array) => array));
    putHostPage(site);
    await openHost(page);
    const plain = await wholeSitting(page);
    expect(plain.answers).toEqual(person.answers);
    await page.evaluate(() => localStorage.clear());
    putHostPage(site, { before: patch });
    await openHost(page);
    expect(await wholeSitting(page)).toEqual(plain);
  });
}

test("a page with methods of arrays that throw can fail, and go on from there", async ({ page, site, watch }) => {
  watch.expectProblem(/the clock is broken/);
  // Once only: the next that asks for the time gets it.
  const after = `const now = Date.now; let armed = false; window.arm = () => { armed = true; };
    Date.now = () => { if (armed) { armed = false; throw new Error("the clock is broken"); } return now(); };`;
  putHostPage(site, { before: patches["methods of arrays that throw"]!, after });
  await openHost(page, { ...person, answers: {} }, "page-1");
  const walk = new Walk(page, person);
  const [[first]] = itemPages(person.form, person.role) as [[string]];
  await page.evaluate(() => (window as unknown as { arm(): void }).arm());
  await walk.radio(first, 4).click();
  await walk.button("Continue").click();
  await walk.answer(first, 4);
  await expect(walk.radio(first, 4)).toBeChecked();
});

test.describe("a page that listens to keys", () => {
  /** Shortcuts as pages have them: one letter, and what was typed is gone. */
  const shortcuts = `
    window.pressed = [];
    for (const [name, place] of Object.entries({ window, document, body: document.body, main: document.querySelector("main") })) {
      for (const type of ["keydown", "keypress", "keyup"]) {
        place.addEventListener(type, (event) => {
          pressed.push(name + " " + type + " " + event.key);
          if (/^[a-z0-9]$/i.test(event.key)) event.preventDefault();
        });
      }
    }`;
  const pressed = (page: Page) => page.evaluate(() => (window as unknown as { pressed: string[] }).pressed);

  test("hears none that is pressed inside, and changes nothing of what it does", async ({ page, site }) => {
    putHostPage(site, { body: `<input aria-label="Search"><middle-layer></middle-layer>`, after: shortcuts });
    await openHost(page);
    const walk = new Walk(page, person);
    await element(page).getByRole("textbox", { name: "A name for it" }).pressSequentially("Letters 123");
    await expect(element(page).getByRole("textbox", { name: "A name for it" })).toHaveValue("Letters 123");
    await walk.button("Start").press("Enter");
    await walk.tellAbout();
    await walk.button("Next").press("Space");
    await walk.rank();
    await walk.next();
    for (const id of itemPages(person.form, person.role)[0]!) {
      await walk.group(id).getByRole("radio").first().focus();
      for (const key of ["3", "0", "5"]) await page.keyboard.press(key);
      await expect(walk.radio(id, 5)).toBeChecked();
      await page.keyboard.press("ArrowLeft");
      await expect(walk.radio(id, 4)).toBeChecked();
    }
    expect(await pressed(page)).toEqual([]);

    // The page's own fields are the page's own affair.
    await page.getByRole("textbox", { name: "Search" }).pressSequentially("a-b");
    await expect(page.getByRole("textbox", { name: "Search" })).toHaveValue("-");
    expect(await pressed(page)).toContain("document keydown a");
  });

  test("hears none that is pressed on the panel of a failure or an explanation", async ({ page, site, watch }) => {
    watch.expectProblem(/404/);
    watch.allowRequests(/middle-layer/);
    for (const file of ["middle-layer.js", "middle-layer_bg.wasm", "middle-layer-inline.js"]) site.answer(file, { status: 404 });
    putHostPage(site, { after: shortcuts });
    await openHost(page);
    await element(page).getByRole("button", { name: "Copy details" }).focus();
    for (const key of ["a", "1", "Enter"]) await page.keyboard.press(key);
    expect(await pressed(page)).toEqual([]);
  });
});
