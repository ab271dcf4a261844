//! Why a change could not be done, in both languages. Ids and fields stand as in the file: that is where such a fault
//! can be looked for.

use super::ChangeError;
use crate::map::graph::GraphError;
use crate::map::item::Item;
use crate::text::{Both, Lang, both, visible};

impl ChangeError {
    /// The reason, as the beginning of a sentence would say it. Safe to show.
    #[must_use]
    pub fn said(&self, lang: Lang) -> String {
        visible(self.both().text(lang)).into_owned()
    }

    fn both(&self) -> Both {
        match self {
            ChangeError::Stale { item, field } => {
                let (item, field) = (named(item), field.as_deref().unwrap_or_default());
                let field = match field {
                    "" => Both::default(),
                    field => both!(", field {field},", ", feltet {field},"),
                };
                Both {
                    en: format!("{}{} is not what the change expects", item.en, field.en),
                    nb: format!("{}{} er ikke det endringen regner med", item.nb, field.nb),
                }
            }
            ChangeError::NoItem(item) => with(item, "there is no {}", "{} finnes ikke"),
            ChangeError::Value { item, error } => {
                let why = &error.why;
                let value = &error.value;
                with(item, "{}", "{}").map(|item| format!("{item}: «{value}» ({why})"))
            }
            ChangeError::Graph(GraphError::Taken(what)) => {
                both!("there is a {what} already", "det finnes alt en {what}")
            }
            ChangeError::Graph(GraphError::NoNode(id)) => {
                both!("there is no card '{id}'", "det finnes ikke noe kort «{id}»")
            }
            ChangeError::Graph(GraphError::StillLinked(id)) => {
                both!("card '{id}' still has links", "kortet «{id}» har fortsatt koblinger")
            }
            ChangeError::StillUsed(item, by) => {
                let (item, by) = (named(item), named(by));
                Both {
                    en: format!("{} is still used by {}", item.en, by.en),
                    nb: format!("{} er fortsatt i bruk av {}", item.nb, by.nb),
                }
            }
            ChangeError::NotLast(item) => with(
                item,
                "{} is not the last of its list; change the order first",
                "{} står ikke sist i listen; endre rekkefølgen først",
            ),
        }
    }
}

/// A sentence with an item in the place of `{}`.
fn with(item: &Item, en: &str, nb: &str) -> Both {
    let item = named(item);
    Both { en: en.replace("{}", &item.en), nb: nb.replace("{}", &item.nb) }
}

/// What an item is, and its id.
fn named(item: &Item) -> Both {
    match item {
        Item::Map => both!("the map", "kartet"),
        Item::Level(id) => both!("level {id}", "nivået {id}"),
        Item::Phase(id) => both!("phase {id}", "fasen {id}"),
        Item::Goal(id) => both!("goal {id}", "effektmålet {id}"),
        Item::Area(id) => both!("area {id}", "området {id}"),
        Item::Source(id) => both!("source {id}", "kilden {id}"),
        Item::Node(id) => both!("card {id}", "kortet {id}"),
        Item::Link(id) => both!("link {id}", "koblingen {id}"),
        Item::Loop(id) => both!("loop {id}", "sløyfen {id}"),
        Item::Journey(id) => both!("journey {id}", "gjennomgangen {id}"),
        Item::SetAside(key) => both!("what was set aside, {key}", "det som ble lagt til side, {key}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_said_in_both_languages_and_names_what_it_is_about() {
        let card = Item::Node("trust\u{1b}[2J".into());
        for (error, en, nb) in [
            (
                ChangeError::StillUsed(Item::Source("s".into()), Item::Level("users".into())),
                "source s is still used by level users",
                "kilden s er fortsatt i bruk av nivået users",
            ),
            (
                ChangeError::Stale { item: Item::Map, field: Some("title".to_owned()) },
                "the map, field title, is not what the change expects",
                "kartet, feltet title, er ikke det endringen regner med",
            ),
            (
                ChangeError::Graph(GraphError::NoNode("trust".into())),
                "there is no card 'trust'",
                "det finnes ikke noe kort «trust»",
            ),
        ] {
            assert_eq!((error.said(Lang::En).as_str(), error.said(Lang::Nb).as_str()), (en, nb));
        }
        assert!(!ChangeError::NoItem(card).said(Lang::Nb).contains('\u{1b}'));
    }
}
