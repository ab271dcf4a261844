//! What a new map may start with: levels and areas, with no cards yet.
//!
//! It knows no files: maps come out.

use crate::map::{Area, Color, Frame, Head, Level, Map};
use crate::text::Lang;

/// A template that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// Four levels and the five problem areas of the main model, the first in two parts.
    MainModel,
    /// Four levels; the areas are still to be found.
    Levels,
    /// Nothing.
    Blank,
    /// The chain of administration, from resident to ministry.
    Administration,
}

/// An id, then a name in English and in Norwegian.
type Named = (&'static str, &'static str, &'static str);

const LEVELS: &[Named] = &[
    ("users", "Users", "Brukere"),
    ("practitioners", "Practitioners", "Tjenesteutøvere"),
    ("management", "Management and organisation", "Ledelse og organisering"),
    ("system", "The system", "Systemet"),
];

const ADMINISTRATION: &[Named] = &[
    ("resident", "Resident", "Innbygger"),
    ("front-line", "Front line", "Førstelinje"),
    ("municipality", "Municipality", "Kommune"),
    ("region", "Region", "Region"),
    ("directorate", "Directorate", "Direktorat"),
    ("ministry", "Ministry", "Departement"),
];

const AREAS: &[(Named, Option<&str>, Color)] = &[
    (("1", "Taking part and seeing the whole", "Medvirkning og helhet"), None, Color::Blue),
    (("1A", "Too little participation", "For lite medvirkning"), Some("1"), Color::Blue),
    (("1B", "Services that do not act together", "Tjenester som ikke henger sammen"), Some("1"), Color::Cyan),
    (("2", "Leadership, incentives and skills", "Ledelse, insentiver og kompetanse"), None, Color::Magenta),
    (("3", "Little room in the money", "Lite rom i økonomien"), None, Color::Green),
    (("4", "Kindergarten and school for all", "Barnehage og skole for alle"), None, Color::Yellow),
    (("5", "Central government", "Staten"), None, Color::Red),
];

impl Template {
    /// Every template with its name on the command line, the default first.
    pub const ALL: [(&'static str, Template); 4] = [
        ("main-model", Template::MainModel),
        ("levels", Template::Levels),
        ("blank", Template::Blank),
        ("administration", Template::Administration),
    ];

    /// The template of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Template> {
        Self::ALL.into_iter().find(|(own, _)| *own == name).map(|(_, template)| template)
    }

    /// A map of that title that starts with the template, its names in a language.
    #[must_use]
    pub fn map(self, title: &str, lang: Lang) -> Map {
        let say = |(_, en, nb): &Named| match lang {
            Lang::En => (*en).to_owned(),
            Lang::Nb => (*nb).to_owned(),
        };
        let levels = match self {
            Template::MainModel | Template::Levels => LEVELS,
            Template::Administration => ADMINISTRATION,
            Template::Blank => &[],
        };
        let areas = if self == Template::MainModel { AREAS } else { &[] };
        let frame = Frame {
            head: Head { title: title.to_owned(), language: lang.code().to_owned(), ..Head::default() },
            levels: levels
                .iter()
                .map(|named| Level { id: named.0.into(), name: say(named), part_of: None })
                .collect(),
            areas: areas
                .iter()
                .map(|(named, part_of, color)| Area {
                    id: named.0.into(),
                    name: say(named),
                    color: Some(*color),
                    part_of: part_of.map(Into::into),
                })
                .collect(),
            ..Frame::default()
        };
        Map::new("").with_frame(frame)
    }
}

/// A map of that title with the levels, areas and phases of another one, and its language.
#[must_use]
pub fn like(other: &Map, title: &str) -> Map {
    let frame = other.frame();
    let head = Head { title: title.to_owned(), language: frame.head.language, ..Head::default() };
    Map::new("").with_frame(Frame {
        head,
        levels: frame.levels,
        phases: frame.phases,
        areas: frame.areas,
        ..Frame::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_main_model_has_four_levels_and_five_areas_with_two_parts() {
        for lang in Lang::ALL {
            let map = Template::MainModel.map("x", lang);
            assert_eq!(map.whole_levels().count(), 4);
            assert_eq!(map.areas().iter().filter(|area| area.part_of.is_none()).count(), 5);
            assert_eq!(map.areas().iter().filter(|area| area.part_of == Some("1".into())).count(), 2);
            assert_eq!(map.head().language, lang.code());
        }
        assert_eq!(Template::Blank.map("x", Lang::En).levels().len(), 0);
        assert_eq!(Template::named("levels"), Some(Template::Levels));
        assert_eq!(Template::named("x.ron"), None);
    }

    #[test]
    fn a_map_like_another_has_its_places_and_none_of_its_cards() {
        let other = Template::Administration.map("other", Lang::Nb);
        let map = like(&other, "mine");
        assert_eq!((map.levels(), map.head().title.as_str()), (other.levels(), "mine"));
        assert_eq!(map.head().language, "nb");
    }
}
