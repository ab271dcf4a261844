//! The field for a name: what keys do in it.

use keybinds::{Key, KeyInput};

use super::{edit, panes, setup};
use crate::command::View;
use crate::map::{Item, LinkId, LoopId, Map, NodeId, verb};
use crate::tui::app::App;
use crate::tui::naming::{Name, Naming};
use crate::tui::open::Shown;
use crate::tui::pane::Pane;

/// The longest name that is typed.
const LONGEST: usize = 2_000;

/// Opens the field.
pub fn begin(app: &mut App, name: Name) {
    if !setup::may_edit(app) {
        return;
    }
    let Some(open) = app.open.as_ref() else { return };
    app.pane = Some(Pane::Name(Box::new(Naming::new(name, &open.map))));
}

/// Asks for the name of an area made of the picked cards, else of the selected one.
pub fn area_of_cards(app: &mut App) {
    let picked: Vec<NodeId> =
        app.open.as_ref().map_or_else(Vec::new, |open| open.picked.iter().cloned().collect());
    let cards = if picked.is_empty() { edit::this_card(app).into_iter().collect() } else { picked };
    if !cards.is_empty() {
        begin(app, Name::AreaOf(cards));
    }
}

/// Asks for the title of the loop in the list or on the staircase; for another one where it has one.
pub fn name_loop(app: &mut App) {
    let Some(open) = app.open.as_ref() else { return };
    let at = match (app.view, open.shown) {
        (View::Loops, _) => open.listed_loop(),
        (_, Shown::Loop(at)) => Some(at),
        (_, Shown::Trail) => None,
    };
    let Some(circle) = at.and_then(|at| open.circles.all.get(at)) else {
        app.message = app.lang.words().around.no_loop_here.to_owned();
        return;
    };
    let name = match &circle.named {
        Some(id) => Name::Rename(Item::Loop(id.clone())),
        None => Name::Loop(circle.links.clone()),
    };
    begin(app, name);
}

/// Asks for the title of a journey along the breadcrumb, or along the loop on the staircase.
pub fn record_journey(app: &mut App) {
    let Some(open) = app.open.as_ref() else { return };
    let links: Vec<LinkId> = match app.view {
        View::Staircase => open.stairs().0.to_vec(),
        _ => open.trail.links().to_vec(),
    };
    if links.is_empty() {
        app.message = app.lang.words().around.walk_first.to_owned();
        return;
    }
    begin(app, Name::Journey(links));
}

/// A key in the field.
pub fn press(app: &mut App, key: KeyInput) {
    match key.key() {
        Key::Enter => enter(app),
        _ => {
            let Some(request) = panes::request(key) else { return };
            let Some(Pane::Name(naming)) = app.pane.as_mut() else { return };
            let full = matches!(request, tui_input::InputRequest::InsertChar(_))
                && naming.input.value().chars().count() >= LONGEST;
            if !full {
                naming.input.handle(request);
                naming.said.clear();
            }
        }
    }
}

/// Pasted text goes in as if typed; of several lines each but the last is taken in at once, where more may follow.
pub fn paste(app: &mut App, text: &str) {
    let Some(Pane::Name(naming)) = app.pane.as_ref() else { return };
    let again = naming.again();
    let whole = [text.trim_end()];
    let lines: Vec<&str> = if again { text.lines().collect() } else { whole.to_vec() };
    let last = lines.len().saturating_sub(1);
    for (at, line) in lines.into_iter().enumerate() {
        if let Some(Pane::Name(naming)) = app.pane.as_mut() {
            for letter in panes::pasted(line).take(LONGEST) {
                naming.input.handle(letter);
            }
        }
        if again && !line.trim().is_empty() && (at < last || text.ends_with('\n')) {
            enter(app);
        }
    }
}

