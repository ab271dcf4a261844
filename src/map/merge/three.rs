//! What a map says of one thing in three versions: where both sides came from, ours and theirs.

use crate::map::value::Value;

/// The same thing in three versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Three<T> {
    /// Where both sides came from.
    pub base: T,
    /// What we made of it.
    pub ours: T,
    /// What they made of it.
    pub theirs: T,
}

/// A field on which the two sides disagree, by its path: `label`, `sources.survey.page`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dispute {
    /// The field; behind it, with dots, the part of it that is meant.
    pub path: String,
    /// The values; `None` for a default, or for what is not there.
    pub values: Three<Option<Value>>,
}

impl<T> Three<T> {
    pub(super) fn each<'a, U>(&'a self, read: impl Fn(&'a T) -> U) -> Three<U> {
        Three { base: read(&self.base), ours: read(&self.ours), theirs: read(&self.theirs) }
    }
}

impl<T: PartialEq + Clone> Three<T> {
    /// The version that needs no thought: one side changed it, or both the same way. `None` if they disagree.
    pub(super) fn plain(&self) -> Option<T> {
        if self.theirs == self.base || self.ours == self.theirs {
            return Some(self.ours.clone());
        }
        (self.ours == self.base).then(|| self.theirs.clone())
    }
}
