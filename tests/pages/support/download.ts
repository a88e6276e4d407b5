import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { downloadsFolder, isFirefox } from "./firefox.ts";

/** A file that was handed to the browser's downloads. */
export interface Downloaded {
  name: string;
  text: string;
}

/** What is handed to the downloads while something is done. */
export async function downloaded(page: Page, act: () => Promise<unknown>): Promise<Downloaded> {
  if (isFirefox(page)) return fromFolder(act);
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** Playwright does not hear of downloads that stock Firefox makes from a blob, so they are looked for where they land. */
async function fromFolder(act: () => Promise<unknown>): Promise<Downloaded> {
  const files = async () => (await readdir(downloadsFolder).catch(() => [])).filter((name) => !name.endsWith(".part"));
  const before = new Set(await files());
  await act();
  let found: string | undefined;
  let text = "";
  await expect(async () => {
    found = (await files()).find((name) => !before.has(name));
    text = found ? await readFile(join(downloadsFolder, found), "utf8") : "";
    expect(text, "the file has arrived").not.toBe("");
  }).toPass({ timeout: 10_000 });
  // A name that is there already gets a number.
  return { name: found!.replace(/\(\d+\)(?=\.)/, ""), text };
}