/// Takes the line in. An empty line closes a field that took lines before; a name must not be empty.
fn enter(app: &mut App) {
    let (Some(Pane::Name(naming)), Some(open)) = (app.pane.as_ref(), app.open.as_ref()) else { return };
    let empty = naming.input.value().trim().is_empty();
    if empty && naming.again() {
        app.pane = None;
        return;
    }
    let Some((item, deed)) = naming.deed(&open.map) else {
        if matches!(&naming.name, Name::Rename(item) if verb::called(&open.map, item) == naming.input.value().trim())
        {
            app.message = app.lang.words().says.nothing_changed.to_owned();
            app.pane = None;
            return;
        }
        let words = app.lang.words();
        let said = if empty && matches!(naming.name, Name::Aside(..)) {
            words.hearing.needs_a_reason
        } else if empty {
            words.around.needs_a_name
        } else {
            words.says.nothing_to_change
        };
        say(app, said.to_owned());
        return;
    };
    let again = naming.again();
    let twice = match &item {
        Item::Loop(id) => is_twice(&open.map, id, naming.input.value().trim()),
        _ => false,
    };
    // From here on its title is what it is known by, and the list stands on it.
    let titled = match &item {
        Item::Loop(id) => Some(id.clone()),
        _ => None,
    };
    if !edit::commit(app, deed) {
        let said = std::mem::take(&mut app.message);
        say(app, said);
        return;
    }
    if app.view == View::Setup {
        setup::stand_on(app, &item);
    }
    if let (Some(id), Some(open)) = (titled, app.open.as_mut())
        && let Some(at) = open.circles.all.iter().position(|circle| circle.named.as_ref() == Some(&id))
    {
        open.loop_row = open.row_of_loop(at);
    }
    if twice {
        app.message = format!("{} {}", app.message, app.lang.words().around.loop_named_twice);
    }
    if again {
        let said = std::mem::take(&mut app.message);
        if let Some(Pane::Name(naming)) = app.pane.as_mut() {
            naming.input.reset();
        }
        say(app, said);
    } else {
        app.pane = None;
    }
}

/// Whether another loop than that one has that title, small letters or not.
fn is_twice(map: &Map, id: &LoopId, title: &str) -> bool {
    let title = title.to_lowercase();
    map.loops().iter().any(|(other, told)| other != id && told.title.trim().to_lowercase() == title)
}

fn say(app: &mut App, said: String) {
    if let Some(Pane::Name(naming)) = app.pane.as_mut() {
        naming.said = said;
    }
}

#[cfg(test)]
mod tests {
    use super::super::played::{connect, map, player, press};

    #[test]
    fn the_list_of_loops_stands_on_the_one_that_was_looked_at_and_on_the_one_that_got_a_title() {
        let mut player = player();
        for (from, to) in [("trust", "story-heard"), ("story-heard", "shared-view")] {
            for (from, to) in [(from, to), (to, from)] {
                press(&mut player, &format!("1/{}<enter>", from.replace('-', " ")));
                connect(&mut player, "", to);
            }
        }
        press(&mut player, "4<home><enter>n");
        let looked = player.app.open.as_ref().map(|open| open.shown);
        for back in ["<esc>", "<backspace>", "4"] {
            press(&mut player, back);
            assert_eq!(player.app.view, crate::command::View::Loops);
            let open = player.app.open.as_ref().expect("open");
            let listed = open.listed_loop().map(crate::tui::open::Shown::Loop);
            assert_eq!(listed, looked, "{back}");
            press(&mut player, "<enter>");
        }
        press(&mut player, "gn");
        let screen = player.screen();
        assert!(screen.contains("Title of the loop: R") && screen.contains("2 links"), "{screen}");
        press(&mut player, "Round<enter>4");
        let listed = |player: &crate::tui::screen::Player| {
            let open = player.app.open.as_ref().expect("open");
            open.listed_loop().and_then(|at| open.circles.all[at].named.clone())
        };
        assert_eq!(
            listed(&player).map(|id| map(&player).loops()[&id].title.clone()).as_deref(),
            Some("Round")
        );
        // Another loop may have that name too, but not unseen.
        press(&mut player, "<end><enter><end>gnround<enter>");
        assert!(
            player.app.message.ends_with("A loop of this name stands already."),
            "{}",
            player.app.message
        );
        press(&mut player, "u4<home>");
        assert_eq!(map(&player).loops().len(), 1);
        press(&mut player, "r<c-u>Again<enter>");
        assert!(!player.app.message.contains("stands already"), "{}", player.app.message);
        assert!(map(&player).loops().values().any(|told| told.title == "Again"));
        press(&mut player, "x");
        assert!(map(&player).loops().is_empty());
        press(&mut player, "x");
        assert!(player.app.message.contains("no title yet"), "{}", player.app.message);
    }
}
