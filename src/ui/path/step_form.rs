//! The form of one step.

use yew::{AttrValue, Callback, Event};

use super::name;
use crate::pace::{Link, Quantity, Reason, Step, StepKind};
use crate::session::Action;
use crate::session::inventory::{Certainty, Edit, Figure, Flag, Inventory, Word};
use crate::text::Question;
use crate::ui::element::{Name, View, When, element};
use crate::ui::fields::{Described, Entry, Number, Pick, described, entry, number, pick_word, tick};
use crate::ui::parts::folded;
use crate::ui::sitting::Sitting;

/// A form about one step.
struct Form<'f> {
    sitting: &'f Sitting,
    inventory: &'f Inventory,
    position: usize,
    step: &'f Step,
}

pub(super) fn step_form(sitting: &Sitting, inventory: &Inventory, position: usize) -> View {
    match inventory.path.steps.get(position) {
        Some(step) => Form { sitting, inventory, position, step }.whole(),
        None => View::default(),
    }
}

impl Form<'_> {
    fn whole(&self) -> View {
        let words = self.sitting.locale.path();
        let (step, position, control) = (self.step, self.position, self.step.is_control());
        let mut first = element("div", "fields").with(self.naming()).with(self.kinds());
        let mut rest = element("div", "fields");
        for quantity in
            [Quantity::TouchDays, Quantity::WaitDays, Quantity::CadenceDays, Quantity::ReturnChance]
        {
            let figure = self.figure(quantity);
            if control || quantity == Quantity::TouchDays {
                first = first.with(figure);
            } else {
                rest = rest.with(figure);
            }
        }
        rest = rest.with(self.figure(Quantity::AppliesShare)).with(self.link(Link::ReturnsTo));
        let [parallel, planned, protected, fixed] = words.ticks;
        let mut ticks = element("div", "ticks");
        for (there, label, on, flag) in [
            (position > 0, parallel, self.inventory.joined(position), Flag::Joined(position)),
            (control, planned, step.planned == Some(true), Flag::Planned(position)),
            (control, protected, step.protected == Some(true), Flag::Protected(position)),
            (true, fixed, step.waits_fixed(), Flag::Fixed(position)),
        ] {
            if there {
                ticks = ticks.with(tick(self.sitting, label, on, flag));
            }
        }
        let mut parts = element("div", "step-form").with(first).with(ticks);
        let [catches, more] = words.folds;
        if control {
            rest = rest.with(self.link(Link::MergedInto));
            parts = parts.with(fold(catches, self.catches()));
        }
        parts.with(fold(more, rest))
    }

    fn catches(&self) -> View {
        let mut caught = element("div", "fields");
        for quantity in [Quantity::TimesRun, Quantity::TimesCaught, Quantity::LossPerCatch] {
            caught = caught.with(self.figure(quantity));
        }
        caught = caught.with(self.link(Link::Backup));
        if self.step.link(Link::Backup).is_some() {
            caught = caught.with(self.figure(Quantity::BackupCatchShare));
        }
        caught.with(self.reasons())
    }

    fn naming(&self) -> View {
        let [label, _] = self.sitting.locale.path().name_and_kind;
        line(
            self.sitting,
            Word::Name(self.position),
            "name",
            label,
            "",
            self.step.name.as_deref().unwrap_or_default(),
        )
    }

    fn pick(
        &self,
        word: Word,
        label: &'static str,
        options: Vec<(AttrValue, AttrValue)>,
        picked: &str,
    ) -> View {
        let picked = AttrValue::from(picked.to_owned());
        pick_word(self.sitting, word, Pick { label: label.into(), shown: true, options, picked })
    }

    fn kinds(&self) -> View {
        let words = self.sitting.locale.path();
        let [_, label] = words.name_and_kind;
        let options = StepKind::ALL.map(|kind| (kind.id().into(), (words.kind)(kind).into()));
        self.pick(Word::Kind(self.position), label, options.into(), self.step.kind.id())
    }

    fn reasons(&self) -> View {
        let words = self.sitting.locale.path();
        let mut options = vec![(AttrValue::from(""), words.why_none.into())];
        options.extend(Reason::ALL.map(|reason| (reason.id().into(), (words.reason)(reason).into())));
        self.pick(Word::Reason(self.position), words.why, options, self.step.reason.map_or("", Reason::id))
    }

    /// What the step refers to: only what it may refer to is offered.
    fn link(&self, link: Link) -> View {
        let words = self.sitting.locale.path();
        let mut options = vec![(AttrValue::from(""), (words.link_usual)(link).into())];
        for (place, other) in self.inventory.path.steps.iter().enumerate() {
            let fits = match link {
                Link::ReturnsTo => place <= self.position,
                Link::ParallelGroup => false,
                Link::MergedInto => {
                    place != self.position && other.is_control() && other.link(link).is_none()
                }
                Link::Backup => place != self.position && other.is_control() && !self.backs_up(place),
            };
            if fits {
                options
                    .push((other.id.clone().into(), name(self.sitting, &self.inventory.path, place).into()));
            }
        }
        let picked = self.step.link(link).unwrap_or_default();
        self.pick(Word::Link(self.position, link), (words.link)(link), options, picked)
    }

    /// Whether following the backups of another step leads to this one.
    fn backs_up(&self, from: usize) -> bool {
        let steps = &self.inventory.path.steps;
        let mut place = Some(from);
        for _ in steps {
            let backup = place.and_then(|place| steps.get(place)).and_then(|step| step.link(Link::Backup));
            place = backup.and_then(|id| steps.iter().position(|step| step.id == id));
            if place == Some(self.position) {
                return true;
            }
        }
        false
    }

    /// A number of the step, and how sure it is.
    fn figure(&self, quantity: Quantity) -> View {
        // Of no unit at all a step would not be there.
        let range = if quantity == Quantity::AppliesShare { (0.0001, 1.0) } else { quantity.range() };
        let question = (self.sitting.locale.path().quantity)(quantity);
        let figure = Figure::Step(self.position, quantity);
        sure_number(self.sitting, self.inventory, figure, question, self.step.given(quantity), range)
    }
}

