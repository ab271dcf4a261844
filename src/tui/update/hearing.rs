//! What keys do on the screen of who hears whom: from the ladder to what the map shows and back, showing an
//! observation, setting it aside with a reason and taking it out again.

use super::command::{show, show_loop};
use super::{edit, loops, naming};
use crate::analysis::observe::MOST_SHOWN;
use crate::analysis::observe::subject::Shows;
use crate::command::{Command, View};
use crate::map::{LinkId, NodeId, verb};
use crate::text::words::says::first_words;
use crate::tui::app::App;
use crate::tui::heard::Row;
use crate::tui::naming::Name;
use crate::tui::only::Only;
use crate::tui::open::{OpenMap, Shown};

/// From the ladder to the first observation, from there to the first step; and the other way round.
pub fn other_part(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    // What the map shows stands beside the ladder, not beside the table.
    if std::mem::take(&mut open.heard.table) {
        open.rung = 0;
    }
    let rows = open.heard_rows();
    let below = rows.iter().position(|row| !matches!(row, Row::Rung(_)));
    open.rung = match (rows.get(open.rung), below) {
        (Some(Row::Rung(_)), Some(at)) => at,
        (Some(Row::Rung(_)) | None, _) => {
            app.message = app.lang.words().hearing.nothing_shown.to_owned();
            open.rung
        }
        _ => 0,
    };
    open.inspector_from = 0;
}

/// The ladder and what the map shows, or the table of levels instead.
pub fn table(app: &mut App) {
    if let Some(open) = app.open.as_mut() {
        open.heard.table = !open.heard.table;
        // The table has steps and nothing else.
        if open.heard.table && open.rung >= open.rungs() {
            open.rung = 0;
        }
    }
}

/// All that the map shows, or the best of it alone. The cursor stays on its observation while that is listed.
pub fn all(app: &mut App) {
    let words = &app.lang.words().hearing;
    let Some(open) = app.open.as_mut() else { return };
    if open.observed().open.len() <= MOST_SHOWN {
        app.message = words.all_are_shown.to_owned();
        return;
    }
    let row = open.heard_row();
    open.heard.all = !open.heard.all;
    let rows = open.heard_rows();
    let first = rows.iter().position(|own| !matches!(own, Row::Rung(_))).unwrap_or(0);
    open.rung = rows.iter().position(|own| Some(*own) == row).unwrap_or(first);
}

/// Folds the parts of levels on the ladder, or unfolds them.
pub fn fold(app: &mut App) {
    let words = app.lang.words();
    let Some(open) = app.open.as_mut() else { return };
    if open.map.levels().iter().all(|own| own.part_of.is_none()) {
        app.message = words.around.no_parts.to_owned();
        return;
    }
    if open.heard.table {
        app.message = words.hearing.table_is_whole.to_owned();
        return;
    }
    let row = open.heard_row();
    open.heard.folded = !open.heard.folded;
    // The cursor stays on an observation; on the ladder it goes to the first step.
    let rows = open.heard_rows();
    open.rung = match row {
        Some(Row::Rung(_)) | None => 0,
        row => rows.iter().position(|own| Some(*own) == row).unwrap_or(0),
    };
    app.message =
        if open.heard.folded { words.hearing.parts_folded } else { words.hearing.parts_shown }.to_owned();
}

/// Enter: a step shows what runs there, an observation shows itself, the heading lists what was set aside.
pub fn open(app: &mut App) {
    match app.open.as_ref().and_then(OpenMap::heard_row) {
        Some(Row::Seen(_) | Row::Aside(_)) => show_here(app),
        Some(Row::AsideHeading) => {
            if let Some(open) = app.open.as_mut() {
                open.heard.aside = !open.heard.aside;
            }
        }
        Some(Row::Rung(_)) | None => app.toggle_inspector(),
    }
}

