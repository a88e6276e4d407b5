import { expectAccessible } from "./support/accessible.ts";
import { answerAll, listen, putHost } from "./support/embedding.ts";
import { engine } from "./support/engine.ts";
import { picture } from "./support/picture.ts";
import { expect, test } from "./support/test.ts";

// A page around gets no answer until the person has seen all of it and presses "Hand in".

const pulse = { role: "manager", form: "pulse" } as const;
const element = '<middle-layer respondent="manager" questions="pulse" rollout="Letter drafts" hand-in="page"></middle-layer>';

/** All that a page can hold of an element without looking into its shadow root. */
const held = () => {
  const element = document.querySelector("middle-layer") as HTMLElement & { handedIn: unknown };
  const fields: Record<string, unknown> = {};
  for (const name in element) {
    const value = (element as unknown as Record<string, unknown>)[name];
    if (value === null || typeof value !== "object") fields[name] = value;
  }
  return { handedIn: element.handedIn, own: Object.getOwnPropertyNames(element), attributes: element.getAttributeNames(), fields: JSON.stringify(fields) };
};

test("nothing tells the page an answer before the person hands in, and then it gets what was shown", async ({ page, site }) => {
  putHost(site, element);
  const heard = await listen(page);
  await page.goto("host.html");
  await answerAll(page, pulse);
  await expect(page.getByRole("article")).toBeVisible();
  await page.getByRole("button", { name: "Save or hand in my answers" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Save or hand in your answers" })).toBeFocused();

  const before = await heard();
  expect(before.messages).toEqual([]);
  expect(before.events.map(({ type }) => type)).not.toContain("handed-in");
  const keys = new Set(before.events.flatMap(({ detail }) => Object.keys(detail)));
  expect([...keys].sort()).toEqual(["answered", "page", "total", "version"]);
  for (const { detail } of before.events) for (const value of Object.values(detail)) expect(typeof value).toBe("number");
  const outside = await page.evaluate(held);
  expect(outside.handedIn).toBeNull();
  expect(outside.own).toEqual([]);
  expect(outside.attributes).toEqual(["respondent", "questions", "rollout", "hand-in"]);
  expect(outside.fields).not.toMatch(/SIG1|INC1|middle-layer\/(draft|response)/);

  await expect(page.getByText(/gives everything shown above.*to the page you are on \(127\.0\.0\.1:\d+\)/)).toBeVisible();
  const shown = JSON.parse(await page.getByRole("region", { name: "Content of the file" }).innerText()) as object;
  await expectAccessible(page);
  await picture(page, "hand-in");
  await page.getByRole("button", { name: "Hand in", exact: true }).click();
  await expect(page.getByText(/^Handed in to 127\.0\.0\.1:\d+, exactly as shown above\.$/)).toBeVisible();

  const after = (await heard()).events.filter(({ type }) => type === "handed-in");
  expect(after).toHaveLength(1);
  expect(after[0]!.detail["response"]).toEqual(shown);
  expect(after[0]!.detail["version"]).toBe(1);
  expect((await page.evaluate(held)).handedIn).toEqual(shown);
  const { evaluate } = await engine();
  expect(after[0]!.detail["evaluation"]).toEqual(evaluate(shown as Parameters<typeof evaluate>[0]));
});

test("a page that does not ask for answers is never offered any", async ({ page, site }) => {
  putHost(site, element.replace(' hand-in="page"', ""));
  const heard = await listen(page);
  await page.goto("host.html");
  await answerAll(page, pulse);
  await page.getByRole("button", { name: "Save my answers", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Save your answers" })).toBeVisible();
  await expect(page.getByRole("button", { name: /Hand in/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Save the file" }).click();
  const { events } = await heard();
  expect(events.at(-1)).toEqual({ type: "saved", detail: { version: 1, name: expect.stringMatching(/^answers-\w{6}\.middle-layer\.json$/) } });
  expect(events.map(({ type }) => type)).not.toContain("handed-in");
});

test("before the result there is nothing to hand in", async ({ page, site }) => {
  putHost(site, element);
  await page.goto("host.html");
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByRole("button", { name: "Save as a file and go on later" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Save your answers" })).toBeVisible();
  await expect(page.getByRole("button", { name: /Hand in/ })).toHaveCount(0);
});

test("the page around can start it and erase it, and the person can take the erasing back", async ({ page, site }) => {
  putHost(site, element);
  await page.goto("host.html");
  await expect(page.getByRole("heading", { name: "Where does the pace go?" })).toBeVisible();
  const state = () => page.locator("middle-layer").evaluate((element) => (element as HTMLElement & { state: string }).state);
  expect(await state()).toBe("ready");
  await page.locator("middle-layer").evaluate((element) => (element as HTMLElement & { start(): void }).start());
  await expect(page.getByRole("heading", { level: 1, name: "About you" })).toBeFocused();
  await page.getByRole("radio", { name: "Partly" }).check();
  await page.locator("middle-layer").evaluate((element) => (element as HTMLElement & { reset(): void }).reset());
  await expect(page.getByText("Your answers are erased from this device.")).toBeVisible();
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
  await page.getByRole("button", { name: "Bring them back" }).click();
  await expect(page.getByRole("radio", { name: "Partly" })).toBeChecked();
});

test("inside another page the first screen says who can read what is shown", async ({ page, site }) => {
  putHost(site, element);
  await page.goto("host.html");
  await expect(page.getByText("The scripts of that page can read what is shown on it, your answers too.")).toBeVisible();
  // Nothing beside it says the opposite, and what the page asks for is said before anybody answers.
  await expect(page.getByText("Nobody learns what you answered")).toHaveCount(0);
  await expect(page.getByText("At the end you can hand them in, after you have seen all that is handed in.")).toBeVisible();
  await page.goto("index.html");
  await expect(page.getByText("They stay in this browser.")).toBeVisible();
  await expect(page.getByText("Nobody learns what you answered")).toBeVisible();
  await expect(page.getByText("At the end you can hand them in")).toHaveCount(0);
  await expect(page.getByText("scripts of that page")).toHaveCount(0);
});
