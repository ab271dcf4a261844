//! Where to act: what keys do there, and what the worker is asked for the screen that is open.

use super::command::show;
use super::walk::moved;
use crate::command::{Command, View};
use crate::tui::acting::Column;
use crate::tui::app::App;
use crate::tui::only::Only;
use crate::tui::question::Question;

/// Asks the worker for what the open screen shows and nobody knows yet. Nothing is asked twice of one state of the
/// map.
pub fn ask(app: &mut App) {
    let Some(open) = &app.open else { return };
    let wanted = match app.view {
        View::Loops => {
            let mut wanted = vec![Question::Loops(open.longest), Question::Total];
            match open.only {
                Some(Only::Cover) => wanted.push(Question::Independent),
                Some(Only::Settling) => wanted.push(Question::Settling(open.longest)),
                _ => {}
            }
            wanted.extend(open.would_be());
            wanted
        }
        // The loop that was shown may be one that would run now, or still is.
        View::Staircase if open.seeks() => open.would_be().into_iter().collect(),
        View::Acting => {
            let mut wanted = vec![Question::CutTold, Question::CutLoops, open.structure(), Question::Total];
            wanted.extend(open.between());
            wanted
        }
        View::Chains => open.chains().into_iter().collect(),
        View::Review | View::Board => open.reviewing().into_iter().collect(),
        _ => return,
    };
    for question in wanted {
        app.ask(&question);
    }
}

/// Up and down through all rows.
pub fn step(app: &mut App, way: Command) {
    go(app, |at, last| moved(at, way, last));
}

/// To another row; `to` gets the row of the cursor and the last one.
pub fn go(app: &mut App, to: impl Fn(usize, usize) -> usize) {
    let Some(open) = app.open.as_mut() else { return };
    let rows: usize = open.acting_parts().iter().map(|(_, cards)| cards.len()).sum();
    open.acting.at = to(open.acting.at.min(rows.saturating_sub(1)), rows.saturating_sub(1));
}

/// To the first row of the next part that has rows, or of the one before.
pub fn part(app: &mut App, next: bool) {
    let Some(open) = app.open.as_mut() else { return };
    let mut first = 0;
    let mut starts = Vec::new();
    for (_, cards) in open.acting_parts() {
        if !cards.is_empty() {
            starts.push(first);
        }
        first += cards.len();
    }
    let Some(own) = starts.iter().rposition(|&start| start <= open.acting.at) else { return };
    let to = if next { own + 1 } else { own + starts.len() - 1 } % starts.len();
    open.acting.at = starts[to];
}

/// Shows the card of the cursor.
pub fn open(app: &mut App) {
    let Some(card) = app.open.as_ref().and_then(|open| open.acting_card()) else { return };
    show(app, View::Focus);
    if let Some(open) = app.open.as_mut() {
        open.jump(card, View::Focus);
    }
}

/// Sorts the table by its next column; the cursor goes to its first row.
pub fn sort(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    let at = Column::ALL.iter().position(|own| *own == open.acting.sort).unwrap_or(0);
    open.acting.sort = Column::ALL[(at + 1) % Column::ALL.len()];
    open.acting.back = false;
    to_table(app);
}

/// Sorts the table the other way round.
pub fn sort_back(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    open.acting.back = !open.acting.back;
    to_table(app);
}

