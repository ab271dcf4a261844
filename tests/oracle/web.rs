//! A small map as plain numbers, with everything that chains, cuts and levels depend on, and the map made of it.

use floke::map::{Certainty, Frame, Kind, Level, LevelId, Link, LinkId, LinkKind, Map, Node, Sign};

use crate::chance::Chance;

/// The levels: two whole ones, and one of two parts.
pub const LEVELS: [(&str, Option<&str>); 5] =
    [("low", None), ("middle", None), ("top", None), ("county", Some("top")), ("ministry", Some("top"))];

/// What a link says, as letters: `c`auses, acts `o`n, `s`teers, `i`nforms.
#[derive(Clone, Debug)]
pub struct Line {
    pub from: usize,
    pub to: usize,
    pub kind: char,
    pub sign: char,
    /// 0 confirmed, 1 supported, 2 not said, 3 hypothesis, 4 refuted.
    pub footing: usize,
    pub missing: bool,
    pub weak: bool,
    pub sources: Vec<usize>,
}

impl Line {
    /// Whether it is there and not refuted.
    pub fn runs(&self) -> bool {
        !self.missing && self.footing < 4
    }

    pub fn is_effect(&self) -> bool {
        matches!(self.kind, 'c' | 'o')
    }
}

/// Nodes as numbers, links sorted by ends and kind.
#[derive(Debug)]
pub struct Web {
    pub nodes: usize,
    pub lines: Vec<Line>,
    /// For each node the place of its level among [`LEVELS`].
    pub levels: Vec<Option<usize>>,
}

/// Up to 8 nodes, self links, parallel links of four kinds, of every certainty, some missing.
pub fn random(chance: &mut Chance) -> Web {
    let nodes = 1 + chance.below(8).max(chance.below(8));
    let (density, unknown) = (10 + chance.below(35), chance.below(30));
    let mut lines = Vec::new();
    for from in 0..nodes {
        for to in 0..nodes {
            for (kind, per_cent) in
                [('c', density), ('o', density / 6), ('s', density / 3), ('i', density / 3)]
            {
                if chance.percent(per_cent) {
                    lines.push(Line {
                        from,
                        to,
                        kind,
                        sign: if chance.percent(unknown) { '?' } else { ['+', '-'][chance.below(2)] },
                        footing: if chance.percent(8) { 4 } else { chance.below(4) },
                        missing: chance.percent(6),
                        weak: chance.percent(30),
                        sources: (0..4).filter(|_| chance.percent(45)).collect(),
                    });
                }
            }
        }
    }
    let levels = (0..nodes).map(|_| Some(chance.below(6)).filter(|&level| level < 5)).collect();
    Web { nodes, lines, levels }
}

/// The name of a node: in the order of the alphabet.
pub fn name(node: usize) -> String {
    char::from(b'a' + u8::try_from(node).expect("few nodes")).to_string()
}

pub fn link_id(line: &Line) -> LinkId {
    LinkId::new(name(line.from).as_str(), kind(line.kind), name(line.to).as_str())
}

pub fn kind(letter: char) -> LinkKind {
    match letter {
        'c' => LinkKind::Causes,
        'o' => LinkKind::ActsOn,
        's' => LinkKind::Steers,
        _ => LinkKind::Informs,
    }
}

/// The map of a web, its nodes and links put in in whatever order.
pub fn map(web: &Web, chance: &mut Chance) -> Map {
    let level = |&(id, part_of): &(&str, Option<&str>)| Level {
        id: id.into(),
        name: id.into(),
        part_of: part_of.map(LevelId::from),
    };
    let mut map =
        Map::new("x").with_frame(Frame { levels: LEVELS.iter().map(level).collect(), ..Frame::default() });
    let mut nodes: Vec<usize> = (0..web.nodes).collect();
    let mut lines: Vec<&Line> = web.lines.iter().collect();
    chance.shuffle(&mut nodes);
    chance.shuffle(&mut lines);
    for node in nodes {
        let level = web.levels[node].map(|level| LEVELS[level].0.into());
        let card = Node { level, ..Node::new(Kind::Cause, name(node)) };
        map.insert_node(name(node).as_str().into(), card).expect("new");
    }
    for line in lines {
        let sign = match line.sign {
            '+' => Sign::Plus,
            '-' => Sign::Minus,
            _ => Sign::Unknown,
        };
        let certainty = [
            Some(Certainty::Confirmed),
            Some(Certainty::Supported),
            None,
            Some(Certainty::Hypothesis),
            Some(Certainty::Refuted),
        ][line.footing];
        let source = |source: &usize| (format!("source-{source}").as_str().into(), Default::default());
        let link = Link {
            sign: line.is_effect().then_some(sign),
            certainty,
            missing: line.missing,
            strength: line.weak.then_some(1),
            sources: line.sources.iter().map(source).collect(),
            ..Link::default()
        };
        map.insert_link(link_id(line), link).expect("new");
    }
    map
}
