//! The quick notation: a line of text as cards and links, as fast as people talk.
//!
//! `a -> b -| c` is two links; `->` is the same direction, `-o` or `-|` the opposite, `-?` unknown, and one more
//! dash is a delay: `-->`. An arrow has blanks on both sides. `/level` and `#area` stand at the end of a card,
//! and are places only if they name one; else they belong to the label, and the plan says so. A label in double
//! quotes is taken as it stands.
//!
//! A [`QuickPlan`] says what a line would do, for a preview at every key; [`QuickPlan::deed`] does it. Only an
//! equal label ever means a card that is there; near ones are offered and never taken.

mod line;
mod near;
mod place;

use line::{Arrow, Word, parts};
use near::find;
use place::{Named, Place};

use super::change::Edit;
use super::fold::fold;
use super::graph::Map;
use super::id::{AreaId, LevelId, NodeId};
use super::item::Item;
use super::limits::{LONGEST_LABEL, longer};
use super::link::{Link, LinkId, LinkKind, Sign};
use super::node::{Certainty, Kind, Node};
use super::slug::free_slug;
use super::value::Value;
use super::verb::{Deed, Verb, move_node};

/// What a card of the line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// A node that is there: its label is equal.
    There(NodeId),
    /// A new one; the nodes that it may have meant, nearest first.
    New(Vec<NodeId>),
}

/// A card of the line. One that the line names twice is there once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuickCard {
    /// The label as typed.
    pub label: String,
    /// The level it was given.
    pub level: Option<LevelId>,
    /// The area it was given.
    pub area: Option<AreaId>,
    /// What it is.
    pub is: Match,
}

/// A link of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuickLink {
    /// Where it starts, as a place in [`QuickPlan::cards`].
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// `acts_on` from a measure that is there, else `causes`.
    pub kind: LinkKind,
    /// Its sign.
    pub sign: Sign,
    /// Whether it takes a time.
    pub delay: bool,
    /// How well founded.
    pub certainty: Option<Certainty>,
    /// Whether the map has such a link; it is then left as it is.
    pub there: bool,
}

/// Something that the line's writer may have meant otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// No level or area is called so: the word belongs to the label.
    NoPlace(String),
    /// Several levels or areas begin so, by id: the word belongs to the label.
    ManyPlaces(String, Vec<String>),
    /// The card has a level, or an area, already: the word belongs to the label.
    SecondPlace(String),
    /// The arrow has no card on one side and makes no link.
    LooseArrow(String),
    /// The label, of which this is the beginning, is longer than a file may hold: the line does nothing.
    TooLong(String),
}

/// What a line would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuickPlan {
    /// The cards in the order of the line.
    pub cards: Vec<QuickCard>,
    /// The links in the order of the line.
    pub links: Vec<QuickLink>,
    /// What may have been meant otherwise, in the order of the line.
    pub remarks: Vec<Remark>,
}

/// What the line would do to the map. A blank line does nothing. O(nodes) for each card.
#[must_use]
pub fn plan(map: &Map, text: &str) -> QuickPlan {
    let mut plan = QuickPlan::default();
    let mut before: Option<usize> = None;
    let mut arrow: Option<(&str, Arrow)> = None;
    for (words, next) in parts(text) {
        let card = plan.take_card(map, &words);
        match (before, arrow, card) {
            (Some(from), Some((_, arrow)), Some(to)) => plan.take_link(map, from, to, arrow),
            (_, Some((typed, _)), _) => plan.remarks.push(Remark::LooseArrow(typed.to_owned())),
            _ => {}
        }
        before = card;
        arrow = next;
    }
    plan
}

impl QuickPlan {
    /// The same as people say it in a room: they say 'leads to' before they have judged a sign, so every new +
    /// is a hypothesis.
    #[must_use]
    pub fn as_said(mut self) -> Self {
        for link in self.links.iter_mut().filter(|link| link.sign == Sign::Plus) {
            link.certainty = Some(Certainty::Hypothesis);
        }
        self
    }

