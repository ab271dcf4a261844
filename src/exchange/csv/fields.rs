//! The columns of cards and links, each with its cell in both directions.
//!
//! Columns are called what the fields are called in a map file. What is not a row of texts or a word (figures,
//! quotes, perspectives, measurements) has no column.

use crate::map::words::strength_word;
use crate::map::{
    About, Amount, Certainty, Citation, Involvement, Kind, Link, Mark, Measured, Node, NodeId, Origin, Role,
    Sign, Stage, Stance,
};
use crate::text::Lang;
use crate::text::{Both, both};

use super::super::snake;
use super::cell::{choice, folded, join, sign, split, yes};

/// The columns of a table of cards that always stand, in this order.
pub const CARD_FIRST: &[&str] =
    &["id", "label", "kind", "level", "area", "role", "now", "certainty", "tags", "note"];

/// The other columns of a table of cards; they stand where some card needs them.
pub const CARD_MORE: &[&str] = &[
    "short",
    "origin",
    "sector",
    "influence",
    "stance",
    "groups",
    "involvement",
    "needs_to_know",
    "wants_part",
    "stage",
    "hypothesis",
    "participants",
    "seen",
    "learning",
    "next",
    "group",
    "owner",
    "payer",
    "gainer",
    "measured",
    "indicator",
    "effect_goal",
    "target",
    "pin",
    "phases",
    "marks",
    "votes",
    "sources",
    "was",
];

/// The columns of a table of links that always stand, in this order.
pub const LINK_FIRST: &[&str] = &["from", "to", "polarity", "kind", "delay", "strength", "certainty", "note"];

/// The other columns of a table of links.
pub const LINK_MORE: &[&str] = &["missing", "about", "word", "sources"];

/// The column's cell for a card, not yet guarded; `id` is not a field of the card and empty here.
pub fn of_card(node: &Node, column: &str) -> String {
    let id = |id: &Option<NodeId>| id.as_ref().map_or_else(String::new, ToString::to_string);
    match column {
        "label" => node.label.clone(),
        "kind" => snake(node.kind.as_str()),
        "level" => text(node.level.as_ref()),
        "area" => text(node.area.as_ref()),
        "role" => word(node.role.map(Role::as_str)),
        "now" => word(node.now.map(Amount::as_str)),
        "certainty" => word(node.certainty.map(Certainty::as_str)),
        "tags" => join(&node.tags),
        "note" => node.note.join("\n"),
        "short" => node.short.clone(),
        "origin" => word(node.origin.map(Origin::as_str)),
        "sector" => node.sector.clone(),
        "influence" => text(node.influence),
        "stance" => word(node.stance.map(Stance::as_str)),
        "groups" => join(&node.groups),
        "involvement" => word(node.involvement.map(Involvement::as_str)),
        "needs_to_know" => node.needs_to_know.join("\n"),
        "wants_part" => node.wants_part.join("\n"),
        "stage" => word(node.stage.map(Stage::as_str)),
        "hypothesis" => node.hypothesis.join("\n"),
        "participants" => node.participants.join("\n"),
        "seen" => node.seen.join("\n"),
        "learning" => node.learning.join("\n"),
        "next" => node.next.join("\n"),
        "group" => node.group.clone(),
        "owner" => id(&node.owner),
        "payer" => id(&node.payer),
        "gainer" => id(&node.gainer),
        "measured" => word(node.measured.map(Measured::as_str)),
        "indicator" => node.indicator.clone(),
        "effect_goal" => text(node.effect_goal.as_ref()),
        "target" => node.target.clone(),
        "pin" => text(node.pin),
        "phases" => join(node.phases.iter().map(|phase| phase.as_str())),
        "marks" => join(node.marks.iter().map(|mark| snake(mark.as_str()))),
        "votes" => text((node.votes > 0).then_some(node.votes)),
        "sources" => join(node.sources.keys().map(|source| source.as_str())),
        "was" => join(node.was.iter().map(|id| id.as_str())),
        _ => String::new(),
    }
}

/// Sets a column of a card from its cell; level, area and what else names an item are set by whoever knows it.
///
/// # Errors
/// Why the cell could not be understood.
pub fn set_card(node: &mut Node, column: &str, cell: &str) -> Result<(), Both> {
    match column {
        "label" => node.label = cell.to_owned(),
        "role" => node.role = Some(chosen(cell, Role::ALL, Role::as_str, Role::word)?),
        "now" => node.now = Some(chosen(cell, Amount::ALL, Amount::as_str, Amount::word)?),
        "certainty" => {
            node.certainty = Some(chosen(cell, Certainty::ALL, Certainty::as_str, Certainty::word)?);
        }
        "tags" => node.tags = split(cell),
        "note" => node.note = lines(cell),
        "short" => node.short = cell.to_owned(),
        "origin" => node.origin = Some(chosen(cell, Origin::ALL, Origin::as_str, Origin::word)?),
        "sector" => node.sector = cell.to_owned(),
        "influence" => node.influence = Some(number(cell, 3)?),
        "stance" => node.stance = Some(chosen(cell, Stance::ALL, Stance::as_str, Stance::word)?),
        "groups" => node.groups = split(cell),
        "involvement" => {
            node.involvement = Some(chosen(cell, Involvement::ALL, Involvement::as_str, Involvement::word)?)
        }
        "needs_to_know" => node.needs_to_know = lines(cell),
        "wants_part" => node.wants_part = lines(cell),
        "stage" => node.stage = Some(chosen(cell, Stage::ALL, Stage::as_str, Stage::word)?),
        "hypothesis" => node.hypothesis = lines(cell),
        "participants" => node.participants = lines(cell),
        "seen" => node.seen = lines(cell),
        "learning" => node.learning = lines(cell),
        "next" => node.next = lines(cell),
        "group" => node.group = cell.to_owned(),
        "measured" => node.measured = Some(chosen(cell, Measured::ALL, Measured::as_str, Measured::word)?),
        "indicator" => node.indicator = cell.to_owned(),
        "target" => node.target = cell.to_owned(),
        "pin" => node.pin = Some(whole(cell)?),
        "marks" => {
            let one = |mark: &String| chosen(mark, Mark::ALL, Mark::as_str, Mark::word);
            node.marks = split(cell).iter().map(one).collect::<Result<_, _>>()?;
        }
        "votes" => node.votes = whole(cell)?,
        "was" => node.was = split(cell).iter().map(NodeId::new).collect(),
        _ => {}
    }
    Ok(())
}

