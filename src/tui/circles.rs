//! The list of loops: those people named, and those a search found, in an order and with names of their place.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::independent::IndependentLoops;
use crate::analysis::loops::{Found, Loop};
use crate::analysis::named::{LinkState, Titles, Told};
use crate::analysis::would_be::{Standing, WouldBe};
use crate::map::{Link, LinkId, LoopId, Map, NamedLoop, NodeId, Sign, Snapshot};
use crate::text::reading::LoopKind;

/// A loop as the editor shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circle {
    /// Its links in order, the last one back to where the first begins.
    pub links: Vec<LinkId>,
    /// What people named it, if they did.
    pub named: Option<LoopId>,
    /// What it does; for a loop with missing links, what it would do.
    pub kind: LoopKind,
    /// Its place among the loops of its kind in the list that was found, from 1; for one with missing links its place
    /// among those that would run. None where neither is known.
    pub place: Option<usize>,
    /// How many of its links are marked missing.
    pub missing: usize,
    /// How many of its links are refuted.
    pub refuted: usize,
    /// How many of its links are not on the map any more: it is broken.
    pub gone: usize,
    /// The first of those that are not, for whoever asks where it broke.
    pub broke_at: Option<LinkId>,
    /// How many whole levels it touches.
    pub levels: usize,
    /// Whether it is here only because it is one of those that cover every looped link, or would run: it is in no list
    /// but theirs.
    pub guest: bool,
}

impl Circle {
    /// Whether all its links are there and count.
    #[must_use]
    pub fn runs(&self) -> bool {
        self.missing + self.refuted + self.gone == 0
    }

    /// Whether it runs, would run, or was refuted; one that broke would run if its links were there.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match (self.refuted, self.runs()) {
            (_, true) => Standing::Runs,
            (0, false) => Standing::WouldRun,
            _ => Standing::Refuted,
        }
    }

    /// Its cards in order.
    pub fn cards(&self) -> impl Iterator<Item = &NodeId> {
        self.links.iter().map(|link| &link.from)
    }

    /// Whether it runs through a card.
    #[must_use]
    pub fn has(&self, card: &NodeId) -> bool {
        self.cards().any(|own| own == card)
    }
}

/// How far the search has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Search {
    /// Not asked for yet.
    #[default]
    Waiting,
    /// Under way.
    Running,
    /// Done, or stopped by its budget.
    Done(Found),
}

/// All loops the editor knows of.
#[derive(Clone, Debug, Default)]
pub struct Circles {
    /// Named ones, then found ones, both shortest first.
    pub all: Vec<Circle>,
    /// How many of them are named.
    pub named: usize,
    /// How far the search is.
    pub search: Search,
    // So that a found loop that has a name is not listed twice.
    titles: Titles,
    // There may be thousands, and every frame asks which of them run through a card.
    by_card: BTreeMap<NodeId, Vec<usize>>,
    // The same by whole level and by area or part, as places among those of the map.
    by_level: BTreeMap<u16, Vec<usize>>,
    by_area: BTreeMap<u16, Vec<usize>>,
    counted: [usize; 3],
    found: usize,
    guests: BTreeMap<Vec<LinkId>, usize>,
    /// The loops that cover every looped link, once they are known, and whether these are all of them.
    pub cover: Option<(Vec<usize>, bool)>,
    /// Those that would run if the links marked missing were there, once they are known, and whether these are all.
    pub would_be: Option<(Vec<usize>, bool)>,
}

impl Circles {
    /// Whether every loop of the map is among them: the search came to its end, and there are no longer ones.
    #[must_use]
    pub fn are_all(&self) -> bool {
        matches!(&self.search, Search::Done(found) if found.complete && !found.longer)
    }

    /// The named loops of a map.
    #[must_use]
    pub fn named(map: &Map) -> Self {
        let mut circles = Self { titles: Titles::of(map), ..Self::default() };
        let own = map.loops().iter().filter(|(_, own)| !own.through.is_empty());
        let mut named: Vec<Circle> = own.map(|(id, own)| told(map, id, own)).collect();
        // As everywhere: the shortest first; equals stay in id order.
        named.sort_by_key(|circle| circle.links.len());
        for circle in named {
            let (levels, areas) = places(map, &circle);
            circles.push(circle, &levels, &areas);
        }
        circles.named = circles.all.len();
        circles
    }

