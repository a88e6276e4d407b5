import { csp, diagnosing, engine, examined, finding, inline, linesOf, module, policy, scripts, those } from "./support/doctor.ts";
import { changed, type Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// Servers that do not deliver: the doctor names the file and what is wrong with it, and mended it passes.

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
