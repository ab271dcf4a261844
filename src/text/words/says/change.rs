//! What a change to a map means, in sentences: loops, hearing, what is cut off, certainty, what things rest on.
//!
//! Labels and titles go in as they are to be shown, without quotes.

use super::quoted;
use crate::text::lang::Lang;
use crate::text::number::count;
use crate::text::reading::LoopKind;
use crate::text::words::says::loop_does;

fn pick(lang: Lang, en: String, nb: String) -> String {
    match lang {
        Lang::En => en,
        Lang::Nb => nb,
    }
}

/// A named loop lost links: the first of them, and how many.
pub fn circle_broke(lang: Lang, title: &str, first: Option<(&str, &str)>, gone: usize) -> String {
    let title = quoted(title);
    let lead = pick(lang, format!("The circle {title} is broken"), format!("Sirkelen {title} er brutt"));
    let Some((from, to)) = first.map(|(from, to)| (quoted(from), quoted(to))) else { return lead + "." };
    let more = match (lang, gone) {
        (_, 0 | 1) => String::new(),
        (Lang::En, n) => format!(", and {} more", n - 1),
        (Lang::Nb, n) => format!(", og {} til", n - 1),
    };
    pick(
        lang,
        format!("{lead}: the link from {from} to {to} is gone{more}."),
        format!("{lead}: Koblingen fra {from} til {to} er borte{more}."),
    )
}

/// A named loop no longer runs: a link of it is `state` (missing, refuted) now.
pub fn circle_stopped(lang: Lang, title: &str, (from, to): (&str, &str), state: &str) -> String {
    let (title, from, to) = (quoted(title), quoted(from), quoted(to));
    pick(
        lang,
        format!("The circle {title} no longer runs: the link from {from} to {to} is {state} now."),
        format!("Sirkelen {title} går ikke lenger rundt: Koblingen fra {from} til {to} er nå {state}."),
    )
}

/// A named loop does something else.
pub fn circle_turned(lang: Lang, title: &str, was: LoopKind, now: LoopKind) -> String {
    let (title, was, now) = (quoted(title), loop_does(lang, was), loop_does(lang, now));
    pick(
        lang,
        format!("The circle {title} turned: before: {was}; now: {now}."),
        format!("Sirkelen {title} har snudd: før: {was}; nå: {now}."),
    )
}

/// A named loop has all its links again; `runs` if none of them is missing or refuted.
pub fn circle_mended(lang: Lang, title: &str, runs: Option<LoopKind>) -> String {
    let title = quoted(title);
    let does = runs.map_or_else(String::new, |kind| format!(": {}", loop_does(lang, kind)));
    pick(
        lang,
        format!("The circle {title} is whole again{does}."),
        format!("Sirkelen {title} er hel igjen{does}."),
    )
}

/// A named loop runs that did not.
pub fn circle_runs(lang: Lang, title: &str, kind: LoopKind) -> String {
    let (title, does) = (quoted(title), loop_does(lang, kind));
    pick(
        lang,
        format!("The circle {title} runs now: {does}."),
        format!("Sirkelen {title} går nå rundt: {does}."),
    )
}

/// A loop was told; `does` is what it does, or that it is broken.
pub fn circle_told(lang: Lang, title: &str, does: &str) -> String {
    let title = quoted(title);
    pick(
        lang,
        format!("The circle {title} was given its name: {does}."),
        format!("Sirkelen {title} har fått navn: {does}."),
    )
}

/// A loop is told no longer.
pub fn circle_dropped(lang: Lang, title: &str) -> String {
    let title = quoted(title);
    pick(
        lang,
        format!("The circle {title} is no longer among the named ones."),
        format!("Sirkelen {title} er ikke lenger blant de navngitte."),
    )
}

/// What became of a loop that nobody named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It came.
    New,
    /// It went.
    Lost,
    /// It does something else than this.
    Turned(LoopKind),
}

/// A loop that came, went or turned: what it does, how many links it has, its cards as one row.
pub fn circle_fate(lang: Lang, fate: Fate, kind: LoopKind, links: usize, row: &str) -> String {
    let (does, links) = (loop_does(lang, kind), lang.words().links.link.of(links));
    match (lang, fate) {
        (Lang::En, Fate::New) => format!("New circle, {does}, {links}: {row}."),
        (Lang::Nb, Fate::New) => format!("Ny sirkel, {does}, {links}: {row}."),
        (Lang::En, Fate::Lost) => format!("Lost circle, {does}, {links}: {row}."),
        (Lang::Nb, Fate::Lost) => format!("Tapt sirkel, {does}, {links}: {row}."),
        (Lang::En, Fate::Turned(was)) => {
            format!("Turned circle, before: {}; now: {does}, {links}: {row}.", loop_does(lang, was))
        }
        (Lang::Nb, Fate::Turned(was)) => {
            format!("Snudd sirkel, før: {}; nå: {does}, {links}: {row}.", loop_does(lang, was))
        }
    }
}

