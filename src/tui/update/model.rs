//! The main model: from box to box, along its lines, and on to the cards and links behind them.

use super::command::show;
use crate::analysis::between::{Between, Grouping, Place, place_of};
use crate::command::{Command, View};
use crate::layout::board::Columns;
use crate::layout::model::{Joined, lines_of};
use crate::map::{Kind, NodeId};
use crate::tui::app::App;
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;
use crate::tui::outline::{Facet, Listed, Narrow};

/// The groups of the open map as the model shows them; `None` for a map without any.
fn between(open: &OpenMap) -> Option<(Between, Grouping)> {
    let by = Grouping::of(&open.map, !open.model.unfold)?;
    Some((Between::of(&open.map, by), by))
}

/// To the nearest box that way, as they stand on the screen.
pub fn step(app: &mut App, way: Command) {
    let boxes: Vec<_> = app
        .hits
        .spots()
        .iter()
        .filter_map(|(area, target)| match target {
            Target::Box(at) => {
                Some((*at, i32::from(area.x) * 2 + i32::from(area.width), i32::from(area.y) * 4))
            }
            _ => None,
        })
        .collect();
    let Some(open) = app.open.as_mut() else { return };
    open.model.line = None;
    let here = boxes.iter().find(|(at, ..)| *at == open.model.at).or(boxes.last());
    let Some(&(own, x, y)) = here else { return };
    let ahead = |&&(at, ox, oy): &&(usize, i32, i32)| {
        at != own
            && match way {
                Command::Up => oy < y,
                Command::Down => oy > y,
                Command::Left => ox < x && oy == y,
                _ => ox > x && oy == y,
            }
    };
    // The next row is nearer than the one after it, wherever in it a box stands.
    let far = |&&(at, ox, oy): &&(usize, i32, i32)| {
        let (across, down) = ((ox - x).abs(), (oy - y).abs());
        (across + down * 3, at)
    };
    if let Some((next, ..)) = boxes.iter().filter(ahead).min_by_key(far) {
        open.model.at = *next;
    }
}

/// To the first or last box.
pub fn leap(app: &mut App, to: impl Fn(usize, usize) -> usize) {
    let Some(open) = app.open.as_mut() else { return };
    let Some((between, _)) = between(open) else { return };
    let last = between.groups.len().saturating_sub(1);
    open.model.at = to(open.model.at.min(last), last);
    open.model.line = None;
}

/// Chooses the next or previous line of the selected box.
pub fn choose_line(app: &mut App, next: bool) {
    let Some(open) = app.open.as_mut() else { return };
    let Some((between, _)) = between(open) else { return };
    let at = open.model.at.min(between.groups.len().saturating_sub(1));
    let count = lines_of(&between, at).len();
    if count == 0 {
        app.message = app.lang.words().says.no_links_here.to_owned();
        return;
    }
    open.model.line = Some(match (open.model.line, next) {
        (None, true) => 0,
        (None, false) => count - 1,
        (Some(line), true) => (line + 1) % count,
        (Some(line), false) => (line.min(count) + count - 1) % count,
    });
}

/// The board at the column of the box; with a line chosen, the links behind it.
pub fn open(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    let Some((between, by)) = between(open) else { return };
    let Some(last) = between.groups.len().checked_sub(1) else { return };
    let at = open.model.at.min(last);
    let chosen = open.model.line.and_then(|line| lines_of(&between, at).get(line).copied());
    if let Some(line) = chosen {
        return list(app, &between, by, line);
    }
    let place = &between.groups[at].place;
    let here = |(_, node): &(&NodeId, &crate::map::Node)| {
        node.kind != Kind::Note && place_of(&open.map, by, node) == *place
    };
    let degree = |id: &NodeId| open.map.links_from(id).count() + open.map.links_to(id).count();
    // The first of equals in id order.
    let card = open.map.nodes().rev().filter(here).max_by_key(|(id, _)| degree(id)).map(|(id, _)| id.clone());
    let unfold = open.model.unfold;
    if by != Grouping::Levels {
        open.look.columns = Columns::Areas;
        open.look.fold_areas = !unfold;
    }
    show(app, View::Board);
    if let (Some(open), Some(card)) = (app.open.as_mut(), card) {
        open.jump(card, View::Board);
    }
}

/// The outline with the links behind a line, and nothing else.
fn list(app: &mut App, between: &Between, by: Grouping, line: Joined) {
    let place = |at: usize| between.groups[at].place.clone();
    let ends = Box::new((place(line.one), place(line.other)));
    let narrow = Narrow::Between { by, ends, missing: line.missing };
    show(app, View::Outline);
    let Some(open) = app.open.as_mut() else { return };
    if open.outline.listed != Listed::Links {
        open.outline.switch();
    }
    let filter = &mut open.outline.setting_mut().filter;
    filter.text.clear();
    filter.chosen.clear();
    filter.chosen.insert(Facet::Between, narrow);
    open.link = None;
    open.outline.go(0);
}

