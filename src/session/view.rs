//! What a screen needs to know about a sitting, derived from its state.

use super::draft::{Draft, item_pages};
use super::place::Place;
use super::reduce::Session;
use crate::instrument::{Form, Instrument, PAGE_OF_RANKING, Role};
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
        let asked = self.pages(instrument).iter().flatten();
        let total = asked.clone().count();
        (asked.filter(|item| self.is_answered(item)).count(), total)
    }

    /// The questions on a page that have no answer.
    #[must_use]
    pub fn gaps_on(&self, page: usize, instrument: &Instrument) -> Vec<String> {
        let items = self.pages(instrument).get(page).into_iter().flatten();
        let mut gaps = Vec::new();
        for item in items {
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
            Place::Scorecard => Some(Place::Result),
        }
    }

    /// What was answered, as the file that a person saves; none before a role is chosen.
    #[must_use]
    pub fn response(&self, instrument: &Instrument, week: &str) -> Option<Response> {
        let (role, form) = (self.role()?, self.form());
        let shown = self.pages(instrument).iter().flatten();
        let mut answers = Table::new();
        for item in shown {
            if let Some(answer) = self.draft.answer(item) {
                answers.insert(item.clone(), answer);
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
            incentive: self.complete_scorecard(instrument).filter(|_| self.draft.shared.value.scorecard),
            path: None,
        })
    }

    /// The place itself, or the nearest one before it that the answers allow.
    pub(super) fn reachable(&self, place: Place, instrument: &Instrument) -> Place {
        let pages = self.pages(instrument).len();
        match place {
            Place::Start | Place::About => place,
            _ if pages == 0 => Place::About,
            Place::Page(index) => Place::Page(index.min(pages - 1)),
            Place::Scorecard if !self.has_scorecard() => Place::Result,
            Place::Review | Place::Result | Place::File | Place::Scorecard => place,
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
