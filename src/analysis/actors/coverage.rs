//! Who is with us: for each sector and level the actors there and the part they take.
//!
//! A cell says what was said, never what ought to be: nobody on a level of a sector may be right.

use std::collections::BTreeMap;

use super::cast;
use crate::map::{Involvement, LevelId, Map, Node, NodeId};

/// How present a sector is on a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Presence {
    /// Somebody takes part.
    Active,
    /// Nobody takes part, and somebody speaks for them.
    Represented,
    /// Somebody is asked now and then, no more.
    OnEdge,
    /// All of whom it was said are absent.
    Absent,
    /// There are actors, and of none was it said.
    NotStated,
    /// There is no actor.
    Nobody,
}

impl Presence {
    /// Every one.
    pub const ALL: [Presence; 6] = [
        Presence::Active,
        Presence::Represented,
        Presence::OnEdge,
        Presence::Absent,
        Presence::NotStated,
        Presence::Nobody,
    ];

    /// What one actor brings.
    #[must_use]
    pub fn of(involvement: Option<Involvement>) -> Self {
        match involvement {
            Some(Involvement::Active) => Presence::Active,
            Some(Involvement::Represented) => Presence::Represented,
            Some(Involvement::OnEdge) => Presence::OnEdge,
            Some(Involvement::Absent) => Presence::Absent,
            None => Presence::NotStated,
        }
    }

    /// As programs read it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Presence::Active => "active",
            Presence::Represented => "represented",
            Presence::OnEdge => "on_edge",
            Presence::Absent => "absent",
            Presence::NotStated => "not_stated",
            Presence::Nobody => "nobody",
        }
    }
}

/// The actors of a sector on a level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// Who, by id.
    pub actors: Vec<NodeId>,
    /// How many of them take which part, as in [`Presence::ALL`]; none are nobody.
    pub counts: [usize; 5],
}

impl Cover {
    fn add(&mut self, id: &NodeId, node: &Node) {
        self.actors.push(id.clone());
        self.counts[Presence::of(node.involvement) as usize] += 1;
    }

    /// The most that was said of anybody here.
    #[must_use]
    pub fn presence(&self) -> Presence {
        let most = Presence::ALL.into_iter().zip(self.counts).find(|(_, count)| *count > 0);
        most.map_or(Presence::Nobody, |(own, _)| own)
    }
}

/// Sectors × levels.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The levels bottom to top, a level with parts as its parts unless they are folded; a whole whose parts stand by
    /// themselves only if an actor stands on it. `None` last, for actors without a level, if there are any.
    pub levels: Vec<Option<LevelId>>,
    /// The sectors by letters, written as the first actor by id has it; upper and lower case do not make two. `None`
    /// last, for actors without a sector, if there are any.
    pub sectors: Vec<Option<String>>,
    /// For each sector its cells, one for each level.
    pub cells: Vec<Vec<Cover>>,
}

impl Coverage {
    /// The coverage of a map. `fold` puts the parts of levels into their whole. Nothing at all for a map without actors.
    #[must_use]
    pub fn of(map: &Map, fold: bool) -> Self {
        let level_of = |node: &Node| -> Option<LevelId> {
            let own = map.level(node.level.as_ref()?)?;
            let own = if fold { map.whole_level(&own.id).unwrap_or(own) } else { own };
            Some(own.id.clone())
        };
        let actors: Vec<_> = cast(map).map(|(id, node)| (id, node, level_of(node))).collect();
        if actors.is_empty() {
            return Self::default();
        }
        let stands = |level: &Option<LevelId>| actors.iter().any(|(.., own)| own == level);
        let shown = |id: &LevelId| match (map.whole_level(id), fold) {
            (Some(whole), true) => whole.id == *id,
            _ => map.parts_of(id).next().is_none() || stands(&Some(id.clone())),
        };
        let mut levels: Vec<Option<LevelId>> =
            map.levels().iter().map(|level| &level.id).filter(|id| shown(id)).cloned().map(Some).collect();
        if stands(&None) {
            levels.push(None);
        }
        let mut sectors: BTreeMap<(bool, String), (Option<String>, Vec<Cover>)> = BTreeMap::new();
        for (id, node, level) in &actors {
            let name = node.sector.trim();
            let said = (!name.is_empty()).then(|| name.to_owned());
            let row = sectors.entry((said.is_none(), node.sector_key()));
            let (_, cells) = row.or_insert_with(|| (said, vec![Cover::default(); levels.len()]));
            if let Some(cell) = levels.iter().position(|own| own == level).and_then(|at| cells.get_mut(at)) {
                cell.add(id, node);
            }
        }
        let (sectors, cells) = sectors.into_values().unzip();
        Self { levels, sectors, cells }
    }

