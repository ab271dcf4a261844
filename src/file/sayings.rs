//! What each fault says on screen, and what to do about it, in both languages.
//!
//! Ids and words of the file stand in quotes and are made safe to show here, so that whoever prints a sentence
//! need not think of it.

use crate::map::{Item, LinkKind};
use crate::text::Lang;

use super::fault::{Fault, Lack};
use super::fits::only_on;
use super::problem::{pick, short};

impl Fault {
    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let (en, nb) = self.messages();
        pick(lang, en, nb)
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self, lang: Lang) -> String {
        let (en, nb) = self.helps();
        pick(lang, en, nb)
    }

    #[allow(clippy::too_many_lines, reason = "one table, two lines a fault")]
    fn messages(&self) -> (String, String) {
        match self {
            Fault::DanglingLink { link, .. } => {
                let (from, to) = (short(link.from.as_str()), short(link.to.as_str()));
                (
                    format!("The link from '{from}' leads to '{to}', which is not in the map."),
                    format!("Koblingen fra «{from}» går til «{to}», som ikke finnes i kartet."),
                )
            }
            Fault::DuplicateId(item) => two(
                item,
                |it| format!("The id of {it} stands twice."),
                |it| format!("Id-en til {it} står to ganger."),
            ),
            Fault::UnknownLevel { item, level } => {
                let level = short(level.as_str());
                two(
                    item,
                    |it| format!("The map has no level '{level}', which {it} names."),
                    |it| format!("Kartet har ikke noe nivå «{level}», som {it} viser til."),
                )
            }
            Fault::UnknownArea { item, area } => {
                let area = short(area.as_str());
                two(
                    item,
                    |it| format!("The map has no area '{area}', which {it} names."),
                    |it| format!("Kartet har ikke noe område «{area}», som {it} viser til."),
                )
            }
            Fault::UnknownPhase { item, phase } => {
                let phase = short(phase.as_str());
                two(
                    item,
                    |it| format!("The map has no phase '{phase}', which {it} names."),
                    |it| format!("Kartet har ikke noen fase «{phase}», som {it} viser til."),
                )
            }
            Fault::BadId(item) => two(
                item,
                |it| format!("The id of {it} is no id."),
                |it| format!("Id-en til {it} er ingen gyldig id."),
            ),
            Fault::Invisible { item: Some(item), c } => {
                let c = format!("U+{:04X}", u32::from(*c));
                two(
                    item,
                    |it| format!("The name of {it} has a character in it that nobody sees: {c}."),
                    |it| format!("Navnet på {it} har et tegn i seg som ingen ser: {c}."),
                )
            }
            Fault::Invisible { item: None, c } => {
                let c = format!("U+{:04X}", u32::from(*c));
                (
                    format!("Here is a character that nobody sees: {c}."),
                    format!("Her står et tegn som ingen ser: {c}."),
                )
            }
            Fault::OpenConflict { at, field, .. } => {
                let (at, field) = (short(at), short(field));
                let behind =
                    |word: &str| if field.is_empty() { String::new() } else { format!(", {word} {field}") };
                (
                    format!("A merge left a conflict open: {at}{}.", behind("field")),
                    format!("En fletting har etterlatt en åpen konflikt: {at}{}.", behind("felt")),
                )
            }
            Fault::Ring(item) => two(
                item,
                |it| format!("Through part_of, {it} becomes a part of itself."),
                |it| format!("Gjennom part_of blir {it} en del av seg selv."),
            ),
            Fault::BrokenLoop { id, link, count } => {
                let (id, from, to) = (short(id.as_str()), short(link.from.as_str()), short(link.to.as_str()));
                let (more_en, more_nb) = match count - 1 {
                    0 => (String::new(), String::new()),
                    more => (format!(", and {more} more"), format!(", og {more} til")),
                };
                (
                    format!("The loop '{id}' is broken: there is no link from '{from}' to '{to}'{more_en}."),
                    format!(
                        "Sløyfen «{id}» er brutt: det er ingen kobling fra «{from}» til «{to}»{more_nb}."
                    ),
                )
            }
            Fault::NoLoop { id, twice } => {
                let id = short(id.as_str());
                match twice.as_ref().map(|card| short(card.as_str())) {
                    None => (
                        format!("The loop '{id}' has no links."),
                        format!("Sløyfen «{id}» har ingen koblinger."),
                    ),
                    Some(card) => (
                        format!("The loop '{id}' passes '{card}' twice: that is two loops in one."),
                        format!("Sløyfen «{id}» går to ganger gjennom «{card}»: Det er to sløyfer i én."),
                    ),
                }
            }
            Fault::BrokenStep { journey, step, gone } => {
                let journey = short(journey.as_str());
                two(
                    gone,
                    |it| {
                        format!("Step {step} of the journey '{journey}' shows {it}, which is not in the map.")
                    },
                    |it| {
                        format!(
                            "Steg {step} i gjennomgangen «{journey}» viser {it}, som ikke finnes i kartet."
                        )
                    },
                )
            }
            Fault::UnknownSource { item, source } => {
                let source = short(source.as_str());
                two(
                    item,
                    |it| format!("The map has no source '{source}', which {it} cites."),
                    |it| format!("Kartet har ingen kilde «{source}», som {it} viser til."),
                )
            }
            Fault::UnknownActor { item, field, node } => {
                let node = short(node.as_str());
                two(
                    item,
                    |it| format!("The map has no '{node}', the {field} of {it}."),
                    |it| format!("Kartet har ikke noe kort «{node}», som er «{field}» for {it}."),
                )
            }
            Fault::UnknownGoal { item, goal } => {
                let goal = short(goal.as_str());
                two(
                    item,
                    |it| format!("The map has no effect goal '{goal}', which {it} serves."),
                    |it| format!("Kartet har ikke noe effektmål «{goal}», som {it} skal tjene."),
                )
            }
            Fault::MisfitField { item, field, kind } => two(
                item,
                |it| {
                    format!("The field '{field}' has no place on a {kind}; on {it} it is kept and not shown.")
                },
                |it| {
                    format!(
                        "Feltet «{field}» hører ikke hjemme på {kind}; på {it} blir det tatt vare på, men ikke vist."
                    )
                },
            ),
            Fault::MisfitLink(link) => {
                let (from, to, kind) =
                    (short(link.from.as_str()), short(link.to.as_str()), link.kind.field());
                (
                    format!("A link '{kind}' is not meant to run from '{from}' to '{to}'; it is kept."),
                    format!(
                        "En kobling «{kind}» er ikke ment å gå fra «{from}» til «{to}»; den blir tatt vare på."
                    ),
                )
            }
            Fault::WrongEnd(link) => {
                let (from, to) = (short(link.from.as_str()), short(link.to.as_str()));
                (
                    format!("That '{from}' and '{to}' work together stands at the wrong one of the two."),
                    format!("At «{from}» og «{to}» samhandler, står på feil av de to."),
                )
            }
            Fault::OutOfRange { item, field: "short", .. } => two(
                item,
                |it| format!("The short label of {it} is longer than 16 characters."),
                |it| format!("Kortformen på {it} er lengre enn 16 tegn."),
            ),
            Fault::OutOfRange { item, field, least, most } => {
                let (en, nb) = if *most == u32::MAX {
                    (format!("is counted from {least}"), format!("telles fra {least}"))
                } else {
                    (format!("goes from {least} to {most}"), format!("går fra {least} til {most}"))
                };
                two(
                    item,
                    |it| format!("The field '{field}' of {it} is out of bounds: it {en}."),
                    |it| format!("Feltet «{field}» på {it} er utenfor grensene: det {nb}."),
                )
            }
            Fault::EmptyLabel(item) => two(
                item,
                |it| format!("The label of {it} says nothing."),
                |it| format!("Teksten på {it} sier ingenting."),
            ),
            Fault::DuplicateLabel { item, other } => {
                let other = short(other.as_str());
                two(
                    item,
                    |it| format!("The label of {it} is the same as that of '{other}'."),
                    |it| format!("Teksten på {it} er den samme som på «{other}»."),
                )
            }
            Fault::NotCanonical => both(
                "The file is laid out in another way than floke writes it; here is the first difference.",
                "Filen er satt opp på en annen måte enn floke skriver den; her er den første forskjellen.",
            ),
            Fault::Comments(lines) => {
                let lines_text = lines.iter().take(5).map(ToString::to_string).collect::<Vec<_>>().join(", ");
                let more = if lines.len() > 5 { ", …" } else { "" };
                match lines.len() {
                    1 => (
                        format!(
                            "There is a comment, on line {lines_text}; it is lost when floke writes the file."
                        ),
                        format!(
                            "Det står en kommentar på linje {lines_text}; den går tapt når floke skriver filen."
                        ),
                    ),
                    n => (
                        format!(
                            "There are {n} comments, on lines {lines_text}{more}; they are lost when floke writes the file."
                        ),
                        format!(
                            "Det står {n} kommentarer, på linjene {lines_text}{more}; de går tapt når floke skriver filen."
                        ),
                    ),
                }
            }
            Fault::Newer => both(
                "A newer floke wrote this map; it opens for reading only.",
                "En nyere floke har skrevet dette kartet; det åpnes bare for lesing.",
            ),
            Fault::SignUnknown(link) => {
                let (from, to) = (short(link.from.as_str()), short(link.to.as_str()));
                (
                    format!("Nobody has said which way '{from}' works on '{to}'."),
                    format!("Ingen har sagt hvilken vei «{from}» virker på «{to}»."),
                )
            }
            Fault::NoSource(item) => two(
                item,
                |it| format!("No source is named for {it}, which is said to be supported or confirmed."),
                |it| {
                    format!("Ingen kilde er oppgitt for {it}, som er sagt å være underbygd eller bekreftet.")
                },
            ),
            Fault::StoppedMeasure(item) => two(
                item,
                |it| format!("Though {it} has ended, its links still count."),
                |it| format!("Selv om {it} er avviklet, teller koblingene fortsatt."),
            ),
            Fault::Unlearned { item, lacks: Lack::Hypothesis } => two(
                item,
                |it| format!("It is not said what {it} was to show."),
                |it| format!("Det står ikke hva {it} skulle vise."),
            ),
            Fault::Unlearned { item, lacks: Lack::Participants } => two(
                item,
                |it| format!("It is not said who took part in {it}."),
                |it| format!("Det står ikke hvem som var med på {it}."),
            ),
            Fault::Unlearned { item, lacks: Lack::Learning } => two(
                item,
                |it| format!("Nothing is said to have been learned from {it}."),
                |it| format!("Det står ikke hva man lærte av {it}."),
            ),
            Fault::Unlearned { item, lacks: Lack::Card } => two(
                item,
                |it| format!("What was learned from {it} is attached to no card."),
                |it| format!("Det man lærte av {it}, er ikke knyttet til noe kort."),
            ),
        }
    }

    #[allow(clippy::too_many_lines, reason = "one table, two lines a fault")]
    fn helps(&self) -> (String, String) {
        match self {
            Fault::DanglingLink { near: Some(near), .. } => {
                let near = short(near.as_str());
                (
                    format!("Did you mean '{near}'? Otherwise add the node, or take the link out."),
                    format!("Mente du «{near}»? Ellers legg til kortet, eller ta bort koblingen."),
                )
            }
            Fault::DanglingLink { .. } => {
                both("Add the node, or take the link out.", "Legg til kortet, eller ta bort koblingen.")
            }
            Fault::DuplicateId(_) => both("Give one of them another id.", "Gi den ene en annen id."),
            Fault::UnknownLevel { .. } => both(
                "Add it to levels, or name one that is there.",
                "Legg det til under levels, eller vis til et som finnes.",
            ),
            Fault::UnknownArea { .. } => both(
                "Add it to areas, or name one that is there.",
                "Legg det til under areas, eller vis til et som finnes.",
            ),
            Fault::UnknownPhase { .. } => both(
                "Add it to phases, or name one that is there.",
                "Legg den til under phases, eller vis til en som finnes.",
            ),
            Fault::BadId(Item::Node(_)) => both(
                "The id of a node has small letters a-z, digits and dashes, 1 to 40 of them.",
                "Id-en til et kort har små bokstaver a-z, sifre og bindestreker, 1 til 40 tegn.",
            ),
            Fault::BadId(_) => both(
                "An id has letters a-z, A-Z, digits and dashes, 1 to 40 of them.",
                "En id har bokstaver a-z, A-Z, sifre og bindestreker, 1 til 40 tegn.",
            ),
            Fault::Invisible { .. } => both(
                "Take it out, unless you know what it does; write the name anew by hand.",
                "Ta det bort, om du ikke vet hva det gjør; skriv navnet på nytt for hånd.",
            ),
            Fault::OpenConflict { .. } => both(
                "Open the map and press F to settle it. By hand: choose ours or theirs, change the item accordingly, and take the entry out of conflicts.",
                "Åpne kartet og trykk F for å avgjøre den. For hånd: velg vår eller deres, endre oppføringen etter det, og ta den bort fra conflicts.",
            ),
            Fault::Ring(_) => both("Take one part_of out.", "Ta bort en part_of."),
            Fault::BrokenLoop { .. } => both(
                "Add the link, with missing: true if it ought to be there and is not, or mend the loop.",
                "Legg til koblingen, med missing: true om den burde vært der og ikke er det, eller rett opp sløyfen.",
            ),
            Fault::NoLoop { twice: None, .. } => both(
                "Name the cards it runs through, or take it out.",
                "Skriv hvilke kort den går gjennom, eller ta den bort.",
            ),
            Fault::NoLoop { .. } => both("Make a loop of each round.", "Lag én sløyfe av hver runde."),
            Fault::BrokenStep { .. } => {
                both("Change the step, or take it out.", "Endre steget, eller ta det bort.")
            }
            Fault::UnknownSource { .. } => both(
                "Add it to sources, or cite one that is there.",
                "Legg den til under sources, eller vis til en som finnes.",
            ),
            Fault::UnknownActor { .. } => both(
                "Add the actor, or name one that is there.",
                "Legg til aktøren, eller vis til en som finnes.",
            ),
            Fault::UnknownGoal { .. } => both(
                "Add it to effect_goals, or name one that is there.",
                "Legg det til under effect_goals, eller vis til et som finnes.",
            ),
            Fault::MisfitField { field, .. } => match only_on(field) {
                Some(kind) => (
                    format!("It belongs on a {}: change the kind, or take the field out.", kind.as_str()),
                    format!("Det hører hjemme på {}: endre typen, eller ta bort feltet.", kind.as_str()),
                ),
                None => both(
                    "Take the field out, or choose another kind of link.",
                    "Ta bort feltet, eller velg en annen type kobling.",
                ),
            },
            Fault::MisfitLink(link) => {
                let (en, nb) = meant_for(link.kind);
                (format!("It runs {en}."), format!("Den går {nb}."))
            }
            Fault::WrongEnd(link) => {
                let to = short(link.to.as_str());
                (
                    format!("Move it to '{to}', the smaller id."),
                    format!("Flytt den til «{to}», den minste id-en."),
                )
            }
            Fault::OutOfRange { .. } => both("Change it, or leave it out.", "Endre det, eller utelat det."),
            Fault::EmptyLabel(_) => both("Write what the card is about.", "Skriv hva kortet handler om."),
            Fault::DuplicateLabel { .. } => both(
                "If they are one, merge them; if not, say what makes them two.",
                "Er de ett, slå dem sammen; hvis ikke, si hva som skiller dem.",
            ),
            Fault::NotCanonical => both("Run `floke fmt` on it.", "Kjør `floke fmt` på den."),
            Fault::Comments(_) => both("Put what they say into notes.", "Flytt det de sier, til notater."),
            Fault::Newer => both(
                "Use the floke that wrote it, or a later one, to change it.",
                "Bruk den floke som skrev det, eller en nyere, for å endre det.",
            ),
            Fault::SignUnknown(_) => both(
                "Say sign: Plus (same direction) or sign: Minus (opposite), or leave it open on purpose.",
                "Si sign: Plus (samme vei) eller sign: Minus (motsatt vei), eller la det stå åpent med vilje.",
            ),
            Fault::NoSource(_) => both(
                "Name the source under sources, or call it a hypothesis.",
                "Oppgi kilden under sources, eller kall det en hypotese.",
            ),
            Fault::StoppedMeasure(_) => both(
                "Take its links out if it works no more.",
                "Ta bort koblingene hvis det ikke virker lenger.",
            ),
            Fault::Unlearned { lacks: Lack::Hypothesis, .. } => {
                both("Write it under hypothesis.", "Skriv det under hypothesis.")
            }
            Fault::Unlearned { lacks: Lack::Participants, .. } => {
                both("Name them under participants.", "Oppgi dem under participants.")
            }
            Fault::Unlearned { lacks: Lack::Learning, .. } => {
                both("Write it under learning.", "Skriv det under learning.")
            }
            Fault::Unlearned { lacks: Lack::Card, .. } => both(
                "Link the measure to the cards it is about, with acts_on.",
                "Koble tiltaket til kortene det handler om, med acts_on.",
            ),
        }
    }
}

