//! Every word on screen. A table in `words/` holds a group; each line of it has both languages, so a word that
//! is missing in one of them does not compile.
//!
//! Words stand in lower case, as inside a line; titles ([`Places`], and the headings among the others) begin
//! with a capital. [`capital`] makes the one into the other.

/// Declares a group of words: the struct, its two constants `EN` and `NB`, and `each`, which lists the words.
macro_rules! table {
    (
        $(#[$about:meta])* $name:ident;
        words { $($(#[$word_doc:meta])* $word:ident: $en:literal, $nb:literal;)* }
        nouns { $($(#[$noun_doc:meta])* $noun:ident: ($en1:literal, $en2:literal), ($nb1:literal, $nb2:literal);)* }
    ) => {
        $(#[$about])*
        #[derive(Debug)]
        pub struct $name {
            $($(#[$word_doc])* pub $word: &'static str,)*
            $($(#[$noun_doc])* pub $noun: $crate::text::words::Noun,)*
        }

        impl $name {
            /// The group in English.
            pub const EN: $name = $name {
                $($word: $en,)*
                $($noun: $crate::text::words::Noun { one: $en1, many: $en2 },)*
            };
            /// The group in Norwegian Bokmål.
            pub const NB: $name = $name {
                $($word: $nb,)*
                $($noun: $crate::text::words::Noun { one: $nb1, many: $nb2 },)*
            };

            /// Every word of the group with the name of its field; a noun gives both its forms.
            pub fn each(&self) -> Vec<(&'static str, &'static str)> {
                vec![
                    $((stringify!($word), self.$word),)*
                    $((stringify!($noun), self.$noun.one), (stringify!($noun), self.$noun.many),)*
                ]
            }
        }
    };
}

pub mod acting;
pub mod actors;
pub mod adding;
pub mod around;
pub mod changes;
pub mod connecting;
pub mod copying;
pub mod deeds;
pub mod doing;
pub mod fields;
pub mod files;
pub mod forms;
pub mod guide;
pub mod hearing;
pub mod incoming;
pub mod links;
pub mod listing;
pub mod merging;
pub mod moving;
pub mod paper;
pub mod people;
pub mod places;
pub mod repository;
pub mod review;
pub mod says;
pub mod sheet;
pub mod start;
pub mod things;

pub use acting::ActingWords;
pub use actors::ActorWords;
pub use adding::Adding;
pub use around::Around;
pub use changes::Changes;
pub use connecting::Connecting;
pub use copying::Copying;
pub use deeds::Deeds;
pub use doing::Doing;
pub use fields::Fields;
pub use files::Files;
pub use forms::Forms;
pub use guide::Guide;
pub use hearing::Hearing;
pub use incoming::Incoming;
pub use links::LinkWords;
pub use listing::Listing;
pub use merging::Merging;
pub use moving::Moving;
pub use paper::PaperWords;
pub use people::People;
pub use places::Places;
pub use repository::RepositoryWords;
pub use review::Review;
pub use says::Says;
pub use sheet::SheetWords;
pub use start::Start;
pub use things::Things;

/// Every word on screen in one language; [`Lang::words`](super::Lang::words) gives it.
#[derive(Debug)]
pub struct Words {
    /// Screens, panes and their titles.
    pub places: Places,
    /// What stands on the map.
    pub things: Things,
    /// Links, chains, loops and levels.
    pub links: LinkWords,
    /// Actors, measures and aims.
    pub people: People,
    /// Names of the fields of a card, a link and a source.
    pub fields: Fields,
    /// What forms say beside the names of fields.
    pub forms: Forms,
    /// Verbs: commands and the status line.
    pub doing: Doing,
    /// Verbs in the past tense: what was done.
    pub deeds: Deeds,
    /// The start screen, and what an empty list says.
    pub start: Start,
    /// Map files: what to begin with, which to open.
    pub files: Files,
    /// The next step on a young map, and the tour.
    pub guide: Guide,
    /// Who hears whom.
    pub hearing: Hearing,
    /// An import before it is taken in.
    pub incoming: Incoming,
    /// The field for new cards.
    pub adding: Adding,
    /// While another card is picked.
    pub connecting: Connecting,
    /// Pictures and pages that leave the program.
    pub paper: PaperWords,
    /// The outline.
    pub listing: Listing,
    /// While a place for cards is chosen.
    pub moving: Moving,
    /// What stands around the cards.
    pub around: Around,
    /// Making one card of two.
    pub merging: Merging,
    /// Setting git up for maps.
    pub repository: RepositoryWords,
    /// Copying and pasting.
    pub copying: Copying,
    /// The register of actors.
    pub actors: ActorWords,
    /// The full board.
    pub sheet: SheetWords,
    /// What breaks loops and chains, chains between two cards, and which loops are shown.
    pub acting: ActingWords,
    /// What a change to a map means.
    pub changes: Changes,
    /// A review, and what a merge left open.
    pub review: Review,
    /// Messages without arguments; those with arguments are functions in [`says`].
    pub says: Says,
}

/// English.
pub static EN: Words = Words {
    places: Places::EN,
    things: Things::EN,
    links: LinkWords::EN,
    people: People::EN,
    fields: Fields::EN,
    forms: Forms::EN,
    doing: Doing::EN,
    deeds: Deeds::EN,
    start: Start::EN,
    files: Files::EN,
    guide: Guide::EN,
    hearing: Hearing::EN,
    incoming: Incoming::EN,
    adding: Adding::EN,
    connecting: Connecting::EN,
    paper: PaperWords::EN,
    listing: Listing::EN,
    moving: Moving::EN,
    around: Around::EN,
    merging: Merging::EN,
    repository: RepositoryWords::EN,
    copying: Copying::EN,
    actors: ActorWords::EN,
    sheet: SheetWords::EN,
    acting: ActingWords::EN,
    changes: Changes::EN,
    review: Review::EN,
    says: Says::EN,
};

/// Norwegian Bokmål.
pub static NB: Words = Words {
    places: Places::NB,
    things: Things::NB,
    links: LinkWords::NB,
    people: People::NB,
    fields: Fields::NB,
    forms: Forms::NB,
    doing: Doing::NB,
    deeds: Deeds::NB,
    start: Start::NB,
    files: Files::NB,
    guide: Guide::NB,
    hearing: Hearing::NB,
    incoming: Incoming::NB,
    adding: Adding::NB,
    connecting: Connecting::NB,
    paper: PaperWords::NB,
    listing: Listing::NB,
    moving: Moving::NB,
    around: Around::NB,
    merging: Merging::NB,
    repository: RepositoryWords::NB,
    copying: Copying::NB,
    actors: ActorWords::NB,
    sheet: SheetWords::NB,
    acting: ActingWords::NB,
    changes: Changes::NB,
    review: Review::NB,
    says: Says::NB,
};

impl Words {
    /// Every word with the name of its field, for tests and for search in either language.
    pub fn each(&self) -> Vec<(&'static str, &'static str)> {
        [
            self.places.each(),
            self.things.each(),
            self.links.each(),
            self.people.each(),
            self.fields.each(),
            self.forms.each(),
            self.doing.each(),
            self.deeds.each(),
            self.start.each(),
            self.files.each(),
            self.guide.each(),
            self.hearing.each(),
            self.incoming.each(),
            self.adding.each(),
            self.connecting.each(),
            self.paper.each(),
            self.listing.each(),
            self.moving.each(),
            self.around.each(),
            self.merging.each(),
            self.repository.each(),
            self.copying.each(),
            self.actors.each(),
            self.sheet.each(),
            self.acting.each(),
            self.changes.each(),
            self.review.each(),
            self.says.each(),
        ]
        .concat()
    }
}

/// A noun that is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Noun {
    /// For exactly one: `link`.
    pub one: &'static str,
    /// For any other number, none included: `links`.
    pub many: &'static str,
}

impl Noun {
    /// The form that goes with `n`, without the number.
    pub fn form(&self, n: usize) -> &'static str {
        if n == 1 { self.one } else { self.many }
    }

    /// The number and the noun: `3 links`.
    pub fn of(&self, n: usize) -> String {
        format!("{n} {}", self.form(n))
    }
}

/// `text` with its first letter as a capital, for titles and the beginning of a sentence.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, visible};

    #[test]
    fn nouns() {
        assert_eq!(EN.links.link.of(3), "3 links");
        assert_eq!(NB.links.link.of(1), "1 kobling");
        assert_eq!(NB.links.link.of(0), "0 koblinger");
        assert_eq!(NB.things.card.of(2), "2 kort");
        assert_eq!(NB.things.unsorted_card.of(1), "1 usortert kort");
        assert_eq!(NB.things.unsorted_card.of(3), "3 usorterte kort");
    }

    #[test]
    fn capitals() {
        assert_eq!(capital("årsak"), "Årsak");
        assert_eq!(capital("«A» øker"), "«A» øker");
        assert_eq!(capital(""), "");
    }

    /// Words that were considered and dropped: wrong for a room of Norwegian civil servants, or not plain enough.
    #[test]
    fn dropped_words_stay_out() {
        for (field, text) in NB.each() {
            let text = text.to_lowercase();
            for dropped in [
                "polaritet",
                "node",
                "graf",
                "reise",
                "sikkerhet",
                "symptom",
                "barriere",
                "parkering",
                "vektstang",
            ] {
                assert!(!text.contains(dropped), "{field}: {text}");
            }
        }
        for (field, text) in EN.each() {
            let text = text.to_lowercase();
            for dropped in ["node", "polarity", "graph", "symptom", "parking"] {
                assert!(!text.contains(dropped), "{field}: {text}");
            }
        }
    }

    #[test]
    fn every_word_says_something_and_is_safe_to_show() {
        for lang in Lang::ALL {
            for (field, text) in lang.words().each() {
                assert!(!text.is_empty() && text.trim() == text, "{field}: {text:?}");
                assert_eq!(visible(text), text, "{field}");
            }
        }
    }

    /// Both languages end a sentence alike; a translation that stopped halfway shows here.
    #[test]
    fn sentences_end_alike() {
        for ((field, en), (_, nb)) in EN.each().into_iter().zip(NB.each()) {
            let ends = |text: &str| text.chars().next_back().filter(|c| ".?:…".contains(*c));
            assert_eq!(ends(en), ends(nb), "{field}: {en} / {nb}");
        }
    }
}
