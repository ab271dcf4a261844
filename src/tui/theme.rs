//! From roles to a terminal's styles. Colours are taken away here and nowhere else: what is below us writes the
//! colours it is given, whatever the environment says.

use ratatui::style::{Color, Modifier, Style};
use termprofile::TermProfile;

use crate::map::Color as AreaColor;
use crate::palette::{Hue, Look, Role, Theme};

/// Whether somebody asked for colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colours {
    /// As the terminal and its environment say.
    #[default]
    Auto,
    /// Whatever they say.
    Always,
    /// None at all.
    Never,
}

/// The theme for a terminal: the one that is wished for, if there may be colours. Sixteen of them are all we use,
/// so more change nothing.
#[must_use]
pub fn theme_for(profile: TermProfile, colours: Colours, wished: Option<Theme>) -> Theme {
    let coloured = match profile {
        TermProfile::NoTty | TermProfile::NoColor => false,
        TermProfile::Ansi16 | TermProfile::Ansi256 | TermProfile::TrueColor => true,
    };
    match colours {
        Colours::Never => Theme::Plain,
        Colours::Auto if !coloured => Theme::Plain,
        Colours::Auto => wished.unwrap_or_default(),
        // Who asks for colours with this very start means it more than the settings' plain theme.
        Colours::Always => wished.filter(|theme| *theme != Theme::Plain).unwrap_or_default(),
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
        Hue::Blue => Color::Blue,
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
        let plain = style(theme_for(TermProfile::NoColor, Colours::Auto, Some(Theme::Light)), Role::Cursor);
        assert!(plain.add_modifier.contains(Modifier::REVERSED));
        let barrier = style(Theme::Plain, Role::Barrier);
        assert_eq!((barrier.fg, barrier.bg), (Some(Color::Reset), Some(Color::Reset)));
        assert_eq!(style(Theme::Ansi, Role::Barrier).fg, Some(Color::Magenta));
    }

    #[test]
    fn the_command_line_is_stronger_than_the_terminal_and_that_than_the_settings() {
        use TermProfile::{Ansi16, NoColor};
        for (profile, colours, wished, theme) in [
            (Ansi16, Colours::Auto, None, Theme::Ansi),
            (Ansi16, Colours::Auto, Some(Theme::Light), Theme::Light),
            (Ansi16, Colours::Never, Some(Theme::Light), Theme::Plain),
            (NoColor, Colours::Auto, Some(Theme::Light), Theme::Plain),
            (NoColor, Colours::Always, Some(Theme::Light), Theme::Light),
            (Ansi16, Colours::Always, Some(Theme::Plain), Theme::Ansi),
        ] {
            assert_eq!(theme_for(profile, colours, wished), theme, "{profile:?} {colours:?} {wished:?}");
        }
    }
}
