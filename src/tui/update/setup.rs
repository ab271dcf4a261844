//! What is done to what stands around the cards. The deeds are the model's; here is found out what is meant by
//! 'this', and where the cursor stands afterwards.

use super::command::show;
use super::{choosing, edit, form, naming, telling};
use crate::command::{Command, View};
use crate::map::{AreaId, Color, Item, JourneyId, LevelId, Value, verb};
use crate::text::words::around::no_title_yet;
use crate::tui::app::App;
use crate::tui::choosing::Choosing;
use crate::tui::form::Slot;
use crate::tui::naming::{Name, stands_in};
use crate::tui::setup::{Piece, Row, Section};

/// Shows the screen at a section.
pub fn show_section(app: &mut App, section: Section) {
    show(app, View::Setup);
    if let Some(open) = app.open.as_mut() {
        open.setup.section = section;
        open.inspector_from = 0;
    }
}

/// To the section beside the open one.
pub fn beside(app: &mut App, next: bool) {
    if let Some(open) = app.open.as_mut() {
        open.setup.section = open.setup.section.beside(next);
        open.inspector_from = 0;
    }
}

/// One row up or down, or to the section beside.
pub fn step(app: &mut App, way: Command) {
    match way {
        Command::Left | Command::Right => beside(app, way == Command::Right),
        _ => go(app, |at, last| if way == Command::Up { at.saturating_sub(1) } else { (at + 1).min(last) }),
    }
}

/// Puts the cursor where `to` says, from where it is and the last row there is.
pub fn go(app: &mut App, to: impl FnOnce(usize, usize) -> usize) {
    let Some(open) = app.open.as_mut() else { return };
    let rows = open.setup.rows(&open.map).len();
    let at = to(open.setup.at(rows), rows.saturating_sub(1));
    open.setup.go(at);
    open.inspector_from = 0;
}

/// The row of the cursor.
fn here(app: &App) -> Option<Row> {
    let open = app.open.as_ref()?;
    open.setup.here(&open.map)
}

/// Says so if the map may only be read.
pub(super) fn may_edit(app: &mut App) -> bool {
    let may = app.open.as_ref().is_some_and(|open| !open.read_only);
    if !may {
        app.message = app.lang.words().says.read_only.to_owned();
    }
    may
}

/// Shows an item's row, wherever that is.
pub fn stand_on(app: &mut App, item: &Item) {
    let Some((section, piece)) = stands_in(item) else { return };
    if let Some(open) = app.open.as_mut() {
        open.setup.section = section;
        let map = std::sync::Arc::clone(&open.map);
        open.setup.stand_on(&map, item, piece);
    }
}

/// One more of what the section holds.
pub fn add(app: &mut App) {
    let Some(section) = app.open.as_ref().map(|open| open.setup.section) else { return };
    match section {
        Section::Head => app.message = app.lang.words().around.nothing_to_add_here.to_owned(),
        Section::SetAside => app.message = app.lang.words().around.nothing_to_add.to_owned(),
        Section::Loops => telling::begin(app),
        Section::Journeys => match here(app) {
            Some(Row { item, piece: Piece::Step(_), .. }) => form::show_at(app, item, &Slot::StepAdd),
            _ => naming::begin(app, Name::New(section)),
        },
        _ => naming::begin(app, Name::New(section)),
    }
}

/// One more part of the level or area under the cursor; under a journey one more step.
pub fn add_part(app: &mut App) {
    match here(app).map(|row| row.item) {
        Some(item @ (Item::Level(_) | Item::Area(_))) => naming::begin(app, Name::Part(item)),
        Some(item @ Item::Journey(_)) => form::show_at(app, item, &Slot::StepAdd),
        Some(item @ Item::Loop(_)) => form::show_at(app, item, &Slot::ThroughAdd),
        _ => app.message = app.lang.words().around.no_parts_here.to_owned(),
    }
}

/// Opens the form of what the cursor is on, at the field or step that the row is about.
pub fn edit_fields(app: &mut App) {
    let Some(row) = here(app) else { return add(app) };
    match row.piece {
        Piece::Whole => form::show(app, row.item),
        Piece::Field(field) => form::show_at(app, row.item, &Slot::Field(field)),
        Piece::Step(at) => form::show_at(app, row.item, &Slot::Remark(at)),
    }
}

