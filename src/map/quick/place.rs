//! What `/level` and `#area` name in quick notation.

use super::line::Word;
use crate::map::alike::letters_apart;
use crate::map::fold::fold;
use crate::map::graph::Map;
use crate::map::id::{AreaId, LevelId};

/// A level or an area.
#[derive(Clone)]
pub(super) enum Place {
    Level(LevelId),
    Area(AreaId),
}

/// What the tag at the end of a card turned out to be.
pub(super) enum Named {
    /// One level or area.
    One(Place),
    /// The beginning of several, by name.
    Many(Vec<String>),
    /// Not finished; what it may become, by name.
    Begun(Vec<String>),
    /// It looks like a place and names none; the names it may have been meant for, nearest first.
    Nothing(Vec<String>),
}

/// In how many letters a tag and the name it was meant for may differ.
const SLIP: usize = 2;

/// A level or an area as it can be named: what it is, its id and its name.
type Called<'a> = (Place, &'a str, &'a str);

impl Place {
    /// The tag at the end of a card's words: the word it begins with, how it was typed, and what it names. `None` if
    /// none is meant. A card that is only a place would have no label, so the first word is one only while it is a
    /// lone mark.
    pub(super) fn at_end(map: &Map, words: &[Word<'_>]) -> Option<(usize, String, Named)> {
        let last = words.len().checked_sub(1)?;
        let word = words[last];
        if let Some((mark, typed)) = marked(word) {
            let all = places(map, mark);
            if typed.is_empty() {
                let names = all.iter().map(called).collect::<Vec<_>>();
                return (!names.is_empty()).then(|| (last, word.text.to_owned(), Named::Begun(names)));
            }
            return (last > 0).then(|| (last, word.text.to_owned(), named(typed, &all)));
        }
        // A name of several words, with its blanks: only the whole name is one, or any label with a stroke in it
        // would lose its end.
        let start = (1..last).rev().find(|at| marked(words[*at]).is_some())?;
        let (mark, _) = marked(words[start])?;
        let typed = words[start..].iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
        let wanted = fold(typed.strip_prefix(mark)?);
        let all = places(map, mark);
        let named = match all.iter().find(|(_, _, name)| fold(name) == wanted) {
            Some((place, ..)) => Named::One(place.clone()),
            None => {
                let begun = all.iter().filter(|(_, _, name)| fold(name).starts_with(&wanted));
                Named::Begun(begun.map(called).collect())
            }
        };
        match &named {
            Named::Begun(names) if names.is_empty() => None,
            _ => Some((start, typed, named)),
        }
    }
}

/// What stands in a label as if it were a place and is none: from its mark to the end, and the names it may have been
/// meant for, nearest first. A lone mark, as in `km / h`, is no tag, and a first word is the label's own.
pub(super) fn stray(map: &Map, words: &[Word<'_>]) -> Option<(String, Vec<String>)> {
    let is_tag = |word: Word<'_>| marked(word).is_some_and(|(_, typed)| !typed.is_empty());
    let start = (1..words.len()).find(|at| is_tag(words[*at]))?;
    let (mark, _) = marked(words[start])?;
    let typed = words[start..].iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
    let all = places(map, mark);
    // The name may be at the beginning of what stands there: more of the label follows.
    let mut behind: Vec<&str> = words[start..].iter().map(|word| word.text).collect();
    let mut near = Vec::new();
    while near.is_empty() && !behind.is_empty() {
        near = slips(&behind.join(" ")[1..], &all);
        behind.pop();
    }
    // Without any level or area a stroke is more often part of a label; a name right behind it is a tag all the same.
    let is_name = typed[1..].chars().all(char::is_alphanumeric) && start + 1 == words.len();
    (!all.is_empty() || is_name).then_some((typed, near))
}

/// The names and ids that differ from what was typed in few letters, nearest first.
fn slips(typed: &str, all: &[Called<'_>]) -> Vec<String> {
    let letters =
        |text: &str| -> Vec<char> { squeezed(text).chars().filter(|c| !c.is_whitespace()).collect() };
    let typed = letters(typed);
    // In few letters everything is near everything.
    let most = SLIP.min(typed.len() / 3);
    let near = all.iter().filter_map(|called| {
        let (_, id, name) = called;
        let apart =
            [*id, *name].into_iter().filter_map(|own| letters_apart(&typed, &letters(own), most)).min();
        Some((apart?, self::called(called)))
    });
    let mut near: Vec<(usize, String)> = near.collect();
    near.sort_by_key(|(apart, _)| *apart);
    near.into_iter().map(|(_, name)| name).collect()
}

/// The mark that a word begins with, and the rest.
fn marked(word: Word<'_>) -> Option<(char, &str)> {
    let mark = word.text.chars().next().filter(|mark| matches!(mark, '/' | '#') && !word.quoted)?;
    Some((mark, &word.text[1..]))
}

/// What can stand behind a mark, in the map's order.
fn places(map: &Map, mark: char) -> Vec<Called<'_>> {
    match mark {
        '/' => {
            let level = |level: &crate::map::Level| Place::Level(level.id.clone());
            map.levels().iter().map(|own| (level(own), own.id.as_str(), own.name.as_str())).collect()
        }
        _ => {
            let area = |area: &crate::map::Area| Place::Area(area.id.clone());
            map.areas().iter().map(|own| (area(own), own.id.as_str(), own.name.as_str())).collect()
        }
    }
}

/// What people call a place: a level by its name, an area by its letter and name.
fn called((place, id, name): &Called<'_>) -> String {
    match place {
        Place::Level(_) => (*name).to_owned(),
        Place::Area(_) => format!("{id} {name}").trim_end().to_owned(),
    }
}

/// Which of the ids and names is meant: an id before a name before the beginning of either, and before the beginning
/// of a later word of a name. Blanks may be written as dashes or left out.
fn named(typed: &str, all: &[Called<'_>]) -> Named {
    let (whole, typed) = (fold(typed), squeezed(typed));
    let ways: [&dyn Fn(&Called) -> bool; 4] = [
        &|(_, id, _)| fold(id) == whole,
        &|(_, id, name)| squeezed(id) == typed || squeezed(name) == typed,
        &|(_, id, name)| squeezed(id).starts_with(&typed) || squeezed(name).starts_with(&typed),
        &|(_, _, name)| later_words(name).any(|rest| squeezed(rest).starts_with(&typed)),
    ];
    let ways = if typed.is_empty() { &ways[..1] } else { &ways[..] };
    let mut found = ways.iter().map(|way| all.iter().filter(|called| way(called)).collect::<Vec<_>>());
    match found.find(|found| !found.is_empty()).as_deref() {
        None => Named::Nothing(slips(&whole, all)),
        Some([(place, ..)]) => Named::One(place.clone()),
        Some(found) => Named::Many(found.iter().copied().map(called).collect()),
    }
}

/// Folded, and without the dashes that stand for blanks.
fn squeezed(text: &str) -> String {
    fold(text).chars().filter(|letter| !matches!(letter, '-' | '_')).collect()
}

/// The name from each of its later words on.
fn later_words(name: &str) -> impl Iterator<Item = &str> {
    let blanks = name.char_indices().filter(|(_, letter)| letter.is_whitespace());
    blanks.map(|(at, _)| name[at..].trim_start())
}
