//! The three orders of a map: levels bottom to top, areas left to right, phases along a life line.

use super::id::{AreaId, GoalId, LevelId, PhaseId};
use super::record::{choice, record};

choice!(
    /// A colour that every terminal has. A theme says what it looks like.
    Color {
        /// Grey.
        Gray,
        /// Red.
        Red,
        /// Green.
        Green,
        /// Yellow.
        Yellow,
        /// Blue.
        Blue,
        /// Magenta.
        Magenta,
        /// Cyan.
        Cyan,
        /// Light red.
        BrightRed,
        /// Light green.
        BrightGreen,
        /// Light yellow.
        BrightYellow,
        /// Light blue.
        BrightBlue,
        /// Light magenta.
        BrightMagenta,
        /// Light cyan.
        BrightCyan,
    }
);

/// A level, or a part of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Level {
    /// What names it.
    pub id: LevelId,
    /// What people call it.
    pub name: String,
    /// The level it is a part of.
    pub part_of: Option<LevelId>,
}
record!(Level, "level", [id, name, part_of], always [id, name]);

/// A problem area, or a part of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Its code.
    pub id: AreaId,
    /// What people call it.
    pub name: String,
    /// Its colour.
    pub color: Option<Color>,
    /// The area it is a part of.
    pub part_of: Option<AreaId>,
}
record!(Area, "area", [id, name, color, part_of], always [id, name]);

/// A phase of a life line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phase {
    /// What names it.
    pub id: PhaseId,
    /// What people call it.
    pub name: String,
}
record!(Phase, "phase", [id, name], always [id, name]);

/// What the work wants to reach for somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EffectGoal {
    /// What names it.
    pub id: GoalId,
    /// The goal in words.
    pub text: String,
    /// For whom.
    pub level: Option<LevelId>,
}
record!(EffectGoal, "effect goal", [id, text, level], always [id, text]);
