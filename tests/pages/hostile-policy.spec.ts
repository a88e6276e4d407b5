import { expectExplained, expectPresentable, expectWorking, explanation, filesOf, openEmbedded } from "./support/hostile.ts";
import { changed, type Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// Pages whose policy forbids a part of what the element needs. What still can work, works; where nothing can, the
// element says what is forbidden and which line allows it.

const engine = "middle-layer_bg.wasm";
const inline = "middle-layer-inline.js";

/** The headers of a page whose policy has these directives and forbids all else. */
const policy = (...directives: string[]) => ({ "content-security-policy": ["default-src 'none'", "style-src 'self'", "base-uri 'none'", ...directives].join("; ") });
const scripts = "script-src 'self' 'wasm-unsafe-eval'";
const requireTypes = "require-trusted-types-for 'script'";

/** What Chromium says of a fetch that the policy forbids, and the bench of the report. */
const blockedFetch = /connect-src|Refused to connect/;

const forbids = (what: string) => `This page’s security policy does not allow ${what}.`;
const add = "For whoever looks after this page: add these sources to its Content-Security-Policy.";

/** Nothing takes the place of an engine that cannot be fetched. */
function withoutTheScript(site: Site): void {
  site.answer(inline, { status: 404 });
}

/** An engine that no browser compiles, and what is said of it. */
const damaged = changed(engine, { body: (bytes) => bytes.subarray(0, 100_000) });
const damagedEngine = { sentence: /middle-layer_bg\.wasm arrived damaged\.$/, remedy: /upload all its files again/ };

/** What is said where the server is the cause. */
const refusedEngine = {
  sentence: /^The server answered 404 for http.*middle-layer_bg\.wasm\.$/,
  remedy: /see that it is there/,
  line: `<mimeMap fileExtension=".wasm" mimeType="application/wasm" />`,
};

test("without 'wasm-unsafe-eval' it says so, and asks for nothing in vain", async ({ page, site, watch }) => {
  watch.expectProblem(/script-src wasm-eval/);
  const files = filesOf(page, site);
  await openEmbedded(page, site, { headers: policy("script-src 'self'", "connect-src 'self'", requireTypes) });
  await expectExplained(page, { sentence: forbids("WebAssembly"), remedy: add, line: `script-src ${site.origin} 'wasm-unsafe-eval'` });
  await expectPresentable(page, "blocked-wasm");
  expect([...files]).not.toContain(inline);
});

test("without connect-src the script with the engine inside takes its place", async ({ page, site, watch }) => {
  watch.expectProblem(blockedFetch);
  watch.allowRequests(new RegExp(`${inline}$`));
  await openEmbedded(page, site, { headers: policy(scripts, requireTypes) });
  await expectWorking(page);
});

test("without connect-src, and without that script, it says so", async ({ page, site, watch }) => {
  withoutTheScript(site);
  watch.expectProblem(blockedFetch);
  watch.expectProblem(/404.*inline/);
  await openEmbedded(page, site, { headers: policy(scripts, requireTypes) });
  await expectExplained(page, { sentence: forbids("its files"), remedy: add, line: `connect-src ${site.origin}` });
  await expectPresentable(page, "blocked-connect");
});

test("without connect-src and 'wasm-unsafe-eval' one line is enough to ask for", async ({ page, site, watch }) => {
  watch.expectProblem(blockedFetch);
  watch.expectProblem(/script-src wasm-eval/);
  watch.allowRequests(/middle-layer-inline\.js$/);
  await openEmbedded(page, site, { headers: policy("script-src 'self'") });
  await expectExplained(page, { sentence: forbids("WebAssembly"), remedy: add, line: `script-src ${site.origin} 'wasm-unsafe-eval'` });
});

test("where script-src allows embed.js and no other file, it says so", async ({ page, site, watch }) => {
  watch.expectProblem(/script-src-elem.*middle-layer/);
  watch.allowRequests(new RegExp(`${inline}$`));
  await openEmbedded(page, site, { headers: policy(`script-src ${site.address("embed.js")} 'wasm-unsafe-eval'`, "connect-src 'self'") });
  await expectExplained(page, { sentence: forbids("its scripts"), remedy: add, line: `script-src ${site.origin} 'wasm-unsafe-eval'` });
  await expectPresentable(page, "blocked-script");
});

test("where the policy blocks embed.js itself, what the page has put into the element is there", async ({ page, site, elsewhere, watch }) => {
  watch.expectProblem(/embed\.js.*script-src-elem|script-src-elem.*embed\.js/);
  await openEmbedded(page, site, {
    script: `<script src="${elsewhere.address("embed.js")}" defer></script>`,
    element: `<middle-layer><a href="${elsewhere.address("index.html")}">Open the assessment</a></middle-layer>`,
    headers: policy(scripts),
  });
  await expect(page.getByRole("link", { name: "Open the assessment" })).toBeVisible();
});

test("beside the explanation, too", async ({ page, site, watch }) => {
  watch.expectProblem(/script-src wasm-eval/);
  await openEmbedded(page, site, { element: `<middle-layer><p><a href="index.html">Open the assessment</a></p></middle-layer>`, headers: policy("script-src 'self'", "connect-src 'self'") });
  await expect(explanation(page).getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Open the assessment" })).toBeVisible();
  await expectPresentable(page, "with-a-link");
});

test("where trusted types are required and none is allowed, it works", async ({ page, site }) => {
  await openEmbedded(page, site, { headers: policy(scripts, "connect-src 'self'", requireTypes, "trusted-types 'none'") });
  await expectWorking(page);
});

test("there the script with the engine inside cannot take its place, and what is wrong first is what is said", async ({ page, site, watch }) => {
  watch.expectProblem(/trusted-types|TrustedScriptURL/);
  watch.expectProblem(/404.*wasm/);
  site.answer(engine, { status: 404 });
  await openEmbedded(page, site, { headers: policy(scripts, "connect-src 'self'", requireTypes, "trusted-types 'none'") });
  await expectExplained(page, refusedEngine);
});

test("where the policy of the name middle-layer is allowed, that script takes its place, also at the second try", async ({ page, site, watch }) => {
  watch.expectProblem(blockedFetch);
  watch.expectProblem(/404.*inline/);
  watch.allowRequests(/middle-layer/);
  withoutTheScript(site);
  await openEmbedded(page, site, { headers: policy(scripts, requireTypes, "trusted-types middle-layer") });
  await expect(explanation(page)).toBeVisible();
  site.mend(inline);
  await page.getByRole("button", { name: "Try again" }).click();
  await expectWorking(page);
});

test.describe("where scripts are allowed by a nonce", () => {
  const script = `<script src="embed.js" nonce="c2VjcmV0" defer></script>`;
  const nonce = "script-src 'nonce-c2VjcmV0' 'wasm-unsafe-eval'";

  test("the engine's module is one of them", async ({ page, site }) => {
    await openEmbedded(page, site, { script, headers: policy(nonce, "connect-src 'self'") });
    await expectWorking(page);
  });

  test("so is the script with the engine inside", async ({ page, site, watch }) => {
    watch.expectProblem(blockedFetch);
    watch.allowRequests(new RegExp(`${inline}$`));
    await openEmbedded(page, site, { script, headers: policy(nonce) });
    await expectWorking(page);
  });

  test("and by 'strict-dynamic'", async ({ page, site, watch }) => {
    watch.expectProblem(blockedFetch);
    watch.allowRequests(new RegExp(`${inline}$`));
    await openEmbedded(page, site, { script, headers: policy(`${nonce} 'strict-dynamic'`) });
    await expectWorking(page);
  });
});

const onlyReported = { "content-security-policy": scripts, "content-security-policy-report-only": "default-src 'none'; script-src 'self'" };

test("a policy that only reports keeps nothing from working", async ({ page, site, watch }) => {
  // The bench reports what is reported.
  watch.expectProblem(/violation\] script-src wasm-eval/);
  watch.expectProblem(/violation\] (connect-src|script-src-elem|img-src)/);
  await openEmbedded(page, site, { headers: onlyReported });
  await expectWorking(page);
});

