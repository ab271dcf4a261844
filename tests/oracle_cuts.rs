//! Cuts, bottlenecks, rankings, standings and the table of levels against an oracle that shares no code with
//! them: it tries every row of links and every set of nodes.

#[path = "common/chance.rs"]
mod chance;
#[path = "oracle/ways.rs"]
mod ways;
#[path = "oracle/web.rs"]
mod web;

use std::ops::ControlFlow;

use chance::Chance;
use floke::analysis::cut::{LeftOut, cut_told};
use floke::analysis::levels::{Pair, Traffic};
use floke::analysis::{
    Budget, Chain, ChainQuery, ChainSum, Grounds, Levels, NetSign, best_chains, bottlenecks, cut_chains,
    cut_loops, find_chains, structure,
};
use floke::map::{LinkKind, NamedLoop, Scope, Snapshot, Spot};
use ways::{Row, visited};
use web::{Web, link_id, name};

const GRAPHS: usize = 2_000;

fn spot(node: usize) -> Spot {
    Spot::try_from(node).expect("few")
}

fn bits(spots: &[Spot]) -> u32 {
    spots.iter().fold(0, |bits, &spot| bits | 1 << spot)
}

/// The places of the snapshot's links among the web's lines: both are sorted by ends and kind.
fn effects(web: &Web) -> Vec<usize> {
    (0..web.lines.len()).filter(|&at| web.lines[at].is_effect() && web.lines[at].runs()).collect()
}

/// Runs a check on many webs, with two nodes each.
fn each(seed: u64, mut check: impl FnMut(&Web, &floke::map::Map, &Snapshot, &mut Chance)) {
    let mut chance = Chance(seed);
    for _ in 0..GRAPHS {
        let web = web::random(&mut chance);
        let map = web::map(&web, &mut chance);
        let snapshot = Snapshot::of(&map, &Scope::default());
        check(&web, &map, &snapshot, &mut chance);
    }
}

fn inner(web: &Web, row: &Row, from: usize, to: usize) -> u32 {
    visited(web, row) & !(1 << from) & !(1 << to)
}

#[test]
fn cuts_of_chains_are_the_smallest_and_nearest_to_the_start() {
    let (mut direct, mut sizes) = (0, [0; 8]);
    each(1, |web, _, snapshot, chance| {
        for _ in 0..4 {
            let (from, to) = (chance.below(web.nodes), chance.below(web.nodes));
            let rows = ways::chains(web, from, to);
            let cut = cut_chains(snapshot, spot(from), spot(to), &mut Budget::unlimited());
            if rows.iter().any(|row| row.len() == 1) {
                direct += 1;
                assert_eq!(cut, None, "{from} {to} {web:?}");
                continue;
            }
            let sets: Vec<u32> = rows.iter().map(|row| inner(web, row, from, to)).collect();
            let smallest = ways::smallest_hits(web.nodes, &sets, 1 << from | 1 << to);
            let cut = cut.expect("no direct link");
            let chosen = bits(&cut.nodes);
            assert!(cut.proven_smallest && smallest.contains(&chosen), "{from} {to} {chosen:b} {web:?}");
            assert!(cut.nodes.is_sorted());
            // What the start still leads to without it: nothing more than without any other smallest set.
            let open = |chosen: u32| {
                let reached = |node: &usize| {
                    let free =
                        |line: &web::Line| line.is_effect() && line.runs() && chosen >> line.to & 1 == 0;
                    *node == from || !ways::rows(web, from, *node, &free).is_empty()
                };
                (0..web.nodes).filter(reached).fold(0_u32, |bits, node| bits | 1 << node)
            };
            assert!(smallest.iter().all(|&other| open(chosen) & !open(other) == 0), "{from} {to} {web:?}");
            sizes[cut.nodes.len()] += 1;
        }
    });
    println!("{direct} direct, sizes {sizes:?}");
    assert!(direct > 1_000 && sizes[1] > 500 && sizes[2] > 100 && sizes[3] > 10);
}

