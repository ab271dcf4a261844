//! A value on its way into the file: the shape that the writer lays out.
//!
//! Anything that serde can serialise becomes a [`Tree`]; one on one line is a [`Value`](super::value::Value),
//! and the file's writer gives the large ones their lines.

use serde::ser::{self, Serialize};

use super::escape::quote;

/// A value in RON, before it is laid out on lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    /// A number, a word, a quoted text: written as it stands.
    Atom(String),
    /// `[a, b]`
    List(Vec<Tree>),
    /// `(a, b)`, with a name before it if it is a variant: `Link("a", Causes, "b")`.
    Tuple(&'static str, Vec<Tree>),
    /// `(field: value)`
    Struct(Vec<(&'static str, Tree)>),
    /// `{"key": value}`
    Map(Vec<(Tree, Tree)>),
}

impl Tree {
    /// The shape of `value`.
    ///
    /// # Panics
    /// On a value that RON could not hold; the model has none (a test writes every field).
    #[must_use]
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Self {
        value.serialize(Maker).expect("every value of the model has a place in the file")
    }

    /// The value on one line, in canonical form.
    #[must_use]
    pub fn inline(&self) -> String {
        let mut out = String::new();
        self.write_inline(&mut out);
        out
    }

    // Recursion is bounded: the model nests five deep at most, and graphs are not nested values.
    fn write_inline(&self, out: &mut String) {
        match self {
            Tree::Atom(text) => out.push_str(text),
            Tree::List(items) => write_row(out, '[', ']', items, |out, item| item.write_inline(out)),
            Tree::Tuple(name, items) => {
                out.push_str(name);
                write_row(out, '(', ')', items, |out, item| item.write_inline(out));
            }
            Tree::Struct(fields) => write_row(out, '(', ')', fields, |out, (name, value)| {
                out.push_str(name);
                out.push_str(": ");
                value.write_inline(out);
            }),
            Tree::Map(entries) => write_row(out, '{', '}', entries, |out, (key, value)| {
                key.write_inline(out);
                out.push_str(": ");
                value.write_inline(out);
            }),
        }
    }
}

fn write_row<T>(out: &mut String, open: char, close: char, items: &[T], write: impl Fn(&mut String, &T)) {
    out.push(open);
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push_str(", ");
        }
        write(out, item);
    }
    out.push(close);
}

/// The name by which a [`Value`](super::value::Value) asks to be written as it stands.
pub(super) const RAW: &str = "floke::Value";

/// A value that has no place in a map file.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct TreeError(String);

impl ser::Error for TreeError {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

struct Maker;

/// What is being collected: a list, a tuple, a struct or a map.
pub struct Rows {
    name: &'static str,
    items: Vec<Tree>,
    fields: Vec<(&'static str, Tree)>,
    keys: Vec<Tree>,
}

impl Rows {
    fn named(name: &'static str) -> Self {
        Self { name, items: Vec::new(), fields: Vec::new(), keys: Vec::new() }
    }
}

fn atom(text: impl ToString) -> Result<Tree, TreeError> {
    Ok(Tree::Atom(text.to_string()))
}

fn unfit<T>(what: &str) -> Result<T, TreeError> {
    Err(TreeError(format!("{what} has no place in a map file")))
}

impl ser::Serializer for Maker {
    type Ok = Tree;
    type Error = TreeError;
    type SerializeSeq = Rows;
    type SerializeTuple = Rows;
    type SerializeTupleStruct = Rows;
    type SerializeTupleVariant = Rows;
    type SerializeMap = Rows;
    type SerializeStruct = Rows;
    type SerializeStructVariant = ser::Impossible<Tree, TreeError>;

