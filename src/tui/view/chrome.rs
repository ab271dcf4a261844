//! What is always on screen: how it is divided, and the first line with map and tabs. The sentence about the selection
//! and the last line stand in files of their own.

use super::{Page, tour};
use crate::command::{Command, View};
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::words::says::of;
use crate::text::{Lang, width, wrap};
use crate::tui::app::App;
use crate::tui::pane::Pane;

mod foot;
mod status;

pub(super) use self::foot::{Hint, bottom};
pub(super) use self::status::status;

/// The parts of the screen.
pub(super) struct Rooms {
    /// The first line.
    pub top: Area,
    /// What the screen shows.
    pub main: Area,
    /// The inspector.
    pub side: Option<Area>,
    /// The open form: at the side where there is room, else over everything.
    pub form: Option<Area>,
    /// The sentence about the selection.
    pub status: Area,
    /// The tour, below the first line; without rows where it is not shown.
    pub tour: Area,
    /// The next step on a young map.
    pub next: Option<Area>,
    /// The last line.
    pub bottom: Area,
}

/// Divides the screen. The sentence has as many rows whatever it says, so that nothing jumps; on the list of loops it
/// gets more where rows are blank anyway.
pub(super) fn divide(app: &App, width: u16, height: u16) -> Rooms {
    let told = matches!(app.pane, Some(Pane::Tell(_)));
    let says = match (app.view, height) {
        (_, 12..) if told => super::naming::PANEL.min(height / 3),
        _ if told => 3,
        // Its reading ends with what it comes to, so a message does not come over that.
        (View::Staircase, 16..) if !app.message.is_empty() => 1,
        // These say their sentences themselves; a message comes over their last row.
        (
            View::Start
            | View::Focus
            | View::Staircase
            | View::Levels
            | View::Setup
            | View::Actors
            | View::Review
            | View::Unsettled,
            _,
        ) => 0,
        (_, ..=15) => 1,
        (View::Loops, 20..) => 4,
        // A chain is read link by link, and its end is what it comes to.
        (View::Chains, _) => 5,
        (View::Loops, _) | (_, 30..) => 3,
        _ => 2,
    };
    let form = matches!(app.pane, Some(Pane::Form(_)));
    // What a form has to say needs a row of its own: it fills the screen.
    let says = if form { says.clamp(1, 2) } else { says };
    let steps = if height >= 14 && !matches!(app.view, View::Start | View::Setup) {
        tour::next_rows(app, width)
    } else {
        0
    };
    let tour = Area { x: 0, y: 1, width, height: tour::rows(app, height) };
    let bottom = Area { x: 0, y: height - 1, width, height: 1 };
    // A long reading of a loop takes rows that the list leaves over, and a short one gives them back.
    let says = match (app.view, &app.open) {
        (View::Loops, Some(open)) if !form && !told && app.message.is_empty() => {
            let y = 1 + tour.height;
            let main = Area { x: 0, y, width, height: height.saturating_sub(1 + y + steps + says) };
            let spare = super::loops::spare(app, main);
            let cells = usize::from(width.saturating_sub(2));
            let wanted = wrap(&super::loops::sentence(app, open), cells, open.lang_or(app.lang)).len();
            u16::try_from(wanted).unwrap_or(u16::MAX).clamp(says, says + spare)
        }
        _ => says,
    };
    let status = Area { x: 0, y: height - 1 - steps - says, width, height: says };
    let next = Area { x: 0, y: height - 1 - steps, width, height: steps };
    let top = 1 + tour.height;
    let middle = Area { x: 0, y: top, width, height: height - 1 - top - steps - says };
    let mut rooms = Rooms {
        top: Area { x: 0, y: 0, width, height: 1 },
        main: middle,
        side: None,
        form: None,
        status,
        tour,
        next: (steps > 0).then_some(next),
        bottom,
    };
    if form {
        let side = if width >= 100 { (width * 2 / 5).clamp(46, 64) } else { width };
        rooms.main.width = if side < width { width - side } else { width };
        rooms.form = Some(Area { x: width - side, width: side, ..middle });
    } else if app.shows_inspector() {
        let side = (width / 3).clamp(28, 46);
        rooms.main.width = width - side;
        rooms.side = Some(Area { x: width - side, width: side, ..middle });
    }
    rooms
}

