//! Words of where to act, of the chains between two cards, and of which loops a list shows; how complete each list
//! is, in one of three ways of saying it and no other.

use crate::text::lang::Lang;
use crate::text::number::count;
use crate::text::words::Noun;
use crate::text::words::says::{and_more, quoted};

table! {
    /// What these screens say.
    ActingWords;
    words {
        /// Title.
        where_to_act: "Where to act", "Samtidige innsatser";
        /// Its tab.
        acting_tab: "Where to act", "Innsatser";
        /// Title.
        chains: "Chains from card to card", "Årsakskjeder fra kort til kort";
        /// Its tab.
        chains_tab: "Chains", "Kjeder";
        /// What acting means on this screen.
        what_breaks: "Acting on a card means here: it is thought away with its links.", "Innsats på et kort betyr her at det tenkes borte med koblingene sine.";
        /// Heading.
        structure: "Where each card stands", "Hvor hvert kort står";
        /// It took too long.
        not_found_out: "The search was stopped: the bottlenecks are not known.", "Søket ble stoppet: Flaskehalsene er ikke kjent.";
        /// Invitation to choose the second card.
        choose_the_other: "Between two cards: [chains-to] chooses the card that the chains lead to.", "Mellom to kort: Med [chains-to] velger du kortet kjedene skal føre til.";
        /// Head of a column: links out.
        drives: "drives", "driver";
        /// Head of a column: links in.
        driven: "driven", "påvirkes";
        /// Head of a column: what it leads to in the end.
        reaches: "leads to", "fører til";
        /// Head of a column: what leads to it in the end.
        reached_from: "led to by", "nås fra";
        /// Head of a column: loops.
        loops: "loops", "sløyfer";
        /// Head of a column: how often it lies between others.
        between: "between", "mellom";
        /// Head of a column: the card.
        card: "card", "kort";
        /// Nothing to show on a map without links.
        nothing_to_act_on: "There are no links yet, so nothing can be broken.", "Det er ingen koblinger ennå, så ingenting kan brytes.";
        /// How to begin there.
        how_to_link: "Link cards on the board ([board]): [connect], then the letters of the other card.", "Koble kort på tavlen ([board]): [connect], så bokstavene på det andre kortet.";
        /// Title of the search for the end of the chains.
        to_which_card: "To which card?", "Til hvilket kort?";
        /// Title of the search for their beginning.
        from_which_card: "From which card?", "Fra hvilket kort?";
        /// The two ends of the chains were not chosen.
        no_ends: "No two cards are chosen yet.", "To kort er ikke valgt ennå.";
        /// How to choose them.
        how_to_ends: "[chains-to] chooses the card that the chains lead to; they begin at the card selected on the board.", "Med [chains-to] velger du kortet kjedene skal føre til; de begynner på kortet som er valgt på tavlen.";
        /// No chain as short as was looked for.
        none_so_short: "No chain so short; there may be longer ones.", "Ingen kjede er så kort; det kan finnes lengre.";
        /// The search ended before it found one.
        stopped_first: "The search was stopped before it found a chain.", "Søket ble stoppet før det fant en kjede.";
        /// What to press then.
        how_longer: "[longer] looks for longer ones, [chains-back] looks the other way round.", "[longer] leter etter lengre, [chains-back] ser motsatt vei.";
        /// What to press when no chain is there.
        how_back: "[chains-back] looks the other way round, [chains-to] chooses another card.", "[chains-back] ser motsatt vei, [chains-to] velger et annet kort.";
        /// In the search, behind a card that no chain leads to.
        not_reached: "no chain leads there", "ingen kjede fører dit";
        /// In the search, behind a card that no chain begins at.
        not_reaching: "no chain from there", "ingen kjede derfra";
        /// Over the list: its order, and the key of the other one.
        shortest_first: "The shortest first; [chains-order] shows the best founded first.", "De korteste først; [chains-order] viser de best underbygde først.";
        /// The same the other way round.
        best_first: "The best founded first (the weakest link decides); [chains-order] shows the shortest first.", "De best underbygde først (svakeste kobling avgjør); [chains-order] viser de korteste først.";
        /// Key on the staircase of a chain: the next one of the list.
        next_chain: "next chain", "neste kjede";
        /// Mark on a chain.
        best_founded: "best founded", "best underbygd";
        /// The best founded chain is not in the list.
        best_not_listed: "The best founded chain is further down than the list goes.", "Den best underbygde kjeden er lenger nede enn listen går.";
        /// Before the weakest link of a chain.
        weakest: "Weakest claim", "Svakeste påstand";
        /// Before all links of a chain that are as weak as its weakest.
        weakest_claims: "Weakest claims", "Svakeste påstander";
        /// A link that cites nothing.
        without_source: "no source", "uten kilde";
        /// No source says it all.
        no_source_whole: "No source covers the whole chain.", "Ingen kilde dekker hele kjeden.";
        /// All loops are shown again.
        all_loops: "all loops", "alle sløyfer";
        /// Title of the choice.
        which_loops: "Which loops?", "Hvilke sløyfer?";
        /// Before what the list is narrowed to.
        only_those: "Only those", "Bare de";
        /// Followed by a level.
        through_level: "through the level", "gjennom nivået";
        /// Followed by an area.
        through_area: "through the area", "gjennom området";
        /// Followed by a link.
        through_link: "along", "langs";
        /// Followed by an actor.
        through_held: "through what is held by", "gjennom det som holdes av";
        /// On an actor that holds nothing on a loop.
        no_loops_held: "No circle runs through what this actor holds.", "Ingen sirkel går gjennom det denne aktøren holder.";
        /// Where chains are asked for on an actor.
        actor_has_no_chains: "No chain begins at an actor: chains run over causes, and an actor has signals. Go to a cause first.", "Ingen kjede begynner hos en aktør: Kjeder går over årsaker, og en aktør har signaler. Gå til en årsak først.";
        /// Loops across all levels.
        up_and_down: "from the lowest level to the highest and back", "fra laveste nivå til høyeste og tilbake";
        /// Loops across all levels, none left out.
        all_levels: "through all levels, from the lowest to the highest and back", "gjennom alle nivåer, fra laveste til høyeste og tilbake";
        /// Loops with missing links.
        would_be: "those that would run if the links marked missing were there", "de som ville gått rundt om de savnede koblingene fantes";
        /// Heading over them in the list of all.
        would_run: "Would run if the links marked missing were there", "Ville gått rundt om de savnede koblingene fantes";
        /// The same on a row of that list, where counts follow.
        would_run_short: "Would run with the missing links", "Ville gått rundt med de savnede";
        /// None of them.
        none_would: "No loop of this length passes a link marked missing.", "Ingen sløyfe av denne lengden går gjennom en savnet kobling.";
        /// No link is marked missing.
        none_marked: "No link is marked missing, so there is nothing that would run.", "Ingen kobling er merket som savnet, så det er ingenting som ville gått rundt.";
        /// A small set of loops.
        cover: "a few that cover every looped link", "noen få som dekker hver kobling i en sløyfe";
        /// The set was not finished.
        cover_stopped: "stopped before every looped link was covered", "stoppet før hver kobling i en sløyfe var dekket";
        /// Links instead of loops.
        settling: "links without a sign; settling the first decides most circles", "koblinger uten fortegn; den øverste avgjør flest sirkler";
        /// A sign is said on the list of loops; a key follows.
        signs_here: "Here a sign is said in the list of links without one:", "Her settes fortegn i listen over koblinger uten fortegn:";
        /// No such link.
        all_settled: "No sign is missing on the circles shown.", "Ingen av sirklene som er vist, mangler et fortegn.";
        /// None of the loops is one of those.
        none_of_those: "None of the circles found is one of those.", "Ingen av sirklene som er funnet, er en av dem.";
        /// How to come back.
        how_all: "[loops-only] chooses others, [close] shows all of them.", "[loops-only] velger andre, [close] viser alle.";
        /// A search for longer loops makes no sense.
        nothing_longer: "There are none longer than those shown.", "Det finnes ingen lengre enn dem som er vist.";
        /// A search ended before it was done, so a longer one would not get further.
        stopped_before: "The search was stopped before its end, so a longer one would find no more.", "Søket ble stoppet før det var ferdig, så et lengre søk finner ikke flere.";
        /// A search as long as any.
        longest_already: "Longer ones are not looked for on this screen; the command line can, with --max-length.", "Skjermen leter ikke etter lengre enn dette; kommandolinjen kan, med --max-length.";
        /// Before the place where a named loop broke.
        broke_at: "broke at", "brutt ved";
    }
    nouns {}
}

