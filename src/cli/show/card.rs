//! One card in words: what it is, what is said of it, its links as sentences.

use crate::map::words::strength_word;
use crate::map::{Link, LinkId, LinkKind, Node, NodeId};
use crate::text::reading::{Hop, link as read_link};
use crate::text::visible;
use crate::text::words::capital;
use crate::text::words::says::quoted;

use super::Page;

impl Page<'_> {
    pub(super) fn card(&mut self, number: &str, id: &NodeId, node: &Node) {
        let (map, lang, words) = (self.map, self.lang, self.lang.words());
        self.line(0, &format!("{number}. {} [{}]", visible(self.map.name_of(id)), visible(id.as_str())));
        let mut what = vec![capital(node.word(lang))];
        let area = node.area.as_ref().and_then(|id| map.area(id));
        what.extend(area.map(|area| format!("{} {}", visible(area.id.as_str()), visible(&area.name))));
        what.extend(node.now.map(|now| now.word(lang).to_owned()));
        what.extend(node.origin.map(|origin| origin.word(lang).to_owned()));
        what.extend(node.certainty.map(|certainty| certainty.word(lang).to_owned()));
        what.extend(node.marks.iter().map(|mark| mark.word(lang).to_owned()));
        what.extend(node.stage.map(|stage| stage.word(lang).to_owned()));
        what.extend(node.involvement.map(|involvement| involvement.word(lang).to_owned()));
        what.extend((node.votes > 0).then(|| words.doing.dot.of(node.votes as usize)));
        self.line(4, &format!("{}.", what.join(", ")));
        let fields = &words.fields;
        let phase = |id: &crate::map::PhaseId| {
            map.phases().iter().find(|phase| phase.id == *id).map(|phase| phase.name.clone())
        };
        let phases: Vec<String> = node.phases.iter().filter_map(phase).collect();
        let name_of = |id: &Option<NodeId>| id.as_ref().map_or_else(String::new, |id| self.label(id));
        let (owner, payer, gainer) = (name_of(&node.owner), name_of(&node.payer), name_of(&node.gainer));
        for (name, text) in [
            (fields.phases, phases.join(", ")),
            (fields.sector, node.sector.clone()),
            (fields.groups, node.groups.join(", ")),
            (fields.group, node.group.clone()),
            (fields.owner, owner),
            (fields.payer, payer),
            (fields.gainer, gainer),
            (fields.indicator, node.indicator.clone()),
            (fields.target, node.target.clone()),
            (fields.tags, node.tags.join(", ")),
        ] {
            self.field(4, name, &text);
        }
        let goal = node.effect_goal.as_ref();
        let goal = goal.and_then(|id| map.goals().iter().find(|goal| goal.id == *id));
        self.field(4, fields.effect_goal, goal.map_or("", |goal| goal.text.as_str()));
        for measured in &node.measurements {
            let mut parts = vec![measured.value.clone()];
            parts.extend((!measured.date.is_empty()).then(|| measured.date.clone()));
            parts.extend((!measured.comparison.is_empty()).then(|| measured.comparison.clone()));
            self.field(4, words.people.measurement.one, &parts.join(", "));
        }
        for (name, lines) in [
            (fields.hypothesis, &node.hypothesis),
            (fields.participants, &node.participants),
            (fields.seen, &node.seen),
            (fields.learning, &node.learning),
            (fields.next, &node.next),
            (fields.note, &node.note),
        ] {
            self.lines(4, name, lines);
        }
        let seen_from = &node.perspectives;
        for (name, answer) in [
            (words.people.resident, &seen_from.resident),
            (words.people.service, &seen_from.service),
            (words.people.system, &seen_from.system),
            (words.people.benefit, &seen_from.benefit),
        ] {
            let Some(answer) = answer else { continue };
            let level = answer.level.as_ref().and_then(|id| map.level(id)).map(|level| level.name.clone());
            let score = answer.score.map(|score| format!("{} {score}", fields.score));
            let parts: Vec<String> =
                [Some(answer.answer.clone()), level, score].into_iter().flatten().collect();
            self.field(4, name, &parts.join(", "));
        }
        for (name, text) in &node.extra {
            self.field(4, &visible(name), text);
        }
        for (source, cited) in &node.sources {
            let title = map.sources().get(source).map_or(source.as_str(), |source| source.title.as_str());
            let mut text = title.to_owned();
            for part in [&cited.figure, &cited.quote, &cited.page] {
                if !part.is_empty() {
                    text.push_str(", ");
                    text.push_str(part);
                }
            }
            self.field(4, words.things.source.one, &text);
        }
        for (id, link) in map.links_from(id) {
            self.line(4, &format!("→ {}", self.link(id, link)));
        }
        let into: Vec<String> = map
            .links_to(id)
            .filter(|(link, _)| link.from != *id)
            .map(|(id, link)| {
                let verb = match link.missing {
                    true => words.links.missing.to_owned(),
                    false => link.verb(id.kind, lang).to_string(),
                };
                let mut said = vec![verb];
                said.extend(id.kind.has_sign().then(|| link.sign_or_unknown().word(lang).to_owned()));
                said.extend(link.delay.then(|| words.links.after_a_time.to_owned()));
                format!("{} ({})", quoted(&self.label(&id.from)), said.join(", "))
            })
            .collect();
        if !into.is_empty() {
            self.line(4, &format!("← {}", into.join(", ")));
        }
        self.out.push('\n');
    }

    /// A link as a sentence, with what is said of it in brackets behind it.
    pub(super) fn link(&self, id: &LinkId, link: &Link) -> String {
        let (lang, words) = (self.lang, self.lang.words());
        let (from, to) = (self.label(&id.from), self.label(&id.to));
        let mut said = Vec::new();
        let mut sentence = if id.kind == LinkKind::Causes {
            if link.missing {
                // The sentence of a missing link says that it is missing, and not which sign it would have.
                said.push(link.sign_or_unknown().word(lang).to_owned());
            }
            let turn = link.sign_or_unknown().turn();
            read_link(lang, &Hop { from: &from, to: &to, turn, delay: link.delay, missing: link.missing })
        } else {
            let verb = link.verb(id.kind, lang);
            if id.kind.has_sign() {
                said.push(link.sign_or_unknown().word(lang).to_owned());
            }
            if link.missing {
                said.push(words.links.missing.to_owned());
            }
            if link.delay {
                said.push(words.links.after_a_time.to_owned());
            }
            format!("{} {verb} {}.", quoted(&from), quoted(&to))
        };
        let strength = link.strength.and_then(|strength| strength_word(strength, lang));
        said.extend(strength.map(|word| format!("{} {word}", words.links.strength)));
        said.extend(link.about.map(|about| about.word(lang).to_owned()));
        said.extend(link.certainty.map(|certainty| certainty.word(lang).to_owned()));
        if !said.is_empty() {
            sentence.push_str(&format!(" ({})", said.join(", ")));
        }
        for line in &link.note {
            sentence.push(' ');
            sentence.push_str(&visible(line));
        }
        sentence
    }
}