#[test]
fn bottlenecks_are_on_every_chain_in_order() {
    let (mut some, mut none) = (0, 0);
    each(2, |web, _, snapshot, chance| {
        for _ in 0..4 {
            let (from, to) = (chance.below(web.nodes), chance.below(web.nodes));
            let rows = ways::chains(web, from, to);
            let found =
                bottlenecks(snapshot, spot(from), spot(to), &mut Budget::unlimited()).expect("no limit");
            let Some(first) = rows.first() else {
                assert_eq!(found, None);
                continue;
            };
            let on_all = |node: &usize| rows.iter().all(|row| inner(web, row, from, to) >> node & 1 == 1);
            let order =
                |row: &Row| row[1..].iter().map(|&at| web.lines[at].from).filter(on_all).collect::<Vec<_>>();
            let truth: Vec<Spot> = order(first).into_iter().map(spot).collect();
            assert_eq!(found.as_ref(), Some(&truth), "{from} {to} {web:?}");
            if truth.is_empty() { none += 1 } else { some += 1 }
        }
    });
    println!("{some} with, {none} without");
    assert!(some > 500 && none > 500);
}

#[test]
fn cuts_of_loops_are_the_smallest() {
    let mut sizes = [0; 9];
    each(3, |web, _, snapshot, _| {
        let loops = ways::loops(web, &|line| line.is_effect() && line.runs());
        let sets: Vec<u32> = loops.iter().map(|row| visited(web, row)).collect();
        let smallest = ways::smallest_hits(web.nodes, &sets, 0);
        let cut = cut_loops(snapshot, &mut Budget::unlimited());
        assert!(cut.proven_smallest && smallest.contains(&bits(&cut.nodes)), "{cut:?} {smallest:?} {web:?}");
        assert!(cut.nodes.is_sorted());
        for steps in [0, 10, 60, 200] {
            let cut = cut_loops(snapshot, &mut Budget::steps(steps));
            assert!(sets.iter().all(|set| set & bits(&cut.nodes) != 0), "after {steps} steps: {web:?}");
            let least = smallest[0].count_ones() as usize;
            assert!(!cut.proven_smallest || cut.nodes.len() == least, "after {steps} steps: {web:?}");
        }
        sizes[cut.nodes.len()] += 1;
    });
    println!("sizes {sizes:?}");
    assert!(sizes[..6].iter().all(|&size| size > 20));
}

#[test]
fn cuts_of_told_loops_are_the_smallest() {
    let (mut sizes, mut out) = ([0; 9], 0);
    each(4, |web, map, snapshot, chance| {
        let all = ways::loops(web, &|_| true);
        if all.is_empty() {
            return;
        }
        let mut map = map.clone();
        let (mut sets, mut left_out) = (Vec::new(), Vec::new());
        let mut frame = map.frame();
        for told in 0..1 + chance.below(7) {
            let row = &all[chance.below(all.len())];
            let mut through: Vec<(floke::map::NodeId, LinkKind)> = Vec::new();
            for &at in row {
                through.push((name(web.lines[at].from).as_str().into(), web::kind(web.lines[at].kind)));
            }
            let gone = chance.percent(15);
            if gone {
                through[0].1 = LinkKind::Needs;
            }
            let id = format!("loop-{told}");
            if gone {
                left_out.push((id.as_str().into(), LeftOut::Broken));
            } else if row.iter().all(|&at| web.lines[at].runs()) {
                sets.push(visited(web, row));
            } else {
                left_out.push((id.as_str().into(), LeftOut::NotRunning));
            }
            let told = NamedLoop { title: "Told".into(), through, note: Vec::new() };
            frame.loops.insert(id.as_str().into(), told);
        }
        map = map.with_frame(frame);
        let smallest = ways::smallest_hits(web.nodes, &sets, 0);
        let found = cut_told(&map, snapshot, &Scope::default(), &mut Budget::unlimited());
        assert!(found.cut.proven_smallest && smallest.contains(&bits(&found.cut.nodes)), "{found:?} {web:?}");
        assert_eq!((found.broken.len(), &found.left_out), (sets.len(), &left_out));
        let stopped = cut_told(&map, snapshot, &Scope::default(), &mut Budget::steps(3));
        assert!(sets.iter().all(|set| set & bits(&stopped.cut.nodes) != 0));
        sizes[found.cut.nodes.len()] += 1;
        out += left_out.len();
    });
    println!("sizes {sizes:?}, {out} left out");
    assert!(sizes[..4].iter().all(|&size| size > 20) && out > 500);
}

