//! The next state of a sitting.

use std::mem::discriminant;

use super::action::Action;
use super::draft::Draft;
use super::migrate::{Reading, read_draft};
use super::notice::{Notice, StorageFault};
use super::path_history::PathHistory;
use super::place::Place;
use super::presets::Presets;
use super::scorecard::Shareable;
use crate::incentive::IncentiveInput;
use crate::instrument::Instrument;

/// More than a page can be open in one go; keeps the seconds in the range that a response file allows.
const MOST_SECONDS: u64 = 24 * 60 * 60;

/// The state of one sitting.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// What is kept on the device.
    pub draft: Draft,
    /// What the host page has settled.
    pub presets: Presets,
    /// Whether the draft is kept on this device.
    pub keeping: bool,
    /// Whether the last attempt to keep it worked; absent before the first.
    pub kept: Option<Result<(), StorageFault>>,
    /// What the person is told.
    pub notices: Vec<Notice>,
    /// The page whose open questions are being named.
    pub naming_gaps: Option<usize>,
    /// Whether Next was pressed before a role was chosen.
    pub role_missing: bool,
    /// Counts the changes made here; each is a reason to keep the draft.
    pub revision: u32,
    /// Counts the times everything was erased here; each is a reason to remove what was kept.
    pub erasures: u32,
    /// The screen that the response file was opened from.
    pub before_file: Place,
    /// The way back to the path as it was.
    pub(super) path_history: PathHistory,
    named: Vec<usize>,
    entered: u64,
}

impl Session {
    /// A new sitting, from what was found on the device.
    #[must_use]
    pub fn begin(
        instrument: &Instrument,
        presets: Presets,
        found: Result<Option<String>, StorageFault>,
        id: String,
        now: u64,
    ) -> Self {
        let keeping = !presets.keep_nothing;
        let mut session = Self {
            draft: Draft::new(instrument, id),
            presets,
            keeping,
            kept: None,
            notices: Vec::new(),
            naming_gaps: None,
            role_missing: false,
            revision: 0,
            erasures: 0,
            before_file: Place::Review,
            path_history: PathHistory::default(),
            named: Vec::new(),
            entered: now,
        };
        match found {
            Ok(None) => {}
            Ok(Some(text)) => match read_draft(&text, instrument, now) {
                Reading::Draft { draft, questions_changed } => {
                    session.draft = *draft;
                    session.draft.place = session.arrival(instrument);
                    if !session.draft.is_blank() {
                        session.kept = Some(Ok(()));
                        session.notices.push(Notice::Restored { updated: session.draft.updated });
                    }
                    if questions_changed {
                        session.notices.push(Notice::QuestionsChanged);
                    }
                }
                Reading::SetAside(reason) => session.notices.push(Notice::SetAside { reason, text }),
            },
            Err(fault) => {
                session.kept = Some(Err(fault));
                session.notices.push(Notice::NotKept(fault));
            }
        }
        session.draft.place = session.reachable(session.draft.place, instrument);
        session
    }

    /// The state after an action that happened now, in milliseconds since 1970.
    #[must_use]
    pub fn reduce(&self, action: &Action, instrument: &Instrument, now: u64) -> Self {
        let mut next = self.clone();
        next.apply(action, instrument, now);
        // A fresh draft is at the start of the questions; where there are none, at the path.
        if next.is_only_path() {
            next.draft.place = next.reachable(next.draft.place, instrument);
        }
        next
    }

