//! Where in a JSON text something stands.

use middle_layer::problem::{child, shorten};
use serde_json::Value;

/// The JSON pointer (RFC 6901) of a place as the engine names it, such as `items.SIG1.text`: an entry of a list goes by
/// its id there. Of something that is missing it is the place that lacks it.
pub(crate) fn pointer_of(file: &Value, path: &str) -> String {
    let mut pointer = String::new();
    let mut value = file;
    for step in path.split('.') {
        let next = match value {
            Value::Object(object) => object
                .iter()
                .find(|(name, _)| shorten(name) == step)
                .map(|(name, value)| (name.replace('~', "~0").replace('/', "~1"), value)),
            Value::Array(list) => {
                let named = |entry: &Value| {
                    entry.get("id").and_then(Value::as_str).map(shorten).as_deref() == Some(step)
                };
                // Ids of questions stand on a page as they are.
                let itself = |entry: &Value| entry.as_str().map(shorten).as_deref() == Some(step);
                let position = list.iter().position(named).or_else(|| step.parse().ok());
                let position = position.or_else(|| list.iter().position(itself));
                position.and_then(|position| Some((position.to_string(), list.get(position)?)))
            }
            _ => None,
        };
        let Some((name, next)) = next else { break };
        pointer = pointer + "/" + &name;
        value = next;
    }
    pointer
}

/// A place as the engine names it, of a JSON pointer: the other way round.
pub(crate) fn path_of(file: &Value, pointer: &str) -> String {
    let mut path = String::new();
    let mut value = Some(file);
    for step in pointer.split('/').skip(1) {
        let list = value.is_some_and(Value::is_array);
        let name = step.replace("~1", "/").replace("~0", "~");
        value = value.and_then(|value| value.pointer(&format!("/{step}")));
        let id = value.filter(|_| list).and_then(|value| value.get("id")).and_then(Value::as_str);
        path = child(&path, id.unwrap_or(&name));
    }
    path
}

/// The line, from 1, in which the value at a JSON pointer begins; 1 where there is none. The text is valid JSON.
pub(crate) fn line_of(text: &str, pointer: &str) -> usize {
    let steps: Vec<String> =
        pointer.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~")).collect();
    let mut scanner = Scanner { text: text.as_bytes(), place: 0 };
    let found = scanner.find(&steps).unwrap_or(0);
    text.bytes().take(found).filter(|byte| *byte == b'\n').count() + 1
}

struct Scanner<'a> {
    text: &'a [u8],
    place: usize,
}

impl Scanner<'_> {
    fn peek(&mut self) -> Option<u8> {
        while let Some(byte) = self.text.get(self.place) {
            if !byte.is_ascii_whitespace() {
                return Some(*byte);
            }
            self.place += 1;
        }
        None
    }

    /// The place of the value that the steps lead to from here.
    fn find(&mut self, steps: &[String]) -> Option<usize> {
        let open = self.peek()?;
        let Some((step, rest)) = steps.split_first() else { return Some(self.place) };
        if open != b'{' && open != b'[' {
            return None;
        }
        self.place += 1;
        let mut position = 0;
        loop {
            match self.peek()? {
                b'}' | b']' => return None,
                b',' => self.place += 1,
                _ => {}
            }
            self.peek()?;
            let name = if open == b'{' {
                let start = self.place;
                self.skip()?;
                let name = serde_json::from_slice(self.text.get(start..self.place)?).ok()?;
                if self.peek()? == b':' {
                    self.place += 1;
                }
                name
            } else {
                position += 1;
                (position - 1_usize).to_string()
            };
            if name == *step {
                return self.find(rest);
            }
            self.skip()?;
        }
    }

    /// Goes past the value that begins here.
    fn skip(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        self.peek()?;
        while let Some(byte) = self.text.get(self.place) {
            match byte {
                b'"' => {
                    self.place += 1;
                    while *self.text.get(self.place)? != b'"' {
                        self.place += 1 + usize::from(self.text.get(self.place) == Some(&b'\\'));
                    }
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' | b',' | b':' | b' ' | b'\n' | b'\r' | b'\t' if depth == 0 => return Some(()),
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            self.place += 1;
            if depth == 0 && matches!(byte, b'"' | b'}' | b']') {
                return Some(());
            }
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{line_of, path_of, pointer_of};

    #[test]
    fn places_of_the_engine() {
        let file = json!({"items": [{"id": "A", "text": {"manager": "x"}}, {"id": "B"}], "order": [["R1"]], "a/b": 1});
        for (path, pointer) in [
            ("", ""),
            ("items", "/items"),
            ("items.B", "/items/1"),
            ("items.1", "/items/1"),
            ("items.A.text.manager", "/items/0/text/manager"),
            ("items.B.text.manager", "/items/1"),
            ("order.0.0", "/order/0/0"),
            ("order.0.R1", "/order/0/0"),
            ("order.R1", "/order"),
            ("a/b", "/a~1b"),
        ] {
            assert_eq!(pointer_of(&file, path), pointer, "{path}");
        }
    }

    #[test]
    fn places_for_the_engine() {
        let file = json!({"items": [{"id": "A", "text": {"manager": "x"}}, {}], "order": [["R1"]], "a/b": 1});
        for (pointer, path) in [
            ("", ""),
            ("/items/0/text/manager", "items.A.text.manager"),
            ("/items/1", "items.1"),
            ("/order/0/0", "order.0.0"),
            ("/a~1b", "a/b"),
            ("/gone/1", "gone.1"),
        ] {
            assert_eq!(path_of(&file, pointer), path, "{pointer}");
        }
    }

    #[test]
    fn lines() {
        let text = "{\n \"a\": [1, \"]\\\"\",\n  {\"b\": null}],\n\n \"c\\n/\" :\n  true, \"d\": -1.5e3,\n \"e\": {}}";
        for (pointer, line) in [
            ("", 1),
            ("/a", 2),
            ("/a/1", 2),
            ("/a/2", 3),
            ("/a/2/b", 3),
            ("/c\n~1", 6),
            ("/d", 6),
            ("/e", 7),
            ("/f", 1),
        ] {
            assert_eq!(line_of(text, pointer), line, "{pointer}");
        }
    }
}
