import { finding, examined, linesOf, list, reportOf, sendWell, those, withLine } from "./support/doctor.ts";
import { expectAccessible } from "./support/accessible.ts";
import { tabTo } from "./support/keyboard.ts";
import { picture } from "./support/picture.ts";
import { changed, type Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";
import type { Watch } from "./support/watch.ts";

// <middle-layer-doctor> on good pages, where everything passes, and on pages that are in the way, where it names the
// planted cause; applying what it says makes it pass.

const engine = "middle-layer_bg.wasm";
const module = "middle-layer.js";
const inline = "middle-layer-inline.js";

/** What it asks for beyond a first visit, and what browsers say while it tries. */
function diagnosing(watch: Watch, ...problems: RegExp[]): void {
  watch.allowRequests(/\/middle-layer\/(doctor\.js|embed\.js|integrity\.json|middle-layer[^/]*|index\.html.*)$/);
  for (const problem of problems) watch.expectProblem(problem);
}

const policy = (...directives: string[]) => ["default-src 'none'", "style-src 'self'", "base-uri 'none'", ...directives].join("; ");
const csp = (text: string) => ({ "content-security-policy": text });
const scripts = "script-src 'self' 'wasm-unsafe-eval'";

test.describe("a good page", () => {
  test("passes everything, and the report says so", async ({ page, site, watch }) => {
    diagnosing(watch);
    await sendWell(site);
    const report = await examined(page, site, { headers: csp(policy(scripts, "connect-src 'self'")) });
    expect(those(report, "fail", "advise", "unknown"), JSON.stringify(report.results)).toEqual([]);
    expect(report).toMatchObject({ version: 1, works: true, page: site.origin, files: site.address() });
    await expect(page.getByRole("status").first()).toHaveText(/^Nothing is in the way\. 18 of 18 checks pass\.$/);
    await expect(page.locator("middle-layer-doctor .trial")).toHaveCount(0);
  });

  test("of another origin passes everything, with the policy and the header of the guide", async ({ page, site, elsewhere, watch }) => {
    diagnosing(watch);
    elsewhere.headers = { "access-control-allow-origin": site.origin, "timing-allow-origin": "*" };
    await sendWell(elsewhere);
    const report = await examined(page, site, {
      script: `<script src="${elsewhere.address("embed.js")}" defer></script><script src="${elsewhere.address("doctor.js")}" defer></script>`,
      headers: csp(policy(`script-src ${elsewhere.origin} 'wasm-unsafe-eval'`, `connect-src ${elsewhere.origin}`)),
    });
    expect(those(report, "fail", "advise", "unknown"), JSON.stringify(report.results)).toEqual([]);
    expect(report.files).toBe(elsewhere.address());
  });

  test("hears nothing of the trial, keeps nothing of it, and is asked for nothing but our files", async ({ page, site, watch }) => {
    diagnosing(watch);
    await page.addInitScript(() => {
      const heard: string[] = [];
      Object.assign(self, { heard });
      for (const type of ["ready", "progress", "complete", "error", "doctor-report"]) document.addEventListener(`middle-layer-${type}`, () => heard.push(type));
    });
    const asked = new Set<string>();
    page.on("request", (request) => asked.add(site.fileOf(request.url()) ?? request.url()));
    await examined(page, site, { headers: csp(policy(scripts, "connect-src 'self'")) });
    expect(await page.evaluate(() => (self as unknown as { heard: string[] }).heard)).toEqual(["doctor-report"]);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    expect([...asked].filter((file) => !/favicon/.test(file)).sort()).toEqual(["doctor.js", "embed.js", "integrity.json", "intranet.html", inline, module, engine].sort());
  });

  test("in the mode of a frame passes what a frame needs", async ({ page, site, watch }) => {
    diagnosing(watch);
    await sendWell(site);
    const report = await examined(page, site, {
      element: `<middle-layer-doctor mode="frame"></middle-layer-doctor>`,
      headers: csp(policy("script-src 'self'", "connect-src 'self'", "frame-src 'self'")),
    });
    expect(those(report, "fail", "advise"), JSON.stringify(report.results)).toEqual([]);
    expect(report.works).toBe(true);
  });
});

/** A planted cause: the policy of the page, the check that names it and whether it is in the way, and the line to add. */
const policies: Record<string, { policy: string; check: string; status: "fail" | "advise"; line: (site: Site) => string; noise: RegExp[] }> = {
  "without 'wasm-unsafe-eval'": { policy: policy("script-src 'self'", "connect-src 'self'"), check: "policy-wasm", status: "fail", line: ({ origin }) => `script-src ${origin} 'wasm-unsafe-eval'`, noise: [/wasm-eval/] },
  "without connect-src": { policy: policy(scripts), check: "policy-connect", status: "advise", line: ({ origin }) => `connect-src ${origin}`, noise: [/connect-src/, /Refused to connect/] },
};

for (const [what, { policy, check, status, line, noise }] of Object.entries(policies)) {
  test(`a policy ${what} is named, and its line mends it`, async ({ page, site, watch }) => {
    diagnosing(watch, ...noise);
    await sendWell(site);
    const report = await examined(page, site, { headers: csp(policy) });
    expect(finding(report, check).status).toBe(status);
    expect(those(report, "fail")).toEqual(status === "fail" ? [check, "element"] : []);
    expect(linesOf(report, check)).toEqual([line(site)]);
    if (status === "fail") expect(linesOf(report, "element")).toEqual([line(site)]);
    const mended = await examined(page, site, { headers: csp(withLine(policy, line(site))) });
    expect(those(mended, "fail", "advise", "unknown")).toEqual([]);
  });
}

test("a policy in a meta element is named as one", async ({ page, site, watch }) => {
  diagnosing(watch, /wasm-eval/);
  site.headers = {};
  site.answer("meta.html", { body: `<!doctype html><html lang="en"><head><title>Intranet</title><meta http-equiv="Content-Security-Policy" content="script-src 'self'"></head><body><main><h1>Intranet</h1><script src="embed.js" defer></script><script src="doctor.js" defer></script><middle-layer-doctor></middle-layer-doctor></main></body></html>` });
  await page.goto(site.address("meta.html"));
  const report = await reportOf(page);
  expect(finding(report, "policy-wasm")).toMatchObject({ status: "fail", remedies: [{ what: "Add this to the policy in a meta element of this page:", text: `script-src ${site.origin} 'wasm-unsafe-eval'` }] });
});

test("a policy that allows embed.js and no other file is named", async ({ page, site, watch }) => {
  diagnosing(watch, /script-src-elem/);
  site.answer(inline, { status: 404 });
  watch.expectProblem(/404/);
  const before = policy(`script-src ${site.address("embed.js")} ${site.address("doctor.js")} 'wasm-unsafe-eval'`, "connect-src 'self'");
  const report = await examined(page, site, { headers: csp(before) });
  expect(those(report, "fail")).toEqual(["file-spare", "policy-script", "element"]);
  const [line] = linesOf(report, "policy-script");
  expect(line).toBe(`script-src ${site.origin} 'wasm-unsafe-eval'`);
  site.mend(inline);
  const mended = await examined(page, site, { headers: csp(withLine(before, line!)) });
  expect(those(mended, "fail")).toEqual([]);
  expect(finding(mended, "policy-script").status).toBe("pass");
});

test("a policy that blocks embed.js itself is named, from a doctor that is allowed", async ({ page, site, elsewhere, watch }) => {
  diagnosing(watch, /script-src-elem.*embed\.js/, /script-src-elem/);
  elsewhere.headers = { "access-control-allow-origin": "*" };
  const script = `<script src="${elsewhere.address("embed.js")}" defer></script><script src="doctor.js" defer></script>`;
  const element = `<middle-layer-doctor src="${elsewhere.address("embed.js")}"></middle-layer-doctor>`;
  const before = policy(scripts, `connect-src ${elsewhere.origin}`);
  const report = await examined(page, site, { script, element, headers: csp(before) });
  expect(those(report, "fail")).toEqual(["policy-script", "element"]);
  const [line] = linesOf(report, "policy-script");
  expect(line).toBe(`script-src ${elsewhere.origin} 'wasm-unsafe-eval'`);
  const mended = await examined(page, site, { script, element, headers: csp(withLine(before, line!)) });
  expect(those(mended, "fail")).toEqual([]);
  expect(mended.works).toBe(true);
});

test("what a policy only reports is told before it is enforced", async ({ page, site, watch }) => {
  diagnosing(watch, /violation\] script-src wasm-eval/, /violation\] connect-src/);
  const reporting = { "content-security-policy": scripts, "content-security-policy-report-only": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'" };
  const report = await examined(page, site, { headers: reporting });
  expect(those(report, "fail")).toEqual([]);
  expect(finding(report, "policy-wasm")).toMatchObject({ status: "advise", found: expect.stringContaining("Nothing is blocked yet") });
});

