import { isFirefox } from "./support/firefox.ts";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { answerAll, listen, putHost } from "./support/embedding.ts";
import { picture } from "./support/picture.ts";
import { strictPolicy } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// The assessment in a frame: by the element, and by a plain iframe where a page may have no script.

const pulse = { role: "frontline", form: "pulse" } as const;
const framing = { headers: { "content-security-policy": `${strictPolicy}; frame-src 'self' http://middle-layer.test:*` } };
const inFrame = '<middle-layer mode="frame" respondent="frontline" questions="pulse" hand-in="page"></middle-layer>';

/** Whether a page has a scroll bar inside its frame, and how much higher the frame is than what it holds. */
async function fit(page: Page): Promise<{ scrolls: boolean; spare: number }> {
  const handle = await page.locator("iframe").elementHandle();
  const frame = await handle!.contentFrame();
  const height = (await handle!.boundingBox())!.height;
  return frame!.evaluate((height) => {
    const { scrollHeight, clientHeight } = document.documentElement;
    return { scrolls: scrollHeight > clientHeight, spare: Math.abs(height - document.getElementById("middle-layer")!.getBoundingClientRect().height) };
  }, height);
}

test.describe("by the element", () => {
  test.use(framing);

  test("a whole sitting: the same events, a frame as high as its content, and hand-in to the page around", async ({ page, site }) => {
    putHost(site, inFrame);
    const heard = await listen(page);
    await page.goto("host.html");
    // Firefox does not count the empty page that the window begins with.
    const places = isFirefox(page) ? 1 : 2;
    const inside = page.frameLocator("iframe");
    await expect(inside.getByRole("heading", { name: "Where does the pace go?" })).toBeVisible();
    await expect.poll(() => fit(page)).toEqual({ scrolls: false, spare: expect.closeTo(0, -1) });
    await expectAccessible(page);
    await answerAll(inside, pulse);
    await expect(inside.getByRole("article")).toBeVisible();
    await expect.poll(() => fit(page)).toEqual({ scrolls: false, spare: expect.closeTo(0, -1) });
    await picture(page, "frame-result");
    await inside.getByRole("button", { name: "Save or hand in my answers" }).click();
    expect((await heard()).events.map(({ type }) => type)).not.toContain("handed-in");
    expect(JSON.stringify((await heard()).messages)).not.toContain("SIG1");
    await expect(inside.getByText(new RegExp(`to the page you are on \\(${new URL(site.address()).origin}\\)`))).toBeVisible();
    await inside.getByRole("button", { name: "Hand in", exact: true }).click();
    await expect.poll(async () => (await heard()).events.at(-1)?.type).toBe("handed-in");
    const { events } = await heard();
    expect([...new Set(events.map(({ type }) => type))]).toEqual(["ready", "progress", "complete", "handed-in"]);
    expect(events.at(-1)!.detail["response"]).toMatchObject({ format: "middle-layer/response", role: "frontline", form: "pulse" });
    const element = page.locator("middle-layer");
    expect(await element.evaluate((element) => (element as HTMLElement & { handedIn: { role: string } }).handedIn.role)).toBe("frontline");
    expect(await element.evaluate((element) => (element as HTMLElement & { state: string }).state)).toBe("complete");
    expect(await page.evaluate(() => history.length), "the frame adds nothing to the history").toBe(places);
  });

  test("its height settles: it does not grow by itself", async ({ page, site }) => {
    putHost(site, inFrame);
    await page.goto("host.html");
    await expect(page.frameLocator("iframe").getByRole("button", { name: "Start", exact: true })).toBeVisible();
    await expect.poll(async () => (await fit(page)).scrolls).toBe(false);
    const height = async () => (await page.locator("iframe").boundingBox())!.height;
    const first = await height();
    await page.waitForTimeout(1000);
    expect(await height()).toBe(first);
    await page.setViewportSize({ width: 360, height: 700 });
    await expect.poll(height).toBeGreaterThan(first);
    await expect.poll(async () => (await fit(page)).scrolls).toBe(false);
  });

  test("attributes, start and reset reach into it, and the answers stay", async ({ page, site }) => {
    putHost(site, inFrame);
    await page.goto("host.html");
    const inside = page.frameLocator("iframe");
    await expect(inside.getByRole("heading", { name: "Where does the pace go?" })).toBeVisible();
    const element = page.locator("middle-layer");
    await element.evaluate((element) => (element as HTMLElement & { start(): void }).start());
    await inside.getByRole("radio", { name: "Partly" }).check();
    await element.evaluate((element) => element.setAttribute("theme", "dark"));
    await expect(inside.locator(".root")).toHaveAttribute("data-theme", "dark");
    await expect(inside.getByRole("radio", { name: "Partly" })).toBeChecked();
    await element.evaluate((element) => (element as HTMLElement & { reset(): void }).reset());
    await expect(inside.getByText("Your answers are erased")).toBeVisible();
  });

  test("on another origin the page around cannot read it, and a message in our name from elsewhere is ignored", { tag: "@across-sites" }, async ({ page, site }) => {
    const base = site.address("", "middle-layer.test");
    putHost(site, inFrame.replace("mode=", `base="${base}" mode=`));
    const heard = await listen(page);
    await page.goto("host.html");
    const inside = page.frameLocator("iframe");
    await expect(inside.getByText("The page around it cannot read your answers.")).toBeVisible();
    expect(await page.evaluate(() => document.querySelector("middle-layer")!.shadowRoot!.querySelector("iframe")!.contentDocument)).toBeNull();
    const before = (await heard()).events.length;
    await page.evaluate(() => postMessage({ middleLayer: 1, type: "handed-in", detail: { response: { role: "manager" } } }, "*"));
    await page.waitForTimeout(200);
    expect((await heard()).events).toHaveLength(before);
    await answerAll(inside, pulse);
    await inside.getByRole("button", { name: "Save or hand in my answers" }).click();
    await inside.getByRole("button", { name: "Hand in", exact: true }).click();
    await expect.poll(async () => (await heard()).events.at(-1)?.type).toBe("handed-in");
  });
});

