//! The columns of the outline: what they are called, how wide they are, and which of them fit beside each other.

use std::collections::BTreeSet;

use super::Listed;
use crate::map::words::strength_word;
use crate::map::{Certainty, Kind, LinkKind, Map, Role, Stage};
use crate::text::words::Words;
use crate::text::{Lang, width};

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The mark of a picked row.
    Picked,
    /// A card's label, with its shape.
    Label,
    /// A link's cause.
    From,
    /// A link's sign.
    Sign,
    /// A link's effect.
    To,
    /// A cause's role, else what the card is; what a link says.
    Kind,
    /// A card's level.
    Level,
    /// A card's area.
    Area,
    /// How well founded.
    Certainty,
    /// How many causes and effects a card has.
    Ties,
    /// The marks of a group.
    Marks,
    /// Dots.
    Votes,
    /// Free words.
    Tags,
    /// How many sources.
    Sources,
    /// The phases of a card.
    Phases,
    /// The sector of an actor.
    Sector,
    /// How far a measure has come.
    Stage,
    /// Whether a link is missing.
    Missing,
    /// Whether a link takes time.
    Delay,
    /// How strong a link is.
    Strength,
}

/// A column on the screen: its first cell, counted from that of the list, and its width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which column.
    pub column: Column,
    /// Its first cell.
    pub x: u16,
    /// Its width.
    pub width: u16,
}

/// Cells before the label: the cursor, the mark of a picked row, and the blanks beside them.
pub const LEAD: u16 = 3;
/// Cells of a shape and the blank behind it.
pub const SHAPE: u16 = 2;
/// Least cells of a label beside columns that nobody asked for.
const LABEL: u16 = 32;
/// Least cells of each end of a link beside such columns.
const END: u16 = 22;
/// Least cells of a label in any case.
const LEAST_LABEL: u16 = 16;

