//! The list of loops: which of them it shows, and how long ones are looked for.

use super::choosing;
use crate::command::View;
use crate::text::words::acting::looking_up_to;
use crate::tui::app::App;
use crate::tui::choosing::{About, Choosing};
use crate::tui::circles::Search;
use crate::tui::job::LENGTHS;
use crate::tui::only::Only;

/// Asks which loops to show.
pub fn choose(app: &mut App) {
    let Some(open) = &app.open else { return };
    let words = &app.lang.words().acting;
    let mut choices = vec![None];
    // The link chosen last on a card: this screen has none of its own.
    choices.extend(
        open.link_before
            .iter()
            .filter(|link| open.map.link(link).is_some())
            .map(|link| Some(Only::Link(link.clone()))),
    );
    choices.extend(Only::choices(&open.map).into_iter().map(Some));
    let said = |only: &Option<Only>| match only {
        None => words.all_loops.to_owned(),
        Some(only) if only.is_place() => {
            format!("{} ({})", only.said(&open.map, app.lang), open.how_many_found(&only.of(open), app.lang))
        }
        Some(only) => only.said(&open.map, app.lang),
    };
    let rows = choices.iter().map(|only| (said(only), None)).collect();
    let at = choices.iter().position(|only| *only == open.only).unwrap_or(0);
    choosing::begin(
        app,
        Choosing { title: words.which_loops.to_owned(), about: About::Loops(choices), rows, at },
    );
}

/// Shows only those, or all.
pub fn show_only(app: &mut App, only: Option<Only>) {
    let Some(open) = app.open.as_mut() else { return };
    open.only = only;
    open.loop_row = 0;
    open.inspector_from = 0;
}

/// Only the loops from the lowest level to the highest, or all again.
pub fn up_and_down(app: &mut App) {
    let Some(open) = &app.open else { return };
    let only =
        (open.only != Some(Only::UpAndDown) && Only::UpAndDown.is_on(&open.map)).then_some(Only::UpAndDown);
    if only.is_none() && open.only.is_none() {
        app.message = app.lang.words().start.no_levels.to_owned();
    }
    show_only(app, only);
}

/// Only a few loops that cover every looped link, or the links whose settling decides most; or all again.
pub fn show_or_all(app: &mut App, only: Only) {
    let now = app.open.as_ref().and_then(|open| open.only.clone());
    show_only(app, Some(only).filter(|only| Some(only) != now.as_ref()));
}

/// Looks for longer loops, or chains on their screen.
pub fn longer(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    let words = &app.lang.words().acting;
    let next = LENGTHS.into_iter().find(|own| *own > open.longest);
    let refused = match (&open.circles.search, next) {
        (_, None) => Some(words.longest_already),
        (Search::Done(found), _) if app.view == View::Loops && found.stopped_by.is_some() => {
            Some(words.stopped_before)
        }
        (Search::Done(found), _) if app.view == View::Loops && !found.longer => Some(words.nothing_longer),
        _ if app.view == View::Chains && !open.longer_chains() => Some(words.nothing_longer),
        _ => None,
    };
    if let Some(refused) = refused {
        app.message = refused.to_owned();
        return;
    }
    let Some(longest) = next else { return };
    open.longest = longest;
    app.message = looking_up_to(app.lang, longest);
}

#[cfg(test)]
mod tests {
    use super::super::played::press;
    use crate::map::verb;
    use crate::tui::Start;
    use crate::tui::only::Only;
    use crate::tui::screen::{PlayOptions, Player};
    use crate::tui::shelf::shelf;
    use crate::tui::update::commit;

    fn case() -> Player {
        let own =
            shelf().into_iter().find(|own| own.name == "complex-needs").expect("it comes with the program");
        let start = Start::Map(Box::new(own.sheet().expect("it opens")));
        Player::new(start, &PlayOptions { size: (100, 30), ..PlayOptions::default() })
    }

    #[test]
    fn only_the_loops_asked_for_are_listed() {
        let mut player = case();
        press(&mut player, "4zu");
        let open = player.app.open.as_ref().expect("open");
        let levels: Vec<_> = open.map.whole_levels().map(|level| level.id.clone()).collect();
        let touches = |at: usize, level| {
            let on = |card| open.map.node(card).and_then(|node| open.map.whole_level(node.level.as_ref()?));
            open.circles.all[at].cards().any(|card| on(card).is_some_and(|own| own.id == level))
        };
        let (low, high) = (levels[0].clone(), levels[levels.len() - 1].clone());
        let wanted: Vec<usize> = (0..open.circles.all.len())
            .filter(|&at| touches(at, low.clone()) && touches(at, high.clone()))
            .collect();
        assert!(!wanted.is_empty() && wanted.len() < open.circles.all.len());
        assert_eq!(open.loop_order(), wanted);
        assert!(
            player.screen().contains("Only those from the lowest level to the highest"),
            "{}",
            player.screen()
        );
        press(&mut player, "<esc>");
        assert_eq!(player.app.open.as_ref().and_then(|open| open.only.clone()), None);
        // The link that was chosen on the board stands first after 'all'.
        press(&mut player, "1/whole picture<enter><tab>4vj<enter>");
        let open = player.app.open.as_ref().expect("open");
        let Some(Only::Link(link)) = open.only.clone() else { panic!("{:?}", open.only) };
        let along = (0..open.circles.all.len()).filter(|&at| open.circles.all[at].links.contains(&link));
        assert_eq!(open.loop_order(), along.collect::<Vec<_>>());
    }

