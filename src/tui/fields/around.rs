//! Everything about what stands around the cards: the fields of a level, an area, a source, a journey. A named loop
//! says what it says in the list of loops.

use super::{Entry, circle};
use crate::map::{Item, LevelId, Node, NodeId};
use crate::palette::Role;
use crate::text::visible;
use crate::text::words::capital;
use crate::tui::app::App;
use crate::tui::form;
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;
use crate::tui::say;
use crate::tui::setup::Piece;

/// The entries of the row that the cursor is on; what is empty is left out.
pub(super) fn entries(app: &App, open: &OpenMap) -> Vec<Entry> {
    let (map, lang) = (&*open.map, app.lang);
    let Some(row) = open.setup.here(map) else {
        return vec![Entry::Quiet(open.setup.section.empty(lang).to_owned())];
    };
    if let Item::Loop(id) = &row.item
        && let Some(at) = open.circles.all.iter().position(|own| own.named.as_ref() == Some(id))
    {
        return circle::entries(app, open, at);
    }
    let called = visible(&crate::map::verb::called(map, &row.item)).into_owned();
    let mut all = vec![Entry::Title(app.glyphs.bullet, Role::Key, called), Entry::Blank];
    let step = match row.piece {
        Piece::Step(at) => Some(at),
        _ => None,
    };
    for own in form::rows(map, &row.item, lang).into_iter().filter(|own| !own.adds()) {
        let of = match own.slot {
            form::Slot::Step(at) | form::Slot::Remark(at) | form::Slot::ChainEnd(at) => Some(at),
            form::Slot::WhatIf(at, _) | form::Slot::Ahead(at) => Some(at),
            _ => None,
        };
        // On a step everything about that step, else about the whole.
        if step.is_some() && of != step {
            continue;
        }
        if let Some(heading) = own.heading.filter(|_| step.is_none()) {
            all.push(Entry::Blank);
            all.push(Entry::Heading(heading));
        }
        if !own.value.is_empty() {
            all.push(Entry::Field(own.name, own.value));
        }
    }
    if let Item::Level(id) = &row.item {
        all.extend(heard(app, open, id));
    }
    all.extend(held(app, open, &row.item));
    all
}

/// How steering comes down to a level and from it, and what is told upward there, in short.
fn heard(app: &App, open: &OpenMap, level: &LevelId) -> Vec<Entry> {
    let name = |id| open.map.level(id).map_or_else(String::new, |level| visible(&level.name).into_owned());
    let mut items = Vec::new();
    let steps = open.ladder().lines.iter().filter(|line| !line.whole);
    for pair in steps.map(|line| &line.pair).filter(|pair| pair.upper == *level || pair.lower == *level) {
        let (upper, lower) = (name(&pair.upper), name(&pair.lower));
        for (glyph, from, to, way) in [
            (app.glyphs.signal_down, &upper, &lower, &pair.down),
            (app.glyphs.signal_up, &lower, &upper, &pair.up),
        ] {
            let text = format!("{from} → {to}: {}", say::verdict(app.lang, way.verdict));
            items.push(Entry::Item { lead: glyph.to_owned(), role: Role::Line, text, target: None });
        }
    }
    if items.is_empty() {
        return items;
    }
    let heading = app.lang.words().places.levels.to_owned();
    [vec![Entry::Blank, Entry::Heading(heading)], items].concat()
}

/// The cards that a level, an area, a phase or an effect goal holds, by label; of a whole with those of its parts.
fn held(app: &App, open: &OpenMap, item: &Item) -> Vec<Entry> {
    let map = &*open.map;
    let is_part = |whole: &Option<LevelId>, id: &LevelId| whole.as_ref() == Some(id);
    let holds = |node: &Node| match item {
        Item::Level(id) => node
            .level
            .as_ref()
            .is_some_and(|own| own == id || map.level(own).is_some_and(|level| is_part(&level.part_of, id))),
        Item::Area(id) => node.area.as_ref().is_some_and(|own| {
            own == id || map.area(own).is_some_and(|area| area.part_of.as_ref() == Some(id))
        }),
        Item::Phase(id) => node.phases.contains(id),
        Item::Goal(id) => node.effect_goal.as_ref() == Some(id),
        _ => false,
    };
    let mut cards: Vec<_> = map.nodes().filter(|(_, node)| holds(node)).collect();
    if cards.is_empty() {
        return Vec::new();
    }
    cards.sort_by_cached_key(|(_, node)| node.label.to_lowercase());
    let heading = capital(&app.lang.words().things.card.of(cards.len()));
    let row = |(id, node): (&NodeId, &Node)| {
        let (glyph, role) = say::shape(app.glyphs, node);
        let target = Some(Target::Card(id.clone()));
        Entry::Item { lead: glyph.to_owned(), role, text: say::label(map, id), target }
    };
    let head = [Entry::Blank, Entry::Heading(heading)];
    head.into_iter().chain(cards.into_iter().map(row)).collect()
}

#[cfg(test)]
mod tests {
    use crate::tui::update::played::{player, press};

    #[test]
    fn a_level_tells_what_it_holds_and_who_hears_whom() {
        let mut player = player();
        press(&mut player, "cs/ministry<enter>");
        let mut options = crate::tui::screen::PlayOptions { size: (120, 40), ..Default::default() };
        options.lang = crate::text::Lang::En;
        let map = (*crate::tui::update::played::map(&player)).clone();
        let mut wide = crate::tui::screen::Player::new(
            crate::tui::Start::Map(Box::new(crate::tui::Sheet::unsaved(map))),
            &options,
        );
        press(&mut wide, "7<tab>");
        let screen = wide.screen();
        for wanted in ["2 cards", "Ministry", "Listen in", "system → users: ", "users → system: "] {
            assert!(screen.contains(wanted), "{wanted}: {screen}");
        }
        assert!(!screen.contains("Trust"), "that one is on the other level: {screen}");
    }
}
