//! From roles to a terminal's styles. Colours are taken away here and nowhere else: what is below us writes the
//! colours it is given, whatever the environment says.

use ratatui::style::{Color, Modifier, Style};
use termprofile::TermProfile;

use crate::map::Color as AreaColor;
use crate::palette::{Depth, Hue, Look, Role, Scheme, Theme, Tone};

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

/// The scheme for a terminal: the theme that is wished for, if there may be colours, in as many of them as there are.
#[must_use]
pub fn scheme_for(profile: TermProfile, colours: Colours, wished: Option<Theme>) -> Scheme {
    let (coloured, depth) = match profile {
        TermProfile::NoTty | TermProfile::NoColor => (false, Depth::Sixteen),
        TermProfile::Ansi16 => (true, Depth::Sixteen),
        TermProfile::Ansi256 | TermProfile::TrueColor => (true, Depth::Many),
    };
    let theme = match colours {
        Colours::Never => Theme::Plain,
        Colours::Auto if !coloured => Theme::Plain,
        Colours::Auto => wished.unwrap_or_default(),
        // Who asks for colours with this very start means it more than the settings' plain theme.
        Colours::Always => wished.filter(|theme| *theme != Theme::Plain).unwrap_or_default(),
    };
    Scheme { theme, depth }
}

/// How a scheme shows a role, as ratatui says it.
#[must_use]
pub fn style(scheme: Scheme, role: Role) -> Style {
    let look: Look = scheme.look(role);
    let (text, page) = scheme.page();
    let front = if look.front == Tone::Own { text } else { look.front };
    let mut style = Style::new().fg(tone(front)).bg(tone(page));
    for (wanted, modifier) in [
        (look.bold, Modifier::BOLD),
        (look.reversed, Modifier::REVERSED),
        (look.underlined, Modifier::UNDERLINED),
    ] {
        if wanted {
            style = style.add_modifier(modifier);
        }
    }
    style
}

/// A tone as ratatui says it.
#[must_use]
pub fn tone(tone: Tone) -> Color {
    match tone {
        Tone::Own => Color::Reset,
        Tone::Named(hue) => color(hue),
        Tone::Fixed(at) => Color::Indexed(at),
    }
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
        let none = scheme_for(TermProfile::NoColor, Colours::Auto, Some(Theme::Light));
        assert!(style(none, Role::Cursor).add_modifier.contains(Modifier::REVERSED));
        let barrier = style(none, Role::Barrier);
        assert_eq!((barrier.fg, barrier.bg), (Some(Color::Reset), Some(Color::Reset)));
        let barrier = |profile| style(scheme_for(profile, Colours::Auto, None), Role::Barrier).fg;
        assert_eq!(barrier(TermProfile::Ansi16), Some(Color::LightMagenta));
        assert!(matches!(barrier(TermProfile::TrueColor), Some(Color::Indexed(_))));
    }

    #[test]
    fn high_contrast_brings_its_own_page() {
        let text = style(scheme_for(TermProfile::Ansi16, Colours::Auto, Some(Theme::Contrast)), Role::Text);
        assert_eq!((text.fg, text.bg), (Some(Color::White), Some(Color::Black)));
    }

    #[test]
    fn the_command_line_is_stronger_than_the_terminal_and_that_than_the_settings() {
        use TermProfile::{Ansi16, NoColor};
        for (profile, colours, wished, theme) in [
            (Ansi16, Colours::Auto, None, Theme::Dark),
            (Ansi16, Colours::Auto, Some(Theme::Light), Theme::Light),
            (Ansi16, Colours::Never, Some(Theme::Light), Theme::Plain),
            (NoColor, Colours::Auto, Some(Theme::Light), Theme::Plain),
            (NoColor, Colours::Always, Some(Theme::Light), Theme::Light),
            (Ansi16, Colours::Always, Some(Theme::Plain), Theme::Dark),
        ] {
            let scheme = scheme_for(profile, colours, wished);
            assert_eq!(scheme.theme, theme, "{profile:?} {colours:?} {wished:?}");
        }
    }
}
