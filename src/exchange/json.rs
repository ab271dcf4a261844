//! A map as one JSON document, for programs. Names and order of the fields are part of the command line's
//! promise; fields that hold nothing are left out, but for the few that programs always look for.

use serde_json::{Map as Object, Value as Json, json};

use crate::map::{Conflict, Link, LinkId, Map, NamedLoop, Node, Show, Step, Value};

use super::snake;

/// The whole map. Nodes stand by id, links by from, to and kind, levels bottom to top.
#[must_use]
pub fn document(map: &Map) -> Json {
    let head = map.head();
    json!({
        "title": head.title,
        "language": head.language,
        "purpose": head.purpose,
        "aim": head.aim,
        "note": head.note,
        "levels": map.levels().iter().map(|level| json!({
            "id": level.id, "name": level.name, "part_of": level.part_of,
        })).collect::<Vec<_>>(),
        "phases": map.phases().iter().map(|phase| json!({"id": phase.id, "name": phase.name})).collect::<Vec<_>>(),
        "effect_goals": map.goals().iter().map(|goal| json!({
            "id": goal.id, "text": goal.text, "level": goal.level,
        })).collect::<Vec<_>>(),
        "areas": map.areas().iter().map(|area| json!({
            "id": area.id, "name": area.name, "part_of": area.part_of,
            "color": area.color.map(|color| snake(color.as_str())),
        })).collect::<Vec<_>>(),
        "nodes": map.nodes().map(|(id, node)| of_node(id.as_str(), node)).collect::<Vec<_>>(),
        "links": map.links().map(|(id, link)| of_link(id, link)).collect::<Vec<_>>(),
        "sources": map.sources().iter().map(|(id, source)| {
            with(json!({"id": id}), lower(plain(source), &["kind"]))
        }).collect::<Vec<_>>(),
        "loops": map.loops().iter().map(|(id, told)| of_loop(map, id.as_str(), told)).collect::<Vec<_>>(),
        "journeys": map.journeys().into_iter().map(|(id, journey)| json!({
            "id": id, "title": journey.title, "steps": journey.steps.iter().map(of_step).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "findings_set_aside": map.set_aside().iter().map(|(key, aside)| json!({
            "key": key, "reason": aside.reason, "rests_on": aside.rests_on,
        })).collect::<Vec<_>>(),
        // What the sides say may be what is not to be passed on.
        "conflicts": map.conflicts().iter().map(of_conflict).collect::<Vec<_>>(),
    })
}

/// What an open conflict is about, without what the sides say.
fn of_conflict(conflict: &Conflict) -> Json {
    json!({
        "at": conflict.at,
        "field": (!conflict.field.is_empty()).then_some(&conflict.field),
        "what": conflict.what.map(|what| snake(what.as_str())),
        "deleted_by": conflict.deleted_by.map(|side| snake(side.as_str())),
    })
}

/// An open conflict with what the sides say, as it stands in the file.
#[must_use]
pub fn whole_conflict(conflict: &Conflict) -> Json {
    let value = |value: &Option<Value>| value.as_ref().map(|value| value.as_str().to_owned());
    let mut row = of_conflict(conflict);
    row["base"] = json!(value(&conflict.base));
    row["ours"] = json!(value(&conflict.ours));
    row["theirs"] = json!(value(&conflict.theirs));
    row
}

fn of_node(id: &str, node: &Node) -> Json {
    let first = json!({
        "id": id,
        "label": node.label,
        "kind": snake(node.kind.as_str()),
        "level": node.level,
        "area": node.area,
    });
    let choices =
        ["role", "now", "origin", "stance", "involvement", "stage", "measured", "certainty", "marks"];
    with(first, lower(plain(node), &choices))
}

fn of_link(id: &LinkId, link: &Link) -> Json {
    let first = json!({
        "from": id.from,
        "to": id.to,
        "kind": id.kind.field(),
        "polarity": link.sign.map(|sign| sign.symbol().to_string()),
        "delay": link.delay,
        "strength": link.strength,
        "certainty": link.certainty.map(|certainty| snake(certainty.as_str())),
        "missing": link.missing,
    });
    let mut rest = lower(plain(link), &["about"]);
    rest.remove("sign");
    with(first, rest)
}

fn of_loop(map: &Map, id: &str, told: &NamedLoop) -> Json {
    let links: Vec<LinkId> = told.links().collect();
    json!({
        "id": id,
        "title": told.title,
        "nodes": told.through.iter().map(|(node, _)| node).collect::<Vec<_>>(),
        "links": links.iter().map(link_name).collect::<Vec<_>>(),
        "broken": links.is_empty() || links.iter().any(|link| map.link(link).is_none()),
        "note": told.note,
    })
}

fn link_name(id: &LinkId) -> Json {
    json!({"from": id.from, "to": id.to, "kind": id.kind.field()})
}

fn of_step(step: &Step) -> Json {
    let links = || step.show.links().iter().map(link_name).collect::<Vec<_>>();
    let show = match &step.show {
        Show::Text => json!({"what": "text"}),
        Show::Event(node) => json!({"what": "event", "node": node}),
        Show::Node(node) => json!({"what": "node", "node": node}),
        Show::Link(..) => json!({"what": "link", "links": links()}),
        Show::Chain(..) => json!({"what": "chain", "links": links()}),
        Show::Quote(node, source) => json!({"what": "quote", "node": node, "source": source}),
        Show::Loop(told) => json!({"what": "loop", "loop": told}),
        Show::Levels(lower, upper) => json!({"what": "levels", "lower": lower, "upper": upper}),
        Show::WhatIf(changed, steps) => json!({
            "what": "what_if",
            "change": changed.iter().map(|(node, sign)| {
                json!({"node": node, "direction": sign.symbol().to_string()})
            }).collect::<Vec<_>>(),
            "steps": steps,
        }),
    };
    json!({"show": show, "remark": step.remark})
}

/// A record as an object of the fields that hold something.
fn plain<T: serde::Serialize>(record: &T) -> Object<String, Json> {
    match serde_json::to_value(record) {
        Ok(Json::Object(fields)) => fields,
        _ => Object::new(),
    }
}

/// The words of these fields in small letters: `OnEdge` is `on_edge`.
fn lower(mut fields: Object<String, Json>, choices: &[&str]) -> Object<String, Json> {
    for name in choices {
        match fields.get_mut(*name) {
            Some(Json::String(word)) => *word = snake(word),
            Some(Json::Array(words)) => {
                for word in words {
                    if let Json::String(word) = word {
                        *word = snake(word);
                    }
                }
            }
            _ => {}
        }
    }
    fields
}

/// `first`, and behind it those of `rest` that are not in it yet.
fn with(first: Json, rest: Object<String, Json>) -> Json {
    let Json::Object(mut fields) = first else { return first };
    for (name, value) in rest {
        fields.entry(name).or_insert(value);
    }
    Json::Object(fields)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Involvement, Kind, LinkKind, Sign};

    #[test]
    fn fields_stand_in_their_order_with_small_words() {
        let mut map = Map::new("x");
        let mut actor = Node::new(Kind::Actor, "A");
        actor.involvement = Some(Involvement::OnEdge);
        map.insert_node("a".into(), actor).expect("new");
        let id = LinkId::new("a", LinkKind::ActsOn, "a");
        map.insert_link(id, Link { strength: Some(2), ..Link::signed(Sign::Minus) }).expect("new");
        let json = document(&map);
        assert_eq!(
            json["nodes"][0].to_string(),
            r#"{"id":"a","label":"A","kind":"actor","level":null,"area":null,"involvement":"on_edge"}"#
        );
        assert_eq!(
            json["links"][0].to_string(),
            r#"{"from":"a","to":"a","kind":"acts_on","polarity":"-","delay":false,"strength":2,"certainty":null,"missing":false}"#
        );
        let names: Vec<&String> = json.as_object().expect("an object").keys().collect();
        assert_eq!(names[..4], ["title", "language", "purpose", "aim"]);
    }

    #[test]
    fn a_loop_with_a_link_that_is_gone_is_broken() {
        let mut frame = Map::new("x").frame();
        let told = NamedLoop { through: vec![("a".into(), LinkKind::Causes)], ..NamedLoop::default() };
        frame.loops.insert("l".into(), told);
        let mut map = Map::new("x").with_frame(frame);
        assert_eq!(document(&map)["loops"][0]["broken"], true);
        map.insert_node("a".into(), Node::new(Kind::Cause, "A")).expect("new");
        map.insert_link(LinkId::new("a", LinkKind::Causes, "a"), Link::default()).expect("new");
        assert_eq!(document(&map)["loops"][0]["broken"], false);
    }
}
