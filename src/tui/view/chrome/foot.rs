//! The last line: the keys that matter now.

use super::super::{Page, levels};
use crate::command::keymap::write_key;
use crate::command::{Command, View, entry};
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::width;
use crate::text::words::listing;
use crate::tui::app::App;
use crate::tui::ask::Wanted;
use crate::tui::open::Shown;
use crate::tui::pane::Pane;
use crate::tui::say;

/// The last line: the keys that matter now.
pub(in crate::tui::view) fn bottom(app: &App, page: &mut Page, area: Area) {
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
    for (key, what, command) in with_help(keys, area.width) {
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

/// The hints, fewer where the key that lists all keys would not fit: up to two of those before it go.
fn with_help(mut keys: Vec<Hint>, cells: u16) -> Vec<Hint> {
    let end = |keys: &[Hint]| keys.iter().map(|(key, what, _)| width(key) + width(what) + 4).sum::<usize>();
    let Some(help) = keys.iter().position(|(.., command)| *command == Some(Command::Help)) else {
        return keys;
    };
    // One blank before the first, and none of the three behind the last.
    let fits = |keys: &[Hint]| end(keys).saturating_sub(2) <= usize::from(cells);
    if fits(&keys[..help.saturating_sub(1).max(1)]) {
        let mut at = help;
        while at > 1 && !fits(&keys[..=at]) {
            keys.remove(at - 1);
            at -= 1;
        }
    }
    keys
}

pub(in crate::tui::view) type Hint = (String, String, Option<Command>);

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
        Some(Pane::Help(help)) => {
            let search = &app.lang.words().places;
            return match (help.typing, help.filter.is_some()) {
                (true, _) => vec![plain("Enter", search.end_search), plain("Esc", search.all_again)],
                (false, true) => vec![plain("/", doing.search), plain("Esc", search.all_again)],
                (false, false) => vec![
                    plain("/", doing.search),
                    plain("↑↓", doing.scroll),
                    plain("PgDn", doing.next),
                    plain("Esc", doing.close),
                ],
            };
        }
        Some(Pane::Legend(_)) => {
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
        Some(Pane::Pick(picker)) => return super::super::pick::keys(app.lang, picker),
        Some(Pane::Filter(_)) => return super::super::outline::keys(app.lang),
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
        Some(Pane::Facets(_) | Pane::Columns(_)) => return super::super::narrow::keys(app),
        Some(Pane::Bulk(bulk)) => return super::super::bulk::keys(app.lang, bulk),
        Some(Pane::Ask(_)) => {
            return vec![plain("←→", doing.select), plain("Enter", doing.yes), plain("Esc", doing.cancel)];
        }
        Some(Pane::Prompt(prompt)) => {
            let enter = match prompt.wanted {
                Wanted::SavePath => doing.save,
                Wanted::Title => app.lang.words().files.go_on,
                Wanted::Base => app.lang.words().review.compare,
                Wanted::OwnValue => app.lang.words().forms.to_keep,
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
        Some(Pane::Form(form)) => return super::super::form::keys(app, form),
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
        | View::Chains
        | View::Review => plain("↑↓", doing.select),
        View::Unsettled => plain("←↑↓→", doing.select),
        View::Board | View::Focus | View::Model | View::Matrix => plain("←↑↓→", doing.go),
        View::Staircase => plain("←→", doing.step_through),
        View::Actors => super::super::actors::arrows(app),
    };
    // A person may have taken a command's keys away.
    let has_keys = |command: &Command| app.keymap.keys_of(*command).next().is_some();
    let named = super::super::hinted::hinted(app).into_iter().filter(has_keys).map(|command| {
        let follows = command == Command::Open && app.open.as_ref().is_some_and(|open| open.link.is_some());
        let what = match (command, app.view) {
            (Command::Open, View::Board | View::Focus) if follows => doing.follow,
            (Command::Open, View::Board | View::Outline | View::Actors) => doing.focus,
            (Command::Open, View::Focus) => doing.follow,
            (Command::Open, View::Setup) => entry(Command::EditHere).hint.text(app.lang),
            (Command::Open, View::Acting) => doing.focus,
            (Command::Open, View::Review) => app.lang.words().review.go_there,
            (Command::Open, View::Unsettled) => app.lang.words().review.take,
            (Command::Open, View::Loops) => super::super::loops::open_hint(app),
            (Command::Open, View::Chains) => entry(Command::ShowStaircase).hint.text(app.lang),
            (Command::Open, View::Model) => {
                let line = app.open.as_ref().is_some_and(|open| open.model.line.is_some());
                let shown = if line { Command::ShowOutline } else { Command::ShowBoard };
                entry(shown).hint.text(app.lang)
            }
            (Command::Open, View::Matrix) => doing.focus,
            (Command::PageDown, View::Levels) => doing.scroll,
            (Command::PageDown, View::Matrix) => app.lang.words().doing.next,
            (Command::Open | Command::NoteIt | Command::LevelTable, View::Levels) => {
                levels::hint(app, command)
            }
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
    // Where a list is empty there is nothing to go through.
    let nothing = app.open.as_ref().is_some_and(|open| match app.view {
        View::Review => open.review_rows(app.lang).is_empty(),
        View::Unsettled => open.map.conflicts().is_empty(),
        _ => false,
    });
    let first = if nothing { None } else { Some(first) };
    first.into_iter().chain(named).collect()
}
