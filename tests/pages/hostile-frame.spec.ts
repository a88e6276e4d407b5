import type { Page } from "@playwright/test";
import { answerAll, listen } from "./support/embedding.ts";
import { isFirefox } from "./support/firefox.ts";
import { embed, expectExplained, expectPresentable, expectWorking, filesOf, openEmbedded } from "./support/hostile.ts";
import { changed, strictPolicy, type Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// Frames that may do little, and frames that stay empty.

const inline = "middle-layer-inline.js";
const pulse = { role: "frontline", form: "pulse" } as const;
/** The checker reads style sheets by itself, which a frame without an origin may not. */
const checker = /page\.css|preload assets/;

test.use({ headers: { "content-security-policy": `${strictPolicy}; frame-src *` } });

/** The plain iframe of the documentation, in a sandbox that allows so much. */
async function openSandboxed(page: Page, site: Site, sandbox: string) {
  const frame = `<iframe title="Middle Layer" width="100%" height="900" sandbox="${sandbox}" src="index.html?embed=1&amp;respondent=frontline&amp;questions=pulse"></iframe>`;
  await openEmbedded(page, site, { script: "", element: frame });
  return page.frameLocator("iframe");
}

test.describe("a sandbox that allows scripts and nothing else", () => {
  test("goes to the result: it keeps nothing, asks for no module, and says what cannot be done", async ({ page, site, watch }) => {
    watch.allowRequests(new RegExp(`${inline}$`));
    watch.expectProblem(/'allow-modals' keyword is not set/);
    watch.expectProblem(/'allow-downloads' is not set|Download is disallowed/);
    watch.expectProblem(checker);
    const files = filesOf(page, site);
    const inside = await openSandboxed(page, site, "allow-scripts");
    await answerAll(inside, pulse);
    await expect(inside.getByRole("article")).toBeVisible();
    await expect(inside.getByText("not saved: nothing can be kept here")).toBeVisible();
    expect([...files].sort()).toEqual(["boot.js", "embed.js", "index.html", "intranet.html", inline, "page.css"].sort());

    await inside.getByRole("button", { name: "Print or save as PDF" }).click();
    await expect(inside.getByRole("status").filter({ hasText: "Printing did not start." })).toContainText("copy the result as text");
    await inside.getByRole("button", { name: "Save my answers" }).click();
    await inside.getByRole("button", { name: "Save the file" }).click();
    const checked = page.waitForEvent("console", (message) => checker.test(message.text()));
    const saved = inside.getByRole("status").filter({ hasText: "Handed to your browser" });
    await expect(saved).toContainText("If nothing is there, this page may not save files: copy the text instead");
    await expectPresentable(page, "sandbox");
    await checked;
  });

  test("without the script that it needs, says so", async ({ page, site, watch }) => {
    site.answer(inline, { status: 404 });
    watch.expectProblem(/404.*inline/);
    watch.allowRequests(new RegExp(`${inline}$`));
    // The frame looks at the script again, and is refused because it has no origin.
    watch.expectProblem(/CORS policy|ERR_FAILED/);
    const inside = await openSandboxed(page, site, "allow-scripts");
    await expectExplained(inside, { sentence: /middle-layer-inline\.js could not be loaded\. Check the network connection\.$/ });
  });

  test("where trusted types are required and none is allowed, says so, with the line", async ({ page, site, watch }) => {
    site.headers = { "content-security-policy": `${strictPolicy}; frame-src *; trusted-types 'none'` };
    watch.expectProblem(/trusted-types|TrustedScriptURL/);
    watch.expectProblem(checker);
    const inside = await openSandboxed(page, site, "allow-scripts");
    await expectExplained(inside, {
      sentence: "This page’s security policy does not allow its scripts.",
      remedy: "For whoever looks after this page: add these sources to its Content-Security-Policy.",
      line: "trusted-types middle-layer",
    });
    await expectPresentable(page, "blocked-types");
  });
});

test.describe("a sandbox with an origin of its own", () => {
  test("keeps the answers and loads the module; printing and saving say what to do instead", async ({ page, site, watch }) => {
    watch.expectProblem(/can escape its sandboxing/);
    watch.expectProblem(/'allow-modals' keyword is not set/);
    watch.expectProblem(/'allow-downloads' is not set|Download is disallowed/);
    const files = filesOf(page, site);
    const inside = await openSandboxed(page, site, "allow-scripts allow-same-origin");
    await answerAll(inside, pulse);
    await expect(inside.getByRole("article")).toBeVisible();
    expect([...files]).not.toContain(inline);
    await inside.getByRole("button", { name: "Print or save as PDF" }).click();
    await expect(inside.getByText("Printing did not start.")).toBeVisible();
    await inside.getByRole("button", { name: "Save my answers" }).click();
    // Firefox refuses without a word.
    const refused = isFirefox(page) || page.waitForEvent("console", (message) => /allow-downloads/.test(message.text()));
    await inside.getByRole("button", { name: "Save the file" }).click();
    await expect(inside.getByText("this page may not save files: copy the text instead")).toBeVisible();
    await refused;
    await page.reload();
    await expect(inside.getByText("You are where you left off.")).toBeVisible();
  });
});

test.describe("the element's frame", () => {
  const element = `<middle-layer mode="frame"></middle-layer>`;

  test("without frame-src says so at once, with the line", async ({ page, site, watch }) => {
    watch.expectProblem(/frame-src|Framing/);
    await openEmbedded(page, site, { element, headers: { "content-security-policy": `${strictPolicy}; frame-src 'none'` } });
    await expectExplained(page, {
      sentence: "This page’s security policy does not allow its frame.",
      remedy: "For whoever looks after this page: add these sources to its Content-Security-Policy.",
      line: `frame-src ${site.origin}`,
    });
    await expectPresentable(page, "blocked-frame");
  });

  for (const [what, headers] of Object.entries({ "X-Frame-Options": { "x-frame-options": "DENY" }, "frame-ancestors": { "content-security-policy": "frame-ancestors 'none'" } })) {
    test(`that its server forbids by ${what} is not waited for long, and the line is there`, async ({ page, site, elsewhere, watch }) => {
      watch.expectProblem(/frame|Framing/i);
      elsewhere.headers = headers;
      await openEmbedded(page, site, { element: `<middle-layer mode="frame" base="${elsewhere.address()}"></middle-layer>` });
      await expectExplained(page, {
        sentence: "The page inside the frame does not answer.",
        remedy: new RegExp(`open ${elsewhere.address("index.html")} by itself\\. If it works there, let its server send no X-Frame-Options, and this\\.$`),
        line: `Content-Security-Policy: frame-ancestors ${site.origin}`,
      });
      await expectPresentable(page, "frame-silent");
    });
  }

  test("where the page is missing says so as well", async ({ page, site, watch }) => {
    site.answer("index.html", { status: 404, body: "<!doctype html><title>Not here</title><p>There is no such page.</p>" });
    watch.expectProblem(/404.*index\.html/);
    await openEmbedded(page, site, { element });
    await expectExplained(page, { sentence: "The page inside the frame does not answer.", remedy: /by itself/, line: `Content-Security-Policy: frame-ancestors ${site.origin}` });
  });

  for (const [what, allowed] of Object.entries({ "a page that allows dark by its meta element": "light dark", "a page that does not": "light" })) {
    test(`on ${what} follows it`, { tag: "@emulated" }, async ({ page, site }) => {
      await page.emulateMedia({ colorScheme: "dark" });
      await openEmbedded(page, site, { element, schemes: allowed });
      const colour = page.frameLocator("iframe").locator(".root");
      await expect(colour).toHaveCSS("background-color", allowed.includes("dark") ? "rgb(20, 23, 27)" : "rgb(255, 255, 255)");
    });
  }

  test("that is slow is waited for, however long it takes", async ({ page, site }) => {
    let send = () => {};
    site.answer("boot.js", await changed("boot.js", { after: new Promise((resolve) => (send = resolve)) }));
    await page.clock.install();
    embed(site, { element });
    await page.goto("intranet.html", { waitUntil: "domcontentloaded" });
    await page.clock.runFor(60_000);
    await expect(page.getByText("This takes longer than usual.")).toBeVisible();
    send();
    await page.clock.runFor(1000);
    await expectWorking(page.frameLocator("iframe"));
  });

  test("that is out of sight, with an engine that is slow, is not taken for silent", async ({ page, site, elsewhere }) => {
    let send = () => {};
    elsewhere.answer("middle-layer_bg.wasm", await changed("middle-layer_bg.wasm", { after: new Promise((resolve) => (send = resolve)) }));
    site.answer("far.css", { headers: { "content-type": "text/css" }, body: "middle-layer { display: block; margin-top: 9000px }" });
    const heard = await listen(page);
    await openEmbedded(page, site, { first: `<link rel="stylesheet" href="far.css">`, element: `<middle-layer mode="frame" base="${elsewhere.address()}"></middle-layer>` });
    // What browsers do not draw they do not measure either; silence would be noticed by now.
    await page.waitForTimeout(4500);
    expect((await heard()).events).toEqual([]);
    send();
    await expect.poll(async () => (await heard()).events.map(({ type }) => type)).toContain("ready");
  });

  test("that cannot start inside explains it there, and the page around hears of it", async ({ page, site, elsewhere, watch }) => {
    watch.expectProblem(/script-src wasm-eval/);
    elsewhere.headers = { "content-security-policy": "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'" };
    const heard = await listen(page);
    await openEmbedded(page, site, { element: `<middle-layer mode="frame" base="${elsewhere.address()}"></middle-layer>` });
    await expectExplained(page.frameLocator("iframe"), {
      sentence: "This page’s security policy does not allow WebAssembly.",
      remedy: /add these sources to its Content-Security-Policy\.$/,
      line: `script-src ${elsewhere.origin} 'wasm-unsafe-eval'`,
    });
    await expect.poll(async () => (await heard()).events.at(-1)).toMatchObject({ type: "error", detail: { code: "blocked-wasm", version: 1 } });
    await expectPresentable(page, "inside-a-frame");
  });
});
