// One visit of one page, in a browser context of its own, so that nothing is cached.
import { nextClick, place, settled, watch } from "./page.mjs";
import { sides } from "./sides.mjs";

/** 10 Mbit/s and 40 ms there and back. */
const network = { offline: false, latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8 };

/** What is answered everywhere, "Agree": it is neither the first nor the last of its row. */
const chosen = 4;

/**
 * Opens a page and waits for the first question; where `pages` are given, answers all of them by clicks of the mouse.
 * Gives what was measured, by name; times are in milliseconds.
 */
export async function visit(browser, site, { side, where, cpu = 1, slow = false, pages }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB" });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const bytes = await counted(session);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    if (slow) await session.send("Network.emulateNetworkConditions", network);
    if (cpu > 1) await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
    const { pages: addresses, steps } = sides[side];
    await page.addInitScript(watch, structuredClone(steps));
    await page.goto(site.address + addresses[where]);
    const moments = await (await page.waitForFunction(() => window.peer.moments.question && window.peer.moments)).jsonValue();
    await page.evaluate(settled);
    const measured = { screen: moments[steps[0].name], question: moments.question, work: 1000 * (await metric(session, "ProcessTime")) };
    if (pages) Object.assign(measured, await walk(page, session, sides[side], pages));
    // Nothing is asked for later, so this is all there is.
    return { ...measured, bytes: bytes() };
  } finally {
    await context.close();
  }
}

/** Counts the bytes of all bodies as they were moved, without headers. */
async function counted(session) {
  const headers = new Map();
  let sum = 0;
  session.on("Network.responseReceived", ({ requestId, response }) => headers.set(requestId, response.encodedDataLength));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    sum += encodedDataLength - (headers.get(requestId) ?? 0);
  });
  await session.send("Network.enable");
  return () => sum;
}

async function metric(session, name) {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find((metric) => metric.name === name).value;
}

/** Answers all items, page by page; the ranking is left open. */
async function walk(page, session, side, pages) {
  const clicks = [];
  const work = [];
  for (const items of pages) {
    await press(page, side, side.answer(items[0], chosen));
    for (const id of items) {
      const spot = await page.evaluate(place, side.answer(id, chosen));
      await page.mouse.move(spot.x, spot.y);
      await page.evaluate(settled);
      const before = await metric(session, "ThreadTime");
      await page.evaluate(nextClick);
      await page.mouse.click(spot.x, spot.y);
      clicks.push(await page.evaluate(() => window.peer.click));
      await page.evaluate(settled);
      work.push(1000 * ((await metric(session, "ThreadTime")) - before));
      if (!(await page.evaluate(isChosen, side.answer(id, chosen)))) throw new Error(`${id} was not answered`);
    }
  }
  return { click: median(clicks), clickWork: median(work), memory: await memory(session) };
}

/** Goes on until the first answer of the next page is there. */
async function press(page, { next, goOn }, answer) {
  const click = (selector) => page.evaluate(clickOn, selector);
  await click(next);
  if (goOn) await click(goOn);
  await page.waitForFunction((selector) => window.peer.places.some((place) => place.querySelector(selector)), answer);
  await page.evaluate(settled);
}

/** Like a person, takes what is there in the next frame; what is not asked needs no press. */
async function clickOn(selector) {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (const place of window.peer.places) place.querySelector(selector)?.click();
}

const isChosen = (selector) => window.peer.places.some((place) => place.querySelector(selector)?.checked);

/** What JavaScript holds after a collection, and the memories of WebAssembly, which are not part of that; in bytes. */
async function memory(session) {
  await session.send("HeapProfiler.enable");
  // What a finaliser lets go of is free at the next time.
  for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
  const { result } = await session.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await session.send("Runtime.queryObjects", { prototypeObjectId: result.objectId });
  const sum = "function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) }";
  const wasm = await session.send("Runtime.callFunctionOn", { objectId: objects.objectId, functionDeclaration: sum, returnByValue: true });
  return (await metric(session, "JSHeapUsedSize")) + wasm.result.value;
}

function median(values) {
  const sorted = values.toSorted((left, right) => left - right);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}