    /// Whether a label is longer than a file may hold.
    #[must_use]
    pub fn too_long(&self) -> bool {
        self.cards.iter().any(|card| longer(&card.label, LONGEST_LABEL))
    }

    /// The deed: new cards as causes, new links, and places for cards that are there already. `None` if there is
    /// nothing to do, or a label is too long.
    #[must_use]
    pub fn deed(&self, map: &Map) -> Option<Deed> {
        if self.too_long() {
            return None;
        }
        let mut edits = Vec::new();
        let mut ids: Vec<NodeId> = Vec::new();
        let mut new_labels = Vec::new();
        for card in &self.cards {
            match &card.is {
                Match::There(id) => {
                    let node = map.node(id)?;
                    let level = card.level.as_ref().or(node.level.as_ref());
                    let area = card.area.as_ref().or(node.area.as_ref());
                    edits.extend(
                        move_node(map, id, level, area).into_iter().flat_map(|deed| deed.change.edits),
                    );
                    ids.push(id.clone());
                }
                Match::New(_) => {
                    let taken = |text: &str| {
                        map.find_node(&text.into()).is_some() || ids.iter().any(|id| id.as_str() == text)
                    };
                    let id = free_slug(&card.label, taken);
                    let node = Node {
                        level: card.level.clone(),
                        area: card.area.clone(),
                        ..Node::new(Kind::Cause, &card.label)
                    };
                    edits.push(Edit::add(Item::Node(id.clone()), Value::of(&node)));
                    new_labels.push(card.label.as_str());
                    ids.push(id);
                }
            }
        }
        let mut connected = None;
        for link in self.links.iter().filter(|link| !link.there) {
            let id = LinkId { from: ids[link.from].clone(), to: ids[link.to].clone(), kind: link.kind };
            let value = Link { delay: link.delay, certainty: link.certainty, ..Link::signed(link.sign) };
            edits.push(Edit::add(Item::Link(id), Value::of(&value)));
            let label = |card: usize| &self.cards[card].label;
            connected.get_or_insert_with(|| format!("{} → {}", label(link.from), label(link.to)));
        }
        if edits.is_empty() {
            return None;
        }
        let (verb, what) = match (new_labels.is_empty(), connected) {
            (false, _) => (Verb::Add, new_labels.join(", ")),
            (true, Some(link)) => (Verb::Connect, link),
            (true, None) => (Verb::Move, self.cards[0].label.clone()),
        };
        Some(Deed::new(verb, what, edits).of(new_labels.len().max(1)))
    }

