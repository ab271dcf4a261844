//! What each reason says on screen, and what to do about it, in both languages.

use crate::text::Lang;

use super::near::nearest;
use super::place::Place;
use super::problem::{Much, Problem, Shape, at, short};

impl Problem {
    #[allow(clippy::too_many_lines, reason = "one table, two lines a reason")]
    pub(super) fn messages(&self) -> (String, String) {
        match self {
            Problem::Empty => both("The file is empty.", "Filen er tom."),
            Problem::NotAMap => both(
                "This is not a map file: a map begins with a round bracket.",
                "Dette er ikke en kartfil: et kart begynner med en rund parentes.",
            ),
            Problem::NotUtf8 => both(
                "The file is not text in UTF-8: the bytes here are no character.",
                "Filen er ikke tekst i UTF-8: bytene her er ikke noe tegn.",
            ),
            Problem::Utf16 => both("The file is in UTF-16.", "Filen er i UTF-16."),
            Problem::Markers => both(
                "Git left a merge unfinished here: both sides stand in the file, between markers.",
                "Git har etterlatt en uferdig fletting her: begge sidene står i filen, mellom merker.",
            ),
            Problem::NoVersion => both(
                "The map does not say which version of the format it is.",
                "Kartet sier ikke hvilken versjon av formatet det er.",
            ),
            Problem::BadVersion(found) => (
                format!("'{}' is no version of the map format.", short(found)),
                format!("«{}» er ingen versjon av kartformatet.", short(found)),
            ),
            Problem::Newer(version) => (
                format!(
                    "The map is of version {}, from a newer floke, and says things that this one cannot read.",
                    short(version)
                ),
                format!(
                    "Kartet er av versjon {}, fra en nyere floke, og sier noe denne ikke kan lese.",
                    short(version)
                ),
            ),
            Problem::UnknownField { field, .. } => (
                format!("There is no field '{}' here.", short(field)),
                format!("Det finnes ikke noe felt «{}» her.", short(field)),
            ),
            Problem::UnknownWord { word, .. } => (
                format!("'{}' is none of the words that may stand here.", short(word)),
                format!("«{}» er ikke blant ordene som kan stå her.", short(word)),
            ),
            Problem::MissingField(field) => {
                (format!("The field '{field}' is missing."), format!("Feltet «{field}» mangler."))
            }
            Problem::FieldTwice { field, first } => (
                format!("The field '{field}' stands twice{}.", first_at(Lang::En, *first)),
                format!("Feltet «{field}» står to ganger{}.", first_at(Lang::Nb, *first)),
            ),
            Problem::KeyTwice { key, first } => (
                format!("'{}' stands twice{}.", short(key), first_at(Lang::En, *first)),
                format!("«{}» står to ganger{}.", short(key), first_at(Lang::Nb, *first)),
            ),
            Problem::Unclosed { bracket, before } => (
                format!(
                    "The bracket {bracket} opened here is not closed; its end is missed at {}.",
                    at(Lang::En, *before)
                ),
                format!(
                    "Parentesen {bracket} som åpnes her, blir ikke lukket; slutten mangler ved {}.",
                    at(Lang::Nb, *before)
                ),
            ),
            Problem::Stray(bracket) => (
                format!("The bracket {bracket} closes nothing."),
                format!("Parentesen {bracket} lukker ingenting."),
            ),
            Problem::OpenText => both(
                "The text that begins here has no closing quote on its line.",
                "Teksten som begynner her, har ikke noe sluttegn (\") på linjen.",
            ),
            Problem::OpenComment => both(
                "The comment that begins here has no end.",
                "Kommentaren som begynner her, har ingen slutt.",
            ),
            Problem::NoComma => both("A comma is missing here.", "Her mangler det et komma."),
            Problem::NoColon => both("A colon is missing here.", "Her mangler det et kolon."),
            Problem::Trailing => {
                both("Something stands behind the end of the map.", "Det står noe etter slutten av kartet.")
            }
            Problem::NoFieldName => {
                both("Here should be the name of a field.", "Her skulle det stå et feltnavn.")
            }
            Problem::Hidden(c) => (
                format!("Here is a character that nobody sees: U+{:04X}.", u32::from(*c)),
                format!("Her står et tegn som ingen ser: U+{:04X}.", u32::from(*c)),
            ),
            Problem::Wrong { wanted, found, .. } => {
                let (en, nb) = wanted.words();
                (
                    format!("Here should be {en}, not {}.", short(found)),
                    format!("Her skulle det stå {nb}, ikke {}.", short(found)),
                )
            }
            Problem::NumberTooBig(found) => (
                format!("The number {} does not fit here.", short(found)),
                format!("Tallet {} passer ikke her.", short(found)),
            ),
            Problem::Length => both(
                "Too few or too many values stand in this bracket.",
                "Det står for få eller for mange verdier i denne parentesen.",
            ),
            Problem::Escape => both(
                "This is no character that a backslash can stand before.",
                "Dette er ikke noe tegn det kan stå en omvendt skråstrek foran.",
            ),
            Problem::StructName(name) => (
                format!("No name stands before this bracket in a map file, and here is '{}'.", short(name)),
                format!(
                    "I en kartfil står det ikke noe navn foran denne parentesen, og her står «{}».",
                    short(name)
                ),
            ),
            Problem::Extension(name) => (
                format!("There is no extension '{}' of the RON format.", short(name)),
                format!("RON-formatet har ingen utvidelse «{}».", short(name)),
            ),
            Problem::TooDeep => both(
                "Brackets stand in brackets deeper than any map has them.",
                "Det står parenteser i parenteser, dypere enn i noe kart.",
            ),
            Problem::TooMuch { of, limit } => {
                let (en, nb) = of.words();
                (
                    format!("This is more than floke takes: at most {limit} {en}."),
                    format!("Dette er mer enn floke tar imot: høyst {limit} {nb}."),
                )
            }
            Problem::Other => both("This cannot be read.", "Dette kan ikke leses."),
        }
    }

