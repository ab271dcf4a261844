//! What the inspector says about a card, a link or a loop, entry by entry, before it is put into lines.

use super::app::App;
use super::hits::Target;
use super::open::OpenMap;
use super::say;
use crate::command::View;
use crate::map::{Citation, Lines, Link, LinkId, Map, Node, NodeId, Sign, SourceId};
use crate::palette::Role;
use crate::text::words::capital;
use crate::text::words::says::{links_missing, quoted};
use crate::text::{Lang, visible};

/// One entry of the inspector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// An empty line.
    Blank,
    /// What it is called: shape, what part of the picture it is, label.
    Title(&'static str, Role, String),
    /// A heading.
    Heading(String),
    /// A field: name and value.
    Field(String, String),
    /// A paragraph.
    Text(String),
    /// A paragraph that stands back.
    Quiet(String),
    /// A line of a list, and what a click on it means.
    Item {
        /// What stands before it.
        lead: String,
        /// What that is.
        role: Role,
        /// The text.
        text: String,
        /// What a click means.
        target: Option<Target>,
    },
}

/// What is to be said about the selection: the loop in the list of loops, else the chosen link, else the card.
#[must_use]
pub fn entries(app: &App) -> Vec<Entry> {
    let Some(open) = &app.open else { return Vec::new() };
    let listed = if app.view == View::Loops { open.listed_loop() } else { None };
    if let Some(at) = listed {
        return circle(app, open, at);
    }
    if app.view == View::Levels {
        return rung(app, open);
    }
    let chosen = open.link.as_ref().filter(|_| matches!(app.view, View::Board | View::Focus));
    if let Some((id, link)) = chosen.and_then(|id| Some((id, open.map.link(id)?))) {
        return of_link(app, open, id, link);
    }
    match open.card.as_ref().and_then(|id| Some((id, open.map.node(id)?))) {
        Some((id, node)) => of_card(app, open, id, node),
        None => vec![Entry::Quiet(app.lang.words().start.nothing_selected.to_owned())],
    }
}

/// Gathers entries; what is empty leaves no trace.
struct Gatherer {
    lang: Lang,
    out: Vec<Entry>,
}

impl Gatherer {
    fn field(&mut self, name: &str, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            self.out.push(Entry::Field(capital(name), value));
        }
    }

    fn paragraphs(&mut self, name: &str, lines: &Lines) {
        if !lines.is_empty() {
            self.out.push(Entry::Blank);
            self.out.push(Entry::Heading(capital(name)));
            self.out.extend(lines.iter().map(|line| Entry::Text(line.clone())));
        }
    }

    fn list(&mut self, heading: &str, items: Vec<Entry>) {
        if !items.is_empty() {
            self.out.push(Entry::Blank);
            self.out.push(Entry::Heading(heading.to_owned()));
            self.out.extend(items);
        }
    }
}

fn of_card(app: &App, open: &OpenMap, id: &NodeId, node: &Node) -> Vec<Entry> {
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
    for (name, value) in &node.extra {
        all.field(&visible(name), value.as_str());
    }
    all.out
}

fn of_actor(all: &mut Gatherer, node: &Node) {
    let words = all.lang.words();
    let (fields, people) = (&words.fields, &words.people);
    all.field(fields.sector, node.sector.as_str());
    all.field(fields.groups, joined(node.groups.iter().map(String::as_str)));
    if let Some(influence) = node.influence {
        let text = match influence {
            0 => people.influence_none,
            1 => people.influence_low,
            2 => people.influence_medium,
            _ => people.influence_high,
        };
        all.field(fields.influence, text);
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
            let text = format!("{}: {text}", link_id.kind.word(lang));
            others.push(Entry::Item { lead: arrow.to_owned(), role: Role::Line, text, target });
        }
    }
    all.list(&format!("{} ({})", words.places.causes, causes.len()), causes);
    all.list(&format!("{} ({})", words.places.effects, effects.len()), effects);
    all.list(&capital(words.links.link.many), others);
}

fn of_link(app: &App, open: &OpenMap, id: &LinkId, link: &Link) -> Vec<Entry> {
    let (map, lang) = (&*open.map, app.lang);
    let words = lang.words();
    let fields = &words.fields;
    let role = if link.missing { Role::Ghost } else { Role::Line };
    let title = capital(id.kind.word(lang));
    let mut all = Gatherer { lang, out: vec![Entry::Title(app.glyphs.arrow, role, title), Entry::Blank] };
    all.field(fields.from, say::label(map, &id.from));
    all.field(fields.to, say::label(map, &id.to));
    all.field(fields.word, link.word.as_str());
    for part in say::about_link(lang, id.kind, link) {
        all.out.push(Entry::Item {
            lead: app.glyphs.bullet.to_owned(),
            role: Role::Quiet,
            text: part,
            target: None,
        });
    }
    all.paragraphs(fields.note, &link.note);
    let cited: Vec<_> = link.sources.iter().collect();
    sources(&mut all, map, &cited);
    for (name, value) in &link.extra {
        all.field(&visible(name), value.as_str());
    }
    all.out
}

