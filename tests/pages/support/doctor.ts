import { gzipSync } from "node:zlib";
import type { Frame, FrameLocator, Locator, Page } from "@playwright/test";
import { openEmbedded } from "./hostile.ts";
import { released, type Answer, type Headers, type Site } from "./site.ts";
import { expect } from "./test.ts";
import type { Watch } from "./watch.ts";

// The doctor on somebody's page: what it finds, by the stable names of its checks.

export const engine = "middle-layer_bg.wasm";
export const module = "middle-layer.js";
export const inline = "middle-layer-inline.js";

/** What it asks for beyond a first visit, and what browsers say while it tries. */
export function diagnosing(watch: Watch, ...problems: RegExp[]): void {
  watch.allowRequests(/\/middle-layer\/(doctor\.js|embed\.js|integrity\.json|middle-layer[^/]*|index\.html.*)$/);
  for (const problem of problems) watch.expectProblem(problem);
}

/** A policy of these directives that forbids all else. */
export const policy = (...directives: string[]) => ["default-src 'none'", "style-src 'self'", "base-uri 'none'", ...directives].join("; ");
export const csp = (text: string) => ({ "content-security-policy": text });
export const scripts = "script-src 'self' 'wasm-unsafe-eval'";

export interface Finding {
  id: string;
  title: string;
  status: "pass" | "advise" | "fail" | "unknown";
  found: string;
  remedies: { what: string; text: string }[];
}

interface Report {
  version: 1;
  doctor: string;
  page: string;
  files: string;
  works: boolean;
  results: Finding[];
}

/** What the page has, where it is not what the guide says to paste. */
interface Patient {
  script?: string;
  first?: string;
  element?: string;
  headers?: Headers;
}

const tags = (base = "") => `<script src="${base}embed.js" defer></script><script src="${base}doctor.js" defer></script>`;

/** Puts a page with the doctor on the site and opens it; gives the report. */
export async function examined(page: Page, site: Site, { script = tags(), element = "<middle-layer-doctor></middle-layer-doctor>", ...rest }: Patient = {}): Promise<Report> {
  await openEmbedded(page, site, { script, element, ...rest });
  return reportOf(page);
}

/** Waits for the report of the doctor on a page or in a frame. */
export async function reportOf(place: Page | Frame | FrameLocator): Promise<Report> {
  const doctor = place.locator("middle-layer-doctor");
  await expect.poll(() => doctor.evaluate((doctor) => (doctor as HTMLElement & { report: unknown }).report !== null), { timeout: 40_000 }).toBe(true);
  return doctor.evaluate((doctor) => (doctor as HTMLElement & { report: Report }).report);
}

/** One finding by its name. */
export function finding({ results }: Report, id: string): Finding {
  const found = results.find((result) => result.id === id);
  if (!found) throw new Error(`no check ${id}`);
  return found;
}

/** The checks that came to this, by name. */
export function those({ results }: Report, ...status: Finding["status"][]): string[] {
  return results.filter((result) => status.includes(result.status)).map(({ id }) => id);
}

/** The texts to copy of one finding. */
export function linesOf(report: Report, id: string): string[] {
  return finding(report, id).remedies.map(({ text }) => text).filter((text) => text !== "");
}

/** A file of the release as a good server sends it. */
export async function wellSent(file: string, type: string): Promise<Answer> {
  return { headers: { "content-type": type, "content-encoding": "gzip", "cache-control": "no-cache", etag: '"1"' }, body: gzipSync(new Uint8Array(await released(file)), { level: 1 }) };
}

/** Sends the files that are measured as a good server does. */
export async function sendWell(site: Site): Promise<void> {
  for (const file of ["embed.js", "middle-layer.js", "middle-layer-inline.js"]) site.answer(file, await wellSent(file, "text/javascript"));
  site.answer("middle-layer_bg.wasm", await wellSent("middle-layer_bg.wasm", "application/wasm"));
}

/** Puts a line of the doctor into a policy exactly as it says to: as it is, in place of any other directive of that name. */
export function withLine(policy: string, line: string): string {
  const [name] = line.split(" ");
  const others = policy.split(";").map((directive) => directive.trim()).filter((directive) => directive.split(" ")[0] !== name);
  return [...others, line].join("; ");
}

/** The list of what was found. */
export function list(page: Page): Locator {
  return page.locator("middle-layer-doctor").getByRole("listitem");
}
