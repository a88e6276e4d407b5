import { expectExplained, expectPresentable, expectWorking, explanation, filesOf, openEmbedded } from "./support/hostile.ts";
import { changed, type Answer, type Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";
import type { Watch } from "./support/watch.ts";

// Servers and networks that do not deliver. Where the engine cannot be fetched, a script with the engine inside takes
// its place; where nothing can, the element says what is wrong and who can do what.

const engine = "middle-layer_bg.wasm";
const module = "middle-layer.js";
const inline = "middle-layer-inline.js";

const page = { body: "<!doctype html><title>Home</title><p>Welcome to the intranet." };
const missing = { status: 404 };
/** Nothing that was compiled or written survives this. */
const overwritten = (bytes: Buffer) => bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 64);
const half = { cutAfter: 4000 };

/** One file is answered in another way; tells what the page is bound to complain of. */
interface Fault {
  file: string;
  answer: (file: string) => Promise<Answer> | Answer;
  noise?: RegExp;
}

const faults: Record<string, Fault> = {
  "an engine that the server refuses": { file: engine, answer: () => missing, noise: /404.*wasm/ },
  "a page in place of the engine": { file: engine, answer: () => page },
  "an engine that arrives damaged": { file: engine, answer: (file) => changed(file, { body: overwritten }) },
  "an engine that arrives in part": { file: engine, answer: (file) => changed(file, half), noise: /CONTENT_LENGTH_MISMATCH/ },
  "an engine that was uploaded in part": { file: engine, answer: (file) => changed(file, { body: (bytes) => bytes.subarray(0, 100_000) }) },
  "an empty engine": { file: engine, answer: (file) => changed(file, { body: () => "" }) },
  "a module that the server refuses": { file: module, answer: () => missing, noise: /404.*middle-layer\.js/ },
  "a page in place of the module": { file: module, answer: () => page, noise: /MIME type/ },
  "a module that arrives damaged": { file: module, answer: (file) => changed(file, { body: overwritten }) },
  "a module that arrives in part": { file: module, answer: (file) => changed(file, half), noise: /CONTENT_LENGTH_MISMATCH/ },
  "a module of a version that asks for less than the engine has": { file: module, answer: (file) => changed(file, { body: withoutAnImport }) },
  "an engine of another build that the module could run": { file: engine, answer: (file) => changed(file, { body: anotherText }) },
  "a module of a version before there was an element": { file: module, answer: () => ({ headers: { "content-type": "text/javascript" }, body: "export default () => {};" }) },
};

function withoutAnImport(bytes: Buffer): string {
  return altered(String(bytes), /__proto__:null,\w+:/, "__proto__:null,of_before:");
}

/** As an engine of another build would be: it compiles, and has everything that the glue asks for. */
function anotherText(bytes: Buffer): Buffer {
  return Buffer.from(altered(bytes.toString("latin1"), "Where does the pace go?", "Where does the race go?"), "latin1");
}

function altered(text: string, from: string | RegExp, to: string): string {
  const other = text.replace(from, to);
  expect(other).not.toBe(text);
  return other;
}

async function put(site: Site, watch: Watch, { file, answer, noise }: Fault): Promise<void> {
  site.answer(file, await answer(file));
  if (noise) watch.expectProblem(noise);
}

for (const type of ["application/octet-stream", "text/plain", ""]) {
  test(`an engine sent as ${type || "nothing in particular"} is the engine`, async ({ page, site }) => {
    site.answer(engine, await changed(engine, { headers: { "content-type": type, "x-content-type-options": "nosniff" } }));
    const files = filesOf(page, site);
    await openEmbedded(page, site);
    await expectWorking(page);
    expect([...files]).not.toContain(inline);
  });
}

for (const [name, fault] of Object.entries(faults)) {
  test(`${name}: the script with the engine inside takes its place`, async ({ page, site, watch }) => {
    await put(site, watch, fault);
    watch.allowRequests(new RegExp(`${inline}$`));
    const files = filesOf(page, site);
    await openEmbedded(page, site);
    await expectWorking(page);
    expect([...files]).toContain(inline);
  });
}

