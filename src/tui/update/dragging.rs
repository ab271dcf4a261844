//! A card is dragged over the board: into another cell, where it belongs then, or onto another card, which it then has
//! a link to. Dragged where no card is, the full board moves under its window.

use super::{connecting, edit, full, mouse};
use crate::command::View;
use crate::layout::board::{Holds, phase};
use crate::map::verb::{self, Home};
use crate::map::{Kind, NodeId};
use crate::text::order::order_key;
use crate::tui::app::App;
use crate::tui::hits::Target;

/// A card under the mouse while the button is down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drag {
    /// The card.
    pub card: NodeId,
    /// What lies under the mouse, if the card can be dropped there.
    pub over: Option<Target>,
    /// Whether the mouse has left the place where the button went down.
    pub moved: bool,
    /// Whether the click that it began with is still to be done.
    pub waits: bool,
}

/// The button went down. Gives whether the click waits until the button goes up: on a card that is selected it opens it,
/// and whoever drags that card does not mean to.
pub fn begin(app: &mut App, x: u16, y: u16) -> bool {
    (app.drag, app.grip) = (None, None);
    // A list of keys that waits for the next one lies on the board: a press on it means the list.
    let may = app.view == View::Board && app.pane.is_none() && app.pending.is_empty();
    if may && app.hits.window.is_some() && matches!(app.hits.at(x, y), Some(Target::Slot(_))) {
        app.grip = full::shown(app).is_some().then_some((x, y));
    }
    let Some(open) = app.open.as_ref().filter(|open| may && !open.read_only) else { return false };
    let Some(Target::Card(card)) = app.hits.at(x, y) else { return false };
    // What is gone cannot be moved.
    if open.map.node(card).is_none() {
        return false;
    }
    let waits = open.card.as_ref() == Some(card) && open.link.is_none();
    app.drag = Some(Drag { card: card.clone(), over: None, moved: false, waits });
    waits
}

/// The mouse moves with the button down: what would happen is said.
pub fn go(app: &mut App, x: u16, y: u16) {
    if let Some((from_x, from_y)) = app.grip.filter(|from| *from != (x, y)) {
        full::pan(app, i32::from(from_x) - i32::from(x), i32::from(from_y) - i32::from(y));
        app.grip = Some((x, y));
    }
    let under = app.hits.at(x, y).cloned();
    let Some(mut drag) = app.drag.take() else { return };
    let off = under != Some(Target::Card(drag.card.clone()));
    let over = match under {
        Some(Target::Card(card)) if card == drag.card => None,
        Some(target @ (Target::Card(_) | Target::Slot(_))) => Some(target),
        _ => None,
    };
    drag.moved |= off;
    drag.over = over;
    if drag.moved {
        let says = &app.lang.words().says;
        app.message = match drag.over {
            Some(Target::Card(_)) => says.drop_links,
            Some(_) => says.drop_moves,
            None => says.drop_nothing,
        }
        .to_owned();
    }
    app.drag = Some(drag);
}

/// The button went up.
pub fn end(app: &mut App, x: u16, y: u16) {
    go(app, x, y);
    app.grip = None;
    let Some(drag) = app.drag.take() else { return };
    if !drag.moved {
        if drag.waits {
            mouse::click(app, x, y);
        }
        return;
    }
    app.message.clear();
    match drag.over {
        Some(Target::Card(to)) => connecting::join(app, &drag.card, &to),
        Some(Target::Slot(at)) => put(app, &drag.card, at),
        // Back on the card itself: whoever takes the drag back need not be told.
        _ if app.hits.at(x, y) == Some(&Target::Card(drag.card)) => {}
        _ => app.message = app.lang.words().says.drop_nowhere.to_owned(),
    }
}

