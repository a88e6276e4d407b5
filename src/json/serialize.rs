//! Whatever serialises, as the text of JSON.
//!
//! `serde_json` writes the same text. Its writer can fail at every comma, and the handling of failures that never
//! come is half of the code that is made of each type.

use std::fmt;

use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};
use serde::{Serialize, Serializer};
use serde_json::Number;

use super::Writer;

impl Writer {
    /// Any value whose names are texts.
    pub fn value(&mut self, value: &(impl Serialize + ?Sized)) -> &mut Self {
        // Nothing below fails; a type that refuses to be written would leave its text unfinished.
        let _ = value.serialize(&mut *self);
        self
    }
}

/// What a type gives that refuses to be written; none of this crate does.
#[derive(Debug)]
pub struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("the value refuses to be written")
    }
}

impl std::error::Error for Refused {}

impl serde::ser::Error for Refused {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

type Written = Result<(), Refused>;

impl Serializer for &mut Writer {
    type Ok = ();
    type Error = Refused;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    fn serialize_bool(self, value: bool) -> Written {
        self.raw(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Written {
        self.raw(&value.to_string());
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Written {
        self.whole(value);
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Written {
        self.serialize_f64(value.into())
    }

    /// The shortest text that is read back as the same number; `null` for what is none.
    fn serialize_f64(self, value: f64) -> Written {
        match Number::from_f64(value) {
            Some(number) => self.raw(&number.to_string()),
            None => self.null(),
        };
        Ok(())
    }

    fn serialize_char(self, value: char) -> Written {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Written {
        self.text(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Written {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.null();
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        self.begin('{').name(variant).value(value).end('}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Refused> {
        Ok(self.begin('['))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Refused> {
        Ok(self.begin('['))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Refused> {
        Ok(self.begin('['))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self, Refused> {
        Ok(self.begin('{').name(variant).begin('['))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Refused> {
        Ok(self.begin('{'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Refused> {
        Ok(self.begin('{'))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self, Refused> {
        Ok(self.begin('{').name(variant).begin('{'))
    }
}

/// Lists of each kind: values, and what closes them.
macro_rules! list {
    ($kind:ident, $element:ident, $($end:literal)+) => {
        impl $kind for &mut Writer {
            type Ok = ();
            type Error = Refused;

            fn $element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
                value.serialize(&mut **self)
            }

            fn end(self) -> Written {
                self$(.end($end))+;
                Ok(())
            }
        }
    };
}

list!(SerializeSeq, serialize_element, ']');
list!(SerializeTuple, serialize_element, ']');
list!(SerializeTupleStruct, serialize_field, ']');
list!(SerializeTupleVariant, serialize_field, ']' '}');

/// Objects with known names: names with values, and what closes them.
macro_rules! object {
    ($kind:ident, $($end:literal)+) => {
        impl $kind for &mut Writer {
            type Ok = ();
            type Error = Refused;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
                value.serialize(self.name(name))
            }

            fn end(self) -> Written {
                self$(.end($end))+;
                Ok(())
            }
        }
    };
}

object!(SerializeStruct, '}');
object!(SerializeStructVariant, '}' '}');

impl SerializeMap for &mut Writer {
    type Ok = ();
    type Error = Refused;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        key.serialize(&mut **self)?;
        self.after_name();
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        Writer::end(self, '}');
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use serde::Serialize;
    use serde_json::Value;

    use crate::json::Writer;

    #[derive(Serialize)]
    struct Unit;

    #[derive(Serialize)]
    struct Wrapped(u8);

    #[derive(Serialize)]
    struct Pair(i8, f32);

    #[derive(Serialize)]
    enum Kind {
        Unit,
        Wrapped(Option<u16>),
        Pair(i16, Vec<u8>),
        Struct { a: char, b: () },
    }

    #[derive(Serialize)]
    struct All {
        unit: Unit,
        wrapped: Wrapped,
        pair: Pair,
        kinds: Vec<Kind>,
        map: BTreeMap<String, [i32; 2]>,
        #[serde(skip_serializing_if = "Option::is_none")]
        skipped: Option<u8>,
        numbers: (u64, i64, f64, f64),
    }

    fn check(value: &impl Serialize) {
        let (mut compact, mut spacious) = (Writer::compact(), Writer::spacious());
        compact.value(value);
        spacious.value(value);
        assert_eq!(compact.finish(), serde_json::to_string(value).unwrap());
        assert_eq!(spacious.finish(), serde_json::to_string_pretty(value).unwrap());
    }

    #[test]
    fn every_kind_of_value() {
        check(&All {
            unit: Unit,
            wrapped: Wrapped(7),
            pair: Pair(-1, 0.5),
            kinds: vec![
                Kind::Unit,
                Kind::Wrapped(None),
                Kind::Wrapped(Some(3)),
                Kind::Pair(-2, vec![]),
                Kind::Struct { a: '"', b: () },
            ],
            map: BTreeMap::from([("x\n".to_owned(), [1, -1]), (String::new(), [0, 2])]),
            skipped: None,
            numbers: (u64::MAX, i64::MIN, 50.0, f64::NAN),
        });
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
            "[\\x00-\\x1f\"\\\\\\x7f/é]{0,40}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map(any::<String>(), inner, 0..4)
                    .prop_map(|fields| fields.into_iter().collect::<serde_json::Map<_, _>>().into()),
            ]
        })
    }

    proptest! {
        #[test]
        fn any_plain_data(value in any_value()) {
            check(&value);
        }
    }
}
