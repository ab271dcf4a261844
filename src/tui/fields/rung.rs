//! Everything that runs between two levels: who steers whom, who reports to whom, and what runs past.

use super::{Entry, Gatherer};
use crate::analysis::Observation;
use crate::map::{Item, LinkId};
use crate::palette::Role;
use crate::text::visible;
use crate::text::words::capital;
use crate::tui::app::App;
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;
use crate::tui::say;

/// What runs between the two levels that the ladder's cursor is between.
pub(super) fn entries(app: &App, open: &OpenMap) -> Vec<Entry> {
    let (map, lang) = (&*open.map, app.lang);
    let words = lang.words();
    if let Some(own) = open.observation_here() {
        return observation(app, open, own);
    }
    let Some(line) = open.rung_at(open.rung) else {
        let said =
            if open.rungs() == 0 { words.start.no_levels } else { words.hearing.choose_an_observation };
        return vec![Entry::Quiet(said.to_owned())];
    };
    let name = |id| map.level(id).map_or_else(String::new, |level| visible(&level.name).into_owned());
    let (down, up) = (app.glyphs.signal_down, app.glyphs.signal_up);
    let mut all = Gatherer { lang, out: Vec::new() };
    if line.whole {
        all.out.push(Entry::Quiet(capital(words.links.whole_line)));
    }
    // One above the other, as on the ladder beside the panel.
    all.out.push(Entry::Heading(name(&line.pair.upper)));
    all.out.push(Entry::Quiet(format!("  {down} {up}")));
    all.out.push(Entry::Heading(name(&line.pair.lower)));
    for (up_too, glyph, heading, way, missing) in [
        (false, down, words.places.steering_down, &line.pair.down, &line.missing.down),
        (true, up, words.places.told_upward, &line.pair.up, &line.missing.up),
    ] {
        let (signals, past) = open.ladder().two_sides(map, line, up_too);
        let heading =
            format!("{glyph} {heading}: {}", say::heard(lang, open.ladder().heard(map, line, up_too)));
        let item = |id: &LinkId, lead: &str, role| {
            let link = map.link(id);
            let mut text = say::link(open.lang_or(lang), map, id);
            if let Some(note) = link.and_then(|link| link.note.first()) {
                text.push_str(&format!(" {}", visible(note)));
            }
            Entry::Item { lead: lead.to_owned(), role, text, target: Some(Target::Card(id.from.clone())) }
        };
        let shown: Vec<&LinkId> = if line.whole { way.links.iter().collect() } else { signals };
        let mut items: Vec<Entry> =
            shown.into_iter().map(|id| item(id, app.glyphs.bullet, Role::Quiet)).collect();
        items.extend(missing.iter().map(|id| item(id, app.glyphs.missing, Role::Ghost)));
        if items.is_empty() {
            items.push(Entry::Quiet(words.links.none.to_owned()));
        }
        all.list(&heading, items);
        if !past.is_empty() {
            all.out.push(Entry::Quiet(format!("{}:", capital(words.says.past_the_line))));
            all.out.extend(past.into_iter().map(|id| item(id, app.glyphs.between, Role::Quiet)));
        }
    }
    all.out
}

/// An observation in full: what it is about, the link that would mend it, and why it was set aside.
fn observation(app: &App, open: &OpenMap, own: &Observation) -> Vec<Entry> {
    let (map, lang) = (&*open.map, app.lang);
    let words = lang.words();
    let title = Entry::Title(app.glyphs.bullet, Role::Heading, words.places.map_shows.to_owned());
    let mut all = Gatherer { lang, out: vec![title, Entry::Text(own.sentence(map, lang))] };
    let about = |item: &Item| {
        let (text, target) = match item {
            Item::Node(id) => (say::label(map, id), Some(Target::Card(id.clone()))),
            Item::Link(id) => (say::link(open.lang_or(lang), map, id), Some(Target::Card(id.from.clone()))),
            _ => return None,
        };
        Some(Entry::Item { lead: app.glyphs.bullet.to_owned(), role: Role::Quiet, text, target })
    };
    all.list(words.hearing.rests_on, own.subjects().iter().filter_map(about).collect());
    let mends = own.mends.iter().filter_map(|id| about(&Item::Link(id.clone())));
    all.list(words.hearing.would_mend, mends.collect());
    let aside = open.observed().aside.iter().find(|aside| aside.observation == *own);
    if let Some(aside) = aside {
        all.paragraphs(words.hearing.reason, &aside.reason);
    }
    all.out
}
