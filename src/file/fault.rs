//! What can be wrong with a map file, in words people understand, with what to do about it.
//!
//! Faults are about the file and gate. What a map shows of the world is not here.

use crate::map::{AreaId, Item, LevelId, LinkId, NodeId};
use crate::text::Lang;

/// How much a fault weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look.
    Hint,
    /// Something is lost, broken or out of place; the map works.
    Warning,
    /// The map cannot be worked on, or must not be passed on, as it is.
    Error,
}

impl Severity {
    /// `error`, `warning`, `hint`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Hint => "hint",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A link names a node that is not there.
    DanglingLink {
        /// The link.
        link: LinkId,
        /// The node that is not there.
        end: NodeId,
    },
    /// Something stands on a level that the map does not have.
    UnknownLevel {
        /// What stands there.
        item: Item,
        /// The level.
        level: LevelId,
    },
    /// Something stands in an area that the map does not have.
    UnknownArea {
        /// What stands there.
        item: Item,
        /// The area.
        area: AreaId,
    },
}

impl Fault {
    /// The word for this kind of fault, as `check` prints it; it never changes.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Fault::DanglingLink { .. } => "dangling-link",
            Fault::UnknownLevel { .. } => "unknown-level",
            Fault::UnknownArea { .. } => "unknown-area",
        }
    }

    /// What it is about.
    #[must_use]
    pub fn item(&self) -> Item {
        match self {
            Fault::DanglingLink { link, .. } => Item::Link(link.clone()),
            Fault::UnknownLevel { item, .. } | Fault::UnknownArea { item, .. } => item.clone(),
        }
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match (lang, self) {
            (Lang::En, Fault::DanglingLink { end, .. }) => {
                format!("The link leads to '{end}', which is not in the map.")
            }
            (Lang::Nb, Fault::DanglingLink { end, .. }) => {
                format!("Koblingen går til «{end}», som ikke finnes i kartet.")
            }
            (Lang::En, Fault::UnknownLevel { level, .. }) => format!("There is no level '{level}'."),
            (Lang::Nb, Fault::UnknownLevel { level, .. }) => format!("Det finnes ikke noe nivå «{level}»."),
            (Lang::En, Fault::UnknownArea { area, .. }) => format!("There is no area '{area}'."),
            (Lang::Nb, Fault::UnknownArea { area, .. }) => format!("Det finnes ikke noe område «{area}»."),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self, lang: Lang) -> String {
        let _ = lang;
        String::new()
    }
}