/** What is said where the script with the engine inside is missing too. */
const explained: Record<string, { cause: string; sentence: RegExp; remedy: RegExp; line?: string }> = {
  "an engine that the server refuses": {
    cause: "not-found",
    sentence: /^The server answered 404 for http.*middle-layer_bg\.wasm\.$/,
    remedy: /see that it is there, and that the server sends such files/,
    line: `<mimeMap fileExtension=".wasm" mimeType="application/wasm" />`,
  },
  "a page in place of the engine": {
    cause: "wrong-content",
    sentence: /^The server sent something else in place of http.*middle-layer_bg\.wasm\.$/,
    remedy: /let the server send the file itself/,
  },
  "an engine that arrives damaged": { cause: "damaged", sentence: /middle-layer_bg\.wasm arrived damaged\.$/, remedy: /upload all its files again/ },
  "an engine that arrives in part": { cause: "cut", sentence: /^Only a part of http.*middle-layer_bg\.wasm arrived\. Check the network/, remedy: /something ends this transfer too early/ },
  "a module that the server refuses": { cause: "not-found", sentence: /^The server answered 404 for http.*middle-layer\.js\.$/, remedy: /see that it is there\.$/ },
  "a page in place of the module": { cause: "wrong-content", sentence: /something else in place of http.*middle-layer\.js\.$/, remedy: /send the file itself/ },
  "a module that arrives damaged": { cause: "damaged", sentence: /middle-layer\.js arrived damaged\.$/, remedy: /upload all its files again/ },
  "a module that arrives in part": { cause: "cut", sentence: /^Only a part of http.*middle-layer\.js arrived\./, remedy: /too early/ },
  "a module of a version that asks for less than the engine has": {
    cause: "mixed-versions",
    sentence: /^Files that do not belong together arrived\. Reload the page\.$/,
    remedy: /replace all its files together/,
    line: "Cache-Control: no-cache",
  },
};

for (const [name, { cause, ...said }] of Object.entries(explained)) {
  test(`${name}, and nothing to take its place: it says so`, async ({ page, site, watch }) => {
    await put(site, watch, faults[name]!);
    site.answer(inline, missing);
    watch.expectProblem(/404.*inline/);
    // A browser does not say why a script did not run: it is looked at again.
    watch.allowRequests(/middle-layer\.js$/);
    await openEmbedded(page, site);
    await expectExplained(page, said);
    await expectPresentable(page, `${cause}${name.includes("module") ? "-of-a-script" : ""}`);
  });
}

test("once the server is mended, trying again is enough, and the focus is on what comes", async ({ page, site, watch }) => {
  site.answer(engine, missing);
  site.answer(inline, missing);
  watch.expectProblem(/404/);
  watch.allowRequests(/middle-layer/);
  await openEmbedded(page, site);
  const again = explanation(page).getByRole("button", { name: "Try again" });
  await again.click();
  await expect(explanation(page).getByRole("heading")).toBeFocused();
  site.mend(engine);
  await again.click();
  await expect(page.getByRole("heading", { name: "Where does the pace go?" })).toBeFocused();
  await expectWorking(page);
});

test("a script that came damaged is not used again", async ({ page, site, watch }) => {
  site.answer(engine, missing);
  site.answer(inline, await changed(inline, { body: (bytes) => altered(String(bytes), "H4sI", "H4sJ") }));
  watch.expectProblem(/404/);
  watch.allowRequests(/middle-layer/);
  await openEmbedded(page, site);
  await expectExplained(page, { sentence: /^The server answered 404/, remedy: /see that it is there/, line: `<mimeMap fileExtension=".wasm" mimeType="application/wasm" />` });
  site.mend(inline);
  await page.getByRole("button", { name: "Try again" }).click();
  await expectWorking(page);
});

