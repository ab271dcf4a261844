//! From changed cells to the bytes of a terminal, no more than there need be: over a slow line, and through programs that
//! share a terminal, bytes are time.
//!
//! It says only what changes of colour and form, goes on without being told where it stands, and writes a few letters
//! anew rather than jump over them. Behind letters that may be wider than a cell it says where it goes, since terminals
//! disagree about those.

use std::cmp::Ordering;
use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::text::width;

/// Jumping costs four bytes or more.
const JUMP: usize = 4;

/// From how many blanks on erasing costs less than writing them.
const ERASE: usize = 8;

/// How letters look.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Style {
    front: Color,
    back: Color,
    modifier: Modifier,
}

impl Style {
    fn of(cell: &Cell) -> Self {
        Self { front: cell.fg, back: cell.bg, modifier: cell.modifier }
    }
}

/// Writes onto a terminal that shows the one buffer what makes it show the other. Both have the same size. The terminal's
/// colours and forms are plain before and after; where its cursor stands is left open.
pub fn write_changes(out: &mut String, shown: &Buffer, next: &Buffer) {
    let mut pen = Pen { out, at: None, style: Style::default() };
    for y in next.area.top()..next.area.bottom() {
        // What half a wide letter leaves behind is written anew, whatever it was.
        let (mut x, mut torn) = (next.area.left(), 0);
        while x < next.area.right() {
            let (old, new) = (&shown[(x, y)], &next[(x, y)]);
            if old == new && x >= torn {
                x += 1;
                continue;
            }
            pen.go(x, y, next);
            let blank = (x..next.area.right()).take_while(|&x| next[(x, y)] == Cell::EMPTY);
            let (mut blanks, mut changed) = (0, 0);
            for at in blank {
                blanks += 1;
                changed += usize::from(shown[(at, y)] != next[(at, y)]);
            }
            if changed >= ERASE {
                pen.dress(Style::default());
                pen.code(&format!("{blanks}X"));
                let end = x + blanks;
                torn = (x..end).map(|x| x + cells(&shown[(x, y)])).fold(torn, u16::max);
                x = end;
                continue;
            }
            pen.write(new);
            let end = (x + cells(new)).min(next.area.right());
            torn = (x..end).map(|x| x + cells(&shown[(x, y)])).fold(torn, u16::max);
            x = end;
        }
    }
    pen.dress(Style::default());
}

/// How many cells a letter takes.
fn cells(cell: &Cell) -> u16 {
    u16::try_from(width(cell.symbol())).unwrap_or(1).max(1)
}

struct Pen<'a> {
    out: &'a mut String,
    /// The cell it stands on; `None` where that is not sure.
    at: Option<(u16, u16)>,
    style: Style,
}

impl Pen<'_> {
    /// Goes to a cell.
    fn go(&mut self, x: u16, y: u16, next: &Buffer) {
        if self.at == Some((x, y)) {
            return;
        }
        // Behind the last column terminals disagree about where they stand.
        let known = self.at.filter(|&(from, row)| from < next.area.right() && row <= y);
        if let Some((from, row)) = known.filter(|&(from, row)| row == y && from < x) {
            let gap: Vec<&Cell> = (from..x).map(|x| &next[(x, row)]).collect();
            let plain = |cell: &&Cell| is_sure(cell.symbol()) && Style::of(cell) == self.style;
            let bytes: usize = gap.iter().map(|cell| cell.symbol().len()).sum();
            if bytes <= JUMP && gap.iter().all(plain) {
                gap.iter().for_each(|cell| self.out.push_str(cell.symbol()));
                self.at = Some((x, y));
                return;
            }
        }
        let place = format!("\x1b[{};{}H", y + 1, x + 1);
        let way = known.map(|(from, row)| {
            let along = match x.cmp(&from) {
                Ordering::Less if from - x < 4 => "\u{8}".repeat(usize::from(from - x)),
                Ordering::Less => by(from - x, 'D'),
                Ordering::Equal => String::new(),
                Ordering::Greater => by(x - from, 'C'),
            };
            format!("{}{along}", if row < y { by(y - row, 'B') } else { String::new() })
        });
        self.out.push_str(&way.filter(|way| way.len() < place.len()).unwrap_or(place));
        self.at = Some((x, y));
    }

    fn write(&mut self, cell: &Cell) {
        self.dress(Style::of(cell));
        self.out.push_str(cell.symbol());
        self.at = match self.at {
            Some((x, y)) if is_sure(cell.symbol()) => Some((x + 1, y)),
            _ => None,
        };
    }

    /// Says what changes of colours and forms.
    fn dress(&mut self, style: Style) {
        let mut codes: Vec<String> = Vec::new();
        if !(self.style.modifier - style.modifier).is_empty() {
            codes.push("0".to_owned());
            self.style = Style::default();
        }
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
            if (style.modifier - self.style.modifier).contains(modifier) {
                codes.push(code.to_owned());
            }
        }
        if style.front != self.style.front {
            codes.push(color(style.front, 30));
        }
        if style.back != self.style.back {
            codes.push(color(style.back, 40));
        }
        if !codes.is_empty() {
            self.code(&format!("{}m", codes.join(";")));
        }
        self.style = style;
    }

    fn code(&mut self, code: &str) {
        // Writing to a string does not fail.
        let _ = write!(self.out, "\x1b[{code}");
    }
}

