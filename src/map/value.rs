//! A field's value in the file's own syntax, on one line: what a change carries and a journal stores.

use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::tree::{RAW, Tree};

/// One value as it stands in a map file, canonical, on one line: `"Trust"`, `Barrier`, `["a", "b"]`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Value(String);

/// A text that is no value of the kind that a field takes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{value} does not fit here: {why}")]
pub struct ValueError {
    /// The text that did not fit.
    pub value: String,
    /// What the reader said of it.
    pub why: String,
}

/// How every map file is read: `Some` need not be written.
#[must_use]
pub fn ron_options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

impl Value {
    /// `value` in the file's syntax.
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Self {
        Self(Tree::of(value).inline())
    }

    /// Reads the value as a `T`.
    ///
    /// # Errors
    /// If the text is no value of that type.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, ValueError> {
        ron_options()
            .from_str(&self.0)
            .map_err(|error| ValueError { value: self.0.clone(), why: error.code.to_string() })
    }

    /// The value's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Takes a text that stands in a file as a value, whatever its blanks and comments, and tidies it.
    #[must_use]
    pub fn tidy(raw: &str) -> Self {
        Self(tidy(raw))
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(RAW, &self.0)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<ron::value::RawValue>::deserialize(deserializer)?;
        Ok(Self::tidy(raw.get_ron()))
    }
}

/// One blank after `,` and `:`, none elsewhere, no trailing comma, no comment; texts stay as they are.
fn tidy(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(c) = rest.chars().next() {
        if c == '"' {
            let end = text_end(rest);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        if let Some(after) = rest.strip_prefix("//") {
            rest = after.find('\n').map_or("", |at| &after[at..]);
            continue;
        }
        if let Some(after) = rest.strip_prefix("/*") {
            rest = after.find("*/").map_or("", |at| &after[at + 2..]);
            continue;
        }
        rest = &rest[c.len_utf8()..];
        match c {
            ',' | ':' => {
                out.push(c);
                out.push(' ');
            }
            ')' | ']' | '}' => {
                if let Some(kept) = out.strip_suffix(", ") {
                    out.truncate(kept.len());
                }
                out.push(c);
            }
            c if c.is_whitespace() => {}
            c => out.push(c),
        }
    }
    out
}

/// Where a quoted text that starts at 0 ends (behind its closing quote).
fn text_end(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_back() {
        let list = vec!["a".to_owned(), "it's «å»".to_owned()];
        let value = Value::of(&list);
        assert_eq!(value.as_str(), "[\"a\", \"it's «å»\"]");
        assert_eq!(value.read::<Vec<String>>(), Ok(list));
        assert!(Value::of("x").read::<u8>().is_err());
    }

    #[test]
    fn tidying_keeps_texts_and_drops_the_rest() {
        let raw = "(\n  label : \"a,  b: // c\\\" )\" , // why\n kind:Cause,\n /* x */ )";
        assert_eq!(Value::tidy(raw).as_str(), "(label: \"a,  b: // c\\\" )\", kind: Cause)");
    }

    #[test]
    fn a_value_inside_a_value_is_written_as_it_stands() {
        let inner = Value::tidy("(label: \"x\")");
        assert_eq!(Value::of(&vec![inner.clone()]).as_str(), "[(label: \"x\")]");
        let read: Vec<Value> = Value::of(&vec![inner.clone()]).read().expect("a list of values");
        assert_eq!(read, [inner]);
    }
}
