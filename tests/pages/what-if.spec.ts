import { expectAccessible } from "./support/accessible.ts";
import { button, enter, golden, openPath, saved } from "./support/path.ts";
import { rowsOf } from "./support/result.ts";
import { expect, test } from "./support/test.ts";
import type { Page } from "@playwright/test";

// What would become of the path with changes: by hand, by search, by name, and for the owners.

const big = { ...golden["BIG"]!, steps: golden["BIG"]!.steps.map((step) => ({ ...step, name: step.id })) };

async function openWhatIf(page: Page, path: object = big): Promise<void> {
  await openPath(page, path);
  await button(page, "What if we changed it").click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const change = (page: Page, control: string) => page.getByRole("combobox", { name: control, exact: true });
const plans = async (page: Page, name: string) => (await rowsOf(page.getByRole("table", { name, exact: true }))).map((row) => row.slice(0, 5));

test("changes by hand move the days and the expected catches together", async ({ page }) => {
  await openWhatIf(page);
  await expect(heading(page)).toHaveText("What if we changed it?");
  await change(page, "C7").selectOption({ label: "Retire" });
  await expect(heading(page)).toHaveText("With these changes a unit takes 76 instead of 91 working days.");
  await expect(page.getByText(/Of the catches you can expect, \d+ % are kept on the cautious reading, and 100 % as recorded/)).toBeVisible();
  await change(page, "C2").selectOption({ label: "Merge into its backup" });
  await expect(heading(page)).toHaveText("With these changes a unit takes 63 instead of 91 working days.");
  await page.reload();
  await expect(heading(page)).toHaveText("With these changes a unit takes 63 instead of 91 working days.");
  await button(page, "Take all changes back").click();
  await expect(heading(page)).toHaveText("What if we changed it?");
});

test("a protected control can only be kept, streamlined or run in parallel", async ({ page }) => {
  await openWhatIf(page);
  await expect(page.getByRole("row", { name: /C1 \(protected: never retired, delegated or merged\)/ })).toBeVisible();
  expect(await change(page, "C1").locator("option").allInnerTexts()).toEqual(["Keep", "Streamline"]);
  expect(await change(page, "C2").locator("option").allInnerTexts()).toEqual(["Keep", "Streamline", "Run in parallel", "Delegate", "Merge into its backup", "Retire"]);
});

test("the fastest plans are the golden ones", async ({ page }) => {
  test.slow();
  await openWhatIf(page);
  await button(page, "Find the fastest plan").click();
  await expect(page.getByText("All plans are found.")).toBeVisible();
  expect(await plans(page, "All expected catches kept")).toEqual([
    ["Today", "91", "0.33", "100 %", "none"],
    ["Cautious reading of the catches", "55", "0.54", "100 %", "Streamline: C1, C4, C5. Run in parallel: C6, C7. Merge into its backup: C2, C3."],
    ["Catches as recorded", "37", "0.80", "100 %", "Streamline: C1, C5. Merge into its backup: C2, C3. Retire: C4, C6, C7."],
  ]);
  await expect(page.getByText("A unit takes 55 instead of 91 days, and none of the catches you can expect is lost. That is so even on the cautious reading.")).toBeVisible();

  await button(page, "Show what less protection, or fewer changes, would give").click();
  await expect(page.getByRole("table", { name: "If only a few controls are changed" }).getByRole("rowheader")).toHaveCount(6, { timeout: 30_000 });
  const less = await plans(page, "If less is kept");
  expect(less.map(([name, days, pace, kept]) => [name, days, pace, kept])).toEqual([
    ["At least 95 %: Cautious reading of the catches", "45", "0.67", "95 %"],
    ["At least 95 %: Catches as recorded", "35", "0.85", "97 %"],
    ["At least 90 %: Cautious reading of the catches", "44", "0.69", "92 %"],
    ["At least 90 %: Catches as recorded", "35", "0.85", "97 %"],
    ["At least 75 %: Cautious reading of the catches", expect.any(String), expect.any(String), expect.any(String)],
    ["At least 75 %: Catches as recorded", "23", "1.30", "75 %"],
  ]);
  expect(less[2]?.[4]).toBe("Streamline: C1, C7. Delegate: C6. Merge into its backup: C2, C3. Retire: C4, C5.");
  const few = (await plans(page, "If only a few controls are changed")).filter(([name]) => name?.includes("as recorded"));
  expect(few.map(([, days, , , changes]) => [days, changes])).toEqual([
    ["76", "Retire: C7."],
    ["63", "Merge into its backup: C2. Retire: C7."],
    ["51", "Merge into its backup: C2, C3. Retire: C7."],
  ]);

  await button(page, "Try it: Catches as recorded").click();
  await expect(heading(page)).toHaveText("With these changes a unit takes 37 instead of 91 working days.");
  await expect(page.getByText(/and 100 % as recorded/)).toBeVisible();
  await expect(change(page, "C6")).toHaveValue("retire");
});

test("a search can be stopped, and says so; the screen answers meanwhile", async ({ page }) => {
  // Twelve controls with everything open: the longest search there is.
  const steps = [{ id: "W", kind: "work", touchDays: 5 }, ...Array.from({ length: 12 }, (_, number) => ({
    id: `C${number}`, name: `C${number}`, kind: "board", touchDays: 0.3 + number * 0.11, waitDays: 2 + number * 0.7, cadenceDays: 5 + number, returnChance: 0.05 + number * 0.02, timesRun: 20 + number, timesCaught: 1 + (number % 3), lossPerCatch: 10 + number * 7,
    ...(number > 0 ? { backup: `C${number - 1}`, backupCatchShare: 0.3 + number * 0.03 } : {}),
  }))];
  const client = await page.context().newCDPSession(page);
  await openWhatIf(page, { plannedDays: 30, steps });
  await client.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await button(page, "Find the fastest plan").click();
  await expect(page.getByText(/^Looking: \d+ %$/)).toBeVisible();
  await change(page, "C3").selectOption({ label: "Streamline" });
  await expect(heading(page)).toContainText("With these changes");
  await button(page, "Stop").click();
  await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await expect(page.getByText("Stopped. What was found so far is shown.")).toBeVisible();
  await expect(button(page, "Find the fastest plan")).toBeVisible();
});

test("changes that do not go together say so and show no figures", async ({ page }) => {
  await openWhatIf(page);
  await change(page, "C4").selectOption({ label: "Merge into its backup" });
  await change(page, "C3").selectOption({ label: "Retire" });
  await expect(page.getByText(/These changes do not go together/)).toBeVisible();
  await expect(heading(page)).toHaveText("What if we changed it?");
});

test("running in parallel that is slower is said", async ({ page }) => {
  const slow = { steps: [{ id: "W", kind: "work", touchDays: 1 }, { id: "A", kind: "control", touchDays: 1, returnChance: 0.5, returnsTo: "A" }, { id: "B", kind: "control", touchDays: 10, waitDays: 0.1 }] };
  await openWhatIf(page, slow);
  await page.getByRole("combobox", { name: /step 3/ }).selectOption({ label: "Run in parallel" });
  await expect(page.getByText(/Running in parallel makes it slower here/)).toBeVisible();
});

test("what a change is assumed to do is shown, and can be changed", async ({ page }) => {
  await openWhatIf(page);
  await change(page, "C7").selectOption({ label: "Streamline" });
  await expect(heading(page)).toContainText("takes 83 instead of 91");
  await page.getByText("What each change is assumed to do").click();
  await enter(page.getByLabel("Streamline: wait that is left"), "20");
  await expect(heading(page)).toContainText("takes 79 instead of 91");
  await enter(page.getByLabel("Streamline: wait that is left"), "");
  await expect(page.getByLabel("Streamline: wait that is left")).toHaveValue("50");
});

test("scenarios stand side by side under their names", async ({ page }) => {
  await openWhatIf(page);
  await change(page, "C7").selectOption({ label: "Retire" });
  const name = page.getByRole("textbox", { name: "Name of this scenario" });
  await name.fill("Bold");
  await button(page, "Keep as a scenario").click();
  await expect(name).toHaveValue("");
  await change(page, "C7").selectOption({ label: "Streamline" });
  await name.fill("Careful, <b>at first</b>");
  await button(page, "Keep as a scenario").click();
  const rows = await rowsOf(page.getByRole("table", { name: "Scenarios side by side" }));
  expect(rows.map((row) => [row[0], row[1], row[2], row[4], row[5]])).toEqual([
    ["Bold", "76", "0.40", "100 %", "Retire: C7."],
    ["Careful, <b>at first</b>", "83", "0.36", "100 %", "Streamline: C7."],
  ]);
  await button(page, "Use: Bold").click();
  await expect(heading(page)).toContainText("takes 76 instead of 91");
  await button(page, "Remove: Bold").click();
  await expect(page.getByRole("table", { name: "Scenarios side by side" }).getByRole("rowheader")).toHaveCount(1);
  await button(page, "Back to the path").click();
  expect((await saved(page, "Save the path as a file")).text).toContain("at first");
});

test("each changed control has a page for its owner, in print a sheet each", async ({ page }) => {
  await openWhatIf(page);
  await change(page, "C7").selectOption({ label: "Retire" });
  await change(page, "C2").selectOption({ label: "Merge into its backup" });
  const owners = page.getByRole("article");
  await expect(owners).toHaveCount(2);
  await expect(owners.last()).toContainText("Proposed: Retire.");
  await expect(owners.last()).toContainText("In 12 months it ran 24 times and stopped a real problem 0 times.");
  await expect(owners.last()).toContainText("This change alone: a unit takes 76 instead of 91 working days.");
  await expect(owners.last()).toContainText("I object, because");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("No control should be changed without its owner.")).toBeHidden();
  const pdf = await page.pdf();
  expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)!.length).toBeGreaterThanOrEqual(3);
});