/// Between what a kind of link is meant to run.
fn meant_for(kind: LinkKind) -> (&'static str, &'static str) {
    match kind {
        LinkKind::Causes => ("between causes, measures and benefits", "mellom årsaker, tiltak og gevinster"),
        LinkKind::Relates => ("between any two", "mellom hva som helst"),
        LinkKind::Steers | LinkKind::Informs | LinkKind::Cooperates => {
            ("between two actors", "mellom to aktører")
        }
        LinkKind::Holds => ("from an actor", "fra en aktør"),
        LinkKind::ActsOn => ("from a measure to a cause", "fra et tiltak til en årsak"),
        LinkKind::Needs => {
            ("from a measure to a measure or a cause", "fra et tiltak til et tiltak eller en årsak")
        }
        LinkKind::Stops => ("from a cause to a measure", "fra en årsak til et tiltak"),
    }
}

/// A sentence about an item in both languages.
fn two(item: &Item, en: impl Fn(&str) -> String, nb: impl Fn(&str) -> String) -> (String, String) {
    let (en_word, nb_word, id) = match item {
        Item::Map => return (en("the map"), nb("kartet")),
        Item::Level(id) => ("level", "nivået", id.as_str()),
        Item::Phase(id) => ("phase", "fasen", id.as_str()),
        Item::Goal(id) => ("effect goal", "effektmålet", id.as_str()),
        Item::Area(id) => ("area", "området", id.as_str()),
        Item::Source(id) => ("source", "kilden", id.as_str()),
        Item::Node(id) => ("node", "kortet", id.as_str()),
        Item::Link(id) => {
            let (from, to) = (short(id.from.as_str()), short(id.to.as_str()));
            return (
                en(&format!("the link '{from}' to '{to}'")),
                nb(&format!("koblingen «{from}» til «{to}»")),
            );
        }
        Item::Loop(id) => ("loop", "sløyfen", id.as_str()),
        Item::Journey(id) => ("journey", "gjennomgangen", id.as_str()),
        Item::SetAside(key) => ("observation", "observasjonen", key.as_str()),
    };
    let id = short(id);
    (en(&format!("{en_word} '{id}'")), nb(&format!("{nb_word} «{id}»")))
}

fn both(en: &str, nb: &str) -> (String, String) {
    (en.to_owned(), nb.to_owned())
}
