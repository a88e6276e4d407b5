import type { Page } from "@playwright/test";
import { draftOnDevice, openAt, saidIn } from "./support/device.ts";
import { responseOf } from "./support/engine.ts";
import { goldenFigures, goldenPerson, type Person } from "./support/golden.ts";
import { chooseFile, mondaysWeek, saveFile, Walk } from "./support/person.ts";
import { golden } from "./support/path.ts";
import { chartsOf, expectedCharts } from "./support/result.ts";
import { expect, test } from "./support/test.ts";

// A saved file opens again: to the same result, or where its owner can go on. A wrong one says why, and costs nothing.

const name = "G5_typical_manager";
const manager = goldenPerson(name, { pilot: "partly", unit: "Claims", rollout: "Letter drafts" });
const nothingYet: Person = { ...manager, answers: {}, attribution: [] };

/** Drops a file on the page, as from a folder beside the window. */
async function dropFile(page: Page, content: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where does the pace go?");
  const transfer = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], "answers.middle-layer.json", { type: "application/json" }));
    return transfer;
  }, content);
  const target = page.getByRole("heading", { level: 1 });
  for (const event of ["dragenter", "dragover", "drop"]) await target.dispatchEvent(event, { dataTransfer: transfer });
}

const ways: Record<string, (page: Page, content: string) => Promise<void>> = { chosen: chooseFile, dropped: dropFile };

for (const [way, open] of Object.entries(ways)) {
  test(`a finished file that is ${way} shows its result`, async ({ page }) => {
    await page.goto("index.html");
    await open(page, JSON.stringify(await responseOf(manager)));
    await expect(page.getByRole("article")).toBeVisible();
    await expect(page.getByText("The file is open. It replaces what was here.")).toBeVisible();
    expect(Object.fromEntries(await chartsOf(page))).toEqual(Object.fromEntries(expectedCharts(manager, goldenFigures(name))));
  });

  test(`an unfinished file that is ${way} goes on`, async ({ page }) => {
    await page.goto("index.html");
    await open(page, JSON.stringify(await responseOf({ ...manager, answers: { SIG1: 4, CUL2: "na" } })));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("37 questions are open");
    await page.getByRole("button", { name: "Page 2", exact: true }).click();
    const walk = new Walk(page, manager);
    await expect(walk.radio("SIG1", 4)).toBeChecked();
    await expect(walk.radio("CUL2", "na")).toBeChecked();
    await walk.answer("DEC1", 2);
    expect(saidIn(await draftOnDevice(page)).answers).toEqual({ SIG1: 4, CUL2: "na", DEC1: 2 });
  });
}

test("what is saved, opened and saved again stays the same, byte for byte", async ({ page }) => {
  const walk = new Walk(page, goldenPerson("G9_pulse", { pilot: "no", unit: "Zürich & Süd", rollout: "“Letters” <2>" }));
  await walk.toResult();
  await walk.button("Save my answers").click();
  const first = await saveFile(page);
  await expect(page.getByRole("status").filter({ hasText: `Handed to your browser as ${first.name}.` })).toBeVisible();
  await page.evaluate(() => localStorage.clear());
  await page.goto("index.html");
  await chooseFile(page, first.text);
  await walk.button("Save my answers").click();
  expect((await saveFile(page)).text).toBe(first.text);
});

test("a file with a byte order mark, as some editors leave it, opens", async ({ page }) => {
  await page.goto("index.html");
  await chooseFile(page, `\uFEFF${JSON.stringify(await responseOf(manager))}`);
  await expect(page.getByRole("article")).toBeVisible();
});

test("the name of the file says nothing about its owner, and the file holds no name and no clock time", async ({ page }) => {
  await openAt(page, manager, "result");
  await new Walk(page, manager).button("Save my answers").click();
  const { name: fileName, response } = await saveFile(page);
  expect(fileName).toBe(`answers-${response.id.slice(0, 6)}.middle-layer.json`);
  expect(Object.keys(response).sort()).toEqual(["answers", "attribution", "form", "format", "id", "instrument", "pilot", "role", "rollout", "unit", "version", "week"]);
  expect(response.week).toBe(mondaysWeek);
});

test("answers can be saved before they are finished", async ({ page }) => {
  await openAt(page, { ...nothingYet, answers: { SIG1: 4 } }, "page-1");
  const walk = new Walk(page, manager);
  await walk.button("Save as a file and go on later").click();
  await expect(page.getByText("1 of 40 questions are answered. You can open the file later and go on.")).toBeVisible();
  const { response } = await saveFile(page);
  expect(response.answers).toEqual({ SIG1: 4 });
  await walk.button("Back to the questions").click();
  await expect(walk.radio("SIG1", 4)).toBeChecked();
});

test("a file that replaces answers can be taken back", async ({ page }) => {
  await openAt(page, { ...manager, answers: { SIG1: 2 } }, "start");
  await chooseFile(page, JSON.stringify(await responseOf(goldenPerson("G10_frontline"))));
  await expect(page.getByRole("article")).toBeVisible();
  await new Walk(page, manager).button("Bring them back").click();
  await expect.poll(async () => saidIn(await draftOnDevice(page)).answers).toEqual({ SIG1: 2 });
});

