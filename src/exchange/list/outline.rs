//! Lines under other lines: where a card stands, and under what.

use super::line::{Is, Line};
use crate::map::fold::fold;
use crate::map::{AreaId, LevelId, Map};

/// The most tags that a card gets from what stands above it, the nearest first.
const MOST_TAGS: usize = 8;

/// A level or an area that a heading names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A level.
    Level(LevelId),
    /// An area.
    Area(AreaId),
}

/// What stands above a card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Above {
    /// The level of the nearest heading that names one.
    pub level: Option<LevelId>,
    /// The area that the nearest heading that is no level names.
    pub area: Option<AreaId>,
    /// That heading, by its line, where it names none: it becomes one.
    pub heading: Option<u64>,
    /// Headings further up that are no level, and the card right above; the nearest first.
    pub tags: Vec<String>,
    /// The lines that the tags stand on.
    pub tag_lines: Vec<u64>,
}

/// What a line turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A heading that names a place.
    Place(Place),
    /// A heading that names none.
    Heading,
    /// A card, with what stands above it.
    Card(Above),
}

/// Goes down the lines of an outline.
#[derive(Debug, Default)]
pub struct Outline {
    open: Vec<Scope>,
}

/// A line that others stand under.
#[derive(Debug)]
struct Scope {
    reach: Reach,
    place: Option<Place>,
    text: String,
    line: u64,
}

/// How far down a line reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// A heading of markdown: to the next one of its depth.
    Heading(usize),
    /// A line with a colon and no bullet: to the next such line that stands no further in.
    Colon(usize),
    /// A line without a bullet over lines that have one: to the next line without, that stands no further in.
    Bullets(usize),
    /// Anything else: as long as lines stand further in.
    Deeper { indent: usize, card: bool },
}

impl Outline {
    /// Takes the next line; `next` is the one behind it, and `is_card` whether some card has this label.
    pub fn take(&mut self, map: &Map, line: &Line, next: Option<&Line>, is_card: bool) -> Found {
        while let Some(last) = self.open.last()
            && last.reach.ends_at(line)
        {
            self.open.pop();
        }
        let deeper = next.is_some_and(|next| next.indent > line.indent && !matches!(next.is, Is::Heading(_)));
        let over_bullets = next.is_some_and(|next| next.bulleted && next.indent >= line.indent)
            && !line.bulleted
            && !line.has_arrow();
        let place = place_of(map, line.text);
        // What names an area and is a card too is the card, or a heading of the same name further down would make
        // the text mean something else the second time.
        let names = match &place {
            Some(Place::Level(_)) => true,
            Some(Place::Area(_)) => !is_card,
            None => false,
        };
        let (reach, heading) = match line.is {
            Is::Heading(depth) => (Reach::Heading(depth), true),
            Is::Colon if !line.bulleted => (Reach::Colon(line.indent), true),
            Is::Colon => (Reach::Deeper { indent: line.indent, card: false }, true),
            Is::Cards if over_bullets => (Reach::Bullets(line.indent), true),
            // A line that others stand under and that names a place is a heading too.
            Is::Cards if deeper && names => (Reach::Deeper { indent: line.indent, card: false }, true),
            Is::Cards => (Reach::Deeper { indent: line.indent, card: true }, false),
        };
        let found = match &place {
            Some(place) if heading => Found::Place(place.clone()),
            None if heading => Found::Heading,
            _ => Found::Card(self.above()),
        };
        let place = place.filter(|_| heading);
        self.open.push(Scope { reach, place, text: line.text.to_owned(), line: line.number });
        found
    }

    /// From now on the heading on that line is an area.
    pub fn name(&mut self, line: u64, area: &AreaId) {
        for scope in self.open.iter_mut().filter(|scope| scope.line == line) {
            scope.place = Some(Place::Area(area.clone()));
        }
    }

    fn above(&self) -> Above {
        let mut above = Above::default();
        for (near, scope) in self.open.iter().rev().enumerate() {
            let is_card = matches!(scope.reach, Reach::Deeper { card: true, .. });
            let open = above.area.is_none() && above.heading.is_none();
            match &scope.place {
                Some(Place::Level(id)) => above.level = above.level.or_else(|| Some(id.clone())),
                Some(Place::Area(id)) if open => above.area = Some(id.clone()),
                None if open && !is_card => above.heading = Some(scope.line),
                None if is_card && near > 0 => {}
                _ if above.tags.len() < MOST_TAGS => {
                    above.tags.push(scope.text.clone());
                    above.tag_lines.push(scope.line);
                }
                _ => {}
            }
        }
        above
    }
}

