//! Colours as data: what each part of a picture is, and how a theme shows it.
//!
//! Pictures name a [`Role`], never a colour. A [`Theme`] says how each role looks, with the sixteen colours that every
//! terminal has and with the fixed ones that most have. Meaning never rests on colour alone: signs, line styles and
//! glyphs carry it too.

mod looks;
mod shades;

pub mod paper;

use crate::text::Lang;

pub use looks::Look;
pub use shades::{AREAS, rgb};

/// A colour that every terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Hue {
    /// The terminal's own foreground or background.
    #[default]
    Own,
    Black,
    Red,
    Green,
    Yellow,
    Blue,
    Magenta,
    Cyan,
    Gray,
    DarkGray,
    BrightRed,
    BrightGreen,
    BrightYellow,
    BrightBlue,
    BrightMagenta,
    BrightCyan,
    White,
}

/// What a part of a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Role {
    /// Ordinary text.
    #[default]
    Text,
    /// Text that may stand back: counts, hints, what is not in focus.
    Quiet,
    /// A heading.
    Heading,
    /// The name of a key in a hint.
    Key,
    /// Frames and rules.
    Frame,
    /// The name of a level.
    Band,
    /// The name of an area, or what is coloured by it.
    Area(Hue),
    /// The selected card's frame and label.
    Selected,
    /// The row that the cursor is on.
    Cursor,
    /// A cause that stands in the way.
    Barrier,
    /// A cause that helps.
    Enabler,
    /// A cause that frames.
    Condition,
    /// A cause that pulls both ways.
    Tension,
    /// An actor.
    Actor,
    /// A measure.
    Measure,
    /// A benefit.
    Benefit,
    /// A line into the selected card.
    LineIn,
    /// A line out of the selected card.
    LineOut,
    /// A line of a chain or loop.
    Line,
    /// Something that ought to be there and is not.
    Ghost,
    /// The sign of a link in the same direction.
    Plus,
    /// The sign of a link in the opposite direction.
    Minus,
    /// An unknown sign.
    Unknown,
    /// Something is wrong.
    Fault,
    /// Letters that a search found.
    Found,
}

/// How many colours a terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Depth {
    /// Sixteen, which its owner chose.
    #[default]
    Sixteen,
    /// 256 or more. We use the fixed 240 of them, which look alike everywhere.
    Many,
}

/// A colour as a terminal is told it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Tone {
    /// The terminal's own.
    #[default]
    Own,
    /// One of its sixteen.
    Named(Hue),
    /// One of the fixed ones, 16 to 255.
    Fixed(u8),
}

/// A theme on a terminal that shows so many colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Scheme {
    /// The theme.
    pub theme: Theme,
    /// How many colours there are.
    pub depth: Depth,
}

impl Scheme {
    /// How a role looks.
    #[must_use]
    pub const fn look(self, role: Role) -> Look {
        self.theme.look(self.depth, role)
    }

    /// The colours of the page itself, letters and background.
    #[must_use]
    pub const fn page(self) -> (Tone, Tone) {
        self.theme.page(self.depth)
    }
}

/// A way to show the roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    /// For a dark background.
    #[default]
    Dark,
    /// For a light background.
    Light,
    /// White on black whatever the background is, nothing dimmed: for poor projectors and tired eyes.
    Contrast,
    /// No colour at all: bold, underline and reverse only.
    Plain,
}

impl Theme {
    /// Every theme, in the order they are offered.
    pub const ALL: [Theme; 4] = [Theme::Dark, Theme::Light, Theme::Contrast, Theme::Plain];

    /// What is said when it is chosen.
    #[must_use]
    pub const fn said(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::En, Theme::Dark) => "Colours: for a dark background.",
            (Lang::Nb, Theme::Dark) => "Farger: for mørk bakgrunn.",
            (Lang::En, Theme::Light) => "Colours: for a light background.",
            (Lang::Nb, Theme::Light) => "Farger: for lys bakgrunn.",
            (Lang::En, Theme::Contrast) => "Colours: high contrast.",
            (Lang::Nb, Theme::Contrast) => "Farger: høy kontrast.",
            (Lang::En, Theme::Plain) => "Colours: none.",
            (Lang::Nb, Theme::Plain) => "Farger: ingen.",
        }
    }

    /// What settings call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Theme::Dark => "dark",
            Theme::Light => "light",
            Theme::Contrast => "contrast",
            Theme::Plain => "plain",
        }
    }

    /// The theme of that name; `None` if there is none.
    #[must_use]
    pub fn named(name: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// The colours of the page itself, letters and background, where the theme does not leave them to the terminal.
    #[must_use]
    pub const fn page(self, depth: Depth) -> (Tone, Tone) {
        match (self, depth) {
            (Theme::Contrast, Depth::Sixteen) => (Tone::Named(Hue::White), Tone::Named(Hue::Black)),
            (Theme::Contrast, Depth::Many) => (Tone::Fixed(231), Tone::Fixed(16)),
            // Its dark letters would vanish on a dark page. The sixteen are whatever the terminal makes of them, and their
            // white need not be one that they can be read on.
            (Theme::Light, Depth::Many) => (Tone::Fixed(16), Tone::Fixed(231)),
            _ => (Tone::Own, Tone::Own),
        }
    }

    /// How the theme shows a role.
    #[must_use]
    pub const fn look(self, depth: Depth, role: Role) -> Look {
        looks::look(self, depth, role)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_is_found_by_its_name() {
        for theme in Theme::ALL {
            assert_eq!(Theme::named(theme.name()), Some(theme));
        }
        assert_eq!(Theme::named("pink"), None);
    }
}