fn to_table(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    let parts = open.acting_parts();
    open.acting.at = parts[..parts.len() - 1].iter().map(|(_, cards)| cards.len()).sum();
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::played::{connect, player, press};
    use super::*;
    use crate::text::Lang;
    use crate::tui::Start;
    use crate::tui::screen::{PlayOptions, Player};
    use crate::tui::shelf::shelf;

    fn case(size: (u16, u16), lang: Lang) -> Player {
        let own =
            shelf().into_iter().find(|own| own.name == "complex-needs").expect("it comes with the program");
        let start = Start::Map(Box::new(own.sheet().expect("it opens")));
        Player::new(start, &PlayOptions { size, lang, ..PlayOptions::default() })
    }

    #[test]
    fn nothing_is_found_out_twice_of_one_state_and_nothing_before_somebody_looks() {
        let mut player = case((120, 40), Lang::En);
        press(&mut player, "jj23511");
        assert!(player.asked().iter().all(|(_, question)| matches!(question, Question::Loops(8))));
        assert_eq!(player.asked().len(), 1);
        press(&mut player, "/unused<enter>4W4<esc>WXquality<enter>WXcquality<enter>XRRWR4++W");
        // A change asks for the list, and for what the open screen shows.
        let before = player.asked().len();
        press(&mut player, "1/unused<enter><tab>s4");
        let after: Vec<_> = player.asked()[before..].iter().map(|(_, question)| question.clone()).collect();
        assert_eq!(after, [Question::Loops(12), Question::Total, Question::WouldBe(12)]);
        press(&mut player, "uWX4WUW");
        let asked: BTreeSet<_> = player.asked().iter().cloned().collect();
        assert_eq!(asked.len(), player.asked().len(), "{:?}", player.asked());
        let (first, _) = player.asked()[0];
        let first: BTreeSet<_> = asked.iter().filter(|(own, _)| *own == first).map(|(_, own)| own).collect();
        for wanted in [
            Question::Loops(8),
            Question::Loops(12),
            Question::Total,
            Question::CutTold,
            Question::CutLoops,
            Question::Structure(8),
            Question::Structure(12),
        ] {
            assert!(first.contains(&wanted), "{wanted:?} in {first:?}");
        }
        let pairs = first.iter().filter(|own| matches!(own, Question::Chains(..) | Question::Between(..)));
        assert_eq!(pairs.count(), 4, "{first:?}");
    }

    #[test]
    fn the_cards_named_break_every_loop_and_enter_shows_one() {
        let mut player = case((120, 40), Lang::En);
        press(&mut player, "W");
        let open = player.app.open.as_ref().expect("open");
        let every = open.acting_parts()[0].1.clone();
        assert!(!every.is_empty());
        let circles = open.circles.all.iter().filter(|circle| circle.runs());
        for circle in circles {
            assert!(every.iter().any(|card| circle.has(card)), "{circle:?}");
        }
        let said = format!("Acting on these {} at once breaks every loop:", every.len());
        assert!(player.screen().contains(&said), "{}", player.screen());
        press(&mut player, "j<enter>");
        assert_eq!(player.app.view, View::Focus);
        assert_eq!(player.app.open.as_ref().and_then(|open| open.card.clone()), every.get(1).cloned());
        press(&mut player, "<backspace>");
        assert_eq!(player.app.view, View::Acting);
    }

    #[test]
    fn the_table_can_be_sorted_by_each_column_and_the_other_way_round() {
        let mut player = case((120, 40), Lang::En);
        press(&mut player, "W");
        let mut firsts = BTreeSet::new();
        for column in Column::ALL {
            assert_eq!(player.app.open.as_ref().expect("open").acting.sort, column);
            for back in [false, true] {
                let open = player.app.open.as_ref().expect("open");
                let told = open.answers.structure(&open.structure()).expect("answered");
                let (_, cards) = &open.acting_parts()[4];
                let values: Vec<f64> = cards
                    .iter()
                    .filter_map(|card| {
                        let spot = told.snapshot.spot(card)?;
                        column.value(&told.what.standings[spot as usize], told.what)
                    })
                    .collect();
                let in_order = |pair: &[f64]| if back { pair[0] <= pair[1] } else { pair[0] >= pair[1] };
                assert!(values.windows(2).all(in_order), "{column:?} {back}: {values:?}");
                firsts.insert(cards.first().cloned());
                press(&mut player, "S");
            }
            press(&mut player, "s");
        }
        assert!(firsts.len() > 3, "{firsts:?}");
    }

    #[test]
    fn what_is_from_before_the_last_changes_stays_and_says_so() {
        let mut player = case((100, 30), Lang::En);
        press(&mut player, "/unused<enter>Wcquality<enter>");
        let link = player.app.open.as_ref().expect("open").circles.all[0].links[0].clone();
        let map = std::sync::Arc::clone(&player.app.open.as_ref().expect("open").map);
        let deed = crate::map::verb::remove(&map, &crate::map::Item::Link(link)).expect("there");
        let drawn = |player: &Player| {
            let mut buffer = ratatui::buffer::Buffer::empty(ratatui::layout::Rect::new(0, 0, 100, 30));
            crate::tui::view::draw(&player.app, &mut buffer);
            let symbols = buffer.content.iter().map(ratatui::buffer::Cell::symbol);
            symbols.collect::<String>()
        };
        assert!(!drawn(&player).contains("from before the last changes"));
        // The worker has not been asked yet.
        crate::tui::update::commit(&mut player.app, deed);
        let screen = drawn(&player);
        assert!(
            screen.contains("from before the last changes") && screen.contains("at once breaks every loop")
        );
        press(&mut player, "j");
        assert!(!drawn(&player).contains("from before the last changes"));
    }

    #[test]
    fn it_says_which_loops_were_judged_and_breaks_off_no_text() {
        for lang in Lang::ALL {
            for size in [(80, 24), (100, 30), (120, 40)] {
                let mut player = case(size, lang);
                press(&mut player, "4W");
                let screen = player.screen();
                let said = crate::text::words::says::over_every_loop(lang, Some((63, true)));
                let words = screen.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(words.contains(&said), "{screen}");
                // What the table does not say is said whole or not at all.
                let whole = crate::text::words::says::not_leverage(lang);
                let begins = whole.split(':').next().unwrap_or_default();
                assert_eq!(words.contains(begins), size.0 >= 116, "{size:?} {screen}");
            }
        }
    }

    #[test]
    fn a_map_without_links_says_how_to_make_one() {
        let mut player = player();
        press(&mut player, "W<enter><tab>sS");
        let screen = player.screen();
        assert!(screen.contains("no links yet") && screen.contains("on the board (1)"), "{screen}");
        press(&mut player, "1");
        connect(&mut player, "", "story-heard");
        press(&mut player, "Wcstory<enter>");
        let screen = player.screen();
        assert!(screen.contains("A link leads straight from «Trust» to"), "{screen}");
        press(&mut player, "R");
        assert!(player.screen().contains("No chain of causes leads from the one"), "{}", player.screen());
    }

    #[test]
    fn every_size_and_language_names_the_cards_and_what_they_do_not_say() {
        for lang in Lang::ALL {
            for size in [(80, 24), (100, 30), (120, 40), (200, 60)] {
                let mut player = case(size, lang);
                press(&mut player, "/unused<enter>Wcquality<enter><tab><tab><tab><tab>");
                let open = player.app.open.as_ref().expect("open");
                let card = open.acting_card().expect("a row");
                let screen = player.screen();
                assert!(screen.contains(&crate::tui::say::label(&open.map, &card)), "{size:?} {screen}");
            }
        }
    }

    #[test]
    fn what_was_asked_of_two_cards_stands_first_under_the_cursor() {
        let mut player = case((80, 24), Lang::En);
        press(&mut player, "/unused<enter>WjjjGcquality<enter>");
        let open = player.app.open.as_ref().expect("open");
        let [(part, cards), ..] = open.acting_parts();
        assert_eq!((*part, open.acting.at), (crate::tui::acting::Part::EveryChain, 0));
        assert_eq!(open.acting_card().as_ref(), cards.first());
        let screen = player.screen();
        let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text}: {screen}"));
        assert!(at("breaks every chain of causes") < at("breaks every loop"), "{screen}");
    }

    #[test]
    fn the_rows_are_kept_while_nothing_changes_and_a_loop_left_out_is_named() {
        let mut player = case((80, 24), Lang::En);
        press(&mut player, "W");
        let rows = |player: &Player| player.app.open.as_ref().expect("open").acting_parts()[4].1.as_ptr();
        let before = rows(&player);
        press(&mut player, "jjk<tab>");
        assert_eq!(rows(&player), before, "nothing is sorted anew for a step");
        assert!(player.screen().contains("Left out: «The way back up (missing)» does not run"));
        press(&mut player, "S");
        assert_ne!(rows(&player), before);
    }
}
