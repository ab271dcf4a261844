//! A table of sticky notes, as it comes from a whiteboard or a spreadsheet: one a row, with or without a header.

use super::super::csv::cell::{folded, guarded, join};
use super::super::csv::of_tables;
use super::super::csv::table::{Row, Table, TableKind};
use super::super::report::Report;
use super::HERE;
use crate::map::{Map, fold};
use crate::text::both;

/// The most columns and rows that are read as a table.
const MOST_COLUMNS: usize = 100;
const MOST_ROWS: usize = 50_000;

/// Headers of what a sticky note says.
const SAYS: &[&str] = &[
    "label",
    "text",
    "content",
    "sticky",
    "stickynote",
    "card",
    "name",
    "title",
    "idea",
    "insight",
    "navn",
    "tekst",
    "innhold",
    "lapp",
    "kort",
    "tittel",
    "idé",
    "innsikt",
];
/// Headers of what it lies among.
const TAGS: &[&str] = &[
    "tag", "tags", "cluster", "group", "frame", "color", "colour", "category", "theme", "stikkord", "klynge",
    "gruppe", "ramme", "farge", "kategori", "tema",
];
/// From how many characters on a column is a remark and no tag.
const LONG: usize = 40;

/// The rows as a map of their own, if the text is such a table: lines with tabs or `;` in them, or any table whose
/// header says which column is the note.
pub fn read(map: &Map, text: &str, as_notes: bool) -> Option<(Map, Report)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (separator, header) = separator_of(text)?;
    let mut rows = rows(text, separator)?;
    let mut report = Report::default();
    let columns: Vec<String> = if header {
        rows.remove(0).cells.iter().map(|cell| column(cell)).collect()
    } else {
        let columns = guessed_columns(&rows);
        let at = columns.iter().position(|column| column == "label").unwrap_or(0) + 1;
        report.guessed.push(both!(
            "the table has no header: column {at} is the card, the others are tags or notes",
            "tabellen har ingen overskrifter: kolonne {at} er kortet, de andre er stikkord eller notater"
        ));
        columns
    };
    let said = columns.iter().position(|column| column == "label")?;
    let mut table =
        Table { file: HERE.to_owned(), kind: TableKind::Cards, header: Vec::new(), rows: Vec::new() };
    let plain: Vec<usize> = (0..columns.len()).filter(|at| columns[*at] != "tags").collect();
    table.header = plain.iter().map(|at| columns[*at].clone()).collect();
    table.header.push("tags".to_owned());
    let add_kind = as_notes && !columns.iter().any(|column| column == "kind");
    if add_kind {
        table.header.push("kind".to_owned());
    }
    let there = labels(map);
    for row in rows {
        let cell = |at: usize| row.cells.get(at).map_or("", |cell| cell.trim());
        let tags = (0..columns.len()).filter(|at| columns[*at] == "tags").map(cell);
        let tags = join(tags.filter(|tag| !tag.is_empty()));
        let mut cells: Vec<String> = Vec::new();
        for at in &plain {
            let text = cell(*at).to_owned();
            // A sticky note is broken into lines by hand; an equal label is the card that is there.
            let text = if *at == said { there_or_new(&there, &text) } else { text };
            cells.push(guarded(&text));
        }
        cells.push(guarded(&tags));
        if add_kind {
            cells.push("note".to_owned());
        }
        table.rows.push(Row { line: row.line, cells });
    }
    of_tables(&[table], "", report).ok()
}

fn labels(map: &Map) -> std::collections::HashMap<String, &str> {
    map.nodes().map(|(_, node)| (fold(&node.label), node.label.as_str())).collect()
}

fn there_or_new(there: &std::collections::HashMap<String, &str>, text: &str) -> String {
    let label = text.split_whitespace().collect::<Vec<_>>().join(" ");
    there.get(&fold(&label)).map_or(label, |label| (*label).to_owned())
}

/// The separator of a table, and whether it has a header; `None` if the text is no table.
fn separator_of(text: &str) -> Option<(u8, bool)> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next()?;
    for separator in ['\t', ';', ','] {
        let cells: Vec<String> = first.split(separator).map(|cell| folded(cell.trim_matches('"'))).collect();
        let known = |cell: &String| SAYS.contains(&cell.as_str()) || TAGS.contains(&cell.as_str());
        if cells.len() > 1 && cells.iter().any(|cell| SAYS.contains(&cell.as_str()))
            // With commas a sentence may look like a header.
            && (separator != ',' || cells.iter().filter(|cell| known(cell)).count() > 1)
        {
            return Some((separator as u8, true));
        }
    }
    let all: Vec<&str> = std::iter::once(first).chain(lines).collect();
    // A tab at the start of a line is an outline's.
    let tabs = all.iter().filter(|line| line.trim_start().contains('\t')).count();
    let bulleted = all.iter().filter(|line| line.trim_start().starts_with(['-', '*', '•', '#'])).count();
    if tabs * 2 > all.len() && bulleted * 2 < all.len() {
        return Some((b'\t', false));
    }
    let marks = first.matches(';').count();
    let even = marks > 0 && all.len() > 1 && all.iter().all(|line| line.matches(';').count() == marks);
    even.then_some((b';', false))
}

/// The rows that say something, each with its line; `None` if there are none, or too many.
fn rows(text: &str, separator: u8) -> Option<Vec<Row>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.ok()?;
        let line = record.position().map_or(0, csv::Position::line);
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if cells.len() > MOST_COLUMNS || rows.len() > MOST_ROWS {
            return None;
        }
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(Row { line, cells });
        }
    }
    (!rows.is_empty()).then_some(rows)
}

/// The column that a header means.
fn column(header: &str) -> String {
    let name = folded(header.trim_matches('\u{feff}'));
    if SAYS.contains(&name.as_str()) {
        "label".to_owned()
    } else if TAGS.contains(&name.as_str()) {
        "tags".to_owned()
    } else if matches!(name.as_str(), "kind" | "type") {
        "kind".to_owned()
    } else {
        header.trim().to_owned()
    }
}

/// What the columns of a table without a header are: the longest texts are the cards, short ones are tags.
fn guessed_columns(rows: &[Row]) -> Vec<String> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let lengths: Vec<usize> = (0..width)
        .map(|at| {
            rows.iter().filter_map(|row| row.cells.get(at)).map(|cell| cell.trim().chars().count()).sum()
        })
        .collect();
    let longest = (0..width).rev().max_by_key(|at| lengths[*at]).unwrap_or(0);
    let filled = |at: usize| {
        rows.iter().filter(|row| row.cells.get(at).is_some_and(|cell| !cell.trim().is_empty())).count().max(1)
    };
    let name = |at: usize| match lengths[at] / filled(at) {
        _ if at == longest => "label",
        0..LONG => "tags",
        _ => "note",
    };
    (0..width).map(|at| name(at).to_owned()).collect()
}
