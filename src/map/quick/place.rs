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
        if let Some(name) = word.strip_prefix('/') {
            let all = map.levels().iter().map(|level| (level.id.as_str(), level.name.as_str()));
            named(name, all, |id| Place::Level(id.into()))
        } else if let Some(name) = word.strip_prefix('#') {
            let all = map.areas().iter().map(|area| (area.id.as_str(), area.name.as_str()));
            named(name, all, |id| Place::Area(id.into()))
        } else {
            Named::NotMeant
        }
    }
}

/// Which of the ids and names is meant: an id before a name before the beginning of either.
fn named<'a>(
    typed: &str,
    all: impl Iterator<Item = (&'a str, &'a str)>,
    place: impl Fn(&str) -> Place,
) -> Named {
    let typed = fold(typed);
    if typed.is_empty() {
        return Named::NotMeant;
    }
    let mut found: [Vec<&str>; 3] = Default::default();
    for (id, name) in all {
        let (folded_id, folded_name) = (fold(id), fold(name));
        if folded_id == typed {
            found[0].push(id);
        } else if folded_name == typed {
            found[1].push(id);
        } else if folded_id.starts_with(&typed) || folded_name.starts_with(&typed) {
            found[2].push(id);
        }
    }
    match found.iter().find(|ids| !ids.is_empty()).map(Vec::as_slice) {
        None => Named::Nothing,
        Some([id]) => Named::One(place(id)),
        Some(ids) => Named::Many(ids.iter().map(|id| (*id).to_owned()).collect()),
    }
}