test("a policy without frame-src is named, with the line to add", async ({ page, site, watch }) => {
  watch.expectProblem(/frame-src|default-src/);
  putHost(site, inFrame);
  await page.goto("host.html");
  await expect(page.getByRole("code")).toHaveText(`frame-src ${site.origin}`, { timeout: 5_000 });
});

test.describe("a plain iframe", () => {
  test.use(framing);

  test("works without embed.js; its messages carry the height, and answers only when they are handed in", async ({ page, site }) => {
    site.answer("host.html", {
      body: '<!doctype html><html lang="en"><head><title>Intranet</title></head><body><main><h1>Intranet</h1><iframe title="Middle Layer" width="900" height="700" src="index.html?embed=1&amp;respondent=frontline&amp;questions=pulse&amp;hand-in=page&amp;rollout=Letters"></iframe></main></body></html>',
    });
    const heard = await listen(page);
    await page.goto("host.html");
    const inside = page.frameLocator("iframe");
    await expect(inside.getByText("About: Letters")).toBeVisible();
    await answerAll(inside, pulse);
    await inside.getByRole("button", { name: "Save or hand in my answers" }).click();
    const before = (await heard()).messages as { middleLayer: number; type: string; height?: number }[];
    expect(before.every(({ middleLayer }) => middleLayer === 1)).toBe(true);
    expect([...new Set(before.map(({ type }) => type))].sort()).toEqual(["complete", "height", "progress", "ready"]);
    expect(before.filter(({ type }) => type === "height").every(({ height }) => height! > 100)).toBe(true);
    expect(JSON.stringify(before)).not.toContain("SIG1");
    await inside.getByRole("button", { name: "Hand in", exact: true }).click();
    await expect.poll(async () => JSON.stringify((await heard()).messages)).toContain("SIG1");
  });

  test("questions from another origin are not asked in it", async ({ page, site, watch }) => {
    watch.expectProblem(/“instrument” is no address on this origin/);
    site.answer("host.html", {
      body: '<!doctype html><html lang="en"><head><title>Intranet</title></head><body><iframe title="Middle Layer" width="900" height="700" src="index.html?embed=1&amp;instrument=https://elsewhere.example/questions.json"></iframe></body></html>',
    });
    await page.goto("host.html");
    await expect(page.frameLocator("iframe").getByRole("heading", { name: "Where does the pace go?" })).toBeVisible();
  });

  test("answers are never handed to an origin that is not the one named", async ({ page, site, watch }) => {
    watch.expectProblem(/postMessage.*does not match the recipient/);
    site.answer("host.html", {
      body: '<!doctype html><html lang="en"><head><title>Elsewhere</title></head><body><iframe title="Middle Layer" width="900" height="700" src="index.html?embed=1&amp;respondent=frontline&amp;questions=pulse&amp;hand-in=page&amp;origin=https://intranet.example"></iframe></body></html>',
    });
    const heard = await listen(page);
    await page.goto("host.html");
    const inside = page.frameLocator("iframe");
    await answerAll(inside, pulse);
    await inside.getByRole("button", { name: "Save or hand in my answers" }).click();
    await expect(inside.getByText("to the page you are on (https://intranet.example)")).toBeVisible();
    await inside.getByRole("button", { name: "Hand in", exact: true }).click();
    await page.waitForTimeout(300);
    expect((await heard()).messages).toEqual([]);
  });
});

test("the page of its own takes the same parameters", async ({ page }) => {
  await page.goto("index.html?respondent=executive&questions=pulse&units=Claims,Sales&rollout=Letters");
  await expect(page.getByText("About: Letters")).toBeVisible();
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(page.getByRole("combobox", { name: "Your part of the organisation" })).toContainText("Claims");
  await expect(page.getByRole("radio", { name: /^Executive/ })).toHaveCount(0);
});
