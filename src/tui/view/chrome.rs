//! What is always on screen: the first line with map and tabs, the sentence about the selection, and the last line
//! with the keys that matter now.

use super::{Page, levels, tour};
use crate::command::keymap::write_key;
use crate::command::{Command, View, entry};
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::words::listing;
use crate::text::words::says::of;
use crate::text::{Lang, visible, width, wrap, wrap_at_most};
use crate::tui::app::App;
use crate::tui::ask::Wanted;
use crate::tui::open::Shown;
use crate::tui::outline::Listed;
use crate::tui::pane::Pane;
use crate::tui::say;

/// The most rows of a message.
const MESSAGE_ROWS: usize = 4;

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

/// Divides the screen. The sentence has as many rows whatever it says, so that nothing jumps.
pub(super) fn divide(app: &App, width: u16, height: u16) -> Rooms {
    let told = matches!(app.pane, Some(Pane::Tell(_)));
    let says = match (app.view, height) {
        (_, 12..) if told => super::naming::PANEL.min(height / 3),
        _ if told => 3,
        // Its reading ends with what it comes to, so a message does not come over that.
        (View::Staircase, 16..) if !app.message.is_empty() => 1,
        // These say their sentences themselves; a message comes over their last row.
        (View::Start | View::Focus | View::Staircase | View::Levels | View::Setup | View::Actors, _) => 0,
        (_, ..=15) => 1,
        (View::Loops, 30..) => 4,
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

/// The sentence about what is selected.
pub(super) fn status(app: &App, page: &mut Page, area: Area) {
    if let Some(Pane::Tell(teller)) = &app.pane {
        return super::naming::told(app, page, area, teller);
    }
    if !app.message.is_empty() {
        return message(app, page, area);
    }
    let Some(open) = app.open.as_ref().filter(|_| area.height > 0) else { return };
    let lang = open.lang_or(app.lang);
    let mut rows = area.height;
    let mut y = area.y;
    // The card first, where cards are looked at; then what the link, the chain or the loop says.
    let sentence = match app.view {
        View::Outline if open.outline.listed == Listed::Links => {
            open.link.as_ref().map_or(String::new(), |link| say::link(lang, &open.map, link))
        }
        View::Outline => {
            if let Some(card) = &open.card {
                card_line(app, page, area, card);
            }
            String::new()
        }
        View::Board => {
            // An empty map says itself how to begin.
            if open.map.node_count() == 0 {
                return;
            }
            let Some(card) = &open.card else {
                return write(app, page, area, app.lang.words().start.nothing_selected, Role::Quiet);
            };
            let chosen = open.link.as_ref().filter(|id| open.map.link(id).is_some());
            let about = match chosen {
                Some(link) => say::link(lang, &open.map, link),
                None if open.trail.card() == Some(card) => say::chain(lang, &open.map, open.trail.links()),
                None => String::new(),
            };
            if rows > 1 || about.is_empty() {
                let most = if about.is_empty() { rows } else { rows - 1 };
                let used = card_line(app, page, Area { y, height: most, ..area }, card);
                y += used;
                rows -= used;
            }
            about
        }
        View::Loops if open.listed_settling().is_some() => {
            open.listed_settling().map_or(String::new(), |link| say::link(lang, &open.map, &link))
        }
        View::Loops => open
            .listed_loop()
            .and_then(|at| open.circles.all.get(at))
            .map_or(String::new(), |own| say::circle(lang, &open.map, &own.links)),
        View::Model => super::model::sentence(app, open),
        View::Matrix => super::matrix::sentence(app, open),
        View::Start | View::Focus | View::Staircase | View::Levels | View::Setup | View::Actors => {
            String::new()
        }
        View::Chains => {
            open.listed_chain().map_or(String::new(), |links| say::chain(lang, &open.map, &links))
        }
        View::Acting => {
            if let Some(card) = open.acting_card() {
                card_line(app, page, area, &card);
            }
            String::new()
        }
    };
    if rows > 0 && !sentence.is_empty() {
        write(app, page, Area { y, height: rows, ..area }, &sentence, Role::Text);
    }
}

/// What is to be said once. A long message takes rows from the picture rather than lose its end, which says what
/// to do.
fn message(app: &App, page: &mut Page, area: Area) {
    let cells = usize::from(area.width.saturating_sub(2));
    let (lines, _) = wrap_at_most(&visible(&app.message), cells, MESSAGE_ROWS, app.lang);
    let rows = u16::try_from(lines.len()).unwrap_or(1).max(1);
    let top = (area.y + area.height).saturating_sub(rows).min(area.y);
    page.brush.clear(Area { y: top, height: rows, ..area });
    for (y, line) in (top..).zip(&lines) {
        page.brush.text(area.x + 1, y, area.width - 1, line, Role::Heading);
    }
}

/// A reading in so many rows. Where it is too long its middle is cut, so that the sentences that say what it comes
/// to are always there.
fn reading_rows(text: &str, cells: usize, rows: usize, lang: Lang) -> Vec<String> {
    let (lines, cut) = wrap_at_most(text, cells, rows, lang);
    if !cut {
        return lines;
    }
    // The last sentence may speak of the one before it, so as many stay as half of the rows hold.
    let ends = text.trim_end_matches('.').rmatch_indices(". ");
    let closings = ends.map(|(at, _)| wrap(&text[at + 2..], cells, lang));
    let most = (rows / 2).max(1);
    let mut last: Option<Vec<String>> = None;
    for closing in closings {
        if closing.len() >= rows || last.is_some() && closing.len() > most {
            break;
        }
        last = Some(closing);
    }
    let Some(end) = last else { return lines };
    let (mut lines, _) = wrap_at_most(text, cells, rows - end.len(), lang);
    lines.extend(end);
    lines
}

fn write(app: &App, page: &mut Page, area: Area, text: &str, role: Role) {
    let lang = app.open.as_ref().map_or(app.lang, |open| open.lang_or(app.lang));
    let cells = usize::from(area.width.saturating_sub(2));
    let lines = reading_rows(text, cells, usize::from(area.height), lang);
    for (y, line) in (area.y..).zip(&lines) {
        page.brush.text(area.x + 1, y, area.width - 1, line, role);
    }
}

/// The selected card: its label and, behind it or below it, what is known of it. Gives the rows it took.
fn card_line(app: &App, page: &mut Page, area: Area, card: &crate::map::NodeId) -> u16 {
    let Some(open) = &app.open else { return 0 };
    let Some(node) = open.map.node(card) else { return 0 };
    let (glyph, role) = say::shape(app.glyphs, node);
    let label = say::label(&open.map, card);
    let facts = say::card_facts(app.lang, open, card).join("   ");
    page.brush.text(area.x + 1, area.y, 2, glyph, role);
    let x = page.brush.text(area.x + 3, area.y, area.width.saturating_sub(4), &label, Role::Heading);
    let fits = usize::from(x) + 3 + width(&facts) < usize::from(area.x + area.width);
    if fits || area.height < 2 {
        page.brush.text(x + 3, area.y, (area.x + area.width).saturating_sub(x + 4), &facts, Role::Quiet);
        return 1;
    }
    page.brush.text(area.x + 3, area.y + 1, area.width.saturating_sub(4), &facts, Role::Quiet);
    2
}

/// The last line: the keys that matter now.
pub(super) fn bottom(app: &App, page: &mut Page, area: Area) {
    let keys = keys_now(app);
    let mut x = area.x + 1;
    let mut area = area;
    // What is picked counts on every screen, also where none of it is in sight.
    if let Some(open) = app.open.as_ref().filter(|open| open.picks() > 0) {
        let said = listing::picked(app.lang, open.picked.len(), open.picked_links.len());
        let said = format!("{} {said}", app.glyphs.check);
        // Three hints go before its words.
        let three = keys.iter().take(3).map(|(key, what, _)| width(key) + width(what) + 4).sum::<usize>();
        let short = three + width(&said) > usize::from(area.width);
        let said = if short { format!("{} {}", app.glyphs.check, open.picks()) } else { said };
        area.width = page
            .brush
            .text_before(area.width.saturating_sub(1), area.y, &said, Role::Heading)
            .saturating_sub(2);
    }
    for (key, what, command) in keys {
        let wide = u16::try_from(width(&key) + 1 + width(&what)).unwrap_or(u16::MAX);
        if x.saturating_add(wide) > area.width {
            break;
        }
        let from = x;
        x = page.brush.text(x, area.y, area.width - x, &key, Role::Key);
        x = page.brush.text(x, area.y, area.width - x, &format!(" {what}"), Role::Text);
        if let Some(command) = command {
            let area = Area { x: from, y: area.y, width: x - from, height: 1 };
            page.hits.add(area, crate::tui::hits::Target::Hint(command));
        }
        x += 3;
    }
}

pub(super) type Hint = (String, String, Option<Command>);

fn keys_now(app: &App) -> Vec<Hint> {
    let doing = &app.lang.words().doing;
    let plain = |key: &str, what: &str| (key.to_owned(), what.to_owned(), None);
    match &app.pane {
        Some(Pane::End(..)) => {
            let choose = app.lang.words().around.choose;
            return vec![plain("↑↓", doing.go), plain("Enter", choose), plain("Esc", doing.close)];
        }
        Some(Pane::Find(_) | Pane::Palette(_)) => {
            return vec![plain("↑↓", doing.select), plain("Enter", doing.open), plain("Esc", doing.close)];
        }
        Some(Pane::Help(_) | Pane::Legend(_)) => {
            return vec![plain("↑↓", doing.scroll), plain("PgDn", doing.next), plain("Esc", doing.close)];
        }
        Some(Pane::Add(_)) => {
            let words = &app.lang.words().adding;
            return vec![
                plain("Enter", words.enter),
                plain("Esc", words.done),
                plain("Tab", words.tab),
                plain("Shift+↑↓←→", words.elsewhere),
                plain("Ctrl+z", doing.undo),
            ];
        }
        Some(Pane::Merge(_)) => {
            let words = &app.lang.words().merging;
            return vec![plain("Enter", words.merge), plain("Tab", words.swap), plain("Esc", doing.cancel)];
        }
        Some(Pane::Same(_)) => {
            let words = &app.lang.words().merging;
            return vec![
                plain("↑↓", doing.select),
                plain("Enter", words.merge),
                plain("x", words.apart),
                plain("g", words.look),
                plain("Esc", doing.close),
            ];
        }
        Some(Pane::Move(_)) => {
            let words = &app.lang.words().moving;
            return vec![
                plain("↑↓", doing.select),
                plain("Enter", words.enter),
                plain("Tab", words.tab),
                plain("Esc", doing.close),
            ];
        }
        Some(Pane::Pick(picker)) => return super::pick::keys(app.lang, picker),
        Some(Pane::Filter(_)) => return super::outline::keys(app.lang),
        Some(Pane::Name(naming)) => {
            let end = if naming.again() { app.lang.words().around.done } else { doing.cancel };
            let enter = if naming.again() { doing.add } else { app.lang.words().forms.to_keep };
            return vec![
                plain("Enter", enter),
                plain("Esc", end),
                plain("Ctrl+u", app.lang.words().forms.to_empty),
            ];
        }
        Some(Pane::Choose(_)) => {
            let words = &app.lang.words().around;
            return vec![plain("↑↓", doing.select), plain("Enter", words.choose), plain("Esc", doing.cancel)];
        }
        Some(Pane::Tell(teller)) => {
            let words = &app.lang.words().around;
            if teller.search.is_some() {
                return vec![
                    plain("↑↓", doing.select),
                    plain("Enter", words.take_card),
                    plain("Esc", doing.close),
                ];
            }
            return vec![
                plain("←↑↓→", doing.go),
                plain("Enter", words.take_card),
                plain(".", words.close_loop),
                plain("/", words.by_name),
                plain("Esc", doing.cancel),
                plain("Backspace", words.take_back),
            ];
        }
        Some(Pane::Facets(_) | Pane::Columns(_)) => return super::narrow::keys(app),
        Some(Pane::Bulk(bulk)) => return super::bulk::keys(app.lang, bulk),
        Some(Pane::Ask(_)) => {
            return vec![plain("←→", doing.select), plain("Enter", doing.yes), plain("Esc", doing.cancel)];
        }
        Some(Pane::Prompt(prompt)) => {
            let enter = match prompt.wanted {
                Wanted::SavePath => doing.save,
                Wanted::Title => app.lang.words().files.go_on,
            };
            return vec![
                plain("Enter", enter),
                plain("Esc", doing.cancel),
                plain("Ctrl+u", doing.clear_line),
            ];
        }
        Some(Pane::Browse(_)) => {
            let up = app.lang.words().files.up;
            return vec![
                plain("↑↓", doing.select),
                plain("Enter", doing.open),
                plain("Esc", doing.cancel),
                plain("Backspace", up),
            ];
        }
        Some(Pane::Import(_)) => {
            let take = app.lang.words().incoming.take;
            return vec![plain("Enter", take), plain("Esc", doing.cancel), plain("↑↓", doing.scroll)];
        }
        Some(Pane::Templates(_)) => {
            return vec![
                plain("↑↓", doing.select),
                plain("Enter", app.lang.words().files.go_on),
                plain("Esc", doing.cancel),
            ];
        }
        Some(Pane::Form(form)) => return super::form::keys(app, form),
        None => {}
    }
    if !app.pending.is_empty() {
        let typed: Vec<String> = app.pending.iter().map(|key| write_key(*key)).collect();
        return vec![plain(&typed.join(" "), "…"), plain("Esc", doing.cancel), plain("Ctrl+c", doing.quit)];
    }
    let first = match app.view {
        View::Start
        | View::Loops
        | View::Levels
        | View::Outline
        | View::Setup
        | View::Acting
        | View::Chains => plain("↑↓", doing.select),
        View::Board | View::Focus | View::Model | View::Matrix => plain("←↑↓→", doing.go),
        View::Staircase => plain("←→", doing.step_through),
        View::Actors => super::actors::arrows(app),
    };
    // A person may have taken a command's keys away.
    let has_keys = |command: &Command| app.keymap.keys_of(*command).next().is_some();
    let named = super::hinted::hinted(app).into_iter().filter(has_keys).map(|command| {
        let follows = command == Command::Open && app.open.as_ref().is_some_and(|open| open.link.is_some());
        let what = match (command, app.view) {
            (Command::Open, View::Board | View::Focus) if follows => doing.follow,
            (Command::Open, View::Board | View::Outline | View::Actors) => doing.focus,
            (Command::Open, View::Focus) => doing.follow,
            (Command::Open, View::Setup) => entry(Command::EditHere).hint.text(app.lang),
            (Command::Open, View::Acting) => doing.focus,
            (Command::Open, View::Loops | View::Chains) => entry(Command::ShowStaircase).hint.text(app.lang),
            (Command::Open, View::Model) => {
                let line = app.open.as_ref().is_some_and(|open| open.model.line.is_some());
                let shown = if line { Command::ShowOutline } else { Command::ShowBoard };
                entry(shown).hint.text(app.lang)
            }
            (Command::Open, View::Matrix) => doing.focus,
            (Command::PageDown, View::Levels) => doing.scroll,
            (Command::PageDown, View::Matrix) => app.lang.words().doing.next,
            (Command::Open | Command::NoteIt, View::Levels) => levels::hint(app, command),
            // Named there only where it goes to the next chain.
            (Command::NextLoop, View::Staircase)
                if app.open.as_ref().is_some_and(|open| open.shown == Shown::Trail) =>
            {
                app.lang.words().acting.next_chain
            }
            _ => entry(command).hint.text(app.lang),
        };
        (say::keys(app.lang, &app.keymap.label(command)), what.to_owned(), Some(command))
    });
    let mut all = vec![first];
    all.extend(named);
    all
}

/// How far a list is: `3 of 14`, for the corner of a pane.
pub(super) fn place(lang: Lang, at: usize, all: usize) -> String {
    if all == 0 { String::new() } else { of(lang, at + 1, all) }
}
