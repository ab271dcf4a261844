//! Pictures on paper: what a [`Canvas`](crate::layout::canvas::Canvas) shows, as lines, shapes and letters of their own.
//!
//! The picture on screen is the picture on paper: nothing is laid out here a second time. [`trace`](trace::trace) follows
//! the characters of lines from cell to cell and makes paths of them, finds frames and makes cards of them, and leaves
//! letters on the grid where they stand. [`svg`] writes that as SVG, [`sheet`] puts pictures on a page with a title and a
//! legend.

mod bit;
pub mod cells;
pub mod grid;
pub mod legend;
mod marks;
pub mod picture;
pub mod piece;
pub mod sheet;
pub mod stroke;
pub mod svg;
pub mod trace;

pub use picture::Picture;
pub use sheet::{Heading, Paper, page, page_and_letters};
