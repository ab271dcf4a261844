//! Elements and connections as rows of a table.

use crate::text::{Both, both};
use std::collections::{BTreeSet, HashMap};

use super::super::csv::cards::SOURCE_ID;
use super::super::csv::cell::{folded, guarded, join};
use super::super::csv::table::{Row, Table, TableKind};
use super::super::lined::{Json, Lined};
use super::super::report::{Report, Skipped, Unreadable};
use super::super::source::Source;
use super::{MAP_COLUMN, Maps};
use crate::map::id::is_node_id;

/// The most different keys that are read.
const MOST_COLUMNS: usize = 1_000;
/// The most cells, empty ones included: a hostile file could give every element a key of its own.
const MOST_CELLS: usize = 10_000_000;

/// The keys of a foreign file that mean a column of ours. Others may be called like one and mean something else:
/// a 'group', an 'owner', a 'target'.
const CARD_KEYS: &[&str] =
    &["label", "type", "elementtype", "description", "note", "tags", "level", "nivå", "area", "område"];
const LINK_KEYS: &[&str] = &[
    "from",
    "to",
    "direction",
    "type",
    "connectiontype",
    "label",
    "description",
    "note",
    "delay",
    "delayed",
    "polarity",
    "sign",
    "fortegn",
    "forsinkelse",
];

/// Which of Kumu's ways to write a map it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Plain keys, written by people and scripts.
    Blueprint,
    /// A blueprint that `export` wrote: every key is called what it is called here.
    Ours,
    /// The backup of a project.
    Full,
}

/// A table in the making.
pub struct Sheet<'a> {
    kind: TableKind,
    file: &'a str,
    shape: Shape,
    header: Vec<String>,
    places: HashMap<String, usize>,
    rows: Vec<Row>,
    // Keys of a full export that are Kumu's own.
    beside: BTreeSet<String>,
}

impl<'a> Sheet<'a> {
    /// An empty one.
    pub fn new(kind: TableKind, file: &'a str, shape: Shape) -> Self {
        Self {
            kind,
            file,
            shape,
            header: Vec::new(),
            places: HashMap::new(),
            rows: Vec::new(),
            beside: BTreeSet::new(),
        }
    }

    /// Takes an element in; `seen` collects the ids of those that were.
    pub fn take_element(
        &mut self,
        at: usize,
        element: &Lined,
        maps: &Maps,
        seen: &mut BTreeSet<String>,
        report: &mut Report,
    ) {
        let Json::Object(_) = &element.value else {
            self.skip(
                report,
                element.line,
                format!("elements[{at}]"),
                both!("it is no object", "det er ikke noe objekt"),
            );
            return;
        };
        let id = element.get("_id").or_else(|| element.get("id")).map(Lined::text).unwrap_or_default();
        let mut fields = self.fields(element);
        let labelled = fields.iter().any(|(key, value)| folded(key) == "label" && !value.is_empty());
        if !labelled && id.is_empty() {
            self.skip(
                report,
                element.line,
                format!("elements[{at}]"),
                both!("it has neither a label nor an id", "det har verken navn eller id"),
            );
            return;
        }
        if !labelled {
            let what = both!(
                "an element has no label: its id stands there",
                "et element har ikke noe navn: id-en står der"
            );
            report.guess(what, format!("'{id}'"));
            fields.push(("label".to_owned(), id.clone()));
        }
        if !id.is_empty() && !seen.insert(id.clone()) {
            let why = both!(
                "the id '{id}' stands twice; the first is kept",
                "id-en «{id}» står to ganger; den første er beholdt"
            );
            self.skip(report, element.line, format!("elements[{at}]"), why);
            return;
        }
        if !id.is_empty() {
            // A number says nothing in a difference between two versions; a word that people chose does.
            let speaks =
                self.shape != Shape::Full && is_node_id(&id) && id.contains(|c: char| c.is_ascii_lowercase());
            fields.push((if speaks { "id" } else { SOURCE_ID }.to_owned(), id.clone()));
        }
        if !maps.of(&id).is_empty() {
            fields.push((MAP_COLUMN.to_owned(), join(maps.of(&id))));
        }
        self.put(element.line, fields);
    }

    /// Takes a connection in. In a full export both its ends are ids of elements that must be there.
    pub fn take_connection(
        &mut self,
        at: usize,
        connection: &Lined,
        elements: &BTreeSet<String>,
        report: &mut Report,
    ) {
        let Json::Object(_) = &connection.value else {
            self.skip(
                report,
                connection.line,
                format!("connections[{at}]"),
                both!("it is no object", "det er ikke noe objekt"),
            );
            return;
        };
        let end = |key: &str| {
            let end = connection.get(key)?;
            let end = end.get("_id").or_else(|| end.get("id")).unwrap_or(end);
            Some(one_line(&end.text())).filter(|text| !text.is_empty())
        };
        let (Some(mut from), Some(mut to)) = (end("from"), end("to")) else {
            self.skip(
                report,
                connection.line,
                format!("connections[{at}]"),
                both!("one of its ends is empty", "en av endene er tom"),
            );
            return;
        };
        if self.shape == Shape::Full
            && let Some(missing) = [&from, &to].into_iter().find(|end| !elements.contains(*end))
        {
            let why = both!("there is no element '{missing}'", "det finnes ikke noe element «{missing}»");
            self.skip(report, connection.line, format!("connections[{at}]"), why);
            return;
        }
        if connection.get("reversed").is_some_and(|reversed| reversed.value == Json::Bool(true)) {
            std::mem::swap(&mut from, &mut to);
            report.guess(
                both!(
                    "the arrow is turned round in Kumu: read from its other end",
                    "pilen er snudd i Kumu: lest fra den andre enden"
                ),
                format!("connections[{at}]"),
            );
        }
        let mut fields = self.fields(connection);
        fields.retain(|(key, _)| !matches!(key.as_str(), "from" | "to" | "reversed" | "extra:reversed"));
        fields.push(("from".to_owned(), from));
        fields.push(("to".to_owned(), to));
        if let Some(id) = connection.get("_id").or_else(|| connection.get("id")) {
            fields.push((SOURCE_ID.to_owned(), id.text()));
        }
        self.put(connection.line, fields);
    }

