//! Marks of a picture as SVG: heads of arrows, signs, delays, shapes of cards. Each is drawn around a point.

use std::fmt::Write as _;

use super::grid::CELL;
use super::piece::{Shape, Way};
use super::stroke::number;
use super::svg::Dress;
use super::trace::Sign;
use crate::exchange::escape::xml;
use crate::palette::Role;
use crate::palette::paper;

/// The head of an arrow.
pub(super) fn arrow((x, y): (f32, f32), way: Way, role: Role, dress: Dress, out: &mut String) {
    let (dx, dy) = way.step();
    let (tip, back, half) = (4.8, 4.2, 4.6);
    let _ = writeln!(
        out,
        "<path d=\"M{} {}L{} {}L{} {}Z\"{}/>",
        number(x + dx * tip),
        number(y + dy * tip),
        number(x - dx * back + dy * half),
        number(y - dy * back + dx * half),
        number(x - dx * back - dy * half),
        number(y - dy * back - dx * half),
        dress.fill(paper::letters(role))
    );
}

/// A sign on its line: in a lozenge where it has three cells, in a box if it is a measure's, in a ring where it has one.
pub(super) fn draw_sign((x, y): (f32, f32), sign: &Sign, dress: Dress, out: &mut String) {
    let ink = paper::letters(sign.role);
    let large = sign.cells > 1;
    let (half, high) = if large { (11.5, 7.4) } else { (4.9, 4.9) };
    let _ = write!(
        out,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" stroke-width=\"1.3\"{}/>",
        number(x - half),
        number(y - high),
        number(half * 2.0),
        number(high * 2.0),
        if sign.square { 1.5 } else { high },
        dress.hollow(ink)
    );
    let (arm, weight) = if large { (4.4, 2.2) } else { (3.0, 1.6) };
    let across = format!("M{} {}H{}", number(x - arm), number(y), number(x + arm));
    let path = match sign.text.as_str() {
        "+" => format!("{across}M{} {}V{}", number(x), number(y - arm), number(y + arm)),
        "−" => across,
        other => {
            let size = if large { 12.0 } else { 9.0 };
            let _ = writeln!(
                out,
                "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" font-size=\"{size}\" font-weight=\"bold\"{}>{}</text>",
                number(x),
                number(y + size * 0.36),
                dress.fill(ink),
                xml(other)
            );
            return;
        }
    };
    let _ = writeln!(out, "<path d=\"{path}\" stroke-width=\"{weight}\"{}/>", dress.stroke(ink));
}

/// The two strokes across a line that mean a delay.
pub(super) fn draw_delay((x, y): (f32, f32), role: Role, dress: Dress, out: &mut String) {
    let ink = paper::lines(role);
    let half = CELL.0 / 2.0;
    let _ = writeln!(
        out,
        "<path d=\"M{} {y}H{}M{} {}v12M{} {}v12\" stroke-width=\"1.6\"{}/>",
        number(x - half),
        number(x + half),
        number(x - 2.0),
        number(y - 6.0),
        number(x + 2.0),
        number(y - 6.0),
        dress.stroke(ink)
    );
}

/// The stroke through a refuted link.
pub(super) fn draw_slash((x, y): (f32, f32), role: Role, dress: Dress, out: &mut String) {
    let _ = writeln!(
        out,
        "<path d=\"M{} {}l8 -12\" stroke-width=\"1.6\"{}/>",
        number(x - 4.0),
        number(y + 6.0),
        dress.stroke(paper::letters(role))
    );
}

/// The shape of a card.
pub(super) fn draw_shape(
    (x, y): (f32, f32),
    shape: Shape,
    hollow: bool,
    role: Role,
    dress: Dress,
    out: &mut String,
) {
    let ink = paper::letters(role);
    let dressed = if hollow || shape == Shape::Ring {
        format!(" stroke-width=\"1.5\"{}", dress.hollow(ink))
    } else {
        dress.fill(ink)
    };
    let n = |dx: f32, dy: f32| format!("{} {}", number(x + dx), number(y + dy));
    let shrunk = if hollow { 0.7 } else { 0.0 };
    let path = match shape {
        Shape::Square | Shape::Leaf | Shape::Bar | Shape::Dot => {
            let (w, h) = match shape {
                Shape::Square => (4.3, 4.3),
                Shape::Leaf => (3.9, 4.9),
                Shape::Bar => (5.0, 2.6),
                _ => (2.8, 2.8),
            };
            let (w, h): (f32, f32) = (w - shrunk, h - shrunk);
            format!("M{}L{}L{}L{}Z", n(-w, -h), n(w, -h), n(w, h), n(-w, h))
        }
        Shape::Diamond => {
            let r = 5.6 - shrunk;
            format!("M{}L{}L{}L{}Z", n(0.0, -r), n(r * 0.92, 0.0), n(0.0, r), n(-r * 0.92, 0.0))
        }
        Shape::Triangle => {
            let r = 5.2 - shrunk;
            format!("M{}L{}L{}Z", n(0.0, -r), n(r, r * 0.82), n(-r, r * 0.82))
        }
        Shape::Star => {
            let point = |at: u8| {
                let angle = f32::from(at) * std::f32::consts::PI / 5.0;
                let r = if at.is_multiple_of(2) { 5.8 - shrunk } else { 2.5 };
                n(angle.sin() * r, -angle.cos() * r)
            };
            let points: Vec<String> = (0..10).map(point).collect();
            format!("M{}Z", points.join("L"))
        }
        Shape::Disc | Shape::Ring => {
            let r: f32 = 4.6 - shrunk;
            let _ = write!(out, "<circle cx=\"{}\" cy=\"{}\" r=\"{r}\"{dressed}/>", number(x), number(y));
            if shape == Shape::Ring && !hollow {
                let _ = write!(
                    out,
                    "<circle cx=\"{}\" cy=\"{}\" r=\"2.1\"{}/>",
                    number(x),
                    number(y),
                    dress.fill(ink)
                );
            }
            out.push('\n');
            return;
        }
    };
    let _ = write!(out, "<path d=\"{path}\"{dressed}/>");
    out.push('\n');
}
