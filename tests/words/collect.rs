//! Every text that a result can show, with its place.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::ENGLISH;
use middle_layer::diagnosis::{
    Archetype, MissKind, MoveKind, MoveName, Note, Source, SpecialMove, Stall, Strength, Verdict,
};
use middle_layer::instrument::{Construct, Facet, Form, Pillar, Responsibility, Role};
use middle_layer::scoring::{QualityFlag, Status};
use middle_layer::text::{Heading, MissCase, MoveText, OwnRanking, ResultLabels, VerdictCase};

/// How a text is to end.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Headline,
    Sentences,
    Phrase,
    Question,
}

/// A text and where it comes from.
pub(crate) struct Text {
    pub(crate) kind: Kind,
    pub(crate) place: String,
    pub(crate) words: String,
}

pub(crate) const ROLES: [Role; 3] = [Role::Manager, Role::Executive, Role::Frontline];
const FORMS: [Form; 2] = [Form::Full, Form::Pulse];
const STALLS: [Stall; 4] = [Stall::Clear, Stall::Some, Stall::None, Stall::Unknown];
const SOURCES: [Source; 6] = [
    Source::Insufficient,
    Source::Structural,
    Source::Cultural,
    Source::Both,
    Source::Neither,
    Source::Unclear,
];
const STRENGTHS: [Strength; 5] =
    [Strength::Strong, Strength::Moderate, Strength::Contested, Strength::Tentative, Strength::None];
const VERDICTS: [Verdict; 8] = [
    Verdict::Structural,
    Verdict::Cultural,
    Verdict::Both,
    Verdict::HiddenStructural,
    Verdict::Elsewhere,
    Verdict::Aligned,
    Verdict::Unclear,
    Verdict::Insufficient,
];
const ARCHETYPES: [Archetype; 12] = [
    Archetype::PenalisedForMoving,
    Archetype::NobodysJob,
    Archetype::CertaintyMachine,
    Archetype::OverloadedMiddle,
    Archetype::DiffuseFriction,
    Archetype::ThreatenedExpertise,
    Archetype::ReadinessGap,
    Archetype::UnseenDrag,
    Archetype::StalledElsewhere,
    Archetype::ReadyAndAligned,
    Archetype::NotClearYet,
    Archetype::NotEnoughData,
];
pub(crate) const MOVES: [MoveName; 15] = [
    MoveName::FrictionMap,
    MoveName::FixTheMetric,
    MoveName::HoldHarmless,
    MoveName::NamedOutcome,
    MoveName::TimeToLeadBoth,
    MoveName::ChangeMeasures,
    MoveName::WhoDecides,
    MoveName::ReviewControls,
    MoveName::ExceptionCapacity,
    MoveName::ExpertiseRights,
    MoveName::PartOfTheMandate,
    MoveName::AnswerConcerns,
    MoveName::Train,
    MoveName::Explain,
    MoveName::SupportChange,
];
pub(crate) const SPECIAL: [SpecialMove; 4] = [
    SpecialMove::ShowTheMiss,
    SpecialMove::CheckTechnologyAndCase,
    SpecialMove::CollectMore,
    SpecialMove::KeepGoing,
];
const NOTES: [Note; 8] = [
    Note::KeepControls,
    Note::LiftPenaltyFirst,
    Note::SecondLine,
    Note::SettleSuccessFirst,
    Note::LogCatchesFirst,
    Note::HiddenFromSurvey,
    Note::WatchOnly,
    Note::JointSession,
];
const KINDS: [MoveKind; 2] = [MoveKind::Structural, MoveKind::Cultural];
const FLAGS: [QualityFlag; 4] =
    [QualityFlag::Longstring, QualityFlag::LowVariability, QualityFlag::Contradiction, QualityFlag::TooFast];
const STATUSES: [Status; 3] = [Status::Ok, Status::TooFewAnswers, Status::NotApplicable];

#[derive(Default)]
pub(crate) struct Collector {
    texts: Vec<Text>,
    seen: BTreeSet<String>,
}

impl Collector {
    pub(crate) fn add(&mut self, kind: Kind, place: impl Into<String>, words: impl Into<String>) {
        let words = words.into();
        // A text that ends in two ways must be seen twice.
        if self.seen.insert(format!("{kind:?} {words}")) {
            self.texts.push(Text { kind, place: place.into(), words });
        }
    }

    fn heading(&mut self, place: &str, heading: Heading) {
        self.add(Kind::Phrase, format!("{place} title"), heading.title);
        self.add(Kind::Sentences, place, heading.body);
    }