/// Goes to what the observation of the cursor is about.
fn show_here(app: &mut App) {
    let Some(shows) = app.open.as_ref().and_then(|open| Some(open.observation_here()?.shows())) else {
        return;
    };
    match shows {
        Shows::Card(id) => focus(app, id, None),
        Shows::Link(link) => focus(app, link.from.clone(), Some(link)),
        Shows::Way(links) => way(app, &links),
        Shows::WouldBe(_) => {
            show(app, View::Loops);
            loops::show_only(app, Some(Only::WouldBe));
        }
        Shows::Loop(id) => {
            let at = app.open.as_ref().and_then(|open| {
                open.circles.all.iter().position(|circle| circle.named.as_ref() == Some(&id))
            });
            show(app, View::Staircase);
            if let (Some(open), Some(at)) = (app.open.as_mut(), at) {
                // The observation was followed: nothing needs to be said of what is shown.
                app.message.clear();
                show_loop(open, at);
            }
        }
        Shows::Level(level) => card_where(app, |node| node.level.as_ref() == Some(&level)),
        Shows::Area(area) => card_where(app, |node| node.area.as_ref() == Some(&area)),
    }
}

/// The focus on a card, a link of it chosen.
fn focus(app: &mut App, card: NodeId, link: Option<LinkId>) {
    show(app, View::Focus);
    if let Some(open) = app.open.as_mut() {
        open.jump(card, View::Levels);
        open.link = link;
    }
}

/// Links in a row as a staircase.
fn way(app: &mut App, links: &[LinkId]) {
    show(app, View::Staircase);
    let Some(open) = app.open.as_mut() else { return };
    let Some(first) = links.first() else { return };
    open.jump(first.from.clone(), View::Levels);
    open.trail = crate::tui::trail::Trail::default();
    open.select(first.from.clone());
    for link in links {
        let Some(card) = open.card.clone() else { break };
        open.trail.walk(&card, link);
        open.select(link.to.clone());
    }
    open.shown = Shown::Trail;
    open.step = open.trail.at();
    // What the staircase would have shown without it was not asked for.
    app.message.clear();
}

fn card_where(app: &mut App, is: impl Fn(&crate::map::Node) -> bool) {
    let card = app
        .open
        .as_ref()
        .and_then(|open| open.map.nodes().find(|(_, node)| is(node)).map(|(id, _)| id.clone()));
    show(app, View::Board);
    if let (Some(open), Some(card)) = (app.open.as_mut(), card) {
        open.jump(card, View::Levels);
    }
}

/// Asks why the observation of the cursor is set aside; takes one that is set aside out again.
pub fn note(app: &mut App) {
    let lang = app.lang;
    let Some(open) = app.open.as_ref() else { return };
    let Some(own) = open.observation_here() else {
        let words = &lang.words().hearing;
        let heading = open.heard_row() == Some(Row::AsideHeading);
        app.message = if heading { words.unfold_first } else { words.choose_an_observation }.to_owned();
        return;
    };
    if matches!(open.heard_row(), Some(Row::Aside(_))) {
        let what = first_words(&own.sentence(&open.map, lang));
        let deed = verb::take_out(&open.map, &own.key(), &what);
        edit::commit_some(app, deed);
        return;
    }
    let name = Name::Aside(Box::new(own.clone()), lang);
    naming::begin(app, name);
}

/// One row up or down; left and right fold what was set aside.
pub fn step(app: &mut App, way: Command) {
    let Some(open) = app.open.as_mut() else { return };
    let rows = if open.heard.table { open.rungs() } else { open.heard_rows().len() };
    let last = rows.saturating_sub(1);
    match way {
        Command::Up => open.rung = open.rung.saturating_sub(1),
        Command::Down => open.rung = (open.rung + 1).min(last),
        Command::Left | Command::Right if open.heard_row() == Some(Row::AsideHeading) => {
            open.heard.aside = way == Command::Right;
        }
        _ => {}
    }
    open.inspector_from = 0;
}

#[cfg(test)]
mod tests {
    use crate::command::View;
    use crate::text::Lang;
    use crate::tui::app::Start;
    use crate::tui::heard::Row;
    use crate::tui::open::Sheet;
    use crate::tui::screen::{PlayOptions, Player};
    use crate::tui::update::played::press;

    /// The bundled case on the screen of who hears whom.
    fn case(keys: &str) -> Player {
        sized(&format!("5{keys}"), (80, 24))
    }

    fn sized(keys: &str, size: (u16, u16)) -> Player {
        let bundled = crate::file::bundled().iter().find(|map| map.name == "complex-needs").expect("bundled");
        let map = crate::file::read(bundled.text).expect("a map").to_map().expect("without faults");
        let options = PlayOptions { size, lang: Lang::En, ..PlayOptions::default() };
        let mut player = Player::new(Start::Map(Box::new(Sheet::unsaved(map))), &options);
        press(&mut player, keys);
        player
    }

