//! Everything about a card: what it is, what its kind adds, what it is tied to, what it rests on.

use super::{Entry, Gatherer, joined, source_title, sources};
use crate::exchange::update::state::is_mark;
use crate::map::words::influence_word;
use crate::map::{Map, Node, NodeId, Sign};
use crate::palette::Role;
use crate::text::visible;
use crate::text::words::capital;
use crate::tui::app::App;
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;
use crate::tui::say;

/// The entries of a card.
pub(super) fn entries(app: &App, open: &OpenMap, id: &NodeId, node: &Node) -> Vec<Entry> {
    let (map, lang) = (&*open.map, app.lang);
    let words = lang.words();
    let fields = &words.fields;
    let (glyph, role) = say::shape(app.glyphs, node);
    let mut all = Gatherer { lang, out: vec![Entry::Title(glyph, role, say::label(map, id))] };
    let mut kind = capital(node.word(lang));
    if node.now.is_some() {
        kind.push_str(&format!(", {}", words.things.now_low));
    }
    all.out.push(Entry::Text(kind));
    all.out.push(Entry::Blank);
    let level = node.level.as_ref().and_then(|level| map.level(level));
    all.field(fields.level, level.map_or(words.things.unsorted, |level| &level.name));
    if let Some(area) = node.area.as_ref() {
        let name = map.area(area).map_or("", |area| area.name.as_str());
        all.field(fields.area, format!("{area} {name}").trim_end());
    }
    let phases = node.phases.iter().filter_map(|id| map.phases().iter().find(|phase| phase.id == *id));
    all.field(fields.phases, joined(phases.map(|phase| phase.name.as_str())));
    all.field(fields.certainty, node.certainty.map_or(words.things.not_judged, |own| own.word(lang)));
    all.field(fields.origin, node.origin.map_or("", |own| own.word(lang)));
    all.field(fields.marks, joined(node.marks.iter().map(|mark| mark.word(lang))));
    if node.votes > 0 {
        all.field(fields.votes, node.votes.to_string());
    }
    all.field(fields.tags, joined(node.tags.iter().map(String::as_str)));
    of_actor(&mut all, node);
    of_measure(&mut all, map, node);
    of_benefit(&mut all, map, node);
    let advice = crate::analysis::observe::advice::at(map, id);
    if !advice.is_empty() {
        all.out.push(Entry::Blank);
        all.out.extend(advice.iter().map(|own| Entry::Quiet(own.sentence(map, lang))));
    }
    all.paragraphs(fields.note, &node.note);
    ties(&mut all, app, open, id);
    let loops: Vec<Entry> = open
        .circles
        .through(id)
        .take(12)
        .map(|circle| Entry::Item {
            lead: say::loop_place(lang, circle),
            role: Role::Key,
            text: say::loop_title_short(map, circle),
            target: None,
        })
        .collect();
    all.list(&capital(fields.loops), loops);
    let cited: Vec<_> = node.sources.iter().collect();
    sources(&mut all, map, &cited);
    all.out.push(Entry::Blank);
    all.field(fields.short, node.short.as_str());
    all.field(fields.id, id.as_str());
    all.field(fields.former_ids, joined(node.was.iter().map(NodeId::as_str)));
    for (name, value) in node.extra.iter().filter(|(name, _)| !is_mark(name)) {
        all.field(&visible(name), value.as_str());
    }
    all.out
}

fn of_actor(all: &mut Gatherer, node: &Node) {
    let words = all.lang.words();
    let fields = &words.fields;
    all.field(fields.sector, node.sector.as_str());
    all.field(fields.groups, joined(node.groups.iter().map(String::as_str)));
    if let Some(influence) = node.influence {
        all.field(fields.influence, influence_word(influence, all.lang));
    }
    all.field(fields.stance, node.stance.map_or("", |own| own.word(all.lang)));
    all.field(fields.involvement, node.involvement.map_or("", |own| own.word(all.lang)));
    all.paragraphs(fields.needs_to_know, &node.needs_to_know);
    all.paragraphs(fields.wants_part, &node.wants_part);
}

