//! Messages about chains: of which of them something is said. What it is that is said is not known here.

use crate::text::lang::Lang;

/// Which of the chains there are somebody has seen who speaks of them all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// All.
    All,
    /// All of up to so many links; there may be longer ones.
    UpTo(usize),
    /// Some: the search was stopped.
    SoFar,
}

/// What is said of chains, with those in front of it of which it is said, unless these are all: `so far: the same way`.
pub fn said_of(lang: Lang, seen: Seen, said: &str) -> String {
    match (lang, seen) {
        (_, Seen::All) => said.to_owned(),
        (Lang::En, Seen::UpTo(links)) => {
            format!("those of up to {}: {said}", lang.words().links.link.of(links))
        }
        (Lang::Nb, Seen::UpTo(links)) => {
            format!("de med inntil {}: {said}", lang.words().links.link.of(links))
        }
        (Lang::En, Seen::SoFar) => format!("so far: {said}"),
        (Lang::Nb, Seen::SoFar) => format!("så langt: {said}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_known_of_all_is_said_of_all() {
        assert_eq!(said_of(Lang::En, Seen::All, "same way"), "same way");
        assert_eq!(said_of(Lang::En, Seen::UpTo(1), "same way"), "those of up to 1 link: same way");
        assert_eq!(said_of(Lang::Nb, Seen::SoFar, "samme vei"), "så langt: samme vei");
    }
}
