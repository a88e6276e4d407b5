//! The second act: the person's own explanation beside what the answers show, and where it sits.

use super::{Outcome, act, chart_words};
use crate::instrument::{AttributionClass, Construct, Facet, Instrument, Pillar, Responsibility};
use crate::response::Answer;
use crate::scoring::{Estimate, Score};
use crate::text::{Heading, MissCase, OwnRanking, ResultWords};
use crate::ui::element::{View, element};
use crate::ui::format::shown;
use crate::ui::interval_chart::{Row, RowKind, answer_chart, interval_chart};
use crate::ui::parts::{plain, text};
use crate::ui::sitting::Sitting;

/// The words of the Miss, from a response and its scores.
pub(in crate::ui) fn miss_text(words: &ResultWords, outcome: &Outcome) -> crate::text::MissText {
    let score = &outcome.evaluation.score;
    let friction = shown(&score.structural_friction.estimate);
    let readiness = shown(&score.readiness_gap.estimate);
    let ranking = outcome.response.attribution.as_deref().unwrap_or_default();
    let own = score.attribution.map(|attribution| OwnRanking {
        cultural: attribution.points.cultural,
        structural: attribution.points.structural,
        other: attribution.points.other,
        nothing_slows: ranking.iter().any(|picked| picked == crate::instrument::EXCLUSIVE_OPTION),
    });
    (words.miss)(&MissCase {
        own,
        friction: friction.as_ref().map(|figure| figure.score.as_str()),
        readiness: readiness.as_ref().map(|figure| figure.score.as_str()),
        source: outcome.evaluation.diagnosis.source,
        role: outcome.response.role,
    })
}

/// What the person said explains it, beside what the answers show.
pub(super) fn miss(sitting: &Sitting, outcome: &Outcome) -> View {
    let words = sitting.result_words();
    let miss = miss_text(words, outcome);
    let score = &outcome.evaluation.score;
    let row = |name: &str, kind, estimate| Row {
        name: name.to_owned(),
        kind,
        estimate,
        missing: words.labels.not_scored.to_owned(),
    };
    // A form without the structural index has nothing to set beside readiness here.
    let mut rows = vec![];
    if has_pillars(score, sitting.instrument(), outcome) {
        rows.push(row(words.labels.structure_row, RowKind::Whole, score.structural_friction.estimate));
    }
    rows.push(row(words.labels.readiness_row, RowKind::Second, score.readiness_gap.estimate));
    // What executives say about people in the questions, beside their ranking.
    if let Some(belief) = score.constructs.get(&Construct::CulturalAttribution) {
        rows.push(row(
            (words.construct_short)(Construct::CulturalAttribution),
            RowKind::Belief,
            belief.estimate,
        ));
    }
    act(words.labels.miss, miss.title)
        .with(text("p", "", miss.own))
        .with(ranking(sitting, outcome))
        .with(text("p", "", miss.evidence))
        .with(interval_chart(miss.title, chart_words(words), &rows))
        .with(text("p", "small", words.labels.chart_note))
        .with(text("p", "", miss.together.unwrap_or_default()))
}

/// Whether all four pillars are shown, so that there is a structural index to speak of.
fn has_pillars(score: &Score, instrument: &Instrument, outcome: &Outcome) -> bool {
    score.structural_friction.estimate.score.is_some()
        || Pillar::ALL.iter().all(|pillar| {
            let items = instrument.items_shown(outcome.response.form, outcome.response.role);
            pillar.constructs().iter().any(|construct| items.iter().any(|item| item.construct == *construct))
        })
}

fn ranking(sitting: &Sitting, outcome: &Outcome) -> View {
    let ranked = outcome.response.attribution.as_deref().unwrap_or_default();
    if ranked.is_empty() {
        return View::default();
    }
    let instrument = sitting.instrument();
    let words = sitting.result_words();
    let class = |class| match class {
        AttributionClass::Cultural => words.labels.class_cultural,
        AttributionClass::Structural => words.labels.class_structural,
        AttributionClass::Other => words.labels.class_other,
    };
    let entries = ranked.iter().filter_map(|id| instrument.option(id)).map(|option| {
        let class = text("span", "soft", format!(" ({})", class(option.class)));
        element("li", "").with(plain(option.text.clone())).with(class)
    });
    element("ol", "own-ranking").each(entries)
}

