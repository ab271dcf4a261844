//! Colours as data: what each part of a picture is, and how a theme shows it.
//!
//! Pictures name a [`Role`], never a colour. A [`Theme`] says how each role looks with the sixteen colours that
//! every terminal has; a wider palette is a theme's own business. Meaning never rests on colour alone: signs,
//! line styles and glyphs carry it too.

pub mod paper;

use crate::text::Lang;

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

impl Hue {
    /// The colour as it can be read as letters and thin lines: plain blue and red drown on a black screen.
    #[must_use]
    pub const fn legible(self) -> Self {
        match self {
            Hue::Blue => Hue::BrightBlue,
            Hue::Red => Hue::BrightRed,
            Hue::Black | Hue::DarkGray => Hue::Gray,
            other => other,
        }
    }

    /// The colour as it can be read on a light background, where bright colours, yellow and cyan pale.
    #[must_use]
    pub const fn legible_on_light(self) -> Self {
        match self {
            Hue::BrightBlue | Hue::Cyan | Hue::BrightCyan => Hue::Blue,
            Hue::Yellow | Hue::BrightYellow | Hue::BrightRed => Hue::Red,
            Hue::BrightGreen => Hue::Green,
            Hue::BrightMagenta => Hue::Magenta,
            Hue::Gray | Hue::White => Hue::Own,
            other => other,
        }
    }
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

/// How a role looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Look {
    /// The colour of the letters.
    pub front: Hue,
    /// The colour behind them.
    pub back: Hue,
    /// Bold.
    pub bold: bool,
    /// Dimmed.
    pub dim: bool,
    /// Front and back exchanged.
    pub reversed: bool,
    /// Underlined.
    pub underlined: bool,
}

impl Look {
    const fn front(front: Hue) -> Self {
        Self { front, back: Hue::Own, bold: false, dim: false, reversed: false, underlined: false }
    }

    const fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    const fn dim(mut self) -> Self {
        self.dim = true;
        self
    }

    const fn reversed(mut self) -> Self {
        self.reversed = true;
        self
    }

    const fn underlined(mut self) -> Self {
        self.underlined = true;
        self
    }
}

/// A way to show the roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// The terminal's sixteen colours, as they hold on a dark background and mostly on a light one.
    #[default]
    Ansi,
    /// The same sixteen colours, without those that pale on a light background.
    Light,
    /// No colour at all: bold, underline and reverse only.
    Plain,
}

impl Theme {
    /// Every theme, in the order they are offered.
    pub const ALL: [Theme; 3] = [Theme::Ansi, Theme::Light, Theme::Plain];

    /// What is said when it is chosen.
    #[must_use]
    pub const fn said(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::En, Theme::Ansi) => "Colours: the terminal's own.",
            (Lang::Nb, Theme::Ansi) => "Farger: terminalens egne.",
            (Lang::En, Theme::Light) => "Colours: for a light background.",
            (Lang::Nb, Theme::Light) => "Farger: for lys bakgrunn.",
            (Lang::En, Theme::Plain) => "Colours: none.",
            (Lang::Nb, Theme::Plain) => "Farger: ingen.",
        }
    }

    /// What settings call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Theme::Ansi => "ansi",
            Theme::Light => "light",
            Theme::Plain => "plain",
        }
    }

    /// The theme of that name; `None` if there is none.
    #[must_use]
    pub fn named(name: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// How the theme shows a role.
    #[must_use]
    pub const fn look(self, role: Role) -> Look {
        match self {
            Theme::Ansi => ansi(role),
            Theme::Light => light(role),
            Theme::Plain => plain(role),
        }
    }
}

const fn ansi(role: Role) -> Look {
    match role {
        Role::Text | Role::Line => Look::front(Hue::Own),
        // DarkGray is near invisible on several palettes, and dim on top of it hides the text.
        Role::Quiet | Role::Frame => Look::front(Hue::Own).dim(),
        Role::Heading => Look::front(Hue::Own).bold(),
        Role::Key => Look::front(Hue::Cyan).bold(),
        Role::Band => Look::front(Hue::Own).bold(),
        Role::Area(hue) => Look::front(hue.legible()),
        Role::Selected => Look::front(Hue::Own).bold(),
        Role::Cursor => Look::front(Hue::Own).reversed(),
        Role::Barrier | Role::Minus | Role::LineOut => Look::front(Hue::Magenta),
        Role::Enabler | Role::Plus => Look::front(Hue::Green),
        Role::Condition => Look::front(Hue::BrightBlue),
        Role::LineIn => Look::front(Hue::Cyan),
        Role::Tension | Role::Unknown => Look::front(Hue::Yellow),
        Role::Actor => Look::front(Hue::Cyan),
        Role::Measure => Look::front(Hue::Cyan).bold(),
        Role::Benefit => Look::front(Hue::Yellow).bold(),
        Role::Ghost => Look::front(Hue::Yellow),
        Role::Fault => Look::front(Hue::BrightRed).bold(),
        Role::Found => Look::front(Hue::Own).bold().underlined(),
    }
}

/// As [`ansi`], in colours that hold on white. An area keeps its own colour as far as it can.
const fn light(role: Role) -> Look {
    let look = match role {
        Role::Area(hue) => Look::front(hue),
        other => ansi(other),
    };
    Look { front: look.front.legible_on_light(), ..look }
}

const fn plain(role: Role) -> Look {
    match role {
        Role::Heading | Role::Key | Role::Band | Role::Selected | Role::Fault => Look::front(Hue::Own).bold(),
        Role::Cursor => Look::front(Hue::Own).reversed(),
        Role::Found => Look::front(Hue::Own).bold().underlined(),
        _ => Look::front(Hue::Own),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plain_theme_has_no_colour_and_still_shows_the_cursor() {
        for role in [Role::Text, Role::Barrier, Role::Area(Hue::Red), Role::Cursor, Role::Ghost, Role::Minus]
        {
            let look = Theme::Plain.look(role);
            assert_eq!((look.front, look.back), (Hue::Own, Hue::Own));
        }
        for theme in Theme::ALL {
            assert!(theme.look(Role::Cursor).reversed, "{theme:?}");
            assert_eq!(Theme::named(theme.name()), Some(theme));
        }
    }

    #[test]
    fn nothing_pales_on_a_light_background() {
        let pale = [Hue::Yellow, Hue::Cyan, Hue::Gray, Hue::White, Hue::BrightYellow, Hue::BrightCyan];
        let areas = [Hue::Gray, Hue::Yellow, Hue::Cyan, Hue::BrightYellow, Hue::BrightCyan].map(Role::Area);
        let roles = [Role::Key, Role::Tension, Role::Unknown, Role::Ghost, Role::Actor, Role::Benefit];
        for role in areas.into_iter().chain(roles) {
            let front = Theme::Light.look(role).front;
            assert!(!pale.contains(&front), "{role:?} {front:?}");
        }
        assert_eq!(Theme::Light.look(Role::Area(Hue::Blue)).front, Hue::Blue);
        assert_eq!(Theme::Ansi.look(Role::Area(Hue::Blue)).front, Hue::BrightBlue);
    }
}
