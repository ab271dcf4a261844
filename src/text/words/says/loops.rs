//! Messages about loops: how many are shown, what one does, what a new link closed.

use crate::text::lang::Lang;
use crate::text::number::count;
use crate::text::reading::LoopKind;
use crate::text::words::says::{and_more, quoted};

/// Which loops are shown: those of up to `most` links; with `None` all there are. `such` if only some were asked for.
pub fn bound(lang: Lang, most: Option<usize>, such: bool) -> String {
    let of = all_of(lang, most, such);
    match lang {
        Lang::En => format!("{of} are shown."),
        Lang::Nb => format!("{of} er vist."),
    }
}

/// `All circles of up to 8 links`; with `None` all there are. `such` if only some were asked for.
pub fn all_of(lang: Lang, most: Option<usize>, such: bool) -> String {
    let circles = match (lang, such) {
        (Lang::En, false) => "All circles",
        (Lang::En, true) => "All such circles",
        (Lang::Nb, false) => "Alle sirkler",
        (Lang::Nb, true) => "Alle slike sirkler",
    };
    let links = most.map(|most| lang.words().links.link.of(most));
    match (lang, most, links) {
        (_, _, None) | (_, None, _) => circles.to_owned(),
        (Lang::En, Some(1), Some(links)) => format!("{circles} of {links}"),
        (Lang::Nb, Some(1), Some(links)) => format!("{circles} med {links}"),
        (Lang::En, Some(_), Some(links)) => format!("{circles} of up to {links}"),
        (Lang::Nb, Some(_), Some(links)) => format!("{circles} med inntil {links}"),
    }
}

/// The search was ended by the clock after `found` loops; `such` if only some were asked for.
pub fn stopped_by_time(lang: Lang, found: usize, such: bool) -> String {
    let n = count(lang, found as u128);
    let circle = lang.words().links.circle.form(found);
    match lang {
        Lang::En => {
            let (is, such) = (if found == 1 { "is" } else { "are" }, if such { "such " } else { "" });
            format!("Stopped at the time limit: there {is} at least {n} {such}{circle}.")
        }
        Lang::Nb => {
            let such = if such { slike(found) } else { "" };
            format!("Stoppet ved tidsgrensen: Det finnes minst {n} {such}{circle}.")
        }
    }
}

/// The search was ended because there were too many, after `found` loops; `such` if only some were asked for.
pub fn stopped_by_size(lang: Lang, found: usize, such: bool) -> String {
    let n = count(lang, found as u128);
    match lang {
        Lang::En => format!("Stopped: there are more than {n} {}circles.", if such { "such " } else { "" }),
        Lang::Nb => format!("Stoppet: Det finnes mer enn {n} {}sirkler.", if such { "slike " } else { "" }),
    }
}

fn slike(n: usize) -> &'static str {
    if n == 1 { "slik " } else { "slike " }
}

/// How many loops run, and apart from them how many do not since a link is missing, refuted or gone:
/// `17 and 1 missing`.
pub fn running_and_not(lang: Lang, running: usize, not: [usize; 3]) -> String {
    let mut said = vec![count(lang, running as u128)];
    said.extend(not_running(lang, not));
    let last = said.len() - 1;
    let and = match lang {
        Lang::En => " and ",
        Lang::Nb => " og ",
    };
    if last == 0 { said.concat() } else { format!("{}{and}{}", said[..last].join(", "), said[last]) }
}

fn not_running(lang: Lang, not: [usize; 3]) -> Vec<String> {
    let words = match lang {
        Lang::En => [["missing"; 2], ["refuted"; 2], ["broken"; 2]],
        Lang::Nb => [["savnet", "savnede"], ["avkreftet", "avkreftede"], ["brutt", "brutte"]],
    };
    let one = |(n, [one, many]): (usize, [&str; 2])| {
        (n > 0).then(|| format!("{} {}", count(lang, n as u128), if n == 1 { one } else { many }))
    };
    not.into_iter().zip(words).filter_map(one).collect()
}

/// So many loops, of those found so far; `first` is how many these are if the search has ended early.
pub fn of_those_found(lang: Lang, said: &str, first: Option<usize>) -> String {
    let first = first.map(|first| count(lang, first as u128));
    match (lang, first) {
        (Lang::En, None) => format!("{said} so far"),
        (Lang::Nb, None) => format!("{said} så langt"),
        (Lang::En, Some(first)) => format!("{said} of the first {first}"),
        (Lang::Nb, Some(first)) => format!("{said} av de første {first}"),
    }
}

