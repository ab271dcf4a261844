//! Which commands the last line names: those of the screen, fewer where what the cursor is on takes fewer, and those of
//! a link where one is chosen. What they are called and their keys are drawn elsewhere.

use crate::analysis::compare::Said;
use crate::command::{Command, View, hints};
use crate::tui::app::App;
use crate::tui::cast::Part;
use crate::tui::open::{OpenMap, Shown};
use crate::tui::setup::Section;
use crate::tui::unsettled::both_can_be;

/// On a chosen link: what one does to links, the most usual first.
const ON_A_LINK: [Command; 11] = [
    Command::Open,
    Command::Flip,
    Command::Delay,
    Command::Delete,
    Command::Edit,
    Command::Missing,
    Command::Help,
    Command::NextLink,
    Command::Reverse,
    Command::Find,
    Command::Palette,
];

/// On the staircase of a chain out of the list of chains.
const ON_A_CHAIN: [Command; 8] = [
    Command::NextLoop,
    Command::ShowChains,
    Command::ShowFocus,
    Command::Help,
    Command::RecordJourney,
    Command::Legend,
    Command::ShowBoard,
    Command::Palette,
];

/// In the list of links without a sign: to say it.
const ON_A_SIGN: [Command; 7] = [
    Command::Open,
    Command::SignPlus,
    Command::SignMinus,
    Command::LoopsOnly,
    Command::Help,
    Command::Find,
    Command::Palette,
];

/// On the staircase of a walk: it is no loop, so it has no next one and no name.
const ON_A_WALK: [Command; 7] = [
    Command::Back,
    Command::ShowFocus,
    Command::RecordJourney,
    Command::Help,
    Command::Legend,
    Command::ShowBoard,
    Command::Palette,
];

/// The commands to name now, the most useful first.
pub(super) fn hinted(app: &App) -> Vec<Command> {
    let mut named = of_screen(app);
    // What is narrowed looks whole, so the way out comes first.
    let narrowed = app.open.as_ref().is_some_and(|open| open.narrowing() > 0);
    if app.view == View::Board && narrowed {
        named.insert(0, Command::NarrowOff);
    }
    // What is picked waits for the key that changes it: where there is little room that one goes last.
    if app.view == View::Outline && app.open.as_ref().is_some_and(|open| open.picks() > 0) {
        named.retain(|command| *command != Command::BulkEdit);
        named.insert(0, Command::BulkEdit);
    }
    // Back to the list of changes, and out of it.
    if app.view == View::Board && app.open.as_ref().is_some_and(|open| open.review.is_some()) {
        named.splice(0..0, [Command::ShowReview, Command::ReviewEnd]);
    }
    named
}

fn of_screen(app: &App) -> Vec<Command> {
    let all = hints(app.view).iter().copied();
    match (app.view, app.open.as_ref()) {
        (View::Board | View::Focus, Some(open)) if open.link.is_some() => ON_A_LINK.to_vec(),
        (View::Loops, Some(open)) if open.listed_settling().is_some() => ON_A_SIGN.to_vec(),
        (View::Staircase, Some(open)) if open.climbs_listed_chain() => ON_A_CHAIN.to_vec(),
        (View::Staircase, Some(open)) if open.shown == Shown::Trail && !open.trail.is_empty() => {
            ON_A_WALK.to_vec()
        }
        (View::Levels, Some(open)) => {
            let on_one = open.observation_here().is_some();
            let mut named: Vec<_> = all.filter(|command| *command != Command::NoteIt || on_one).collect();
            if app.shows_inspector() {
                named.insert(1, Command::PageDown);
            }
            if open.heard.table {
                named
                    .retain(|own| ![Command::LevelTable, Command::FoldParts, Command::SeenAll].contains(own));
                named.insert(1.min(named.len()), Command::LevelTable);
            }
            named
        }
        (View::Chains, Some(open)) => all.filter(|command| works_on_chains(open, *command)).collect(),
        (View::Setup, Some(open)) => all.filter(|command| works_on(open, *command)).collect(),
        (View::Actors, Some(open)) => all.filter(|command| works_on_actors(open, *command)).collect(),
        (View::Unsettled, Some(open)) => all.filter(|command| works_on_conflicts(open, *command)).collect(),
        (View::Review, Some(open)) => {
            let row = open.review_row(app.lang);
            all.filter(|command| works_on_changes(open, *command, row)).collect()
        }
        _ => all.collect(),
    }
}

/// Whether a command of the list of chains does something with what is listed.
fn works_on_chains(open: &OpenMap, command: Command) -> bool {
    let listed = open.chains_listed();
    match command {
        Command::Open => listed > 0,
        Command::ChainsOrder => listed > 1,
        Command::ChainsBack => open.ends.is_some(),
        Command::Longer => open.longer_chains(),
        _ => true,
    }
}

