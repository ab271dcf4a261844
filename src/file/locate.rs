//! Where in a file an item or one of its fields stands.
//!
//! The reader keeps no positions: they would make every card larger for the sake of a few that have a fault.
//! So a place is looked up when it is wanted, by walking over the text's tokens once for all that are wanted.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::map::Item;

use super::document::Document;
use super::place::{LineStarts, Place};
use super::scan::{Kind, Scan};

/// One step on the way to a value: the name of a field, a key, or a place in a list counted from 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key<'a> {
    Name(Cow<'a, str>),
    At(usize),
}

impl<'a> Key<'a> {
    pub(super) fn name(text: &'a str) -> Self {
        Key::Name(Cow::Borrowed(text))
    }
}

/// The way to a value from the outermost bracket.
pub(super) type Path<'a> = Vec<Key<'a>>;

/// The way to an item; `None` if the document does not have it. The map itself is the empty path.
pub(super) fn path_of(document: &Document, item: &Item) -> Option<Path<'static>> {
    let frame = &document.frame;
    let owned = |name: &str| Key::Name(Cow::Owned(name.to_owned()));
    let keyed = |part: &str, id: &str| Some(vec![owned(part), owned(id)]);
    let listed = |part: &str, at: Option<usize>| at.map(|at| vec![owned(part), Key::At(at)]);
    match item {
        Item::Map => Some(Vec::new()),
        Item::Level(id) => listed("levels", frame.levels.iter().position(|level| level.id == *id)),
        Item::Phase(id) => listed("phases", frame.phases.iter().position(|phase| phase.id == *id)),
        Item::Goal(id) => listed("effect_goals", frame.effect_goals.iter().position(|goal| goal.id == *id)),
        Item::Area(id) => listed("areas", frame.areas.iter().position(|area| area.id == *id)),
        Item::Source(id) => keyed("sources", id.as_str()),
        Item::Node(id) => keyed("nodes", id.as_str()),
        Item::Link(id) => {
            Some(vec![owned("nodes"), owned(id.from.as_str()), owned(id.kind.field()), owned(id.to.as_str())])
        }
        Item::Loop(id) => keyed("loops", id.as_str()),
        Item::Journey(id) => keyed("journeys", id.as_str()),
        Item::SetAside(key) => keyed("set_aside", key),
    }
}

/// The places of items in a text that `document` was read from, in the order asked for; `None` for what is not
/// there. The place of a keyed item is its key, of a listed one its opening bracket. O(length).
#[must_use]
pub fn locate(text: &str, document: &Document, items: &[Item]) -> Vec<Option<Place>> {
    let lines = LineStarts::of(text);
    let paths: Vec<_> = items.iter().map(|item| path_of(document, item)).collect();
    let found = find(text, paths.iter().flatten().cloned());
    paths
        .iter()
        .map(|path| path.as_ref().and_then(|path| found.get(path)).map(|range| lines.place(range.start)))
        .collect()
}

/// The bytes of the keys at the ends of `paths`, as far as they are there; of two equal keys the first.
pub(super) fn find<'a>(
    text: &'a str,
    paths: impl Iterator<Item = Path<'a>>,
) -> BTreeMap<Path<'a>, Range<usize>> {
    let mut wanted: BTreeMap<Path<'a>, Option<Range<usize>>> = paths.map(|path| (path, None)).collect();
    let deepest = wanted.keys().map(Vec::len).max().unwrap_or(0);
    let mut missing = wanted.len();
    let mut walk = Walk::of(text);
    if let Some(place @ None) = wanted.get_mut(&[][..]) {
        *place = Some(walk.first());
        missing -= 1;
    }
    while missing > 0 {
        let Some(range) = walk.next_key() else { break };
        if walk.path.len() <= deepest
            && let Some(place @ None) = wanted.get_mut(walk.path.as_slice())
        {
            *place = Some(range);
            missing -= 1;
        }
    }
    wanted.into_iter().filter_map(|(path, place)| place.map(|place| (path, place))).collect()
}

/// All keys and list items of a text in order, each with the way to it.
pub(super) fn keys(text: &str) -> impl Iterator<Item = (Path<'_>, Range<usize>)> {
    let mut walk = Walk::of(text);
    std::iter::from_fn(move || walk.next_key().map(|range| (walk.path.clone(), range)))
}

/// The way to what stands at `offset`, outermost first, each step with the bytes of its key, and the opening
/// bracket around it.
pub(super) fn around(text: &str, offset: usize) -> Around<'_> {
    let mut walk = Walk::of(text);
    let mut keys: Vec<Range<usize>> = Vec::new();
    // A key before the offset may still have been left behind by a bracket that closes before it.
    while let Some(range) = walk.next_key_before(offset) {
        keys.truncate(walk.path.len() - 1);
        keys.push(range);
    }
    keys.truncate(walk.path.len());
    let path: Vec<_> = walk.path.iter().cloned().zip(keys).collect();
    Around { path, bracket: walk.frames.last().map(|frame| frame.open) }
}

/// What [`around`] finds.
pub(super) struct Around<'a> {
    /// The way there.
    pub path: Vec<(Key<'a>, Range<usize>)>,
    /// Where the innermost bracket around it was opened.
    pub bracket: Option<usize>,
}

struct Frame {
    open: usize,
    // Whether the parts of this bracket have names: then a part begins with its key, else it is counted.
    list: bool,
    at: usize,
    started: bool,
}

/// A walk over all keys of a text.
struct Walk<'a> {
    text: &'a str,
    tokens: std::iter::Peekable<Scan<'a>>,
    frames: Vec<Frame>,
    path: Path<'a>,
}

