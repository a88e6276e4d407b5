import type { Page } from "@playwright/test";
import pace from "../data/pace_golden.json" with { type: "json" };
import { draftKey, onDevice } from "./support/device.ts";
import { button, enter, enterPath, fields, golden, openPath, saved, stepOf, takeFile } from "./support/path.ts";
import { downloaded } from "./support/download.ts";
import { openDrawing } from "./support/files.ts";
import { picture } from "./support/picture.ts";
import { rowsOf } from "./support/result.ts";
import { expect, test } from "./support/test.ts";

// The path of one unit: entered by hand, read off the screen, changed, taken back, saved and opened again.

const big = golden["BIG"]!;

test("a path entered by hand shows the golden figures", async ({ page }) => {
  test.slow();
  await page.goto("index.html?view=path");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The path of one unit");
  await enterPath(page, big);

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A unit takes 91 working days on average; the plan said 30. The rollout moves at a third of its intended pace.");
  await expect(page.getByText("Half of all units take 77 days or fewer. 15 of 100 take more than 125, and 5 of 100 more than 171. Hardly any unit is done within the planned days.")).toBeVisible();
  await expect(page.getByText("Somebody is busy with the unit in 35 of 91 days (39 %). That is work, and reviews, and what is done again.")).toBeVisible();

  await page.getByText("Show the figures").first().click();
  expect(await rowsOf(page.getByRole("table", { name: "Where the days go" }))).toEqual([
    ["W1", "10.0", "11 %"],
    ["C1", "5.3", "6 %"],
    ["C2", "19.8", "22 %"],
    ["C3, C4", "26.3", "29 %"],
    ["W2", "5.0", "6 %"],
    ["C5", "3.6", "4 %"],
    ["C6", "2.6", "3 %"],
    ["C7", "15.0", "17 %"],
    ["W3", "3.0", "3 %"],
  ]);
  await page.getByText("Show the figures").nth(1).click();
  const spread = await rowsOf(page.getByRole("table", { name: "How long units take" }));
  expect(spread.map(([name, days]) => [name, days])).toEqual([["Mean", "90"], ["Half of all", "77"], ["85 of 100", "125"], ["95 of 100", "171"]]);

  const controls = page.getByRole("table", { name: "What each control costs and catches" });
  expect(await rowsOf(controls)).toEqual([
    ["C1", "planned", "3 of 20", "1.16 (cautious: 2.66)"],
    ["C2", "22.9", "2 of 24", "0.10 (cautious: 0.28)"],
    ["C3", "19.4", "1 of 24", "0.11 (cautious: 0.48)"],
    ["C4", "3.8", "0 of 12", "0.00 (cautious: 0.59)"],
    ["C5", "planned", "1 of 24", "0.17 (cautious: 0.73)"],
    ["C6", "2.6", "0 of 8", "0.00 (cautious: 0.14)"],
    ["C7", "15.0", "0 of 24", "0.00 (cautious: 0.78)"],
    ["All together", "63.7", "", ""],
  ]);
  await button(page, "Show what leaving out each one would save").click();
  const alone = await rowsOf(controls);
  expect(alone.map(([name, days]) => [name, days])).toEqual([["C1", expect.any(String)], ["C2", "26.1"], ["C3", "21.3"], ["C4", "3.7"], ["C5", expect.any(String)], ["C6", "2.6"], ["C7", "15.0"]]);
  await expect(page.getByText("These do not sum")).toBeVisible();
});

test("what the model was given by hand is what the golden file holds", async ({ page }) => {
  test.slow();
  await page.goto("index.html?view=path");
  await enterPath(page, big);
  const { path } = JSON.parse((await saved(page, "Save the path as a file")).text) as { path: { steps: Record<string, unknown>[]; plannedDays: number } };
  const ids = new Map(path.steps.map(({ id, name }) => [id, name]));
  const named = path.steps.map(({ id, name, ...rest }) => ({ ...rest, id: name, ...(rest["backup"] ? { backup: ids.get(rest["backup"]) } : {}), ...(rest["parallelGroup"] ? { parallelGroup: "g1" } : {}) }));
  expect({ ...path, steps: named }).toEqual(big);
});

