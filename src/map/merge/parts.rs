//! Levels and areas that become parts of each other in a ring because each side moved one of them.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::Ledger;
use super::three::{Clash, Three};
use crate::map::graph::Map;
use crate::map::id::{AreaId, LevelId};
use crate::map::item::Item;
use crate::map::level::{Area, Level};
use crate::map::value::Value;

/// A place that can be a part of another one.
trait Place {
    type Id: Ord + Clone + serde::Serialize;
    fn id(&self) -> &Self::Id;
    fn part_of(&mut self) -> &mut Option<Self::Id>;
    fn whole(&self) -> Option<&Self::Id>;
    fn item(id: &Self::Id) -> Item;
}

macro_rules! place {
    ($type:ident, $id:ident) => {
        impl Place for $type {
            type Id = $id;
            fn id(&self) -> &$id {
                &self.id
            }
            fn part_of(&mut self) -> &mut Option<$id> {
                &mut self.part_of
            }
            fn whole(&self) -> Option<&$id> {
                self.part_of.as_ref()
            }
            fn item(id: &$id) -> Item {
                Item::$type(id.clone())
            }
        }
    };
}
place!(Level, LevelId);
place!(Area, AreaId);

/// Makes each place of a new ring a part of what it is a part of with us, and names it.
pub(super) fn break_rings(merged: &mut Map, maps: &Three<&Map>, ledger: &mut Ledger) {
    breaks(&mut merged.levels, &maps.each(|map| map.levels.as_slice()), ledger);
    breaks(&mut merged.areas, &maps.each(|map| map.areas.as_slice()), ledger);
}

fn breaks<P: Place>(merged: &mut [P], sides: &Three<&[P]>, ledger: &mut Ledger) {
    let wholes = sides.each(|places| wholes(places));
    let live = self::wholes(merged);
    // Where a conflict is open already either value may come to live.
    let mut other = live.clone();
    for (id, whole) in &wholes.theirs {
        if ledger.names(&P::item(id), "part_of")
            && let Some(other) = other.get_mut(id)
        {
            *other = whole.clone();
        }
    }
    let old: BTreeSet<P::Id> = in_rings(&wholes.ours).union(&in_rings(&wholes.theirs)).cloned().collect();
    let new: BTreeSet<P::Id> =
        in_rings(&live).union(&in_rings(&other)).filter(|id| !old.contains(id)).cloned().collect();
    for place in merged.iter_mut().filter(|place| new.contains(place.id())) {
        let id = place.id().clone();
        let values = wholes.each(|wholes| wholes.get(&id).cloned().flatten());
        if values.ours == values.theirs && values.ours == values.base {
            continue;
        }
        place.part_of().clone_from(&values.ours);
        if !ledger.names(&P::item(&id), "part_of") {
            let values = values.each(|whole| whole.as_ref().map(Value::of));
            ledger.field(&P::item(&id), Clash { path: "part_of".to_owned(), values });
        }
    }
}

fn wholes<P: Place>(places: &[P]) -> BTreeMap<P::Id, Option<P::Id>> {
    places.iter().map(|place| (place.id().clone(), place.whole().cloned())).collect()
}

/// The places that are, in the end, parts of themselves. O(places²).
fn in_rings<I: Ord + Clone>(wholes: &BTreeMap<I, Option<I>>) -> BTreeSet<I> {
    let returns = |id: &I| {
        let mut at = id;
        for _ in 0..wholes.len() {
            match wholes.get(at) {
                Some(Some(whole)) if whole == id => return true,
                Some(Some(whole)) => at = whole,
                _ => return false,
            }
        }
        false
    };
    wholes.keys().filter(|id| returns(id)).cloned().collect()
}
