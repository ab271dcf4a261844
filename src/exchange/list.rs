//! A pasted list: one card a line, an outline, or a table of sticky notes.
//!
//! ```text
//! line      bullets, numbers, headings, how far in    outline  what stands under what
//! stickies  a table of sticky notes, with or without a header
//! ```
//!
//! A line is a cause; with arrows in quick notation (`a -> b -o c`) it is several and links between them. A heading
//! (`# Users`, `Users:`, a line over bullets) that names a level or an area of the map places what is under it. Any
//! other heading right above cards becomes an area, and one further up a tag. A line that others stand further in
//! under is a card and a tag of them. No link is made of an outline, since standing under a line is no effect.
//!
//! A card with an equal label is the one that is there. It gets a place if it had none, and tags; nothing else of it
//! changes.

mod line;
mod outline;
mod stickies;

use crate::text::words::says::quoted;
use crate::text::{Both, both};
use std::collections::{BTreeMap, BTreeSet, HashMap};

use self::line::{Is, Line, lines};
use self::outline::{Above, Found, Outline, Place};
use super::report::{Counts, Heading, Report, Skipped, Update};
use super::update::update;
use crate::map::limits::MOST_TAGS;
use crate::map::quick::{QuickCard, QuickPlan, Remark, plan};
use crate::map::slug::{slug, take_slug, was_called};
use crate::map::verb::add_area;
use crate::map::{AreaId, Deed, Kind, Link, LinkId, LinkKind, Map, Node, NodeId, Verb, diff, fold};

/// The longest line that is read, in characters.
const LONGEST_LINE: usize = 2_000;
/// The most arrows of a line; a chain that people can follow has a dozen.
const MOST_ARROWS: usize = 100;
/// The most lines that are read.
const MOST_LINES: usize = 50_000;
/// What the text is called in a report.
const HERE: &str = "list";

/// What a pasted text does to a map, as one deed, and a report with the numbers of its lines. The change is empty if
/// the text says nothing new. With `as_notes` a line is a raw insight and no cause; what stands at an arrow is a
/// cause all the same. No text is refused: what cannot be read is skipped and reported.
#[must_use]
pub fn read(map: &Map, text: &str, as_notes: bool) -> (Deed, Report) {
    if let Some((incoming, mut report)) = stickies::read(map, text, as_notes) {
        let (deed, told) = update(map, &incoming);
        report.update = Some(told);
        return (deed, report);
    }
    of_lines(List::of(map, as_notes), text)
}

/// The same for a file, which may have been read onto this map before: a card that somebody gave another label since is
/// met by its id, and keeps its label.
#[must_use]
pub fn read_file(map: &Map, text: &str) -> (Deed, Report) {
    if stickies::read(map, text, false).is_some() {
        return read(map, text, false);
    }
    of_lines(List { by_id: true, ..List::of(map, false) }, text)
}

fn of_lines(mut list: List<'_>, text: &str) -> (Deed, Report) {
    let all = lines(text);
    let mut outline = Outline::default();
    for (at, line) in all.iter().enumerate().take(MOST_LINES) {
        list.take(&mut outline, line, all.get(at + 1));
    }
    if let Some(line) = all.get(MOST_LINES) {
        let beyond = all.len() - MOST_LINES;
        let why = both!("more than 50 000 lines are not read", "mer enn 50 000 linjer blir ikke lest");
        list.skip(line, both!("{beyond} lines", "{beyond} linjer"), why);
    }
    list.done()
}

/// A list on its way onto a map.
struct List<'a> {
    map: &'a Map,
    as_notes: bool,
    /// Whether an id that was made of a label means the card that has it.
    by_id: bool,
    /// The map's levels and areas, and the areas that headings make, without cards: what a line says, it says by itself.
    frame: Map,
    /// What became of lines that stand over others, by line.
    headings: BTreeMap<u64, (String, Heading)>,
    nodes: BTreeMap<NodeId, Node>,
    links: BTreeMap<LinkId, Link>,
    by_label: HashMap<String, NodeId>,
    taken: BTreeSet<String>,
    named: BTreeSet<NodeId>,
    linked: BTreeSet<LinkId>,
    first: Option<String>,
    report: Report,
}

