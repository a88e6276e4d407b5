//! The second act: the person's own explanation beside what the answers show, and where it sits.

use super::{Outcome, act, chart_words};
use crate::instrument::{AttributionClass, Construct, Facet, Instrument, Pillar, Responsibility};
use crate::response::Answer;
use crate::scoring::{Estimate, Score};
use crate::text::{Heading, MissCase, OwnRanking, ResultWords};
use crate::ui::element::{View, element};
use crate::ui::format::shown;
use crate::ui::interval_chart::{RowKind, answer_row, interval_chart, interval_row};
use crate::ui::own::construct_name;
use crate::ui::parts::plain;
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
    let labels = chart_words(words);
    let row = |name, kind, estimate: &Estimate| interval_row(&labels, name, kind, estimate);
    let mut chart = interval_chart("chart", miss.title, &labels);
    // A form without the structural index has nothing to set beside readiness here.
    if has_pillars(score, sitting.instrument(), outcome) {
        let friction = &score.structural_friction.estimate;
        chart = chart.with(row(words.labels.structure_row, RowKind::Whole, friction));
    }
    chart = chart.with(row(words.labels.readiness_row, RowKind::Second, &score.readiness_gap.estimate));
    // What executives say about people in the questions, beside their ranking.
    if let Some(belief) = score.constructs.get(&Construct::CulturalAttribution) {
        let name = construct_name(sitting, Construct::CulturalAttribution);
        chart = chart.with(row(name, RowKind::Belief, &belief.estimate));
    }
    act(words.labels.miss, miss.title)
        .text("p", "", miss.own)
        .with(ranking(sitting, outcome))
        .text("p", "", miss.evidence)
        .with(chart)
        .text("p", "small", words.labels.chart_note)
        .text("p", "", miss.together.unwrap_or_default())
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
    let mut entries = element("ol", "own-ranking");
    for id in ranked {
        if let Some(option) = instrument.option(id) {
            let class = format!(" ({})", class(option.class));
            let entry = element("li", "").with(plain(option.text.clone())).text("span", "soft", class);
            entries = entries.with(entry);
        }
    }
    entries
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
    let heading = (words.structure)(outcome.response.role);
    let labels = chart_words(words);
    let mut chart = interval_chart("chart", heading.title, &labels);
    for pillar in Pillar::ALL {
        let part = |construct: &Construct| score.constructs.get(construct);
        if !pillar.constructs().iter().any(|construct| part(construct).is_some()) {
            continue;
        }
        let whole = score.pillars.get(&pillar).map_or_else(Estimate::default, |pillar| pillar.estimate);
        chart = chart.with(interval_row(&labels, (words.pillar)(pillar).name, RowKind::Whole, &whole));
        for construct in pillar.constructs() {
            if let Some(score) = part(construct) {
                let name = construct_name(sitting, *construct);
                chart = chart.with(interval_row(&labels, name, RowKind::Part, &score.estimate));
            }
        }
    }
    part(heading, chart)
}

/// The six friction answers as they were given: a single answer has no score worth a band.
fn responsibilities(sitting: &Sitting, outcome: &Outcome) -> View {
    let words = sitting.result_words();
    let instrument = sitting.instrument();
    let items = instrument.items_shown(outcome.response.form, outcome.response.role);
    let heading = (words.responsibilities)(outcome.response.role);
    let mut labels = chart_words(words);
    labels.axis = words.labels.axis_responsibilities;
    labels.score = words.labels.table_answer;
    labels.band = "";
    let mut chart = interval_chart("chart answers", heading.title, &labels);
    let mut empty = true;
    for responsibility in Responsibility::ALL {
        let item = items.iter().find(|item| {
            item.construct == Construct::Friction && item.facet.as_deref() == Some(responsibility.id())
        });
        let Some(item) = item else { continue };
        let Some(steps) = instrument.scales.get(&item.scale) else { continue };
        let (answer, place) = match outcome.response.answers.get(&item.id) {
            Some(Answer::Rating(rating)) => {
                let label = steps.get(usize::from(*rating).saturating_sub(1));
                (label.map_or("", String::as_str), Some(25.0 * (f64::from(*rating) - 1.0)))
            }
            Some(Answer::NotApplicable) => {
                (instrument.not_applicable.get(&item.scale).map_or("", String::as_str), None)
            }
            None => (words.labels.not_answered, None),
        };
        empty = false;
        chart = chart.with(answer_row((words.responsibility)(responsibility), answer, place));
    }
    if empty { View::default() } else { part(heading, chart) }
}

fn readiness(sitting: &Sitting, outcome: &Outcome) -> View {
    let words = sitting.result_words();
    let facets = &outcome.evaluation.score.facets;
    let heading = (words.readiness)(outcome.response.role);
    let labels = chart_words(words);
    let mut chart = interval_chart("chart", heading.title, &labels);
    for facet in Facet::ALL {
        if let Some(score) = facets.get(&facet) {
            let name = (words.facet)(facet).name;
            chart = chart.with(interval_row(&labels, name, RowKind::Second, &score.estimate));
        }
    }
    part(heading, chart)
}

fn part(heading: Heading, chart: View) -> View {
    element("div", "").text("h3", "", heading.title).text("p", "", heading.body).with(chart)
}

/// The patterns behind the verdict.
pub(super) fn archetypes(words: &ResultWords, outcome: &Outcome) -> View {
    let mut patterns = element("section", "archetypes");
    for archetype in &outcome.evaluation.diagnosis.archetypes {
        let heading = (words.archetype)(*archetype, outcome.response.role);
        let pattern = element("div", "archetype").text("h3", "", heading.title).text("p", "", heading.body);
        patterns = patterns.with(pattern);
    }
    patterns
}
