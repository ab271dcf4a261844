//! A picture as SVG: real lines, real shapes, letters on the grid.
//!
//! Everything that comes from a map goes through [`escape::xml`](crate::exchange::escape::xml). No scripts, no styles from
//! elsewhere, no foreign objects. Colours stand as attributes, or as classes for a page that has a style sheet.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::grid::{CELL, Grid};
use super::marks::{arrow, draw_delay, draw_shape, draw_sign, draw_slash};
use super::picture::Picture;
use super::piece::{Pen, Way};
use super::stroke::{Stroke, number};
use super::trace::{Card, Run, Traced};
use crate::exchange::escape::xml;
use crate::layout::canvas::Area;
use crate::map::NodeId;
use crate::palette::Role;
use crate::palette::paper::{self, Ink, LIGHT_PAGE};

/// The letters of pictures.
pub const MONO: &str = "'JetBrains Mono','DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace";
/// The size of letters: a letter of these fonts is six tenths of it wide, which is a cell.
pub const LETTERS: f32 = 15.0;
/// Where letters stand in their cell.
const BASE: f32 = 13.2;

/// How colours are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dress {
    /// As attributes: for a file of its own.
    Colours,
    /// As classes `f-red`, `s-red`, `t-red` (fill, stroke, tint): for a page with a style sheet.
    Classes,
}

impl Dress {
    /// The attribute that fills with an ink.
    #[must_use]
    pub fn fill(self, ink: Ink) -> String {
        match self {
            Dress::Colours => format!(" fill=\"{}\"", ink.light),
            Dress::Classes => format!(" class=\"f-{}\"", ink.name),
        }
    }

    /// The attribute that draws with an ink.
    #[must_use]
    pub fn stroke(self, ink: Ink) -> String {
        match self {
            Dress::Colours => format!(" stroke=\"{}\" fill=\"none\"", ink.light),
            Dress::Classes => format!(" class=\"s-{}\"", ink.name),
        }
    }

    /// The attribute that draws with an ink around the colour of the page.
    #[must_use]
    pub fn hollow(self, ink: Ink) -> String {
        match self {
            Dress::Colours => format!(" stroke=\"{}\" fill=\"{LIGHT_PAGE}\"", ink.light),
            Dress::Classes => format!(" class=\"h-{}\"", ink.name),
        }
    }

    /// The attribute of a card in the colour of its area: filled with a tint, the edge as given.
    fn card(self, tint: Ink, edge: Option<Ink>) -> String {
        let edge = edge.map_or("none", |edge| match self {
            Dress::Colours => edge.light,
            Dress::Classes => edge.name,
        });
        match self {
            Dress::Colours => format!(" fill=\"{}\" stroke=\"{edge}\"", tinted(tint.light, LIGHT_PAGE, 0.08)),
            Dress::Classes => format!(" class=\"t-{} e-{edge}\"", tint.name),
        }
    }
}

/// So much of a colour on another: both `#rrggbb`.
#[must_use]
pub fn tinted(color: &str, on: &str, share: f32) -> String {
    let part = |text: &str, at: usize| {
        text.get(at..at + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).map_or(0.0, f32::from)
    };
    let mixed = [1, 3, 5].map(|at| (part(color, at) * share + part(on, at) * (1.0 - share)).round());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 255")]
    let [r, g, b] = mixed.map(|value| value as u8);
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// A traced picture as the inside of a `<g>`, its upper left corner at 0, 0. `names` gives the ids that cards have on the
/// page; cards without one have none.
#[must_use]
pub fn drawn(picture: &Picture, traced: &Traced, dress: Dress, names: &BTreeMap<NodeId, String>) -> String {
    let mut out = String::new();
    let middle = |at: (u16, u16)| traced.grid.middle(at);
    // What frames is below what runs, and cards are above both.
    for rules in [true, false] {
        for stroke in traced.strokes.iter().filter(|stroke| (stroke.role == Role::Frame) == rules) {
            line(stroke, &traced.grid, dress, &mut out);
        }
    }
    let inside = |area: Area, x: u16, y: u16| area.contains(x, y);
    let mut loose: Vec<&Run> = traced.runs.iter().collect();
    let mut shapes: Vec<_> = traced.shapes.iter().collect();
    for card in &traced.cards {
        let (own_runs, rest): (Vec<_>, Vec<_>) =
            loose.into_iter().partition(|run| inside(card.area, run.x, run.y));
        let (own_shapes, other): (Vec<_>, Vec<_>) =
            shapes.into_iter().partition(|((x, y), ..)| inside(card.area, *x, *y));
        (loose, shapes) = (rest, other);
        let name = names.get(&card.id).map_or_else(String::new, |name| format!(" data-card=\"{name}\""));
        let _ = write!(out, "<g{name}>");
        if let Some(label) = picture.labels.get(&card.id) {
            let _ = write!(out, "<title>{}</title>", xml(label));
        }
        frame(picture, card, &traced.grid, dress, &mut out);
        for (at, shape, hollow, role) in own_shapes {
            draw_shape(middle(*at), *shape, *hollow, *role, dress, &mut out);
        }
        for run in own_runs {
            letters(run, &traced.grid, dress, &mut out);
        }
        out.push_str("</g>\n");
    }
    for (at, way, role) in &traced.heads {
        arrow(middle(*at), *way, *role, dress, &mut out);
    }
    for sign in &traced.signs {
        let (x, y) = middle(sign.at);
        let centre = (x + f32::from(sign.cells - 1) * CELL.0 / 2.0, y);
        draw_sign(centre, sign, dress, &mut out);
    }
    for (at, role) in &traced.delays {
        draw_delay(middle(*at), *role, dress, &mut out);
    }
    for (at, role) in &traced.slashes {
        draw_slash(middle(*at), *role, dress, &mut out);
    }
    for (at, shape, hollow, role) in shapes {
        draw_shape(middle(*at), *shape, *hollow, *role, dress, &mut out);
    }
    for run in loose {
        letters(run, &traced.grid, dress, &mut out);
    }
    out
}

/// The attributes of a pen.
fn pen(pen: Pen) -> &'static str {
    match pen {
        Pen::Light => " stroke-width=\"0.8\"",
        Pen::Thin => " stroke-width=\"1.5\"",
        Pen::Dashed => " stroke-width=\"1.5\" stroke-dasharray=\"6 4\"",
        Pen::Dotted => " stroke-width=\"1.9\" stroke-dasharray=\"0.1 4.4\" stroke-linecap=\"round\"",
        Pen::Heavy => " stroke-width=\"2.6\"",
        Pen::Double => " stroke-width=\"3.4\"",
    }
}