    fn row(player: &Player) -> Option<Row> {
        player.app.open.as_ref().and_then(super::OpenMap::heard_row)
    }

    #[test]
    fn the_circle_of_an_observation_is_shown_because_it_was_asked_for() {
        let player = case("<tab><end><enter>");
        assert_eq!(player.app.view, View::Staircase);
        assert_eq!(player.app.message, "");
    }

    #[test]
    fn tab_goes_between_the_ladder_and_what_the_map_shows() {
        assert_eq!(row(&case("")), Some(Row::Rung(0)));
        assert_eq!(row(&case("<tab>")), Some(Row::Seen(0)));
        assert_eq!(row(&case("<tab>j<tab>")), Some(Row::Rung(0)));
        // The last step is the line from the bottom to the top; below it the first observation stands.
        assert_eq!(row(&case("jjjjjj")), Some(Row::Seen(0)));
        assert_eq!(row(&case("<end>")), Some(Row::Seen(6)));
    }

    #[test]
    fn enter_shows_what_an_observation_is_about_and_back_leads_back() {
        // The missing link of the whole line, chosen in the focus on who would tell.
        let mut player = case("<tab><enter>");
        assert_eq!(player.app.view, View::Focus);
        let open = player.app.open.as_ref().expect("open");
        assert_eq!(open.card.as_ref().map(ToString::to_string).as_deref(), Some("parents"));
        assert_eq!(open.link.as_ref().map(|link| link.to.to_string()).as_deref(), Some("ministries"));
        press(&mut player, "<esc><backspace>");
        assert_eq!(player.app.view, View::Levels);
        assert_eq!(row(&player), Some(Row::Seen(0)));
        // A named loop climbs.
        let loop_ = case("<end><enter>");
        assert_eq!(loop_.app.view, View::Staircase);
        assert!(loop_.screen().contains("Repair before prevention"), "{}", loop_.screen());
        // A card.
        assert_eq!(
            case("<tab>jj<enter>").app.open.as_ref().and_then(|open| open.card.clone()),
            Some("ministries".into())
        );
    }

    #[test]
    fn an_observation_is_set_aside_with_a_reason_taken_out_and_undone() {
        let mut player = case("<tab>n");
        assert!(player.screen().contains("Why is this set aside?"), "{}", player.screen());
        press(&mut player, "<enter>");
        assert!(player.screen().contains("It needs a reason."), "{}", player.screen());
        press(&mut player, "Known;<space>in<space>journey<space>3<enter>");
        let open = player.app.open.as_ref().expect("open");
        let (key, aside) = open.map.set_aside().iter().next().expect("one");
        assert_eq!(
            (key.as_str(), aside.reason.join("")),
            ("weak-way-up users system", "Known; in journey 3".to_owned())
        );
        assert!(!aside.rests_on.is_empty());
        assert_eq!(open.seen().len(), 7, "the next one comes up");
        press(&mut player, "<end>");
        assert!(player.screen().contains("Set aside: 1"), "{}", player.screen());
        press(&mut player, "<enter>j");
        assert_eq!(row(&player), Some(Row::Aside(0)));
        assert!(player.screen().contains("Known; in journey 3"), "{}", player.screen());
        press(&mut player, "n");
        assert!(player.app.open.as_ref().expect("open").map.set_aside().is_empty());
        press(&mut player, "u");
        assert_eq!(player.app.open.as_ref().expect("open").map.set_aside().len(), 1);
        press(&mut player, "u");
        assert!(player.app.open.as_ref().expect("open").map.set_aside().is_empty());
    }

    #[test]
    fn all_that_the_map_shows_can_be_reached() {
        let mut player = case("<tab>");
        assert!(player.screen().contains("(7 of 43; + all)"), "{}", player.screen());
        press(&mut player, "+<end>");
        assert_eq!(row(&player), Some(Row::Seen(42)));
        assert!(player.screen().contains("43 Nobody holds"), "{}", player.screen());
        press(&mut player, "<up>+");
        assert_eq!(row(&player), Some(Row::Seen(0)), "what it stood on is not listed any more");
    }