for (const name of Object.keys(golden).filter((name) => name !== "BIG")) {
  test(`the golden mean of ${name}`, async ({ page }) => {
    await openPath(page, golden[name]!);
    const mean = (pace as unknown as { exact: Record<string, { ET: number }> }).exact?.[name]?.ET;
    const days = { L1: 18.75, L2: 19, L3: 22.7407407407, L4: 18.6075, L5: 15.2460812529, L6: 13, L7: 22.8571428571 }[name]!;
    if (mean !== undefined) expect(mean).toBeCloseTo(days, 6);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`A unit takes ${Math.round(days)} working days`);
  });
}

test("fixed dates of boards that matter are said", async ({ page }) => {
  await openPath(page, golden["L7"]!);
  await expect(page.getByText(/Boards that meet on fixed dates .* usually misses a session/)).toBeVisible();
});

test("running in parallel can be slower, and says so", async ({ page }) => {
  await openPath(page, golden["L6"]!);
  await button(page, /^Edit: .*step 3/).click();
  await page.getByLabel("Runs in parallel with the step before").check();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("A unit takes 21 working days");
  await expect(page.getByText(/in parallel is slower than one after the other/)).toBeVisible();
});

test("observed lead times that the path does not explain are said, and what is no number is named", async ({ page }) => {
  await openPath(page, big);
  const observed = page.getByLabel("Days that units really took");
  await enter(observed, "180; 200 fast");
  await expect(page.getByText("Please enter days as numbers")).toBeVisible();
  await expect(observed).toHaveValue("180; 200 fast");
  await expect(observed).toHaveAttribute("aria-invalid", "true");
  await enter(observed, "180; 200,5 195 210");
  await expect(page.getByText("Please enter days as numbers")).toBeHidden();
  await expect(page.getByText(/The 4 units you observed took 196 days on average, and the path says 91/)).toBeVisible();
  await enter(observed, "92; 88");
  await expect(page.getByText("The 2 units you observed took 90 days on average. The path explains that.")).toBeVisible();
});

test("numbers that cannot be are named and not taken", async ({ page }) => {
  await openPath(page, big);
  await button(page, "Edit: Review (step 2)".replace("Review", "Other control")).click();
  const returns = page.getByLabel(fields.returnChance, { exact: true });
  await enter(returns, "95");
  await expect(page.getByText("Please enter a number from 0 to 90")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("91 working days");
  await enter(returns, "quite often");
  await expect(returns).toHaveValue("quite often");
  await enter(returns, "15");
  await expect(page.getByText("Please enter a number from 0 to 90")).toBeHidden();
});

test("more caught than run is said where it stands, and figures come back once it is mended", async ({ page }) => {
  await openPath(page, big);
  await button(page, "Edit: Other control (step 3)").click();
  await page.locator(".step.open").getByText("What it catches", { exact: true }).click();
  const caught = page.getByLabel(fields.timesCaught, { exact: true });
  await enter(caught, "25");
  await expect(page.getByRole("alert").filter({ hasText: "It cannot have stopped more than it ran." })).toBeVisible();
  await expect(caught).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("heading", { name: "The steps do not go together yet" })).toBeVisible();
  await expect(page.getByText(/of step 3 is larger than the number of times it ran/)).toBeVisible();
  await expect(button(page, "What if we changed it")).toBeHidden();
  await enter(caught, "2");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("91 working days");
  await expect(button(page, "What if we changed it")).toBeVisible();
});

test("steps move by buttons and by dragging, and every change can be taken back and done again", async ({ page }) => {
  // Dragging is tried where nothing has to scroll meanwhile.
  await page.setViewportSize({ width: 900, height: 2400 });
  await openPath(page, big);
  const names = () => page.locator(".step strong").allInnerTexts();
  const first = await names();
  await button(page, "Move down: Work (step 1)").click();
  await expect(page.getByRole("status").filter({ hasText: "is now step 2 of 10" })).toHaveCount(1);
  await expect(page.locator(".step").first()).toContainText("Other control (step 1)");
  await button(page, "Undo").click();
  expect(await names()).toEqual(first);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("91 working days");
  await page.locator(".step").nth(8).dragTo(page.locator(".step").nth(1));
  await expect(page.locator(".step").nth(1)).toContainText("15.0 days");
  await button(page, "Remove: Work (step 1)").click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.locator(".step")).toHaveCount(9);
  await button(page, "Undo").click();
  await button(page, "Undo").click();
  expect(await names()).toEqual(first);
  await button(page, "Redo").click();
  await button(page, "Redo").click();
  await expect(page.locator(".step")).toHaveCount(9);
  await expect(button(page, "Redo")).toHaveAttribute("aria-disabled", "true");
});