impl<'a> List<'a> {
    fn of(map: &'a Map, as_notes: bool) -> Self {
        let mut by_label = HashMap::new();
        let mut taken = BTreeSet::new();
        for (id, node) in map.nodes() {
            by_label.entry(fold(&node.label)).or_insert_with(|| id.clone());
            taken.insert(id.as_str().to_owned());
            taken.extend(node.was.iter().map(|was| was.as_str().to_owned()));
        }
        Self {
            map,
            as_notes,
            by_id: false,
            frame: Map::new("").with_frame(map.frame()),
            headings: BTreeMap::new(),
            nodes: map.nodes().map(|(id, node)| (id.clone(), node.clone())).collect(),
            links: map.links().map(|(id, link)| (id.clone(), link.clone())).collect(),
            by_label,
            taken,
            named: BTreeSet::new(),
            linked: BTreeSet::new(),
            first: None,
            report: Report::default(),
        }
    }

    fn take(&mut self, outline: &mut Outline, line: &Line, next: Option<&Line>) {
        if line.text.chars().count() > LONGEST_LINE {
            let start: String = line.text.chars().take(40).collect();
            let why = both!("a card is at most 2 000 characters long", "et kort er på høyst 2 000 tegn");
            self.skip(line, format!("'{start}…'"), why);
            return;
        }
        if line.text.matches(" -").count() > MOST_ARROWS {
            let what = both!("a line of more than 100 arrows", "en linje med mer enn 100 piler");
            self.skip(line, what, both!("divide it", "del den"));
            return;
        }
        let at = line_of(line);
        let is_card = self.by_label.contains_key(&fold(line.text));
        match outline.take(&self.frame, line, next, is_card) {
            Found::Place(place) => {
                let is = if matches!(place, Place::Level(_)) { Heading::Level } else { Heading::Area };
                self.headings.insert(line.number, (line.text.to_owned(), is));
                let what = match &place {
                    Place::Level(id) => self.frame.level(id).map(|level| {
                        let name = &level.name;
                        both!("the level '{name}'", "nivået «{name}»")
                    }),
                    Place::Area(id) => self.frame.area(id).map(|area| {
                        let name = &area.name;
                        both!("the area '{name}'", "området «{name}»")
                    }),
                };
                let (what, text) = (what.unwrap_or_default(), line.text);
                let what = Both {
                    en: format!("'{text}' is {}: what stands under it is placed there", what.en),
                    nb: format!("«{text}» er {}: det som står under, plasseres der", what.nb),
                };
                self.report.guess(what, at);
            }
            Found::Heading => {
                self.headings.insert(line.number, (line.text.to_owned(), Heading::Nothing));
            }
            Found::Card(above) => {
                let above = self.with_area(outline, above);
                if let Some(next) = next.filter(|next| next.indent > line.indent && next.is == Is::Cards) {
                    let (text, under) = (line.text, next.number);
                    let what = both!(
                        "'{text}' is a card though lines stand under it, from line {under}: its label is their tag, no link is made. As a heading (# before it, or : behind it) it would be an area",
                        "«{text}» er et kort selv om det står linjer under det, fra linje {under}: navnet er stikkord på dem, ingen kobling er laget. Som overskrift (# foran eller : bak) ville det vært et område"
                    );
                    self.report.guess(what, at);
                    self.headings.insert(line.number, (text.to_owned(), Heading::Card));
                }
                self.take_cards(line, &above);
            }
        }
    }

    /// What stands above a card, where a heading that named no place is an area from now on.
    fn with_area(&mut self, outline: &mut Outline, mut above: Above) -> Above {
        for line in &above.tag_lines {
            if let Some((_, became @ Heading::Nothing)) = self.headings.get_mut(line) {
                *became = Heading::Tag;
            }
        }
        let Some(line) = above.heading else { return above };
        let Some((text, became)) = self.headings.get_mut(&line) else { return above };
        match add_area(&self.frame, None, text) {
            Some((id, deed)) if self.frame.apply(&deed.change).is_ok() => {
                *became = Heading::NewArea;
                outline.name(line, &id);
                above.area = Some(id);
            }
            // As many areas as a map may have.
            _ => {
                *became = Heading::Tag;
                above.tags.insert(0, text.clone());
            }
        }
        above
    }

