//! Text: what stands on screen, in which language, and how wide it is.
//!
//! The first room. It measures text in terminal cells, wraps and cuts it, makes it safe to show, and holds
//! the drawing characters and every word on screen in English and Norwegian Bokmål, down to the sentences
//! that read a chain or a loop aloud.
//!
//! It knows no map, no colours and no terminal: strings go in, strings come out, nothing here can fail.
//!
//! ```text
//! lang      which language            words/    every word, one table a group, both languages on one line
//! visible   safe to show              reading   chains and circles as sentences
//! width     cells, cut, pad           number    counts and shares as each language writes them
//! wrap      lines, hyphenated         glyph     shapes and lines, with an ASCII twin of each
//! order     names in a list, å last         both      a sentence in both languages at once
//! ```
//!
//! The order for text from a file: `visible` first, then `wrap`, `cut` or `pad`. The other way round, an
//! escaped character would make the line wider than it was measured.

mod both;
pub mod glyph;
pub mod lang;
pub mod number;
pub mod order;
pub mod reading;
mod steady;
pub mod visible;
pub mod width;
pub mod words;
pub mod wrap;

pub use both::Both;
pub(crate) use both::both;
pub use glyph::Glyphs;
pub use lang::Lang;
pub use steady::steady;
pub use visible::{is_unseen, visible};
pub use width::{cut, pad, width};
pub use words::{Noun, Words};
pub use wrap::{cut_at_word, wrap, wrap_at_most};
