//! Settling what a merge left open: one side, both, one's own words, or what is on the map. Each is a deed and can be taken
//! back.

use super::command::show;
use super::edit::commit;
use super::form;
use super::walk::moved;
use crate::command::{Command, View};
use crate::map::merge::{both_values, leave_as_it_is, live_value, settle, settle_with};
use crate::map::verb::called;
use crate::map::{Change, Clash, Conflict, Deed, Item, Lines, Side, Value, Verb};
use crate::text::words::capital;
use crate::tui::app::App;
use crate::tui::ask::{Prompt, Wanted};
use crate::tui::open::OpenMap;
use crate::tui::pane::Pane;
use crate::tui::unsettled::{Choice, is_deletion};

/// Shows what is open.
pub fn begin(app: &mut App) {
    show(app, View::Unsettled);
    follow(app);
}

/// Up and down through the conflicts, left and right through the values.
pub fn step(app: &mut App, way: Command) {
    if let Command::Up | Command::Down = way {
        return go(app, |at, last| moved(at, way, last));
    }
    let Some(open) = app.open.as_mut() else { return };
    let at = Choice::ALL.iter().position(|own| *own == open.unsettled.choice).unwrap_or(0);
    let to = if way == Command::Left { at.saturating_sub(1) } else { (at + 1).min(Choice::ALL.len() - 1) };
    open.unsettled.choice = Choice::ALL[to];
}

/// The mouse on a value: the cursor goes there; where it is, the value is taken.
pub fn choose(app: &mut App, at: usize) {
    let Some(open) = app.open.as_mut() else { return };
    let Some(&choice) = Choice::ALL.get(at) else { return };
    if open.unsettled.choice == choice {
        take(app);
    } else {
        open.unsettled.choice = choice;
    }
}

/// To another conflict; `to` gets the row of the cursor and the last one.
pub fn go(app: &mut App, to: impl FnOnce(usize, usize) -> usize) {
    let Some(open) = app.open.as_mut() else { return };
    let last = open.map.conflicts().len().saturating_sub(1);
    open.unsettled.at = to(open.unsettled.at, last);
    open.unsettled.choice = Choice::Ours;
    follow(app);
}

/// Selects the card or link that it is about, so that other screens stand there.
fn follow(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    let item = open.conflict().and_then(|conflict| conflict.at.parse::<Item>().ok());
    match item {
        Some(Item::Node(id)) if open.map.node(&id).is_some() => open.select(id),
        Some(Item::Link(id)) if open.map.link(&id).is_some() => open.select(id.from),
        _ => {}
    }
}

/// Takes the value that the cursor is on.
pub fn take(app: &mut App) {
    let Some(open) = app.open.as_ref() else { return };
    match open.unsettled.choice {
        Choice::Ours => side(app, Side::Ours),
        Choice::Theirs => side(app, Side::Theirs),
        Choice::Base => base(app),
    }
}

/// Takes one side.
pub fn side(app: &mut App, side: Side) {
    with(app, |open, conflict, at| {
        // Ours need not be on the map any more: what counts is what the column says.
        let is_ours = side == Side::Ours && !is_deletion(conflict) && conflict.field != "id";
        let exact = || settle_with(&open.map, at, conflict.ours.as_ref());
        if is_ours { exact().or_else(|| settle(&open.map, at, side)) } else { settle(&open.map, at, side) }
    });
}

/// Takes what both come from.
fn base(app: &mut App) {
    with(app, |open, conflict, at| match is_deletion(conflict) {
        // It was there, and somebody changed or used it since: it stays as it is.
        true => leave_as_it_is(&open.map, at),
        false => settle_with(&open.map, at, conflict.base.as_ref()),
    });
}

/// Takes both: lists and texts together, a thing that one side deleted stays, of two cards under one id each gets its own.
pub fn both(app: &mut App) {
    let Some(open) = app.open.as_ref() else { return };
    let Some(conflict) = open.conflict() else { return none(app) };
    let possible = is_deletion(conflict) || conflict.field == "id" || both_values(conflict).is_some();
    if !possible {
        app.message = app.lang.words().review.no_both.to_owned();
        return;
    }
    with(app, |open, conflict, at| match both_values(conflict) {
        Some(value) => settle_with(&open.map, at, Some(&value)),
        None => leave_as_it_is(&open.map, at),
    });
}

