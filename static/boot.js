// The page of Middle Layer itself: the element over the whole window, or inside somebody's frame.
(() => {
  "use strict";

  const host = document.getElementById("middle-layer");
  const parameters = new URLSearchParams(location.search);
  const framed = parameters.get("embed") === "1" && parent !== self;

  function originOf(address, base) {
    try {
      return new URL(address, base).origin;
    } catch {
      return "null";
    }
  }
  /** Who may hear what happens here; without it nothing can be handed in. */
  const around = framed ? originOf(parameters.get("origin") ?? location.ancestorOrigins?.[0] ?? document.referrer) : "null";

  /** Parameters are the attributes. The questions of somebody else's site are not asked in our name. */
  function settings(get) {
    const options = {};
    for (const name of ["lang", "theme", "questions", "respondent", "unit", "units", "rollout", "storage", "session", "view", "handIn", "instrument"]) {
      const value = get(name);
      if (value === null || value === undefined) continue;
      if (name === "handIn" && around === "null") continue;
      if (name === "instrument" && originOf(value, document.baseURI) !== location.origin) {
        console.warn("Middle Layer: “instrument” is no address on this origin. It is ignored.");
        continue;
      }
      options[name] = value;
    }
    return options;
  }

  if (!window.MiddleLayer?.mount) {
    const loading = host.querySelector("p");
    loading.setAttribute("role", "alert");
    loading.textContent = "Middle Layer could not be loaded: embed.js is missing or blocked. Whoever looks after this site should upload all its files again, and let script-src allow them.";
    return;
  }

  /** The page behind the element follows its theme. */
  const dress = ({ theme }) => (document.documentElement.style.colorScheme = /^(light|dark)$/.test(theme) ? theme : "");
  dress(settings((name) => parameters.get(name)));
  document.documentElement.classList.toggle("framed", framed);
  const heading = host.querySelector("h1");
  host.replaceChildren(heading);
  // The page around has a main part of its own.
  if (framed) host.setAttribute("aria-label", document.title);
  const element = window.MiddleLayer.mount(host, {
    ...settings((name) => parameters.get(name) ?? parameters.get(name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`))),
    // A page of our own origin could read us all the same.
    extra: framed ? { recipient: around, surroundings: around === location.origin ? "page" : "frame" } : { wholePage: true, surroundings: "" },
  });

  for (const end of ["ready", "error"]) element.addEventListener(`middle-layer-${end}`, () => heading.remove());

  if (location.protocol === "file:" && !document.documentElement.dataset.single) {
    const single = () => {
      const link = document.createElement("a");
      link.href = "standalone.html";
      link.textContent = "standalone.html";
      return link;
    };
    const note = document.createElement("footer");
    note.className = "note";
    note.append("You have opened this from a folder, and it works without a network. ", single(), " is the same in a single file that you can pass on.");
    element.addEventListener("middle-layer-ready", () => document.body.append(note));
    // Inside the element it shows only where that cannot start.
    const instead = document.createElement("p");
    instead.append("Or open ", single(), " instead: it needs nothing but itself.");
    element.append(instead);
  }

  if (!framed) return;

  // Counts and heights say nothing about anybody; answers go to the one origin that the person was told.
  const tell = (type, more) => parent.postMessage({ middleLayer: 1, type, ...more }, around === "null" ? "*" : around);
  for (const type of ["ready", "progress", "complete", "saved", "error", "handed-in"]) {
    element.addEventListener(`middle-layer-${type}`, ({ detail }) => {
      if (type !== "handed-in" || around !== "null") tell(type, { detail });
    });
  }
  let height = 0;
  const measure = () => {
    const now = Math.ceil(host.getBoundingClientRect().height);
    if (now === height) return;
    height = now;
    tell("height", { height });
  };
  new ResizeObserver(measure).observe(host);
  measure(); // A frame that is out of sight is not observed, and the page around waits for a word.
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || data?.middleLayer !== 1 || (around !== "null" && origin !== around)) return;
    if (data.type === "start") element.start();
    else if (data.type === "reset") element.reset();
    else if (data.type === "options") {
      const options = settings((name) => data.options?.[name]);
      dress(options);
      for (const name of Object.keys(options)) if (name !== "instrument" && name !== "session") element[name] = options[name];
    }
  });
})();
