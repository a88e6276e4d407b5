// Where it is put, and what has to be done there. Each kind of page allows another way.

const ways = {
  element: { title: "Script tag and element", snippet: (settings) => elementSnippet(settings) },
  framed: { title: "Script tag, and the element as a frame", snippet: (settings) => elementSnippet(settings, { mode: "frame" }) },
  frame: { title: "Plain frame, without a script", snippet: frameSnippet },
  address: { title: "The address by itself", snippet: frameAddress },
};

const secure = "Serve the files by https: browsers show no frame of plain http in a page of https.";

const platforms = [
  {
    name: "element",
    label: "Your own page, with a script",
    ways: ["element"],
    steps: ["Paste this where it is to appear. The tag of the script may also stand in the head.", "Where your page has a Content-Security-Policy, it has to allow what stands below. Nothing is needed in style-src."],
  },
  {
    name: "framed",
    label: "Your own page, as a frame that grows with its content",
    ways: ["framed"],
    steps: ["Choose this where people should not have to trust the scripts of your page: from another origin they cannot read what is in the frame.", "Paste this where it is to appear."],
  },
  {
    name: "frame",
    label: "Your own page, without any script of ours",
    ways: ["frame"],
    steps: ["Paste this where it is to appear, and give it the height that suits your page.", "To let it grow with its content, use the script of a few lines that the guide has under “As a frame”."],
  },
  {
    name: "sharepoint",
    label: "SharePoint Online",
    ways: ["frame"],
    steps: [
      "Modern pages run no script tags that somebody pastes. They show frames, by the Embed web part.",
      secure,
      "As administrator of the site, open Site settings, HTML Field Security, and allow the domain of the files: ‹host›.",
      "Edit the page, add the Embed web part, and paste this as its embed code.",
      "A web part of your own can use the element instead, once the origin of the files is listed under Script sources in the SharePoint admin centre. 'wasm-unsafe-eval' cannot be added there; 'unsafe-eval', which SharePoint has sent so far, does in its place.",
    ],
  },
  {
    name: "confluence",
    label: "Confluence",
    ways: ["frame", "address", "element"],
    steps: [
      "Data Center: the HTML macro takes the frame, or the script tag. It is there only if a system administrator has switched it on, because it lets everybody who edits pages run scripts.",
      "Cloud: there is no HTML macro of Confluence itself. Where your site offers an iframe macro, give it the address. Macros of other makers run what is pasted in a sandboxed frame, so choose the frame there, too; an administrator may have to allow the domain ‹host›.",
      secure,
    ],
  },
  {
    name: "moodle",
    label: "Moodle",
    ways: ["frame", "element"],
    steps: [
      "Use a Page resource, or a Text block (before Moodle 4: HTML block) on a course or on the front page: what stands there is not cleaned. In forums and other places Moodle takes scripts and frames out.",
      "Switch the editor to its source view and paste this there.",
      "Where it is gone after saving, the site has “Content cleaning everywhere” on (forceclean) or its editor removes it: ask the administrator of the site.",
      secure,
    ],
  },
];
