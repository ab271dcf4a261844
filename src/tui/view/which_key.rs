//! The box that says what may follow the keys pressed so far.

use keybinds::KeyInput;

use super::Page;
use crate::command::keymap::write_key;
use crate::command::{Command, Found, entry};
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::width;
use crate::tui::app::App;
use crate::tui::hits::Target;

/// Draws the box at the bottom right, if keys are pending.
pub(super) fn draw(app: &App, page: &mut Page, screen: Area) {
    if app.pending.is_empty() {
        return;
    }
    let Found::Prefix(follow) = app.keymap.find(app.view, &app.pending) else { return };
    let rows = grouped(&follow);
    let named = |command: &Command| entry(*command).name.text(app.lang);
    let names = rows.iter().map(|(_, command)| width(named(command))).max().unwrap_or(0);
    let keys = rows.iter().map(|(keys, _)| width(keys)).max().unwrap_or(0);
    let cells = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    // A row is the keys, two blanks and the name; what does not fit below stands in another column.
    let most = usize::from(screen.height.saturating_sub(3)).max(1);
    let columns = rows.len().div_ceil(most).max(1);
    let tall = rows.len().div_ceil(columns);
    // Side by side, all columns are in sight, and names that are too long for that are cut.
    let column = cells(names + keys + 4).min(screen.width.saturating_sub(2) / cells(columns));
    let wide = (column * cells(columns) + 2).min(screen.width);
    let high = cells(tall + 2).min(screen.height - 1);
    let area =
        Area { x: screen.width - wide, y: screen.y + screen.height - 1 - high, width: wide, height: high };
    let typed: Vec<String> = app.pending.iter().map(|key| write_key(*key)).collect();
    let inside = page.brush.frame(area, &app.glyphs.thin, &typed.join(" "));
    page.hits.add(area, Target::Nothing);
    let end = inside.x + inside.width;
    for (at, (key, command)) in rows.iter().enumerate() {
        let x = inside.x + column * cells(at / tall);
        let y = inside.y + cells(at % tall);
        if x + 1 >= end || y >= inside.y + inside.height {
            continue;
        }
        let behind = page.brush.text(x + 1, y, end - x - 1, key, Role::Key);
        let from = (x + 1 + cells(keys) + 2).max(behind);
        page.brush.text(from, y, end.min(x + column).saturating_sub(from), named(command), Role::Text);
        let own = Area { x, y, width: column.min(end - x), height: 1 };
        page.hits.add(own, Target::Hint(*command));
    }
}

/// The commands that may follow, in the order of the table, each with all the keys that lead to it.
fn grouped(follow: &[(KeyInput, Command)]) -> Vec<(String, Command)> {
    let mut rows: Vec<(String, Command)> = Vec::new();
    for (key, command) in follow {
        match rows.iter_mut().find(|(_, own)| own == command) {
            Some((keys, _)) => *keys = format!("{keys} {}", write_key(*key)),
            None => rows.push((write_key(*key), *command)),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use crate::command::{Command, Found, Keymap, View, entry};
    use crate::map::{Kind, Map, Node};
    use crate::text::Lang;
    use crate::tui::screen::{PlayOptions, play};
    use crate::tui::{Sheet, Start};

    #[test]
    fn every_key_that_may_follow_is_in_sight_however_many_there_are() {
        let mut map = Map::new("x");
        map.insert_node("a".into(), Node::new(Kind::Cause, "A")).expect("new");
        let Found::Prefix(follow) = Keymap::default().find(View::Board, &['z'.into()]) else {
            panic!("z begins keys")
        };
        assert!(follow.iter().any(|(_, command)| *command == Command::ViewLeft) && follow.len() > 20);
        for lang in [Lang::En, Lang::Nb] {
            let options =
                PlayOptions { keys: "z".to_owned(), size: (80, 24), lang, ..PlayOptions::default() };
            let played = play(Start::Map(Box::new(Sheet::unsaved(map.clone()))), &options).expect("keys");
            for (_, command) in &follow {
                let begin: String = entry(*command).name.text(lang).chars().take(30).collect();
                assert!(played.text.contains(&begin), "{begin}:\n{}", played.text);
            }
        }
    }
}
