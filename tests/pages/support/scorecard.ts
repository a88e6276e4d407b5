import type { Locator, Page } from "@playwright/test";
import golden from "../../data/incentive_golden.json" with { type: "json" };
import { responsibilities } from "./words.ts";

/** What a manager is judged on, as a response holds it. */
export interface Scorecard {
  weights: Record<string, number>;
  transition: Record<string, number>;
  settled: Record<string, number>;
  [parameter: string]: number | Record<string, number>;
}

export type Choice = "now" | "delay" | "never";
export type Payoffs = Record<Choice, number>;

/** The figures of an example that do not depend on the unit of the weights. */
interface Expected {
  U: Payoffs;
  avg: Payoffs;
  theta_star: number | null;
  relief: number | null;
  choice: Choice;
  rival: Choice;
  close_call: boolean;
  driver: string | null;
  contrib: Record<string, number>;
}

interface Example {
  input: { w: Record<string, number>; tau: Record<string, number>; s: Record<string, number> } & Record<string, number | Record<string, number>>;
  output: Expected;
}

const examples = golden.examples as unknown as Record<string, Example>;
export const exampleNames = Object.keys(examples);

/** The public names of the parameters in the golden file. */
const parameters: Record<string, string> = {
  disruptionMonths: "D",
  horizonMonths: "H",
  delayMonths: "delay",
  successChance: "p",
  learning: "kappa",
  easierLater: "g",
  lossAversion: "lam",
  transformationShare: "theta",
  credit: "e",
  blame: "u",
  discount: "rho",
};

function example(name: string): Example {
  const found = examples[name];
  if (!found) throw new Error(`no golden example ${name}`);
  return found;
}

/** A golden example as a person enters it: weights from 0 to 10 in the same proportions. */
export function goldenScorecard(name: string): Scorecard {
  const { input } = example(name);
  const weights = Object.fromEntries(Object.entries(input.w).map(([responsibility, weight]) => [responsibility, weight / 5]));
  const others = Object.entries(parameters).map(([parameter, key]) => [parameter, input[key] as number]);
  return { weights, transition: input.tau, settled: input.s, ...Object.fromEntries(others) };
}

export function goldenFindings(name: string): Expected {
  return example(name).output;
}

/** The organisation's view of the first example is an example of its own. */
export const organisationOfFirst = "I7_organisation_view_of_I1";

export const choices: Record<Choice, string> = { now: "Move now", delay: "Wait first", never: "Do not move" };
export const lists = { weights: "How much it counts", transition: "While it is put in place", settled: "Once it has settled" } as const;
export const effects: Record<string, string> = { "-2": "Much worse", "-1": "Worse", "0": "No change", "1": "Better", "2": "Much better" };
export const tables = {
  picture: "What each choice is worth to you",
  payoffs: "Average effect on an evaluation",
  contributions: "What speaks for and against moving now",
} as const;
export const headlines: Record<Choice, string> = {
  now: "With these figures, moving now pays for you",
  delay: "With these figures, waiting is the sensible choice for you",
  never: "With these figures, not moving",
};

/** The labels of the other questions. */
export const questions = {
  disruptionMonths: "How long would it disrupt your work?",
  horizonMonths: "How far ahead do your reviews really look?",
  transformationShare: "How much of your evaluation depends on results of the rollout?",
  lossAversion: "How many times as much does a miss count as a beat?",
} as const;

/** The list to choose from for one figure of a responsibility. */
export function field(page: Page, responsibility: string, list: keyof typeof lists): Locator {
  return page.getByRole("group", { name: responsibilities[responsibility] as string, exact: true }).getByLabel(lists[list]);
}

/** The field of one of the other questions. */
export function question(page: Page, name: keyof typeof questions): Locator {
  return page.getByRole("textbox", { name: questions[name], exact: true });
}

/** Enters a number as people do: they type it and go on. */
export async function enter(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press("Tab");
}

/** Chooses all figures of the six responsibilities. */
export async function fillIn(page: Page, { weights, transition, settled }: Scorecard): Promise<void> {
  for (const responsibility of Object.keys(responsibilities)) {
    await field(page, responsibility, "weights").selectOption(String(weights[responsibility]));
    await field(page, responsibility, "transition").selectOption({ label: effects[String(transition[responsibility])] as string });
    await field(page, responsibility, "settled").selectOption({ label: effects[String(settled[responsibility])] as string });
  }
}

/** A share as people read it. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** A figure as people read it, and back. */
export function signed(figure: number): string {
  const text = Math.abs(figure).toFixed(2);
  if (Number(text) === 0) return "0.00";
  return `${figure < 0 ? "−" : "+"}${text}`;
}
export function valueOf(text: string): number {
  return Number(text.replace("−", "-"));
}
