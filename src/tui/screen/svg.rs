//! A screen as an SVG picture: for pages that show what the program looks like.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::ansi::number;

/// The size of a cell.
const CELL: (f32, f32) = (8.4, 17.0);
/// The blank border.
const EDGE: f32 = 12.0;
/// Dark letters on a light page, the sixteen colours chosen to be read on it.
const PAPER: &str = "#fbfaf7";
const INK: &str = "#22252b";
const COLORS: [&str; 16] = [
    "#22252b", "#b3261e", "#2f7d32", "#8a5a00", "#1f5fbf", "#9c27a0", "#00747c", "#6b7078", "#8a9099",
    "#d0352b", "#3c9a40", "#a87200", "#3c7be0", "#b94bbd", "#0a8f98", "#444a53",
];

/// The picture. Every row is a few runs of text in one style; what stands in the cells is escaped.
#[must_use]
pub fn svg(buffer: &Buffer) -> String {
    let (columns, rows) = (buffer.area.width, buffer.area.height);
    let width = f32::from(columns) * CELL.0 + 2.0 * EDGE;
    let height = f32::from(rows) * CELL.1 + 2.0 * EDGE;
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.1} {height:.1}\" width=\"{width:.0}\" \
         height=\"{height:.0}\" font-family=\"'DejaVu Sans Mono','JetBrains Mono',Menlo,Consolas,monospace\" \
         font-size=\"14\">"
    );
    let _ =
        writeln!(out, "<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{PAPER}\" stroke=\"#d8d5cc\"/>");
    for y in 0..rows {
        row(buffer, y, columns, &mut out);
    }
    out.push_str("</svg>\n");
    out
}

/// How a run of cells looks.
#[derive(Clone, Copy, PartialEq)]
struct Look {
    front: &'static str,
    back: Option<&'static str>,
    modifier: Modifier,
}

fn look(cell: &Cell) -> Look {
    let color = |own: Color| number(own).map(|n| COLORS[usize::from(n)]);
    let (front, back) = (color(cell.fg).unwrap_or(INK), color(cell.bg));
    if cell.modifier.contains(Modifier::REVERSED) {
        Look { front: back.unwrap_or(PAPER), back: Some(front), modifier: cell.modifier }
    } else {
        Look { front, back, modifier: cell.modifier }
    }
}

fn row(buffer: &Buffer, y: u16, columns: u16, out: &mut String) {
    let mut x = 0;
    while x < columns {
        let first = look(&buffer[(x, y)]);
        let from = x;
        let mut text = String::new();
        while x < columns && look(&buffer[(x, y)]) == first {
            let symbol = buffer[(x, y)].symbol();
            text.push_str(symbol);
            x += u16::try_from(crate::text::width(symbol)).unwrap_or(1).max(1);
        }
        run(first, from, y, x - from, &text, out);
    }
}

fn run(look: Look, x: u16, y: u16, cells: u16, text: &str, out: &mut String) {
    let left = EDGE + f32::from(x) * CELL.0;
    let top = EDGE + f32::from(y) * CELL.1;
    let wide = f32::from(cells) * CELL.0;
    if let Some(back) = look.back {
        let _ = writeln!(
            out,
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{wide:.1}\" height=\"{:.1}\" fill=\"{back}\"/>",
            CELL.1
        );
    }
    if text.trim().is_empty() {
        return;
    }
    let mut style = String::new();
    if look.modifier.contains(Modifier::BOLD) {
        style.push_str(" font-weight=\"bold\"");
    }
    if look.modifier.contains(Modifier::DIM) {
        style.push_str(" opacity=\"0.72\"");
    }
    let lines = [(Modifier::UNDERLINED, "underline"), (Modifier::CROSSED_OUT, "line-through")];
    let lines: Vec<_> =
        lines.iter().filter(|(own, _)| look.modifier.contains(*own)).map(|(_, name)| *name).collect();
    if !lines.is_empty() {
        let _ = write!(style, " text-decoration=\"{}\"", lines.join(" "));
    }
    // The length is said, so that columns stay under each other whatever font there is.
    let _ = writeln!(
        out,
        "<text x=\"{left:.1}\" y=\"{:.1}\" textLength=\"{wide:.1}\" lengthAdjust=\"spacingAndGlyphs\" \
         xml:space=\"preserve\" fill=\"{}\"{style}>{}</text>",
        top + CELL.1 * 0.76,
        look.front,
        escape(text)
    );
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    #[test]
    fn text_is_escaped_and_runs_keep_their_style() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, "a<b>&", Style::new());
        buffer.set_string(6, 0, "c", Style::new().fg(Color::Red).add_modifier(Modifier::REVERSED));
        let svg = svg(&buffer);
        assert!(svg.contains(">a&lt;b&gt;&amp; </text>"), "{svg}");
        assert!(svg.contains(&format!("fill=\"{}\"/>", COLORS[1])), "{svg}");
        assert_eq!(svg.matches("<text").count(), 2, "{svg}");
    }
}
