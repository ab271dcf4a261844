//! Who hears whom: the ladder of levels, under it what the map shows, or the table of levels instead.
//!
//! Here the rows are shared out: whole steps and whole sentences where there is room; on a small screen a step has one
//! row for each direction and a sentence its first row, and the part with the cursor gets what there is.

mod rungs;
mod seen;
mod table;

use super::{Page, empty};
use crate::analysis::observe::MOST_SHOWN;
use crate::command::{Command, entry};
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::words::hearing::seen_heading;
use crate::text::words::says::shown_of;
use crate::text::words::start::no_ladder;
use crate::tui::app::App;
use crate::tui::heard::Row;
use crate::tui::open::OpenMap;

/// The rows of the screen, shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Share {
    /// For the steps between levels, their bands included.
    ladder: u16,
    /// For each direction of a step.
    each: u16,
    /// For the line from the bottom to the top.
    whole: u16,
    /// An empty row and a heading above the observations, or neither.
    heading: u16,
    /// For observations.
    seen: u16,
}

/// What wants rows.
#[derive(Clone, Copy, Debug)]
struct Wants {
    /// How many steps.
    steps: u16,
    /// The rows of the line from the bottom to the top; 0 for none.
    whole: u16,
    /// The rows of all observations in full; 0 for none.
    seen: u16,
    /// How many observations.
    count: u16,
    /// Whether the cursor is on one of them.
    below: bool,
}

/// The rows of a ladder with so many rows for each direction.
fn tall(steps: u16, each: u16) -> u16 {
    steps * (1 + 2 * each) + 1
}

impl Share {
    fn of(rows: u16, wants: Wants) -> Self {
        let Wants { steps, whole, seen, count, below } = wants;
        let least = whole.min(1);
        let heading = if count == 0 { 0 } else { 2 };
        let all = |each: u16| tall(steps, each) + whole + heading + seen;
        if let Some(each) = [3, 2, 1].into_iter().find(|each| all(*each) <= rows) {
            return Self { ladder: tall(steps, each), each, whole, heading, seen };
        }
        // One row for each direction, and observations get the rest: in full as far as it goes.
        let few = count.min(3);
        let rest = rows.saturating_sub(tall(steps, 1) + least);
        if !below && rest >= few || below && rest > seen.min(count + 3) {
            let heading = if rest > count { heading.min(1) } else { 0 };
            let whole = least.max(rest.saturating_sub(heading + seen).min(whole));
            let seen = (rest + least).saturating_sub(whole + heading);
            return Self { ladder: tall(steps, 1), each: 1, whole, heading, seen };
        }
        // The part with the cursor gets what there is; the other one keeps a glimpse.
        let heading = heading.min(1);
        let room = rows.saturating_sub(least + heading);
        let seen = if below { seen.min(room.saturating_sub(tall(1, 1))) } else { few.min(room / 4) };
        Self { ladder: room - seen, each: 1, whole: least, heading, seen }
    }
}