/// The loop with a title that the list of loops is on. One without says how it gets one.
fn titled_loop(app: &mut App) -> Option<Item> {
    let open = app.open.as_ref()?;
    let at = open.listed_loop();
    let Some(circle) = at.and_then(|at| open.circles.all.get(at)) else {
        app.message = app.lang.words().around.no_loop_here.to_owned();
        return None;
    };
    if circle.named.is_none() {
        app.message = no_title_yet(app.lang, &app.keymap.label(Command::NameLoop));
    }
    circle.named.clone().map(Item::Loop)
}

/// Asks for another name.
pub fn rename(app: &mut App) {
    if app.view == View::Loops {
        if let Some(item) = titled_loop(app) {
            naming::begin(app, Name::Rename(item));
        }
        return;
    }
    match here(app) {
        Some(Row { item: Item::SetAside(_), .. }) | None => {
            app.message = app.lang.words().says.nothing_to_change.to_owned();
        }
        Some(Row { item, piece: Piece::Whole, .. }) => naming::begin(app, Name::Rename(item)),
        Some(Row { item, piece: Piece::Field("title"), .. }) => naming::begin(app, Name::Rename(item)),
        Some(_) => edit_fields(app),
    }
}

/// Deletes what the cursor is on; of a level or area with cards it asks where they go.
pub fn remove(app: &mut App) {
    if app.view == View::Loops {
        let Some(item) = titled_loop(app) else { return };
        let deed = app.open.as_ref().and_then(|open| verb::remove(&open.map, &item));
        edit::commit_some(app, deed);
        if let Some(open) = app.open.as_mut() {
            open.loop_row = open.loop_row.min(open.loop_rows().len().saturating_sub(1));
        }
        return;
    }
    let (Some(row), Some(open)) = (here(app), app.open.as_ref()) else { return };
    if !open.read_only
        && let Some(choice) = Choosing::leaving(&open.map, &row.item, app.lang)
    {
        return choosing::begin(app, choice);
    }
    let map = &open.map;
    let deed = match (&row.item, row.piece) {
        (Item::Journey(id), Piece::Step(at)) => verb::remove_step(map, id, at),
        (Item::Level(id), _) => verb::remove_level(map, id, None),
        (Item::Area(id), _) => verb::remove_area(map, id, None),
        (Item::Phase(id), _) => verb::remove_phase(map, id),
        (Item::Goal(id), _) => verb::remove_goal(map, id),
        (Item::Source(id), _) => verb::remove_source(map, id),
        (item, _) => verb::remove(map, item),
    };
    if deed.is_none() {
        app.message = app.lang.words().around.cannot_go.to_owned();
        return;
    }
    edit::commit_some(app, deed);
}

/// Moves what the cursor is on up or down in its order; a level up is a higher one.
pub fn shift(app: &mut App, up: bool) {
    let (Some(row), Some(open)) = (here(app), app.open.as_ref()) else { return };
    let words = &app.lang.words().around;
    let deed = match (&row.item, row.piece) {
        (Item::Journey(id), Piece::Step(at)) => verb::shift_step(&open.map, id, at, up),
        (Item::Source(_) | Item::Loop(_) | Item::SetAside(_) | Item::Map, _) => {
            app.message = words.no_order.to_owned();
            return;
        }
        (item, _) => verb::shift(&open.map, item, up),
    };
    if deed.is_none() {
        app.message = words.at_the_end.to_owned();
        return;
    }
    if !edit::commit_some(app, deed) {
        return;
    }
    let piece = match row.piece {
        Piece::Step(at) if up => Piece::Step(at.saturating_sub(1)),
        Piece::Step(at) => Piece::Step(at + 1),
        other => other,
    };
    follow(app, &row.item, piece);
}