test("what others on the page are forbidden is not named", async ({ page, site, watch }) => {
  diagnosing(watch, /other\.json/, /other\/script\.js/, /connect-src/, /Refused to connect/);
  watch.allowRequests(/\/other/);
  site.answer("other.js", {
    headers: { "content-type": "text/javascript" },
    body: `const timer = setInterval(() => { fetch("/other.json").catch(() => {}); const script = document.createElement("script"); script.src = "/other/script.js"; document.head.append(script); }, 30);
      addEventListener("middle-layer-doctor-report", () => clearInterval(timer));`,
  });
  const only = (...files: string[]) => files.map((file) => site.address(file)).join(" ");
  const report = await examined(page, site, {
    script: `<script src="other.js"></script><script src="embed.js" defer></script><script src="doctor.js" defer></script>`,
    headers: csp(policy(`script-src ${only("other.js", "embed.js", "doctor.js", module)} 'wasm-unsafe-eval'`, `connect-src ${only(engine)}`)),
  });
  expect(report.works).toBe(true);
  expect(those(report, "fail")).toEqual([]);
  for (const id of ["policy-script", "policy-connect", "policy-wasm"]) expect(finding(report, id).status).toBe("pass");
});

for (const more of ["", " 'strict-dynamic'"]) {
  test(`scripts that are allowed by a nonce${more && " and"}${more} pass`, async ({ page, site, watch }) => {
    diagnosing(watch);
    const report = await examined(page, site, {
      script: `<script src="embed.js" nonce="c2VjcmV0" defer></script><script src="doctor.js" nonce="c2VjcmV0" defer></script>`,
      headers: csp(policy(`script-src 'nonce-c2VjcmV0' 'wasm-unsafe-eval'${more}`, "connect-src 'self'")),
    });
    expect(those(report, "fail")).toEqual([]);
    expect(finding(report, "policy-script").status).toBe("pass");
  });
}