#[test]
fn the_best_chains_are_those_that_sorting_all_of_them_gives() {
    let (mut seen, mut conflicts, mut never_met) = (0, 0, 0);
    each(5, |web, map, snapshot, chance| {
        let effects = effects(web);
        for _ in 0..4 {
            let (from, to) = (chance.below(web.nodes), chance.below(web.nodes));
            let (longest, wanted) = (chance.below(8), 1 + chance.below(12));
            let mut rows = ways::chains(web, from, to);
            rows.retain(|row| longest == 0 || row.len() <= longest);
            rows.sort_by_key(|row| (ways::evidence(web, row), row.clone()));
            let query = ChainQuery { max_length: longest, ..ChainQuery::new(spot(from), spot(to)) };
            let ranked = best_chains(snapshot, &query, wanted, &mut Budget::unlimited());
            let found: Vec<Row> = ranked
                .chains
                .iter()
                .map(|chain| chain.arcs.iter().map(|&arc| effects[arc as usize]).collect())
                .collect();
            assert_eq!(found, rows[..wanted.min(rows.len())], "{from} {to} at most {longest}: {web:?}");
            assert_eq!((ranked.complete, ranked.more), (true, rows.len() > wanted));
            seen += found.len();

            let mut sum = ChainSum::default();
            find_chains(snapshot, &query, &mut Budget::unlimited(), &mut |chain| {
                sum.add(&chain, snapshot);
                ControlFlow::Continue(())
            });
            let with = |sign| {
                rows.iter().filter(|row| ways::sign(web, row) == sign).map(Vec::len).collect::<Vec<_>>()
            };
            for (tally, lengths) in
                [(&sum.plus, with('+')), (&sum.minus, with('-')), (&sum.unknown, with('?'))]
            {
                assert_eq!(tally.count, lengths.len());
                assert_eq!(tally.shortest.as_ref().map(Chain::length), lengths.iter().min().copied());
            }
            let net = match (with('+').is_empty(), with('-').is_empty(), with('?').is_empty()) {
                (true, true, true) => NetSign::Nothing,
                (false, false, _) => NetSign::Conflicting,
                (_, _, false) => NetSign::Unknown,
                (false, true, true) => NetSign::Plus,
                (true, false, true) => NetSign::Minus,
            };
            assert_eq!(sum.net(), net);
            conflicts += usize::from(net == NetSign::Conflicting);

            for (chain, row) in ranked.chains.iter().zip(&found) {
                let grounds = Grounds::of(map, snapshot, chain);
                let cited = |at: usize| &web.lines[row[at]].sources;
                let covers = |source: &usize| (0..row.len()).all(|at| cited(at).contains(source));
                let covering: Vec<String> = (0..4).filter(covers).map(|at| format!("source-{at}")).collect();
                assert_eq!(grounds.covering.iter().map(|id| id.as_str()).collect::<Vec<_>>(), covering);
                let apart = |&at: &usize| {
                    let both = !cited(at).is_empty() && !cited(at + 1).is_empty();
                    both && !cited(at).iter().any(|source| cited(at + 1).contains(source))
                };
                assert_eq!(grounds.never_met, (0..row.len() - 1).filter(apart).collect::<Vec<_>>());
                never_met += grounds.never_met.len();
                assert_eq!(web.lines[row[grounds.weakest]].footing, ways::evidence(web, row).0);
            }
        }
    });
    println!("{seen} chains, {conflicts} conflicting, {never_met} pairs that never met");
    assert!(seen > 5_000 && conflicts > 300 && never_met > 500);
}

