//! Role by role: which colour, and what else.
//!
//! Letters must be read and marks (shapes, lines, signs, which differ in form as well) must be seen. With sixteen
//! colours nobody knows what a colour looks like, only what it looks like on the palettes that most people have; the
//! tests hold those. With more colours we know.

use super::shades::shade;
use super::{Depth, Hue, Role, Theme, Tone};

/// How a role looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Look {
    /// The colour of the letters.
    pub front: Tone,
    /// Bold.
    pub bold: bool,
    /// Front and back exchanged.
    pub reversed: bool,
    /// Underlined.
    pub underlined: bool,
}

const OWN: Look = Look { front: Tone::Own, bold: false, reversed: false, underlined: false };

impl Look {
    const fn in_tone(front: Tone) -> Self {
        Self { front, ..OWN }
    }

    const fn bold(mut self) -> Self {
        self.bold = true;
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

pub(super) const fn look(theme: Theme, depth: Depth, role: Role) -> Look {
    // What is the same in every theme: no colour is needed to see it.
    let shape = match role {
        Role::Heading | Role::Band | Role::Selected => return OWN.bold(),
        Role::Cursor => return OWN.reversed(),
        Role::Found => return OWN.bold().underlined(),
        Role::Key | Role::Measure | Role::Benefit => OWN.bold(),
        Role::Fault => OWN.bold().underlined(),
        _ => OWN,
    };
    let look = match (theme, depth) {
        (Theme::Plain, _) => OWN,
        // What a terminal calls black may be a dark blue, on which only its white is sure to be read.
        (Theme::Contrast, Depth::Sixteen)
            if matches!(role, Role::Key | Role::Area(_) | Role::Barrier | Role::Minus | Role::LineOut) =>
        {
            OWN
        }
        (Theme::Dark | Theme::Contrast, Depth::Sixteen) => sixteen_on_dark(role),
        (Theme::Light, Depth::Sixteen) => sixteen_on_light(role),
        (_, Depth::Many) => many(theme, role),
    };
    Look {
        front: look.front,
        bold: look.bold || shape.bold,
        reversed: shape.reversed,
        underlined: look.underlined || shape.underlined,
    }
}

const fn named(hue: Hue) -> Look {
    Look::in_tone(Tone::Named(hue))
}

/// Letters in own, green and cyan only: blue, red and magenta drown on black, bright ones are greys on Solarized.
const fn sixteen_on_dark(role: Role) -> Look {
    match role {
        Role::Key | Role::Measure => named(Hue::Cyan),
        Role::Area(hue) => match hue {
            Hue::Blue => named(Hue::Cyan).bold(),
            Hue::Cyan => named(Hue::Cyan),
            Hue::Green => named(Hue::Green),
            Hue::BrightGreen | Hue::Yellow => named(Hue::Green).bold(),
            Hue::BrightBlue | Hue::BrightCyan => named(Hue::Cyan).underlined(),
            Hue::BrightYellow => named(Hue::Green).underlined(),
            Hue::Magenta => OWN.underlined(),
            Hue::Red => OWN.bold(),
            Hue::BrightRed => OWN.bold().underlined(),
            _ => OWN,
        },
        Role::Barrier | Role::Minus | Role::LineOut => named(Hue::BrightMagenta),
        Role::Enabler | Role::Plus => named(Hue::Green),
        Role::Condition => named(Hue::BrightBlue),
        Role::LineIn | Role::Actor => named(Hue::Cyan),
        Role::Tension | Role::Unknown | Role::Ghost | Role::Benefit => named(Hue::Yellow),
        _ => OWN,
    }
}

/// Letters in own, red and magenta only: the others pale on white.
const fn sixteen_on_light(role: Role) -> Look {
    match role {
        Role::Key | Role::Measure => named(Hue::Magenta),
        Role::Area(hue) => match hue {
            Hue::Blue => OWN.bold(),
            Hue::Cyan | Hue::BrightCyan => OWN.underlined(),
            Hue::Magenta => named(Hue::Magenta),
            Hue::BrightMagenta => named(Hue::Magenta).bold(),
            Hue::BrightBlue => named(Hue::Magenta).underlined(),
            Hue::Red => named(Hue::Red),
            Hue::BrightRed | Hue::Yellow => named(Hue::Red).bold(),
            Hue::BrightYellow => named(Hue::Red).underlined(),
            _ => OWN,
        },
        Role::Barrier | Role::Minus | Role::LineOut | Role::Tension => named(Hue::Red),
        Role::Enabler | Role::Plus | Role::Condition | Role::LineIn | Role::Actor => named(Hue::Blue),
        Role::Unknown | Role::Ghost | Role::Benefit => named(Hue::Magenta),
        _ => OWN,
    }
}

const fn many(theme: Theme, role: Role) -> Look {
    let hue = match role {
        Role::Quiet => Hue::Gray,
        Role::Frame => Hue::DarkGray,
        Role::Key | Role::Measure | Role::LineIn | Role::Actor => Hue::Cyan,
        Role::Area(hue) => hue,
        Role::Barrier | Role::Minus | Role::LineOut | Role::Fault => Hue::BrightMagenta,
        Role::Enabler | Role::Plus => Hue::Green,
        Role::Condition => Hue::Blue,
        Role::Tension | Role::Unknown | Role::Ghost | Role::Benefit => Hue::Yellow,
        _ => Hue::Own,
    };
    Look::in_tone(shade(theme, hue))
}

#[cfg(test)]
mod tests;