test("the policy of SharePoint Online passes, once the files’ origin is a trusted script source", async ({ page, site, elsewhere, watch }) => {
  diagnosing(watch);
  elsewhere.headers = { "access-control-allow-origin": "*" };
  site.headers = {};
  const report = await examined(page, site, {
    script: `<script src="${elsewhere.address("embed.js")}" defer></script><script src="${elsewhere.address("doctor.js")}" defer></script>`,
    headers: csp(`script-src 'unsafe-eval' 'self' 'nonce-c2hhcmVwb2ludA==' ${elsewhere.origin}; frame-ancestors 'self'`),
  });
  expect(report.works).toBe(true);
  expect(those(report, "fail")).toEqual([]);
});

test("a server that is gone is named, and not its policy or its headers", async ({ page, site, elsewhere, watch }) => {
  diagnosing(watch, /ERR_CONNECTION_REFUSED/);
  const gone = elsewhere.address();
  await elsewhere.close();
  const report = await examined(page, site, {
    script: `<script src="doctor.js" defer></script>`,
    element: `<middle-layer-doctor src="${gone}"></middle-layer-doctor>`,
    headers: csp(policy(`script-src 'self' ${elsewhere.origin} 'wasm-unsafe-eval'`, `connect-src ${elsewhere.origin}`)),
  });
  expect(those(report, "fail")).toEqual(["file-embed", "file-module", "file-engine", "file-spare", "element"]);
  expect(finding(report, "file-engine").found).toBe(`${gone}${engine} cannot be reached.`);
  expect(finding(report, "element").found).toContain("embed.js did not run");
});

test.describe("trusted types", () => {
  const required = "require-trusted-types-for 'script'";
  for (const [what, names, status] of [["without a list of names", "", "pass"], ["with our name", "trusted-types middle-layer", "pass"], ["with none", "trusted-types 'none'", "advise"]] as const) {
    test(`that are required, ${what}`, async ({ page, site, watch }) => {
      diagnosing(watch, /TrustedScriptURL|trusted-types/);
      const report = await examined(page, site, { headers: csp(policy(scripts, "connect-src 'self'", required, ...(names ? [names] : []))) });
      expect(report.works).toBe(true);
      expect(finding(report, "trusted-types").status).toBe(status);
      expect(those(report, "fail")).toEqual([]);
      if (status === "advise") expect(linesOf(report, "trusted-types")).toEqual(["trusted-types middle-layer"]);
    });
  }

  test("where the spare script is needed and its name is not allowed, are in the way; the line mends it", async ({ page, site, watch }) => {
    diagnosing(watch, /TrustedScriptURL|trusted-types/, /404/);
    site.answer(engine, { status: 404 });
    const before = policy(scripts, "connect-src 'self'", required, "trusted-types 'none'");
    const report = await examined(page, site, { headers: csp(before) });
    expect(those(report, "fail")).toEqual(["file-engine", "element"]);
    expect(finding(report, "trusted-types").status).toBe("advise");
    const mended = await examined(page, site, { headers: csp(withLine(before, linesOf(report, "trusted-types")[0]!)) });
    expect(mended.works).toBe(true);
  });
});

