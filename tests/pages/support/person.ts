import type { Locator, Page } from "@playwright/test";
import { downloaded, type Downloaded } from "./download.ts";
import { isFirefox } from "./firefox.ts";
import type { Response } from "./engine.ts";
import type { Person } from "./golden.ts";
import { itemPages, labelOf, legendOf, optionText, questions, type Answer } from "./instrument.ts";
import { expect } from "./test.ts";
import { pilotNames, roleNames } from "./words.ts";

/** A Monday, in week 48. Time stands still but where a walk lets it pass, so that page times are what a test says. */
export const monday = Date.UTC(2026, 10, 23, 9);
export const mondaysWeek = "2026-W48";

const secondsPerQuestion = 5;

/** One person on one page, going through the screens as people do: by what things are called. */
export class Walk {
  readonly page: Page;
  readonly person: Person;
  /** Where the screens are: the page, or one of several elements on it. */
  readonly screens: Page | Locator;
  #now = monday;

  constructor(page: Page, person: Person, screens: Page | Locator = page) {
    this.page = page;
    this.person = person;
    this.screens = screens;
  }

  /** From the first screen to the result. */
  async toResult(): Promise<void> {
    await this.open();
    await this.fromStartToResult();
  }

  /** From the first screen, which is open, to the result. */
  async fromStartToResult(): Promise<void> {
    await this.fromStartToPages();
    await this.fromPagesToResult();
  }

  /** From the first page of items, which is open, to the result. */
  async fromPagesToResult(): Promise<void> {
    for (let index = 0; index < this.pages.length; index++) {
      await this.answerPage(index);
      await this.next();
      await this.continueWithout(this.#open(index));
    }
    const see = this.button("See my result");
    if (this.person.attribution.length === 0 || this.pages.flat().some((id) => !(id in this.person.answers))) await see.click();
    await expect(this.screens.getByRole("article")).toBeVisible();
  }

  /** From the first screen to the first page of items. */
  async toPages(): Promise<void> {
    await this.open();
    await this.fromStartToPages();
  }

  /** From the first screen, which is open, to the first page of items. */
  async fromStartToPages(): Promise<void> {
    await this.start();
    await this.tellAbout();
    await this.next();
    await this.rank();
    await this.next();
    await this.continueWithout(this.person.attribution.length === 0 ? 1 : 0);
  }

  async open(): Promise<void> {
    await this.page.clock.setFixedTime(this.#now);
    await this.page.goto("index.html");
  }

  /** Leaves the first screen. */
  async start(): Promise<void> {
    if (this.person.rollout !== undefined) await this.screens.getByRole("textbox", { name: "A name for it" }).fill(this.person.rollout);
    await this.screens.getByRole("button", { name: /^(Start|Go on)$/ }).click();
  }

  /** Says who answers, on the second screen. */
  async tellAbout(): Promise<void> {
    const { role, form, pilot, unit } = this.person;
    await this.screens.getByRole("radio", { name: roleNames[role] }).check();
    const name = `${form === "full" ? "Full" : "Pulse"}, ${questions(form, role)} questions`;
    await this.screens.getByRole("radio", { name: new RegExp(`^${name}`) }).check();
    if (pilot !== undefined) await this.screens.getByRole("radio", { name: pilotNames[pilot], exact: true }).check();
    if (unit !== undefined) await this.screens.getByRole("textbox", { name: "Your part of the organisation" }).fill(unit);
  }

  /** Ranks what slows the rollout. */
  async rank(): Promise<void> {
    for (const id of this.person.attribution) await this.button(optionText(id)).click();
  }

  /** The pages of items that this person is asked. */
  get pages(): string[][] {
    return itemPages(this.person.form, this.person.role);
  }

  /** Answers what this person answers of a page of items, and lets the time for it pass. */
  async answerPage(index: number): Promise<void> {
    const page = this.pages[index] ?? [];
    for (const id of page) {
      const answer = this.person.answers[id];
      if (answer !== undefined) await this.answer(id, answer);
    }
    await this.pass(this.person.seconds?.[index] ?? secondsPerQuestion * page.length);
  }

  /** Lets seconds pass. */
  async pass(seconds: number): Promise<void> {
    this.#now += seconds * 1000;
    await this.page.clock.setFixedTime(this.#now);
  }

  async answer(id: string, answer: Answer): Promise<void> {
    await this.radio(id, answer).check();
  }

  /** The radio group of an item on the page that is open. */
  group(id: string): Locator {
    return this.screens.getByRole("group", { name: legendOf(id, this.person.form, this.person.role), exact: true });
  }

  radio(id: string, answer: Answer): Locator {
    return this.group(id).getByRole("radio", { name: labelOf(id, answer), exact: true });
  }

  async next(): Promise<void> {
    await this.button("Next").click();
  }

  /** Where questions are open, Next names them once. */
  async continueWithout(open: number): Promise<void> {
    if (open === 0) return;
    const notice = this.screens.getByRole("heading", { name: gapsTitle(open) });
    await expect(notice).toBeVisible();
    await this.button("Continue without").click();
  }

  button(name: string | RegExp): Locator {
    return this.screens.getByRole("button", { name, exact: true });
  }

  #open(index: number): number {
    return (this.pages[index] ?? []).filter((id) => !(id in this.person.answers)).length;
  }
}

/** What the notice of open questions is called. */
export function gapsTitle(open: number): string {
  return open === 1 ? "One question here has no answer" : `${open} questions here have no answer`;
}

/** A response file that was saved. */
export interface SavedFile extends Downloaded {
  response: Response;
}

/** Saves the file from the screen that shows it. */
export async function saveFile(page: Page): Promise<SavedFile> {
  const { name, text } = await downloaded(page, () => page.getByRole("button", { name: "Save the file", exact: true }).click());
  return { name, text, response: JSON.parse(text) as Response };
}

/** Chooses a file on the first screen, as with the button there. */
export async function chooseFile(page: Page, content: string, name = "answers.middle-layer.json"): Promise<void> {
  const file = { name, mimeType: "application/json", buffer: Buffer.from(content) };
  // There its chooser stays open in a window that nobody sees, and no other comes after it.
  if (isFirefox(page)) return page.locator("input[type=file]").first().setInputFiles(file);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open a saved file", exact: true }).click()]);
  await chooser.setFiles(file);
}
