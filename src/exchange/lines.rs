//! A map in readable lines, one fact a line, for `git diff`, `git log -p` and `git blame`: what named loops do and who
//! hears whom first, so that a difference begins with what it means; then everything that stands in the file.
//!
//! It is read and never read back. English, as all that git shows; hidden characters are made visible.

use std::fmt::Write as _;

use crate::analysis::levels::{Levels, Verdict};
use crate::analysis::named::{LinkState, Told};
use crate::map::{Link, LinkId, LinkKind, Map, Node, NodeId, Record, Value};
use crate::text::words::says::{loop_does, loop_would, quoted};
use crate::text::{Lang, visible};

const LANG: Lang = Lang::En;

/// The whole map.
#[must_use]
pub fn text(map: &Map) -> String {
    let mut page = Page { map, out: String::new() };
    page.loops();
    page.levels();
    page.head();
    page.places();
    page.sources();
    page.nodes();
    page.told();
    page.out
}

struct Page<'a> {
    map: &'a Map,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, text: &str) {
        // A break in a text would look like another fact.
        let text = text.replace(['\n', '\r'], " ");
        let _ = writeln!(self.out, "{}", visible(text.trim_end()));
    }

    fn label(&self, id: &NodeId) -> String {
        self.map.find_node(id).map_or_else(|| id.to_string(), |(_, node)| node.label.clone())
    }

    fn name(&self, id: &NodeId) -> String {
        quoted(&self.label(id))
    }

    /// Each named loop with what it does, or which link it lacks.
    fn loops(&mut self) {
        if self.map.loops().is_empty() {
            return;
        }
        self.line("Named loops");
        for (id, own) in self.map.loops() {
            let told = Told::of(self.map, own);
            let kind = told_kind(&told);
            let lacks = |state: LinkState, word: &str| {
                told.in_state(state)
                    .map(|link| format!("{word} {} → {}", self.name(&link.from), self.name(&link.to)))
                    .collect::<Vec<_>>()
            };
            let mut states = Vec::new();
            if told.broken() {
                states.push("BROKEN".to_owned());
                states.extend(lacks(LinkState::Gone, "gone"));
            } else if told.runs() {
                states.push(loop_does(LANG, kind).to_owned());
            } else {
                states.push(loop_would(LANG, kind));
            }
            states.extend(lacks(LinkState::Missing, "missing"));
            states.extend(lacks(LinkState::Refuted, "refuted"));
            self.line(&format!("  {} [{id}]: {}", quoted(&own.title), states.join("; ")));
        }
    }

    /// Who hears whom, from the top of the ladder, each step with those who tell.
    fn levels(&mut self) {
        let levels = Levels::of(self.map);
        if levels.lines.is_empty() {
            return;
        }
        self.line("Who hears whom");
        for line in levels.lines.iter().rev() {
            let [upper, lower] = [&line.pair.upper, &line.pair.lower].map(|id| self.level(id));
            let up = match line.pair.up.verdict {
                Verdict::None => format!("{upper} hears nothing from {lower}"),
                verdict => format!("{upper} hears {lower}: {}", verdict.word(LANG)),
            };
            self.line(&format!("  {up}"));
            if !line.whole {
                for id in line.direct.up.iter().filter(|id| id.kind == LinkKind::Informs) {
                    let (who, whom) = (self.name(&id.to), self.name(&id.from));
                    self.line(&format!("    {who} hears {whom}{}", self.about(id)));
                }
            }
            let down = match line.pair.down.verdict {
                Verdict::None => format!("{lower} gets no steering from {upper}"),
                verdict => format!("{lower} is steered by {upper}: {}", verdict.word(LANG)),
            };
            self.line(&format!("  {down}"));
        }
    }

    fn level(&self, id: &crate::map::LevelId) -> String {
        let name = |id| self.map.level(id).map_or_else(|| format!("{id}"), |level| level.name.clone());
        match self.map.whole_level(id).filter(|whole| whole.id != *id) {
            Some(whole) => quoted(&format!("{} · {}", name(&whole.id), name(id))),
            None => quoted(&name(id)),
        }
    }

    fn about(&self, id: &LinkId) -> String {
        let Some(link) = self.map.link(id) else { return String::new() };
        let about = link.about.map(|about| about.word(LANG).to_owned());
        let grade = crate::analysis::levels::grade(link);
        let grade = (grade != Verdict::Works).then(|| grade.word(LANG).to_owned());
        let said: Vec<String> = grade.into_iter().chain(about).collect();
        if said.is_empty() { String::new() } else { format!(": {}", said.join(", ")) }
    }

    fn head(&mut self) {
        self.line("Map");
        self.fields("  ", self.map.head(), &[]);
    }

    fn places(&mut self) {
        let map = self.map;
        for (what, rows) in [
            (
                "level",
                map.levels().iter().map(|own| (own.id.to_string(), Value::of(own))).collect::<Vec<_>>(),
            ),
            ("phase", map.phases().iter().map(|own| (own.id.to_string(), Value::of(own))).collect()),
            ("goal", map.goals().iter().map(|own| (own.id.to_string(), Value::of(own))).collect()),
            ("area", map.areas().iter().map(|own| (own.id.to_string(), Value::of(own))).collect()),
        ] {
            for (id, value) in rows {
                self.line(&format!("{what} {id} {}", value.as_str()));
            }
        }
    }

    fn sources(&mut self) {
        for (id, source) in self.map.sources() {
            self.line(&format!("source {id} {}", quoted(&source.title)));
            self.fields("  ", source, &["title"]);
        }
    }

    fn nodes(&mut self) {
        for (id, node) in self.map.nodes() {
            self.node(id, node);
            for (link_id, link) in self.map.links_from(id) {
                self.link(link_id, link);
            }
        }
    }

    fn node(&mut self, id: &NodeId, node: &Node) {
        self.line(&format!("card {id} {} {}", quoted(&node.label), node.kind.word(LANG)));
        self.fields("  ", node, &["label", "kind"]);
    }

    fn link(&mut self, id: &LinkId, link: &Link) {
        let sign =
            if id.kind.has_sign() { format!(" {}", link.sign_or_unknown().symbol()) } else { String::new() };
        let missing = if link.missing { " MISSING" } else { "" };
        let (from, to) = (self.name(&id.from), self.name(&id.to));
        self.line(&format!("  link {id}{sign}{missing}: {from} {} {to}", id.kind.word(LANG)));
        self.fields("    ", link, &["sign", "missing"]);
    }

    fn told(&mut self) {
        for (id, told) in self.map.loops() {
            self.line(&format!("loop {id} {}", quoted(&told.title)));
            for link in told.links() {
                self.line(&format!("  {link}"));
            }
            self.fields("  ", told, &["title", "through"]);
        }
        for (id, journey) in self.map.journeys() {
            self.line(&format!("journey {id} {}", quoted(&journey.title)));
            self.fields("  ", journey, &["title", "steps"]);
            for (at, step) in journey.steps.iter().enumerate() {
                self.line(&format!("  step {}: {}", at + 1, Value::of(&step.show).as_str()));
                for remark in &step.remark {
                    self.line(&format!("    {remark}"));
                }
            }
        }
        for (key, aside) in self.map.set_aside() {
            self.line(&format!("set aside {key}"));
            self.fields("  ", aside, &[]);
        }
        for conflict in self.map.conflicts() {
            self.line(&format!("conflict {}", Value::of(conflict).as_str()));
        }
    }

    /// The fields that hold something, one a line; a list of lines has a line for each.
    fn fields<R: Record>(&mut self, indent: &str, record: &R, but: &[&str]) {
        for field in R::FIELDS.iter().filter(|field| !but.contains(field)) {
            let Some(value) = record.get(field) else { continue };
            if let Ok(text) = value.read::<String>() {
                self.line(&format!("{indent}{field}: {text}"));
            } else if let Ok(lines) = value.read::<Vec<String>>() {
                for text in lines {
                    self.line(&format!("{indent}{field}: {text}"));
                }
            } else {
                self.line(&format!("{indent}{field}: {}", value.as_str()));
            }
        }
    }
}

