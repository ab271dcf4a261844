//! A map as a Mermaid flowchart, the way GitHub renders it: levels as subgraphs, signs on the links.
//!
//! Ids are our own (`n1`, `l1`), so that no id of a map means something to Mermaid; labels go through
//! [`escape::mermaid`](super::escape::mermaid). No directives, no clicks, no markup.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::escape::mermaid as safe;
use super::said;
use crate::layout::card::node_role;
use crate::layout::line::Stroke;
use crate::map::{Certainty, Link, LinkId, Map, Node, NodeId};
use crate::palette::paper;
use crate::text::Lang;
use crate::text::glyph::UNICODE;

/// The chart of a map, or of what a part left of one.
#[must_use]
pub fn write(map: &Map, lang: Lang) -> String {
    let names: BTreeMap<&NodeId, String> =
        map.nodes().enumerate().map(|(at, (id, _))| (id, format!("n{}", at + 1))).collect();
    let mut out = String::from("flowchart TD\n");
    let mut placed = Vec::new();
    for (at, level) in map.levels().iter().rev().enumerate() {
        let here: Vec<_> = map.nodes().filter(|(_, node)| node.level.as_ref() == Some(&level.id)).collect();
        if here.is_empty() {
            continue;
        }
        let _ = writeln!(out, "  subgraph l{}[\"{}\"]", at + 1, safe(&level.name));
        for (id, node) in here {
            card((&names[id], map.name_of(id)), node, "    ", &mut out);
            placed.push(id);
        }
        out.push_str("  end\n");
    }
    for (id, node) in map.nodes().filter(|(id, _)| !placed.contains(id)) {
        card((&names[id], map.name_of(id)), node, "  ", &mut out);
    }
    let mut styles = Vec::new();
    for (at, (id, link)) in map.links().enumerate() {
        arrow(map, &names, (id, link), lang, &mut out);
        styles.extend(style(link).map(|style| format!("  linkStyle {at} {style}")));
    }
    for line in styles {
        let _ = writeln!(out, "{line}");
    }
    colours(map, &names, &mut out);
    out
}

fn card((name, label): (&str, &str), node: &Node, indent: &str, out: &mut String) {
    let glyph = node.glyph(&UNICODE);
    let label = safe(label);
    // Round for actors, slanted for measures, as their glyphs are told apart too.
    let (open, close) = match node.kind {
        crate::map::Kind::Actor => ("([", "])"),
        crate::map::Kind::Measure => ("[/", "/]"),
        crate::map::Kind::Benefit => ("{{", "}}"),
        _ => ("[", "]"),
    };
    let _ = writeln!(out, "{indent}{name}{open}\"{glyph} {label}\"{close}");
}

fn arrow(
    map: &Map,
    names: &BTreeMap<&NodeId, String>,
    (id, link): (&LinkId, &Link),
    lang: Lang,
    out: &mut String,
) {
    let (Some(from), Some(to)) = (names.get(&id.from), names.get(&id.to)) else { return };
    let line = match Stroke::of(link) {
        Stroke::Thin => "-->",
        Stroke::Strong => "==>",
        Stroke::Dashed | Stroke::Dotted => "-.->",
    };
    let mut said = Vec::new();
    if id.kind.has_sign() {
        said.push(format!("({})", said::sign(map, id)));
    } else {
        said.push(link.verb(id.kind, lang).into_owned());
    }
    if link.delay {
        said.push(UNICODE.delay.to_owned());
    }
    if link.missing {
        said.push(lang.words().links.missing.to_owned());
    }
    if link.certainty == Some(Certainty::Refuted) {
        said.push(Certainty::Refuted.word(lang).to_owned());
    }
    let _ = writeln!(out, "  {from} {line}|\"{}\"| {to}", safe(&said.join(" ")));
}

fn style(link: &Link) -> Option<String> {
    let ink = match (link.missing, link.sign) {
        (true, _) => paper::letters(crate::palette::Role::Ghost),
        (_, Some(sign)) => paper::letters(crate::layout::line::sign_role(sign)),
        (_, None) => return None,
    };
    Some(format!("stroke:{}", ink.light))
}

/// The edge of each card in the colour of its kind.
fn colours(map: &Map, names: &BTreeMap<&NodeId, String>, out: &mut String) {
    let mut by_ink: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for (id, node) in map.nodes() {
        by_ink.entry(paper::letters(node_role(node))).or_default().push(&names[id]);
    }
    for (ink, names) in by_ink {
        let class = ink.name.replace('-', "");
        let _ =
            writeln!(out, "  classDef {class} fill:#ffffff,stroke:{},color:{}", ink.light, paper::TEXT.light);
        let _ = writeln!(out, "  class {} {class}", names.join(","));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, LinkKind, Sign};

    #[test]
    fn names_are_our_own_and_labels_are_quoted() {
        let mut map = Map::new("x");
        map.insert_node("end".into(), Node::new(Kind::Cause, "end\"]; click n1 \"javascript:x"))
            .expect("new");
        map.insert_node("b".into(), Node::new(Kind::Actor, "Åse")).expect("new");
        let id = LinkId::new("b", LinkKind::ActsOn, "end");
        map.insert_link(id, Link { delay: true, ..Link::signed(Sign::Minus) }).expect("new");
        let chart = write(&map, Lang::En);
        assert!(chart.contains("\n  n1([\"◉ Åse\"])\n"), "{chart}");
        assert!(chart.contains("\n  n2[\"▪ end#34;#93;#59; click n1 #34;javascript#58;x\"]\n"), "{chart}");
        assert!(chart.contains("\n  n1 -->|\"(−) ‖\"| n2\n"), "{chart}");
    }
}
