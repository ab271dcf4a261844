//! What a card looks like, wherever it stands: its colour role, and the frame around it.
//!
//! Where it stands and how large it is, the pictures say.

use super::canvas::{Area, Canvas};
use crate::map::{Kind, Node, Role as NodeRole};
use crate::palette::Role;
use crate::text::glyph::Line;

/// What a node is in a picture: the role of its glyph.
#[must_use]
pub fn node_role(node: &Node) -> Role {
    match (node.kind, node.role) {
        (Kind::Cause, Some(NodeRole::Barrier)) => Role::Barrier,
        (Kind::Cause, Some(NodeRole::Enabler)) => Role::Enabler,
        (Kind::Cause, Some(NodeRole::Condition)) => Role::Condition,
        (Kind::Cause, Some(NodeRole::Tension)) => Role::Tension,
        (Kind::Cause, None) => Role::Text,
        (Kind::Actor, _) => Role::Actor,
        (Kind::Measure, _) => Role::Measure,
        (Kind::Benefit, _) => Role::Benefit,
        (Kind::Note, _) => Role::Quiet,
    }
}

/// Draws a frame on the edge of an area; nothing for one that is less than two cells wide or high.
pub fn draw_frame(canvas: &mut Canvas, area: Area, pieces: &Line, role: Role) {
    if area.width < 2 || area.height < 2 {
        return;
    }
    let (right, bottom) = (area.x + area.width - 1, area.y + area.height - 1);
    for y in [area.y, bottom] {
        canvas.fill_across(area.x + 1, right, y, pieces.across, role);
    }
    for x in [area.x, right] {
        canvas.fill_along(x, area.y + 1, bottom, pieces.along, role);
    }
    canvas.set(area.x, area.y, pieces.right_down, role);
    canvas.set(right, area.y, pieces.left_down, role);
    canvas.set(area.x, bottom, pieces.right_up, role);
    canvas.set(right, bottom, pieces.left_up, role);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::glyph::UNICODE;

    #[test]
    fn a_frame_stands_on_the_edge() {
        let mut canvas = Canvas::new(6, 4);
        draw_frame(&mut canvas, Area { x: 1, y: 0, width: 4, height: 3 }, &UNICODE.heavy, Role::Selected);
        draw_frame(&mut canvas, Area { x: 0, y: 3, width: 6, height: 1 }, &UNICODE.heavy, Role::Selected);
        assert_eq!(canvas.to_lines(), [" ┏━━┓", " ┃  ┃", " ┗━━┛", ""]);
    }
}