    fn apply(&mut self, action: &Action, instrument: &Instrument, now: u64) {
        match action {
            Action::Go(place) => self.go(*place, now, instrument),
            Action::Next => self.next(now, instrument),
            Action::NextAnyway => self.leave(now, instrument),
            Action::SetRole(role) => {
                self.role_missing = false;
                self.change(now).role.set(Some(*role), now);
            }
            Action::SetForm(form) => self.change(now).form.set(Some(*form), now),
            Action::SetUnit(unit) => self.change(now).unit.set(some_text(unit), now),
            Action::SetRollout(rollout) => self.change(now).rollout.set(some_text(rollout), now),
            Action::SetPilot(pilot) => self.change(now).pilot.set(Some(*pilot), now),
            Action::Rank(option) => self.rank(option, now, instrument),
            Action::Unrank(option) => {
                let mut ranking = self.draft.attribution.value.clone();
                ranking.retain(|picked| picked != option);
                self.change(now).attribution.set(ranking, now);
            }
            Action::RankHigher(option) => {
                let mut ranking = self.draft.attribution.value.clone();
                if let Some(position) = ranking.iter().position(|picked| picked == option).filter(|&p| p > 0)
                {
                    ranking.swap(position, position - 1);
                    self.change(now).attribution.set(ranking, now);
                }
            }
            Action::SetAnswer(item, answer) => {
                self.change(now).answers.or_default(item.clone()).set(*answer, now);
                if self.naming_gaps.is_some_and(|page| self.gaps_on(page, instrument).is_empty()) {
                    self.naming_gaps = None;
                }
            }
            Action::SetScore(list, responsibility, number) => {
                self.score(now, |scorecard| list.set(scorecard, *responsibility, *number));
            }
            Action::SetParameter(parameter, number) => {
                self.score(now, |scorecard| scorecard.set_parameter(*parameter, *number));
            }
            Action::SetPath(_) | Action::EditPath(_) | Action::UndoPath | Action::RedoPath => {
                self.change_path(action, now);
            }
            Action::ClearScorecard => {
                self.score(now, |scorecard| *scorecard = IncentiveInput::default());
                // What is filled in later has to be ticked anew.
                self.share(Shareable::Scorecard, false, now);
            }
            Action::Share(part, shared) => self.share(*part, *shared, now),
            Action::Keep(keeping) => self.keep(*keeping),
            Action::Merge(other) => self.merge(other, instrument),
            Action::ErasedElsewhere(id) => {
                // Nothing was there to lose: saying so would only startle.
                let notices = if self.draft.is_blank() { vec![] } else { vec![Notice::ErasedElsewhere] };
                self.renew(Draft::new(instrument, id.clone()), notices);
            }
            Action::Erase(id) => {
                self.erasures += 1;
                let notices = self.farewell();
                self.renew(Draft::new(instrument, id.clone()), notices);
            }
            Action::BringBack(draft) => {
                let (place, before) = (draft.place, self.draft.generation);
                self.renew(Draft::clone(draft), vec![]);
                self.supersede(before, now);
                self.draft.place = self.reachable(place, instrument);
            }
            Action::StartOver(id) => {
                let (notices, before) = (self.farewell(), self.draft.generation);
                self.renew(Draft::new(instrument, id.clone()), notices);
                self.supersede(before, now);
            }
            Action::Open(response) => {
                self.open(Draft::from_response(response, instrument, now), now);
                let complete = self.gaps(instrument).is_empty();
                self.draft.place = if complete { Place::Result } else { Place::Review };
            }
            Action::OpenDraft(draft) => {
                let place = draft.place;
                self.open(Draft::clone(draft), now);
                self.draft.place = self.reachable(place, instrument);
            }
            Action::Kept(outcome) => {
                if let Err(fault) = outcome {
                    // Said once; the sign beside the progress goes on saying it quietly.
                    if !matches!(self.kept, Some(Err(_))) {
                        self.tell(Notice::NotKept(*fault));
                    }
                }
                self.kept = Some(*outcome);
            }
            Action::Tell(notice) => self.tell(notice.clone()),
            Action::PutAway(index) => {
                if *index < self.notices.len() {
                    self.notices.remove(*index);
                }
            }
            Action::Preset(presets) => {
                self.presets = presets.clone();
                self.keeping = self.keeping && !self.presets.keep_nothing;
                self.draft.place = self.reachable(self.draft.place, instrument);
            }
        }
    }

    fn keep(&mut self, keeping: bool) {
        self.keeping = keeping && !self.presets.keep_nothing;
        self.kept = None;
        if self.keeping {
            self.revision += 1;
        } else {
            self.erasures += 1;
        }
    }

    fn score(&mut self, now: u64, change: impl FnOnce(&mut IncentiveInput)) {
        let mut scorecard = self.draft.scorecard.value;
        change(&mut scorecard);
        self.change(now).scorecard.set(scorecard, now);
    }

    fn share(&mut self, part: Shareable, shared: bool, now: u64) {
        let shared = self.draft.shared.value.with(part, shared);
        self.change(now).shared.set(shared, now);
    }

    pub(super) fn change(&mut self, now: u64) -> &mut Draft {
        self.revision += 1;
        self.draft.updated = now;
        &mut self.draft
    }

    fn tell(&mut self, notice: Notice) {
        self.notices.retain(|old| discriminant(old) != discriminant(&notice));
        self.notices.push(notice);
    }

    fn go(&mut self, place: Place, now: u64, instrument: &Instrument) {
        self.count_seconds(now, instrument);
        let place = self.reachable(place, instrument);
        self.naming_gaps = None;
        self.entered = now;
        if place == Place::File && self.draft.place != Place::File {
            self.before_file = self.draft.place;
        }
        // What was said about arriving here is stale on the next screen; what must be acted on stays.
        self.notices.retain(|notice| {
            matches!(notice, Notice::SetAside { .. } | Notice::NotKept(_) | Notice::QuestionsChanged)
        });
        self.change(now).place = place;
    }

