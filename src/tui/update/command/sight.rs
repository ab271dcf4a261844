//! Commands that would change a card nobody sees: they say where cards are instead.

use crate::command::{Command, Entry, Group};
use crate::text::words::says::needs_a_card;
use crate::tui::app::App;

/// What a command says on a screen where it does nothing, if it changes the card or link that is selected; `None` for
/// the others, which go to a screen of theirs. Writing new cards, pasting and a list of pairs need no card.
pub(super) fn out_of_sight(app: &App, row: &Entry) -> Option<String> {
    let changes = matches!(row.group, Group::Making | Group::Saying);
    if !changes || matches!(row.command, Command::Add | Command::SameThing | Command::Paste) {
        return None;
    }
    let (board, list) = (app.keymap.label(Command::ShowBoard), app.keymap.label(Command::ShowOutline));
    Some(needs_a_card(app.lang, row.name.text(app.lang), (&board, &list)))
}

/// What commands on a map say without one.
pub(super) fn no_map(app: &App) -> String {
    app.lang.words().says.open_a_map_first.to_owned()
}

#[cfg(test)]
mod tests {
    use crate::tui::update::played::{connect, map, player, press};

    #[test]
    fn a_card_that_is_not_in_sight_is_not_changed() {
        let mut player = player();
        connect(&mut player, "", "story-heard");
        let before = map(&player);
        for screen in ["7", "4"] {
            press(&mut player, &format!("{screen}:delete the card<enter>"));
            assert_eq!(map(&player), before, "{screen}");
            assert!(player.app.message.contains("on the board (1)"), "{}", player.app.message);
            press(&mut player, "1");
        }
    }

    #[test]
    fn cards_are_connected_by_letters_in_the_outline_too() {
        let mut player = player();
        press(&mut player, "6c");
        let letters = crate::tui::update::played::letters(&player, "shared-view");
        assert!(
            !letters.is_empty() && player.screen().contains(&format!("[{letters}]")),
            "{}",
            player.screen()
        );
        press(&mut player, &letters);
        assert_eq!(crate::tui::update::played::links(&player), ["trust causes shared-view +"]);
    }
}
