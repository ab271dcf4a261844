//! The page with all keys: how far it is scrolled, and what it is narrowed to.

use tui_input::Input;

use crate::command::Keymap;
use crate::command::{Entry, keymap::write_keys};
use crate::map::fold;

/// What is shown of the page.
#[derive(Clone, Debug, Default)]
pub struct HelpPage {
    /// So many lines scrolled.
    pub from: usize,
    /// What is looked for; `None` until somebody begins to.
    pub filter: Option<Input>,
    /// Whether letters go into the filter.
    pub typing: bool,
}

impl HelpPage {
    /// What is looked for; empty for everything.
    #[must_use]
    pub fn sought(&self) -> &str {
        self.filter.as_ref().map_or("", |input| input.value().trim())
    }

    /// Whether a row of the table is shown: every word that is looked for stands in its name in either language, in what
    /// the last line calls it or in its id, or is one of its keys.
    #[must_use]
    pub fn shows(&self, keymap: &Keymap, row: &Entry) -> bool {
        let keys: Vec<String> = keymap.keys_of(row.command).map(write_keys).collect();
        let texts = [row.name.en, row.name.nb, row.hint.en, row.hint.nb, row.id].map(fold);
        self.sought().split_whitespace().all(|word| {
            let is_key = keys.iter().any(|own| own.split_whitespace().any(|key| key == word));
            let folded = fold(word);
            is_key || (!folded.is_empty() && texts.iter().any(|text| text.contains(&folded)))
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::command::TABLE;
    use crate::text::Lang;
    use crate::tui::screen::{PlayOptions, Player, read_script};
    use crate::tui::{Sheet, Start};

    #[test]
    fn letters_narrow_the_page_and_esc_brings_all_of_it_back() {
        for (lang, query, wanted, other) in [
            (Lang::En, "undo", "Undo", "Legend"),
            (Lang::Nb, "angre", "Angre", "Tegnforklaring"),
            (Lang::Nb, "undo", "Angre", "Tegnforklaring"),
        ] {
            let sheet = Sheet::unsaved(crate::map::Map::new("x"));
            let options = PlayOptions { size: (80, 24), lang, ..PlayOptions::default() };
            let mut player = Player::new(Start::Map(Box::new(sheet)), &options);
            let mut press = |keys: &str| {
                read_script(keys).expect("keys").iter().for_each(|play| player.press(play));
                player.screen()
            };
            let screen = press(&format!("?/{query}"));
            assert!(screen.contains(&format!("/ {query}")) && screen.contains(wanted), "{screen}");
            assert!(!screen.contains(other), "{screen}");
            assert!(screen.contains("[keys]") && screen.contains("settings.toml"), "{screen}");
            // The example takes no key of a command.
            assert!(screen.contains("save = \"F12\""), "{screen}");
            assert!(TABLE.iter().all(|row| !row.keys.contains(&"F12")));
            let screen = press("xyzzy");
            assert!(!screen.contains(wanted), "{screen}");
            assert!(press("<esc>").contains(lang.words().places.slash_narrows));
            assert!(!press("<esc>").contains(lang.words().places.all_keys));
        }
    }

    #[test]
    fn what_lasts_only_for_now_says_how_to_keep_it() {
        let sheet = Sheet::unsaved(crate::map::Map::new("x"));
        let mut player = Player::new(Start::Map(Box::new(sheet)), &PlayOptions::default());
        for play in read_script("<f7>").expect("keys") {
            player.press(&play);
        }
        assert!(
            player.app.message.ends_with("for now. To keep it: press : and type keep."),
            "{}",
            player.app.message
        );
        for play in read_script("<f3>").expect("keys") {
            player.press(&play);
        }
        assert!(player.app.message.starts_with("Norsk bokmål, inntil videre."), "{}", player.app.message);
        for play in read_script(":behold").expect("keys") {
            player.press(&play);
        }
        let screen = player.screen();
        assert!(screen.contains("Behold dette språket"), "{screen}");
    }
}
