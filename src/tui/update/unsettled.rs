//! Settling what a merge left open: one side, both, one's own words, or what is on the map. Each is a deed and can be taken
//! back.

use super::command::show;
use super::edit::commit;
use super::form;
use super::walk::moved;
use crate::command::{Command, View};
use crate::map::merge::{both_values, leave_as_it_is, live_value, settle, settle_with};
use crate::map::verb::called;
use crate::map::words::deed_said;
use crate::map::{Change, Clash, Conflict, Deed, Item, Lines, Side, Value, Verb};
use crate::text::Lang;
use crate::text::words::capital;
use crate::text::words::review::left as still_left;
use crate::tui::app::App;
use crate::tui::ask::{Prompt, Wanted};
use crate::tui::open::OpenMap;
use crate::tui::pane::Pane;
use crate::tui::unsettled::{Choice, both_can_be, is_deletion, subject_said};

/// Shows what is open.
pub fn begin(app: &mut App) {
    show(app, View::Unsettled);
    follow(app);
}

/// Up and down through the conflicts, left and right through the values; from none the first step is to a side.
pub fn step(app: &mut App, way: Command) {
    if let Command::Up | Command::Down = way {
        return go(app, |at, last| moved(at, way, last));
    }
    let Some(open) = app.open.as_mut() else { return };
    let last = Choice::BOXES.len() - 1;
    let at = open.unsettled.choice.and_then(|own| Choice::BOXES.iter().position(|one| *one == own));
    let to = match (at, way == Command::Left) {
        (None, true) => 0,
        (None, false) => last,
        (Some(at), true) => at.saturating_sub(1),
        (Some(at), false) => (at + 1).min(last),
    };
    choose(app, Choice::BOXES[to]);
}

/// Chooses what shall stand, without settling anything: that is for [`take`]. What cannot be is not chosen, and it is said why.
pub fn choose(app: &mut App, choice: Choice) {
    let words = &app.lang.words().review;
    let Some(open) = app.open.as_mut() else { return };
    let Some(conflict) = open.conflict() else { return none(app) };
    let why_not = match choice {
        Choice::Both if is_deletion(conflict) => words.goes_or_stays,
        Choice::Both if !both_can_be(conflict) => words.no_both,
        _ => "",
    };
    app.message = why_not.to_owned();
    if why_not.is_empty() {
        open.unsettled.choice = Some(choice);
    }
}

/// The mouse on a value chooses it; on the chosen one it takes it.
pub fn click(app: &mut App, at: usize) {
    let Some(open) = app.open.as_ref() else { return };
    let Some(&choice) = Choice::BOXES.get(at) else { return };
    if open.unsettled.choice == Some(choice) {
        take(app);
    } else {
        choose(app, choice);
    }
}

/// To another conflict; `to` gets the row of the cursor and the last one.
pub fn go(app: &mut App, to: impl FnOnce(usize, usize) -> usize) {
    let Some(open) = app.open.as_mut() else { return };
    let last = open.map.conflicts().len().saturating_sub(1);
    open.unsettled.at = to(open.unsettled.at, last);
    open.unsettled.choice = None;
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

/// Settles the conflict of the cursor with what is chosen, and goes to the next.
pub fn take(app: &mut App) {
    let Some(open) = app.open.as_ref() else { return };
    if open.conflict().is_none() {
        return none(app);
    }
    let Some(choice) = open.unsettled.choice else {
        app.message = app.lang.words().review.choose_first.to_owned();
        return;
    };
    with(app, Taken::Chosen(choice), |open, conflict, at| match choice {
        Choice::Ours => ours(open, conflict, at),
        Choice::Theirs => settle(&open.map, at, Side::Theirs),
        // It was there, and somebody changed or used it since: it stays as it is.
        Choice::Base if is_deletion(conflict) => leave_as_it_is(&open.map, at),
        Choice::Base => settle_with(&open.map, at, conflict.base.as_ref()),
        // Lists and texts together; of two cards under one id each gets its own.
        Choice::Both => match both_values(conflict) {
            Some(value) => settle_with(&open.map, at, Some(&value)),
            None => leave_as_it_is(&open.map, at),
        },
        Choice::AsItStands => leave_as_it_is(&open.map, at),
    });
}

/// Our side. It need not be on the map any more: what counts is what its box says.
fn ours(open: &OpenMap, conflict: &Conflict, at: usize) -> Option<Change> {
    let exact = (!is_deletion(conflict) && conflict.field != "id")
        .then(|| settle_with(&open.map, at, conflict.ours.as_ref()))
        .flatten();
    exact.or_else(|| settle(&open.map, at, Side::Ours))
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
    with(app, Taken::Written, |open, _, at| settle_with(&open.map, at, value.as_ref()));
}

/// How a conflict is settled, for the message.
#[derive(Clone, Copy)]
enum Taken {
    Chosen(Choice),
    Written,
}

impl Taken {
    fn said(self, conflict: &Conflict, lang: Lang) -> String {
        let words = &lang.words().review;
        let Taken::Chosen(choice) = self else { return words.wrote_own.to_owned() };
        let side = match choice {
            Choice::Ours => Side::Ours,
            Choice::Theirs => Side::Theirs,
            Choice::Base => return words.took_base.to_owned(),
            Choice::Both => return words.took_both.to_owned(),
            Choice::AsItStands => return words.left_standing.to_owned(),
        };
        let took = if side == Side::Ours { words.took_ours } else { words.took_theirs };
        match is_deletion(conflict) {
            true if conflict.deleted_by == Some(side) => format!("{took} ({})", words.is_deleted),
            true => format!("{took} ({})", words.is_kept),
            false => took.to_owned(),
        }
    }
}

/// Settles the conflict of the cursor with the change that `how` makes, and says what was settled how and what is left.
fn with(app: &mut App, taken: Taken, how: impl FnOnce(&OpenMap, &Conflict, usize) -> Option<Change>) {
    let lang = app.lang;
    let Some(open) = app.open.as_ref() else { return };
    let Some(conflict) = open.conflict() else { return none(app) };
    let what = named(open, conflict);
    // As it is called before: the label itself may be what is settled.
    let said = format!("{}: {}.", subject_said(&open.map, conflict, lang), taken.said(conflict, lang));
    let Some(change) = how(open, conflict, open.unsettled.at) else {
        app.message = lang.words().review.does_not_fit.to_owned();
        return;
    };
    let deed = Deed { change, ..Deed::new(Verb::Settle, what, Vec::new()) };
    let begins = capital(&deed_said(&deed, lang));
    if !commit(app, deed) {
        return;
    }
    // What follows from it for the loops is told after what was chosen.
    let follows = app.message.strip_prefix(&begins).unwrap_or_default();
    let follows = follows.trim_start_matches('.').trim().to_owned();
    // Where nothing is left the screen says what to do.
    let left = app.open.as_ref().map_or(0, |open| open.map.conflicts().len());
    let left = if left > 0 { format!("{}.", capital(&still_left(lang, left))) } else { String::new() };
    let parts = [capital(&said), left, follows];
    app.message = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if let Some(open) = app.open.as_mut() {
        open.settle_unsettled();
        open.unsettled.choice = None;
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
