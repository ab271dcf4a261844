//! The matrix: from cell to cell, from link to link, from place to place.

use super::command::show;
use crate::command::{Command, View};
use crate::layout::matrix::{MatrixKind, Table, scope_of, scopes};
use crate::tui::app::App;
use crate::tui::open::OpenMap;

/// Shows the place of the selected card, its row under the cursor.
pub fn begin(open: &mut OpenMap) {
    let kind = open.matrix.of.as_ref().map_or(MatrixKind::default(), |of| of.kind());
    open.matrix.of = Some(scope_of(&open.map, kind, open.card.as_ref()));
    open.matrix.cause = open.card.clone();
    open.matrix.effect = None;
}

fn table(open: &OpenMap) -> (Table, Option<(usize, usize)>) {
    let table = Table::of(&open.map, &open.matrix_of());
    let at = table.find((open.matrix.cause.as_ref(), open.matrix.effect.as_ref()));
    (table, at)
}

fn stand(open: &mut OpenMap, table: &Table, (row, column): (usize, usize)) {
    open.matrix.cause = table.causes.get(row).cloned();
    open.matrix.effect = table.effects.get(column).cloned();
}

/// One cell with an arrow key.
pub fn step(app: &mut App, way: Command) {
    let Some(open) = app.open.as_mut() else { return };
    let (table, Some((row, column))) = table(open) else { return };
    let last = (table.causes.len() - 1, table.effects.len() - 1);
    let to = match way {
        Command::Up => (row.saturating_sub(1), column),
        Command::Down => ((row + 1).min(last.0), column),
        Command::Left => (row, column.saturating_sub(1)),
        _ => (row, (column + 1).min(last.1)),
    };
    stand(open, &table, to);
}

/// To the first or last row; a page is the place before or after this one.
pub fn leap(app: &mut App, way: Command) {
    let Some(open) = app.open.as_mut() else { return };
    match way {
        Command::First | Command::Last => {
            let (table, Some((_, column))) = table(open) else { return };
            let row = if way == Command::First { 0 } else { table.causes.len() - 1 };
            stand(open, &table, (row, column));
        }
        _ => {
            let of = open.matrix_of();
            let all = scopes(&open.map, of.kind());
            let now = all.iter().position(|own| *own == of).unwrap_or(0);
            let by = if way == Command::PageDown { 1 } else { all.len().saturating_sub(1) };
            let next = all.get((now + by) % all.len().max(1)).cloned();
            open.matrix.of = next.or(open.matrix.of.take());
        }
    }
}

/// The next cell with a link, or the one before.
pub fn next_link(app: &mut App, next: bool) {
    let Some(open) = app.open.as_mut() else { return };
    let (table, Some(at)) = table(open) else { return };
    let to = table.next(at, !next);
    stand(open, &table, to);
}

/// Another kind of place: area, level, cell, the whole map; the one where the cursor's cause stands.
pub fn next_kind(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    let kind = match open.matrix_of().kind() {
        MatrixKind::Area => MatrixKind::Level,
        MatrixKind::Level => MatrixKind::Cell,
        MatrixKind::Cell => MatrixKind::Whole,
        MatrixKind::Whole => MatrixKind::Area,
    };
    let (table, at) = table(open);
    let cause = at.and_then(|(row, _)| table.causes.get(row)).or(open.card.as_ref());
    open.matrix.of = Some(scope_of(&open.map, kind, cause));
}

/// The focus on the cause, with the link under the cursor chosen.
pub fn open(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    let (table, Some((row, column))) = table(open) else { return };
    let Some(link) = table.links_at(row, column).next().cloned() else {
        app.message = app.lang.words().says.no_link_in_cell.to_owned();
        return;
    };
    let cause = table.causes[row].clone();
    show(app, View::Focus);
    if let Some(open) = app.open.as_mut() {
        open.jump(cause, View::Matrix);
        open.link = Some(link);
    }
}

/// A click on a cell: goes there, or opens it if the cursor is there.
pub fn click(app: &mut App, at: (usize, usize)) {
    let Some(own) = app.open.as_mut() else { return };
    let (table, now) = table(own);
    if now == Some(at) {
        return open(app);
    }
    stand(own, &table, at);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::screen::Player;
    use crate::tui::update::played::{connect, player, press};

    fn own(player: &Player) -> &OpenMap {
        player.app.open.as_ref().expect("open")
    }

    /// Three cards in a row on one level: `trust → story-heard → shared-view`.
    fn chain() -> Player {
        let mut player = player();
        connect(&mut player, "", "story-heard");
        press(&mut player, "<esc>/story<enter>");
        connect(&mut player, "-", "shared-view");
        press(&mut player, "<esc>");
        player
    }

    #[test]
    fn enter_goes_to_the_link_and_says_where_there_is_none() {
        let mut player = chain();
        press(&mut player, "9<home>");
        let (table, at) = table(own(&player));
        assert_eq!((table.links.len(), at.map(|at| at.0)), (2, Some(0)));
        press(&mut player, "<tab><tab><tab><enter>");
        assert_eq!(player.app.view, View::Focus);
        let link = own(&player).link.clone().expect("a link");
        assert!(own(&player).card.as_ref() == Some(&link.from), "{link}");
        assert!(table.links.contains(&link));
        press(&mut player, "<backspace>");
        assert_eq!(player.app.view, View::Matrix);
        // The two links stand across each other: the other cell of the row is empty.
        let (_, Some((_, column))) = self::table(own(&player)) else { panic!("a cell") };
        press(&mut player, if column == 0 { "<right><enter>" } else { "<left><enter>" });
        assert_eq!(player.app.view, View::Matrix);
        assert!(player.app.message.contains("No link here"), "{}", player.app.message);
    }

    #[test]
    fn kinds_of_places_go_round() {
        let mut player = chain();
        press(&mut player, "9");
        let first = own(&player).matrix_of();
        for _ in 0..4 {
            press(&mut player, "zm");
        }
        assert_eq!(own(&player).matrix_of().kind(), first.kind());
    }
}
