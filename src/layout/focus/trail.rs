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
/// it the cards as far as they fit, the one in the middle whole and in brackets, wherever on the chain it stands.
/// How many are left out at either end is said there. A trail that does not pass the card is not shown.
pub(super) fn write(canvas: &mut Canvas, map: &Map, centre: &NodeId, trail: &[LinkId], frame: Frame) {
    let Frame { lang, glyphs, .. } = frame;
    let passes = trail.iter().any(|link| link.from == *centre || link.to == *centre);
    let (start, links) = match trail.first() {
        Some(first) if passes => (first.from.clone(), trail.to_vec()),
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
    let end = course.cards.len() - 1;
    let here = course.cards.iter().rposition(|card| card.id == *centre).unwrap_or(end);
    let arrow = |leg: usize| -> Vec<(String, Role)> {
        let leg = &course.legs[leg];
        let line = leg.stroke.role();
        let mut parts = vec![(format!(" {}", leg.stroke.pieces(glyphs).across), line)];
        parts.extend(leg.marks(glyphs, line));
        parts.push((format!("{} ", glyphs.head_right), line));
        parts
    };
    let parts_of = |first: usize, last: usize, label: usize| -> Vec<(String, Role)> {
        let mut parts = Vec::new();
        if first > 0 {
            parts.push((format!("{} {}", glyphs.ellipsis, says::before(lang, first)), Role::Quiet));
            parts.extend(arrow(first - 1));
        }
        for at in first..=last {
            parts.push(match at == here {
                true => (format!("[{}]", course.cards[at].label), Role::Selected),
                false => (cut(&course.cards[at].label, label), Role::Text),
            });
            if at < last {
                parts.extend(arrow(at));
            }
        }
        if last < end {
            parts.extend(arrow(last));
            parts.push((format!("{} {}", says::more(lang, end - last), glyphs.ellipsis), Role::Quiet));
        }
        parts
    };
    let length = |parts: &[(String, Role)]| parts.iter().map(|(text, _)| width(text)).sum::<usize>();
    let whole = parts_of(0, end, usize::MAX);
    let mut parts = if length(&whole) <= room { whole } else { parts_of(0, end, SHORT) };
    let (mut first, mut last) = (0, end);
    while length(&parts) > room && first < last {
        // What is farther from here goes first.
        if last - here > here - first {
            last -= 1;
        } else {
            first += 1;
        }
        parts = parts_of(first, last, SHORT);
    }
    if length(&parts) > room {
        parts = vec![(cut(&format!("[{}]", course.cards[here].label), room), Role::Selected)];
    }
    let mut x = 1;
    for (text, role) in parts {
        x = canvas.write(x, 0, &text, role);
    }
}
