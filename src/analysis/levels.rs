//! Who hears whom: what runs between the levels, up and down, and how well.
//!
//! Effects (causes, acts on) and signals (steers, informs) are two layers. The verdicts come from signals alone:
//! a path of causes informs nobody, and a cause that prevents telling is a path too. Only `informs` carries up
//! and only `steers` down. Missing and refuted links carry nothing; the missing ones between two levels are
//! named, because they are what a person found lacking. What to make of it in words is for others.

mod heard;
mod survey;

use std::collections::BTreeMap;

pub use self::heard::Heard;
use self::survey::{Ladder, Survey};
use crate::map::{Certainty, Kind, LevelId, Link, LinkId, LinkKind, Map, NodeId};

/// How well signals come through between two levels in one direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// There is no way.
    None,
    /// There are ways, and every one passes a hypothesis.
    NotKnown,
    /// Some way has no hypothesis, but those that have none pass a signal of strength 1.
    Weak,
    /// Some way has neither a signal of strength 1 nor a hypothesis.
    Works,
}

impl Verdict {
    /// `works`, `weak`, `not-known` or `none`, as programs read it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Verdict::None => "none",
            Verdict::NotKnown => "not-known",
            Verdict::Weak => "weak",
            Verdict::Works => "works",
        }
    }
}

/// A level or part and what stands on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Which.
    pub id: LevelId,
    /// How many nodes; those of its parts count too.
    pub nodes: usize,
    /// How many of them are actors.
    pub actors: usize,
    /// How many of them are causes.
    pub causes: usize,
}

/// What one layer carries between two levels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traffic {
    /// Direct links from the lower to the upper.
    pub up: usize,
    /// Direct links from the upper to the lower.
    pub down: usize,
    /// Whether links of the layer lead from a node of the lower to one of the upper, through whatever nodes.
    pub up_path: bool,
    /// The same downward.
    pub down_path: bool,
}

/// How signals come through in one direction, with the shortest of the best ways as evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// How well.
    pub verdict: Verdict,
    /// The links of the way, first to last; none if there is no way.
    pub links: Vec<LinkId>,
}

/// How well one signal comes through by itself.
#[must_use]
pub fn grade(link: &Link) -> Verdict {
    if !link.counts() {
        Verdict::None
    } else if link.certainty == Some(Certainty::Hypothesis) {
        Verdict::NotKnown
    } else if link.strength == Some(1) {
        Verdict::Weak
    } else {
        Verdict::Works
    }
}

/// Who tells past a step, each once by id, with the best of their signals.
#[must_use]
pub fn tellers<'a>(map: &Map, past: impl IntoIterator<Item = &'a LinkId>) -> Vec<(NodeId, Verdict)> {
    let mut best: BTreeMap<&NodeId, Verdict> = BTreeMap::new();
    for id in past.into_iter().filter(|id| id.kind == LinkKind::Informs) {
        let now = map.link(id).map_or(Verdict::None, grade);
        let best = best.entry(&id.from).or_insert(now);
        *best = now.max(*best);
    }
    best.into_iter().map(|(id, verdict)| (id.clone(), verdict)).collect()
}

/// The link that keeps a way from being better: the first of those that are as bad as its verdict. None where there is
/// no way, or nothing wrong with it.
#[must_use]
pub fn weakest<'a>(map: &Map, way: &'a Way) -> Option<&'a LinkId> {
    let bad = |id: &&LinkId| {
        map.link(id).is_some_and(|link| match way.verdict {
            Verdict::Weak => link.strength == Some(1),
            Verdict::NotKnown => link.certainty == Some(Certainty::Hypothesis),
            Verdict::Works | Verdict::None => false,
        })
    };
    way.links.iter().find(bad)
}

/// Two levels, or parts, and what runs between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The lower one.
    pub lower: LevelId,
    /// The upper one.
    pub upper: LevelId,
    /// Causes and measures.
    pub effects: Traffic,
    /// Steering and telling.
    pub signals: Traffic,
    /// How telling comes up.
    pub up: Way,
    /// How steering comes down.
    pub down: Way,
}

/// Signals by direction, each list by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signals {
    /// From a lower to an upper level.
    pub up: Vec<LinkId>,
    /// From an upper to a lower level.
    pub down: Vec<LinkId>,
}

/// A rung of the ladder: a level with the next one, or the bottom with the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What runs between the two.
    pub pair: Pair,
    /// Whether it is the line from the bottom to the top, whole levels both.
    pub whole: bool,
    /// The signals that run directly between the two.
    pub direct: Signals,
    /// The signals between the two that are marked as missing.
    pub missing: Signals,
    /// The signals that run past this rung, from below or at its lower end to above or at its upper end. None
    /// for the line from the bottom to the top.
    pub past: Signals,
}

