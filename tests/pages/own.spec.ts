import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { answerAll, putHost } from "./support/embedding.ts";
import { responseOf } from "./support/engine.ts";
import { goldenPerson } from "./support/golden.ts";
import { chooseFile, monday, saveFile } from "./support/person.ts";
import { picture } from "./support/picture.ts";
import type { Site } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// An organisation's own questions: its words and links where they belong, and what they are called on every result.

const example = await readFile(new URL("../../docs/instrument-example.json", import.meta.url), "utf8");
const json = { "content-type": "application/json" };
const ownQuestions = /^Questions of your organisation’s own: The claims assistant at Acme, version 2026-12, fingerprint [0-9a-f]{12}\. Compare results only where the fingerprint is the same\.$/;
const person = { role: "frontline", form: "pulse" } as const;

async function open(page: Page, site: Site, parameters = "", file = example, now = monday): Promise<void> {
  site.answer("own.json", { headers: json, body: file });
  await page.clock.setFixedTime(now);
  await page.goto(`index.html?instrument=own.json${parameters}`);
  await expect(page.getByRole("heading", { level: 1, name: "Where does the pace go?" })).toBeVisible();
}

test.beforeEach(({ watch }) => watch.allowRequests(/own\.json$/));

test("the start screen names the questions, whom to ask, the privacy notice, and until when files are taken", async ({ page, site }) => {
  await open(page, site);
  await expect(page.getByText(ownQuestions)).toBeVisible();
  const privacy = page.getByRole("link", { name: "Privacy notice of your organisation" });
  await expect(privacy).toHaveAttribute("href", "https://intranet.acme.example/claims-assistant/privacy");
  await expect(page.getByText("(intranet.acme.example)")).toBeVisible();
  const ask = page.getByRole("link", { name: "Jo Berg, programme office" });
  await expect(ask).toHaveAttribute("href", "mailto:jo.berg@acme.example?subject=Claims%20assistant");
  for (const link of await page.getByRole("main").getByRole("link").all()) {
    await expect(link).toHaveAttribute("target", "_blank");
    await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  }
  await expect(page.getByText("Where your organisation collects the files: files.acme.example. The last day is 18 December 2026.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Programme", exact: true })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Programme (optional)" })).toBeVisible();
  await expectAccessible(page);
  await picture(page, "own-start");
});

test("roles, unit and rollout have the organisation's words", async ({ page, site }) => {
  await open(page, site);
  await page.getByRole("textbox", { name: "Programme (optional)" }).fill("Letter drafts");
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(page.getByRole("radio", { name: /^Team lead or head of department Director, senior manager/ })).toBeVisible();
  await expect(page.getByRole("radio", { name: /^Board or division head You lead the organisation/ })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Department (optional)" })).toBeVisible();
  await page.getByRole("radio", { name: "Claims handler You handle claims yourself, and you lead nobody." }).check();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await expect(page.getByRole("button", { name: "The works agreement is not signed yet" })).toBeVisible();
  await page.getByRole("button", { name: "Nothing slows it" }).click();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await expect(page.getByText("Programme: Letter drafts")).toBeVisible();
});

test("a manager is asked the question that was added, and a score has its own name", async ({ page, site, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, site, "&respondent=manager&questions=full");
  const next = page.getByRole("button", { name: "Next", exact: true });
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await next.click();
  await page.getByRole("button", { name: "Too many approvals, reviews or exceptions" }).click();
  await next.click();
  let added = 0;
  for (let number = 0; number < 6; number++) {
    for (const group of await page.getByRole("group").filter({ has: page.getByRole("radio") }).all()) {
      added += await group.filter({ hasText: "The steering group decides about the claims assistant" }).count();
      await group.getByRole("radio").nth(number % 2 ? 0 : 3).check();
    }
    await next.click();
  }
  expect(added).toBe(1);
  const article = page.getByRole("article");
  await expect(article.getByText(ownQuestions)).toBeVisible();
  await expect(article.getByText("Judged by last year’s measures").first()).toBeVisible();
  await expect(article.getByText("Measured as before")).toHaveCount(0);
  await expect(article.getByText("The last day is 18 December 2026.")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "own-result");
  await page.getByRole("button", { name: "Copy as text" }).click();
  await expect(page.getByText("The result is copied as plain text.")).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text.split("\n")[3]).toMatch(ownQuestions);
  await page.emulateMedia({ media: "print" });
  await expect(article.getByText(ownQuestions)).toBeVisible();
});

