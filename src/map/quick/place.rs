//! What `/level` and `#area` name in quick notation.

use crate::map::fold::fold;
use crate::map::graph::Map;
use crate::map::id::{AreaId, LevelId};

/// A level or an area.
pub(super) enum Place {
    Level(LevelId),
    Area(AreaId),
}

/// What a word at the end of a card turned out to be.
pub(super) enum Named {
    /// One level or area.
    One(Place),
    /// The beginning of several, by id.
    Many(Vec<String>),
    /// It looks like a place and names none.
    Nothing,
    /// It does not look like a place.
    NotMeant,
}

impl Place {
    /// What a word at the end of a card names.
    pub(super) fn of(map: &Map, word: &str) -> Named {
        let named = |name: &str, all: &mut dyn Iterator<Item = (&str, &str)>, place: fn(&str) -> Place| {
            let name = fold(name);
            if name.is_empty() {
                return Named::NotMeant;
            }
            let all: Vec<(&str, [String; 2])> = all.map(|(id, name)| (id, [fold(id), fold(name)])).collect();
            // An id before a name before the beginning of either.
            let tests: [&dyn Fn(&[String; 2]) -> bool; 3] =
                [&|folded| folded[0] == name, &|folded| folded[1] == name, &|folded| {
                    folded.iter().any(|text| text.starts_with(&name))
                }];
            for test in tests {
                let ids: Vec<&str> =
                    all.iter().filter(|(_, folded)| test(folded)).map(|(id, _)| *id).collect();
                match ids[..] {
                    [] => {}
                    [id] => return Named::One(place(id)),
                    _ => return Named::Many(ids.into_iter().map(str::to_owned).collect()),
                }
            }
            Named::Nothing
        };
        if let Some(name) = word.strip_prefix('/') {
            let mut all = map.levels().iter().map(|level| (level.id.as_str(), level.name.as_str()));
            named(name, &mut all, |id| Place::Level(id.into()))
        } else if let Some(name) = word.strip_prefix('#') {
            let mut all = map.areas().iter().map(|area| (area.id.as_str(), area.name.as_str()));
            named(name, &mut all, |id| Place::Area(id.into()))
        } else {
            Named::NotMeant
        }
    }
}
