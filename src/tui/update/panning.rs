//! The view moves over the board and the selection stays. What moves the selection brings its card back into sight.

use super::full;
use crate::command::Command;
use crate::layout::board::Board;
use crate::tui::app::App;
use crate::tui::view::board::Pan;

/// Moves the view of the board by a command: the full board by a part of the window, else by a column, a band, or a card
/// in cells that do not show all of theirs. Says so where nothing more is that way.
pub fn go(app: &mut App, way: Command) {
    let (across, down): (i32, i32) = match way {
        Command::ViewUp => (0, -1),
        Command::ViewDown => (0, 1),
        Command::ViewLeft => (-1, 0),
        _ => (1, 0),
    };
    if full::shown(app).is_some() {
        let size = app.hits.window.as_ref().map_or((0, 0), |window| (window.area.width, window.area.height));
        let part = |cells: u16| i32::from(cells / PART).max(1);
        full::pan(app, across * part(size.0), down * part(size.1));
        return;
    }
    let Some(picture) = &app.hits.picture else { return };
    let Some(open) = app.open.as_mut() else { return };
    match moved(&picture.board, open.look.pan, across, down) {
        Some(pan) => open.look.pan = pan,
        None => app.message = app.lang.words().sheet.no_more.to_owned(),
    }
}

/// The full board moves by one of so many parts of what is in sight.
const PART: u16 = 4;

/// Where the view of a board is when it goes on that way; none where nothing more is there.
fn moved(board: &Board, pan: Pan, across: i32, down: i32) -> Option<Pan> {
    let next = |(shown, all): &(std::ops::Range<usize>, usize), on: bool| match on {
        true => (shown.end < *all).then_some(shown.start + 1),
        false => shown.start.checked_sub(1),
    };
    if across != 0 {
        return next(&board.columns, across > 0).map(|column| Pan { column: Some(column), ..pan });
    }
    let band = next(&board.bands, down > 0).map(|band| Pan { band: Some(band), ..pan });
    let cards = match down > 0 {
        // What was asked for and is more than there is to pass over has come to its end.
        true if board.hidden.is_empty() || pan.cards > board.scroll => None,
        true => Some(board.scroll + 1),
        false => board.scroll.checked_sub(1),
    };
    let cards = cards.map(|cards| Pan { cards, ..pan });
    // Down to the last band, then on within cells; and up the same way back.
    if down > 0 { band.or(cards) } else { cards.or(band) }
}

#[cfg(test)]
mod tests {
    use crate::map::{Area, Frame, Kind, Level, Map, Node, NodeId};
    use crate::tui::screen::{PlayOptions, play};
    use crate::tui::{Sheet, Start};

    /// Twenty areas and twelve levels, with a card where they have the same place.
    fn map() -> Map {
        let id = |letter: char, n: usize| format!("{letter}{n:02}");
        let area = |n: usize| Area { id: id('a', n).as_str().into(), ..Area::default() };
        let level = |n: usize| Level {
            id: id('l', n).as_str().into(),
            name: format!("Level {n:02}"),
            ..Level::default()
        };
        let mut map = Map::new("x").with_frame(Frame {
            areas: (0..20).map(area).collect(),
            levels: (0..12).map(level).collect(),
            ..Frame::default()
        });
        for n in 0..20 {
            let mut node = Node::new(Kind::Cause, format!("Card {n:02}"));
            node.area = Some(id('a', n).as_str().into());
            node.level = Some(id('l', n % 12).as_str().into());
            map.insert_node(NodeId::new(id('n', n)), node).expect("new");
        }
        map
    }

    fn screen(keys: &str, size: (u16, u16)) -> String {
        let options = PlayOptions { keys: keys.to_owned(), size, ..PlayOptions::default() };
        play(Start::Map(Box::new(Sheet::unsaved(map()))), &options).expect("keys").text
    }

    /// Small enough that columns and bands are out of sight.
    const SIZE: (u16, u16) = (60, 16);

    #[test]
    fn the_view_goes_to_the_last_column_and_back_while_the_card_stays_selected() {
        let first = screen("", SIZE);
        assert!(first.contains("Card 00") && !first.contains("a19"), "{first}");
        let right = screen(&"<a-right>".repeat(25), SIZE);
        assert!(right.contains("a19") && right.contains("Nothing more that way."), "{right}");
        let back = screen(&("<a-right>".repeat(3) + &"<a-left>".repeat(3)), SIZE);
        assert!(back.contains("Card 00") && !back.contains("Nothing"), "{back}");
    }

    #[test]
    fn bands_out_of_sight_are_reached_in_both_zooms_of_the_home_board() {
        for zoom in ["", "-"] {
            // Card 00 is on the lowest level.
            let up = screen(&format!("{zoom}{}", "z<up>".repeat(12)), SIZE);
            assert!(up.contains("Level 11") && !up.contains("Level 00 "), "{zoom}:\n{up}");
        }
    }

    #[test]
    fn a_step_is_the_same_as_if_nobody_had_looked_around() {
        for zoom in ["", "-"] {
            for way in ["<right>", "<up>", "/Card 03<enter>"] {
                let around = screen(&format!("{zoom}<a-right><a-right><a-up>{way}"), SIZE);
                assert_eq!(around, screen(&format!("{zoom}{way}"), SIZE), "{zoom}{way}");
            }
        }
    }

    #[test]
    fn the_full_board_moves_by_a_part_and_a_card_that_is_found_comes_into_sight() {
        let first = screen("+", SIZE);
        let right = screen(&("+".to_owned() + &"<a-right>".repeat(3)), SIZE);
        assert!(first.contains("Card 00") && !right.contains("│ Card 00"), "{right}");
        let found = screen(&("+".to_owned() + &"<a-right>".repeat(3) + "/Card 00<enter>"), SIZE);
        assert!(found.contains("Card 00"), "{found}");
        let other = screen(&("+".to_owned() + &"<a-right>".repeat(3) + "/Card 19<enter>"), SIZE);
        assert!(other.contains("Card 19"), "{other}");
    }
}