    fn step(&mut self, place: &str, text: MoveText) {
        self.add(Kind::Phrase, format!("{place} title"), text.title);
        self.add(Kind::Phrase, format!("{place} whose"), text.whose);
        self.add(Kind::Phrase, format!("{place} watch"), text.watch);
        self.add(Kind::Sentences, format!("{place} why"), text.why);
        self.add(Kind::Sentences, format!("{place} first step"), text.first_step);
        self.add(Kind::Sentences, format!("{place} you can"), text.you_can);
        if let Some(research) = text.research {
            self.add(Kind::Sentences, format!("{place} research"), research);
        }
    }
}

/// Every subset of the facets, in their order.
fn facets() -> Vec<Vec<Facet>> {
    (0..16_u32)
        .map(|set| {
            Facet::ALL
                .into_iter()
                .enumerate()
                .filter(|(bit, _)| set & (1 << bit) != 0)
                .map(|(_, facet)| facet)
                .collect()
        })
        .collect()
}

/// Every text that a result can show, and those of the models that it can rest on, each once, at the first place where
/// it stands.
pub(crate) fn all() -> &'static [Text] {
    static ALL: LazyLock<Vec<Text>> = LazyLock::new(|| {
        let mut collector = result();
        super::scorecard::collect(&mut collector);
        super::path::collect(&mut collector);
        collector.texts
    });
    &ALL
}

/// Every text about the answers.
pub(crate) fn about_answers() -> Vec<Text> {
    result().texts
}

fn result() -> Collector {
    let mut collector = Collector::default();
    fixed(&mut collector);
    verdicts(&mut collector);
    misses(&mut collector);
    figures(&mut collector);
    collector
}

/// The bytes of the texts that stand in the source as they are, each counted once.
pub(crate) fn fixed_bytes() -> usize {
    let mut collector = Collector::default();
    fixed(&mut collector);
    collector.texts.iter().map(|text| text.words.len()).sum()
}

fn figures(collector: &mut Collector) {
    collector.add(Kind::Sentences, "signal figure", (ENGLISH.signal_figure)("83", "55", "100"));
    collector.add(Kind::Sentences, "row", (ENGLISH.row)("Incentives", "81", "57", "100"));
    collector.add(Kind::Sentences, "move figure", (ENGLISH.move_figure)("Incentives", "81", "57", "100"));
    for status in STATUSES {
        collector.add(Kind::Sentences, "unscored row", (ENGLISH.row_unscored)("Incentives", status));
    }
    for kind in KINDS {
        collector.add(Kind::Sentences, "move points", (ENGLISH.move_points)(kind, 5, 6));
    }
}

fn verdicts(collector: &mut Collector) {
    for verdict in VERDICTS {
        for strength in STRENGTHS {
            for role in ROLES {
                for stall in STALLS {
                    for facets in facets() {
                        for half_width in [None, Some("26".to_owned())] {
                            let case = VerdictCase {
                                verdict,
                                strength,
                                role,
                                facets: facets.clone(),
                                half_width,
                                stall,
                            };
                            let text = (ENGLISH.verdict)(&case);
                            collector.add(Kind::Headline, format!("{case:?}"), text.headline);
                            collector.add(Kind::Sentences, format!("{case:?}"), text.support);
                            collector.add(Kind::Sentences, format!("{case:?}"), text.meaning);
                        }
                    }
                }
            }
        }
    }
}

fn misses(collector: &mut Collector) {
    let mut rankings =
        vec![None, Some(OwnRanking { cultural: 0, structural: 0, other: 3, nothing_slows: true })];
    for (cultural, structural, other) in [
        (6, 0, 0),
        (0, 6, 0),
        (0, 0, 5),
        (3, 0, 0),
        (5, 1, 0),
        (1, 5, 0),
        (1, 2, 3),
        (2, 0, 1),
        (3, 3, 0),
        (0, 1, 5),
        (0, 0, 0),
    ] {
        rankings.push(Some(OwnRanking { cultural, structural, other, nothing_slows: false }));
    }
    for own in rankings {
        for (friction, readiness) in
            [(Some("70"), Some("31")), (Some("70"), None), (None, Some("31")), (None, None)]
        {
            for source in SOURCES {
                for role in ROLES {
                    let case = MissCase { own, friction, readiness, source, role };
                    let text = (ENGLISH.miss)(&case);
                    collector.add(Kind::Phrase, format!("{case:?}"), text.title);
                    collector.add(Kind::Sentences, format!("{case:?}"), text.own);
                    collector.add(Kind::Sentences, format!("{case:?}"), text.evidence);
                    if let Some(together) = text.together {
                        collector.add(Kind::Sentences, format!("{case:?}"), together);
                    }
                }
            }
        }
    }
}