/** A file that is answered in another way, the check that names it, and what it says. */
const faults: Record<string, { file: string; answer: () => Promise<Parameters<Site["answer"]>[1]> | Parameters<Site["answer"]>[1]; check: string; says: RegExp; line?: string; noise?: RegExp }> = {
  "an engine that the server refuses": { file: engine, answer: () => ({ status: 404 }), check: "file-engine", says: /answers 404 for .*wasm/, line: `<mimeMap fileExtension=".wasm" mimeType="application/wasm" />`, noise: /404/ },
  "a page in place of the engine": { file: engine, answer: () => ({ body: "<!doctype html><title>Home</title>" }), check: "file-engine", says: /something else in place of .*wasm/ },
  "an engine that arrives damaged": { file: engine, answer: () => changed(engine, { body: (bytes) => bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 64) }), check: "file-engine", says: /arrives damaged/ },
  "an engine that arrives in part": { file: engine, answer: () => changed(engine, { cutAfter: 4000 }), check: "file-engine", says: /Only a part of/, noise: /CONTENT_LENGTH_MISMATCH/ },
  "an empty engine": { file: engine, answer: () => changed(engine, { body: () => "" }), check: "file-engine", says: /is empty/ },
  "an engine of another build": { file: engine, answer: () => changed(engine, { body: (bytes) => Buffer.from(bytes.toString("latin1").replace("Where does the pace go?", "Where does the race go?"), "latin1") }), check: "versions", says: /do not belong together/, line: "Cache-Control: no-cache" },
  "a module that the server refuses": { file: module, answer: () => ({ status: 404 }), check: "file-module", says: /answers 404 for .*middle-layer\.js/, noise: /404/ },
  "a page in place of the module": { file: module, answer: () => ({ body: "<!doctype html><title>Home</title>" }), check: "file-module", says: /something else in place of/, noise: /MIME type/ },
  "a module of the wrong type": { file: module, answer: () => changed(module, { headers: { "content-type": "text/plain" } }), check: "file-module", says: /is sent as text\/plain/, line: "Content-Type: text/javascript", noise: /MIME type/ },
  "a module that arrives damaged": { file: module, answer: () => changed(module, { body: (bytes) => bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 64) }), check: "file-module", says: /arrives damaged/ },
  "a module that arrives in part": { file: module, answer: () => changed(module, { cutAfter: 4000 }), check: "file-module", says: /Only a part of/, noise: /CONTENT_LENGTH_MISMATCH/ },
  "a module of a version that asks for less than the engine has": { file: module, answer: () => changed(module, { body: (bytes) => String(bytes).replace(/__proto__:null,\w+:/, "__proto__:null,of_before:") }), check: "versions", says: /middle-layer\.js is not the one that integrity\.json lists/, line: "Cache-Control: no-cache" },
  "a module of a version before there was an element": { file: module, answer: () => ({ headers: { "content-type": "text/javascript" }, body: "export default () => {};" }), check: "versions", says: /do not belong together/, line: "Cache-Control: no-cache" },
};

for (const [what, { file, answer, check, says, line, noise }] of Object.entries(faults)) {
  test(`${what} is named, with and without the spare script, and mended it passes`, async ({ page, site, watch }) => {
    diagnosing(watch, ...(noise ? [noise] : []), /404.*inline/);
    site.headers = csp(policy(scripts, "connect-src 'self'"));
    site.answer(file, await answer());
    const spared = await examined(page, site);
    expect(spared.works).toBe(true);
    expect(finding(spared, check)).toMatchObject({ status: check === "versions" ? "fail" : "advise", found: expect.stringMatching(says) });
    site.answer(inline, { status: 404 });
    const report = await examined(page, site);
    expect(report.works).toBe(false);
    expect(finding(report, check)).toMatchObject({ status: "fail", found: expect.stringMatching(says) });
    expect(new Set(those(report, "fail"))).toEqual(new Set([check, "file-spare", "element"]));
    if (line) expect(linesOf(report, check)).toContain(line);
    site.mend(file);
    site.mend(inline);
    const mended = await examined(page, site);
    expect(those(mended, "fail")).toEqual([]);
    expect(finding(mended, check).status).toBe("pass");
  });
}

