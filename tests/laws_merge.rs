//! Laws of the three-way merge, on random maps: nobody's work is lost, no side is preferred, and what comes out opens.

#[path = "merge/apart.rs"]
mod apart;
#[path = "common/chance.rs"]
mod chance;
#[path = "common/deeds.rs"]
mod deeds;
#[path = "merge/files.rs"]
mod files;
#[path = "merge/found.rs"]
mod found;
#[path = "common/maps.rs"]
mod maps;
#[path = "merge/met.rs"]
mod met;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use apart::{Apart, apart};
use chance::Chance;
use deeds::{VERBS, deed, given};
use files::Files;
use floke::file::{Document, check, open_text, write_map};
use floke::map::merge::{leave_as_it_is, settle};
use floke::map::renamed::Firsts;
use floke::map::*;
use found::Seen;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// A map and two that came from it by a few deeds each; cards are few, so that the deeds meet.
fn three() -> impl Strategy<Value = (Map, Map, Map)> {
    let deeds = || proptest::collection::vec((0..VERBS, given()), 0..6);
    (maps::maps(), deeds(), deeds()).prop_map(|(base, ours, theirs)| {
        let after = |deeds: Vec<_>| {
            let mut map = base.clone();
            for (which, given) in &deeds {
                if let Some(deed) = deed(&map, *which, given) {
                    map.apply(&deed.change).expect("a deed fits the map it was made for");
                }
            }
            map
        };
        let (ours, theirs) = (after(ours), after(theirs));
        (base, ours, theirs)
    })
}

/// Three maps of which each side gave some cards other ids, and which: new ones, and such as other cards had and handed on.
#[derive(Clone, Debug)]
struct Handed {
    base: Map,
    sides: [Map; 2],
    ids: [BTreeMap<NodeId, NodeId>; 2],
}

fn three_with_other_ids() -> impl Strategy<Value = Handed> {
    let given = || proptest::collection::vec((0..8_u8, 0..10_u8), 0..7);
    (three(), given(), given()).prop_map(|((base, ours, theirs), for_ours, for_theirs)| {
        let mut handed = Handed { sides: [ours, theirs], ids: Default::default(), base };
        for (side, given) in [for_ours, for_theirs].into_iter().enumerate() {
            given.into_iter().for_each(|pair| handed.give(side, pair));
        }
        handed
    })
}

impl Handed {
    /// Gives a card another id, as somebody does by hand. Nothing where there is no such card, another one has the id, or nobody
    /// could tell afterwards which card it was: an id of a card that the side took out, or made one with another.
    fn give(&mut self, side: usize, (old, new): (u8, u8)) {
        let (map, ids) = (&self.sides[side], &self.ids[side]);
        let Some((old, _)) = map.nodes().nth(usize::from(old) % map.node_count().max(1)) else { return };
        let old = old.clone();
        let free = ids.keys().find(|id| new < 6 && map.node(id).is_none()).cloned();
        let new = free.unwrap_or_else(|| NodeId::new(format!("new-{}", new % 5)));
        let own = ids.iter().find(|(_, now)| **now == old).map_or(&old, |(own, _)| own).clone();
        let known = |id: &NodeId| self.base.node(id).is_some();
        if map.node(&old).is_none()
            || map.node(&new).is_some()
            || self.made_one(side)
            || !known(&own)
            || own == new
            || (known(&new) && !ids.contains_key(&new))
            || (own != old && self.base.node(&old).is_some_and(|_| !ids.contains_key(&old)))
        {
            return;
        }
        let now = BTreeMap::from([(old.clone(), new.clone())]);
        let mut document = Document::of(&map.with_ids(&now, &Firsts::default()).map);
        document.nodes.get_mut(&new).expect("it was renamed").node.was.push(old);
        self.sides[side] = document.to_map().expect("is a map");
        self.ids[side].insert(own, new);
    }

    /// Whether a side made two cards one: such a card has no single id that it had before.
    fn made_one(&self, side: usize) -> bool {
        let taken_in = |id: &NodeId| self.base.node(id).is_some() && !self.ids[side].contains_key(id);
        self.sides[side].nodes().any(|(_, node)| node.was.iter().any(taken_in))
    }