    #[allow(clippy::too_many_lines, reason = "one table, two lines a reason")]
    pub(super) fn helps(&self) -> (String, String) {
        match self {
            Problem::Empty => both(
                "The smallest map is (floke: 1, title: \"x\",). `floke new` makes one.",
                "Det minste kartet er (floke: 1, title: \"x\",). `floke new` lager et.",
            ),
            Problem::NotAMap => both(
                "Is it the right file? Spreadsheets and other formats come in with `floke import`.",
                "Er det riktig fil? Regneark og andre formater hentes inn med `floke import`.",
            ),
            Problem::NotUtf8 => both(
                "Save the file as UTF-8 in the program that wrote it, or take the bytes out.",
                "Lagre filen som UTF-8 i programmet som skrev den, eller ta bytene bort.",
            ),
            Problem::Utf16 => both(
                "Save it as UTF-8: in Notepad, 'Save as', then 'Encoding'.",
                "Lagre den som UTF-8: i Notisblokk «Lagre som», så «Koding».",
            ),
            Problem::Markers => both(
                "Open it with floke, which merges the two sides if both are maps; or take one side whole with `git checkout --ours FILE` or `--theirs`, or edit it by hand until no <<<<<<<, ======= or >>>>>>> is left.",
                "Åpne det med floke, som fletter de to sidene om begge er kart; eller ta den ene siden hel med `git checkout --ours FIL` eller `--theirs`, eller rediger for hånd til det ikke er noen <<<<<<<, ======= eller >>>>>>> igjen.",
            ),
            Problem::NoVersion | Problem::BadVersion(_) => both(
                "Let the map begin with (floke: 1, and go on from there.",
                "La kartet begynne med (floke: 1, og gå videre derfra.",
            ),
            Problem::Newer(_) => both(
                "Open it with the floke that wrote it, or a later one.",
                "Åpne det med den floke som skrev det, eller en nyere.",
            ),
            Problem::UnknownField { field, near, known }
            | Problem::UnknownWord { word: field, near, known } => did_you_mean(field, *near, known),
            Problem::MissingField(field) => (
                format!("Add {field}: to what begins here."),
                format!("Legg til {field}: i det som begynner her."),
            ),
            Problem::FieldTwice { .. } => both("Keep one of the two.", "Behold den ene av de to."),
            Problem::KeyTwice { .. } => both(
                "Keep one of the two, or give one another id. Two branches may have added the same one.",
                "Behold den ene av de to, eller gi den ene en annen id. To greiner kan ha lagt til det samme.",
            ),
            Problem::Unclosed { bracket, .. } => {
                let close = match bracket {
                    '[' => ']',
                    '{' => '}',
                    _ => ')',
                };
                (format!("Add {close}, where it belongs."), format!("Legg til {close} der den hører hjemme."))
            }
            Problem::Stray(_) => both(
                "Take it out, or open its bracket further up.",
                "Ta den bort, eller åpne parentesen lenger opp.",
            ),
            Problem::OpenText => both(
                "Put a \" at its end. A quote inside a text is written \\\".",
                "Sett en \" på slutten. Et anførselstegn inne i en tekst skrives \\\".",
            ),
            Problem::OpenComment => both("Put */ at its end.", "Sett */ på slutten."),
            Problem::NoComma => both("Put a comma behind this value.", "Sett et komma etter denne verdien."),
            Problem::NoColon => both("Write it as name: value.", "Skriv det som navn: verdi."),
            Problem::Trailing => both("Take it out.", "Ta det bort."),
            Problem::NoFieldName => both(
                "Fields are written name: value, the name without quotes.",
                "Felter skrives navn: verdi, med navnet uten anførselstegn.",
            ),
            Problem::Hidden(_) => both("Take it out.", "Ta det bort."),
            Problem::Wrong { wanted: Shape::Word, found, known } if !known.is_empty() => {
                let bare = found.trim_matches('"');
                let meant = match bare {
                    "+" => "Plus",
                    "-" => "Minus",
                    "?" => "Unknown",
                    other => other,
                };
                let (en, nb) = did_you_mean(bare, nearest(meant, known.iter().copied()), known);
                let (no_quotes, uten) = wanted_word();
                (format!("{en} {no_quotes}"), format!("{nb} {uten}"))
            }
            Problem::Wrong { wanted, .. } => both(wanted.helps().0, wanted.helps().1),
            Problem::NumberTooBig(_) => both(
                "Whole numbers from 0 stand here, and no larger ones than the field takes.",
                "Her står hele tall fra 0, ikke større enn feltet tar imot.",
            ),
            Problem::Length => {
                both("See docs/format.md for what stands in it.", "Se docs/format.md for hva som står i den.")
            }
            Problem::Escape => {
                both("A backslash itself is written \\\\.", "En omvendt skråstrek skrives \\\\.")
            }
            Problem::StructName(_) => both("Take the name out.", "Ta bort navnet."),
            Problem::Extension(_) => {
                both("Take the line out; a map needs none.", "Ta bort linjen; et kart trenger ingen.")
            }
            Problem::TooDeep => both("Is it the right file?", "Er det riktig fil?"),
            Problem::TooMuch { of, .. } => match of {
                Much::Bytes | Much::Nodes | Much::Links => {
                    both("Split it into several maps.", "Del det i flere kart.")
                }
                Much::Label => both(
                    "Shorten the label and tell the rest in a note.",
                    "Kort ned teksten på kortet og fortell resten i et notat.",
                ),
                Much::Note => both(
                    "Shorten the note, or put the text into a document and name it as a source.",
                    "Kort ned notatet, eller legg teksten i et dokument og oppgi det som kilde.",
                ),
                Much::Places => both(
                    "Keep those that a board can show; parts can be told in notes.",
                    "Behold dem en tavle kan vise; deler kan fortelles i notater.",
                ),
                Much::Tags => {
                    both("Keep the tags that somebody searches for.", "Behold stikkordene noen søker etter.")
                }
            },
            Problem::Other => {
                both("See docs/format.md for what stands here.", "Se docs/format.md for hva som står her.")
            }
        }
    }
}

