/** What a sitting asks of the browser. What is thrown here stands for a refusal. */
const browser = (container) => {
  /** The first element that a selector finds, once something is done with it: "focus" or "click". */
  const find = (selector, deed) => {
    const found = container.querySelector(selector);
    if (deed) found?.[deed]();
    return found;
  };

  /**
   * Copies a text; tells whether that worked. The old way is the only one on plain http: the text is put beside what has
   * the focus, in our own tree. The page around stays as it is, and nothing scrolls.
   */
  const copied = async (text) => {
    if (isSecureContext) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {} // The old way it is.
    }
    const page = container.ownerDocument;
    const focused = container.querySelector(":focus");
    const area = page.createElement("textarea");
    area.value = text;
    area.className = "unseen";
    (focused?.parentElement ?? container).append(area);
    area.select();
    let copied = false;
    try {
      copied = page.execCommand("copy");
    } catch {} // Then not.
    area.remove();
    focused?.focus();
    return copied;
  };

  return {
    find,
    /** The same in the next task, with the focus: the browser takes it from what is moved in this one. */
    later: (selector) => setTimeout(() => find(selector, "focus")),
    /**
     * Shows a new screen from its top, with the focus on its heading; not while something else of the page around has the
     * focus, which is nothing that holds us. Where nothing has it, such as after its element has gone, the browser names the
     * body, and a dialog takes it to itself.
     */
    arrive: () => {
      const { activeElement } = container.ownerDocument;
      let around = container;
      while (activeElement && around !== activeElement) {
        around = around.parentNode ?? around.host;
        if (!around) return;
      }
      container.firstElementChild.scrollIntoView();
      find("h1", "focus");
    },
    /** The key that is pressed on a radio button; none where it is part of a shortcut. */
    key: ({ ctrlKey, altKey, metaKey, target, key }) => (ctrlKey || altKey || metaKey || !(target instanceof HTMLInputElement) ? "" : key),
    /** Whether files are held over something, which then takes them. */
    over: (event) => {
      for (const kind of event.dataTransfer?.types ?? []) {
        if (kind === "Files") {
          event.preventDefault();
          return true;
        }
      }
      return false;
    },
    /** Firefox drags nothing without data. */
    drag: (event) => event.dataTransfer.setData("text/plain", ""),
    /** Tells what is in a file that was chosen or dropped; of one that is too large its bytes, of one that is gone nothing. */
    read: (event, limit, done) => {
      const chosen = event.dataTransfer ?? event.target;
      const file = chosen.files[0];
      if (!event.dataTransfer) chosen.value = ""; // The same file can be chosen again after it was put right.
      else if (file) event.preventDefault();
      if (file?.size > limit) done(file.size);
      else file?.text().then(done, () => done());
    },
    /** Calls in task after task, as long as there is more to do. */
    slices: (_, __, slice) => {
      const next = () => setTimeout(() => slice() && next());
      next();
    },
    /** The date here: year, month and day in one number. */
    today: () => {
      const date = new Date();
      return (date.getFullYear() * 100 + date.getMonth() + 1) * 100 + date.getDate();
    },
    /** 128 random bits in hex. There in every browser that runs WebAssembly, also on plain http. */
    random: () => {
      let id = "";
      for (const byte of crypto.getRandomValues(new Uint8Array(16))) id += byte.toString(16).padStart(2, "0");
      return id;
    },
    /** A moment in words of a language, in the person's own variety of it, as far as the browser tells. */
    moment: (time, language) => {
      let own = language;
      for (const tag of navigator.languages) {
        if (tag.split("-")[0] === language) {
          own = tag;
          break;
        }
      }
      return new Intl.DateTimeFormat(own, { dateStyle: "long", timeStyle: "short" }).format(time);
    },
    /** Reads what is kept on the device; with a text replaces it, with `null` removes it. Tells whether there is no room. */
    store: (key, text) => {
      const storage = localStorage;
      if (text === undefined) return storage.getItem(key);
      if (text === null) return storage.removeItem(key);
      try {
        return storage.setItem(key, text);
      } catch (error) {
        // Safari reports a full and a switched-off storage alike; "full" is then the kinder guess.
        if (error.name === "QuotaExceededError") return true;
        throw error;
      }
    },
    /** Hands a text to the browser's downloads. */
    save: (name, text) => {
      const type = name.endsWith(".svg") ? "image/svg+xml" : name.endsWith(".csv") ? "text/csv" : "application/json";
      const url = URL.createObjectURL(new Blob([text], { type }));
      const anchor = document.createElement("a");
      anchor.href = url;
      anchor.download = name;
      anchor.click();
      // The browser has taken the blob over by the time of the next task; a second is generous.
      setTimeout(() => URL.revokeObjectURL(url), 1000);
    },
    /** Copies a text, and tells whether that worked. */
    copy: (text, _, done) => copied(text).catch(() => false).then(done),
    /** Notes a place in the browser's history. A page may be refused that; its buttons still work. */
    visit: (place, replace) => {
      if (history.state !== place) history[replace ? "replaceState" : "pushState"](place, "");
    },
  };
};