    /// Takes the card that the words name; `None` for no words.
    fn take_card(&mut self, map: &Map, words: &[Word<'_>]) -> Option<usize> {
        let (mut level, mut area) = (None, None);
        let mut end = words.len();
        // Places stand at the end; a card that is only a place would have no label.
        while end > 1 {
            let word = words[end - 1].text;
            let remark = match Place::of(map, word) {
                Named::One(Place::Level(id)) if level.is_none() => {
                    level = Some(id);
                    None
                }
                Named::One(Place::Area(id)) if area.is_none() => {
                    area = Some(id);
                    None
                }
                Named::One(_) => Some(Remark::SecondPlace(word.to_owned())),
                Named::Many(ids) => Some(Remark::ManyPlaces(word.to_owned(), ids)),
                Named::Nothing => Some(Remark::NoPlace(word.to_owned())),
                Named::NotMeant => break,
            };
            if let Some(remark) = remark {
                self.remarks.push(remark);
                break;
            }
            end -= 1;
        }
        let label = match words[..end] {
            [] => return None,
            [Word { text, quoted: true }] => text.to_owned(),
            _ => words[..end].iter().map(Word::typed).collect::<Vec<_>>().join(" "),
        };
        let folded = fold(&label);
        if let Some(at) = self.cards.iter().position(|card| fold(&card.label) == folded) {
            let card = &mut self.cards[at];
            card.level = card.level.take().or(level);
            card.area = card.area.take().or(area);
            return Some(at);
        }
        // What is like a label of that length need not be looked for: none is.
        let is = if longer(&label, LONGEST_LABEL) {
            self.remarks.push(Remark::TooLong(label.chars().take(40).collect()));
            Match::New(Vec::new())
        } else {
            find(map, &label)
        };
        self.cards.push(QuickCard { label, level, area, is });
        Some(self.cards.len() - 1)
    }

    fn take_link(&mut self, map: &Map, from: usize, to: usize, arrow: Arrow) {
        let kind = match self.id(from).and_then(|id| map.node(id)) {
            Some(node) if node.kind == Kind::Measure => LinkKind::ActsOn,
            _ => LinkKind::Causes,
        };
        let in_line = self.links.iter().any(|link| (link.from, link.to, link.kind) == (from, to, kind));
        let in_map = self.id(from).zip(self.id(to)).is_some_and(|(from, to)| {
            map.link(&LinkId { from: from.clone(), to: to.clone(), kind }).is_some()
        });
        let Arrow { sign, delay } = arrow;
        self.links.push(QuickLink { from, to, kind, sign, delay, certainty: None, there: in_line || in_map });
    }

    fn id(&self, card: usize) -> Option<&NodeId> {
        match &self.cards[card].is {
            Match::There(id) => Some(id),
            Match::New(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Area, Frame, Level};

    fn map() -> Map {
        let level = |id: &str, name: &str| Level { id: id.into(), name: name.into(), part_of: None };
        let area = |id: &str, name: &str| Area { id: id.into(), name: name.into(), ..Area::default() };
        let mut map = Map::new("x").with_frame(Frame {
            levels: vec![
                level("users", "Brukere"),
                level("practitioners", "Utøvere"),
                level("management", "Ledelse og organisering"),
                level("system", "Systemet"),
            ],
            areas: vec![area("1", "Møtet"), area("1A", "Inn i møtet"), area("4", "Skole og fritid")],
            ..Frame::default()
        });
        for (kind, label) in [
            (Kind::Cause, "Tillit til hjelperne"),
            (Kind::Cause, "Skole"),
            (Kind::Cause, "Før skolestart"),
            (Kind::Measure, "Medlytt og lær"),
            (Kind::Cause, "Får"),
        ] {
            let node = Node { level: Some("users".into()), ..Node::new(kind, label) };
            map.insert_node(free_slug(label, |_| false), node).expect("new");
        }
        let id = LinkId::new("skole", LinkKind::Causes, "tillit-til-hjelperne");
        map.insert_link(id, Link::signed(Sign::Minus)).expect("new");
        map
    }

    /// The plan in words: new cards with a plus, places in brackets, links with `!` where there already.
    fn words(map: &Map, text: &str) -> String {
        let plan = plan(map, text);
        let mut words: Vec<String> = Vec::new();
        for card in &plan.cards {
            let places = [card.level.as_ref().map(LevelId::as_str), card.area.as_ref().map(AreaId::as_str)];
            let places: Vec<&str> = places.into_iter().flatten().collect();
            let places = if places.is_empty() { String::new() } else { format!("({})", places.join(" ")) };
            words.push(match &card.is {
                Match::There(id) => format!("{id}{places}"),
                Match::New(_) => format!("+{}{places}", card.label),
            });
        }
        for link in &plan.links {
            let delay = if link.delay { "~" } else { "" };
            let kind = if link.kind == LinkKind::ActsOn { "acts" } else { "" };
            let there = if link.there { "!" } else { "" };
            words.push(format!("{}{}{delay}{kind}{}{there}", link.from, link.sign.symbol(), link.to));
        }
        for remark in &plan.remarks {
            words.push(match remark {
                Remark::NoPlace(word) => format!("no place {word}"),
                Remark::ManyPlaces(word, ids) => format!("many {word}: {}", ids.join(" ")),
                Remark::SecondPlace(word) => format!("second {word}"),
                Remark::LooseArrow(word) => format!("loose {word}"),
                Remark::TooLong(start) => format!("long {start}"),
            });
        }
        words.join("; ")
    }

    #[test]
    fn a_line_says_cards_links_and_places() {
        let map = map();
        for (text, wanted) in [
            ("", ""),
            ("   ", ""),
            ("Long wait", "+Long wait"),
            ("  Long\t  wait ", "+Long wait"),
            ("a -> b", "+a; +b; 0+1"),
            ("a -> b -| c", "+a; +b; +c; 0+1; 1-2"),
            ("a -o b -? c", "+a; +b; +c; 0-1; 1?2"),
            ("a --> b --o c --? d --| e", "+a; +b; +c; +d; +e; 0+~1; 1-~2; 2?~3; 3-~4"),
            ("a -> b -> a", "+a; +b; 0+1; 1+0"),
            ("a -> A", "+a; 0+0"),
            ("a -> b -> a -> b", "+a; +b; 0+1; 1+0; 0+1!"),
            // An arrow needs blanks on both sides.
            ("a->b", "+a->b"),
            ("e-mail -o post", "+e-mail; +post; 0-1"),
            ("a --- b", "+a --- b"),
            ("a - b", "+a - b"),
            // Places stand at the end and name one.
            ("Rom /practitioners #1A", "+Rom(practitioners 1A)"),
            ("Rom #1A /practitioners -> Tid /man", "+Rom(practitioners 1A); +Tid(management); 0+1"),
            ("Rom /utøv", "+Rom(practitioners)"),
            ("Rom /utov", "+Rom /utov; no place /utov"),
            ("Rom /LEDELSEOG", "+Rom(management)"),
            ("Rom #1", "+Rom(1)"),
            ("Rom #skole", "+Rom(4)"),
            ("Rom #m", "+Rom(1)"),
            ("Rom /s", "+Rom(system)"),
            ("Rom #inn /nowhere", "+Rom #inn /nowhere; no place /nowhere"),
            ("Rom /nowhere #inn", "+Rom /nowhere(1A); no place /nowhere"),
            ("Rom /users /system", "+Rom /users(system); second /users"),
            ("Rom /users til leie", "+Rom /users til leie"),
            ("#1A", "+#1A"),
            ("og/eller", "+og/eller"),
            ("km / t /", "+km / t /"),
            // Quotes keep a label as it stands.
            ("\"a -> b\" -> c", "+a -> b; +c; 0+1"),
            ("\"Rom  #1A\" #4", "+Rom  #1A(4)"),
            ("\"Rom\" leie", "+\"Rom\" leie"),
            ("the \"whole\" story", "+the \"whole\" story"),
            ("\"a -> b", "+\"a; +b; 0+1"),
            ("\"\" -> b", "+\"\"; +b; 0+1"),
            // What is unfinished.
            ("a ->", "+a; loose ->"),
            ("-> b", "+b; loose ->"),
            ("a -> -o b", "+a; +b; loose ->; loose -o"),
            ("->", "loose ->"),
        ] {
            assert_eq!(words(&map, text), wanted, "{text}");
        }
    }

    #[test]
    fn only_an_equal_label_is_a_card_that_is_there() {
        let map = map();
        for (text, wanted) in [
            ("SKOLE", "skole"),
            ("tillit  til hjelperne /system", "tillit-til-hjelperne(system)"),
            ("Skole -> Tillit til hjelperne", "skole; tillit-til-hjelperne; 0+1!"),
            ("Tillit til hjelperne -> Skole", "tillit-til-hjelperne; skole; 0+1"),
            ("medlytt og lær -> skole", "medlytt-og-laer; skole; 0+acts1"),
            ("Far", "+Far"),
            ("FÅR", "faar"),
            ("Fa\u{30a}r", "faar"),
            ("Medlytt og lar", "+Medlytt og lar"),
            ("Skol", "+Skol"),
        ] {
            assert_eq!(words(&map, text), wanted, "{text}");
        }
    }

    #[test]
    fn near_cards_are_offered() {
        let map = map();
        let near = |text: &str| match &plan(&map, text).cards[0].is {
            Match::New(near) => near.iter().map(ToString::to_string).collect::<Vec<_>>(),
            Match::There(id) => vec![format!("is {id}")],
        };
        assert_eq!(near("sko"), ["skole", "foer-skolestart"]);
        assert_eq!(near("før sko"), ["foer-skolestart"]);
        assert_eq!(near("for sko"), [""; 0]);
        assert_eq!(near("til hjelp"), ["tillit-til-hjelperne"]);
        assert_eq!(near("Tilit til hjelpern"), ["tillit-til-hjelperne"]);
        assert_eq!(near("Medlytt og lar"), ["medlytt-og-laer"]);
        // Five letters, one of them other: too short to guess.
        assert_eq!(near("Skåle"), [""; 0]);
        assert_eq!(near("kole"), [""; 0]);
    }

    #[test]
    fn the_deed_is_one_change_that_can_be_undone() {
        let mut map = map();
        let before = map.clone();
        let deed = plan(&map, "Skole /system #4 --o Skole 2 -> skole-2 -> Skole 2 /users").deed(&map);
        let deed = deed.expect("something to do");
        assert_eq!((deed.verb, deed.what.as_str()), (Verb::Add, "Skole 2, skole-2"));
        map.apply(&deed.change).expect("fits");
        let skole = map.node(&"skole".into()).expect("there");
        assert_eq!((skole.level.clone(), skole.area.clone()), (Some("system".into()), Some("4".into())));
        // Both new labels want the same id.
        assert_eq!(map.node(&"skole-2".into()).map(|node| node.label.as_str()), Some("Skole 2"));
        assert_eq!(map.node(&"skole-2-2".into()).map(|node| node.label.as_str()), Some("skole-2"));
        let link = map.link(&LinkId::new("skole", LinkKind::Causes, "skole-2")).expect("new");
        assert_eq!((link.sign, link.delay, link.certainty), (Some(Sign::Minus), true, None));
        map.apply(&deed.change.inverse()).expect("fits");
        assert_eq!(map, before);
    }

    #[test]
    fn what_is_there_is_left_as_it_is() {
        let map = map();
        assert_eq!(plan(&map, "").deed(&map), None);
        assert_eq!(plan(&map, "skole").deed(&map), None);
        assert_eq!(plan(&map, "skole /users").deed(&map), None);
        assert_eq!(plan(&map, "skole -> Tillit til hjelperne").deed(&map), None);
        let deed = plan(&map, "skole -? får").deed(&map).expect("a new link");
        assert_eq!((deed.verb, deed.what.as_str()), (Verb::Connect, "skole → får"));
        let deed = plan(&map, "skole /system").deed(&map).expect("another level");
        assert_eq!((deed.verb, deed.change.edits.len()), (Verb::Move, 1));
    }

    #[test]
    fn a_label_longer_than_a_file_may_hold_is_remarked_on_and_not_added() {
        let map = map();
        let longest = "å".repeat(LONGEST_LABEL);
        let deed = plan(&map, &format!("{longest} -> Skole")).deed(&map);
        assert_eq!(deed.expect("it fits").what, longest);
        let plan = plan(&map, &format!("Rom -> {longest}å"));
        assert_eq!(plan.remarks, [Remark::TooLong("å".repeat(40))]);
        assert_eq!(plan.deed(&map), None);
    }

    #[test]
    fn what_a_room_says_is_a_hypothesis() {
        let said = plan(&map(), "a -> b -o c -? d").as_said();
        let certainty: Vec<_> = said.links.iter().map(|link| link.certainty).collect();
        assert_eq!(certainty, [Some(Certainty::Hypothesis), None, None]);
    }
}
