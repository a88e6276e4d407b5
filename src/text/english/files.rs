//! Why a file could not be opened, for the person who chose it.

use crate::problem::{Fault, Problem};
use crate::text::problems;
use crate::text::result::FileRefusal;

const CHOOSE: &str =
    "Choose the file that you saved from this assessment; its name ends in “.middle-layer.json”.";

pub(super) fn cannot_open(problem: &Problem) -> FileRefusal {
    let body = match &problem.fault {
        Fault::TooLarge { .. } => format!("It is much larger than a file of answers can be. {CHOOSE}"),
        Fault::NotJson { .. } => {
            format!("It is not a file of answers, or a part of it is missing. {CHOOSE}")
        }
        Fault::TooDeep | Fault::NotPlainData => format!("It is not a file of answers. {CHOOSE}"),
        Fault::UnknownFormat { .. } => format!("It is a file of another kind. {CHOOSE}"),
        Fault::UnknownVersion { .. } => {
            "It was saved by another version of this assessment. Open it where you saved it.".to_owned()
        }
        Fault::OtherInstrument { found } => {
            format!("Its answers belong to another set of questions ({found}). Open it where you saved it.")
        }
        Fault::WrongType { .. } | Fault::Missing if problem.path.is_empty() || problem.path == "format" => {
            format!("It is a file of another kind. {CHOOSE}")
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
            format!("It seems to have been changed since it was saved. {}", problems::message(problem))
        }
    };
    FileRefusal { title: "This file could not be opened", body }
}
