/**
 * What is shown after an engine has ended: a way to go on, or after the second time with the same answers, or the third
 * time, a way to keep them. Nothing of the engine may be used any more, but the answers are in `memory`.
 */
const broken = ({ root, memory, again, tell }, visited, text, { make, button, area, message, copyButton }) => {
  // The person was in here, and has not gone to something else: what they were at may be gone with its focus.
  const { activeElement, body } = root.ownerDocument;
  const focused = root.activeElement || (visited && activeElement === body);
  const { draft, failures = 0, failedAt } = memory;
  memory.failures = failures + 1;
  memory.failedAt = draft;
  const shown = message(root);
  const heading = make(shown, "h1", "Something went wrong here");
  heading.tabIndex = -1;
  if (failures === 0 || (failures === 1 && failedAt !== draft)) {
    make(shown, "p", draft ? "Your answers are safe. You can go on where you were." : "You can go on.");
    button(shown, "Continue", again);
  } else {
    make(shown, "p", "It went wrong again.");
    if (draft) {
      make(shown, "p", "Save your answers as a file, so that nothing is lost. “Open a saved file” on the first screen opens it again, here or on another computer.");
      button(shown, "Save my answers as a file", () => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([draft], { type: "application/json" }));
        link.download = "answers.middle-layer-draft.json";
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 1000);
        // Where a page may save no files, the text is there to be copied.
        area(shown, "Your answers", draft);
      });
    }
    button(shown, draft ? "Begin again without them" : "Begin again", () => {
      Object.assign(memory, { draft: undefined, setAside: true, failures: 0 });
      again();
    });
  }
  copyButton(shown, `internal\n${text}`);
  if (focused) heading.focus();
  tell("error", { code: "internal", message: text });
};
