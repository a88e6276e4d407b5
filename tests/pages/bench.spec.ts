import { expect } from "@playwright/test";
import { print } from "./support/print.ts";
import { test } from "./support/test.ts";

// The bench itself: what it must notice, it notices. Each test expects a problem, and fails when none comes up.

const body = (script: string) => `<!doctype html><html lang="en"><title>Host</title><main><script type="module" src="${script}"></script></main>`;
const script = (text: string) => ({ headers: { "content-type": "text/javascript" }, body: text });

test.beforeEach(({ site }) => site.answer("host.html", { body: body("host.js") }));

test("it notices an error on the console", async ({ page, site, watch }) => {
  site.answer("host.js", script(`console.error("something is wrong")`));
  watch.expectProblem(/something is wrong/);
  await page.goto("host.html");
});

test("it notices an error that nothing catches", async ({ page, site, watch }) => {
  site.answer("host.js", script(`setTimeout(() => { throw new Error("thrown late"); })`));
  watch.expectProblem(/thrown late/);
  await page.goto("host.html", { waitUntil: "networkidle" });
});

test("it notices a violation of the policy", async ({ page, site, watch }) => {
  site.answer("host.js", script(`document.querySelector("main").setAttribute("style", "color: red")`));
  watch.expectProblem(/style-src/);
  await page.goto("host.html");
});

test("it notices markup written from text", async ({ page, site, watch }) => {
  site.answer("host.js", script(`try { document.body.innerHTML = "<p>text</p>" } catch {}`));
  watch.expectProblem(/require-trusted-types-for|TrustedHTML/);
  await page.goto("host.html");
});

test("it notices a request to another place", async ({ page, site, watch }) => {
  site.headers = {};
  site.answer("host.js", script(`fetch("http://middle-layer.test:9/").catch(() => {})`));
  watch.expectProblem(/request to another place.*middle-layer\.test:9/);
  watch.expectProblem(/console error/);
  await page.goto("host.html", { waitUntil: "networkidle" });
});

test("it notices a second request for the same file", async ({ page, site, watch }) => {
  site.answer("host.js", script(`await fetch("page.css"); await fetch("page.css", { cache: "reload" })`));
  watch.expectProblem(/request after loading.*page\.css/);
  await page.goto("host.html", { waitUntil: "networkidle" });
});

test("it notices a file that no first visit loads", async ({ page, site, watch }) => {
  site.answer("host.js", script(`await fetch("integrity.json")`));
  watch.expectProblem(/request after loading.*integrity\.json/);
  await page.goto("host.html", { waitUntil: "networkidle" });
});

test("it reaches the site under a name that browsers do not trust", async ({ page, site }) => {
  site.answer("host.js", script(`document.querySelector("main").append(String(isSecureContext))`));
  await page.goto(site.address("host.html", "middle-layer.test"));
  await expect(page.getByRole("main")).toHaveText("false");
});

test("it counts the sheets of a print", async ({ page, site }) => {
  site.answer("host.js", script(""));
  site.answer("paper.css", { headers: { "content-type": "text/css" }, body: "p { break-after: page }" });
  site.answer("paper.html", { body: `<!doctype html><title>Paper</title><link rel="stylesheet" href="paper.css"><p>First</p><p>Second</p>Third` });
  await page.goto("paper.html");
  expect(await print(page, "bench")).toEqual([expect.stringContaining("First"), expect.stringContaining("Second"), expect.stringContaining("Third")]);
});
