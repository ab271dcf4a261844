//! A map as DOT, for Graphviz: levels as clusters from the top, signs and styles on the links.
//!
//! Ids are our own; labels are quoted strings and go through [`escape::dot`](super::escape::dot), never HTML.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::escape::dot as safe;
use super::said;
use crate::layout::board::area_hue;
use crate::layout::line::{Stroke, sign_role};
use crate::map::{Kind, Link, LinkId, Map, Node, NodeId};
use crate::palette::Role;
use crate::palette::paper;
use crate::text::glyph::UNICODE;
use crate::text::{Lang, wrap};

/// How many letters of a label stand on a line.
const LINE: usize = 22;

/// The graph of a map, or of what a part left of one; `part` says which, and is empty for the whole.
#[must_use]
pub fn write(map: &Map, part: &str, lang: Lang) -> String {
    let title = if part.is_empty() { safe(&map.head().title) } else { safe(part) };
    let names: BTreeMap<&NodeId, String> =
        map.nodes().enumerate().map(|(at, (id, _))| (id, format!("n{}", at + 1))).collect();
    let mut out = format!(
        "digraph floke {{\n  graph [label=\"{}\", labelloc=t, rankdir=TB, newrank=true, charset=\"UTF-8\", \
         fontname=\"Helvetica\", fontsize=20];\n  node [shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\", \
         fontname=\"Helvetica\", fontsize=11];\n  edge [fontname=\"Helvetica\", fontsize=11];\n",
        title
    );
    let mut placed = Vec::new();
    let mut rows = Rows::default();
    for (at, level) in map.levels().iter().rev().enumerate() {
        let here: Vec<_> = map.nodes().filter(|(_, node)| node.level.as_ref() == Some(&level.id)).collect();
        if here.is_empty() {
            continue;
        }
        let _ = writeln!(
            out,
            "  subgraph cluster_{} {{\n    label=\"{}\"; labeljust=l; fontsize=13; color=\"{}\";",
            at + 1,
            safe(&level.name),
            paper::RULE.light
        );
        for (id, node) in &here {
            card(map, (&names[id], id), node, lang, &mut out);
            placed.push(*id);
        }
        let own: Vec<&str> = here.iter().map(|(id, _)| names[id].as_str()).collect();
        rows.add(&own, "    ", &mut out);
        out.push_str("  }\n");
        rows.below(&own, &mut out);
    }
    let free: Vec<_> = map.nodes().filter(|(id, _)| !placed.contains(id)).collect();
    for (id, node) in &free {
        card(map, (&names[id], id), node, lang, &mut out);
    }
    let levelled = !placed.is_empty();
    if levelled && !free.is_empty() {
        let own: Vec<&str> = free.iter().map(|(id, _)| names[id].as_str()).collect();
        rows.add(&own, "  ", &mut out);
        rows.below(&own, &mut out);
    }
    // Words that take room of their own between levels that are held apart are more than some versions of dot can do.
    let said_as = if levelled { "xlabel" } else { "label" };
    if levelled {
        // Where cards stand is said by their levels; links go where they have to.
        out.push_str("  edge [constraint=false];\n");
    }
    for (id, link) in map.links() {
        arrow(map, &names, (id, link), (lang, said_as), &mut out);
    }
    out.push_str("}\n");
    out
}

/// How many cards of a level stand beside each other before the next row begins.
const ROW: usize = 8;

/// Cards of one level beside each other, and the levels below each other.
#[derive(Default)]
struct Rows {
    last: Option<String>,
}

impl Rows {
    /// Says which cards of a level stand beside each other.
    fn add(&self, cards: &[&str], indent: &str, out: &mut String) {
        for row in cards.chunks(ROW) {
            let _ = writeln!(out, "{indent}{{ rank=same; {}; }}", row.join("; "));
        }
    }

    /// Lines that nobody sees keep the rows below each other, and below those of the level above.
    fn below(&mut self, cards: &[&str], out: &mut String) {
        for name in cards.chunks(ROW).filter_map(|row| row.first()) {
            if let Some(above) = self.last.replace((*name).to_owned()) {
                let _ = writeln!(out, "  {above} -> {name} [style=invis, weight=0];");
            }
        }
    }
}

