//! What to do next on a young map: the first causes, the first link, the first loop, the first save.
//!
//! And texts in which keys stand as the ids of their commands, `[add]`: they are shown with the keys of today.

use super::app::App;
use super::open::OpenMap;
use crate::command::{Command, Keymap, TABLE};
use crate::map::Map;
use crate::text::Lang;

/// With so many causes a map has a beginning.
pub const CAUSES: usize = 3;

/// The next step on a young map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// There is no card.
    FirstCause,
    /// There are fewer cards than a beginning takes.
    MoreCauses,
    /// Nothing is linked.
    FirstLink,
    /// Nothing comes back to where it began.
    FirstLoop,
    /// It is in no file.
    FirstSave,
}

/// Whether a map that is opened is a young one: whoever opens it is shown the next step.
#[must_use]
pub fn is_young(map: &Map) -> bool {
    map.node_count() < CAUSES || map.link_count() == 0
}

/// The next step on the open map; `None` if it is no young one, may only be read, or has come far enough.
#[must_use]
pub fn next_step(open: &OpenMap) -> Option<NextStep> {
    if !open.guided || open.read_only {
        return None;
    }
    Some(match (open.map.node_count(), open.map.link_count()) {
        (0, _) => NextStep::FirstCause,
        (1..CAUSES, _) => NextStep::MoreCauses,
        (_, 0) => NextStep::FirstLink,
        _ if !open.circles.all.iter().any(super::circles::Circle::runs) => NextStep::FirstLoop,
        _ if open.path.is_none() => NextStep::FirstSave,
        _ => return None,
    })
}

impl NextStep {
    /// What to do, with the keys of today.
    #[must_use]
    pub fn said(self, lang: Lang, keymap: &Keymap) -> String {
        with_keys(keymap, self.text(lang))
    }

    /// The same with ids of commands for their keys.
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        let words = &lang.words().guide;
        match self {
            NextStep::FirstCause => words.first_cause,
            NextStep::MoreCauses => words.more_causes,
            NextStep::FirstLink => words.first_link,
            NextStep::FirstLoop => words.first_loop,
            NextStep::FirstSave => words.first_save,
        }
    }
}

impl NextStep {
    /// The same for whoever is writing in the field for new cards; `None` where that says it itself.
    #[must_use]
    pub fn said_writing(self, lang: Lang, keymap: &Keymap) -> Option<String> {
        let words = &lang.words().guide;
        let text = match self {
            NextStep::FirstCause => return None,
            NextStep::MoreCauses => words.writing_causes,
            NextStep::FirstLink => words.writing_link,
            NextStep::FirstLoop => words.writing_loop,
            NextStep::FirstSave => words.writing_save,
        };
        Some(with_keys(keymap, text))
    }
}