    /// The three, and `merged`, under ids of which each card has one from the beginning, and nobody else had it. `None` where the two
    /// sides do not agree on one.
    fn under_one_id_each(&self, merged: &Map) -> Option<[Map; 4]> {
        let [ours, theirs] = &self.ids;
        if self.made_one(0) || self.made_one(1) {
            return None;
        }
        if ours.iter().any(|(own, id)| theirs.get(own).is_some_and(|other| other != id)) {
            return None;
        }
        let end: BTreeMap<NodeId, NodeId> =
            ours.iter().chain(theirs).map(|(own, id)| (own.clone(), id.clone())).collect();
        let of_base = self.base.nodes().map(|(id, _)| end.get(id).unwrap_or(id)).collect::<BTreeSet<_>>();
        let new = |at: usize| {
            let new = self.sides[at].nodes().map(|(id, _)| id);
            new.filter(move |id| self.base.node(id).is_none() && !self.ids[at].values().any(|now| now == *id))
        };
        if of_base.len() < self.base.node_count() || (0..2).any(|at| new(at).any(|id| of_base.contains(id))) {
            return None;
        }
        let named = |map: &Map, ids: &BTreeMap<NodeId, NodeId>| {
            let now = end
                .keys()
                .map(|own| (ids.get(own).unwrap_or(own).clone(), NodeId::new(format!("now-{own}"))));
            map.with_ids(&now.collect(), &Firsts::default()).map
        };
        let none = BTreeMap::new();
        let [ours, theirs] = [0, 1].map(|at| named(&self.sides[at], &self.ids[at]));
        Some([named(&self.base, &none), ours, theirs, named(merged, &end)])
    }
}

fn swapped(conflict: &Conflict) -> Conflict {
    let deleted_by = conflict.deleted_by.map(|side| match side {
        Side::Ours => Side::Theirs,
        Side::Theirs => Side::Ours,
    });
    let (ours, theirs) = (conflict.theirs.clone(), conflict.ours.clone());
    Conflict { deleted_by, ours, theirs, ..conflict.clone() }
}

fn words(conflicts: &[Conflict]) -> BTreeSet<Value> {
    conflicts.iter().map(Value::of).collect()
}

/// The merged map with their values live where the two sides disagree, and without the new conflicts. `None` where a value of
/// theirs names what theirs does not have: that cannot come to live.
fn with_theirs_live(merged: &Merged, theirs: &Map) -> Result<Option<Map>, String> {
    let mut map = merged.map.clone();
    let old = map.conflicts().len() - merged.conflicts.len();
    while map.conflicts().len() > old {
        // One may have to wait for another: a level cannot become a part of what is a part of it.
        let settled =
            (old..map.conflicts().len()).rev().find_map(|at| match map.conflicts()[at].deleted_by {
                Some(_) => leave_as_it_is(&map, at),
                None => settle(&map, at, Side::Theirs),
            });
        match settled {
            Some(change) => map.apply(&change).map_err(|error| error.to_string())?,
            None if loose_ends(theirs).is_empty() => {
                return Err(format!("cannot be settled: {:?}", &map.conflicts()[old..]));
            }
            None => return Ok(None),
        }
    }
    Ok(Some(map))
}

/// A merged map in which somebody settled the new conflicts, all they could, for one side.
fn settled(merged: &Merged, take: Side) -> Map {
    let mut map = merged.map.clone();
    for at in (map.conflicts().len() - merged.conflicts.len()..map.conflicts().len()).rev() {
        let change = settle(&map, at, take).or_else(|| leave_as_it_is(&map, at)).expect("it is there");
        map.apply(&change).expect("it fits");
    }
    map
}

/// A map as text without what depends on how ids are spelled: steps that both sides put in the same place come by their words, and
/// what stands in conflicts is in the words of the time.
fn without_spelling(map: &Map) -> String {
    let mut document = Document::of(map);
    document.frame.conflicts.clear();
    for journey in document.frame.journeys.values_mut() {
        journey.steps.sort_by_key(Value::of);
    }
    floke::file::write(&document)
}

fn without_new_conflicts(merged: &Merged) -> Map {
    let mut map = merged.map.clone();
    for at in (map.conflicts().len() - merged.conflicts.len()..map.conflicts().len()).rev() {
        let change = leave_as_it_is(&map, at).expect("it is there");
        map.apply(&change).expect("it fits");
    }
    map
}

