//! Two sides of a map whose edits do not touch each other: no field, card or link is in the hands of both.

use std::collections::BTreeSet;

use floke::file::{Document, Entry};
use floke::map::*;

use super::chance::Chance;

/// A map of so many cards with three levels, two areas and sources, and so many links.
pub fn base(cards: usize, links: usize, chance: &mut Chance) -> Document {
    let mut document = Document::default();
    document.frame.head.title = "Apart".to_owned();
    for id in ["low", "middle", "high", "spare-0", "spare-1", "spare-2", "spare-3"] {
        document.frame.levels.push(Level { id: id.into(), name: id.to_owned(), part_of: None });
    }
    for id in ["1", "2"] {
        document.frame.areas.push(Area { id: id.into(), name: id.to_owned(), ..Area::default() });
    }
    for id in ["survey", "panel"] {
        document.frame.sources.insert(id.into(), Source { title: id.to_owned(), ..Source::default() });
    }
    for at in 0..cards {
        let mut node = Node::new(Kind::Cause, format!("Card {at}"));
        node.level = [Some("low"), Some("high"), None][chance.below(3)].map(Into::into);
        node.note = (0..chance.below(4)).map(|line| format!("Line {line}.")).collect();
        document.nodes.insert(card(at), Entry { node, ..Entry::default() });
    }
    for _ in 0..links {
        let (from, to) = (card(chance.below(cards)), card(chance.below(cards)));
        let entry = document.nodes.get_mut(&from).expect("a card");
        entry.links.insert((LinkKind::Causes, to), Link::signed(Sign::ALL[chance.below(3)]));
    }
    document
}

fn card(at: usize) -> NodeId {
    NodeId::new(format!("card-{at}"))
}

/// What is in somebody's hands.
#[derive(Default)]
struct Hands {
    /// A field of an item, or an item that comes or goes, in words.
    taken: BTreeSet<String>,
    /// Items of which something is in somebody's hands.
    touched: BTreeSet<String>,
    gone: BTreeSet<String>,
}

impl Hands {
    fn field(&mut self, item: &str, field: &str) -> bool {
        if self.gone.contains(item) || !self.taken.insert(format!("{item} {field}")) {
            return false;
        }
        self.touched.insert(item.to_owned());
        true
    }

    fn go(&mut self, item: &str) -> bool {
        !self.touched.contains(item) && self.gone.insert(item.to_owned())
    }
}

/// The base, two sides with `k` edits each, and the map with the edits of both.
pub struct Apart {
    pub base: Map,
    pub ours: Map,
    pub theirs: Map,
    pub both: Map,
}

pub fn apart(cards: usize, links: usize, k: usize, chance: &mut Chance) -> Apart {
    let base = base(cards, links, chance);
    let (mut ours, mut theirs, mut both) = (base.clone(), base.clone(), base.clone());
    let mut hands = Hands::default();
    let links: Vec<LinkId> = base.links().map(|(id, _)| id).collect();
    let (mut done, mut tried) = (0, 0);
    while done < 2 * k {
        tried += 1;
        assert!(tried < 10_000, "there is room for the edits");
        let side = if done % 2 == 0 { &mut ours } else { &mut theirs };
        if let Some(edit) = edit(&links, cards, tried, &mut hands, chance) {
            edit(side);
            edit(&mut both);
            done += 1;
        }
    }
    let map = |document: Document| document.to_map().expect("is a map");
    Apart { base: map(base), ours: map(ours), theirs: map(theirs), both: map(both) }
}

type Doing = Box<dyn Fn(&mut Document)>;

