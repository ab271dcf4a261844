//! Names of things that never change: the ids of nodes, levels, areas and the rest.
//!
//! An id is a short text that a reviewer can read in a diff. It is fixed for life: renaming a label never
//! touches it. The types differ so that a level's id cannot be handed over where a node's is meant.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

/// The longest id a file may hold, in characters.
pub const ID_LENGTH: usize = 40;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Takes the text as it stands; whether it is a lawful id is for the file's check to say.
            pub fn new(text: impl AsRef<str>) -> Self {
                Self(Arc::from(text.as_ref()))
            }

            /// The id's text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::new("")
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", &*self.0)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl super::record::FieldValue for $name {}

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(IdVisitor).map(Self)
            }
        }
    };
}

id!(
    /// Names a node: letters a-z, digits and dashes, at most [`ID_LENGTH`].
    NodeId
);
id!(
    /// Names a level or a part of one.
    LevelId
);
id!(
    /// Names a problem area; it is the code that people say aloud, such as `1A`.
    AreaId
);
id!(
    /// Names a phase of a life line.
    PhaseId
);
id!(
    /// Names an effect goal of the map.
    GoalId
);
id!(
    /// Names a source.
    SourceId
);
id!(
    /// Names a loop that somebody told.
    LoopId
);
id!(
    /// Names a journey.
    JourneyId
);

struct IdVisitor;

impl Visitor<'_> for IdVisitor {
    type Value = Arc<str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id in double quotes")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Arc::from(text))
    }
}

/// Whether `text` may name a node: `[a-z0-9-]`, 1 to [`ID_LENGTH`] characters.
#[must_use]
pub fn is_node_id(text: &str) -> bool {
    (1..=ID_LENGTH).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Whether `text` may name anything else: as a node's id, but capitals too (areas are called `1A`).
#[must_use]
pub fn is_id(text: &str) -> bool {
    (1..=ID_LENGTH).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_ids_are_lower_case_words_and_dashes() {
        for good in ["a", "room-unused", "4-years", "end", "x".repeat(40).as_str()] {
            assert!(is_node_id(good), "{good}");
        }
        for bad in ["", "../x", "a\nb", "Åse", "A", "a b", "__proto__", "x".repeat(41).as_str()] {
            assert!(!is_node_id(bad), "{bad}");
        }
        assert!(is_id("1A") && !is_id("1 A") && !is_id(""));
    }
}