    fn next(&mut self, now: u64, instrument: &Instrument) {
        match self.draft.place {
            Place::About if self.role().is_none() => self.role_missing = true,
            Place::Page(page)
                if !self.named.contains(&page) && !self.gaps_on(page, instrument).is_empty() =>
            {
                self.named.push(page);
                self.naming_gaps = Some(page);
            }
            _ => self.leave(now, instrument),
        }
    }

    fn leave(&mut self, now: u64, instrument: &Instrument) {
        let next = match self.draft.place {
            Place::Start => Place::About,
            Place::About => Place::Page(0),
            Place::Page(page) if page + 1 < self.pages(instrument).len() => Place::Page(page + 1),
            Place::Page(_) if self.gaps(instrument).is_empty() => Place::Result,
            Place::Page(_) => Place::Review,
            Place::Review | Place::Result | Place::File | Place::Scorecard => Place::Result,
            Place::Path | Place::WhatIf => Place::WhatIf,
        };
        self.go(next, now, instrument);
    }

    fn count_seconds(&mut self, now: u64, instrument: &Instrument) {
        let (Place::Page(index), Some(role)) = (self.draft.place, self.role()) else { return };
        if self.ranking_page(instrument) == Some(index) {
            return;
        }
        let seconds = self.draft.seconds.or_default(Draft::page_key(self.form(), role, index));
        let elapsed = now.saturating_sub(self.entered) / 1000;
        *seconds = u32::try_from((u64::from(*seconds) + elapsed).min(MOST_SECONDS)).unwrap_or(*seconds);
    }

    fn rank(&mut self, option: &str, now: u64, instrument: &Instrument) {
        let exclusive = crate::instrument::EXCLUSIVE_OPTION;
        let mut ranking = self.draft.attribution.value.clone();
        if ranking.iter().any(|picked| picked == option)
            || !instrument.attribution.options.iter().any(|known| known.id == option)
        {
            return;
        }
        if option == exclusive {
            ranking.clear();
        }
        ranking.retain(|picked| picked != exclusive);
        if ranking.len() < crate::instrument::MOST_RANKED {
            ranking.push(option.to_owned());
            self.change(now).attribution.set(ranking, now);
        }
        if self.naming_gaps == self.ranking_page(instrument) {
            self.naming_gaps = None;
        }
    }

    fn merge(&mut self, other: &Draft, instrument: &Instrument) {
        let restarted = other.generation > self.draft.generation;
        let mut merged = self.draft.clone();
        merged.merge(other);
        if restarted {
            let notices = if self.draft.is_blank() { vec![] } else { vec![Notice::ErasedElsewhere] };
            self.renew(merged, notices);
        } else {
            self.draft = merged;
        }
        self.draft.place = self.reachable(self.draft.place, instrument);
        if !self.draft.says_the_same_as(other) {
            self.revision += 1;
        }
    }

    fn open(&mut self, draft: Draft, now: u64) {
        let (mut notices, before) = (self.farewell(), self.draft.generation);
        notices.push(Notice::FileOpened);
        // The file says who answered what; the page's presets are for people who start here.
        self.presets.role = None;
        self.presets.form = None;
        self.presets.unit = None;
        self.presets.rollout = None;
        self.renew(draft, notices);
        self.supersede(before, now);
    }

    /// What can be brought back after the draft is replaced.
    fn farewell(&self) -> Vec<Notice> {
        if self.draft.is_blank() { vec![] } else { vec![Notice::Erased(Box::new(self.draft.clone()))] }
    }

    fn renew(&mut self, draft: Draft, notices: Vec<Notice>) {
        self.draft = draft;
        self.notices = notices;
        self.named.clear();
        self.path_history = PathHistory::default();
        self.naming_gaps = None;
        self.role_missing = false;
        self.kept = self.kept.filter(Result::is_err);
    }

    /// Makes this draft the one that every tab follows, also where the clock stood still or was set back since the
    /// generation before.
    fn supersede(&mut self, before: u64, now: u64) {
        self.draft.generation = now.max(before.max(self.draft.generation).saturating_add(1));
        self.entered = now;
        self.change(now);
    }
}

fn some_text(text: &str) -> Option<String> {
    // Trailing blanks stay while the person types; the response file trims them.
    (!text.trim().is_empty()).then(|| text.to_owned())
}
