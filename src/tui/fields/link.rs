//! Everything about a link: its ends, its sign and the rest, why, and what it rests on.

use super::{Entry, Gatherer, sources};
use crate::exchange::update::state::is_mark;
use crate::map::{Link, LinkId};
use crate::palette::Role;
use crate::text::visible;
use crate::text::words::capital;
use crate::tui::app::App;
use crate::tui::open::OpenMap;
use crate::tui::say;

/// The entries of a link.
pub(super) fn entries(app: &App, open: &OpenMap, id: &LinkId, link: &Link) -> Vec<Entry> {
    let (map, lang) = (&*open.map, app.lang);
    let words = lang.words();
    let fields = &words.fields;
    let role = if link.missing { Role::Ghost } else { Role::Line };
    let title = capital(id.kind.word(lang));
    let mut all = Gatherer { lang, out: vec![Entry::Title(app.glyphs.arrow, role, title), Entry::Blank] };
    all.field(fields.from, say::label(map, &id.from));
    all.field(fields.to, say::label(map, &id.to));
    all.field(fields.word, link.word.as_str());
    for part in say::about_link(lang, id.kind, link) {
        all.out.push(Entry::Item {
            lead: app.glyphs.bullet.to_owned(),
            role: Role::Quiet,
            text: part,
            target: None,
        });
    }
    all.paragraphs(fields.note, &link.note);
    let cited: Vec<_> = link.sources.iter().collect();
    sources(&mut all, map, &cited);
    for (name, value) in link.extra.iter().filter(|(name, _)| !is_mark(name)) {
        all.field(&visible(name), value.as_str());
    }
    all.out
}
