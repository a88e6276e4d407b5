//! Where in the assessment a person is.

/// One screen. Ordered as the flow goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Place {
    /// What this is, and what happens with the answers.
    #[default]
    Start,
    /// Role, form, unit, pilot.
    About,
    /// A page of the form, from 0; page 0 is the attribution ranking.
    Page(usize),
    /// What is unanswered.
    Review,
    /// The result.
    Result,
    /// What the response file holds, before it is saved.
    File,
    /// What the person is judged on.
    Scorecard,
    /// The path of a unit.
    Path,
    /// What would become of the path with changes.
    WhatIf,
}

impl Place {
    /// Its name in a draft and in the browser's history, for example `page-2`.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Start => "start".to_owned(),
            Self::About => "about".to_owned(),
            Self::Page(index) => format!("page-{index}"),
            Self::Review => "review".to_owned(),
            Self::Result => "result".to_owned(),
            Self::File => "file".to_owned(),
            Self::Scorecard => "scorecard".to_owned(),
            Self::Path => "path".to_owned(),
            Self::WhatIf => "what-if".to_owned(),
        }
    }

    /// The place with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "start" => Some(Self::Start),
            "about" => Some(Self::About),
            "review" => Some(Self::Review),
            "result" => Some(Self::Result),
            "file" => Some(Self::File),
            "scorecard" => Some(Self::Scorecard),
            "path" => Some(Self::Path),
            "what-if" => Some(Self::WhatIf),
            _ => id.strip_prefix("page-")?.parse().ok().map(Self::Page),
        }
    }
}
