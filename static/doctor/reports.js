// What the browser reports that it has refused. The texts of errors differ between browsers, and reports do not.

const reports = [];
let reported = 0;
document.addEventListener(
  "securitypolicyviolation",
  (event) => {
    // Some pages break their own policy all the time: no more than the last of them are kept.
    reports[reported++ % 300] = event;
  },
  true,
);

const scripts = /^script-src/;
const connections = /^connect-src/;
const frames = /^frame-src/;
const types = /^(require-)?trusted-types/;

/** The report that a directive has refused this, enforced rather than only reported; nothing where there is none. */
async function refusal(directive, what) {
  // Reports come in a task of their own, which can follow the error.
  await pause(60);
  let found = null;
  for (let index = 0; index < reports.length; index++) {
    const { effectiveDirective, blockedURI, disposition } = reports[index];
    const fits = blockedURI === what || (/^https?:/.test(blockedURI) && (what.startsWith(blockedURI) || blockedURI.startsWith(what)));
    if (directive.test(effectiveDirective) && (fits || !what) && (!found || disposition === "enforce")) found = reports[index];
  }
  return found;
}

/** The values of a directive in the policy that a report is about, or nothing where it has none. */
function valuesOf(name, { originalPolicy }) {
  const directives = originalPolicy.split(";");
  for (let index = 0; index < directives.length; index++) {
    const [, found, values] = /^\s*(\S+)\s*(.*?)\s*$/.exec(directives[index]) ?? [];
    if (found?.toLowerCase() === name) return values;
  }
  return undefined;
}

/** Where the policy of a report stands, as somebody would look for it. */
function placeOf({ originalPolicy }) {
  const metas = document.getElementsByTagName("meta");
  const plain = (text) => text.replace(/\s+/g, " ").trim();
  for (let index = 0; index < metas.length; index++) {
    if (/^content-security-policy$/i.test(metas[index].httpEquiv) && plain(metas[index].content) === plain(originalPolicy)) return "the policy in a meta element of this page";
  }
  return "this page’s Content-Security-Policy";
}
