//! The incentive model against the golden examples, its properties, and the reading of its input.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use middle_layer::incentive::{
    Choice, IncentiveInput, IncentiveResult, Parameter, Payoff, Scorecard, incentive, read, write,
    write_result,
};
use middle_layer::instrument::Responsibility;
use middle_layer::problem::MOST_PROBLEMS;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Value, json};
use support::{close, differs, golden, rename, written};

const INPUT: &[(&str, &str)] = &[
    ("w", "weights"),
    ("tau", "transition"),
    ("s", "settled"),
    ("D", "disruptionMonths"),
    ("H", "horizonMonths"),
    ("delay", "delayMonths"),
    ("p", "successChance"),
    ("kappa", "learning"),
    ("g", "easierLater"),
    ("lam", "lossAversion"),
    ("theta", "transformationShare"),
    ("e", "credit"),
    ("u", "blame"),
    ("rho", "discount"),
];

/// The six responsibilities with one number each.
fn six(numbers: [f64; 6]) -> Value {
    let named = Responsibility::ALL.into_iter().map(|duty| duty.id().to_owned());
    named.zip(numbers.map(Value::from)).collect::<serde_json::Map<_, _>>().into()
}

fn example(name: &str) -> (IncentiveInput, Value) {
    let case = &golden("incentive_golden.json")["examples"][name];
    let input = case["input"].as_object().unwrap();
    let public: serde_json::Map<String, Value> = input
        .iter()
        .map(|(key, value)| {
            let (_, name) = INPUT.iter().find(|(short, _)| short == key).unwrap();
            ((*name).to_owned(), value.clone())
        })
        .collect();
    (read(&(&Value::from(public)).into()).unwrap(), case["output"].clone())
}

