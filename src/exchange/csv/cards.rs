//! Rows to cards, and every way in which a cell may name one.

use crate::text::{Both, both};
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::map::id::is_node_id;
use crate::map::slug::take_slug;
use crate::map::{Node, NodeId};

use super::super::report::Report;
use super::cell::{folded, split};
use super::fields::{CARD_FIRST, CARD_MORE, citations, set_card};
use super::fit::{fit_card, fit_label};
use super::places::Lists;
use super::skip;
use super::table::{Row, Table};
use super::typed::card_type;

/// The column of what another program calls a card or a link. It is kept under `extra`, so that a second import
/// finds it again; links may name it.
pub const SOURCE_ID: &str = "source_id";

/// How many characters of a label a report names.
const NAMED: usize = 60;

/// Headers that other programs write for a column of ours.
const ALIASES: &[(&str, &str)] = &[
    ("label", "name"),
    ("label", "navn"),
    ("label", "element"),
    ("label", "factor"),
    ("kind", "type"),
    ("kind", "elementtype"),
    ("note", "description"),
    ("note", "beskrivelse"),
    ("tags", "tag"),
    ("tags", "stikkord"),
    ("level", "nivå"),
    ("area", "område"),
    ("role", "rolle"),
    ("certainty", "belegg"),
];

/// Whether a header (folded) means one of our columns under another name.
pub fn is_alias(name: &str) -> bool {
    ALIASES.iter().any(|(_, alias)| *alias == name)
}