test("a slow engine is waited for, and that is said", async ({ page, site }) => {
  let send = () => {};
  site.answer(engine, await changed(engine, { after: new Promise((resolve) => (send = resolve)) }));
  await openEmbedded(page, site);
  const loading = page.getByRole("status").filter({ hasText: "Middle Layer is loading." });
  await expect(loading).toBeVisible();
  await expect(loading).not.toContainText("longer than usual");
  await expect(loading).toContainText("This takes longer than usual.");
  await expectPresentable(page, "slow");
  send();
  await expectWorking(page);
});

test("without a network it says so, and trying again works once the network is back", async ({ page, context, site, watch }) => {
  watch.expectProblem(/ERR_INTERNET_DISCONNECTED/);
  watch.allowRequests(/middle-layer/);
  await openEmbedded(page, site, { element: "" });
  await context.setOffline(true);
  await page.getByRole("main").evaluate((main) => main.append(document.createElement("middle-layer")));
  await expectExplained(page, { sentence: /could not be loaded\. Check the network connection\.$/ });
  await expectPresentable(page, "unreachable");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expectWorking(page);
});

test("what is loaded once is enough for every later element, without a network", async ({ page, context, site }) => {
  await openEmbedded(page, site);
  await expectWorking(page);
  await context.setOffline(true);
  await page.getByRole("main").evaluate((main) => {
    const later = document.createElement("middle-layer");
    later.setAttribute("session", "later");
    main.replaceChildren(later);
  });
  await expectWorking(page);
});

test.describe("from another origin", () => {
  const from = (elsewhere: Site) => ({ script: `<script src="${elsewhere.address("embed.js")}" defer></script>`, headers: { "content-security-policy": `default-src 'none'; script-src ${elsewhere.origin} 'wasm-unsafe-eval'; connect-src ${elsewhere.origin}` } });

  test("that lets others load its files, exactly the policy of the contract is enough", async ({ page, site, elsewhere }) => {
    elsewhere.headers = { "access-control-allow-origin": site.origin };
    const files = filesOf(page, elsewhere);
    await openEmbedded(page, site, from(elsewhere));
    await expectWorking(page);
    expect([...files].sort()).toEqual(["embed.js", module, engine].sort());
  });

  test("that does not, the script with the engine inside takes its place", async ({ page, site, elsewhere, watch }) => {
    watch.expectProblem(/CORS policy/);
    watch.expectProblem(/ERR_FAILED/);
    watch.allowRequests(new RegExp(`${inline}$`));
    const files = filesOf(page, elsewhere);
    await openEmbedded(page, site, from(elsewhere));
    await expectWorking(page);
    expect([...files]).toContain(inline);
  });

  test("that does not, and has no such script: it says so, with the header", async ({ page, site, elsewhere, watch }) => {
    elsewhere.answer(inline, missing);
    watch.expectProblem(/CORS policy/);
    watch.expectProblem(/ERR_FAILED/);
    watch.expectProblem(/404.*inline/);
    watch.allowRequests(/middle-layer/);
    await openEmbedded(page, site, from(elsewhere));
    await expectExplained(page, {
      sentence: /^The server of http.* does not let pages of other origins load it\.$/,
      remedy: /let that server send this with all its files\.$/,
      line: `Access-Control-Allow-Origin: ${site.origin}`,
    });
    await expectPresentable(page, "other-origin");
  });

  test("that is gone: it does not speak of origins", async ({ page, site, elsewhere, watch }) => {
    watch.expectProblem(/ERR_CONNECTION_REFUSED/);
    watch.allowRequests(/middle-layer/);
    await openEmbedded(page, site, { ...from(elsewhere), element: "" });
    await elsewhere.close();
    await page.getByRole("main").evaluate((main) => main.append(document.createElement("middle-layer")));
    await expectExplained(page, { sentence: /could not be loaded\. Check the network connection\.$/ });
  });
});
