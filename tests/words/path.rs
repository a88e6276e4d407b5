//! Every text of the path and of its changes.

use super::collect::{Collector, Kind};
use middle_layer::pace::{Assumption, Change, Link, Quantity, Reason, StepKind, WarningCode};
use middle_layer::session::inventory::Certainty;
use middle_layer::text::{ChangeWords, Locale, PaceCase, PathWords, TrialCase};

static WORDS: &PathWords = Locale::English.path();
static CHANGES: &ChangeWords = &Locale::English.path().changes;

const WARNINGS: [WarningCode; 3] =
    [WarningCode::CalendarMatters, WarningCode::ParallelSlower, WarningCode::NoCatchData];

pub(crate) fn collect(collector: &mut Collector) {
    fixed(collector);
    questions(collector);
    figures(collector);
    changes(collector);
}

fn fixed(collector: &mut Collector) {
    for words in [
        WORDS.lead,
        WORDS.advice_detail,
        WORDS.full,
        WORDS.more_caught,
        WORDS.privacy[1],
        WORDS.begin_detail,
        WORDS.open_detail,
        WORDS.refused[0],
        WORDS.refused[1],
        WORDS.refused[2],
        WORDS.example,
        WORDS.discard[1],
        WORDS.steps_detail,
        WORDS.no_steps,
        WORDS.observed_refused,
        WORDS.keep_detail,
        WORDS.share[1],
        WORDS.offer[1],
        WORDS.controls_detail[0],
        WORDS.controls_detail[1],
    ] {
        collector.add(Kind::Sentences, "path", words);
    }
    for words in [
        WORDS.title,
        WORDS.begin,
        WORDS.open,
        WORDS.problems,
        WORDS.days,
        WORDS.spread_title,
        WORDS.table,
        WORDS.steps,
        WORDS.whole,
        WORDS.controls,
        WORDS.what_if,
        WORDS.keep,
        WORDS.discard[0],
        WORDS.discard[2],
        WORDS.was_planned,
        WORDS.sum,
        WORDS.why_none,
        WORDS.why,
        WORDS.share[0],
        WORDS.offer[0],
        WORDS.offer[2],
        WORDS.offer[3],
    ] {
        collector.add(Kind::Phrase, "path", words);
    }
    let lists: [&[&str]; 11] = [
        &WORDS.empty,
        &WORDS.history,
        &WORDS.days_head,
        &WORDS.days_keys,
        &WORDS.spread_head,
        &WORDS.spread_rows,
        &WORDS.add,
        &WORDS.edit,
        &WORDS.step_buttons,
        &WORDS.keep_buttons,
        &WORDS.log_head,
    ];
    for words in lists.concat() {
        collector.add(Kind::Phrase, "path", words);
    }
    let lists: [&[&str]; 8] = [
        &WORDS.spread_keys,
        &WORDS.signs,
        &WORDS.name_and_kind,
        &WORDS.ticks,
        &WORDS.folds,
        &WORDS.controls_switch,
        &WORDS.controls_head,
        &WORDS.back,
    ];
    for words in lists.concat() {
        collector.add(Kind::Phrase, "path", words);
    }
    for template in WORDS.templates {
        collector.add(Kind::Phrase, "template", template.name);
        collector.add(Kind::Phrase, template.name, template.detail);
    }
}

fn questions(collector: &mut Collector) {
    let mut ask = |place: String, question: middle_layer::text::Question| {
        collector.add(Kind::Phrase, place.clone(), question.label);
        collector.add(Kind::Sentences, place, question.meaning);
    };
    for quantity in Quantity::ALL {
        ask(format!("{quantity:?}"), (WORDS.quantity)(quantity));
    }
    for assumption in Assumption::ALL {
        ask(format!("{assumption:?}"), (CHANGES.assumption)(assumption));
    }
    for question in WORDS.whole_fields {
        ask("the whole path".to_owned(), question);
    }
    for kind in StepKind::ALL {
        collector.add(Kind::Phrase, "kind", (WORDS.kind)(kind));
        collector.add(Kind::Phrase, "unnamed", (WORDS.unnamed)(kind, 3));
    }
    for certainty in Certainty::ALL {
        collector.add(Kind::Phrase, "certainty", (WORDS.certainty)(certainty));
    }
    for reason in Reason::ALL {
        collector.add(Kind::Phrase, "reason", (WORDS.reason)(reason));
    }
    for link in Link::ALL {
        collector.add(Kind::Phrase, "link", (WORDS.link)(link).trim_end_matches('?'));
        collector.add(Kind::Phrase, "link", (WORDS.link_usual)(link));
    }
}