/// The pillars and their constructs, the six responsibilities, the facets of readiness.
pub(super) fn parts(sitting: &Sitting, outcome: &Outcome) -> View {
    element("section", "parts")
        .with(structure(sitting, outcome))
        .with(responsibilities(sitting, outcome))
        .with(readiness(sitting, outcome))
}

fn structure(sitting: &Sitting, outcome: &Outcome) -> View {
    let words = sitting.result_words();
    let score = &outcome.evaluation.score;
    let mut rows = vec![];
    for pillar in Pillar::ALL {
        let parts: Vec<_> = pillar
            .constructs()
            .iter()
            .filter_map(|construct| Some((*construct, score.constructs.get(construct)?)))
            .collect();
        if parts.is_empty() {
            continue;
        }
        let whole = score.pillars.get(&pillar).map_or_else(Estimate::default, |pillar| pillar.estimate);
        rows.push(Row {
            name: (words.pillar)(pillar).name.to_owned(),
            kind: RowKind::Whole,
            estimate: whole,
            missing: words.labels.not_scored.to_owned(),
        });
        rows.extend(parts.iter().map(|(construct, score)| Row {
            name: (words.construct_short)(*construct).to_owned(),
            kind: RowKind::Part,
            estimate: score.estimate,
            missing: words.labels.not_scored.to_owned(),
        }));
    }
    let heading = (words.structure)(outcome.response.role);
    part(heading, interval_chart(heading.title, chart_words(words), &rows))
}

/// The six friction answers as they were given: a single answer has no score worth a band.
fn responsibilities(sitting: &Sitting, outcome: &Outcome) -> View {
    let words = sitting.result_words();
    let instrument = sitting.instrument();
    let items = instrument.items_shown(outcome.response.form, outcome.response.role);
    let rows: Vec<_> = Responsibility::ALL
        .into_iter()
        .filter_map(|responsibility| {
            let item = items.iter().find(|item| {
                item.construct == Construct::Friction && item.facet.as_deref() == Some(responsibility.id())
            })?;
            let labels = instrument.scales.get(&item.scale)?;
            let (answer, place) = match outcome.response.answers.get(&item.id) {
                Some(Answer::Rating(rating)) => {
                    let label =
                        labels.get(usize::from(*rating).saturating_sub(1)).cloned().unwrap_or_default();
                    (label, Some(25.0 * (f64::from(*rating) - 1.0)))
                }
                Some(Answer::NotApplicable) => {
                    (instrument.not_applicable.get(&item.scale).cloned().unwrap_or_default(), None)
                }
                None => (words.labels.not_answered.to_owned(), None),
            };
            Some(((words.responsibility)(responsibility).to_owned(), answer, place))
        })
        .collect();
    if rows.is_empty() {
        return View::default();
    }
    let heading = (words.responsibilities)(outcome.response.role);
    let mut chart = chart_words(words);
    chart.axis = words.labels.axis_responsibilities;
    chart.score = words.labels.table_answer;
    chart.band = "";
    part(heading, answer_chart(heading.title, chart, &rows))
}

fn readiness(sitting: &Sitting, outcome: &Outcome) -> View {
    let words = sitting.result_words();
    let facets = &outcome.evaluation.score.facets;
    let rows: Vec<_> = Facet::ALL
        .into_iter()
        .filter_map(|facet| {
            Some(Row {
                name: (words.facet)(facet).name.to_owned(),
                kind: RowKind::Second,
                estimate: facets.get(&facet)?.estimate,
                missing: words.labels.not_scored.to_owned(),
            })
        })
        .collect();
    let heading = (words.readiness)(outcome.response.role);
    part(heading, interval_chart(heading.title, chart_words(words), &rows))
}

fn part(heading: Heading, chart: View) -> View {
    element("div", "").with(text("h3", "", heading.title)).with(text("p", "", heading.body)).with(chart)
}

/// The patterns behind the verdict.
pub(super) fn archetypes(words: &ResultWords, outcome: &Outcome) -> View {
    let patterns = outcome.evaluation.diagnosis.archetypes.iter().map(|archetype| {
        let heading = (words.archetype)(*archetype, outcome.response.role);
        element("div", "archetype").with(text("h3", "", heading.title)).with(text("p", "", heading.body))
    });
    element("section", "archetypes").each(patterns)
}
