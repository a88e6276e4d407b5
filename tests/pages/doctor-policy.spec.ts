import { csp, diagnosing, examined, finding, linesOf, those, withLine } from "./support/doctor.ts";
import type { Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// Policies that a page has already: what the doctor prints can be put there as it is, and takes nothing from the page.

/** A script of the page's own, from another origin: it has run where it has left a mark. */
function ownScript(elsewhere: Site): string {
  elsewhere.headers = { "access-control-allow-origin": "*" };
  elsewhere.answer("own.js", { headers: { "content-type": "text/javascript" }, body: `document.documentElement.dataset.own = "ran";` });
  return `<script src="${elsewhere.address("own.js")}"></script><script src="embed.js" defer></script><script src="doctor.js" defer></script>`;
}

/** A policy, and of each check that fails under it the directive that is printed. `X` is the other origin, `S` the page's, `D` the doctor. */
const policies: Record<string, { before: string; lines: Record<string, string>; noise: RegExp[] }> = {
  "that has script-src with more in it": { before: "script-src 'self' X; connect-src 'self'", lines: { "policy-wasm": "script-src 'self' X 'wasm-unsafe-eval'" }, noise: [/wasm-eval/] },
  "that has script-src twice, of which the second never counted": { before: "script-src 'self' X; script-src S 'wasm-unsafe-eval'; connect-src 'self'", lines: { "policy-wasm": "script-src 'self' X 'wasm-unsafe-eval'" }, noise: [/wasm-eval/, /duplicate Content-Security-Policy directive/] },
  "that has only default-src": { before: "default-src 'self' X; style-src 'self'", lines: { "policy-wasm": "script-src 'self' X 'wasm-unsafe-eval'" }, noise: [/wasm-eval/] },
  "that has default-src, and connect-src with something else": { before: "default-src 'self' X 'wasm-unsafe-eval'; style-src 'self'; connect-src X", lines: { "policy-connect": "connect-src X S" }, noise: [/connect-src/, /Refused to connect/] },
  "that has script-src-elem too": { before: "script-src 'self' X 'wasm-unsafe-eval'; script-src-elem X D; connect-src 'self'", lines: { "policy-script": "script-src-elem X D S 'wasm-unsafe-eval'" }, noise: [/script-src-elem/] },
};

for (const [what, { before, lines, noise }] of Object.entries(policies)) {
  test(`a policy ${what} is mended by what is printed, as it is, and the page's own script still runs`, async ({ page, site, elsewhere, watch }) => {
    diagnosing(watch, ...noise);
    watch.allowRequests(/own\.js/);
    const filled = (text: string) => text.replaceAll("X", elsewhere.origin).replaceAll(/\bS\b/g, site.origin).replaceAll(/\bD\b/g, site.address("doctor.js"));
    const script = ownScript(elsewhere);
    const report = await examined(page, site, { script, headers: csp(filled(before)) });
    let mended = filled(before);
    for (const [check, line] of Object.entries(lines)) {
      expect(linesOf(report, check), check).toEqual([filled(line)]);
      mended = withLine(mended, filled(line));
    }
    expect(those(report, "fail").filter((id) => id !== "element").every((id) => id in lines)).toBe(true);
    for (const line of linesOf(report, "element")) expect(Object.values(lines).map(filled)).toContain(line);
    const after = await examined(page, site, { script, headers: csp(mended) });
    expect(after.works).toBe(true);
    expect(those(after, "fail")).toEqual([]);
    for (const check of Object.keys(lines)) expect(finding(after, check).status).toBe("pass");
    await expect(page.locator("html")).toHaveAttribute("data-own", "ran");
  });
}

test("a nonce of the page stays what its server makes, and is not in the report", async ({ page, site, watch }) => {
  diagnosing(watch, /wasm-eval/);
  const report = await examined(page, site, {
    script: `<script src="embed.js" nonce="c2VjcmV0" defer></script><script src="doctor.js" nonce="c2VjcmV0" defer></script>`,
    headers: csp("script-src 'nonce-c2VjcmV0'; connect-src 'self'"),
  });
  expect(finding(report, "policy-wasm").remedies).toEqual([
    { what: "Let this page’s Content-Security-Policy have this, in place of any other script-src (each nonce as your server makes it):", text: `script-src 'nonce-...' ${site.origin} 'wasm-unsafe-eval'` },
  ]);
  expect(JSON.stringify(report)).not.toContain("c2VjcmV0");
});