fn line(stroke: &Stroke, grid: &Grid, dress: Dress, out: &mut String) {
    let weight = if stroke.role == Role::Frame && stroke.pen == Pen::Thin {
        " stroke-width=\"1\""
    } else {
        pen(stroke.pen)
    };
    let ink = paper::lines(stroke.role);
    let _ = writeln!(out, "<path d=\"{}\"{}{weight}/>", stroke.path, dress.stroke(ink));
    if stroke.struck {
        // A refuted link is struck through where it runs across, every few cells.
        for at in stroke.cells.iter().skip(2).step_by(4) {
            draw_slash(grid.middle(*at), stroke.role, dress, out);
        }
    }
}

fn frame(picture: &Picture, card: &Card, grid: &Grid, dress: Dress, out: &mut String) {
    let tint = picture.hues.get(&card.id).map(|hue| paper::of_hue(*hue));
    let Area { x, y, width, height } = card.area;
    let (right, bottom) = grid.corner((x + width, y + height));
    let (x, y) = grid.corner((x, y));
    let (width, height) = (right - x, bottom - y);
    match card.frame {
        Some((own, role)) => {
            let ghost = matches!(role, Role::Ghost);
            let edge = match tint {
                Some(tint) if !ghost => tint,
                _ => {
                    if ghost {
                        paper::letters(role)
                    } else {
                        paper::letters(Role::Quiet)
                    }
                }
            };
            let _ = write!(
                out,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"5\"{}{}/>",
                number(x + CELL.0 / 2.0 - 2.0),
                number(y + CELL.1 / 2.0),
                number(width - CELL.0 + 4.0),
                number(height - CELL.1),
                dress.card(tint.unwrap_or(paper::RULE), Some(edge)),
                pen(own),
            );
        }
        // A card of the board has no frame on screen, where there is no room for one; a tint shows it here.
        None if width > CELL.0 * 3.0 => {
            let _ = write!(
                out,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"4\"{}/>",
                number(x - 3.0),
                number(y + 0.6),
                number(width + 5.0),
                number(height - 1.2),
                dress.card(tint.unwrap_or(paper::RULE), None),
            );
        }
        None => {}
    }
}

fn letters(run: &Run, grid: &Grid, dress: Dress, out: &mut String) {
    let (x, y) = grid.corner((run.x, run.y));
    let long = f32::from(run.cells) * CELL.0;
    let bold = if run.bold { " font-weight=\"bold\"" } else { "" };
    let struck = if run.struck { " text-decoration=\"line-through\"" } else { "" };
    // The length is said, so that columns stay under each other whatever font there is.
    let _ = write!(
        out,
        "<text x=\"{}\" y=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"{}{bold}{struck}>{}</text>",
        number(x),
        number(y + BASE),
        number(long),
        dress.fill(run.ink),
        xml(&run.text)
    );
}

/// A piece of a line, for the legend.
pub(super) fn sample((x, y): (f32, f32), long: f32, own: Pen, role: Role, dress: Dress, out: &mut String) {
    let _ = writeln!(
        out,
        "<path d=\"M{} {}h{}\"{}{}/>",
        number(x),
        number(y),
        number(long - 4.0),
        dress.stroke(paper::lines(role)),
        pen(own)
    );
    arrow((x + long - 4.0, y), Way::Right, role, dress, out);
}

/// The attributes of letters for what is around a picture's group.
#[must_use]
pub fn text_attributes() -> String {
    format!("font-family=\"{MONO}\" font-size=\"{LETTERS}\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::paper::trace::trace;
    use crate::layout::canvas::Canvas;
    use crate::text::Lang;

    #[test]
    fn a_label_from_a_stranger_is_text_and_nothing_else() {
        let evil = "<script>x</script>]]>\" onload=\"x";
        let mut canvas = Canvas::new(60, 1);
        canvas.write(2, 0, evil, Role::Text);
        let area = Area { x: 0, y: 0, width: 50, height: 1 };
        let mut picture = Picture { canvas, cards: vec![(area, "a".into())], ..Picture::empty(Lang::En) };
        picture.labels.insert("a".into(), evil.to_owned());
        let out = drawn(&picture, &trace(&picture), Dress::Colours, &BTreeMap::new());
        assert_eq!(out.matches("&lt;script&gt;").count(), 2, "{out}");
        assert!(!out.contains("<script") && !out.contains("]]>") && !out.contains("\" onload"), "{out}");
    }

    #[test]
    fn a_tint_lies_between_two_colours() {
        assert_eq!(tinted("#000000", "#ffffff", 0.0), "#ffffff");
        assert_eq!(tinted("#000000", "#ffffff", 0.5), "#808080");
    }
}