fn circle(app: &App, open: &OpenMap, at: usize) -> Vec<Entry> {
    let (map, lang) = (&*open.map, app.lang);
    let words = lang.words();
    let Some(own) = open.circles.all.get(at) else { return Vec::new() };
    let title = match own.named.as_ref().and_then(|id| map.loops().get(id)) {
        Some(told) => visible(&told.title).into_owned(),
        None => say::loop_place(lang, own),
    };
    let mut all = Gatherer { lang, out: vec![Entry::Title("○", Role::Key, title)] };
    all.out.push(Entry::Text(capital(&say::loop_deed(lang, own))));
    if own.missing > 0 {
        all.out.push(Entry::Text(links_missing(lang, own.missing)));
    }
    if own.gone > 0 {
        all.out.push(Entry::Text(words.links.broken_loop.one.to_owned()));
    }
    all.out.push(Entry::Blank);
    for id in &own.links {
        let link = map.link(id);
        let sign = link.map_or(Sign::Unknown, Link::sign_or_unknown);
        let mut text = say::label(map, &id.from);
        if let Some(level) = map.node(&id.from).and_then(|node| map.level(node.level.as_ref()?)) {
            text.push_str(&format!(" · {}", visible(&level.name)));
        }
        let state = match link {
            None => format!(" ({})", words.says.link_gone),
            Some(link) if link.missing => format!(" ({})", words.links.missing),
            Some(_) => String::new(),
        };
        text.push_str(&format!("  ({}){}{state}", say::sign_glyph(sign), app.glyphs.arrow));
        all.out.push(Entry::Item {
            lead: app.glyphs.bullet.to_owned(),
            role: Role::Quiet,
            text,
            target: Some(Target::Card(id.from.clone())),
        });
    }
    if let Some(told) = own.named.as_ref().and_then(|id| map.loops().get(id)) {
        all.paragraphs(words.fields.note, &told.note);
    }
    all.out
}

/// What runs between the two levels that the ladder's cursor is between.
fn rung(app: &App, open: &OpenMap) -> Vec<Entry> {
    let (map, lang) = (&*open.map, app.lang);
    let words = lang.words();
    let Some(line) = open.rung_at(open.rung) else {
        return vec![Entry::Quiet(words.start.no_levels.to_owned())];
    };
    let name = |id| map.level(id).map_or_else(String::new, |level| visible(&level.name).into_owned());
    let title = if line.whole { words.links.whole_line.to_owned() } else { name(&line.pair.upper) };
    let mut all =
        Gatherer { lang, out: vec![Entry::Title(app.glyphs.signal_down, Role::Line, capital(&title))] };
    let between = format!("{} {} {}", name(&line.pair.lower), app.glyphs.arrow, name(&line.pair.upper));
    all.out.push(Entry::Quiet(between));
    for (heading, way, signals, missing, past) in [
        (words.places.steering_down, &line.pair.down, &line.direct.down, &line.missing.down, &line.past.down),
        (words.places.told_upward, &line.pair.up, &line.direct.up, &line.missing.up, &line.past.up),
    ] {
        let heading = format!("{heading}: {}", say::verdict(lang, way.verdict));
        let item = |id: &LinkId, lead: &str, role| {
            let link = map.link(id);
            let mut text = say::link(lang, map, id);
            if let Some(note) = link.and_then(|link| link.note.first()) {
                text.push_str(&format!(" {}", visible(note)));
            }
            Entry::Item { lead: lead.to_owned(), role, text, target: Some(Target::Card(id.from.clone())) }
        };
        let shown = if line.whole { &way.links } else { signals };
        let mut items: Vec<Entry> = shown.iter().map(|id| item(id, app.glyphs.bullet, Role::Quiet)).collect();
        items.extend(missing.iter().map(|id| item(id, app.glyphs.missing, Role::Ghost)));
        if items.is_empty() {
            items.push(Entry::Quiet(words.links.none.to_owned()));
        }
        all.list(&heading, items);
        if !line.whole && !past.is_empty() {
            all.out.push(Entry::Quiet(format!("{}:", capital(words.says.past_the_line))));
            all.out.extend(past.iter().map(|id| item(id, app.glyphs.between, Role::Quiet)));
        }
    }
    all.out
}

fn sources(all: &mut Gatherer, map: &Map, cited: &[(&SourceId, &Citation)]) {
    let words = all.lang.words();
    let fields = &words.fields;
    if cited.is_empty() {
        return;
    }
    all.out.push(Entry::Blank);
    all.out.push(Entry::Heading(capital(fields.sources)));
    for (id, citation) in cited {
        let mut title = source_title(map, id);
        if let Some(source) = map.sources().get(*id) {
            let mut facts = vec![source.kind.word(all.lang).to_owned()];
            facts.extend(source.year.map(|year| year.to_string()));
            facts.extend(source.respondents.map(|n| format!("n = {n}")));
            title.push_str(&format!(" ({})", facts.join(", ")));
        }
        all.out.push(Entry::Item { lead: "•".to_owned(), role: Role::Quiet, text: title, target: None });
        if !citation.figure.is_empty() {
            all.field(&format!("  {}", fields.figure), citation.figure.as_str());
        }
        if !citation.quote.is_empty() {
            all.field(&format!("  {}", fields.quote), quoted(&citation.quote));
        }
        if !citation.page.is_empty() {
            all.field(&format!("  {}", fields.page), citation.page.as_str());
        }
    }
}

fn source_title(map: &Map, id: &SourceId) -> String {
    map.sources().get(id).map_or(id.as_str(), |source| &source.title).to_owned()
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}