/// Whether a command of the screen of actors does something in the part that is shown.
fn works_on_actors(open: &OpenMap, command: Command) -> bool {
    let any = !open.roll().register.actors.is_empty();
    match command {
        Command::Sort | Command::SortBack | Command::MoreOfActor => any && open.cast.part == Part::Register,
        Command::FoldParts => {
            let parts = open.map.levels().iter().any(|level| level.part_of.is_some());
            any && parts && open.cast.part == Part::Coverage
        }
        Command::Open | Command::NextSection | Command::Edit => any,
        _ => true,
    }
}

/// Whether a command does something with the conflict of the cursor, or where none is left.
fn works_on_conflicts(open: &OpenMap, command: Command) -> bool {
    let conflict = open.conflict();
    match command {
        Command::TakeBoth => conflict.is_some_and(both_can_be),
        Command::TakeOurs | Command::TakeTheirs | Command::WriteOwn | Command::Open | Command::LeaveLive => {
            conflict.is_some()
        }
        Command::Undo => open.history.to_undo().is_some(),
        Command::Save => open.unsaved(),
        _ => true,
    }
}

/// Whether a command does something on a row of a review, or where there is none.
fn works_on_changes(open: &OpenMap, command: Command, row: Option<&Said>) -> bool {
    match command {
        Command::Open => row.is_some(),
        // What only follows from changes is not put back itself.
        Command::PutBack => row.is_some_and(|row| !row.section.is_meaning()),
        Command::ReviewEnd => open.review.is_some(),
        Command::Undo => open.history.to_undo().is_some(),
        _ => true,
    }
}

/// Whether a command of the map's own screen does something in the open section.
fn works_on(open: &OpenMap, command: Command) -> bool {
    let section = open.setup.section;
    let any = open.setup.here(&open.map).is_some();
    let head = section == Section::Head;
    match command {
        Command::AddHere => !matches!(section, Section::Head | Section::SetAside),
        Command::Open => any,
        Command::RemoveHere => any && !head,
        Command::RenameHere => any && !matches!(section, Section::Head | Section::SetAside),
        Command::MoveUp => {
            let ordered = [Section::Levels, Section::Areas, Section::Phases, Section::Goals];
            any && (ordered.contains(&section) || section == Section::Journeys)
        }
        Command::PartOf => any && matches!(section, Section::Levels | Section::Areas),
        Command::NextColor => any && section == Section::Areas,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Lang;
    use crate::tui::screen::{PlayOptions, Player};
    use crate::tui::update::played::{connect, player, press};
    use crate::tui::{Sheet, Start};

    fn last_line(keys: &str) -> String {
        let mut player = player();
        connect(&mut player, "", "story-heard");
        press(&mut player, keys);
        player.screen().lines().last().unwrap_or_default().to_owned()
    }

    #[test]
    fn the_last_line_names_what_works_on_what_is_chosen() {
        for (keys, there, not) in [
            ("", &["s flip sign", "d delay", "x delete", "e edit", "! missing"][..], &["a add"][..]),
            ("<esc>", &["a add", "c connect", "r rename"], &["s flip sign"]),
            ("7", &["Enter edit", "Tab next section"], &["a add", "colour", "part of", "move up", "delete"]),
            ("7<tab>", &["a add", "Enter edit", "move up"], &["colour"]),
            ("7<tab><tab>", &["a add"], &["part of", "Enter edit"]),
        ] {
            let line = last_line(keys);
            assert!(there.iter().all(|own| line.contains(own)), "{keys}: {line}");
            assert!(!not.iter().any(|own| line.contains(own)), "{keys}: {line}");
        }
    }

    #[test]
    fn what_changes_all_that_is_picked_stays_in_the_narrowest_last_line() {
        for (lang, wanted) in [(Lang::En, "B change all"), (Lang::Nb, "B endre alle")] {
            let options = PlayOptions { size: (80, 24), lang, ..PlayOptions::default() };
            let mut player = Player::new(Start::Map(Box::new(Sheet::unsaved(small()))), &options);
            press(&mut player, "6<space>");
            assert!(player.screen().lines().last().is_some_and(|line| line.contains(wanted)), "{lang:?}");
        }
    }

    #[test]
    fn cards_are_looked_at_with_the_key_of_help_in_sight_in_either_language() {
        for (lang, wanted) in [(Lang::En, "? keys"), (Lang::Nb, "? taster")] {
            let options = PlayOptions { size: (80, 24), lang, ..PlayOptions::default() };
            let mut player = Player::new(Start::Map(Box::new(Sheet::unsaved(small()))), &options);
            for view in ["1", "2", "<tab>"] {
                press(&mut player, view);
                let screen = player.screen();
                assert!(screen.lines().last().is_some_and(|line| line.contains(wanted)), "{view} {screen}");
            }
        }
    }

    fn small() -> crate::map::Map {
        (*crate::tui::update::played::map(&player())).clone()
    }

    #[test]
    fn adding_to_the_map_itself_says_where_things_are_added() {
        let mut player = player();
        press(&mut player, "7a");
        assert!(player.app.pane.is_none());
        assert!(player.app.message.contains("Tab goes on to levels"), "{}", player.app.message);
    }
}