/// Leaves what is on the map.
pub fn as_it_stands(app: &mut App) {
    with(app, |open, _, at| leave_as_it_is(&open.map, at));
}

/// Asks for words of one's own; where the value is no line of text, shows the form of the thing.
pub fn write_own(app: &mut App) {
    let Some(open) = app.open.as_ref() else { return };
    let Some(conflict) = open.conflict() else { return none(app) };
    match own_text(open, conflict) {
        Some(text) => app.pane = Some(Pane::Prompt(Prompt::proposing(Wanted::OwnValue, text))),
        None => {
            let item = conflict.at.parse::<Item>().ok();
            let words = &app.lang.words().review;
            match item.filter(|item| matches!(item, Item::Node(_) | Item::Link(_) | Item::Source(_))) {
                Some(item) => {
                    form::show(app, item);
                    app.message = words.by_hand.to_owned();
                }
                None => app.message = words.no_form.to_owned(),
            }
        }
    }
}

/// What stands in the field to begin with; `None` where the value is no text.
fn own_text(open: &OpenMap, conflict: &Conflict) -> Option<String> {
    if is_deletion(conflict) || conflict.what == Some(Clash::AddAdd) || is_a_name(&conflict.field) {
        return None;
    }
    let live = live_value(&open.map, open.unsettled.at)?;
    let value = live.as_ref().or(conflict.theirs.as_ref()).or(conflict.base.as_ref())?;
    if value.as_str().starts_with('"') {
        return value.read().ok();
    }
    let lines: Vec<String> = if conflict.field == "note" { value.read().ok()? } else { return None };
    (lines.len() == 1).then(|| lines.concat())
}

fn is_a_name(field: &str) -> bool {
    matches!(field, "id" | "level" | "area" | "owner" | "payer" | "gainer" | "effect_goal" | "part_of")
}

/// Settles with what was typed.
pub fn typed(app: &mut App, typed: &str) {
    app.pane = None;
    let note = app.open.as_ref().and_then(OpenMap::conflict).is_some_and(|own| own.field == "note");
    let value = match (typed.is_empty(), note) {
        (true, _) => None,
        (false, true) => Some(Value::of(&Lines::from(vec![typed.to_owned()]))),
        (false, false) => Some(Value::of(typed)),
    };
    with(app, |open, _, at| settle_with(&open.map, at, value.as_ref()));
}

/// Settles the conflict of the cursor with the change that `how` makes, and says what is left.
fn with(app: &mut App, how: impl FnOnce(&OpenMap, &Conflict, usize) -> Option<Change>) {
    let lang = app.lang;
    let Some(open) = app.open.as_ref() else { return };
    let Some(conflict) = open.conflict() else { return none(app) };
    let what = named(open, conflict);
    let Some(change) = how(open, conflict, open.unsettled.at) else {
        app.message = lang.words().review.does_not_fit.to_owned();
        return;
    };
    let deed = Deed { change, ..Deed::new(Verb::Settle, what, Vec::new()) };
    if !commit(app, deed) {
        return;
    }
    // Where nothing is left the screen says what to do.
    let left = app.open.as_ref().map_or(0, |open| open.map.conflicts().len());
    if left > 0 {
        app.message = format!("{} {}.", app.message, capital(&crate::text::words::review::left(lang, left)));
    }
    if let Some(open) = app.open.as_mut() {
        open.settle_unsettled();
        open.unsettled.choice = Choice::Ours;
    }
    follow(app);
}

/// What people call the thing that it is about, as it is called before it is settled.
fn named(open: &OpenMap, conflict: &Conflict) -> String {
    conflict.at.parse::<Item>().map_or_else(|_| conflict.at.clone(), |item| called(&open.map, &item))
}

fn none(app: &mut App) {
    app.message = app.lang.words().review.none.to_owned();
}