for (const [what, before] of Object.entries({ "for a year": { "cache-control": "public, max-age=31536000, immutable" }, "as the browser likes": { "cache-control": "" } })) {
  test(`files that are cached ${what} are told of, and the header mends it`, async ({ page, site, watch }) => {
    diagnosing(watch);
    site.answer(engine, await changed(engine, { headers: before }));
    const report = await examined(page, site, { headers: csp(policy(scripts, "connect-src 'self'")) });
    expect(those(report, "fail")).toEqual([]);
    expect(finding(report, "caching")).toMatchObject({ status: "advise", found: expect.stringContaining(engine) });
    const [name, value] = linesOf(report, "caching")[0]!.split(": ");
    site.answer(engine, await changed(engine, { headers: { [name!]: value! } }));
    const mended = await examined(page, site, { headers: csp(policy(scripts, "connect-src 'self'")) });
    expect(finding(mended, "caching").status).toBe("pass");
  });
}

test("files that are sent as they are, are told of", async ({ page, site, watch }) => {
  diagnosing(watch);
  const report = await examined(page, site, { headers: csp(policy(scripts, "connect-src 'self'")) });
  expect(finding(report, "compression")).toMatchObject({ status: "advise", found: expect.stringContaining("is sent as it is") });
});

test.describe("files on another origin", () => {
  const tags = (elsewhere: Site, more = "") => `<script src="${elsewhere.address("embed.js")}"${more} defer></script><script src="${elsewhere.address("doctor.js")}" defer></script>`;
  const headers = (elsewhere: Site) => csp(policy(`script-src ${elsewhere.origin} 'wasm-unsafe-eval'`, `connect-src ${elsewhere.origin}`));

  test("that no other may load are named, and the header mends it", async ({ page, site, elsewhere, watch }) => {
    diagnosing(watch, /CORS policy/, /ERR_FAILED/);
    const report = await examined(page, site, { script: tags(elsewhere), headers: headers(elsewhere) });
    expect(report.works).toBe(true);
    expect(those(report, "fail")).toEqual([]);
    expect(finding(report, "other-origins").status).toBe("advise");
    const [line] = linesOf(report, "other-origins");
    expect(line).toBe(`Access-Control-Allow-Origin: ${site.origin}`);
    const [name, value] = line!.split(": ");
    elsewhere.headers = { [name!]: value! };
    const mended = await examined(page, site, { script: tags(elsewhere), headers: headers(elsewhere) });
    expect(finding(mended, "other-origins").status).toBe("pass");
  });

  test("that no other may load, without the spare script, are in the way", async ({ page, site, elsewhere, watch }) => {
    diagnosing(watch, /CORS policy/, /ERR_FAILED/, /404.*inline/);
    elsewhere.answer(inline, { status: 404 });
    const report = await examined(page, site, { script: tags(elsewhere), headers: headers(elsewhere) });
    expect(those(report, "fail")).toEqual(["other-origins", "element"]);
    expect(linesOf(report, "element")).toEqual([`Access-Control-Allow-Origin: ${site.origin}`]);
  });

  test("pinned in the script tag to another version are named, with the attribute", async ({ page, site, elsewhere, watch }) => {
    diagnosing(watch, /integrity/);
    elsewhere.headers = { "access-control-allow-origin": "*" };
    const report = await examined(page, site, { script: tags(elsewhere, ` integrity="sha384-${"A".repeat(64)}" crossorigin`), headers: headers(elsewhere) });
    expect(those(report, "fail")).toEqual(["versions"]);
    const [line] = linesOf(report, "versions");
    const mended = await examined(page, site, { script: tags(elsewhere, ` ${line} crossorigin`), headers: headers(elsewhere) });
    expect(those(mended, "fail")).toEqual([]);
    expect(finding(mended, "versions").status).toBe("pass");
  });
});