    #[test]
    fn the_heading_over_what_was_set_aside_says_what_to_do_there() {
        let mut player = case("<tab>nKnown<enter><end>");
        assert_eq!(row(&player), Some(Row::AsideHeading));
        let foot = |player: &Player| player.screen().lines().last().unwrap_or_default().to_owned();
        assert!(foot(&player).contains("Enter unfold"), "{}", foot(&player));
        press(&mut player, "n");
        assert!(player.app.message.starts_with("Enter lists what was set aside"), "{}", player.app.message);
        press(&mut player, "<enter>");
        assert!(foot(&player).contains("Enter fold"), "{}", foot(&player));
    }

    #[test]
    fn what_would_slow_itself_is_shown_as_the_loops_that_would() {
        let mut player = case("<tab>j<enter>");
        assert_eq!(player.app.view, View::Loops);
        assert!(player.screen().contains("(B4)"), "{}", player.screen());
        press(&mut player, "<backspace>");
        assert_eq!((player.app.view, row(&player)), (View::Levels, Some(Row::Seen(1))));
    }

    #[test]
    fn one_verdict_is_said_in_the_same_words_everywhere() {
        for keys in ["", "zf", "m"] {
            let screen = sized(&format!("5{keys}"), (120, 40)).screen();
            let words = screen.split_whitespace().collect::<Vec<_>>().join(" ");
            // In the table a verdict goes on in the row below, with other columns between.
            let parts: &[&str] = if keys == "m" {
                &["weak in the line,", "works past it"]
            } else {
                &["weak in the line, works past it"]
            };
            assert!(parts.iter().all(|part| words.contains(part)), "{keys}: {screen}");
        }
    }

    #[test]
    fn parts_are_folded_and_levels_stand_as_a_table() {
        assert!(case("").screen().contains("The system · Directorates"));
        let folded = case("zf");
        assert!(
            !folded.screen().contains("Directorates")
                && folded.screen().contains("weak       in the line, works past it"),
            "{}",
            folded.screen()
        );
        let table = case("m").screen();
        assert!(table.contains("22 / 1") && table.contains("1 / 17"), "{table}");
        assert!(case("mm").screen().contains("The whole line"));
    }

    #[test]
    fn a_signal_stands_on_the_side_that_the_verdict_counts_it_on() {
        // Folded, who leaves out the county governor tells past the line, as on the step to the governor alone.
        for keys in ["zf<enter>", "jj<enter>"] {
            let said = sized(&format!("5{keys}"), (120, 100)).screen();
            let panel: Vec<String> =
                said.lines().filter_map(|line| Some(line.rsplit_once('│')?.1.into())).collect();
            let words = panel.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
            let upward = words.split_once("Told upward:").expect("a heading").1;
            let (line, past) = upward.split_once("Past the line:").expect("both sides");
            assert!(line.contains("weak in the"), "{words}");
            assert!(line.contains("«Municipal leadership»") && !line.contains("«Association"), "{line}");
            assert!(past.contains("«Association of municipalities»"), "{past}");
        }
        let screen = sized("5<tab>jjj", (120, 40)).screen();
        let words = screen.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("little comes back up in the line: at best weakly"), "{screen}");
        assert!(words.contains("past it: works."), "{screen}");
    }

    #[test]
    fn the_table_says_which_step_is_selected_and_how_to_leave() {
        let mut player = case("mjjj");
        let screen = player.screen();
        assert!(screen.contains("Between «Management and organisation» – «Practitioners»"), "{screen}");
        let marked = |name: &str| screen.lines().any(|line| line.starts_with(&format!("▸ {name}")));
        assert!(marked("2 Management") && marked("3 Practitioners") && !marked("1 The"), "{screen}");
        assert!(screen.lines().last().is_some_and(|line| line.contains("m ladder")), "{screen}");
        press(&mut player, "zf");
        assert!(player.app.message.starts_with("In the table levels stand whole"), "{}", player.app.message);
        press(&mut player, "<tab>");
        assert_eq!(row(&player), Some(Row::Seen(0)));
    }

    #[test]
    fn a_map_without_signals_says_how_to_begin() {
        let mut player = crate::tui::update::played::player();
        press(&mut player, "5");
        let screen = player.screen();
        assert!(screen.contains("Nobody has said yet who steers whom"), "{screen}");
    }
}