/// How many loops came, went and turned in all; what is none is not said.
pub fn circles_in_all(lang: Lang, new: usize, lost: usize, turned: usize) -> String {
    let part = |n: usize, words: [(&str, &str); 2]| {
        let (en, nb) = words[usize::from(n != 1)];
        (n > 0).then(|| format!("{} {}", count(lang, n as u128), pick(lang, en.to_owned(), nb.to_owned())))
    };
    let parts = [
        part(new, [("new", "ny"), ("new", "nye")]),
        part(lost, [("lost", "tapt"), ("lost", "tapt")]),
        part(turned, [("turned", "snudd"), ("turned", "snudd")]),
    ];
    let parts = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    pick(lang, format!("Circles in all: {parts}."), format!("Sirkler i alt: {parts}."))
}

/// No loop came, went or turned, as far as was looked.
pub fn no_circle_changed(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "No circle came, went or turned.",
        Lang::Nb => "Ingen sirkel har kommet, gått tapt eller snudd.",
    }
}

/// Up to how many links loops were looked for.
pub fn circles_up_to(lang: Lang, most: usize) -> String {
    let links = lang.words().links.link.of(most);
    pick(
        lang,
        format!("Looked for circles of up to {links}; there may be longer ones."),
        format!("Det er lett etter sirkler med inntil {links}; det kan finnes lengre."),
    )
}

/// The search for loops was stopped; all of up to so many links are known.
pub fn circles_stopped(lang: Lang, complete_to: usize) -> String {
    let links = lang.words().links.link.of(complete_to);
    pick(
        lang,
        format!(
            "The search for circles was stopped: all of up to {links} are counted, and there may be more."
        ),
        format!(
            "Letingen etter sirkler ble stoppet: Alle med inntil {links} er telt, og det kan være flere."
        ),
    )
}

/// Nothing that the one tells reaches the other any more.
pub fn no_longer_hears(lang: Lang, teller: &str, hearer: &str) -> String {
    let (teller, hearer) = (quoted(teller), quoted(hearer));
    pick(
        lang,
        format!("{hearer} no longer hears {teller}: no way for telling is left."),
        format!("{hearer} hører ikke lenger {teller}: Det er ingen vei igjen for det som meldes."),
    )
}

/// What the one tells reaches the other now.
pub fn hears_now(lang: Lang, teller: &str, hearer: &str) -> String {
    let (teller, hearer) = (quoted(teller), quoted(hearer));
    pick(lang, format!("{hearer} hears {teller} now."), format!("{hearer} hører nå {teller}."))
}

/// How signals come through between two levels: telling up, or steering down; `none` if nothing does now. `was` and
/// `now` are verdicts in words.
pub fn heard(lang: Lang, (lower, upper): (&str, &str), up: bool, none: bool, was: &str, now: &str) -> String {
    let (lower, upper) = (quoted(lower), quoted(upper));
    match (lang, up, none) {
        (Lang::En, true, true) => {
            format!("Nothing that {lower} tells reaches {upper} any more (before: {was}).")
        }
        (Lang::Nb, true, true) => format!("Ingenting som {lower} melder, når {upper} lenger (før: {was})."),
        (Lang::En, true, false) => format!("How {upper} hears {lower}: {now} (before: {was})."),
        (Lang::Nb, true, false) => format!("Hvordan {upper} hører {lower}: {now} (før: {was})."),
        (Lang::En, false, true) => {
            format!("No steering from {upper} reaches {lower} any more (before: {was}).")
        }
        (Lang::Nb, false, true) => format!("Ingen styring fra {upper} når {lower} lenger (før: {was})."),
        (Lang::En, false, false) => format!("Steering from {upper} to {lower}: {now} (before: {was})."),
        (Lang::Nb, false, false) => format!("Styring fra {upper} til {lower}: {now} (før: {was})."),
    }
}

/// A card that lost all its effects (`onward`), all its causes (`into`), or both.
pub fn cut_off(lang: Lang, label: &str, onward: bool, into: bool) -> String {
    let label = quoted(label);
    match (lang, onward, into) {
        (Lang::En, true, true) => {
            format!("{label} stands alone: nothing leads to it or on from it any more.")
        }
        (Lang::Nb, true, true) => {
            format!("{label} står alene: Ingenting fører til det eller videre fra det lenger.")
        }
        (Lang::En, true, false) => format!("Nothing leads on from {label} any more."),
        (Lang::Nb, true, false) => format!("Ingenting fører videre fra {label} lenger."),
        (Lang::En, false, _) => format!("Nothing leads to {label} any more."),
        (Lang::Nb, false, _) => format!("Ingenting fører til {label} lenger."),
    }
}

