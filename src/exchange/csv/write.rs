//! A map to three tables.

use std::collections::BTreeSet;

use crate::map::{Map, Node};
use crate::text::{Both, both};

use super::super::snake;
use super::super::update::state::LABEL;
use super::cell::{folded, guarded};
use super::fields::{CARD_FIRST, CARD_MORE, LINK_FIRST, LINK_MORE, of_card, of_link};
use super::places::COLUMNS;

/// The tables of a map, each with its header, and what no table can hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tables {
    /// `nodes.csv`: the cards by id.
    pub nodes: String,
    /// `links.csv`: the links by from, to, kind.
    pub links: String,
    /// `lists.csv`: title, levels, phases, goals, areas and sources in their order.
    pub lists: String,
    /// What stays behind, in words with its number.
    pub left: Vec<Both>,
}

/// Writes a map as tables. Columns that no card or link needs are left out, a fixed few always stand.
#[must_use]
pub fn write(map: &Map) -> Tables {
    let nodes: Vec<(&str, &Node)> = map.nodes().map(|(id, node)| (id.as_str(), node)).collect();
    let more = |column: &&&str| nodes.iter().any(|(_, node)| !of_card(node, column).is_empty());
    let columns: Vec<&str> = CARD_FIRST.iter().chain(CARD_MORE.iter().filter(more)).copied().collect();
    let extras: BTreeSet<&String> =
        nodes.iter().flat_map(|(_, node)| node.extra.keys()).filter(|key| *key != LABEL).collect();
    let mut table = vec![header(&columns, &extras, &[CARD_FIRST, CARD_MORE])];
    for (id, node) in &nodes {
        let cell = |column: &&str| if *column == "id" { (*id).to_owned() } else { of_card(node, column) };
        table.push(
            columns.iter().map(cell).chain(extras.iter().map(|key| extra(node.extra.get(*key)))).collect(),
        );
    }
    let nodes = print(&table, None);

    let links: Vec<_> = map.links().collect();
    let more = |column: &&&str| links.iter().any(|(_, link)| !of_link(link, column).is_empty());
    let columns: Vec<&str> = LINK_FIRST.iter().chain(LINK_MORE.iter().filter(more)).copied().collect();
    let extras: BTreeSet<&String> = links.iter().flat_map(|(_, link)| link.extra.keys()).collect();
    let mut table = vec![header(&columns, &extras, &[LINK_FIRST, LINK_MORE, super::links::LOOKED_AT])];
    for (id, link) in &links {
        let cell = |column: &&str| match *column {
            "from" => id.from.to_string(),
            "to" => id.to.to_string(),
            "kind" => id.kind.field().to_owned(),
            column => of_link(link, column),
        };
        table.push(
            columns.iter().map(cell).chain(extras.iter().map(|key| extra(link.extra.get(*key)))).collect(),
        );
    }
    let sign = columns.iter().position(|column| *column == "polarity");
    Tables { nodes, links: print(&table, sign), lists: print(&lists(map), None), left: left(map) }
}

/// The header: a column from elsewhere that is called like one of ours gets `extra:` before it.
fn header(columns: &[&str], extras: &BTreeSet<&String>, ours: &[&[&str]]) -> Vec<String> {
    let named = |key: &&String| {
        let known = folded(key);
        let clash = ours.iter().copied().flatten().any(|own| folded(own) == known)
            || ["from", "to", "list", "id", "label"].contains(&known.as_str())
            || super::cards::is_alias(&known)
            || super::links::is_alias(&known)
            || key.starts_with("extra:");
        if clash { format!("extra:{key}") } else { (*key).clone() }
    };
    columns.iter().map(|column| (*column).to_owned()).chain(extras.iter().map(named)).collect()
}

fn extra(value: Option<&String>) -> String {
    value.cloned().unwrap_or_default()
}

fn lists(map: &Map) -> Vec<Vec<String>> {
    let mut table = vec![COLUMNS.iter().map(|column| (*column).to_owned()).collect()];
    let mut row = |cells: [&str; 8]| table.push(cells.map(str::to_owned).to_vec());
    let head = map.head();
    for (list, text) in
        [("title", &head.title), ("language", &head.language), ("purpose", &head.purpose), ("aim", &head.aim)]
    {
        if !text.is_empty() {
            row([list, "", text, "", "", "", "", ""]);
        }
    }
    for level in map.levels() {
        let part_of = level.part_of.as_ref().map_or("", |id| id.as_str());
        row(["level", level.id.as_str(), &level.name, part_of, "", "", "", ""]);
    }
    for phase in map.phases() {
        row(["phase", phase.id.as_str(), &phase.name, "", "", "", "", ""]);
    }
    for goal in map.goals() {
        let level = goal.level.as_ref().map_or("", |id| id.as_str());
        row(["goal", goal.id.as_str(), &goal.text, "", "", level, "", ""]);
    }
    for area in map.areas() {
        let part_of = area.part_of.as_ref().map_or("", |id| id.as_str());
        let color = area.color.map_or_else(String::new, |color| snake(color.as_str()));
        row(["area", area.id.as_str(), &area.name, part_of, &color, "", "", ""]);
    }
    for (id, source) in map.sources() {
        let year = source.year.map_or_else(String::new, |year| year.to_string());
        row(["source", id.as_str(), &source.title, "", "", "", &snake(source.kind.as_str()), &year]);
    }
    table
}

/// What no table of cards and links holds, each kind of thing with its number.
pub fn left(map: &Map) -> Vec<Both> {
    let figures = map
        .nodes()
        .flat_map(|(_, node)| node.sources.values())
        .chain(map.links().flat_map(|(_, link)| link.sources.values()))
        .filter(|citation| **citation != crate::map::Citation::default())
        .count();
    let nodes = |test: fn(&Node) -> bool| map.nodes().filter(|(_, node)| test(node)).count();
    [
        ("named loops", "navngitte sløyfer", map.loops().len()),
        ("journeys", "gjennomganger", map.journeys().len()),
        ("citations with a figure, a quote or a page", "henvisninger med tall, sitat eller side", figures),
        (
            "cards with perspectives",
            "kort med perspektiver",
            nodes(|node| node.perspectives != crate::map::Perspectives::default()),
        ),
        ("cards with measurements", "kort med målinger", nodes(|node| !node.measurements.is_empty())),
        ("observations set aside", "observasjoner lagt til side", map.set_aside().len()),
        ("open conflicts", "åpne konflikter", map.conflicts().len()),
        ("notes on the map", "notater om kartet", usize::from(!map.head().note.is_empty())),
        (
            "notes on sources",
            "notater om kilder",
            map.sources().values().filter(|source| !source.note.is_empty()).count(),
        ),
    ]
    .into_iter()
    .filter(|(.., number)| *number > 0)
    .map(|(en, nb, number)| both!("{en} ({number})", "{nb} ({number})"))
    .collect()
}

/// The rows as CSV. Every cell is guarded but those of the column of signs: a sign alone is no formula.
fn print(table: &[Vec<String>], signs: Option<usize>) -> String {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    for row in table {
        let cells = row.iter().enumerate();
        let cells = cells.map(|(at, cell)| if Some(at) == signs { cell.clone() } else { guarded(cell) });
        writer.write_record(cells).expect("a row of text can always be written to memory");
    }
    let bytes = writer.into_inner().expect("memory takes what is flushed");
    String::from_utf8(bytes).expect("only text was written")
}
