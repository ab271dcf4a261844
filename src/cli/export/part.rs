//! Which part of a map is exported.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use clap::Args;

use crate::analysis::budget::Budget;
use crate::analysis::named::Titles;
use crate::analysis::{ChainQuery, Loop, LoopQuery, find_chains, find_loops};
use crate::cli::answer::Failure;
use crate::cli::lookup;
use crate::exchange::Part;
use crate::layout::staircase::Walk;
use crate::map::{Arc, LinkId, LinkKind, Map, NodeId, Scope, Snapshot};
use crate::text::visible;

/// How long loops or chains are looked for.
const PATIENCE: Duration = Duration::from_secs(10);

/// A part of a map; one of them at a time.
#[derive(Args, Clone, Debug, Default)]
pub struct PartArgs {
    /// Only a loop: its title or id, or R2, B1, … as floke loops lists it
    #[arg(long = "loop", value_name = "LOOP", group = "part")]
    of_loop: Option<String>,
    /// Only a chain: its cards with commas between them; between two that no link joins the shortest way is taken
    #[arg(long, value_name = "ID,ID…", value_delimiter = ',', num_args = 1, group = "part")]
    chain: Vec<String>,
    /// Only a journey: its title, its id or its number
    #[arg(long, value_name = "JOURNEY", group = "part")]
    journey: Option<String>,
    /// Only a level: its name or id
    #[arg(long, value_name = "LEVEL", group = "part")]
    level: Option<String>,
    /// Only an area: its name or id
    #[arg(long, value_name = "AREA", group = "part")]
    area: Option<String>,
}

impl PartArgs {
    /// The part of that map.
    ///
    /// # Errors
    /// If there is no such part, with what there is.
    pub fn of(&self, map: &Map) -> Result<Part, Failure> {
        if let Some(name) = &self.of_loop {
            return a_loop(map, name).map(Part::Walk);
        }
        if !self.chain.is_empty() {
            return chain(map, &self.chain).map(Part::Walk);
        }
        if let Some(name) = &self.journey {
            let all: Vec<_> = map.journeys();
            let rows: Vec<_> = all.iter().map(|(id, told)| (id.as_str(), told.title.as_str())).collect();
            return found("journey", name, &rows).map(|at| Part::Journey(all[at].0.clone()));
        }
        if let Some(name) = &self.level {
            let all = map.levels();
            let rows: Vec<_> = all.iter().map(|level| (level.id.as_str(), level.name.as_str())).collect();
            return found("level", name, &rows).map(|at| Part::Level(all[at].id.clone()));
        }
        if let Some(name) = &self.area {
            let all = map.areas();
            let rows: Vec<_> = all.iter().map(|area| (area.id.as_str(), area.name.as_str())).collect();
            return found("area", name, &rows).map(|at| Part::Area(all[at].id.clone()));
        }
        Ok(Part::Whole)
    }
}

/// The place of what is named: by id, by name, by the beginning of a name, by its number from 1.
pub(in crate::cli) fn found(what: &str, wanted: &str, rows: &[(&str, &str)]) -> Result<usize, Failure> {
    let folded = wanted.to_lowercase();
    let exact = |&(id, name): &(&str, &str)| id == wanted || name == wanted;
    let alike = |&(id, name): &(&str, &str)| id.to_lowercase() == folded || name.to_lowercase() == folded;
    let begins = |&(_, name): &(&str, &str)| !folded.is_empty() && name.to_lowercase().starts_with(&folded);
    for test in [&exact as &dyn Fn(&(&str, &str)) -> bool, &alike, &begins] {
        let those: Vec<usize> = (0..rows.len()).filter(|&at| test(&rows[at])).collect();
        match those[..] {
            [] => {}
            [one] => return Ok(one),
            _ => {
                let listed: Vec<_> = those.iter().map(|&at| rows[at]).collect();
                return Err(Failure::new(
                    format!("'{wanted}' may be one of several: {}", names(&listed)),
                    "write the id",
                ));
            }
        }
    }
    if let Some(at) = wanted.parse::<usize>().ok().filter(|at| (1..=rows.len()).contains(at)) {
        return Ok(at - 1);
    }
    let advice = if rows.is_empty() {
        format!("the map has no {what} of its own")
    } else {
        format!("the map has {}", names(rows))
    };
    Err(Failure::new(format!("there is no {what} '{wanted}'"), advice))
}

fn names(rows: &[(&str, &str)]) -> String {
    let one = |(id, name): &(&str, &str)| format!("{} «{}»", visible(id), visible(name));
    let shown: Vec<String> = rows.iter().take(10).map(one).collect();
    let more = rows.len() - shown.len();
    if more == 0 { shown.join(", ") } else { format!("{} and {more} more", shown.join(", ")) }
}