/// Cards from which no chain leads to a level any more: the first, and how many others.
pub fn no_longer_reaches(lang: Lang, label: &str, others: usize, level: &str) -> String {
    let (label, level) = (quoted(label), quoted(level));
    match (lang, others) {
        (Lang::En, 0) => format!("No chain leads from {label} to the level {level} any more."),
        (Lang::Nb, 0) => format!("Ingen årsakskjede går fra {label} til nivået {level} lenger."),
        (Lang::En, n) => format!("No chain leads from {label} and {n} more to the level {level} any more."),
        (Lang::Nb, n) => {
            format!("Ingen årsakskjede går fra {label} og {n} til videre til nivået {level} lenger.")
        }
    }
}

/// A step of a journey shows what is gone.
pub fn step_shows_gone(lang: Lang, journey: &str, step: usize, gone: &str) -> String {
    let (journey, gone) = (quoted(journey), quoted(gone));
    pick(
        lang,
        format!("Step {step} of the journey {journey} shows what is gone: {gone}."),
        format!("Steg {step} i gjennomgangen {journey} viser noe som er borte: {gone}."),
    )
}

/// Certainty was raised; `what` names the card or the link.
pub fn raised(lang: Lang, what: &str, was: &str, now: &str) -> String {
    pick(
        lang,
        format!("{what}: from {was} to {now} without a new source."),
        format!("{what}: fra {was} til {now} uten ny kilde."),
    )
}

/// A reading before and after.
pub fn before_and_now(lang: Lang, was: &str, now: &str) -> String {
    pick(lang, format!("Before: {was} Now: {now}"), format!("Før: {was} Nå: {now}"))
}

/// A label that has no word in common with what it was.
pub fn new_meaning(lang: Lang, was: &str, now: &str) -> String {
    let (was, now) = (quoted(was), quoted(now));
    pick(
        lang,
        format!("Same card, new meaning? {was} → {now}"),
        format!("Samme kort, ny mening? {was} → {now}"),
    )
}

/// A card or link that rested on sources and does no longer.
pub fn lost_sources(lang: Lang, what: &str, sources: usize) -> String {
    match (lang, sources) {
        (Lang::En, 1) => format!("{what} lost its only source."),
        (Lang::Nb, 1) => format!("{what} har mistet sin eneste kilde."),
        (Lang::En, n) => format!("{what} lost all its {n} sources."),
        (Lang::Nb, n) => format!("{what} har mistet alle sine {n} kilder."),
    }
}

/// New links that rest on no source: how many, and the first.
pub fn without_source(lang: Lang, n: usize, first: &str) -> String {
    match (lang, n) {
        (Lang::En, 1) => format!("New without a source: {first}."),
        (Lang::Nb, 1) => format!("Ny kobling uten kilde: {first}."),
        (Lang::En, n) => format!("{n} new links without a source, {first} among them."),
        (Lang::Nb, n) => format!("{n} nye koblinger uten kilde, blant dem {first}."),
    }
}

/// Cards that a person gave another place in their cell, and journeys in another order.
pub fn moves(lang: Lang, cards: usize, journeys: usize) -> String {
    let cards = (cards > 0).then(|| {
        let own = lang.words().things.card.of(cards);
        pick(lang, format!("{own} in another place in the cell"), format!("{own} på en annen plass i ruten"))
    });
    let journeys = (journeys > 0).then(|| {
        let own = lang.words().doing.journey.of(journeys);
        pick(lang, format!("{own} in another place in the list"), format!("{own} på en annen plass i listen"))
    });
    let said: Vec<String> = cards.into_iter().chain(journeys).collect();
    crate::text::words::capital(&format!("{}.", said.join(", ")))
}

/// The order of a list changed.
pub fn in_another_order(lang: Lang, what: &str) -> String {
    pick(lang, format!("{what}: in another order."), format!("{what}: i en annen rekkefølge."))
}

/// A card stands under another id.
pub fn other_id(lang: Lang, label: &str, was: &str, now: &str) -> String {
    let label = quoted(label);
    pick(lang, format!("{label}: id {was} → {now}"), format!("{label}: id {was} → {now}"))
}

/// There was too much telling that came or went to look into all of it.
pub fn hearing_cut_short(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "So much telling came and went that not all of it was looked into.",
        Lang::Nb => "Så mye som fortelles, kom og gikk at ikke alt er undersøkt.",
    }
}

/// At the end of a page that has no room for the rest.
pub fn no_room(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => format!("There is no room here for {n} more of what changed: floke diff shows them."),
        Lang::Nb => format!("Her er det ikke plass til {n} til av det som er endret: floke diff viser dem."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_circle_names_its_link() {
        assert_eq!(
            circle_broke(Lang::En, "T", Some(("A", "B")), 3),
            "The circle «T» is broken: the link from «A» to «B» is gone, and 2 more."
        );
        assert_eq!(circle_broke(Lang::Nb, "T", None, 0), "Sirkelen «T» er brutt.");
    }

    #[test]
    fn moves_are_one_line() {
        assert_eq!(moves(Lang::En, 2, 0), "2 cards in another place in the cell.");
        assert_eq!(
            moves(Lang::Nb, 1, 2),
            "1 kort på en annen plass i ruten, 2 gjennomganger på en annen plass i listen."
        );
    }
}