impl Column {
    /// The columns beside the label, as they stand from left to right.
    #[must_use]
    pub fn beside(listed: Listed) -> &'static [Column] {
        use Column::{
            Area, Certainty, Delay, Kind, Level, Marks, Missing, Phases, Sector, Sources, Stage, Strength,
            Tags, Ties, Votes,
        };
        match listed {
            Listed::Cards => {
                &[Kind, Level, Area, Certainty, Ties, Marks, Votes, Sources, Tags, Phases, Sector, Stage]
            }
            Listed::Links => &[Kind, Delay, Strength, Certainty, Missing, Sources],
        }
    }

    /// The same, those first that matter most where there is little room.
    fn first(listed: Listed) -> &'static [Column] {
        use Column::{
            Area, Certainty, Delay, Kind, Level, Marks, Missing, Phases, Sector, Sources, Stage, Strength,
            Tags, Ties, Votes,
        };
        match listed {
            Listed::Cards => {
                &[Level, Area, Certainty, Kind, Ties, Marks, Votes, Sources, Tags, Phases, Sector, Stage]
            }
            Listed::Links => &[Missing, Certainty, Delay, Kind, Strength, Sources],
        }
    }

    /// Every column that a list can be sorted by, from left to right.
    #[must_use]
    pub fn sortable(listed: Listed) -> Vec<Column> {
        let first: &[Column] = match listed {
            Listed::Cards => &[Column::Label],
            Listed::Links => &[Column::From, Column::Sign, Column::To],
        };
        [first, Self::beside(listed), &[Column::Picked]].concat()
    }

    /// Whether anything on the map can stand in it.
    #[must_use]
    pub fn has_values(self, map: &Map) -> bool {
        match self {
            Column::Level => !map.levels().is_empty(),
            Column::Area => !map.areas().is_empty(),
            Column::Phases => !map.phases().is_empty(),
            _ => true,
        }
    }

    /// What it is called in a sentence, in lower case.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        let words = lang.words();
        let fields = &words.fields;
        match self {
            Column::Picked => words.listing.picked,
            Column::Label => fields.label,
            Column::From => fields.from,
            Column::Sign => fields.sign,
            Column::To => fields.to,
            Column::Kind => fields.kind,
            Column::Level => fields.level,
            Column::Area => fields.area,
            Column::Certainty => fields.certainty,
            Column::Ties => words.listing.causes_and_effects,
            Column::Marks => fields.marks,
            Column::Votes => fields.votes,
            Column::Tags => fields.tags,
            Column::Sources => fields.sources,
            Column::Phases => fields.phases,
            Column::Sector => fields.sector,
            Column::Stage => fields.stage,
            Column::Missing => fields.missing,
            Column::Delay => fields.delay,
            Column::Strength => fields.strength,
        }
    }

    /// What stands above it.
    #[must_use]
    pub fn head(self, lang: Lang) -> &'static str {
        match self {
            Column::Ties => lang.words().listing.in_out,
            // As wide as what stands in it.
            Column::Delay => "‖",
            Column::Sign => "±",
            _ => self.name(lang),
        }
    }

    /// How wide it is: what can stand in it, and its head with the mark of the order.
    fn cells(self, map: &Map, lang: Lang) -> u16 {
        let words: &Words = lang.words();
        let widest = |texts: &mut dyn Iterator<Item = &str>| texts.map(width).max().unwrap_or(0);
        let values = match self {
            Column::Kind => widest(&mut Kind::ALL.iter().map(|own| own.word(lang)))
                .max(widest(&mut Role::ALL.iter().map(|own| own.word(lang)))),
            Column::Level => widest(&mut map.levels().iter().map(|own| own.name.as_str())).min(18),
            Column::Area => widest(&mut map.areas().iter().map(|own| own.id.as_str())).min(12),
            Column::Certainty => widest(&mut Certainty::ALL.iter().map(|own| own.word(lang))),
            Column::Marks => 9,
            Column::Tags | Column::Phases | Column::Sector => 16,
            Column::Stage => widest(&mut Stage::ALL.iter().map(|own| own.word(lang))),
            Column::Missing => width(words.links.missing),
            Column::Strength => widest(&mut (1..=3).filter_map(|n| strength_word(n, lang))),
            Column::Sign => 3,
            Column::Ties | Column::Votes | Column::Sources | Column::Delay | Column::Picked => 1,
            Column::Label | Column::From | Column::To => 0,
        };
        // A blank and the mark of the order behind the head.
        short(values.max(width(self.head(lang)) + if self == Column::Sign { 0 } else { 2 }))
    }

    /// The kinds of links are longer words than those of cards.
    fn cells_in(self, listed: Listed, map: &Map, lang: Lang) -> u16 {
        if self == Column::Kind && listed == Listed::Links {
            let widest = LinkKind::ALL.iter().map(|own| width(own.word(lang))).max();
            return short(widest.unwrap_or(0));
        }
        self.cells(map, lang)
    }
}

/// The columns on the screen, page by page: those that do not fit beside the label stand on the next page. `chosen`
/// are the columns that somebody asked for; without them the column that the list is `sorted` by comes first, then
/// those that matter most.
#[must_use]
pub fn pages(
    map: &Map,
    lang: Lang,
    listed: Listed,
    chosen: Option<&BTreeSet<Column>>,
    sorted: Column,
    room: u16,
) -> Vec<Vec<Place>> {
    let most = |column: &Column| chosen.is_none_or(|own| own.contains(column));
    let mut left: Vec<Column> = match chosen {
        Some(_) => Column::beside(listed).iter().copied().filter(most).collect(),
        None => Column::first(listed).to_vec(),
    };
    // What nothing on the map can fill is not offered unasked.
    if chosen.is_none() {
        left.retain(|column| column.has_values(map));
        // A stable sort: the others keep their order.
        left.sort_by_key(|column| *column != sorted);
    }
    let cells = |column: Column| column.cells_in(listed, map, lang);
    // The label, or the two ends of a link with the sign between them.
    let (labels, between) = match listed {
        Listed::Cards => (1, LEAD + SHAPE),
        Listed::Links => (2, LEAD + SHAPE + cells(Column::Sign) + 2 + SHAPE),
    };
    let unasked = if labels > 1 { END } else { LABEL };
    let least = if chosen.is_some() { LEAST_LABEL } else { unasked.max(room * 2 / 5 / labels) };
    let mut pages = Vec::new();
    loop {
        let mut page: Vec<Column> = Vec::new();
        let used = |page: &[Column]| page.iter().map(|&own| cells(own) + 1).sum::<u16>();
        for &column in &left {
            let wide = used(&page).saturating_add(cells(column) + 1);
            if wide.saturating_add(between).saturating_add(least * labels) <= room {
                page.push(column);
            } else if chosen.is_some() {
                break;
            }
        }
        let last = page.is_empty();
        left.retain(|column| !page.contains(column));
        page.sort_by_key(|own| Column::beside(listed).iter().position(|other| other == own));
        if !last || pages.is_empty() {
            pages.push(place(listed, &page, &cells, room));
        }
        if last || left.is_empty() {
            return pages;
        }
    }
}

