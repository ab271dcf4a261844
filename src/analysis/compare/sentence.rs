//! A comparison in words: one line for each thing it says, in the order in which a reviewer reads them.
//!
//! Every line is safe to show and names the item that it is about, so that a screen can go there. How lines are laid
//! out is for others.

mod feedback;
mod items;

use std::collections::{HashMap, HashSet};

use super::{Claim, Comparison};
use crate::map::{Change, Item, LevelId, Link, LinkId, LinkKind, LoopId, Map, NodeId, Sign};
use crate::text::reading::{self, Hop, LoopKind};
use crate::text::words::says::{self, Saying, quoted};
use crate::text::{Lang, visible};

/// The parts of what is said, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// What the change claims, in one sentence.
    Claims,
    /// Loops, hearing, what is cut off.
    Feedback,
    /// Steps of journeys that show what is gone.
    Journeys,
    /// Certainty raised without a new source.
    Certainty,
    /// Signs.
    Signs,
    /// Labels that say something else altogether.
    Meaning,
    /// Links that came, went, changed.
    Links,
    /// Cards.
    Cards,
    /// Levels.
    Levels,
    /// Areas, phases, effect goals.
    Areas,
    /// Sources.
    Sources,
    /// What lost its sources, and what has none.
    Evidence,
    /// Notes.
    Notes,
    /// Named loops, journeys, observations set aside, as items.
    Told,
    /// The head of the map.
    Map,
    /// Places in cells and lists.
    Moves,
}

impl Section {
    /// Its heading; empty for the claims, which stand first and need none.
    #[must_use]
    pub fn heading(self, lang: Lang) -> &'static str {
        let words = &lang.words().changes;
        match self {
            Section::Claims => "",
            Section::Feedback => words.feedback,
            Section::Journeys => words.journeys,
            Section::Certainty => words.certainty,
            Section::Signs => words.signs,
            Section::Meaning => words.meaning,
            Section::Links => words.links,
            Section::Cards => words.cards,
            Section::Levels => words.levels,
            Section::Areas => words.areas,
            Section::Sources => words.sources,
            Section::Evidence => words.evidence,
            Section::Notes => words.notes,
            Section::Told => words.told,
            Section::Map => words.map,
            Section::Moves => words.moves,
        }
    }

    /// Whether it says what a change means; else it lists what was changed.
    #[must_use]
    pub fn is_meaning(self) -> bool {
        self <= Section::Meaning
    }
}

/// What happened to what a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stroke {
    /// Nothing that a mark could say.
    Plain,
    /// It came.
    Added,
    /// It went.
    Removed,
    /// It changed.
    Changed,
}

impl Stroke {
    /// `+`, `−`, `~`, or nothing.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Stroke::Plain => "",
            Stroke::Added => "+",
            Stroke::Removed => "−",
            Stroke::Changed => "~",
        }
    }
}

/// One line of what is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The part it belongs to.
    pub section: Section,
    /// What happened.
    pub stroke: Stroke,
    /// The line, safe to show.
    pub text: String,
    /// What it is about, under the id it has after; what is gone has the id it had.
    pub at: Option<Item>,
    /// The changes that it comes from, as far as that is known: without them it would not be said.
    pub from: Vec<Source>,
}

/// Something that was changed: an item, and which fields of it; all of it where none is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The item.
    pub item: Item,
    /// Its fields.
    pub fields: Vec<String>,
}

/// How many claims are said; the rest is counted.
const MOST_CLAIMS: usize = 2;

impl Comparison<'_> {
    /// Everything there is to say, by section. Empty where the maps say the same.
    #[must_use]
    pub fn said(&self, lang: Lang) -> Vec<Said> {
        self.told(lang, false)
    }

    /// The same with a line for each field that was changed, for whoever goes through them one by one.
    #[must_use]
    pub fn said_apart(&self, lang: Lang) -> Vec<Said> {
        self.told(lang, true)
    }

    fn told(&self, lang: Lang, apart: bool) -> Vec<Said> {
        let mut teller = Teller { own: self, lang, apart, all: Vec::new() };
        if !self.is_empty() {
            teller.claims();
            teller.feedback();
            teller.meaning();
            teller.items();
        }
        teller.all
    }

    /// How many cards and links came, went and changed: `2 links removed, 1 card changed`. Empty where none did.
    #[must_use]
    pub fn numbers(&self, lang: Lang) -> String {
        let (things, links, doing) = (&lang.words().things, &lang.words().links, &lang.words().doing);
        let mut parts = Vec::new();
        for (noun, is) in [(&things.card, is_node as fn(&Item) -> bool), (&links.link, is_link)] {
            for (stroke, word) in [
                (Stroke::Added, doing.added),
                (Stroke::Removed, doing.removed),
                (Stroke::Changed, doing.changed),
            ] {
                let n = touched(&self.change, stroke).filter(|item| is(item)).count();
                if n > 0 {
                    parts.push(format!("{} {word}", noun.of(n)));
                }
            }
        }
        parts.join(", ")
    }
}