#[test]
fn golden_examples() {
    let names: Vec<String> =
        golden("incentive_golden.json")["examples"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(names.len(), 7);
    for name in names {
        let (input, output) = example(&name);
        let result = incentive(&input);
        let found = written(|out| write_result(&result, out));
        let expected = json!({
            "choice": output["choice"],
            "rival": output["rival"],
            "closeCall": output["close_call"],
            "payoff": output["U"],
            "average": output["avg"],
            "breakEven": output["theta_star"],
            "breakEvenAgainst": output["breakeven"],
            "gap": output["gap"],
            "contributions": output["contrib"],
            "driver": output["driver"],
            "relief": output["relief"],
        });
        assert_eq!(differs(&found, &expected, &name), None);
        let fields = expected.as_object().unwrap().len() + 1;
        assert_eq!(found.as_object().unwrap().len(), fields, "the organisation's view, and these");
        let margin = result.payoff.now - result.payoff.of(result.rival);
        assert!(close(margin, output["margin"].as_f64().unwrap()), "{name}");
        // S and T are the payoffs of a manager who is judged on nothing but the one or the other.
        for (theta, side) in [(0.0, "S"), (1.0, "T")] {
            let payoff = incentive(&with(&input, Parameter::TransformationShare, theta)).payoff;
            let payoff = json!({"now": payoff.now, "delay": payoff.delay, "never": payoff.never});
            assert_eq!(differs(&payoff, &output[side], &name), None);
        }
    }
}

#[test]
fn the_organisation_sees_the_first_example_as_the_seventh() {
    let (first, _) = example("I1_stability_wins");
    let (seventh, _) = example("I7_organisation_view_of_I1");
    let (manager, organisation) = (incentive(&first), incentive(&seventh));
    assert_eq!(manager.choice, Choice::Never);
    assert_eq!(manager.organisation.choice, Choice::Now);
    assert_eq!(manager.organisation.payoff, organisation.payoff);
    assert_eq!(organisation.organisation.payoff, organisation.payoff);
    assert_eq!(manager.organisation.average, organisation.average);
}

#[test]
fn usual_values() {
    let lists = json!({"weights": six([1.0; 6]), "transition": six([-1.0; 6]), "settled": six([1.0; 6])});
    let input = read(&(&lists).into()).unwrap();
    assert_eq!(input.parameters, [None; 11]);
    let mut explicit = lists;
    for (parameter, value) in [
        ("disruptionMonths", 6.0),
        ("horizonMonths", 12.0),
        ("delayMonths", 6.0),
        ("successChance", 0.7),
        ("learning", 0.5),
        ("easierLater", 0.25),
        ("lossAversion", 2.0),
        ("transformationShare", 0.0),
        ("credit", 1.0),
        ("blame", 1.0),
        ("discount", 0.0),
    ] {
        explicit[parameter] = json!(value);
    }
    let explicit = read(&(&explicit).into()).unwrap();
    assert!(explicit.parameters.iter().all(Option::is_some));
    assert_eq!(incentive(&explicit), incentive(&input));
}

#[test]
fn what_has_no_weight_need_not_be_answered() {
    let full = json!({
        "weights": six([5.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
        "transition": six([-1.0, 2.0, -2.0, 0.5, 1.0, 1.0]),
        "settled": six([1.0, -2.0, 2.0, 0.5, 1.0, 1.0]),
    });
    let mut short = full.clone();
    short["transition"] = json!({"service": -1});
    short["settled"] = json!({"service": 1});
    assert_eq!(incentive(&read(&(&short).into()).unwrap()), incentive(&read(&(&full).into()).unwrap()));
}

#[test]
fn without_credit_or_blame_no_weight_will_do() {
    let result = incentive(&example("I4_no_transformation_credit").0);
    assert_eq!((result.break_even, result.gap), (None, None));
}

#[test]
fn the_smallest_discounts_change_next_to_nothing() {
    let (input, _) = example("I1_stability_wins");
    let plain = incentive(&input);
    for discount in [1e-3, 1e-6, 1e-9, 1e-12, 1e-17, 1e-300, 5e-324] {
        let result = incentive(&with(&input, Parameter::Discount, discount));
        let gap = (result.payoff.now - plain.payoff.now).abs();
        assert!(gap <= 100.0 * discount + 1e-12, "{discount}: {gap}");
    }
}

fn with(input: &IncentiveInput, parameter: Parameter, value: f64) -> IncentiveInput {
    let mut changed = *input;
    changed.set_parameter(parameter, Some(value));
    changed
}

fn scaled(list: &Scorecard<Option<f64>>, factor: f64) -> Scorecard<Option<f64>> {
    list.map(|number| number.map(|number| number * factor))
}

/// S and T of each choice.
fn sides(input: &IncentiveInput) -> (Payoff, Payoff) {
    let side = |theta| incentive(&with(input, Parameter::TransformationShare, theta)).payoff;
    (side(0.0), side(1.0))
}

/// With nothing but the transition to be felt when moving now.
fn at_once(input: &IncentiveInput) -> IncentiveInput {
    with(input, Parameter::SuccessChance, 0.0)
}

/// Not below, but for rounding; absent is above everything.
fn not_below(left: Option<f64>, right: Option<f64>) -> bool {
    left.unwrap_or(f64::INFINITY) >= right.unwrap_or(f64::INFINITY) - 1e-9
}

/// Numbers from a seed, between two ends. Made here, since making twenty numbers at a time by strategies of proptest
/// takes longer than all that is then computed from them.
struct Draws(u64);

impl Draws {
    fn bits(&mut self) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Any number of the range, in a third of cases a whole one, in a few an end.
    fn number(&mut self, low: f64, high: f64) -> f64 {
        let share = f64::from(u32::try_from(self.bits() >> 32).unwrap()) / f64::from(u32::MAX);
        let number = low + share * (high - low);
        match self.bits() % 12 {
            0..4 => number.round().clamp(low, high),
            4 => low,
            5 => high,
            _ => number,
        }
    }

    fn six(&mut self, low: f64, high: f64) -> Scorecard<Option<f64>> {
        Responsibility::ALL.map(|_| Some(self.number(low, high)))
    }
}

fn drawn(seed: u64) -> IncentiveInput {
    let mut draws = Draws(seed);
    let mut weights = draws.six(0.0, 10.0);
    weights[0] = Some(draws.number(0.5, 10.0));
    let parameters = Parameter::ALL.map(|parameter| {
        let (minimum, maximum) = parameter.range();
        Some(draws.number(minimum, maximum))
    });
    IncentiveInput { weights, transition: draws.six(-2.0, 2.0), settled: draws.six(-2.0, 2.0), parameters }
}

fn any_input() -> impl Strategy<Value = IncentiveInput> {
    any::<u64>().prop_map(drawn)
}

fn numbers_of(result: &IncentiveResult) -> Vec<f64> {
    let payoffs = [result.payoff, result.average, result.organisation.payoff];
    let mut numbers: Vec<f64> =
        payoffs.iter().flat_map(|payoff| [payoff.now, payoff.delay, payoff.never]).collect();
    numbers.extend(result.contributions);
    numbers.push(result.transformation);
    numbers.extend([result.break_even, result.gap, result.relief].into_iter().flatten());
    numbers
}

/// The properties of SCIENCE 3.5.
mod properties {
    use super::*;

    const CASES: u32 = 20_000;

    proptest! {
        #![proptest_config(Config { max_global_rejects: 4 * CASES, ..Config::with_cases(CASES) })]

        #[test]
        fn every_figure_is_finite_and_in_its_range(input in any_input()) {
            let result = incentive(&input);
            for number in numbers_of(&result) {
                prop_assert!(number.is_finite() && !(number == 0.0 && number.is_sign_negative()));
            }
            let shares = [result.break_even, result.relief].into_iter().flatten();
            prop_assert!(shares.into_iter().all(|share| (0.0..=1.0).contains(&share)));
            let best = result.payoff.of(result.choice);
            prop_assert!([Choice::Now, Choice::Delay, Choice::Never].map(|choice| result.payoff.of(choice)).into_iter().all(|payoff| payoff <= best + 2e-12));
            prop_assert_eq!(&incentive(&input), &result);
        }

        #[test]
        fn moving_now_never_yields_less_on_the_transformation_side(input in any_input()) {
            let (_, transformation) = sides(&input);
            prop_assert!(transformation.now >= transformation.delay.max(transformation.never) - 1e-9);
        }

        #[test]
        fn the_break_even_weight_is_where_now_becomes_best(input in any_input()) {
            let payoff = |share: f64| incentive(&with(&input, Parameter::TransformationShare, share)).payoff;
            let margin = |share: f64| {
                let payoff = payoff(share);
                payoff.now - payoff.delay.max(payoff.never)
            };
            match incentive(&input).break_even {
                None => prop_assert!(margin(1.0) < 1e-9, "no weight makes now best"),
                Some(share) => {
                    if share > 0.0 {
                        prop_assert!(margin(share).abs() < 1e-9, "at the break-even weight now ties");
                        prop_assert!(margin(share * 0.999) < 1e-9, "below it now is not best");
                    }
                    prop_assert!(margin(share + (1.0 - share) / 2.0) > -1e-9, "above it now is best");
                }
            }
        }

        #[test]
        fn contributions_sum_to_the_margin(input in any_input()) {
            let result = incentive(&input);
            let sum: f64 = result.contributors().into_iter().map(|(_, margin)| margin).sum();
            prop_assert!(close(sum, result.payoff.now - result.payoff.of(result.rival)));
            let of = |duty: Responsibility| result.contributions[duty as usize];
            match result.driver {
                Some(driver) => prop_assert!(Responsibility::ALL.into_iter().all(|duty| of(driver) <= of(duty) + 1e-12)),
                None => prop_assert!(Responsibility::ALL.into_iter().all(|duty| of(duty) >= -1e-12)),
            }
        }

        #[test]
        fn scale_does_not_matter(input in any_input(), factor in 0.01..=1.0) {
            let found = incentive(&input).break_even;
            let weights = IncentiveInput { weights: scaled(&input.weights, factor * 1000.0), ..input };
            let same = |other: Option<f64>| match (found, other) {
                (Some(left), Some(right)) => (left - right).abs() < 1e-9,
                (left, right) => left == right,
            };
            prop_assert!(same(incentive(&weights).break_even));
            let mut all = IncentiveInput {
                transition: scaled(&input.transition, factor),
                settled: scaled(&input.settled, factor),
                ..input
            };
            for parameter in [Parameter::Credit, Parameter::Blame] {
                all = with(&all, parameter, input.parameter(parameter) * factor);
            }
            // Where an alternative is ahead by rounding alone there is nothing to compare.
            let (stability, transformation) = sides(&input);
            let open = |one: f64, other: f64| (one - other).abs() < 1e-9;
            prop_assume!(!open(stability.now, stability.delay) && !open(stability.now, stability.never));
            prop_assume!(!open(transformation.now, transformation.delay));
            prop_assert!(same(incentive(&all).break_even));
        }

        #[test]
        fn a_worse_transition_needs_no_less_weight(input in any_input(), duty in 0_usize..6, step in 0.0_f64..=2.0) {
            let mut worse = input;
            worse.transition[duty] = worse.transition[duty].map(|effect| (effect - step).max(-2.0));
            prop_assert!(not_below(incentive(&worse).break_even, incentive(&input).break_even));
        }

        #[test]
        fn a_better_end_more_credit_or_more_blame_need_no_more_weight(
            input in any_input(), duty in 0_usize..6, step in 0.0_f64..=2.0,
        ) {
            let before = incentive(&input).break_even;
            let mut better = input;
            better.settled[duty] = better.settled[duty].map(|effect| (effect + step).min(2.0));
            prop_assert!(not_below(before, incentive(&better).break_even));
            for parameter in [Parameter::Credit, Parameter::Blame] {
                let more = with(&input, parameter, (input.parameter(parameter) + step).min(2.0));
                prop_assert!(not_below(before, incentive(&more).break_even));
            }
        }

        #[test]
        fn without_blame_and_later_losses_more_loss_aversion_needs_no_less_weight(input in any_input(), step in 0.0_f64..=4.0) {
            let mut input = with(&input, Parameter::Blame, 0.0);
            input.settled = input.settled.map(|effect| effect.map(f64::abs));
            let more = with(&input, Parameter::LossAversion, (input.parameter(Parameter::LossAversion) + step).min(5.0));
            prop_assert!(not_below(incentive(&more).break_even, incentive(&input).break_even));
        }

        #[test]
        fn waiting_gains_from_learning_and_from_others_going_first(input in any_input(), step in 0.0_f64..=1.0) {
            let mut input = input;
            // A transition that is a loss as a whole: turned round, a gain is at least as large a loss.
            if sides(&at_once(&input)).0.now > 0.0 {
                input.transition = scaled(&input.transition, -1.0);
            }
            let delay = |input: &IncentiveInput| sides(input).0.delay;
            for parameter in [Parameter::Learning, Parameter::EasierLater] {
                let more = with(&input, parameter, (input.parameter(parameter) + step).min(1.0));
                prop_assert!(delay(&more) >= delay(&input) - 1e-9);
            }
        }

        #[test]
        fn waiting_for_nothing_is_moving_now(input in any_input()) {
            let mut input = input;
            for parameter in [Parameter::DelayMonths, Parameter::Learning, Parameter::EasierLater] {
                input = with(&input, parameter, 0.0);
            }
            let result = incentive(&input);
            prop_assert!(close(result.payoff.now, result.payoff.delay));
            prop_assert_ne!(result.choice, Choice::Delay, "of equal choices now comes first");
        }

        #[test]
        fn what_lies_beyond_the_horizon_does_not_count(input in any_input(), other in any::<u64>()) {
            let disruption = input.parameter(Parameter::DisruptionMonths);
            prop_assume!(disruption >= 1.0);
            let input = with(&input, Parameter::HorizonMonths, disruption.min(input.parameter(Parameter::HorizonMonths)));
            let settled = Draws(other).six(-2.0, 2.0);
            let changed = IncentiveInput { settled, ..input };
            prop_assert_eq!(incentive(&changed).payoff, incentive(&input).payoff);
        }

        #[test]
        fn relief_closes_the_gap(input in any_input()) {
            let result = incentive(&input);
            let theta = input.parameter(Parameter::TransformationShare);
            let penalty = -(1.0 - theta) * sides(&at_once(&input)).0.now;
            let rival = result.payoff.of(result.rival);
            match result.relief {
                Some(relief) if result.choice == Choice::Now => prop_assert_eq!(Some(relief), Some(0.0)),
                Some(relief) => {
                    prop_assert!(penalty > 0.0);
                    prop_assert!(close(result.payoff.now + relief * penalty, rival));
                }
                None => prop_assert!(penalty <= 1e-9 || result.payoff.now + penalty < rival + 1e-9),
            }
        }
    }
}

#[test]
fn close_calls() {
    let (input, _) = example("I6_aligned");
    assert!(!incentive(&input).close_call);
    // Near its break-even weight on either side.
    let (input, _) = example("I1_stability_wins");
    for (share, near) in [(0.1, false), (0.19, true), (0.27, true), (0.9, false)] {
        let result = incentive(&with(&input, Parameter::TransformationShare, share));
        assert_eq!(result.close_call, near, "{share}");
    }
}

proptest! {
    #![proptest_config(Config::with_cases(5000))]

    /// The rule of SCIENCE 3.3, from outside.
    #[test]
    fn a_close_call_is_one_small_change_away(input in any_input()) {
        let result = incentive(&input);
        let now = |parameter, value: f64| {
            let (minimum, maximum) = Parameter::range(parameter);
            incentive(&with(&input, parameter, value.clamp(minimum, maximum))).choice == Choice::Now
        };
        let value = |parameter| input.parameter(parameter);
        let (disruption, delay) = (value(Parameter::DisruptionMonths), value(Parameter::DelayMonths));
        let moved = [
            now(Parameter::SuccessChance, value(Parameter::SuccessChance) + 0.1),
            now(Parameter::SuccessChance, value(Parameter::SuccessChance) - 0.1),
            now(Parameter::LossAversion, value(Parameter::LossAversion) + 0.5),
            now(Parameter::LossAversion, value(Parameter::LossAversion) - 0.5),
            now(Parameter::Learning, value(Parameter::Learning) + 0.25),
            now(Parameter::Learning, value(Parameter::Learning) - 0.25),
            now(Parameter::EasierLater, value(Parameter::EasierLater) + 0.25),
            now(Parameter::EasierLater, value(Parameter::EasierLater) - 0.25),
            now(Parameter::DisruptionMonths, disruption * 1.25),
            now(Parameter::DisruptionMonths, disruption * 0.75),
            now(Parameter::DelayMonths, delay * 1.5),
            now(Parameter::DelayMonths, delay * 0.5),
        ]
        .contains(&(result.choice != Choice::Now));
        let near = result.break_even.zip(result.gap).is_some_and(|(share, gap)| share > 0.0 && gap.abs() < 0.05);
        prop_assert_eq!(result.close_call, moved || near);
    }
}

fn problems(input: &Value) -> Vec<(String, &'static str)> {
    let problems = read(&input.into()).unwrap_err();
    problems.into_iter().map(|problem| (problem.path, problem.fault.code())).collect()
}

fn good() -> Value {
    json!({"weights": six([1.0; 6]), "transition": six([-1.0; 6]), "settled": six([1.0; 6])})
}

/// A good input with a change, and the problems it then has.
fn check_bad(change: impl FnOnce(&mut Value), expected: &[(&str, &'static str)]) {
    let mut input = good();
    change(&mut input);
    let expected: Vec<(String, &'static str)> =
        expected.iter().map(|(path, code)| ((*path).to_owned(), *code)).collect();
    assert_eq!(problems(&input), expected, "{input}");
}

fn without(value: &mut Value, field: &str) {
    value.as_object_mut().unwrap().remove(field).unwrap();
}

#[test]
fn bad_input() {
    check_bad(|it| it["weights"] = six([0.0; 6]), &[("weights", "no-weight")]);
    check_bad(|it| it["weights"]["risk"] = json!(-1), &[("weights.risk", "out-of-range")]);
    check_bad(|it| it["weights"]["risk"] = json!(1e300), &[("weights.risk", "out-of-range")]);
    check_bad(|it| it["weights"]["risk"] = json!("5"), &[("weights.risk", "wrong-type")]);
    check_bad(|it| without(&mut it["weights"], "risk"), &[("weights.risk", "missing")]);
    check_bad(|it| it["weights"]["speed"] = json!(1), &[("weights.speed", "unknown-field")]);
    check_bad(|it| it["transition"]["risk"] = json!(-3), &[("transition.risk", "out-of-range")]);
    check_bad(|it| it["settled"]["risk"] = json!(null), &[("settled.risk", "wrong-type")]);
    check_bad(|it| it["settled"] = json!([1, 2]), &[("settled", "wrong-type")]);
    check_bad(|it| it["horizonMonths"] = json!(0), &[("horizonMonths", "out-of-range")]);
    check_bad(|it| it["lossAversion"] = json!(0.5), &[("lossAversion", "out-of-range")]);
    check_bad(|it| it["successChance"] = json!(70), &[("successChance", "out-of-range")]);
    check_bad(|it| it["discount"] = json!(0.2), &[("discount", "out-of-range")]);
    check_bad(|it| it["delayMonth"] = json!(3), &[("delayMonth", "unknown-field")]);
    check_bad(
        |it| {
            without(&mut it["transition"], "service");
            without(&mut it["settled"], "budget");
        },
        &[("transition.service", "missing"), ("settled.budget", "missing")],
    );
    check_bad(
        |it| {
            it["transition"]["service"] = json!(9);
            it["credit"] = json!(-1);
            it["weights"]["risk"] = json!(true);
        },
        &[("credit", "out-of-range"), ("transition.service", "out-of-range"), ("weights.risk", "wrong-type")],
    );
    for value in [json!(null), json!([]), json!(5), json!("x")] {
        assert_eq!(problems(&value), [(String::new(), "wrong-type")]);
    }
    let nothing = problems(&json!({}));
    assert_eq!(nothing.len(), 6);
    assert!(nothing.iter().all(|(path, code)| path.starts_with("weights.") && *code == "missing"));
}

proptest! {
    #[test]
    fn no_value_makes_reading_panic(value in support::any_value()) {
        match read(&(&value).into()) {
            Ok(input) => prop_assert!(numbers_of(&incentive(&input)).into_iter().all(f64::is_finite)),
            Err(problems) => prop_assert!(!problems.is_empty() && problems.len() <= MOST_PROBLEMS),
        }
    }

    #[test]
    fn what_was_read_is_read_again(input in any_input()) {
        prop_assert_eq!(read(&(&written(|out| write(&input, out))).into()), Ok(input));
    }
}

#[test]
fn names_are_public() {
    let value = rename(&json!({"w": 1}), INPUT);
    assert_eq!(value, json!({"weights": 1}));
    for parameter in Parameter::ALL {
        assert!(INPUT.iter().any(|(_, name)| *name == parameter.id()), "{}", parameter.id());
        let (minimum, maximum) = parameter.range();
        assert!((minimum..=maximum).contains(&parameter.usual()));
    }
}
