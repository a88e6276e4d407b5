//! Problems of an input in words, for whoever calls the engine. English, as its names are.

use super::{after_last_point, joined};
use crate::problem::{Expected, Fault, PathFault, Problem};

/// One sentence: what is wrong, where, and what belongs there.
#[must_use]
pub fn message(problem: &Problem) -> String {
    let place = place(&problem.path);
    let last = last(&problem.path);
    // Of an instrument, where questions are placed rather than answered.
    let in_order = problem.path.starts_with("order.");
    match &problem.fault {
        Fault::TooLarge { bytes, limit } => {
            format!("{place} has {bytes} bytes, and at most {limit} are read; send a smaller one.")
        }
        Fault::NotJson { line, column } => {
            format!("{place} is not valid JSON; the first error is in line {line}, column {column}.")
        }
        Fault::TooDeep => format!("{place} holds lists or objects nested too deep; flatten it."),
        Fault::NotPlainData => {
            format!("{place} must be plain data that JSON can hold, not a function, a Map or NaN.")
        }
        Fault::WrongType { expected } => format!("{place} must be {}.", kind(*expected)),
        Fault::Missing => format!("{place} is missing; add it."),
        Fault::UnknownFormat { found } => {
            format!("{place} says “{found}”, which is no format known here; give “middle-layer/response”.")
        }
        Fault::UnknownVersion { found } => {
            format!("{place} says “{found}”, a version this engine cannot read; use the one that wrote it.")
        }
        Fault::OtherInstrument { found } => {
            format!("The answers belong to the question set “{found}”; load that set to read them.")
        }
        Fault::UnknownItem if in_order => {
            format!("{place} names “{last}”, and no question has that id; give the id of an item.")
        }
        Fault::ItemOfAnotherForm if in_order => {
            format!("{place} names a question that this form does not ask; take it out.")
        }
        Fault::RepeatedOption if problem.path.starts_with("attribution.options") => {
            format!("{place} is the id of two options; give each its own.")
        }
        Fault::UnknownItem => format!("No question has the id {last}; correct the id or remove the answer."),
        Fault::ItemOfAnotherRole => {
            format!("The question {last} is not asked of this role; correct the role or remove the answer.")
        }
        Fault::ItemOfAnotherForm => {
            format!("The question {last} is not on this form; correct the form or remove the answer.")
        }
        Fault::NotAnAnswer => format!("{place} must be a whole number from 1 to 5 or \"na\"."),
        Fault::UnknownOption => {
            format!("{place} is not an option of the ranking; give an id such as \"c2\".")
        }
        Fault::RepeatedOption => {
            format!("{place} names an option that was picked before; name each one once.")
        }
        Fault::TooManyOptions { limit } => format!("{place} has too many picks; give at most {limit}."),
        Fault::ExclusiveOption => {
            format!(
                "{place} says that nothing slows the rollout and names something else; keep one of the two."
            )
        }
        Fault::UnknownValue { allowed } => format!("{place} must be {}.", either(allowed)),
        Fault::OutOfRange { minimum, maximum } if *minimum > 0.0 && *minimum < 0.1 => {
            format!("{place} must be larger than 0 and at most {}.", limit(*maximum).unwrap_or_default())
        }
        Fault::OutOfRange { minimum, maximum } => match (limit(*minimum), limit(*maximum)) {
            (Some(minimum), Some(maximum)) => format!("{place} must lie between {minimum} and {maximum}."),
            (Some(minimum), None) => format!("{place} must be {minimum} or more."),
            (None, Some(maximum)) => format!("{place} must be {maximum} or less."),
            (None, None) => format!("{place} must be a finite number."),
        },
        Fault::TooLong { limit } => format!("{place} is too long; use at most {limit} characters."),
        Fault::WrongForm => match problem.path.as_str() {
            "week" => format!("{place} must be an ISO week such as 2026-W48."),
            path if path.starts_with("steps.") || path.starts_with("path.steps.") => {
                format!("{place} cannot be used as a name; give another one.")
            }
            _ if last == "id" => format!("{place} must be 1 to 64 letters, digits, “-” or “_”."),
            _ if last == "until" => format!("{place} must be a day such as 2026-12-18."),
            _ => format!("{place} is not written the way it has to be; correct it."),
        },
        Fault::UnknownField => format!("{place} is not known here; remove it."),
        Fault::TooMany { limit } => format!("{place} is one too many; give at most {limit}."),
        Fault::Path(fault) => format!("{place} {}.", path(fault)),
        Fault::NoWeight => {
            format!("{place} gives no responsibility any weight; make at least one larger than 0.")
        }
        Fault::RepeatedItem => format!("{place} stands twice; keep one."),
        Fault::NeverShown => format!("{place} is on no page; add it to the order or remove it."),
        Fault::WrongCount { expected, found } => {
            format!("{place} must have {expected} entries and has {found}; add or remove some.")
        }
        Fault::NotOpposite { other } => {
            format!("{place} is compared with {other} as its opposite; give the two opposite keys.")
        }
        Fault::ReservedId => {
            format!("{place} is that of the built-in questions; give your own questions an id of their own.")
        }
        Fault::NotALink => format!(
            "{place} must be a plain https:// or mailto: address, without spaces and without a name before the host."
        ),
        Fault::ReversedInterval => {
            format!("{place} must give the lower end first; here it is larger than the upper end.")
        }
    }
}

