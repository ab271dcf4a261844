//! A field of one line for a name: of a level, an area, a loop, a journey, or whatever else stands around the cards.

use tui_input::Input;

use super::setup::{Piece, Section};
use crate::analysis::Observation;
use crate::map::{Deed, Item, LinkId, Map, NodeId, Step, Value, verb};
use crate::text::words::around::{area_of, new_part};
use crate::text::words::says::first_words;
use crate::text::{Lang, visible};

/// The field, and what the name is for.
#[derive(Clone, Debug)]
pub struct Naming {
    /// What the name is for.
    pub name: Name,
    /// What is typed.
    pub input: Input,
    /// What the last line did, or what was wrong with it; empty for nothing.
    pub said: String,
}

/// What a name is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// One more of what a section holds; again and again.
    New(Section),
    /// One more part of a level or area; again and again.
    Part(Item),
    /// Another name for something.
    Rename(Item),
    /// An area made of cards.
    AreaOf(Vec<NodeId>),
    /// A loop through cards, in their order; links that are not there are added as missing.
    Told(Vec<NodeId>),
    /// A loop by its links.
    Loop(Vec<LinkId>),
    /// A journey along a chain.
    Journey(Vec<LinkId>),
    /// A journey with one step.
    JourneyWith(Step),
    /// The reason why an observation is set aside, said in a language.
    Aside(Box<Observation>, Lang),
}

impl Naming {
    /// The empty field; for another name with the present one in it.
    #[must_use]
    pub fn new(name: Name, map: &Map) -> Self {
        let typed = match &name {
            Name::Rename(item) => verb::called(map, item),
            _ => String::new(),
        };
        Self { name, input: Input::new(typed), said: String::new() }
    }

    /// What is asked for, as the title of the field.
    #[must_use]
    pub fn title(&self, map: &Map, lang: Lang) -> String {
        let words = &lang.words().around;
        match &self.name {
            Name::New(section) => match section {
                Section::Levels => words.new_level,
                Section::Areas => words.new_area,
                Section::Phases => words.new_phase,
                Section::Goals => words.new_goal,
                Section::Sources => words.new_source,
                Section::Journeys => words.new_journey,
                Section::Head | Section::Loops | Section::SetAside => words.rename,
            }
            .to_owned(),
            Name::Part(whole) => new_part(lang, &visible(&verb::called(map, whole))),
            Name::Rename(_) => words.rename.to_owned(),
            Name::AreaOf(cards) => area_of(lang, cards.len()),
            Name::Told(_) | Name::Loop(_) => words.new_loop.to_owned(),
            Name::Journey(_) | Name::JourneyWith(_) => words.new_journey.to_owned(),
            Name::Aside(..) => lang.words().hearing.why.to_owned(),
        }
    }

    /// Whether the field stays open for more of the same.
    #[must_use]
    pub fn again(&self) -> bool {
        matches!(self.name, Name::New(_) | Name::Part(_))
    }

    /// What the name does to the map, and what it is then the name of; `None` if nothing would change or it cannot be.
    #[must_use]
    pub fn deed(&self, map: &Map) -> Option<(Item, Deed)> {
        let typed = self.input.value().trim();
        let journey = |(id, deed)| (Item::Journey(id), deed);
        match &self.name {
            Name::New(Section::Levels) => {
                verb::add_level(map, typed).map(|(id, deed)| (Item::Level(id), deed))
            }
            Name::New(Section::Areas) => {
                let (code, name) = coded(map, typed);
                verb::add_area(map, code, name).map(|(id, deed)| (Item::Area(id), deed))
            }
            Name::New(Section::Phases) => {
                verb::add_phase(map, typed).map(|(id, deed)| (Item::Phase(id), deed))
            }
            Name::New(Section::Goals) => verb::add_goal(map, typed).map(|(id, deed)| (Item::Goal(id), deed)),
            Name::New(Section::Sources) => {
                verb::add_source(map, typed).map(|(id, deed)| (Item::Source(id), deed))
            }
            Name::New(Section::Journeys) => verb::add_journey(map, typed, &[]).map(journey),
            Name::New(Section::Head | Section::Loops | Section::SetAside) => None,
            Name::Part(whole) => verb::add_part(map, whole, typed),
            Name::Rename(item) => {
                let value = (!typed.is_empty()).then(|| Value::of(typed))?;
                let deed = verb::set_field(map, item, name_field(item)?, Some(value)).ok()??;
                Some((item.clone(), deed))
            }
            Name::AreaOf(cards) => verb::area_of(map, typed, cards).map(|(id, deed)| (Item::Area(id), deed)),
            Name::Told(cards) => {
                verb::tell_loop(map, typed, cards).map(|(id, deed, _)| (Item::Loop(id), deed))
            }
            Name::Loop(links) => verb::name_loop(map, typed, links).map(|(id, deed)| (Item::Loop(id), deed)),
            Name::Journey(links) => verb::journey_of_chain(map, typed, links).map(journey),
            Name::Aside(own, lang) => {
                let what = first_words(&own.sentence(map, *lang));
                let aside = own.set_aside(vec![typed.to_owned()]);
                let deed = verb::set_aside(map, &own.key(), aside, &what)?;
                Some((Item::SetAside(own.key()), deed))
            }
            Name::JourneyWith(step) => verb::add_journey(map, typed, std::slice::from_ref(step)).map(journey),
        }
    }
}

