//! What would become of the path with changes: tried by hand, found by search, kept by name, put to the owners.

mod owners;
mod plans;
mod scenarios;

use yew::{Callback, Event};

use super::element::{Name, View, element, several};
use super::fields::{Entry, Number, Pick, number, pick_word};
use super::format::whole_percent;
use super::page::steps as step_buttons;
use super::parts::{button, folded, title};
use super::path::{days_picture, example, name, parts_of_nodes, record, refused, whole};
use super::sitting::{Deed, Sitting};
use super::table::{DataRow, data_table};
use crate::pace::{Assumption, Change, Changes, MOST_STEPS, Step, Trial, WhatIf};
use crate::session::inventory::{Edit, Figure, Inventory, TriedChanges, Word};
use crate::session::{Action, Place};
use crate::text::{TrialCase, joined};

/// Everything the parts of this screen need.
struct Bench<'b> {
    sitting: &'b Sitting,
    inventory: &'b Inventory,
    /// What is being tried.
    changes: Changes,
    /// What that comes to; absent where it does not go together.
    trial: Option<Trial>,
    model: WhatIf,
}

pub(super) fn what_if(sitting: &Sitting) -> View {
    let words = sitting.locale.path();
    let bench = sitting.session().sound_path().and_then(|inventory| {
        let mut model = WhatIf::new(&inventory.path, inventory.assumptions).ok()?;
        let changes = inventory.by_position(&inventory.changes);
        let trial = model.trial(&changes);
        Some(Bench { sitting, inventory, changes, trial, model })
    });
    let [back, _] = words.back;
    match bench {
        Some(bench) => bench.screen(),
        None => several()
            .with(title(words.changes.title))
            .text("p", "", words.problems)
            .with(step_buttons(sitting).with(button("button primary", back, sitting.going(Place::Path)))),
    }
}

