//! A link between two nodes.

use std::collections::BTreeMap;
use std::fmt;

use super::id::{NodeId, SourceId};
use super::node::{Certainty, Lines};
use super::record::{choice, record};
use super::source::Citation;

choice!(
    /// What a link says.
    LinkKind {
        /// One thing makes another grow or shrink.
        Causes,
        /// A free word; no sign, in no analysis.
        Relates,
        /// A governing signal, down.
        Steers,
        /// Something told, up.
        Informs,
        /// Two actors work together; stands at the smaller id.
        Cooperates,
        /// An actor owns it or could act on it.
        Holds,
        /// A measure makes a cause grow or shrink.
        ActsOn,
        /// A measure works only if another does, or a cause is there.
        Needs,
        /// A cause would stop a measure.
        Stops,
    }
);

impl LinkKind {
    /// The name of the kind as a field of a node in the file, and on the command line: `acts_on`.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            LinkKind::Causes => "causes",
            LinkKind::Relates => "relates",
            LinkKind::Steers => "steers",
            LinkKind::Informs => "informs",
            LinkKind::Cooperates => "cooperates",
            LinkKind::Holds => "holds",
            LinkKind::ActsOn => "acts_on",
            LinkKind::Needs => "needs",
            LinkKind::Stops => "stops",
        }
    }

    /// The kind whose field has that name.
    #[must_use]
    pub fn from_field(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.field() == name)
    }

    /// Whether links of this kind carry a sign: causes and measures.
    #[must_use]
    pub fn has_sign(self) -> bool {
        matches!(self, LinkKind::Causes | LinkKind::ActsOn)
    }

    /// Whether links of this kind are signals between levels: steering down, telling up.
    #[must_use]
    pub fn is_signal(self) -> bool {
        matches!(self, LinkKind::Steers | LinkKind::Informs)
    }
}

choice!(
    /// The sign (polarity) of a link.
    Sign {
        /// Same direction: when one grows, so does the other.
        Plus,
        /// Opposite direction: when one grows, the other shrinks.
        Minus,
        /// Nobody has said, or nobody knows.
        Unknown,
    }
);

impl Sign {
    /// `+`, `-` or `?`.
    #[must_use]
    pub fn symbol(self) -> char {
        match self {
            Sign::Plus => '+',
            Sign::Minus => '-',
            Sign::Unknown => '?',
        }
    }

    /// The sign of a row of two links: unknown if either is.
    #[must_use]
    pub fn times(self, other: Sign) -> Sign {
        match (self, other) {
            (Sign::Unknown, _) | (_, Sign::Unknown) => Sign::Unknown,
            (a, b) if a == b => Sign::Plus,
            _ => Sign::Minus,
        }
    }

    /// Plus to minus, minus to plus; unknown stays unknown.
    #[must_use]
    pub fn flipped(self) -> Sign {
        self.times(Sign::Minus)
    }
}

choice!(
    /// What a signal between actors is about.
    About {
        /// One case.
        Case,
        /// One sector, or one service.
        Sector,
        /// The whole.
        Whole,
    }
);

/// What names a link: one per ordered pair and kind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkId {
    /// Where it starts.
    pub from: NodeId,
    /// Where it ends.
    pub to: NodeId,
    /// What it says.
    pub kind: LinkKind,
}

impl LinkId {
    /// The id of the link of that kind between the two.
    pub fn new(from: impl Into<NodeId>, kind: LinkKind, to: impl Into<NodeId>) -> Self {
        Self { from: from.into(), to: to.into(), kind }
    }
}

impl fmt::Display for LinkId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.from, self.kind.field(), self.to)
    }
}

/// A link: what it says beside its two ends and its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// A free word, on `relates`.
    pub word: String,
    /// The sign; always there on causes and measures, see [`Link::sign_or_unknown`].
    pub sign: Option<Sign>,
    /// Whether the effect comes only after a time.
    pub delay: bool,
    /// How strong, 1 to 3.
    pub strength: Option<u8>,
    /// How well founded.
    pub certainty: Option<Certainty>,
    /// What a signal is about.
    pub about: Option<About>,
    /// It ought to be there and is not: drawn as a ghost, left out of analyses.
    pub missing: bool,
    /// Columns that came from elsewhere.
    pub extra: BTreeMap<String, String>,
    /// What it rests on.
    pub sources: BTreeMap<SourceId, Citation>,
    /// Why.
    pub note: Lines,
}
record!(
    Link,
    "link",
    [word, sign, delay, strength, certainty, about, missing, extra, sources, note],
    always []
);

impl Link {
    /// A link with a sign and nothing else.
    #[must_use]
    pub fn signed(sign: Sign) -> Self {
        Self { sign: Some(sign), ..Self::default() }
    }

    /// The sign, unknown where none is given.
    #[must_use]
    pub fn sign_or_unknown(&self) -> Sign {
        self.sign.unwrap_or(Sign::Unknown)
    }

    /// As it must be for its kind: a cause or a measure always says its sign, if only that it is unknown.
    #[must_use]
    pub fn fitted_to(mut self, kind: LinkKind) -> Self {
        if kind.has_sign() {
            self.sign.get_or_insert(Sign::Unknown);
        }
        self
    }

    /// Whether analyses count it: it is there, and nobody has shown that it is not so.
    #[must_use]
    pub fn counts(&self) -> bool {
        !self.missing && self.certainty != Some(Certainty::Refuted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_multiply() {
        use Sign::{Minus, Plus, Unknown};
        assert_eq!(Plus.times(Minus), Minus);
        assert_eq!(Minus.times(Minus), Plus);
        assert_eq!(Minus.times(Unknown), Unknown);
        assert_eq!(Unknown.flipped(), Unknown);
    }

    #[test]
    fn kinds_are_found_by_their_field() {
        for &kind in LinkKind::ALL {
            assert_eq!(LinkKind::from_field(kind.field()), Some(kind));
        }
        assert_eq!(LinkKind::from_field("ActsOn"), None);
    }
}
