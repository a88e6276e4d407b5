// usage: node ab.mjs N cond distA distB ...
import { chromium } from "@playwright/test";
import { serve } from "./benches/peer/site.mjs";
import { watch } from "./benches/peer/page.mjs";
import { sides } from "./benches/peer/sides.mjs";
import { createServer } from "node:http"; import sirv from "sirv";
import { readFile, writeFile, mkdir, mkdtemp } from "node:fs/promises"; import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
const [n, cond, ...dists] = process.argv.slice(2);
const files = ["index.html", "page.css", "boot.js", "icon.svg", "embed.js", "middle-layer.js", "middle-layer_bg.wasm"];
const host = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Rollout news</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><script src="embed.js" defer></script></head><body><h1>Rollout news</h1><p>Please tell us what slows the rollout.</p><middle-layer respondent="manager" questions="full"></middle-layer></body></html>`;
const sites = [];
for (const d of dists) {
  const f = await mkdtemp("/tmp/ab-");
  const all = [["host.html", Buffer.from(host)]]; for (const x of files) all.push([x, await readFile(path.join(d, x))]);
  for (const [x, b] of all) { await writeFile(path.join(f, x), b); await writeFile(path.join(f, x + ".br"), brotliCompressSync(b, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: b.length } })); }
  const a = sirv(f, { brotli: true, etag: true, setHeaders: (r) => r.setHeader("Cache-Control", "no-cache") });
  const s = createServer((q, r) => a(q, r, () => r.writeHead(404).end())); await new Promise((r) => s.listen(0, "127.0.0.1", r));
  sites.push({ d, s, address: `http://127.0.0.1:${s.address().port}/`, m: [] });
}
const [where, cpu = "1", slow = ""] = cond.split(",");
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-background-networking"] });
for (let i = 0; i < Number(n); i++) for (const site of i % 2 ? sites : sites.toReversed()) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB" });
  const page = await context.newPage(); const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" }); await session.send("Network.enable");
  if (slow) await session.send("Network.emulateNetworkConditions", { offline: false, latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8 });
  if (+cpu > 1) await session.send("Emulation.setCPUThrottlingRate", { rate: +cpu });
  await page.addInitScript(watch, structuredClone(sides.ours.steps));
  await page.goto(site.address + (where === "page" ? "index.html?respondent=manager&questions=full" : "host.html"));
  const m = await (await page.waitForFunction(() => window.peer.moments.question && window.peer.moments)).jsonValue();
  const { metrics } = await session.send("Performance.getMetrics");
  site.m.push([m.screen, m.about, m.question, 1000 * metrics.find((x) => x.name === "ThreadTime")?.value, 1000 * metrics.find((x) => x.name === "ProcessTime").value]);
  await context.close();
}
const med = (v) => v.toSorted((a, b) => a - b)[v.length >> 1];
for (const s of sites) { console.log(cond, s.d, "screen/about/question/thread/process", [0,1,2,3,4].map((k) => med(s.m.map((x) => x[k])).toFixed(0)).join(" "), "min q", Math.min(...s.m.map((x) => x[2])).toFixed(0)); s.s.closeAllConnections(); s.s.close(); }
await browser.close();
