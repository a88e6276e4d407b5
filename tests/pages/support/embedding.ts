import type { FrameLocator, Page } from "@playwright/test";
import { itemPages, legendOf } from "./instrument.ts";
import type { Person } from "./golden.ts";
import type { Site } from "./site.ts";

// Somebody's page with the element in it.

const text = { "content-type": "text/javascript; charset=utf-8" };

/** Puts a page beside the files of the release. The page's own script has to be a file, as under any strict policy. */
export function putHost(site: Site, body: string, { head = "", script = "", name = "host.html", lang = "en" } = {}): void {
  const tag = script && '<script src="host.js" defer></script>';
  if (script) site.answer("host.js", { headers: text, body: script });
  site.answer(name, {
    body: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Intranet</title><meta name="viewport" content="width=device-width, initial-scale=1">${head}<script src="embed.js" defer></script>${tag}</head><body><main><h1>Intranet</h1>${body}</main></body></html>`,
  });
}

/** An event of the element as the page heard it. */
export interface Heard {
  type: string;
  detail: Record<string, unknown>;
}

const types = ["ready", "progress", "complete", "handed-in", "saved", "error"];

/** Notes from now on all events of elements and all messages that reach a page, but not those inside frames of it. */
export async function listen(page: Page): Promise<() => Promise<{ events: Heard[]; messages: unknown[] }>> {
  await page.addInitScript((types) => {
    if (self !== top) return;
    const heard = { events: [] as unknown[], messages: [] as unknown[] };
    Object.assign(self, { heard });
    for (const type of types) {
      addEventListener(`middle-layer-${type}`, (event) => heard.events.push({ type, detail: structuredClone((event as CustomEvent).detail) }));
    }
    addEventListener("message", ({ data }) => heard.messages.push(structuredClone(data)));
  }, types);
  return () => page.evaluate(() => (self as unknown as { heard: { events: Heard[]; messages: unknown[] } }).heard);
}

/** From the first screen to the result, inside an element or a frame; the role and the form are given by the page. */
export async function answerAll(inside: Page | FrameLocator, person: Pick<Person, "form" | "role">, answer = "Agree"): Promise<void> {
  const button = (name: string) => inside.getByRole("button", { name, exact: true });
  await button("Start").click();
  await button("Next").click();
  await button("Too many approvals, reviews or exceptions").click();
  await button("Next").click();
  for (const items of itemPages(person.form, person.role)) {
    for (const id of items) {
      const group = inside.getByRole("group", { name: legendOf(id, person.form, person.role), exact: true });
      await group.getByRole("radio", { name: id.startsWith("FRI") ? "Somewhat harder" : answer, exact: true }).check();
    }
    await button("Next").click();
  }
}
