//! The fixed colours behind the names, one table for a dark page and one for a light one.
//!
//! The eight colours of [`AREAS`] were searched for: as far apart as they can be for everybody, also for those who see
//! no red, no green or no blue, and none so dark or pale that letters in it could not be read.

use super::{Hue, Theme, Tone};

/// What areas are coloured with that nobody gave a colour, in their order; the ninth is coloured as the first.
pub const AREAS: [Hue; 8] = [
    Hue::Blue,
    Hue::BrightRed,
    Hue::Green,
    Hue::Magenta,
    Hue::Cyan,
    Hue::Red,
    Hue::BrightBlue,
    Hue::BrightMagenta,
];

/// The fixed colour that a theme shows a hue with; the terminal's own where it has none.
pub(super) const fn shade(theme: Theme, hue: Hue) -> Tone {
    let (dark, light) = match hue {
        Hue::Own | Hue::Black | Hue::White => return Tone::Own,
        Hue::Red => (210, 124),
        Hue::Green => (83, 22),
        Hue::Yellow => (228, 94),
        Hue::Blue => (111, 19),
        Hue::Magenta => (206, 126),
        Hue::Cyan => (37, 24),
        Hue::Gray => (248, 241),
        Hue::DarkGray => (244, 245),
        Hue::BrightRed => (216, 52),
        Hue::BrightGreen => (120, 58),
        Hue::BrightYellow => (186, 94),
        Hue::BrightBlue => (141, 129),
        Hue::BrightMagenta => (175, 161),
        Hue::BrightCyan => (123, 23),
    };
    match (theme, hue) {
        (Theme::Plain, _) => Tone::Own,
        // Nothing stands back.
        (Theme::Contrast, Hue::Gray | Hue::DarkGray) => Tone::Own,
        (Theme::Contrast, Hue::Red) => Tone::Fixed(173),
        (Theme::Contrast, Hue::Green) => Tone::Fixed(156),
        (Theme::Contrast, Hue::Cyan) => Tone::Fixed(50),
        (Theme::Contrast, Hue::Blue) => Tone::Fixed(189),
        (Theme::Contrast, Hue::Magenta) => Tone::Fixed(176),
        (Theme::Contrast, Hue::BrightMagenta) => Tone::Fixed(204),
        (Theme::Contrast, Hue::BrightRed) => Tone::Fixed(220),
        (Theme::Dark | Theme::Contrast, _) => Tone::Fixed(dark),
        (Theme::Light, _) => Tone::Fixed(light),
    }
}

/// Red, green and blue of a fixed colour: a cube of six steps a side, then a row of greys. The sixteen before them are
/// whatever their owner made of them, and count as black.
#[must_use]
pub const fn rgb(at: u8) -> [u8; 3] {
    const fn step(n: u8) -> u8 {
        if n == 0 { 0 } else { 55 + 40 * n }
    }
    match at {
        0..16 => [0; 3],
        16..232 => [step((at - 16) / 36), step((at - 16) / 6 % 6), step((at - 16) % 6)],
        232.. => [8 + 10 * (at - 232); 3],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cube_and_the_greys_are_where_terminals_have_them() {
        let known = [(16, [0; 3]), (231, [255; 3]), (208, [255, 135, 0]), (232, [8; 3]), (255, [238; 3])];
        for (at, wanted) in known {
            assert_eq!(rgb(at), wanted, "{at}");
        }
    }
}
