//! Why something cannot stand in a field, as a sentence in both languages.

use crate::text::Lang;
use crate::text::words::says::quoted;

/// Why an input was not taken. The map is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The field must not be empty.
    NoWords,
    /// The field must not be empty: it is what an item is called.
    AlwaysStated,
    /// More characters than the field holds.
    TooLong(usize),
    /// More words than the field holds.
    TooMany(usize),
    /// Not a number.
    NoNumber(String),
    /// A number out of bounds.
    OutOfRange {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// A former id that is no id.
    NoId(String),
    /// A former id that a card has.
    IdTaken(String),
    /// A column that is there already.
    ColumnTaken(String),
    /// A source that is named already.
    CitedAlready,
    /// Nothing can be done with the input here.
    Unfit,
}

impl Refusal {
    /// The sentence in a language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let nb = lang == Lang::Nb;
        let said = |en: &str, own: &str| if nb { own.to_owned() } else { en.to_owned() };
        match self {
            Refusal::NoWords => said("This needs some words.", "Her trengs det noen ord."),
            Refusal::AlwaysStated => said("This is always stated.", "Dette må alltid være oppgitt."),
            Refusal::TooLong(most) if nb => format!("Det er plass til høyst {most} tegn her."),
            Refusal::TooLong(most) => format!("At most {most} characters fit here."),
            Refusal::TooMany(most) if nb => format!("Det er plass til høyst {most} ord her."),
            Refusal::TooMany(most) => format!("At most {most} words fit here."),
            Refusal::NoNumber(text) if nb => format!("{} er ikke et helt tall.", quoted(text)),
            Refusal::NoNumber(text) => format!("{} is not a whole number.", quoted(text)),
            Refusal::OutOfRange { least, most: u32::MAX } if nb => format!("Tallet må være minst {least}."),
            Refusal::OutOfRange { least, most: u32::MAX } => format!("The number must be at least {least}."),
            Refusal::OutOfRange { least, most } if nb => format!("Tallet må være fra {least} til {most}."),
            Refusal::OutOfRange { least, most } => format!("The number must be from {least} to {most}."),
            Refusal::NoId(text) if nb => {
                format!("{} er ingen id: små bokstaver a–z, tall og bindestrek, høyst 40.", quoted(text))
            }
            Refusal::NoId(text) => {
                format!("{} is no id: small letters a–z, digits and dashes, at most 40.", quoted(text))
            }
            Refusal::IdTaken(text) if nb => format!("{} er id-en til et kort på kartet.", quoted(text)),
            Refusal::IdTaken(text) => format!("{} is the id of a card on the map.", quoted(text)),
            Refusal::ColumnTaken(text) if nb => format!("Det finnes allerede en kolonne {}.", quoted(text)),
            Refusal::ColumnTaken(text) => format!("There is a column {} already.", quoted(text)),
            Refusal::CitedAlready => {
                said("This source is named already.", "Denne kilden er allerede oppgitt.")
            }
            Refusal::Unfit => said("That does not fit here.", "Det passer ikke her."),
        }
    }
}