/// What leads nowhere in a map, by kind and by what it stands in.
fn loose_ends(map: &Map) -> BTreeSet<(&'static str, String)> {
    let opened = open_text("x.floke.ron", write_map(map)).expect("opens");
    let loose = |code: &str| {
        code.starts_with("unknown-")
            || code.starts_with("broken-")
            || code == "dangling-link"
            || code == "level-ring"
            || code == "duplicate-id"
    };
    let findings = check(&opened).into_iter().filter(|finding| loose(finding.code));
    findings
        .map(|finding| (finding.code, finding.item.map_or_else(String::new, |item| item.to_string())))
        .collect()
}

/// All that a merge must hold, whatever the three are.
fn lawful(base: &Map, ours: &Map, theirs: &Map) -> Result<Merged, TestCaseError> {
    let merged = merge(base, ours, theirs);
    // It opens and says the same.
    let text = write_map(&merged.map);
    let opened = open_text("x.floke.ron", text).map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert_eq!(&opened.document.to_map().expect("is a map"), &merged.map);
    // Nothing leads nowhere that did not with one side.
    let known: BTreeSet<_> = loose_ends(ours).union(&loose_ends(theirs)).cloned().collect();
    let renamed = |map: &Map| map.nodes().any(|(_, node)| node.was.iter().any(|id| base.node(id).is_some()));
    let same = |a: &(&str, String), b: &(&str, String)| {
        // What led nowhere under another id still does.
        a == b || (a.0 == b.0 && (renamed(ours) || renamed(theirs)))
    };
    // A circle of two cards that are one now is none, and says so.
    let made_one = |(code, item): &(&str, String)| {
        let empty = merged.map.loops().iter().filter(|(_, told)| told.through.is_empty());
        *code == "broken-loop" && empty.into_iter().any(|(id, _)| Item::Loop(id.clone()).to_string() == *item)
    };
    let new: Vec<_> = loose_ends(&merged.map)
        .into_iter()
        .filter(|end| !known.iter().any(|other| same(end, other)) && !made_one(end))
        .collect();
    let all = || [base, ours, theirs, &merged.map].map(write_map).join("\n");
    prop_assert!(new.is_empty(), "leads nowhere: {:?}\n{:#?}\n{}", new, merged.conflicts, all());
    // Nothing is lost.
    for (side, other) in [(ours, theirs), (theirs, ours)] {
        let lost = Seen { base, side, other, merged: &merged }.lost();
        let all = || [base, side, other, &merged.map].map(write_map).join("\n");
        prop_assert!(lost.is_empty(), "lost: {:#?}\n{:#?}\n{}", lost, merged.conflicts, all());
    }
    // Neither side is preferred but in what is live.
    let turned = merge(base, theirs, ours);
    let expected: BTreeSet<Value> = turned.conflicts.iter().map(|one| Value::of(&swapped(one))).collect();
    prop_assert_eq!(words(&merged.conflicts), expected, "{}", all());
    let turned_live = without_new_conflicts(&turned);
    if let Some(theirs_live) = with_theirs_live(&merged, theirs).map_err(TestCaseError::fail)? {
        prop_assert!(
            theirs_live == turned_live,
            "swapped: {:#?}\n{:#?}",
            diff(&theirs_live, &turned_live),
            merged.conflicts
        );
    }
    Ok(merged)
}

