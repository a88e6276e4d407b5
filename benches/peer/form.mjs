// The same questions as a form of SurveyJS, made from static/instrument.json at every run, so that a question that changes
// here changes there.

/** The page of the order that is the ranking. */
const ranking = "R1";

/**
 * The form of a role, page by page, as a survey author would write it.
 *
 * An item is a `radiogroup` in one row: like ours it shows every answer with its label at every question, and "does not
 * apply" as one more. A `matrix` shows the labels once for a whole page, and a `rating` is made for numbers or a few
 * short labels. What slows the rollout is a `ranking` of at most three, which is the question type for that. Nothing is
 * required and nothing is numbered, as in ours.
 */
export function surveyOf(instrument, form, role) {
  const items = new Map(instrument.items.map((item) => [item.id, item]));
  return {
    title: instrument.title,
    showQuestionNumbers: false,
    pages: instrument.order[form][role].map((page) => ({
      elements: page.map((id) => (id === ranking ? rankingOf(instrument) : itemOf(instrument, items.get(id), role))),
    })),
  };
}

function itemOf(instrument, { id, scale, text }, role) {
  const labels = instrument.scales[scale].map((label, index) => ({ value: index + 1, text: label }));
  return {
    type: "radiogroup",
    name: id,
    title: text[role],
    colCount: 0,
    choices: [...labels, { value: "na", text: instrument.notApplicable[scale] }],
  };
}

function rankingOf({ attribution }) {
  return {
    type: "ranking",
    name: ranking,
    title: attribution.question,
    selectToRankEnabled: true,
    maxSelectedChoices: 3,
    choices: attribution.options.map(({ id, text }) => ({ value: id, text })),
  };
}
