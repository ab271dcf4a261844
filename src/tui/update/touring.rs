//! The tour: how it begins, goes on and ends.

use super::{command, files};
use crate::tui::app::{App, Then};
use crate::tui::guide::keyed;

/// Begins the tour, puts it away, or takes it up again.
pub fn toggle(app: &mut App) {
    match app.tour.as_mut() {
        Some(tour) if tour.shown => put_away(app),
        Some(tour) => tour.shown = true,
        None => begin(app),
    }
}

/// Begins the tour from its first step, after work that is not saved was asked about.
pub fn begin(app: &mut App) {
    files::leave(app, Then::Tour);
}

/// Puts the tour away, and says how to take it up again.
pub fn put_away(app: &mut App) {
    if let Some(tour) = app.tour.as_mut() {
        tour.shown = false;
        app.message = keyed(app, app.lang.words().guide.tour_closed);
    }
}

/// Goes on to the next step without doing this one; behind the last one the tour ends.
pub fn skip(app: &mut App) {
    let (Some(tour), Some(open)) = (app.tour.as_mut(), app.open.as_ref()) else {
        begin(app);
        return;
    };
    if !tour.shown {
        tour.shown = true;
    } else if !tour.next(open) {
        app.tour = None;
    } else if let Some(view) = tour.step().screen().filter(|own| *own != app.view) {
        // Who did not do the last step is not where the next one begins.
        command::show(app, view);
    }
}

/// Goes back to the step before, and to its screen.
pub fn step_back(app: &mut App) {
    let (Some(tour), Some(open)) = (app.tour.as_mut(), app.open.as_ref()) else {
        begin(app);
        return;
    };
    tour.shown = true;
    if !tour.back(app.view, open) {
        return;
    }
    if let Some(view) = tour.step().screen().filter(|own| *own != app.view) {
        command::show(app, view);
    }
}

/// Looks whether the step was done, and whether the map is still the tour's.
pub fn look(app: &mut App) {
    let (Some(tour), Some(open)) = (app.tour.as_mut(), app.open.as_ref()) else {
        app.tour = None;
        return;
    };
    if tour.opening != open.opening {
        app.tour = None;
        app.message = app.lang.words().guide.tour_ended.to_owned();
        return;
    }
    tour.watch(app.view, open);
    if tour.shown && tour.is_done(app.view, open) && !tour.next(open) {
        app.tour = None;
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Lang;
    use crate::tui::app::Start;
    use crate::tui::open::Sheet;
    use crate::tui::screen::{PlayOptions, Player};
    use crate::tui::tour::Step;
    use crate::tui::update::played::press;

    fn touring() -> Player {
        let bundled = crate::file::bundled().iter().find(|map| map.name == "complex-needs").expect("bundled");
        let map = crate::file::read(bundled.text).expect("a map").to_map().expect("without faults");
        let options = PlayOptions { size: (100, 30), lang: Lang::En, ..PlayOptions::default() };
        let mut player = Player::new(Start::Map(Box::new(Sheet::unsaved(map))), &options);
        let open = player.app.open.as_ref().expect("open");
        player.app.tour = Some(crate::tui::tour::Tour::new(open));
        player
    }

    fn step(player: &Player) -> Step {
        player.app.tour.as_ref().expect("on tour").step()
    }

    #[test]
    fn whatever_stands_in_the_way_of_following_links_is_said() {
        let mut player = touring();
        press(&mut player, "<down>");
        assert_eq!(step(&player), Step::Walk);
        press(&mut player, "5");
        assert!(player.screen().contains("done on the board: 1 takes you there"), "{}", player.screen());
        press(&mut player, "1>");
        assert!(player.screen().contains("One link walked"), "{}", player.screen());
        press(&mut player, "<lt><lt>");
        assert_eq!(step(&player), Step::Stairs, "there and further the other way is a chain of two");
        player.app.open.as_mut().expect("open").card = None;
        press(&mut player, "<s-f8>");
        assert!(player.screen().contains("First choose a card"), "{}", player.screen());
    }

    #[test]
    fn every_step_is_reached_forwards_and_again_backwards() {
        let mut player = touring();
        for wanted in Step::ALL {
            assert_eq!(step(&player), wanted);
            if wanted != Step::End {
                press(&mut player, "<f8>");
            }
        }
        for wanted in Step::ALL.iter().rev().skip(1) {
            press(&mut player, "<s-f8>");
            assert_eq!(step(&player), *wanted);
        }
        press(&mut player, "<s-f8>");
        assert_eq!(step(&player), Step::Look);
        // The same two links again are a chain as well.
        press(&mut player, "<down><f8>1<f8><s-f8><s-f8>");
    }

    #[test]
    fn a_step_that_was_skipped_leads_to_the_screen_of_the_next() {
        let bundled = crate::file::bundled().iter().find(|map| map.name == "complex-needs").expect("bundled");
        let map = crate::file::read(bundled.text).expect("a map").to_map().expect("without faults");
        let options = PlayOptions { size: (100, 30), lang: Lang::En, ..PlayOptions::default() };
        for elsewhere in ["4", "5", "8"] {
            let mut player = Player::new(Start::Map(Box::new(Sheet::unsaved(map.clone()))), &options);
            let open = player.app.open.as_ref().expect("open");
            player.app.tour = Some(crate::tui::tour::Tour::new(open));
            while let Some(step) = player.app.tour.as_ref().map(crate::tui::tour::Tour::step) {
                if step == Step::Missing || step == Step::End {
                    break;
                }
                press(&mut player, &format!("{elsewhere}<f8>"));
                let next = player.app.tour.as_ref().expect("it goes on").step();
                let wanted = next.screen().unwrap_or(player.app.view);
                assert_eq!(player.app.view, wanted, "{next:?}");
            }
        }
    }
}
