import { goldenPerson, type Person } from "./support/golden.ts";
import { itemPages, optionText, textOf } from "./support/instrument.ts";
import { allOnDevice, asideKey, countWrites, draftKey, draftOf, draftOnDevice, onDevice, openAt, putOnDevice, saidIn, type Draft } from "./support/device.ts";
import { downloaded } from "./support/download.ts";
import { monday, Walk } from "./support/person.ts";
import { expect, test } from "./support/test.ts";
import type { Page } from "@playwright/test";

// What is kept on the device, and what becomes of it. Nothing is ever silently lost.

const manager = goldenPerson("G5_typical_manager");
const [firstPage, secondPage] = itemPages("full", "manager") as [string[], string[]];

/** A short way through: the pulse, and hardly an answer. */
const brief: Person = { role: "frontline", form: "pulse", attribution: ["c1"], answers: { SIG1: 4, CUL1: 2 } };

const day = 24 * 60 * 60 * 1000;

function notice(page: Page, text: string | RegExp) {
  return page.locator(".notice").filter({ hasText: text });
}

async function heading(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

test.describe("somebody in the middle of the questions", () => {
  let walk: Walk;

  test.beforeEach(async ({ page }) => {
    walk = new Walk(page, manager);
    await walk.toPages();
    await walk.answerPage(0);
    await walk.next();
    await heading(page, "What got easier or harder");
    await walk.answer("FRI1", 4);
  });

  async function expectRestored(page: Page): Promise<void> {
    await expect(notice(page, /Your answers from .*(23 November|November 23,) 2026.* were on this device/)).toBeVisible();
    await expect(page.getByText("Page 3 of 7")).toBeVisible();
    const there = new Walk(page, manager);
    await expect(there.radio("FRI1", 4)).toBeChecked();
    await there.button("Back").click();
    for (const id of firstPage) await expect(there.radio(id, manager.answers[id]!)).toBeChecked();
    await there.button("Back").click();
    const picks = page.getByRole("list").filter({ has: page.getByRole("button", { name: /^Take out/ }) });
    await expect(picks.getByRole("listitem")).toContainText(manager.attribution.map(optionText));
  }

  test("finds answers, page and ranking after a reload", async ({ page }) => {
    await page.reload();
    await expectRestored(page);
  });

  test("finds them after a crash", async ({ page, context }) => {
    await page.close({ runBeforeUnload: false });
    const next = await context.newPage();
    await next.clock.setFixedTime(monday);
    await next.goto("index.html");
    await expectRestored(next);
  });

  test("erases all at one click, and can bring it back", async ({ page }) => {
    const before = saidIn(await draftOnDevice(page));
    await walk.button("Erase my answers from this device").click();
    await heading(page, "Where does the pace go?");
    expect(await allOnDevice(page)).toEqual({});
    await notice(page, "Your answers are erased from this device.").getByRole("button", { name: "Bring them back" }).click();
    await expect(walk.radio("FRI1", 4)).toBeChecked();
    expect(saidIn(await draftOnDevice(page))).toEqual(before);
  });

  test("erases for good: a reload starts fresh", async ({ page }) => {
    await walk.button("Erase my answers from this device").click();
    await page.reload();
    await heading(page, "Where does the pace go?");
    await expect(page.locator(".notice")).toHaveCount(0);
    expect(await allOnDevice(page)).toEqual({});
  });

  test("changes their mind and keeps nothing: what was kept is gone at once", async ({ page }) => {
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await heading(page, "Where does the pace go?");
    await page.getByRole("checkbox", { name: "Keep my answers on this device while I work" }).uncheck();
    expect(await allOnDevice(page)).toEqual({});
  });
});

test("the day of a draft is written as the browser of its owner writes dates", async ({ page }) => {
  await openAt(page, manager, "page-1");
  await expect(notice(page, "Your answers from 23 November 2026 at 09:00 were on this device.")).toBeVisible();
});

test("that answers are kept is said once, and then shown quietly", async ({ page }) => {
  const walk = new Walk(page, manager);
  await walk.open();
  await heading(page, "Where does the pace go?");
  await page.evaluate(() => {
    const root = document.querySelector("middle-layer")!.shadowRoot!;
    const said: string[] = [];
    let last = "";
    new MutationObserver(() => {
      const now = root.querySelector(".root > [role=status]")?.textContent ?? "";
      if (now !== last) said.push(now);
      last = now;
    }).observe(root, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { said });
  });
  await walk.start();
  await walk.tellAbout();
  await walk.next();
  await walk.rank();
  await walk.next();
  await walk.answerPage(0);
  await expect(page.getByText("saved on this device", { exact: true })).toBeVisible();
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said.filter((sentence) => sentence.includes("saved on this device"))).toHaveLength(1);
});

