//! Which rows a section has, in the order in which they are shown.

use std::collections::BTreeSet;

use super::{Piece, Row, Section};
use crate::map::{Item, JourneyId, Map};

/// The fields of the map itself.
const HEAD: [&str; 5] = ["title", "aim", "purpose", "note", "language"];

/// The rows of a section; none if it is empty. Levels stand top first, parts behind what they are a part of, and the
/// steps of a journey behind it unless it is folded.
#[must_use]
pub fn rows(map: &Map, section: Section, folded: &BTreeSet<JourneyId>) -> Vec<Row> {
    let whole = |item: Item| Row { item, piece: Piece::Whole, depth: 0 };
    match section {
        Section::Head => {
            HEAD.iter().map(|field| Row { piece: Piece::Field(field), ..whole(Item::Map) }).collect()
        }
        Section::Levels => {
            let all =
                map.levels().iter().rev().map(|level| {
                    (level.id.as_str(), level.part_of.as_ref().map(crate::map::LevelId::as_str))
                });
            let row = |(id, depth): (&str, usize)| Row { depth, ..whole(Item::Level(id.into())) };
            tree(&all.collect::<Vec<_>>()).into_iter().map(row).collect()
        }
        Section::Areas => {
            let all = map
                .areas()
                .iter()
                .map(|area| (area.id.as_str(), area.part_of.as_ref().map(crate::map::AreaId::as_str)));
            let row = |(id, depth): (&str, usize)| Row { depth, ..whole(Item::Area(id.into())) };
            tree(&all.collect::<Vec<_>>()).into_iter().map(row).collect()
        }
        Section::Phases => map.phases().iter().map(|own| whole(Item::Phase(own.id.clone()))).collect(),
        Section::Goals => map.goals().iter().map(|own| whole(Item::Goal(own.id.clone()))).collect(),
        Section::Sources => {
            let mut all: Vec<_> = map.sources().iter().collect();
            all.sort_by_key(|(id, source)| (source.title.to_lowercase(), *id));
            all.into_iter().map(|(id, _)| whole(Item::Source(id.clone()))).collect()
        }
        Section::Loops => {
            let mut all: Vec<_> = map.loops().iter().collect();
            all.sort_by_key(|(id, told)| (told.title.to_lowercase(), *id));
            all.into_iter().map(|(id, _)| whole(Item::Loop(id.clone()))).collect()
        }
        Section::Journeys => {
            let mut all = Vec::new();
            for (id, journey) in map.journeys() {
                let item = Item::Journey(id.clone());
                all.push(whole(item.clone()));
                if !folded.contains(id) {
                    let step = |at| Row { item: item.clone(), piece: Piece::Step(at), depth: 1 };
                    all.extend((0..journey.steps.len()).map(step));
                }
            }
            all
        }
        Section::SetAside => map.set_aside().keys().map(|key| whole(Item::SetAside(key.clone()))).collect(),
    }
}

/// Items with their parts behind them, each with its depth. What is a part of nothing that is there, or of itself by a
/// way round, stands at depth 0, so that nothing is out of sight.
fn tree<'a>(all: &[(&'a str, Option<&'a str>)]) -> Vec<(&'a str, usize)> {
    let ids: BTreeSet<&str> = all.iter().map(|(id, _)| *id).collect();
    let mut seen = BTreeSet::new();
    let mut out = Vec::with_capacity(all.len());
    let roots = all.iter().filter(|(_, whole)| whole.is_none_or(|whole| !ids.contains(whole)));
    for &(root, _) in roots.chain(all) {
        let mut left = vec![(root, 0)];
        while let Some((id, depth)) = left.pop() {
            if !seen.insert(id) {
                continue;
            }
            out.push((id, depth));
            let parts = all.iter().rev().filter(|(_, whole)| *whole == Some(id));
            left.extend(parts.map(|(part, _)| (*part, depth + 1)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_behind_their_whole_and_nothing_is_lost() {
        let all = [
            ("b1", Some("b")),
            ("a", None),
            ("b", None),
            ("b2", Some("b")),
            ("b11", Some("b1")),
            ("x", Some("y")),
            ("y", Some("x")),
            ("z", Some("gone")),
        ];
        let got = tree(&all);
        assert_eq!(got, [("a", 0), ("b", 0), ("b1", 1), ("b11", 2), ("b2", 1), ("z", 0), ("x", 0), ("y", 1)]);
    }
}
