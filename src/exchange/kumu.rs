//! Maps from Kumu: its JSON, as a blueprint or as the full export of a project.
//!
//! A *blueprint* is what people and scripts write: `elements` and `connections` with plain keys, ends named by
//! label or by id. A *full export* is Kumu's backup: every element has an `_id` and its content in `attributes`,
//! and there are maps, perspectives and more around it. Which of them a file is, its `_id`s say.
//!
//! Both are tables in another dress: an element is a row, a key is a column. So they become tables, and
//! [`csv`](mod@super::csv) reads those: what a type, a sign, a direction means is decided in one place.
//!
//! What only says how Kumu draws is left out and named in the report.

mod rows;
mod write;

use crate::text::both;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::map::Map;

use super::csv;
use super::csv::table::{Table, TableKind};
use super::lined::{Json, Lined, Oddities, read as read_json};
use super::report::{Report, Skipped, Unreadable};
use super::source::Source;
use super::update::state::stamped;
use rows::{Shape, Sheet};

pub use write::write;

/// The column that says on which of several maps an element lies.
pub const MAP_COLUMN: &str = "kumu map";

/// What a full export holds beside elements and connections, and that only says how Kumu draws or asks.
const DRAWING: &[(&str, &str, &str)] = &[
    ("perspectives", "perspectives, which say how Kumu draws", "perspektiver, som sier hvordan Kumu tegner"),
    ("attributes", "settings of fields", "innstillinger for felt"),
];

/// Reads a map called `title`, unless the file says what it is called.
///
/// All elements are read once, however many maps they lie on. Equal bytes give an equal map.
///
/// # Errors
/// If the file is no JSON, or neither a blueprint nor a full export, or too large.
pub fn read(file: &Source, title: &str) -> Result<(Map, Report), Unreadable> {
    let (root, odd) = read_json(file.text()?).map_err(|broken| {
        let advice = both!(
            "export it again from Kumu, as a blueprint or as a full project",
            "eksporter den på nytt fra Kumu, som «blueprint» eller «full project»"
        );
        file.fault(Some(broken.line), Some(broken.column), broken.what, advice)
    })?;
    let lists = ["elements", "connections"].map(|name| root.get(name));
    if lists.iter().flatten().all(|list| !matches!(list.value, Json::List(_))) {
        return Err(file.fault(
            Some(root.line.into()),
            Some(1),
            both!(
                "this is JSON, but has no list of 'elements' or 'connections'",
                "dette er JSON, men uten noen liste «elements» eller «connections»"
            ),
            both!(
                "in Kumu choose Export, then 'blueprint' or 'full project'",
                "velg Export i Kumu, og så «blueprint» eller «full project»"
            ),
        ));
    }
    let mut report = Report::default();
    tell_oddities(&odd, file, &mut report);
    let [elements, connections] = lists.map(|list| list.map_or(&[][..], Lined::items));
    let full = elements.iter().chain(connections).any(|one| one.get("_id").is_some());
    let shape = match (full, root.get("floke").is_some()) {
        (true, _) => Shape::Full,
        (false, true) => Shape::Ours,
        (false, false) => Shape::Blueprint,
    };
    let maps = if full { Maps::read(&root) } else { Maps::default() };

    let mut cards = Sheet::new(TableKind::Cards, file.name, shape);
    let mut seen = BTreeSet::new();
    for (at, element) in elements.iter().enumerate() {
        cards.take_element(at, element, &maps, &mut seen, &mut report);
    }
    let mut links = Sheet::new(TableKind::Links, file.name, shape);
    for (at, connection) in connections.iter().enumerate() {
        links.take_connection(at, connection, &seen, &mut report);
    }
    let tables = [cards.into_table(file, &mut report)?, links.into_table(file, &mut report)?];
    let tables: Vec<Table> = tables.into_iter().flatten().collect();
    maps.tell(&mut report);
    tell_rest(&root, file, &mut report);
    let (map, report) = csv::of_tables(&tables, title, report)?;
    let name = ["title", "name"].iter().find_map(|key| root.get(key)).map(Lined::text);
    let name = name.filter(|name| !name.trim().is_empty()).or(maps.title);
    let map = name.map_or_else(|| map.clone(), |name| titled(&map, name.trim()));
    // What floke wrote itself comes back as a table does: its word counts, and there is nothing to remember.
    Ok((if shape == Shape::Ours { map } else { stamped(&map) }, report))
}