fn is_node(item: &Item) -> bool {
    matches!(item, Item::Node(_))
}

fn is_link(item: &Item) -> bool {
    matches!(item, Item::Link(_))
}

/// The items that came, went or changed, each once, in their order.
fn touched(change: &Change, stroke: Stroke) -> impl Iterator<Item = &Item> {
    let own = move |edit: &&crate::map::Edit| {
        let own = match (&edit.field, &edit.new) {
            (Some(_), _) => Stroke::Changed,
            (None, Some(_)) => Stroke::Added,
            (None, None) => Stroke::Removed,
        };
        own == stroke
    };
    let all: std::collections::BTreeSet<&Item> =
        change.edits.iter().filter(own).map(|edit| &edit.item).collect();
    all.into_iter()
}

/// Says a comparison line by line.
struct Teller<'a> {
    own: &'a Comparison<'a>,
    lang: Lang,
    /// Whether each field has a line of its own.
    apart: bool,
    all: Vec<Said>,
}

impl Teller<'_> {
    fn say(&mut self, section: Section, stroke: Stroke, text: String, at: Option<Item>) {
        let from = at.iter().map(|item| Source { item: item.clone(), fields: Vec::new() }).collect();
        self.say_from(section, stroke, text, at, from);
    }

    fn say_from(
        &mut self,
        section: Section,
        stroke: Stroke,
        text: String,
        at: Option<Item>,
        from: Vec<Source>,
    ) {
        let changed = |source: &Source| self.own.change.edits.iter().any(|edit| edit.item == source.item);
        let from = from.into_iter().filter(changed).collect();
        self.all.push(Said { section, stroke, text, at, from });
    }

    /// Links as what something comes from.
    fn of_links<'b>(links: impl IntoIterator<Item = &'b LinkId>) -> Vec<Source> {
        links.into_iter().map(|id| Source { item: Item::Link(id.clone()), fields: Vec::new() }).collect()
    }

    /// A field of an item as what something comes from.
    fn of_field(item: &Item, field: &str) -> Vec<Source> {
        vec![Source { item: item.clone(), fields: vec![field.to_owned()] }]
    }

    /// What both maps call a thing: as it is after, else as it was.
    fn named<'b>(&'b self, name: impl Fn(&'b Map) -> Option<&'b str>, id: &'b str) -> String {
        let found = name(self.own.after).or_else(|| name(&self.own.before));
        let found = found.filter(|name| !name.trim().is_empty()).unwrap_or(id);
        visible(&found.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
    }

    fn node(&self, id: &NodeId) -> String {
        self.named(|map| map.find_node(id).map(|(_, node)| node.label.as_str()), id.as_str())
    }

    fn level(&self, id: &LevelId) -> String {
        let of = |id: &LevelId| self.named(|map| map.level(id).map(|level| level.name.as_str()), id.as_str());
        let whole = |map: &Map| map.whole_level(id).map(|level| level.id.clone());
        match whole(self.own.after).or_else(|| whole(&self.own.before)).filter(|whole| whole != id) {
            Some(whole) => format!("{} · {}", of(&whole), of(id)),
            None => of(id),
        }
    }

    fn told(&self, id: &LoopId) -> String {
        self.named(|map| map.loops().get(id).map(|told| told.title.as_str()), id.as_str())
    }

    fn ends(&self, id: &LinkId) -> (String, String) {
        (self.node(&id.from), self.node(&id.to))
    }

    /// `«A» → «B»`, with the verb where it is not the usual one.
    fn link_name(&self, id: &LinkId) -> String {
        let (from, to) = self.ends(id);
        let verb = match id.kind {
            LinkKind::Causes => String::new(),
            kind => format!(" ({})", kind.word(self.lang)),
        };
        format!("{} → {}{verb}", quoted(&from), quoted(&to))
    }

    /// A link as a sentence.
    fn reading(&self, id: &LinkId, link: &Link) -> String {
        let (from, to) = self.ends(id);
        if !id.kind.has_sign() {
            let missing =
                if link.missing { format!(" ({})", self.lang.words().links.missing) } else { String::new() };
            return format!("{} {} {}{missing}.", quoted(&from), id.kind.word(self.lang), quoted(&to));
        }
        let turn = link.sign_or_unknown().turn();
        reading::link(
            self.lang,
            &Hop { from: &from, to: &to, turn, delay: link.delay, missing: link.missing },
        )
    }

    /// What the change claims, the gravest first: what breaks a named loop or silences somebody, what closes or opens
    /// loops, what else went, came, turned.
    fn claims(&mut self) {
        let own = self.own;
        let broken: HashSet<&LinkId> = own
            .told
            .iter()
            .flat_map(|told| match &told.turn {
                super::Turn::Broke(links) | super::Turn::Stopped(links) => links.as_slice(),
                _ => &[],
            })
            .collect();
        // How short the shortest loop is that a link made, broke or turned.
        let mut on_loop: HashMap<&LinkId, usize> = HashMap::new();
        let found = own.circles.removed.iter().chain(&own.circles.added).map(|circle| &circle.links);
        for links in found.chain(own.circles.flipped.iter().map(|flipped| &flipped.links)) {
            for id in links {
                let shortest = on_loop.entry(id).or_insert(links.len());
                *shortest = links.len().min(*shortest);
            }
        }
        let unheard: HashSet<(&NodeId, &NodeId)> =
            own.hearing.unheard.iter().map(|(from, to)| (from, to)).collect();
        let silenced = |id: &LinkId| unheard.contains(&(&id.from, &id.to));
        let weight = |(id, claim): &&(LinkId, Claim)| -> (i32, usize, u8) {
            let grave = match () {
                () if broken.contains(id) || silenced(id) => 0,
                () if id.kind == LinkKind::Informs && *claim == Claim::Gone => 1,
                () if on_loop.contains_key(&id) => 2,
                () if id.kind == LinkKind::Informs => 3,
                () => 4,
            };
            (grave, on_loop.get(&id).copied().unwrap_or(usize::MAX), u8::from(*claim == Claim::Holds))
        };
        let mut claims: Vec<&(LinkId, Claim)> = own.claims.links.iter().collect();
        claims.sort_by_cached_key(weight);
        let said: Vec<String> =
            claims.iter().take(MOST_CLAIMS).map(|(id, claim)| self.claim(id, *claim)).collect();
        let text = match said.is_empty() {
            true => says::no_claim(self.lang).to_owned(),
            false => says::claims(self.lang, &said, claims.len().saturating_sub(MOST_CLAIMS)),
        };
        let at = claims.first().map(|(id, _)| Item::Link(id.clone()));
        self.say(Section::Claims, Stroke::Plain, text, at);
    }

    fn claim(&self, id: &LinkId, claim: Claim) -> String {
        let (lang, (from, to)) = (self.lang, self.ends(id));
        let verb = id.kind.word(lang);
        let saying = |sign: Sign| match (id.kind, sign) {
            (LinkKind::Causes | LinkKind::ActsOn, Sign::Plus) => Saying::Grows,
            (LinkKind::Causes | LinkKind::ActsOn, Sign::Minus) => Saying::Shrinks,
            (LinkKind::Causes | LinkKind::ActsOn, Sign::Unknown) => Saying::Affects,
            (LinkKind::Informs, _) => Saying::Tells,
            _ => Saying::Does(verb),
        };
        match claim {
            Claim::Holds | Claim::Turned(..) => {
                let sign = self.own.after.link(id).map_or(Sign::Unknown, Link::sign_or_unknown);
                says::holds_that(lang, saying(sign), &from, &to)
            }
            Claim::Gone => says::gone_that(lang, saying(Sign::Plus), &from, &to, self.still_leads(id)),
            Claim::Missing => says::missing_that(lang, verb, &from, &to),
            Claim::Refuted => says::refuted_that(lang, verb, &from, &to),
        }
    }

    /// Whether another way of the kind leads from where a link started to where it ended. O(nodes + links).
    fn still_leads(&self, id: &LinkId) -> bool {
        let along: &[LinkKind] = match id.kind {
            LinkKind::Causes | LinkKind::ActsOn => &[LinkKind::Causes, LinkKind::ActsOn],
            LinkKind::Informs => &[LinkKind::Informs],
            LinkKind::Steers => &[LinkKind::Steers],
            _ => return false,
        };
        let map = self.own.after;
        let mut seen = HashSet::from([&id.from]);
        let mut open = vec![&id.from];
        while let Some(here) = open.pop() {
            for (link, _) in
                map.links_from(here).filter(|(link, own)| along.contains(&link.kind) && own.counts())
            {
                if link.to == id.to {
                    return true;
                }
                if seen.insert(&link.to) {
                    open.push(&link.to);
                }
            }
        }
        false
    }
}

/// A loop's sign as readings take it.
fn loop_kind(polarity: crate::analysis::Polarity) -> LoopKind {
    use crate::analysis::Polarity;
    match polarity {
        Polarity::Reinforcing => LoopKind::Reinforcing,
        Polarity::Balancing => LoopKind::Balancing,
        Polarity::Undetermined => LoopKind::Undetermined,
    }
}