impl Reach {
    fn ends_at(self, line: &Line) -> bool {
        match (self, line.is) {
            (Reach::Heading(depth), Is::Heading(next)) => next <= depth,
            (Reach::Heading(_), _) => false,
            (_, Is::Heading(_)) => true,
            (Reach::Colon(indent), Is::Colon) if !line.bulleted => line.indent <= indent,
            (Reach::Colon(indent), _) => line.indent < indent,
            (Reach::Bullets(indent), _) => line.indent < indent || (line.indent == indent && !line.bulleted),
            (Reach::Deeper { indent, .. }, _) => line.indent <= indent,
        }
    }
}

/// The level or area that a heading names: by its name, its id, or both (`1A Into the meeting`), without regard to
/// case, accents and blanks.
pub fn place_of(map: &Map, text: &str) -> Option<Place> {
    let wanted = fold(text);
    let levels = || map.levels().iter().map(|level| (level.id.as_str(), level.name.as_str()));
    let areas = || map.areas().iter().map(|area| (area.id.as_str(), area.name.as_str()));
    let named = |(id, name): &(&str, &str), by: usize| match by {
        0 => fold(name) == wanted,
        1 => fold(id) == wanted,
        _ => fold(&format!("{id}{name}")) == wanted,
    };
    (0..3).find_map(|by| {
        let level = levels().find(|one| named(one, by)).map(|(id, _)| Place::Level(id.into()));
        level.or_else(|| areas().find(|one| named(one, by)).map(|(id, _)| Place::Area(id.into())))
    })
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;
    use crate::map::{Area, Frame, Level};

    /// Each card with where it stands and its tags.
    fn words(text: &str) -> Vec<String> {
        let map = Map::new("x").with_frame(Frame {
            levels: vec![
                Level { id: "users".into(), name: "Brukere".into(), part_of: None },
                Level { id: "system".into(), name: "Systemet".into(), part_of: None },
            ],
            areas: vec![Area { id: "1A".into(), name: "Inn i møtet".into(), ..Area::default() }],
            ..Frame::default()
        });
        let all = lines(text);
        let mut outline = Outline::default();
        let mut words = Vec::new();
        for (at, line) in all.iter().enumerate() {
            if let Found::Card(above) = outline.take(&map, line, all.get(at + 1), false) {
                let heading = above.heading.map(|number| format!("line{number}"));
                let place = [
                    above.level.as_ref().map(LevelId::as_str),
                    above.area.as_ref().map(AreaId::as_str),
                    heading.as_deref(),
                ];
                let place: Vec<&str> = place.into_iter().flatten().collect();
                words.push(format!("{} @{} {}", line.text, place.join("+"), above.tags.join("/")));
            }
        }
        words
    }

    #[test]
    fn outlines_as_people_write_them() {
        for (text, wanted) in [
            ("a\nb", &["a @ ", "b @ "][..]),
            ("a\n  b\n    c\n  d\ne", &["a @ ", "b @ a", "c @ b", "d @ a", "e @ "]),
            ("a\n\tb\n\t\tc", &["a @ ", "b @ a", "c @ b"]),
            // Headings of markdown hold until the next of their depth, whatever stands in between.
            (
                "# Brukere\na\n## Travle dager\n- b\n# BRUKERE \n## 1A\nc\n# Annet\nd",
                &["a @users ", "b @users+line3 ", "c @users+1A ", "d @line8 "],
            ),
            // The nearest heading is the area, those over it are tags.
            ("# Vår\n## Kø\na\n# 1A\nb\n## Rom\nc", &["a @line2 Vår", "b @1A ", "c @line6 1A"]),
            // A line over bullets is a heading, to the next line without one.
            (
                "Kø\n- a\n- b\n  - c\nRom\n- d\ne",
                &["a @line1 ", "b @line1 ", "c @line1 b", "d @line5 ", "e @ "],
            ),
            ("x -> y\n- a", &["x -> y @ ", "a @ "]),
            // A line with a colon reaches to the next such line; with a bullet only over what stands further in.
            ("Brukere:\n- a\n- b\n\nSystemet:\n- c", &["a @users ", "b @users ", "c @system "]),
            ("- Brukere:\n  - a\n- b", &["a @users ", "b @ "]),
            ("Pauser:\na\n  b\nc", &["a @line1 ", "b @line1 a", "c @line1 "]),
            // A line that names a place is a heading if something stands under it, else a card.
            ("systemet\n  a\n  b", &["a @system ", "b @system "]),
            ("1A Inn i møtet\n  a", &["a @1A "]),
            ("Systemet\na", &["Systemet @ ", "a @ "]),
            ("    a\n  b\nc\n d", &["a @ ", "b @ ", "c @ ", "d @ c"]),
        ] {
            assert_eq!(words(text), wanted, "{text}");
        }
    }
}
