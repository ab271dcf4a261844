//! Levels and areas that become parts of each other in a ring because each side moved one of them.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::Ledger;
use super::three::{Dispute, Three};
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

/// Makes each place of a new ring a part of what it is a part of with us, and names it; again, until there is no new ring.
pub(super) fn break_rings(merged: &mut Map, maps: &Three<&Map>, ledger: &mut Ledger) {
    breaks(&mut merged.levels, &maps.each(|map| map.levels.as_slice()), ledger);
    breaks(&mut merged.areas, &maps.each(|map| map.areas.as_slice()), ledger);
}

fn breaks<P: Place>(merged: &mut [P], sides: &Three<&[P]>, ledger: &mut Ledger) {
    let wholes = sides.each(|places| wholes(places));
    let old: BTreeSet<P::Id> = in_rings(&wholes.ours).union(&in_rings(&wholes.theirs)).cloned().collect();
    // Each time round another place has what we say of it and is named, so this ends.
    while break_once(merged, &wholes, &old, ledger) {}
}

/// Breaks the rings that there are. Whether there were any.
fn break_once<P: Place>(
    merged: &mut [P],
    sides: &Three<BTreeMap<P::Id, Option<P::Id>>>,
    old: &BTreeSet<P::Id>,
    ledger: &mut Ledger,
) -> bool {
    let live = wholes(merged);
    // Where a conflict is open already either value may come to live.
    let mut other = live.clone();
    for (id, whole) in &sides.theirs {
        if ledger.names(&P::item(id), "part_of")
            && let Some(other) = other.get_mut(id)
        {
            *other = whole.clone();
        }
    }
    let new: BTreeSet<P::Id> =
        in_rings(&live).union(&in_rings(&other)).filter(|id| !old.contains(id)).cloned().collect();
    let mut broke = false;
    for place in merged.iter_mut().filter(|place| new.contains(place.id())) {
        let id = place.id().clone();
        let values = sides.each(|wholes| wholes.get(&id).cloned().flatten());
        let named = ledger.names(&P::item(&id), "part_of");
        if values.ours == values.theirs || (named && *place.part_of() == values.ours) {
            continue;
        }
        broke = true;
        place.part_of().clone_from(&values.ours);
        if !named {
            let values = values.each(|whole| whole.as_ref().map(Value::of));
            ledger.field(&P::item(&id), Dispute { path: "part_of".to_owned(), values });
        }
    }
    broke
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::merge::merge;

    /// Levels, each with what it is a part of: `a<b` is a part of b.
    fn map(text: &str) -> Map {
        let level = |word: &str| {
            let (id, whole) = word.split_once('<').unwrap_or((word, ""));
            let part_of = (!whole.is_empty()).then(|| whole.into());
            Level { id: id.into(), name: id.to_owned(), part_of }
        };
        let mut map = Map::default();
        map.levels = text.split_whitespace().map(level).collect();
        map
    }

    fn rings(map: &Map) -> usize {
        in_rings(&wholes(&map.levels)).len()
    }

    /// All that two sides can do with the wholes of four levels: whatever is made of it, neither value of any conflict closes a
    /// ring with the others of its side.
    #[test]
    fn whatever_two_sides_do_there_is_no_ring_on_either() {
        const IDS: [&str; 4] = ["a", "b", "c", "d"];
        let of = |mut number: usize| -> Map {
            let mut words = Vec::new();
            for id in IDS {
                let whole = IDS.get(number % 5).copied().filter(|whole| *whole != id);
                words.push(whole.map_or_else(|| id.to_owned(), |whole| format!("{id}<{whole}")));
                number /= 5;
            }
            map(&words.join(" "))
        };
        let whole: Vec<Map> = (0..5_usize.pow(4)).map(of).filter(|map| rings(map) == 0).collect();
        let (mut met, mut named) = (0, 0);
        for (at, base) in whole.iter().enumerate().step_by(7) {
            for (more, ours) in whole.iter().enumerate().step_by(5) {
                let theirs = &whole[(at * 31 + more * 17) % whole.len()];
                let merged = merge(base, ours, theirs);
                met += 1;
                named += usize::from(!merged.conflicts.is_empty());
                assert_eq!(rings(&merged.map), 0, "{:?}", merged.conflicts);
                let mut turned = merged.map.clone();
                for conflict in &merged.conflicts {
                    let id = conflict.at.strip_prefix("level ").expect("a level");
                    let level =
                        turned.levels.iter_mut().find(|level| level.id.as_str() == id).expect("there");
                    level.part_of = conflict.theirs.as_ref().map(|value| value.read().expect("an id"));
                }
                assert_eq!(rings(&turned), 0, "{:?}", merged.conflicts);
            }
        }
        assert!(met > 1_000 && named > 100 && named < met, "{met} {named}");
    }
}
