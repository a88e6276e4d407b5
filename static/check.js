// The page that checks an organisation's own file of questions. The engine says what is wrong; this shows where.
(() => {
  "use strict";

  const at = (id) => document.getElementById(id);
  const text = at("text");
  const found = at("found");
  const status = at("status");
  /** As the engine has it; more is not even read. */
  const largest = 1024 * 1024;
  const roles = { manager: "Manager", executive: "Executive", frontline: "Frontline" };
  const forms = { full: "full", pulse: "pulse" };
  /** Files that the product saves, by what stands in their field `format`. */
  const otherKinds = { "middle-layer/response": "saved answers", "middle-layer/path": "a saved approval path" };
  /** What only the rules find, which are checked once the whole file could be read. */
  const ofRules = /^(repeated-(item|option)|never-shown|wrong-count|not-opposite|reserved-id|unknown-item|item-of-another-form)$/;
  const directions = { "+": "agreeing speaks for a barrier", "-": "agreeing speaks against one" };

  function make(parent, tag, content = "", className = "") {
    const element = document.createElement(tag);
    element.textContent = content;
    if (className) element.className = className;
    parent.append(element);
    return element;
  }

  let loading;
  /** The engine's functions; a failure is tried again the next time. */
  const engine = () => {
    loading ??= Promise.resolve()
      .then(() => window.MiddleLayer.engine())
      .catch((error) => {
        loading = undefined;
        throw error;
      });
    return loading;
  };

  /** Where everything in a JSON text begins: each node has its place and, by name, position or id, what is in it. */
  function placesIn(source) {
    const tokens = source.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g);
    const next = () => tokens.next().value;
    const node = (token) => {
      const [sign] = token;
      const here = { start: token.index, inner: new Map(), ids: new Map(), texts: new Map() };
      if (sign === '"' || !/[{[]/.test(sign)) {
        here.value = sign;
        return here;
      }
      let position = 0;
      for (let token = next(); token && !/^[}\]]$/.test(token[0]); token = next()) {
        if (token[0] === ",") token = next();
        if (sign === "{") {
          const name = JSON.parse(token[0]);
          next();
          here.inner.set(name, node(next()));
        } else {
          const entry = node(token);
          here.inner.set(String(position++), entry);
          const id = entry.inner.get("id")?.value;
          if (id?.startsWith('"')) here.ids.set(JSON.parse(id), entry);
          // Ids of questions stand on a page as they are.
          if (entry.value?.startsWith('"')) here.texts.set(JSON.parse(entry.value), entry);
        }
      }
      return here;
    };
    return node(next());
  }

  /** The place of what a path of the engine names; of something that is missing, of what lacks it. */
  function placeOf(places, path) {
    let node = places;
    for (const step of path.split(".")) {
      const inner = node?.ids.get(step) ?? node?.inner.get(step) ?? node?.texts.get(step);
      if (!inner) break;
      node = inner;
    }
    return node?.start ?? 0;
  }

  const lineAt = (source, place) => source.slice(0, place).split("\n").length;

  /** Puts the focus into the text, with a line of it selected and in view. */
  function show(line) {
    const lines = text.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0);
    text.focus();
    text.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    text.scrollTop = (line - 4) * (text.scrollHeight / lines.length);
    text.scrollLeft = 0;
    text.scrollIntoView({ block: "center" });
  }

  function heading(content) {
    found.replaceChildren();
    found.hidden = false;
    make(found, "h2", content).id = "found-title";
    // Those who see the heading need not read it twice.
    status.className = "unseen";
    status.textContent = content;
  }

  /** The whole cannot be read, or the engine is not there. */
  function failed(title, sentence) {
    heading(title);
    make(found, "p", sentence, "failed");
    found.focus();
  }

  function showProblems(problems, source) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length === 100 ? "At least " : ""}${problems.length} problems`;
    heading(`${count} in this file`);
    make(found, "p", "It cannot be used until all are mended. Nothing of it is used until then.");
    let places;
    try {
      // A mark that some editors put before a text is no part of it.
      places = placesIn(source.replace(/^\ufeff/, " "));
    } catch {
      // What is not JSON has no places in it.
    }
    const lines = problems.map(({ code, path, message }) => (code === "not-json" ? Number(/line (\d+)/.exec(message)?.[1] ?? 1) : lineAt(source, places ? placeOf(places, path) : 0)));
    const list = make(found, "ol", "", "problems");
    problems
      .map((problem, index) => ({ ...problem, line: lines[index] }))
      .sort((first, second) => first.line - second.line)
      .forEach(({ message, line }) => {
        const entry = make(list, "li", message);
        const where = make(entry, "span", "", "where");
        const button = make(where, "button", `Show line ${line}`, "link");
        button.type = "button";
        button.addEventListener("click", () => show(line));
      });
    if (!problems.some(({ code }) => ofRules.test(code))) make(found, "p", "More may show once these are mended: the rules are checked when the whole file can be read.");
    found.focus();
  }

  function showSound(own, builtIn) {
    heading("This file can be used");
    const same = own.hash === builtIn.hash;
    make(found, "p", same ? "These are the built-in questions, word for word." : "These are questions of your own. Every result says so and carries their fingerprint, and results can be compared only where it is the same.");
    const facts = make(found, "dl");
    const fact = (name, content) => {
      make(facts, "dt", name);
      return make(facts, "dd", content);
    };
    fact("Title", own.title);
    fact("Id and version", `${own.id}, ${own.version}`);
    make(fact("Fingerprint", ""), "code", own.hash.slice(0, 12));
    make(fact("Whole hash", ""), "code", own.hash);
    const { roles: names = {}, unit, rollout } = own.words ?? {};
    if (unit) fact("Unit", unit);
    if (rollout) fact("Rollout", rollout);
    const { ask, privacy, handIn } = own.links ?? {};
    if (ask) fact("Whom to ask", ask.label ? `${ask.label}: ${ask.url}` : ask.url);
    if (privacy) fact("Privacy notice", privacy.url);
    if (handIn) fact("Where to hand in", handIn.until ? `${handIn.url}, until ${handIn.until}` : handIn.url);

    noteUnscored(own, builtIn, fact);

    make(found, "h3", "What is asked");
    const ranking = own.attribution;
    for (const [role, usual] of Object.entries(roles)) {
      for (const form of Object.keys(forms)) {
        const [, ...pages] = own.order[form][role];
        const count = pages.flat().length;
        const details = make(found, "details");
        make(details, "summary", `${names[role] ?? usual}, ${forms[form]}: the ranking and ${count} ${count === 1 ? "question" : "questions"}`);
        make(details, "p", ranking.question);
        const options = make(details, "ul", "", "page");
        for (const option of ranking.options) make(options, "li", option.text);
        pages.forEach((page, index) => {
          make(details, "p", `Page ${index + 1}`, "small");
          const list = make(details, "ul", "", "page");
          for (const id of page) {
            const item = own.items.find((item) => item.id === id);
            const entry = make(list, "li", item.text[role]);
            const way = item.scale === "A5" ? `; ${directions[item.key]}` : "";
            make(entry, "span", `${id}: ${own.constructs[item.construct].name}${way}`, "about");
          }
        });
      }
    }

    make(found, "h3", "How to use it");
    make(found, "p", "Put the file on a web server and name it in the element, or in the address of the page where it lies on the same server:");
    make(make(found, "pre"), "code", '<middle-layer instrument="our-questions.json"></middle-layer>');
    make(make(found, "pre"), "code", "index.html?instrument=our-questions.json");
    found.focus();
  }

  /** What a saved file of another kind holds; nothing for all else. */
  function otherKind(source) {
    try {
      const { format } = JSON.parse(source.replace(/^\ufeff/, ""));
      return Object.hasOwn(otherKinds, format) ? otherKinds[format] : undefined;
    } catch {
      // The engine says where it is no JSON.
      return undefined;
    }
  }

  /** Adds what the built-in questions measure on a form and these do not. */
  function noteUnscored(own, builtIn, fact) {
    const asked = ({ order, items }, form) => {
      const ids = Object.values(order[form]).flat(2);
      return new Set(items.filter(({ id }) => ids.includes(id)).map(({ construct }) => construct));
    };
    for (const form of Object.keys(forms)) {
      const there = asked(own, form);
      const missing = [...asked(builtIn, form)].filter((construct) => !there.has(construct));
      if (missing.length) fact(`Not scored, ${forms[form]} form`, `${missing.map((construct) => builtIn.constructs[construct].name).join("; ")}: no question asks about this.`);
    }
  }

  async function check() {
    const source = text.value;
    if (!source.trim()) {
      failed("There is no text yet", "Choose a file, or paste its text.");
      return;
    }
    const kind = otherKind(source);
    if (kind) {
      failed("This is no file of questions", `It holds ${kind}. Choose the file that has your questions.`);
      return;
    }
    status.className = "";
    status.textContent = "Checking";
    let functions;
    try {
      functions = await engine();
    } catch (error) {
      failed("The engine cannot start here", `${error?.message || "embed.js is missing or blocked."} Whoever looks after this site should see that all its files are there.`);
      return;
    }
    try {
      showSound(functions.useInstrument(source).instrument(), functions.instrument());
    } catch (error) {
      if (error.name !== "MiddleLayerError") throw error;
      showProblems(error.problems, source);
    }
  }

  async function take(file) {
    if (!file) return;
    if (file.size > largest) {
      failed("This file is too large", `It has ${file.size} bytes, and at most ${largest} are read. A file of questions has about 20 000. Choose another one.`);
      return;
    }
    try {
      text.value = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    } catch {
      failed("This file is not UTF-8 text", "Save it as UTF-8: editors offer this where a file is saved. Then choose it again.");
      return;
    }
    await check();
  }

  async function download() {
    let builtIn;
    try {
      builtIn = (await engine()).instrument();
    } catch (error) {
      failed("The engine cannot start here", error?.message || "embed.js is missing or blocked.");
      return;
    }
    const { hash: _, id: __, version: ___, title: ____, ...rest } = builtIn;
    const schema = location.protocol.startsWith("http") ? { $schema: new URL("instrument.schema.json", location.href).href } : {};
    const own = { ...schema, id: "our-questions", version: "1", title: "Questions of our organisation", ...rest };
    // Lists of ids and labels in one line each, so that a page of questions can be read as one.
    const content = JSON.stringify(own, null, 2).replace(/\[\s+("[^[\]{}]*?")\s+\]/g, (list, inner) => `[${inner.replace(/,\s+"/g, ', "')}]`);
    const url = URL.createObjectURL(new Blob([`${content}\n`], { type: "application/json" }));
    const anchor = document.createElement("a");
    anchor.href = url;
    anchor.download = "our-questions.json";
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    status.className = "";
    status.textContent = "Handed to your browser as our-questions.json. Look in your downloads.";
  }

  at("download").addEventListener("click", download);
  at("choose").addEventListener("click", () => at("file").click());
  at("file").addEventListener("change", async ({ target }) => {
    await take(target.files[0]);
    // The same file can be chosen again once it was mended.
    target.value = "";
  });
  at("again").addEventListener("click", check);
  const over = (yes) => document.body.classList.toggle("over", yes);
  addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    over(true);
  });
  addEventListener("dragleave", () => over(false));
  addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    over(false);
    take(event.dataTransfer.files[0]);
  });
})();
