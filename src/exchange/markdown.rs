//! A map, or a part of one, as Markdown: headings, numbered steps with their readings, cards by level.
//!
//! Nothing in it mentions anybody, loads a picture or becomes a link: what comes from the map goes through
//! [`escape::markdown`](super::escape::markdown).

use std::fmt::Write as _;

use super::escape::markdown as safe;
use super::part::Part;
use super::said;
use crate::analysis::named::Told;
use crate::layout::staircase::Walk;
use crate::map::{Citation, Map, Node, NodeId, Show, SourceId};
use crate::text::words::capital;
use crate::text::words::says::{loop_does, loop_would};
use crate::text::{Lang, Words};

/// The text of a part. The map is the whole one, with what may leave the house; `date` stands under the title if there
/// is one.
#[must_use]
pub fn write(map: &Map, part: &Part, date: &str, lang: Lang) -> String {
    let mut page = Page { map, lang, words: lang.words(), out: String::new() };
    page.head(part, date);
    match part {
        Part::Whole => page.whole(),
        Part::Level(_) | Part::Area(_) => {
            let mut cut = Page { map: &part.of(map), lang, words: page.words, out: page.out };
            cut.cards();
            return cut.out;
        }
        Part::Walk(walk) => page.walk(walk),
        Part::Journey(id) => {
            let told = map.journeys().into_iter().find(|(own, _)| *own == id);
            if let Some((_, told)) = told {
                page.steps(&told.steps, 2);
            }
        }
    }
    page.out
}

