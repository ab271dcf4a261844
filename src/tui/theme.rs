//! From roles to a terminal's styles. Colours are taken away here and nowhere else: what is below us writes the
//! colours it is given, whatever the environment says.

use ratatui::style::{Color, Modifier, Style};
use termprofile::TermProfile;

use crate::map::Color as AreaColor;
use crate::palette::{Hue, Look, Role, Theme};

/// The theme for a terminal. Sixteen colours are all we use, so more of them change nothing.
#[must_use]
pub fn theme_for(profile: TermProfile) -> Theme {
    match profile {
        TermProfile::NoTty | TermProfile::NoColor => Theme::Plain,
        TermProfile::Ansi16 | TermProfile::Ansi256 | TermProfile::TrueColor => Theme::Ansi,
    }
}

/// How a theme shows a role, as ratatui says it.
#[must_use]
pub fn style(theme: Theme, role: Role) -> Style {
    style_of(theme.look(role))
}

fn style_of(look: Look) -> Style {
    let mut style = Style::new().fg(color(look.front)).bg(color(look.back));
    for (wanted, modifier) in [
        (look.bold, Modifier::BOLD),
        (look.dim, Modifier::DIM),
        (look.reversed, Modifier::REVERSED),
        (look.underlined, Modifier::UNDERLINED),
    ] {
        if wanted {
            style = style.add_modifier(modifier);
        }
    }
    style
}

/// A hue as ratatui says it.
#[must_use]
pub fn color(hue: Hue) -> Color {
    match hue {
        Hue::Own => Color::Reset,
        Hue::Black => Color::Black,
        Hue::Red => Color::Red,
        Hue::Green => Color::Green,
        Hue::Yellow => Color::Yellow,
        // Plain blue is all but unreadable on black in most terminals.
        Hue::Blue => Color::LightBlue,
        Hue::Magenta => Color::Magenta,
        Hue::Cyan => Color::Cyan,
        Hue::Gray => Color::Gray,
        Hue::DarkGray => Color::DarkGray,
        Hue::BrightRed => Color::LightRed,
        Hue::BrightGreen => Color::LightGreen,
        Hue::BrightYellow => Color::LightYellow,
        Hue::BrightBlue => Color::LightBlue,
        Hue::BrightMagenta => Color::LightMagenta,
        Hue::BrightCyan => Color::LightCyan,
        Hue::White => Color::White,
    }
}

/// The hue of an area's colour.
#[must_use]
pub fn hue(color: AreaColor) -> Hue {
    match color {
        AreaColor::Gray => Hue::Gray,
        AreaColor::Red => Hue::Red,
        AreaColor::Green => Hue::Green,
        AreaColor::Yellow => Hue::Yellow,
        AreaColor::Blue => Hue::Blue,
        AreaColor::Magenta => Hue::Magenta,
        AreaColor::Cyan => Hue::Cyan,
        AreaColor::BrightRed => Hue::BrightRed,
        AreaColor::BrightGreen => Hue::BrightGreen,
        AreaColor::BrightYellow => Hue::BrightYellow,
        AreaColor::BrightBlue => Hue::BrightBlue,
        AreaColor::BrightMagenta => Hue::BrightMagenta,
        AreaColor::BrightCyan => Hue::BrightCyan,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_the_cursor_is_still_reversed_and_nothing_is_coloured() {
        let plain = style(theme_for(TermProfile::NoColor), Role::Cursor);
        assert!(plain.add_modifier.contains(Modifier::REVERSED));
        let barrier = style(Theme::Plain, Role::Barrier);
        assert_eq!((barrier.fg, barrier.bg), (Some(Color::Reset), Some(Color::Reset)));
        assert_eq!(style(Theme::Ansi, Role::Barrier).fg, Some(Color::Magenta));
    }
}
