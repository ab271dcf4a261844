//! A map as a Mermaid flowchart, the way GitHub renders it: levels as subgraphs, signs on the links.
//!
//! Ids are our own (`n1`, `l1`), so that no id of a map means something to Mermaid; labels go through
//! [`escape::mermaid`](super::escape::mermaid). No directives, no clicks, no markup.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::escape::mermaid as safe;
use super::part::Part;
use super::said;
use crate::layout::card::node_role;
use crate::layout::line::Stroke;
use crate::map::{Certainty, JourneyId, Link, LinkId, Map, Node, NodeId};
use crate::palette::paper;
use crate::text::glyph::UNICODE;
use crate::text::{Lang, visible};

/// The names that cards have in a chart.
type Names<'a> = BTreeMap<&'a NodeId, String>;

/// The chart of a part of a map, under its title. A journey has its steps in order, each with its own cards.
#[must_use]
pub fn write(map: &Map, part: &Part, lang: Lang) -> String {
    let mut out = front(map, part, lang);
    out.push_str("flowchart TD\n");
    match part {
        Part::Journey(id) => journey(map, id, lang, &mut out),
        _ => chart(&part.of(map), lang, &mut out),
    }
    out
}

/// The title of the part, or of the map; nothing where neither has one. It stands in front of the chart as YAML, and
/// everything but letters, digits and harmless signs as its number, so that it ends neither its text nor the front.
fn front(map: &Map, part: &Part, lang: Lang) -> String {
    let title = part.title(map, lang);
    let title = if title.is_empty() { visible(&map.head().title).into_owned() } else { title };
    if title.trim().is_empty() {
        return String::new();
    }
    let mut out = String::from("---\ntitle: \"");
    for letter in title.chars() {
        let plain = matches!(letter, ' ' | ',' | '.' | '-' | '–' | '…' | '?' | '«' | '»' | '(' | ')');
        if letter.is_alphanumeric() || plain {
            out.push(letter);
        } else {
            let _ = write!(out, "\\U{:08X}", u32::from(letter));
        }
    }
    out + "\"\n---\n"
}

fn chart(map: &Map, lang: Lang, out: &mut String) {
    let names: Names = map.nodes().enumerate().map(|(at, (id, _))| (id, format!("n{}", at + 1))).collect();
    let mut placed = Vec::new();
    for (at, level) in map.levels().iter().rev().enumerate() {
        let here: Vec<_> = map.nodes().filter(|(_, node)| node.level.as_ref() == Some(&level.id)).collect();
        if here.is_empty() {
            continue;
        }
        let _ = writeln!(out, "  subgraph l{}[\"{}\"]", at + 1, safe(&level.name));
        for (id, node) in here {
            card((&names[id], map.name_of(id)), node, "    ", out);
            placed.push(id);
        }
        out.push_str("  end\n");
    }
    for (id, node) in map.nodes().filter(|(id, _)| !placed.contains(id)) {
        card((&names[id], map.name_of(id)), node, "  ", out);
    }
    let mut styles = Vec::new();
    for (at, (id, link)) in map.links().enumerate() {
        arrow(map, &names, (id, link), lang, out);
        styles.extend(style(link).map(|style| format!("  linkStyle {at} {style}")));
    }
    for line in styles {
        let _ = writeln!(out, "{line}");
    }
    let named: Vec<_> = map.nodes().map(|(id, node)| (node, names[id].as_str())).collect();
    colours(&named, out);
}

