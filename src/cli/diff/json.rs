//! `floke diff` as JSON: what came, went and changed, item by item, and the consequences.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map as Object, Value as Json, json};

use super::{Compared, Found};
use crate::analysis::compare::{Circle, Comparison, Flipped, Heard, ToldTurn, Turn};
use crate::cli::check::subject;
use crate::cli::loops::stopped_by;
use crate::exchange::{json as map_json, snake};
use crate::map::{Certainty, Conflict, Item, LinkId, Map, NodeId};

/// The whole answer. Two files give one object; states of a repository give a list `files` of such objects, and where
/// it is one map its fields beside it, so that programs need not look whether there are more; and a list `not_compared` of
/// what could not be read.
pub(super) fn document(found: &Found<'_>) -> Json {
    let mut objects: Vec<Json> = found.all.iter().map(one).collect();
    if found.files {
        return objects.pop().unwrap_or_else(|| json!({}));
    }
    let mut document = match objects.as_slice() {
        [Json::Object(only)] => only.clone(),
        _ => Object::new(),
    };
    document.insert("files".to_owned(), Json::Array(objects));
    let failed = found.failed.iter().map(|failure| {
        json!({
            "file": failure.file,
            "line": failure.place.map(|(line, _)| line),
            "column": failure.place.map(|(_, column)| column),
            "message": failure.what,
        })
    });
    document.insert("not_compared".to_owned(), failed.collect());
    Json::Object(document)
}

fn one(own: &Compared<'_>) -> Json {
    let comparison = &own.comparison;
    let touched = touched(comparison);
    let part = |map: &Map| {
        let mut document = map_json::document(&map.only(|id, _| touched.contains(id)));
        // Elsewhere their order says where they stand.
        for (at, (_, journey)) in map.journeys().into_iter().enumerate() {
            document["journeys"][at]["place"] = json!(journey.place);
        }
        document
    };
    let (old, new) = (part(&comparison.before), part(comparison.after));
    let list = |name: &str, keys: &[&str]| differences(&old[name], &new[name], keys);
    let heads = |field: &&str| old[*field] != new[*field];
    let map: Object<String, Json> = ["title", "language", "purpose", "aim", "note"]
        .iter()
        .filter(|field| heads(field))
        .map(|field| ((*field).to_owned(), json!([old[*field], new[*field]])))
        .collect();
    let renamed =
        comparison.renamed.iter().map(|(was, now)| json!({"was": was, "now": now})).collect::<Vec<_>>();
    json!({
        "old": own.pair.old_name,
        "new": own.pair.new_name,
        "nodes": list("nodes", &["id"]),
        "links": list("links", &["from", "to", "kind"]),
        "levels": list("levels", &["id"]),
        "areas": list("areas", &["id"]),
        "phases": list("phases", &["id"]),
        "effect_goals": list("effect_goals", &["id"]),
        "sources": list("sources", &["id"]),
        "loops": list("loops", &["id"]),
        "journeys": list("journeys", &["id"]),
        "findings_set_aside": list("findings_set_aside", &["key"]),
        "map": map,
        "order": order(comparison),
        "conflicts": conflicts(comparison),
        "renamed": renamed,
        "consequences": consequences(comparison),
    })
}

/// The ids of the lists that have another order, before and after: levels bottom to top, areas, phases, effect goals.
fn order(comparison: &Comparison<'_>) -> Object<String, Json> {
    fn ids<T>(list: &[T], id: impl Fn(&T) -> String) -> Json {
        list.iter().map(id).collect()
    }
    let of = |map: &Map, list: &str| match list {
        "levels" => Some(ids(map.levels(), |level| level.id.to_string())),
        "areas" => Some(ids(map.areas(), |area| area.id.to_string())),
        "phases" => Some(ids(map.phases(), |phase| phase.id.to_string())),
        "effect_goals" => Some(ids(map.goals(), |goal| goal.id.to_string())),
        _ => None,
    };
    let edits = comparison.change.edits.iter().filter(|edit| edit.item == Item::Map);
    let lists = edits.filter_map(|edit| {
        let list = edit.field.as_deref()?;
        Some((list.to_owned(), json!([of(&comparison.before, list)?, of(comparison.after, list)?])))
    });
    lists.collect()
}