fn told_kind(told: &Told) -> crate::text::reading::LoopKind {
    use crate::analysis::Polarity;
    use crate::text::reading::LoopKind;
    match told.polarity {
        Polarity::Reinforcing => LoopKind::Reinforcing,
        Polarity::Balancing => LoopKind::Balancing,
        Polarity::Undetermined => LoopKind::Undetermined,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::open::open_text;

    #[test]
    fn what_loops_do_and_who_hears_whom_stand_first() {
        let text_of = include_str!("../../maps/complex-needs.floke.ron");
        let map = open_text("x", text_of.to_owned()).expect("a map").document.to_map().expect("no faults");
        let lines = text(&map);
        let first: Vec<&str> = lines.lines().take(3).collect();
        assert_eq!(first[0], "Named loops");
        assert!(
            lines.contains("  «Repair before prevention» [repair-before-prevention]: feeds itself\n"),
            "{first:?}"
        );
        assert!(lines.contains("\n    «County governor» hears «Municipal leadership»: weak, one sector\n"));
        assert!(lines.contains("\ncard firefighting «Firefighting before investing» cause\n"));
        for (id, _) in map.nodes() {
            assert!(lines.contains(&format!("\ncard {id} ")), "{id}");
        }
        for (id, _) in map.links() {
            assert!(lines.contains(&format!("\n  link {id}")), "{id}");
        }
    }

    #[test]
    fn a_text_stays_on_its_line_and_hides_nothing() {
        let mut map = Map::new("x\ncard evil «» cause \u{1b}[2J");
        map.insert_node("a".into(), Node { note: vec!["b\u{202e}c".into()], ..Node::default() })
            .expect("new");
        let lines = text(&map);
        assert!(!lines.contains("\ncard evil") && !lines.contains(['\u{1b}', '\u{202e}']), "{lines}");
    }
}