test.describe("what the page has taken", () => {
  test("an element of our name by somebody else is named", async ({ page, site, watch }) => {
    diagnosing(watch);
    site.answer("other.js", { headers: { "content-type": "text/javascript" }, body: `customElements.define("middle-layer", class extends HTMLElement {});` });
    const report = await examined(page, site, { script: `<script src="other.js"></script><script src="embed.js" defer></script><script src="doctor.js" defer></script>`, headers: csp(policy(scripts, "connect-src 'self'")) });
    expect(those(report, "fail")).toEqual(["element-name"]);
    expect(linesOf(report, "element-name")).toEqual(["<middle-layer-v0></middle-layer-v0>"]);
  });

  test("an embed.js of another version is named", async ({ page, site, watch }) => {
    diagnosing(watch);
    site.answer("old/embed.js", await changed("embed.js", { body: (bytes) => String(bytes).replace(/"0\.\d+\.\d+"/, '"0.0.1"') }));
    const report = await examined(page, site, { script: `<script src="old/embed.js" defer></script><script src="doctor.js" defer></script>`, headers: csp(policy(scripts, "connect-src 'self'")) });
    expect(those(report, "fail")).toContain("versions");
    expect(finding(report, "versions").found).toMatch(/embed\.js on this page is of version 0\.0\.1/);
    expect(those(report, "advise")).toContain("element-name");
  });

  const throwing = ["map", "filter", "forEach", "reduce", "find", "includes", "flat", "push", "indexOf", "some", "every", "slice", "splice", "concat", "join", "sort", "pop", "shift", "unshift", "flatMap", "at", "keys", "entries", "fill"];
  const patches: Record<string, string> = {
    "methods of arrays that throw": `for (const name of ${JSON.stringify(throwing)}) { const real = Array.prototype[name]; Array.prototype[name] = function (...words) { if (/\\/middle-layer\\/(embed|middle-layer|doctor)|wasm:/.test(new Error().stack.split("\\n")[2])) throw new Error(name); return real.apply(this, words); }; }`,
    "more on every object": `Object.prototype.version = "9.9.9"; Array.prototype.each = Function.prototype.delay = function () {}; Object.prototype.toJSON = Array.prototype.toJSON = function () { return "patched"; };`,
  };
  for (const [what, body] of Object.entries(patches)) {
    test(`${what} do not keep it from looking`, async ({ page, site, watch }) => {
      diagnosing(watch);
      site.answer("patch.js", { headers: { "content-type": "text/javascript" }, body });
      const report = await examined(page, site, { script: `<script src="patch.js"></script><script src="embed.js" defer></script><script src="doctor.js" defer></script>`, headers: csp(policy(scripts, "connect-src 'self'")) });
      expect(those(report, "fail", "unknown"), JSON.stringify(report.results)).toEqual([]);
    });
  }

  test("storage that is refused is told", async ({ page, site, watch }) => {
    diagnosing(watch);
    await page.addInitScript(() => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("refused", "SecurityError"); } }));
    const report = await examined(page, site, { headers: csp(policy(scripts, "connect-src 'self'")) });
    expect(finding(report, "storage").status).toBe("advise");
    expect(those(report, "fail")).toEqual([]);
  });

  test("a check that throws says so and leaves the others alone", async ({ page, site, watch }) => {
    diagnosing(watch);
    await page.addInitScript(() => (Performance.prototype.getEntriesByName = () => { throw new Error("broken"); }));
    const report = await examined(page, site, { headers: csp(policy(scripts, "connect-src 'self'")) });
    expect(finding(report, "compression")).toMatchObject({ status: "unknown", found: "This check could not be made on this page." });
    expect(report.works).toBe(true);
  });

  test("a browser without adopted style sheets is told so, without a style", async ({ page, site, watch }) => {
    diagnosing(watch);
    await page.addInitScript(() => {
      Reflect.deleteProperty(Document.prototype, "adoptedStyleSheets");
      Reflect.deleteProperty(ShadowRoot.prototype, "adoptedStyleSheets");
      Object.defineProperty(window, "CSSStyleSheet", { value: class { constructor() { throw new TypeError("Illegal constructor"); } } });
    });
    const report = await examined(page, site, { headers: csp(policy(scripts, "connect-src 'self'")) });
    expect(those(report, "fail")).toEqual(["browser", "element"]);
  });

  test("a browser without WebAssembly is told so", async ({ page, site, watch }) => {
    diagnosing(watch);
    await page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly"));
    const report = await examined(page, site, { headers: csp(policy(scripts, "connect-src 'self'")) });
    expect(those(report, "fail")).toEqual(["browser", "policy-wasm", "element"]);
  });
});

