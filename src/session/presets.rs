//! What the host page has settled, so that it is not asked.

use crate::instrument::{Form, Role};

/// The host's settings for one sitting. CONTRACT 3, attributes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Presets {
    /// `view`: which part of the product.
    pub view: View,
    /// `questions`: full form or pulse.
    pub form: Option<Form>,
    /// `respondent`: the role.
    pub role: Option<Role>,
    /// `unit`: the part of the organisation.
    pub unit: Option<String>,
    /// `units`: the parts to choose from, at most [`Presets::MOST_UNITS`].
    pub units: Vec<String>,
    /// `rollout`: which rollout the answers are about.
    pub rollout: Option<String>,
    /// `storage="none"`: a shared computer, nothing is kept.
    pub keep_nothing: bool,
    /// `hand-in="page"`: who gets the answers if the person hands them in, as the person knows them: an address.
    pub hand_in: Option<String>,
    /// Where the sheet for information security and the works council is; nothing where it is not there.
    pub sheet: Option<String>,
    /// What is around the assessment; nothing where it has the window to itself.
    pub surroundings: Option<Surroundings>,
}

/// A part of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// The assessment.
    #[default]
    Take,
    /// The path of a unit, without the assessment.
    Path,
}

/// What is around an assessment that is part of something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surroundings {
    /// A page whose own scripts can read what is shown.
    Page,
    /// A page of another origin, which cannot see into our frame.
    Frame,
}

impl Presets {
    /// The longest list of units. SCIENCE 1.1, CX2.
    pub const MOST_UNITS: usize = 8;
}
