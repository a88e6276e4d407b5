//! What each change is assumed to do. SCIENCE 4.5.

/// The longest wait of a decision that is delegated, in days.
const MOST_DAYS: f64 = 1000.0;

/// What each change is assumed to do to times and catches. All are design choices that a facilitator may edit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Assumptions {
    /// Share of the wait that is left when a control is streamlined.
    pub streamline_wait: f64,
    /// Share of the days between sessions that is left then.
    pub streamline_cadence: f64,
    /// Share of catches kept where streamlining cuts a fixed wait short.
    pub time_box_catches: f64,
    /// Average wait of a delegated decision, in days.
    pub delegate_days: f64,
    /// Share of catches kept when it is delegated.
    pub delegate_catches: f64,
    /// Share of its touch time that a merged control adds to its host.
    pub merge_touch: f64,
}

impl Default for Assumptions {
    fn default() -> Self {
        Self {
            streamline_wait: 0.5,
            streamline_cadence: 0.5,
            time_box_catches: 0.9,
            delegate_days: 1.0,
            delegate_catches: 0.9,
            merge_touch: 0.5,
        }
    }
}

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assumption {
    /// [`Assumptions::streamline_wait`].
    StreamlineWait,
    /// [`Assumptions::streamline_cadence`].
    StreamlineCadence,
    /// [`Assumptions::time_box_catches`].
    TimeBoxCatches,
    /// [`Assumptions::delegate_days`].
    DelegateDays,
    /// [`Assumptions::delegate_catches`].
    DelegateCatches,
    /// [`Assumptions::merge_touch`].
    MergeTouch,
}

impl Assumption {
    /// All, by the change they are about.
    pub const ALL: [Self; 6] = [
        Self::StreamlineWait,
        Self::StreamlineCadence,
        Self::TimeBoxCatches,
        Self::DelegateDays,
        Self::DelegateCatches,
        Self::MergeTouch,
    ];

    /// The public id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::StreamlineWait => "streamlineWait",
            Self::StreamlineCadence => "streamlineCadence",
            Self::TimeBoxCatches => "timeBoxCatches",
            Self::DelegateDays => "delegateDays",
            Self::DelegateCatches => "delegateCatches",
            Self::MergeTouch => "mergeTouch",
        }
    }

    /// Smallest and largest value.
    #[must_use]
    pub const fn range(self) -> (f64, f64) {
        match self {
            Self::DelegateDays => (0.0, MOST_DAYS),
            _ => (0.0, 1.0),
        }
    }
}

impl Assumptions {
    /// One of them.
    #[must_use]
    pub fn get(&self, assumption: Assumption) -> f64 {
        match assumption {
            Assumption::StreamlineWait => self.streamline_wait,
            Assumption::StreamlineCadence => self.streamline_cadence,
            Assumption::TimeBoxCatches => self.time_box_catches,
            Assumption::DelegateDays => self.delegate_days,
            Assumption::DelegateCatches => self.delegate_catches,
            Assumption::MergeTouch => self.merge_touch,
        }
    }

    /// Gives one of them another value.
    pub fn set(&mut self, assumption: Assumption, value: f64) {
        let place = match assumption {
            Assumption::StreamlineWait => &mut self.streamline_wait,
            Assumption::StreamlineCadence => &mut self.streamline_cadence,
            Assumption::TimeBoxCatches => &mut self.time_box_catches,
            Assumption::DelegateDays => &mut self.delegate_days,
            Assumption::DelegateCatches => &mut self.delegate_catches,
            Assumption::MergeTouch => &mut self.merge_touch,
        };
        *place = value;
    }
}
