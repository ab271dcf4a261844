//! The list of loops played by keys on the bundled case.

use super::super::played::press;
use crate::map::verb;
use crate::text::Lang;
use crate::tui::Start;
use crate::tui::only::Only;
use crate::tui::question::Question;
use crate::tui::screen::{PlayOptions, Player};
use crate::tui::shelf::shelf;
use crate::tui::update::commit;

fn case() -> Player {
    sized((100, 30), Lang::En)
}

fn sized(size: (u16, u16), lang: Lang) -> Player {
    let own = shelf().into_iter().find(|own| own.name == "complex-needs").expect("it comes with the program");
    let start = Start::Map(Box::new(own.sheet().expect("it opens")));
    Player::new(start, &PlayOptions { size, lang, ..PlayOptions::default() })
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
        .filter(|&at| !open.circles.all[at].guest && touches(at, low.clone()) && touches(at, high.clone()))
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
    let runs: Vec<usize> = (0..open.circles.all.len()).filter(|&at| open.circles.all[at].runs()).collect();
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
fn loops_that_would_run_are_listed_and_leave_the_others_their_numbers() {
    let mut player = case();
    press(&mut player, "4");
    let open = player.app.open.as_ref().expect("open");
    let said = |player: &Player, at: usize| {
        crate::tui::say::loop_place(Lang::En, &player.app.open.as_ref().expect("open").circles.all[at])
    };
    let running: Vec<String> = (0..open.circles.all.len())
        .filter(|&at| open.circles.all[at].runs())
        .map(|at| said(&player, at))
        .collect();
    assert!(running.iter().all(|own| !own.starts_with('(')), "{running:?}");
    // The four of the case that the missing link would close: all slow themselves, and one has a name.
    press(&mut player, "zm");
    let order = player.app.open.as_ref().expect("open").loop_order();
    let names: Vec<String> = order.iter().map(|&at| said(&player, at)).collect();
    assert_eq!(names, ["(B1)", "(B2)", "(B3)", "(B4)"]);
    let screen = player.screen();
    assert!(screen.contains("Would run if the links marked missing were there (4 of up to 8"), "{screen}");
    assert!(screen.contains("(B1) The way back up"), "{screen}");
    press(&mut player, "j<enter>");
    assert_eq!(player.app.view, crate::command::View::Staircase);
    assert!(player.screen().contains("missing (+)"), "{}", player.screen());
    press(&mut player, "n");
    assert!(player.screen().contains("(B3)"), "{}", player.screen());
    // Under the list of all they are folded; the named one stands among the named ones already.
    press(&mut player, "4<esc><end>");
    let foot = |player: &Player| player.screen().lines().last().unwrap_or_default().to_owned();
    assert!(foot(&player).contains("Enter unfold"), "{}", foot(&player));
    press(&mut player, "<enter>");
    assert!(foot(&player).contains("Enter fold"), "{}", foot(&player));
    let rows = player.app.open.as_ref().expect("open").loop_rows();
    let ghosts: Vec<String> = rows[rows.len() - 3..]
        .iter()
        .map(|row| match row {
            crate::tui::loop_list::Row::Loop(at) => said(&player, *at),
            row => format!("{row:?}"),
        })
        .collect();
    assert_eq!(ghosts, ["(B2)", "(B3)", "(B4)"]);
    // Once the link is there, they are loops like others, and the one on the staircase stays there.
    press(&mut player, "<down><enter>");
    let shown = |player: &Player| player.app.open.as_ref().expect("open").stairs().0.to_vec();
    let links = shown(&player);
    let map = std::sync::Arc::clone(&player.app.open.as_ref().expect("open").map);
    let link = links.iter().find(|id| map.link(id).is_some_and(|own| own.missing)).expect("one").clone();
    let deed = verb::toggle_missing(&map, &link).expect("there");
    commit(&mut player.app, deed);
    assert!(player.app.message.contains("Closes 4 circles: 4 slow themselves."), "{}", player.app.message);
    press(&mut player, "<left>");
    let mut now = shown(&player);
    now.sort();
    let mut before = links;
    before.sort();
    assert_eq!(now, before);
    press(&mut player, "u4zm");
    assert_eq!(player.app.open.as_ref().expect("open").loop_order().len(), 4);
}

#[test]
fn a_map_without_a_missing_link_says_that_nothing_would_run() {
    let mut player = super::super::played::player();
    press(&mut player, "4zm");
    assert!(player.app.message.starts_with("No link is marked missing"), "{}", player.app.message);
    assert!(player.asked().iter().all(|(_, own)| !matches!(own, Question::WouldBe(_))));
}

#[test]
fn the_loops_through_all_levels_touch_each_of_them() {
    let mut player = case();
    press(&mut player, "4za");
    let open = player.app.open.as_ref().expect("open");
    let wholes = open.map.whole_levels().count();
    let wanted: Vec<usize> =
        (0..open.circles.all.len()).filter(|&at| open.circles.all[at].levels == wholes).collect();
    let listed = open.loop_order();
    assert!(!listed.is_empty() && listed.len() < open.circles.all.len());
    assert_eq!(listed, wanted.into_iter().filter(|&at| !open.circles.all[at].guest).collect::<Vec<_>>());
    assert!(player.screen().contains("Only those through all levels"), "{}", player.screen());
}

#[test]
fn no_two_loops_in_sight_read_alike() {
    for (size, lang) in [((80, 24), Lang::Nb), ((100, 30), Lang::En), ((120, 40), Lang::En)] {
        for keys in ["4", "4zu", "4zm"] {
            let mut player = sized(size, lang);
            press(&mut player, keys);
            let screen = player.screen();
            let rows: Vec<&str> = screen.lines().filter(|line| line.contains(" › ")).collect();
            let title = |row: &&str| row.chars().skip(7).take(usize::from(size.0) - 43).collect::<String>();
            let titles: Vec<String> = rows.iter().map(title).collect();
            let once: std::collections::BTreeSet<&String> = titles.iter().collect();
            assert_eq!(once.len(), titles.len(), "{keys} {size:?}: {titles:#?}");
        }
    }
}

#[test]
fn a_sign_is_settled_in_the_list_of_those_that_are_missing() {
    let mut player = case();
    press(&mut player, "/Families coord<enter><tab><tab>w?");
    let message = player.app.message.clone();
    assert!(message.starts_with("Took away the sign of"), "{message}");
    assert!(
        message.contains("3 circles can no longer be judged. 1 named: «Families hide the gap»."),
        "{message}"
    );
    press(&mut player, "4zs");
    let screen = player.screen();
    assert!(screen.contains("Enter focus   w + same direction   w - opposite direction"), "{screen}");
    assert!(screen.contains("Its sign decides: U1 «Families hide the gap»; U2 Complaints"), "{screen}");
    press(&mut player, "w-");
    let message = &player.app.message;
    assert!(message.starts_with("Settled the sign of") && message.contains("Decides 3 circles"), "{message}");
    assert_eq!(player.app.open.as_ref().and_then(|open| open.listed_settling()), None);
    press(&mut player, "<esc>w-");
    assert!(player.app.message.ends_with("without one: z s"), "{}", player.app.message);
}

#[test]
fn a_link_that_is_missing_all_of_a_sudden_says_which_circles_it_takes_along() {
    let mut player = case();
    press(&mut player, "/Families coord<enter><tab><tab>!");
    assert!(player.app.message.contains("Leaves out 3 circles: one feeds itself"), "{}", player.app.message);
    press(&mut player, "u");
    assert!(player.app.message.contains("Closes 3 circles: one feeds itself"), "{}", player.app.message);
    press(&mut player, "s");
    assert!(player.app.message.contains("Turns 3 circles: one slows itself"), "{}", player.app.message);
}

#[test]
fn a_long_reading_takes_the_rows_that_the_list_leaves_over() {
    let mut player = sized((100, 30), Lang::En);
    press(&mut player, "4zmj");
    let screen = player.screen();
    assert!(!screen.lines().rev().take(7).any(|line| line.contains('…')), "{screen}");
    assert!(screen.contains("Services pulling together") || screen.contains("unused"), "{screen}");
    // Where the list fills the screen, what the circle does is still said.
    let mut small = sized((80, 24), Lang::En);
    press(&mut small, "4jjj");
    assert!(small.screen().contains("The circle feeds itself"), "{}", small.screen());
}

#[test]
fn longer_loops_come_behind_those_that_are_there() {
    let mut player = case();
    press(&mut player, "4");
    let list = |player: &Player| -> Vec<_> {
        let all = player.app.open.as_ref().expect("open").circles.all.clone();
        all.into_iter().filter(|circle| !circle.guest).collect()
    };
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

#[test]
fn a_chosen_loop_is_numbered_on_the_board_and_traced_from_there() {
    for size in [(80, 24), (120, 40)] {
        let mut player = sized(size, Lang::En);
        press(&mut player, "t");
        assert!(player.screen().contains("Follow a link first"), "{}", player.screen());
        press(&mut player, "4<down><enter>1");
        assert!(player.screen().contains("The numbers on cards"), "{}", player.screen());
        let open = player.app.open.as_ref().expect("open");
        let cards: Vec<_> = open.chosen_loop().expect("a loop").cards().cloned().collect();
        let places: Vec<_> = cards.iter().map(|card| open.place_on_loop(card)).collect();
        assert_eq!(places, (1..=cards.len()).map(Some).collect::<Vec<_>>());
        press(&mut player, "t");
        assert_eq!(player.app.view, crate::command::View::Staircase);
        assert_eq!(player.app.open.as_ref().expect("open").stairs_cards(), cards);
    }
}

#[test]
fn the_full_board_goes_to_the_links_that_are_asked_for() {
    use crate::layout::canvas::Area;
    let mut player = sized((120, 40), Lang::En);
    // Links in sight, whether the selected card is, and whether it has drawn links.
    let seen = |player: &Player| {
        let open = player.app.open.as_ref().expect("open");
        let window = player.app.hits.window.as_ref().expect("a full board");
        let (links, card) = (open.full.links(), open.card.as_ref().expect("a card"));
        let off = window.plan.leaving(links, window.area, &window.squeeze);
        let own: Area = window.squeeze.area(window.plan.area_of(card).expect("on the sheet"));
        let whole = own.shared(window.area) == u32::from(own.width) * u32::from(own.height);
        (links.len() - off.beyond, whole, links.iter().any(|link| window.plan.joins(*link, Some(card))))
    };
    for nth in 1..=6 {
        press(&mut player, &format!("4{}<enter>1zezw", "<down>".repeat(nth)));
        let (links, whole, own) = seen(&player);
        assert!(links > 0 && (whole || !own), "loop {nth}: {}", player.screen());
    }
    for _ in 0..6 {
        press(&mut player, "zv");
        let (links, whole, own) = seen(&player);
        assert!(links > 0 && (whole || !own), "{}", player.screen());
    }
    // A step goes on from the selected card, which is in sight then.
    press(&mut player, "<left>");
    assert!(seen(&player).1, "{}", player.screen());
}

#[test]
fn an_actor_has_the_loops_through_what_it_holds_and_no_chains() {
    let mut player = sized((80, 24), Lang::En);
    press(&mut player, "0o");
    let screen = player.screen();
    assert!(screen.contains("through what is held by «Ministries» (4 and 1 missing)"), "{screen}");
    assert_eq!(player.app.open.as_ref().map(|open| open.loop_rows().len()), Some(5));
    press(&mut player, "0X");
    assert!(player.app.pane.is_none() && player.app.message.starts_with("No chain begins at an actor"));
}
