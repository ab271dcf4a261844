//! How letters look, and the codes that say so. Knows no places.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// What is to be seen of a blank.
const SEEN_ON_BLANKS: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

/// How letters look.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Style {
    pub(super) front: Color,
    pub(super) back: Color,
    pub(super) modifier: Modifier,
}

impl Style {
    pub(super) fn of(cell: &Cell) -> Self {
        Self { front: cell.fg, back: cell.bg, modifier: cell.modifier }
    }

    /// Whether nothing but the colour behind a blank is to be seen of it.
    fn is_bare(self) -> bool {
        !self.modifier.intersects(SEEN_ON_BLANKS)
    }
}

/// Whether a cell is a blank of which only the colour behind it is to be seen.
pub(super) fn is_bare(cell: &Cell) -> bool {
    cell.symbol() == " " && Style::of(cell).is_bare()
}

/// Whether a cell written in that style looks as it should.
pub(super) fn suits(style: Style, cell: &Cell) -> bool {
    Style::of(cell) == style || is_bare(cell) && style.is_bare() && style.back == cell.bg
}

/// Whether two cells look alike.
pub(super) fn alike(one: &Cell, other: &Cell) -> bool {
    let same = match (one.symbol().as_bytes(), other.symbol().as_bytes()) {
        // Nearly all of them, asked for each cell of each frame.
        ([letter], [its]) => letter == its,
        (letter, its) => letter == its,
    };
    same && Style::of(one) == Style::of(other) || is_bare(one) && is_bare(other) && one.bg == other.bg
}

/// The codes that make one style of another that has none of its forms too much.
pub(super) fn codes(from: Style, to: Style) -> String {
    let mut codes: Vec<String> = Vec::new();
    for (modifier, code) in [
        (Modifier::BOLD, "1"),
        (Modifier::DIM, "2"),
        (Modifier::ITALIC, "3"),
        (Modifier::UNDERLINED, "4"),
        (Modifier::SLOW_BLINK, "5"),
        (Modifier::RAPID_BLINK, "6"),
        (Modifier::REVERSED, "7"),
        (Modifier::HIDDEN, "8"),
        (Modifier::CROSSED_OUT, "9"),
    ] {
        if (to.modifier - from.modifier).contains(modifier) {
            codes.push(code.to_owned());
        }
    }
    if to.front != from.front {
        codes.push(color(to.front, 30));
    }
    if to.back != from.back {
        codes.push(color(to.back, 40));
    }
    codes.join(";")
}

/// The code of a colour, for letters (30) or behind them (40).
fn color(color: Color, base: u8) -> String {
    let named = |number: u8| if number < 8 { base + number } else { base + 52 + number }.to_string();
    match color {
        Color::Reset => (base + 9).to_string(),
        Color::Indexed(number) => format!("{};5;{number}", base + 8),
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", base + 8),
        Color::Black => named(0),
        Color::Red => named(1),
        Color::Green => named(2),
        Color::Yellow => named(3),
        Color::Blue => named(4),
        Color::Magenta => named(5),
        Color::Cyan => named(6),
        Color::Gray => named(7),
        Color::DarkGray => named(8),
        Color::LightRed => named(9),
        Color::LightGreen => named(10),
        Color::LightYellow => named(11),
        Color::LightBlue => named(12),
        Color::LightMagenta => named(13),
        Color::LightCyan => named(14),
        Color::White => named(15),
    }
}