test("nor is it the cause where something else is", async ({ page, site, watch }) => {
  withoutTheScript(site);
  site.answer(engine, await damaged);
  watch.expectProblem(/violation\] script-src wasm-eval/);
  watch.expectProblem(/violation\] (connect-src|img-src)/);
  watch.expectProblem(/404/);
  await openEmbedded(page, site, { headers: onlyReported });
  await expectExplained(page, damagedEngine);
});

test("what the policy forbids others on the page is not taken for a cause", async ({ page, site, watch }) => {
  withoutTheScript(site);
  site.answer(engine, await damaged);
  // Other scripts of the page that are forbidden all the time, at our origin too.
  site.answer("other.js", {
    headers: { "content-type": "text/javascript" },
    body: `const timer = setInterval(() => { fetch("/other.json").catch(() => {}); const script = document.createElement("script"); script.src = "/other/script.js"; document.head.append(script); }, 10);
      addEventListener("middle-layer-error", () => clearInterval(timer));`,
  });
  watch.expectProblem(/other\.json/);
  watch.expectProblem(/other\/script\.js/);
  watch.expectProblem(/404/);
  watch.allowRequests(/\/other/);
  const only = (...files: string[]) => files.map((file) => site.address(file)).join(" ");
  await openEmbedded(page, site, {
    script: `<script src="other.js"></script><script src="embed.js" defer></script>`,
    headers: policy(`script-src ${only("other.js", "embed.js", "middle-layer.js", inline)} 'wasm-unsafe-eval'`, `connect-src ${only(engine)}`),
  });
  await expectExplained(page, damagedEngine);
});

// SharePoint Online since 2026: administrators can add hosts to script-src, but not 'wasm-unsafe-eval'.
test.describe("SharePoint Online", () => {
  test.use({ headers: {} });
  const shipped = (site: Site) => `script-src 'unsafe-eval' 'self' 'nonce-c2hhcmVwb2ludA==' ${site.origin}; frame-ancestors 'self'`;

  for (const header of ["content-security-policy", "content-security-policy-report-only"]) {
    const what = header.endsWith("only") ? "reported" : "enforced";

    test(`${what}: the element works once the files' origin is a trusted script source`, async ({ page, site, elsewhere }) => {
      elsewhere.headers = { "access-control-allow-origin": "*" };
      await openEmbedded(page, site, { script: `<script src="${elsewhere.address("embed.js")}" defer></script>`, headers: { [header]: shipped(elsewhere) } });
      await expectWorking(page);
    });

    test(`${what}: so it does from a server that does not let other origins load its files`, async ({ page, site, elsewhere, watch }) => {
      watch.expectProblem(/CORS policy/);
      watch.expectProblem(/ERR_FAILED/);
      watch.allowRequests(new RegExp(`${inline}$`));
      await openEmbedded(page, site, { script: `<script src="${elsewhere.address("embed.js")}" defer></script>`, headers: { [header]: shipped(elsewhere) } });
      await expectWorking(page);
    });

    test(`${what}: a plain iframe works with nothing added`, async ({ page, site, elsewhere }) => {
      const frame = `<iframe title="Middle Layer" width="700" height="700" src="${elsewhere.address("index.html?embed=1")}"></iframe>`;
      await openEmbedded(page, site, { script: "", element: frame, headers: { [header]: shipped(site) } });
      await expectWorking(page.frameLocator("iframe"));
    });
  }
});
