//! Plain data, as JSON has it.
//!
//! The values of `serde_json` would do the same with more: its maps are trees that balance themselves, and its numbers
//! come in three kinds.

/// A value of JSON.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value {
    /// Nothing.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number. Whole ones are exact up to 2^53.
    Number(f64),
    /// A text.
    String(String),
    /// A list.
    Array(Vec<Self>),
    /// An object.
    Object(Object),
}

/// The fields of an object, in the order in which they were written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Object(Vec<(String, Value)>);

/// Whole numbers up to here are exact.
const LARGEST_WHOLE: f64 = 9_007_199_254_740_991.0;

impl Value {
    /// The text, of a text.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// The number, of a number.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// The number, of one that is whole and that 64 bits hold exactly.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        let number = self.as_f64()?;
        if number.fract() != 0.0 || number.abs() > LARGEST_WHOLE {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
        Some(number as i64)
    }

    /// The same, of one that is not negative.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        u64::try_from(self.as_i64()?).ok()
    }

    /// What a flag says.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(flag) = self { Some(*flag) } else { None }
    }

    /// The elements, of a list.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Self]> {
        if let Self::Array(list) = self { Some(list) } else { None }
    }

    /// The fields, of an object.
    #[must_use]
    pub fn as_object(&self) -> Option<&Object> {
        if let Self::Object(object) = self { Some(object) } else { None }
    }

    /// A field, of an object that has it.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.as_object()?.get(name)
    }

    /// Whether this is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl Object {
    /// One without fields.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a field. Of two with the same name the later one holds.
    pub fn push(&mut self, name: String, value: Value) {
        self.0.push((name, value));
    }

    /// A field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        let mut found = None;
        for (other, value) in &self.0 {
            if other == name {
                found = Some(value);
            }
        }
        found
    }

    /// All fields, as they were added.
    #[must_use]
    pub fn fields(&self) -> &[(String, Value)] {
        &self.0
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// As tools and tests make them.
#[cfg(not(target_arch = "wasm32"))]
impl From<&serde_json::Value> for Value {
    fn from(value: &serde_json::Value) -> Self {
        match value {
            serde_json::Value::Null => Self::Null,
            serde_json::Value::Bool(flag) => Self::Bool(*flag),
            serde_json::Value::Number(number) => Self::Number(number.as_f64().unwrap_or_default()),
            serde_json::Value::String(text) => Self::String(text.clone()),
            serde_json::Value::Array(list) => Self::Array(list.iter().map(Self::from).collect()),
            serde_json::Value::Object(fields) => Self::Object(Object(
                fields.iter().map(|(name, value)| (name.clone(), value.into())).collect(),
            )),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl From<serde_json::Value> for Value {
    fn from(value: serde_json::Value) -> Self {
        Self::from(&value)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl From<Value> for serde_json::Value {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Bool(flag),
            Value::Number(number) => value.as_i64().map_or_else(|| Self::from(number), Self::from),
            Value::String(text) => Self::String(text),
            Value::Array(list) => list.into_iter().map(Self::from).collect(),
            Value::Object(Object(fields)) => {
                fields.into_iter().map(|(name, value)| (name, Self::from(value))).collect()
            }
        }
    }
}