impl<'a> Walk<'a> {
    fn of(text: &'a str) -> Self {
        Self { text, tokens: Scan::of(text).peekable(), frames: Vec::new(), path: Vec::new() }
    }

    fn first(&mut self) -> Range<usize> {
        self.tokens.peek().map_or(0..0, |token| token.range.clone())
    }

    fn next_key(&mut self) -> Option<Range<usize>> {
        self.next_key_before(usize::MAX)
    }

    /// The next key or list item that starts before `end`; `path` is then the way to it.
    fn next_key_before(&mut self, end: usize) -> Option<Range<usize>> {
        loop {
            let token = self.tokens.next_if(|token| token.range.start < end)?;
            match token.kind {
                Kind::Comment | Kind::Colon | Kind::Other => {}
                Kind::Comma => {
                    if let Some(frame) = self.frames.last_mut() {
                        frame.at += 1;
                        frame.started = false;
                        self.path.truncate(self.frames.len() - 1);
                    }
                }
                Kind::Close => {
                    self.frames.pop();
                    self.path.truncate(self.frames.len());
                }
                Kind::Open => {
                    let item = self.item(&token.range);
                    let list = &self.text[token.range.clone()] == "[";
                    self.frames.push(Frame { open: token.range.start, list, at: 0, started: false });
                    if item.is_some() {
                        return item;
                    }
                }
                Kind::Text | Kind::Word => {
                    let named = self.tokens.peek().is_some_and(|next| next.kind == Kind::Colon);
                    if named && self.frames.last().is_some_and(|frame| !frame.list && !frame.started) {
                        let name = self.name(&token.range, token.kind);
                        if let Some(frame) = self.frames.last_mut() {
                            frame.started = true;
                        }
                        self.path.truncate(self.frames.len() - 1);
                        self.path.push(Key::Name(name));
                        return Some(token.range);
                    }
                    if let Some(item) = self.item(&token.range) {
                        return Some(item);
                    }
                }
            }
        }
    }

    /// Starts a part that has no name, if one can start here.
    fn item(&mut self, range: &Range<usize>) -> Option<Range<usize>> {
        let frame = self.frames.last_mut().filter(|frame| !frame.started)?;
        frame.started = true;
        let at = frame.at;
        self.path.truncate(self.frames.len() - 1);
        self.path.push(Key::At(at));
        Some(range.clone())
    }

    fn name(&self, range: &Range<usize>, kind: Kind) -> Cow<'a, str> {
        let text: &'a str = &self.text[range.clone()];
        let plain = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        match (kind, plain) {
            (Kind::Text, Some(plain)) if !plain.contains('\\') => Cow::Borrowed(plain),
            (Kind::Text, _) => ron::from_str(text).map_or(Cow::Borrowed(text), Cow::Owned),
            _ => Cow::Borrowed(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{LinkId, LinkKind};

    const EXAMPLE: &str = include_str!("../../tests/fixtures/version-1.floke.ron");

    #[test]
    fn items_are_found_where_they_stand() {
        let document = crate::file::read(EXAMPLE).expect("opens");
        let link = LinkId::new("overheard", LinkKind::Relates, "trust");
        let items = [
            Item::Map,
            Item::Level("county".into()),
            Item::Area("1A".into()),
            Item::Source("parents-2021".into()),
            Item::Node("trust".into()),
            Item::Link(link),
            Item::Journey("from-steering-to-the-family".into()),
            Item::SetAside("weak-way-up management county".to_owned()),
            Item::Node("gone".into()),
        ];
        let places = locate(EXAMPLE, &document, &items);
        let lines: Vec<&str> = EXAMPLE.lines().collect();
        let found: Vec<Option<&str>> = places
            .iter()
            .map(|place| place.map(|place| &lines[place.line - 1][place.column - 1..]))
            .collect();
        assert_eq!(
            found,
            [
                Some("("),
                Some("(id: \"county\", name: \"County governor\", part_of: \"system\"),"),
                Some("(id: \"1A\", name: \"Too little participation\", color: Blue, part_of: \"1\"),"),
                Some("\"parents-2021\": ("),
                Some("\"trust\": ("),
                Some("\"trust\": (word: \"says something about\"),"),
                Some("\"from-steering-to-the-family\": ("),
                Some("\"weak-way-up management county\": ("),
                None,
            ]
        );
    }

    fn way(text: &str, marker: &str) -> String {
        let around = around(text, text.find(marker).expect("there"));
        let keys = around.path.iter().map(|(key, range)| match key {
            Key::Name(name) => format!("{name}@{}", &text[range.clone()]),
            Key::At(at) => format!("{at}@{}", &text[range.clone()]),
        });
        keys.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_around_a_place() {
        let text = "(a: 1, nodes: {\"x\": (l: [(p: 1), (q: Show(\"z\", 5!))], m: 2?), \"y\": () *}, b: 3 /)";
        assert_eq!(way(text, "!"), "nodes@nodes x@\"x\" l@l 1@( q@q 1@5");
        assert_eq!(way(text, "?"), "nodes@nodes x@\"x\" m@m");
        assert_eq!(way(text, "*"), "nodes@nodes y@\"y\"");
        assert_eq!(way(text, "/"), "b@b");
    }

    #[test]
    fn of_two_equal_keys_the_first_is_found() {
        let text = "(nodes: {\"x\": (), \"x\": ()})";
        let path = vec![Key::name("nodes"), Key::name("x")];
        assert_eq!(find(text, [path.clone()].into_iter()).get(&path), Some(&(9..12)));
    }
}
