import type { Page } from "@playwright/test";
import { expect } from "./test.ts";

/** The rows of a CSV file, read as RFC 4180 says; a mark of its encoding may stand in front. */
export function rowsOfCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let rest = text.replace(/^\uFEFF/, "");
  while (rest.length > 0) {
    const cell = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    if (!cell) throw new Error(`no CSV: ${JSON.stringify(rest.slice(0, 40))}`);
    row.push(cell[1]?.replaceAll('""', '"') ?? cell[2] ?? "");
    if (cell[3] === "\r\n") {
      rows.push(row);
      row = [];
    }
    rest = rest.slice(cell[0].length);
  }
  return rows;
}

/** What an SVG file shows to somebody who opens it by itself. */
export interface OpenedDrawing {
  title: string;
  texts: string[];
  shapes: Record<string, number>;
  /** What would need something from elsewhere, or would not be black, grey or white. */
  foreign: string[];
  /** What lies outside of the drawing. */
  outside: string[];
}

/** Opens an SVG file in a page of its own and keeps a picture of it. */
export async function openDrawing(page: Page, text: string, picture: string): Promise<OpenedDrawing> {
  const other = await page.context().newPage();
  await other.setContent(`<!doctype html><style>body{margin:0}svg{display:block}</style>${text}`);
  const opened = await other.evaluate((text) => {
    const xml = new DOMParser().parseFromString(text, "image/svg+xml");
    const error = xml.querySelector("parsererror")?.textContent;
    if (error || xml.documentElement.namespaceURI !== "http://www.w3.org/2000/svg") throw new Error(error ?? "no SVG");
    const drawing = document.querySelector("svg")!;
    const shapes: Record<string, number> = {};
    const [foreign, outside]: [string[], string[]] = [[], []];
    const box = drawing.getBoundingClientRect();
    for (const element of drawing.querySelectorAll("*")) {
      shapes[element.localName] = (shapes[element.localName] ?? 0) + 1;
      for (const { name, value } of element.attributes) {
        if (/^(class|style|href|on)/.test(name) || /var\(|url\(|%$/.test(value) && element.getAttribute("fill") !== "#fff") foreign.push(`${name}="${value}"`);
        if (["fill", "stroke"].includes(name) && !["none", "#000", "#fff", "#888", "#ccc"].includes(value)) foreign.push(`${name}="${value}"`);
        if (/NaN|undefined|null/.test(value)) foreign.push(`${name}="${value}"`);
      }
      const { left, right, top, bottom } = element.getBoundingClientRect();
      if (left < box.left || right > box.right || top < box.top || bottom > box.bottom) outside.push(element.outerHTML);
    }
    const texts = [...drawing.querySelectorAll("text")].map((text) => text.textContent ?? "");
    return { title: drawing.querySelector("title")?.textContent ?? "", texts, shapes, foreign, outside };
  }, text);
  await other.locator("svg").screenshot({ path: picture });
  await other.close();
  expect(opened.foreign, "needs nothing from outside").toEqual([]);
  expect(opened.outside, "lies within the drawing").toEqual([]);
  return opened;
}