test("who keeps nothing leaves nothing on the device at any time", async ({ page }) => {
  const writes = await countWrites(page);
  const walk = new Walk(page, brief);
  await walk.open();
  await page.getByRole("checkbox", { name: "Keep my answers on this device while I work" }).uncheck();
  await expect(page.getByText("Nothing is kept on this device.")).toBeVisible();
  await walk.start();
  await walk.tellAbout();
  await walk.next();
  await walk.rank();
  await walk.next();
  await walk.answerPage(0);
  await expect(page.getByText("nothing is saved", { exact: true })).toBeVisible();
  expect(await writes()).toBe(0);
  expect(await allOnDevice(page)).toEqual({});
  await page.reload();
  await heading(page, "Where does the pace go?");
});

const faults: Record<string, { notice: string; break: () => void }> = {
  "refuses every access": {
    notice: "This browser does not let the page keep anything.",
    break: () => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    },
  },
  "is not there": {
    notice: "This browser does not let the page keep anything.",
    break: () => Object.defineProperty(window, "localStorage", { get: () => null }),
  },
  "throws when it is read": {
    notice: "This browser does not let the page keep anything.",
    break: () => {
      Storage.prototype.getItem = Storage.prototype.setItem = () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      };
    },
  },
  "throws when it is written": {
    notice: "This browser does not let the page keep anything.",
    break: () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      };
    },
  },
  "is full": {
    notice: "This browser has no room left to keep your answers.",
    break: () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      };
    },
  },
};

for (const [name, fault] of Object.entries(faults)) {
  test(`storage that ${name} is said once, and the assessment goes on to its result`, async ({ page }) => {
    await page.addInitScript(fault.break);
    const walk = new Walk(page, brief);
    await walk.open();
    await walk.start();
    await walk.tellAbout();
    await expect(notice(page, fault.notice)).toHaveCount(1);
    await expect(page.locator(".notice")).toHaveCount(1);
    await notice(page, fault.notice).getByRole("button", { name: "Close" }).click();
    await walk.next();
    await walk.rank();
    await walk.next();
    await walk.answerPage(0);
    await expect(page.getByText("not saved: nothing can be kept here")).toBeVisible();
    await walk.next();
    await walk.continueWithout(4);
    await walk.next();
    await walk.continueWithout(6);
    await walk.button("See my result").click();
    await expect(page.getByRole("article")).toBeVisible();
    await expect(page.locator(".notice")).toHaveCount(0);
  });
}

test("storage that fills up on the way is said when it happens", async ({ page }) => {
  const walk = new Walk(page, brief);
  await walk.open();
  await walk.start();
  await walk.tellAbout();
  await expect(page.getByText("saved on this device", { exact: true })).toBeVisible();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
  });
  await walk.next();
  await expect(notice(page, "This browser has no room left to keep your answers.")).toBeVisible();
});