test("the path outlives a reload, and can be erased", async ({ page }) => {
  await openPath(page, big);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("91 working days");
  expect(await onDevice(page, draftKey)).toContain("middle-layer/path");
  await button(page, "Erase everything that is saved on this device").or(page.getByRole("button", { name: /^Erase/i })).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The path of one unit");
  await expect.poll(() => onDevice(page, draftKey)).toBeNull();
});

test("a saved path opens as it was: file and table", async ({ page }) => {
  await openPath(page, { ...big, steps: big.steps.map((step) => ({ ...step, name: step.id === "C2" ? "=2+3, \"quoted\"" : `Step ${step.id}` })) });
  await enter(page.getByLabel("Currency", { exact: true }), "kEUR");
  await page.getByLabel("How sure: Planned days for one unit").selectOption("measured");
  await expect(page.getByText(/1 are measured/)).toBeVisible();
  const file = await saved(page, "Save the path as a file");
  const table = await saved(page, "Save the steps as a table (CSV)");
  expect(file.name).toBe("path.middle-layer.json");
  expect(table.name).toBe("path-steps.csv");
  expect(table.text).toContain("\"'=2+3, \"\"quoted\"\"\"");

  await discard(page);
  await takeFile(page, file.text);
  await expect(page.getByLabel("Currency", { exact: true })).toHaveValue("kEUR");
  expect((await saved(page, "Save the path as a file")).text).toBe(file.text);

  await takeFile(page, table.text, "steps.csv");
  await expect(stepOf(page, "=2+3, \"quoted\"")).toBeVisible();
  expect((await saved(page, "Save the path as a file")).text).toBe(file.text);
});

const discarding = "Discard this path and start another";
const onlyUndo = "Only Undo brings it back, until this page is closed.";

async function discard(page: Page): Promise<void> {
  await page.getByText(discarding, { exact: true }).click();
  await button(page, "Discard it").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The path of one unit");
}

test("a path is discarded only at a second press, after saving it is offered, and comes back with Undo", async ({ page }) => {
  await openPath(page, big);
  const ask = page.locator("summary", { hasText: discarding });
  await expect(button(page, "Discard it")).toBeHidden();
  await ask.focus();
  await page.keyboard.press("Enter");
  await expect(ask).toBeFocused();
  await expect(page.getByText(onlyUndo)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("91 working days");
  await picture(page, "path-discarding");
  await page.keyboard.press("Enter");
  await expect(button(page, "Discard it")).toBeHidden();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("91 working days");

  await ask.focus();
  await page.keyboard.press("Enter");
  // What saves it comes first.
  await page.keyboard.press("Tab");
  await expect(button(page, "Save the path as a file").last()).toBeFocused();
  const file = await downloaded(page, () => page.keyboard.press("Enter"));
  expect(JSON.parse(file.text)).toMatchObject({ format: "middle-layer/path" });
  await page.keyboard.press("Tab");
  await expect(button(page, "Discard it")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "The path of one unit" })).toBeFocused();
  await button(page, "Undo").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("91 working days");
  await expect(button(page, "Discard it")).toBeHidden();
});

test("what is saved is said, with the text for where nothing arrives", async ({ page }) => {
  await openPath(page, big);
  for (const [label, name] of [["Save the path as a file", "path.middle-layer.json"], ["Save the steps as a table (CSV)", "path-steps.csv"], ["Save as table (CSV): What each control costs and catches", "controls.csv"], ["Save as picture (SVG): Where the days go", "days.svg"]] as const) {
    const { text } = await saved(page, label);
    await expect(page.getByRole("status").filter({ hasText: `Handed to your browser as ${name}.` })).toHaveCount(1);
    await expect(page.getByRole("paragraph").filter({ hasText: "Handed to your browser as" })).toHaveText(new RegExp(`^Handed to your browser as ${name.replaceAll(".", "\\.")}\\. Look in your downloads\\.`));
    await expect(page.locator("details", { hasText: "Content of the file" })).toHaveCount(1);
    await page.locator("details", { hasText: "Content of the file" }).evaluate((details: HTMLDetailsElement) => (details.open = true));
    const content = await page.getByRole("textbox", { name: "Content of the file" }).inputValue();
    expect(content.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n")).toBe(text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"));
    if (name === "path-steps.csv") await picture(page, "path-saved");
  }
  await enter(page.getByLabel("Currency", { exact: true }), "kEUR");
  await expect(page.getByText("Handed to your browser as")).toHaveCount(1);
  await expect(page.getByRole("paragraph").filter({ hasText: "Handed to your browser as" })).toHaveCount(0);
});