fn id_of(snapshot: &Snapshot, arc: &Arc) -> LinkId {
    LinkId { from: snapshot.id(arc.from).clone(), to: snapshot.id(arc.to).clone(), kind: arc.kind }
}

fn a_loop(map: &Map, wanted: &str) -> Result<Walk, Failure> {
    let told: Vec<_> = map.loops().iter().collect();
    let rows: Vec<_> = told.iter().map(|(id, told)| (id.as_str(), told.title.as_str())).collect();
    let missed = match found("loop", wanted, &rows) {
        Ok(at) => {
            let (id, told) = told[at];
            let walk = Walk::circle(&told.title, told.links().collect());
            return walk.ok_or_else(|| {
                Failure::new(
                    format!("the loop '{id}' has no links"),
                    "draw it on the map first, or name another",
                )
            });
        }
        Err(missed) => missed,
    };
    let Some((letter, number)) = place(wanted) else { return Err(missed) };
    let snapshot = Snapshot::of(map, &Scope::default());
    let began = Instant::now();
    let late = || began.elapsed() >= PATIENCE;
    let query = LoopQuery { max_length: 8, ..LoopQuery::default() };
    let (mut seen, mut hit): (usize, Option<Loop>) = (0, None);
    let _ = find_loops(&snapshot, &query, &mut Budget::unlimited().with_stop(&late), &mut |found| {
        seen += usize::from(found.sign(&snapshot).letter() == letter);
        if seen == number {
            hit = Some(found);
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    });
    let Some(found) = hit else {
        let place = format!("{letter}{number}");
        return Err(Failure::new(
            format!("there is no loop {place} of up to 8 links; there are {seen} with {letter}"),
            "floke loops lists those; a longer one needs a name on the map",
        ));
    };
    let title = Titles::of(map).get(&found, &snapshot).and_then(|id| map.loops().get(id));
    let title = title.map_or_else(|| format!("{letter}{number}"), |told| told.title.clone());
    let links = found.links(&snapshot).map(|arc| id_of(&snapshot, arc)).collect();
    Ok(Walk::circle(&title, links).expect("a loop has links"))
}

/// `R2` as letter and number; the Norwegian F is the same as R.
fn place(text: &str) -> Option<(char, usize)> {
    let letter = match text.chars().next()?.to_ascii_uppercase() {
        'R' | 'F' => 'R',
        'B' => 'B',
        'U' => 'U',
        _ => return None,
    };
    let number = text.get(1..)?.parse().ok().filter(|&number| number > 0)?;
    Some((letter, number))
}

fn chain(map: &Map, names: &[String]) -> Result<Walk, Failure> {
    let stops =
        names.iter().map(|name| lookup::node(map, name.trim())).collect::<Result<Vec<NodeId>, _>>()?;
    let [start, _, ..] = &stops[..] else {
        return Err(Failure::new(
            "a chain has two cards or more",
            "write them with commas between: --chain from,to",
        ));
    };
    let mut links = Vec::new();
    for pair in stops.windows(2) {
        let (from, to) = (&pair[0], &pair[1]);
        let direct = |signed: bool| {
            let those = map.links_from(from).map(|(id, _)| id);
            those
                .filter(|id| id.to == *to && id.kind.has_sign() == signed)
                .min_by_key(|id| id.kind != LinkKind::Causes)
        };
        match direct(true).or_else(|| direct(false)) {
            Some(link) => links.push(link.clone()),
            None => links.extend(shortest(map, from, to)?),
        }
    }
    Ok(Walk::chain(start.clone(), links))
}

/// The shortest chain of causes from one card to another; of several the first one.
fn shortest(map: &Map, from: &NodeId, to: &NodeId) -> Result<Vec<LinkId>, Failure> {
    let snapshot = Snapshot::of(map, &Scope::default());
    let spot = |id| snapshot.spot(id).expect("every node of the map is in its snapshot");
    let query = ChainQuery { max_length: 0, size_limit: 1, ..ChainQuery::new(spot(from), spot(to)) };
    let began = Instant::now();
    let late = || began.elapsed() >= PATIENCE;
    let mut links = None;
    let _ = find_chains(&snapshot, &query, &mut Budget::unlimited().with_stop(&late), &mut |chain| {
        links = Some(chain.links(&snapshot).map(|arc| id_of(&snapshot, arc)).collect());
        ControlFlow::Break(())
    });
    links.ok_or_else(|| {
        Failure::new(
            format!(
                "no chain of causes leads from '{}' to '{}'",
                visible(from.as_str()),
                visible(to.as_str())
            ),
            "floke effects lists where one leads",
        )
    })
}
