//! Role, form, unit and pilot: what decides which questions fit.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::format::typed;
use super::page::navigation;
use super::parts::{text, title};
use super::sitting::Sitting;
use crate::instrument::{Form, Role};
use crate::response::Pilot;
use crate::session::Action;

pub(super) fn about(sitting: &Sitting) -> Html {
    let words = &sitting.words().about;
    html! {
        <>
            { title(words.title) }
            { text("p", "lead", words.lead) }
            <div>{ role(sitting) }</div>
            <div>{ form(sitting) }</div>
            <div>{ pilot(sitting) }</div>
            <div>{ unit(sitting) }</div>
            { navigation(sitting) }
        </>
    }
}

/// One radio button with a title and a line of detail.
fn radio(
    name: &'static str,
    key: String,
    title: AttrValue,
    detail: &str,
    checked: bool,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label class="choice" {key}>
            <input type="radio" {name} {checked} {onchange} />
            <span class="choice-text">
                { text("span", "choice-title", title) }
                { text("span", "choice-detail", detail) }
            </span>
        </label>
    }
}

fn role(sitting: &Sitting) -> Html {
    let words = &sitting.words().about;
    let session = sitting.session();
    if session.presets.role.is_some() {
        return html! {};
    }
    let choice = |role: Role| {
        let choice = (words.roles)(role);
        let onchange = sitting.choose(Action::SetRole(role));
        let checked = session.draft.role.value == Some(role);
        radio("role", role.id().to_owned(), choice.title.into(), choice.detail, checked, onchange)
    };
    html! {
        <fieldset class="choices" aria-describedby="role-missing">
            { text("legend", "", words.role) }
            for role in Role::ALL { { choice(role) } }
            <p class="error" id="role-missing" role="alert">
                { if session.role_missing { words.role_missing } else { "" } }
            </p>
        </fieldset>
    }
}

fn form(sitting: &Sitting) -> Html {
    let words = &sitting.words().about;
    let session = sitting.session();
    if session.presets.form.is_some() {
        return html! {};
    }
    let role = session.role().unwrap_or(Role::Manager);
    let choice = |form: Form| {
        let questions = sitting.instrument().pages(form, role).iter().flatten().count();
        let title = (words.forms)(form, questions);
        let onchange = sitting.choose(Action::SetForm(form));
        let checked = session.form() == form;
        radio("form", form.id().to_owned(), title.into(), (words.form_detail)(form), checked, onchange)
    };
    html! {
        <fieldset class="choices">
            { text("legend", "", words.form) }
            for form in Form::ALL { { choice(form) } }
        </fieldset>
    }
}

fn pilot(sitting: &Sitting) -> Html {
    let words = &sitting.words().about;
    let choice = |pilot: Pilot| {
        let onchange = sitting.choose(Action::SetPilot(pilot));
        let checked = sitting.session().draft.pilot.value == Some(pilot);
        radio("pilot", pilot.id().to_owned(), (words.pilots)(pilot).into(), "", checked, onchange)
    };
    html! {
        <fieldset class="choices compact">
            { text("legend", "", words.pilot) }
            for pilot in Pilot::ALL { { choice(pilot) } }
        </fieldset>
    }
}

/// Free text, or the host's list.
fn unit(sitting: &Sitting) -> Html {
    let words = &sitting.words().about;
    let session = sitting.session();
    if session.presets.unit.is_some() {
        return html! {};
    }
    let chosen = session.unit().unwrap_or_default().to_owned();
    let field = if session.presets.units.is_empty() {
        let oninput = typed(sitting, Action::SetUnit);
        html! {
            <input
                type="text"
                maxlength="120"
                autocomplete="off"
                value={chosen}
                aria-describedby="unit-detail"
                {oninput}
            />
        }
    } else {
        let onchange = {
            let sitting = sitting.clone();
            Callback::from(move |event: Event| {
                let target = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
                sitting.act(Action::SetUnit(target.map(|select| select.value()).unwrap_or_default()));
            })
        };
        html! {
            <select aria-describedby="unit-detail" {onchange}>
                <option value="" selected={chosen.is_empty()}>{ words.unit_none }</option>
                for unit in &session.presets.units {
                    <option key={unit.clone()} value={unit.clone()} selected={*unit == chosen}>{ unit }</option>
                }
            </select>
        }
    };
    html! {
        <div class="choices">
            <label class="field">
                { text("span", "label", words.unit) }
                { field }
            </label>
            <p class="small" id="unit-detail">{ words.unit_detail }</p>
        </div>
    }
}
