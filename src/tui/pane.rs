//! What lies on top of a screen: the search field, the palette, help, the legend.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use tui_input::Input;

use super::adder::Adder;
use super::ask::{Ask, Prompt};
use super::browser::Browser;
use super::bulk::Bulk;
use super::choosing::Choosing;
use super::form::Form;
use super::help_page::HelpPage;
use super::incoming::Incoming;
use super::merger::{Merger, Pairs};
use super::mover::Mover;
use super::naming::Naming;
use super::picker::Picker;
use super::teller::Teller;
use super::template::Templates;
use crate::command::{Command, Group, TABLE, View, hints};
use crate::map::{Map, NodeId};
use crate::text::Lang;

/// A pane on top of the screen.
#[derive(Clone, Debug)]
pub enum Pane {
    /// Looks for a card.
    Find(Search<NodeId>),
    /// Looks for the card at an end of chains; so many of those found, the first ones, are on a chain.
    End(Search<NodeId>, End, usize),
    /// Looks for a command.
    Palette(Search<Command>),
    /// All keys.
    Help(HelpPage),
    /// What shapes and lines mean; so many lines scrolled.
    Legend(usize),
    /// Letters that the outline is filtered by.
    Filter(Input),
    /// Values that the outline is narrowed to; the row of the cursor.
    Facets(usize),
    /// The columns of the outline; the row of the cursor.
    Columns(usize),
    /// One change for several cards or links.
    Bulk(Box<Bulk>),
    /// New cards and links, line by line.
    Add(Box<Adder>),
    /// Another card, picked by its letters or by name.
    Pick(Box<Picker>),
    /// Which of two cards stays.
    Merge(Merger),
    /// Cards that may be the same thing.
    Same(Box<Pairs>),
    /// Where cards are to go.
    Move(Box<Mover>),
    /// A question before going on.
    Ask(Ask),
    /// A line to fill in.
    Prompt(Prompt),
    /// A name for something around the cards.
    Name(Box<Naming>),
    /// A short list to choose from.
    Choose(Box<Choosing>),
    /// A loop that is told card by card.
    Tell(Box<Teller>),
    /// A list of files.
    Browse(Box<Browser>),
    /// What a file in another format would do to the map.
    Import(Box<Incoming>),
    /// What a new map begins with.
    Templates(Templates),
    /// An item in which every field can be edited.
    Form(Box<Form>),
}

/// An end of the chains between two cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Where they begin.
    From,
    /// Where they lead.
    To,
}

/// A field to type in and what it found.
#[derive(Clone, Debug)]
pub struct Search<T> {
    /// What is typed.
    pub input: Input,
    /// What was found, best first.
    pub found: Vec<Hit<T>>,
    /// Which of them the cursor is on.
    pub at: usize,
}

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit<T> {
    /// What.
    pub what: T,
    /// Which letters (grapheme clusters) of its shown text were found; empty if the hit was elsewhere.
    pub letters: Vec<u32>,
}

impl<T> Search<T> {
    /// An empty field that found what is given.
    #[must_use]
    pub fn new(found: Vec<Hit<T>>) -> Self {
        Self { input: Input::default(), found, at: 0 }
    }

    /// What the cursor is on.
    #[must_use]
    pub fn chosen(&self) -> Option<&T> {
        self.found.get(self.at).map(|hit| &hit.what)
    }

    /// Moves the cursor by so many rows and stays in the list.
    pub fn go(&mut self, rows: isize) {
        self.at = self.at.saturating_add_signed(rows).min(self.found.len().saturating_sub(1));
    }

    /// Takes in a new list of hits; the cursor goes to the best one.
    pub fn show(&mut self, found: Vec<Hit<T>>) {
        self.found = found;
        self.at = 0;
    }
}

/// A matcher that is cheap to ask again: making one takes longer than a search.
struct Letters {
    matcher: Matcher,
    pattern: Pattern,
    chars: Vec<char>,
}

impl Letters {
    fn new(query: &str, kind: AtomKind) -> Self {
        let mut config = Config::DEFAULT;
        config.prefer_prefix = true;
        Self {
            matcher: Matcher::new(config),
            pattern: Pattern::new(query, CaseMatching::Ignore, Normalization::Smart, kind),
            chars: Vec::new(),
        }
    }

    /// How well a text fits, and which letters do.
    fn look(&mut self, text: &str) -> Option<(u32, Vec<u32>)> {
        let mut letters = Vec::new();
        let text = Utf32Str::new(text, &mut self.chars);
        let score = self.pattern.indices(text, &mut self.matcher, &mut letters)?;
        letters.sort_unstable();
        letters.dedup();
        Some((score, letters))
    }
}

