import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { answerAll, putHost } from "./support/embedding.ts";
import { saveFile } from "./support/person.ts";
import { folder } from "./support/picture.ts";
import { strictPolicy } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// What docs/embedding.md promises: each event's example runs as it stands there, and what may be styled can be.

const guide = await readFile(fileURLToPath(new URL("../../docs/embedding.md", import.meta.url)), "utf8");
const declarations = await readFile(fileURLToPath(new URL("../../static/middle-layer.d.ts", import.meta.url)), "utf8");
const sheet = await readFile(fileURLToPath(new URL("../../static/middle-layer.css", import.meta.url)), "utf8");
const examples = [...guide.matchAll(/```js\n([^]*?)```/g)].map(([, code]) => code!);
const element = '<middle-layer respondent="frontline" questions="pulse" hand-in="page"></middle-layer>';

/** The example of the guide that has a text in it. */
function example(text: string): string {
  const found = examples.filter((code) => code.includes(text));
  expect(found, text).toHaveLength(1);
  return found[0]!;
}

test("the examples of all events run as they stand in the guide", async ({ page, site, watch }) => {
  putHost(site, element, { script: examples.filter((code) => code.includes('"middle-layer-')).join("\n") });
  await page.goto("host.html");
  await expect(page.locator("middle-layer")).toHaveAttribute("data-shown", "yes");
  await answerAll(page, { role: "frontline", form: "pulse" });
  await expect(page).toHaveTitle("13 of 13 answered");
  await expect(page.locator("body")).toHaveAttribute("data-complete", "13/13");
  await page.getByRole("button", { name: "Save or hand in my answers" }).click();
  const { name } = await saveFile(page);
  await expect(page.locator("body")).toHaveAttribute("data-saved", name);
  await page.getByRole("button", { name: "Hand in", exact: true }).click();
  await expect(page.locator("body")).toHaveAttribute("data-received", "frontline: insufficient");

  for (const file of ["middle-layer_bg.wasm", "middle-layer-inline.js"]) site.answer(file, { status: 404 });
  watch.expectProblem(/404/);
  await page.reload();
  await expect(page.locator("body")).toHaveAttribute("data-problem", "not-found");
});

test("every event is in the guide with an example", () => {
  const events = [...declarations.matchAll(/^ {2}"(middle-layer-[a-z-]+)": CustomEvent/gm)].map(([, name]) => name!);
  expect(events).toHaveLength(7);
  for (const name of events) example(`addEventListener("${name}"`);
});

test("every code of a failure is in the guide", () => {
  const codes = declarations.match(/export type ElementErrorCode =([^;]+);/)![1]!.match(/[a-z-]+/g)!;
  expect(codes.length).toBeGreaterThan(10);
  for (const code of codes) expect(guide).toContain(`\`${code}\``);
});

test.describe("without embed.js", () => {
  test.use({ headers: { "content-security-policy": `${strictPolicy}; frame-src 'self'` } });

  test("the example that sizes a plain iframe does so", async ({ page, site }) => {
    site.answer("host.js", { headers: { "content-type": "text/javascript" }, body: example("frame.style.height") });
    site.answer("host.html", {
      body: '<!doctype html><html lang="en"><head><title>Intranet</title></head><body><iframe src="index.html?embed=1" title="Middle Layer" width="900" height="50"></iframe><script src="host.js"></script></body></html>',
    });
    await page.goto("host.html");
    await expect.poll(async () => (await page.locator("iframe").boundingBox())!.height).toBeGreaterThan(500);
  });
});

test("every custom property is in the guide and in the style sheet, and does what it says", async ({ page, site }) => {
  const used = new Set([...sheet.matchAll(/--middle-layer-[a-z-]+/g)].map(([name]) => name));
  const listed = new Set([...guide.matchAll(/`(--middle-layer-[a-z-]+)`/g)].map(([, name]) => name!));
  expect([...listed].sort()).toEqual([...used].sort());

  const theme = {
    "--middle-layer-accent": "rgb(122, 31, 92)",
    "--middle-layer-on-accent": "rgb(255, 250, 240)",
    "--middle-layer-second": "rgb(90, 60, 0)",
    "--middle-layer-background": "rgb(255, 251, 244)",
    "--middle-layer-ink": "rgb(40, 20, 30)",
    "--middle-layer-soft": "rgb(90, 60, 75)",
    "--middle-layer-line": "rgb(210, 190, 180)",
    "--middle-layer-wash": "rgb(250, 240, 228)",
    "--middle-layer-font": "Georgia, serif",
    "--middle-layer-radius": "0px",
    "--middle-layer-measure": "40em",
  };
  expect(new Set(Object.keys(theme))).toEqual(listed);
  site.answer("host.css", { headers: { "content-type": "text/css" }, body: `middle-layer { ${Object.entries(theme).map(([name, value]) => `${name}: ${value};`).join(" ")} }` });
  putHost(site, element, { head: '<link rel="stylesheet" href="host.css">' });
  await page.setViewportSize({ width: 800, height: 1000 });
  await page.goto("host.html");
  const style = (selector: string, property: string) => page.locator(selector).first().evaluate((node, property) => getComputedStyle(node).getPropertyValue(property), property);
  await expect(page.getByRole("button", { name: "Start", exact: true })).toBeVisible();
  expect(await style(".primary", "background-color")).toBe(theme["--middle-layer-accent"]);
  expect(await style(".primary", "color")).toBe(theme["--middle-layer-on-accent"]);
  expect(await style(".root", "background-color")).toBe(theme["--middle-layer-background"]);
  expect(await style(".root", "color")).toBe(theme["--middle-layer-ink"]);
  expect(await style(".lead", "color")).toBe(theme["--middle-layer-soft"]);
  expect(await style(".plain", "border-top-color")).toBe(theme["--middle-layer-line"]);
  expect(await style(".root", "font-family")).toBe(theme["--middle-layer-font"]);
  expect(await style(".primary", "border-top-left-radius")).toBe("0px");
  expect(await style(".sheet", "max-width")).toBe("640px");
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByRole("radio", { name: /^Partly/ }).check();
  await expect(page.locator(".choice:has(:checked)").first()).toHaveCSS("background-color", theme["--middle-layer-wash"]);
  await page.screenshot({ path: `${folder}themed.png`, fullPage: true });
});

test("every part is in the guide and can be styled", async ({ page, site }) => {
  const sentence = guide.match(/^Parts for .*$/m)![0];
  const parts = [...sentence.matchAll(/`([a-z]+)`/g)].map(([, name]) => name!);
  expect(parts).toEqual(["root", "message", "frame"]);
  site.answer("host.css", { headers: { "content-type": "text/css" }, body: "middle-layer::part(root) { outline: 3px solid rgb(1, 2, 3); } middle-layer::part(message) { outline: 3px solid rgb(4, 5, 6); }" });
  putHost(site, element, { head: '<link rel="stylesheet" href="host.css">' });
  await page.goto("host.html");
  await expect(page.locator(".root")).toHaveCSS("outline-color", "rgb(1, 2, 3)");
});

test("a language that there are no texts in shows English, marked as English", async ({ page, site }) => {
  putHost(site, element, { lang: "de" });
  await page.goto("host.html");
  await expect(page.getByRole("heading", { name: "Where does the pace go?" })).toBeVisible();
  await expect(page.locator(".root")).toHaveAttribute("lang", "en");
});
