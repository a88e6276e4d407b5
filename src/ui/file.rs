//! The response file, shown in full before it is saved.

use yew::prelude::*;

use super::page::steps;
use super::parts::{all, button, group, text, title};
use super::sitting::{Moment, Sitting};
use crate::response::write;
use crate::session::Place;

pub(super) fn file(sitting: &Sitting) -> Html {
    let words = &sitting.words().file;
    let session = sitting.session();
    let (answered, total) = session.progress(sitting.instrument());
    let name = file_name(&session.draft.id);
    let content = session
        .response(sitting.instrument(), &sitting.week())
        .map(|response| write(&response))
        .unwrap_or_default();
    let save = {
        let (sitting, name, content) = (sitting.clone(), name.clone(), content.clone());
        Callback::from(move |_: MouseEvent| {
            sitting.host.save_file(&name, &content);
            sitting.set_moment(Moment { file_saved: true, ..sitting.moment().clone() });
        })
    };
    let back = session.previous(sitting.instrument()).unwrap_or_default();
    let back_label = if back == Place::Result { words.back } else { words.back_to_questions };
    let saved = if sitting.moment().file_saved { (words.saved)(&name) } else { String::new() };
    all(vec![
        title(words.title),
        text("p", "lead", words.lead),
        text("p", "", format!("{} {}", (words.holds)(answered, total), words.not_in)),
        html! { <pre class="file" tabindex="0" role="region" aria-label={words.content_name}>{ content }</pre> },
        group("p", "small", vec![words.name.into(), ": ".into(), text("span", "file-name", name)]),
        steps(
            sitting,
            vec![
                button("button", back_label, sitting.going(back)),
                button("button primary", words.save, save),
            ],
        ),
        html! { <p class="small" role="status">{ saved }</p> },
    ])
}

/// A neutral name: it tells one's own files apart and says nothing about the person.
fn file_name(id: &str) -> String {
    let short: String = id.chars().filter(char::is_ascii_alphanumeric).take(6).collect();
    format!("answers-{short}.middle-layer.json")
}