test("the file carries the hash, opens with these questions, and is refused with others", async ({ page, site, watch }) => {
  watch.allowRequests(/(page\.css|embed\.js|boot\.js|middle-layer\.js|middle-layer_bg\.wasm|icon\.svg)$/);
  await open(page, site, "&respondent=frontline&questions=pulse");
  await answerAll(page, person);
  await page.getByRole("button", { name: "Save my answers" }).click();
  await expect(page.getByText("The last day is 18 December 2026.")).toBeVisible();
  const { text, response } = await saveFile(page);
  expect(response.instrument).toMatchObject({ id: "acme-claims", version: "2026-12" });
  const fingerprint = response.instrument.hash.slice(0, 12);
  await page.evaluate(() => localStorage.clear());

  await open(page, site);
  await chooseFile(page, text);
  await expect(page.getByText(`fingerprint ${fingerprint}.`)).toBeVisible();

  const refusal = page.getByRole("alert").or(page.locator(".notice")).filter({ hasText: "could not be opened" });
  await page.evaluate(() => localStorage.clear());
  await page.goto("index.html");
  await chooseFile(page, text);
  await expect(refusal).toContainText("Its answers belong to another set of questions (acme-claims).");

  await open(page, site, "", example.replace("Claims handler", "Case handler"));
  await chooseFile(page, text);
  await expect(refusal).toContainText(`Its answers belong to another set of questions (${fingerprint}).`);

  await open(page, site, "&session=other");
  await chooseFile(page, JSON.stringify(await responseOf(goldenPerson("G5_typical_manager"))));
  await expect(refusal).toContainText("Its answers belong to another set of questions (middle-layer).");
});

test("after the last day it says that it is too late, and not before", async ({ page, site }) => {
  const closed = "The last day was 18 December 2026, so this is closed. Ask before you hand in a file.";
  await open(page, site, "", example, Date.UTC(2026, 11, 18, 23, 59));
  await expect(page.getByText("The last day is 18 December 2026.")).toBeVisible();
  await open(page, site, "&respondent=frontline&questions=pulse", example, Date.UTC(2026, 11, 19, 0, 1));
  await expect(page.getByText(closed)).toBeVisible();
  await answerAll(page, person);
  await expect(page.getByRole("article").getByText(closed)).toBeVisible();
  await page.getByRole("button", { name: "Save my answers" }).click();
  await expect(page.getByText(closed)).toBeVisible();
});

test("a file with problems is not used: the element says what is wrong and asks nothing", async ({ page, site, watch }) => {
  watch.allowRequests(/middle-layer-inline\.js$/);
  const broken = JSON.parse(example);
  broken.links.ask.url = "javascript:alert(1)";
  broken.words.roles.worker = "Worker";
  site.answer("own.json", { headers: json, body: JSON.stringify(broken) });
  putHost(site, `<middle-layer instrument="own.json"></middle-layer>`);
  await page.goto("host.html");
  await expect(page.getByRole("heading", { name: "Middle Layer cannot start here" })).toBeVisible();
  await expect(page.getByText("cannot be used, and nothing of them is. The first of 2 problems: The field “words.roles.worker” is not known here; remove it.")).toBeVisible();
  await expect(page.getByText("The page check.html beside embed.js lists what is wrong with it.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Start" })).toHaveCount(0);
  await expect(page.getByText("Acme")).toHaveCount(0);
  site.answer("own.json", { headers: json, body: example });
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText(ownQuestions)).toBeVisible();
});

test("an address that is none is told, and ours is then left out of the page of its own", async ({ page, site, watch }) => {
  putHost(site, `<middle-layer instrument="http://["></middle-layer>`);
  await page.goto("host.html");
  await expect(page.getByText("http://[ could not be loaded.")).toBeVisible();
  await page.goto("index.html?instrument=http://[");
  await expect(page.getByRole("heading", { level: 1, name: "Where does the pace go?" })).toBeVisible();
  watch.expectProblem(/“instrument” is no address on this origin\. It is ignored\./);
});

test("the built-in questions have no such line, and no link but that to the sheet", async ({ page }) => {
  await page.goto("index.html");
  await expect(page.getByRole("button", { name: "Start", exact: true })).toBeVisible();
  await expect(page.getByText("fingerprint")).toHaveCount(0);
  await expect(page.getByRole("link")).toHaveText([/^For information security/]);
});
