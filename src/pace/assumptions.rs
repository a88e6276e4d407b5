//! What each change is assumed to do. SCIENCE 4.5.

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