/// So many cells up, down or along.
fn by(cells: u16, way: char) -> String {
    if cells == 1 { format!("\x1b[{way}") } else { format!("\x1b[{cells}{way}") }
}

/// Whether every terminal goes one cell on behind it: one letter of one code point that is one cell wide in every table of
/// widths, or one of ours for lines and shapes.
fn is_sure(symbol: &str) -> bool {
    let mut letters = symbol.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => {
            letter.is_ascii()
                || ('\u{a1}'..'\u{300}').contains(&letter)
                || ('\u{2500}'..'\u{25a0}').contains(&letter)
        }
        _ => false,
    }
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

#[cfg(test)]
mod tests {
    use std::num::NonZeroU16;

    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style as CellStyle;

    use super::*;

    const WIDE: u16 = 12;
    const HIGH: u16 = 4;
    const COLORS: [Color; 5] =
        [Color::Reset, Color::Red, Color::LightBlue, Color::Indexed(24), Color::Rgb(1, 2, 3)];
    const FORMS: [Modifier; 4] =
        [Modifier::empty(), Modifier::BOLD, Modifier::REVERSED, Modifier::UNDERLINED.union(Modifier::BOLD)];

    type Drawn = (u16, u16, &'static str, usize, usize, usize);

    fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
        let text = prop::sample::select(vec!["a", "b ", "─", "å", "漢", "■▶", "x│y", "‖"]);
        let one = (0..WIDE - 3, 0..HIGH, text, 0..COLORS.len(), 0..COLORS.len(), 0..FORMS.len());
        prop::collection::vec(one, 0..30)
    }

    fn draw(buffer: &mut Buffer, drawn: &[Drawn]) {
        for &(x, y, text, front, back, form) in drawn {
            let style = CellStyle::new().fg(COLORS[front]).bg(COLORS[back]).add_modifier(FORMS[form]);
            // A text that begins in the second half of a wide letter takes that letter away.
            if x > 0 && width(buffer[(x - 1, y)].symbol()) > 1 {
                buffer[(x - 1, y)].reset();
            }
            let end = buffer.set_stringn(x, y, text, 3, style).0;
            if end < WIDE && buffer[(end, y)].symbol().is_empty() {
                buffer[(end, y)].reset();
            }
        }
    }

    fn seen(color: vt100::Color) -> Color {
        match color {
            vt100::Color::Default => Color::Reset,
            vt100::Color::Idx(1) => Color::Red,
            vt100::Color::Idx(12) => Color::LightBlue,
            vt100::Color::Idx(number) => Color::Indexed(number),
            vt100::Color::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
        }
    }

    proptest! {
        #[test]
        fn a_terminal_shows_what_was_drawn(frames in prop::collection::vec(drawn(), 1..6)) {
            let area = Rect::new(0, 0, WIDE, HIGH);
            let size = |cells| NonZeroU16::new(cells).expect("some");
            let mut terminal = vt100::Parser::new(size(HIGH), size(WIDE), 0);
            let mut shown = Buffer::empty(area);
            for frame in frames {
                let mut next = Buffer::empty(area);
                draw(&mut next, &frame);
                let mut out = String::new();
                write_changes(&mut out, &shown, &next);
                terminal.process(out.as_bytes());
                let screen = terminal.screen();
                for y in 0..HIGH {
                    let mut x = 0;
                    while x < WIDE {
                        let (cell, own) = (&next[(x, y)], screen.cell(y, x).expect("on the screen"));
                        let text = if own.has_contents() { own.contents() } else { " " };
                        prop_assert_eq!(text, cell.symbol(), "{} {}", x, y);
                        let look = (seen(own.fgcolor()), seen(own.bgcolor()), own.bold(), own.inverse(), own.underline());
                        let has = |form| cell.modifier.contains(form);
                        let wanted = (
                            cell.fg,
                            cell.bg,
                            has(Modifier::BOLD),
                            has(Modifier::REVERSED),
                            has(Modifier::UNDERLINED),
                        );
                        prop_assert_eq!(look, wanted, "{} {} {}", x, y, cell.symbol());
                        x += u16::try_from(width(cell.symbol())).unwrap_or(1).max(1);
                    }
                }
                shown = next;
            }
        }
    }

    #[test]
    fn nothing_is_said_twice() {
        let area = Rect::new(0, 0, 20, 2);
        let (shown, mut next) = (Buffer::empty(area), Buffer::empty(area));
        next.set_string(2, 1, "ab cd", CellStyle::new().fg(Color::Red));
        let mut out = String::new();
        write_changes(&mut out, &shown, &next);
        assert_eq!(out, "\x1b[2;3H\x1b[31mab cd\x1b[39m");
        let mut out = String::new();
        write_changes(&mut out, &next, &next);
        assert_eq!(out, "");
    }
}
