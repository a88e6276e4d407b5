import { openAt } from "./support/device.ts";
import { engine, type Response } from "./support/engine.ts";
import { goldenPerson } from "./support/golden.ts";
import { chooseFile } from "./support/person.ts";
import { button, golden, saved } from "./support/path.ts";
import { expect, test } from "./support/test.ts";

// The path below a result: offered, weighed, printed, copied, and in the file only if it is ticked.

const manager = goldenPerson("G5_typical_manager");
const big = golden["BIG"]!;
const withPath = { ...manager, path: big };

test("a path is offered below the result, entered there, and weighed in it", async ({ page }) => {
  await openAt(page, manager, "result");
  await button(page, "Enter the approval path").click();
  await expect(page.getByRole("heading", { level: 1, name: "The path of one unit" })).toBeFocused();
  await button(page, "A model that decides on cases").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("A unit takes 113 working days");
  // That the figures are made up is said above, and beside what puts them into the file.
  await expect(page.getByText("The figures in this example are made up.")).toHaveCount(2);
  await button(page, "Back to my result").click();
  const result = page.getByRole("article");
  await expect(result.getByText("The figures in this example are made up.")).toBeVisible();
  await expect(result).toContainText("A unit takes 113 working days on average; the plan said 40.");
  await expect(result.getByRole("table", { name: "What each control costs and catches" })).toBeVisible();
  await expect(button(page, "Go on with the approval path")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("A unit takes 113");
});

test("the result is the engine's own evaluation with the path", async ({ page }) => {
  await openAt(page, withPath, "result");
  await expect(page.getByRole("article")).toContainText("A unit takes 91 working days on average; the plan said 30.");
  await page.getByRole("button", { name: /^Save my answers/ }).click();
  const shown = page.getByRole("region");
  expect(JSON.parse(await shown.innerText())).not.toHaveProperty("path");
  await button(page, "Back to my result").click();
  await button(page, "Go on with the approval path").click();
  await page.getByRole("checkbox", { name: "Put this path into my response file" }).check();
  await button(page, "Back to my result").click();
  await page.getByRole("button", { name: /^Save my answers/ }).click();
  const response = JSON.parse(await shown.innerText()) as Response & { path: object };
  expect(response.path).toEqual(big);
  const { evaluate } = await engine();
  const evaluation = evaluate(response) as unknown as { pace: { leadTime: number }; figures: { paceFraction: number } };
  expect(evaluation.pace.leadTime).toBeCloseTo(90.575836787, 8);
  expect(evaluation.figures.paceFraction).toBeCloseTo(0.331214163, 8);
});

test("a file with a path opens with it, ticked", async ({ page }) => {
  await openAt(page, withPath, "result");
  await button(page, "Go on with the approval path").click();
  await page.getByRole("checkbox", { name: "Put this path into my response file" }).check();
  await button(page, "Back to my result").click();
  await page.getByRole("button", { name: /^Save my answers/ }).click();
  const text = await page.getByRole("region").innerText();
  await page.evaluate(() => localStorage.clear());
  await page.goto("index.html");
  await chooseFile(page, text);
  await expect(page.getByRole("article")).toContainText("A unit takes 91 working days");
  await button(page, "Go on with the approval path").click();
  await expect(page.getByRole("checkbox", { name: "Put this path into my response file" })).toBeChecked();
});

test("the path is in the print and in the copied text", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openAt(page, withPath, "result");
  await expect(page.getByRole("article")).toContainText("A unit takes 91 working days");
  await page.getByRole("button", { name: /^Copy/ }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("WHERE THE PACE GOES");
  expect(copied).toContain("A unit takes 91 working days on average; the plan said 30.");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("table", { name: "What each control costs and catches" })).toBeVisible();
  await expect(button(page, "Go on with the approval path")).toBeHidden();
});

test("the questions go on where they were after the path was worked on by itself", async ({ page }) => {
  await openAt(page, { ...manager, answers: {} }, "page-2");
  await page.goto("index.html?view=path");
  await button(page, "A tool from a supplier").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("A unit takes");
  await saved(page, "Save the path as a file");
  await page.goto("index.html");
  await expect(page.getByText(/^Page \d of 7$/)).toBeVisible();
});

test("an element for the path stands in another page, and an unknown view is named and ignored", async ({ page, site, watch }) => {
  site.answer("host.html", { headers: { "content-type": "text/html" }, body: '<!doctype html><title>Host</title><script src="embed.js" defer></script><middle-layer view="path"></middle-layer>' });
  await page.goto("host.html");
  await expect(page.getByRole("heading", { level: 1, name: "The path of one unit" })).toBeVisible();
  watch.expectProblem(/“view” is “paths”; it can be take or path|“view” is “paths”/);
  await page.evaluate(() => document.querySelector("middle-layer")!.setAttribute("view", "paths"));
  await expect(page.getByRole("heading", { level: 1, name: "Where does the pace go?" })).toBeVisible();
});