/// The cards that fit, best first: by label, short label, id and tags. All of them for an empty query, by label.
#[must_use]
pub fn find_cards(map: &Map, query: &str) -> Vec<Hit<NodeId>> {
    if query.trim().is_empty() {
        let mut all: Vec<_> = map.nodes().collect();
        all.sort_by_key(|(_, node)| node.label.to_lowercase());
        return all.into_iter().map(|(id, _)| Hit { what: id.clone(), letters: Vec::new() }).collect();
    }
    let mut letters = Letters::new(query, AtomKind::Fuzzy);
    // What one does not see must hold the letters in one piece, or every long id would seem to fit.
    let mut pieces = Letters::new(query, AtomKind::Substring);
    let mut found = Vec::new();
    for (id, node) in map.nodes() {
        let label = letters.look(&node.label);
        // A label that fits is a better answer than anything behind the card.
        let by_label = label.as_ref().map_or(0, |(score, _)| score + 16);
        let behind =
            [node.short.as_str(), id.as_str()].into_iter().chain(node.tags.iter().map(String::as_str));
        let behind = behind.filter_map(|text| pieces.look(text)).map(|(score, _)| score).max().unwrap_or(0);
        let score = by_label.max(behind);
        if score > 0 {
            found.push((
                score,
                &node.label,
                Hit { what: id.clone(), letters: label.map_or(Vec::new(), |own| own.1) },
            ));
        }
    }
    found.sort_by(|a, b| {
        b.0.cmp(&a.0).then_with(|| a.1.len().cmp(&b.1.len())).then_with(|| a.2.what.cmp(&b.2.what))
    });
    found.into_iter().map(|(_, _, hit)| hit).collect()
}

/// The commands that fit by name in either language or by id, best first; all of them for an empty query, those of
/// the screen first. Letters are those of the name in `lang`.
#[must_use]
pub fn find_commands(view: View, lang: Lang, query: &str) -> Vec<Hit<Command>> {
    // Who types the key of the list again begins anew.
    let query = query.trim_start_matches(':').trim();
    let mut letters = Letters::new(query, AtomKind::Fuzzy);
    let mut found = Vec::new();
    for (place, row) in TABLE.iter().enumerate() {
        let shown = letters.look(row.name.text(lang));
        let others = [row.name.text(lang.other()), row.id, row.hint.en, row.hint.nb];
        let behind = others.into_iter().filter_map(|text| letters.look(text)).map(|(score, _)| score).max();
        let score = shown.as_ref().map(|own| own.0 + 8).into_iter().chain(behind).max();
        let Some(score) = score else { continue };
        // Who types a whole name means that command and not a longer one.
        let is = |own: &str| own.eq_ignore_ascii_case(query);
        let exact = is(row.name.en) || is(row.name.nb) || is(row.id);
        // What one walks with has keys that everybody finds, and is hardly looked for by a word: 'open' means a map.
        let walking = row.group == Group::Walking && !is(row.name.en) && !is(row.name.nb);
        let score = match (walking, exact) {
            (true, _) => score / 2,
            (false, true) => score + 1_000,
            (false, false) => score,
        };
        let elsewhere = !row.views.contains(&view);
        let hit = Hit { what: row.command, letters: shown.map_or(Vec::new(), |own| own.1) };
        // Without a query: first what the last line names, and what one would hardly look for by name last.
        let place = match hints(view).iter().position(|own| *own == row.command) {
            Some(named) if query.is_empty() => named,
            _ if query.is_empty() && row.group == Group::Walking => place + 2 * TABLE.len(),
            _ => place + TABLE.len(),
        };
        found.push(((std::cmp::Reverse(score), elsewhere, place), hit));
    }
    found.sort_by_key(|(order, _)| *order);
    found.into_iter().map(|(_, hit)| hit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Node};

    fn map(labels: &[(&str, &str)]) -> Map {
        let mut map = Map::new("x");
        for (id, label) in labels {
            map.insert_node((*id).into(), Node::new(Kind::Cause, *label)).expect("new");
        }
        map
    }

    fn ids(hits: &[Hit<NodeId>]) -> Vec<&str> {
        hits.iter().map(|hit| hit.what.as_str()).collect()
    }

    #[test]
    fn a_few_letters_find_a_card() {
        let map = map(&[("school", "Skole uten plass"), ("risk", "Risiko for skole"), ("trust", "Tillit")]);
        assert_eq!(ids(&find_cards(&map, "sko")), ["school", "risk"]);
        assert_eq!(ids(&find_cards(&map, "TRU")), ["trust"]);
        assert_eq!(find_cards(&map, "").len(), 3);
        assert!(find_cards(&map, "xyzzy").is_empty());
    }

    #[test]
    fn norwegian_letters_are_found_with_and_without_their_rings() {
        let map = map(&[("a", "Blåser ut"), ("b", "Bør vite")]);
        assert_eq!(ids(&find_cards(&map, "blas")), ["a"]);
        assert_eq!(ids(&find_cards(&map, "bør")), ["b"]);
    }

    #[test]
    fn a_word_means_what_is_looked_for_by_it() {
        for (lang, query, wanted) in [
            (Lang::En, "open", Command::OpenFile),
            (Lang::En, ":open", Command::OpenFile),
            (Lang::Nb, "åpne", Command::OpenFile),
            (Lang::En, "save", Command::Save),
        ] {
            assert_eq!(find_commands(View::Board, lang, query)[0].what, wanted, "{query}");
        }
    }

    #[test]
    fn every_command_is_found_by_its_name_in_either_language() {
        for row in TABLE {
            for lang in Lang::ALL {
                for query in [row.name.en, row.name.nb, row.id] {
                    let found = find_commands(View::Board, lang, query);
                    assert!(found.iter().any(|hit| hit.what == row.command), "{query}");
                }
                let found = find_commands(row.views[0], lang, row.name.text(lang));
                assert_eq!(found[0].what, row.command, "{}", row.name.text(lang));
            }
        }
    }
}
