//! What a row of the table is, and the names that its rows are about.

use crate::text::Lang;

pub use super::rows::{Command, TABLE};

/// A screen of the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum View {
    /// The first screen, without a map.
    Start,
    /// Levels as bands, areas as columns.
    Board,
    /// One card with its causes and effects.
    Focus,
    /// A chain or loop climbing through the levels.
    Staircase,
    /// The list of loops.
    Loops,
    /// Who hears whom.
    Levels,
    /// All cards, or all links, as a list.
    Outline,
    /// What stands around the cards: levels, areas, sources, journeys.
    Setup,
    /// The areas as boxes, and the links between them taken together.
    Model,
    /// Causes as rows, effects as columns.
    Matrix,
    /// The register of actors.
    Actors,
    /// What breaks loops and chains, and where each card stands.
    Acting,
    /// The chains from one card to another.
    Chains,
    /// What changed since another version.
    Review,
    /// What a merge left open.
    Unsettled,
}

impl View {
    /// Every screen, in the order of their number keys, the tenth of which is 0; those behind it and the start screen
    /// have none.
    pub const ALL: [View; 15] = [
        View::Start,
        View::Board,
        View::Focus,
        View::Staircase,
        View::Loops,
        View::Levels,
        View::Outline,
        View::Setup,
        View::Model,
        View::Matrix,
        View::Actors,
        View::Acting,
        View::Chains,
        View::Review,
        View::Unsettled,
    ];

    /// The screens that show a map.
    pub const OF_A_MAP: [View; 14] = [
        View::Board,
        View::Focus,
        View::Staircase,
        View::Loops,
        View::Levels,
        View::Outline,
        View::Setup,
        View::Model,
        View::Matrix,
        View::Actors,
        View::Acting,
        View::Chains,
        View::Review,
        View::Unsettled,
    ];
}

/// One text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// English.
    pub en: &'static str,
    /// Norwegian Bokmål.
    pub nb: &'static str,
}

impl Said {
    /// The text in a language.
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Nb => self.nb,
        }
    }
}

/// What a command is about; help shows the groups in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// From card to card.
    Walking,
    /// Other screens.
    Screens,
    /// Chains and loops.
    Circles,
    /// Making and changing what is on the map.
    Making,
    /// The outline, and what is picked.
    Listing,
    /// More about a card or a link than its name.
    Saying,
    /// What stands around the cards.
    Around,
    /// Reviewing a change, and settling what a merge left open.
    Reviewing,
    /// Map files.
    Files,
    /// What is shown, and how.
    Showing,
    /// Looking for something, and help.
    Finding,
    /// The program itself.
    Program,
}

impl Group {
    /// Every group in order.
    pub const ALL: [Group; 12] = [
        Group::Walking,
        Group::Making,
        Group::Listing,
        Group::Saying,
        Group::Screens,
        Group::Circles,
        Group::Around,
        Group::Reviewing,
        Group::Showing,
        Group::Finding,
        Group::Files,
        Group::Program,
    ];

    /// The group's heading.
    #[must_use]
    pub fn title(self) -> Said {
        match self {
            Group::Walking => Said { en: "Walking the map", nb: "Gå i kartet" },
            Group::Screens => Said { en: "Screens", nb: "Visninger" },
            Group::Circles => Said { en: "Chains and loops", nb: "Kjeder og sløyfer" },
            Group::Making => Said { en: "Making and changing", nb: "Lage og endre" },
            Group::Listing => {
                Said { en: "Outline and several cards at once", nb: "Liste og flere kort på én gang" }
            }
            Group::Saying => {
                Said { en: "Saying more of a card or link", nb: "Si mer om et kort eller en kobling" }
            }
            Group::Around => Said {
                en: "Levels, areas, sources, journeys",
                nb: "Nivåer, områder, kilder, gjennomganger",
            },
            Group::Reviewing => Said { en: "Reviewing and merging", nb: "Endringer og sammenslåing" },
            Group::Files => Said { en: "Map files", nb: "Kartfiler" },
            Group::Showing => Said { en: "What is shown", nb: "Hva som vises" },
            Group::Finding => Said { en: "Finding and help", nb: "Søk og hjelp" },
            Group::Program => Said { en: "The program", nb: "Programmet" },
        }
    }
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which command it is.
    pub command: Command,
    /// Its name for scripts, settings and the reference: `next-link`.
    pub id: &'static str,
    /// Its name as people look for it.
    pub name: Said,
    /// One or two words for the last line and the which-key box.
    pub hint: Said,
    /// Its default keys, in the syntax of the `keybinds` crate; the first one is the one that hints name.
    pub keys: &'static [&'static str],
    /// What it is about.
    pub group: Group,
    /// On which screens it does something.
    pub views: &'static [View],
}

/// The row of a command.
#[must_use]
pub fn entry(command: Command) -> &'static Entry {
    TABLE
        .iter()
        .find(|row| row.command == command)
        .expect("the table and the commands are declared by one macro, so each command has a row")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_commands_share_an_id_or_a_name() {
        for name in [|row: &Entry| row.id, |row: &Entry| row.name.en, |row: &Entry| row.name.nb] {
            let all: BTreeSet<_> = TABLE.iter().map(name).collect();
            assert_eq!(all.len(), TABLE.len(), "{all:?}");
        }
    }

    #[test]
    fn ids_are_kebab_and_texts_say_something_in_both_languages() {
        for row in TABLE {
            assert!(
                row.id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b.is_ascii_digit()),
                "{}",
                row.id
            );
            for said in [row.name, row.hint] {
                assert!(!said.en.is_empty() && !said.nb.is_empty(), "{}", row.id);
            }
            assert!(!row.views.is_empty(), "{}", row.id);
        }
    }

    #[test]
    fn every_command_is_in_a_group_that_help_shows() {
        for row in TABLE {
            assert!(Group::ALL.contains(&row.group));
        }
    }
}
