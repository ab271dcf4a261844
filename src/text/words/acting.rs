//! Words of where to act, of the chains between two cards, and of which loops a list shows; how complete each list
//! is, in one of three ways of saying it and no other.

use crate::text::lang::Lang;
use crate::text::number::count;
use crate::text::words::Noun;
use crate::text::words::says::quoted;

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
        what_breaks: "A card acted on is thought away with its links. That breaks the drawing; whether it can be done in the world, the drawing does not say.", "Et kort det gjøres noe med, tenkes borte med koblingene sine. Da brytes tegningen; om det lar seg gjøre i virkeligheten, sier den ikke.";
        /// Heading.
        every_loop: "Every loop", "Alle sløyfene";
        /// Heading.
        named_loops: "Every named loop", "Alle navngitte sløyfer";
        /// Heading, followed by the two cards.
        every_chain: "Every chain", "Alle kjedene";
        /// Heading, followed by the two cards.
        bottlenecks: "Bottlenecks, on every chain", "Flaskehalser, på alle kjedene";
        /// Heading.
        structure: "Where each card stands", "Hvor hvert kort står";
        /// Under the heading of the table.
        not_leverage: "This is structure, not leverage: it says how the map is drawn, and neither how strong an effect is nor what can be changed. On such maps these numbers mislead about where to act (Crielaard et al. 2023).", "Dette er struktur, ikke innflytelsespunkter: Det sier hvordan kartet er tegnet, og verken hvor sterk en virkning er eller hva som kan endres. På slike kart villeder tallene om hvor en bør ta tak (Crielaard m.fl. 2023).";
        /// The same where there is little room.
        not_leverage_short: "Structure, not leverage: how the map is drawn, not what can be changed (Crielaard 2023).", "Struktur, ikke innflytelsespunkter: hvordan kartet er tegnet, ikke hva som kan endres (Crielaard 2023).";
        /// A set that was found before all smaller ones were ruled out.
        not_proven: "not proven smallest", "ikke bevist færrest mulig";
        /// No loop to break.
        no_loop_to_break: "no loop to break", "ingen sløyfe å bryte";
        /// No named loop that runs.
        no_named_to_break: "no named loop that runs", "ingen navngitt sløyfe som virker";
        /// A link leads straight from the one card to the other.
        straight_there: "a link leads straight there, so nothing in between breaks it", "en kobling går rett dit, så ingenting imellom bryter den";
        /// No chain at all.
        no_chain_there: "no chain leads there", "ingen kjede fører dit";
        /// Chains that share no card.
        no_bottleneck: "no card is on all of them", "ingen kort er på alle";
        /// It took too long.
        not_found_out: "not found out within the limit", "ikke funnet ut innen grensen";
        /// Invitation to choose the second card.
        choose_the_other: "Between two cards: [chains-to] chooses the card that the chains lead to.", "Mellom to kort: Med [chains-to] velger du kortet kjedene skal føre til.";
        /// Head of a column: links out.
        drives: "drives", "driver";
        /// Head of a column: links in.
        driven: "driven", "påvirkes";
        /// Head of a column: what it leads to in the end.
        reaches: "leads to", "når";
        /// Head of a column: what leads to it in the end.
        reached_from: "led to by", "nås av";
        /// Head of a column: loops.
        loops: "loops", "sløyfer";
        /// Head of a column: how often it lies between others.
        between: "between", "imellom";
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
        /// What to press then.
        how_longer: "[longer] looks for longer ones, [chains-back] looks the other way round.", "[longer] leter etter lengre, [chains-back] ser motsatt vei.";
        /// What to press when no chain is there.
        how_back: "[chains-back] looks the other way round, [chains-to] chooses another card.", "[chains-back] ser motsatt vei, [chains-to] velger et annet kort.";
        /// What all chains do together.
        together: "Together", "Til sammen";
        /// Net: all the same way.
        net_plus: "all the same way (+)", "alle samme vei (+)";
        /// Net: all the opposite way.
        net_minus: "all the opposite way (−)", "alle motsatt vei (−)";
        /// Net: a sign is not known.
        net_unknown: "cannot be said: a sign is unknown", "kan ikke sies: et fortegn er uavklart";
        /// Net: they disagree.
        net_conflicting: "conflicting: chains disagree", "motstridende: kjeder er uenige";
        /// Mark on a chain.
        best_founded: "best founded", "best underbygd";
        /// The best founded chain is not in the list.
        best_not_listed: "The best founded chain is further down than the list goes.", "Den best underbygde kjeden er lenger nede enn listen går.";
        /// Before the weakest link of a chain.
        weakest: "Weakest claim", "Svakeste påstand";
        /// A link that cites nothing.
        without_source: "no source", "uten kilde";
        /// No source says it all.
        no_source_whole: "No source covers the whole chain.", "Ingen kilde dekker hele kjeden.";
        /// Links of a chain are about different observations.
        never_met: "Mind the gap: nobody cited has seen both links at", "Se opp: Ingen av kildene har sett begge koblingene ved";
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
        /// Loops across all levels.
        up_and_down: "from the lowest level to the highest and back", "fra laveste nivå til høyeste og tilbake";
        /// A small set of loops.
        cover: "a few that cover every looped link", "noen få som dekker hver kobling i sløyfe";
        /// The set was not finished.
        cover_stopped: "stopped before every looped link was covered", "stoppet før alle koblinger i sløyfe var dekket";
        /// Links instead of loops.
        settling: "links without a sign: settling the first decides most circles", "koblinger uten fortegn: å avklare den første avgjør flest sløyfer";
        /// No such link.
        all_settled: "No sign is missing on the circles shown.", "Ingen av sløyfene som er vist, mangler et fortegn.";
        /// None of the loops is one of those.
        none_of_those: "None of the circles found is one of those.", "Ingen av sløyfene som er funnet, er en av dem.";
        /// How to come back.
        how_all: "[loops-only] chooses others, [close] shows all of them.", "[loops-only] velger andre, [close] viser alle.";
        /// A search for longer loops makes no sense.
        nothing_longer: "There are no longer ones to look for.", "Det er ingen lengre å lete etter.";
        /// A search ended before it was done, so a longer one would not get further.
        stopped_before: "The search stopped before the end; a longer one would not come further.", "Søket stoppet før slutten; et lengre kommer ikke lenger.";
        /// A search as long as any.
        longest_already: "No longer ones are looked for here; the command line does, with --max-length.", "Lengre enn dette letes det ikke her; kommandolinjen gjør det, med --max-length.";
        /// Before the place where a named loop broke.
        broke_at: "broke at", "brutt ved";
    }
    nouns {
        /// A card to act on.
        act: ("place to act", "places to act"), ("innsats", "samtidige innsatser");
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
        ["The only circle is shown.", "Den eneste sløyfen er vist."],
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

/// How many to act on at once, for a heading: `act on these 3 at once`.
pub fn act_on(lang: Lang, cards: usize) -> String {
    match (lang, cards) {
        (Lang::En, 1) => "act on this one".to_owned(),
        (Lang::En, n) => format!("act on these {n} at once"),
        (Lang::Nb, n) => lang.words().acting.act.of(n),
    }
}

/// From one card to another, for a heading.
pub fn from_to(lang: Lang, from: &str, to: &str) -> String {
    let (from, to) = (quoted(from), quoted(to));
    match lang {
        Lang::En => format!("from {from} to {to}"),
        Lang::Nb => format!("fra {from} til {to}"),
    }
}

/// Named loops that were left out because they are broken or do not run.
pub fn left_out(lang: Lang, loops: usize) -> String {
    match (lang, loops) {
        (Lang::En, 1) => "1 named loop is left out: it does not run.".to_owned(),
        (Lang::En, n) => format!("{n} named loops are left out: they do not run."),
        (Lang::Nb, 1) => "1 navngitt sløyfe er holdt utenfor: Den virker ikke.".to_owned(),
        (Lang::Nb, n) => format!("{n} navngitte sløyfer er holdt utenfor: De virker ikke."),
    }
}

/// How many sources cover a chain whole; `names` are those of the first of them.
pub fn covered_by(lang: Lang, sources: usize, names: &str) -> String {
    match (lang, sources) {
        (_, 0) => lang.words().acting.no_source_whole.to_owned(),
        (Lang::En, 1) => format!("1 source covers the whole chain: {names}."),
        (Lang::En, n) => format!("{n} sources cover the whole chain: {names}."),
        (Lang::Nb, n) => format!("{} dekker hele kjeden: {names}.", lang.words().things.source.of(n)),
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

/// So many loops or chains of up to so many links are looked for from now on.
pub fn looking_up_to(lang: Lang, links: usize) -> String {
    match lang {
        Lang::En => format!("Looking for those of up to {links} links."),
        Lang::Nb => format!("Leter etter dem med inntil {links} koblinger."),
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
        assert_eq!(circles_shown(Lang::Nb, stopped), "0 sløyfer er vist. Det er minst 0.");
        let up_to = Complete::UpTo { links: 8, listed: 120, total: Some((1_564, true)) };
        let said = "All circles of up to 8 links are shown: 120. There are 1564 in all.";
        assert_eq!(circles_shown(Lang::En, up_to), said);
        assert_eq!(chains_shown(Lang::Nb, Complete::All(3)), "Alle 3 kjeder er vist.");
        let one = Complete::AtLeast { listed: 1, total: (1, false) };
        assert_eq!(chains_shown(Lang::En, one), "1 chain is shown. There is at least 1.");
        let short = Complete::UpTo { links: 1, listed: 1, total: Some((1, true)) };
        let said = "All circles of up to 1 link are shown: 1. There is 1 in all.";
        assert_eq!(circles_shown(Lang::En, short), said);
        assert_eq!(act_on(Lang::Nb, 3), "3 samtidige innsatser");
    }
}