fn titled(map: &Map, title: &str) -> Map {
    let mut frame = map.frame();
    title.clone_into(&mut frame.head.title);
    map.clone().with_frame(frame)
}

fn tell_oddities(odd: &Oddities, file: &Source, report: &mut Report) {
    for (key, line) in &odd.twice {
        report.skipped.push(Skipped {
            what: format!("'{key}'").into(),
            why: both!(
                "it stands twice in one place; the last one is taken",
                "det står to ganger på ett sted; det siste er tatt"
            ),
            file: file.name.to_owned(),
            line: (*line).into(),
        });
    }
    for line in &odd.halves {
        report.skipped.push(Skipped {
            what: both!("half a character", "et halvt tegn"),
            why: both!(
                "its other half is missing; '\u{fffd}' stands there now",
                "den andre halvdelen mangler; «\u{fffd}» står der nå"
            ),
            file: file.name.to_owned(),
            line: (*line).into(),
        });
    }
}

/// Names what else stands in the file.
fn tell_rest(root: &Lined, file: &Source, report: &mut Report) {
    for (key, value) in root.entries() {
        let count = value.items().len();
        if let Some((_, en, nb)) = DRAWING.iter().find(|(name, ..)| name == key) {
            if count > 0 {
                report.left_out.push(both!("{en}: {count}", "{nb}: {count}"));
            }
        } else if key == "loops" && count > 0 {
            report.skipped.push(Skipped {
                what: both!("{count} loops", "{count} sløyfer"),
                why: both!(
                    "how Kumu writes loops is not known; name them again in floke",
                    "hvordan Kumu skriver sløyfer, er ikke kjent; gi dem navn på nytt i floke"
                ),
                file: file.name.to_owned(),
                line: value.line.into(),
            });
        }
    }
}

/// The maps of a full export.
#[derive(Debug, Default)]
struct Maps {
    /// Their names in the order of the file, with the number of elements on each.
    names: Vec<(String, usize)>,
    /// The names of the maps that an element lies on.
    of: HashMap<String, Vec<String>>,
    /// What the whole is called.
    title: Option<String>,
}

impl Maps {
    fn read(root: &Lined) -> Self {
        let mut maps = Self::default();
        let mut ids: BTreeMap<String, String> = BTreeMap::new();
        for (at, map) in root.get("maps").map_or(&[][..], Lined::items).iter().enumerate() {
            let said = ["name", "label", "title"].iter().find_map(|key| map.get(key)).map(Lined::text);
            let name = said.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
            let name = name.unwrap_or_else(|| format!("map {}", at + 1));
            let mut count = 0;
            for element in map.get("elements").map_or(&[][..], Lined::items) {
                let id = ["element", "_id", "id"].iter().find_map(|key| element.get(key)).unwrap_or(element);
                let on = maps.of.entry(id.text()).or_default();
                if on.last() != Some(&name) {
                    on.push(name.clone());
                    count += 1;
                }
            }
            if let Some(id) = map.get("_id").or_else(|| map.get("id")) {
                ids.insert(id.text(), name.clone());
            }
            maps.names.push((name, count));
        }
        let default = root.get("defaultMap").map(|id| id.get("_id").unwrap_or(id).text());
        maps.title = match maps.names.as_slice() {
            [(name, _)] => Some(name.clone()),
            _ => default.and_then(|id| ids.remove(&id)),
        };
        maps
    }

    /// The maps that an element lies on; empty where there is only one.
    fn of(&self, element: &str) -> &[String] {
        if self.names.len() > 1 { self.of.get(element).map_or(&[], Vec::as_slice) } else { &[] }
    }

    fn tell(&self, report: &mut Report) {
        if self.names.is_empty() {
            return;
        }
        report.left_out.push(both!(
            "where cards lie on Kumu's maps: floke lays out by itself",
            "hvor kort ligger på kartene i Kumu: floke legger ut selv"
        ));
        if self.names.len() > 1 {
            let names: Vec<String> =
                self.names.iter().map(|(name, count)| format!("'{name}' ({count})")).collect();
            let (count, names) = (names.len(), names.join(", "));
            report.guessed.push(both!(
                "{count} maps became one, each element read once: {names}; '{MAP_COLUMN}' under 'extra' says which",
                "{count} kart ble ett, hvert element lest én gang: {names}; «{MAP_COLUMN}» under «extra» sier hvilke"
            ));
        }
    }
}