struct Page<'a> {
    map: &'a Map,
    lang: Lang,
    words: &'static Words,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn heading(&mut self, depth: usize, text: &str) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
        let _ = writeln!(self.out, "{} {}\n", "#".repeat(depth), one_line(text));
    }

    fn head(&mut self, part: &Part, date: &str) {
        let head = self.map.head();
        let title = part.title(self.map, self.lang);
        self.heading(1, &safe(if title.is_empty() { &head.title } else { &title }));
        let paper = &self.words.paper;
        let mut said = Vec::new();
        if !title.is_empty() {
            said.push(format!("{}: {}", self.words.places.map, safe(&head.title)));
        }
        if !head.aim.is_empty() {
            said.push(format!("{}: {}", paper.aim, safe(&head.aim)));
        }
        if title.is_empty() && !head.purpose.is_empty() {
            said.push(format!("{}: {}", paper.purpose, safe(&head.purpose)));
        }
        if !date.is_empty() {
            said.push(safe(date));
        }
        for line in said {
            // Two blanks end a line of a paragraph.
            self.line(&format!("{}  ", one_line(&line)));
        }
        if title.is_empty() {
            self.note(&head.note);
        }
    }

    fn note(&mut self, note: &[String]) {
        for paragraph in note {
            let _ = write!(self.out, "\n{}\n", one_line(&safe(paragraph)));
        }
    }

    fn whole(&mut self) {
        if !self.map.journeys().is_empty() {
            self.heading(2, self.words.places.journeys);
            for (_, told) in self.map.journeys() {
                let title = safe(&told.title);
                self.heading(3, &title);
                self.steps(&told.steps, 4);
            }
        }
        if !self.map.loops().is_empty() {
            self.heading(2, self.words.places.loops);
            for told in self.map.loops().values() {
                self.heading(3, &safe(&told.title));
                if let Some(walk) = Walk::circle(&told.title, told.links().collect()) {
                    self.walk(&walk);
                }
            }
        }
        self.heading(2, self.words.paper.cards_by_level);
        self.cards();
    }

    /// What a loop does, its links one by one, all of it in one reading, its note.
    fn walk(&mut self, walk: &Walk) {
        let told = self
            .map
            .loops()
            .values()
            .find(|told| told.title == walk.title && told.links().eq(walk.links.iter().cloned()));
        if walk.closed {
            let own = crate::map::NamedLoop {
                through: walk.links.iter().map(|link| (link.from.clone(), link.kind)).collect(),
                ..crate::map::NamedLoop::default()
            };
            let state = Told::of(self.map, &own);
            let kind = match state.polarity {
                crate::analysis::Polarity::Reinforcing => crate::text::reading::LoopKind::Reinforcing,
                crate::analysis::Polarity::Balancing => crate::text::reading::LoopKind::Balancing,
                crate::analysis::Polarity::Undetermined => crate::text::reading::LoopKind::Undetermined,
            };
            let does = if state.runs() {
                loop_does(self.lang, kind).to_owned()
            } else {
                loop_would(self.lang, kind)
            };
            let links = self.words.links.link.of(state.length());
            let levels = self.words.things.level.of(state.levels.len());
            let _ = write!(self.out, "\n{} · {links} · {levels}\n\n", safe(&capital(&does)));
        }
        let lang = self.map.lang_or(self.lang);
        for (at, link) in walk.links.iter().enumerate() {
            let text = safe(&said::link_said(self.map, link, lang));
            self.line(&format!("{}. {}", at + 1, one_line(&text)));
        }
        if walk.links.is_empty() {
            self.line(&safe(&said::label(self.map, &walk.start)));
        } else {
            let _ = write!(self.out, "\n{}\n", one_line(&safe(&said::reading(self.map, walk, self.lang))));
        }
        if let Some(told) = told {
            self.note(&told.note.clone());
        }
    }

    fn steps(&mut self, steps: &[crate::map::Step], depth: usize) {
        for (at, step) in steps.iter().enumerate() {
            let shown = said::show_title(self.map, &step.show, self.lang);
            let word = capital(self.words.doing.step.one);
            let shown = if shown.is_empty() { String::new() } else { format!(": {}", safe(&shown)) };
            self.heading(depth, &format!("{word} {}{shown}", at + 1));
            for paragraph in &step.remark {
                let _ = write!(self.out, "{}\n\n", one_line(&safe(paragraph)));
            }
            for words in said::show_words(self.map, &step.show, self.lang) {
                let _ = write!(self.out, "> {}\n\n", one_line(&safe(&words)));
            }
            match (said::walk_of(self.map, &step.show), &step.show) {
                (Some(walk), _) => self.numbered(&walk),
                (None, Show::Node(id) | Show::Event(id)) => self.around(id),
                _ => {}
            }
        }
    }

    /// The links of a walk, numbered.
    fn numbered(&mut self, walk: &Walk) {
        let lang = self.map.lang_or(self.lang);
        for (at, link) in walk.links.iter().enumerate() {
            let text = safe(&said::link_said(self.map, link, lang));
            self.line(&format!("{}. {}", at + 1, one_line(&text)));
        }
    }

    /// What leads to a card and where it leads.
    fn around(&mut self, id: &NodeId) {
        let lang = self.map.lang_or(self.lang);
        let links: Vec<_> =
            self.map.links_to(id).chain(self.map.links_from(id)).map(|(link, _)| link.clone()).collect();
        for link in links {
            let text = safe(&said::link_said(self.map, &link, lang));
            self.line(&format!("- {}", one_line(&text)));
        }
    }

    /// All cards by level from the top, each with what it leads to.
    fn cards(&mut self) {
        let depth = 3;
        let mut any = false;
        let levels: Vec<_> = self.map.levels().iter().rev().cloned().collect();
        for level in &levels {
            let ids = self.ids(|node| node.level.as_ref() == Some(&level.id));
            if !ids.is_empty() {
                self.heading(depth, &safe(&level.name));
                ids.iter().for_each(|id| self.card(id));
                any = true;
            }
        }
        let rest = self.ids(|node| !levels.iter().any(|level| node.level.as_ref() == Some(&level.id)));
        if !rest.is_empty() {
            self.heading(depth, self.words.places.no_level);
            rest.iter().for_each(|id| self.card(id));
        } else if !any {
            self.line(self.words.paper.nothing);
        }
    }

    fn ids(&self, test: impl Fn(&Node) -> bool) -> Vec<NodeId> {
        self.map.nodes().filter(|(_, node)| test(node)).map(|(id, _)| id.clone()).collect()
    }

    fn card(&mut self, id: &NodeId) {
        let Some(node) = self.map.node(id).cloned() else { return };
        let mut facts = vec![node.word(self.lang).to_owned()];
        if node.now == Some(crate::map::Amount::Low) {
            facts.push(self.words.things.now_low.to_owned());
        }
        if let Some(area) = node.area.as_ref().and_then(|area| self.map.area(area)) {
            facts.push(safe(if area.name.is_empty() { area.id.as_str() } else { &area.name }));
        }
        facts.extend(node.certainty.map(|certainty| certainty.word(self.lang).to_owned()));
        if let Some(stance) = node.stance {
            facts.push(stance.word(self.lang).to_owned());
        }
        if let Some(influence) = node.influence {
            facts.push(format!("{} {influence}", self.words.people.influence));
        }
        self.line(&format!(
            "- **{}** ({})",
            one_line(&safe(self.map.name_of(id))),
            one_line(&facts.join(", "))
        ));
        for (name, needs) in [
            (self.words.people.needs_to_know, &node.needs_to_know),
            (self.words.people.wants_part, &node.wants_part),
        ] {
            if !needs.is_empty() {
                self.line(&format!("  - {}: {}", capital(name), one_line(&safe(&needs.join("; ")))));
            }
        }
        for paragraph in &node.note {
            self.line(&format!("  - {}", one_line(&safe(paragraph))));
        }
        let links: Vec<_> = self.map.links_from(id).map(|(link, _)| link.clone()).collect();
        for link in &links {
            let (to, sign) = (said::label(self.map, &link.to), said::sign(self.map, link));
            let sign = if sign.is_empty() { String::new() } else { format!(" ({sign})") };
            let own = said::link(self.map, link);
            let missing = own.is_some_and(|link| link.missing);
            let missing = if missing { format!(", {}", self.words.links.missing) } else { String::new() };
            let kind = own.map_or(link.kind.word(self.lang).into(), |own| own.verb(link.kind, self.lang));
            let kind = one_line(&safe(&kind));
            self.line(&format!("  - {kind} «{}»{}{missing}", one_line(&safe(&to)), safe(&sign)));
        }
        for (source, citation) in &node.sources {
            self.cited(source, citation);
        }
    }

    fn cited(&mut self, source: &SourceId, citation: &Citation) {
        let title = self.map.sources().get(source).map_or(source.as_str(), |source| source.title.as_str());
        let quote = if citation.quote.is_empty() {
            String::new()
        } else {
            format!(": «{}»", safe(&citation.quote))
        };
        self.line(&format!("  - {}{}", one_line(&safe(title)), one_line(&quote)));
    }
}

/// A text on one line: a break would begin a block.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::open::open_text;

    #[test]
    fn the_case_has_its_steps_and_readings() {
        let text = include_str!("../../maps/complex-needs.floke.ron");
        let map = open_text("x", text.to_owned()).expect("a map").document.to_map().expect("no faults");
        let whole = write(&map, &Part::Whole, "1.2.2026", Lang::En);
        assert!(whole.starts_with("# Children with complex needs\n"), "{whole}");
        assert!(whole.contains("\n## Cards by level\n\n### Ministries and Parliament\n\n- **"), "{whole}");
        let told =
            map.loops().values().find(|told| told.title == "Repair before prevention").expect("it is told");
        let walk = Walk::circle(&told.title, told.links().collect()).expect("links");
        let text = write(&map, &Part::Walk(walk), "", Lang::En);
        assert!(text.contains("\n1. When «"), "{text}");
        assert!(text.contains("\n5. "), "{text}");
        assert!(text.contains("The circle feeds itself"), "{text}");
        let (id, _) = map.journeys()[0];
        let text = write(&map, &Part::Journey(id.clone()), "", Lang::Nb);
        assert!(text.contains("\n## Steg 1: Story told again at every door\n\nStart at the door."), "{text}");
    }
}
