// Middle Layer beside SurveyJS, for `cargo xtask bench`, which makes a table of it. Prints one line of JSON.
//
//   node benches/peer/measure.mjs 5     five rounds, each with both by turns; CHROME names the browser
import { readFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { serve } from "./site.mjs";
import { visit } from "./visit.mjs";

const rounds = Number(process.argv[2]);
const read = async (file) => JSON.parse(await readFile(new URL(`../../${file}`, import.meta.url), "utf8"));

const { order } = await read("static/instrument.json");
const pages = order.full.manager.filter((page) => !page.includes("R1"));

/** What is measured in a round, by both. Where `pages` are given, all of them are answered. */
const conditions = {
  page: { where: "page", pages },
  "page, slow processor": { where: "page", cpu: 4, pages },
  "page, network": { where: "page", slow: true },
  embedded: { where: "embedded", pages },
  "embedded, slow processor": { where: "embedded", cpu: 4 },
  "embedded, network": { where: "embedded", slow: true },
};

const site = await serve();
const browser = await chromium.launch({
  executablePath: process.env.CHROME || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-domain-reliability", "--disable-sync", "--no-first-run"],
});
try {
  const measured = [];
  for (let round = 0; round < rounds; round++) {
    console.error(`    round ${round + 1} of ${rounds}`);
    // Whoever comes second finds a machine that the first has warmed.
    const turns = round % 2 === 0 ? ["ours", "theirs"] : ["theirs", "ours"];
    const found = {};
    for (const [name, condition] of Object.entries(conditions)) {
      found[name] = {};
      for (const side of turns) found[name][side] = await visit(browser, site, { side, ...condition });
    }
    measured.push(found);
  }
  const { version } = await read("node_modules/survey-js-ui/package.json");
  console.log(JSON.stringify({ chromium: browser.version(), survey: version, rounds: measured }));
} finally {
  await browser.close();
  await site.close();
}
