import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";

const folder = fileURLToPath(new URL("../../../test-results/pictures/", import.meta.url));

/** Prints the page on A4 as a person would, keeps the file in test-results/pictures, and gives the text of each sheet. */
export async function print(page: Page, name: string): Promise<string[]> {
  const file = await page.pdf({ path: `${folder}${name}.pdf`, format: "A4", printBackground: false });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)));
  return text;
}
