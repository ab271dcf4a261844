//! Merges two versions of a map that come from one, by ids and fields.
//!
//! Nothing here knows git or files. What both sides can have together they get; where they cannot, ours is live and
//! the merged map names a [`Conflict`]. The merged map always holds together: what one side took out and the other one uses
//! stays.

mod abreast;
mod claims;
mod common;
mod field;
mod former;
mod gathered;
mod items;
mod ledger;
mod lines;
mod list;
pub(super) mod names;
mod order;
mod parts;
pub(super) mod path;
mod reopened;
pub mod settle;
mod three;
mod uses;

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::graph::{Frame, Map};
use super::item::Item;
use super::told::Conflict;
use super::value::Value;
use abreast::abreast;
use items::{merge_item, merge_keyed, merge_link, merge_listed};
use ledger::Ledger;
use reopened::Reopened;
use three::{Dispute, Three};

pub use common::{common, with_agreed_dots};
pub use settle::{both_values, item_value, leave_as_it_is, live_value, named_by, settle, settle_with};

/// What a merge gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merged {
    /// The merged map. Its conflicts are those that stood open before, and behind them the new ones.
    pub map: Map,
    /// What this merge could not decide, by item, kind and field. Empty for a clean merge.
    pub conflicts: Vec<Conflict>,
}

/// Merges `ours` and `theirs`, which both come from `base`.
///
/// - A field that one side changed is as that side has it. Where both changed it: lists of words are united, lines of text
///   merged line by line, dots added, the smaller pin or place taken, sources, steps and measurements merged one by one; any
///   other field is a conflict with its three values, and so are lines that both changed. The path of a part of a field has
///   dots: `sources.survey.page`.
/// - What one side took out and the other changed stays, with a conflict `DeleteEdit` (`LinkDeleteEdit` for a link). What one side
///   took out and the other one's things name stays, with `DeleteUse`; a card that stays keeps the links that went with it.
/// - What both made under one id is one, with what either says; if they contradict each other ours is live, with `AddAdd`.
/// - The order of levels, phases, effect goals and areas is merged; two orders that contradict each other are a conflict of the map's
///   field of that name.
/// - A card that one side gave another id or made one with another card is followed (`was`). One to which both gave another id is
///   a conflict of its field `id`, and so is one that one side made one with another card and the other took out.
/// - Conflicts that stood open stay, unless one side settled them. What both settled, and not the same way, is a conflict again.
///
/// Equal sides are merged as they are. Otherwise equal dots count twice: two groups gave them. With the sides swapped the conflicts are the
/// same with their sides swapped, and so are the live values; all else is equal.
#[must_use]
pub fn merge(base: &Map, ours: &Map, theirs: &Map) -> Merged {
    if ours == theirs {
        return Merged { map: ours.clone(), conflicts: Vec::new() };
    }
    let mut ledger = Ledger::default();
    let followed = former::follow(&Three { base, ours, theirs }, &mut ledger);
    let maps = followed.maps.each(Cow::as_ref);

    let mut reopened = Reopened::of(&maps, &mut ledger);
    let mut merged = frame(&maps, &mut ledger);
    let mut nodes = BTreeMap::new();
    for (id, three) in abreast(maps.each(|map| map.nodes())) {
        let live = merge_item(&Item::Node(id.clone()), three, &mut ledger);
        nodes.extend(live.map(|node| (id.clone(), node)));
    }
    let mut links = BTreeMap::new();
    for (id, three) in abreast(maps.each(|map| map.links())) {
        links.extend(merge_link(id, three, &maps, &mut ledger).map(|link| (id.clone(), link)));
    }
    followed.bring_seconds(&mut nodes, &mut links, &mut ledger);

    for (id, node) in nodes {
        merged.insert_node(id, node).expect("ids are there once");
    }
    reopened.name(&mut ledger);
    uses::put_links_and_keep_what_is_used(&mut merged, links, &maps, &mut ledger);
    reopened.make_ours_live(&mut merged);
    parts::break_rings(&mut merged, &maps, &mut ledger);
    put_in_order(&mut merged, &maps, &reopened, &mut ledger);

    let mut open = carried(&maps);
    let conflicts: Vec<Conflict> =
        ledger.conflicts().into_iter().filter(|conflict| !open.contains(conflict)).collect();
    open.extend(conflicts.iter().cloned());
    merged.conflicts = open;
    Merged { map: merged, conflicts }
}

