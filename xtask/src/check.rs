//! Checking an organisation's own instrument file: its form against the published schema, its sense by the engine's own
//! rules.

mod described;

use std::fs;
use std::path::Path;

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;
use middle_layer::instrument::{self, Instrument, LARGEST_FILE, parse_file};
use middle_layer::problem::{Fault, Problem};
use middle_layer::response;
use middle_layer::session::inventory::Inventory;
use middle_layer::text::problem_message;
use serde_json::Value;

use described::described;

use crate::failure::{Advise, Failure};
use crate::place::{line_of, path_of, pointer_of};

/// The schema that comes with the release.
const SCHEMA: &str = include_str!("../../static/instrument.schema.json");

/// One thing that is wrong with the file.
#[derive(Debug, PartialEq, Eq)]
struct Found {
    line: usize,
    /// A JSON pointer (RFC 6901); empty for the file as a whole.
    pointer: String,
    message: String,
}

/// All that was found.
#[derive(Debug)]
struct Findings {
    found: Vec<Found>,
    /// Whether the file could be read to its end: the rules, which ask how its parts go together, come after that.
    read: bool,
}

/// Checks a file and prints what is in it, or what is wrong with it; whether it can be used.
pub(crate) fn check(path: &Path) -> anyhow::Result<bool> {
    let text = read(path)?;
    match examine(&text)? {
        Ok(instrument) => {
            println!("{} can be used.\n\n{}", path.display(), described(&instrument));
            Ok(true)
        }
        Err(Findings { found, read }) => {
            for Found { line, pointer, message } in &found {
                let place = if pointer.is_empty() { String::new() } else { format!(" {pointer}") };
                println!("{}:{line}{place}\n    {message}", path.display());
            }
            let problems = if found.len() == 1 { "1 problem" } else { &format!("{} problems", found.len()) };
            println!(
                "\n{problems}: the file is not used until all are mended. docs/instrument.md has the rules."
            );
            if !read {
                println!("More may show then: the rules are checked once the whole file can be read.");
            }
            Ok(false)
        }
    }
}

/// The text of the file.
fn read(path: &Path) -> anyhow::Result<String> {
    let place = path.display();
    let advice = "Name an instrument file, for example docs/instrument-example.json.";
    let bytes = fs::read(path).advise(&place, advice)?;
    if bytes.len() > LARGEST_FILE {
        return Err(Failure::error(
            format!("{place} has {} bytes, and at most {LARGEST_FILE} are read", bytes.len()),
            "Name an instrument file: the built-in one has about 20 kB.",
        ));
    }
    String::from_utf8(bytes).map_err(|error| {
        let line =
            error.as_bytes().iter().take(error.utf8_error().valid_up_to()).filter(|byte| **byte == b'\n');
        Failure::error(
            format!(
                "{place} is not UTF-8 text; the first byte that is not stands in line {}",
                line.count() + 1
            ),
            "Save it as UTF-8: editors have this beside the name of the file when it is saved.",
        )
    })
}

/// What a saved file of another kind is called.
fn other_kind(file: &Value) -> Option<&'static str> {
    match file.get("format")?.as_str()? {
        response::FORMAT => Some("saved answers"),
        Inventory::FORMAT => Some("a saved approval path"),
        _ => None,
    }
}

/// The instrument, or what is wrong with it in the order of the file.
fn examine(text: &str) -> anyhow::Result<Result<Instrument, Findings>> {
    let value = match parse_file(text) {
        Ok(value) => value,
        Err(problems) => {
            let words = problems.first().map(problem_message).unwrap_or_default();
            // The parser of the engine names the line in its words.
            let line = serde_json::from_str::<Value>(text).err().map_or(1, |error| error.line());
            let found = vec![Found { line, pointer: String::new(), message: words }];
            return Ok(Err(Findings { found, read: false }));
        }
    };
    let plain = Value::from(value.clone());
    if let Some(kind) = other_kind(&plain) {
        let message = format!("This file holds {kind}, and no questions. Name an instrument file.");
        let line = line_of(text, "/format");
        let found = vec![Found { line, pointer: "/format".to_owned(), message }];
        return Ok(Err(Findings { found, read: true }));
    }
    let mut found: Vec<Found> = Vec::new();
    let mut keep = |pointer: String, message: String| {
        let new = Found { line: line_of(text, &pointer), pointer, message };
        if !found.contains(&new) {
            found.push(new);
        }
    };
    let (instrument, problems) = match instrument::read(&value) {
        Ok(instrument) => {
            let problems = instrument::check(&instrument);
            (Some(instrument), problems)
        }
        Err(problems) => (None, problems),
    };
    let mut places = Vec::new();
    for problem in &problems {
        let pointer = pointer_of(&plain, &problem.path);
        places.push(pointer.clone());
        keep(pointer, problem_message(problem));
    }
    // The engine words its own rules better: the schema adds what they do not reach.
    let schema: Value = serde_json::from_str(SCHEMA)?;
    let validator = jsonschema::draft202012::new(&schema).map_err(|error| {
        Failure::error(
            format!("static/instrument.schema.json: {error}"),
            "Restore it from version control, then run the same command again.",
        )
    })?;
    for error in validator.iter_errors(&plain) {
        let pointer = error.instance_path().to_string();
        // Of words that are not known, the engine names each where it stands.
        let named = match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                unexpected.iter().all(|name| places.contains(&format!("{pointer}/{}", escaped(name))))
            }
            _ => places.contains(&pointer),
        };
        if named {
            continue;
        }
        let blank = error.instance().as_str().is_some_and(|text| text.trim().is_empty());
        let message = if blank {
            problem_message(&Problem::new(path_of(&plain, &pointer), Fault::Missing))
        } else {
            advice(&schema, &error)
        };
        keep(pointer, message);
    }
    found.sort_by_key(|found| found.line);
    Ok(match instrument {
        Some(instrument) if found.is_empty() => Ok(instrument),
        instrument => Err(Findings { found, read: instrument.is_some() }),
    })
}