/// The steps one after the other: each holds what it shows, a card once in every step that shows it.
fn journey(map: &Map, id: &JourneyId, lang: Lang, out: &mut String) {
    let told = map.journeys().into_iter().find(|(own, _)| *own == id).map(|(_, told)| &told.steps);
    let (mut drawn, mut styles, mut all) = (0, Vec::new(), Vec::new());
    let steps = told.map_or(&[][..], Vec::as_slice);
    for (step, number) in steps.iter().zip(1..) {
        let title = said::show_title(map, &step.show, lang);
        let _ = writeln!(out, "  subgraph s{number}[\"{number} {}\"]", safe(&title));
        let walk = said::walk_of(map, &step.show);
        let links = walk.map_or_else(Vec::new, |walk| walk.links);
        let ends = links.iter().flat_map(|link| [&link.from, &link.to]);
        let now = |id| map.find_node(id).map(|(id, _)| id);
        let mut names = Names::new();
        for id in step.show.nodes().into_iter().chain(ends).filter_map(now) {
            let name = format!("s{number}n{}", names.len() + 1);
            if let (false, Some(node)) = (names.contains_key(id), map.node(id)) {
                card((&name, map.name_of(id)), node, "    ", out);
                all.push((node, name.clone()));
                names.insert(id, name);
            }
        }
        if names.is_empty() {
            let said = step.remark.first().cloned().or_else(|| said::show_words(map, &step.show, lang).pop());
            let _ = writeln!(out, "    s{number}n1[\"{}\"]", safe(&said.unwrap_or_default()));
        }
        for id in &links {
            let (Some(from), Some(to)) = (now(&id.from), now(&id.to)) else { continue };
            let id = LinkId { from: from.clone(), to: to.clone(), kind: id.kind };
            let Some(link) = map.link(&id) else { continue };
            arrow(map, &names, (&id, link), lang, out);
            styles.extend(style(link).map(|style| format!("  linkStyle {drawn} {style}")));
            drawn += 1;
        }
        out.push_str("  end\n");
    }
    for number in 1..steps.len() {
        let _ = writeln!(out, "  s{number} --> s{}", number + 1);
    }
    for line in styles {
        let _ = writeln!(out, "{line}");
    }
    colours(&all.iter().map(|(node, name)| (*node, name.as_str())).collect::<Vec<_>>(), out);
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

fn arrow(map: &Map, names: &Names<'_>, (id, link): (&LinkId, &Link), lang: Lang, out: &mut String) {
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
fn colours(cards: &[(&Node, &str)], out: &mut String) {
    let mut by_ink: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for (node, name) in cards {
        by_ink.entry(paper::letters(node_role(node))).or_default().push(name);
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
        let chart = write(&map, &Part::Whole, Lang::En);
        assert!(chart.contains("\n  n1([\"◉ Åse\"])\n"), "{chart}");
        assert!(chart.contains("\n  n2[\"▪ end#34;#93;#59; click n1 #34;javascript#58;x\"]\n"), "{chart}");
        assert!(chart.contains("\n  n1 -->|\"(−) ‖\"| n2\n"), "{chart}");
    }

    #[test]
    fn a_title_ends_neither_its_text_nor_the_front() {
        let evil = "Å \"x\" \\\n---\n%%{init: {}}%%\nflowchart LR; <b>{a: 1}#quot;";
        let map = Map::new(evil);
        let chart = write(&map, &Part::Whole, Lang::En);
        let lines: Vec<&str> = chart.lines().collect();
        assert_eq!((lines[0], lines[2], lines[3]), ("---", "---", "flowchart TD"), "{chart}");
        let title = lines[1].strip_prefix("title: \"").and_then(|rest| rest.strip_suffix('"'));
        let title = title.expect("a text in quotes");
        assert!(title.starts_with("Å ") && !title.contains(['"', '%', '<', '{', ':', '#', ';']), "{title}");
        assert!(title.split('\\').skip(1).all(|rest| rest.starts_with("U0000")), "{title}");
        assert!(write(&Map::new(""), &Part::Whole, Lang::En).starts_with("flowchart TD"));
    }

    #[test]
    fn a_journey_keeps_its_steps_in_order_and_each_its_cards() {
        let text = include_str!("../../maps/complex-needs.floke.ron");
        let opened = crate::file::open::open_text("x", text.to_owned()).expect("a map");
        let map = opened.document.to_map().expect("no faults");
        let (id, told) = map.journeys()[0];
        let chart = write(&map, &Part::Journey(id.clone()), Lang::En);
        let at = |text: &str| chart.find(text).unwrap_or_else(|| panic!("{text}:\n{chart}"));
        for number in 1..told.steps.len() {
            let (this, next) = (format!("  subgraph s{number}["), format!("  subgraph s{}[", number + 1));
            assert!(at(&this) < at(&next) && at(&next) < at(&format!("  s{number} --> s{}", number + 1)));
        }
        let arrows = chart.lines().filter(|line| line.contains("|\"")).count();
        let last = chart.lines().filter_map(|line| line.strip_prefix("  linkStyle ")?.split(' ').next());
        assert!(last.filter_map(|at| at.parse::<usize>().ok()).all(|at| at < arrows), "{chart}");
    }
}
