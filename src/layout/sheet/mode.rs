//! Which links are drawn on the full board. Cards and lines stay where they are from one mode to the next.

use std::collections::BTreeSet;

use crate::map::{LevelId, LinkId, Map, Node, NodeId};

/// Which links are drawn.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub enum Mode {
    /// Those of the selected card.
    #[default]
    Selection,
    /// Those of the selected card, and those of the cards at their other ends.
    TwoSteps,
    /// Those of a chain or a loop, in its order.
    Walk(Vec<LinkId>),
    /// Those between two whole levels, both ways.
    Levels(LevelId, LevelId),
    /// All.
    All,
    /// None.
    None,
}

impl Mode {
    /// The links that are drawn of that map. Empty where nothing is selected and the mode is about the selection.
    #[must_use]
    pub fn links(&self, map: &Map, selected: Option<&NodeId>) -> BTreeSet<LinkId> {
        let of_card = |card: &NodeId| -> Vec<LinkId> {
            map.links_from(card).chain(map.links_to(card)).map(|(id, _)| id.clone()).collect()
        };
        match self {
            Mode::Selection => selected.map(of_card).unwrap_or_default().into_iter().collect(),
            Mode::TwoSteps => {
                let near: BTreeSet<LinkId> = selected.map(of_card).unwrap_or_default().into_iter().collect();
                let cards: BTreeSet<&NodeId> = near.iter().flat_map(|link| [&link.from, &link.to]).collect();
                cards.into_iter().flat_map(of_card).collect()
            }
            Mode::Walk(links) => links.iter().filter(|link| map.link(link).is_some()).cloned().collect(),
            Mode::Levels(one, other) => {
                let whole = |node: Option<&Node>| {
                    node.and_then(|node| map.whole_level(node.level.as_ref()?)).map(|level| &level.id)
                };
                let level_of = |card: &NodeId| whole(map.node(card));
                let between = |id: &&LinkId| {
                    let (from, to) = (level_of(&id.from), level_of(&id.to));
                    (from == Some(one) && to == Some(other)) || (from == Some(other) && to == Some(one))
                };
                map.links().map(|(id, _)| id).filter(between).cloned().collect()
            }
            Mode::All => map.links().map(|(id, _)| id.clone()).collect(),
            Mode::None => BTreeSet::new(),
        }
    }
}