/// A text with the key of each command in the place of its id: `[add]` becomes `a`. A command without a key is
/// shown as what to type into the palette.
#[must_use]
pub fn with_keys(keymap: &Keymap, text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        let found = after.split_once(']').and_then(|(id, behind)| Some((key_of(keymap, id)?, behind)));
        match found {
            Some((key, behind)) => {
                out.push_str(&key);
                rest = behind;
            }
            None => {
                out.push('[');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn key_of(keymap: &Keymap, id: &str) -> Option<String> {
    let row = TABLE.iter().find(|row| row.id == id)?;
    let key = keymap.label(row.command);
    Some(if key.is_empty() { format!("{} {id}", keymap.label(Command::Palette)) } else { key })
}

/// A key that a text names, with the words beside it: `a` is a key and an English word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The key, as it is written.
    pub key: String,
    before: Option<String>,
    after: Option<String>,
}

impl Named {
    /// Whether the key is meant where these words stand before and behind it; `None` where a line begins or ends.
    #[must_use]
    pub fn is_meant(&self, before: Option<&str>, after: Option<&str>) -> bool {
        let mut letters = self.key.chars();
        let is_word = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
        let agrees = |own: &Option<String>, there: Option<&str>| {
            own.as_deref().zip(there).is_none_or(|(own, there)| own == there)
        };
        !is_word || agrees(&self.before, before) && agrees(&self.after, after)
    }
}

/// The keys that a text names, to be shown as keys.
#[must_use]
pub fn keys_in(keymap: &Keymap, text: &str) -> Vec<Named> {
    let mut keys = Vec::new();
    let mut rest = 0;
    while let Some(from) = text[rest..].find('[').map(|at| rest + at) {
        let Some(to) = text[from..].find(']').map(|at| from + at) else { break };
        rest = to + 1;
        let Some(key) = key_of(keymap, &text[from + 1..to]) else { continue };
        // Words that are filled in later say nothing.
        let fixed = |word: &&str| !word.contains(['[', ']', '{', '}']);
        let before = text[..from].strip_suffix(' ').and_then(|text| text.split(' ').next_back());
        let behind = text[rest..].trim_start_matches(['.', ',', ':', ';', ')']);
        let after = behind.strip_prefix(' ').and_then(|text| text.split(' ').next());
        keys.push(Named {
            key,
            before: before.filter(fixed).map(str::to_owned),
            after: after.filter(fixed).map(str::to_owned),
        });
    }
    // Those of fields and lists, which no settings change.
    keys.extend(["Enter", "Esc", "/", "<"].map(|key| Named {
        key: key.to_owned(),
        before: None,
        after: None,
    }));
    keys
}

/// A text of the program with the keys of today.
#[must_use]
pub fn keyed(app: &App, text: &str) -> String {
    with_keys(&app.keymap, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Link, LinkId, LinkKind, Node};
    use crate::tui::open::Sheet;

    #[test]
    fn every_key_that_a_text_names_is_that_of_a_command() {
        let keymap = Keymap::default();
        for lang in Lang::ALL {
            for (field, text) in lang.words().guide.each() {
                let shown = with_keys(&keymap, text);
                assert!(!shown.contains(['[', ']']), "{field}: {shown}");
            }
        }
        assert_eq!(with_keys(&keymap, "[add] or [no such] [left][up]"), "a or [no such] ←↑");
    }

    #[test]
    fn both_languages_name_the_same_keys() {
        let ids = |text: &str| {
            let mut ids: Vec<String> = text
                .split(['[', '{'])
                .skip(1)
                .filter_map(|piece| piece.split_once([']', '}']).map(|(id, _)| id.to_owned()))
                .collect();
            ids.sort();
            ids
        };
        let (en, nb) = (&Lang::En.words().guide, &Lang::Nb.words().guide);
        for ((field, en), (_, nb)) in en.each().into_iter().zip(nb.each()) {
            assert_eq!(ids(en), ids(nb), "{field}");
        }
    }

    #[test]
    fn a_map_grows_from_step_to_step() {
        let mut map = Map::new("x");
        let step = |map: &Map| next_step(&OpenMap::new(Sheet::unsaved(map.clone()), 1));
        assert_eq!(step(&map), Some(NextStep::FirstCause));
        for (id, wanted) in
            [("a", NextStep::MoreCauses), ("b", NextStep::MoreCauses), ("c", NextStep::FirstLink)]
        {
            map.insert_node(id.into(), Node::new(Kind::Cause, id)).expect("new");
            assert_eq!(step(&map), Some(wanted), "{id}");
        }
        let link = LinkId { from: "a".into(), to: "b".into(), kind: LinkKind::Causes };
        map.insert_link(link, Link::default()).expect("new");
        // A map that has come so far when it is opened is no young one.
        assert_eq!(step(&map), None);
        let mut open = OpenMap::new(Sheet::unsaved(Map::new("x")), 1);
        open.map = std::sync::Arc::new(map);
        assert_eq!(next_step(&open), Some(NextStep::FirstLoop));
    }
}
