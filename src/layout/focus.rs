//! The focus: one card in the middle, what leads to it at the left, what it leads to at the right.
//!
//! Both sides stand in the order of the levels, top level first, two steps deep where there is room. Each link
//! shows its sign, its delay and how well it is founded. Above stands the chain that was walked to get here;
//! below, what is said of the link under the cursor or of the card.
//!
//! It draws; which card is in the middle and what the keys do is not its business.

use super::canvas::{Area, Canvas};
use super::frame::Frame;
use crate::map::{LinkId, Map, NodeId};
use crate::palette::Role;
use crate::text::cut;

mod half;
mod lines;
mod list;
mod middle;
mod neighbours;
mod picture;
mod side;
mod told;
mod trail;

pub use neighbours::neighbours;

/// Which neighbour is highlighted, counted as [`neighbours`] lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// One of the causes.
    Cause(usize),
    /// One of the effects.
    Effect(usize),
}

/// A focus, drawn.
#[derive(Clone, Debug)]
pub struct Focus {
    /// The picture.
    pub canvas: Canvas,
    /// Where cards stand; the middle one first.
    pub hits: Vec<(Area, NodeId)>,
    /// The links into the card, as [`neighbours`] lists them.
    pub causes: Vec<LinkId>,
    /// The links out of the card, as [`neighbours`] lists them.
    pub effects: Vec<LinkId>,
}

/// Draws a card with its neighbours. `trail` is the chain that was walked; the card stands on it.
///
/// For a card that is not there the picture is empty. Works at any size. Takes time in the number of links of the
/// card and of its neighbours.
#[must_use]
pub fn focus(map: &Map, centre: &NodeId, cursor: Option<Cursor>, trail: &[LinkId], frame: Frame) -> Focus {
    let Frame { width, height, lang, glyphs } = frame;
    let mut canvas = Canvas::new(width, height);
    let (causes, effects) = neighbours(map, centre);
    let Some(node) = map.node(centre) else {
        return Focus { canvas, hits: Vec::new(), causes, effects };
    };
    trail::write(&mut canvas, map, centre, trail, frame);
    let link = match cursor {
        Some(Cursor::Cause(at)) => causes.get(at),
        Some(Cursor::Effect(at)) => effects.get(at),
        None => None,
    };
    let told = told::told(map, node, link, usize::from(width.saturating_sub(2)), height, lang);
    let told_rows = u16::try_from(told.len()).unwrap_or(u16::MAX);
    let top = if height >= 12 { 2 } else { 1 };
    let bottom = height.saturating_sub(told_rows + u16::from(told_rows > 0 && height >= 12));
    let body = Area { x: 0, y: top, width, height: bottom.saturating_sub(top) };
    let around =
        picture::Around { map, id: centre, node, causes: &causes, effects: &effects, cursor, lang, glyphs };
    let hits = around.draw(&mut canvas, body);
    for (line, y) in told.iter().zip(height.saturating_sub(told_rows)..) {
        write_told(&mut canvas, y, line);
    }
    Focus { canvas, hits, causes, effects }
}

/// Writes a line below the picture: what it is, in the quiet role, then what is said.
fn write_told(canvas: &mut Canvas, y: u16, line: &(String, String)) {
    let (what, said) = line;
    let cells = usize::from(canvas.width()).saturating_sub(1);
    let x = canvas.write(1, y, &cut(what, cells), Role::Quiet);
    canvas.write(x, y, said, Role::Text);
}

#[cfg(test)]
mod tests;