/// How many loops would run, of those of at most so many links; `all` if the search came to its end.
pub fn would_be_count(lang: Lang, n: usize, all: bool, links: usize) -> String {
    let (n, links) = (count(lang, n as u128), lang.words().links.link.of(links));
    match (lang, all) {
        (Lang::En, true) => format!("{n} of up to {links}"),
        (Lang::Nb, true) => format!("{n} med inntil {links}"),
        (Lang::En, false) => format!("at least {n} of up to {links}"),
        (Lang::Nb, false) => format!("minst {n} med inntil {links}"),
    }
}

/// A count of loops that leaves out so many named ones, which stand further up.
pub fn more_than_named(lang: Lang, count: &str, named: usize) -> String {
    match (lang, named) {
        (_, 0) => count.to_owned(),
        (Lang::En, _) => format!("{count}, {named} more above"),
        (Lang::Nb, _) => format!("{count}, {named} til over"),
    }
}

/// How many loops or chains a list holds, and how many there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Complete {
    /// The list has all there are.
    All(usize),
    /// The list has all of at most so many links; how many these are; how many there are in all, if that is known.
    UpTo {
        /// The most links.
        links: usize,
        /// How many are listed.
        listed: usize,
        /// How many there are, and whether exactly so many.
        total: Option<(u128, bool)>,
    },
    /// The list has so many, and there are at least so many, or exactly.
    AtLeast {
        /// How many are listed.
        listed: usize,
        /// How many there are, and whether exactly so many.
        total: (u128, bool),
    },
}