#[test]
fn standings_are_what_counting_gives() {
    let mut powers = [0; 65];
    each(6, |web, _, snapshot, chance| {
        let longest = chance.below(7);
        let found = structure(snapshot, longest, &mut Budget::unlimited());
        let linked = ways::matrix(web);
        let rows = |of: &[Vec<u128>]| of.iter().map(|row| row.iter().sum()).collect::<Vec<u128>>();
        let columns = |of: &[Vec<u128>]| {
            (0..web.nodes).map(|at| of.iter().map(|row| row[at]).sum()).collect::<Vec<u128>>()
        };
        let mut loops = ways::loops(web, &|line| line.is_effect() && line.runs());
        loops.retain(|row| longest == 0 || row.len() <= longest);
        let between = ways::between(web);
        for (node, standing) in found.standings.iter().enumerate() {
            let to = |&other: &usize| other != node && !ways::chains(web, node, other).is_empty();
            let from = |&other: &usize| other != node && !ways::chains(web, other, node).is_empty();
            let through = |row: &&Row| visited(web, row) >> node & 1 == 1;
            assert_eq!(
                (standing.drives as u128, standing.depends as u128),
                (rows(&linked)[node], columns(&linked)[node])
            );
            assert_eq!(standing.reaches, (0..web.nodes).filter(to).count(), "{node} {web:?}");
            assert_eq!(standing.reached_from, (0..web.nodes).filter(from).count(), "{node} {web:?}");
            assert_eq!(standing.loops, loops.iter().filter(through).count(), "{node} {web:?}");
            let share = standing.between.expect("no limit");
            assert!((share - between[node]).abs() < 1e-9, "{node}: {share} not {} {web:?}", between[node]);
        }
        // Powers added up, and whether the order of nodes is the one before.
        let order = |counts: &[u128]| {
            counts
                .iter()
                .map(|count| counts.iter().filter(|other| *other > count).count())
                .collect::<Vec<_>>()
        };
        let (mut power, mut sum, mut settled) = (linked.clone(), linked.clone(), None);
        for k in 2..=found.indirect.power {
            let before = (order(&rows(&sum)), order(&columns(&sum)));
            power = ways::product(&power, &linked);
            for (cell, more) in sum.iter_mut().flatten().zip(power.iter().flatten()) {
                *cell += more;
            }
            if settled.is_none() && before == (order(&rows(&sum)), order(&columns(&sum))) {
                settled = Some(k);
            }
        }
        assert_eq!((&found.indirect.drives, &found.indirect.depends), (&rows(&sum), &columns(&sum)));
        assert_eq!(found.indirect.stable.then_some(found.indirect.power), settled, "{web:?}");
        powers[found.indirect.power] += 1;
    });
    println!("powers {:?}", &powers[..12]);
}

fn check_pair(web: &Web, pair: &Pair, whole: bool) -> (usize, usize) {
    let (low, high) = (ways::on(web, pair.lower.as_str(), whole), ways::on(web, pair.upper.as_str(), whole));
    let traffic = |kinds: [char; 2]| {
        let may = |line: &web::Line| kinds.contains(&line.kind) && line.runs();
        let direct = |from: &[usize], to: &[usize]| {
            let joins = |line: &&web::Line| may(line) && from.contains(&line.from) && to.contains(&line.to);
            web.lines.iter().filter(joins).count()
        };
        Traffic {
            up: direct(&low, &high),
            down: direct(&high, &low),
            up_path: !ways::every_way(web, &low, &high, &may).is_empty(),
            down_path: !ways::every_way(web, &high, &low, &may).is_empty(),
        }
    };
    assert_eq!(pair.effects, traffic(['c', 'o']), "{pair:?} {web:?}");
    assert_eq!(pair.signals, traffic(['s', 'i']), "{pair:?} {web:?}");
    let verdicts = (ways::verdict(web, 'i', &low, &high), ways::verdict(web, 's', &high, &low));
    let names = ["none", "not-known", "weak", "works"];
    let told = (pair.up.verdict.name(), pair.down.verdict.name());
    assert_eq!(told, (names[verdicts.0], names[verdicts.1]), "{pair:?} {web:?}");
    verdicts
}

