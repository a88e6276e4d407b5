//! What follows once a change is on the screen: keeping the draft, telling the page around, moving the focus.
//!
//! After each drawing what concerns it is compared with the time before.

use yew::prelude::*;

use super::app::Commands;
use super::host::{Event, Progress, Slot, Subscription};
use super::keeping::keep;
use super::path::work_out;
use super::sitting::Sitting;
use crate::session::{Action, Place, Presets, Reading, read_draft};

/// What is on the screen, as far as something follows from it.
#[derive(Clone)]
struct Seen {
    presets: Presets,
    erasures: u32,
    changes: (u32, bool),
    kept: bool,
    commands: Commands,
    progress: Progress,
    complete: bool,
    place: Place,
    asked_for: (Option<usize>, bool),
    /// Whether there is a path, and the id of its step that is open.
    path: (bool, Option<String>),
}

/// From one drawing to the next.
#[derive(Default)]
pub(super) struct Memory {
    seen: Option<Seen>,
    /// Ends with the sitting.
    watching: Option<[Subscription; 2]>,
}

impl Memory {
    /// Acts on what is new on the screen.
    pub(super) fn follow(&mut self, sitting: &Sitting, presets: &Presets, commands: Commands) {
        let now = seen_now(sitting, presets.clone(), commands);
        let before = self.seen.replace(now.clone());
        if before.is_none() {
            self.watching = Some(watch(sitting));
        }
        follow(sitting, before.as_ref(), &now);
    }
}

/// Follows what happens in other tabs and the browser's back button.
fn watch(sitting: &Sitting) -> [Subscription; 2] {
    let changed = {
        let sitting = sitting.clone();
        Callback::from(move |text: Option<String>| {
            let Some(text) = text else {
                sitting.act(Action::ErasedElsewhere(sitting.host.random_id()));
                return;
            };
            let reading = read_draft(&text, sitting.instrument(), sitting.host.now());
            if let Reading::Draft { draft, .. } = reading {
                sitting.act(Action::Merge(draft));
            }
        })
    };
    let returned = {
        let sitting = sitting.clone();
        Callback::from(move |place| sitting.act(Action::Go(place)))
    };
    [sitting.host.watch(changed), sitting.host.on_return(returned)]
}

fn seen_now(sitting: &Sitting, presets: Presets, commands: Commands) -> Seen {
    let session = sitting.session();
    let (answered, total) = session.progress(sitting.instrument());
    let place = session.draft.place;
    let page = if let Place::Page(index) = place { index + 1 } else { 0 };
    // The screen that shows the file belongs to the one it was opened from.
    let shown = if place == Place::File { session.before_file } else { place };
    Seen {
        presets,
        erasures: session.erasures,
        changes: (session.revision, session.keeping),
        kept: matches!(session.kept, Some(Ok(()))),
        commands,
        progress: Progress { answered, total, page },
        complete: shown == Place::Result,
        place,
        asked_for: (session.naming_gaps, session.role_missing),
        path: (session.draft.path.value.is_some(), open_step(sitting)),
    }
}

/// The id of the step of the path that is open.
fn open_step(sitting: &Sitting) -> Option<String> {
    let position = sitting.moment().open?;
    let inventory = sitting.session().draft.path.value.as_ref()?;
    inventory.path.steps.get(position).map(|step| step.id.clone())
}

fn follow(sitting: &Sitting, before: Option<&Seen>, now: &Seen) {
    let first = before.is_none();
    let before = before.unwrap_or(now);
    if now.erasures > 0 && now.erasures != before.erasures {
        // Refused storage holds nothing to erase.
        let _ = sitting.host.erase(Slot::Draft);
        let _ = sitting.host.erase(Slot::Aside);
    }
    let (revision, keeping) = now.changes;
    if keeping && revision > 0 && (first || now.changes != before.changes) {
        keep(sitting);
    }
    if now.kept && (first || !before.kept) {
        sitting.say(sitting.words().frame.kept_announcement);
    }
    obey(sitting, first, before.commands, now.commands);
    if first || now.progress != before.progress {
        sitting.host.tell(&Event::Progress(now.progress));
    }
    if now.complete && (first || !before.complete) {
        sitting.host.tell(&Event::Complete(now.progress));
    }
    arrive(sitting, first, before, now);
    work_out(sitting);
    if (first || now.presets != before.presets) && now.presets != sitting.session().presets {
        sitting.act(Action::Preset(now.presets.clone()));
    }
}

/// Does what the page around asks for.
fn obey(sitting: &Sitting, first: bool, before: Commands, now: Commands) {
    let at_start = sitting.session().draft.place == Place::Start;
    if now.starts > 0 && (first || now.starts != before.starts) && at_start {
        sitting.act(Action::Go(Place::About));
    }
    if now.resets > 0 && (first || now.resets != before.resets) {
        sitting.act(Action::Erase(sitting.host.random_id()));
    }
}

/// On a new screen: the browser's history, the scroll position and the focus. Not on the first one, which
/// appears by itself and must not take the focus from the page around it, and not while the person is at something
/// else of that page: another tab or a script can change the screen too. What was asked for and is missing takes the
/// focus too.
fn arrive(sitting: &Sitting, first: bool, before: &Seen, now: &Seen) {
    let moved = now.place != before.place;
    if first || moved {
        sitting.host.visit(now.place, first);
    }
    if moved {
        sitting.host.arrive();
    }
    // A path that is begun is read from its heading, a step that is opened from its first field.
    let (begun, open) = &now.path;
    if !first && !moved && now.place == Place::Path {
        if *begun != before.path.0 {
            sitting.host.focus("h1");
        } else if open.is_some() && *open != before.path.1 {
            sitting.host.focus(".step.open input");
        }
    }
    if first || now.asked_for != before.asked_for {
        let (gaps, role) = now.asked_for;
        if gaps.is_some() {
            sitting.host.focus(".gaps");
        } else if role {
            sitting.host.focus("input[name=role]");
        }
    }
}
