//! The maps that come with the program.

/// A map that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bundled {
    /// What `floke demo` calls it.
    pub name: &'static str,
    /// The language of its texts: `en` or `nb`.
    pub lang: &'static str,
    /// Its file.
    pub text: &'static str,
}

/// The maps that come with the program, the case first.
#[must_use]
pub fn bundled() -> &'static [Bundled] {
    &[
        Bundled {
            name: "complex-needs",
            lang: "en",
            text: include_str!("../../maps/complex-needs.floke.ron"),
        },
        Bundled {
            name: "sammensatte-behov",
            lang: "nb",
            text: include_str!("../../maps/sammensatte-behov.floke.ron"),
        },
        Bundled {
            name: "youth-exclusion",
            lang: "en",
            text: include_str!("../../maps/youth-exclusion.floke.ron"),
        },
    ]
}