/// All but nodes, links and open conflicts; the lists in no order yet.
fn frame(maps: &Three<&Map>, ledger: &mut Ledger) -> Map {
    let head = ledger.merge(&Item::Map, |gathered| field::merge_record(maps.each(|map| &map.head), gathered));
    Map::default().with_frame(Frame {
        head,
        levels: merge_listed(
            &maps.each(|map| &map.levels),
            |one| one.id.as_str(),
            |id| Item::Level(id.into()),
            ledger,
        ),
        phases: merge_listed(
            &maps.each(|map| &map.phases),
            |one| one.id.as_str(),
            |id| Item::Phase(id.into()),
            ledger,
        ),
        effect_goals: merge_listed(
            &maps.each(|map| &map.goals),
            |one| one.id.as_str(),
            |id| Item::Goal(id.into()),
            ledger,
        ),
        areas: merge_listed(
            &maps.each(|map| &map.areas),
            |one| one.id.as_str(),
            |id| Item::Area(id.into()),
            ledger,
        ),
        sources: merge_keyed(&maps.each(|map| &map.sources), |id| Item::Source(id.clone()), ledger),
        loops: merge_keyed(&maps.each(|map| &map.loops), |id| Item::Loop(id.clone()), ledger),
        journeys: merge_keyed(&maps.each(|map| &map.journeys), |id| Item::Journey(id.clone()), ledger),
        set_aside: merge_keyed(&maps.each(|map| &map.set_aside), |key| Item::SetAside(key.clone()), ledger),
        conflicts: Vec::new(),
    })
}

fn put_in_order(merged: &mut Map, maps: &Three<&Map>, reopened: &Reopened, ledger: &mut Ledger) {
    order(
        &mut merged.levels,
        "levels",
        &maps.each(|map| &map.levels),
        |one| one.id.as_str(),
        reopened,
        ledger,
    );
    order(
        &mut merged.phases,
        "phases",
        &maps.each(|map| &map.phases),
        |one| one.id.as_str(),
        reopened,
        ledger,
    );
    order(
        &mut merged.goals,
        "effect_goals",
        &maps.each(|map| &map.goals),
        |one| one.id.as_str(),
        reopened,
        ledger,
    );
    order(&mut merged.areas, "areas", &maps.each(|map| &map.areas), |one| one.id.as_str(), reopened, ledger);
}

/// Puts a list into the order that both sides want, or into ours if they contradict each other.
fn order<R>(
    merged: &mut [R],
    list: &str,
    lists: &Three<&Vec<R>>,
    id_of: fn(&R) -> &str,
    reopened: &Reopened,
    ledger: &mut Ledger,
) {
    let ids = lists.each(|all| all.iter().map(id_of).collect::<Vec<_>>());
    let member = |id: &&str| merged.iter().any(|one| id_of(one) == *id);
    let agreed = if reopened.has_list(list) { None } else { order::merge_order(&ids, member).ok() };
    let row = agreed.unwrap_or_else(|| {
        let values = ids.each(|ids| (!ids.is_empty()).then(|| Value::of(ids)));
        ledger.field(&Item::Map, Dispute { path: list.to_owned(), values });
        order::ours_first(&ids, member)
    });
    let place: BTreeMap<&str, usize> = row.into_iter().enumerate().map(|(at, id)| (id, at)).collect();
    merged.sort_by_key(|one| place.get(id_of(one)).copied());
}

/// The conflicts that stood open, less what either side settled.
fn carried(maps: &Three<&Map>) -> Vec<Conflict> {
    let open = maps.each(|map| &map.conflicts);
    if let Some(plain) = open.plain() {
        return plain.clone();
    }
    let words = open.each(|all| all.iter().map(Value::of).collect::<Vec<_>>());
    let known: BTreeMap<Value, &Conflict> =
        open.ours.iter().chain(open.theirs).map(|conflict| (Value::of(conflict), conflict)).collect();
    list::merge_set(&words).iter().filter_map(|value| known.get(value).copied().cloned()).collect()
}
