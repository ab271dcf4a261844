//! The roles on paper: an ink for each, on white and on a dark page.
//!
//! Letters in any ink have a contrast of 4.5 : 1 or more to the page, as [`contrast`] measures it. It names colours
//! and draws nothing.

use super::{Hue, Role};

/// A colour on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ink {
    /// What style sheets call it.
    pub name: &'static str,
    /// `#rrggbb` on a white page.
    pub light: &'static str,
    /// `#rrggbb` on a dark page.
    pub dark: &'static str,
}

/// The white page.
pub const LIGHT_PAGE: &str = "#ffffff";
/// The dark page.
pub const DARK_PAGE: &str = "#16181d";

const fn ink(name: &'static str, light: &'static str, dark: &'static str) -> Ink {
    Ink { name, light, dark }
}

/// What most is written with.
pub const TEXT: Ink = ink("text", "#1f2328", "#e8e6e1");
/// What may stand back.
pub const QUIET: Ink = ink("quiet", "#5c626b", "#a6abb5");
/// Rules and frames, where they are lines and not letters.
pub const RULE: Ink = ink("rule", "#b4b8be", "#565c66");
const RED: Ink = ink("red", "#b3261e", "#ff8a80");
const GREEN: Ink = ink("green", "#2a7230", "#7bc97f");
const YELLOW: Ink = ink("yellow", "#855700", "#e3b341");
const BLUE: Ink = ink("blue", "#1f5fbf", "#79b0ff");
const MAGENTA: Ink = ink("magenta", "#93259a", "#e29aea");
const CYAN: Ink = ink("cyan", "#006d75", "#5fcbd3");
const ORANGE: Ink = ink("bright-red", "#bd4310", "#ff9d66");
const LIME: Ink = ink("bright-green", "#4b7300", "#a8d154");
const SAND: Ink = ink("bright-yellow", "#786400", "#d9cf5e");
const SKY: Ink = ink("bright-blue", "#4b5fd1", "#a0adff");
const ROSE: Ink = ink("bright-magenta", "#b02a76", "#ff9ccb");
const TEAL: Ink = ink("bright-cyan", "#1a7161", "#6fd6bf");

/// Every ink.
pub const ALL: [Ink; 15] =
    [TEXT, QUIET, RULE, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, ORANGE, LIME, SAND, SKY, ROSE, TEAL];

/// The ink of a hue; the terminal's own colour is [`TEXT`].
#[must_use]
pub const fn of_hue(hue: Hue) -> Ink {
    match hue {
        Hue::Own | Hue::Black | Hue::White => TEXT,
        Hue::Gray | Hue::DarkGray => QUIET,
        Hue::Red => RED,
        Hue::Green => GREEN,
        Hue::Yellow => YELLOW,
        Hue::Blue => BLUE,
        Hue::Magenta => MAGENTA,
        Hue::Cyan => CYAN,
        Hue::BrightRed => ORANGE,
        Hue::BrightGreen => LIME,
        Hue::BrightYellow => SAND,
        Hue::BrightBlue => SKY,
        Hue::BrightMagenta => ROSE,
        Hue::BrightCyan => TEAL,
    }
}

/// The ink that letters and shapes of a role are printed with.
#[must_use]
pub const fn letters(role: Role) -> Ink {
    match role {
        Role::Quiet | Role::Frame => QUIET,
        Role::Area(hue) => of_hue(hue),
        Role::Barrier | Role::Minus => RED,
        Role::Enabler | Role::Plus => GREEN,
        Role::Condition => BLUE,
        Role::Tension | Role::Unknown | Role::Ghost => YELLOW,
        Role::Actor => CYAN,
        Role::Measure => BLUE,
        Role::Benefit => MAGENTA,
        Role::LineIn => CYAN,
        Role::LineOut => MAGENTA,
        Role::Fault => RED,
        _ => TEXT,
    }
}

/// The ink that lines of a role are drawn with.
#[must_use]
pub const fn lines(role: Role) -> Ink {
    match role {
        Role::Frame | Role::Quiet => RULE,
        role => letters(role),
    }
}

/// Whether letters of a role are bold.
#[must_use]
pub const fn is_bold(role: Role) -> bool {
    matches!(role, Role::Heading | Role::Band | Role::Selected | Role::Key | Role::Fault)
}

/// Contrast of two colours as the Web Content Accessibility Guidelines 2.2 define it: 1 for equal ones, 21 for black on
/// white. What is no `#rrggbb` counts as black.
#[must_use]
pub fn contrast(one: &str, other: &str) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(color: &str) -> f64 {
    let channel = |at: usize| {
        let part = color.get(at..at + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).unwrap_or(0);
        let value = f64::from(part) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_on_both_pages_and_on_tinted_cards() {
        assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.01);
        for ink in ALL.into_iter().filter(|ink| *ink != RULE) {
            // A card is tinted with a twelfth of its area's ink at most; red on red is the worst of it.
            for page in [LIGHT_PAGE, "#f6f4f0"] {
                assert!(contrast(ink.light, page) >= 4.5, "{ink:?} {page} {}", contrast(ink.light, page));
            }
            assert!(contrast(ink.dark, DARK_PAGE) >= 4.5, "{ink:?} {}", contrast(ink.dark, DARK_PAGE));
        }
    }
}
