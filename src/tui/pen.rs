//! From changed cells to the bytes of a terminal, no more than there need be: over a slow line, and through programs that
//! share a terminal, bytes are time.
//!
//! It says only what changes of colour and form, goes on without being told where it stands, and writes a few letters
//! anew rather than jump over them. What has one colour is written together where that is shorter than row by row.
//! Behind letters that may be wider than a cell it says where it goes, since terminals disagree about those.

mod style;

use std::cmp::Ordering;
use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use self::style::{Style, alike, codes, is_bare, suits};
use crate::text::width;

/// Jumping costs four bytes or more.
const JUMP: usize = 4;

/// From how many blanks on erasing costs less than writing them, in the middle of a row and up to its end.
const ERASE: usize = 8;
const ERASE_REST: usize = 3;

/// Something to write.
#[derive(Clone, Copy)]
struct Stroke {
    x: u16,
    y: u16,
    /// How many blank cells to erase; 0 for the letter that stands there.
    erased: u16,
    style: Style,
}

/// Writes onto a terminal that shows the one buffer what makes it show the other. Both have the same size. The terminal's
/// colours and forms are plain before and after; where its cursor stands is left open.
///
/// Row by row costs colours, colour by colour costs ways: what is shorter is written.
pub fn write_changes(out: &mut String, shown: &Buffer, next: &Buffer) {
    let mut strokes = strokes(shown, next);
    let mut by_row = String::new();
    write(&mut by_row, &strokes, next);
    let mut styles: Vec<Style> = Vec::new();
    let nth = |stroke: &Stroke| {
        styles.iter().position(|style| *style == stroke.style).unwrap_or_else(|| {
            styles.push(stroke.style);
            styles.len() - 1
        })
    };
    strokes.sort_by_cached_key(nth);
    let mut by_style = String::with_capacity(by_row.len());
    write(&mut by_style, &strokes, next);
    out.push_str(if by_style.len() < by_row.len() { &by_style } else { &by_row });
}

fn write(out: &mut String, strokes: &[Stroke], next: &Buffer) {
    let mut pen = Pen { out, at: None, style: Style::default() };
    for stroke in strokes {
        pen.go(stroke.x, stroke.y, next);
        if stroke.erased > 0 {
            pen.dress(stroke.style);
            if stroke.x + stroke.erased == next.area.right() {
                pen.code("K");
            } else {
                pen.code(&format!("{}X", stroke.erased));
            }
        } else {
            pen.write(&next[(stroke.x, stroke.y)]);
        }
    }
    pen.dress(Style::default());
}

/// What has to be written, row by row. In whatever order it is written, the terminal shows the same in the end.
fn strokes(shown: &Buffer, next: &Buffer) -> Vec<Stroke> {
    let mut strokes: Vec<Stroke> = Vec::new();
    for y in next.area.top()..next.area.bottom() {
        // What half a wide letter leaves behind is written anew, whatever it was.
        let (mut x, mut torn) = (next.area.left(), 0);
        while x < next.area.right() {
            let (old, new) = (&shown[(x, y)], &next[(x, y)]);
            if x >= torn && alike(old, new) {
                // A wide letter that stays hides the same cell as before.
                x += cells(new);
                continue;
            }
            let (mut blanks, mut changed) = (0, 0);
            if is_bare(new) && new.bg == Color::Reset {
                for at in x..next.area.right() {
                    let cell = &next[(at, y)];
                    if !is_bare(cell) || cell.bg != Color::Reset {
                        break;
                    }
                    blanks += 1;
                    changed += usize::from(at < torn || !alike(&shown[(at, y)], cell));
                }
            }
            let rest = x + blanks == next.area.right();
            let erased = if changed >= if rest { ERASE_REST } else { ERASE } { blanks } else { 0 };
            let style = match strokes.last() {
                _ if erased > 0 => Style::default(),
                // A blank is written with what stands before it.
                Some(last)
                    if last.y == y && last.x + 1 == x && last.erased == 0 && suits(last.style, new) =>
                {
                    last.style
                }
                _ if is_bare(new) => Style { back: new.bg, ..Style::default() },
                _ => Style::of(new),
            };
            strokes.push(Stroke { x, y, erased, style });
            let end = if erased > 0 { x + erased } else { (x + cells(new)).min(next.area.right()) };
            torn = (x..end).map(|x| x + cells(&shown[(x, y)])).fold(torn, u16::max);
            x = end;
        }
    }
    strokes
}

/// How many cells a letter takes.
fn cells(cell: &Cell) -> u16 {
    if cell.symbol().len() == 1 {
        return 1;
    }
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
        if let Some((from, row)) =
            known.filter(|&(from, row)| row == y && from < x && usize::from(x - from) <= JUMP)
        {
            let gap = (from..x).map(|x| &next[(x, row)]);
            let plain = |cell: &Cell| is_sure(cell.symbol()) && suits(self.style, cell);
            let bytes: usize = gap.clone().map(|cell| cell.symbol().len()).sum();
            if bytes <= JUMP && gap.clone().all(plain) {
                gap.for_each(|cell| self.out.push_str(cell.symbol()));
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
        if !suits(self.style, cell) {
            let style = Style::of(cell);
            self.dress(if is_bare(cell) {
                Style { front: self.style.front, modifier: Modifier::empty(), ..style }
            } else {
                style
            });
        }
        self.out.push_str(cell.symbol());
        self.at = match self.at {
            Some((x, y)) if is_sure(cell.symbol()) => Some((x + 1, y)),
            _ => None,
        };
    }

    /// Says what changes of colours and forms: from what is there, or from plain.
    fn dress(&mut self, style: Style) {
        if self.style == style {
            return;
        }
        let mut said = codes(Style::default(), style);
        said.insert_str(0, if said.is_empty() { "" } else { "0;" });
        // What was set is taken away from plain only: not every terminal knows another way for each of them.
        if (self.style.modifier - style.modifier).is_empty() {
            let changes = codes(self.style, style);
            if changes.len() < said.len() {
                said = changes;
            }
        } else if (self.style.modifier - style.modifier) == Modifier::BOLD
            && !style.modifier.contains(Modifier::DIM)
        {
            let left = Style { modifier: self.style.modifier - Modifier::BOLD, ..self.style };
            let changes = format!("22;{}", codes(left, style));
            let changes = changes.trim_end_matches(';');
            if changes.len() < said.len() {
                said = changes.to_owned();
            }
        }
        self.code(&said);
        self.out.push('m');
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
                        // Of a blank only what is behind it is to be seen.
                        let bare = is_bare(cell);
                        let (look, wanted) = if bare {
                            let seen = |l: (Color, Color, bool, bool, bool)| (Color::Reset, l.1, false, l.3, l.4);
                            (seen(look), seen(wanted))
                        } else {
                            (look, wanted)
                        };
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
        assert_eq!(out, "\x1b[2;3H\x1b[31mab cd\x1b[m");
        let mut out = String::new();
        write_changes(&mut out, &next, &next);
        assert_eq!(out, "");
    }
}
