import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Person } from "./golden.ts";
import type { Answer, Form, Role } from "./instrument.ts";
import type { Scorecard } from "./scorecard.ts";
import { releaseFolder } from "./site.ts";

export interface Estimate {
  score: number | null;
  sem: number | null;
}

/** What CONTRACT calls a response: the file a person saves. Only what tests look at. */
export interface Response {
  format: string;
  version: number;
  instrument: { id: string; version: string; hash: string };
  id: string;
  role: Role;
  form: Form;
  pilot?: string;
  unit?: string;
  rollout?: string;
  week?: string;
  answers: Record<string, Answer>;
  attribution?: string[];
  pages?: { items: number; seconds: number }[];
  incentive?: Scorecard;
}

/** The scores of one person. Only what tests look at. */
export interface Score {
  constructs: Record<string, Estimate>;
  facets: Record<string, Estimate>;
  pillars: Record<string, Estimate>;
  structuralFriction: Estimate;
  readinessGap: Estimate;
  quality: { flags: string[] };
}

export interface Evaluation {
  score: Score;
  incentive: unknown;
  diagnosis: { verdict: string; stall: string; moves: unknown[]; special: string[]; archetypes: string[] };
}

interface Engine {
  default(input: { module_or_path: BufferSource }): Promise<unknown>;
  instrument(): { id: string; version: string; hash: string };
  evaluate(response: Response): Evaluation;
}

/** The file that a person saves who has said this. */
export async function responseOf({ role, form, answers, attribution, pilot, unit, rollout, incentive }: Person): Promise<Response> {
  const { id, version, hash } = (await engine()).instrument();
  return {
    format: "middle-layer/response",
    version: 1,
    instrument: { id, version, hash },
    id: "0123456789abcdef0123456789abcdef",
    ...(rollout !== undefined && { rollout }),
    role,
    form,
    ...(unit !== undefined && { unit }),
    ...(pilot !== undefined && { pilot }),
    answers,
    ...(attribution.length > 0 && { attribution }),
    ...(incentive !== undefined && { incentive }),
  };
}

let loaded: Promise<Engine> | undefined;

/** The engine of the release, in Node: the same bytes that the page runs. */
export function engine(): Promise<Engine> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Engine> {
  const module = (await import(pathToFileURL(`${releaseFolder}middle-layer.js`).href)) as Engine;
  await module.default({ module_or_path: await readFile(`${releaseFolder}middle-layer_bg.wasm`) as Uint8Array<ArrayBuffer> });
  return module;
}