/// The letter and number of a loop in a list, counted from 1: `R1`, in Norwegian `F1`.
pub fn loop_name(lang: Lang, kind: LoopKind, at: usize) -> String {
    format!("{}{at}", loop_letter(lang, kind))
}

/// The letter of a kind of loop: R, B, U; in Norwegian F, B, U.
pub fn loop_letter(lang: Lang, kind: LoopKind) -> &'static str {
    let links = &lang.words().links;
    match kind {
        LoopKind::Reinforcing => links.reinforcing_letter,
        LoopKind::Balancing => links.balancing_letter,
        LoopKind::Undetermined => links.undetermined_letter,
    }
}

/// What a loop does, as one says it to a room: `feeds itself`, `slows itself`, `cannot say yet`.
pub fn loop_does(lang: Lang, kind: LoopKind) -> &'static str {
    let links = &lang.words().links;
    match kind {
        LoopKind::Reinforcing => links.feeds_itself,
        LoopKind::Balancing => links.slows_itself,
        LoopKind::Undetermined => links.cannot_say_yet,
    }
}

/// What a loop would do if its missing link were there, for its title.
pub fn loop_would(lang: Lang, kind: LoopKind) -> String {
    format!("{}: {}", lang.words().says.if_it_were_there, loop_does(lang, kind))
}

/// How many links of a loop are missing: `1 link missing`.
pub fn links_missing(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => format!("{} missing", lang.words().links.link.of(n)),
        Lang::Nb => lang.words().links.missing_link.of(n),
    }
}

/// Why a loop cannot be judged: which of its links have no sign, from card to card; of a single one also what the loop
/// would be if its sign were +.
pub fn no_sign(lang: Lang, open: &[(&str, &str)], with_plus: Option<LoopKind>) -> String {
    let ways: Vec<String> = open
        .iter()
        .take(3)
        .map(|(from, to)| match lang {
            Lang::En => format!("from {} to {}", quoted(from), quoted(to)),
            Lang::Nb => format!("fra {} til {}", quoted(from), quoted(to)),
        })
        .collect();
    let more = open.len().saturating_sub(3);
    let more = if more > 0 { format!(" {}", and_more(lang, more)) } else { String::new() };
    let ways = format!("{}{more}", ways.join(", "));
    let n = lang.words().links.link.of(open.len());
    let said = match (lang, open.len()) {
        (Lang::En, 1) => {
            format!("We cannot say yet what the circle does: the link {ways} has no sign.")
        }
        (Lang::Nb, 1) => {
            format!("Hva sirkelen gjør, kan ikke avgjøres ennå: Koblingen {ways} mangler fortegn.")
        }
        (Lang::En, _) => format!("We cannot say yet what the circle does: {n} have no sign, {ways}."),
        (Lang::Nb, _) => {
            format!("Hva sirkelen gjør, kan ikke avgjøres ennå: {n} mangler fortegn, {ways}.")
        }
    };
    let either = match (lang, with_plus) {
        (Lang::En, Some(LoopKind::Reinforcing)) => " With + it feeds itself, with − it slows itself.",
        (Lang::En, Some(LoopKind::Balancing)) => " With + it slows itself, with − it feeds itself.",
        (Lang::Nb, Some(LoopKind::Reinforcing)) => {
            " Med + forsterker den seg selv, med − bremser den seg selv."
        }
        (Lang::Nb, Some(LoopKind::Balancing)) => {
            " Med + bremser den seg selv, med − forsterker den seg selv."
        }
        _ => "",
    };
    format!("{said}{either}")
}

/// A circle that a new link closes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Closed {
    /// What it does.
    pub kind: LoopKind,
    /// Its length.
    pub links: usize,
    /// How many levels it runs through.
    pub levels: usize,
}

/// What a new link did, for the status line: `Closes 2 circles: one feeds itself (4 links, 3 levels), one slows
/// itself (2 links, 1 level).` Beyond three circles only their numbers. Empty if it closes none.
pub fn closes(lang: Lang, circles: &[Closed]) -> String {
    let verb = match lang {
        Lang::En => "Closes",
        Lang::Nb => "Lukker",
    };
    closing(lang, verb, circles)
}

/// What a link that is missing would do if it were there, said as [`closes`] says what a link did.
pub fn would_close(lang: Lang, circles: &[Closed]) -> String {
    let verb = match lang {
        Lang::En => "Would close",
        Lang::Nb => "Ville lukket",
    };
    closing(lang, verb, circles)
}

