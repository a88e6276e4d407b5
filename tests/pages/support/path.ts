import { downloaded, type Downloaded } from "./download.ts";
import { expect, type Locator, type Page } from "@playwright/test";
import paths from "../../data/pace_paths.json" with { type: "json" };

// Entering a path by hand, as a person does: one step after the other, field by field.

export interface Step {
  id: string;
  kind: string;
  name?: string;
  touchDays?: number;
  waitDays?: number;
  waitKind?: "queue" | "fixed";
  cadenceDays?: number;
  appliesShare?: number;
  returnChance?: number;
  returnsTo?: string;
  parallelGroup?: string;
  planned?: boolean;
  protected?: boolean;
  timesRun?: number;
  timesCaught?: number;
  lossPerCatch?: number;
  backup?: string;
  backupCatchShare?: number;
}

export interface Path {
  plannedDays?: number;
  steps: Step[];
}

export const golden = paths as unknown as Record<string, Path>;

export const fields = {
  touchDays: "Hands-on days",
  waitDays: "Days of waiting before it",
  cadenceDays: "Days between two sessions",
  returnChance: "How often it sends work back",
  timesRun: "Times it ran",
  timesCaught: "Times it stopped a real problem",
  lossPerCatch: "What one such problem would have cost",
  backupCatchShare: "How often that one would catch it",
  appliesShare: "How many units it applies to",
} as const;

const shares = new Set(["returnChance", "backupCatchShare", "appliesShare"]);

export const button = (page: Page | Locator, name: string | RegExp): Locator => page.getByRole("button", { name, exact: true });

/** The line of a step, with its form where it is open. */
export const stepOf = (page: Page, name: string): Locator => page.locator(".step", { has: page.getByText(name, { exact: true }) });

/** Writes into a field, as a person who then goes on. */
export async function enter(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.blur();
}

/** Enters one step at the end of the path. Steps are called by their ids. */
export async function enterStep(page: Page, path: Path, step: Step): Promise<void> {
  await button(page, step.kind === "work" ? "Add work" : "Add a control").click();
  const form = page.locator(".step.open");
  await enter(form.getByLabel("Name", { exact: true }), step.id);
  if (step.kind !== "work") await form.getByLabel("What kind of step").selectOption(step.kind);
  const figure = async (name: keyof typeof fields) => {
    const value = step[name];
    if (value === undefined) return;
    await enter(form.getByLabel(fields[name], { exact: true }), String(shares.has(name) ? Number((value * 100).toFixed(6)) : value));
  };
  for (const name of ["touchDays", "waitDays", "cadenceDays", "returnChance"] as const) await figure(name);
  const before = path.steps[path.steps.indexOf(step) - 1];
  if (step.parallelGroup && before?.parallelGroup === step.parallelGroup) await form.getByLabel("Runs in parallel with the step before").check();
  if (step.planned) await form.getByLabel("Was part of the original plan").check();
  if (step.protected) await form.getByLabel(/^Protected:/).check();
  if (step.waitKind === "fixed") await form.getByLabel("The wait always takes the same time").check();
  if (step.kind !== "work") {
    await form.getByText("What it catches", { exact: true }).click();
    for (const name of ["timesRun", "timesCaught", "lossPerCatch"] as const) await figure(name);
    if (step.backup) {
      await form.getByLabel("Which other control would catch the same?").selectOption({ label: step.backup });
      await figure("backupCatchShare");
    }
  }
  if (step.appliesShare !== undefined) {
    await form.getByText("More about this step", { exact: true }).click();
    await figure("appliesShare");
  }
  await form.getByRole("button", { name: /^Done/ }).click();
  await expect(form).toHaveCount(0);
}

/** Enters a whole path into an empty one. */
export async function enterPath(page: Page, path: Path): Promise<void> {
  await button(page, "An empty path").click();
  for (const step of path.steps) await enterStep(page, path, step);
  if (path.plannedDays) await enter(page.getByLabel("Planned days for one unit", { exact: true }), String(path.plannedDays));
}

/** Opens the view of the path with a path in it, given as a file. */
export async function openPath(page: Page, file: object | string, name = "path.middle-layer.json"): Promise<void> {
  await page.goto("index.html?view=path");
  await takeFile(page, file, name);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("A unit takes");
}

export async function takeFile(page: Page, file: object | string, name = "path.middle-layer.json"): Promise<void> {
  const buffer = Buffer.from(typeof file === "string" ? file : JSON.stringify(file));
  const chooser = page.waitForEvent("filechooser");
  await button(page, "Open a path file").click();
  await (await chooser).setFiles({ name, mimeType: name.endsWith(".csv") ? "text/csv" : "application/json", buffer });
}

/** What a button saves. */
export function saved(page: Page, name: string | RegExp): Promise<Downloaded> {
  return downloaded(page, () => button(page, name).click());
}
