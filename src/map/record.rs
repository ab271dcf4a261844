//! One table of fields per kind of item.
//!
//! The table of a type names its fields in file order, once. Reading, writing, changing and comparing all run
//! over it, so a field that stands in the table is read, written, undone and diffed, and one that does not
//! cannot exist.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeOwned, Error as _, MapAccess};
use serde::ser::{Serialize, SerializeStruct};

use super::value::{Value, ValueError};

/// A type whose fields are data: each has a name, a value in the file's syntax, and a default left unwritten.
pub trait Record: Default + Clone + PartialEq {
    /// What an item of the type is called in an error.
    const NAME: &'static str;
    /// The fields in the order of the file.
    const FIELDS: &'static [&'static str];
    /// The fields that are written even when they hold their default, and must be there when read.
    const ALWAYS: &'static [&'static str];

    /// The field's value, or `None` when it holds its default. An unknown field is `None`.
    fn get(&self, field: &str) -> Option<Value>;

    /// Sets the field; `None` sets its default.
    ///
    /// # Errors
    /// If there is no such field, or the value does not fit it. The record is then as it was.
    fn set(&mut self, field: &str, value: Option<&Value>) -> Result<(), ValueError>;

    /// Reads the field from an open file; `false` if there is no such field.
    ///
    /// # Errors
    /// What the reader says of the value.
    fn read_field<'de, A: MapAccess<'de>>(&mut self, field: &str, access: &mut A) -> Result<bool, A::Error>;

    /// Writes the fields that do not hold their default, and those that always stand.
    ///
    /// # Errors
    /// What the writer says.
    fn write_fields<S: SerializeStruct>(&self, out: &mut S) -> Result<(), S::Error>;
}

pub(super) fn no_such_field<T: Record>(field: &str) -> ValueError {
    ValueError { value: field.to_owned(), why: format!("a {} has no such field", T::NAME) }
}

/// The value of a field, `None` where it is the default and need not stand.
pub(super) fn value_unless_default<T: Serialize + Default + PartialEq>(field: &T) -> Option<Value> {
    (!is_default(field)).then(|| Value::of(field))
}

/// Whether a field holds its type's default.
pub(super) fn is_default<T: Default + PartialEq>(field: &T) -> bool {
    *field == T::default()
}

/// Whether all fields that must stand were seen.
///
/// # Errors
/// Names the first one that was not.
pub fn require<T: Record, E: serde::de::Error>(seen: &[&'static str]) -> Result<(), E> {
    match T::ALWAYS.iter().find(|field| !seen.contains(field)) {
        Some(missing) => Err(E::missing_field(missing)),
        None => Ok(()),
    }
}

/// The name as it stands in the table, or an error that names the fields there are.
///
/// # Errors
/// If the table has no such field, or it was seen before.
pub fn known<A: MapAccessError>(
    fields: &'static [&'static str],
    field: &str,
    seen: &mut Vec<&'static str>,
) -> Result<&'static str, A> {
    let Some(name) = fields.iter().find(|name| **name == field) else {
        return Err(A::unknown(field, fields));
    };
    if seen.contains(name) {
        return Err(A::duplicate(name));
    }
    seen.push(name);
    Ok(name)
}

/// The two complaints that [`known`] makes.
pub trait MapAccessError: Sized {
    /// There is no such field.
    fn unknown(field: &str, fields: &'static [&'static str]) -> Self;
    /// The field stands twice.
    fn duplicate(field: &'static str) -> Self;
}

impl<E: serde::de::Error> MapAccessError for E {
    fn unknown(field: &str, fields: &'static [&'static str]) -> Self {
        E::unknown_field(field, fields)
    }
    fn duplicate(field: &'static str) -> Self {
        E::duplicate_field(field)
    }
}

/// Reads a whole record from an open struct.
///
/// # Errors
/// On an unknown, doubled or missing field, or a value that does not fit.
pub fn read_record<'de, T: Record, A: MapAccess<'de>>(mut access: A) -> Result<T, A::Error> {
    let mut record = T::default();
    let mut seen = Vec::new();
    while let Some(field) = access.next_key::<FieldName>()? {
        let name = known(T::FIELDS, &field.0, &mut seen)?;
        if !record.read_field(name, &mut access)? {
            return Err(A::Error::custom("a field of the table cannot be read"));
        }
    }
    require::<T, A::Error>(&seen)?;
    Ok(record)
}

/// What a complaint about a key that stands twice begins with; the key in quotes follows.
pub const TWICE: &str = "this key stands twice: ";

/// The entries of `{key: value}`, read one by one so that a key that stands twice is refused.
///
/// serde's own map keeps the last of two equal keys and says nothing: a bad merge would lose a card that way.
pub struct Entries<K, V>(pub BTreeMap<K, V>);