/// What settling a sign did: circles that can be judged now, said as [`closes`] says what a link did.
pub fn decides(lang: Lang, circles: &[Closed]) -> String {
    let verb = match lang {
        Lang::En => "Decides",
        Lang::Nb => "Avgjør",
    };
    closing(lang, verb, circles)
}

/// What turning a sign did: what the circles do from now on.
pub fn turns(lang: Lang, circles: &[Closed]) -> String {
    let verb = match lang {
        Lang::En => "Turns",
        Lang::Nb => "Snur",
    };
    closing(lang, verb, circles)
}

/// What saying that a link is missing or refuted did: circles that no longer run.
pub fn stops(lang: Lang, circles: &[Closed]) -> String {
    let verb = match lang {
        Lang::En => "Leaves out",
        Lang::Nb => "Holder utenfor",
    };
    closing(lang, verb, circles)
}

/// How many circles still lack another sign. Empty for none.
pub fn still_open(lang: Lang, n: usize) -> String {
    let circles = lang.words().links.circle.of(n);
    match (lang, n) {
        (_, 0) => String::new(),
        (Lang::En, 1) => format!("{circles} still lacks another sign."),
        (Lang::En, _) => format!("{circles} still lack another sign."),
        (Lang::Nb, _) => format!("{circles} mangler fortsatt et annet fortegn."),
    }
}

/// How many circles nobody can judge any more. Empty for none.
pub fn no_longer_judged(lang: Lang, n: usize) -> String {
    let circles = lang.words().links.circle.of(n);
    match (lang, n) {
        (_, 0) => String::new(),
        (Lang::En, _) => format!("{circles} can no longer be judged."),
        (Lang::Nb, _) => format!("{circles} kan ikke lenger avgjøres."),
    }
}

/// How many of the circles a deed was about have a name. Empty for none.
pub fn named_among(lang: Lang, titles: &[String]) -> String {
    let shown = titles.iter().take(2).map(|title| quoted(title)).collect::<Vec<_>>().join(", ");
    let more = titles.len().saturating_sub(2);
    let more = if more > 0 { format!(" {}", and_more(lang, more)) } else { String::new() };
    match (lang, titles.len()) {
        (_, 0) => String::new(),
        (Lang::En, n) => format!("{n} named: {shown}{more}."),
        (Lang::Nb, n) => format!("{n} med navn: {shown}{more}."),
    }
}

fn closing(lang: Lang, verb: &str, circles: &[Closed]) -> String {
    if circles.is_empty() {
        return String::new();
    }
    let words = lang.words();
    let all = words.links.circle.of(circles.len());
    let one = match (lang, circles.len()) {
        (Lang::En, 1) => "it",
        (Lang::En, _) => "one",
        (Lang::Nb, 1) => "den",
        (Lang::Nb, _) => "én",
    };
    let parts: Vec<String> = if circles.len() <= 3 {
        let size =
            |c: &Closed| format!("({}, {})", words.links.link.of(c.links), words.things.level.of(c.levels));
        circles.iter().map(|c| format!("{one} {} {}", closed_does(lang, c.kind), size(c))).collect()
    } else {
        let kinds = [LoopKind::Reinforcing, LoopKind::Balancing, LoopKind::Undetermined];
        let counted = kinds.map(|kind| (kind, circles.iter().filter(|c| c.kind == kind).count()));
        counted.into_iter().filter(|(_, n)| *n > 0).map(|(kind, n)| several_do(lang, kind, n)).collect()
    };
    format!("{verb} {all}: {}.", parts.join(", "))
}

fn closed_does(lang: Lang, kind: LoopKind) -> &'static str {
    match (lang, kind) {
        (Lang::En, LoopKind::Undetermined) => "cannot be judged yet",
        _ => loop_does(lang, kind),
    }
}

fn several_do(lang: Lang, kind: LoopKind, n: usize) -> String {
    match (lang, kind, n) {
        (_, _, 1) => format!("1 {}", closed_does(lang, kind)),
        (Lang::En, LoopKind::Reinforcing, _) => format!("{n} feed themselves"),
        (Lang::En, LoopKind::Balancing, _) => format!("{n} slow themselves"),
        (Lang::Nb, LoopKind::Reinforcing | LoopKind::Balancing, _) => {
            format!("{n} {}", loop_does(lang, kind))
        }
        (_, LoopKind::Undetermined, _) => format!("{n} {}", closed_does(lang, kind)),
    }
}

