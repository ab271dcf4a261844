//! The parts of a reading, each with both languages in one match, so that neither can be forgotten.

use super::{Hop, LoopKind, Turn};
use crate::text::lang::Lang;
use crate::text::words::says::loop_does;

/// Which way a quantity moves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Way {
    Grows,
    Shrinks,
}

impl Way {
    /// The way the next card moves, where the sign tells.
    pub(super) fn after(self, turn: Turn) -> Option<Way> {
        match (self, turn) {
            (way, Turn::Same) => Some(way),
            (Way::Grows, Turn::Opposite) => Some(Way::Shrinks),
            (Way::Shrinks, Turn::Opposite) => Some(Way::Grows),
            (_, Turn::Unknown) => None,
        }
    }

    fn verb(self, lang: Lang) -> &'static str {
        match self {
            Way::Grows => lang.words().links.grows,
            Way::Shrinks => lang.words().links.shrinks,
        }
    }
}

/// A hop whose direction is known.
pub(super) struct Step<'a> {
    pub(super) hop: &'a Hop<'a>,
    /// How the card at its beginning moves.
    pub(super) was: Way,
    /// How the card at its end moves.
    pub(super) now: Way,
    /// Whether the card at its beginning is named; else it is *it*, the card named last.
    pub(super) by_name: bool,
    /// Whether it is the whole sentence; then the delay comes last, as an afterthought.
    pub(super) alone: bool,
}

/// `when «A» grows, «B» shrinks`, with the delay where the language puts it.
pub(super) fn step(lang: Lang, step: &Step) -> String {
    let Step { hop, was, now, .. } = *step;
    let itself = hop.from == hop.to;
    let (verb, result) = (was.verb(lang), now.verb(lang));
    match lang {
        Lang::En => {
            let subject = if step.by_name { format!("«{}»", hop.from) } else { "it".to_owned() };
            let result = match (itself, was == now) {
                (false, _) => format!("«{}» {result}", hop.to),
                (true, true) => format!("it {result} more"),
                (true, false) => format!("it {result} again"),
            };
            match (hop.delay, step.alone) {
                (false, _) => format!("when {subject} {verb}, {result}"),
                (true, false) => format!("when {subject} {verb}, after a time {result}"),
                (true, true) => format!("when {subject} {verb}, {result}, after a time"),
            }
        }
        Lang::Nb => {
            let subject = if step.by_name { format!("«{}»", hop.from) } else { "det".to_owned() };
            let object = match (itself, was == now) {
                (false, _) => format!("«{}»", hop.to),
                (true, true) => "det enda mer".to_owned(),
                (true, false) => "det igjen".to_owned(),
            };
            let late = if hop.delay { " etter en tid" } else { "" };
            format!("når {subject} {verb}, {result} {object}{late}")
        }
    }
}

/// `«A» affects «B», and «B» affects «C»; we do not know which way`: from the first hop of unknown sign on.
pub(super) fn affects(lang: Lang, hops: &[Hop]) -> String {
    let clauses: Vec<String> = hops.iter().map(|hop| affects_one(lang, hop)).collect();
    let (and, but) = match lang {
        Lang::En => (", and ", "; "),
        Lang::Nb => (", og ", ", men "),
    };
    let listed = match clauses.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{}{and}{last}", before.join(", ")),
        _ => clauses.concat(),
    };
    format!("{listed}{but}{}", lang.words().says.which_way)
}

fn affects_one(lang: Lang, hop: &Hop) -> String {
    let (verb, itself) = match lang {
        Lang::En => ("affects", "itself"),
        Lang::Nb => ("påvirker", "seg selv"),
    };
    let object = if hop.from == hop.to { itself.to_owned() } else { format!("«{}»", hop.to) };
    let late = if hop.delay { format!(" {}", lang.words().links.after_a_time) } else { String::new() };
    format!("«{}» {verb} {object}{late}", hop.from)
}

