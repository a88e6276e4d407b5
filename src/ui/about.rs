//! Role, form, unit and pilot: what decides which questions fit.

use yew::prelude::*;

use super::element::{Name, View, When, element, several};
use super::fields::{detail, entry, labelled, name_field, option, typed};
use super::own::{in_a_row, role_name};
use super::page::navigation;
use super::parts::{Words, text, title};
use super::sitting::Sitting;
use crate::instrument::{Form, Role};
use crate::response::Pilot;
use crate::session::Action;

pub(super) fn about(sitting: &Sitting) -> View {
    let words = &sitting.words().about;
    several()
        .with(title(words.title))
        .text("p", "lead", words.lead)
        .with(given(sitting))
        .holding("div", "", role(sitting))
        .holding("div", "", form(sitting))
        .holding("div", "", pilot(sitting))
        .holding("div", "", unit(sitting))
        .with(navigation(sitting))
}

/// What the page around or the address has answered already: nobody answers as somebody else without seeing it.
fn given(sitting: &Sitting) -> View {
    let words = &sitting.words().about;
    let presets = &sitting.session().presets;
    let role = presets.role.map_or("", |role| role_name(sitting, role));
    let unit = presets.unit.as_deref().unwrap_or_default();
    let form = presets.form.map(|form| (words.forms)(form, questions(sitting, form)));
    let given = in_a_row(&[role, unit, &form.unwrap_or_default()]);
    text("p", "", if given.is_empty() { given } else { words.given.to_owned() + &given })
}

/// One radio button with a title and a line of detail.
#[inline(never)]
fn radio(
    name: &'static str,
    key: &str,
    title: View,
    detail: &'static str,
    checked: bool,
    onchange: Callback<Event>,
) -> View {
    let radio = element("input", "").is(Name::Type, "radio").is(Name::Group, name).checked(checked);
    let radio = radio.on(When::Change, onchange);
    let words = element("span", "choice-text").with(title).text("span", "choice-detail", detail);
    element("label", "choice").keyed(key).with(radio).with(words)
}

fn choice_title(title: impl Words) -> View {
    text("span", "choice-title", title)
}

fn role(sitting: &Sitting) -> View {
    let words = &sitting.words().about;
    let session = sitting.session();
    if session.presets.role.is_some() {
        return View::default();
    }
    let own = &sitting.instrument().words;
    let choice = |role: Role| {
        let choice = (words.roles)(role);
        let title = role_name(sitting, role);
        let detail = own.role_details.get(&role).map_or(choice.detail, String::as_str);
        let onchange = sitting.choose(Action::SetRole(role));
        let checked = session.draft.role.value == Some(role);
        radio("role", role.id(), choice_title(title), detail, checked, onchange)
    };
    let missing = element("p", "error").is(Name::Id, "role-missing").is(Name::Role, "alert");
    let missing = missing.saying(if session.role_missing { words.role_missing } else { "" }.into());
    let choices = element("fieldset", "choices").is(Name::DescribedBy, "role-missing");
    let mut choices = choices.text("legend", "", words.role);
    for role in Role::ALL {
        choices = choices.with(choice(role));
    }
    choices.with(missing)
}

fn form(sitting: &Sitting) -> View {
    let words = &sitting.words().about;
    let session = sitting.session();
    if session.presets.form.is_some() {
        return View::default();
    }
    let choice = |form: Form| {
        let title = (words.forms)(form, questions(sitting, form));
        let onchange = sitting.choose(Action::SetForm(form));
        let checked = session.form() == form;
        radio("form", form.id(), choice_title(title), (words.form_detail)(form), checked, onchange)
    };
    let mut choices = element("fieldset", "choices").text("legend", "", words.form);
    for form in Form::ALL {
        choices = choices.with(choice(form));
    }
    choices
}

/// How many questions a form has in the role that is chosen.
fn questions(sitting: &Sitting, form: Form) -> usize {
    let role = sitting.session().role().unwrap_or(Role::Manager);
    let mut questions = 0;
    for page in sitting.instrument().pages(form, role) {
        questions += page.len();
    }
    questions
}

fn pilot(sitting: &Sitting) -> View {
    let words = &sitting.words().about;
    let choice = |pilot: Pilot| {
        let onchange = sitting.choose(Action::SetPilot(pilot));
        let checked = sitting.session().draft.pilot.value == Some(pilot);
        radio("pilot", pilot.id(), choice_title((words.pilots)(pilot)), "", checked, onchange)
    };
    let mut choices = element("fieldset", "choices compact").text("legend", "", words.pilot);
    for pilot in Pilot::ALL {
        choices = choices.with(choice(pilot));
    }
    choices
}

/// Free text, or the host's list.
fn unit(sitting: &Sitting) -> View {
    let words = &sitting.words().about;
    let session = sitting.session();
    if session.presets.unit.is_some() {
        return View::default();
    }
    let unit = session.unit().unwrap_or_default().to_owned();
    let field = if session.presets.units.is_empty() {
        name_field(unit, "unit-detail", typed(sitting, Action::SetUnit))
    } else {
        let onchange = {
            let sitting = sitting.clone();
            Callback::from(move |event: Event| sitting.act(Action::SetUnit(entry(&event))))
        };
        let mut list = element("select", "")
            .is(Name::DescribedBy, "unit-detail")
            .on(When::Change, onchange)
            .with(option("", words.unit_none, unit.is_empty()));
        for entry in &session.presets.units {
            list = list.with(option(entry, entry, *entry == unit).keyed(entry));
        }
        list
    };
    let word = &sitting.instrument().words.unit;
    let label = if word.is_empty() { words.unit.to_owned() } else { (sitting.words().frame.optional)(word) };
    element("div", "choices").with(labelled(label, field)).with(detail("unit-detail", words.unit_detail))
}
