//! Rows to links.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::map::{Link, LinkId, LinkKind};

use super::super::report::Report;
use super::cards::{Cards, columns, kept_names};
use super::cell::{folded, link_kind, split};
use super::fields::{LINK_FIRST, LINK_MORE, bare_sign, citations, set_link};
use super::places::Lists;
use super::skip;
use super::table::{Row, Table};

/// Headers that other programs write for a column of ours. `Type` and `Label` of a link may say a kind or a sign
/// and are looked at cell by cell; `Direction` says whether there is a link back too.
const ALIASES: &[(&str, &str)] = &[
    ("from", "fra"),
    ("from", "source"),
    ("to", "til"),
    ("to", "target"),
    ("polarity", "sign"),
    ("polarity", "fortegn"),
    ("note", "description"),
    ("note", "beskrivelse"),
    ("delay", "forsinkelse"),
    ("strength", "styrke"),
    ("certainty", "belegg"),
    ("type", "linktype"),
    ("type", "connectiontype"),
];

/// Columns that have no field of their own.
pub const LOOKED_AT: &[&str] = &["type", "label", "direction"];

/// Whether a header (folded) means one of our columns under another name.
pub fn is_alias(name: &str) -> bool {
    ALIASES.iter().any(|(_, alias)| *alias == name)
}

/// Reads all tables of links. Of two of one kind between the same ends in the same order the first is kept.
pub fn read(
    tables: &[&Table],
    cards: &mut Cards,
    lists: &mut Lists,
    report: &mut Report,
) -> BTreeMap<LinkId, Link> {
    let mut links = BTreeMap::new();
    for table in tables {
        let columns = columns(&table.header, &[LINK_FIRST, LINK_MORE, LOOKED_AT], ALIASES);
        let kept = kept_names(table, &columns, report);
        for row in &table.rows {
            for (id, link) in of_row(table, &columns, &kept, row, (cards, lists), report) {
                match links.entry(id) {
                    Entry::Vacant(free) => {
                        free.insert(link);
                    }
                    Entry::Occupied(taken) => {
                        let id = taken.key();
                        let what = format!("link {} → {}", id.from, id.to);
                        let kind = id.kind.field();
                        let why = format!("there is one of the kind '{kind}' already; the first is kept");
                        skip(report, table, row.line, what, why);
                    }
                }
            }
        }
    }
    links
}

/// The links of a row: one, or two where it runs both ways, or none where it cannot be one.
fn of_row(
    table: &Table,
    columns: &[Option<&'static str>],
    kept: &[String],
    row: &Row,
    (cards, lists): (&mut Cards, &mut Lists),
    report: &mut Report,
) -> Vec<(LinkId, Link)> {
    let cell = |wanted: &str| {
        let at = columns.iter().position(|column| *column == Some(wanted));
        at.map_or("", |at| row.cell(at))
    };
    let (from, to) = (cell("from"), cell("to"));
    if from.is_empty() || to.is_empty() {
        skip(report, table, row.line, format!("link '{from}' → '{to}'"), "one of its ends is empty");
        return Vec::new();
    }
    let mut link = Link::default();
    let mut kind = LinkKind::Causes;
    let mut both_ways = false;
    for (at, column) in columns.iter().enumerate() {
        let text = row.cell(at);
        if text.is_empty() {
            continue;
        }
        let Some(column) = *column else {
            link.extra.insert(kept[at].clone(), text.to_owned());
            continue;
        };
        let keep = |link: &mut Link| link.extra.insert(table.header[at].trim().to_owned(), text.to_owned());
        match column {
            "from" | "to" => {}
            "kind" => match link_kind(text) {
                Some(known) => kind = known,
                None => {
                    report.guessed.push(format!(
                        "'{text}' on the link '{from}' → '{to}' is none of floke's kinds: taken as 'causes'"
                    ));
                    keep(&mut link);
                }
            },
            "type" | "label" => match (link_kind(text), bare_sign(text)) {
                (Some(known), _) if cell("kind").is_empty() && column == "type" => kind = known,
                (_, Some(sign)) if cell("polarity").is_empty() => link.sign = Some(sign),
                _ => {
                    keep(&mut link);
                }
            },
            "direction" => match folded(text).as_str() {
                "mutual" => both_ways = true,
                "directed" => {}
                _ => {
                    report.guessed.push(format!(
                        "the link '{from}' → '{to}' has no direction: taken from '{from}' to '{to}'"
                    ));
                    keep(&mut link);
                }
            },
            "sources" => {
                let ids: Vec<_> = split(text).iter().map(|value| lists.source(value)).collect();
                link.sources = citations(&ids);
            }
            _ => {
                if let Err(why) = set_link(&mut link, column, text) {
                    skip(
                        report,
                        table,
                        row.line,
                        format!("{column} '{text}' of the link '{from}' → '{to}'"),
                        why,
                    );
                    keep(&mut link);
                }
            }
        }
    }
    let (from, to) = (cards.find_or_make(from), cards.find_or_make(to));
    // Two actors work together once: such a link stands at the smaller id.
    let (from, to) = if kind == LinkKind::Cooperates && to < from { (to, from) } else { (from, to) };
    let there = LinkId { from: from.clone(), to: to.clone(), kind };
    let link = link.fitted_to(kind);
    if both_ways && kind != LinkKind::Cooperates && from != to {
        vec![(there, link.clone()), (LinkId { from: to, to: from, kind }, link)]
    } else {
        vec![(there, link)]
    }
}
