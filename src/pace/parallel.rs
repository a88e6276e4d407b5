//! How long the longest of several steps takes that run at the same time. SCIENCE 4.2.

use super::changes::Times;

/// Waits that differ by less than this many days are the same.
const INSTANT: f64 = 1e-9;
/// An exponential wait is over after this many times its mean, but for one in 10^17.
const OVER: f64 = 40.0;
/// Length of the first panel of a quadrature, in units of the fastest decay. Each further one is twice as long: by then
/// what decays fast has decayed.
const FIRST_PANEL: f64 = 4.0;
/// Gauss-Legendre nodes and weights of order 10, the positive half. A panel is then exact to about 1e-13.
const GAUSS: [(f64, f64); 5] = [
    (0.148_874_338_981_631_2, 0.295_524_224_714_752_9),
    (0.433_395_394_129_247_2, 0.269_266_719_309_996_3),
    (0.679_409_568_299_024_4, 0.219_086_362_515_982_1),
    (0.865_063_366_688_984_5, 0.149_451_349_150_580_6),
    (0.973_906_528_517_171_7, 0.066_671_344_308_688_1),
];

/// A step with those that are done in its session: one wait, and the touch times of those that apply.
#[derive(Debug)]
pub(super) struct Session {
    fixed: f64,
    queue: f64,
    cadence: f64,
    /// The weight of none of them applying.
    none: f64,
    /// Touch times of those that apply together, with the weight of each such set.
    loads: Vec<(f64, f64)>,
}

impl Session {
    /// A session with the wait of its host, and nobody in it yet.
    pub(super) fn new(host: &Times) -> Self {
        Self {
            fixed: if host.fixed { host.wait } else { 0.0 },
            queue: if host.fixed || host.wait < INSTANT { 0.0 } else { host.wait },
            cadence: if host.cadence < INSTANT { 0.0 } else { host.cadence },
            none: 1.0,
            loads: Vec::new(),
        }
    }

    /// One more step in it: touch time, weight where it applies, weight where it does not.
    pub(super) fn join(&mut self, touch: f64, applying: f64, not: f64) {
        let mut more = vec![(touch, self.none * applying)];
        for (load, weight) in &mut self.loads {
            more.push((*load + touch, *weight * applying));
            *weight *= not;
        }
        self.none *= not;
        self.loads.retain(|(_, weight)| *weight > 0.0);
        for (load, weight) in more {
            #[expect(clippy::float_cmp, reason = "sums of the same times are put together")]
            match self.loads.iter_mut().find(|(known, _)| *known == load) {
                Some((_, known)) => *known += weight,
                None => self.loads.push((load, weight)),
            }
        }
    }

    fn weight(&self) -> f64 {
        self.none + self.loads.iter().map(|(_, weight)| weight).sum::<f64>()
    }

    /// The weighted mean of wait and touch. The wait for a session that comes at regular times is half a cycle.
    fn mean(&self) -> f64 {
        let wait = self.fixed + self.queue + self.cadence / 2.0;
        self.loads.iter().map(|(load, weight)| weight * (wait + load)).sum()
    }

    /// The weight of sets that are done by a day: of each its weight times the chance of being done.
    fn done_by(&self, day: f64) -> f64 {
        let weights = self.loads.iter().map(|(load, weight)| weight * self.waited(day - self.fixed - load));
        self.none + weights.sum::<f64>()
    }

    /// The chance that the wait that varies is over after some days.
    fn waited(&self, days: f64) -> f64 {
        let (queue, cadence) = (self.queue, self.cadence);
        // 1 - exp(-x) as -expm1(-x): no digits are lost near 0.
        if days < 0.0 {
            0.0
        } else if queue <= 0.0 {
            if days < cadence { days / cadence } else { 1.0 }
        } else if cadence <= 0.0 {
            -libm::expm1(-days / queue)
        } else if days <= cadence {
            (days + queue * libm::expm1(-days / queue)) / cadence
        } else {
            let past = 1.0 + libm::expm1(-(days - cadence) / queue);
            1.0 + queue / cadence * past * libm::expm1(-cadence / queue)
        }
    }
}