test.describe("frames", () => {
  const inside = (site: Site) => site.answer("inside.html", { body: `<!doctype html><html lang="en"><head><title>Inside</title></head><body><main><h1>Inside</h1><script src="embed.js"></script><script src="doctor.js"></script><middle-layer-doctor></middle-layer-doctor></main></body></html>` });
  const frame = (site: Site, more: string) => {
    site.headers = csp(`${policy(scripts, "connect-src 'self'")}; frame-src *`);
    inside(site);
    site.answer("around.html", { body: `<!doctype html><html lang="en"><head><title>Around</title></head><body><main><h1>Around</h1><iframe title="Middle Layer" width="100%" height="900" ${more}></iframe></main></body></html>` });
  };

  test("a sandbox without an origin is named, with the attribute that mends it", async ({ page, site, watch }) => {
    diagnosing(watch, /CORS policy|ERR_FAILED/);
    frame(site, `sandbox="allow-scripts" src="inside.html"`);
    await page.goto(site.address("around.html"));
    const report = await reportOf(page.frameLocator("iframe"));
    expect(report.works).toBe(true);
    expect(those(report, "fail")).toEqual([]);
    expect(those(report, "advise")).toEqual(["sandbox", "storage"]);
    const [attribute] = linesOf(report, "sandbox");
    watch.expectProblem(/can escape its sandboxing/);
    frame(site, `${attribute} src="inside.html"`);
    await page.goto(site.address("around.html"));
    const mended = await reportOf(page.frameLocator("iframe"));
    expect(finding(mended, "sandbox").status).toBe("pass");
    expect(finding(mended, "storage").status).toBe("pass");
  });

  test("there, a spare script that is missing is named", async ({ page, site, watch }) => {
    diagnosing(watch, /CORS policy|ERR_FAILED/, /404.*inline/);
    site.answer(inline, { status: 404 });
    frame(site, `sandbox="allow-scripts" src="inside.html"`);
    await page.goto(site.address("around.html"));
    const report = await reportOf(page.frameLocator("iframe"));
    expect(those(report, "fail")).toEqual(["element"]);
    expect(finding(report, "element").found).toContain(`${inline} could not be loaded`);
  });

  test("there, a name of trusted types that is not allowed is in the way, and the line mends it", async ({ page, site, watch }) => {
    diagnosing(watch, /CORS policy|ERR_FAILED/, /trusted-types|TrustedScriptURL/);
    frame(site, `sandbox="allow-scripts" src="inside.html"`);
    const before = `${site.headers["content-security-policy"]}; require-trusted-types-for 'script'; trusted-types 'none'`;
    site.headers = csp(before);
    await page.goto(site.address("around.html"));
    const report = await reportOf(page.frameLocator("iframe"));
    expect(those(report, "fail")).toEqual(["trusted-types", "element"]);
    expect(linesOf(report, "element")).toEqual(["trusted-types middle-layer"]);
    site.headers = csp(withLine(before, linesOf(report, "trusted-types")[0]!));
    await page.goto(site.address("around.html"));
    const mended = await reportOf(page.frameLocator("iframe"));
    expect(mended.works).toBe(true);
    expect(finding(mended, "trusted-types").status).toBe("pass");
  });

  test("what a sandbox of the same origin lacks is named", async ({ page, site, watch }) => {
    diagnosing(watch, /can escape its sandboxing/);
    frame(site, `sandbox="allow-scripts allow-same-origin" src="inside.html"`);
    await page.goto(site.address("around.html"));
    const report = await reportOf(page.frameLocator("iframe"));
    expect(finding(report, "sandbox")).toMatchObject({ status: "advise", found: expect.stringContaining("allow-downloads, allow-modals") });
  });

  test("of a frame in a page of another origin it cannot be told", async ({ page, site, watch }) => {
    diagnosing(watch);
    frame(site, `src="${site.address("inside.html", "middle-layer.test")}"`);
    await page.goto(site.address("around.html"));
    const report = await reportOf(page.frameLocator("iframe"));
    expect(finding(report, "sandbox").status).toBe("unknown");
  });

  const element = (base: string) => `<middle-layer-doctor mode="frame" src="${base}"></middle-layer-doctor>`;

  test("without frame-src are named, and the line mends it", async ({ page, site, watch }) => {
    diagnosing(watch, /frame-src|Framing/);
    const before = policy("script-src 'self'", "connect-src 'self'", "frame-src 'none'");
    const report = await examined(page, site, { element: element(""), headers: csp(before) });
    expect(those(report, "fail")).toEqual(["policy-frame", "element"]);
    const [line] = linesOf(report, "policy-frame");
    expect(line).toBe(`frame-src ${site.origin}`);
    const mended = await examined(page, site, { element: element(""), headers: csp(withLine(before, line!)) });
    expect(those(mended, "fail")).toEqual([]);
  });

  for (const [what, headers] of Object.entries({ "X-Frame-Options": { "x-frame-options": "DENY" }, "frame-ancestors": { "content-security-policy": "frame-ancestors 'none'" } })) {
    test(`that their server forbids by ${what} are named, with the header`, async ({ page, site, elsewhere, watch }) => {
      diagnosing(watch, /frame|Framing/i);
      elsewhere.headers = { ...headers, "access-control-allow-origin": "*" };
      const report = await examined(page, site, { element: element(elsewhere.address()), headers: csp(policy("script-src 'self'", `connect-src ${elsewhere.origin}`, `frame-src ${elsewhere.origin}`)) });
      expect(those(report, "fail")).toEqual(["element"]);
      expect(finding(report, "element").found).toMatch(/does not answer\. \(frame-silent\)/);
      expect(linesOf(report, "element")).toEqual([`Content-Security-Policy: frame-ancestors ${site.origin}`]);
    });
  }

  test("start under the policy of the guide, where the page may fetch nothing", async ({ page, site, watch }) => {
    diagnosing(watch, /connect-src/, /Refused to connect/);
    const report = await examined(page, site, { element: element(""), headers: csp(policy("script-src 'self'", "frame-src 'self'")) });
    expect(report.works).toBe(true);
    expect(those(report, "fail", "advise")).toEqual([]);
  });

  test("whose page cannot start inside are named, with where it says more", async ({ page, site, elsewhere, watch }) => {
    diagnosing(watch, /wasm-eval/);
    elsewhere.headers = { ...csp("default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'"), "access-control-allow-origin": "*" };
    const report = await examined(page, site, { element: element(elsewhere.address()), headers: csp(policy("script-src 'self'", `connect-src ${elsewhere.origin}`, `frame-src ${elsewhere.origin}`)) });
    expect(those(report, "fail")).toEqual(["element"]);
    expect(finding(report, "element").found).toContain("(blocked-wasm)");
    expect(linesOf(report, "element")).toEqual([elsewhere.address("index.html")]);
  });

  test("whose page is missing are named", async ({ page, site, watch }) => {
    diagnosing(watch, /404.*index\.html/);
    site.answer("index.html", { status: 404, body: "<!doctype html><title>Not here</title>" });
    const report = await examined(page, site, { element: element(""), headers: csp(policy("script-src 'self'", "connect-src 'self'", "frame-src 'self'")) });
    expect(those(report, "fail")).toEqual(["file-page", "element"]);
  });
});

