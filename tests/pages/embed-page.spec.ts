import { pathToFileURL } from "node:url";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { reportOf } from "./support/doctor.ts";
import { expectWorking } from "./support/hostile.ts";
import { tabTo } from "./support/keyboard.ts";
import { picture } from "./support/picture.ts";
import { released, releaseFolder, strictPolicy, type Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";
import type { Watch } from "./support/watch.ts";

// embed.html: what is chosen is what is shown and what is to be pasted, and each snippet works where it is pasted, under
// exactly the policy that stands beside it.

const own = /\/middle-layer\/(embed\.html|embed-page\.(js|css)|paper\.css|doctor\.js|integrity\.json)/;

async function open(page: Page, watch: Watch): Promise<void> {
  watch.allowRequests(own);
  await page.goto("embed.html");
  await expect(page.getByRole("checkbox", { name: "Pin this version of embed.js" })).toBeChecked();
}

const snippet = (page: Page, name: string | RegExp = "To paste") => page.getByRole("textbox", { name, exact: true });
const preview = (page: Page): Locator => page.locator("#preview middle-layer");

test("the options change the snippet, the policy and the preview", async ({ page, watch }) => {
  await open(page, watch);
  await expect(preview(page).getByRole("heading", { name: "Where does the pace go?" })).toBeVisible();
  await page.getByLabel("Role", { exact: true }).selectOption("manager");
  await page.getByLabel("Questions", { exact: true }).selectOption("pulse");
  await page.getByLabel("Name of the rollout").fill(`Letters & "more" <b>`);
  await page.getByLabel("Light or dark").selectOption("dark");
  await page.getByLabel("Handing in").selectOption("page");
  await expect(snippet(page)).toHaveValue(/<middle-layer questions="pulse" respondent="manager" rollout="Letters &amp; &quot;more&quot; &lt;b&gt;" theme="dark" hand-in="page">/);
  await expect(preview(page).getByText(`About: Letters & "more" <b>`)).toBeVisible();
  await expect(preview(page).locator(".root")).toHaveAttribute("data-theme", "dark");
  await preview(page).getByRole("button", { name: "Start", exact: true }).click();
  await expect(preview(page).getByRole("radio", { name: /^Manager/ })).toHaveCount(0);
  await page.getByLabel("View", { exact: true }).selectOption("path");
  await expect(snippet(page)).toHaveValue(/<middle-layer view="path"/);
  await expect(preview(page).getByRole("heading", { name: "Where does the pace go?" })).toHaveCount(0);
});

test("the address of the files is that of this page, and can be another; a wrong one is told", async ({ page, site, watch }) => {
  await open(page, watch);
  await expect(page.getByLabel("Address of the files")).toHaveValue(site.address());
  await page.getByLabel("Address of the files").fill("https://files.example/tools/embed.js?x=1");
  await expect(snippet(page)).toHaveValue(/src="https:\/\/files\.example\/tools\/embed\.js"/);
  await expect(page.getByRole("textbox", { name: "The page’s Content-Security-Policy" })).toHaveValue("script-src https://files.example 'wasm-unsafe-eval'; connect-src https://files.example");
  await page.getByLabel("Address of the files").fill("files.example");
  await expect(page.getByRole("alert").filter({ hasText: "whole address" })).toBeVisible();
  await expect(page.getByLabel("Address of the files")).toHaveAttribute("aria-invalid", "true");
  await expect(snippet(page)).toHaveValue(/files\.example\/tools/);
  await page.getByLabel("Address of your page").fill("https://intranet.example/start");
  await expect(page.getByRole("textbox", { name: "Header of the files’ server" })).toHaveValue("Access-Control-Allow-Origin: https://intranet.example");
});

test("what a pinned script needs is said beside it: the same file at another address, and the header for a page of another origin", async ({ page, watch }) => {
  await open(page, watch);
  const way = page.getByRole("region", { name: "Your own page, with a script: Script tag and element" });
  const [same, crossing, depends] = [way.getByText(/The hash is that of the embed\.js beside this page/), way.getByText(/The script is pinned, and your page is of another origin/), way.getByText(/If your page is of another origin than/)];
  const header = page.getByRole("textbox", { name: "Header of the files’ server" });
  await expect(depends).toContainText("only the link shows");
  await expect(header).toHaveCount(0);
  for (const note of [same, crossing]) await expect(note).toHaveCount(0);
  await page.getByLabel("Address of the files").fill("https://files.example/tools/");
  await expect(same).toBeVisible();
  await page.getByLabel("Address of your page").fill("https://files.example/start");
  for (const none of [crossing, depends, header]) await expect(none).toHaveCount(0);
  await page.getByLabel("Address of your page").fill("https://intranet.example/start");
  await expect(crossing).toBeVisible();
  await expect(header).toHaveValue("Access-Control-Allow-Origin: https://intranet.example");
  await page.getByRole("checkbox", { name: "Pin this version" }).uncheck();
  for (const note of [same, crossing]) await expect(note).toHaveCount(0);
  await expect(way.getByText(/Without it a larger spare script is used/)).toBeVisible();
});

test("what to do with the policy is said for each that a page may have", async ({ page, watch }) => {
  await open(page, watch);
  for (const part of ["needs nothing", "a second one of the same name is ignored", "a copy of the sources of default-src", "Where it has neither"]) {
    await expect(page.getByRole("region", { name: "Your own page, with a script: Script tag and element" }).getByText(part)).toBeVisible();
  }
});

test("a file of questions elsewhere is in the policy", async ({ page, watch }) => {
  await open(page, watch);
  const policy = page.getByRole("textbox", { name: "The page’s Content-Security-Policy" });
  await page.getByLabel("Address of the files").fill("https://files.example/");
  const field = page.getByLabel("Your own questions");
  // Typing changes nothing of the preview, which would ask for the file.
  for (const [text, source] of [["https://files.example/q.json", ""], ["https://questions.example/q.json", " https://questions.example"], ["/q.json", " 'self'"], ["https://", " 'self'"]] as const) {
    await field.evaluate((input: HTMLInputElement, text) => {
      input.value = text;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }, text);
    await expect(policy).toHaveValue(`script-src https://files.example 'wasm-unsafe-eval'; connect-src https://files.example${source}`);
  }
});

test("opened from a folder it says what is missing and how to serve it", async ({ page, watch }) => {
  watch.allowRequests(/^file:/);
  await page.goto(pathToFileURL(`${releaseFolder}embed.html`).href);
  await expect(page.getByText(/You have opened this page from a folder.*python3 -m http\.server/)).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Pin this version" })).toBeDisabled();
  await expect(preview(page).getByRole("heading", { name: "Where does the pace go?" })).toBeVisible();
  await page.getByRole("button", { name: "Check this page" }).click();
  const report = await reportOf(page);
  expect(report.works).toBe(true);
  expect(report.results.filter(({ status }) => status === "fail")).toEqual([]);
});

test("the hash is that of the file, and can be left out", async ({ page, watch }) => {
  await open(page, watch);
  const { "embed.js": hash } = JSON.parse(String(await released("integrity.json"))) as Record<string, string>;
  await expect(snippet(page)).toHaveValue(new RegExp(`integrity="${hash!.replaceAll(/[+/]/g, "\\$&")}" crossorigin="anonymous"`));
  await page.getByRole("checkbox", { name: "Pin this version" }).uncheck();
  await expect(snippet(page)).not.toHaveValue(/integrity/);
});

test("without integrity.json it says what is missing", async ({ page, site, watch }) => {
  watch.allowRequests(own);
  watch.expectProblem(/404/);
  site.answer("integrity.json", { status: 404 });
  await page.goto("embed.html");
  await expect(page.getByText("integrity.json is not beside this page")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Pin this version" })).toBeDisabled();
  await expect(snippet(page)).not.toHaveValue(/integrity/);
});

/** What is pasted for each kind of page: the names of the texts, and how it is there. */
const kinds: { platform: string; paste: string; policy: string; framed: boolean }[] = [
  { platform: "Your own page, with a script", paste: "To paste", policy: "The page’s Content-Security-Policy", framed: false },
  { platform: "Your own page, as a frame that grows with its content", paste: "To paste", policy: "The page’s Content-Security-Policy", framed: true },
  { platform: "Your own page, without any script of ours", paste: "To paste", policy: "The page’s Content-Security-Policy", framed: true },
  { platform: "SharePoint Online", paste: "To paste", policy: "The page’s Content-Security-Policy", framed: true },
  ...["Confluence", "Moodle"].flatMap((platform) => [
    { platform, paste: "To paste: Plain frame, without a script", policy: "The page’s Content-Security-Policy: Plain frame, without a script", framed: true },
    { platform, paste: "To paste: Script tag and element", policy: "The page’s Content-Security-Policy: Script tag and element", framed: false },
  ]),
];

/** Puts a page on another site with what was copied, under what was copied and nothing else. */
async function pasted(page: Page, host: Site, text: string, policy: string): Promise<void> {
  host.answer("pasted.html", {
    headers: { "content-security-policy": `default-src 'none'; ${policy}` },
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Intranet</title></head><body><main><h1>Intranet</h1>${text}</main></body></html>`,
  });
  await page.goto(host.address("pasted.html"));
}

for (const { platform, paste, policy, framed } of kinds) {
  for (const pinned of framed && !platform.includes("grows") ? [false] : [true, false]) {
    test(`${platform}: ${paste}${pinned ? ", pinned" : ""}, works under exactly the policy that is shown`, async ({ page, site, elsewhere, watch }) => {
      // Sent from the beginning, since what a browser has in its cache keeps the headers that it came with.
      const sent = !framed || pinned ? [`Access-Control-Allow-Origin: ${elsewhere.origin}`] : [];
      for (const header of sent) site.headers = { ...site.headers, "access-control-allow-origin": header.split(": ")[1]! };
      await open(page, watch);
      await page.getByRole("radio", { name: platform }).check();
      const pin = page.getByRole("checkbox", { name: "Pin this version" });
      if (!pinned && (await pin.isVisible())) await pin.uncheck();
      await page.getByLabel("Name of the rollout").fill(`A "b" & <c>`);
      await page.getByLabel("Address of your page").fill(elsewhere.origin);
      const [text, line] = [await snippet(page, paste).inputValue(), await snippet(page, policy).inputValue()];
      const header = page.getByRole("region", { name: framed && !platform.includes("grows") ? "Plain frame" : "Script tag" }).getByRole("textbox", { name: /eader of the files/ });
      expect(await header.evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).value))).toEqual(sent);
      await pasted(page, elsewhere, text, line);
      const inside = framed ? page.frameLocator("iframe") : page;
      await expect(inside.getByText(`About: A "b" & <c>`)).toBeVisible();
      await expectWorking(inside);
    });
  }
}

test("the address by itself opens what was chosen", async ({ page, watch }) => {
  await open(page, watch);
  await page.getByRole("radio", { name: "Confluence" }).check();
  await page.getByLabel("Name of the rollout").fill(`A "b" & <c>`);
  await page.goto(await snippet(page, "To paste: The address by itself").inputValue());
  await expect(page.getByText(`About: A "b" & <c>`)).toBeVisible();
});

test("the doctor’s snippet names what is in the way where it is pasted", async ({ page, site, elsewhere, watch }) => {
  await open(page, watch);
  watch.allowRequests(/middle-layer/);
  watch.expectProblem(/wasm-eval/);
  site.headers = { "content-security-policy": strictPolicy, "access-control-allow-origin": "*" };
  await pasted(page, elsewhere, await snippet(page, "The doctor, to paste").inputValue(), `script-src ${site.origin}; connect-src ${site.origin}`);
  const report = await reportOf(page);
  expect(report.results.filter(({ status }) => status === "fail").map(({ id }) => id)).toEqual(["policy-wasm", "element"]);
});

test("this page can be checked itself, and starts", async ({ page, watch }) => {
  await open(page, watch);
  watch.allowRequests(/middle-layer/);
  watch.expectProblem(/TrustedScriptURL/);
  watch.expectProblem(/trusted-types/);
  await expect(preview(page).getByRole("heading", { name: "Where does the pace go?" })).toBeVisible();
  await page.getByRole("button", { name: "Check this page" }).click();
  const report = await reportOf(page);
  expect(report.works).toBe(true);
  expect(report.results.filter(({ status }) => status === "fail")).toEqual([]);
});

test("it is whole by keyboard, and copying is said", async ({ page, context, watch }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, watch);
  await tabTo(page, page.getByRole("radio", { name: "Your own page, with a script" }));
  for (let times = 0; times < 3; times++) await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "SharePoint Online" })).toBeChecked();
  await tabTo(page, page.getByLabel("Questions", { exact: true }));
  await page.keyboard.press("p");
  const area = snippet(page);
  await expect(area).toHaveValue(/<iframe src="[^"]*embed=1&amp;questions=pulse"/);
  await tabTo(page, area);
  await tabTo(page, page.getByRole("button", { name: "Copy: To paste" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Copied: To paste." })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await area.inputValue());
});

test("where there is no clipboard, the text is copied in another way or selected", async ({ page, site, watch }) => {
  watch.allowRequests(own);
  await page.goto(site.address("embed.html", "middle-layer.test"));
  await page.getByRole("button", { name: "Copy: To paste" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^(Copied: To paste\.|To paste is selected: press Ctrl and C to copy it\.)$/ })).toBeAttached();
});

test("everybody can use it, at any width, in light and dark", async ({ page, watch }) => {
  await open(page, watch);
  await expect(preview(page).getByRole("heading", { name: "Where does the pace go?" })).toBeVisible();
  await page.getByRole("radio", { name: "Confluence" }).check();
  await page.getByLabel("Address of the files").fill("files.example");
  await expectAccessible(page);
  await picture(page, "embed-page");
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test("a first visit loads nothing of it", async () => {
  const index = String(await released("index.html"));
  expect(index).not.toMatch(/embed-page|doctor|embed\.html/);
});