test.describe("what lies on the device and cannot be used", () => {
  const newer = async () => ({ ...(await draftOf(manager, "page-2")), version: 4, something: "new" });
  const foreign = async () => {
    const draft = await draftOf(manager, "page-2");
    return { ...draft, instrument: { ...draft.instrument, id: "our-own-questions" } };
  };
  const cases: Record<string, { text: () => Promise<string>; notice: string }> = {
    "text that is no JSON": { text: async () => `{"format":"middle-layer/draft","ver`, notice: "cannot be read any more" },
    "JSON of something else": { text: async () => `[1, 2, 3]`, notice: "cannot be read any more" },
    "a draft with a field of another type": {
      text: async () => JSON.stringify({ ...(await draftOf(manager, "page-2")), answers: 7 }),
      notice: "cannot be read any more",
    },
    "a draft of a newer version": { text: async () => JSON.stringify(await newer()), notice: "come from a newer version of this page" },
    "a draft of other questions": { text: async () => JSON.stringify(await foreign()), notice: "belong to a different set of questions" },
  };

  for (const [name, { text, notice: says }] of Object.entries(cases)) {
    test(`${name} is set aside, said, saved as it is, and erased when asked`, async ({ page }) => {
      const kept = await text();
      await putOnDevice(page, draftKey, kept);
      await page.clock.setFixedTime(monday);
      await page.goto("index.html");
      await heading(page, "Where does the pace go?");
      await expect(notice(page, says)).toBeVisible();
      expect(await onDevice(page, asideKey)).toBe(kept);
      await expect(page.getByRole("button", { name: "Use them all the same" })).toHaveCount(0);

      const walk = new Walk(page, brief);
      await walk.start();
      await walk.tellAbout();
      await page.reload();
      await heading(page, "About you");
      expect(await onDevice(page, asideKey), "still there after going on and a reload").toBe(kept);

      const file = await downloaded(page, () => notice(page, says).getByRole("button", { name: "Save them as a file" }).click());
      expect(file.text).toBe(kept);
      await notice(page, says).getByRole("button", { name: "Erase them" }).click();
      await expect(notice(page, says)).toHaveCount(0);
      expect(Object.keys(await allOnDevice(page))).toEqual([draftKey]);
      expect((await draftOnDevice(page)).role.value).toBe("frontline");
    });
  }

  test("answers from more than 30 days ago are set aside, and can be used all the same", async ({ page }) => {
    const draft = await draftOf(manager, "page-2", monday - 31 * day);
    await putOnDevice(page, draftKey, JSON.stringify(draft));
    await page.clock.setFixedTime(monday);
    await page.goto("index.html");
    await heading(page, "Where does the pace go?");
    await notice(page, "Answers from more than 30 days ago").getByRole("button", { name: "Use them all the same" }).click();
    await expect(page.getByText("Page 3 of 7")).toBeVisible();
    await expect(new Walk(page, manager).radio("FRI1", manager.answers["FRI1"]!)).toBeChecked();
    expect(Object.keys(await allOnDevice(page))).toEqual([draftKey]);
    await page.reload();
    await expect(page.getByText("Page 3 of 7")).toBeVisible();
  });

  test("answers from 29 days ago are still used", async ({ page }) => {
    await putOnDevice(page, draftKey, JSON.stringify(await draftOf(manager, "page-2", monday - 29 * day)));
    await page.clock.setFixedTime(monday);
    await page.goto("index.html");
    await expect(page.getByText("Page 3 of 7")).toBeVisible();
  });
});

test("a draft of version 1 is taken over", async ({ page }) => {
  const { instrument } = await draftOf(manager, "page-2");
  const { role, form, attribution, answers } = manager;
  const old = { format: "middle-layer/draft", version: 1, instrument, id: "5".repeat(32), updated: monday - day, place: "page-2", role, form, unit: "Claims", pilot: "yes", attribution, answers };
  await putOnDevice(page, draftKey, JSON.stringify(old));
  await page.clock.setFixedTime(monday);
  await page.goto("index.html");
  await expect(notice(page, /Your answers from .*(22 November|November 22,) 2026/)).toBeVisible();
  await expect(page.getByText("Page 3 of 7")).toBeVisible();
  const walk = new Walk(page, manager);
  for (const id of secondPage) await expect(walk.radio(id, answers[id]!)).toBeChecked();
  await walk.next();
  const draft = await draftOnDevice(page);
  expect([draft.version, draft.id, draft.unit.value, draft.pilot.value]).toEqual([3, "5".repeat(32), "Claims", "yes"]);
  expect(saidIn(draft)).toEqual({ attribution, answers });
});

