import { expectAccessible } from "./support/accessible.ts";
import { csp, diagnosing, engine, examined, finding, inline, linesOf, list, module, policy, reportOf, scripts, sendWell, those, withLine } from "./support/doctor.ts";
import { tabTo } from "./support/keyboard.ts";
import { picture } from "./support/picture.ts";
import type { Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// <middle-layer-doctor> on good pages, where everything passes, and under policies that are in the way, where it names the
// planted cause; applying what it says makes it pass.

test.describe("a good page", () => {
  test("passes everything, and the report says so", async ({ page, site, watch }) => {
    diagnosing(watch);
    await sendWell(site);
    const report = await examined(page, site, { headers: csp(policy(scripts, "connect-src 'self'")) });
    expect(those(report, "fail", "advise", "unknown"), JSON.stringify(report.results)).toEqual([]);
    expect(report).toMatchObject({ version: 1, works: true, page: site.origin, files: site.address() });
    await expect(page.getByRole("status").first()).toHaveText(/^Nothing is in the way\. 19 of 19 checks pass\.$/);
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
  "without 'wasm-unsafe-eval'": { policy: policy("script-src 'self'", "connect-src 'self'"), check: "policy-wasm", status: "fail", line: () => scripts, noise: [/wasm-eval/] },
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
  expect(finding(report, "policy-wasm")).toMatchObject({ status: "fail", remedies: [{ what: "Let the policy in a meta element of this page have this, in place of any other script-src:", text: scripts }] });
});

test("a policy that allows embed.js and no other file is named", async ({ page, site, watch }) => {
  diagnosing(watch, /script-src-elem/);
  site.answer(inline, { status: 404 });
  watch.expectProblem(/404/);
  const before = policy(`script-src ${site.address("embed.js")} ${site.address("doctor.js")} 'wasm-unsafe-eval'`, "connect-src 'self'");
  const report = await examined(page, site, { headers: csp(before) });
  expect(those(report, "fail")).toEqual(["file-spare", "policy-script", "element"]);
  const [line] = linesOf(report, "policy-script");
  expect(line).toBe(`script-src ${site.address("embed.js")} ${site.address("doctor.js")} 'wasm-unsafe-eval' ${site.origin}`);
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
  expect(line).toBe(`${scripts} ${elsewhere.origin}`);
  const mended = await examined(page, site, { script, element, headers: csp(withLine(before, line!)) });
  expect(those(mended, "fail")).toEqual([]);
  expect(mended.works).toBe(true);
});

test("what a policy only reports is told before it is enforced", async ({ page, site, watch }) => {
  diagnosing(watch, /violation\] script-src wasm-eval/, /violation\] connect-src/);
  const reporting = { "content-security-policy": scripts, "content-security-policy-report-only": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'" };
  const report = await examined(page, site, { headers: reporting });
  expect(those(report, "fail")).toEqual([]);
  expect(finding(report, "policy-wasm")).toMatchObject({
    status: "advise",
    found: expect.stringContaining("Nothing is blocked yet"),
    remedies: [{ what: "Before it is enforced, let that policy have this, in place of any other script-src:", text: scripts }],
  });
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
  expect(text).toContain(scripts);
  expect(text).not.toContain("secret");
  expect(text).not.toContain("intranet.html");
  // One line by itself, by keyboard.
  const copy = list(page).filter({ hasText: "The policy allows WebAssembly" }).getByRole("button", { name: /^Copy/ });
  await tabTo(page, copy);
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(scripts);
});

test("everybody can read it, at any width, in light and dark", async ({ page, site, watch }) => {
  diagnosing(watch, /wasm-eval/, /connect-src/, /Refused to connect/);
  await examined(page, site, { headers: csp(policy("script-src 'self'")) });
  await expectAccessible(page);
  await picture(page, "doctor-ill");
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.setViewportSize({ width: 1280, height: 900 });
  await examined(page, site, { headers: csp(policy(scripts, "connect-src 'self'")) });
  await expectAccessible(page);
  await picture(page, "doctor-well");
});
