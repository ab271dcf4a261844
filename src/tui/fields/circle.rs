//! Everything about a loop: what it does, and its cards with the signs between them.

use super::{Entry, Gatherer};
use crate::map::{Link, Sign};
use crate::palette::Role;
use crate::text::visible;
use crate::text::words::capital;
use crate::text::words::says::links_missing;
use crate::tui::app::App;
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;
use crate::tui::say;

/// The entries of a loop, by its place in the list of all.
pub(super) fn entries(app: &App, open: &OpenMap, at: usize) -> Vec<Entry> {
    let (map, lang) = (&*open.map, app.lang);
    let words = lang.words();
    let Some(own) = open.circles.all.get(at) else { return Vec::new() };
    let title = match own.named.as_ref().and_then(|id| map.loops().get(id)) {
        Some(told) => visible(&told.title).into_owned(),
        None => say::loop_place(lang, own),
    };
    let mut all = Gatherer { lang, out: vec![Entry::Title("○", Role::Key, title)] };
    all.out.push(Entry::Text(capital(&say::loop_deed(lang, own))));
    if own.missing > 0 {
        all.out.push(Entry::Text(links_missing(lang, own.missing)));
    }
    if own.gone > 0 {
        all.out.push(Entry::Text(words.links.broken_loop.one.to_owned()));
    }
    all.out.push(Entry::Blank);
    for id in &own.links {
        let link = map.link(id);
        let sign = link.map_or(Sign::Unknown, Link::sign_or_unknown);
        let mut text = say::label(map, &id.from);
        if let Some(level) = map.node(&id.from).and_then(|node| map.level(node.level.as_ref()?)) {
            text.push_str(&format!(" · {}", visible(&level.name)));
        }
        let state = match link {
            None => format!(" ({})", words.says.link_gone),
            Some(link) if link.missing => format!(" ({})", words.links.missing),
            Some(_) => String::new(),
        };
        text.push_str(&format!("  ({}){}{state}", say::sign_glyph(sign), app.glyphs.arrow));
        all.out.push(Entry::Item {
            lead: app.glyphs.bullet.to_owned(),
            role: Role::Quiet,
            text,
            target: Some(Target::Card(id.from.clone())),
        });
    }
    if let Some(told) = own.named.as_ref().and_then(|id| map.loops().get(id)) {
        all.paragraphs(words.fields.note, &told.note);
    }
    all.out
}
