import instrument from "../../../static/instrument.json" with { type: "json" };

export { instrument };

export type Role = "manager" | "executive" | "frontline";
export type Form = "full" | "pulse";
export type Answer = 1 | 2 | 3 | 4 | 5 | "na";

/** The page of the order that is the ranking. */
const ranking = "R1";

/** "Nothing slows it", which goes with no other option. */
export const exclusiveOption = "o3";

/** The pages of items, without the ranking. */
export function itemPages(form: Form, role: Role): string[][] {
  return instrument.order[form][role].filter((page) => !page.includes(ranking));
}

/** All items of a form, in the order in which they are asked. */
export function items(form: Form, role: Role): string[] {
  return itemPages(form, role).flat();
}

/** How many questions a form has, the ranking among them. */
export function questions(form: Form, role: Role): number {
  return instrument.order[form][role].flat().length;
}

/** Fewer shared words than this are not set apart as a stem. */
const fewestWords = 4;

/** The words that all questions of a page begin with, where they share at least four. */
export function stemOf(page: string[], role: Role): string | undefined {
  const [first, ...others] = page.map((id) => textOf(id, role).split(" "));
  if (!first || others.length === 0) return undefined;
  let shared = 0;
  while (shared < first.length - 1 && others.every((words) => shared < words.length - 1 && words[shared] === first[shared])) shared++;
  return shared < fewestWords ? undefined : first.slice(0, shared).join(" ");
}

/** What the legend of an item says on its page: the text, or what follows the stem that its page shows once. */
export function legendOf(id: string, form: Form, role: Role): string {
  const page = itemPages(form, role).find((page) => page.includes(id)) ?? [];
  const stem = stemOf(page, role);
  const text = textOf(id, role);
  return stem === undefined ? text : text.slice(stem.length + 1);
}

/** The label of an answer to an item. */
export function labelOf(id: string, answer: Answer): string {
  const scale = itemOf(id).scale as keyof typeof instrument.scales;
  return answer === "na" ? instrument.notApplicable[scale] : (instrument.scales[scale][answer - 1] as string);
}

/** The text of an option of the ranking. */
export function optionText(id: string): string {
  const option = instrument.attribution.options.find((option) => option.id === id);
  if (!option) throw new Error(`no option ${id}`);
  return option.text;
}

export function itemOf(id: string) {
  const item = instrument.items.find((item) => item.id === id);
  if (!item) throw new Error(`no item ${id}`);
  return item;
}

export function textOf(id: string, role: Role): string {
  const text = (itemOf(id).text as Partial<Record<Role, string>>)[role];
  if (text === undefined) throw new Error(`${id} is not asked of ${role}`);
  return text;
}
