//! Which circles new links close, in words, for the line under the picture and for the preview while one writes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::analysis::budget::Budget;
use crate::analysis::closing::{Closed, closed_by};
use crate::analysis::loops::Polarity;
use crate::map::{Certainty, Deed, Item, Link, LinkId, Map, Sign, Snapshot, Spot};
use crate::text::reading::LoopKind;
use crate::text::words::capital;
use crate::text::words::says::{
    Closed as Said, closes, decides, named_among, no_longer_judged, still_open, stops, turns, would_close,
};
use crate::text::{Lang, visible};
use crate::tui::say;

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
    let with_signs = |missing: bool| -> Vec<(&LinkId, Sign)> {
        let own = links.iter().filter_map(|link| Some((link, map.link(link)?)));
        let own = own.filter(|(_, own)| own.missing == missing);
        own.map(|(link, own)| (link, own.sign_or_unknown())).collect()
    };
    let mut look = |missing: bool| {
        let (circles, all) = circles_of(snapshot, &with_signs(missing), &mut budget);
        (circles.into_iter().map(|(_, own)| own).collect::<Vec<_>>(), all)
    };
    let ((closed, all), (ghosts, all_ghosts)) = (look(false), look(true));
    let mut text = format!("{} {}", closes(lang, &closed), would_close(lang, &ghosts));
    if !(all && all_ghosts) {
        text = format!("{} {}", text.trim(), lang.words().says.may_be_more);
    }
    text.trim().to_owned()
}

/// Links as they were before a deed that may decide something about circles, and what ran along them.
#[derive(Debug)]
pub struct Was {
    links: Vec<(LinkId, Link)>,
    snapshot: Arc<Snapshot>,
}

impl Was {
    /// The links that a deed changes and that stay; `None` if it changes nothing that circles hang on: neither a sign
    /// nor whether a link counts.
    #[must_use]
    pub fn of(deed: &Deed, map: &Map, snapshot: &Arc<Snapshot>) -> Option<Self> {
        let counts = |field: &str| matches!(field, "sign" | "missing" | "certainty");
        let mut links: BTreeMap<&LinkId, &Link> = BTreeMap::new();
        for edit in &deed.change.edits {
            if let (Item::Link(id), true) = (&edit.item, edit.field.as_deref().is_some_and(counts))
                && let Some(link) = map.link(id).filter(|_| id.kind.has_sign())
            {
                links.insert(id, link);
            }
        }
        let links: Vec<_> = links.into_iter().map(|(id, link)| (id.clone(), link.clone())).collect();
        (!links.is_empty()).then(|| Self { links, snapshot: Arc::clone(snapshot) })
    }