/// A name as a step of a JSON pointer.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// What the schema finds, and what it says belongs there.
fn advice(schema: &Value, error: &ValidationError<'_>) -> String {
    let mut message = error.to_string();
    if message.chars().count() > 300 {
        message = message.chars().take(300).collect::<String>() + "…";
    }
    let keyword = error.schema_path().to_string();
    let around = keyword.rsplit_once('/').and_then(|(around, _)| schema.pointer(around));
    match around.and_then(|around| around.get("description")).and_then(Value::as_str) {
        Some(description) => format!("{message}. What belongs there: {description}"),
        None => format!("{message}. The schema has the form: static/instrument.schema.json."),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::json;

    use super::*;

    const BUILT_IN: &str = include_str!("../../static/instrument.json");
    const EXAMPLE: &str = include_str!("../../docs/instrument-example.json");

    fn with(change: impl FnOnce(&mut Value)) -> Vec<Found> {
        let mut value: Value = serde_json::from_str(EXAMPLE).unwrap();
        change(&mut value);
        examine(&serde_json::to_string_pretty(&value).unwrap()).unwrap().unwrap_err().found
    }

    /// What the schema alone says about a changed example.
    fn by_schema(change: impl FnOnce(&mut Value)) -> Vec<String> {
        let mut value: Value = serde_json::from_str(EXAMPLE).unwrap();
        change(&mut value);
        let schema: Value = serde_json::from_str(SCHEMA).unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        validator.iter_errors(&value).map(|error| error.instance_path().to_string()).collect()
    }

    #[test]
    fn the_schema_is_one() {
        let schema: Value = serde_json::from_str(SCHEMA).unwrap();
        assert!(jsonschema::draft202012::meta::is_valid(&schema));
    }

    #[test]
    fn the_built_in_instrument_and_the_example_are_good() {
        let built_in = examine(BUILT_IN).unwrap().unwrap();
        assert!(built_in.is_built_in());
        let example = examine(EXAMPLE).unwrap().unwrap();
        let text = described(&example);
        assert!(text.contains(&format!("fingerprint  {}", example.fingerprint())), "{text}");
        assert!(text.contains("manager           39      12"), "{text}");
    }

    #[test]
    fn a_problem_has_its_line_its_place_and_a_remedy() {
        let found = with(|all| all["items"][0]["text"]["manager"] = json!(""));
        let [only] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(only.pointer, "/items/0/text/manager");
        assert_eq!(only.message, "The field “items.SIG1.text.manager” is missing; add it.");
        let mut value: Value = serde_json::from_str(EXAMPLE).unwrap();
        value["items"][0]["text"]["manager"] = json!("");
        let text = serde_json::to_string_pretty(&value).unwrap();
        let line = text.lines().position(|line| line.trim() == r#""manager": """#).unwrap() + 1;
        assert_eq!(only.line, line);
    }

    #[test]
    fn the_schema_refuses_what_has_a_wrong_form() {
        for (place, change) in [
            ("/id", Box::new(|all: &mut Value| all["id"] = json!("a b")) as Box<dyn FnOnce(&mut Value)>),
            ("/links/ask/url", Box::new(|all| all["links"]["ask"]["url"] = json!("javascript:alert(1)"))),
            ("/links/ask/url", Box::new(|all| all["links"]["ask"]["url"] = json!("https://a@b.example"))),
            ("/links/ask/url", Box::new(|all| all["links"]["ask"]["url"] = json!("http://a.example"))),
            ("/links/handIn/until", Box::new(|all| all["links"]["handIn"]["until"] = json!("18.12.2026"))),
            ("/links", Box::new(|all| all["links"]["help"] = json!({"url": "https://a.example"}))),
            ("/words/unit", Box::new(|all| all["words"]["unit"] = json!(5))),
            ("/items/0/key", Box::new(|all| all["items"][0]["key"] = json!("plus"))),
            ("/items/0/facet", Box::new(|all| all["items"][0]["facet"] = json!("fear"))),
            ("/scales/A5", Box::new(|all| drop(all["scales"]["A5"].as_array_mut().unwrap().pop()))),
            ("/order/full/manager/0", Box::new(|all| all["order"]["full"]["manager"][0] = json!(["SIG1"]))),
            ("/attribution/options", Box::new(|all| all["attribution"]["options"] = json!([]))),
        ] {
            let found = by_schema(change);
            assert!(found.iter().any(|found| found == place), "{place}: {found:?}");
        }
    }

    #[test]
    fn what_the_schema_alone_finds_says_what_belongs_there() {
        // The engine takes any text for a language; what is too long for the schema is too long for it, too.
        let found = with(|all| all["constructs"]["SIG"]["name"] = json!(7));
        assert_eq!(found.len(), 1, "{found:?}");
        let schema: Value = serde_json::from_str(SCHEMA).unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        let value = json!({"id": "a b"});
        let error =
            validator.iter_errors(&value).find(|error| error.instance_path().as_str() == "/id").unwrap();
        assert!(advice(&schema, &error).contains("What belongs there: A name of your own"), "{error}");
    }

    fn messages(change: impl FnOnce(&mut Value)) -> Vec<String> {
        with(change).into_iter().map(|found| found.message).collect()
    }

    #[test]
    fn an_empty_text_is_said_plainly_and_an_unknown_word_once() {
        assert_eq!(messages(|all| all["title"] = json!(" ")), ["The field “title” is missing; add it."]);
        let both = messages(|all| {
            all["title"] = json!("");
            all["items"][0]["text"]["manager"] = json!("");
            all["tite/l"] = json!("x");
            all["links"]["help"] = json!({});
        });
        assert_eq!(
            both.iter().map(String::as_str).collect::<BTreeSet<_>>(),
            BTreeSet::from([
                "The field “title” is missing; add it.",
                "The field “items.SIG1.text.manager” is missing; add it.",
                "The field “tite/l” is not known here; remove it.",
                "The field “links.help” is not known here; remove it.",
            ])
        );
        assert_eq!(both.len(), 4, "{both:?}");
    }

    #[test]
    fn what_keeps_the_rules_from_being_checked_is_known() {
        let read = |change: &dyn Fn(&mut Value)| {
            let mut value: Value = serde_json::from_str(EXAMPLE).unwrap();
            change(&mut value);
            examine(&value.to_string()).unwrap().unwrap_err().read
        };
        assert!(!read(&|all| all["words"]["unit"] = json!(5)));
        assert!(read(&|all| all["items"][1]["key"] = json!("+")));
    }

    #[test]
    fn a_file_of_another_kind_is_told_in_one_sentence() {
        for (format, kind) in
            [("middle-layer/response", "saved answers"), ("middle-layer/path", "a saved approval path")]
        {
            let found =
                examine(&json!({"format": format, "answers": {}}).to_string()).unwrap().unwrap_err().found;
            assert_eq!(found.len(), 1, "{found:?}");
            assert_eq!(
                found[0].message,
                format!("This file holds {kind}, and no questions. Name an instrument file.")
            );
        }
    }

    #[test]
    fn an_id_that_no_question_has_is_named_in_its_line() {
        let found = with(|all| all["order"]["full"]["manager"][1][6] = json!("SIG9"));
        let unknown = found.iter().find(|found| found.pointer == "/order/full/manager/1/6").unwrap();
        assert!(unknown.message.contains("names “SIG9”"), "{found:?}");
    }

    #[test]
    fn what_is_not_json_has_its_line() {
        let Findings { found, read } = examine("{\n  \"id\": \"a\",\n  oops\n}").unwrap().unwrap_err();
        assert!(!read);
        assert_eq!((found.len(), found[0].line), (1, 3), "{found:?}");
        assert!(found[0].message.contains("not valid JSON"), "{found:?}");
    }

    #[test]
    fn files_that_cannot_be_read() {
        let folder = std::env::temp_dir().join(format!("middle-layer-check-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("own.json");
        assert!(check(&file).unwrap_err().to_string().contains("own.json"));
        fs::write(&file, b"{\n\"id\": \"\xff\"}").unwrap();
        assert!(
            check(&file)
                .unwrap_err()
                .to_string()
                .contains("not UTF-8 text; the first byte that is not stands in line 2")
        );
        fs::write(&file, vec![b' '; LARGEST_FILE + 1]).unwrap();
        assert!(check(&file).unwrap_err().to_string().contains("at most 1048576 are read"));
        fs::write(&file, EXAMPLE.replace("mailto:", "tel:")).unwrap();
        assert!(!check(&file).unwrap());
        fs::write(&file, EXAMPLE).unwrap();
        assert!(check(&file).unwrap());
        fs::remove_dir_all(&folder).unwrap();
    }
}
