import { csp, diagnosing, examined, finding, linesOf, policy, reportOf, scripts, those } from "./support/doctor.ts";
import { changed } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// Pages that have taken or changed what the element needs, and browsers that lack something.

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

  test("an element that the page hides is told of", async ({ page, site, watch }) => {
    diagnosing(watch);
    site.answer("host.css", { headers: { "content-type": "text/css" }, body: "main > middle-layer { display: none !important }" });
    const report = await examined(page, site, { first: `<link rel="stylesheet" href="host.css">`, element: "<middle-layer></middle-layer><middle-layer-doctor></middle-layer-doctor>", headers: csp(policy(scripts, "connect-src 'self'")) });
    expect(finding(report, "page-elements")).toMatchObject({ status: "advise", found: "An element is on this page, but the page hides it." });
  });

  test("an element that cannot start because of its attributes is named", async ({ page, site, watch }) => {
    diagnosing(watch, /404.*questions/);
    site.answer("questions.json", { status: 404 });
    const report = await examined(page, site, { element: `<middle-layer instrument="questions.json"></middle-layer><middle-layer-doctor></middle-layer-doctor>`, headers: csp(policy(scripts, "connect-src 'self'")) });
    expect(those(report, "fail")).toEqual(["page-elements"]);
    expect(finding(report, "page-elements").found).toContain("questions.json");
    await expect(page.getByText("Middle Layer starts, but 1 thing has to be mended.")).toBeVisible();
  });

  test("an element that works beside it is counted", async ({ page, site, watch }) => {
    diagnosing(watch);
    const report = await examined(page, site, { element: "<middle-layer></middle-layer><middle-layer-doctor></middle-layer-doctor>", headers: csp(policy(scripts, "connect-src 'self'")) });
    expect(finding(report, "page-elements")).toMatchObject({ status: "pass", found: "There is one, and it could start." });
    await expect(page.getByRole("heading", { name: "Where does the pace go?" })).toHaveCount(1);
  });

  /** What keeps the page's own tag from running, and what is said: the doctor, which loads embed.js itself, works all the same. */
  const tagsThatFail: Record<string, { tag: string; fails: string[]; noise?: RegExp }> = {
    "without a script tag of embed.js": { tag: "", fails: ["page-elements"] },
    "whose script tag pins another version": { tag: `<script src="embed.js" integrity="sha384-${"A".repeat(64)}" crossorigin defer></script>`, fails: ["versions", "page-elements"], noise: /integrity/ },
    "whose script tag names no file that is there": { tag: `<script src="old/embed.js" defer></script>`, fails: ["page-elements"], noise: /404/ },
  };
  for (const [what, { tag, fails, noise }] of Object.entries(tagsThatFail)) {
    test(`an element ${what} works only while the doctor is there, and that is said, also when it looks again`, async ({ page, site, watch }) => {
      diagnosing(watch, ...(noise ? [noise] : []));
      site.answer("old/embed.js", { status: 404 });
      const report = await examined(page, site, {
        script: `<script src="doctor.js" defer></script>${tag}`,
        element: "<middle-layer><a href='index.html'>Open the assessment</a></middle-layer><middle-layer-doctor></middle-layer-doctor>",
        headers: csp(policy(scripts, "connect-src 'self'")),
      });
      expect(those(report, "fail")).toEqual(fails);
      expect(finding(report, "page-elements").found).toBe("embed.js did not run for an element on this page: it runs only while this check is here.");
      expect(linesOf(report, "page-elements")).toEqual([`<script src="${site.address("embed.js")}" defer></script>`]);
      const doctor = page.locator("middle-layer-doctor");
      await doctor.evaluate((doctor, address) => doctor.setAttribute("src", address), site.address());
      expect(those(await reportOf(page), "fail")).toEqual(fails);
    });
  }

  for (const [what, answer] of Object.entries({ "is missing": () => ({ status: 404 }), "is of the wrong type": () => changed("embed.js", { headers: { "content-type": "text/plain", "x-content-type-options": "nosniff" } }) })) {
    test(`an element whose embed.js ${what} shows only what is written in it, and that fails`, async ({ page, site, watch }) => {
      diagnosing(watch, /404|MIME type/);
      site.answer("embed.js", await answer());
      const report = await examined(page, site, { element: "<middle-layer><a href='index.html'>Open the assessment</a></middle-layer><middle-layer-doctor></middle-layer-doctor>", headers: csp(policy(scripts, "connect-src 'self'")) });
      expect(those(report, "fail")).toEqual(["file-embed", "page-elements", "element"]);
      expect(finding(report, "page-elements").found).toBe("embed.js did not run for an element on this page.");
    });
  }

  test("a script tag of embed.js that comes after the doctor’s is waited for", async ({ page, site, watch }) => {
    diagnosing(watch);
    const report = await examined(page, site, { script: `<script src="doctor.js" defer></script><script src="embed.js" defer></script>`, element: `<middle-layer></middle-layer><middle-layer-doctor mode="frame"></middle-layer-doctor>`, headers: csp(policy(scripts, "connect-src 'self'", "frame-src 'self'")) });
    expect(finding(report, "page-elements").status).toBe("pass");
  });

  test("an address that is none leaves what can be told without it", async ({ page, site, watch }) => {
    diagnosing(watch);
    const report = await examined(page, site, { element: `<middle-layer-doctor src="http://"></middle-layer-doctor>`, headers: csp(policy(scripts, "connect-src 'self'")) });
    expect(those(report, "pass")).toEqual(["browser", "sandbox", "storage", "secure-context", "page-elements"]);
    expect(those(report, "fail", "advise")).toEqual([]);
    await page.getByRole("button", { name: "Copy report" }).click();
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