    /// What became of each heading that named no level or area.
    fn tell_headings(&mut self) {
        for (number, (text, became)) in std::mem::take(&mut self.headings) {
            self.report.headings.push((text.clone(), became));
            let what = match became {
                Heading::Level | Heading::Area | Heading::Card => continue,
                Heading::NewArea => both!(
                    "'{text}' is a heading: a new area, and what stands under it is in it",
                    "«{text}» er en overskrift: et nytt område, og det som står under, ligger i det"
                ),
                Heading::Tag => both!(
                    "'{text}' is a heading over other headings: a tag of what stands under them",
                    "«{text}» er en overskrift over andre overskrifter: et stikkord på det som står under dem"
                ),
                Heading::Nothing => both!(
                    "'{text}' is a heading with no card under it: left out",
                    "«{text}» er en overskrift uten noe kort under: utelatt"
                ),
            };
            self.report.guess(what, both!("line {number}", "linje {number}"));
        }
    }

    fn take_cards(&mut self, line: &Line, above: &Above) {
        let at = line_of(line);
        let plan = plan(&self.frame, line.text);
        self.tell(line, &plan);
        let kind = if self.as_notes && plan.links.is_empty() { Kind::Note } else { Kind::Cause };
        if let ([card], true) = (plan.cards.as_slice(), above.tags.is_empty())
            && self.by_label.get(&fold(&card.label)).is_some_and(|id| self.named.contains(id))
        {
            let what = both!(
                "a card of this label stands above already: they are one",
                "et kort med dette navnet står alt over: de er ett"
            );
            self.report.guess(what, at);
        }
        let ids: Vec<NodeId> = plan.cards.iter().map(|card| self.card(card, above, kind)).collect();
        for said in &plan.links {
            let (from, to) = (ids[said.from].clone(), ids[said.to].clone());
            let is_measure = self.nodes.get(&from).is_some_and(|node| node.kind == Kind::Measure);
            let id = LinkId { from, to, kind: if is_measure { LinkKind::ActsOn } else { LinkKind::Causes } };
            self.linked.insert(id.clone());
            let new = Link { delay: said.delay, ..Link::signed(said.sign) };
            let there = self.links.entry(id).or_insert_with(|| new.clone());
            if there.sign != new.sign || there.delay != new.delay {
                let what = both!(
                    "there is such a link already, with another sign or delay; it stays",
                    "det finnes alt en slik kobling, med et annet fortegn eller en annen forsinkelse; den blir stående"
                );
                self.skip(line, format!("'{}'", line.text), what);
            }
        }
    }

    /// The card that is meant: the one of that label, or a new one.
    fn card(&mut self, card: &QuickCard, above: &Above, kind: Kind) -> NodeId {
        let (level, area) = (card.level.clone(), card.area.clone());
        let key = fold(&card.label);
        let known = self.by_label.get(&key).cloned().or_else(|| {
            let id = NodeId::new(slug(&card.label));
            let was = self.map.node(&id).filter(|_| self.by_id)?;
            if !was_called(&id, &card.label, &was.label) {
                return None;
            }
            let (label, now) = (&card.label, &was.label);
            self.report.guess(
                both!(
                    "it has another label on the map, which stays",
                    "det heter noe annet på kartet, og det blir stående"
                ),
                both!("'{label}' is '{now}'", "«{label}» er «{now}»"),
            );
            self.by_label.insert(key.clone(), id.clone());
            Some(id)
        });
        let id = match known {
            Some(id) => id,
            None => {
                let id = take_slug(&card.label, &mut self.taken);
                self.by_label.insert(key, id.clone());
                self.nodes.insert(id.clone(), Node::new(kind, &card.label));
                self.first.get_or_insert_with(|| card.label.clone());
                id
            }
        };
        self.named.insert(id.clone());
        let node = self.nodes.get_mut(&id).expect("it was there or was put in");
        // A place on the line is meant; one from a heading only fills a gap.
        let elsewhere =
            |own: Option<&str>, heading: Option<&str>| own.zip(heading).is_some_and(|(a, b)| a != b);
        let stays = level.is_none()
            && elsewhere(
                node.level.as_ref().map(|id| id.as_str()),
                above.level.as_ref().map(|id| id.as_str()),
            )
            || area.is_none()
                && elsewhere(node.area.as_ref().map(AreaId::as_str), above.area.as_ref().map(AreaId::as_str));
        if stays {
            let what = both!(
                "the card has another place already than the heading says; it stays there",
                "kortet har alt en annen plass enn overskriften sier; det blir der"
            );
            self.report.guess(what, quoted(&node.label));
        }
        node.level = level.or_else(|| node.level.take()).or_else(|| above.level.clone());
        node.area = area.or_else(|| node.area.take()).or_else(|| above.area.clone());
        for tag in &above.tags {
            if !node.tags.contains(tag) && node.tags.len() < MOST_TAGS {
                node.tags.push(tag.clone());
            }
        }
        id
    }