/// Everything there is to say about who hears whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levels {
    /// The levels and parts, bottom to top.
    pub bands: Vec<Band>,
    /// Every two whole levels, parts folded: by the lower one, then the upper one, bottom to top.
    pub pairs: Vec<Pair>,
    /// The neighbours bottom to top, where a level with parts stands as its parts, and the bottom with the top.
    pub lines: Vec<Line>,
    /// The same with parts folded: neighbours are whole levels. Equal to [`Levels::lines`] where no level has parts.
    pub folded: Vec<Line>,
}

impl Levels {
    /// Looks at the whole map. Empty lists for a map with no levels.
    ///
    /// O(pairs of levels · (nodes + links)).
    #[must_use]
    pub fn of(map: &Map) -> Self {
        let survey = Survey::of(map);
        let ladder = Ladder::of(map);
        Self {
            bands: bands(map),
            pairs: survey.pairs(&ladder),
            lines: survey.lines(&ladder),
            folded: survey.lines(&ladder.folded()),
        }
    }

    /// The pair of those two whole levels, in either order.
    #[must_use]
    pub fn pair(&self, one: &LevelId, other: &LevelId) -> Option<&Pair> {
        self.pairs.iter().find(|pair| {
            (&pair.lower, &pair.upper) == (one, other) || (&pair.lower, &pair.upper) == (other, one)
        })
    }
}

