//! The list of loops: which of them it shows, and how long ones are looked for.

use super::choosing;
use super::command::show;
use crate::command::View;
use crate::text::words::acting::looking_up_to;
use crate::tui::app::App;
use crate::tui::choosing::{About, Choosing};
use crate::tui::circles::Search;
use crate::tui::job::LENGTHS;
use crate::tui::only::Only;

/// Asks which loops to show.
pub fn choose(app: &mut App) {
    let Some(open) = &app.open else { return };
    let words = &app.lang.words().acting;
    let mut choices = vec![None];
    // The link chosen last on a card: this screen has none of its own.
    choices.extend(
        open.link_before
            .iter()
            .filter(|link| open.map.link(link).is_some())
            .map(|link| Some(Only::Link(link.clone()))),
    );
    choices.extend(Only::choices(&open.map).into_iter().map(Some));
    let said = |only: &Option<Only>| match only {
        None => words.all_loops.to_owned(),
        Some(only) if only.is_place() => {
            format!("{} ({})", only.said(&open.map, app.lang), open.how_many_found(&only.of(open), app.lang))
        }
        Some(only) => only.said(&open.map, app.lang),
    };
    let rows = choices.iter().map(|only| (said(only), None)).collect();
    let at = choices.iter().position(|only| *only == open.only).unwrap_or(0);
    choosing::begin(
        app,
        Choosing { title: words.which_loops.to_owned(), about: About::Loops(choices), rows, at },
    );
}

/// Shows only those, or all.
pub fn show_only(app: &mut App, only: Option<Only>) {
    let Some(open) = app.open.as_mut() else { return };
    open.only = only;
    open.loop_row = 0;
    open.inspector_from = 0;
}

/// Only the loops from the lowest level to the highest, or through all levels; or all again.
pub fn through_levels(app: &mut App, wanted: Only) {
    let Some(open) = &app.open else { return };
    let shown = open.only.as_ref() == Some(&wanted);
    let only = Some(wanted).filter(|own| !shown && own.is_on(&open.map));
    if only.is_none() && open.only.is_none() {
        app.message = app.lang.words().start.no_levels.to_owned();
    }
    show_only(app, only);
}

/// Only the loops that would run if the links marked missing were there, or all again.
pub fn would_be(app: &mut App) {
    let Some(open) = &app.open else { return };
    if open.would_be().is_none() {
        app.message = app.lang.words().acting.none_marked.to_owned();
        return;
    }
    show_or_all(app, Only::WouldBe);
}

/// Only a few loops that cover every looped link, or the links whose settling decides most; or all again.
pub fn show_or_all(app: &mut App, only: Only) {
    let now = app.open.as_ref().and_then(|open| open.only.clone());
    show_only(app, Some(only).filter(|only| Some(only) != now.as_ref()));
}

/// Only the loops through what the selected actor holds: no cause runs through the actor itself.
pub fn of_actor(app: &mut App) {
    let Some(open) = &app.open else { return };
    let Some(actor) = open.card.clone() else { return };
    let only = Only::HeldBy(actor);
    if only.of(open).is_empty() {
        app.message = app.lang.words().acting.no_loops_held.to_owned();
        return;
    }
    show(app, View::Loops);
    show_only(app, Some(only));
}

/// Looks for longer loops, or chains on their screen.
pub fn longer(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    let words = &app.lang.words().acting;
    let next = LENGTHS.into_iter().find(|own| *own > open.longest);
    let refused = match (&open.circles.search, next) {
        (_, None) => Some(words.longest_already),
        (Search::Done(found), _) if app.view == View::Loops && found.stopped_by.is_some() => {
            Some(words.stopped_before)
        }
        (Search::Done(found), _) if app.view == View::Loops && !found.longer => Some(words.nothing_longer),
        _ if app.view == View::Chains && !open.longer_chains() => Some(words.nothing_longer),
        _ => None,
    };
    if let Some(refused) = refused {
        app.message = refused.to_owned();
        return;
    }
    let Some(longest) = next else { return };
    open.longest = longest;
    app.message = looking_up_to(app.lang, longest);
}

#[cfg(test)]
mod tests;
