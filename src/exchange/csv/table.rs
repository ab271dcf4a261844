//! Bytes to rows: which separator, which header, and on which line each row stands.

use super::super::report::Unreadable;
use super::super::source::Source;
use super::cell::{folded, plain};
use crate::text::{Both, both};

/// The most columns a table may have.
const MOST_COLUMNS: usize = 1_000;

/// What a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableKind {
    /// Cards.
    Cards,
    /// Links.
    Links,
    /// Levels, areas and the other lists around them.
    Lists,
}

/// A row, and the line on which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line in its file, from 1.
    pub line: u64,
    /// Its cells; there may be fewer or more than the header has.
    pub cells: Vec<String>,
}

impl Row {
    /// The cell of a column without blanks around it; empty where the row is too short.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| plain(cell.trim()))
    }
}

/// One table of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The file it stands in.
    pub file: String,
    /// What it holds.
    pub kind: TableKind,
    /// The names of its columns as they stand there.
    pub header: Vec<String>,
    /// Its rows.
    pub rows: Vec<Row>,
}

impl Table {
    /// The column whose header is one of `names` (in folded form), the first name first.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.header.iter().position(|header| folded(header) == *name))
    }
}

/// The tables of one file. Mostly that is one; a header of another kind amid the rows begins the next, so what
/// `export` prints on one stream can be read again.
///
/// # Errors
/// If the file is no table.
pub fn read(file: &Source) -> Result<Vec<Table>, Unreadable> {
    let fault = |line: Option<u64>, column: Option<u64>, what: Both, advice: Both| {
        file.fault(line, column, what, advice)
    };
    let text = file.text()?;
    // Excel writes the separator on a line of its own.
    let (separator, text, skipped) = match text.strip_prefix("sep=").and_then(|rest| rest.chars().next()) {
        Some(separator) if separator.is_ascii() => {
            (separator as u8, text.split_once('\n').map_or("", |(_, rest)| rest), 1)
        }
        _ => (separator_of(text), text, 0),
    };
    if let Some(line) = unclosed_quote(text.as_bytes(), separator) {
        let advice = both!(
            "close it, or write it twice (\"\") if it belongs to the text",
            "lukk det, eller skriv det to ganger (\"\") hvis det hører til teksten"
        );
        return Err(fault(
            Some(line + skipped),
            None,
            both!(
                "a double quote opens here and is never closed",
                "et anførselstegn åpner her og blir aldri lukket"
            ),
            advice,
        ));
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut tables: Vec<Table> = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut lines = Lines { bytes: text.as_bytes(), at: 0, line: 1 };
    loop {
        let more = reader.read_record(&mut record).map_err(|error| {
            let line = error.position().map(|at| at.line() + skipped);
            fault(
                line,
                None,
                error.to_string().into(),
                both!("export the table again as CSV", "eksporter tabellen på nytt som CSV"),
            )
        })?;
        if !more {
            break;
        }
        let line = lines.line_at(record.position().map_or(0, csv::Position::byte)) + skipped;
        if record.len() > MOST_COLUMNS {
            return Err(fault(
                Some(line),
                None,
                {
                    let n = record.len();
                    both!(
                        "{n} columns; at most {MOST_COLUMNS} are read",
                        "{n} kolonner; høyst {MOST_COLUMNS} blir lest"
                    )
                },
                both!("leave out the columns that are not needed", "utelat kolonner det ikke er bruk for"),
            ));
        }
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        let found = kind_of(&cells);
        let begins = match (&found, tables.last()) {
            (found, None) => found.is_some(),
            (Some(kind), Some(current)) => *kind != current.kind && is_header_by_itself(&cells),
            (None, Some(_)) => false,
        };
        match found {
            Some(kind) if begins => {
                let header = cells.iter().map(|cell| plain(cell.trim()).to_owned()).collect();
                tables.push(Table { file: file.name.to_owned(), kind, header, rows: Vec::new() });
            }
            _ => match tables.last_mut() {
                Some(_) if cells.iter().all(|cell| cell.trim().is_empty()) => {}
                Some(table) => table.rows.push(Row { line, cells }),
                None => {
                    return Err(fault(
                        Some(line),
                        Some(1),
                        both!(
                            "this header says neither cards nor links",
                            "denne overskriftsraden sier verken kort eller koblinger"
                        ),
                        both!(
                            "a table of cards has a column 'label' or 'id', one of links has 'from' and 'to'",
                            "en tabell over kort har en kolonne «label» eller «id», en over koblinger har «from» og «to»"
                        ),
                    ));
                }
            },
        }
    }
    if tables.is_empty() {
        return Err(fault(
            None,
            None,
            both!("the file is empty", "filen er tom"),
            both!(
                "its first line names the columns: label, or from and to",
                "den første linjen nevner kolonnene: label, eller from og to"
            ),
        ));
    }
    Ok(tables)
}

/// What a header makes of a table.
fn kind_of(header: &[String]) -> Option<TableKind> {
    let has = |names: &[&str]| header.iter().any(|cell| names.contains(&folded(cell).as_str()));
    // `target` is a column of cards too, so `source` and `target` alone mean links only where they come first.
    let first: Vec<String> = header.iter().take(2).map(|cell| folded(cell)).collect();
    if has(&["from", "fra"]) && has(&["to", "til"]) || first == ["source", "target"] {
        Some(TableKind::Links)
    } else if has(&["list"]) && has(&["name"]) {
        Some(TableKind::Lists)
    } else if has(&["label", "id", "name", "navn"]) {
        Some(TableKind::Cards)
    } else {
        None
    }
}

/// Whether a row amid others can only be a header: `export` writes these columns first, in this order.
fn is_header_by_itself(cells: &[String]) -> bool {
    let first: Vec<String> = cells.iter().take(2).map(|cell| folded(cell)).collect();
    [["from", "to"], ["list", "id"], ["id", "label"]].iter().any(|header| first == *header)
}

/// `,`, `;` or a tab: the one that stands most often on the first line that is not empty, outside quotes.
fn separator_of(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in first.bytes() {
        quoted ^= byte == b'"';
        if !quoted && let Some((_, count)) = counts.iter_mut().find(|(separator, _)| *separator == byte) {
            *count += 1;
        }
    }
    // Equal counts: the comma.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(separator, _)| *separator)
}

/// The line of a quote that opens a cell and is never closed.
///
/// The csv crate takes all the rest of such a file for one cell, and that would be read as one long label.
fn unclosed_quote(bytes: &[u8], separator: u8) -> Option<u64> {
    let mut line = 1;
    let mut opened = None;
    let mut cell_starts = true;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        line += u64::from(byte == b'\n');
        match (opened, byte) {
            (Some(_), b'"') if bytes.get(at + 1) == Some(&b'"') => at += 1,
            (Some(_), b'"') => opened = None,
            (Some(_), _) => {}
            (None, b'"') if cell_starts => opened = Some(line),
            (None, _) => cell_starts = byte == separator || byte == b'\n' || byte == b'\r',
        }
        if opened.is_some() {
            cell_starts = false;
        }
        at += 1;
    }
    opened
}

