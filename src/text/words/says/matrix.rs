//! What the matrix says of its size and of what is not in it.

use super::quoted;
use crate::text::lang::Lang;

/// How large a matrix is: `12 causes × 9 effects, 31 links`.
pub fn matrix_size(lang: Lang, causes: usize, effects: usize, links: usize) -> String {
    let words = lang.words();
    let (causes, effects) = (words.things.cause.of(causes), words.things.effect.of(effects));
    format!("{causes} × {effects}, {}", words.links.link.of(links))
}

/// Cards of a place that are in no link inside it: `5 cards without links here`.
pub fn cards_alone(lang: Lang, cards: usize) -> String {
    let cards = lang.words().things.card.of(cards);
    match lang {
        Lang::En => format!("{cards} without links here"),
        Lang::Nb => format!("{cards} uten koblinger her"),
    }
}

/// The row below a matrix: links from outside it.
pub fn from_elsewhere(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "from elsewhere",
        Lang::Nb => "fra andre steder",
    }
}

/// A place without links inside.
pub fn no_links_inside(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "No card here leads to another one here.",
        Lang::Nb => "Ingen kort her fører til et annet her.",
    }
}

/// A cell without a link: `«A» → «B»: no link`.
pub fn no_link(lang: Lang, from: &str, to: &str) -> String {
    let (from, to) = (quoted(from), quoted(to));
    match lang {
        Lang::En => format!("{from} → {to}: no link."),
        Lang::Nb => format!("{from} → {to}: ingen kobling."),
    }
}
