//! The full board: what it shows and what of it is out of sight.

use crate::text::Lang;

table! {
    /// What is said of the full board.
    SheetWords;
    words {
        /// The column of cards without a phase.
        no_phase: "No phase", "Ingen fase";
        /// The column of cards without a sector.
        no_sector: "No sector", "Ingen sektor";
        /// Drawn: the links of the selected card.
        of_selection: "Links of this card", "Koblingene til kortet";
        /// Drawn: those and the next ones.
        two_steps: "Links two steps out", "Koblinger to steg ut";
        /// Drawn: the chain or loop of the staircase.
        of_walk: "This chain or loop", "Kjeden eller sløyfen";
        /// Drawn: all links.
        all: "All links", "Alle koblinger";
        /// Drawn: no links.
        none: "No links", "Ingen koblinger";
        /// In the legend: the letters of kinds of links.
        before_the_head: "kinds of links, on the full board", "slag koblinger, på den utvidede tavlen";
        /// Somebody asked for a chain or a loop and there is none.
        no_walk: "Walk along links, or choose a loop, to draw it here.", "Gå langs koblinger, eller velg en sløyfe, for å tegne den her.";
        /// Somebody asked for the links between two levels and there are not two.
        no_levels: "This map has no two levels.", "Kartet har ikke to nivåer.";
        /// Somebody moved the view and nothing more is that way.
        no_more: "Nothing more that way.", "Ikke noe mer den veien.";
        /// The full board was laid out anew.
        tidied: "Laid out anew.", "Lagt ut på nytt.";
    }
    nouns {}
}

/// Which links are drawn: those between two levels.
pub fn of_pair(lang: Lang, one: &str, other: &str) -> String {
    match lang {
        Lang::En => format!("Links between {one} and {other}"),
        Lang::Nb => format!("Koblinger mellom {one} og {other}"),
    }
}

/// How many links leave the screen, where, and how many are not on it at all; empty if all are in sight. Sides are
/// up, down, left, right.
pub fn leaving(lang: Lang, sides: [usize; 4], beyond: usize) -> String {
    let names = match lang {
        Lang::En => ["up", "down", "left", "right"],
        Lang::Nb => ["opp", "ned", "til venstre", "til høyre"],
    };
    let some: usize = sides.iter().sum();
    let counts: Vec<String> =
        sides.iter().zip(names).filter(|(n, _)| **n > 0).map(|(n, name)| format!("{n} {name}")).collect();
    let counts = counts.join(", ");
    let leave = match (lang, some) {
        (_, 0) => String::new(),
        (Lang::En, 1) => format!("1 link leaves the screen: {counts}"),
        (Lang::En, _) => format!("{some} links leave the screen: {counts}"),
        (Lang::Nb, 1) => format!("1 kobling går ut av skjermen: {counts}"),
        (Lang::Nb, _) => format!("{some} koblinger går ut av skjermen: {counts}"),
    };
    let off = match (lang, beyond) {
        (_, 0) => String::new(),
        (Lang::En, _) => format!("{beyond} out of sight"),
        (Lang::Nb, _) => format!("{beyond} utenfor skjermen"),
    };
    match (leave.is_empty(), off.is_empty()) {
        (false, false) => format!("{leave}; {off}"),
        _ => leave + &off,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_out_of_sight_is_counted_where_it_is() {
        assert_eq!(leaving(Lang::En, [0; 4], 0), "");
        assert_eq!(leaving(Lang::En, [0, 7, 0, 5], 0), "12 links leave the screen: 7 down, 5 right");
        assert_eq!(
            leaving(Lang::Nb, [1, 0, 0, 0], 3),
            "1 kobling går ut av skjermen: 1 opp; 3 utenfor skjermen"
        );
    }
}