/// What the columns of a table are: our column's name, or `None` for one that is kept as it is.
pub fn columns(
    header: &[String],
    ours: &[&[&'static str]],
    aliases: &[(&'static str, &str)],
) -> Vec<Option<&'static str>> {
    let mut found: Vec<Option<&'static str>> = vec![None; header.len()];
    let mut taken = BTreeSet::new();
    for (at, name) in header.iter().enumerate() {
        let own = ours.iter().copied().flatten().find(|own| folded(own) == folded(name));
        if let Some(own) = own.filter(|own| taken.insert(**own)) {
            found[at] = Some(own);
        }
    }
    for (at, name) in header.iter().enumerate().filter(|(at, _)| found[*at].is_none()).collect::<Vec<_>>() {
        let own = aliases.iter().find(|(own, alias)| *alias == folded(name) && !taken.contains(own));
        if let Some((own, _)) = own {
            taken.insert(own);
            found[at] = Some(own);
        }
    }
    found
}

/// The names under which the columns that are not ours are kept in `extra`.
pub fn kept_names(table: &Table, columns: &[Option<&str>], report: &mut Report) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut names = Vec::new();
    for (at, header) in table.header.iter().enumerate() {
        let plain = header.trim().strip_prefix("extra:").unwrap_or(header.trim());
        let mut name = if plain.is_empty() { format!("column {}", at + 1) } else { plain.to_owned() };
        let filled = table.rows.iter().filter(|row| !row.cell(at).is_empty()).count();
        if columns[at].is_none() && filled > 0 && plain != SOURCE_ID {
            while !taken.insert(name.clone()) {
                name.push('\'');
            }
            let file = &table.file;
            report.guessed.push(both!(
                "column '{name}' of {file} is kept under 'extra' ({filled} filled)",
                "kolonnen «{name}» i {file} er beholdt under «extra» ({filled} utfylt)"
            ));
        }
        names.push(name);
    }
    names
}

/// The cards read so far, and how links find them.
#[derive(Debug, Default)]
pub struct Cards {
    nodes: BTreeMap<NodeId, Node>,
    taken: BTreeSet<String>,
    // The ids that a file gave and that were kept.
    kept: BTreeSet<NodeId>,
    // An id that could not be kept, as it stood, and what another program calls a card.
    given: HashMap<String, NodeId>,
    by_label: HashMap<String, Vec<NodeId>>,
    by_folded: HashMap<String, NodeId>,
    made: Vec<String>,
    unsure: BTreeSet<String>,
    // Cells that name a card: they can be looked up only when all cards are there.
    named: Vec<(NodeId, &'static str, String, String, u64)>,
}

impl Cards {
    /// Reads all tables of cards; levels and areas are made of what their columns say.
    pub fn read(tables: &[&Table], lists: &mut Lists, report: &mut Report) -> Self {
        let ours: &[&[&str]] = &[CARD_FIRST, CARD_MORE];
        let all: Vec<Vec<Option<&str>>> =
            tables.iter().map(|table| columns(&table.header, ours, ALIASES)).collect();
        let values = |wanted: &str| -> Vec<&str> {
            let mut values = Vec::new();
            for (table, columns) in tables.iter().zip(&all) {
                if let Some(column) = columns.iter().position(|column| *column == Some(wanted)) {
                    values.extend(table.rows.iter().map(|row| row.cell(column)));
                }
            }
            values
        };
        lists.take_levels(&values("level"), report);
        lists.take_areas(&values("area"));
        let mut cards = Self::default();
        // A given id goes before an id made of a label, whichever row comes first.
        for id in values("id").into_iter().filter(|id| is_node_id(id)) {
            cards.taken.insert(id.to_owned());
        }
        for (table, columns) in tables.iter().zip(&all) {
            let kept = kept_names(table, columns, report);
            for row in &table.rows {
                cards.take(table, columns, &kept, row, lists, report);
            }
        }
        cards
    }

    fn take(
        &mut self,
        table: &Table,
        columns: &[Option<&'static str>],
        kept: &[String],
        row: &Row,
        lists: &mut Lists,
        report: &mut Report,
    ) {
        let cell = |wanted: &str| {
            let at = columns.iter().position(|column| *column == Some(wanted));
            at.map_or("", |at| row.cell(at))
        };
        let given = cell("id");
        let label = if cell("label").is_empty() { given } else { cell("label") };
        if label.is_empty() {
            let why = both!("it has neither a label nor an id", "den har verken navn eller id");
            skip(report, table, row.line, both!("a row", "en rad"), why);
            return;
        }
        let mut node = Node::new(crate::map::Kind::Cause, label);
        let id = if is_node_id(given) {
            let id = NodeId::new(given);
            if self.nodes.contains_key(&id) {
                skip(
                    report,
                    table,
                    row.line,
                    both!("card '{label}'", "kortet «{label}»"),
                    both!(
                        "the id '{given}' stands twice; the first is kept",
                        "id-en «{given}» står to ganger; den første er beholdt"
                    ),
                );
                return;
            }
            self.kept.insert(id.clone());
            id
        } else {
            let id = take_slug(label, &mut self.taken);
            if !given.is_empty() {
                if self.given.contains_key(given) {
                    skip(
                        report,
                        table,
                        row.line,
                        both!("card '{label}'", "kortet «{label}»"),
                        both!(
                            "the id '{given}' stands twice; the first is kept",
                            "id-en «{given}» står to ganger; den første er beholdt"
                        ),
                    );
                    return;
                }
                report.guessed.push(both!(
                    "the id '{given}' is now '{id}': ids are small letters, digits and dashes",
                    "id-en «{given}» er nå «{id}»: id-er er små bokstaver, sifre og bindestreker"
                ));
                self.given.insert(given.to_owned(), id.clone());
                node.extra.insert(SOURCE_ID.to_owned(), given.to_owned());
            }
            id
        };
        for (at, column) in columns.iter().enumerate() {
            let text = row.cell(at);
            if text.is_empty() {
                continue;
            }
            let Some(column) = *column else {
                if kept[at] == SOURCE_ID {
                    self.given.entry(text.to_owned()).or_insert_with(|| id.clone());
                }
                node.extra.insert(kept[at].clone(), text.to_owned());
                continue;
            };
            match column {
                "id" | "label" => {}
                "kind" => {
                    let found = card_type(text);
                    if let Some(found) = found {
                        node.kind = found.kind;
                        node.role = node.role.or(found.role);
                    } else {
                        let what = both!(
                            "the type '{text}' is none of floke's kinds: taken as a cause",
                            "typen «{text}» er ingen av typene i floke: tatt som en årsak"
                        );
                        report.guess(what, format!("'{label}'"));
                    }
                    if !found.is_some_and(|found| found.own) {
                        node.extra.insert(table.header[at].trim().to_owned(), text.to_owned());
                    }
                }
                "level" => node.level = lists.level(text),
                "area" => node.area = lists.area(text),
                "phases" => node.phases = split(text).iter().map(|value| lists.phase(value)).collect(),
                "effect_goal" => node.effect_goal = Some(lists.goal(text)),
                "sources" => {
                    let ids: Vec<_> = split(text).iter().map(|value| lists.source(value)).collect();
                    node.sources = citations(&ids);
                }
                "owner" | "payer" | "gainer" => {
                    self.named.push((id.clone(), column, text.to_owned(), table.file.clone(), row.line));
                }
                _ => {
                    if let Err(why) = set_card(&mut node, column, text) {
                        let what = both!("{column} '{text}' of '{label}'", "{column} «{text}» på «{label}»");
                        skip(report, table, row.line, what, why);
                        node.extra.insert(table.header[at].trim().to_owned(), text.to_owned());
                    }
                }
            }
        }
        let start: String = node.label.chars().take(NAMED).collect();
        let name = both!("card '{start}'", "kortet «{start}»");
        for why in fit_card(&mut node) {
            skip(report, table, row.line, name.clone(), why);
        }
        self.put(id, node);
    }

    fn put(&mut self, id: NodeId, node: Node) {
        self.by_label.entry(node.label.clone()).or_default().push(id.clone());
        self.by_folded.entry(node.label.to_lowercase()).or_insert_with(|| id.clone());
        self.taken.insert(id.as_str().to_owned());
        self.nodes.insert(id, node);
    }

    /// The card that a cell names: by an id that stands in the file, by label, by an id that was made of a label,
    /// by label without regard to case.
    pub fn find(&mut self, name: &str) -> Option<NodeId> {
        if let Some(id) = self.kept.get(name).or_else(|| self.given.get(name)) {
            return Some(id.clone());
        }
        if let Some(ids) = self.by_label.get(name) {
            if ids.len() > 1 {
                self.unsure.insert(name.to_owned());
            }
            return ids.first().cloned();
        }
        if let Some((id, _)) = self.nodes.get_key_value(name) {
            return Some(id.clone());
        }
        self.by_folded.get(&name.to_lowercase()).cloned()
    }

    /// What a card is called.
    pub fn label<'a>(&'a self, id: &'a NodeId) -> &'a str {
        self.nodes.get(id).map_or(id.as_str(), |node| &node.label)
    }

    /// The card that the end of a link names; a new one if no table has it.
    pub fn find_or_make(&mut self, name: &str) -> NodeId {
        if let Some(id) = self.find(name) {
            return id;
        }
        let id = if is_node_id(name) { NodeId::new(name) } else { take_slug(name, &mut self.taken) };
        self.made.push(name.to_owned());
        let mut node = Node::new(crate::map::Kind::Cause, name);
        fit_label(&mut node.label);
        self.put(id.clone(), node);
        id
    }

    /// Looks up the cards that other cards name, and reports what was made or unclear on the way.
    pub fn settle_names(&mut self, report: &mut Report) {
        for (id, column, name, file, line) in std::mem::take(&mut self.named) {
            let found = self.find(&name);
            let node = self.nodes.get_mut(&id).expect("it was put in with its row");
            match (found, column) {
                (Some(found), "owner") => node.owner = Some(found),
                (Some(found), "payer") => node.payer = Some(found),
                (Some(found), _) => node.gainer = Some(found),
                (None, _) => {
                    let label = &node.label;
                    let what = both!("{column} '{name}' of '{label}'", "{column} «{name}» på «{label}»");
                    node.extra.insert(column.to_owned(), name);
                    let why = both!(
                        "there is no such card; kept under 'extra'",
                        "det finnes ikke noe slikt kort; beholdt under «extra»"
                    );
                    report.skipped.push(super::Skipped { what, why, file, line });
                }
            }
        }
        if !self.made.is_empty() {
            let few: Vec<String> = self.made.iter().take(5).map(|name| format!("'{name}'")).collect();
            let more = self.made.len().saturating_sub(few.len());
            let more = match more {
                0 => Both::default(),
                _ => both!(" and {more} more", " og {more} til"),
            };
            let (number, few) = (self.made.len(), few.join(", "));
            let stand = if number == 1 { "card stands" } else { "cards stand" };
            report.guessed.push(Both {
                en: format!(
                    "{number} {stand} only at the end of a link and were made from there: {few}{}",
                    more.en
                ),
                nb: format!(
                    "{number} kort står bare i enden av en kobling og er laget derfra: {few}{}",
                    more.nb
                ),
            });
        }
        for label in &self.unsure {
            report.guessed.push(both!(
                "several cards are called '{label}': links by that name go to the first",
                "flere kort heter «{label}»: koblinger med det navnet går til det første"
            ));
        }
    }

    /// The cards.
    pub fn into_nodes(self) -> BTreeMap<NodeId, Node> {
        self.nodes
    }
}
