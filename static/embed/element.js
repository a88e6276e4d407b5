// The element: its attributes, its life in a page, and what it tells the page.

/** All attributes, and the words for those that are not left to the engine to look at. */
const names = "view lang theme questions respondent unit units mode rollout storage session hand-in instrument base".split(" ");
const choices = { mode: "inline, frame" };
const propertyOf = (name) => name.replace(/-(.)/, (_, letter) => letter.toUpperCase());
/** Attributes of every element that are no property by the same name, and those that frameworks leave. */
const common = /^(class$|is$|tabindex|exportparts|data|aria|v-|ng|_ng|item)|[:@.]/;

/** Who has which place of storage: two elements never share one, not even those of another version on the page. */
const slots = known?.slots ?? new Map();
/** What our own page asks for beyond attributes. */
const extras = new WeakMap();

class MiddleLayerElement extends HTMLElement {
  static observedAttributes = names;

  #root = null;
  #style = "";
  #state = "loading";
  #handedIn = null;
  #sitting = null;
  #leaving = 0;
  #slot = "";
  #memory = { keeping: true };
  #pressed = false;

  get state() {
    return this.#state;
  }

  get handedIn() {
    return this.#handedIn;
  }

  connectedCallback() {
    clearTimeout(this.#leaving);
    if (!this.#root) this.#prepare();
    this.#claim();
    if (!this.#sitting) this.#begin();
  }

  /** A host may only be moving us: what is here ends a moment later, and not if we are back by then. */
  disconnectedCallback() {
    this.#leaving = setTimeout(() => {
      this.#end();
      this.#release();
    }, 10);
  }

  /** That it is there tells the browser that `moveBefore` changes nothing for us. */
  connectedMoveCallback() {}

  adoptedCallback() {
    this.#dress(this.#style);
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    // Answers stay with their session, also those of an element that is not in a page just now.
    if (name === "session") {
      this.#memory = { keeping: true };
      this.#release();
      this.#slot = "";
    }
    if (!this.#sitting) return;
    this.#check(name);
    if (/^(session|mode|base|instrument)$/.test(name)) this.#begin();
    else this.#sitting.update();
  }

  /** Leaves the first screen. Shows the assessment again after `destroy()`, and tries again after a failure. */
  start() {
    if (!this.#sitting || this.#state === "failed") this.#begin();
    else this.#sitting.start();
  }

  /** Erases all answers, here and on the device. */
  reset() {
    this.#handedIn = null;
    if (this.#sitting && this.#state !== "failed") return this.#sitting.reset();
    // No engine is there to do it.
    this.#memory = { keeping: true };
    try {
      localStorage.removeItem(`middle-layer/draft/${this.#slot}`);
      localStorage.removeItem(`middle-layer/set-aside/${this.#slot}`);
    } catch {
      // Refused storage holds nothing to erase.
    }
    if (this.#sitting) this.#begin();
  }

  /** Ends it. What is kept on the device stays. */
  destroy() {
    this.#end();
  }

  #prepare() {
    // Inside another yew application our events would reach that one too, since both number their elements alike.
    let mode = "open";
    for (let node = this; node; node = node.parentNode ?? node.host) if ("__yew_subtree_id" in node) mode = "closed";
    this.#root = this.attachShadow({ mode });
    this.#dress();
    // The page's shortcuts are not meant for what is typed here.
    for (const type of ["keydown", "keyup", "keypress"]) this.addEventListener(type, (event) => event.stopPropagation());
    for (const name of names) {
      const property = propertyOf(name);
      if (!Object.hasOwn(this, property)) continue;
      const value = this[property]; // Set before this class was there.
      delete this[property];
      this[property] = value;
    }
    for (const { name } of this.attributes) this.#check(name);
  }

  #check(name) {
    const value = this.getAttribute(name)?.trim();
    const allowed = choices[name];
    let fault = "";
    if (name === "role" && /^(manager|executive|frontline)$/.test(value)) fault = `“role” is an attribute of HTML; say respondent="${value}"`;
    else if (!(propertyOf(name) in this || common.test(name))) fault = `there is no attribute “${name}”`;
    else if (value && allowed && `, ${allowed},`.indexOf(`, ${value},`) < 0) fault = `“${name}” is “${value}”; it can be ${allowed}`;
    if (fault) console.warn(`Middle Layer: ${fault}. It is ignored.`);
  }

  /** Takes the place it had, or the first that nobody has who is in a page. */
  #claim() {
    const name = this.getAttribute("session")?.trim() || "default";
    const taken = (slot) => slots.get(slot) !== this && slots.get(slot)?.isConnected;
    let slot = this.#slot || name;
    for (let number = 2; taken(slot); number++) slot = `${name}~${number}`;
    slots.set(slot, this);
    // Another element may have come to our place while we were away.
    if (this.#slot !== slot) this.#end();
    this.#slot = slot;
  }

  #release() {
    if (slots.get(this.#slot) === this) slots.delete(this.#slot);
  }

  #options() {
    const options = {};
    for (const name of names) options[propertyOf(name)] = this.getAttribute(name);
    return {
      ...options,
      // The single file has nothing beside it.
      sheet: document.documentElement.dataset.single ? null : `${addressOf(this)}security.html`,
      lang: this.closest("[lang]")?.lang,
      session: this.#slot,
      recipient: location.host || "this page",
      surroundings: "page",
      ...extras.get(this),
    };
  }

  /** After a press of a button, which is gone then, the focus goes to what comes. */
  #begin(pressed) {
    this.#end();
    this.#pressed = pressed;
    if (!this.isConnected) return;
    this.#claim();
    skeleton(this.#root);
    const outer = {
      root: this.#root,
      memory: this.#memory,
      options: () => this.#options(),
      dress: (style) => this.#dress(style),
      tell: (name, detail) => this.#tell(name, detail),
      explain: (error) => this.#explain(error),
      again: () => this.#begin(true),
    };
    this.#sitting = (this.getAttribute("mode")?.trim() === "frame" ? framedSitting : inlineSitting)(outer);
  }

  #end() {
    const sitting = this.#sitting;
    this.#sitting = null;
    this.#state = "loading";
    sitting?.end();
    this.#root?.replaceChildren();
  }

  #dress(style) {
    this.#style = style;
    try {
      this.#root.adoptedStyleSheets = [sheetFor(this.ownerDocument, style)];
    } catch {
      // Nobody sees a document without a window, and a browser that is too old is told so.
    }
  }

  #tell(name, detail) {
    if (name === "ready") {
      this.#state = "ready";
      announceReady(api);
    } else if (name === "progress") {
      // Between pages and on the way to the result there are screens without a page.
      if (detail.page > 0 || (detail.answered > 0 && this.#state !== "ready")) this.#state = "answering";
      else if (!detail.answered) this.#state = "ready";
    } else if (name === "complete") this.#state = "complete";
    else if (name === "handed-in") this.#handedIn = detail.response;
    else if (name === "error") this.#state = "failed";
    if (this.#pressed && /ready|error/.test(name)) {
      this.#pressed = false;
      this.#root.querySelector("h1")?.focus();
    }
    this.dispatchEvent(new CustomEvent(`middle-layer-${name}`, { bubbles: true, composed: true, detail: { ...detail, version: 1 } }));
  }

  #explain(error) {
    const { code, facts } = error.facts ? error : failed("internal", [`${error}`]);
    const cause = causes[code]?.(facts) ?? facts;
    this.#sitting?.end();
    explanation(this.#root, cause, code, () => this.#begin(true));
    this.#tell("error", { code, message: cause[0] });
  }
}

for (const name of names) {
  if (name === "lang") continue;
  Object.defineProperty(MiddleLayerElement.prototype, propertyOf(name), {
    enumerable: true,
    get() {
      return this.getAttribute(name);
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}
