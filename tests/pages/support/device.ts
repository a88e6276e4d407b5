import type { Page } from "@playwright/test";
import { engine } from "./engine.ts";
import type { Person } from "./golden.ts";
import { monday } from "./person.ts";
import { expect } from "./test.ts";

// What is kept on the device. The keys and the format are public in effect: drafts of earlier versions lie there.

export const draftKey = "middle-layer/draft/default";
export const asideKey = "middle-layer/set-aside/default";

interface Stamped {
  value: unknown;
  at: number;
}

/** A draft as version 3 keeps it. */
export interface Draft {
  format: string;
  version: number;
  instrument: { id: string; version: string; hash: string };
  generation: number;
  id: string;
  updated: number;
  place: string;
  rollout: Stamped;
  role: Stamped;
  form: Stamped;
  unit: Stamped;
  pilot: Stamped;
  attribution: Stamped;
  answers: Record<string, Stamped>;
  seconds: Record<string, number>;
  scorecard: Stamped;
  path: Stamped;
  shared: Stamped;
}

/** The draft of somebody who has said all that this person says, and is at a place. */
export async function draftOf(person: Person, place: string, updated = monday): Promise<Draft> {
  const { id, version, hash } = (await engine()).instrument();
  const at = updated;
  const stamped = (value: unknown) => ({ value: value ?? null, at });
  return {
    format: "middle-layer/draft",
    version: 3,
    instrument: { id, version, hash },
    generation: 0,
    id: "00112233445566778899aabbccddeeff",
    updated,
    place,
    rollout: stamped(person.rollout),
    role: stamped(person.role),
    form: stamped(person.form),
    unit: stamped(person.unit),
    pilot: stamped(person.pilot),
    attribution: { value: person.attribution, at },
    answers: Object.fromEntries(Object.entries(person.answers).map(([item, answer]) => [item, { value: answer, at }])),
    seconds: {},
    scorecard: { value: person.incentive ?? {}, at },
    path: { value: person.path ? { format: "middle-layer/path", version: 1, path: person.path } : null, at },
    shared: { value: [], at },
  };
}

/** Keeps a text on the device before the page is opened. */
export async function putOnDevice(page: Page, key: string, text: string): Promise<void> {
  // Any file of the origin does; the page itself would start.
  await page.goto("page.css");
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [key, text] as const);
}

/** Opens the page where a draft lies on the device. */
export async function openAt(page: Page, person: Person, place: string): Promise<void> {
  await putOnDevice(page, draftKey, JSON.stringify(await draftOf(person, place)));
  await page.clock.setFixedTime(monday);
  await page.goto("index.html");
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Middle Layer");
}

export async function onDevice(page: Page, key = draftKey): Promise<string | null> {
  return page.evaluate((key) => localStorage.getItem(key), key);
}

/** Everything on the device, by key. */
export async function allOnDevice(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => ({ ...localStorage }));
}

/** The draft on the device, once there is one. */
export async function draftOnDevice(page: Page): Promise<Draft> {
  const text = await onDevice(page);
  if (text === null) throw new Error("no draft is kept");
  return JSON.parse(text) as Draft;
}

/** What a draft says, without when it was said. */
export function saidIn(draft: Draft): { attribution: unknown; answers: Record<string, unknown> } {
  const answers = Object.entries(draft.answers).filter(([, { value }]) => value !== null);
  return { attribution: draft.attribution.value, answers: Object.fromEntries(answers.map(([item, { value }]) => [item, value])) };
}

declare global {
  interface Window {
    /** How often a test's page has written to its storage. */
    writes: number;
  }
}

/** Counts from now on how often each page writes to the device. */
export async function countWrites(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const setItem = Storage.prototype.setItem;
    window.writes = 0;
    Storage.prototype.setItem = function (...words) {
      window.writes += 1;
      setItem.apply(this, words);
    };
  });
  return () => page.evaluate(() => window.writes);
}
