//! Readings: the sentence under every link, chain and loop.
//!
//! A reading follows the direction, not only the signs. It begins with the first card growing; after an opposite
//! link the next card shrinks, and the reading goes on from there («when it shrinks …»). Over a link of unknown sign
//! no direction can be given, only that one thing affects the next; behind it the reading begins anew, so that what is
//! known there is said. A missing link is never read as if it were there.
//!
//! Labels stand in « » with *grows* and *shrinks* (*øker*, *minker*), so that number and gender never break; they
//! go in as they are to be shown.

mod phrase;

use super::lang::Lang;
use super::words::capital;
use super::words::says::no_sign;
use phrase::{Step, Way};

/// The sign of a link, as a reading needs it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Turn {
    /// `+`: what grows makes the next grow.
    Same,
    /// `−`: what grows makes the next shrink.
    Opposite,
    /// `?`: nobody has said.
    Unknown,
}

/// One link on the way, with the labels at its ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hop<'a> {
    /// Label where it begins.
    pub from: &'a str,
    /// Label where it ends.
    pub to: &'a str,
    /// Its sign.
    pub turn: Turn,
    /// Whether it takes time.
    pub delay: bool,
    /// Whether it ought to be there and is not.
    pub missing: bool,
}

/// What a circle does to a change that goes round it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LoopKind {
    /// R: the change comes back in the same direction.
    Reinforcing,
    /// B: it comes back turned round.
    Balancing,
    /// U: a sign is unknown.
    Undetermined,
}

impl LoopKind {
    /// The kind of a circle of these signs, missing links taken as if they were there.
    pub fn of(turns: impl IntoIterator<Item = Turn>) -> LoopKind {
        let way = turns.into_iter().try_fold(Way::Grows, |way, turn| way.after(turn));
        match way {
            Some(Way::Grows) => LoopKind::Reinforcing,
            Some(Way::Shrinks) => LoopKind::Balancing,
            None => LoopKind::Undetermined,
        }
    }
}

/// One link as a sentence.
pub fn link(lang: Lang, hop: &Hop) -> String {
    chain(lang, std::slice::from_ref(hop))
}

/// A chain as one or more sentences: one for each stretch without a missing link, one for each missing link.
/// Hops that do not meet (the one ends elsewhere than the next begins) are read as separate chains.
/// Empty for no hops.
pub fn chain(lang: Lang, hops: &[Hop]) -> String {
    stretches(lang, hops).join(" ")
}

/// A circle as sentences: its links in turn, then what it does. `hops` are in order and the last leads back to
/// where the first begins. With a missing link the reading begins just after it, so that all that is really
/// there is said in one go, and ends with what the circle would do. Empty for no hops.
pub fn circle(lang: Lang, hops: &[Hop]) -> String {
    let Some(first) = hops.first() else {
        return String::new();
    };
    let kind = LoopKind::of(hops.iter().map(|hop| hop.turn));
    let unknown = without_sign(hops).count();
    if let Some(last_missing) = hops.iter().rposition(|hop| hop.missing) {
        let mut turned = hops.to_vec();
        turned.rotate_left(last_missing + 1);
        turned.pop();
        let mut sentences = stretches(lang, &turned);
        sentences.push(match first {
            alone if hops.len() == 1 => phrase::leads_nowhere(lang, alone),
            _ => lang.words().says.carries_back_up.to_owned(),
        });
        sentences.push(phrase::would(lang, kind, unknown));
        return sentences.join(" ");
    }
    if hops.len() == 1 && first.from == first.to && kind != LoopKind::Undetermined {
        return phrase::alone(lang, first, kind);
    }
    let closing = match kind {
        LoopKind::Undetermined => undecided(lang, hops),
        _ => phrase::does(lang, first.from, kind),
    };
    format!("{} {closing}", chain(lang, hops))
}

fn without_sign<'a>(hops: &'a [Hop<'a>]) -> impl Iterator<Item = &'a Hop<'a>> {
    hops.iter().filter(|hop| hop.turn == Turn::Unknown)
}

/// Why a circle cannot be judged: which links have no sign; and of a single one, what either sign would make of it.
fn undecided(lang: Lang, hops: &[Hop]) -> String {
    let open: Vec<(&str, &str)> = without_sign(hops).map(|hop| (hop.from, hop.to)).collect();
    let known = hops.iter().filter(|hop| hop.turn != Turn::Unknown).map(|hop| hop.turn);
    let with_plus = (open.len() == 1).then(|| LoopKind::of(known));
    no_sign(lang, &open, with_plus)
}

/// The sentences of a row of hops.
fn stretches(lang: Lang, hops: &[Hop]) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut rest = hops;
    while let Some(first) = rest.first() {
        if first.missing {
            sentences.push(phrase::leads_nowhere(lang, first));
            rest = &rest[1..];
            continue;
        }
        // Behind a link without a sign a sentence of its own says what is known again.
        let anew = |pair: &[Hop]| pair[0].turn == Turn::Unknown && pair[1].turn != Turn::Unknown;
        let meets = |pair: &[Hop]| !pair[1].missing && pair[0].to == pair[1].from && !anew(pair);
        let len = 1 + rest.windows(2).take_while(|pair| meets(pair)).count();
        sentences.push(stretch(lang, &rest[..len]));
        rest = &rest[len..];
    }
    sentences
}

/// One sentence for hops that are all there and meet, those without a sign last: these are said without a direction.
fn stretch(lang: Lang, hops: &[Hop]) -> String {
    let mut clauses = Vec::new();
    let mut was = Way::Grows;
    for (at, hop) in hops.iter().enumerate() {
        let Some(now) = was.after(hop.turn) else {
            clauses.push(phrase::affects(lang, &hops[at..]));
            break;
        };
        let by_name = at == 0;
        let alone = hops.len() == 1;
        clauses.push(phrase::step(lang, &Step { hop, was, now, by_name, alone }));
        was = now;
    }
    format!("{}.", capital(&clauses.join("; ")))
}

#[cfg(test)]
mod tests;