test("plain http is told and passes, and copying works there", async ({ page, site, watch }) => {
  diagnosing(watch);
  site.headers = csp(policy(scripts, "connect-src 'self'"));
  site.answer("plain.html", { body: `<!doctype html><html lang="en"><head><title>Intranet</title></head><body><main><h1>Intranet</h1><script src="embed.js" defer></script><script src="doctor.js" defer></script><middle-layer-doctor></middle-layer-doctor></main></body></html>` });
  await page.goto(site.address("plain.html", "middle-layer.test"));
  const report = await reportOf(page);
  expect(finding(report, "secure-context")).toMatchObject({ status: "pass", found: expect.stringContaining("plain http") });
  expect(finding(report, "versions")).toMatchObject({ status: "pass", found: expect.stringContaining("could not be compared") });
  await page.getByRole("button", { name: "Copy report" }).click();
  await expect(page.getByRole("status").nth(1)).toHaveText(/^Copied\.|press Ctrl and C/);
});

test("the report is copied as text, and holds no more of the page than its origin", async ({ page, context, site, watch }) => {
  diagnosing(watch, /wasm-eval/);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  site.headers = csp(policy("script-src 'self'", "connect-src 'self'"));
  await examined(page, site);
  await page.goto(`${site.address("intranet.html")}?ticket=secret#token=secret`);
  await reportOf(page);
  await page.getByRole("button", { name: "Copy report" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^Middle Layer doctor \d+\.\d+\.\d+\nPage: http:\/\/127\.0\.0\.1:\d+\nFiles: http/);
  expect(text).toContain("Fails: The policy allows WebAssembly");
  expect(text).toContain(`script-src ${site.origin} 'wasm-unsafe-eval'`);
  expect(text).not.toContain("secret");
  expect(text).not.toContain("intranet.html");
  // One line by itself, by keyboard.
  const copy = list(page).filter({ hasText: "The policy allows WebAssembly" }).getByRole("button", { name: /^Copy/ });
  await tabTo(page, copy);
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`script-src ${site.origin} 'wasm-unsafe-eval'`);
});

test("everybody can read it, at any width, in light and dark", async ({ page, site, watch }) => {
  diagnosing(watch, /wasm-eval/, /connect-src/, /Refused to connect/);
  await examined(page, site, { headers: csp(policy("script-src 'self'")) });
  await expectAccessible(page);
  await picture(page, "doctor-ill", [320, 1280]);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.setViewportSize({ width: 1280, height: 900 });
  await examined(page, site, { headers: csp(policy(scripts, "connect-src 'self'")) });
  await expectAccessible(page);
  await picture(page, "doctor-well", [320, 1280]);
});