for (const [what, file, reason] of [
  ["of answers", JSON.stringify({ format: "middle-layer/response", version: 1 }), "It holds answers, not a path. Open it on the first screen."],
  ["that is a picture", "\u{89}PNG\r\n\u{1a}\n", "It is neither a path nor a table of steps."],
  ["that is a letter", "Dear colleague,\n\nsee below.", "It is neither a path nor a table of steps."],
  ["that is empty", "", "It is neither a path nor a table of steps."],
  ["of something else", JSON.stringify({ name: "middle-layer", version: "1.0.0" }), "It is neither a path nor a table of steps."],
  ["of 5 MB", "x".repeat(5 * 1024 * 1024), "It is neither a path nor a table of steps."],
] as const) {
  test(`a file ${what} is named, without what only a program would say`, async ({ page }) => {
    await openPath(page, big);
    await takeFile(page, file);
    const alert = page.getByRole("alert").filter({ hasText: "That file could not be used. Nothing was changed." });
    await expect(alert).toContainText(reason);
    await expect(alert.getByRole("listitem")).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("91 working days");
  });
}

test("a path file that is cut off says where", async ({ page }) => {
  await openPath(page, big);
  await takeFile(page, JSON.stringify(big).slice(0, -20));
  await expect(page.getByRole("alert").getByRole("listitem")).toHaveText(/is not valid JSON; the first error is in line 1, column \d+\./);
});