/// The sentence for a missing link.
pub(super) fn leads_nowhere(lang: Lang, hop: &Hop) -> String {
    let itself = hop.from == hop.to;
    match lang {
        Lang::En => {
            let to = if itself { "itself".to_owned() } else { format!("«{}»", hop.to) };
            let back = if itself { " back" } else { "" };
            format!("Nothing leads from «{}»{back} to {to} today; it is marked missing.", hop.from)
        }
        Lang::Nb => {
            let to = if itself { "tilbake til seg selv".to_owned() } else { format!("til «{}»", hop.to) };
            format!("Ingenting fører fra «{}» {to} i dag; koblingen er merket som savnet.", hop.from)
        }
    }
}

/// What a circle does, with its proof. One that feeds itself runs both ways, and says so: otherwise a room takes
/// every such circle for doom.
pub(super) fn does(lang: Lang, label: &str, kind: LoopKind) -> String {
    let does = loop_does(lang, kind);
    match (lang, kind) {
        (Lang::En, LoopKind::Reinforcing) => format!(
            "The circle {does}: when «{label}» grows, in the end «{label}» grows more, and when «{label}» shrinks, it shrinks on."
        ),
        (Lang::En, LoopKind::Balancing) => {
            format!("The circle {does}: when «{label}» grows, in the end «{label}» shrinks again.")
        }
        (Lang::Nb, LoopKind::Reinforcing) => format!(
            "Sirkelen {does}: når «{label}» øker, ender det med at «{label}» øker enda mer, og når «{label}» minker, minker det videre."
        ),
        (Lang::Nb, LoopKind::Balancing) => {
            format!("Sirkelen {does}: når «{label}» øker, ender det med at «{label}» minker igjen.")
        }
        (Lang::En, LoopKind::Undetermined) => format!("The circle: {does}."),
        (Lang::Nb, LoopKind::Undetermined) => format!("Sirkelen: {does}."),
    }
}

/// A circle of one link, which would only repeat itself in two sentences.
pub(super) fn alone(lang: Lang, hop: &Hop, kind: LoopKind) -> String {
    let now = if kind == LoopKind::Balancing { Way::Shrinks } else { Way::Grows };
    let step = step(lang, &Step { hop, was: Way::Grows, now, by_name: true, alone: true });
    let (label, does) = (hop.from, loop_does(lang, kind));
    match (lang, kind) {
        (Lang::En, LoopKind::Reinforcing) => {
            format!("«{label}» {does}: {step}, and when «{label}» shrinks, it shrinks on.")
        }
        (Lang::Nb, LoopKind::Reinforcing) => {
            format!("«{label}» {does}: {step}, og når «{label}» minker, minker det videre.")
        }
        _ => format!("«{label}» {does}: {step}."),
    }
}

/// What a circle would do if its missing link were there.
pub(super) fn would(lang: Lang, kind: LoopKind, unknown: usize) -> String {
    let links = lang.words().links.link.of(unknown);
    match (lang, kind) {
        (Lang::En, LoopKind::Reinforcing) => "If it did, the circle would feed itself.".to_owned(),
        (Lang::En, LoopKind::Balancing) => "If it did, the circle would slow itself.".to_owned(),
        (Lang::En, LoopKind::Undetermined) => {
            let have = if unknown == 1 { "has" } else { "have" };
            format!("If it did, we cannot say yet what the circle would do; {links} {have} no sign.")
        }
        (Lang::Nb, LoopKind::Reinforcing) => {
            "Om noe gjorde det, ville sirkelen forsterke seg selv.".to_owned()
        }
        (Lang::Nb, LoopKind::Balancing) => "Om noe gjorde det, ville sirkelen bremse seg selv.".to_owned(),
        (Lang::Nb, LoopKind::Undetermined) => {
            format!(
                "Hva sirkelen ville gjøre om noe gjorde det, kan ikke avgjøres ennå: {links} mangler fortegn."
            )
        }
    }
}
