//! The chain that was walked, in one row: what was passed, with the signs, and where one is.

use crate::layout::canvas::Canvas;
use crate::layout::course::{Course, Walk};
use crate::layout::frame::Frame;
use crate::map::{LinkId, Map, NodeId};
use crate::palette::Role;
use crate::text::words::says;
use crate::text::{cut, width};

use crate::layout::line::sign_glyph;

/// Labels of cards that were passed are cut to this where the row is short.
const SHORT: usize = 16;

/// Writes the trail in the first row: the sign of the chain and the number of its levels at the right, and before
/// it the cards, from the left as far as they fit, the last one whole and in brackets. How many are left out is
/// said at the left.
pub(super) fn write(canvas: &mut Canvas, map: &Map, centre: &NodeId, trail: &[LinkId], frame: Frame) {
    let Frame { lang, glyphs, .. } = frame;
    let ends_here = trail.last().is_none_or(|last| last.to == *centre);
    let (start, links) = match trail.first() {
        Some(first) if ends_here => (first.from.clone(), trail.to_vec()),
        _ => (centre.clone(), Vec::new()),
    };
    let course = Course::new(map, &Walk::chain(start, links), lang, glyphs);
    let cells = usize::from(canvas.width()).saturating_sub(2);
    let mut room = cells;
    if !course.legs.is_empty() {
        let words = lang.words();
        let sign = format!("{} ({})", words.links.chain.one, sign_glyph(course.sign(), glyphs));
        let facts = format!("{sign} {} {}", glyphs.between, words.things.level.of(course.level_count()));
        if cells > 3 * width(&facts) {
            let x = usize::from(canvas.width()).saturating_sub(width(&facts) + 1);
            canvas.write(u16::try_from(x).unwrap_or(u16::MAX), 0, &facts, Role::Text);
            room = cells - width(&facts) - 2;
        }
    }
    let here = course.cards.len() - 1;
    let arrow = |leg: usize| -> Vec<(String, Role)> {
        let leg = &course.legs[leg];
        let line = leg.stroke.role();
        let mut parts = vec![(format!(" {}", leg.stroke.pieces(glyphs).across), line)];
        parts.extend(leg.marks(glyphs, line));
        parts.push((format!("{} ", glyphs.head_right), line));
        parts
    };
    let parts_from = |first: usize, label: usize| -> Vec<(String, Role)> {
        let mut parts = Vec::new();
        if first > 0 {
            parts.push((format!("{} {}", glyphs.ellipsis, says::before(lang, first)), Role::Quiet));
            parts.extend(arrow(first - 1));
        }
        for at in first..here {
            parts.push((cut(&course.cards[at].label, label), Role::Text));
            parts.extend(arrow(at));
        }
        parts.push((format!("[{}]", course.cards[here].label), Role::Selected));
        parts
    };
    let length = |parts: &[(String, Role)]| parts.iter().map(|(text, _)| width(text)).sum::<usize>();
    let whole = parts_from(0, usize::MAX);
    let mut parts = if length(&whole) <= room { whole } else { parts_from(0, SHORT) };
    let mut first = 0;
    while length(&parts) > room && first < here {
        first += 1;
        parts = parts_from(first, SHORT);
    }
    if length(&parts) > room {
        parts = vec![(cut(&format!("[{}]", course.cards[here].label), room), Role::Selected)];
    }
    let mut x = 1;
    for (text, role) in parts {
        x = canvas.write(x, 0, &text, role);
    }
}
