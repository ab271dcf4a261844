//! A screen as text with the escape codes for its colours.

use std::fmt::Write;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

/// The screen line by line; each line ends plain, so that it can be printed anywhere.
#[must_use]
pub fn ansi(buffer: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let mut now = String::new();
        let mut covered = 0;
        for x in 0..buffer.area.width {
            if covered > 0 {
                covered -= 1;
                continue;
            }
            let cell = &buffer[(x, y)];
            let code = code(cell.fg, cell.bg, cell.modifier);
            if code != now {
                out.push_str("\x1b[0m");
                if !code.is_empty() {
                    // Writing to a string does not fail.
                    let _ = write!(out, "\x1b[{code}m");
                }
                now = code;
            }
            out.push_str(cell.symbol());
            covered = crate::text::width(cell.symbol()).saturating_sub(1);
        }
        out.push_str("\x1b[0m\n");
    }
    out
}

fn code(front: Color, back: Color, modifier: Modifier) -> String {
    let mut codes: Vec<String> = Vec::new();
    for (own, code) in [
        (Modifier::BOLD, "1"),
        (Modifier::DIM, "2"),
        (Modifier::UNDERLINED, "4"),
        (Modifier::REVERSED, "7"),
        (Modifier::CROSSED_OUT, "9"),
    ] {
        if modifier.contains(own) {
            codes.push(code.to_owned());
        }
    }
    for (color, base) in [(front, 30), (back, 40)] {
        codes.extend(match color {
            Color::Indexed(n) => Some(format!("{};5;{n}", base + 8)),
            other => number(other).map(|n| if n < 8 { base + n } else { base + 52 + n }.to_string()),
        });
    }
    codes.join(";")
}

/// The number of one of the sixteen colours.
pub(super) fn number(color: Color) -> Option<u8> {
    Some(match color {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        _ => return None,
    })
}