/// Open conflicts that came, and those that were settled.
fn conflicts(comparison: &Comparison<'_>) -> Json {
    let (opened, settled) = comparison.conflicts();
    let rows = |all: Vec<&Conflict>| all.into_iter().map(map_json::whole_conflict).collect::<Vec<_>>();
    json!({"opened": rows(opened), "settled": rows(settled)})
}

/// The cards that a change touches by itself or by a link, and those of named loops, by which these say whether they are
/// broken: nothing else differs, and nothing else need be written to see that.
fn touched<'a>(comparison: &'a Comparison<'_>) -> BTreeSet<&'a NodeId> {
    let named = [&*comparison.before, comparison.after].into_iter().flat_map(|map| map.loops().values());
    let mut all: BTreeSet<&NodeId> = named.flat_map(|told| told.through.iter().map(|(id, _)| id)).collect();
    for edit in &comparison.change.edits {
        match &edit.item {
            Item::Node(id) => all.extend([id]),
            Item::Link(id) => all.extend([&id.from, &id.to]),
            _ => {}
        }
    }
    all
}

/// What two lists of objects have not in common; an object is the same one where the key fields are.
fn differences(old: &Json, new: &Json, keys: &[&str]) -> Json {
    let rows = |list: &'_ Json| -> Vec<(Vec<String>, Object<String, Json>)> {
        let objects = list.as_array().into_iter().flatten().filter_map(Json::as_object);
        let key = |own: &Object<String, Json>| {
            keys.iter()
                .map(|key| own.get(*key).and_then(Json::as_str).unwrap_or_default().to_owned())
                .collect()
        };
        objects.map(|own| (key(own), own.clone())).collect()
    };
    let (old, new) = (rows(old), rows(new));
    let before: BTreeMap<&Vec<String>, &Object<String, Json>> =
        old.iter().map(|(key, own)| (key, own)).collect();
    let after: BTreeMap<&Vec<String>, &Object<String, Json>> =
        new.iter().map(|(key, own)| (key, own)).collect();
    let added = new.iter().filter(|(key, _)| !before.contains_key(key)).map(|(_, own)| own);
    let removed = old.iter().filter(|(key, _)| !after.contains_key(key)).map(|(_, own)| own);
    let changed = new.iter().filter_map(|(key, now)| {
        let was = before.get(key)?;
        let mut names: Vec<&String> = now.keys().collect();
        names.extend(was.keys().filter(|name| !now.contains_key(*name)));
        let value = |own: &Object<String, Json>, name: &String| own.get(name).cloned().unwrap_or(Json::Null);
        let fields: Object<String, Json> = names
            .into_iter()
            // Whether a loop is broken is a consequence and stands there.
            .filter(|name| *name != "broken" && !same(name, &value(was, name), &value(now, name)))
            .map(|name| (name.clone(), json!([value(was, name), value(now, name)])))
            .collect();
        if fields.is_empty() {
            return None;
        }
        let mut row: Object<String, Json> =
            keys.iter().map(|name| ((*name).to_owned(), value(now, &(*name).to_owned()))).collect();
        row.insert("fields".to_owned(), Json::Object(fields));
        Some(Json::Object(row))
    });
    json!({
        "added": added.collect::<Vec<_>>(),
        "removed": removed.collect::<Vec<_>>(),
        "changed": changed.collect::<Vec<_>>(),
    })
}

/// Whether a field says the same. Tags and marks are in no order.
fn same(name: &str, was: &Json, now: &Json) -> bool {
    let sorted = |value: &Json| {
        let mut all: Vec<String> = value.as_array().into_iter().flatten().map(Json::to_string).collect();
        all.sort();
        all
    };
    was == now || matches!(name, "tags" | "marks") && sorted(was) == sorted(now)
}

fn link_json(id: &LinkId) -> Json {
    json!({"from": id.from, "to": id.to, "kind": id.kind.field()})
}

fn links_json(links: &[LinkId]) -> Vec<Json> {
    links.iter().map(link_json).collect()
}