test("nothing is known about a control's catches: there is a warning, and a log to fill in", async ({ page }) => {
  const steps = big.steps.map((step) => (step.id === "C6" ? { id: "C6", name: "C6", kind: "control", waitDays: 4 } : step));
  await openPath(page, { ...big, steps });
  await expect(page.getByText("It is not known what these catch, or what that is worth: C6. They count as catching nothing, which is no finding. Log it for 30 days before you retire any.")).toBeVisible();
  await button(page, "What if we changed it").click();
  await change(page, "C6").selectOption({ label: "Retire" });
  await expect(page.getByText("There are no figures on what it catches. Log that for 30 days before you decide.")).toBeVisible();
});

test("by keyboard alone, and accessible in every state", async ({ page }) => {
  await openWhatIf(page);
  await expectAccessible(page);
  await change(page, "C7").focus();
  await page.keyboard.press("End");
  await expect(heading(page)).toContainText("takes 76 instead of 91");
  await expectAccessible(page);
  const find = button(page, "Find the fastest plan");
  await find.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("All plans are found.")).toBeVisible();
  await expect(button(page, "Show what less protection, or fewer changes, would give")).toBeFocused();
  await expectAccessible(page);
});

test("where it is not known what controls catch, nothing is said to be kept, and no advice is given", async ({ page }) => {
  const steps = [{ id: "W", kind: "work", touchDays: 5 }, { id: "A", name: "A", kind: "review", waitDays: 9 }, { id: "B", name: "B", kind: "review", waitDays: 9, timesRun: 20, timesCaught: 8 }];
  await openPath(page, { costOfDelayPerDay: 500, steps });
  const rows = await rowsOf(page.getByRole("table", { name: "What each control costs and catches" }));
  expect(rows.slice(0, 2).map((row) => [row[0], row[3], row[4]])).toEqual([["A", "–", "Not known"], ["B", "–", "Not known"]]);
  await expect(page.getByText(/It is not known what these catch, or what that is worth: A, B\./)).toBeVisible();
  await button(page, "What if we changed it").click();
  await button(page, "Find the fastest plan").click();
  await expect(page.getByText("All plans are found.")).toBeVisible();
  await expect(page.getByText(/It is not known what these catch, or what that is worth: A, B\./)).toBeVisible();
  await expect(page.getByText(/none of the catches you can expect is lost/)).toBeHidden();
});
