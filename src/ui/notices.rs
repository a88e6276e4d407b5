//! What the person is told beside the questions.

use yew::prelude::*;

use super::element::{Name, View, element, several};
use super::host::Slot;
use super::parts::{button, list, plain, text};
use super::sitting::Sitting;
use crate::session::{Action, Notice, Reading, SetAside, read_draft};
use crate::text::problem_message;

/// All current notices, in one permanent live container.
pub(super) fn notices(sitting: &Sitting) -> View {
    let list = sitting.session().notices.iter().enumerate();
    let mut notices = element("div", "notice-list").is(Name::Role, "status");
    for (index, notice) in list {
        notices = notices.with(one(sitting, index, notice));
    }
    notices
}

fn one(sitting: &Sitting, index: usize, notice: &Notice) -> View {
    let words = &sitting.words().notice;
    let (key, body, actions) = match notice {
        Notice::Restored { updated } => {
            let when = sitting.host.moment(*updated, sitting.locale.tag());
            ("restored", plain((words.restored)(&when)), start_over(sitting))
        }
        Notice::QuestionsChanged => ("changed", plain(words.questions_changed), View::default()),
        Notice::SetAside { reason, text } => {
            ("aside", plain((words.set_aside)(*reason)), set_aside(sitting, index, *reason, text))
        }
        Notice::NotKept(fault) => ("not-kept", plain((words.storage)(*fault)), View::default()),
        Notice::Erased(draft) => {
            let bring_back = sitting.last_click(Action::BringBack(draft.clone()));
            ("erased", plain(words.erased), button("link", words.bring_back, bring_back))
        }
        Notice::ErasedElsewhere => ("elsewhere", plain(words.erased_elsewhere), View::default()),
        Notice::FileOpened => ("opened", plain(words.opened), View::default()),
        Notice::FileRefused(problems) => ("refused", refused(sitting, problems), View::default()),
    };
    let put_away = sitting.last_click(Action::PutAway(index));
    let actions = element("div", "notice-actions").with(actions);
    element("div", "notice").keyed(key).holding("div", "notice-body", body).with(actions.with(button(
        "link",
        words.put_away,
        put_away,
    )))
}

fn start_over(sitting: &Sitting) -> View {
    let onclick = sitting.last_click(Action::StartOver(sitting.host.random_id()));
    button("link", sitting.words().notice.start_over, onclick)
}

fn set_aside(sitting: &Sitting, index: usize, reason: SetAside, content: &str) -> View {
    let words = &sitting.words().notice;
    let save = {
        let (host, content) = (sitting.host.clone(), content.to_owned());
        Callback::from(move |_| host.save_file("set-aside.middle-layer-draft.json", &content))
    };
    let erase = {
        let sitting = sitting.clone();
        Callback::from(move |_| {
            // Refused storage holds nothing to erase.
            let _ = sitting.host.erase(Slot::Aside);
            sitting.act(Action::PutAway(index));
        })
    };
    // Read as of its own day, a draft that is only old is a good draft.
    let usable = match read_draft(content.lines().next().unwrap_or_default(), sitting.instrument(), 0) {
        Reading::Draft { draft, .. } if reason == SetAside::Old => Some(draft),
        Reading::Draft { .. } | Reading::SetAside(_) => None,
    };
    let use_it = usable.map(|draft| {
        let sitting = sitting.clone();
        let onclick = Callback::from(move |_| {
            let _ = sitting.host.erase(Slot::Aside);
            sitting.act(Action::BringBack(draft.clone()));
        });
        button("link", words.aside_use, onclick)
    });
    several().with(use_it.unwrap_or_default()).with(button("link", words.aside_save, save)).with(button(
        "link",
        words.aside_erase,
        erase,
    ))
}

/// Why a file was refused: in words for everyone first, then every problem with its place.
fn refused(sitting: &Sitting, problems: &[crate::problem::Problem]) -> View {
    let Some(first) = problems.first() else {
        return plain(sitting.words().notice.refused);
    };
    let refusal = (sitting.result_words().cannot_open)(first);
    let details = problems.iter().take(20).map(problem_message);
    let details = if refusal.detailed { list("ul", details) } else { View::default() };
    several().holding("p", "", text("strong", "", refusal.title)).text("p", "", refusal.body).with(details)
}
