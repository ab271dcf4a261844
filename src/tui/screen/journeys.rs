//! Whole ways through the editor, played by keys with real files: the tour, and a first map.

use super::*;
use crate::tui::guide::next_step;
use crate::tui::reading::read_sheet;
use crate::tui::tour::Step;

fn player(start: Start, size: (u16, u16), lang: Lang) -> Player {
    Player::new(start, &PlayOptions { size, lang, write: true, ..PlayOptions::default() })
}

fn press(player: &mut Player, keys: &str) {
    for play in read_script(keys).expect(keys) {
        player.press(&play);
    }
}

fn shown(player: &Player) -> String {
    text(player.stage.shown())
}

/// Every step goes on by the keys that it names, and by nothing before them.
#[test]
fn the_tour_goes_on_by_what_it_asks_for() {
    for lang in Lang::ALL {
        for size in [(80, 24), (120, 40)] {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("own.floke.ron");
            let word = lang.words().guide.find_word;
            let keep = format!("<c-s><c-u><paste:{}><enter>", path.display());
            let mut player = player(Start::Tour, size, lang);
            let down = "<down>".repeat(
                player
                    .app
                    .open
                    .as_ref()
                    .expect("open")
                    .circles
                    .all
                    .iter()
                    .position(|own| own.missing > 0)
                    .expect("one"),
            );
            let steps = [
                (Step::Look, "<up>".to_owned()),
                (Step::Walk, ">>".to_owned()),
                (Step::Stairs, "t".to_owned()),
                (Step::Loops, "4".to_owned()),
                (Step::Missing, format!("{down}<enter>")),
                (Step::Hears, "5".to_owned()),
                (Step::Find, format!("/{word}<enter>")),
                (Step::Add, "aNobody asks what may be done<enter>".to_owned()),
                (Step::Link, format!("<esc>c/{word}<enter>")),
                (Step::Back, format!("c<lt>/{word}<enter>")),
                (Step::Closed, "o".to_owned()),
                (Step::Undo, "u".to_owned()),
                (Step::Keep, keep),
            ];
            for (step, keys) in steps {
                let place = format!("{step:?} {lang:?} {size:?}");
                let tour = player.app.tour.clone().expect(&place);
                assert_eq!(tour.step(), step, "{place}\n{}", shown(&player));
                // The whole step is on the screen, and so are the keys that lead on and out.
                let said = tour.said(&player.app);
                let end = said.split_whitespace().last().expect("words");
                let head: Vec<String> = shown(&player).lines().take(6).map(str::to_owned).collect();
                for wanted in [end, "F8", "F9"] {
                    assert!(head.concat().contains(wanted), "{place}: {wanted}\n{}", shown(&player));
                }
                press(&mut player, &keys);
                let now = player.app.tour.as_ref().map(|tour| tour.at);
                assert_eq!(now, Some(tour.at + 1), "{place}\n{}", shown(&player));
            }
            assert_eq!(player.app.tour.as_ref().map(|tour| tour.step()), Some(Step::End));
            press(&mut player, "<f8>");
            assert_eq!(player.app.tour, None);
            read_sheet(&path).expect("it was saved");
        }
    }
}

#[test]
fn the_tour_is_never_in_the_way() {
    let mut player = player(Start::Tour, (80, 24), Lang::En);
    // Every step can be passed by, and the board takes its keys as always.
    for at in 1..Step::ALL.len() {
        press(&mut player, "<f8>");
        assert_eq!(player.app.tour.as_ref().map(|tour| tour.at), Some(at));
    }
    press(&mut player, "<esc>");
    assert!(!shown(&player).contains("Tour 14") && shown(&player).contains("F9"), "{}", shown(&player));
    press(&mut player, "<f9>");
    assert!(shown(&player).contains("Tour 14 of 14"));
    // On another map it ends.
    press(&mut player, "<c-n>Mine<enter><enter>");
    assert_eq!(player.app.tour, None);
    // From the start screen it begins anew.
    press(&mut player, "gh<home><down><down><enter>");
    assert_eq!(player.app.tour.as_ref().map(|tour| tour.at), Some(0));
}

/// From the start screen to a saved map with a circle, led on by what the screen names.
#[test]
fn a_first_map_is_led_from_step_to_step() {
    use crate::tui::guide::NextStep;
    for lang in Lang::ALL {
        for size in [(80, 24), (120, 40)] {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("bus.floke.ron");
            let keep = format!("<c-s><c-u><paste:{}><enter>", path.display());
            let mut player = player(Start::Shelf, size, lang);
            press(&mut player, "<c-n>Bus<enter><down><enter>");
            let next = |player: &Player| player.app.open.as_ref().and_then(next_step);
            for (step, key, keys) in [
                (NextStep::FirstCause, "a", "aQueues<enter>"),
                (NextStep::MoreCauses, "a", "Delay<enter>Fewer buses<enter><esc>"),
                (NextStep::FirstLink, "c", "aQueues -> Delay<enter><esc>"),
                (NextStep::FirstLoop, "c", "aDelay -> Queues<enter><esc>"),
                (NextStep::FirstSave, "Ctrl+s", &keep),
            ] {
                let screen = shown(&player);
                assert_eq!(next(&player), Some(step), "{screen}");
                let words = lang.words().guide.next_step;
                let line = screen.lines().find(|line| line.contains(words)).map(str::to_owned);
                if player.app.pane.is_none() {
                    let line = line.expect("the next step is named");
                    assert!(line.contains(key) && !line.contains('…'), "{line}");
                }
                press(&mut player, keys);
            }
            assert_eq!(next(&player), None);
            assert!(player.app.open.as_ref().is_some_and(|open| !open.unsaved()));
            let read = read_sheet(&path).expect("it was saved");
            let open = player.app.open.as_ref().expect("open");
            assert_eq!(*open.map, read.map);
            assert_eq!((read.map.node_count(), read.map.link_count(), read.map.levels().len()), (3, 2, 4));
        }
    }
}

#[test]
fn the_next_step_goes_away_when_told() {
    let mut player = player(Start::Shelf, (80, 24), Lang::En);
    press(&mut player, "<c-n>Bus<enter><enter>");
    assert!(shown(&player).contains("Next step"));
    press(&mut player, "<esc>");
    assert!(!shown(&player).contains("Next step"));
    press(&mut player, "<f6>");
    assert!(shown(&player).contains("Next step"));
}
