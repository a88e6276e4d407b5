import type { Locator, Page } from "@playwright/test";
import { draftKey, draftOf, putOnDevice } from "./device.ts";
import type { Person } from "./golden.ts";
import { monday } from "./person.ts";
import type { Site } from "./site.ts";
import { expect } from "./test.ts";

// Somebody else's page with elements in it. Its scripts and style sheets are files: the strict policy knows no others.

/** What stands on the page. */
interface HostPage {
  /** Attributes of the root element. */
  root?: string;
  /** In the head, before all scripts. */
  head?: string;
  /** In the main part of the body. */
  body?: string;
  /** Scripts of the page that run before `embed.js`, and after it. */
  before?: string;
  after?: string;
  /** Further files that it loads as scripts after these. */
  more?: string[];
}

/** Puts the page on the site. */
export function putHostPage(site: Site, { root = `lang="en"`, head = "", body = "<middle-layer></middle-layer>", before = "", after = "", more = [] }: HostPage = {}): void {
  site.answer("before.js", script(before));
  site.answer("after.js", script(after));
  const scripts = ["before.js", "embed.js", "after.js", ...more].map((file) => `<script src="${file}" defer></script>`).join("");
  const top = `<meta charset="utf-8"><title>Intranet</title><meta name="viewport" content="width=device-width">${head}${scripts}`;
  site.answer("host.html", { body: `<!doctype html><html ${root}><head>${top}</head><body><main><h1>Intranet</h1>${body}</main></body></html>` });
}

/** A script as an answer of the site. */
export function script(text: string): { headers: Record<string, string>; body: string } {
  return { headers: { "content-type": "text/javascript" }, body: text };
}

/** Puts a style sheet on the site; gives the tag for the head of a page. */
export function styles(site: Site, css: string): string {
  site.answer("host.css", { headers: { "content-type": "text/css" }, body: css });
  return `<link rel="stylesheet" href="host.css">`;
}

/** Opens the page, where a draft lies on the device if somebody has been there before, and waits until its elements show something. */
export async function openHost(page: Page, person?: Person, place = "start", address = "host.html"): Promise<void> {
  if (person) await putOnDevice(page, draftKey, JSON.stringify(await draftOf(person, place)));
  await page.clock.setFixedTime(monday);
  await page.goto(address);
  for (const element of await page.locator("middle-layer").all()) await expect.poll(() => stateOf(element)).not.toBe("loading");
}

/** An element of the page, by its place among them. */
export function element(page: Page, position = 0): Locator {
  return page.locator("middle-layer").nth(position);
}

/** What the page is told the state of an element is. */
export async function stateOf(element: Locator): Promise<string> {
  return element.evaluate((element) => (element as Api).state);
}

/** The element as scripts of the page know it. */
export interface Api extends HTMLElement {
  readonly state: string;
  readonly handedIn: unknown;
  start(): void;
  reset(): void;
  destroy(): void;
  respondent: string | null;
  questions: string | null;
  handIn: string | null;
}

declare global {
  interface Window {
    /** An element that a test holds, in a page or not. */
    held: Api;
    MiddleLayer: { version: string; ready: Promise<unknown>; engine(): Promise<Record<string, unknown>>; mount(host: Element, options?: object): Api } & Record<string, unknown>;
  }
  interface Element {
    moveBefore(node: Node, child: Node | null): void;
  }
}

/** Holds an element for the page's scripts: a locator finds none that is in no page. */
export async function hold(element: Locator): Promise<void> {
  await element.evaluate((element) => void (window.held = element as Api));
}

/** Waits until what was in the held element has ended. */
export async function ended(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => window.held.shadowRoot!.childElementCount)).toBe(0);
}
