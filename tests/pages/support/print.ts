import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";

const folder = fileURLToPath(new URL("../../../test-results/pictures/", import.meta.url));

/** What Chrome leaves at each edge unless a person chooses otherwise. */
const edge = "10mm";
const margin = { top: edge, right: edge, bottom: edge, left: edge };

/** Prints the page on A4 as a person would, keeps the file in test-results/pictures, and gives the text of each sheet. */
export async function print(page: Page, name: string): Promise<string[]> {
  const file = await page.pdf({ path: `${folder}${name}.pdf`, format: "A4", margin, printBackground: false });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)));
  return text;
}
