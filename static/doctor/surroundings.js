// Checks of the page around, of its policy, and of the browser.

function browser() {
  if (!self.WebAssembly) return fails("This browser has no WebAssembly, or it is switched off.", remedy("Use a current browser, and let its administrator allow WebAssembly."));
  if (!document.adoptedStyleSheets) return fails("This browser is too old: it has no adopted style sheets.", remedy("Use a current browser."));
  return passes("It has all that is needed.");
}

function policyOfScripts({ script, module, types, base, origin, framed }) {
  const line = `script-src ${origin}${framed ? "" : " 'wasm-unsafe-eval'"}`;
  let report = null;
  for (const found of [script.report, module.report]) if (found && report?.disposition !== "enforce") report = found;
  if (!report && !script.ran && types.required) return unknown("Trusted types are required, so embed.js could not be tried.", remedy("Put its tag into this page, then look again:", `<script src="${base}embed.js" defer></script>`));
  return ofPolicy(report, `scripts of ${origin}`, line);
}

function policyOfWasm({ wasm, origin }) {
  if (!wasm.works && !wasm.report) return fails("WebAssembly cannot be compiled here.", remedy("Let the browser’s administrator allow WebAssembly."));
  return ofPolicy(wasm.report, "WebAssembly", `script-src ${origin} 'wasm-unsafe-eval'`);
}

async function policyOfConnections({ base, origin, files }) {
  if (files["middle-layer_bg.wasm"].state === "folder") return unknown("This page was opened from a folder, where nothing can be fetched.");
  return ofPolicy(await refusal(connections, `${base}middle-layer_bg.wasm`), `that files of ${origin} are fetched`, `connect-src ${origin}`);
}

function policyOfFrames({ frame, origin, element }) {
  if (!frame && element.state === "absent") return unknown("Without embed.js no frame could be tried.");
  return ofPolicy(frame, `frames of ${origin}`, `frame-src ${origin}`);
}

/** The element needs none but for its spare script. */
function trustedTypesAllow({ types: { required, report, names } }) {
  if (!required) return passes("They are not required here.");
  if (!report) return unknown("They are required. Which names are allowed cannot be told.");
  if (allowsName(names, "middle-layer")) return passes("They are required, and the name middle-layer is allowed.");
  return advises("They are required, and the name middle-layer is not allowed. Only the spare script needs it.", toPolicy(report, "trusted-types middle-layer"));
}

const allows = "allow-scripts allow-same-origin allow-downloads allow-modals allow-popups";
const wholeSandbox = `sandbox="${allows}"`;
const allowsFor = "Saving files needs allow-downloads, printing allow-modals, links allow-popups.";

function sandbox() {
  if (withoutOrigin())
    return advises(
      "This page is in a sandbox without an origin. The spare script is used, and answers last only until the page is closed.",
      remedy("If this page is of another origin than the page around, let the frame have this:", wholeSandbox),
      remedy("If both are of one origin, leave sandbox away: a page could take it off itself."),
    );
  if (self.top === self) return passes("This page is in no frame.");
  // Of another origin it is null.
  const frame = self.frameElement;
  if (!frame) return unknown(`This page is in a frame of another origin, which cannot be looked at from inside. ${allowsFor}`, remedy("If the frame has a sandbox, let the frame have this:", wholeSandbox));
  if (!frame.hasAttribute("sandbox")) return passes("This page is in a frame without a sandbox.");
  let missing = "";
  for (const word of allows.split(" ")) if (!frame.sandbox.contains(word)) missing += `${missing && ", "}${word}`;
  return missing ? advises(`The sandbox around this page lacks ${missing}. ${allowsFor}`, remedy("Let the frame have this:", wholeSandbox)) : passes("The sandbox around this page allows all that is needed.");
}

function storage() {
  try {
    const key = "middle-layer/doctor";
    localStorage.setItem(key, "1");
    const kept = localStorage.getItem(key);
    localStorage.removeItem(key);
    if (kept !== "1") throw Error("not kept");
  } catch {
    return advises("This browser keeps nothing for this page. The assessment works, but a reload loses the answers.", remedy("Let the browser’s administrator allow site data for this site, in a frame of another origin also for third parties."));
  }
  return passes(`Answers are kept on the device${self.top === self ? "" : ", in a frame of another origin for each page around apart"}.`);
}

function secureContext() {
  if (self.isSecureContext) return passes("It is one.");
  return passes("This page is on plain http. Everything works; where browsers have no clipboard then, texts are copied by hand.");
}

function nameOfElement({ taken, base }) {
  if (taken) return fails("Something else has defined an element named middle-layer.", remedy("Take that away, or write the element of Middle Layer like this:", `<middle-layer-v${major}></middle-layer-v${major}>`));
  if (!base) return unknown("What src says is no address.");
  const tags = tagsOfEmbed();
  for (let index = 0; index < tags.length; index++) {
    if (tags[index].src.replace(/[?#].*/, "") !== `${base}embed.js`) return advises(`This page has a script tag of ${tags[index].src} too: the first one that runs serves all.`, remedy("Keep one script tag:", `<script src="${base}embed.js" defer></script>`));
  }
  return passes("Nothing else has taken it.");
}

/** The elements that are on the page already: somebody looks here because of one of them. */
function elementsOfPage({ base, script }) {
  const elements = document.getElementsByTagName(customElements.get(`middle-layer-v${major}`) ? `middle-layer-v${major}` : "middle-layer");
  for (let index = 0; index < elements.length; index++) {
    const element = elements[index];
    if (!(script ? script.before : ourApi()) || !element.shadowRoot)
      return fails(`embed.js did not run for an element on this page${script?.ran ? ": it runs only while this check is here" : ""}.`, remedy("Let the page have this tag. What it pins (integrity) has to fit, and another origin has to allow this page.", `<script src="${base}embed.js" defer></script>`));
    if (element.state === "failed") {
      const said = element.shadowRoot?.querySelector("h1 + p")?.textContent ?? "";
      return fails(`An element on this page could not start. ${said}`, remedy("Mend what fails in this list, then reload the page. If nothing else does, see its attributes: below, an element without any is tried."));
    }
    if (element.checkVisibility?.({ visibilityProperty: true }) === false) return advises("An element is on this page, but the page hides it.", remedy("See which style hides it or what is around it, such as display: none."));
  }
  if (!elements.length) return passes("There is none yet.");
  return passes(elements.length === 1 ? "There is one, and it could start." : `There are ${elements.length}, and they could start.`);
}

/** What the element itself says. */
async function elementStarts({ base, framed, element: { state, code, message, remedy: what, line } }) {
  if (state === "ready") return passes("It starts.");
  if (state === "absent") return fails("embed.js did not run, so there is no element.", remedy("Mend what fails above, then look again."));
  if (state === "silent") return unknown("It was still loading after half a minute.");
  const report = /^blocked/.test(code) && line ? await refusal(RegExp(line.split(" ")[0]), "") : null;
  const remedies = report ? [toPolicy(report, line)] : what ? [remedy(`${what[0].toUpperCase()}${what.slice(1)}`, line ?? "")] : [];
  // What a page in a frame says of itself stands in that frame.
  if (framed && !what) remedies[0] = remedy("The page inside the frame says what to change there. To read it, open this by itself:", `${base}${wholePage}`);
  return fails(`${message} (${code})`, ...remedies);
}