fn bands(map: &Map) -> Vec<Band> {
    let band = |level: &crate::map::Level| {
        let on_it = |id: &LevelId| {
            *id == level.id
                || level.part_of.is_none() && map.whole_level(id).is_some_and(|w| w.id == level.id)
        };
        let mut band = Band { id: level.id.clone(), nodes: 0, actors: 0, causes: 0 };
        for (_, node) in map.nodes().filter(|(_, node)| node.level.as_ref().is_some_and(on_it)) {
            band.nodes += 1;
            band.actors += usize::from(node.kind == Kind::Actor);
            band.causes += usize::from(node.kind == Kind::Cause);
        }
        band
    };
    map.levels().iter().map(band).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Frame, Level, Node, Sign};

    /// Actors u, v on the bottom, m in the middle, and one on each of the top's parts: k and t. n has no level.
    fn map(links: &[(&str, LinkKind, &str, Link)]) -> Map {
        let level = |id: &str, part_of: Option<&str>| Level {
            id: id.into(),
            name: id.into(),
            part_of: part_of.map(LevelId::from),
        };
        let levels = vec![
            level("bottom", None),
            level("middle", None),
            // Parts may stand before what they are parts of.
            level("county", Some("top")),
            level("top", None),
            level("ministry", Some("top")),
        ];
        let mut map = Map::new("x").with_frame(Frame { levels, ..Frame::default() });
        for (id, level) in [
            ("u", Some("bottom")),
            ("v", Some("bottom")),
            ("m", Some("middle")),
            ("k", Some("county")),
            ("t", Some("ministry")),
            ("n", None),
        ] {
            let node = Node { level: level.map(LevelId::from), ..Node::new(Kind::Actor, id) };
            map.insert_node(id.into(), node).expect("new");
        }
        for (from, kind, to, link) in links {
            map.insert_link(LinkId::new(*from, *kind, *to), link.clone()).expect("new");
        }
        map
    }

    use LinkKind::{Causes, Informs, Steers};

    fn plain() -> Link {
        Link::default()
    }

    fn strength(strength: u8) -> Link {
        Link { strength: Some(strength), ..Link::default() }
    }

    fn certainty(certainty: Certainty) -> Link {
        Link { certainty: Some(certainty), ..Link::default() }
    }

    fn up(links: &[(&str, LinkKind, &str, Link)]) -> Verdict {
        let levels = Levels::of(&map(links));
        levels.pair(&"bottom".into(), &"top".into()).expect("two whole levels").up.verdict
    }

    #[test]
    fn a_way_is_as_good_as_its_worst_link_and_the_best_way_counts() {
        use Certainty::{Confirmed, Hypothesis, Refuted};
        assert_eq!(up(&[]), Verdict::None);
        assert_eq!(up(&[("u", Informs, "k", plain())]), Verdict::Works);
        assert_eq!(up(&[("u", Informs, "m", strength(2)), ("m", Informs, "k", strength(1))]), Verdict::Weak);
        let weak_guess = Link { strength: Some(1), ..certainty(Hypothesis) };
        assert_eq!(up(&[("u", Informs, "k", weak_guess.clone())]), Verdict::NotKnown);
        assert_eq!(up(&[("u", Informs, "k", weak_guess), ("v", Informs, "t", strength(1))]), Verdict::Weak);
        assert_eq!(up(&[("u", Informs, "k", certainty(Confirmed))]), Verdict::Works);
        assert_eq!(up(&[("u", Informs, "k", certainty(Refuted))]), Verdict::None);
        assert_eq!(up(&[("u", Informs, "k", Link { missing: true, ..plain() })]), Verdict::None);
        // A strong link of one way does not mend a weak one of another.
        let mixed = [("u", Informs, "m", strength(1)), ("m", Informs, "k", strength(3))];
        assert_eq!(up(&mixed), Verdict::Weak);
    }

    #[test]
    fn only_informs_carries_up_and_only_steers_down() {
        assert_eq!(up(&[("u", Steers, "k", plain())]), Verdict::None);
        assert_eq!(up(&[("u", Causes, "k", Link::signed(Sign::Plus))]), Verdict::None);
        let links = [
            ("t", Informs, "u", plain()),
            ("u", Informs, "n", plain()),
            ("n", Informs, "t", plain()),
            ("m", Steers, "u", plain()),
        ];
        let levels = Levels::of(&map(&links));
        let pair = levels.pair(&"top".into(), &"bottom".into()).expect("in either order");
        assert_eq!((pair.lower.as_str(), pair.upper.as_str()), ("bottom", "top"));
        // A node without a level may lie on the way.
        assert_eq!((pair.up.verdict, pair.down.verdict), (Verdict::Works, Verdict::None));
        assert_eq!(pair.up.links, [LinkId::new("u", Informs, "n"), LinkId::new("n", Informs, "t")]);
        assert_eq!(pair.signals, Traffic { up: 0, down: 1, up_path: true, down_path: true });
        let pair = levels.pair(&"bottom".into(), &"middle".into()).expect("there");
        assert_eq!((pair.up.verdict, pair.down.verdict), (Verdict::None, Verdict::Works));
        assert_eq!(pair.effects, Traffic::default());
    }

    #[test]
    fn lines_go_from_rung_to_rung_and_say_what_runs_past_them() {
        let missing = Link { missing: true, ..plain() };
        let links = [
            ("u", Informs, "m", strength(1)),
            ("m", Informs, "t", plain()),
            ("t", Steers, "k", plain()),
            ("k", Steers, "m", plain()),
            ("t", Steers, "u", plain()),
            ("v", Informs, "k", missing),
        ];
        let levels = Levels::of(&map(&links));
        let ids = |links: &[LinkId]| links.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let lines: Vec<String> = levels
            .lines
            .iter()
            .map(|line| {
                let pair = &line.pair;
                format!(
                    "{}-{} {} {}; past {} | {}; missing {}",
                    pair.lower,
                    pair.upper,
                    pair.up.verdict.name(),
                    pair.down.verdict.name(),
                    ids(&line.past.up),
                    ids(&line.past.down),
                    ids(&line.missing.up)
                )
            })
            .collect();
        assert_eq!(
            lines,
            [
                "bottom-middle weak none; past  | t steers u; missing ",
                "middle-county none works; past m informs t | t steers u; missing ",
                "county-ministry none works; past m informs t | t steers u; missing ",
                "bottom-top weak works; past  | ; missing v informs k",
            ]
        );
        assert_eq!(ids(&levels.lines[1].direct.down), "k steers m");
        assert_eq!(levels.pairs.len(), 3);
    }

    #[test]
    fn whole_levels_count_what_stands_on_their_parts() {
        let levels = Levels::of(&map(&[]));
        let bands: Vec<_> =
            levels.bands.iter().map(|band| (band.id.as_str(), band.nodes, band.actors)).collect();
        assert_eq!(
            bands,
            [("bottom", 2, 2), ("middle", 1, 1), ("county", 1, 1), ("top", 2, 2), ("ministry", 1, 1)]
        );
        let nothing = Levels::of(&Map::new("x"));
        assert!(nothing.bands.is_empty() && nothing.pairs.is_empty() && nothing.lines.is_empty());
    }

    #[test]
    fn two_levels_are_one_line() {
        let levels = ["a", "b"].map(|id| Level { id: id.into(), name: id.into(), part_of: None });
        let map = Map::new("x").with_frame(Frame { levels: levels.to_vec(), ..Frame::default() });
        let levels = Levels::of(&map);
        assert_eq!((levels.lines.len(), levels.lines[0].whole), (1, false));
    }
}