test("a file that is none changes nothing and says why", async ({ page }) => {
  await openPath(page, big);
  await takeFile(page, { format: "middle-layer/path", version: 1, path: { steps: [{ id: "a", kind: "work" }, { id: "b", kind: "board", returnChance: 1 }] } });
  await expect(page.getByText("That file could not be used. Nothing was changed.")).toBeVisible();
  await expect(page.getByText(/“returnChance” of step 2 must lie between 0 and 0.9/)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("91 working days");
  await takeFile(page, "id,kind\nw,meeting\n", "steps.csv");
  await expect(page.getByText(/“kind” of step 1 must be "work"/)).toBeVisible();
  await takeFile(page, big);
  await expect(page.getByText("That file could not be used.")).toBeHidden();
});

test("an empty log of catches names every control", async ({ page }) => {
  await openPath(page, big);
  const log = await saved(page, "Save an empty catch log (CSV)");
  expect(log.name).toBe("catch-log.csv");
  expect(log.text.split("\r\n")).toHaveLength(9);
});

for (const name of ["An assistant for office work", "A model that decides on cases", "A tool from a supplier"]) {
  test(`the example “${name}” has figures, and says that they are examples`, async ({ page }) => {
    await page.goto("index.html?view=path");
    await expect(page.getByText("The figures in the three examples are made up. Replace them with your own.")).toBeVisible();
    await button(page, name).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("A unit takes");
    await expect(page.getByText(/^Of \d+ figures, 0 are measured/)).toBeVisible();
    const note = page.getByText("The figures in this example are made up. Replace them with your own.");
    await expect(note).toBeVisible();
    await picture(page, `path-example-${name.split(" ").at(-1)}`);
    await page.emulateMedia({ media: "print" });
    await expect(note).toBeVisible();
    await page.emulateMedia({ media: null });
    await button(page, "What if we changed it").click();
    await expect(note).toBeVisible();
    await button(page, "Back to the path").click();

    // Another name makes it nobody's own; another figure does.
    await page.locator(".step").first().getByRole("button", { name: /^Edit/ }).click();
    await enter(page.getByLabel("Name", { exact: true }), "Our own");
    await expect(note).toBeVisible();
    await enter(page.getByLabel(fields.touchDays, { exact: true }), "77");
    await expect(note).toHaveCount(0);
    await button(page, "Undo").click();
    await expect(note).toBeVisible();
  });
}

test("with a cost of a day there is advice for each control", async ({ page }) => {
  await openPath(page, big);
  await enter(page.getByLabel("What a day of delay costs", { exact: true }), "0.3");
  const controls = page.getByRole("table", { name: "What each control costs and catches" });
  await expect(controls.getByRole("columnheader", { name: "With your cost of a day" })).toBeVisible();
  const rows = await rowsOf(controls);
  expect(rows.map((row) => [row[0], row[4]]).slice(0, 7)).toEqual([
    ["Other control (step 2)", "Streamline"],
    ["Other control (step 3)", "Merge into its backup; then try on the next units: retire"],
    ["Other control (step 4)", "Merge into its backup; then try on the next units: retire"],
    ["Other control (step 5)", "Streamline; then try on the next units: retire"],
    ["Other control (step 7)", "Streamline; then try on the next units: delegate"],
    ["Other control (step 8)", "Merge into its backup; then try on the next units: retire"],
    ["Other control (step 9)", "Streamline; then try on the next units: retire"],
  ]);
});

test("what is being typed stays while figures are worked out", async ({ page }) => {
  await openPath(page, big);
  const planned = page.getByLabel("Planned days for one unit", { exact: true });
  await planned.fill("4");
  // Another tab, or figures that arrive: the screen is drawn anew meanwhile.
  await page.getByText("Show what leaving out each one would save").dispatchEvent("click");
  await expect(page.getByText("These do not sum")).toBeVisible();
  await planned.pressSequentially("5");
  await planned.blur();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("the plan said 45");
  await button(page, "Undo").click();
  await expect(planned).toHaveValue("30");
});

test("charts and tables can be taken away as files of their own", async ({ page }) => {
  await openPath(page, { ...big, steps: big.steps.map((step) => ({ ...step, name: step.id === "W1" ? "=1+1 & <b>" : step.id })) });
  for (const name of ["Where the days go", "How long units take"]) {
    const file = await saved(page, `Save as picture (SVG): ${name}`);
    expect(file.name).toMatch(/\.svg$/);
    const drawing = await openDrawing(page, file.text, test.info().outputPath(`${file.name}.png`));
    expect(drawing.title).toBe(name);
    expect(drawing.texts.join(" ")).toContain("the plan");
    expect(drawing.shapes["rect"]).toBeGreaterThan(8);
  }
  const table = await saved(page, "Save as table (CSV): Where the days go");
  expect(table.text).toContain("'=1+1 & <b>,10.0,11 %");
  const controls = await saved(page, "Save as table (CSV): What each control costs and catches");
  expect(controls.name).toBe("controls.csv");
  expect(controls.text).toContain("Control,Days it adds,Caught in 12 months,Pays if a day costs less than");
});

test("a path file that is dropped on the page opens, and one that is none is named", async ({ page }) => {
  await page.goto("index.html?view=path");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The path of one unit");
  const drop = (text: string) => page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "path.json", { type: "application/json" }));
    const zone = document.querySelector("middle-layer")!.shadowRoot!.querySelector("h1")!;
    for (const kind of ["dragover", "drop"]) zone.dispatchEvent(new DragEvent(kind, { bubbles: true, composed: true, cancelable: true, dataTransfer: data }));
  }, text);
  await drop("[]");
  await expect(page.getByText("That file could not be used. Nothing was changed.")).toBeVisible();
  await drop(JSON.stringify(big));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("91 working days");
  await expect(page.getByText("That file could not be used.")).toBeHidden();
});

test("who works by keyboard comes to the heading of a path that is begun, and to the first field of a step that is added", async ({ page }) => {
  await page.goto("index.html?view=path");
  await button(page, "An empty path").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await button(page, "Add work").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  for (let number = 0; number < 12; number++) await button(page, "Add a control").click();
  await expect(button(page, "Add a control")).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByText("There are 12 controls.")).toBeVisible();
  await button(page, "Add a control").click({ force: true });
  await expect(page.locator(".step")).toHaveCount(13);
});
