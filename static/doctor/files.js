// Checks of the files and of the server that they are on.

const uploadAgain = remedy("Copy all files of Middle Layer into the folder again.");

/** What is wrong with how a file arrived, by its state. */
const arrivals = {
  folder: () => unknown("This page was opened from a folder, where nothing can be fetched.", remedy("Serve the folder, for example with this:", "python3 -m http.server --bind 127.0.0.1")),
  blocked: ({ url }) => unknown(`This page’s policy forbids to look at ${url}.`),
  "other-origin": ({ url }) => unknown(`${url} is there, but pages of this origin may not look at it.`),
  unreachable: ({ url }) => fails(`${url} cannot be reached.`, remedy("Open that address by itself: the browser then says why.")),
  cut: ({ url }) => fails(`Only a part of ${url} arrived.`, remedy("Something in between ends this too early, such as a proxy.")),
  empty: ({ url }) => fails(`${url} is empty.`, uploadAgain),
  "wrong-content": ({ url }) => fails(`The server sends something else in place of ${url}, such as a page to log in.`, remedy("Let the server send the file itself, without a login.")),
  damaged: ({ url }) => fails(`${url} arrives damaged.`, uploadAgain),
};

function refusedFile({ url, status }) {
  const remedies = [remedy("See that it is there, under exactly this name.")];
  if (/wasm$/.test(url)) {
    remedies[1] = remedy("If it is, the server may know no such files. IIS needs this in web.config:", '<mimeMap fileExtension=".wasm" mimeType="application/wasm" />');
    remedies[2] = remedy("Apache needs this:", "AddType application/wasm .wasm");
  }
  return fails(`The server answers ${status} for ${url}.`, ...remedies);
}

/** How one of the files arrives. */
function fileArrives(file, ran) {
  const { name, url, state, status, type, bytes } = file;
  if (state === "refused") return refusedFile(file);
  if (ran && /blocked|origin/.test(state)) return passes(`It has run. More cannot be read here of ${url}.`);
  if (state !== "there") return arrivals[state](file);
  const sent = `${status}, ${type || "no type"}`;
  if (/js$/.test(name) && !isScript(file)) return fails(`${url} is sent as ${type || "nothing in particular"}, and browsers run no such module.`, remedy("Let the server send this with it:", "Content-Type: text/javascript"));
  return passes(bytes?.length ? `${sent}, ${kilobytes(bytes.length)}.` : `${sent}.`);
}

/** Whether pages of this origin may load the files. */
function otherOrigins({ files, origin, script }) {
  if (withoutOrigin()) return passes("This page has no origin: the spare script is used, which needs no permission.");
  if (fromFolder()) return unknown("This page was opened from a folder.");
  if (origin === location.origin) return passes("This page is of the same origin.");
  let seen = 0;
  for (const name of Object.keys(files)) {
    if (files[name].state === "other-origin") return fails(`The server of the files lets no page of ${location.origin} load them.`, withAllFiles(`Access-Control-Allow-Origin: ${location.origin}`));
    if (files[name].state === "there") seen++;
  }
  return seen ? passes(`The server of the files lets pages of ${location.origin} load them.`) : unknown(script.ran ? "No file but embed.js could be loaded." : "No file could be loaded.");
}

/** The tags of `embed.js` on the page. */
function tagsOfEmbed() {
  const found = [];
  const tags = document.getElementsByTagName("script");
  for (let index = 0; index < tags.length; index++) {
    if (/\/embed\.js$/.test(tags[index].src.replace(/[?#].*/, ""))) found[found.length] = tags[index];
  }
  return found;
}

/** Whether all files are of one version, and of the one that this script is of. */
async function oneVersion({ base, files, hashes, module: { module }, framed }) {
  const listed = hashes ? JSON.parse(new TextDecoder().decode(hashes)) : null;
  const tags = tagsOfEmbed();
  for (let index = 0; index < tags.length; index++) {
    const { src, integrity } = tags[index];
    if (integrity && listed?.["embed.js"] && src === `${base}embed.js` && !integrity.includes(listed["embed.js"]))
      return fails("The script tag pins another version of embed.js, so browsers refuse the one that is there.", remedy("Let the script tag have this:", `integrity="${listed["embed.js"]}"`));
  }
  const there = versionOf(Object.hasOwn(window, "MiddleLayer") ? window.MiddleLayer : null);
  if (there && there !== version) return fails(`embed.js on this page is of version ${there}, and the files are of ${version}.`, remedy("Keep one script tag of embed.js, from the folder of these files:", `<script src="${base}embed.js" defer></script>`));
  const engine = files["middle-layer_bg.wasm"];
  const glue = files["middle-layer.js"];
  if (module && engine?.state === "there" && glue?.state === "there") {
    if (!module.embedding?.fits?.(engine.bytes.buffer)) return fails("middle-layer.js and middle-layer_bg.wasm do not belong together.", replaceAll);
  }
  let compared = 0;
  for (const name of Object.keys(listed ?? {})) {
    const { bytes, state } = files[name] ?? {};
    const hash = state === "there" && bytes?.length ? await hashOf(bytes) : undefined;
    if (hash && hash !== listed[name]) return fails(`${name} is not the one that integrity.json lists: files of two versions are in the folder.`, replaceAll);
    if (hash) compared++;
  }
  if (compared === (framed ? 1 : 3)) return passes(`Version ${version}, and every byte is as integrity.json has it.`);
  if (module && engine?.state === "there") return passes(`Version ${version}, and the engine’s two files belong together. Their bytes could not be compared here.`);
  return unknown("The files could not be read here.");
}

/** Whether what is kept in caches is asked about again: names stay the same from version to version. */
function caching({ files }) {
  let seen = 0;
  for (const name of Object.keys(files)) {
    const { state, cache, bytes } = files[name];
    if (state !== "there" || !bytes) continue;
    seen++;
    if (!/no-cache|no-store|max-age=0/.test(cache ?? "")) {
      const said = cache ? `is sent with “${cache}”` : "is sent without Cache-Control";
      return advises(`${name} ${said}. After an update, browsers can mix files of two versions.`, withAllFiles("Cache-Control: no-cache"), remedy("Let it send an ETag too, so that nothing is loaded twice."));
    }
  }
  return seen ? passes("Browsers ask whether there is a newer file.") : unknown("The headers could not be read here.");
}

/** Whether the large files are sent compressed. */
function compression({ files }) {
  let [seen, known] = [0, 0];
  for (const name of ["middle-layer_bg.wasm", "middle-layer.js", "embed.js"]) {
    const file = files[name];
    if (!file?.bytes || file.state !== "there") continue;
    seen++;
    const [timing] = performance.getEntriesByName(file.url);
    const [sent, whole] = [timing?.encodedBodySize, timing?.decodedBodySize];
    if (!file.encoding && !sent) continue;
    known++;
    if (!file.encoding && sent >= whole) return advises(`${name} is sent as it is, ${kilobytes(whole)}. Compressed, it is less than half.`, remedy("Let the server compress .js and .wasm files, with brotli or gzip."));
  }
  if (!seen) return unknown("The files could not be read here.");
  return known ? passes("The files are sent compressed.") : unknown("Another origin has to allow that this is seen.", remedy("To see it, let the server of the files send this:", `Timing-Allow-Origin: ${location.origin}`));
}
