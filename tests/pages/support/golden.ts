import golden from "../../data/golden_scoring.json" with { type: "json" };
import type { Estimate, Score } from "./engine.ts";
import type { Answer, Form, Role } from "./instrument.ts";
import type { Scorecard } from "./scorecard.ts";

/** A person in front of the screens. */
export interface Person {
  role: Role;
  form: Form;
  answers: Record<string, Answer>;
  attribution: string[];
  pilot?: "yes" | "partly" | "no" | "unknown";
  unit?: string;
  rollout?: string;
  /** What a manager is judged on. */
  incentive?: Scorecard;
  /** The path of a unit, as the engine takes it. */
  path?: object;
  /** Seconds spent on each page of items; a person without them takes five a question. */
  seconds?: number[];
}

type Figures = Omit<Score, "quality">;

interface GoldenCase {
  role: "M" | "X" | "F";
  form: Form;
  responses: Record<string, Exclude<Answer, "na"> | "NA" | null>;
  score: { constructs: Record<string, Estimate>; facets: Record<string, Estimate>; pillars: Record<string, Estimate>; CBI: Estimate; SFI: Estimate };
  careless: { flags: string[] };
  page_times: [seconds: number, items: number][] | null;
}

const roles = { M: "manager", X: "executive", F: "frontline" } as const;
const pillars: Record<string, string> = { P1: "incentives", P2: "accountability", P3: "decisionRights", P4: "operatingBurden" };

function goldenCase(name: string): GoldenCase {
  const found = (golden.cases as unknown as Record<string, GoldenCase>)[name];
  if (!found) throw new Error(`no golden person ${name}`);
  return found;
}

/** A person of golden_scoring.json. The ranking is no part of the golden file, nor is what was said about the pilot. */
export function goldenPerson(name: string, more: Partial<Person> = {}): Person {
  const { role, form, responses, page_times: times } = goldenCase(name);
  const answers: Record<string, Answer> = {};
  for (const [item, answer] of Object.entries(responses)) {
    if (answer !== null) answers[item] = answer === "NA" ? "na" : answer;
  }
  return {
    role: roles[role],
    form,
    answers,
    attribution: ["c2", "c4", "s3"],
    ...(times && { seconds: times.map(([seconds]) => seconds) }),
    ...more,
  };
}

/** The figures of that person by the public names of CONTRACT. */
export function goldenFigures(name: string): Figures {
  const { constructs, facets, pillars: byKey, CBI, SFI } = goldenCase(name).score;
  return {
    constructs,
    facets,
    pillars: Object.fromEntries(Object.entries(byKey).map(([key, estimate]) => [pillars[key] as string, estimate])),
    structuralFriction: SFI,
    readinessGap: CBI,
  };
}

/** The signs of hasty answering of that person. */
export function goldenFlags(name: string): string[] {
  return goldenCase(name).careless.flags;
}