#[test]
fn the_table_of_levels_is_what_all_ways_give() {
    let mut seen = [0; 4];
    each(7, |web, map, _, _| {
        let levels = Levels::of(map);
        let whole: Vec<(&str, &str)> =
            levels.pairs.iter().map(|pair| (pair.lower.as_str(), pair.upper.as_str())).collect();
        assert_eq!(whole, [("low", "middle"), ("low", "top"), ("middle", "top")]);
        for pair in &levels.pairs {
            let (up, down) = check_pair(web, pair, true);
            seen[up] += 1;
            seen[down] += 1;
        }
        let lines: Vec<_> =
            levels.lines.iter().map(|line| (line.pair.lower.as_str(), line.pair.upper.as_str())).collect();
        assert_eq!(lines, [("low", "middle"), ("middle", "county"), ("county", "ministry"), ("low", "top")]);
        for line in &levels.lines {
            check_pair(web, &line.pair, line.whole);
        }
        for (band, (id, part_of)) in levels.bands.iter().zip(web::LEVELS) {
            assert_eq!(band.nodes, ways::on(web, id, part_of.is_none()).len());
        }
    });
    println!("verdicts from none to works {seen:?}");
    assert!(seen.iter().all(|&count| count > 200));
}

#[test]
fn links_are_named_alike() {
    // The oracle takes it that links of the map come in the order of the web's lines.
    each(8, |web, _, snapshot, _| {
        let effects: Vec<_> = effects(web).into_iter().map(|at| link_id(&web.lines[at])).collect();
        let found: Vec<_> = snapshot.arcs().iter().map(|arc| snapshot.link_id(arc)).collect();
        assert_eq!(found, effects);
    });
}

/// Whether no loop is left among the nodes that were not chosen.
fn without_loops(links: &[u32], chosen: u32) -> bool {
    let mut left = !chosen & ((1 << links.len()) - 1);
    loop {
        // A node that leads nowhere any more is on no loop.
        let ends = (0..links.len()).filter(|&at| left >> at & 1 == 1 && links[at] & left == 0);
        let ends = ends.fold(0_u32, |bits, at| bits | 1 << at);
        if ends == 0 {
            return left == 0;
        }
        left &= !ends;
    }
}

#[test]
fn cuts_of_loops_that_reductions_alone_do_not_find() {
    let mut chance = Chance(9);
    for _ in 0..250 {
        let nodes = 11 + chance.below(3);
        let per_cent = 14 + chance.below(22);
        let all = (0..nodes * nodes).map(|at| (at / nodes, at % nodes)).filter(|(from, to)| from != to);
        let lines: Vec<(usize, usize)> = all.filter(|_| chance.percent(per_cent)).collect();
        let mut links = vec![0_u32; nodes];
        for &(from, to) in &lines {
            links[from] |= 1 << to;
        }
        let breaks = (0..1_u32 << nodes).filter(|&chosen| without_loops(&links, chosen));
        let least = breaks.map(u32::count_ones).min().expect("all of them do");
        let cut = cut_loops(&large(nodes, lines.iter().copied()), &mut Budget::unlimited());
        assert!(cut.proven_smallest && without_loops(&links, bits(&cut.nodes)), "{lines:?}");
        assert_eq!(cut.nodes.len(), least as usize, "{lines:?}");
    }
}

/// A map of so many causes and those links.
fn large(nodes: usize, links: impl Iterator<Item = (usize, usize)>) -> Snapshot {
    use floke::map::{Kind, Link, LinkId, Map, Node, Sign};
    let name = |node: usize| format!("n{node:06}");
    let mut map = Map::new("x");
    for node in 0..nodes {
        map.insert_node(name(node).as_str().into(), Node::new(Kind::Cause, "x")).expect("new");
    }
    for (from, to) in links {
        let id = LinkId::new(name(from).as_str(), LinkKind::Causes, name(to).as_str());
        map.insert_link(id, Link::signed(Sign::Plus)).expect("new");
    }
    Snapshot::of(&map, &Scope::default())
}

