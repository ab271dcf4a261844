//! Which circles new links close, in words, for the line under the picture and for the preview while one writes.

use crate::analysis::budget::Budget;
use crate::analysis::closing::{Closed, closed_by};
use crate::analysis::loops::Polarity;
use crate::map::{Deed, Item, LinkId, Map, Snapshot, Spot};
use crate::text::Lang;
use crate::text::reading::LoopKind;
use crate::text::words::says::{Closed as Said, closes, would_close};

/// The most steps of the search: it runs between a key and its frame.
const STEPS: u64 = 40_000;
/// The most links of a circle that is told of.
const LONGEST: usize = 8;

/// The links with a sign that a deed puts in.
#[must_use]
pub fn new_links(deed: &Deed) -> Vec<LinkId> {
    let new = deed.change.edits.iter().filter(|edit| edit.field.is_none() && edit.new.is_some());
    let links = new.filter_map(|edit| match &edit.item {
        Item::Link(id) if id.kind.has_sign() => Some(id.clone()),
        _ => None,
    });
    links.collect()
}

/// What links of the map close: 'Closes 2 circles: …', and what missing ones would close if they were there. Empty if
/// they close none. Where there was no time to look at all, it says so.
#[must_use]
pub fn said(lang: Lang, map: &Map, snapshot: &Snapshot, links: &[LinkId]) -> String {
    let mut budget = Budget::steps(STEPS);
    let is_missing = |link: &&LinkId| map.link(link).is_some_and(|own| own.missing);
    let (missing, there): (Vec<&LinkId>, Vec<&LinkId>) = links.iter().partition(is_missing);
    let (closed, all) = circles_of(map, snapshot, &there, &mut budget);
    let (ghosts, all_ghosts) = circles_of(map, snapshot, &missing, &mut budget);
    let mut text = format!("{} {}", closes(lang, &closed), would_close(lang, &ghosts));
    if !(all && all_ghosts) {
        text = format!("{} {}", text.trim(), lang.words().says.may_be_more);
    }
    text.trim().to_owned()
}

/// The circles that links close with those that are there, shortest first, and whether these are all.
fn circles_of(
    map: &Map,
    snapshot: &Snapshot,
    links: &[&LinkId],
    budget: &mut Budget<'_>,
) -> (Vec<Said>, bool) {
    let mut circles: Vec<(Vec<LinkId>, Said)> = Vec::new();
    let mut whole = true;
    for &link in links {
        let Some(own) = map.link(link) else { continue };
        let (Some(from), Some(to)) = (snapshot.spot(&link.from), snapshot.spot(&link.to)) else { continue };
        let closing = closed_by(snapshot, (from, to), own.sign_or_unknown(), LONGEST, budget);
        whole &= closing.complete;
        for closed in closing.loops {
            let back = closed.back.iter().flat_map(|back| back.links(snapshot));
            let mut row: Vec<LinkId> = back.map(|arc| snapshot.link_id(arc)).chain([link.clone()]).collect();
            row.sort();
            // Two new links may close the same circle together.
            if circles.iter().all(|(other, _)| *other != row) {
                circles.push((row, in_words(snapshot, from, &closed)));
            }
        }
    }
    circles.sort_by_key(|(_, own)| own.links);
    (circles.into_iter().map(|(_, own)| own).collect(), whole)
}

fn in_words(snapshot: &Snapshot, from: Spot, closed: &Closed) -> Said {
    let levels = match &closed.back {
        Some(back) => back.levels(snapshot).len(),
        None => usize::from(snapshot.whole_level(from).is_some()),
    };
    let kind = match closed.polarity {
        Polarity::Reinforcing => LoopKind::Reinforcing,
        Polarity::Balancing => LoopKind::Balancing,
        Polarity::Undetermined => LoopKind::Undetermined,
    };
    Said { kind, links: closed.length(), levels }
}