/// The column's cell for a link, not yet guarded; its ends and its kind are not in it and empty here.
pub fn of_link(link: &Link, column: &str) -> String {
    match column {
        "polarity" => link.sign.map_or_else(String::new, |sign| sign.symbol().to_string()),
        "delay" => word(link.delay.then_some("Yes")),
        "strength" => text(link.strength),
        "certainty" => word(link.certainty.map(Certainty::as_str)),
        "note" => link.note.join("\n"),
        "missing" => word(link.missing.then_some("Yes")),
        "about" => word(link.about.map(About::as_str)),
        "word" => link.word.clone(),
        "sources" => join(link.sources.keys().map(|source| source.as_str())),
        _ => String::new(),
    }
}

/// Sets a column of a link from its cell.
///
/// # Errors
/// Why the cell could not be understood.
pub fn set_link(link: &mut Link, column: &str, cell: &str) -> Result<(), Both> {
    match column {
        "polarity" => {
            link.sign = Some(sign(cell).ok_or_else(|| {
                both!(
                    "no sign: write +, - or ?; taken as unknown",
                    "ikke noe fortegn: skriv +, - eller ?; tatt som uavklart"
                )
            })?);
        }
        "delay" => link.delay = yes(cell).ok_or("write yes or no; taken as no delay")?,
        "strength" => {
            let own = |strength: u8| ["1", "2", "3"][usize::from(strength) - 1];
            let words = |strength, lang| strength_word(strength, lang).unwrap_or_default();
            link.strength = Some(choice(cell, &[1, 2, 3], own, words).ok_or("a strength is 1, 2 or 3")?);
        }
        "certainty" => {
            link.certainty = Some(chosen(cell, Certainty::ALL, Certainty::as_str, Certainty::word)?);
        }
        "note" => link.note = lines(cell),
        "missing" => link.missing = yes(cell).ok_or("write yes or no; taken as not missing")?,
        "about" => link.about = Some(chosen(cell, About::ALL, About::as_str, About::word)?),
        "word" => link.word = cell.to_owned(),
        _ => {}
    }
    Ok(())
}

/// What a card is, as a cell says it: by kind, or by role, which makes it a cause.
pub fn kind(cell: &str) -> Option<(Kind, Option<Role>)> {
    choice(cell, Kind::ALL, Kind::as_str, Kind::word)
        .map(|kind| (kind, None))
        .or_else(|| choice(cell, Role::ALL, Role::as_str, Role::word).map(|role| (Kind::Cause, Some(role))))
}

/// The sign that stands as a link's type or label, where only that is meant: `+`, `minus`, not an empty cell.
pub fn bare_sign(cell: &str) -> Option<Sign> {
    (!cell.is_empty()).then(|| sign(cell)).flatten()
}

/// Citations without figure, quote and page: that a source is named is all that a cell says.
pub fn citations(ids: &[crate::map::SourceId]) -> std::collections::BTreeMap<crate::map::SourceId, Citation> {
    ids.iter().map(|id| (id.clone(), Citation::default())).collect()
}

fn chosen<T: Copy>(
    cell: &str,
    all: &[T],
    own: fn(T) -> &'static str,
    words: fn(T, Lang) -> &'static str,
) -> Result<T, Both> {
    choice(cell, all, own, words).ok_or_else(|| {
        let known: Vec<String> = all.iter().map(|&item| snake(own(item))).collect();
        let known = known.join(", ");
        both!("write one of {known}", "skriv en av {known}")
    })
}

fn number(cell: &str, most: u8) -> Result<u8, Both> {
    folded(cell)
        .parse()
        .ok()
        .filter(|n| *n <= most)
        .ok_or_else(|| both!("write a number from 0 to {most}", "skriv et tall fra 0 til {most}"))
}

fn whole(cell: &str) -> Result<u32, Both> {
    cell.trim().parse().map_err(|_| both!("write a whole number", "skriv et helt tall"))
}

fn lines(cell: &str) -> Vec<String> {
    if cell.trim().is_empty() { Vec::new() } else { cell.lines().map(str::to_owned).collect() }
}

fn word(variant: Option<&str>) -> String {
    variant.map_or_else(String::new, snake)
}

fn text<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}