test("a draft of version 2, which knew no models, is taken over", async ({ page }) => {
  const { scorecard: _scorecard, path: _path, shared: _shared, ...old } = await draftOf(manager, "page-2");
  await putOnDevice(page, draftKey, JSON.stringify({ ...old, version: 2 }));
  await page.clock.setFixedTime(monday);
  await page.goto("index.html");
  await expect(page.getByText("Page 3 of 7")).toBeVisible();
  await new Walk(page, manager).next();
  const draft = await draftOnDevice(page);
  expect(draft.version).toBe(3);
  expect(saidIn(draft)).toEqual(saidIn(old as unknown as typeof draft));
});

test("where some questions have changed since, the answers to the others are kept, and it is said", async ({ page }) => {
  const draft = await draftOf(manager, "page-1");
  draft.instrument.hash = "f".repeat(64);
  draft.answers["OLD1"] = { value: 3, at: monday };
  await putOnDevice(page, draftKey, JSON.stringify(draft));
  await page.clock.setFixedTime(monday);
  await page.goto("index.html");
  await expect(notice(page, "Some questions have changed since you began.")).toBeVisible();
  const walk = new Walk(page, manager);
  for (const id of firstPage) await expect(walk.radio(id, manager.answers[id]!)).toBeChecked();
});

