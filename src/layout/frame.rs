//! How a picture is wanted: its size, its language, its characters.

use crate::text::{Glyphs, Lang};

/// How a picture is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
    /// The language of the words around the labels.
    pub lang: Lang,
    /// The drawing characters.
    pub glyphs: &'static Glyphs,
}