/// Draws the screen.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let Some(open) = &app.open else { return };
    let words = app.lang.words();
    page.brush.text(area.x + 1, area.y, area.width - 2, words.places.levels, Role::Heading);
    let body = Area { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    if open.rungs() == 0 {
        let (levels, wholes) = (open.map.levels().len(), open.map.whole_levels().count());
        let how = if levels == 0 { words.guide.empty_levels } else { "" };
        return empty::draw(app, page, body, no_ladder(app.lang, levels, wholes), how);
    }
    if open.heard.table {
        return table::draw(app, page, body, open);
    }
    let rows = open.heard_rows();
    let first = rows.iter().position(|row| !matches!(row, Row::Rung(_))).unwrap_or(rows.len());
    let listed = seen::Listed::of(app, open, &rows[first..], area.width);
    let whole = rungs::whole_line(open).map(|line| rungs::Whole::of(app, open, line, area.width));
    let count = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let steps = open.rungs() - usize::from(whole.is_some());
    let wants = Wants {
        steps: count(steps),
        whole: whole.as_ref().map_or(0, rungs::Whole::rows),
        seen: listed.rows(),
        count: count(listed.count()),
        below: open.rung >= first,
    };
    // Where nobody said who steers whom there is nothing to see, and the ladder says how to begin.
    if rungs::silent(open) {
        let share =
            Share::of(body.height.saturating_sub(6), Wants { seen: 0, count: 0, below: false, ..wants });
        let own = Area { height: share.ladder.min(body.height), ..body };
        let end = rungs::draw(app, page, open, own, share.each, steps);
        let rest = Area { y: end, height: (body.y + body.height).saturating_sub(end), ..body };
        return empty::draw(app, page, rest, words.start.no_signals, words.hearing.say_who);
    }
    let share = Share::of(body.height, wants);
    let own = Area { height: share.ladder.min(body.height), ..body };
    let mut y = rungs::draw(app, page, open, own, share.each, steps);
    let end = body.y + body.height;
    if let Some(whole) = &whole {
        let own = Area { y, height: share.whole.min(end.saturating_sub(y)), ..body };
        whole.draw(app, page, open, own, steps);
        y += own.height;
    }
    let all = open.observed().open.len();
    let key = if all > MOST_SHOWN { app.keymap.label(Command::SeenAll) } else { String::new() };
    let shown = shown_of(app.lang, open.seen().len(), all);
    let said = seen_heading(app.lang, words.places.map_shows, &shown, open.heard.all, &key);
    if listed.count() == 0 {
        if y < end {
            page.brush.text(area.x + 2, y, area.width - 3, words.hearing.nothing_shown, Role::Quiet);
        }
        return;
    }
    match share.heading {
        0 => {
            page.brush.text_before(area.x + area.width - 1, area.y, &said, Role::Quiet);
        }
        rows => {
            y += rows - 1;
            page.brush.text(area.x + 1, y, area.width - 2, &said, Role::Heading);
            y += 1;
        }
    }
    let own = Area { y, height: end.saturating_sub(y), ..body };
    listed.draw(app, page, own, first, open.rung);
}

/// What Enter and the key for setting aside do where the cursor is.
pub(super) fn hint(app: &App, command: Command) -> &'static str {
    let (words, doing) = (&app.lang.words().hearing, &app.lang.words().doing);
    match (command, app.open.as_ref().and_then(OpenMap::heard_row)) {
        (Command::LevelTable, _) if app.open.as_ref().is_some_and(|open| open.heard.table) => words.ladder,
        (Command::NoteIt, Some(Row::Aside(_))) => doing.take_out_again,
        (Command::Open, Some(Row::Seen(_) | Row::Aside(_))) => doing.show,
        (Command::Open, Some(Row::AsideHeading)) => {
            let aside = app.open.as_ref().is_some_and(|open| open.heard.aside);
            if aside { doing.fold } else { words.unfold }
        }
        (Command::Open, _) => entry(Command::Inspector).hint.text(app.lang),
        _ => entry(command).hint.text(app.lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of the bundled case: five steps, a line over all of them, seven observations of two to four rows.
    fn case(below: bool) -> Wants {
        Wants { steps: 5, whole: 3, seen: 17, count: 7, below }
    }

    #[test]
    fn nothing_is_given_away_twice_and_three_observations_stay_in_sight() {
        for rows in 8..80 {
            for below in [false, true] {
                let share = Share::of(rows, case(below));
                let used = share.ladder + share.whole + share.heading + share.seen;
                assert!(used <= rows, "{rows}: {share:?}");
                assert!(share.ladder >= tall(1, 1) || rows < 10, "{rows}: a step stays in sight: {share:?}");
                assert!(rows < 20 || share.seen >= 3, "{rows}: {share:?}");
            }
        }
        let small = Share::of(20, case(false));
        assert_eq!((small.ladder, small.each, small.whole, small.seen), (16, 1, 1, 3));
        let large = Share::of(58, case(true));
        assert_eq!((large.each, large.whole, large.seen), (3, 3, 17));
    }

    #[test]
    fn on_a_small_screen_the_part_with_the_cursor_has_the_rows() {
        let below = Share::of(20, case(true));
        assert!(below.seen >= 12, "{below:?}");
        assert!(Share::of(12, case(false)).ladder > Share::of(12, case(true)).ladder);
    }
}
