//! A screen as an SVG picture: for pages that show what the program looks like.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::ansi::number;
use crate::palette::{Theme, rgb};

/// The size of a cell.
const CELL: (f32, f32) = (8.4, 17.0);
/// The blank border.
const EDGE: f32 = 12.0;
/// Dark letters on a light page, the sixteen colours chosen to be read on it.
const LIGHT: Page = Page { paper: "#fbfaf7", ink: "#22252b", edge: "#d8d5cc", colors: ON_LIGHT };
/// Light letters on a dark page.
const DARK: Page = Page { paper: "#14161a", ink: "#e6e4df", edge: "#33373f", colors: ON_DARK };
const ON_DARK: [&str; 16] = [
    "#14161a", "#ff8787", "#6fd388", "#e6c35c", "#87afff", "#e58ae6", "#4fc4cf", "#b9bdc6", "#8a9099",
    "#ff9d8a", "#8fe6a0", "#f0d98a", "#a5c3ff", "#f2a6f2", "#8be0e6", "#ffffff",
];
const ON_LIGHT: [&str; 16] = [
    "#22252b", "#b3261e", "#2f7d32", "#8a5a00", "#1f5fbf", "#9c27a0", "#00747c", "#6b7078", "#8a9099",
    "#d0352b", "#3c9a40", "#a87200", "#3c7be0", "#b94bbd", "#0a8f98", "#444a53",
];

/// The picture. Every row is a few runs of text in one style; what stands in the cells is escaped.
#[must_use]
pub fn svg(buffer: &Buffer, theme: Theme) -> String {
    let page = if matches!(theme, Theme::Dark | Theme::Contrast) { DARK } else { LIGHT };
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
    let _ = writeln!(
        out,
        "<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{}\" stroke=\"{}\"/>",
        page.paper, page.edge
    );
    for y in 0..rows {
        row(buffer, y, columns, &page, &mut out);
    }
    out.push_str("</svg>\n");
    out
}

/// What a picture is drawn on.
struct Page {
    paper: &'static str,
    ink: &'static str,
    edge: &'static str,
    colors: [&'static str; 16],
}

impl Page {
    fn color(&self, own: Color) -> Option<String> {
        match own {
            Color::Indexed(at) => {
                let [red, green, blue] = rgb(at);
                Some(format!("#{red:02x}{green:02x}{blue:02x}"))
            }
            other => number(other).map(|n| self.colors[usize::from(n)].to_owned()),
        }
    }
}

/// How a run of cells looks.
#[derive(Clone, PartialEq)]
struct Look {
    front: String,
    back: Option<String>,
    modifier: Modifier,
}

fn look(cell: &Cell, page: &Page) -> Look {
    let (front, back) = (page.color(cell.fg).unwrap_or_else(|| page.ink.to_owned()), page.color(cell.bg));
    let (front, back) = if cell.modifier.contains(Modifier::REVERSED) {
        (back.unwrap_or_else(|| page.paper.to_owned()), Some(front))
    } else {
        (front, back)
    };
    Look { front, back, modifier: cell.modifier }
}

fn row(buffer: &Buffer, y: u16, columns: u16, page: &Page, out: &mut String) {
    let mut x = 0;
    while x < columns {
        let first = look(&buffer[(x, y)], page);
        let from = x;
        let mut text = String::new();
        while x < columns && look(&buffer[(x, y)], page) == first {
            let symbol = buffer[(x, y)].symbol();
            text.push_str(symbol);
            x += u16::try_from(crate::text::width(symbol)).unwrap_or(1).max(1);
        }
        run(&first, from, y, x - from, &text, out);
    }
}

fn run(look: &Look, x: u16, y: u16, cells: u16, text: &str, out: &mut String) {
    let left = EDGE + f32::from(x) * CELL.0;
    let top = EDGE + f32::from(y) * CELL.1;
    let wide = f32::from(cells) * CELL.0;
    if let Some(back) = &look.back {
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
        let svg = svg(&buffer, Theme::Light);
        assert!(svg.contains(">a&lt;b&gt;&amp; </text>"), "{svg}");
        assert!(svg.contains(&format!("fill=\"{}\"/>", ON_LIGHT[1])), "{svg}");
        assert_eq!(svg.matches("<text").count(), 2, "{svg}");
    }
}
