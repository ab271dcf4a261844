//! What can be wrong with a map file that can be read.
//!
//! Faults are about the file, and they gate. What a map shows of the world is no fault and not here; what a
//! fault is called on screen stands in `sayings`.

use crate::map::{AreaId, GoalId, Item, JourneyId, LevelId, LinkId, LoopId, NodeId, PhaseId, SourceId};

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
        /// A node whose id is nearly the same.
        near: Option<NodeId>,
    },
    /// Two levels, areas, phases or goals have one id.
    DuplicateId(Item),
    /// Something names a level that the map does not have.
    UnknownLevel {
        /// What names it.
        item: Item,
        /// The level.
        level: LevelId,
    },
    /// Something names an area that the map does not have.
    UnknownArea {
        /// What names it.
        item: Item,
        /// The area.
        area: AreaId,
    },
    /// A node names a phase that the map does not have.
    UnknownPhase {
        /// The node.
        item: Item,
        /// The phase.
        phase: PhaseId,
    },
    /// An id with characters that no id has, or too many of them.
    BadId(Item),
    /// A character that nobody sees, in a name or between the words of the file.
    Invisible {
        /// Whose name it is; `None` between the words of the file.
        item: Option<Item>,
        /// The character.
        c: char,
    },
    /// A conflict that a merge left.
    OpenConflict {
        /// The item, as far as it can be told.
        item: Option<Item>,
        /// The item as the file writes it.
        at: String,
        /// The field; empty if it is about the whole item.
        field: String,
    },
    /// A level or an area that is, in the end, a part of itself.
    Ring(Item),
    /// A named loop goes over a link that is not there.
    BrokenLoop {
        /// The loop.
        id: LoopId,
        /// The first such link.
        link: LinkId,
        /// How many there are.
        count: usize,
    },
    /// A named loop has no links, or is a figure of eight: no loop in the sense of any analysis.
    NoLoop {
        /// The loop.
        id: LoopId,
        /// The card it passes more than once; `None` if it has no links.
        twice: Option<NodeId>,
    },
    /// A step of a journey shows something that is not there.
    BrokenStep {
        /// The journey.
        journey: JourneyId,
        /// The step, counted from 1.
        step: usize,
        /// What is not there.
        gone: Item,
    },
    /// Something cites a source that the map does not have.
    UnknownSource {
        /// What cites it.
        item: Item,
        /// The source.
        source: SourceId,
    },
    /// A measure's owner, payer or gainer is not there.
    UnknownActor {
        /// The measure.
        item: Item,
        /// Which of the three.
        field: &'static str,
        /// Who is not there.
        node: NodeId,
    },
    /// A benefit serves a goal that the map does not have.
    UnknownGoal {
        /// The benefit.
        item: Item,
        /// The goal.
        goal: GoalId,
    },
    /// A field stands on a node or a link whose kind has no use for it.
    MisfitField {
        /// The node or link.
        item: Item,
        /// The field.
        field: &'static str,
        /// The kind, as it stands in the file.
        kind: &'static str,
    },
    /// A link of this kind does not run between nodes of those kinds.
    MisfitLink(LinkId),
    /// Two actors work together, and the link stands at the larger id.
    WrongEnd(LinkId),
    /// A number, or a short label, outside its bounds.
    OutOfRange {
        /// Where.
        item: Item,
        /// The field.
        field: &'static str,
        /// The smallest lawful number.
        least: u32,
        /// The largest one.
        most: u32,
    },
    /// A card that says nothing.
    EmptyLabel(Item),
    /// Two cards say the same.
    DuplicateLabel {
        /// The later one.
        item: Item,
        /// The one that said it first.
        other: NodeId,
    },
    /// The file is laid out in another way than floke writes it.
    NotCanonical,
    /// There are comments, and floke does not keep comments.
    Comments(Vec<usize>),
    /// A newer floke wrote the file.
    Newer,
    /// Nobody has said which way a link works.
    SignUnknown(LinkId),
    /// Something is said to be supported or confirmed, and no source is named.
    NoSource(Item),
    /// A measure was stopped, and its links still count.
    StoppedMeasure(Item),
    /// A measure was adopted or ended, and something is not said that others need who want to learn from it.
    Unlearned {
        /// The measure.
        item: Item,
        /// What is not said.
        lacks: Lack,
    },
}

/// What is not said of a measure that was adopted or has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lack {
    /// What it was to show.
    Hypothesis,
    /// Who took part.
    Participants,
    /// What was learned.
    Learning,
    /// To which card what was learned belongs: it has no link to any.
    Card,
}

/// A kind of fault: its code, how much it weighs and what it means.
pub type Row = (&'static str, Severity, &'static str);