impl Bench<'_> {
    fn screen(mut self) -> View {
        let words = self.sitting.locale.path();
        let changes = &words.changes;
        let today = whole(self.model.lead_time);
        let tried = !self.inventory.changes.is_empty();
        let shares = self.trial.map(|trial| [trial.protection_cautious, trial.protection].map(kept));
        let sentence = self.trial.as_ref().zip(shares.as_ref()).map(|(trial, [cautious, recorded])| {
            let days = whole(trial.lead_time);
            let case = TrialCase { days: &days, today: &today, cautious, recorded };
            ((changes.headline)(case), (changes.kept)(case))
        });
        let (headline, kept) = match sentence {
            Some(sentence) if tried => sentence,
            Some(_) => (changes.title.to_owned(), changes.lead.to_owned()),
            None => (changes.title.to_owned(), changes.unfit.to_owned()),
        };
        let slower = self.slower();
        let [back, _] = words.back;
        let print = {
            let sitting = self.sitting.clone();
            Callback::from(move |_: Event| {
                sitting.done((!sitting.host.print()).then_some(Deed::PrintRefused));
            })
        };
        // Who hears the screen hears both together.
        let heard = if tried { [&*headline, " "].concat() } else { String::new() };
        several()
            .with(title(headline))
            .with(
                element("p", if self.trial.is_some() { "lead" } else { "error" })
                    .is(Name::Role, "status")
                    .text("span", "unseen", heard)
                    .saying(kept.into()),
            )
            .text("p", "lead", example(self.sitting, self.inventory))
            .text("p", "", if slower.is_empty() { String::new() } else { (changes.slower)(&slower) })
            .with(refused(self.sitting))
            .with(self.pictures())
            .with(self.controls())
            .with(self.assumptions())
            .with(plans::plans(&self))
            .with(scenarios::scenarios(&mut self))
            .with(owners::owners(&mut self))
            .text("p", "notice", changes.caution)
            .with(
                step_buttons(self.sitting)
                    .with(button("button", back, self.sitting.going(Place::Path)))
                    .with(button("button primary", changes.print, print)),
            )
            .text(
                "p",
                "small",
                self.sitting.if_done(Deed::PrintRefused, self.sitting.words().keep.print_refused).to_owned(),
            )
    }

    /// The controls that would be faster one after the other than in parallel.
    fn slower(&mut self) -> String {
        let mut names = Vec::new();
        for position in 0..self.inventory.path.steps.len() {
            if self.changes.get(position) != Some(&Change::Parallel) {
                continue;
            }
            let mut apart = self.changes;
            if let Some(change) = apart.get_mut(position) {
                *change = Change::Keep;
            }
            let apart = self.model.trial(&apart).map(|trial| trial.lead_time);
            if self.trial.zip(apart).is_some_and(|(trial, apart)| apart < trial.lead_time - 1e-9) {
                names.push(self.name(position));
            }
        }
        joined(&names, ", ", ", ")
    }

    fn name(&self, position: usize) -> String {
        name(self.sitting, &self.inventory.path, position)
    }

    /// Where the days go today and with the changes, on one scale.
    fn pictures(&mut self) -> View {
        let [today, then] = self.sitting.locale.path().changes.pictures;
        let (sitting, path) = (self.sitting, &self.inventory.path);
        let before = self.model.days(&self.inventory.by_position(&TriedChanges::new()));
        let before = days_picture(
            sitting,
            ("days-today", today),
            &parts_of_nodes(sitting, path, &before),
            self.model.lead_time,
            path.planned_days,
        );
        if self.inventory.changes.is_empty() || self.trial.is_none() {
            return before;
        }
        let after = self.model.days(&self.changes);
        let after = parts_of_nodes(sitting, path, &after);
        several().with(before).with(days_picture(
            sitting,
            ("days-then", then),
            &after,
            self.model.lead_time,
            path.planned_days,
        ))
    }

    /// Every control with what would be done with it.
    fn controls(&self) -> View {
        let words = &self.sitting.locale.path().changes;
        let mut rows = Vec::new();
        for (position, step) in self.inventory.path.steps.iter().enumerate() {
            if !step.is_control() {
                continue;
            }
            let called = self.name(position);
            let protected = step.protected == Some(true);
            let mut cells = vec![called.clone(), self.days_added(position), record(self.sitting, step)];
            if let Some(name) = cells.first_mut().filter(|_| protected) {
                *name = joined(&[name, " (", words.protected, ")"], "", "");
            }
            let mut options = Vec::new();
            for change in Change::ALL {
                if self.model.offers(position, change) {
                    options.push((change.id().into(), (words.change)(change).into()));
                }
            }
            let picked = self.changes.get(position).copied().unwrap_or_default().id().into();
            let pick = Pick { label: called.into(), shown: false, options, picked };
            let control = pick_word(self.sitting, Word::Change(position), pick);
            rows.push(DataRow { cells, control, heavy: false });
        }
        let none = Action::EditPath(Edit::TryAll(Box::new([Change::Keep; MOST_STEPS])));
        let clear = self.sitting.click(none);
        element("section", "act")
            .text("h2", "", words.controls)
            .with(data_table(words.controls, &words.controls_head, rows))
            .with(element("p", "only-screen").with(button("link", words.clear, clear)))
    }

    /// The days that a control adds today, as they are shared among all.
    fn days_added(&self, position: usize) -> String {
        let words = self.sitting.locale.path();
        let figures = super::path::shown_figures(self.sitting, &self.inventory.path);
        let control = figures
            .and_then(|figures| figures.result.controls.iter().find(|control| control.step == position));
        control.map_or_else(String::new, |control| {
            control
                .shapley
                .map_or_else(|| words.was_planned.to_owned(), |days| super::format::decimal(days, 1))
        })
    }

    fn assumptions(&self) -> View {
        let words = &self.sitting.locale.path().changes;
        let [heading, detail] = words.assumptions;
        let mut fields = element("div", "fields");
        for assumption in Assumption::ALL {
            let question = (words.assumption)(assumption);
            fields = fields.with(number(
                self.sitting,
                Number {
                    id: assumption.id().into(),
                    entry: Entry::Path(Figure::Assumption(assumption)),
                    label: question.label.into(),
                    unit: question.unit.into(),
                    meaning: question.meaning,
                    value: Some(self.inventory.assumptions.get(assumption)),
                    range: assumption.range(),
                    beside: View::default(),
                    wrong: "",
                },
            ));
        }
        folded("assumed", heading, several().text("p", "soft", detail).with(fields))
    }

    /// The changes in words: "Streamline: Risk review. Retire: Exception desk, Second sign-off."
    fn in_words(&self, changes: &Changes) -> String {
        let words = &self.sitting.locale.path().changes;
        let mut sentences = String::new();
        for change in Change::ALL.into_iter().skip(1) {
            let mut names = String::new();
            for position in 0..self.inventory.path.steps.len() {
                if changes.get(position) == Some(&change) {
                    names.push_str(if names.is_empty() { "" } else { ", " });
                    names.push_str(&self.name(position));
                }
            }
            if !names.is_empty() {
                sentences.push_str(if sentences.is_empty() { "" } else { " " });
                for part in [(words.change)(change), ": ", &names, "."] {
                    sentences.push_str(part);
                }
            }
        }
        if sentences.is_empty() { words.none.to_owned() } else { sentences }
    }

    /// Sets the changes that are tried.
    fn setting(&self, changes: Changes) -> Callback<Event> {
        let sitting = self.sitting.clone();
        Callback::from(move |_| {
            sitting.act(Action::EditPath(Edit::TryAll(Box::new(changes))));
            sitting.say(sitting.locale.path().changes.tried);
        })
    }
}

/// The share of expected catches that is kept. It is never called whole where it is not.
fn kept(share: f64) -> String {
    if share < 1.0 - 1e-9 && share > 0.99 { "99 %".to_owned() } else { whole_percent(share) }
}

/// What is known of a step.
fn is_changed(step: &Step, inventory: &Inventory) -> bool {
    inventory.changes.contains_key(&step.id)
}