fn figures(collector: &mut Collector) {
    for pace in [5, 10, 20, 25, 33, 40, 50, 66, 75, 90, 100, 130] {
        let case = PaceCase { days: "91", planned: Some("30"), pace: Some(pace) };
        collector.add(Kind::Sentences, "headline", (WORDS.headline)(case));
    }
    collector.add(
        Kind::Sentences,
        "headline",
        (WORDS.headline)(PaceCase { days: "91", planned: None, pace: None }),
    );
    for words in [
        (WORDS.baseline)("27"),
        (WORDS.spread)("77", "125", "171"),
        (WORDS.on_plan)("0"),
        (WORDS.on_plan)("20"),
        (WORDS.announced)("76"),
        (WORDS.flow)("35", "91", "39 %"),
        (WORDS.sureness)(12, 3, 40),
        (WORDS.observed)(true, 4, "90", "91"),
        (WORDS.observed)(false, 4, "180", "91"),
        (WORDS.moved)("Risk review", 3, 10),
        (WORDS.spread_detail)("10,000"),
    ] {
        collector.add(Kind::Sentences, "figures", words);
    }
    for warning in WARNINGS {
        collector.add(Kind::Sentences, "warning", (WORDS.warning)(warning, "Risk review, AI board"));
    }
    for option in Change::ALL {
        for (firm, trial) in [(true, None), (false, None), (false, Some(Change::Retire))] {
            collector.add(Kind::Phrase, "advice", (WORDS.advice)(option, firm, trial));
        }
    }
}

fn changes(collector: &mut Collector) {
    let case = TrialCase { days: "55", today: "91", cautious: "100 %", recorded: "98 %" };
    for words in [
        CHANGES.lead.to_owned(),
        (CHANGES.headline)(case),
        (CHANGES.kept)(case),
        CHANGES.unfit.to_owned(),
        (CHANGES.slower)("AI board"),
        CHANGES.assumptions[1].to_owned(),
        CHANGES.plan_detail.to_owned(),
        CHANGES.ended[0].to_owned(),
        CHANGES.ended[1].to_owned(),
        CHANGES.tried.to_owned(),
        (CHANGES.both)("55", "91"),
        CHANGES.scenarios[1].to_owned(),
        CHANGES.owners[1].to_owned(),
        CHANGES.caution.to_owned(),
        (CHANGES.owner.proposed)("Retire"),
        (CHANGES.owner.reason)("To be sure"),
        (CHANGES.owner.record)("24", "0"),
        CHANGES.owner.no_record.to_owned(),
        (CHANGES.owner.alone)("76", "91"),
        (CHANGES.owner.kept)("95 %", "100 %"),
    ] {
        collector.add(Kind::Sentences, "changes", words);
    }
    for change in Change::ALL {
        collector.add(Kind::Phrase, "change", (CHANGES.change)(change));
        collector.add(Kind::Sentences, "change", (CHANGES.meaning)(change));
    }
    let lists: [&[&str]; 9] = [
        &CHANGES.pictures,
        &CHANGES.controls_head,
        &CHANGES.plan_buttons,
        &CHANGES.parts,
        &CHANGES.rows,
        &CHANGES.plan_head,
        &CHANGES.scenario_buttons,
        &CHANGES.scenario_head,
        &CHANGES.owner.lines,
    ];
    for words in lists.concat() {
        collector.add(Kind::Phrase, "changes", words);
    }
    for words in [
        CHANGES.controls,
        CHANGES.protected,
        CHANGES.none,
        CHANGES.clear,
        CHANGES.assumptions[0],
        CHANGES.plan,
        CHANGES.best_found,
        CHANGES.try_it,
        CHANGES.scenarios[0],
        CHANGES.owners[0],
        CHANGES.print,
    ] {
        collector.add(Kind::Phrase, "changes", words);
    }
    for reading in [CHANGES.rows[1], CHANGES.rows[2]] {
        collector.add(Kind::Phrase, "plan", (CHANGES.at_least)("95 %", reading));
        collector.add(Kind::Phrase, "plan", (CHANGES.at_most)(1, reading));
        collector.add(Kind::Phrase, "plan", (CHANGES.at_most)(2, reading));
    }
}