    /// Takes in loops that a search found, in the order in which it found them; `first` is the place of the first of
    /// them. A search for longer loops finds the shorter ones again, and those are left out.
    pub fn add(&mut self, snapshot: &Snapshot, first: usize, loops: &[Loop]) {
        let known = self.found.saturating_sub(first);
        for own in loops.iter().skip(known) {
            self.found += 1;
            let named = self.titles.get(own, snapshot);
            let at = named
                .and_then(|id| self.all[..self.named].iter().position(|own| own.named.as_ref() == Some(id)));
            let at = at.unwrap_or_else(|| {
                self.see_off(snapshot, own);
                self.push(found(snapshot, own), &own.levels(snapshot), &own.areas(snapshot));
                self.all.len() - 1
            });
            let kind = self.all[at].kind;
            self.counted[kind as usize] += 1;
            self.all[at].place = Some(self.counted[kind as usize]);
        }
    }

    /// The named loops, then those through the card, each loop in one group only: places in [`Circles::all`].
    #[must_use]
    pub fn first_groups(&self, through: Option<&NodeId>) -> [Vec<usize>; 2] {
        let here = through.and_then(|card| self.by_card.get(card));
        let here = here.into_iter().flatten().copied().filter(|&at| at >= self.named);
        [(0..self.named).collect(), here.collect()]
    }

    /// The loops that are neither named nor through the card, in their order.
    #[must_use]
    pub fn others(&self, through: Option<&NodeId>) -> Vec<usize> {
        let here = through.and_then(|card| self.by_card.get(card)).map_or(&[][..], Vec::as_slice);
        let other = |at: &usize| !self.all[*at].guest && here.binary_search(at).is_err();
        (self.named..self.all.len()).filter(other).collect()
    }

    /// The places of the loops through a card, in the order of the list.
    #[must_use]
    pub fn places_through(&self, card: &NodeId) -> &[usize] {
        self.by_card.get(card).map_or(&[], Vec::as_slice)
    }

    /// The loops through a card, in the order of the list.
    pub fn through<'a>(&'a self, card: &NodeId) -> impl Iterator<Item = &'a Circle> {
        self.by_card.get(card).into_iter().flatten().map(|&at| &self.all[at])
    }

    /// The loops that touch all of those whole levels, in their order; levels as places among those of the map.
    #[must_use]
    pub fn on_levels(&self, levels: &[u16]) -> Vec<usize> {
        let on = |level: &u16| self.by_level.get(level).map_or(&[][..], Vec::as_slice);
        let Some((first, others)) = levels.split_first() else { return Vec::new() };
        let all = |at: &usize| others.iter().all(|level| on(level).binary_search(at).is_ok());
        on(first).iter().copied().filter(all).collect()
    }

    /// The loops that touch one of those areas or parts, in their order.
    #[must_use]
    pub fn in_areas(&self, areas: &[u16]) -> Vec<usize> {
        let rows = areas.iter().filter_map(|area| self.by_area.get(area));
        let all: BTreeSet<usize> = rows.flatten().copied().collect();
        all.into_iter().collect()
    }

    /// The loops that run along a link, in their order.
    #[must_use]
    pub fn along(&self, link: &LinkId) -> Vec<usize> {
        let here = self.by_card.get(&link.from).into_iter().flatten().copied();
        here.filter(|&at| self.all[at].links.contains(link)).collect()
    }

    /// How many of those loops run, and how many do not since a link is missing, refuted or gone.
    #[must_use]
    pub fn running_and_not(&self, places: &[usize]) -> (usize, [usize; 3]) {
        let (mut running, mut not) = (0, [0; 3]);
        for circle in places.iter().filter_map(|&at| self.all.get(at)) {
            match (circle.gone, circle.missing, circle.refuted) {
                (0, 0, 0) => running += 1,
                (0, 0, _) => not[1] += 1,
                (0, ..) => not[0] += 1,
                _ => not[2] += 1,
            }
        }
        (running, not)
    }

    /// How many loops are listed: all but those that are here as guests.
    #[must_use]
    pub fn listed(&self) -> usize {
        self.all.len() - self.guests.len()
    }

    /// Takes in the loops that cover every looped link. Those that are not listed come as guests.
    pub fn take_cover(&mut self, snapshot: &Snapshot, own: &IndependentLoops) {
        let places: Vec<usize> = own.loops.iter().map(|own| self.place_of(snapshot, own)).collect();
        self.cover = Some((places, own.complete()));
    }

    /// Takes in the loops that would run, found in a snapshot with missing links. They come as guests, but for those
    /// that have a name, and are numbered among themselves.
    pub fn take_would_be(&mut self, snapshot: &Snapshot, own: &WouldBe) {
        let places: Vec<usize> = own.loops.iter().map(|own| self.place_of(snapshot, own)).collect();
        let mut counted = [0; 3];
        for &at in &places {
            let kind = self.all[at].kind as usize;
            counted[kind] += 1;
            self.all[at].place = Some(counted[kind]);
        }
        self.would_be = Some((places, own.complete));
    }

    /// Where a loop stands; one that is in no list comes as a guest.
    fn place_of(&mut self, snapshot: &Snapshot, own: &Loop) -> usize {
        let titled = self.titles.get(own, snapshot);
        let named = titled
            .and_then(|id| self.all[..self.named].iter().position(|own| own.named.as_ref() == Some(id)));
        let circle = found(snapshot, own);
        let here = circle.links.first().and_then(|first| self.by_card.get(&first.from));
        let listed = || {
            let mut here = here.into_iter().flatten().copied();
            here.find(|&at| at >= self.named && self.all[at].links == circle.links)
        };
        let known = named.or_else(listed).or_else(|| self.guests.get(&circle.links).copied());
        known.unwrap_or_else(|| {
            let at = self.all.len();
            self.guests.insert(circle.links.clone(), at);
            self.all.push(Circle { guest: true, ..circle });
            at
        })
    }

    /// The loops that would run, but for the named ones, which stand elsewhere already.
    #[must_use]
    pub fn ghosts(&self) -> Vec<usize> {
        let places = self.would_be.as_ref().map_or(&[][..], |(places, _)| places);
        places.iter().copied().filter(|&at| at >= self.named).collect()
    }

    /// How many loops the search found so far.
    #[must_use]
    pub fn found(&self) -> usize {
        self.found
    }

    /// Who comes into the list is no guest any more.
    fn see_off(&mut self, snapshot: &Snapshot, own: &Loop) {
        if self.guests.is_empty() {
            return;
        }
        let links: Vec<LinkId> = own.links(snapshot).map(|arc| snapshot.link_id(arc)).collect();
        let next = self.all.len();
        if let (Some(was), Some((places, _))) = (self.guests.get(&links), self.cover.as_mut()) {
            for place in places.iter_mut().filter(|place| *place == was) {
                *place = next;
            }
        }
    }

    fn push(&mut self, circle: Circle, levels: &[u16], areas: &[u16]) {
        let at = self.all.len();
        for &level in levels {
            self.by_level.entry(level).or_default().push(at);
        }
        for &area in areas {
            self.by_area.entry(area).or_default().push(at);
        }
        for card in circle.cards() {
            let row = self.by_card.entry(card.clone()).or_default();
            if row.last() != Some(&at) {
                row.push(at);
            }
        }
        self.all.push(circle);
    }
}

