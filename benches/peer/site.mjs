// The files of both, served alike: compressed beforehand at the highest quality, by one server with the same headers.
import { mkdtemp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import sirv from "sirv";
import { surveyOf } from "./form.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const compress = promisify(brotliCompress);

/** What a first visit of ours can ask for. */
const ours = ["index.html", "page.css", "boot.js", "icon.svg", "embed.js", "middle-layer.js", "middle-layer_bg.wasm"];

/**
 * What the guide of SurveyJS for plain pages links: the style sheet, the core, the user interface. The default theme is
 * in the style sheet. Of its two editions this is the one that asks no other site for a font: the other one would
 * move more bytes, and ours uses the fonts of the system too.
 */
const theirs = {
  "survey-core.min.css": "survey-core/survey-core.fontless.min.css",
  "survey.core.min.js": "survey-core/survey.core.min.js",
  "survey-js-ui.min.js": "survey-js-ui/survey-js-ui.min.js",
};

/** Pages of a site around, with something to read before the questions: the same for both. */
const host = (head, body) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Rollout news</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
${head}
</head>
<body>
<h1>Rollout news</h1>
<p>Please tell us what slows the rollout in your part of the organisation.</p>
${body}
</body>
</html>
`;

const surveyHead = `<link rel="stylesheet" href="survey-core.min.css">
<script src="survey.core.min.js" defer></script>
<script src="survey-js-ui.min.js" defer></script>
<script src="survey.js" defer></script>`;

/** All files by their place on the site. */
async function files() {
  const instrument = JSON.parse(await readFile(path.join(root, "static/instrument.json"), "utf8"));
  const survey = `const survey = new Survey.Model(${JSON.stringify(surveyOf(instrument, "full", "manager"))});
survey.render(document.getElementById("survey"));
`;
  const all = new Map([
    ["ours/host.html", host('<script src="embed.js" defer></script>', '<middle-layer respondent="manager" questions="full"></middle-layer>')],
    ["theirs/host.html", host(surveyHead, '<div id="survey"></div>')],
    [
      "theirs/index.html",
      `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Survey</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
${surveyHead}
</head>
<body>
<div id="survey"></div>
</body>
</html>
`,
    ],
    ["theirs/survey.js", survey],
  ]);
  for (const file of ours) all.set(`ours/${file}`, await readFile(path.join(root, "dist", file)));
  for (const [name, file] of Object.entries(theirs)) all.set(`theirs/${name}`, await readFile(path.join(root, "node_modules", file)));
  return all;
}

/** Serves both; `close` ends it. Where only their content counts, they need not be compressed, which takes seconds. */
export async function serve({ compressed = true } = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), "middle-layer-peers-"));
  const written = [...(await files())].map(async ([name, content]) => {
    const place = path.join(folder, name);
    const bytes = Buffer.from(content);
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, bytes);
    if (compressed) await writeFile(`${place}.br`, await compress(bytes, { params }));
  });
  await Promise.all(written);
  const answer = sirv(folder, { brotli: true, etag: true, setHeaders: (response) => response.setHeader("Cache-Control", "no-cache") });
  const server = createServer((request, response) => answer(request, response, () => response.writeHead(404).end()));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}