/// The tab of a screen.
fn tab(lang: Lang, view: View) -> &'static str {
    let places = &lang.words().places;
    match view {
        View::Start => places.start,
        View::Board => places.board,
        View::Focus => places.focus,
        View::Staircase => places.staircase_tab,
        View::Loops => places.loops,
        View::Levels => places.levels_tab,
        View::Outline => places.outline,
        View::Setup => places.map,
        View::Model => places.model_tab,
        View::Matrix => places.matrix,
        View::Actors => places.actors,
        View::Acting => lang.words().acting.acting_tab,
        View::Chains => lang.words().acting.chains_tab,
        View::Review => places.review,
        View::Unsettled => places.conflicts_tab,
    }
}

/// The first line: the program, the map, whether it is saved, and the tabs with their keys.
pub(super) fn top(app: &App, page: &mut Page, area: Area) {
    let name = " floke  ";
    let mut x = page.brush.text(area.x, area.y, area.width, name, Role::Heading);
    let Some(open) = &app.open else {
        page.brush.text(x, area.y, area.width - x, app.lang.words().start.tagline, Role::Quiet);
        return;
    };
    let tabs: Vec<(View, String)> = View::OF_A_MAP
        .iter()
        .enumerate()
        .filter_map(|(at, &view)| {
            // Screens without a number of their own have a tab while they are shown.
            let key = match view {
                View::Acting => app.keymap.label(Command::ShowActing),
                View::Chains => app.keymap.label(Command::ShowChains),
                View::Review => app.keymap.label(Command::ShowReview),
                View::Unsettled => app.keymap.label(Command::ShowUnsettled),
                _ => ((at + 1) % 10).to_string(),
            };
            let shown = at < 10 || view == app.view;
            shown.then(|| (view, format!("{key} {}", tab(app.lang, view))))
        })
        .collect();
    // Names stand two blanks apart, or one where that brings them all onto the line.
    let cells = |tabs: &[(View, String)], gap: usize| {
        tabs.iter().map(|(_, text)| width(text) + gap).sum::<usize>() + 2 - gap
    };
    // Where there is little room the other tabs are only their numbers.
    let short: Vec<(View, String)> = tabs
        .iter()
        .map(|(view, text)| {
            let own = if *view == app.view { text.clone() } else { text.chars().take(1).collect() };
            (*view, own)
        })
        .collect();
    let least = 16;
    let room = usize::from(area.width.saturating_sub(x));
    let fits = |gap: usize| cells(&tabs, gap) + least + 2 <= room;
    let (gap, tabs) = match (fits(2), fits(1)) {
        (true, _) => (2, tabs),
        (false, true) => (1, tabs),
        (false, false) => (2, short),
    };
    let wide = u16::try_from(cells(&tabs, gap)).unwrap_or(u16::MAX).min(area.width.saturating_sub(x));
    let tabs_from = area.x + area.width - wide;
    let title = if open.map.head().title.is_empty() { "…" } else { &open.map.head().title };
    let mark = if open.unsaved() { 2 } else { 0 };
    let title_room = tabs_from.saturating_sub(x + mark + 1);
    x = page.brush.text(x, area.y, title_room, title, Role::Text);
    if open.unsaved() && title_room > 0 {
        page.brush.text(x, area.y, 2, &format!(" {}", app.glyphs.unsaved), Role::Fault);
    }
    let mut x = tabs_from;
    for (view, text) in &tabs {
        let own = *view == app.view;
        let shown = format!(" {text} ");
        let end =
            page.brush.text(x, area.y, area.width - x, &shown, if own { Role::Cursor } else { Role::Text });
        if !own {
            page.brush.text(x + 1, area.y, 1, &shown.trim().chars().take(1).collect::<String>(), Role::Key);
        }
        page.hits.add(Area { x, y: area.y, width: end - x, height: 1 }, crate::tui::hits::Target::Tab(*view));
        // The blank behind a name is the one before the next.
        x = if gap == 1 { end.saturating_sub(1) } else { end };
    }
}

/// How far a list is: `3 of 14`, for the corner of a pane.
pub(super) fn place(lang: Lang, at: usize, all: usize) -> String {
    if all == 0 { String::new() } else { of(lang, at + 1, all) }
}