    /// All actors of a level, whatever their sector.
    #[must_use]
    pub fn of_level(&self, level: usize) -> Cover {
        let mut all = Cover::default();
        for cell in self.cells.iter().filter_map(|row| row.get(level)) {
            all.actors.extend(cell.actors.iter().cloned());
            for (sum, count) in all.counts.iter_mut().zip(cell.counts) {
                *sum += count;
            }
        }
        all.actors.sort();
        all
    }

    /// Place of the sector and place of the level of an actor.
    #[must_use]
    pub fn find(&self, id: &NodeId) -> Option<(usize, usize)> {
        let rows = self.cells.iter().enumerate();
        let mut cells = rows.flat_map(|(row, cells)| cells.iter().enumerate().map(move |own| (row, own)));
        cells.find(|(_, (_, cell))| cell.actors.contains(id)).map(|(row, (column, _))| (row, column))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Frame, Kind, Level};

    fn map() -> Map {
        let level = |id: &str, part_of: Option<&str>| Level {
            id: id.into(),
            name: id.into(),
            part_of: part_of.map(LevelId::from),
        };
        let levels = vec![
            level("users", None),
            level("system", None),
            level("county", Some("system")),
            level("top", Some("system")),
        ];
        let mut map = Map::new("x").with_frame(Frame { levels, ..Frame::default() });
        use Involvement::{Absent, Active, OnEdge, Represented};
        for (id, level, sector, involvement) in [
            ("a", Some("users"), "Health", Some(Absent)),
            ("b", Some("users"), "health ", Some(Represented)),
            ("c", Some("county"), "Health", Some(OnEdge)),
            ("d", Some("top"), "Health", Some(Active)),
            ("e", Some("top"), "Work", None),
            ("f", None, "", Some(Absent)),
        ] {
            let node = Node {
                level: level.map(LevelId::from),
                sector: sector.into(),
                involvement,
                ..Node::new(Kind::Actor, id)
            };
            map.insert_node(id.into(), node).expect("new");
        }
        map.insert_node("x".into(), Node { sector: "Law".into(), ..Node::new(Kind::Cause, "x") })
            .expect("new");
        map
    }

    fn read(coverage: &Coverage) -> Vec<String> {
        let row = |row: &Vec<Cover>| {
            row.iter()
                .map(|cell| format!("{}{}", cell.actors.len(), cell.presence().name()))
                .collect::<Vec<_>>()
        };
        let rows = coverage.sectors.iter().zip(&coverage.cells);
        rows.map(|(sector, cells)| format!("{}: {}", sector.as_deref().unwrap_or("-"), row(cells).join(" ")))
            .collect()
    }

    #[test]
    fn the_most_that_was_said_of_anybody_counts() {
        let coverage = Coverage::of(&map(), false);
        let levels: Vec<_> = coverage.levels.iter().flatten().map(LevelId::as_str).collect();
        // Nobody stands on the whole itself; one without a level stands last.
        assert_eq!((levels, coverage.levels.len()), (vec!["users", "county", "top"], 4));
        assert_eq!(
            read(&coverage),
            [
                "Health: 2represented 1on_edge 1active 0nobody",
                "Work: 0nobody 0nobody 1not_stated 0nobody",
                "-: 0nobody 0nobody 0nobody 1absent",
            ]
        );
        assert_eq!(coverage.of_level(2).counts, [1, 0, 0, 0, 1]);
        assert_eq!(coverage.find(&"e".into()), Some((1, 2)));
        assert_eq!(coverage.find(&"x".into()), None, "a cause has no sector here");
    }

    #[test]
    fn parts_fold_into_their_whole_and_no_actor_makes_no_table() {
        let coverage = Coverage::of(&map(), true);
        assert_eq!(read(&coverage)[0], "Health: 2represented 2active 0nobody");
        let nothing = Coverage::of(&Map::new("x"), false);
        assert!(nothing.levels.is_empty() && nothing.sectors.is_empty() && nothing.cells.is_empty());
    }
}
