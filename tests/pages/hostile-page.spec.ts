import { embed, expectExplained, expectPresentable, expectWorking, explanation, filesOf, openEmbedded } from "./support/hostile.ts";
import { goldenPerson } from "./support/golden.ts";
import { Walk } from "./support/person.ts";
import { changed, type Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// Pages that put something of their own where the element looks, plain http, and browsers that lack something.

const engine = "middle-layer_bg.wasm";
const inline = "middle-layer-inline.js";

test.describe("what the page names like us", () => {
  const taken: Record<string, string> = {
    "an element whose id is MiddleLayer": `<p id="MiddleLayer">A name</p>`,
    "two of them": `<p id="MiddleLayer">A name</p><p id="MiddleLayer">And again</p>`,
    "a form of that id with a field named version": `<form id="MiddleLayer"><label>Version <input name="version"></label></form>`,
    "a frame of that name": `<iframe name="MiddleLayer" title="Other" srcdoc="Other"></iframe>`,
  };
  for (const [what, first] of Object.entries(taken)) {
    test(`${what} does not stand in the way`, async ({ page, site }) => {
      await openEmbedded(page, site, { first, headers: { "content-security-policy": "script-src 'self' 'wasm-unsafe-eval'" } });
      await expectWorking(page);
      expect(await page.evaluate(() => typeof (window as unknown as { MiddleLayer: { mount: unknown } }).MiddleLayer.mount)).toBe("function");
    });
  }

  test("an image named currentScript does not hide where the files are, beside another script of the same name", async ({ page, site, elsewhere }) => {
    elsewhere.answer("embed.js", { headers: { "content-type": "text/javascript" }, body: "// Of another product." });
    const files = filesOf(page, elsewhere);
    await openEmbedded(page, site, {
      first: `<img name="currentScript" alt=""><script src="${elsewhere.address("embed.js")}"></script>`,
      headers: { "content-security-policy": `script-src 'self' ${elsewhere.origin} 'wasm-unsafe-eval'` },
    });
    await expectWorking(page);
    expect([...files]).toEqual(["embed.js"]);
  });

  test("nor do images named head, body, baseURI and querySelector, also where the script takes the engine's place", async ({ page, site, watch }) => {
    site.answer(engine, { status: 404 });
    watch.expectProblem(/404/);
    watch.allowRequests(new RegExp(`${inline}$`));
    const first = ["head", "body", "baseURI", "querySelector"].map((name) => `<img name="${name}" alt="">`).join("");
    await openEmbedded(page, site, { first });
    await expectWorking(page);
  });
});

test("a page may set where the files are before the script, and have none of its address", async ({ page, site, elsewhere }) => {
  elsewhere.headers = { "access-control-allow-origin": "*" };
  site.answer("settings.js", { headers: { "content-type": "text/javascript" }, body: `window.MiddleLayer = { base: "${elsewhere.address()}" };` });
  // As bundlers do it: the text of the script in a file of another name, as a module.
  site.answer("bundle.js", await changed("embed.js"));
  await openEmbedded(page, site, {
    script: `<script src="settings.js" defer></script><script type="module" src="bundle.js"></script>`,
    headers: { "content-security-policy": `script-src 'self' ${elsewhere.origin} 'wasm-unsafe-eval'; connect-src ${elsewhere.origin}` },
  });
  await expectWorking(page);
});

test.describe("plain http, where browsers have no clipboard and no cryptography", () => {
  const address = (site: Site, file: string) => site.address(file, "middle-layer.test");

  test("goes to the result, which can be copied", async ({ page, site }) => {
    embed(site);
    await page.goto(address(site, "intranet.html"));
    expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle, typeof navigator.clipboard])).toEqual([false, "undefined", "undefined"]);
    const walk = new Walk(page, goldenPerson("G10_frontline"));
    walk.open = () => Promise.resolve();
    await walk.toResult();
    await page.getByRole("button", { name: "Copy as text" }).click();
    await expect(page.getByRole("status").filter({ hasText: "The result is copied as plain text." })).toBeVisible();
  });

  test("the details are there to be copied by hand, and hold nobody's secrets", async ({ page, site, watch }) => {
    site.answer(engine, { status: 404 });
    site.answer(inline, { status: 404 });
    watch.expectProblem(/404/);
    embed(site);
    await page.goto(`${address(site, "intranet.html")}?ticket=secret#token=secret`);
    await page.getByRole("button", { name: "Copy details" }).click();
    await expect(explanation(page).getByRole("button")).toHaveText(["Try again"]);
    const text = explanation(page).getByRole("textbox", { name: "Copy details" });
    await expect(text).toBeFocused();
    const details = await text.inputValue();
    expect(details).toContain("not-found");
    expect(details).toContain(`The server answered 404 for ${address(site, engine)}.`);
    expect(details).toContain(`<mimeMap fileExtension=".wasm"`);
    expect(details).toContain(address(site, "intranet.html"));
    expect(details).not.toContain("secret");
    await expectPresentable(page, "details");
  });
});

test("where the clipboard works, the details are copied with one press", async ({ page, context, site, watch }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  watch.expectProblem(/script-src wasm-eval/);
  await openEmbedded(page, site, { headers: { "content-security-policy": "script-src 'self'; connect-src 'self'" } });
  await page.getByRole("button", { name: "Copy details" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const details = await page.evaluate(() => navigator.clipboard.readText());
  expect(details.split("\n")).toEqual([
    expect.stringMatching(/^Middle Layer \d+\.\d+\.\d+$/),
    "blocked-wasm",
    "This page’s security policy does not allow WebAssembly.",
    "add these sources to its Content-Security-Policy.",
    `script-src ${site.origin} 'wasm-unsafe-eval'`,
    site.address("intranet.html"),
    await page.evaluate(() => navigator.userAgent),
  ]);
});

for (const [what, script] of Object.entries({
  "WebAssembly is off": () => Reflect.deleteProperty(window, "WebAssembly"),
  "there are no adopted style sheets": () => {
    Reflect.deleteProperty(Document.prototype, "adoptedStyleSheets");
    Reflect.deleteProperty(ShadowRoot.prototype, "adoptedStyleSheets");
    Object.defineProperty(window, "CSSStyleSheet", { value: class { constructor() { throw new TypeError("Illegal constructor"); } } });
  },
})) {
  test(`a browser in which ${what} is told so`, async ({ page, site }) => {
    await page.addInitScript(script);
    await openEmbedded(page, site);
    await expectExplained(page, { sentence: "This browser is too old, or WebAssembly is off. Use a current one." });
  });
}
