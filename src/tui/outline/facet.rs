//! What a list can be narrowed to without typing: one value of a kind, a level, a mark and so on.

use super::Listed;
use crate::analysis::between::{Grouping, Place, place_of};
use crate::layout::model::place_name;
use crate::map::{AreaId, Certainty, Kind, LevelId, Link, LinkId, LinkKind, Map, Mark, Node, Role, Sign};
use crate::text::{Lang, visible};
use crate::tui::say;

/// Something that rows differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// What a card is.
    Kind,
    /// What a link says.
    Says,
    /// The sign of a link.
    Sign,
    /// The level of a card, or of either end of a link.
    Level,
    /// The area.
    Area,
    /// How well founded.
    Certainty,
    /// A mark of a group.
    Mark,
    /// A free word.
    Tag,
    /// Without a level or without an area.
    Unsorted,
    /// Whether a link is missing.
    Missing,
    /// Picked.
    Picked,
    /// Without a source.
    NoSources,
    /// A link from one group of cards to another, or back; asked for on the main model.
    Between,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Narrow {
    /// It is so.
    Yes,
    /// No level, area or certainty.
    None,
    /// A kind of card.
    Kind(Kind),
    /// A cause with that role.
    Role(Role),
    /// A kind of link.
    Says(LinkKind),
    /// A sign.
    Sign(Sign),
    /// A level with its parts.
    Level(LevelId),
    /// An area with its parts.
    Area(AreaId),
    /// How well founded.
    Certainty(Certainty),
    /// A mark.
    Mark(Mark),
    /// A free word.
    Tag(String),
    /// From one group to the other, or back.
    Between {
        /// What the cards are grouped by.
        by: Grouping,
        /// The two groups.
        ends: Box<(Place, Place)>,
        /// Whether the links that ought to be there and are not; else those that are.
        missing: bool,
    },
}

impl Facet {
    /// The facets of a list, in the order in which they are offered.
    #[must_use]
    pub fn of(listed: Listed) -> &'static [Facet] {
        use Facet::{
            Area, Certainty, Kind, Level, Mark, Missing, NoSources, Picked, Says, Sign, Tag, Unsorted,
        };
        match listed {
            Listed::Cards => &[Kind, Level, Area, Certainty, Mark, Tag, Unsorted, Picked, NoSources],
            Listed::Links => &[Says, Sign, Level, Area, Certainty, Missing, Picked, NoSources],
        }
    }

    /// Those of them for which the map has anything to choose from.
    #[must_use]
    pub fn offered(map: &Map, listed: Listed) -> Vec<Facet> {
        Self::of(listed).iter().copied().filter(|facet| !facet.values(map).is_empty()).collect()
    }

    /// What it is called, in lower case.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        let words = lang.words();
        match self {
            Facet::Kind | Facet::Says => words.fields.kind,
            Facet::Sign => words.fields.sign,
            Facet::Level => words.fields.level,
            Facet::Area => words.fields.area,
            Facet::Certainty => words.fields.certainty,
            Facet::Mark => words.things.mark.one,
            Facet::Tag => words.things.tag.one,
            Facet::Unsorted => words.listing.no_level_or_area,
            Facet::Missing => words.links.missing,
            Facet::Picked => words.listing.picked,
            Facet::NoSources => words.listing.without_sources,
            Facet::Between => words.places.main_model,
        }
    }

    /// What there is to choose from: what the map has. Empty where the map has nothing of the sort.
    #[must_use]
    pub fn values(self, map: &Map) -> Vec<Narrow> {
        let with_none = |mut all: Vec<Narrow>| {
            if !all.is_empty() {
                all.push(Narrow::None);
            }
            all
        };
        match self {
            Facet::Kind => {
                let roles = Role::ALL.iter().copied().map(Narrow::Role);
                let kinds = Kind::ALL.iter().copied().map(Narrow::Kind);
                let all = kinds.clone().take(1).chain(roles).chain(kinds.skip(1));
                all.filter(|own| map.nodes().any(|(_, node)| own.fits_kind(node))).collect()
            }
            Facet::Says => {
                let there = |kind: &LinkKind| map.links().any(|(id, _)| id.kind == *kind);
                LinkKind::ALL.iter().copied().filter(there).map(Narrow::Says).collect()
            }
            Facet::Sign => Sign::ALL.iter().copied().map(Narrow::Sign).collect(),
            Facet::Level => {
                with_none(map.levels().iter().rev().map(|own| Narrow::Level(own.id.clone())).collect())
            }
            Facet::Area => with_none(map.areas().iter().map(|own| Narrow::Area(own.id.clone())).collect()),
            Facet::Certainty => with_none(Certainty::ALL.iter().copied().map(Narrow::Certainty).collect()),
            Facet::Mark => {
                let there = |mark: &Mark| map.nodes().any(|(_, node)| node.marks.contains(mark));
                Mark::ALL.iter().copied().filter(there).map(Narrow::Mark).collect()
            }
            Facet::Tag => {
                let mut tags: Vec<&String> = map.nodes().flat_map(|(_, node)| &node.tags).collect();
                tags.sort_by_cached_key(|tag| crate::text::order::order_key(tag));
                tags.dedup();
                tags.into_iter().cloned().map(Narrow::Tag).collect()
            }
            Facet::Unsorted | Facet::Missing | Facet::Picked | Facet::NoSources => vec![Narrow::Yes],
            // Chosen on another screen; there is nothing to go through here.
            Facet::Between => Vec::new(),
        }
    }

    /// Whether a card has the value.
    #[must_use]
    pub fn takes_card(self, map: &Map, value: &Narrow, node: &Node, picked: bool) -> bool {
        match (self, value) {
            (Facet::Level, own) => at_level(map, own, node.level.as_ref()),
            (Facet::Area, own) => in_area(map, own, node.area.as_ref()),
            (Facet::Certainty, Narrow::Certainty(own)) => node.certainty == Some(*own),
            (Facet::Certainty, _) => node.certainty.is_none(),
            (Facet::Mark, Narrow::Mark(own)) => node.marks.contains(own),
            (Facet::Tag, Narrow::Tag(own)) => node.tags.contains(own),
            (Facet::Unsorted, _) => node.level.is_none() || node.area.is_none(),
            (Facet::Picked, _) => picked,
            (Facet::NoSources, _) => node.sources.is_empty(),
            (_, own) => own.fits_kind(node),
        }
    }

    /// Whether a link has the value.
    #[must_use]
    pub fn takes_link(self, map: &Map, value: &Narrow, id: &LinkId, link: &Link, picked: bool) -> bool {
        let either = |fits: &dyn Fn(&Node) -> bool| {
            [&id.from, &id.to].into_iter().filter_map(|end| map.node(end)).any(fits)
        };
        match (self, value) {
            (Facet::Says, Narrow::Says(own)) => id.kind == *own,
            (Facet::Sign, Narrow::Sign(own)) => id.kind.has_sign() && link.sign_or_unknown() == *own,
            (Facet::Level, own) => either(&|node| at_level(map, own, node.level.as_ref())),
            (Facet::Area, own) => either(&|node| in_area(map, own, node.area.as_ref())),
            (Facet::Certainty, Narrow::Certainty(own)) => link.certainty == Some(*own),
            (Facet::Certainty, _) => link.certainty.is_none(),
            (Facet::Missing, _) => link.missing,
            (Facet::Between, Narrow::Between { by, ends, missing }) => {
                let place = |id| map.node(id).map(|node| place_of(map, *by, node));
                let own = (place(&id.from), place(&id.to));
                let (one, other) = (Some(&ends.0), Some(&ends.1));
                id.kind.has_sign()
                    && link.missing == *missing
                    && link.certainty != Some(Certainty::Refuted)
                    && [(one, other), (other, one)].contains(&(own.0.as_ref(), own.1.as_ref()))
            }
            (Facet::Picked, _) => picked,
            (Facet::NoSources, _) => link.sources.is_empty(),
            _ => true,
        }
    }
}