/// Places the columns of a page: the label takes what the others leave.
fn place(listed: Listed, page: &[Column], cells: &dyn Fn(Column) -> u16, room: u16) -> Vec<Place> {
    let used: u16 = page.iter().map(|&own| cells(own) + 1).sum();
    let mut places = vec![Place { column: Column::Picked, x: 1, width: 1 }];
    let mut x = LEAD;
    let mut put = |column: Column, width: u16| {
        places.push(Place { column, x, width });
        x = x.saturating_add(width).saturating_add(1);
    };
    let left = room.saturating_sub(LEAD).saturating_sub(used);
    match listed {
        Listed::Cards => put(Column::Label, left),
        Listed::Links => {
            let sign = cells(Column::Sign);
            let ends = left.saturating_sub(sign + 2);
            put(Column::From, ends / 2);
            put(Column::Sign, sign);
            put(Column::To, ends - ends / 2);
        }
    }
    for &column in page {
        put(column, cells(column));
    }
    places
}

fn short(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Area, Frame, Level};

    fn map() -> Map {
        let level = |id: &str, name: &str| Level { id: id.into(), name: name.to_owned(), part_of: None };
        let areas = vec![Area { id: "1A".into(), ..Area::default() }];
        let levels = vec![level("u", "Users"), level("p", "Practitioners and others")];
        Map::new("x").with_frame(Frame { levels, areas, ..Frame::default() })
    }

    fn names(page: &[Place]) -> Vec<Column> {
        page.iter().map(|place| place.column).collect()
    }

    #[test]
    fn a_narrow_screen_shows_what_matters_most_and_the_rest_on_other_pages() {
        for lang in Lang::ALL {
            let all = pages(&map(), lang, Listed::Cards, None, Column::Label, 80);
            use Column::{Area, Certainty, Label, Level, Picked, Votes};
            assert_eq!(names(&all[0]), [Picked, Label, Level, Area, Certainty]);
            assert!(all.len() > 1);
            let sorted = pages(&map(), lang, Listed::Cards, None, Column::Votes, 80);
            assert!(names(&sorted[0]).contains(&Votes), "the order can be seen");
            let shown: BTreeSet<_> = all.concat().iter().map(|place| place.column).collect();
            assert!(
                Column::beside(Listed::Cards).iter().all(|own| *own == Column::Phases || shown.contains(own))
            );
        }
    }

    #[test]
    fn columns_stand_beside_each_other_and_on_the_screen() {
        for lang in Lang::ALL {
            for listed in [Listed::Cards, Listed::Links] {
                for room in 20..220 {
                    for chosen in
                        [None, Some(Column::beside(listed).iter().copied().collect::<BTreeSet<_>>())]
                    {
                        for page in pages(&map(), lang, listed, chosen.as_ref(), Column::Sources, room) {
                            let last = page.last().expect("a label");
                            assert!(last.x + last.width <= room.max(last.x + 1), "{room}: {page:?}");
                            for pair in page.windows(2) {
                                assert!(pair[0].x + pair[0].width < pair[1].x + 1, "{room}: {page:?}");
                            }
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn columns_somebody_asked_for_come_in_their_order() {
        let chosen = BTreeSet::from([Column::Votes, Column::Tags, Column::Level]);
        let all = pages(&map(), Lang::En, Listed::Cards, Some(&chosen), Column::Label, 80);
        use Column::{Label, Level, Picked, Tags, Votes};
        assert_eq!(names(&all[0]), [Picked, Label, Level, Votes, Tags]);
        assert_eq!(all.len(), 1);
    }
}
