//! Every text of the scorecard.

use super::collect::{Collector, Kind};
use middle_layer::incentive::{Choice, Contributor, Parameter};
use middle_layer::instrument::Responsibility;
use middle_layer::session::ScoreList;
use middle_layer::text::{ChangeCase, ChoiceCase, Locale, ScorecardWords};

static WORDS: &ScorecardWords = Locale::English.scorecard();
const CHOICES: [Choice; 3] = [Choice::Now, Choice::Delay, Choice::Never];

pub(crate) fn collect(collector: &mut Collector) {
    fixed(collector);
    for parameter in Parameter::ALL {
        let question = (WORDS.question)(parameter);
        collector.add(Kind::Question, format!("{parameter:?}"), question.label);
        collector.add(Kind::Phrase, format!("{parameter:?} unit"), question.unit);
        collector.add(Kind::Sentences, format!("{parameter:?} meaning"), question.meaning);
    }
    for responsibility in Responsibility::ALL {
        let name = (WORDS.responsibility)(responsibility);
        collector.add(Kind::Phrase, format!("{responsibility:?}"), name);
        let contributor = (WORDS.contributor)(Contributor::Responsibility(responsibility));
        collector.add(Kind::Phrase, format!("{responsibility:?}"), contributor);
    }
    collector.add(Kind::Phrase, "contributor", (WORDS.contributor)(Contributor::Transformation));
    for list in ScoreList::ALL {
        collector.add(Kind::Phrase, format!("{list:?}"), (WORDS.list)(list));
    }
    for weight in 0..=10 {
        collector.add(Kind::Phrase, format!("weight {weight}"), (WORDS.weight)(weight));
    }
    for choice in CHOICES {
        collector.add(Kind::Phrase, format!("{choice:?}"), (WORDS.choice)(choice));
        collector.add(Kind::Sentences, format!("against {choice:?}"), (WORDS.contributions_detail)(choice));
        for close_call in [true, false] {
            let headline = (WORDS.headline)(ChoiceCase { choice, close_call });
            collector.add(Kind::Headline, format!("{choice:?} {close_call}"), headline);
        }
        for organisation in CHOICES {
            let place = format!("{choice:?} and {organisation:?}");
            collector.add(Kind::Sentences, place, (WORDS.organisation)(choice, organisation));
        }
    }
    for case in changes() {
        let words = (WORDS.turning)(case);
        // Where moving now pays and nothing speaks against it, there is nothing to say.
        if !words.is_empty() {
            collector.add(Kind::Sentences, format!("{case:?}"), words);
        }
    }
}

/// All that can be said about what would change a choice.
fn changes() -> Vec<ChangeCase<'static>> {
    let mut all = vec![];
    for choice in CHOICES {
        for break_even in [None, Some("23 %")] {
            for relief in [None, Some("44 %")] {
                for driver in Responsibility::ALL.into_iter().map(Some).chain([None]) {
                    all.push(ChangeCase { choice, share: "10 %", break_even, relief, driver });
                }
            }
        }
    }
    all
}

fn fixed(collector: &mut Collector) {
    for (place, words) in [
        ("lead", WORDS.lead.to_owned()),
        ("offer detail", WORDS.offer_detail.to_owned()),
        ("figures detail", WORDS.figures_detail.to_owned()),
        ("questions detail", WORDS.questions_detail.to_owned()),
        ("missing", WORDS.missing.to_owned()),
        ("caution", WORDS.caution.to_owned()),
        ("close call", WORDS.close_call.to_owned()),
        ("picture detail", WORDS.picture_detail.to_owned()),
        ("payoffs detail", WORDS.payoffs_detail.to_owned()),
        ("share detail", WORDS.share_detail.to_owned()),
        ("out of range", (WORDS.out_of_range)("0", "24", "6")),
        ("out of range, nothing there", (WORDS.out_of_range)("0", "24", "")),
    ] {
        collector.add(Kind::Sentences, place, words);
    }
    let mut phrases = vec![
        (WORDS.picture_now)("10 %"),
        (WORDS.picture_turn)("23 %"),
        (WORDS.picture_gap)(None),
        (WORDS.picture_gap)(Some("44 %")),
    ];
    let plain = [
        WORDS.title,
        WORDS.offer,
        WORDS.change,
        WORDS.figures,
        WORDS.choose,
        WORDS.questions,
        WORDS.advanced,
        WORDS.result,
        WORDS.picture,
        WORDS.picture_zero,
        WORDS.table,
        WORDS.table_weight,
        WORDS.table_now,
        WORDS.table_turn,
        WORDS.save_picture,
        WORDS.save_table,
        WORDS.payoffs,
        WORDS.contributions,
        WORDS.sum,
        WORDS.share,
        WORDS.back,
        WORDS.clear,
    ];
    phrases.extend(plain.map(str::to_owned));
    for words in [&WORDS.effects[..], &WORDS.picture_axis, &WORDS.payoffs_head, &WORDS.contributions_head] {
        phrases.extend(words.iter().map(|words| (*words).to_owned()));
    }
    for words in phrases {
        collector.add(Kind::Phrase, "scorecard", words);
    }
}

#[test]
fn each_question_says_its_usual_answer() {
    for parameter in Parameter::ALL {
        let question = (WORDS.question)(parameter);
        let factor = if question.unit.starts_with('%') { 100.0 } else { 1.0 };
        let usual = format!("Usually {}.", (parameter.usual() * factor).round());
        assert!(question.meaning.ends_with(&usual), "{}", question.meaning);
    }
}

/// A choice follows from figures that were entered, and says nothing about a person (SCIENCE 6.7).
#[test]
fn a_choice_is_about_figures_and_not_about_character() {
    for choice in CHOICES {
        for close_call in [true, false] {
            let headline = (WORDS.headline)(ChoiceCase { choice, close_call });
            assert!(headline.starts_with("With these figures, "), "{headline}");
            assert_eq!(headline.contains("only just"), close_call, "{headline}");
        }
    }
    assert!(WORDS.caution.contains("nothing about anybody’s character"));
}

#[test]
fn what_would_change_it_is_said_with_its_figures() {
    for case in changes() {
        let words = (WORDS.turning)(case);
        let moves = case.choice != Choice::Now;
        assert_eq!(words.contains("23 %"), case.break_even.is_some(), "{words}");
        assert_eq!(words.contains("44 %"), moves && case.relief.is_some(), "{words}");
        assert_eq!(words.contains("10 %"), case.break_even.is_some(), "{words}");
        assert_eq!(words.contains("No weight"), moves && case.break_even.is_none(), "{words}");
        assert_eq!(words.contains("weighs most against"), case.driver.is_some(), "{words}");
    }
}
