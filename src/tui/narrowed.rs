//! The board narrowed to some cards: those that have what was chosen in the outline's filter. The other screens show the
//! whole map.

use std::sync::Arc;

use super::open::OpenMap;
use super::outline::Filter;
use crate::map::{Map, NodeId};
use crate::text::Lang;
use crate::text::words::listing::shown_of;

/// All that a narrowed map depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Of {
    generation: u64,
    filter: Filter,
    // The selected card is on the board whether it fits or not: who went to it wants to see it.
    besides: Option<NodeId>,
}

/// The map without what is left out.
#[derive(Clone, Debug)]
pub struct Narrowed {
    of: Of,
    map: Arc<Map>,
    fitting: usize,
    serial: u64,
}

impl OpenMap {
    /// Makes what the board shows fit the map and the filter.
    pub fn settle_board(&mut self) {
        let filter = self.outline.card_filter();
        if filter.chosen.is_empty() {
            self.narrowed = None;
            return;
        }
        let map = &self.map;
        let fits = |id: &NodeId| {
            map.node(id).is_some_and(|node| filter.takes_card(map, node, self.picked.contains(id)))
        };
        let besides = self.card.clone().filter(|card| !fits(card));
        let of = Of { generation: self.generation, filter: filter.clone(), besides };
        // What is picked may decide, and it changes without the map.
        let stays = self.picked.is_empty() && self.narrowed.as_ref().is_some_and(|own| own.of == of);
        if stays {
            return;
        }
        let fitting = map.nodes().filter(|(id, _)| fits(id)).count();
        let part = map.only(|id, _| fits(id) || of.besides.as_ref() == Some(id));
        let serial = self.narrowing() + 1;
        self.narrowed = Some(Narrowed { of, map: Arc::new(part), fitting, serial });
    }

    /// The map as the board shows it.
    #[must_use]
    pub fn board_map(&self) -> &Arc<Map> {
        self.map_under_review().unwrap_or_else(|| self.narrowed_map())
    }

    /// The map without what is left out.
    #[must_use]
    pub fn narrowed_map(&self) -> &Arc<Map> {
        self.narrowed.as_ref().map_or(&self.map, |own| &own.map)
    }

    /// A number that is another one whenever the board shows other cards than before.
    #[must_use]
    pub fn board_serial(&self) -> (u64, u64) {
        (self.narrowing(), self.ghosts_made())
    }

    /// A number that is another one whenever the board was narrowed anew; 0 while it shows everything.
    #[must_use]
    pub fn narrowing(&self) -> u64 {
        self.narrowed.as_ref().map_or(0, |own| own.serial)
    }

    /// How many cards of the map fit, as `12/108`; empty where the board shows everything.
    #[must_use]
    pub fn narrowed_count(&self) -> String {
        let own = self.narrowed.as_ref();
        own.map_or_else(String::new, |own| format!("{}/{}", own.fitting, self.map.node_count()))
    }

    /// Whether the card is on the board for being selected only, and does not have what was chosen.
    #[must_use]
    pub fn is_besides(&self, card: &NodeId) -> bool {
        self.narrowed.as_ref().is_some_and(|own| own.of.besides.as_ref() == Some(card))
    }

    /// How much of the map the board shows, and what it is narrowed to; empty where it shows everything.
    #[must_use]
    pub fn narrowed_to(&self, lang: Lang) -> String {
        let Some(own) = &self.narrowed else { return String::new() };
        let chosen = own.of.filter.chosen.iter().map(|(facet, value)| value.said(&self.map, *facet, lang));
        let chosen: Vec<String> = chosen.collect();
        let count = match own.fitting {
            0 => lang.words().listing.no_match.to_owned(),
            fitting => shown_of(lang, fitting, self.map.node_count(), false),
        };
        format!("{count}: {}", chosen.join(" · "))
    }
}

#[cfg(test)]
mod tests {
    use crate::tui::update::played::player;

    #[test]
    fn the_board_shows_what_has_what_was_chosen_and_says_so() {
        let mut player = player();
        let all = player.app.hits.picture.as_ref().expect("a board").board.hits.len();
        crate::tui::update::played::press(&mut player, "zb<right><esc>");
        let shown = player.screen();
        let picture = player.app.hits.picture.as_ref().expect("a board");
        assert!(picture.board.hits.len() < all, "{shown}");
        assert!(shown.contains(" of "), "{shown}");
        crate::tui::update::played::press(&mut player, "zB");
        assert_eq!(player.app.hits.picture.as_ref().expect("a board").board.hits.len(), all);
    }

    #[test]
    fn the_last_line_offers_the_way_out_while_the_board_is_narrowed() {
        let mut player = player();
        let last = |player: &crate::tui::screen::Player| {
            player.screen().lines().last().unwrap_or_default().to_owned()
        };
        assert!(!last(&player).contains("whole board"));
        crate::tui::update::played::press(&mut player, "zb<right><esc>");
        assert!(last(&player).contains("z B whole board"), "{}", last(&player));
        crate::tui::update::played::press(&mut player, "zB");
        assert!(!last(&player).contains("whole board"));
    }

    #[test]
    fn a_card_that_does_not_fit_is_shown_while_it_is_selected() {
        let mut player = player();
        let shown = |player: &crate::tui::screen::Player| {
            let picture = player.app.hits.picture.as_ref().expect("a board");
            picture.board.hits.iter().map(|(_, card)| card.clone()).collect::<Vec<_>>()
        };
        let all = shown(&player);
        crate::tui::update::played::press(&mut player, "zb<right><esc>");
        let narrowed = shown(&player);
        let gone = all.into_iter().find(|card| !narrowed.contains(card)).expect("something is left out");
        player.app.open.as_mut().expect("open").select(gone.clone());
        crate::tui::update::played::press(&mut player, "<f6>");
        assert!(shown(&player).contains(&gone));
        // In words below the board, and for no card that fits.
        assert!(player.screen().contains("outside the filter"), "{}", player.screen());
        player.app.open.as_mut().expect("open").select(narrowed[0].clone());
        crate::tui::update::played::press(&mut player, "<f6>");
        assert!(!player.screen().contains("outside the filter"), "{}", player.screen());
    }

    #[test]
    fn levels_without_a_fitting_card_go_and_the_filter_is_said_below_every_board() {
        use crate::tui::update::played::press;
        let mut player = player();
        assert!(player.screen().contains("system"));
        press(&mut player, "zb");
        let rows = crate::tui::outline::Facet::offered(
            &player.app.open.as_ref().expect("open").map,
            crate::tui::outline::Listed::Cards,
        );
        let level =
            rows.iter().position(|facet| *facet == crate::tui::outline::Facet::Level).expect("levels");
        press(&mut player, &"<down>".repeat(level));
        press(&mut player, "<right><right><enter>");
        assert!(
            player.app.pane.is_none() && player.app.message.contains(" of 6 cards: "),
            "{}",
            player.app.message
        );
        let said = player.app.message.clone();
        for zoom in ["<esc>", "-", "+", "+"] {
            press(&mut player, zoom);
            let screen = player.screen();
            assert!(screen.contains(&said), "{zoom}:\n{screen}");
            assert!(!screen.lines().take(20).any(|line| line.contains("system")), "{zoom}:\n{screen}");
        }
        press(&mut player, "zB");
        assert!(player.screen().contains("system"));
    }
}