    /// The table, if it has rows.
    ///
    /// # Errors
    /// If there are too many different keys.
    pub fn into_table(self, file: &Source, report: &mut Report) -> Result<Option<Table>, Unreadable> {
        if !self.beside.is_empty() {
            let keys: Vec<&str> = self.beside.iter().take(20).map(String::as_str).collect();
            let is_cards = self.kind == TableKind::Cards;
            let (en, nb) = if is_cards { ("elements", "elementer") } else { ("connections", "forbindelser") };
            let keys = keys.join(", ");
            report.left_out.push(both!(
                "what Kumu notes for itself about {en}: {keys}",
                "det Kumu noterer for seg selv om {nb}: {keys}"
            ));
        }
        let columns = self.header.len();
        if columns > MOST_COLUMNS || columns.saturating_mul(self.rows.len()) > MOST_CELLS {
            let things = self.rows.len();
            let what = both!(
                "{columns} different fields on {things} things; that is too many",
                "{columns} forskjellige felt på {things} ting; det er for mange"
            );
            let advice =
                both!("leave out the fields that are not needed", "utelat felt det ikke er bruk for");
            return Err(file.fault(None, None, what, advice));
        }
        let table =
            Table { file: self.file.to_owned(), kind: self.kind, header: self.header, rows: self.rows };
        Ok((!table.rows.is_empty()).then_some(table))
    }

    /// What an element or a connection says, as columns and cells; ids are not among it.
    fn fields(&mut self, one: &Lined) -> Vec<(String, String)> {
        let mut fields = Vec::new();
        let inside = one.get("attributes").map_or(&[][..], Lined::entries);
        for (key, value) in inside {
            if !value.is_empty() {
                fields.push((self.column(key, true), cell(key, value)));
            }
        }
        for (key, value) in one.entries() {
            let ours = matches!(key.as_str(), "id" | "_id" | "attributes");
            // In a full export what stands beside the attributes is Kumu's own; only these mean something.
            let means = matches!(key.as_str(), "from" | "to" | "direction" | "reversed")
                || key == "delayed" && value.value == Json::Bool(true);
            if ours || value.is_empty() {
                continue;
            }
            if self.shape == Shape::Full && !means {
                if key != "delayed" {
                    self.beside.insert(key.clone());
                }
                continue;
            }
            let column = self.column(key, false);
            if !fields.iter().any(|(taken, _)| *taken == column) {
                fields.push((column, cell(key, value)));
            }
        }
        fields
    }

    /// The column of a key.
    fn column(&self, key: &str, attribute: bool) -> String {
        let known = if self.kind == TableKind::Cards { CARD_KEYS } else { LINK_KEYS };
        let plain = folded(key);
        // Kumu calls the type of an element 'element type' there; a 'type' is then a field that people made.
        let theirs = self.shape == Shape::Full
            && attribute
            && matches!(plain.as_str(), "type" | "from" | "to" | "direction");
        if self.shape == Shape::Ours {
            return key.to_owned();
        }
        match plain.as_str() {
            _ if theirs || !known.contains(&plain.as_str()) => format!("extra:{key}"),
            "elementtype" => "element type".to_owned(),
            "connectiontype" => "connection type".to_owned(),
            _ => plain,
        }
    }

    fn put(&mut self, line: u32, fields: Vec<(String, String)>) {
        let mut cells = Vec::new();
        for (column, text) in fields {
            let at = *self.places.entry(column).or_insert_with_key(|column| {
                self.header.push(column.clone());
                self.header.len() - 1
            });
            if cells.len() <= at && at < MOST_COLUMNS {
                cells.resize(at + 1, String::new());
            }
            if let Some(cell) = cells.get_mut(at) {
                *cell = guarded(text.trim());
            }
        }
        self.rows.push(Row { line: line.into(), cells });
    }

    fn skip(&self, report: &mut Report, line: u32, what: String, why: Both) {
        let (file, line) = (self.file.to_owned(), line.into());
        report.skipped.push(Skipped { what: what.into(), why, file, line });
    }
}

/// A value as a cell: several values with `|` between them, a label on one line.
fn cell(key: &str, value: &Lined) -> String {
    let key = folded(key);
    let items = value.items();
    let plain = items.iter().all(|item| !matches!(item.value, Json::List(_) | Json::Object(_)));
    let text = match (&value.value, key.as_str()) {
        (Json::List(_), "description" | "note") if plain => {
            items.iter().map(Lined::text).collect::<Vec<_>>().join("\n")
        }
        (Json::List(_), _) if plain => join(items.iter().filter(|item| !item.is_empty()).map(Lined::text)),
        _ => value.text(),
    };
    if matches!(key.as_str(), "label" | "from" | "to") { one_line(&text) } else { text }
}

/// Kumu breaks long labels into lines; here the layout does.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
