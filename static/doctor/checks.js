// The list of checks, and what they come to together.

const file = (name) => async ({ files, script }) => fileArrives(files[name], name === "embed.js" && script.ran);

/** Of each check its stable name, what it is about, and how it is made. */
const always = [
  ["browser", "The browser", browser],
  ["file-embed", "embed.js arrives", file("embed.js")],
];
const inline = [
  ["file-module", "middle-layer.js arrives", file("middle-layer.js")],
  ["file-engine", "middle-layer_bg.wasm arrives", file("middle-layer_bg.wasm")],
  ["file-spare", "middle-layer-inline.js, the spare script, is there", file(spare)],
  ["other-origins", "The server lets this page load the files (CORS)", otherOrigins],
  ["policy-script", "The policy allows the scripts", policyOfScripts],
  ["policy-wasm", "The policy allows WebAssembly", policyOfWasm],
  ["policy-connect", "The policy allows the files to be fetched", policyOfConnections],
  ["trusted-types", "Trusted types", trustedTypesAllow],
];
const framed = [
  ["file-page", "index.html arrives", file(wholePage)],
  ["policy-script", "The policy allows the script", policyOfScripts],
  ["policy-frame", "The policy allows the frame", policyOfFrames],
];
const further = [
  ["sandbox", "Frames and sandboxes", sandbox],
  ["storage", "Storage on the device", storage],
  ["secure-context", "Secure context", secureContext],
  ["element-name", "The name middle-layer", nameOfElement],
  ["versions", "All files are of one version", oneVersion],
  ["caching", "Caching", caching],
  ["compression", "Compression", compression],
  ["page-elements", "The elements on this page", elementsOfPage],
  ["element", "An element starts", elementStarts],
];

/** What the spare script can stand in for, so that it is in nobody’s way as long as the element starts. */
const spared = /^(file-(module|engine|spare)|other-origins|policy-(script|connect))$/;

/** Makes all checks. One that cannot be made says so and leaves the others alone. */
async function examine(facts) {
  const results = [];
  const works = facts.element?.state === "ready";
  for (const list of [always, facts.framed ? framed : inline, further]) {
    for (const [id, title, check] of list) {
      let result;
      try {
        result = await check(facts);
      } catch {
        result = unknown("This check could not be made on this page.");
      }
      if (works && result.status === "fail" && spared.test(id)) {
        result.status = "advise";
        result.found += " The element starts all the same.";
      }
      // Where the element does not start, what it needs then is in the way too.
      if (id === "trusted-types" && result.status === "advise" && /^blocked-types$/.test(facts.element?.code)) result.status = "fail";
      results[results.length] = { id, title, ...result };
    }
  }
  return results;
}

/** The report as text: of the page its origin and nothing else, since addresses can hold somebody’s secrets. */
function asText(base, results) {
  let text = `Middle Layer doctor ${version}\nPage: ${location.origin}\nFiles: ${base}\n`;
  for (let index = 0; index < results.length; index++) {
    const { status, title, found, remedies } = results[index];
    text += `\n${labels[status]}: ${title}\n  ${found}\n`;
    for (let number = 0; number < remedies.length; number++) {
      const { what, text: line } = remedies[number];
      text += `  ${what}\n${line ? `    ${line}\n` : ""}`;
    }
  }
  return text;
}