    fn tell(&mut self, line: &Line, plan: &QuickPlan) {
        for remark in &plan.remarks {
            let at = line_of(line);
            match remark {
                Remark::NoPlace(word, _) => {
                    let what = both!(
                        "'{word}' names no level or area: it stays in the label",
                        "«{word}» er ikke noe nivå eller område: det blir stående i navnet"
                    );
                    self.report.guess(what, at);
                }
                Remark::Begun(word, _) if word.len() == 1 => {}
                Remark::ManyPlaces(word, _) | Remark::Begun(word, _) => {
                    let what = both!(
                        "'{word}' could be several places: it stays in the label",
                        "«{word}» kan være flere steder: det blir stående i navnet"
                    );
                    self.report.guess(what, at);
                }
                Remark::SecondPlace(word) => {
                    let what = both!(
                        "'{word}' is a second place: it stays in the label",
                        "«{word}» er en plass til: det blir stående i navnet"
                    );
                    self.report.guess(what, at);
                }
                Remark::LooseArrow(word) => {
                    let why =
                        both!("the arrow has no card on one side", "pilen mangler et kort på den ene siden");
                    self.skip(line, format!("'{word}'"), why);
                }
                // Lines are at most as long as labels may be, and longer ones were skipped before.
                Remark::TooLong(_) => {}
            }
        }
    }

    fn skip(&mut self, line: &Line, what: impl Into<Both>, why: Both) {
        let (file, what) = (HERE.to_owned(), what.into());
        self.report.skipped.push(Skipped { what, why, file, line: line.number });
    }

    fn done(mut self) -> (Deed, Report) {
        self.tell_headings();
        let mut target = Map::new("").with_frame(self.frame.frame());
        for (id, node) in &self.nodes {
            target.insert_node(id.clone(), node.clone()).expect("keys of one table are unique");
        }
        for (id, link) in &self.links {
            target
                .insert_link(id.clone(), link.clone())
                .expect("its ends are cards of the list or of the map");
        }
        let mut told = Update::default();
        for id in &self.named {
            match self.map.node(id) {
                None => told.new.nodes += 1,
                Some(was) if self.nodes.get(id) == Some(was) => told.unchanged.nodes += 1,
                Some(was) => {
                    told.changed.nodes += 1;
                    let label = &was.label;
                    told.told.push(both!(
                        "changed: '{label}' (its place or tags)",
                        "endret: «{label}» (plassen eller stikkordene)"
                    ));
                }
            }
        }
        let old = self.linked.iter().filter(|id| self.map.link(id).is_some()).count();
        told.new.links = self.linked.len() - old;
        told.unchanged.links = old;
        let rest = |all: usize, met: usize| all.saturating_sub(met);
        told.left.nodes = rest(self.map.node_count(), told.changed.nodes + told.unchanged.nodes);
        told.left.links = rest(self.map.link_count(), old);

        self.report.settle();
        self.report.read = Counts { nodes: self.named.len(), links: self.linked.len() };
        let what = self
            .first
            .or_else(|| self.named.first().and_then(|id| self.nodes.get(id)).map(|node| node.label.clone()));
        let count = (told.new.nodes + told.changed.nodes).max(1);
        self.report.update = Some(told);
        let edits = diff(self.map, &target).edits;
        (Deed::new(Verb::Import, what.unwrap_or_default(), edits).of(count), self.report)
    }
}

/// A line by its number.
fn line_of(line: &Line) -> Both {
    let number = line.number;
    both!("line {number}", "linje {number}")
}

#[cfg(test)]
mod tests;
