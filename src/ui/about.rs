//! Role, form, unit and pilot: what decides which questions fit.

use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::format::value_of;
use super::page::navigation;
use super::sitting::Sitting;
use crate::instrument::{Form, Role};
use crate::response::Pilot;
use crate::session::Action;

#[component]
pub(super) fn About(sitting: &Sitting) -> Html {
    let words = &sitting.words().about;
    let missing = sitting.session().role_missing;
    let first_role = use_node_ref();
    use_effect_with(missing, {
        let first_role = first_role.clone();
        move |missing| {
            if *missing {
                super::format::focus_within(&first_role, "input");
            }
        }
    });
    html! {
        <>
            <h1 ref={sitting.heading.clone()} tabindex="-1">{ words.title }</h1>
            <p class="lead">{ words.lead }</p>
            <div ref={first_role}>{ role(sitting, missing) }</div>
            <div>{ form(sitting) }</div>
            <div>{ pilot(sitting) }</div>
            <div>{ unit(sitting) }</div>
            { navigation(sitting) }
        </>
    }
}

/// One radio button with a title and a line of detail.
fn radio(name: &'static str, key: String, title: Html, detail: &str, checked: bool, onchange: Callback<Event>) -> Html {
    html! {
        <label class="choice" {key}>
            <input type="radio" {name} {checked} {onchange} />
            <span class="choice-text">
                <span class="choice-title">{ title }</span>
                <span class="choice-detail">{ detail }</span>
            </span>
        </label>
    }
}

fn role(sitting: &Sitting, missing: bool) -> Html {
    let words = &sitting.words().about;
    let session = sitting.session();
    if session.presets.role.is_some() {
        return html! {};
    }
    let choices = [Role::Manager, Role::Executive, Role::Frontline].into_iter().map(|role| {
        let choice = (words.roles)(role);
        let onchange = sitting.on(move |_: Event, now| Action::SetRole(role, now));
        let checked = session.draft.role.value == Some(role);
        radio("role", format!("{role:?}"), html! { choice.title }, choice.detail, checked, onchange)
    });
    html! {
        <fieldset class="choices" aria-describedby="role-missing">
            <legend>{ words.role }</legend>
            { for choices }
            <p class="error" id="role-missing" role="alert">
                { if missing { words.role_missing } else { "" } }
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
    let choices = [Form::Full, Form::Pulse].into_iter().map(|form| {
        let questions = sitting.instrument().pages(form, role).iter().flatten().count();
        let title = (words.forms)(form, questions);
        let onchange = sitting.on(move |_: Event, now| Action::SetForm(form, now));
        let checked = session.form() == form;
        radio("form", format!("{form:?}"), html! { title }, (words.form_detail)(form), checked, onchange)
    });
    html! {
        <fieldset class="choices">
            <legend>{ words.form }</legend>
            { for choices }
        </fieldset>
    }
}

fn pilot(sitting: &Sitting) -> Html {
    let words = &sitting.words().about;
    let choices = [Pilot::Yes, Pilot::Partly, Pilot::No, Pilot::Unknown].into_iter().map(|pilot| {
        let onchange = sitting.on(move |_: Event, now| Action::SetPilot(pilot, now));
        let checked = sitting.session().draft.pilot.value == Some(pilot);
        radio("pilot", format!("{pilot:?}"), html! { (words.pilots)(pilot) }, "", checked, onchange)
    });
    html! {
        <fieldset class="choices compact">
            <legend>{ words.pilot }</legend>
            { for choices }
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
        let oninput = sitting.on(|event: InputEvent, now| Action::SetUnit(value_of(&event), now));
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
        let onchange = sitting.on(|event: Event, now| {
            let select = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok());
            Action::SetUnit(select.map(|select| select.value()).unwrap_or_default(), now)
        });
        let options = session.presets.units.iter().map(|unit| {
            html! { <option key={unit.clone()} value={unit.clone()} selected={*unit == chosen}>{ unit }</option> }
        });
        html! {
            <select aria-describedby="unit-detail" {onchange}>
                <option value="" selected={chosen.is_empty()}>{ words.unit_none }</option>
                { for options }
            </select>
        }
    };
    html! {
        <div class="choices">
            <label class="field">
                <span class="label">{ words.unit }</span>
                { field }
            </label>
            <p class="small" id="unit-detail">{ words.unit_detail }</p>
        </div>
    }
}