fn on_a_small_stack(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(work).expect("a thread");
    thread.join().expect("it ends");
}

#[test]
fn a_ring_of_50_000_needs_no_deep_stack() {
    on_a_small_stack(|| {
        let nodes = 50_000;
        let ring = large(nodes, (0..nodes).map(|at| (at, (at + 1) % nodes)));
        let cut = cut_loops(&ring, &mut Budget::unlimited());
        assert_eq!((cut.nodes.len(), cut.proven_smallest), (1, true));
        assert!(!cut_loops(&ring, &mut Budget::steps(9)).proven_smallest);
        let found = bottlenecks(&ring, 7, 6, &mut Budget::unlimited()).expect("no limit").expect("a chain");
        assert!(found.len() == nodes - 2 && found[0] == 8 && found[nodes - 3] == 5);
        let cut = cut_chains(&ring, 7, 6, &mut Budget::unlimited()).expect("no direct link");
        assert_eq!((cut.nodes, cut.proven_smallest), (vec![8], true));
        let query = ChainQuery { max_length: 0, ..ChainQuery::new(0, spot(nodes - 1)) };
        let best = best_chains(&ring, &query, 1, &mut Budget::unlimited());
        assert_eq!(best.chains.iter().map(Chain::length).collect::<Vec<_>>(), [nodes - 1]);
        let stood = structure(&ring, 8, &mut Budget::steps(5_000_000));
        assert!(stood.reach_known && stood.standings.iter().all(|it| it.reaches == nodes - 1));
        assert!(stood.stopped_by.is_some() && stood.standings[0].between.is_none());
    });
}

#[test]
fn a_chain_of_100_000_needs_no_deep_stack() {
    on_a_small_stack(|| {
        let nodes = 100_000;
        let chain = large(nodes, (1..nodes).map(|at| (at - 1, at)));
        assert_eq!(cut_loops(&chain, &mut Budget::unlimited()).nodes, Vec::<Spot>::new());
        let ends = (0, spot(nodes - 1));
        let found = bottlenecks(&chain, ends.0, ends.1, &mut Budget::unlimited()).expect("no limit");
        assert_eq!(found.map(|spots| spots.len()), Some(nodes - 2));
        let cut = cut_chains(&chain, ends.0, ends.1, &mut Budget::unlimited()).expect("no direct link");
        assert_eq!(cut.nodes, [1]);
        let query = ChainQuery { max_length: 0, ..ChainQuery::new(ends.0, ends.1) };
        let best = best_chains(&chain, &query, 2, &mut Budget::unlimited());
        assert_eq!((best.chains.len(), best.complete, best.more), (1, true, false));
        let stood = structure(&chain, 8, &mut Budget::steps(60_000_000));
        assert!(stood.reach_known && stood.standings[1].reaches == nodes - 2);
        assert_eq!(stood.standings[nodes - 1].reached_from, nodes - 1);
    });
}

#[test]
fn more_shortest_ways_than_a_number_can_hold() {
    // A row of diamonds: each doubles the ways, 1,500 of them are 2 to the 1,500.
    let diamonds = 1_500;
    let corners = |at: usize| {
        [(3 * at, 3 * at + 1), (3 * at, 3 * at + 2), (3 * at + 1, 3 * at + 3), (3 * at + 2, 3 * at + 3)]
    };
    let row = large(3 * diamonds + 1, (0..diamonds).flat_map(corners));
    let found = structure(&row, 4, &mut Budget::unlimited());
    let share = |node: usize| found.standings[node].between.expect("no limit");
    for at in [0, 700, diamonds - 1] {
        // A side of a diamond lies on half the ways from all before it to all behind it.
        let (before, behind) = ((3 * at + 1) as f64, (3 * (diamonds - at - 1) + 1) as f64);
        assert!((share(3 * at + 1) - before * behind / 2.0).abs() < 1e-3, "{at}: {}", share(3 * at + 1));
    }
}