fn fold(label: &'static str, content: View) -> View {
    folded("", label, content).keyed(label)
}

/// A number of the path, with how sure it is.
pub(super) fn sure_number(
    sitting: &Sitting,
    inventory: &Inventory,
    figure: Figure,
    question: Question,
    value: Option<f64>,
    range: (f64, f64),
) -> View {
    let words = sitting.locale.path();
    let key = inventory.key(figure);
    let caught = match figure {
        Figure::Step(position, Quantity::TimesCaught) => inventory.path.steps.get(position),
        _ => None,
    };
    let more =
        caught.is_some_and(|step| step.number(Quantity::TimesCaught) > step.number(Quantity::TimesRun));
    let wrong = if more { words.more_caught } else { "" };
    let unit =
        if question.unit.is_empty() { inventory.currency.clone().into() } else { question.unit.into() };
    let beside = value.map(|_| {
        let options = Certainty::ALL.map(|each| (each.id().into(), (words.certainty)(each).into()));
        let picked = inventory.certainty(&key).id().into();
        let label = (words.how_sure)(question.label).into();
        pick_word(
            sitting,
            Word::Certainty(figure),
            Pick { label, shown: false, options: options.into(), picked },
        )
    });
    number(
        sitting,
        Number {
            id: key.into(),
            entry: Entry::Path(figure),
            label: question.label.into(),
            unit,
            meaning: question.meaning,
            value,
            range,
            beside: beside.unwrap_or_default(),
            wrong,
        },
    )
}

/// A line of text of the path.
pub(super) fn line(
    sitting: &Sitting,
    word: Word,
    id: &'static str,
    label: &'static str,
    meaning: &'static str,
    value: &str,
) -> View {
    let onchange = {
        let sitting = sitting.clone();
        Callback::from(move |event: Event| sitting.act(Action::EditPath(Edit::Word(word, entry(&event)))))
    };
    let input = element("input", "").is(Name::Longest, "120").on(When::Change, onchange);
    let (value, error) = (value.to_owned(), String::new());
    let field = Described { id: id.into(), label: label.into(), meaning, value, error, class: "" };
    described(sitting, field, input, Vec::new())
}