/// The sum over all sets S of steps of weight(S) times the mean duration of the longest one in S, where the weight of a
/// set is the product of what its steps give where they apply and the others where they do not.
///
/// With several sessions it is the integral over all days of (product of the weights - product of the weights done by
/// that day): no set need be looked at by itself.
pub(super) fn weighted_longest(sessions: &[Session]) -> f64 {
    if let [only] = sessions {
        return only.mean();
    }
    // Between these days everything is smooth.
    let mut days = vec![0.0];
    let (mut decay, mut longest) = (0.0, 0.0_f64);
    for session in sessions {
        for (load, _) in &session.loads {
            let start = session.fixed + load;
            insert(&mut days, start);
            insert(&mut days, start + session.cadence);
        }
        if session.queue > 0.0 {
            decay += 1.0 / session.queue;
            longest = longest.max(session.queue);
        }
    }
    days.push(days.last().unwrap_or(&0.0) + OVER * longest);

    let total: f64 = sessions.iter().map(Session::weight).product();
    let open = |day: f64| total - sessions.iter().map(|session| session.done_by(day)).product::<f64>();
    let mut sum = 0.0;
    for (from, to) in days.iter().zip(days.iter().skip(1)) {
        let mut start = *from;
        let mut length = if decay > 0.0 { FIRST_PANEL / decay } else { f64::INFINITY };
        while start < *to {
            let end = (start + length).min(*to);
            let (middle, half) = (f64::midpoint(start, end), (end - start) / 2.0);
            for (node, weight) in GAUSS {
                sum += half * weight * (open(middle - half * node) + open(middle + half * node));
            }
            start = end;
            length *= 2.0;
        }
    }
    sum
}

/// Puts a day in its place, once.
fn insert(days: &mut Vec<f64>, day: f64) {
    let place = days.iter().position(|known| *known >= day).unwrap_or(days.len());
    #[expect(clippy::float_cmp, reason = "the same day")]
    if days.get(place).is_none_or(|known| *known != day) {
        days.insert(place, day);
    }
}

#[cfg(test)]
mod tests {
    use super::{Session, Times, weighted_longest};

    /// Touch, wait, cadence, and whether the wait is fixed.
    type Row = (f64, f64, f64, bool);

    fn session(touch: f64, wait: f64, cadence: f64, fixed: bool) -> Session {
        let mut session = Session::new(&Times { touch, wait, fixed, cadence });
        session.join(touch, 1.0, 0.0);
        session
    }

    /// Computed with 30 digits.
    #[test]
    fn the_mean_of_the_longest() {
        let cases: [(&[Row], f64); 7] = [
            (&[(2.0, 0.0, 10.0, false), (3.0, 0.0, 20.0, false)], 13.6075),
            (&[(2.0, 4.0, 0.0, false), (3.0, 6.0, 0.0, false)], 10.246_081_252_914_248),
            (&[(0.5, 4.0, 5.0, false), (1.0, 15.0, 0.0, true)], 16.165_393_341_313_766),
            (
                &[(1.0, 2.0, 10.0, false), (0.5, 3.0, 21.0, false), (2.0, 5.0, 0.0, false)],
                15.598_237_569_508_588,
            ),
            (
                &[(0.0, 0.01, 10.0, false), (0.0, 100.0, 0.0, false), (0.25, 1.0, 1.0, false)],
                100.167_328_855_458_34,
            ),
            (
                &[
                    (1.0, 0.0, 0.0, false),
                    (0.0, 0.0, 7.0, false),
                    (0.0, 3.0, 0.0, true),
                    (0.5, 8.0, 63.0, false),
                ],
                40.019_689_085_373_57,
            ),
            (&[(0.0, 30.0, 0.001, false), (0.0, 0.5, 200.0, false)], 104.920_670_216_339_72),
        ];
        for (steps, expected) in cases {
            let sessions: Vec<Session> = steps
                .iter()
                .map(|(touch, wait, cadence, fixed)| session(*touch, *wait, *cadence, *fixed))
                .collect();
            let found = weighted_longest(&sessions);
            assert!((found / expected - 1.0).abs() < 1e-12, "{steps:?}: {found}, not {expected}");
        }
    }

    #[test]
    fn extreme_times_are_finite() {
        for tiny in [5e-324, 1e-300, 1e-12, 1e-9] {
            let found =
                weighted_longest(&[session(1.0, tiny, tiny, false), session(0.0, 10_000.0, 10_000.0, false)]);
            assert!((found - 15_000.0).abs() < 1e-3, "{tiny}: {found}");
        }
        assert_eq!(
            weighted_longest(&[session(0.0, 0.0, 0.0, false), session(0.0, 0.0, 0.0, true)]).to_bits(),
            0
        );
    }

    /// The product over steps is the sum over all sets.
    #[test]
    fn shared_sessions() {
        // A host that applies to half of the units and a guest that applies to a third, beside a fixed wait of 4 days.
        let mut shared = Session::new(&Times { touch: 0.0, wait: 2.0, fixed: true, cadence: 0.0 });
        shared.join(1.0, 0.5, 0.5);
        shared.join(5.0, 1.0 / 3.0, 2.0 / 3.0);
        let found = weighted_longest(&[shared, session(0.0, 4.0, 0.0, true)]);
        // Neither: 4; the host: 3 < 4; the guest: 7; both: 8.
        let expected = (4.0 * 2.0 + 4.0 * 2.0 + 7.0 + 8.0) / 6.0;
        assert!((found - expected).abs() < 1e-12, "{found}, not {expected}");
    }
}