/// Shows the parts of areas by themselves, or in their whole.
pub fn fold(app: &mut App) {
    let words = &app.lang.words().around;
    let Some(open) = app.open.as_mut() else { return };
    if !open.map.areas().iter().any(|own| own.part_of.is_some()) {
        app.message = words.no_parts.to_owned();
        return;
    }
    let before =
        between(open).and_then(|(all, _)| all.groups.get(open.model.at).map(|own| own.place.clone()));
    open.model.unfold = !open.model.unfold;
    open.model.line = None;
    // The box stays selected, or its whole or its first part.
    let stays = |place: &Place| match (&before, place) {
        (Some(Place::Area(own)), Place::Area(other)) => {
            let whole = |id| open.map.area(id).and_then(|area| area.part_of.as_ref());
            own == other || whole(own) == Some(other) || whole(other) == Some(own)
        }
        (before, place) => before.as_ref() == Some(place),
    };
    let now = between(open).and_then(|(all, _)| all.groups.iter().position(|own| stays(&own.place)));
    open.model.at = now.unwrap_or(0);
}

/// A click on a box: selects it, or opens it if it is selected.
pub fn click(app: &mut App, at: usize) {
    let Some(own) = app.open.as_mut() else { return };
    if own.model.at == at && own.model.line.is_none() {
        return open(app);
    }
    own.model.at = at;
    own.model.line = None;
}

/// A click on a line: chooses it, or opens it if it is chosen.
pub fn click_line(app: &mut App, line: Joined) {
    let Some(own) = app.open.as_mut() else { return };
    let Some((between, _)) = between(own) else { return };
    let place = |at: usize| lines_of(&between, at).iter().position(|other| *other == line);
    let at = if own.model.at == line.other { line.other } else { line.one };
    if own.model.at == at && own.model.line.is_some() && own.model.line == place(at) {
        return open(app);
    }
    own.model.at = at;
    own.model.line = place(at);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::bundled::bundled;
    use crate::file::open::open_text;
    use crate::text::Lang;
    use crate::tui::outline::Row;
    use crate::tui::screen::{PlayOptions, Player};
    use crate::tui::update::played::press;
    use crate::tui::{Sheet, Start};

    fn case() -> Player {
        let found = bundled().iter().find(|map| map.name == "complex-needs").expect("bundled");
        let opened = open_text(found.name, found.text.to_owned()).expect("it opens");
        let map = opened.document.to_map().expect("no faults");
        let options = PlayOptions { size: (100, 30), lang: Lang::En, ..PlayOptions::default() };
        Player::new(Start::Map(Box::new(Sheet { unsaved: false, ..Sheet::unsaved(map) })), &options)
    }

    fn own(player: &Player) -> &OpenMap {
        player.app.open.as_ref().expect("open")
    }

    fn area_of(open: &OpenMap, card: &NodeId) -> Place {
        place_of(&open.map, Grouping::Areas { fold: true }, open.map.node(card).expect("there"))
    }

    #[test]
    fn a_line_leads_to_its_links_and_no_others() {
        let mut player = case();
        press(&mut player, "8<tab>");
        let (all, _) = between(own(&player)).expect("it has areas");
        let line = lines_of(&all, 0)[0];
        let links = crate::layout::model::weight(&all, line);
        press(&mut player, "<enter>");
        let open = own(&player);
        assert_eq!((player.app.view, open.outline.listed), (View::Outline, Listed::Links));
        assert_eq!(open.outline.rows.len(), links);
        let ends = [&all.groups[line.one].place, &all.groups[line.other].place];
        for row in &open.outline.rows {
            let Row::Link(link) = row else { panic!("a link") };
            let own = [area_of(open, &link.from), area_of(open, &link.to)];
            assert!(own[0] != own[1] && own.iter().all(|place| ends.contains(&place)), "{link}");
        }
        press(&mut player, "<esc>");
        assert!(own(&player).outline.rows.len() > links, "Esc takes the filter away");
    }

    #[test]
    fn a_box_leads_to_the_board_and_arrows_to_the_next_box() {
        let mut player = case();
        press(&mut player, "8<up>");
        let up = own(&player).model.at;
        assert_ne!(up, 0, "a box stands above the first one");
        press(&mut player, "<down>");
        assert_ne!(own(&player).model.at, up);
        press(&mut player, "<up><enter>");
        let open = own(&player);
        assert_eq!(player.app.view, View::Board);
        let (all, _) = between(open).expect("it has areas");
        assert_eq!(area_of(open, open.card.as_ref().expect("a card")), all.groups[open.model.at].place);
        assert!(open.look.fold_areas, "the board shows what the model showed");
    }

    #[test]
    fn parts_are_shown_by_themselves_and_the_selection_stays_with_them() {
        let mut player = case();
        press(&mut player, "8zf");
        let (all, _) = between(own(&player)).expect("it has areas");
        assert_eq!(all.groups[own(&player).model.at].place, Place::Area("1A".into()));
        press(&mut player, "zf");
        assert_eq!(own(&player).model.at, 0);
    }
}
