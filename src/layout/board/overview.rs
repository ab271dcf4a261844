//! The overview: a shape a card, the whole map at once.

use super::Board;
use super::scene::Scene;
use crate::layout::canvas::Canvas;

/// Lays the overview out.
pub(super) fn lay_out(scene: &Scene<'_>) -> Board {
    let canvas = Canvas::new(scene.view.width, scene.view.height);
    Board { canvas, hits: Vec::new(), scroll: 0, hidden: Vec::new(), drawn: Vec::new() }
}
