/**
 * What is shown after an engine has ended: a way to go on, or after the second time with the same answers, or the third
 * time, a way to keep them. `proceed` begins anew, with what is in `memory`.
 */
const broken = (shown, memory, { make, button, area }, proceed) => {
  const { draft, failures = 0, failedAt } = memory;
  const again = failures > 1 || (failures > 0 && failedAt === draft);
  memory.failures = failures + 1;
  memory.failedAt = draft;
  const heading = make(shown, "h1", "Something went wrong here");
  heading.tabIndex = -1;
  if (!again) {
    make(shown, "p", draft ? "Your answers are safe. You can go on where you were." : "You can go on.");
    button(shown, "Continue", proceed);
    return;
  }
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
    proceed();
  });
};