fn of_measure(all: &mut Gatherer, map: &Map, node: &Node) {
    let words = all.lang.words();
    let (fields, people) = (&words.fields, &words.people);
    all.field(fields.stage, node.stage.map_or("", |own| own.word(all.lang)));
    all.field(fields.group, node.group.as_str());
    for (name, actor) in
        [(fields.owner, &node.owner), (fields.payer, &node.payer), (fields.gainer, &node.gainer)]
    {
        if let Some(actor) = actor {
            all.field(name, say::label(map, actor));
        }
    }
    for (name, lines) in [
        (fields.hypothesis, &node.hypothesis),
        (fields.participants, &node.participants),
        (fields.seen, &node.seen),
        (fields.learning, &node.learning),
        (fields.next, &node.next),
    ] {
        all.paragraphs(name, lines);
    }
    let sides = &node.perspectives;
    let mut answers = Vec::new();
    for (name, answer) in [
        (people.resident, &sides.resident),
        (people.service, &sides.service),
        (people.system, &sides.system),
        (people.benefit, &sides.benefit),
    ] {
        let Some(answer) = answer else { continue };
        let level = answer.level.as_ref().and_then(|id| map.level(id)).map(|level| level.name.clone());
        let score = answer.score.map(|score| format!("{score}/5"));
        let parts = [Some(answer.answer.clone()), level, score].into_iter().flatten();
        let text = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        answers.push(Entry::Field(capital(name), text));
    }
    all.list(&capital(fields.perspectives), answers);
}

fn of_benefit(all: &mut Gatherer, map: &Map, node: &Node) {
    let words = all.lang.words();
    let fields = &words.fields;
    if let Some(goal) = node.effect_goal.as_ref() {
        let text = map.goals().iter().find(|own| own.id == *goal).map_or(goal.as_str(), |own| &own.text);
        all.field(fields.effect_goal, text);
    }
    all.field(fields.measured, node.measured.map_or("", |own| own.word(all.lang)));
    all.field(fields.indicator, node.indicator.as_str());
    all.field(fields.target, node.target.as_str());
    let values = node.measurements.iter().map(|own| {
        let n = own.n.map(|n| format!("n = {n}"));
        let source = own.source.as_ref().map(|id| source_title(map, id));
        let parts =
            [Some(own.date.clone()), Some(own.value.clone()), n, source, Some(own.comparison.clone())];
        let parts: Vec<_> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        Entry::Text(parts.join(" · "))
    });
    let values = values.collect();
    all.list(&capital(fields.measurements), values);
}

/// The links of a card: causes, effects, and what else ties it to others.
fn ties(all: &mut Gatherer, app: &App, open: &OpenMap, id: &NodeId) {
    let (map, lang) = (&*open.map, all.lang);
    let words = lang.words();
    let (mut causes, mut effects, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for link_id in open.links_of(id) {
        let Some(link) = map.link(&link_id) else { continue };
        let outward = link_id.from == *id;
        let other = if outward { &link_id.to } else { &link_id.from };
        let target = Some(Target::Link(link_id.clone()));
        let mut notes = Vec::new();
        if link.missing {
            notes.push(words.links.missing.to_owned());
        }
        if link.delay {
            notes.push(app.glyphs.delay.to_owned());
        }
        if let Some(own) = link.certainty {
            notes.push(own.word(lang).to_owned());
        }
        let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
        let text = format!("{}{notes}", say::label(map, other));
        if link_id.kind.has_sign() {
            let sign = link.sign_or_unknown();
            let role = match sign {
                Sign::Plus => Role::Plus,
                Sign::Minus => Role::Minus,
                Sign::Unknown => Role::Unknown,
            };
            let lead = format!("({})", say::sign_glyph(sign));
            let item = Entry::Item { lead, role, text, target };
            if outward { effects.push(item) } else { causes.push(item) }
        } else {
            let arrow = if outward { app.glyphs.head_right } else { app.glyphs.head_left };
            let text = format!("{}: {text}", link.verb(link_id.kind, lang));
            others.push(Entry::Item { lead: arrow.to_owned(), role: Role::Line, text, target });
        }
    }
    all.list(&format!("{} ({})", words.places.causes, causes.len()), causes);
    all.list(&format!("{} ({})", words.places.effects, effects.len()), effects);
    all.list(&capital(words.links.link.many), others);
}