    /// What was decided: which circles can be judged now or no longer, which turn, which do not run any more and which
    /// run now, and the titles among them. Empty where no circle is concerned.
    #[must_use]
    pub fn decided(&self, lang: Lang, map: &Map, snapshot: &Snapshot) -> String {
        let runs = |link: &Link| !link.missing && link.certainty != Some(Certainty::Refuted);
        let (mut known, mut lost, mut turned) = (Vec::new(), Vec::new(), Vec::new());
        let (mut stop, mut begin) = (Vec::new(), Vec::new());
        for (id, was) in &self.links {
            let Some(now) = map.link(id) else { continue };
            let (before, after) = ((id, was.sign_or_unknown()), (id, now.sign_or_unknown()));
            match (runs(was), runs(now)) {
                (true, false) => stop.push(before),
                (false, true) => begin.push(after),
                (false, false) => {}
                _ if before.1 == after.1 => {}
                _ if before.1 == Sign::Unknown => known.push(after),
                _ if after.1 == Sign::Unknown => lost.push(before),
                _ => turned.push(after),
            }
        }
        let mut budget = Budget::steps(STEPS);
        let mut whole = true;
        let (mut titles, mut unnamed) = (BTreeSet::new(), Vec::new());
        let mut look = |snapshot: &Snapshot, links: &[(&LinkId, Sign)], open: bool| {
            let (mut circles, all) = circles_of(snapshot, links, &mut budget);
            whole &= all;
            // What cannot be judged can neither get lost nor turn.
            let undecided = circles.len();
            circles.retain(|(_, own)| open || own.kind != LoopKind::Undetermined);
            for (row, _) in &circles {
                match title_of(map, row) {
                    Some(title) => _ = titles.insert(title),
                    None => unnamed.push(cards_of(map, row, links)),
                }
            }
            let undecided = undecided - circles.len();
            (circles.into_iter().map(|(_, own)| own).collect::<Vec<_>>(), undecided)
        };
        let (decided, still) = look(snapshot, &known, false);
        let (lost, _) = look(&self.snapshot, &lost, false);
        let (turned, _) = look(snapshot, &turned, false);
        let (stopped, _) = look(&self.snapshot, &stop, true);
        let (begun, _) = look(snapshot, &begin, true);
        let mut parts = vec![
            decides(lang, &decided),
            still_open(lang, still),
            no_longer_judged(lang, lost.len()),
            turns(lang, &turned),
            stops(lang, &stopped),
            closes(lang, &begun),
            named_among(lang, &titles.into_iter().collect::<Vec<_>>()),
        ];
        // One or two can be told by their cards; of more, a list says more than a line.
        if (1..=2).contains(&unnamed.len()) {
            let circles = capital(lang.words().links.circle.form(unnamed.len()));
            parts.push(format!("{circles}: {}.", unnamed.join("; ")));
        }
        if !whole {
            parts.push(lang.words().says.may_be_more.to_owned());
        }
        parts.retain(|part| !part.is_empty());
        parts.join(" ")
    }
}

/// What people named a circle of these links, which are sorted.
fn title_of(map: &Map, row: &[LinkId]) -> Option<String> {
    let told = map.loops().values().find(|told| {
        let mut links: Vec<LinkId> = told.links().collect();
        links.sort();
        links == row
    })?;
    Some(visible(&told.title).into_owned())
}

/// The cards of a circle of these links in order, from the first of those that were settled: `A › B › C`.
fn cards_of(map: &Map, row: &[LinkId], settled: &[(&LinkId, Sign)]) -> String {
    let first = settled.iter().map(|(id, _)| *id).find(|id| row.contains(id)).or(row.first());
    let mut names = Vec::new();
    let mut at = first.map(|id| &id.from);
    while let Some(card) = at.filter(|_| names.len() < row.len()) {
        names.push(say::short(map, card));
        at = row.iter().find(|id| id.from == *card).map(|id| &id.to);
    }
    names.join(" › ")
}

/// The circles that links of those signs close with those that are there, shortest first, each with its links in id
/// order, and whether these are all.
fn circles_of(
    snapshot: &Snapshot,
    links: &[(&LinkId, Sign)],
    budget: &mut Budget<'_>,
) -> (Vec<(Vec<LinkId>, Said)>, bool) {
    let mut circles: Vec<(Vec<LinkId>, Said)> = Vec::new();
    let mut whole = true;
    for &(link, sign) in links {
        let (Some(from), Some(to)) = (snapshot.spot(&link.from), snapshot.spot(&link.to)) else { continue };
        let closing = closed_by(snapshot, (from, to), sign, LONGEST, budget);
        whole &= closing.complete;
        for closed in closing.loops {
            let back = closed.back.iter().flat_map(|back| back.links(snapshot));
            let mut row: Vec<LinkId> = back.map(|arc| snapshot.link_id(arc)).chain([link.clone()]).collect();
            row.sort();
            // Two links may close the same circle together.
            if circles.iter().all(|(other, _)| *other != row) {
                circles.push((row, in_words(snapshot, from, &closed)));
            }
        }
    }
    circles.sort_by_key(|(_, own)| own.links);
    (circles, whole)
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
