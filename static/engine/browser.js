/** What a sitting asks of the browser. What is thrown here stands for a refusal. */
const browser = (container) => ({
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
  /**
   * Copies a text; tells whether that worked. The old way is the only one on plain http: the text is put beside what has
   * the focus, in our own tree. The page around stays as it is, and nothing scrolls.
   */
  copy: async (text) => {
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
  },
  /** Notes a place in the browser's history. A page may be refused that; its buttons still work. */
  visit: (place, replace) => {
    if (history.state !== place) history[replace ? "replaceState" : "pushState"](place, "");
  },
});
