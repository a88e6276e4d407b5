//! The response file, shown in full before it is saved.

use yew::prelude::*;

use super::sitting::Sitting;
use crate::response::write;
use crate::session::Place;

#[component]
pub(super) fn File(sitting: &Sitting) -> Html {
    let words = &sitting.words().file;
    let session = sitting.session();
    let saved = use_state_eq(|| false);
    let (answered, total) = session.progress(sitting.instrument());
    let name = file_name(&session.draft.id);
    let text = session
        .response(sitting.instrument(), &sitting.week())
        .map(|response| write(&response))
        .unwrap_or_default();
    let save = {
        let (host, saved) = (sitting.host.clone(), saved.setter());
        let (name, text) = (name.clone(), text.clone());
        Callback::from(move |_: MouseEvent| {
            host.save_file(&name, &text);
            saved.set(true);
        })
    };
    let back = session.previous(sitting.instrument()).unwrap_or_default();
    let back_label = if back == Place::Result { words.back } else { words.back_to_questions };
    html! {
        <>
            <h1 ref={sitting.heading.clone()} tabindex="-1">{ words.title }</h1>
            <p class="lead">{ words.lead }</p>
            <p>{ (words.holds)(answered, total) }{ " " }{ words.not_in }</p>
            <pre class="file" tabindex="0" role="region" aria-label={words.content_name}>{ text }</pre>
            <p class="small">{ words.name }{ ": " }<span class="file-name">{ name.clone() }</span></p>
            <nav class="nav" aria-label={sitting.words().frame.steps_name}>
                <button type="button" class="button" onclick={sitting.going(back)}>{ back_label }</button>
                <button type="button" class="button primary" onclick={save}>{ words.save }</button>
            </nav>
            <p class="small" role="status">{ if *saved { (words.saved)(&name) } else { String::new() } }</p>
        </>
    }
}

/// A neutral name: it tells one's own files apart and says nothing about the person.
fn file_name(id: &str) -> String {
    let short: String = id.chars().filter(char::is_ascii_alphanumeric).take(6).collect();
    format!("answers-{short}.middle-layer.json")
}