/// Moves a card into a cell. Who stays on a part of the level, or of the area, that the cell stands for, stays on it; of
/// several phases the one that the card stood under gives way. Only actors have a sector.
fn put(app: &mut App, card: &NodeId, at: usize) {
    let Some(open) = app.open.as_ref() else { return };
    let Some(slot) = app.hits.slots.get(at) else { return };
    let Some(node) = open.map.node(card) else { return };
    let stands = node.level.as_ref().and_then(|own| open.map.whole_level(own)).map(|level| &level.id);
    let level = (slot.level.as_ref() != node.level.as_ref()
        && !(open.look.fold_levels && stands.is_some() && slot.level.as_ref() == stands))
        .then(|| slot.level.clone());
    let within = node.area.as_ref().and_then(|own| open.map.area(own)).and_then(|own| own.part_of.as_ref());
    let area = slot.holds.area().filter(|holds| {
        *holds != node.area && !(open.look.fold_areas && within.is_some() && holds.as_ref() == within)
    });
    let stood = phase(&open.map, node).map(|at| open.map.phases()[at].id.clone());
    let phases = match &slot.holds {
        Holds::Phase(to) if stood.as_ref() != Some(to) => {
            let others = node.phases.iter().filter(|own| Some(*own) != stood.as_ref() && *own != to);
            Some([to].into_iter().chain(others).cloned().collect())
        }
        Holds::NoPhase if stood.is_some() => Some(Vec::new()),
        _ => None,
    };
    let sector = match &slot.holds {
        Holds::Sector(to) if node.kind == Kind::Actor && order_key(to.trim()) != node.sector_key() => {
            Some(to.clone())
        }
        Holds::NoSector if node.kind == Kind::Actor => Some(String::new()),
        _ => None,
    };
    let home = Home { level, area, phases, sector };
    let deed = verb::settle(&open.map, std::slice::from_ref(card), &home);
    match deed {
        Some(deed) => _ = edit::commit(app, deed),
        None => app.message = app.lang.words().says.drop_stays.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::played::{links, map, player, press};
    use crate::layout::board::{Holds, Slot};
    use crate::map::verb::{self, Home};
    use crate::tui::event::Event;
    use crate::tui::hits::Target;
    use crate::tui::screen::PlayOptions;
    use crate::tui::screen::{Play, Player};
    use crate::tui::{Sheet, Start};

    fn send(player: &mut Player, event: Event) {
        player.press(&Play { event, text: String::new() });
    }

    fn place(player: &Player, wanted: impl Fn(&Target) -> bool) -> (u16, u16) {
        let spots = player.app.hits.spots();
        let free = |x, y| player.app.hits.at(x, y).is_some_and(&wanted);
        spots
            .iter()
            .filter(|(_, target)| wanted(target))
            .flat_map(|(area, _)| {
                (area.y..area.y + area.height)
                    .flat_map(|y| (area.x..area.x + area.width).map(move |x| (x, y)))
            })
            .find(|&(x, y)| free(x, y))
            .expect("it is on the screen")
    }

    fn drag(player: &mut Player, from: (u16, u16), to: (u16, u16)) {
        send(player, Event::Click { x: from.0, y: from.1 });
        send(player, Event::Drag { x: to.0, y: to.1 });
        send(player, Event::Drop { x: to.0, y: to.1 });
    }

    #[test]
    fn a_card_that_is_dropped_on_another_has_a_link_to_it() {
        let mut player = player();
        let before = map(&player);
        let card = |id: &str| Target::Card(id.into());
        let (from, to) = (card("trust"), card("story-heard"));
        let (start, end) = (place(&player, |own| *own == from), place(&player, |own| *own == to));
        drag(&mut player, start, end);
        assert_eq!(links(&player), ["trust causes story-heard +"]);
        player.press(&Play { event: Event::Key(keybinds::KeyInput::from('u')), text: "u".to_owned() });
        assert_eq!(map(&player), before);
    }

    #[test]
    fn nothing_is_dragged_from_under_a_list_of_keys() {
        let mut player = player();
        let before = map(&player);
        let card = |id: &str| Target::Card(id.into());
        let (from, to) = (card("trust"), card("story-heard"));
        let (start, end) = (place(&player, |own| *own == from), place(&player, |own| *own == to));
        press(&mut player, "E");
        drag(&mut player, start, end);
        assert_eq!(map(&player), before);
    }

    #[test]
    fn a_press_beside_the_field_keeps_the_line_for_the_next_time() {
        let mut player = player();
        let start = place(&player, |own| *own == Target::Card("trust".into()));
        press(&mut player, "ahalf a line");
        send(&mut player, Event::Click { x: start.0, y: start.1 });
        assert!(player.app.pane.is_none() && player.app.line == "half a line", "{:?}", player.app.line);
    }

    #[test]
    fn the_full_board_is_dragged_where_no_card_is_and_nothing_changes() {
        let mut player = player();
        let before = map(&player);
        press(&mut player, "<resize:50x16>zeza");
        let shown = |player: &Player| player.app.hits.window.as_ref().expect("a window").area;
        let (area, start) = (shown(&player), place(&player, |own| matches!(own, Target::Slot(_))));
        assert!(area.y > 2, "the sheet begins above the window: {area:?}");
        let end = (start.0, start.1 + 1);
        drag(&mut player, start, end);
        assert_eq!(shown(&player), crate::layout::canvas::Area { y: area.y - 1, ..area });
        drag(&mut player, end, start);
        assert_eq!(map(&player), before);
    }

    #[test]
    fn on_the_full_board_cards_are_dragged_too() {
        let mut player = player();
        let before = map(&player);
        press(&mut player, "zezn");
        let was = before.node(&"trust".into()).expect("there").level.clone();
        let other = player.app.hits.slots.iter().position(|slot| slot.level != was).expect("another level");
        let level = player.app.hits.slots[other].level.clone();
        let start = place(&player, |own| *own == Target::Card("trust".into()));
        let end = place(&player, |own| *own == Target::Slot(other));
        drag(&mut player, start, end);
        assert_eq!(map(&player).node(&"trust".into()).expect("there").level, level);
        press(&mut player, "u");
        let start = place(&player, |own| *own == Target::Card("trust".into()));
        let end = place(&player, |own| *own == Target::Card("story-heard".into()));
        drag(&mut player, start, end);
        assert_eq!(links(&player), ["trust causes story-heard +"]);
    }

    #[test]
    fn a_card_that_is_dropped_in_a_cell_belongs_there() {
        let mut player = player();
        let before = map(&player);
        let level = |player: &Player| map(player).node(&"trust".into()).and_then(|node| node.level.clone());
        let was = level(&player);
        let slots =
            player.app.hits.picture.as_ref().map(|picture| picture.board.slots.clone()).expect("a board");
        let other = slots.iter().position(|slot| slot.level != was && slot.level.is_some()).expect("a level");
        let start = place(&player, |own| *own == Target::Card("trust".into()));
        let end = place(&player, |own| *own == Target::Slot(other));
        drag(&mut player, start, end);
        assert_eq!(level(&player), slots[other].level);
        player.press(&Play { event: Event::Key(keybinds::KeyInput::from('u')), text: "u".to_owned() });
        assert_eq!(map(&player), before);
        // Where it came from, nothing happens.
        let start = place(&player, |own| *own == Target::Card("trust".into()));
        drag(&mut player, start, start);
        assert_eq!(map(&player), before);
        // And on the first line of the screen nothing can be put.
        press(&mut player, "1");
        let start = place(&player, |own| *own == Target::Card("trust".into()));
        drag(&mut player, start, (0, 0));
        assert_eq!(map(&player), before);
        assert!(player.app.message.starts_with("Nothing can be put there."), "{}", player.app.message);
    }

    #[test]
    fn a_card_is_dropped_into_a_phase_and_an_actor_into_a_sector() {
        let mut made = (*map(&player())).clone();
        for name in ["Child", "Grown up"] {
            let (_, deed) = verb::add_phase(&made, name).expect("new");
            made.apply(&deed.change).expect("fits");
        }
        let [child, grown] = [0, 1].map(|at| made.phases()[at].id.clone());
        for (id, home) in [
            ("trust", Home { phases: Some(vec![child.clone(), grown.clone()]), ..Home::default() }),
            ("story-heard", Home { phases: Some(vec![grown.clone()]), ..Home::default() }),
            ("parents", Home { sector: Some("Family".to_owned()), ..Home::default() }),
            ("ministry", Home { sector: Some("State".to_owned()), ..Home::default() }),
        ] {
            let deed = verb::settle(&made, &[id.into()], &home).expect("it does something");
            made.apply(&deed.change).expect("fits");
        }
        let sheet = Sheet { unsaved: false, ..Sheet::unsaved(made) };
        let options = PlayOptions { size: (160, 40), ..PlayOptions::default() };
        let mut player = Player::new(Start::Map(Box::new(sheet)), &options);
        let mut into = |keys: &str, card: &str, holds: &Holds| {
            press(&mut player, keys);
            let node = |player: &Player| map(player).node(&card.into()).expect("there").clone();
            let level = node(&player).level;
            let same = |slot: &Slot| slot.holds == *holds && slot.level == level;
            let at = player.app.hits.slots.iter().position(same).expect("a cell");
            let start = place(&player, |own| *own == Target::Card(card.into()));
            let end = place(&player, |own| *own == Target::Slot(at));
            drag(&mut player, start, end);
            node(&player)
        };
        assert_eq!(
            into("/trust<enter>zk", "trust", &Holds::Phase(grown.clone())).phases,
            std::slice::from_ref(&grown)
        );
        assert_eq!(into("", "trust", &Holds::NoPhase).phases, []);
        assert_eq!(into("", "trust", &Holds::Phase(child.clone())).phases, [child]);
        assert_eq!(into("/parents<enter>zk", "parents", &Holds::Sector("State".to_owned())).sector, "State");
        assert_eq!(into("", "parents", &Holds::NoSector).sector, "");
        assert_eq!(
            into("/trust<enter>", "trust", &Holds::Sector("State".to_owned())).sector,
            "",
            "it is no actor"
        );
    }

    #[test]
    fn every_place_from_the_first_column_to_the_right_edge_is_in_a_cell() {
        for keys in ["", "zo"] {
            let mut player = player();
            press(&mut player, keys);
            let picture = player.app.hits.picture.as_ref().expect("a board");
            let (slots, width) = (&picture.board.slots, picture.of.size.0);
            let (left, rows) = (slots.iter().map(|own| own.area.x).min().expect("one"), slots.iter());
            for slot in rows {
                let held = |x: u16| {
                    slots.iter().filter(move |own| {
                        own.area.y == slot.area.y && (own.area.x..own.area.x + own.area.width).contains(&x)
                    })
                };
                assert!((left..width).all(|x| held(x).count() == 1), "{keys}: {slots:?}");
            }
        }
    }
}
