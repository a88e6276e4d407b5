//! The scores of constructs, and of the facets of readiness.

use super::answers::{Shown, ShownItem};
use super::{ConstructScore, Estimate, FacetScore, Status};
use crate::instrument::{Construct, Facet};
use crate::table::Table;

/// A construct with fewer items than this that apply says nothing, unless it has no more.
const FEWEST_APPLICABLE: usize = 2;

/// The constructs that the form shows. Readiness has facets only. SCIENCE 2.1.
pub(super) fn constructs(shown: &Shown) -> Table<Construct, ConstructScore> {
    let mut constructs = Table::new();
    for construct in Construct::ALL {
        let items = shown.of(construct);
        if construct != Construct::Readiness && !items.is_empty() {
            constructs.insert(construct, construct_score(&items));
        }
    }
    constructs
}

/// The score of the items shown of one construct. SCIENCE 2.1: with `k` items shown, `m = min(2, k)`,
/// `n_app = k - (number that do not apply)` and `n_ans` the number answered,
///
/// - `not_applicable` if `n_app < m`;
/// - `too_few_answers` if `n_ans < max(m, ceil(2/3 * n_app))`;
/// - else `25 * (mean of the keyed answers - 1)`.
fn construct_score(items: &[ShownItem]) -> ConstructScore {
    let applicable = items.iter().filter(|shown| !shown.is_not_applicable()).count();
    let keyed = keyed(items);
    let answered = keyed.len();
    let fewest = FEWEST_APPLICABLE.min(items.len());
    let status = if applicable < fewest {
        Status::NotApplicable
    } else if answered < fewest.max((2 * applicable).div_ceil(3)) {
        Status::TooFewAnswers
    } else {
        Status::Ok
    };
    let estimate = if status == Status::Ok { Estimate::of_answers(&keyed) } else { Estimate::default() };
    ConstructScore { estimate, answered, applicable, status }
}

/// The facets of readiness that the form shows; one answer is enough. SCIENCE 2.1.
pub(super) fn facets(shown: &Shown) -> Table<Facet, FacetScore> {
    let readiness = shown.of(Construct::Readiness);
    let mut facets = Table::new();
    for facet in Facet::ALL {
        let mut of_facet = readiness.clone();
        of_facet.retain(|shown| shown.item.facet.as_deref() == Some(facet.id()));
        if !of_facet.is_empty() {
            let keyed = keyed(&of_facet);
            let answered = keyed.len();
            facets.insert(facet, FacetScore { estimate: Estimate::of_answers(&keyed), answered });
        }
    }
    facets
}

/// The keyed answers there are.
fn keyed(items: &[ShownItem]) -> Vec<u8> {
    let mut keyed = Vec::new();
    for item in items {
        if let Some(answer) = item.keyed() {
            keyed.push(answer);
        }
    }
    keyed
}
