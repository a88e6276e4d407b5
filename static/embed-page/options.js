// What can be chosen: the attributes of the element, each with a plain name and a line on what it does.

const version = "@version";

/** Words of a choice stand beside its value; the first one is what holds without the attribute. */
const options = [
  {
    title: "What people see",
    list: [
      { name: "view", label: "View", hint: "The assessment, or the approval path of one unit by itself.", choices: [["", "The assessment"], ["path", "The approval path"]] },
      { name: "questions", label: "Questions", hint: "The full form takes about eight minutes, the pulse about three.", choices: [["", "Ask each person"], ["full", "Full form"], ["pulse", "Pulse"]] },
      { name: "respondent", label: "Role", hint: "Set it where only one kind of people will come.", choices: [["", "Ask each person"], ["manager", "Manager"], ["executive", "Executive"], ["frontline", "Frontline"]] },
      { name: "rollout", label: "Name of the rollout", hint: "Which rollout the answers are about. It stands in every saved file." },
      { name: "units", label: "Parts of the organisation to choose from", hint: "Up to 8 names, with commas between them." },
      { name: "unit", label: "One part of the organisation", hint: "Set for everybody, so that it is not asked." },
    ],
  },
  {
    title: "Looks",
    list: [
      { name: "theme", label: "Light or dark", hint: "Automatic is dark only where the page itself allows dark.", choices: [["", "Automatic"], ["light", "Light"], ["dark", "Dark"]] },
      { name: "lang", label: "Language", hint: "A language tag such as en. There is English so far; without it, the language of the page counts." },
    ],
  },
  {
    title: "Answers",
    list: [
      { name: "storage", label: "Drafts", hint: "On a shared computer nothing should be kept.", choices: [["", "Kept on the person’s device"], ["none", "Not kept"]] },
      { name: "session", label: "Name of the draft", hint: "One draft for each name: set it where several rollouts are asked about on one site." },
      { name: "hand-in", label: "Handing in", hint: "After the result, the person may hand the answers to your page. A script of your page has to receive them.", choices: [["", "Not offered"], ["page", "Offered after the result"]] },
      { name: "instrument", label: "Your own questions", hint: "The address of a file of questions. In a frame it has to be on the same server as the files." },
    ],
  },
];

/** What has been chosen: attributes by name, without those that are empty. */
function chosen(fields) {
  const values = {};
  for (const [name, field] of fields) {
    const value = field.value.trim();
    if (value) values[name] = value;
  }
  return values;
}

/** The folder of the files as a whole address that ends with a slash; nothing where it is none. */
function folderAt(text) {
  try {
    const address = new URL(text.trim());
    if (!/^https?:$/.test(address.protocol)) return null;
    address.search = address.hash = "";
    address.pathname = address.pathname.replace(/[^/]+\.(html|js|json|css|wasm)$/, "").replace(/\/?$/, "/");
    return address.href;
  } catch {
    return null;
  }
}

/** The origin of a page; nothing where the text is no address. */
function originAt(text) {
  try {
    const { origin, protocol } = new URL(text.trim());
    return /^https?:$/.test(protocol) ? origin : null;
  } catch {
    return null;
  }
}
