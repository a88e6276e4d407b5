// The two that are measured: where their pages are, how they are pressed, and where their answers stand.

/** @typedef {{ name: string, shown: string, press?: string }} Step  What is shown, and what is pressed then. */

export const sides = {
  ours: {
    pages: { page: "ours/index.html?respondent=manager&questions=full", embedded: "ours/host.html" },
    // The first of the shared questions, the ranking, is behind two screens of ours: what it is about, and who answers.
    /** @type {Step[]} */
    steps: [
      { name: "screen", shown: ".screen .primary", press: ".screen .primary" },
      { name: "about", shown: "input[name=pilot]", press: ".screen .primary" },
      { name: "question", shown: ".rank-option" },
    ],
    answer: (id, value) => `#item-${id} input[value="${value}"]`,
    next: ".screen nav .primary",
    // Next names questions that are left open, once; the ranking is left open in both.
    goOn: ".gaps .notice-actions button:last-child",
  },
  theirs: {
    pages: { page: "theirs/index.html", embedded: "theirs/host.html" },
    steps: [{ name: "question", shown: ".sv-ranking-item" }],
    answer: (id, value) => `[data-name="${id}"] input[value="${value}"]`,
    next: ".sd-navigation__next-btn",
    goOn: null,
  },
};