    fn serialize_bool(self, v: bool) -> Result<Tree, TreeError> {
        atom(v)
    }
    fn serialize_i8(self, v: i8) -> Result<Tree, TreeError> {
        atom(v)
    }
    fn serialize_i16(self, v: i16) -> Result<Tree, TreeError> {
        atom(v)
    }
    fn serialize_i32(self, v: i32) -> Result<Tree, TreeError> {
        atom(v)
    }
    fn serialize_i64(self, v: i64) -> Result<Tree, TreeError> {
        atom(v)
    }
    fn serialize_u8(self, v: u8) -> Result<Tree, TreeError> {
        atom(v)
    }
    fn serialize_u16(self, v: u16) -> Result<Tree, TreeError> {
        atom(v)
    }
    fn serialize_u32(self, v: u32) -> Result<Tree, TreeError> {
        atom(v)
    }
    fn serialize_u64(self, v: u64) -> Result<Tree, TreeError> {
        atom(v)
    }
    fn serialize_f32(self, _: f32) -> Result<Tree, TreeError> {
        unfit("a fraction")
    }
    fn serialize_f64(self, _: f64) -> Result<Tree, TreeError> {
        unfit("a fraction")
    }
    fn serialize_char(self, v: char) -> Result<Tree, TreeError> {
        atom(quote(&v.to_string()))
    }
    fn serialize_str(self, v: &str) -> Result<Tree, TreeError> {
        Ok(Tree::Atom(quote(v)))
    }
    fn serialize_bytes(self, _: &[u8]) -> Result<Tree, TreeError> {
        unfit("a row of bytes")
    }
    fn serialize_none(self) -> Result<Tree, TreeError> {
        atom("None")
    }
    fn serialize_some<T: Serialize + ?Sized>(self, v: &T) -> Result<Tree, TreeError> {
        v.serialize(self)
    }
    fn serialize_unit(self) -> Result<Tree, TreeError> {
        atom("()")
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<Tree, TreeError> {
        atom("()")
    }
    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<Tree, TreeError> {
        atom(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        v: &T,
    ) -> Result<Tree, TreeError> {
        match (name, v.serialize(Maker)?) {
            // The text was quoted on the way here; a value stands in the file as it is.
            (RAW, Tree::Atom(quoted)) => match ron::from_str::<String>(&quoted) {
                Ok(text) => Ok(Tree::Atom(text)),
                Err(error) => unfit(&error.to_string()),
            },
            (_, tree) => Ok(tree),
        }
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        v: &T,
    ) -> Result<Tree, TreeError> {
        Ok(Tree::Tuple(variant, vec![v.serialize(Maker)?]))
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Rows, TreeError> {
        Ok(Rows::named(""))
    }
    fn serialize_tuple(self, _: usize) -> Result<Rows, TreeError> {
        Ok(Rows::named(""))
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Rows, TreeError> {
        Ok(Rows::named(""))
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Rows, TreeError> {
        Ok(Rows::named(variant))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Rows, TreeError> {
        Ok(Rows::named(""))
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Rows, TreeError> {
        Ok(Rows::named(""))
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, TreeError> {
        unfit(variant)
    }
}

impl ser::SerializeSeq for Rows {
    type Ok = Tree;
    type Error = TreeError;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), TreeError> {
        self.items.push(value.serialize(Maker)?);
        Ok(())
    }
    fn end(self) -> Result<Tree, TreeError> {
        Ok(Tree::List(self.items))
    }
}

macro_rules! tuple_rows {
    ($trait:ident, $method:ident) => {
        impl ser::$trait for Rows {
            type Ok = Tree;
            type Error = TreeError;
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), TreeError> {
                self.items.push(value.serialize(Maker)?);
                Ok(())
            }
            fn end(self) -> Result<Tree, TreeError> {
                Ok(Tree::Tuple(self.name, self.items))
            }
        }
    };
}
tuple_rows!(SerializeTuple, serialize_element);
tuple_rows!(SerializeTupleStruct, serialize_field);
tuple_rows!(SerializeTupleVariant, serialize_field);

impl ser::SerializeMap for Rows {
    type Ok = Tree;
    type Error = TreeError;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), TreeError> {
        self.keys.push(key.serialize(Maker)?);
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), TreeError> {
        self.items.push(value.serialize(Maker)?);
        Ok(())
    }
    fn end(self) -> Result<Tree, TreeError> {
        Ok(Tree::Map(self.keys.into_iter().zip(self.items).collect()))
    }
}

impl ser::SerializeStruct for Rows {
    type Ok = Tree;
    type Error = TreeError;
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), TreeError> {
        self.fields.push((key, value.serialize(Maker)?));
        Ok(())
    }
    fn end(self) -> Result<Tree, TreeError> {
        Ok(Tree::Struct(self.fields))
    }
}