/// How complete a list of circles is.
pub fn circles_shown(lang: Lang, complete: Complete) -> String {
    shown(
        lang,
        lang.words().links.circle,
        complete,
        ["The only circle is shown.", "Den eneste sirkelen er vist."],
    )
}

/// How complete a list of chains is.
pub fn chains_shown(lang: Lang, complete: Complete) -> String {
    shown(lang, chain(lang), complete, ["The only chain is shown.", "Den eneste kjeden er vist."])
}

/// A chain where it needs not be said of what.
pub fn chain(lang: Lang) -> Noun {
    match lang {
        Lang::En => Noun { one: "chain", many: "chains" },
        Lang::Nb => Noun { one: "kjede", many: "kjeder" },
    }
}

fn shown(lang: Lang, noun: Noun, complete: Complete, [only_en, only_nb]: [&str; 2]) -> String {
    let n = |n: usize| count(lang, n as u128);
    let many = noun.form(2);
    match (lang, complete) {
        // The list says itself that it is empty.
        (_, Complete::All(0)) => String::new(),
        (Lang::En, Complete::All(1)) => only_en.to_owned(),
        (Lang::Nb, Complete::All(1)) => only_nb.to_owned(),
        (Lang::En, Complete::All(all)) => format!("All {} {many} are shown.", n(all)),
        (Lang::Nb, Complete::All(all)) => format!("Alle {} {many} er vist.", n(all)),
        (_, Complete::UpTo { links, listed, total }) => {
            let links = lang.words().links.link.of(links);
            let shown = match lang {
                Lang::En => format!("All {many} of up to {links} are shown: {}.", n(listed)),
                Lang::Nb => format!("Alle {many} med inntil {links} er vist: {}.", n(listed)),
            };
            total.map_or(shown.clone(), |total| format!("{shown} {}", there_are(lang, total)))
        }
        (Lang::En, Complete::AtLeast { listed, total }) => {
            let is = if listed == 1 { "is" } else { "are" };
            format!("{} {} {is} shown. {}", n(listed), noun.form(listed), there_are(lang, total))
        }
        (Lang::Nb, Complete::AtLeast { listed, total }) => {
            format!("{} {} er vist. {}", n(listed), noun.form(listed), there_are(lang, total))
        }
    }
}

