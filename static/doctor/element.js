// The element itself.

class MiddleLayerDoctorElement extends HTMLElement {
  static observedAttributes = ["src", "mode"];

  #root = null;
  #round = 0;
  #report = null;

  /** The last report, or nothing as long as there is none. */
  get report() {
    return this.#report;
  }

  connectedCallback() {
    if (!this.#root) {
      this.#root = this.attachShadow({ mode: "open" });
      dress(this.#root);
      // The page's shortcuts are not meant for what is done here.
      for (const type of ["keydown", "keyup", "keypress"]) this.addEventListener(type, (event) => event.stopPropagation());
    }
    if (!this.#round) this.#examine();
  }

  attributeChangedCallback(name, before, after) {
    if (this.#round && before !== after) this.#examine();
  }

  async #examine() {
    const round = ++this.#round;
    this.#report = null;
    const shown = document.createElement("div");
    shown.className = "doctor";
    shown.lang = "en";
    this.#root.replaceChildren(shown);
    make(shown, "h2", "What Middle Layer finds on this page");
    make(shown, "p", "A check for whoever looks after this page. It asks for the files of Middle Layer and for nothing else, and sends its findings to nobody. Take it off the page when you are done.", "soft");
    const status = make(shown, "p");
    status.role = "status";
    const tell = (what) => (status.textContent = `Looking at ${what}…`);
    const facts = {};
    try {
      await lookAround(facts, this, shown, tell);
    } catch {
      // What is not known then cannot be told, and each check says so.
    }
    const results = await examine(facts);
    if (round !== this.#round) return;
    const said = (text) => (copying.textContent = text);
    const works = facts.element?.state === "ready";
    status.textContent = verdict(results, works);
    const copy = make(shown, "button", "Copy report");
    copy.type = "button";
    const copying = make(shown, "p", "", "soft");
    copying.role = "status";
    copy.addEventListener("click", () => this.#copy(shown, copy, asText(this.#report.files, results), said));
    const list = make(shown, "ul");
    list.role = "list";
    // What is in the way comes first.
    for (const first of ["fail", "advise", "unknown", "pass"]) {
      for (let index = 0; index < results.length; index++) if (results[index].status === first) showResult(list, results[index], said);
    }
    this.#report = { version: 1, doctor: version, page: location.origin, files: facts.base ?? "", works, results };
    this.dispatchEvent(new CustomEvent("middle-layer-doctor-report", { bubbles: true, composed: true, detail: this.#report }));
  }

  async #copy(shown, button, text, said) {
    const area = document.createElement("textarea");
    area.readOnly = true;
    area.rows = 7;
    area.ariaLabel = "Report";
    area.value = text;
    button.after(area);
    const outcome = await copied(area);
    said(outcome);
    // What has to be copied by hand stays.
    if (outcome === "Copied.") {
      area.remove();
      button.focus();
    }
  }
}

customElements.define(elementName, MiddleLayerDoctorElement);
