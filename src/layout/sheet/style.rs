//! How a link looks on the sheet: the stroke of its line and the marks before its head.
//!
//! ```text
//! ──(+)▶  makes grow      ──(−)▶  makes shrink      ──[+]▶  a measure acts on it
//! ──(↓)▶  steers          ──(↑)▶  informs           ──(~)▶  is related to
//! ─‖(+)▶  after a time    ─╱(+)▶  refuted           ╌╌(+)▶  a hypothesis     ┈┈(+)▶  missing
//! ```

use crate::layout::line::{Stroke, sign_glyph, sign_role};
use crate::map::{Certainty, Link, LinkKind, Sign};
use crate::palette::Role;
use crate::text::glyph::Glyphs;

/// All that tells the line of one link from that of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// What the link says.
    pub kind: LinkKind,
    /// Its sign, for kinds that have one.
    pub sign: Option<Sign>,
    /// Whether it takes a time.
    pub delay: bool,
    /// Whether it is refuted.
    pub refuted: bool,
    /// The pieces of the line.
    pub stroke: Stroke,
}

impl Style {
    /// How that link looks.
    #[must_use]
    pub fn of(kind: LinkKind, link: &Link) -> Self {
        Self {
            kind,
            sign: kind.has_sign().then(|| link.sign_or_unknown()),
            delay: link.delay,
            refuted: link.certainty == Some(Certainty::Refuted),
            stroke: Stroke::of(link),
        }
    }

    /// What the line is in a picture where no card is selected.
    #[must_use]
    pub fn role(&self) -> Role {
        self.stroke.role()
    }

    /// The letter between the brackets, what it is, and whether the brackets are square.
    fn letter(&self, glyphs: &'static Glyphs) -> (&'static str, Role, bool) {
        match (self.kind, self.sign) {
            (LinkKind::ActsOn, Some(sign)) => (sign_glyph(sign, glyphs), sign_role(sign), true),
            (_, Some(sign)) => (sign_glyph(sign, glyphs), sign_role(sign), false),
            (LinkKind::Steers, _) => (glyphs.signal_down, Role::Text, false),
            (LinkKind::Informs, _) => (glyphs.signal_up, Role::Text, false),
            (kind, None) => (letter(kind), Role::Text, false),
        }
    }

    /// What stands before the head, from the head outwards to the left if `rightwards`, where each piece is one cell.
    pub(super) fn marks(&self, rightwards: bool, glyphs: &'static Glyphs) -> Vec<(&'static str, Role)> {
        let role = self.role();
        let (letter, letter_role, square) = self.letter(glyphs);
        let (open, close) = if square { ("[", "]") } else { ("(", ")") };
        let (near, far) = if rightwards { (close, open) } else { (open, close) };
        let head = if rightwards { glyphs.head_right } else { glyphs.head_left };
        let mut marks = vec![(head, role), (near, letter_role), (letter, letter_role), (far, letter_role)];
        if self.refuted {
            marks.push((glyphs.struck, role));
        }
        if self.delay {
            marks.push((glyphs.delay, role));
        }
        marks
    }

    /// How many cells the marks take.
    pub(super) fn marks_width(&self) -> usize {
        4 + usize::from(self.refuted) + usize::from(self.delay)
    }
}

/// What stands before the head of a link of that kind, as a legend shows it: a sign stands for all signs.
#[must_use]
pub fn brackets(kind: LinkKind, glyphs: &'static Glyphs) -> String {
    match kind {
        LinkKind::Causes => format!("({})", glyphs.plus),
        LinkKind::ActsOn => format!("[{}]", glyphs.plus),
        LinkKind::Steers => format!("({})", glyphs.signal_down),
        LinkKind::Informs => format!("({})", glyphs.signal_up),
        other => format!("({})", letter(other)),
    }
}

/// The letter of a kind that has neither a sign nor a direction between levels: the same in both character sets.
#[must_use]
pub fn letter(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Cooperates => "&",
        LinkKind::Holds => "@",
        LinkKind::Needs => "!",
        LinkKind::Stops => "x",
        LinkKind::Relates | LinkKind::Causes | LinkKind::ActsOn | LinkKind::Steers | LinkKind::Informs => "~",
    }
}
