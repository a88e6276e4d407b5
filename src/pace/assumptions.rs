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

impl Assumptions {
    /// The names of all, with their largest value; the smallest is 0.
    pub const NAMES: [(&'static str, f64); 6] = [
        ("streamlineWait", 1.0),
        ("streamlineCadence", 1.0),
        ("timeBoxCatches", 1.0),
        ("delegateDays", 1000.0),
        ("delegateCatches", 1.0),
        ("mergeTouch", 1.0),
    ];

    /// The one with this name, to change it.
    pub fn by_name(&mut self, name: &str) -> Option<&mut f64> {
        Some(match name {
            "streamlineWait" => &mut self.streamline_wait,
            "streamlineCadence" => &mut self.streamline_cadence,
            "timeBoxCatches" => &mut self.time_box_catches,
            "delegateDays" => &mut self.delegate_days,
            "delegateCatches" => &mut self.delegate_catches,
            "mergeTouch" => &mut self.merge_touch,
            _ => return None,
        })
    }
}
