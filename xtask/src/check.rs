//! Checking an organisation's own instrument file: its form against the published schema, its sense by the engine's own
//! rules.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use jsonschema::ValidationError;
use middle_layer::instrument::{Form, Instrument, LARGEST_FILE, Role, parse_file, read_sound};
use middle_layer::text::problem_message;
use serde_json::Value;

use crate::failure::{Advise, Failure};
use crate::place::{line_of, pointer_of};

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

/// Checks a file and prints what is in it, or all that is wrong with it; whether it can be used.
pub(crate) fn check(path: &Path) -> anyhow::Result<bool> {
    let text = read(path)?;
    match examine(&text)? {
        Ok(instrument) => {
            println!("{} can be used.\n\n{}", path.display(), described(&instrument));
            Ok(true)
        }
        Err(found) => {
            for Found { line, pointer, message } in &found {
                let place = if pointer.is_empty() { String::new() } else { format!(" {pointer}") };
                println!("{}:{line}{place}\n    {message}", path.display());
            }
            let problems = if found.len() == 1 { "1 problem" } else { &format!("{} problems", found.len()) };
            println!(
                "\n{problems}: the file is not used until all are mended. docs/instrument.md has the rules."
            );
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

/// The instrument, or all that is wrong with it in the order of the file.
fn examine(text: &str) -> anyhow::Result<Result<Instrument, Vec<Found>>> {
    let value = match parse_file(text) {
        Ok(value) => value,
        Err(problems) => {
            let words = problems.first().map(problem_message).unwrap_or_default();
            // The parser of the engine names the line in its words.
            let line = serde_json::from_str::<Value>(text).err().map_or(1, |error| error.line());
            return Ok(Err(vec![Found { line, pointer: String::new(), message: words }]));
        }
    };
    let mut found = Vec::new();
    let mut keep = |pointer: String, message: String| {
        found.push(Found { line: line_of(text, &pointer), pointer, message });
    };
    let plain = Value::from(value.clone());
    let (instrument, problems) = match read_sound(&value) {
        Ok(instrument) => (Some(instrument), Vec::new()),
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
        if !places.contains(&pointer) {
            keep(pointer, advice(&schema, &error));
        }
    }
    found.sort_by_key(|found| found.line);
    Ok(match instrument {
        Some(instrument) if found.is_empty() => Ok(instrument),
        _ => Err(found),
    })
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

/// What is in a sound file.
fn described(instrument: &Instrument) -> String {
    let mut text = String::new();
    for (name, content) in [
        ("id", instrument.id.as_str()),
        ("version", &instrument.version),
        ("title", &instrument.title),
        ("fingerprint", instrument.fingerprint()),
        ("hash", &instrument.hash),
    ] {
        let _ = writeln!(text, "{name:<12} {content}");
    }
    let _ = writeln!(text, "\n{:<12}{:>8}{:>8}", "questions", Form::Full.id(), Form::Pulse.id());
    for role in Role::ALL {
        let [full, pulse] = Form::ALL.map(|form| instrument.items_shown(form, role).len());
        let _ = writeln!(text, "{:<12}{full:>8}{pulse:>8}", role.id());
    }
    let mut measured: BTreeMap<&str, usize> = BTreeMap::new();
    for item in &instrument.items {
        *measured.entry(item.construct.id()).or_default() += 1;
    }
    let list: Vec<String> =
        measured.iter().map(|(construct, items)| format!("{construct} {items}")).collect();
    let _ = write!(text, "\nitems        {}: {}", instrument.items.len(), list.join(", "));
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const BUILT_IN: &str = include_str!("../../static/instrument.json");
    const EXAMPLE: &str = include_str!("../../docs/instrument-example.json");

    fn with(change: impl FnOnce(&mut Value)) -> Vec<Found> {
        let mut value: Value = serde_json::from_str(EXAMPLE).unwrap();
        change(&mut value);
        examine(&serde_json::to_string_pretty(&value).unwrap()).unwrap().unwrap_err()
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

    #[test]
    fn what_is_not_json_has_its_line() {
        let found = examine("{\n  \"id\": \"a\",\n  oops\n}").unwrap().unwrap_err();
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