/// The field that holds an item's name; `None` for an item without one.
#[must_use]
pub fn name_field(item: &Item) -> Option<&'static str> {
    match item {
        Item::Level(_) | Item::Area(_) | Item::Phase(_) => Some("name"),
        Item::Goal(_) => Some("text"),
        Item::Map | Item::Source(_) | Item::Loop(_) | Item::Journey(_) => Some("title"),
        Item::Node(_) => Some("label"),
        Item::Link(_) | Item::SetAside(_) => None,
    }
}

/// The section in which an item stands, and the piece of it that is its row; `None` for cards and links.
#[must_use]
pub fn stands_in(item: &Item) -> Option<(Section, Piece)> {
    Some(match item {
        Item::Map => (Section::Head, Piece::Field("title")),
        Item::Level(_) => (Section::Levels, Piece::Whole),
        Item::Area(_) => (Section::Areas, Piece::Whole),
        Item::Phase(_) => (Section::Phases, Piece::Whole),
        Item::Goal(_) => (Section::Goals, Piece::Whole),
        Item::Source(_) => (Section::Sources, Piece::Whole),
        Item::Loop(_) => (Section::Loops, Piece::Whole),
        Item::Journey(_) => (Section::Journeys, Piece::Whole),
        Item::SetAside(_) => (Section::SetAside, Piece::Whole),
        Item::Node(_) | Item::Link(_) => return None,
    })
}

/// A code and a name: `3B Work`. A first word with a digit in it that no area has yet is a code; else all is the name.
fn coded<'a>(map: &Map, typed: &'a str) -> (Option<&'a str>, &'a str) {
    let Some((code, name)) = typed.split_once(char::is_whitespace) else { return (None, typed) };
    let is_code = code.len() <= 6
        && code.bytes().all(|b| b.is_ascii_alphanumeric())
        && code.bytes().any(|b| b.is_ascii_digit())
        && map.area(&crate::map::AreaId::new(code)).is_none();
    if is_code { (Some(code), name.trim_start()) } else { (None, typed) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(name: Name, map: &Map, text: &str) -> Option<(Item, Deed)> {
        let mut naming = Naming::new(name, map);
        naming.input = Input::new(text.to_owned());
        naming.deed(map)
    }

    #[test]
    fn an_area_may_have_a_code_before_its_name() {
        let mut map = Map::new("x");
        let mut codes = Vec::new();
        for text in ["3B Work and day", "School", "2 years of waiting", "3B again", "Åpent rom"] {
            let (item, deed) = typed(Name::New(Section::Areas), &map, text).expect(text);
            map.apply(&deed.change).expect("fits");
            let Item::Area(id) = item else { panic!("an area") };
            codes.push(format!("{id}: {}", map.area(&id).expect("there").name));
        }
        assert_eq!(
            codes,
            ["3B: Work and day", "4: School", "2: years of waiting", "5: 3B again", "6: Åpent rom"]
        );
    }

    #[test]
    fn another_name_begins_with_the_present_one_and_is_never_empty() {
        let mut map = Map::new("x");
        let (item, deed) = typed(Name::New(Section::Levels), &map, "Users").expect("new");
        map.apply(&deed.change).expect("fits");
        let naming = Naming::new(Name::Rename(item.clone()), &map);
        assert_eq!(naming.input.value(), "Users");
        assert_eq!(naming.deed(&map), None);
        assert_eq!(typed(Name::Rename(item.clone()), &map, "  "), None);
        let (_, deed) = typed(Name::Rename(item), &map, "Residents").expect("another");
        assert_eq!(deed.what, "Users");
    }
}