fn circle(own: &Circle) -> Json {
    json!({
        "polarity": own.polarity.name(),
        "length": own.links.len(),
        "nodes": own.links.iter().map(|id| &id.from).collect::<Vec<_>>(),
        "links": links_json(&own.links),
    })
}

fn flipped(own: &Flipped) -> Json {
    let mut row = circle(&Circle { links: own.links.clone(), polarity: own.now });
    row["was"] = json!(own.was.name());
    row["now"] = json!(own.now.name());
    row
}

fn heard(own: &Heard) -> Json {
    json!({
        "lower": own.lower, "upper": own.upper, "direction": if own.up { "up" } else { "down" },
        "was": own.was.name(), "now": own.now.name(),
    })
}

fn told(own: &ToldTurn, comparison: &Comparison<'_>) -> Json {
    let title = comparison.after.loops().get(&own.id).or_else(|| comparison.before.loops().get(&own.id));
    let mut row = json!({"id": own.id, "title": title.map(|told| &told.title)});
    let links = |links: &[LinkId]| json!(links_json(links));
    match &own.turn {
        Turn::Broke(gone) => (row["turn"], row["gone"]) = (json!("broken"), links(gone)),
        Turn::Stopped(out) => (row["turn"], row["without"]) = (json!("stopped"), links(out)),
        Turn::Flipped(was, now) => {
            row["turn"] = json!("flipped");
            row["was"] = json!(was.name());
            row["now"] = json!(now.name());
        }
        Turn::Mended => row["turn"] = json!("mended"),
        Turn::Runs => row["turn"] = json!("runs"),
        Turn::New => row["turn"] = json!("added"),
        Turn::Dropped => row["turn"] = json!("removed"),
    }
    row
}

fn consequences(own: &Comparison<'_>) -> Json {
    let (circles, claims, hearing) = (&own.circles, &own.claims, &own.hearing);
    let certainty = |own: Option<Certainty>| own.map(|certainty| snake(certainty.as_str()));
    let ends = |(from, to): &(NodeId, NodeId)| json!({"from": from, "to": to});
    json!({
        "loops": {
            "added": circles.added.iter().map(circle).collect::<Vec<_>>(),
            "removed": circles.removed.iter().map(circle).collect::<Vec<_>>(),
            "flipped": circles.flipped.iter().map(flipped).collect::<Vec<_>>(),
            "complete": circles.complete,
            "bound": {
                "max_length": circles.max_length,
                "complete_to": circles.complete_to,
                "stopped_by": stopped_by(circles.stopped_by),
            },
        },
        "named_loops": own.told.iter().map(|turn| told(turn, own)).collect::<Vec<_>>(),
        "verdicts": hearing.pairs.iter().map(heard).collect::<Vec<_>>(),
        "rungs": hearing.rungs.iter().map(heard).collect::<Vec<_>>(),
        "no_longer_heard": hearing.unheard.iter().map(ends).collect::<Vec<_>>(),
        "newly_heard": hearing.newly_heard.iter().map(ends).collect::<Vec<_>>(),
        "hearing_complete": !hearing.cut_short,
        "nodes_cut_off": own.nodes_cut_off(),
        "certainty_raised": claims.raised.iter().map(|raised| json!({
            "subject": subject(&raised.item), "was": certainty(raised.was), "now": certainty(Some(raised.now)),
        })).collect::<Vec<_>>(),
        "signs": claims.signs.iter().map(|turn| {
            let mut row = link_json(&turn.link);
            row["was"] = json!(turn.was.symbol().to_string());
            row["now"] = json!(turn.now.symbol().to_string());
            row
        }).collect::<Vec<_>>(),
        "new_meaning": claims.relabelled.iter().map(|label| json!({
            "id": label.node, "was": label.was, "now": label.now,
        })).collect::<Vec<_>>(),
        "broken_steps": own.broken_steps.iter().map(|step| json!({
            "journey": step.journey, "step": step.step, "gone": subject(&step.gone),
        })).collect::<Vec<_>>(),
        "lost_sources": claims.lost_sources.iter().map(subject).collect::<Vec<_>>(),
        "without_source": claims.without_source.iter().map(link_json).collect::<Vec<_>>(),
    })
}