    #[test]
    fn a_few_loops_cover_every_link_that_is_on_a_loop() {
        let mut player = case();
        press(&mut player, "4zd");
        let open = player.app.open.as_ref().expect("open");
        let order = open.loop_order();
        let links = |all: &[usize]| -> std::collections::BTreeSet<_> {
            all.iter().flat_map(|&at| open.circles.all[at].links.clone()).collect()
        };
        let runs: Vec<usize> =
            (0..open.circles.all.len()).filter(|&at| open.circles.all[at].runs()).collect();
        assert!(links(&order).is_superset(&links(&runs)));
        assert!(order.len() < runs.len(), "{order:?}");
        assert!(player.screen().contains("cover every looped link"), "{}", player.screen());
        // One that is longer than the list goes stands in it once the list goes as far.
        let guests = |player: &Player| -> Vec<usize> {
            let open = player.app.open.as_ref().expect("open");
            let own = open.loop_order().into_iter().map(|at| &open.circles.all[at]);
            own.filter(|circle| circle.guest).map(|circle| circle.links.len()).collect()
        };
        assert!(guests(&player).iter().any(|&links| (9..=12).contains(&links)));
        press(&mut player, "++");
        assert!(guests(&player).iter().all(|&links| links > 12), "{:?}", guests(&player));
        press(&mut player, "zd");
        assert_eq!(player.app.open.as_ref().and_then(|open| open.only.clone()), None);
    }

    #[test]
    fn the_sign_that_decides_most_comes_first_and_enter_goes_to_it() {
        let mut player = case();
        press(&mut player, "4zs");
        assert!(player.screen().contains("No sign is missing"), "{}", player.screen());
        let link = player.app.open.as_ref().expect("open").circles.all[0].links[0].clone();
        let map = std::sync::Arc::clone(&player.app.open.as_ref().expect("open").map);
        let deed = verb::set_link_field(&map, &link, "sign", &crate::map::Sign::Unknown).expect("other");
        commit(&mut player.app, deed);
        press(&mut player, "4");
        let open = player.app.open.as_ref().expect("open");
        let (first, settling) = open.settling(0).expect("one");
        let through = open.circles.all.iter().filter(|own| own.runs() && own.links.contains(&link)).count();
        assert_eq!((&first, settling.decides), (&link, through));
        assert!(player.screen().contains(&format!("decides {through}")), "{}", player.screen());
        press(&mut player, "<enter>");
        assert_eq!(player.app.view, crate::command::View::Focus);
        assert_eq!(player.app.open.as_ref().and_then(|open| open.link.clone()), Some(link));
    }

    #[test]
    fn a_named_loop_says_where_it_broke() {
        let mut player = case();
        let link = player.app.open.as_ref().expect("open").circles.all[0].links[0].clone();
        let deed = verb::remove(&player.app.open.as_ref().expect("open").map, &crate::map::Item::Link(link))
            .expect("there");
        commit(&mut player.app, deed);
        press(&mut player, "4");
        assert!(player.screen().contains("broke at «"), "{}", player.screen());
        press(&mut player, "u");
        assert!(!player.screen().contains("broke at"), "{}", player.screen());
    }

    #[test]
    fn longer_loops_come_behind_those_that_are_there() {
        let mut player = case();
        press(&mut player, "4");
        let list = |player: &Player| player.app.open.as_ref().expect("open").circles.all.clone();
        let before = list(&player);
        press(&mut player, "+");
        let after = list(&player);
        assert!(after.len() > before.len());
        assert_eq!(after[..before.len()], before);
        assert!(player.screen().contains("up to 10 links are shown"), "{}", player.screen());
        press(&mut player, "++");
        assert!(player.app.message.contains("Longer ones are not looked for"), "{}", player.app.message);
        // It is the list that a search for all of them gives at once.
        let all = list(&player);
        press(&mut player, "1/whole picture<enter><tab>ss4");
        assert_eq!(list(&player), all);
    }
}
