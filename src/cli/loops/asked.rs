//! `floke loops`: which loops are asked for, and the search for them.

use std::ops::ControlFlow;

use super::LoopsArgs;
use super::report::Asked;
use crate::analysis::budget::Budget;
use crate::analysis::loops::{compare, numbers};
use crate::analysis::{
    Found, Loop, LoopQuery, Place, Polarity, Standing, Total, find_loops, independent_loops,
};
use crate::cli::answer::Failure;
use crate::cli::export::part;
use crate::cli::lookup;
use crate::map::{Map, NodeId, Snapshot, Spot};

/// The queries whose loops together are those asked for; no loop answers two of them.
pub(super) fn queries(args: &LoopsArgs, map: &Map, snapshot: &Snapshot) -> Result<Vec<LoopQuery>, Failure> {
    let levels = map.levels().iter().map(|level| (level.id.as_str(), level.name.as_str()));
    let areas = map.areas().iter().map(|area| (area.id.as_str(), area.name.as_str()));
    let query = LoopQuery {
        max_length: args.max_length,
        through_level: place("level", args.level.as_deref(), &levels.collect::<Vec<_>>())?,
        through_area: place("area", args.area.as_deref(), &areas.collect::<Vec<_>>())?,
        across_levels: args.across_levels,
        from_bottom_to_top: args.bottom_to_top,
        ..LoopQuery::default()
    };
    let Some(name) = &args.through else { return Ok(vec![query]) };
    let missed = match lookup::node(map, name) {
        Ok(id) => return Ok(vec![LoopQuery { through: snapshot.spot(&id), ..query }]),
        Err(missed) => missed,
    };
    let Some((from, to)) = name.split_once('>') else { return Err(missed) };
    if from.trim().is_empty() || to.trim().is_empty() {
        return Err(Failure::new(
            format!("'{name}' names no link: a card is left out"),
            "write the cards on both sides, as in from>to",
        ));
    }
    let ends = (lookup::node(map, from.trim())?, lookup::node(map, to.trim())?);
    let parallel = links_between(snapshot, &ends);
    if parallel.is_empty() {
        return Err(Failure::new(
            format!("no link leads from {} to {}", ends.0, ends.1),
            "floke show lists them all; other kinds of links come in with --over and --with",
        ));
    }
    Ok(parallel.into_iter().map(|link| LoopQuery { through_link: Some(link), ..query.clone() }).collect())
}

fn place(what: &str, wanted: Option<&str>, rows: &[(&str, &str)]) -> Result<Option<u16>, Failure> {
    let Some(wanted) = wanted else { return Ok(None) };
    Ok(u16::try_from(part::found(what, wanted, rows)?).ok())
}

/// The numbers of the links from one card to another.
fn links_between(snapshot: &Snapshot, (from, to): &(NodeId, NodeId)) -> Vec<u32> {
    let (Some(from), Some(to)) = (snapshot.spot(from), snapshot.spot(to)) else { return Vec::new() };
    let leads_there = |at: &usize| snapshot.arcs()[*at].to == to as Spot;
    snapshot.outgoing(from).filter(leads_there).filter_map(|at| u32::try_from(at).ok()).collect()
}

/// Searches for the loops and keeps the first of them, as many as may be listed.
pub(super) fn list(
    snapshot: &Snapshot,
    queries: &[LoopQuery],
    limit: usize,
    budget: &mut Budget<'_>,
) -> (Found, Vec<Loop>) {
    let mut listed = Vec::new();
    let mut sum: Option<Found> = None;
    for query in queries {
        let mut room = limit;
        let found = find_loops(snapshot, query, budget, &mut |found| {
            if room > 0 {
                room -= 1;
                listed.push(found);
            }
            ControlFlow::Continue(())
        });
        sum = Some(sum.map_or_else(|| found.clone(), |sum| both(&sum, &found)));
    }
    if queries.len() > 1 {
        listed.sort_by(|a, b| compare(a, b, snapshot));
        listed.truncate(limit);
    }
    (sum.unwrap_or_default(), listed)
}

/// What two searches found that have no loop in common.
fn both(one: &Found, other: &Found) -> Found {
    Found {
        count: one.count + other.count,
        reinforcing: one.reinforcing + other.reinforcing,
        balancing: one.balancing + other.balancing,
        undetermined: one.undetermined + other.undetermined,
        complete_to: one.complete_to.min(other.complete_to),
        complete: one.complete && other.complete,
        longer: one.longer || other.longer,
        stopped_by: one.stopped_by.or(other.stopped_by),
    }
}

/// The independent loops, as if a search had found them.
pub(super) fn summary(snapshot: &Snapshot, limit: usize, budget: &mut Budget<'_>) -> (Found, Vec<Loop>) {
    let mut set = independent_loops(snapshot, budget);
    let with = |polarity| set.loops.iter().filter(|found| found.sign(snapshot) == polarity).count();
    let found = Found {
        count: set.loops.len(),
        reinforcing: with(Polarity::Reinforcing),
        balancing: with(Polarity::Balancing),
        undetermined: with(Polarity::Undetermined),
        complete: set.complete(),
        stopped_by: set.stopped_by,
        ..Found::default()
    };
    set.loops.truncate(limit);
    (found, set.loops)
}

/// The number of each listed loop among all of its sign, as in the list of all loops; `None` where that list was not
/// searched so far. So a loop is called the same however it was asked for.
pub(super) fn places(
    snapshot: &Snapshot,
    listed: &[Loop],
    are_first: bool,
    budget: &mut Budget<'_>,
) -> Vec<Option<usize>> {
    if are_first {
        let signs = listed.iter().map(|found| (found.sign(snapshot), Standing::of(found, snapshot)));
        return Place::all(signs).into_iter().map(|place| Some(place.number)).collect();
    }
    numbers(snapshot, listed, budget)
}

/// Which loops the queries ask for, in a word.
pub(super) fn asked(args: &LoopsArgs, queries: &[LoopQuery]) -> Asked {
    let bare =
        |query: &LoopQuery| LoopQuery { through: None, through_link: None, ..query.clone() }.wants_all();
    match queries.first() {
        _ if args.summary => Asked::Summary,
        None => Asked::All,
        Some(query) if query.wants_all() => Asked::All,
        Some(query) if !bare(query) => Asked::Some,
        Some(query) if query.through_link.is_some() => Asked::ThroughLink,
        Some(_) => Asked::ThroughCard,
    }
}

/// The total, or what was listed if that is more: a count that came to no end may have seen less than the search.
pub(super) fn at_least_those(total: Total, found: &Found) -> Total {
    if total.exact || total.count >= found.count as u128 {
        return total;
    }
    Total {
        count: found.count as u128,
        reinforcing: found.reinforcing as u128,
        balancing: found.balancing as u128,
        undetermined: found.undetermined as u128,
        exact: false,
    }
}