fn card(map: &Map, (name, id): (&str, &NodeId), node: &Node, lang: Lang, out: &mut String) {
    let lines: Vec<String> = wrap(&crate::text::visible(map.name_of(id)), LINE, map.lang_or(lang))
        .iter()
        .map(|line| safe(line))
        .collect();
    let shape = match node.kind {
        Kind::Actor => "ellipse",
        Kind::Measure => "parallelogram",
        Kind::Benefit => "hexagon",
        Kind::Note => "note",
        Kind::Cause => "box",
    };
    let area = node.area.as_ref().and_then(|own| map.areas().iter().position(|area| area.id == *own));
    let edge = area.map_or(paper::QUIET, |at| paper::of_hue(area_hue(map, at)));
    let _ = writeln!(
        out,
        "    {name} [label=\"{} {}\", shape={shape}, color=\"{}\", fontcolor=\"{}\"];",
        node.glyph(&UNICODE),
        lines.join("\\n"),
        edge.light,
        paper::TEXT.light
    );
}

fn arrow(
    map: &Map,
    names: &BTreeMap<&NodeId, String>,
    (id, link): (&LinkId, &Link),
    (lang, said_as): (Lang, &str),
    out: &mut String,
) {
    let (Some(from), Some(to)) = (names.get(&id.from), names.get(&id.to)) else { return };
    let style = match Stroke::of(link) {
        Stroke::Thin => "solid",
        Stroke::Strong => "bold",
        Stroke::Dashed => "dashed",
        Stroke::Dotted => "dotted",
    };
    let ink = match (link.missing, link.sign) {
        (true, _) => paper::letters(Role::Ghost),
        (_, Some(sign)) => paper::letters(sign_role(sign)),
        _ => paper::TEXT,
    };
    let mut label = if id.kind.has_sign() {
        said::sign(map, id).to_owned()
    } else {
        link.verb(id.kind, lang).into_owned()
    };
    if link.delay {
        label = format!("{label} {}", UNICODE.delay);
    }
    if link.missing {
        label = format!("{label} {}", lang.words().links.missing);
    }
    let struck = link.certainty == Some(crate::map::Certainty::Refuted);
    let head = if struck { ", arrowhead=tee" } else { "" };
    let _ = writeln!(
        out,
        "  {from} -> {to} [{said_as}=\"{}\", style={style}, color=\"{ink}\", fontcolor=\"{ink}\"{head}];",
        safe(&label),
        ink = ink.light
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_cannot_end_its_string() {
        let mut map = Map::new("\"]; evil [");
        map.insert_node("a".into(), Node::new(Kind::Cause, "\"; }\\")).expect("new");
        let graph = write(&map, "", Lang::En);
        assert!(graph.contains("label=\"\\\"]; evil [\""), "{graph}");
        assert!(graph.contains("label=\"▪ \\\"; }\\\\\""), "{graph}");
    }

    #[test]
    fn every_level_stands_below_the_one_above_it() {
        use crate::map::{Frame, Level, LinkKind};
        let level = |id: &str| Level { id: id.into(), name: id.to_owned(), part_of: None };
        let frame = Frame { levels: vec![level("low"), level("top")], ..Frame::default() };
        let mut map = Map::new("x").with_frame(frame);
        for n in 0..12 {
            let own = (n < 10).then(|| if n % 2 == 0 { "low".into() } else { "top".into() });
            let node = Node { level: own, ..Node::new(Kind::Cause, format!("c{n}")) };
            map.insert_node(NodeId::new(format!("c{n:02}")), node).expect("new");
        }
        map.insert_link(LinkId::new("c00", LinkKind::Causes, "c01"), Link::default()).expect("new");
        let graph = write(&map, "", Lang::En);
        assert!(graph.contains("{ rank=same; n2; n4; n6; n8; n10; }"), "{graph}");
        assert!(graph.contains("{ rank=same; n1; n3; n5; n7; n9; }"), "{graph}");
        assert!(graph.contains("n2 -> n1 [style=invis"), "top first: {graph}");
        assert!(graph.contains("n1 -> n11 [style=invis"), "those without a level last: {graph}");
        let (free, up) = (graph.find("constraint=false"), graph.find("n1 -> n2 [xlabel"));
        assert!(free.is_some() && free < up, "a link upwards moves no level: {graph}");
    }
}