/// How many there are, or at least are.
pub fn there_are(lang: Lang, (total, exact): (u128, bool)) -> String {
    let n = count(lang, total);
    let is = if total == 1 { "is" } else { "are" };
    match (lang, exact) {
        (Lang::En, true) => format!("There {is} {n} in all."),
        (Lang::En, false) => format!("There {is} at least {n}."),
        (Lang::Nb, true) => format!("I alt er det {n}."),
        (Lang::Nb, false) => format!("Det er minst {n}."),
    }
}

/// The heading over the chains from one card to another.
pub fn chains_from_to(lang: Lang, from: &str, to: &str) -> String {
    let (from, to) = (quoted(from), quoted(to));
    match lang {
        Lang::En => format!("Chains of causes from {from} to {to}"),
        Lang::Nb => format!("Årsakskjeder fra {from} til {to}"),
    }
}

/// Which loops the sign of a link decides, at most four by name. Empty for none.
pub fn decides_these(lang: Lang, names: &[String]) -> String {
    if names.is_empty() {
        return String::new();
    }
    let more = names.len().saturating_sub(4);
    let more = if more > 0 { format!(" {}", and_more(lang, more)) } else { String::new() };
    let names = names[..names.len().min(4)].join("; ");
    match lang {
        Lang::En => format!("Its sign decides: {names}{more}."),
        Lang::Nb => format!("Fortegnet avgjør: {names}{more}."),
    }
}

/// What settling the sign of a link does: `decides 3, lies on 7 undecided`.
pub fn settles(lang: Lang, decides: usize, lies_on: usize) -> String {
    let (decides, lies_on) = (count(lang, decides as u128), count(lang, lies_on as u128));
    match lang {
        Lang::En => format!("decides {decides}, lies on {lies_on}"),
        Lang::Nb => format!("avgjør {decides}, ligger på {lies_on}"),
    }
}

/// From now on loops and chains of so many links are looked for too.
pub fn looking_up_to(lang: Lang, links: usize) -> String {
    match lang {
        Lang::En => format!("Loops and chains may now have up to {links} links."),
        Lang::Nb => format!("Sløyfer og kjeder kan nå ha inntil {links} koblinger."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_all_never_says_all_there_are() {
        let part = Complete::AtLeast { listed: 20_000, total: (41_866_762, true) };
        assert_eq!(circles_shown(Lang::En, part), "20,000 circles are shown. There are 41,866,762 in all.");
        let stopped = Complete::AtLeast { listed: 0, total: (0, false) };
        assert_eq!(circles_shown(Lang::Nb, stopped), "0 sirkler er vist. Det er minst 0.");
        let up_to = Complete::UpTo { links: 8, listed: 120, total: Some((1_564, true)) };
        let said = "All circles of up to 8 links are shown: 120. There are 1564 in all.";
        assert_eq!(circles_shown(Lang::En, up_to), said);
        assert_eq!(chains_shown(Lang::Nb, Complete::All(3)), "Alle 3 kjeder er vist.");
        let one = Complete::AtLeast { listed: 1, total: (1, false) };
        assert_eq!(chains_shown(Lang::En, one), "1 chain is shown. There is at least 1.");
        let short = Complete::UpTo { links: 1, listed: 1, total: Some((1, true)) };
        let said = "All circles of up to 1 link are shown: 1. There is 1 in all.";
        assert_eq!(circles_shown(Lang::En, short), said);
    }
}
