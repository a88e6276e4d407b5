import type { FrameLocator, Locator, Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { picture } from "./picture.ts";
import type { Headers, Site } from "./site.ts";
import { expect } from "./test.ts";

// A page of somebody else, and what can be seen on it: the assessment, or why it is not there.

/** What stands on the page, where it is not what the README says to paste. */
interface Embedding {
  script?: string;
  element?: string;
  /** Before both. */
  first?: string;
  /** The colour schemes that the page allows. */
  schemes?: string;
  headers?: Headers;
}

/** Puts a page with the element in it on the site. */
export function embed(site: Site, { script = `<script src="embed.js" defer></script>`, element = "<middle-layer></middle-layer>", first = "", schemes = "light dark", headers = {} }: Embedding = {}): void {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="${schemes}"><title>Intranet</title>`;
  site.answer("intranet.html", {
    headers,
    body: `<!doctype html><html lang="en"><head>${head}</head><body><main><h1>Intranet</h1>${first}${script}${element}</main></body></html>`,
  });
}

/** Puts a page with the element in it on the site, and opens it. */
export async function openEmbedded(page: Page, site: Site, embedding: Embedding = {}): Promise<void> {
  embed(site, embedding);
  await page.goto(site.address("intranet.html"));
}

/** Expects that the assessment is there, and answers to a press. */
export async function expectWorking(place: Page | FrameLocator): Promise<void> {
  await expect(place.getByRole("heading", { name: "Where does the pace go?" })).toBeVisible();
  await place.getByRole("button", { name: "Start" }).click();
  await expect(place.getByRole("heading", { name: "About you" })).toBeVisible();
}

/** Where it says that it cannot start. */
export function explanation(place: Page | FrameLocator): Locator {
  return place.getByRole("status").filter({ has: place.getByRole("heading", { name: "Middle Layer cannot start here" }) });
}

/** What is said: to whoever reads it, to whoever looks after the page, and the line for that. */
interface Explained {
  sentence: string | RegExp;
  remedy?: string | RegExp;
  line?: string;
}

/** Expects that it says what is wrong and what to do, and offers to try again and to copy it. */
export async function expectExplained(place: Page | FrameLocator, { sentence, remedy, line }: Explained): Promise<void> {
  const shown = explanation(place);
  await expect(shown.getByRole("paragraph").first()).toHaveText(sentence);
  await expect(shown.getByText("For whoever looks after this page:")).toHaveText(remedy === undefined ? [] : [remedy]);
  await expect(shown.getByRole("code")).toHaveText(line === undefined ? [] : [line]);
  await expect(shown.getByRole("button")).toHaveText(["Try again", "Copy details"]);
}

/** Expects of the page as it stands that everybody can read it, and keeps pictures of it. */
export async function expectPresentable(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await picture(page, `hostile-${name}`, [320, 1280]);
}

/** The files of the site that a page asks for from now on, each once. */
export function filesOf(page: Page, site: Site): Set<string> {
  const files = new Set<string>();
  page.on("request", (request) => {
    const file = site.fileOf(request.url());
    if (file !== undefined) files.add(file);
  });
  return files;
}