impl<'de, K, V> serde::Deserialize<'de> for Entries<K, V>
where
    K: serde::Deserialize<'de> + Ord + fmt::Debug,
    V: serde::Deserialize<'de>,
{
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<K, V>(std::marker::PhantomData<(K, V)>);
        impl<'de, K, V> serde::de::Visitor<'de> for Reader<K, V>
        where
            K: serde::Deserialize<'de> + Ord + fmt::Debug,
            V: serde::Deserialize<'de>,
        {
            type Value = Entries<K, V>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("entries in curly brackets")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
                let mut entries = BTreeMap::new();
                while let Some(key) = access.next_key::<K>()? {
                    if entries.contains_key(&key) {
                        return Err(A::Error::custom(format_args!("{TWICE}{key:?}")));
                    }
                    entries.insert(key, access.next_value()?);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Reader(std::marker::PhantomData))
    }
}

/// A type that a field may have: how its value is read from an open file.
pub trait FieldValue: DeserializeOwned {
    /// Reads the value.
    ///
    /// # Errors
    /// What the reader says of it.
    fn read_value<'de, A: MapAccess<'de>>(access: &mut A) -> Result<Self, A::Error> {
        access.next_value()
    }
}

impl FieldValue for String {}
impl FieldValue for bool {}
impl FieldValue for u32 {}
impl<T: DeserializeOwned> FieldValue for Option<T> {}
impl<T: DeserializeOwned> FieldValue for Vec<T> {}
impl<K: DeserializeOwned + Ord + fmt::Debug, V: DeserializeOwned> FieldValue for BTreeMap<K, V> {
    fn read_value<'de, A: MapAccess<'de>>(access: &mut A) -> Result<Self, A::Error> {
        access.next_value::<Entries<K, V>>().map(|entries| entries.0)
    }
}

/// A field's name as it stands in a file.
pub struct FieldName(pub String);

impl<'de> serde::Deserialize<'de> for FieldName {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;
        impl serde::de::Visitor<'_> for Name {
            type Value = FieldName;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a field's name")
            }
            fn visit_str<E>(self, name: &str) -> Result<FieldName, E> {
                Ok(FieldName(name.to_owned()))
            }
        }
        deserializer.deserialize_identifier(Name)
    }
}

/// Writes the table of a type: `record!(Level, "level", [name, part_of], always [name])`.
macro_rules! record {
    ($type:ident, $name:literal, [$($field:ident),* $(,)?], always [$($always:ident),*]) => {
        impl $crate::map::record::Record for $type {
            const NAME: &'static str = $name;
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];
            const ALWAYS: &'static [&'static str] = &[$(stringify!($always)),*];

            fn get(&self, field: &str) -> Option<$crate::map::value::Value> {
                match field {
                    $(stringify!($field) => $crate::map::record::value_unless_default(&self.$field),)*
                    _ => None,
                }
            }

            fn set(
                &mut self,
                field: &str,
                value: Option<&$crate::map::value::Value>,
            ) -> Result<(), $crate::map::value::ValueError> {
                match field {
                    $(stringify!($field) => {
                        self.$field = match value {
                            Some(value) => value.read()?,
                            None => Default::default(),
                        };
                    })*
                    _ => return Err($crate::map::record::no_such_field::<Self>(field)),
                }
                Ok(())
            }

            fn read_field<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                field: &str,
                access: &mut A,
            ) -> Result<bool, A::Error> {
                match field {
                    $(stringify!($field) => {
                        self.$field = $crate::map::record::FieldValue::read_value(access)?;
                    })*
                    _ => return Ok(false),
                }
                Ok(true)
            }

            fn write_fields<S: serde::ser::SerializeStruct>(&self, out: &mut S) -> Result<(), S::Error> {
                $(if <Self as $crate::map::record::Record>::ALWAYS.contains(&stringify!($field))
                    || !$crate::map::record::is_default(&self.$field)
                {
                    out.serialize_field(stringify!($field), &self.$field)?;
                })*
                Ok(())
            }
        }

        impl $crate::map::record::FieldValue for $type {}

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct as _;
                let mut out = serializer.serialize_struct(stringify!($type), 0)?;
                $crate::map::record::Record::write_fields(self, &mut out)?;
                out.end()
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Reader;
                impl<'de> serde::de::Visitor<'de> for Reader {
                    type Value = $type;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(concat!("a ", $name, " in round brackets"))
                    }
                    fn visit_map<A: serde::de::MapAccess<'de>>(self, access: A) -> Result<$type, A::Error> {
                        $crate::map::record::read_record(access)
                    }
                }
                // No name: the names of Rust types stay out of people's files.
                deserializer.deserialize_struct(
                    "",
                    <$type as $crate::map::record::Record>::FIELDS,
                    Reader,
                )
            }
        }
    };
}
pub(super) use record;

/// An enum whose words stand in the file as they are written here, with the list of all of them.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* $variant),*
        }

        impl $crate::map::record::FieldValue for $name {}

        impl $name {
            /// Every one, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The word as it stands in a file.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $($name::$variant => stringify!($variant)),*
                }
            }
        }
    };
}
pub(super) use choice;
