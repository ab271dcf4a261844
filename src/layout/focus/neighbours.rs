//! What leads to a card and what it leads to, in the order in which a picture shows it.

use crate::layout::card::node_role;
use crate::layout::course::Leg;
use crate::map::{Certainty, LevelId, LinkId, LinkKind, Map, NodeId};
use crate::palette::Role;
use crate::text::{Glyphs, Lang, cut, visible, width};

/// The links into a card (causes) and out of it (effects), of every kind, missing and refuted ones too.
///
/// Each list is ordered by the level of the other card, top level first and cards without one last, then by kind,
/// then by the id of the other card. A link between two actors who work together stands among the effects of
/// both. Both lists are empty for a card that is not there.
#[must_use]
pub fn neighbours(map: &Map, id: &NodeId) -> (Vec<LinkId>, Vec<LinkId>) {
    let both_ways = |link: &LinkId| link.kind == LinkKind::Cooperates;
    let into = map.links_to(id).map(|(link, _)| link);
    let (together, mut causes): (Vec<_>, Vec<_>) = into.cloned().partition(both_ways);
    let mut effects: Vec<LinkId> = map.links_from(id).map(|(link, _)| link.clone()).collect();
    effects.extend(together.into_iter().filter(|link| link.from != *id));
    for links in [&mut causes, &mut effects] {
        links.sort_by_cached_key(|link| {
            let other = other_end(link, id);
            (depth(map, other), link.kind, other.clone())
        });
    }
    (causes, effects)
}

/// The end of a link that is not the card; the card itself for a link from it to itself.
pub(super) fn other_end<'a>(link: &'a LinkId, id: &NodeId) -> &'a NodeId {
    if link.from == *id { &link.to } else { &link.from }
}

/// How far below the top level a card stands, parts of levels counted.
fn depth(map: &Map, id: &NodeId) -> usize {
    let levels = map.levels();
    let place = map.node(id).and_then(|node| node.level.as_ref()).and_then(|level| {
        let whole = map.whole_level(level)?;
        let at = levels.iter().position(|other| other.id == whole.id)?;
        let part = levels.iter().position(|other| other.id == *level)?;
        Some((levels.len() - at) * (levels.len() + 1) - part)
    });
    place.unwrap_or(usize::MAX)
}

/// What neighbours stand under: a whole level, and a kind of link.
pub(super) type Group = (Option<LevelId>, LinkKind);

/// A card beside the one in the middle, with the link between them.
pub(super) struct Neighbour {
    pub(super) node: NodeId,
    /// Safe to show.
    pub(super) label: String,
    pub(super) glyph: &'static str,
    pub(super) role: Role,
    /// The link; its word is only that it is missing.
    pub(super) leg: Leg,
    /// Its whole level, and what kind of link it is where that is no cause: what it stands under.
    pub(super) group: Group,
    pub(super) refuted: bool,
}

/// The cards at the other ends of links.
pub(super) fn resolve(
    map: &Map,
    id: &NodeId,
    links: &[LinkId],
    lang: Lang,
    glyphs: &'static Glyphs,
) -> Vec<Neighbour> {
    let neighbour = |link: &LinkId| {
        let other = other_end(link, id);
        let node = map.node(other)?;
        let mut leg = Leg::of(link, map.link(link)?, lang);
        if !leg.ghost {
            leg.word = None;
        }
        let level = node.level.as_ref().and_then(|level| map.whole_level(level));
        Some(Neighbour {
            node: other.clone(),
            label: visible(map.name_of(other)).into_owned(),
            glyph: node.glyph(glyphs),
            role: node_role(node),
            leg,
            group: (level.map(|level| level.id.clone()), link.kind),
            refuted: node.certainty == Some(Certainty::Refuted),
        })
    };
    links.iter().filter_map(neighbour).collect()
}

/// The heading over a group in so many cells: the level, and what the links are called where they are not causes.
/// The name of the level is cut first, and left out where the group above has it.
pub(super) fn heading(
    map: &Map,
    (level, kind): &Group,
    above: Option<&Group>,
    cells: usize,
    lang: Lang,
    glyphs: &Glyphs,
) -> String {
    let name = match level.as_ref().and_then(|level| map.level(level)) {
        Some(level) => visible(&level.name).into_owned(),
        None => lang.words().places.no_level.to_owned(),
    };
    if *kind == LinkKind::Causes {
        return cut(&name, cells);
    }
    let what = format!(" {} {}", glyphs.between, kind.word(lang));
    if above.is_some_and(|above| above.0 == *level) {
        return cut(what.trim_start(), cells);
    }
    cut(&format!("{}{what}", cut(&name, cells.saturating_sub(width(&what)).max(6))), cells)
}
