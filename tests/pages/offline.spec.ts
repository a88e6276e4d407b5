import { copyFile, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { allOnDevice } from "./support/device.ts";
import { answerAll } from "./support/embedding.ts";
import { engine, type Response } from "./support/engine.ts";
import { chooseFile, saveFile } from "./support/person.ts";
import { picture } from "./support/picture.ts";
import { releaseFolder } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// Without a network: after loading, from a folder, and from a single file.

const pulse = { role: "executive", form: "pulse" } as const;

async function toResult(page: Page): Promise<Response> {
  await page.getByRole("button", { name: "Start", exact: true }).waitFor();
  await answerAll(page, pulse);
  await expect(page.getByRole("article")).toBeVisible();
  await page.getByRole("button", { name: "Save my answers", exact: true }).click();
  return (await saveFile(page)).response;
}

test("once loaded, everything works with the network cut, from any path", async ({ page, site }) => {
  await page.goto("index.html?respondent=executive&questions=pulse");
  await expect(page.getByRole("heading", { name: "Where does the pace go?" })).toBeVisible();
  await site.close();
  const response = await toResult(page);
  expect((await engine()).evaluate(response).score.structuralFriction.score).not.toBeNull();
});

test.describe("from a folder", () => {
  let folder: string;
  const address = (file: string) => pathToFileURL(join(folder, file)).href;

  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "middle layer é "));
    for (const file of await readdir(releaseFolder)) await copyFile(join(releaseFolder, file), join(folder, file));
  });

  test.afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  test("index.html works by double click, says so, and leads to the single file", async ({ page, watch }) => {
    watch.allowRequests(/^file:/);
    await page.goto(address("index.html"));
    await expect(page.getByRole("heading", { name: "Where does the pace go?" })).toBeVisible();
    await expect(page.getByText("You have opened this from a folder")).toBeVisible();
    // The checker reads style sheets by itself, which no page may do in a folder.
    watch.expectProblem(/page\.css|preload assets/);
    await expectAccessible(page);
    await page.getByRole("link", { name: "standalone.html" }).click();
    await expect(page.getByRole("heading", { name: "Where does the pace go?" })).toBeVisible();
    await expect(page.getByText("You have opened this from a folder")).toHaveCount(0);
    expect(page.url()).toBe(address("standalone.html"));
  });

  test("where its scripts are missing, index.html leads to the single file too", async ({ page, watch }) => {
    watch.allowRequests(/^file:/);
    watch.expectProblem(/ERR_FILE_NOT_FOUND/);
    await rm(join(folder, "embed.js"));
    try {
      await page.goto(address("index.html"));
      await expect(page.getByRole("alert")).toContainText("embed.js is missing or blocked");
      await expect(page.getByRole("link", { name: "standalone.html" })).toBeVisible();
    } finally {
      await copyFile(join(releaseFolder, "embed.js"), join(folder, "embed.js"));
    }
  });

  test("standalone.html is the whole product in one file: to the result, with a draft, and back from a file", async ({ page, watch }) => {
    watch.allowRequests(/^file:/);
    for (const file of await readdir(folder)) if (file !== "standalone.html") await rm(join(folder, file));
    await page.goto(`${address("standalone.html")}?respondent=executive&questions=pulse`);
    const response = await toResult(page);
    expect((await engine()).evaluate(response).score.readinessGap.score).toBe(50);
    expect(Object.keys(await allOnDevice(page))).toEqual(["middle-layer/draft/default"]);
    await page.goto(address("standalone.html"));
    await expect(page.getByText("You are where you left off.")).toBeVisible();
    await page.getByRole("button", { name: "Erase my answers from this device" }).click();
    await chooseFile(page, JSON.stringify(response));
    await expect(page.getByRole("article")).toBeVisible();
    await expectAccessible(page);
    await picture(page, "standalone");
    for (const file of await readdir(releaseFolder)) await copyFile(join(releaseFolder, file), join(folder, file));
  });
});

test("the single file asks for nothing, and holds no address but its own", async () => {
  const page = await readFile(join(releaseFolder, "standalone.html"), "utf8");
  expect(page).not.toMatch(/<(script|link|img)[^>]+(src|href)="(?!data:)/);
  // The name of a language, which SVG files must say, is none that anything is asked of.
  const addresses = [...page.matchAll(/https?:\/\/[^\s"'`<)]+/g)].map(([address]) => address);
  expect(addresses.filter((address) => address !== "http://www.w3.org/2000/svg")).toEqual([]);
});
