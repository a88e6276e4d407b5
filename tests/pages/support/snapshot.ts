import type { Page } from "@playwright/test";

declare global {
  interface Window {
    /** What was computed at each look, by place. */
    looks: Record<string, Record<string, string>>;
  }
}

/** Notes what the browser has computed for everything in the first element, and for what style sheets put before and after it. */
export async function look(page: Page, name: string): Promise<void> {
  await page.evaluate((name) => {
    const seen: Record<string, string> = {};
    const walk = (element: Element, path: string) => {
      for (const pseudo of ["", "::before", "::after"]) {
        const style = getComputedStyle(element, pseudo);
        if (pseudo && (style.content === "none" || style.content === "normal")) continue;
        let line = "";
        for (let index = 0; index < style.length; index++) {
          const property = style[index]!;
          // Custom properties of the page are inherited, and mean nothing here.
          if (!/^--(?!ml-)/.test(property)) line += `${property}: ${style.getPropertyValue(property)}; `;
        }
        seen[path + pseudo] = line;
      }
      for (let index = 0; index < element.children.length; index++) walk(element.children[index]!, `${path} ${element.children[index]!.localName}:${index}`);
    };
    walk(document.querySelector("middle-layer")!.shadowRoot!.querySelector(".root, .shell")!, "");
    (window.looks ??= {})[name] = seen;
  }, name);
}

/** Every look of a page: each place as a short mark. */
async function marks(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const marks: Record<string, number> = {};
    for (const [name, seen] of Object.entries(window.looks)) {
      for (const [place, line] of Object.entries(seen)) {
        let mark = 0;
        for (let index = 0; index < line.length; index++) mark = (Math.imul(mark, 31) + line.charCodeAt(index)) | 0;
        marks[`${name} |${place}`] = mark;
      }
    }
    return marks;
  });
}

async function lines(page: Page, place: string): Promise<Set<string>> {
  const line = await page.evaluate(([name, place]) => window.looks[name!]?.[place!] ?? "", place.split(" |"));
  return new Set(line.split("; "));
}

/** How much two pages had to look at, and where they look different: the first few places, and what only one of them has there. */
export async function differences(one: Page, other: Page): Promise<{ places: number; found: string[] }> {
  const [first, second] = [await marks(one), await marks(other)];
  const places = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  const found: string[] = [];
  for (const place of places.filter((place) => first[place] !== second[place]).slice(0, 9)) {
    const [here, there] = [await lines(one, place), await lines(other, place)];
    found.push(`${place} { ${[...here].filter((line) => !there.has(line)).join("; ")} } { ${[...there].filter((line) => !here.has(line)).join("; ")} }`);
  }
  return { places: places.length, found };
}
