//! What can be done with each control, and what it does. SCIENCE 4.5.

use super::route::{Route, Station};
use super::{Assumptions, Change};

/// The times of a step after a change.
#[derive(Debug, Clone, Copy)]
pub(super) struct Times {
    pub(super) touch: f64,
    pub(super) wait: f64,
    pub(super) fixed: bool,
    pub(super) cadence: f64,
}

impl Station {
    /// Its times after a change.
    pub(super) fn times(&self, change: Change, assumed: &Assumptions) -> Times {
        let mut times =
            Times { touch: self.touch, wait: self.wait, fixed: self.fixed, cadence: self.cadence };
        match change {
            Change::Streamline => {
                times.wait *= assumed.streamline_wait;
                times.cadence *= assumed.streamline_cadence;
            }
            Change::Delegate => {
                times.wait = assumed.delegate_days;
                times.fixed = false;
                times.cadence = 0.0;
            }
            Change::Merge => times.touch *= assumed.merge_touch,
            Change::Keep | Change::Parallel | Change::Retire => {}
        }
        times
    }

    /// The share of its catches that a change keeps; what a backup catches instead is not among them.
    fn keeps(&self, change: Change, assumed: &Assumptions) -> f64 {
        match change {
            Change::Streamline if self.waits_fixed() => assumed.time_box_catches,
            Change::Delegate => assumed.delegate_catches,
            Change::Retire => 0.0,
            Change::Keep | Change::Streamline | Change::Parallel | Change::Merge => 1.0,
        }
    }
}

impl Route {
    /// Whether a change can be offered for a control, whatever is done with the others.
    ///
    /// | change | not offered |
    /// |---|---|
    /// | streamline | where it has neither wait nor cadence |
    /// | parallel | where it has a group already, or does not follow a control |
    /// | delegate | where it waits a fixed time, or has no cadence and no longer wait than that of a delegated one |
    /// | merge | where it has no backup, or that one is merged itself |
    ///
    /// A protected control can only be kept, streamlined or run in parallel. One that is done in another's session can
    /// only be kept or retired.
    pub(super) fn offers(&self, position: usize, change: Change, assumed: &Assumptions) -> bool {
        let Some(station) = self.stations.get(position) else { return false };
        let stands = station.host.is_none();
        match change {
            Change::Keep => true,
            Change::Streamline => stands && (station.wait > 0.0 || station.cadence > 0.0),
            Change::Parallel => stands && station.group == 0 && station.follows_control,
            Change::Delegate => {
                let slower = station.cadence > 0.0 || station.wait > assumed.delegate_days;
                stands && slower && !station.waits_fixed() && !station.protected
            }
            Change::Merge => {
                let host = station.backup.and_then(|backup| self.stations.get(backup));
                stands && host.is_some_and(|host| host.host.is_none()) && !station.protected
            }
            Change::Retire => !station.protected,
        }
    }

    /// Whether each control that is done in another's session still has that session.
    pub(super) fn fits(&self, changes: &[Change]) -> bool {
        self.controls.iter().all(|control| {
            let station = self.stations.get(*control);
            let needs_host = match changes.get(*control) {
                Some(Change::Retire) => false,
                Some(Change::Merge) => true,
                _ => station.is_some_and(|station| station.host.is_some()),
            };
            !needs_host || self.host(changes, *control).is_some()
        })
    }

    /// The share of a control's catches that is kept under these changes. One that is retired leaves what its backup
    /// catches, as far as that one is still there and keeps its own catches.
    pub(super) fn kept(&self, changes: &[Change], position: usize, assumed: &Assumptions) -> f64 {
        let Some(station) = self.stations.get(position) else { return 0.0 };
        let change = |position: usize| changes.get(position).copied().unwrap_or_default();
        if change(position) != Change::Retire {
            return station.keeps(change(position), assumed);
        }
        let backup = station.backup.and_then(|backup| {
            let kept = self.stations.get(backup)?.keeps(change(backup), assumed);
            Some(station.backup_share * kept)
        });
        backup.unwrap_or(0.0)
    }

    /// V: the loss that is caught per unit, with the catch rate of each control, in the order of the controls.
    pub(super) fn caught_loss(&self, changes: &[Change], rates: &[f64], assumed: &Assumptions) -> f64 {
        let losses = self.controls.iter().zip(rates).map(|(control, rate)| {
            let stake = self.stations.get(*control).map_or(0.0, |station| station.stake);
            stake * rate * self.kept(changes, *control, assumed)
        });
        losses.sum()
    }
}