const CODES: &[Row] = {
    use Severity::{Error, Hint, Warning};
    &[
        ("unreadable", Error, "the file cannot be read as a map"),
        ("duplicate-id", Error, "two things of one kind have the same id"),
        ("dangling-link", Error, "a link leads to a node that is not in the map"),
        ("unknown-level", Error, "something names a level that the map does not have"),
        ("unknown-area", Error, "something names an area that the map does not have"),
        ("unknown-phase", Error, "a node names a phase that the map does not have"),
        ("bad-id", Error, "an id has other characters than letters, digits and dashes, or too many"),
        ("invisible-character", Error, "a character that nobody sees stands in a name or between the words"),
        ("open-conflict", Error, "a merge left a conflict that nobody has settled"),
        ("level-ring", Error, "a level or an area is, in the end, a part of itself"),
        (
            "broken-loop",
            Warning,
            "a named loop goes over a link that is not there, has no links, or passes a card twice",
        ),
        ("broken-step", Warning, "a step of a journey shows something that is not there"),
        ("unknown-source", Warning, "something cites a source that the map does not have"),
        ("unknown-actor", Warning, "the owner, payer or gainer of a measure is not in the map"),
        ("unknown-goal", Warning, "a benefit serves an effect goal that the map does not have"),
        (
            "misfit-field",
            Warning,
            "a field stands on a kind of node or link that has no use for it; it is kept, not shown",
        ),
        ("misfit-link", Warning, "a kind of link stands between kinds of nodes it is not meant for"),
        ("wrong-end", Warning, "two actors work together, and the link stands at the larger id"),
        ("out-of-range", Warning, "a number or a short label is outside its bounds"),
        ("empty-label", Warning, "a card says nothing"),
        ("duplicate-label", Warning, "two cards say the same"),
        ("not-canonical", Warning, "the file is laid out in another way than floke writes it"),
        ("comments", Warning, "the file has comments, which are lost when floke writes it"),
        ("newer-version", Warning, "a newer floke wrote the file; it opens for reading only"),
        ("sign-unknown", Hint, "nobody has said whether a link works the same way or the opposite way"),
        ("no-source", Hint, "something is said to be supported or confirmed, and no source is named"),
        ("stopped-measure", Hint, "a measure has ended, and its links still count"),
        (
            "experiment-without-hypothesis",
            Hint,
            "a measure was adopted or has ended, and it is not said what it was to show",
        ),
        (
            "experiment-without-participants",
            Hint,
            "a measure was adopted or has ended, and it is not said who took part",
        ),
        (
            "experiment-without-learning",
            Hint,
            "a measure was adopted or has ended, and nothing is said to have been learned",
        ),
        (
            "learning-without-card",
            Hint,
            "something was learned from a measure that has no link to any card it could be about",
        ),
    ]
};

/// Every kind of fault there is, worst first.
#[must_use]
pub fn codes() -> &'static [Row] {
    CODES
}

impl Fault {
    /// The word for this kind of fault, as `check` prints it; it never changes.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Fault::DanglingLink { .. } => "dangling-link",
            Fault::DuplicateId(_) => "duplicate-id",
            Fault::UnknownLevel { .. } => "unknown-level",
            Fault::UnknownArea { .. } => "unknown-area",
            Fault::UnknownPhase { .. } => "unknown-phase",
            Fault::BadId(_) => "bad-id",
            Fault::Invisible { .. } => "invisible-character",
            Fault::OpenConflict { .. } => "open-conflict",
            Fault::Ring(_) => "level-ring",
            Fault::BrokenLoop { .. } | Fault::NoLoop { .. } => "broken-loop",
            Fault::BrokenStep { .. } => "broken-step",
            Fault::UnknownSource { .. } => "unknown-source",
            Fault::UnknownActor { .. } => "unknown-actor",
            Fault::UnknownGoal { .. } => "unknown-goal",
            Fault::MisfitField { .. } => "misfit-field",
            Fault::MisfitLink(_) => "misfit-link",
            Fault::WrongEnd(_) => "wrong-end",
            Fault::OutOfRange { .. } => "out-of-range",
            Fault::EmptyLabel(_) => "empty-label",
            Fault::DuplicateLabel { .. } => "duplicate-label",
            Fault::NotCanonical => "not-canonical",
            Fault::Comments(_) => "comments",
            Fault::Newer => "newer-version",
            Fault::SignUnknown(_) => "sign-unknown",
            Fault::NoSource(_) => "no-source",
            Fault::StoppedMeasure(_) => "stopped-measure",
            Fault::Unlearned { lacks: Lack::Hypothesis, .. } => "experiment-without-hypothesis",
            Fault::Unlearned { lacks: Lack::Participants, .. } => "experiment-without-participants",
            Fault::Unlearned { lacks: Lack::Learning, .. } => "experiment-without-learning",
            Fault::Unlearned { lacks: Lack::Card, .. } => "learning-without-card",
        }
    }

    /// How much it weighs, by the table of [`codes`].
    #[must_use]
    pub fn severity(&self) -> Severity {
        let code = self.code();
        CODES.iter().find(|row| row.0 == code).map_or(Severity::Error, |row| row.1)
    }

    /// What it is about; `None` for the file as a whole.
    #[must_use]
    pub fn item(&self) -> Option<Item> {
        match self {
            Fault::DanglingLink { link, .. }
            | Fault::MisfitLink(link)
            | Fault::WrongEnd(link)
            | Fault::SignUnknown(link) => Some(Item::Link(link.clone())),
            Fault::UnknownLevel { item, .. }
            | Fault::UnknownArea { item, .. }
            | Fault::UnknownPhase { item, .. }
            | Fault::UnknownSource { item, .. }
            | Fault::UnknownActor { item, .. }
            | Fault::UnknownGoal { item, .. }
            | Fault::MisfitField { item, .. }
            | Fault::OutOfRange { item, .. }
            | Fault::DuplicateLabel { item, .. }
            | Fault::DuplicateId(item)
            | Fault::BadId(item)
            | Fault::Ring(item)
            | Fault::EmptyLabel(item)
            | Fault::NoSource(item)
            | Fault::StoppedMeasure(item)
            | Fault::Unlearned { item, .. } => Some(item.clone()),
            Fault::Invisible { item, .. } | Fault::OpenConflict { item, .. } => item.clone(),
            Fault::BrokenLoop { id, .. } | Fault::NoLoop { id, .. } => Some(Item::Loop(id.clone())),
            Fault::BrokenStep { journey, .. } => Some(Item::Journey(journey.clone())),
            Fault::NotCanonical | Fault::Comments(_) | Fault::Newer => None,
        }
    }
}
