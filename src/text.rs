//! Words, widths and wrapping.
use std::borrow::Cow;
/// Makes a text safe to show.
pub fn visible(text: &str) -> Cow<'_, str> {
    Cow::Borrowed(text)
}
/// How many cells a text takes.
pub fn width(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}
