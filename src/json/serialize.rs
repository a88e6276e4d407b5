//! Writing whatever `serde` can describe.

use std::fmt::{self, Display};

use serde::ser::{
    Error, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};

use super::Writer;

/// A value that has no place in plain data: bytes, or a name that is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotPlain;

impl Display for NotPlain {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the value has no place in plain data")
    }
}

impl std::error::Error for NotPlain {}

impl Error for NotPlain {
    fn custom<T: Display>(_message: T) -> Self {
        Self
    }
}

/// A list or an object that is being written.
#[derive(Debug)]
pub struct Begun<'w> {
    out: &'w mut Writer,
    closing: char,
}

impl<'w> Begun<'w> {
    fn list(out: &'w mut Writer) -> Self {
        Self { out: out.begin('['), closing: ']' }
    }

    fn object(out: &'w mut Writer) -> Self {
        Self { out: out.begin('{'), closing: '}' }
    }

    fn end(self) {
        self.out.end(self.closing);
    }
}

type Written = Result<(), NotPlain>;

impl<'w> Serializer for &'w mut Writer {
    type Ok = ();
    type Error = NotPlain;
    type SerializeSeq = Begun<'w>;
    type SerializeTuple = Begun<'w>;
    type SerializeTupleStruct = Impossible<(), NotPlain>;
    type SerializeTupleVariant = Impossible<(), NotPlain>;
    type SerializeMap = Begun<'w>;
    type SerializeStruct = Begun<'w>;
    type SerializeStructVariant = Impossible<(), NotPlain>;

    fn serialize_bool(self, value: bool) -> Written {
        self.flag(value);
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
        let sign = if value < 0 { "-" } else { "" };
        self.raw(&format!("{sign}{}", value.unsigned_abs()));
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

    fn serialize_f64(self, value: f64) -> Written {
        self.number_or_null(value.is_finite().then_some(value));
        Ok(())
    }

    fn serialize_char(self, value: char) -> Written {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Written {
        self.text(value);
        Ok(())
    }

    fn serialize_bytes(self, _value: &[u8]) -> Written {
        Err(NotPlain)
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

    fn serialize_unit_struct(self, _name: &'static str) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _name: &'static str, _index: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _name: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        value.serialize(self.begin('{').name(variant))?;
        self.end('}');
        Ok(())
    }

    fn serialize_seq(self, _length: Option<usize>) -> Result<Begun<'w>, NotPlain> {
        Ok(Begun::list(self))
    }

    fn serialize_tuple(self, _length: usize) -> Result<Begun<'w>, NotPlain> {
        Ok(Begun::list(self))
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeTupleStruct, NotPlain> {
        Err(NotPlain)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeTupleVariant, NotPlain> {
        Err(NotPlain)
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Begun<'w>, NotPlain> {
        Ok(Begun::object(self))
    }

    fn serialize_struct(self, _name: &'static str, _length: usize) -> Result<Begun<'w>, NotPlain> {
        Ok(Begun::object(self))
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeStructVariant, NotPlain> {
        Err(NotPlain)
    }
}

impl SerializeSeq for Begun<'_> {
    type Ok = ();
    type Error = NotPlain;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(&mut *self.out)
    }

    fn end(self) -> Written {
        Begun::end(self);
        Ok(())
    }
}

impl SerializeTuple for Begun<'_> {
    type Ok = ();
    type Error = NotPlain;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(&mut *self.out)
    }

    fn end(self) -> Written {
        Begun::end(self);
        Ok(())
    }
}

impl SerializeMap for Begun<'_> {
    type Ok = ();
    type Error = NotPlain;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Written {
        name.serialize(&mut *self.out)?;
        self.out.colon();
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(&mut *self.out)
    }

    fn end(self) -> Written {
        Begun::end(self);
        Ok(())
    }
}

impl SerializeStruct for Begun<'_> {
    type Ok = ();
    type Error = NotPlain;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
        value.serialize(self.out.name(name))
    }

    fn end(self) -> Written {
        Begun::end(self);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::super::Writer;
    use crate::table::Table;

    #[derive(Serialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        TheFirst,
        Other(f64),
    }

    #[derive(Serialize)]
    struct Inner {
        score: Option<f64>,
        band: Option<[f64; 2]>,
    }

    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Outer {
        #[serde(flatten)]
        inner: Inner,
        the_kinds: Vec<Kind>,
        table: Table<String, i32>,
        answered: usize,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        none: Vec<bool>,
        pair: (bool, char),
        nothing: Option<()>,
    }

    #[test]
    fn as_serde_json_does() {
        let value = Outer {
            inner: Inner { score: Some(12.5), band: Some([-0.25, 100.75]) },
            the_kinds: vec![Kind::TheFirst, Kind::Other(0.1)],
            table: Table::from([("b\"".to_owned(), -2), ("a".to_owned(), i32::MIN)]),
            answered: 7,
            none: vec![],
            pair: (true, 'é'),
            nothing: None,
        };
        let mut out = Writer::compact();
        assert_eq!(value.serialize(&mut out), Ok(()));
        assert_eq!(out.finish(), serde_json::to_string(&value).unwrap());
    }
}
