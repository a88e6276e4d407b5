//! The response file, shown in full before it is saved.

use yew::prelude::*;

use super::parts::{button, text, title};
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
    html! {
        <>
            { title(words.title) }
            { text("p", "lead", words.lead) }
            <p>{ (words.holds)(answered, total) }{ " " }{ words.not_in }</p>
            <pre class="file" tabindex="0" role="region" aria-label={words.content_name}>{ content }</pre>
            <p class="small">{ words.name }{ ": " }{ text("span", "file-name", name.clone()) }</p>
            <nav class="nav" aria-label={sitting.words().frame.steps_name}>
                { button("button", back_label, sitting.going(back)) }
                { button("button primary", words.save, save) }
            </nav>
            <p class="small" role="status">{ if sitting.moment().file_saved { (words.saved)(&name) } else { String::new() } }</p>
        </>
    }
}

/// A neutral name: it tells one's own files apart and says nothing about the person.
fn file_name(id: &str) -> String {
    let short: String = id.chars().filter(char::is_ascii_alphanumeric).take(6).collect();
    format!("answers-{short}.middle-layer.json")
}
