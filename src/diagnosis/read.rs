//! Reading figures from JSON.

use super::Figures;
use crate::instrument::{Construct, Facet, Pillar};
use crate::problem::{Fault, Problem, Reader, child};
use crate::response::Pilot;
use crate::table::Table;
use crate::value::{Object, Value};

const SCORE: (f64, f64) = (0.0, 100.0);
const SHARE: (f64, f64) = (0.0, 1.0);
const DIFFERENCE: (f64, f64) = (-100.0, 100.0);
/// Wider than any interval of scores can be: two people as far apart as the scale allows have ± 635.
const INTERVAL: (f64, f64) = (-1000.0, 1000.0);
const HALF_WIDTH: (f64, f64) = (0.0, 1000.0);
/// A path may be faster than planned, by any factor.
const PACE: (f64, f64) = (0.0, f64::INFINITY);

const FIELDS: [&str; 22] = [
    "stallSignal",
    "constructs",
    "facets",
    "pillars",
    "structuralFriction",
    "readinessGap",
    "difference",
    "differenceBand95",
    HALF_WIDTHS,
    "rationalDelayShare",
    "rationalDelayBand95",
    "relief",
    "successChance",
    "paceFraction",
    "controlShare",
    "executiveCulturalShare",
    "otherShare",
    "frictionCompliance",
    "frictionRisk",
    "pilot",
    "catchData",
    CLEAR_GAPS,
];
const HALF_WIDTHS: &str = "halfWidths";
const CLEAR_GAPS: &str = "clearGaps";

/// Reads figures. Each may be `null` or absent for not available; a field that there is none of is an error, since
/// it is most likely a known one misspelt.
///
/// # Errors
/// All that is wrong with them, each with its place.
pub fn read(value: &Value) -> Result<Figures, Vec<Problem>> {
    let mut reader = Reader::new();
    let figures = reader.object(value, "").map(|object| FiguresReader { reader: &mut reader, object }.read());
    reader.finish(figures)
}

struct FiguresReader<'r, 'v> {
    reader: &'r mut Reader,
    object: &'v Object,
}

impl<'v> FiguresReader<'_, 'v> {
    fn read(&mut self) -> Figures {
        for (field, _) in self.object.fields() {
            if !FIELDS.contains(&field.as_str()) {
                self.reader.report(child("", field), Fault::UnknownField);
            }
        }
        Figures {
            stall_signal: self.number("stallSignal", SCORE),
            constructs: self.scores("constructs", |id| {
                Construct::from_id(id).filter(|construct| *construct != Construct::Readiness)
            }),
            facets: self.scores("facets", Facet::from_id),
            pillars: self.scores("pillars", Pillar::from_id),
            structural_friction: self.number("structuralFriction", SCORE),
            readiness_gap: self.number("readinessGap", SCORE),
            difference: self.number("difference", DIFFERENCE),
            difference_band95: self.interval("differenceBand95", INTERVAL),
            half_widths: self.half_widths(),
            rational_delay_share: self.number("rationalDelayShare", SHARE),
            rational_delay_band95: self.interval("rationalDelayBand95", SHARE),
            relief: self.number("relief", SHARE),
            success_chance: self.number("successChance", SHARE),
            pace_fraction: self.number("paceFraction", PACE),
            control_share: self.number("controlShare", SHARE),
            executive_cultural_share: self.number("executiveCulturalShare", SHARE),
            other_share: self.number("otherShare", SHARE),
            friction_compliance: self.number("frictionCompliance", SCORE),
            friction_risk: self.number("frictionRisk", SCORE),
            pilot: self
                .given("pilot")
                .and_then(|value| self.reader.choice(value, "pilot", &Pilot::ALL, Pilot::id)),
            catch_data: self.given("catchData").and_then(|value| self.reader.flag(value, "catchData")),
            clear_gaps: self.clear_gaps(),
        }
    }

    /// The field, unless it is absent or `null`.
    fn given(&self, field: &str) -> Option<&'v Value> {
        self.object.get(field).filter(|value| !value.is_null())
    }

    fn number(&mut self, field: &str, (minimum, maximum): (f64, f64)) -> Option<f64> {
        self.given(field).and_then(|value| self.reader.number(value, field, minimum, maximum))
    }

    fn interval(&mut self, field: &str, (minimum, maximum): (f64, f64)) -> Option<[f64; 2]> {
        let list = self.given(field).and_then(|value| self.reader.list(value, field))?;
        let [low, high] = list else {
            self.reader.report(field, Fault::WrongCount { expected: 2, found: list.len() });
            return None;
        };
        let low = self.reader.number(low, &child(field, "0"), minimum, maximum);
        let high = self.reader.number(high, &child(field, "1"), minimum, maximum);
        let (low, high) = low.zip(high)?;
        if low > high {
            self.reader.report(field, Fault::ReversedInterval);
            return None;
        }
        Some([low, high])
    }

    /// Scores by the ids that `known` knows.
    fn scores<K: Ord>(&mut self, field: &str, known: fn(&str) -> Option<K>) -> Table<K, Option<f64>> {
        let mut scores = Table::new();
        let Some(value) = self.given(field) else { return scores };
        self.reader.each_field(value, field, &mut |reader, id, value, path| match known(id) {
            None => reader.report(path, Fault::UnknownField),
            Some(key) => {
                let given = Some(value).filter(|value| !value.is_null());
                let score = given.and_then(|value| reader.number(value, path, SCORE.0, SCORE.1));
                scores.insert(key, score);
            }
        });
        scores
    }

    fn half_widths(&mut self) -> Table<String, f64> {
        let known = |id: &str| Construct::from_id(id).is_some() || Facet::from_id(id).is_some();
        let mut widths = Table::new();
        let Some(value) = self.given(HALF_WIDTHS) else { return widths };
        self.reader.each_field(value, HALF_WIDTHS, &mut |reader, id, value, path| {
            if value.is_null() {
            } else if !known(id) {
                reader.report(path, Fault::UnknownField);
            } else if let Some(width) = reader.number(value, path, HALF_WIDTH.0, HALF_WIDTH.1) {
                widths.insert(id.to_owned(), width);
            }
        });
        widths
    }

    fn clear_gaps(&mut self) -> Vec<Construct> {
        let mut gaps = Vec::new();
        let Some(value) = self.given(CLEAR_GAPS) else { return gaps };
        self.reader.each_entry(value, CLEAR_GAPS, &mut |reader, value, path| {
            if let Some(construct) = reader.choice(value, path, &Construct::ALL, Construct::id) {
                gaps.push(construct);
            }
        });
        gaps
    }
}
