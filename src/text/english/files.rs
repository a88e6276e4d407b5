//! Why a file could not be opened, for the person who chose it.

use crate::problem::{Fault, Problem};
use crate::session::inventory::Inventory;
use crate::text::joined;
use crate::text::result::FileRefusal;

const CHOOSE: &str =
    " Choose the file that you saved from this assessment; its name ends in “.middle-layer.json”.";

pub(super) fn cannot_open(problem: &Problem) -> FileRefusal {
    let (mut detailed, mut id) = (false, "");
    let (what, advice) = match &problem.fault {
        Fault::TooLarge { .. } => ("It is much larger than a file of answers can be.", CHOOSE),
        Fault::NotJson { line, column } => {
            // What goes wrong at once is no such file; what goes wrong later may be one.
            detailed = line + column > 2;
            ("It is not a file of answers, or a part of it is missing.", CHOOSE)
        }
        Fault::TooDeep | Fault::NotPlainData => ("It is not a file of answers.", CHOOSE),
        Fault::UnknownFormat { found } if found == Inventory::FORMAT => {
            ("It holds a path, not answers.", " Open it under “The path of one unit”, below a result.")
        }
        Fault::UnknownFormat { .. } => ("It is a file of another kind.", CHOOSE),
        Fault::UnknownVersion { .. } => {
            ("It was saved by another version of this assessment.", " Open it where you saved it.")
        }
        Fault::OtherInstrument { found } => {
            id = found;
            ("Its answers belong to another set of questions (", "). Open it where you saved it.")
        }
        Fault::WrongType { .. } | Fault::Missing if problem.path.is_empty() || problem.path == "format" => {
            ("It is a file of another kind.", CHOOSE)
        }
        Fault::WrongType { .. }
        | Fault::Missing
        | Fault::UnknownItem
        | Fault::ItemOfAnotherRole
        | Fault::ItemOfAnotherForm
        | Fault::NotAnAnswer
        | Fault::UnknownOption
        | Fault::RepeatedOption
        | Fault::TooManyOptions { .. }
        | Fault::ExclusiveOption
        | Fault::UnknownValue { .. }
        | Fault::OutOfRange { .. }
        | Fault::TooLong { .. }
        | Fault::WrongForm
        | Fault::UnknownField
        | Fault::ReversedInterval
        | Fault::TooMany { .. }
        | Fault::Path(_)
        | Fault::NoWeight
        | Fault::RepeatedItem
        | Fault::NeverShown
        | Fault::WrongCount { .. }
        | Fault::NotOpposite { .. }
        | Fault::ReservedId
        | Fault::NotALink => {
            detailed = true;
            ("It seems to have been changed since it was saved.", "")
        }
    };
    let body = joined(&[what, id, advice], "", "");
    FileRefusal { title: "This file could not be opened", body, detailed }
}
