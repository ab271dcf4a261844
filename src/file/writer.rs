//! Lays a document out in the one canonical form: the same content is always the same bytes.
//!
//! The values come from the model's own serialisation; only their lines are decided here, by field name. One
//! field of a card is one line, one link is one line unless it has a reason to tell, one sentence of a note is
//! one line: so one change is one hunk of a diff.

use crate::map::tree::Tree;
use crate::map::{Link, Map};

use super::document::{Document, Entry};

/// The version of the format that this program writes.
pub const VERSION: u32 = 1;

/// Fields whose items stand on lines of their own: texts in sentences, and lists of records.
const ROWS: &[&str] = &[
    "note",
    "reason",
    "hypothesis",
    "participants",
    "seen",
    "learning",
    "next",
    "needs_to_know",
    "wants_part",
    "measurements",
    "perspectives",
    "extra",
    "through",
    "steps",
];

/// The text of a file that says what `document` says, in canonical form: LF, two blanks, trailing commas.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut page = Page::default();
    let frame = &document.frame;
    page.open("(");
    page.line(&format!("floke: {VERSION},"));
    page.fields(&Tree::of(&frame.head));
    page.rows_unless_empty("levels", &Tree::of(&frame.levels));
    page.rows_unless_empty("phases", &Tree::of(&frame.phases));
    page.rows_unless_empty("effect_goals", &Tree::of(&frame.effect_goals));
    page.rows_unless_empty("areas", &Tree::of(&frame.areas));
    page.blocks("sources", frame.sources.iter(), |page, name, source| {
        let tree = Tree::of(source);
        if source.note.is_empty() { page.entry(&name, &tree) } else { page.record(&name, &tree) }
    });
    page.blocks("nodes", document.nodes.iter(), |page, name, entry| page.node(&name, entry));
    page.blocks("loops", frame.loops.iter(), |page, name, told| page.record(&name, &Tree::of(told)));
    let mut journeys: Vec<_> = frame.journeys.iter().collect();
    journeys.sort_by_key(|(id, journey)| journey.order(id));
    page.blocks("journeys", journeys.into_iter(), |page, name, journey| {
        page.record(&name, &Tree::of(journey));
    });
    page.blocks("set_aside", frame.set_aside.iter(), |page, name, aside| {
        page.record(&name, &Tree::of(aside));
    });
    page.rows_unless_empty("conflicts", &Tree::of(&frame.conflicts));
    page.close(")");
    // Nothing follows the outermost bracket but the line's end.
    page.out.truncate(page.out.trim_end_matches(",\n").len());
    page.out.push('\n');
    page.out
}

/// The text of a file of that map, in canonical form.
#[must_use]
pub fn write_map(map: &Map) -> String {
    write(&Document::of(map))
}

/// Lines with their indent.
#[derive(Default)]
struct Page {
    out: String,
    depth: usize,
}

impl Page {
    fn line(&mut self, text: &str) {
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn open(&mut self, text: &str) {
        self.line(text);
        self.depth += 1;
    }

    fn close(&mut self, bracket: &str) {
        self.depth -= 1;
        self.line(&format!("{bracket},"));
    }

    /// `name: value,` on one line.
    fn entry(&mut self, name: &str, value: &Tree) {
        self.line(&format!("{name}: {},", value.inline()));
    }

    /// A list, a map or a struct with each of its parts on a line; an empty one on one line.
    fn rows(&mut self, name: &str, value: &Tree) {
        match value {
            Tree::List(items) if !items.is_empty() => {
                self.open(&format!("{name}: ["));
                for item in items {
                    self.line(&format!("{},", item.inline()));
                }
                self.close("]");
            }
            Tree::Map(entries) if !entries.is_empty() => {
                self.open(&format!("{name}: {{"));
                for (key, value) in entries {
                    self.entry(&key.inline(), value);
                }
                self.close("}");
            }
            Tree::Struct(fields) if !fields.is_empty() => {
                self.open(&format!("{name}: ("));
                for (field, value) in fields {
                    self.entry(field, value);
                }
                self.close(")");
            }
            other => self.entry(name, other),
        }
    }

    fn rows_unless_empty(&mut self, name: &str, value: &Tree) {
        if !matches!(value, Tree::List(items) if items.is_empty()) {
            self.rows(name, value);
        }
    }

    /// The fields of a record, each on a line or on several.
    fn fields(&mut self, record: &Tree) {
        let Tree::Struct(fields) = record else { return };
        for (name, value) in fields {
            match (*name, value) {
                ("sources", Tree::Map(citations)) => self.citations(citations),
                _ if ROWS.contains(name) => self.rows(name, value),
                _ => self.entry(name, value),
            }
        }
    }

    /// What is cited: a source from which one thing is taken on one line, more as a block.
    fn citations(&mut self, citations: &[(Tree, Tree)]) {
        self.open("sources: {");
        for (source, citation) in citations {
            match citation {
                Tree::Struct(fields) if fields.len() > 1 => self.rows(&source.inline(), citation),
                _ => self.entry(&source.inline(), citation),
            }
        }
        self.close("}");
    }

    /// `name: (` and the fields of a record; `name: (),` for one without any.
    fn record(&mut self, name: &str, record: &Tree) {
        if matches!(record, Tree::Struct(fields) if fields.is_empty()) {
            return self.entry(name, record);
        }
        self.open(&format!("{name}: ("));
        self.fields(record);
        self.close(")");
    }

    /// `name: {` and what `write` makes of each entry; nothing at all where there is none.
    fn blocks<K: serde::Serialize, V>(
        &mut self,
        name: &str,
        entries: impl ExactSizeIterator<Item = (K, V)>,
        write: impl Fn(&mut Self, String, V),
    ) {
        if entries.len() == 0 {
            return;
        }
        self.open(&format!("{name}: {{"));
        for (key, value) in entries {
            write(self, Tree::of(&key).inline(), value);
        }
        self.close("}");
    }

    fn node(&mut self, name: &str, entry: &Entry) {
        self.open(&format!("{name}: ("));
        self.fields(&Tree::of(&entry.node));
        let mut open = None;
        for ((kind, to), link) in &entry.links {
            if open != Some(*kind) {
                if open.is_some() {
                    self.close("}");
                }
                self.open(&format!("{}: {{", kind.field()));
                open = Some(*kind);
            }
            self.link(&Tree::of(to).inline(), link);
        }
        if open.is_some() {
            self.close("}");
        }
        self.close(")");
    }

    /// A link on one line, unless it has a note or takes something from a source.
    fn link(&mut self, name: &str, link: &Link) {
        let tree = Tree::of(link);
        let cites = link.sources.values().any(|citation| *citation != crate::map::Citation::default());
        if link.note.is_empty() && !cites {
            return self.entry(name, &tree);
        }
        self.record(name, &tree);
    }
}
