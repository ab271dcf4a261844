//! Several lines pasted into the field for new cards: a list, taken in as one deed. What a line means is for the
//! reader of lists to say.

use std::collections::BTreeSet;

use super::{change, edit, said};
use crate::exchange::list;
use crate::exchange::report::Report;
use crate::map::{AreaId, Deed, Item, LevelId, Map, NodeId, Verb, verb};
use crate::text::visible;
use crate::text::words::says::quoted;
use crate::tui::app::App;
use crate::tui::pane::Pane;

/// How many headings are told one by one.
const MOST_HEADINGS: usize = 8;
/// The most lines of one paste that are taken in.
const MOST_LINES: usize = 5_000;

/// Takes in what stands in the field with the lines behind it. New cards without a place get that of the field; what
/// was left out is said.
pub(super) fn take_lines(app: &mut App, text: &str) {
    let (Some(Pane::Add(adder)), Some(open)) = (app.pane.as_ref(), app.open.as_ref()) else { return };
    let whole = format!("{}{}", adder.input.value(), text.trim_end());
    let beyond = whole.lines().skip(MOST_LINES).filter(|line| !line.trim().is_empty()).count();
    let lines: Vec<String> = whole.lines().take(MOST_LINES).map(plain).collect();
    let (deed, report) = list::read(&open.map, &lines.join("\n"), false);
    let deed = placed(&open.map, deed, adder.level.as_ref(), adder.area.as_ref());
    let message = told(app, &report, beyond);
    let new: Vec<NodeId> = deed.iter().flat_map(new_cards).cloned().collect();
    let first = deed.as_ref().and_then(|deed| {
        let named = |id: &&NodeId| *id == &crate::map::slug::slug(&deed.what).as_str().into();
        let new: Vec<&NodeId> = new_cards(deed).collect();
        new.iter().copied().find(named).or_else(|| new.first().copied()).cloned()
    });
    if edit::commit_some(app, deed) {
        app.message = message;
        if let (Some(open), Some(card)) = (app.open.as_mut(), first) {
            open.select(card);
        }
        let unsorted = |id: &NodeId| {
            let node = app.open.as_ref().and_then(|open| open.map.node(id));
            node.is_some_and(|node| node.level.is_none() && node.area.is_none())
        };
        let placeless = new.iter().any(unsorted);
        change(app, |adder| {
            adder.placeless = placeless;
            adder.input.reset();
            adder.offered = None;
            adder.lines += lines.len();
        });
    }
    said(app);
}

/// The line as it would be typed: control characters are blanks. A tab stays, for lines that are a table.
fn plain(line: &str) -> String {
    line.chars().map(|letter| if letter.is_control() && letter != '\t' { ' ' } else { letter }).collect()
}

fn new_cards(deed: &Deed) -> impl Iterator<Item = &NodeId> {
    deed.change.edits.iter().filter(|edit| edit.field.is_none() && edit.new.is_some()).filter_map(|edit| {
        match &edit.item {
            Item::Node(id) => Some(id),
            _ => None,
        }
    })
}

/// The deed with a place for its new cards where they have none; `None` if it does nothing.
fn placed(map: &Map, deed: Deed, level: Option<&LevelId>, area: Option<&AreaId>) -> Option<Deed> {
    if deed.change.edits.is_empty() {
        return None;
    }
    let mut with = map.clone();
    with.apply(&deed.change).ok()?;
    let new: Vec<NodeId> = new_cards(&deed).cloned().collect();
    let those = |lacks: fn(&crate::map::Node) -> bool| -> Vec<NodeId> {
        new.iter().filter(|id| with.node(id).is_some_and(lacks)).cloned().collect()
    };
    let (no_level, no_area) = (those(|node| node.level.is_none()), those(|node| node.area.is_none()));
    let to_level = level.and_then(|id| verb::move_nodes(&with, &no_level, Some(Some(id.clone())), None));
    if let Some(deed) = &to_level {
        with.apply(&deed.change).ok()?;
    }
    let to_area = area.and_then(|id| verb::move_nodes(&with, &no_area, None, Some(Some(id.clone()))));
    let what = deed.what.clone();
    let deeds = [Some(Deed { verb: Verb::Paste, ..deed }), to_level, to_area];
    Some(Deed::join(Verb::Paste, what, deeds.into_iter().flatten().collect()))
}

/// How many cards and links came or changed, and of how many lines something was not taken.
fn told(app: &App, report: &Report, beyond: usize) -> String {
    let words = app.lang.words();
    let update = report.update.clone().unwrap_or_default();
    let cards = update.new.nodes + update.changed.nodes;
    let counts = [(cards, &words.things.card), (update.new.links, &words.links.link)];
    let counts: Vec<String> = counts.iter().filter(|(n, _)| *n > 0).map(|(n, noun)| noun.of(*n)).collect();
    let skipped: BTreeSet<u64> = report.skipped.iter().map(|skipped| skipped.line).collect();
    let left = skipped.len() + beyond;
    let said = format!("{}: {}.", words.adding.pasted, counts.join(", "));
    let headings: Vec<String> = report
        .headings
        .iter()
        .take(MOST_HEADINGS)
        .map(|(text, is)| format!("{} {}", quoted(&visible(text)), is.word(app.lang)))
        .collect();
    let said = match headings.as_slice() {
        [] => said,
        all => {
            let more = if report.headings.len() > MOST_HEADINGS { ", …" } else { "" };
            format!("{said} {}: {}{more}.", words.adding.headings, all.join(", "))
        }
    };
    match left {
        0 => said,
        _ => format!("{said} {}: {}.", words.adding.left_out, words.adding.line.of(left)),
    }
}