test.describe("two tabs", () => {
  let other: Page;
  let here: Walk;
  let there: Walk;
  let writes: () => Promise<number>;

  const opened: Person = { ...manager, answers: {} };

  test.beforeEach(async ({ page, context }) => {
    other = await context.newPage();
    const counts = [await countWrites(page), await countWrites(other)];
    writes = async () => (await Promise.all(counts.map((count) => count()))).reduce((sum, count) => sum + count, 0);
    await openAt(page, opened, "page-1");
    await other.goto("index.html");
    // From here on time has to pass, since the newest answer is what counts.
    await context.clock.resume();
    here = new Walk(page, manager);
    there = new Walk(other, manager);
    await expect(there.group("SIG1")).toBeVisible();
  });

  /** Lets every storage event that is under way arrive, and whatever follows from it: tabs that answered each other would go on. */
  async function settle(page: Page): Promise<void> {
    for (let round = 0; round < 10; round++) {
      for (const [from, to] of [[page, other], [other, page]] as const) {
        const arrived = to.evaluate(
          () => new Promise<void>((resolve) => addEventListener("storage", (event) => event.key === "test" && event.newValue === null && resolve())),
        );
        // The listener is there once the page has answered this.
        await to.evaluate(() => 0);
        await from.evaluate(() => {
          localStorage["test"] = "1";
          localStorage.removeItem("test");
        });
        await arrived;
      }
    }
  }

  test("both end with the newest answer to each item, and then stop writing", async ({ page }) => {
    await here.answer("SIG1", 2);
    await expect(there.radio("SIG1", 2)).toBeChecked();
    await there.answer("CUL2", 5);
    await expect(here.radio("CUL2", 5)).toBeChecked();
    await there.answer("SIG1", 4);
    await expect(here.radio("SIG1", 4)).toBeChecked();
    await here.answer("DEC1", "na");
    await here.answer("CUL2", 1);
    await expect(there.radio("CUL2", 1)).toBeChecked();
    await here.button(`Clear the answer to: ${textOf("SIG1", "manager")}`).click();
    await expect(there.group("SIG1").getByRole("radio", { checked: true })).toHaveCount(0);
    await settle(page);
    for (const walk of [here, there]) {
      await expect(walk.group("SIG1").getByRole("radio", { checked: true })).toHaveCount(0);
      await expect(walk.radio("CUL2", 1)).toBeChecked();
      await expect(walk.radio("DEC1", "na")).toBeChecked();
    }
    expect(saidIn(await draftOnDevice(page)).answers).toEqual({ CUL2: 1, DEC1: "na" });
    const changes = 6;
    expect(await writes()).toBeLessThanOrEqual(2 * changes);
    const before = await writes();
    await settle(page);
    expect(await writes()).toBe(before);
  });

  test("each keeps its own place", async () => {
    await here.next();
    await here.continueWithout(firstPage.length);
    await here.answer("FRI1", 5);
    await expect(there.group("SIG1")).toBeVisible();
    await there.next();
    await there.continueWithout(firstPage.length);
    await expect(there.radio("FRI1", 5)).toBeChecked();
  });

  test("what is erased in one is gone in both, and said", async ({ page }) => {
    await here.answer("SIG1", 2);
    await expect(there.radio("SIG1", 2)).toBeChecked();
    await here.button("Erase my answers from this device").click();
    await expect(notice(other, "Your answers were erased or started over in another tab.")).toBeVisible();
    await settle(page);
    expect(await allOnDevice(page)).toEqual({});
    await expect(other.getByRole("heading", { level: 1 })).toHaveText("Where does the pace go?");
  });

  test("what the browser clears is gone in both, and said", async ({ page }) => {
    await here.answer("SIG1", 2);
    await expect(there.radio("SIG1", 2)).toBeChecked();
    await page.evaluate(() => localStorage.clear());
    await expect(notice(other, "Your answers were erased or started over in another tab.")).toBeVisible();
  });

  test("what is brought back in one is back in both", async ({ page }) => {
    await here.answer("SIG1", 2);
    await expect(there.radio("SIG1", 2)).toBeChecked();
    await here.button("Erase my answers from this device").click();
    await expect(notice(other, "in another tab")).toBeVisible();
    await here.button("Bring them back").click();
    await expect(here.radio("SIG1", 2)).toBeChecked();
    await settle(page);
    await other.reload();
    await expect(there.radio("SIG1", 2)).toBeChecked();
    expect(saidIn(await draftOnDevice(page)).answers).toEqual({ SIG1: 2 });
  });

  test("starting over in one starts over in both", async ({ page }) => {
    await here.answer("SIG1", 2);
    await expect(there.radio("SIG1", 2)).toBeChecked();
    await page.reload();
    await notice(page, "Your answers from").getByRole("button", { name: "Start over" }).click();
    await expect(notice(other, "in another tab")).toBeVisible();
    await settle(page);
    expect(saidIn(await draftOnDevice(page)).answers).toEqual({});
  });
});

test("a tab that slept through the other one's answers does not undo them", async ({ page, context }) => {
  const sleeper = await context.newPage();
  await sleeper.addInitScript(() => addEventListener("storage", (event) => event.stopImmediatePropagation(), { capture: true }));
  await openAt(page, { ...manager, answers: {} }, "page-1");
  await sleeper.goto("index.html");
  await context.clock.resume();
  const [awake, asleep] = [new Walk(page, manager), new Walk(sleeper, manager)];
  await expect(asleep.group("SIG1")).toBeVisible();
  await awake.answer("SIG1", 2);
  await awake.answer("CUL2", 5);
  await asleep.answer("SIG1", 4);
  await expect(asleep.radio("CUL2", 5), "taken in before writing").toBeChecked();
  await expect.poll(async () => saidIn(await draftOnDevice(page)).answers).toEqual({ SIG1: 4, CUL2: 5 });
  await expect(awake.radio("SIG1", 4)).toBeChecked();
});

test("the sample draft of these tests is what the page itself keeps", async ({ page }) => {
  await openAt(page, manager, "page-1");
  const walk = new Walk(page, manager);
  await walk.answer("SIG1", manager.answers["SIG1"] === 5 ? 4 : 5);
  const fields = (draft: Draft) => Object.keys(draft).sort();
  expect(fields(await draftOnDevice(page))).toEqual(fields(await draftOf(manager, "page-1")));
});
