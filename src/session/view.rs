//! What a screen needs to know about a sitting, derived from its state.

use super::draft::{Draft, item_pages};
use super::inventory::Inventory;
use super::place::Place;
use super::presets::View;
use super::reduce::Session;
use super::scorecard::Shared;
use crate::instrument::{Form, Instrument, PAGE_OF_RANKING, Role};
use crate::pace::check;
use crate::response::{self, PageTime, Response};
use crate::table::Table;

/// A question without an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The index of its page.
    pub page: usize,
    /// Its id; [`PAGE_OF_RANKING`] for the ranking.
    pub item: String,
}

impl Session {
    /// Who answers.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        self.presets.role.or(self.draft.role.value)
    }

    /// How much is asked; the full form unless something else was chosen.
    #[must_use]
    pub fn form(&self) -> Form {
        self.presets.form.or(self.draft.form.value).unwrap_or(Form::Full)
    }

    /// The part of the organisation.
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        self.presets.unit.as_deref().or(self.draft.unit.value.as_deref())
    }

    /// Whether the person is past the start: there is something to go on with.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        let draft = &self.draft;
        draft.role.value.is_some() || !draft.attribution.value.is_empty() || !draft.answers.is_empty()
    }

    /// Which rollout the answers are about.
    #[must_use]
    pub fn rollout(&self) -> Option<&str> {
        self.presets.rollout.as_deref().or(self.draft.rollout.value.as_deref())
    }

    /// The pages of the form, the ranking first; none before a role is chosen.
    #[must_use]
    pub fn pages<'a>(&self, instrument: &'a Instrument) -> &'a [Vec<String>] {
        self.role().map_or(&[], |role| instrument.pages(self.form(), role))
    }

    /// The index of the ranking's page.
    #[must_use]
    pub fn ranking_page(&self, instrument: &Instrument) -> Option<usize> {
        self.pages(instrument).iter().position(|page| page.iter().any(|item| item == PAGE_OF_RANKING))
    }

    /// Questions answered and asked; the ranking counts as one.
    #[must_use]
    pub fn progress(&self, instrument: &Instrument) -> (usize, usize) {
        let (mut answered, mut asked) = (0, 0);
        for page in self.pages(instrument) {
            for item in page {
                asked += 1;
                answered += usize::from(self.is_answered(item));
            }
        }
        (answered, asked)
    }

    /// The questions on a page that have no answer.
    #[must_use]
    pub fn gaps_on(&self, page: usize, instrument: &Instrument) -> Vec<String> {
        let mut gaps = Vec::new();
        for item in self.pages(instrument).get(page).map_or(&[][..], Vec::as_slice) {
            if !self.is_answered(item) {
                gaps.push(item.clone());
            }
        }
        gaps
    }

    /// All questions that have no answer.
    #[must_use]
    pub fn gaps(&self, instrument: &Instrument) -> Vec<Gap> {
        let mut gaps = Vec::new();
        for page in 0..self.pages(instrument).len() {
            for item in self.gaps_on(page, instrument) {
                gaps.push(Gap { page, item });
            }
        }
        gaps
    }

    /// The screen before this one; none at the start.
    #[must_use]
    pub fn previous(&self, instrument: &Instrument) -> Option<Place> {
        match self.draft.place {
            Place::Start => None,
            Place::About => Some(Place::Start),
            Place::Page(0) => Some(Place::About),
            Place::Page(index) => Some(Place::Page(index - 1)),
            Place::Review => Some(Place::Page(self.pages(instrument).len().saturating_sub(1))),
            Place::Result => Some(Place::Review),
            Place::File => Some(self.before_file),
            Place::Path if self.presets.view == View::Path => None,
            Place::Path | Place::Scorecard => Some(Place::Result),
            Place::WhatIf => Some(Place::Path),
        }
    }

    /// What was answered, as the file that a person saves or hands in: a model is in it only if the person ticked it. None
    /// before a role is chosen.
    #[must_use]
    pub fn response(&self, instrument: &Instrument, week: &str) -> Option<Response> {
        let mut response = self.response_with_models(instrument, week)?;
        let Shared { scorecard, path } = self.draft.shared.value;
        response.incentive = response.incentive.filter(|_| scorecard);
        response.path = response.path.filter(|_| path);
        Some(response)
    }

    /// What was answered with all models that are filled in, ticked or not: what the person's own result is worked out
    /// from. It stays on the screen, on paper and in what the person copies; what leaves as a file is [`Self::response`].
    #[must_use]
    pub fn response_with_models(&self, instrument: &Instrument, week: &str) -> Option<Response> {
        let (role, form) = (self.role()?, self.form());
        let mut answers = Table::new();
        for page in self.pages(instrument) {
            for item in page {
                if let Some(answer) = self.draft.answer(item) {
                    answers.insert(item.clone(), answer);
                }
            }
        }
        let ranking = &self.draft.attribution.value;
        let mut pages = Vec::new();
        for (index, items) in item_pages(instrument, form, role) {
            let seconds = self.draft.seconds.get(&Draft::page_key(form, role, index));
            if let (Some(seconds), Ok(items)) = (seconds, u32::try_from(items.len())) {
                pages.push(PageTime { items, seconds: *seconds });
            }
        }
        Some(Response {
            format: response::FORMAT.to_owned(),
            version: response::VERSION,
            instrument: self.draft.instrument.clone(),
            id: self.draft.id.clone(),
            rollout: trimmed(self.rollout()),
            role,
            form,
            unit: trimmed(self.unit()),
            pilot: self.draft.pilot.value,
            answers,
            attribution: (!ranking.is_empty()).then(|| ranking.clone()),
            pages: (!pages.is_empty()).then_some(pages),
            week: Some(week.to_owned()),
            incentive: self.complete_scorecard(instrument),
            path: self.sound_path().map(|path| path.path.clone()),
        })
    }

    /// The path, once its steps go together.
    #[must_use]
    pub fn sound_path(&self) -> Option<&Inventory> {
        self.draft.path.value.as_deref().filter(|inventory| check(&inventory.path).is_empty())
    }

    /// Whether the path is all there is: no questions stand before it.
    #[must_use]
    pub fn is_only_path(&self) -> bool {
        self.presets.view == View::Path
    }

    /// Where a person comes in who has been here before. The view of the path leaves its own place in the draft; who
    /// comes back to the questions goes on where one is open.
    pub(super) fn arrival(&self, instrument: &Instrument) -> Place {
        let place = self.draft.place;
        if self.presets.view == View::Take
            && matches!(place, Place::Path | Place::WhatIf)
            && let Some(gap) = self.gaps(instrument).first()
        {
            return Place::Page(gap.page);
        }
        self.reachable(place, instrument)
    }

    /// The place itself, or the nearest one before it that the answers allow.
    pub(super) fn reachable(&self, place: Place, instrument: &Instrument) -> Place {
        let pages = self.pages(instrument).len();
        match place {
            Place::Path if self.presets.view == View::Path => place,
            Place::Path if pages > 0 => place,
            Place::WhatIf if self.draft.path.value.is_none() => self.reachable(Place::Path, instrument),
            Place::WhatIf if self.presets.view == View::Path => place,
            _ if self.presets.view == View::Path => Place::Path,
            Place::Start | Place::About => place,
            Place::Path | Place::WhatIf if pages == 0 => Place::Start,
            _ if pages == 0 => Place::About,
            Place::Page(index) => Place::Page(index.min(pages - 1)),
            Place::Scorecard if !self.has_scorecard() => Place::Result,
            Place::Review | Place::Result | Place::File | Place::Scorecard | Place::Path | Place::WhatIf => {
                place
            }
        }
    }

    fn is_answered(&self, item: &str) -> bool {
        if item == PAGE_OF_RANKING {
            return !self.draft.attribution.value.is_empty();
        }
        self.draft.answer(item).is_some()
    }
}

fn trimmed(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}