fn fixed(collector: &mut Collector) {
    labels(collector, &ENGLISH.labels);
    parts(collector);
    for role in ROLES {
        for stall in STALLS {
            collector.heading(&format!("signal {stall:?} {role:?}"), (ENGLISH.signal)(stall, role));
            for empty in [true, false] {
                collector.heading(&format!("moves {stall:?} {role:?}"), (ENGLISH.moves)(stall, role, empty));
            }
        }
        for archetype in ARCHETYPES {
            collector.heading(&format!("{archetype:?} {role:?}"), (ENGLISH.archetype)(archetype, role));
        }
        for name in MOVES {
            collector.step(&format!("{name:?} {role:?}"), (ENGLISH.move_text)(name, role));
        }
        for name in SPECIAL {
            collector.step(&format!("{name:?} {role:?}"), (ENGLISH.special)(name, role));
        }
        for note in NOTES {
            for kind in KINDS {
                collector.add(
                    Kind::Sentences,
                    format!("{note:?} {kind:?} {role:?}"),
                    (ENGLISH.note)(note, kind, role),
                );
            }
        }
        for form in FORMS {
            for limit in (ENGLISH.limits)(role, form) {
                collector.add(Kind::Sentences, format!("limits {role:?} {form:?}"), limit);
            }
            if let Some(scope) = (ENGLISH.role_scope)(role, form) {
                collector.add(Kind::Sentences, format!("scope {role:?} {form:?}"), scope);
            }
        }
        collector.heading(&format!("pilot {role:?}"), (ENGLISH.pilot_failed)(role));
        collector.heading(&format!("structure {role:?}"), (ENGLISH.structure)(role));
        collector.heading(&format!("responsibilities {role:?}"), (ENGLISH.responsibilities)(role));
        collector.heading(&format!("readiness {role:?}"), (ENGLISH.readiness)(role));
    }
}

fn parts(collector: &mut Collector) {
    for pillar in Pillar::ALL {
        let named = (ENGLISH.pillar)(pillar);
        collector.add(Kind::Phrase, format!("{pillar:?}"), named.name);
        collector.add(Kind::Sentences, format!("{pillar:?}"), named.definition);
    }
    for facet in Facet::ALL {
        let named = (ENGLISH.facet)(facet);
        collector.add(Kind::Phrase, format!("{facet:?}"), named.name);
        collector.add(Kind::Sentences, format!("{facet:?}"), named.definition);
    }
    for construct in Construct::ALL {
        collector.add(Kind::Phrase, format!("{construct:?}"), (ENGLISH.construct_short)(construct));
    }
    for responsibility in Responsibility::ALL {
        collector.add(Kind::Phrase, format!("{responsibility:?}"), (ENGLISH.responsibility)(responsibility));
    }
    for flag in FLAGS {
        collector.add(Kind::Sentences, format!("{flag:?}"), (ENGLISH.quality)(flag));
    }
    for status in STATUSES {
        collector.add(Kind::Sentences, format!("{status:?}"), (ENGLISH.why_unscored)(status));
    }
    for kind in [MissKind::Miss, MissKind::ReverseMiss] {
        let words = (ENGLISH.miss_kind)(kind).unwrap_or_default();
        collector.add(Kind::Sentences, format!("{kind:?}"), words);
    }
    assert_eq!((ENGLISH.miss_kind)(MissKind::None), None);
}

fn labels(collector: &mut Collector, labels: &ResultLabels) {
    collector.add(Kind::Sentences, "chart note", labels.chart_note);
    for words in [
        labels.page,
        labels.signal,
        labels.miss,
        labels.moves,
        labels.structure_row,
        labels.readiness_row,
        labels.table_name,
        labels.table_score,
        labels.table_band,
        labels.not_scored,
        labels.why,
        labels.whose,
        labels.first_step,
        labels.you_can,
        labels.watch,
        labels.research,
        labels.note,
        labels.limits,
        labels.quality,
        labels.scope,
    ]
    .into_iter()
    .chain(labels.axis)
    .chain(labels.axis_responsibilities)
    {
        collector.add(Kind::Phrase, "label", words);
    }
}
