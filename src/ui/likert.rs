//! One item: a real radio group, so that arrows, focus and names are the platform's own.

use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::format::focus_within;
use crate::response::Answer;
use crate::text::Locale;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct LikertProps {
    pub(super) id: String,
    pub(super) legend: String,
    /// The five labels, from 1 to 5.
    pub(super) labels: Vec<String>,
    pub(super) not_applicable: String,
    pub(super) answer: Option<Answer>,
    pub(super) on_answer: Callback<Option<Answer>>,
    pub(super) locale: Locale,
}

#[component]
pub(super) fn Likert(props: &LikertProps) -> Html {
    let group = use_node_ref();
    let choices = (1_u8..)
        .zip(&props.labels)
        .map(|(rating, label)| (Answer::Rating(rating), label))
        .chain([(Answer::NotApplicable, &props.not_applicable)]);
    let onkeydown = {
        let (on_answer, group) = (props.on_answer.clone(), group.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(answer) = answer_for_key(&event) else { return };
            event.prevent_default();
            on_answer.emit(Some(answer));
            focus_within(&group, &format!("input[value='{}']", value(answer)));
        })
    };
    let clear = {
        let (on_answer, group) = (props.on_answer.clone(), group.clone());
        Callback::from(move |_: MouseEvent| {
            on_answer.emit(None);
            // The button goes with the answer; the focus stays in the group.
            focus_within(&group, "input");
        })
    };
    let words = &props.locale.flow().page;
    html! {
        <fieldset class="item" id={format!("item-{}", props.id)} ref={group} {onkeydown}>
            <legend>{ &props.legend }</legend>
            <div class="options">
                { for choices.map(|(answer, label)| option(props, answer, label)) }
            </div>
            <div class="clear-place">
                <button
                    type="button"
                    class="link"
                    aria-label={(words.clear_name)(&props.legend)}
                    hidden={props.answer.is_none()}
                    onclick={clear}
                >
                    { words.clear }
                </button>
            </div>
        </fieldset>
    }
}

fn option(props: &LikertProps, answer: Answer, label: &str) -> Html {
    let onchange = props.on_answer.reform(move |_: Event| Some(answer));
    let class = match answer {
        Answer::Rating(_) => "option",
        Answer::NotApplicable => "option not-applicable",
    };
    html! {
        <label {class} key={value(answer)}>
            <input
                type="radio"
                name={props.id.clone()}
                value={value(answer)}
                checked={props.answer == Some(answer)}
                {onchange}
            />
            <span>{ label }</span>
        </label>
    }
}

fn value(answer: Answer) -> String {
    match answer {
        Answer::Rating(rating) => rating.to_string(),
        Answer::NotApplicable => "na".to_owned(),
    }
}

/// 1 to 5, and 0 for "does not apply"; not where a key is part of a shortcut, and not on the clear button.
fn answer_for_key(event: &KeyboardEvent) -> Option<Answer> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let on_radio = event.target().is_some_and(|target| target.has_type::<web_sys::HtmlInputElement>());
    match event.key().as_str() {
        _ if !on_radio => None,
        "0" => Some(Answer::NotApplicable),
        "1" => Some(Answer::Rating(1)),
        "2" => Some(Answer::Rating(2)),
        "3" => Some(Answer::Rating(3)),
        "4" => Some(Answer::Rating(4)),
        "5" => Some(Answer::Rating(5)),
        _ => None,
    }
}
