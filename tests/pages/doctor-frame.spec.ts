import { csp, diagnosing, examined, finding, inline, linesOf, policy, reportOf, scripts, those, withLine } from "./support/doctor.ts";
import type { Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// Frames that may do little, and frames that stay empty: the doctor names what they lack.

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
    expect(attribute).toBe(`sandbox="allow-scripts allow-same-origin allow-downloads allow-modals allow-popups"`);
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
    expect(finding(report, "sandbox")).toMatchObject({ status: "advise", found: expect.stringContaining("allow-downloads, allow-modals, allow-popups") });
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