/// What is wrong with the steps of a path, after their place.
const fn path(fault: &PathFault) -> &'static str {
    match fault {
        PathFault::NoWork => "have no step of kind \"work\"; add what the unit is for",
        PathFault::TooManyControls => "have more than 12 controls; put some together",
        PathFault::RepeatedId => "is the id of an earlier step too; give each step its own",
        PathFault::UnknownStep => "names no step of this path; give the id of one",
        PathFault::ReturnsForward => {
            "names a later step; work is sent back to an earlier one or repeats the same"
        }
        PathFault::NotAControl => "names a step of work; name a control",
        PathFault::SplitGroup => {
            "names a group whose steps stand apart; put them next to each other or rename one"
        }
        PathFault::MoreCaught => "is larger than the number of times it ran; correct one of the two",
        PathFault::CircularBackup => "leads from backup to backup and back to this control; end the circle",
        PathFault::MergedHost => "names a control that is merged itself; name one with its own session",
        PathFault::EndlessReturns => {
            "send units back so often that some would never end; lower their return chances"
        }
    }
}

const fn kind(expected: Expected) -> &'static str {
    match expected {
        Expected::Object => "an object",
        Expected::List => "a list",
        Expected::Text => "a text",
        Expected::Number => "a number",
        Expected::WholeNumber => "a whole number",
        Expected::Flag => "true or false",
    }
}

/// A limit as text, if there is one. Limits are given to a tenth at most. The standard formatting of numbers that need
/// not be whole takes 14 kB of code.
fn limit(number: f64) -> Option<String> {
    #[expect(clippy::cast_possible_truncation, reason = "limits are small")]
    let tenths = (number * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, tenths) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    let text = if tenths == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{tenths}") };
    number.is_finite().then_some(text)
}

/// `"a", "b" or "c"`.
fn either(allowed: &[&str]) -> String {
    if allowed.is_empty() {
        return "left out".to_owned();
    }
    format!("\"{}\"", joined(allowed, "\", \"", "\" or \""))
}

/// A path as the subject of a sentence.
fn place(path: &str) -> String {
    let mut steps = Vec::new();
    for step in path.split('.') {
        steps.push(step);
    }
    match steps.as_slice() {
        [""] => "The input".to_owned(),
        ["answers", item] => format!("The answer to {}", short(item)),
        ["attribution"] => "The ranking".to_owned(),
        ["attribution", pick] => format!("Pick {} of the ranking", ordinal(pick)),
        ["pages", page] => format!("Entry {} of the page times", ordinal(page)),
        ["pages", page, field] => {
            format!("The field “{}” in entry {} of the page times", short(field), ordinal(page))
        }
        ["path", step @ ..] if step.first() == Some(&"steps") => place_in_path(step),
        ["steps", ..] => place_in_path(&steps),
        _ => format!("The field “{}”", short(path)),
    }
}

/// A place in the list of steps.
fn place_in_path(steps: &[&str]) -> String {
    match steps {
        [_, step] => format!("Step {} of the path", ordinal(step)),
        [_, step, field @ ..] if !field.is_empty() => {
            format!("The field “{}” of step {}", short(&joined(field, ".", ".")), ordinal(step))
        }
        _ => "The steps of the path".to_owned(),
    }
}

/// The last step of a path.
fn last(path: &str) -> String {
    short(after_last_point(path))
}

/// A list position as people count, from 1.
fn ordinal(position: &str) -> String {
    position.parse::<usize>().map_or_else(|_| short(position), |index| index.saturating_add(1).to_string())
}

/// A name from the input, cut where it is too long to print.
fn short(name: &str) -> String {
    let mut start = String::new();
    for (count, letter) in name.chars().enumerate() {
        if count == 60 {
            start.push('…');
            break;
        }
        start.push(letter);
    }
    start
}

#[cfg(test)]
mod tests {
    use super::limit;

    #[test]
    fn limits() {
        for (number, expected) in
            [(0.0, "0"), (100.0, "100"), (-1000.0, "-1000"), (0.5, "0.5"), (-0.5, "-0.5")]
        {
            assert_eq!(limit(number).as_deref(), Some(expected));
        }
        assert_eq!(limit(f64::INFINITY), None);
    }
}
