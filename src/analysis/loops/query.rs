//! Which loops are wanted: how long, and through what.
//!
//! All that is asked for must hold at once. A loop is wanted or not by its own links and nodes alone.

use super::{SIZE_LIMIT, crosses, links};
use crate::map::{Snapshot, Spot};

/// Which loops are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoopQuery {
    /// The most links; 0 for no bound.
    pub max_length: usize,
    /// Only loops through this node.
    pub through: Option<Spot>,
    /// Only loops through this link, a place in [`Snapshot::arcs`]. Links parallel to it do not count.
    pub through_link: Option<u32>,
    /// Only loops that touch this level, a place in [`Snapshot::level_ids`]; parts count for the whole.
    pub through_level: Option<u16>,
    /// Only loops that touch this area, a place in [`Snapshot::area_ids`]; parts count for the whole.
    pub through_area: Option<u16>,
    /// Only loops that touch more than one whole level.
    pub across_levels: bool,
    /// Only loops that touch the lowest and the highest whole level of the map. On a map with a single level there
    /// are none.
    pub from_bottom_to_top: bool,
    /// The most loops to find.
    pub size_limit: usize,
}

impl Default for LoopQuery {
    fn default() -> Self {
        Self {
            max_length: 8,
            through: None,
            through_link: None,
            through_level: None,
            through_area: None,
            across_levels: false,
            from_bottom_to_top: false,
            size_limit: SIZE_LIMIT,
        }
    }
}

impl LoopQuery {
    /// Whether all loops of a length are wanted, wherever they run.
    #[must_use]
    pub fn wants_all(&self) -> bool {
        let anywhere = Self { max_length: self.max_length, size_limit: self.size_limit, ..Self::default() };
        *self == anywhere
    }

    /// Whether a loop of these links runs where it is to run. Its length is not looked at.
    pub(super) fn wants(&self, arcs: &[u32], snapshot: &Snapshot) -> bool {
        let touches = |test: &dyn Fn(Spot) -> bool| links(arcs, snapshot).any(|arc| test(arc.from));
        let level = |wanted| move |spot| touches_level(snapshot, spot, wanted);
        self.through_link.is_none_or(|link| arcs.contains(&link))
            && self.through.is_none_or(|node| touches(&|spot| spot == node))
            && self.through_level.is_none_or(|wanted| touches(&level(wanted)))
            && self.through_area.is_none_or(|wanted| {
                touches(&|spot| {
                    snapshot.area(spot) == Some(wanted) || snapshot.whole_area(spot) == Some(wanted)
                })
            })
            && (!self.across_levels || crosses(arcs, snapshot))
            && (!self.from_bottom_to_top
                || snapshot
                    .outer_levels()
                    .is_some_and(|(lowest, highest)| touches(&level(lowest)) && touches(&level(highest))))
    }
}

fn touches_level(snapshot: &Snapshot, spot: Spot, wanted: u16) -> bool {
    snapshot.level(spot) == Some(wanted) || snapshot.whole_level(spot) == Some(wanted)
}
