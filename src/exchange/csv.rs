//! Tables for a spreadsheet: cards, links and the lists around them, in and out.
//!
//! ```text
//! table    bytes to rows, with the line each row stands on      cell    one cell: words, lists, no formulas
//! fields   the columns of cards and links, both ways            places  values of a column to levels and areas
//! cards    rows to cards      links  rows to links              write   a map to three tables
//! typed    what the type of a card or of a connection says    fit   what is too large is cut
//! ```
//!
//! A table is known by its header, not by its file's name: `from` and `to` make a table of links, `list` and
//! `name` one of lists (levels, areas, phases, sources, goals), `label` or `id` one of cards. What a map says
//! and no table can hold (named loops, journeys, figures and quotes) is named in the report.

pub(super) mod cards;
pub(super) mod cell;
pub(super) mod fields;
mod fit;
mod links;
mod places;
pub(super) mod table;
pub(super) mod typed;
mod write;

use crate::map::limits::MOST_PLACES;
use crate::map::{Head, Map};
use crate::text::{Both, Lang, both};

use super::report::{Counts, Report, Skipped, Unreadable};
pub use super::source::Source;
use cards::Cards;
use places::Lists;
use table::{Table, TableKind};

pub use write::{Tables, left, write};

/// The most cards and links that are read.
pub const MOST_NODES: usize = 200_000;
/// The most links that are read.
pub const MOST_LINKS: usize = 1_000_000;

/// Reads tables into a map called `title`, unless a table says what it is called.
///
/// The files may come in any order; cards are read before links, and an end of a link that no table names
/// becomes a card of its own. Two equal sets of files give equal maps.
///
/// # Errors
/// If a file is no table: not UTF-8, a quote that is never closed, no header that says what it holds, too large.
pub fn read(files: &[Source], title: &str) -> Result<(Map, Report), Unreadable> {
    let mut report = Report::default();
    let mut tables = Vec::new();
    for file in files {
        // Kumu passes over such sheets too.
        if file.name.to_lowercase().contains("(ignore)") && files.len() > 1 {
            let name = file.name;
            report
                .left_out
                .push(both!("{name}: '(ignore)' stands in its name", "{name}: «(ignore)» står i navnet"));
            continue;
        }
        tables.append(&mut table::read(file)?);
    }
    of_tables(&tables, title, report)
}

/// Whether the files are tables that floke wrote, whatever separator a spreadsheet has put in since: there a label is what
/// somebody says now, and no name from before.
pub(super) fn is_ours(files: &[Source]) -> bool {
    let headers = [",", ";", "\t"].map(|separator| fields::CARD_FIRST.join(separator));
    files.iter().filter_map(|file| file.text().ok()).any(|text| {
        text.lines()
            .any(|line| headers.iter().any(|header| line.replace('"', "").starts_with(header.as_str())))
    })
}

/// Makes a map of tables; `report` says what was seen on the way to them.
///
/// # Errors
/// If there is too much in them.
pub(super) fn of_tables(
    tables: &[Table],
    title: &str,
    mut report: Report,
) -> Result<(Map, Report), Unreadable> {
    let of = |kind: TableKind| tables.iter().filter(move |table| table.kind == kind);
    let mut lists = Lists::default();
    for table in of(TableKind::Lists) {
        lists.read(table, &mut report);
    }
    let card_tables: Vec<&Table> = of(TableKind::Cards).collect();
    let link_tables: Vec<&Table> = of(TableKind::Links).collect();
    limit(&card_tables, MOST_NODES, &both!("cards", "kort"))?;
    limit(&link_tables, MOST_LINKS, &both!("links", "koblinger"))?;
    let mut cards = Cards::read(&card_tables, &mut lists, &mut report);
    let links = links::read(&link_tables, &mut cards, &mut lists, &mut report);
    cards.settle_names(&mut report);
    report.settle();

    let head = Head { title: title.to_owned(), ..Head::default() };
    let frame = lists.into_frame(head);
    let places = [
        (both!("levels", "nivåer"), frame.levels.len()),
        (both!("areas", "områder"), frame.areas.len()),
        (both!("phases", "faser"), frame.phases.len()),
        (both!("goals", "effektmål"), frame.effect_goals.len()),
    ];
    if let Some((what, count)) = places.into_iter().find(|(_, count)| *count > MOST_PLACES) {
        return Err(Unreadable {
            file: tables.first().map_or_else(String::new, |table| table.file.clone()),
            line: None,
            column: None,
            what: Box::new(what.map_with(|lang, what| match lang {
                Lang::En => format!("{count} different {what}; a map has at most {MOST_PLACES}"),
                Lang::Nb => format!("{count} forskjellige {what}; et kart har høyst {MOST_PLACES}"),
            })),
            advice: Box::new(both!(
                "call that column something else, and it is kept under 'extra'",
                "kall kolonnen noe annet, så blir den tatt vare på under «extra»"
            )),
        });
    }
    let mut map = Map::new(title).with_frame(frame);
    for (id, node) in cards.into_nodes() {
        map.insert_node(id, node).expect("ids were made unique");
    }
    for (id, link) in links {
        map.insert_link(id, link).expect("ends were looked up and doubles left out");
    }
    report.read = Counts { nodes: map.node_count(), links: map.link_count() };
    Ok((map, report))
}

fn limit(tables: &[&Table], most: usize, what: &Both) -> Result<(), Unreadable> {
    let mut room = most;
    for table in tables {
        if table.rows.len() > room {
            return Err(Unreadable {
                file: table.file.clone(),
                line: table.rows.get(room).map(|row| row.line),
                column: None,
                what: Box::new(what.map_with(|lang, what| match lang {
                    Lang::En => format!("more than {most} {what}"),
                    Lang::Nb => format!("mer enn {most} {what}"),
                })),
                advice: Box::new(both!("split the file and import a part", "del filen, og importer en del")),
            });
        }
        room -= table.rows.len();
    }
    Ok(())
}

/// Notes in the report that something in a row was left behind.
fn skip(report: &mut Report, table: &Table, line: u64, what: impl Into<Both>, why: impl Into<Both>) {
    report.skipped.push(Skipped { what: what.into(), why: why.into(), file: table.file.clone(), line });
}

#[cfg(test)]
mod tests;