impl Narrow {
    /// What it is called on screen, safe to show.
    #[must_use]
    pub fn said(&self, map: &Map, facet: Facet, lang: Lang) -> String {
        let words = lang.words();
        match self {
            Narrow::Yes => words.doing.yes.to_owned(),
            Narrow::None => match facet {
                Facet::Level => words.places.no_level.to_lowercase(),
                Facet::Area => words.places.no_area.to_lowercase(),
                _ => words.things.not_judged.to_owned(),
            },
            Narrow::Kind(own) => own.word(lang).to_owned(),
            Narrow::Role(own) => own.word(lang).to_owned(),
            Narrow::Says(own) => own.word(lang).to_owned(),
            Narrow::Sign(own) => say::sign(lang, *own),
            Narrow::Level(own) => {
                visible(map.level(own).map_or(own.as_str(), |level| &level.name)).into_owned()
            }
            Narrow::Area(own) => {
                let name = map.area(own).map_or("", |area| &area.name);
                visible(format!("{own} {name}").trim_end()).into_owned()
            }
            Narrow::Certainty(own) => own.word(lang).to_owned(),
            Narrow::Mark(own) => own.word(lang).to_owned(),
            Narrow::Tag(own) => visible(own).into_owned(),
            Narrow::Between { by, ends, missing } => {
                let name = |place: &Place| place_name(map, place, *by, lang);
                let word = if *missing { format!(", {}", words.links.missing) } else { String::new() };
                format!("{} / {}{word}", name(&ends.0), name(&ends.1))
            }
        }
    }

    fn fits_kind(&self, node: &Node) -> bool {
        match self {
            Narrow::Kind(own) => node.kind == *own,
            Narrow::Role(own) => node.kind == Kind::Cause && node.role == Some(*own),
            _ => true,
        }
    }
}

fn at_level(map: &Map, wanted: &Narrow, level: Option<&LevelId>) -> bool {
    match (wanted, level) {
        (Narrow::Level(wanted), Some(level)) => map.levels_up(level).any(|own| own.id == *wanted),
        (Narrow::None, None) => true,
        _ => false,
    }
}

fn in_area(map: &Map, wanted: &Narrow, area: Option<&AreaId>) -> bool {
    match (wanted, area) {
        (Narrow::Area(wanted), Some(area)) => map.areas_up(area).any(|own| own.id == *wanted),
        (Narrow::None, None) => true,
        _ => false,
    }
}