/// Counts lines up to a place that only moves on.
///
/// The csv crate's own lines are one too small after `\r\n` and after empty lines: it takes a row to begin right
/// behind the end of the one before.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of the row that begins at that byte, or behind the line ends that stand there.
    fn line_at(&mut self, byte: u64) -> u64 {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX);
        while let Some(&found) = self.bytes.get(self.at) {
            if self.at >= byte && !matches!(found, b'\n' | b'\r') {
                break;
            }
            self.line += u64::from(found == b'\n');
            self.at += 1;
        }
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables(text: &str) -> Result<Vec<Table>, Unreadable> {
        read(&Source { name: "x.csv", bytes: text.as_bytes() })
    }

    #[test]
    fn separators_and_headers() {
        for text in [
            "id;label\na;\"b,c\"\n",
            "\u{feff}id,label\na,\"b,c\"\n",
            "sep=;\nid;label\r\na;b,c\r\n",
            "id\tlabel\na\tb,c",
        ] {
            let found = tables(text).expect("a table");
            assert_eq!((found[0].kind, found[0].rows[0].cell(1)), (TableKind::Cards, "b,c"), "{text}");
            let lines = if text.starts_with("sep") { 3 } else { 2 };
            assert_eq!(found[0].rows[0].line, lines);
        }
        for (header, kind) in [
            ("From,To,Label\n", TableKind::Links),
            ("Source,Target,Type,Id\n", TableKind::Links),
            ("id,label,source,target\n", TableKind::Cards),
            ("list,id,name\n", TableKind::Lists),
        ] {
            assert_eq!(tables(header).expect("a table")[0].kind, kind, "{header}");
        }
    }

    #[test]
    fn several_tables_on_one_stream() {
        let found = tables("id,label\na,A\nfrom,B\n\nfrom,to\na,from\n").expect("tables");
        let kinds: Vec<_> = found.iter().map(|table| (table.kind, table.rows.len())).collect();
        assert_eq!(kinds, [(TableKind::Cards, 2), (TableKind::Links, 1)]);
        assert_eq!(found[1].rows[0].line, 6);
    }

    #[test]
    fn what_is_no_table_says_where() {
        let place = |text: &[u8]| {
            let fault = read(&Source { name: "x.csv", bytes: text }).expect_err("no table");
            (fault.line, fault.column)
        };
        assert_eq!(place(b"id,label\na,\xff"), (Some(2), Some(3)));
        assert_eq!(place(b"id,label\na,\"b\nc,d\n"), (Some(2), None));
        assert_eq!(place(b"colour,size\n1,2\n"), (Some(1), Some(1)));
        assert_eq!(place(b"\xff\xfei\0d\0"), (Some(1), Some(1)));
        assert_eq!(place(b""), (None, None));
        assert_eq!(place(b"id,label\na,b\0"), (Some(2), Some(4)));
    }

    #[test]
    fn a_quote_inside_a_cell_is_text() {
        assert_eq!(
            tables("id,label\na,5\" pipe\nb,\"say \"\"no\"\"\"\n").expect("a table")[0].rows[1].cell(1),
            "say \"no\""
        );
    }
}