test("a file from before is chosen again after a wrong one", async ({ page }) => {
  await page.goto("index.html");
  await chooseFile(page, "");
  await expect(page.getByText("This file could not be opened")).toBeVisible();
  await chooseFile(page, JSON.stringify(await responseOf(manager)));
  await expect(page.getByRole("article")).toBeVisible();
  await expect(page.getByText("This file could not be opened")).toHaveCount(0);
});

type Change = (file: Awaited<ReturnType<typeof responseOf>>) => unknown;
const changed = (change: Change) => async () => JSON.stringify(change(await responseOf(manager)));

const wrong: Record<string, { content: () => Promise<string>; reason: string | RegExp }> = {
  "of 5 MB": { content: async () => `"${"x".repeat(5 * 1024 * 1024)}"`, reason: "It is much larger than a file of answers can be." },
  "that is empty": { content: async () => "", reason: "It is not a file of answers, or a part of it is missing." },
  "that is no JSON": { content: async () => "Dear colleague,\n\nsee below.", reason: "It is not a file of answers, or a part of it is missing." },
  "that is a picture": { content: async () => "\u{89}PNG\r\n\u{1a}\n", reason: "It is not a file of answers, or a part of it is missing." },
  "that is cut off": { content: async () => JSON.stringify(await responseOf(manager)).slice(0, -40), reason: "It is not a file of answers, or a part of it is missing." },
  "nested 10,000 deep": { content: async () => "[".repeat(10_000) + "]".repeat(10_000), reason: "It is not a file of answers." },
  "that is a list": { content: async () => "[]", reason: "It is a file of another kind." },
  "of another kind": { content: changed((file) => ({ ...file, format: "middle-layer/instrument" })), reason: "It is a file of another kind." },
  "that is a path": { content: async () => JSON.stringify({ format: "middle-layer/path", version: 1, path: golden["BIG"] }), reason: "It holds a path, not answers. Open it under “The path of one unit”, below a result." },
  "of another version": { content: changed((file) => ({ ...file, version: 2 })), reason: "It was saved by another version of this assessment." },
  "of other questions": { content: changed((file) => ({ ...file, instrument: { ...file.instrument, id: "our-own" } })), reason: "Its answers belong to another set of questions (our-own). Open it where you saved it." },
  "with an answer of 6": { content: changed((file) => ({ ...file, answers: { ...file.answers, SIG1: 6 } })), reason: "The answer to SIG1 must be a whole number from 1 to 5" },
  "with an answer as text": { content: changed((file) => ({ ...file, answers: { ...file.answers, SIG1: "5" } })), reason: "The answer to SIG1 must be a whole number from 1 to 5" },
  "with a question of another role": { content: changed((file) => ({ ...file, answers: { ...file.answers, CUL5: 3 } })), reason: "The question CUL5 is not asked of this role" },
  "with four picks": { content: changed((file) => ({ ...file, attribution: ["c1", "c2", "c3", "c4"] })), reason: "The ranking has too many picks" },
};

for (const [what, { content, reason }] of Object.entries(wrong)) {
  test(`a file ${what} says why it is refused, and costs nothing`, async ({ page }) => {
    await openAt(page, { ...manager, answers: { SIG1: 2 } }, "start");
    const before = saidIn(await draftOnDevice(page));
    await chooseFile(page, await content());
    const notice = page.getByRole("status").filter({ hasText: "This file could not be opened" });
    await expect(notice).toContainText(reason);
    // What a program would say stands there only where the file may be one of ours, and nothing stands there twice.
    const said = (await notice.locator("p, li").allInnerTexts()).flatMap((text) => text.split(/(?<=[.:]) (?=\p{Lu})/u));
    expect(new Set(said).size, "each sentence once").toBe(said.length);
    await expect(notice.getByRole("listitem")).toHaveCount(/^with|cut off$/.test(what.replace("that is ", "")) ? 1 : 0);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where does the pace go?");
    expect(saidIn(await draftOnDevice(page))).toEqual(before);
    await notice.getByRole("button", { name: "Close" }).last().click();
    await expect(notice).toHaveCount(0);
    await new Walk(page, manager).button("Go on").click();
    await expect(page.getByRole("radio", { name: /^Manager/ })).toBeChecked();
  });
}

test("all that is wrong with a file is said at once", async ({ page }) => {
  await page.goto("index.html");
  await chooseFile(page, await changed((file) => ({ ...file, answers: { ...file.answers, SIG1: 6, DEC1: 2.5, OLD1: 3 }, attribution: ["c1", "c1"] }))());
  const notice = page.getByRole("status").filter({ hasText: "This file could not be opened" });
  await expect(notice.getByRole("listitem")).toHaveCount(4);
  for (const place of ["SIG1", "DEC1", "OLD1", "Pick 2 of the ranking"]) await expect(notice.getByRole("listitem").filter({ hasText: place })).toHaveCount(1);
});

test("what is dropped and is no file changes nothing", async ({ page }) => {
  await openAt(page, { ...manager, answers: { SIG1: 2 } }, "page-1");
  const transfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.setData("text/plain", "some words");
    return transfer;
  });
  const target = page.getByRole("heading", { level: 1 });
  for (const event of ["dragover", "drop"]) await target.dispatchEvent(event, { dataTransfer: transfer });
  await expect(new Walk(page, manager).radio("SIG1", 2)).toBeChecked();
  await expect(page.getByText("This file could not be opened")).toHaveCount(0);
});