proptest! {
    #![proptest_config(maps::cases())]

    #[test]
    fn what_one_side_alone_did_is_what_comes_out(base in maps::maps(), side in maps::maps()) {
        for merged in [merge(&base, &side, &base), merge(&base, &base, &side), merge(&base, &side, &side)] {
            prop_assert!(merged.conflicts.is_empty(), "{:#?}", merged.conflicts);
            prop_assert!(merged.map == side, "{:#?}", diff(&side, &merged.map));
        }
    }

    #[test]
    fn one_side_alone_after_a_few_deeds((base, ours, theirs) in three()) {
        for side in [&ours, &theirs] {
            for merged in [merge(&base, side, &base), merge(&base, &base, side), merge(&base, side, side)] {
                prop_assert!(merged.conflicts.is_empty(), "{:#?}", merged.conflicts);
                prop_assert!(merged.map == *side, "{:#?}", diff(side, &merged.map));
            }
        }
    }

    #[test]
    fn a_few_deeds_on_either_side_are_all_there_or_named((base, ours, theirs) in three()) {
        lawful(&base, &ours, &theirs)?;
    }

    /// A card is followed to its new id as if it had had that id from the beginning.
    #[test]
    fn cards_with_other_ids_are_followed(handed in three_with_other_ids()) {
        let [ours, theirs] = &handed.sides;
        let merged = merge(&handed.base, ours, theirs);
        let turned = merge(&handed.base, theirs, ours);
        prop_assert_eq!(words(&merged.conflicts), turned.conflicts.iter().map(|one| Value::of(&swapped(one))).collect());
        let opened = open_text("x.floke.ron", write_map(&merged.map)).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&opened.document.to_map().expect("is a map"), &merged.map);
        if let Some([base, ours, theirs, followed]) = handed.under_one_id_each(&merged.map) {
            let expected = lawful(&base, &ours, &theirs)?;
            let all = || [&handed.base, &handed.sides[0], &handed.sides[1], &merged.map, &expected.map].map(write_map).join("\n");
            prop_assert_eq!(without_spelling(&followed), without_spelling(&expected.map), "{}", all());
            let named = |map: &Map| -> BTreeSet<_> {
                map.conflicts().iter().map(|one| (one.at.clone(), one.field.clone(), one.what, one.deleted_by)).collect()
            };
            prop_assert_eq!(named(&followed), named(&expected.map), "{}", all());
        }
    }

    #[test]
    fn conflicts_that_both_settled_otherwise_are_open_again((base, ours, theirs) in three()) {
        let open = merge(&base, &ours, &theirs);
        let (ours, theirs) = (settled(&open, Side::Ours), settled(&open, Side::Theirs));
        let merged = lawful(&open.map, &ours, &theirs)?;
        for conflict in &open.conflicts {
            // An id with a blank in it cannot be told in words.
            let Ok(item) = conflict.at.parse::<Item>() else { continue };
            let live = |map: &Map| found::field(map, &item, &conflict.field);
            let is_field = conflict.what.is_none() && !conflict.field.contains('.') && item != Item::Map;
            if is_field && live(&ours).is_some() && live(&theirs).is_some() && live(&ours) != live(&theirs) {
                let named = |one: &&Conflict| one.at == conflict.at && conflict.field.starts_with(&one.field);
                prop_assert!(merged.conflicts.iter().any(|one| named(&one)), "{:?} of {:#?}", conflict, merged.conflicts);
            }
        }
    }

    #[test]
    fn three_maps_that_know_nothing_of_each_other_merge(
        base in maps::maps(), ours in maps::maps(), theirs in maps::maps(),
    ) {
        lawful(&base, &ours, &theirs)?;
    }
}

/// The map with its lists in order of their ids: what both sides put last has no order that anybody said.
fn sorted(map: &Map) -> Map {
    let mut document = Document::of(map);
    document.frame.levels.sort_by(|one, other| one.id.cmp(&other.id));
    for entry in document.nodes.values_mut() {
        entry.node.tags.sort();
    }
    document.to_map().expect("is a map")
}

proptest! {
    #![proptest_config(maps::cases())]

    #[test]
    fn edits_that_do_not_touch_each_other_never_conflict_and_all_come(seed in any::<u64>(), k in 1..=40_usize) {
        let Apart { base, ours, theirs, both } = apart(60, 120, k, &mut Chance(seed));
        let merged = merge(&base, &ours, &theirs);
        prop_assert!(merged.conflicts.is_empty(), "{:#?}", merged.conflicts);
        prop_assert!(sorted(&merged.map) == sorted(&both), "{:#?}", diff(&sorted(&both), &sorted(&merged.map)));
        for (side, other) in [(&ours, &theirs), (&theirs, &ours)] {
            let lost = Seen { base: &base, side, other, merged: &merged }.lost();
            prop_assert!(lost.is_empty(), "{:#?}", lost);
        }
    }
}