fn wanted_word() -> (&'static str, &'static str) {
    ("Words stand without quotes.", "Ord står uten anførselstegn.")
}

impl Shape {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Shape::Text => ("a text in double quotes", "en tekst i doble anførselstegn"),
            Shape::Number => ("a whole number", "et helt tall"),
            Shape::YesNo => ("true or false", "true eller false"),
            Shape::Word => ("a word without quotes", "et ord uten anførselstegn"),
            Shape::List => ("a list in square brackets", "en liste i hakeparenteser"),
            Shape::Entries => ("entries in curly brackets", "oppføringer i krøllparenteser"),
            Shape::Fields => ("fields in round brackets", "felter i runde parenteser"),
        }
    }

    fn helps(self) -> (&'static str, &'static str) {
        match self {
            Shape::Text => ("Write \"like this\".", "Skriv \"slik\"."),
            Shape::Number => {
                ("Write 3, without quotes and decimals.", "Skriv 3, uten anførselstegn og desimaler.")
            }
            Shape::YesNo => ("Write true, or leave the field out.", "Skriv true, eller utelat feltet."),
            Shape::Word => ("Take the quotes off.", "Ta bort anførselstegnene."),
            Shape::List => (
                "Write [\"first\", \"second\"], also for one.",
                "Skriv [\"første\", \"andre\"], også for én.",
            ),
            Shape::Entries => ("Write {\"id\": (…)}.", "Skriv {\"id\": (…)}."),
            Shape::Fields => {
                ("Write (name: value), or () for none.", "Skriv (navn: verdi), eller () for ingen.")
            }
        }
    }
}

impl Much {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Much::Bytes => ("bytes in a file", "byte i en fil"),
            Much::Nodes => ("nodes", "kort"),
            Much::Links => ("links", "koblinger"),
            Much::Label => ("characters in a label", "tegn i teksten på et kort"),
            Much::Note => ("characters in a note", "tegn i et notat"),
            Much::Tags => ("tags on a node", "stikkord på et kort"),
            Much::Places => ("levels, areas or phases", "nivåer, områder eller faser"),
        }
    }
}

fn both(en: &str, nb: &str) -> (String, String) {
    (en.to_owned(), nb.to_owned())
}

fn first_at(lang: Lang, first: Option<Place>) -> String {
    match (lang, first) {
        (_, None) => String::new(),
        (Lang::En, Some(place)) => format!("; first at {}", at(lang, place)),
        (Lang::Nb, Some(place)) => format!("; først ved {}", at(lang, place)),
    }
}

fn did_you_mean(found: &str, near: Option<&str>, known: &[&str]) -> (String, String) {
    let all = known.join(", ");
    match near {
        Some(near) if !found.is_ascii() => (
            format!("Did you mean {near}? One of its letters is of another alphabet."),
            format!("Mente du {near}? En av bokstavene er fra et annet alfabet."),
        ),
        Some(near) => (format!("Did you mean {near}?"), format!("Mente du {near}?")),
        None => (format!("There are: {all}."), format!("Det finnes: {all}.")),
    }
}