/// Which loops a card is part of: `in R1 R4 B2`. Empty for none.
pub fn in_loops(lang: Lang, names: &[String]) -> String {
    match (lang, names) {
        (_, []) => String::new(),
        (Lang::En, names) => format!("in {}", names.join(" ")),
        (Lang::Nb, names) => format!("i {}", names.join(" ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_said() {
        assert_eq!(bound(Lang::En, Some(8), false), "All circles of up to 8 links are shown.");
        assert_eq!(bound(Lang::Nb, Some(8), false), "Alle sirkler med inntil 8 koblinger er vist.");
        assert_eq!(bound(Lang::Nb, None, false), "Alle sirkler er vist.");
        assert_eq!(bound(Lang::En, Some(1), true), "All such circles of 1 link are shown.");
        assert_eq!(
            stopped_by_time(Lang::En, 1, false),
            "Stopped at the time limit: there is at least 1 circle."
        );
        assert_eq!(
            stopped_by_time(Lang::Nb, 0, true),
            "Stoppet ved tidsgrensen: Det finnes minst 0 slike sirkler."
        );
        assert!(stopped_by_time(Lang::En, 12_345, false).contains("12,345"));
        assert!(stopped_by_size(Lang::Nb, 5_000_000, false).contains("5\u{a0}000\u{a0}000"));
    }

    #[test]
    fn what_does_not_run_is_told_apart() {
        assert_eq!(running_and_not(Lang::En, 17, [0; 3]), "17");
        assert_eq!(running_and_not(Lang::En, 17, [1, 0, 0]), "17 and 1 missing");
        assert_eq!(running_and_not(Lang::Nb, 0, [2, 0, 1]), "0, 2 savnede og 1 brutt");
        assert_eq!(of_those_found(Lang::En, "10", Some(20_000)), "10 of the first 20,000");
    }

    #[test]
    fn new_circles() {
        let circle = |kind, links, levels| Closed { kind, links, levels };
        let r = circle(LoopKind::Reinforcing, 4, 3);
        let b = circle(LoopKind::Balancing, 2, 1);
        let u = circle(LoopKind::Undetermined, 3, 2);
        for (circles, en, nb) in [
            (vec![], "", ""),
            (
                vec![r],
                "Closes 1 circle: it feeds itself (4 links, 3 levels).",
                "Lukker 1 sirkel: den forsterker seg selv (4 koblinger, 3 nivåer).",
            ),
            (
                vec![r, b],
                "Closes 2 circles: one feeds itself (4 links, 3 levels), one slows itself (2 links, 1 level).",
                "Lukker 2 sirkler: én forsterker seg selv (4 koblinger, 3 nivåer), én bremser seg selv (2 koblinger, 1 nivå).",
            ),
            (
                vec![u],
                "Closes 1 circle: it cannot be judged yet (3 links, 2 levels).",
                "Lukker 1 sirkel: den kan ikke avgjøres ennå (3 koblinger, 2 nivåer).",
            ),
            (
                vec![r, r, b, u],
                "Closes 4 circles: 2 feed themselves, 1 slows itself, 1 cannot be judged yet.",
                "Lukker 4 sirkler: 2 forsterker seg selv, 1 bremser seg selv, 1 kan ikke avgjøres ennå.",
            ),
        ] {
            assert_eq!(closes(Lang::En, &circles), en);
            assert_eq!(closes(Lang::Nb, &circles), nb);
        }
    }

    #[test]
    fn small_phrases() {
        assert_eq!(loop_name(Lang::En, LoopKind::Reinforcing, 1), "R1");
        assert_eq!(loop_name(Lang::Nb, LoopKind::Reinforcing, 1), "F1");
        assert_eq!(links_missing(Lang::Nb, 1), "1 savnet kobling");
        assert_eq!(links_missing(Lang::En, 2), "2 links missing");
        assert_eq!(loop_would(Lang::En, LoopKind::Balancing), "if it were there: slows itself");
        let one = no_sign(Lang::En, &[("A", "B")], Some(LoopKind::Balancing));
        let said = "the link from «A» to «B» has no sign. With + it slows itself, with − it feeds itself.";
        assert!(one.ends_with(said), "{one}");
        let several = no_sign(Lang::Nb, &[("A", "B"); 5], None);
        assert!(several.contains("5 koblinger mangler fortegn, fra «A» til «B», fra"), "{several}");
        assert!(several.ends_with(&format!("{}.", and_more(Lang::Nb, 2))), "{several}");
        assert_eq!(in_loops(Lang::Nb, &["F1".into(), "B2".into()]), "i F1 B2");
    }
}