/// Where edits meet, no more merges conflict than git leaves with markers.
#[test]
fn fewer_merges_conflict_than_with_git() {
    let mut runner = TestRunner::deterministic();
    let (mut all, mut of_floke, mut of_git) = (0, 0, 0);
    while all < 300 {
        let (base, ours, theirs) = three().new_tree(&mut runner).expect("three maps").current();
        if ours == base || theirs == base || ours == theirs {
            continue;
        }
        all += 1;
        of_floke += usize::from(!merge(&base, &ours, &theirs).conflicts.is_empty());
        of_git += usize::from(Files::of_maps(&base, &ours, &theirs).git_conflicts());
    }
    println!("of {all} merges {of_floke} conflict, with git {of_git}");
    assert!(of_git > 30 && of_floke <= of_git);
    // Apart, git leaves markers where two edits stand side by side, and here there is never a conflict.
    let (mut of_floke, mut of_git) = (0, 0);
    for seed in 0..40 {
        let Apart { base, ours, theirs, .. } = apart(60, 120, 10, &mut Chance(seed));
        of_floke += usize::from(!merge(&base, &ours, &theirs).conflicts.is_empty());
        of_git += usize::from(Files::of_maps(&base, &ours, &theirs).git_conflicts());
    }
    println!("of 40 merges of ten edits a side apart from each other {of_floke} conflict, with git {of_git}");
    assert!(of_floke == 0 && of_git > 0);
}

#[test]
fn a_large_map_is_merged_at_once() {
    let Apart { base, ours, theirs, .. } = apart(10_000, 30_000, 100, &mut Chance(1));
    let began = Instant::now();
    let merged = merge(&base, &ours, &theirs);
    let took = began.elapsed();
    println!("{} cards, {} links, 200 edits: {took:?}", base.node_count(), base.link_count());
    assert!(merged.conflicts.is_empty());
    for (side, other) in [(&ours, &theirs), (&theirs, &ours)] {
        assert_eq!(Seen { base: &base, side, other, merged: &merged }.lost(), []);
    }
    // Well under a second by itself; here is room for others on the same machine.
    assert!(took.as_secs() < 5, "{took:?}");
}

/// The law about other ids says nothing if nobody gives any.
#[test]
fn other_ids_are_given_by_both_and_handed_on() {
    let mut runner = TestRunner::deterministic();
    let (mut compared, mut by_both, mut handed_on, mut conflicts) = (0, 0, 0, 0);
    for _ in 0..600 {
        let handed = three_with_other_ids().new_tree(&mut runner).expect("three maps").current();
        let [ours, theirs] = &handed.sides;
        let merged = merge(&handed.base, ours, theirs);
        if handed.ids.iter().all(BTreeMap::is_empty) || handed.under_one_id_each(&merged.map).is_none() {
            continue;
        }
        compared += 1;
        by_both += usize::from(handed.ids.iter().all(|ids| !ids.is_empty()));
        handed_on += usize::from(handed.ids.iter().any(|ids| ids.values().any(|id| ids.contains_key(id))));
        conflicts += usize::from(!merged.conflicts.is_empty());
    }
    println!(
        "of 600 {compared} with other ids, {by_both} by both, {handed_on} handed on, {conflicts} conflict"
    );
    assert!(compared > 100 && by_both > 20 && handed_on > 10 && conflicts > 20);
}

/// The laws say nothing of a kind of conflict that never comes.
#[test]
fn every_kind_of_conflict_comes_about_and_clean_merges_too() {
    let mut runner = TestRunner::deterministic();
    let (mut seen, mut clean) = (BTreeSet::new(), 0);
    for _ in 0..600 {
        let (base, ours, theirs) = three().new_tree(&mut runner).expect("three maps").current();
        let merged = merge(&base, &ours, &theirs);
        clean += usize::from(merged.conflicts.is_empty() && ours != base && theirs != base && ours != theirs);
        seen.extend(merged.conflicts.iter().map(|one| one.what.map_or("a field", Clash::as_str)));
    }
    println!("{clean} of 600 clean although both sides did something; conflicts: {seen:?}");
    assert!(clean > 50);
    assert_eq!(seen, BTreeSet::from(["AddAdd", "DeleteEdit", "DeleteUse", "LinkDeleteEdit", "a field"]));
}
