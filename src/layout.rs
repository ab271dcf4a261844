//! Where things stand on screen and on paper: board, focus, staircase, and the lines between cards.
//!
//! Everything here is pure: it takes a map or a snapshot and a size, and gives a [`Canvas`](canvas::Canvas) of
//! cells. It knows no terminal and no ratatui; the same picture can become a screen, a text or an SVG.

pub mod board;
pub mod canvas;
pub mod card;
pub mod columns;
pub mod course;
pub mod focus;
pub mod frame;
pub mod line;
pub mod matrix;
pub mod model;
pub mod routing;
pub mod sheet;
pub mod staircase;
