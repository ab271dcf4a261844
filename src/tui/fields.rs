//! What the inspector says about a card, a link or a loop, entry by entry, before it is put into lines.

use super::app::App;
use super::hits::Target;
use crate::command::View;
use crate::map::{Citation, Lines, Map, SourceId};
use crate::palette::Role;
use crate::text::Lang;
use crate::text::words::capital;
use crate::text::words::says::quoted;

mod around;
mod card;
mod circle;
mod link;
mod rung;

/// One entry of the inspector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// An empty line.
    Blank,
    /// What it is called: shape, what part of the picture it is, label.
    Title(&'static str, Role, String),
    /// A heading.
    Heading(String),
    /// A field: name and value.
    Field(String, String),
    /// A paragraph.
    Text(String),
    /// A paragraph that stands back.
    Quiet(String),
    /// A line of a list, and what a click on it means.
    Item {
        /// What stands before it.
        lead: String,
        /// What that is.
        role: Role,
        /// The text.
        text: String,
        /// What a click means.
        target: Option<Target>,
    },
}

/// What is to be said about the selection: the loop in the list of loops, else the chosen link, else the card.
#[must_use]
pub fn entries(app: &App) -> Vec<Entry> {
    let Some(open) = &app.open else { return Vec::new() };
    let listed = if app.view == View::Loops { open.listed_loop() } else { None };
    if let Some(at) = listed {
        return circle::entries(app, open, at);
    }
    if app.view == View::Setup {
        return around::entries(app, open);
    }
    if app.view == View::Levels {
        return rung::entries(app, open);
    }
    let chosen = open.link.as_ref().filter(|_| matches!(app.view, View::Board | View::Focus | View::Outline));
    if let Some((id, link)) = chosen.and_then(|id| Some((id, open.map.link(id)?))) {
        return link::entries(app, open, id, link);
    }
    match open.card.as_ref().and_then(|id| Some((id, open.map.node(id)?))) {
        Some((id, node)) => card::entries(app, open, id, node),
        None => vec![Entry::Quiet(app.lang.words().start.nothing_selected.to_owned())],
    }
}

/// Gathers entries; what is empty leaves no trace.
struct Gatherer {
    lang: Lang,
    out: Vec<Entry>,
}

impl Gatherer {
    fn field(&mut self, name: &str, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            self.out.push(Entry::Field(capital(name), value));
        }
    }

    fn paragraphs(&mut self, name: &str, lines: &Lines) {
        if !lines.is_empty() {
            self.out.push(Entry::Blank);
            self.out.push(Entry::Heading(capital(name)));
            self.out.extend(lines.iter().map(|line| Entry::Text(line.clone())));
        }
    }

    fn list(&mut self, heading: &str, items: Vec<Entry>) {
        if !items.is_empty() {
            self.out.push(Entry::Blank);
            self.out.push(Entry::Heading(heading.to_owned()));
            self.out.extend(items);
        }
    }
}

fn sources(all: &mut Gatherer, map: &Map, cited: &[(&SourceId, &Citation)]) {
    let words = all.lang.words();
    let fields = &words.fields;
    if cited.is_empty() {
        return;
    }
    all.out.push(Entry::Blank);
    all.out.push(Entry::Heading(capital(fields.sources)));
    for (id, citation) in cited {
        let mut title = source_title(map, id);
        if let Some(source) = map.sources().get(*id) {
            let mut facts = vec![source.kind.word(all.lang).to_owned()];
            facts.extend(source.year.map(|year| year.to_string()));
            facts.extend(source.respondents.map(|n| format!("n = {n}")));
            title.push_str(&format!(" ({})", facts.join(", ")));
        }
        all.out.push(Entry::Item { lead: "•".to_owned(), role: Role::Quiet, text: title, target: None });
        if !citation.figure.is_empty() {
            all.field(&format!("  {}", fields.figure), citation.figure.as_str());
        }
        if !citation.quote.is_empty() {
            all.field(&format!("  {}", fields.quote), quoted(&citation.quote));
        }
        if !citation.page.is_empty() {
            all.field(&format!("  {}", fields.page), citation.page.as_str());
        }
    }
}

fn source_title(map: &Map, id: &SourceId) -> String {
    map.sources().get(id).map_or(id.as_str(), |source| &source.title).to_owned()
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}