/// An edit of what is in nobody's hands; `None` if what was chosen is.
fn edit(
    links: &[LinkId],
    cards: usize,
    number: usize,
    hands: &mut Hands,
    chance: &mut Chance,
) -> Option<Doing> {
    let id = card(chance.below(cards));
    let item = format!("node {id}");
    let link = links[chance.below(links.len())].clone();
    let other = card(chance.below(cards));
    Some(match chance.below(16) {
        0 | 1 => {
            let (field, value) = match chance.below(5) {
                0 => ("label", Value::of(&format!("New {number}"))),
                1 => ("certainty", Value::of(&Certainty::ALL[chance.below(4)])),
                2 => ("level", Value::of("middle")),
                3 => ("area", Value::of("1")),
                _ => ("short", Value::of(&format!("N{number}"))),
            };
            hands.field(&item, field).then_some(())?;
            set_node(id, field, value)
        }
        2 => {
            hands.field(&item, "note").then_some(())?;
            set_node(id, "note", Value::of(&vec![format!("Note {number}.")]))
        }
        3 => {
            hands.field(&item, "sources").then_some(())?;
            set_node(id, "sources", Value::tidy("{\"survey\": (page: \"3\")}"))
        }
        // Dots, tags and pins may be in both hands.
        4 => {
            hands.field(&item, &format!("tag {number}")).then_some(())?;
            on_node(id, move |node| node.tags.push(format!("tag {number}")))
        }
        5 => {
            hands.field(&item, &format!("vote {number}")).then_some(())?;
            on_node(id, |node| node.votes += 1)
        }
        6 | 7 => {
            let (field, value) = match chance.below(3) {
                0 => ("sign", Value::of(&Sign::ALL[chance.below(3)])),
                1 => ("delay", Value::tidy("true")),
                _ => ("note", Value::of(&vec![format!("Why {number}.")])),
            };
            let ends = [&link.from, &link.to].map(|id| format!("node {id}"));
            if ends.iter().any(|end| hands.gone.contains(end)) || !hands.field(&link.to_string(), field) {
                return None;
            }
            // A card whose link somebody changes is not free to go.
            hands.touched.extend(ends);
            on_link(link, move |link| link.set(field, Some(&value)).expect("fits"))
        }
        8 => {
            hands.go(&link.to_string()).then_some(())?;
            Box::new(move |document| {
                let entry = document.nodes.get_mut(&link.from).expect("there");
                entry.links.remove(&(link.kind, link.to.clone()));
            })
        }
        9 | 10 => {
            let link = LinkId { from: id.clone(), to: other.clone(), kind: LinkKind::ALL[chance.below(9)] };
            let ends = [&id, &other].map(|id| format!("node {id}"));
            if links.contains(&link) || ends.iter().any(|end| hands.gone.contains(end)) {
                return None;
            }
            hands.field(&link.to_string(), "").then_some(())?;
            hands.touched.extend(ends);
            let value = Link::default().fitted_to(link.kind);
            Box::new(move |document| {
                let entry = document.nodes.get_mut(&link.from).expect("there");
                entry.links.insert((link.kind, link.to.clone()), value.clone());
            })
        }
        11 => {
            let own: Vec<String> =
                links.iter().filter(|link| link.from == id || link.to == id).map(LinkId::to_string).collect();
            let free = |link: &String| !hands.touched.contains(link) && !hands.gone.contains(link);
            if !own.iter().all(free) || !hands.go(&item) {
                return None;
            }
            hands.gone.extend(own);
            Box::new(move |document| {
                document.nodes.remove(&id);
                for entry in document.nodes.values_mut() {
                    entry.links.retain(|(_, to), _| *to != id);
                }
            })
        }
        12 => Box::new(move |document| {
            let node = Node::new(Kind::Actor, format!("Actor {number}"));
            document.nodes.insert(NodeId::new(format!("actor-{number}")), Entry { node, ..Entry::default() });
        }),
        13 => Box::new(move |document| {
            let id = format!("level-{number}");
            document.frame.levels.push(Level { id: id.as_str().into(), name: id, part_of: None });
        }),
        14 => {
            let spare = format!("spare-{}", chance.below(4));
            hands.go(&spare).then_some(())?;
            Box::new(move |document| document.frame.levels.retain(|level| level.id.as_str() != spare))
        }
        _ => Box::new(move |document| {
            let id = format!("source-{number}");
            document.frame.sources.insert(id.as_str().into(), Source { title: id, ..Source::default() });
        }),
    })
}

fn on_node(id: NodeId, change: impl Fn(&mut Node) + 'static) -> Doing {
    Box::new(move |document| change(&mut document.nodes.get_mut(&id).expect("there").node))
}

fn set_node(id: NodeId, field: &'static str, value: Value) -> Doing {
    on_node(id, move |node| node.set(field, Some(&value)).expect("fits"))
}

fn on_link(id: LinkId, change: impl Fn(&mut Link) + 'static) -> Doing {
    Box::new(move |document| {
        let entry = document.nodes.get_mut(&id.from).expect("there");
        change(entry.links.get_mut(&(id.kind, id.to.clone())).expect("there"));
    })
}