fn told(map: &Map, id: &LoopId, own: &NamedLoop) -> Circle {
    let told = Told::of(map, own);
    let in_state = |state| told.in_state(state).count();
    let broke_at = told.in_state(LinkState::Gone).next().cloned();
    let kind = LoopKind::of(
        told.links.iter().map(|(id, _)| map.link(id).map_or(Sign::Unknown, Link::sign_or_unknown).turn()),
    );
    Circle {
        kind,
        named: Some(id.clone()),
        place: None,
        missing: in_state(LinkState::Missing),
        refuted: in_state(LinkState::Refuted),
        gone: in_state(LinkState::Gone),
        broke_at,
        levels: told.levels.len(),
        guest: false,
        links: told.links.into_iter().map(|(id, _)| id).collect(),
    }
}

/// The whole levels and the areas that a loop touches, as places among those of the map, each once.
fn places(map: &Map, circle: &Circle) -> (Vec<u16>, Vec<u16>) {
    let nodes = || circle.cards().filter_map(|card| map.node(card));
    let place = |at: Option<usize>| at.and_then(|at| u16::try_from(at).ok());
    let levels = nodes().filter_map(|node| {
        let whole = &map.whole_level(node.level.as_ref()?)?.id;
        place(map.levels().iter().position(|level| level.id == *whole))
    });
    let areas = nodes().filter_map(|node| {
        let own = node.area.as_ref()?;
        place(map.areas().iter().position(|area| area.id == *own))
    });
    let once = |all: BTreeSet<u16>| all.into_iter().collect();
    (once(levels.collect()), once(areas.collect()))
}

fn found(snapshot: &Snapshot, own: &Loop) -> Circle {
    Circle {
        links: own.links(snapshot).map(|arc| snapshot.link_id(arc)).collect(),
        named: None,
        kind: LoopKind::of(own.links(snapshot).map(|arc| arc.sign.turn())),
        place: None,
        missing: own.links(snapshot).filter(|arc| arc.missing).count(),
        refuted: 0,
        gone: 0,
        broke_at: None,
        levels: own.levels(snapshot).len(),
        guest: false,
    }
}
