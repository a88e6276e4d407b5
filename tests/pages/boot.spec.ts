import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { picture } from "./support/picture.ts";
import { releaseFolder, strictPolicy } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// What a person reads when the page cannot start. Whatever goes wrong, it says so and what to do.

function failure(page: Page) {
  return page.getByRole("main").getByRole("alert");
}

function policyWithout(part: string) {
  return { headers: { "content-security-policy": strictPolicy.replace(part, "") } };
}

test("while loading, the page says so and is accessible", async ({ page, site }) => {
  site.answer("boot.js", { headers: { "content-type": "text/javascript" }, body: "" });
  await page.goto("index.html");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Middle Layer");
  await expect(page.getByText("Loading", { exact: true })).toBeVisible();
  await expect(page.getByText("has to come from a web server")).toBeHidden();
  await expectAccessible(page);
});

test("an engine that is missing", async ({ page, site, watch }) => {
  site.answer("middle-layer_bg.wasm", { status: 404 });
  watch.expectProblem(/404.*middle-layer_bg\.wasm/);
  await page.goto("index.html");
  await expect(failure(page)).toContainText("the server answered 404 for middle-layer_bg.wasm");
  await expectAccessible(page);
  await picture(page, "boot-engine-missing");
});

test("a server that answers every address with a page", async ({ page, site }) => {
  site.answer("middle-layer_bg.wasm", { body: "<!doctype html><title>Home</title>" });
  await page.goto("index.html");
  await expect(failure(page)).toContainText("sent something else in place of middle-layer_bg.wasm");
});

test("a script that is missing", async ({ page, site, watch }) => {
  site.answer("middle-layer.js", { status: 404 });
  watch.expectProblem(/404.*middle-layer\.js/);
  await page.goto("index.html");
  await expect(failure(page)).toContainText("middle-layer.js is missing or damaged");
});

test("a network that is gone", async ({ page, watch }) => {
  await page.route("**/middle-layer_bg.wasm", (route) => route.abort());
  watch.expectProblem(/ERR_FAILED.*middle-layer_bg\.wasm/);
  await page.goto("index.html");
  await expect(failure(page)).toContainText("Check the network connection");
});

test.describe("a policy without 'wasm-unsafe-eval'", () => {
  test.use(policyWithout(" 'wasm-unsafe-eval'"));
  test("is named, with what to add", async ({ page, watch }) => {
    watch.expectProblem(/script-src wasm-eval|WebAssembly/);
    await page.goto("index.html");
    await expect(failure(page)).toContainText("should add 'wasm-unsafe-eval' to script-src");
  });
});

test.describe("a policy without connect-src", () => {
  test.use(policyWithout("connect-src 'self'; "));
  test("is named, with what to add", async ({ page, watch }) => {
    watch.expectProblem(/connect-src|Content Security Policy/);
    await page.goto("index.html");
    await expect(failure(page)).toContainText("should add 'self' to connect-src");
  });
});

test("opened as a file, the page says after a while that it needs a server", async ({ page, watch }) => {
  watch.allowRequests(/^file:/);
  watch.expectProblem(/CORS policy|net::ERR_FAILED/);
  await page.goto(pathToFileURL(`${releaseFolder}index.html`).href);
  await expect(page.getByText("has to come from a web server")).toBeVisible();
});
