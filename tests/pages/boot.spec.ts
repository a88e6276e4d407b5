import { copyFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expectAccessible } from "./support/accessible.ts";
import { expectExplained, expectPresentable, expectWorking } from "./support/hostile.ts";
import { picture } from "./support/picture.ts";
import { changed, releaseFolder, strictPolicy } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// What a person reads on the page of its own before it starts, and where it cannot: from the page itself as long as no
// script runs, from boot.js where embed.js is missing, else from embed.js.

const engine = "middle-layer_bg.wasm";
const inline = "middle-layer-inline.js";

test("before any script the page says that it is loading", async ({ page, site }) => {
  site.answer("boot.js", await changed("boot.js", { body: () => "" }));
  await page.goto("index.html");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Middle Layer");
  await expect(page.getByText("Loading", { exact: true })).toBeVisible();
  await expect(page.getByText("If nothing else appears")).toBeHidden();
  await expectAccessible(page);
});

test("after a while it says what is missing, and leads to the single file", async ({ page, site, watch }) => {
  site.answer("embed.js", { status: 404 });
  site.answer("boot.js", { status: 404 });
  watch.expectProblem(/404.*embed\.js/);
  watch.expectProblem(/404.*boot\.js/);
  await page.goto("index.html");
  await expect(page.getByText("If nothing else appears, scripts of this page are missing or blocked.")).toBeVisible();
  await expect(page.getByRole("link", { name: "standalone.html" })).toHaveAttribute("href", "standalone.html");
  await expectAccessible(page);
  await picture(page, "boot-nothing", [320, 1280]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("it says that it needs them", async ({ page }) => {
    await page.goto("index.html");
    const sentence = page.locator("noscript p");
    await expect(sentence).toBeVisible();
    await expect(sentence).toContainText("Middle Layer computes everything in your browser and needs JavaScript for it.");
  });
});

for (const [what, answer] of Object.entries({ missing: { status: 404 }, "a page": { body: "<!doctype html><title>Home</title>" } })) {
  test(`where embed.js is ${what}, boot.js says so`, async ({ page, site, watch }) => {
    site.answer("embed.js", answer);
    watch.expectProblem(/404.*embed\.js|uncaught error/);
    await page.goto("index.html");
    await expect(page.getByRole("main").getByRole("alert")).toContainText("embed.js is missing or blocked. Whoever looks after this site should upload all its files again");
    await expect(page.getByText("Loading", { exact: true })).toHaveCount(0);
    await expectAccessible(page);
    await picture(page, "boot-embed-missing", [320, 1280]);
  });
}

test("where the policy blocks embed.js, boot.js says so", async ({ page, site, watch }) => {
  watch.expectProblem(/script-src/);
  site.headers = { "content-security-policy": `default-src 'none'; style-src 'self'; img-src 'self'; script-src ${site.address("boot.js")}` };
  await page.goto("index.html");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("let script-src allow them");
});

test("while the engine is on its way, that is said, and everybody can read it", async ({ page, site }) => {
  let send = () => {};
  site.answer(engine, await changed(engine, { after: new Promise((resolve) => (send = resolve)) }));
  await page.goto("index.html");
  await expect(page.getByRole("status").filter({ hasText: "Middle Layer is loading." })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Middle Layer");
  await expectPresentable(page, "boot-loading");
  send();
  await expectWorking(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("About you");
});

test("an engine that cannot be had is explained on the page, with a heading of its own", async ({ page, site, watch }) => {
  site.answer(engine, { status: 404 });
  site.answer(inline, { status: 404 });
  watch.expectProblem(/404.*wasm/);
  watch.expectProblem(/404.*inline/);
  await page.goto("index.html");
  await expectExplained(page, {
    sentence: `The server answered 404 for ${site.address(engine)}.`,
    remedy: /see that it is there/,
    line: `<mimeMap fileExtension=".wasm" mimeType="application/wasm" />`,
  });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Middle Layer cannot start here");
  await expectPresentable(page, "boot-engine-missing");
});

test("a policy without 'wasm-unsafe-eval' is explained on the page", async ({ page, site, watch }) => {
  site.headers = { "content-security-policy": strictPolicy.replace(" 'wasm-unsafe-eval'", "") };
  watch.expectProblem(/script-src wasm-eval/);
  await page.goto("index.html");
  await expectExplained(page, {
    sentence: "This page’s security policy does not allow WebAssembly.",
    remedy: /add these sources to its Content-Security-Policy\.$/,
    line: `script-src ${site.origin} 'wasm-unsafe-eval'`,
  });
});

test("a policy without connect-src is none of a person's business: the page works", async ({ page, site, watch }) => {
  site.headers = { "content-security-policy": strictPolicy.replace("connect-src 'self'; ", "") };
  watch.expectProblem(/connect-src|Refused to connect/);
  watch.allowRequests(new RegExp(`${inline}$`));
  await page.goto("index.html");
  await expectWorking(page);
});

test.describe("opened from a folder", () => {
  let folder: string;

  test.beforeEach(async ({ watch }) => {
    folder = await mkdtemp(join(tmpdir(), "middle-layer-"));
    for (const file of await readdir(releaseFolder)) await copyFile(join(releaseFolder, file), join(folder, file));
    watch.allowRequests(/^file:/);
  });

  test.afterEach(() => rm(folder, { recursive: true }));

  const note = "You have opened this from a folder, and it works without a network.";

  test("it works, says so, and links to the single file", async ({ page }) => {
    await page.goto(pathToFileURL(join(folder, "index.html")).href);
    await expectWorking(page);
    await expect(page.getByText(note)).toBeVisible();
    await page.getByRole("link", { name: "standalone.html" }).click();
    await expect(page.getByRole("heading", { name: "About you" })).toBeVisible();
    await expect(page.getByText(note)).toHaveCount(0);
  });

  for (const [what, spoil] of Object.entries({
    "is missing": () => rm(join(folder, inline)),
    "is another file": () => copyFile(join(folder, "boot.js"), join(folder, inline)),
  })) {
    test(`where the script with the engine inside ${what}, it explains that, and leads to the single file`, async ({ page, watch }) => {
      await spoil();
      watch.expectProblem(/ERR_FILE_NOT_FOUND|Illegal|preload assets|page\.css/);
      await page.goto(pathToFileURL(join(folder, "index.html")).href);
      await expectExplained(page, { sentence: /^The file middle-layer-inline\.js is not in this folder, or damaged\. Copy all files/ });
      await expect(page.getByText(note)).toHaveCount(0);
      await expectPresentable(page, "boot-folder");
      await page.getByText("Or open standalone.html instead").getByRole("link").click();
      await expectWorking(page);
    });
  }
});