/// Makes a level or area a part of the one above it; one that is a part stands beside its whole again.
pub fn part_of(app: &mut App) {
    let (Some(row), Some(open)) = (here(app), app.open.as_ref()) else { return };
    let words = &app.lang.words().around;
    let map = &open.map;
    // Of a part: what its whole is a part of.
    let wider = match &row.item {
        Item::Level(id) => {
            let of = |id: &LevelId| map.level(id).and_then(|own| own.part_of.clone());
            of(id).map(|whole| of(&whole).map(|id| Value::of(&id)))
        }
        Item::Area(id) => {
            let of = |id: &AreaId| map.area(id).and_then(|own| own.part_of.clone());
            of(id).map(|whole| of(&whole).map(|id| Value::of(&id)))
        }
        _ => {
            app.message = words.no_parts_here.to_owned();
            return;
        }
    };
    let value = match wider {
        Some(wider) => wider,
        None => {
            let rows = open.setup.rows(map);
            let at = open.setup.at(rows.len());
            let sibling = rows[..at].iter().rev().find(|own| own.depth == row.depth);
            match sibling.map(|own| &own.item) {
                Some(Item::Level(id)) => Some(Value::of(id)),
                Some(Item::Area(id)) => Some(Value::of(id)),
                _ => {
                    app.message = words.none_above.to_owned();
                    return;
                }
            }
        }
    };
    match verb::set_field(map, &row.item, "part_of", value) {
        Ok(deed) => {
            if edit::commit_some(app, deed) {
                follow(app, &row.item, Piece::Whole);
            }
        }
        Err(error) => app.message = error.to_string(),
    }
}

/// Gives the area under the cursor the next colour, or the one before; behind the last one it has none.
pub fn color(app: &mut App, next: bool) {
    let (Some(row), Some(open)) = (here(app), app.open.as_ref()) else { return };
    let Item::Area(id) = &row.item else {
        app.message = app.lang.words().around.only_areas.to_owned();
        return;
    };
    let now = open.map.area(id).and_then(|own| own.color);
    let at = now.and_then(|now| Color::ALL.iter().position(|own| *own == now));
    let color = match (at, next) {
        (None, true) => Color::ALL.first(),
        (None, false) => Color::ALL.last(),
        (Some(at), true) => Color::ALL.get(at + 1),
        (Some(at), false) => at.checked_sub(1).and_then(|at| Color::ALL.get(at)),
    };
    if let Ok(deed) = verb::set_field(&open.map, &row.item, "color", color.map(Value::of)) {
        edit::commit_some(app, deed);
    }
}

/// Folds or unfolds parts: on the board those of levels and areas, elsewhere the steps of journeys.
pub fn fold_parts(app: &mut App) {
    if app.view == View::Setup {
        return fold_steps(app);
    }
    if app.view == View::Model {
        return super::model::fold(app);
    }
    if app.view == View::Actors {
        return super::cast::fold(app);
    }
    if app.view == View::Levels {
        return super::hearing::fold(app);
    }
    let words = &app.lang.words().around;
    let Some(open) = app.open.as_mut() else { return };
    let levels = open.map.levels().iter().any(|own| own.part_of.is_some());
    let areas = open.map.areas().iter().any(|own| own.part_of.is_some());
    let look = &mut open.look;
    if !levels && !areas {
        app.message = words.no_parts.to_owned();
        return;
    }
    // Where both have parts there are three pictures: as it opens, everything by itself, everything in its whole.
    (look.fold_levels, look.fold_areas) = match (look.fold_levels, look.fold_areas) {
        (true, false) if levels => (false, false),
        (true, false) => (true, true),
        (false, _) if areas => (true, true),
        _ => (true, false),
    };
    let said = match (look.fold_levels && levels, look.fold_areas || !areas) {
        (true, true) => words.parts_folded,
        (true, false) if !levels => words.parts_shown,
        (true, false) => words.parts_mixed,
        (false, true) if levels => words.parts_shown,
        (false, true) => words.parts_folded,
        (false, false) => words.parts_shown,
    };
    app.message = said.to_owned();
}

/// Folds or unfolds the steps of all journeys.
fn fold_steps(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    let here = open.setup.here(&open.map).map(|row| row.item);
    let all: Vec<JourneyId> = open.map.journeys().into_iter().map(|(id, _)| id.clone()).collect();
    if open.setup.folded.is_empty() {
        open.setup.folded.extend(all);
    } else {
        open.setup.folded.clear();
    }
    if let Some(item) = here {
        follow(app, &item, Piece::Whole);
    }
}

/// The cursor goes where the item went.
fn follow(app: &mut App, item: &Item, piece: Piece) {
    if let Some(open) = app.open.as_mut() {
        let map = std::sync::Arc::clone(&open.map);
        open.setup.stand_on(&map, item, piece);
    }
}

#[cfg(test)]
mod tests;
