//! A map as a blueprint for Kumu.

use serde_json::{Map as Object, Value as Json, json};

use super::super::csv::cards::is_alias;
use super::super::csv::cell::folded;
use super::super::csv::fields::{CARD_FIRST, CARD_MORE, LINK_FIRST, LINK_MORE, of_card, of_link};
use super::super::snake;
use super::super::update::state::{LABEL, STATE};
use crate::map::{Kind, Link, LinkId, LinkKind, Map, Node, Role, Sign};

/// The map as one JSON document that Kumu imports: cards by id as elements, links by from, to, kind as connections.
///
/// The type of an element is its role or kind, that of a cause its sign, that of any other link its kind. What else a
/// card or a link says has a key of the name that it has here; `floke` at the top lets it be read back as such.
#[must_use]
pub fn write(map: &Map) -> Json {
    let elements: Vec<Json> = map.nodes().map(|(id, node)| element(map, id.as_str(), node)).collect();
    let connections: Vec<Json> = map.links().map(|(id, link)| connection(id, link)).collect();
    json!({"floke": 1, "title": map.head().title, "elements": elements, "connections": connections})
}

fn element(map: &Map, id: &str, node: &Node) -> Json {
    let role = node.role.filter(|_| node.kind == Kind::Cause);
    let mut fields = Object::new();
    fields.insert("id".to_owned(), id.into());
    fields.insert("label".to_owned(), node.label.clone().into());
    fields.insert("type".to_owned(), snake(role.map_or(node.kind.as_str(), Role::as_str)).into());
    if !node.note.is_empty() {
        fields.insert("description".to_owned(), node.note.join("\n").into());
    }
    if !node.tags.is_empty() {
        fields.insert("tags".to_owned(), node.tags.clone().into());
    }
    for column in CARD_FIRST.iter().chain(CARD_MORE) {
        let cell = match *column {
            "id" | "label" | "kind" | "note" | "tags" => continue,
            "role" if role.is_some() => continue,
            // People read names there; import finds a level or an area by either.
            "level" => node.level.as_ref().and_then(|id| map.level(id)).map(|level| level.name.clone()),
            "area" => node.area.as_ref().and_then(|id| map.area(id)).map(|area| area.name.clone()),
            column => Some(of_card(node, column)),
        };
        if let Some(cell) = cell.filter(|cell| !cell.is_empty()) {
            fields.insert((*column).to_owned(), cell.into());
        }
    }
    extra(&mut fields, &node.extra, &[CARD_FIRST, CARD_MORE]);
    Json::Object(fields)
}

fn connection(id: &LinkId, link: &Link) -> Json {
    let sign = link.sign.unwrap_or(Sign::Unknown).symbol().to_string();
    let mut fields = Object::new();
    fields.insert("from".to_owned(), id.from.as_str().into());
    fields.insert("to".to_owned(), id.to.as_str().into());
    fields.insert("direction".to_owned(), "directed".into());
    let plain = id.kind == LinkKind::Causes;
    fields.insert("type".to_owned(), if plain { sign.clone() } else { id.kind.field().to_owned() }.into());
    if !plain && link.sign.is_some() {
        fields.insert("polarity".to_owned(), sign.into());
    }
    if !link.note.is_empty() {
        fields.insert("description".to_owned(), link.note.join("\n").into());
    }
    for column in LINK_FIRST.iter().chain(LINK_MORE) {
        let cell = of_link(link, column);
        if !cell.is_empty() && !matches!(*column, "polarity" | "note") {
            fields.insert((*column).to_owned(), cell.into());
        }
    }
    extra(&mut fields, &link.extra, &[LINK_FIRST, LINK_MORE, &["type", "label", "direction"]]);
    Json::Object(fields)
}

/// Puts in the columns that came from elsewhere; one that is called like one of ours gets `extra:` before it.
fn extra(
    fields: &mut Object<String, Json>,
    columns: &std::collections::BTreeMap<String, String>,
    ours: &[&[&str]],
) {
    for (key, value) in columns.iter().filter(|(key, _)| *key != STATE && *key != LABEL) {
        let known = folded(key);
        let clash = fields.contains_key(key)
            || ours.iter().copied().flatten().any(|own| folded(own) == known)
            || is_alias(&known)
            || matches!(known.as_str(), "from" | "to" | "id" | "attributes" | "reversed" | "delayed")
            || key.starts_with("extra:")
            || key.starts_with('_');
        let key = if clash { format!("extra:{key}") } else { key.clone() };
        fields.insert(key, value.clone().into());
    }
}
