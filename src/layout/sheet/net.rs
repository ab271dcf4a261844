//! From ways to lines: which links share a line at one end, and which upright and level pieces each line has.
//!
//! A *net* is a link, or links that leave one card (or reach one card) at one side and look the same: they share the
//! port there and part from each other on the way. No link is in two nets, so each is bundled at one end at most.

use std::collections::BTreeMap;

use super::grid::Spot;
use super::road::{NO_LANE, Road};
use super::settle::Ends;
use crate::map::{Certainty, Link, LinkKind, Sign};

/// What links must have in common to share a line.
pub(super) type Likeness = (LinkKind, Option<Sign>, bool, bool, Option<u8>, Option<Certainty>);

/// What a link has in common with others.
pub(super) fn likeness(kind: LinkKind, link: &Link) -> Likeness {
    (kind, link.sign, link.delay, link.missing, link.strength, link.certainty)
}

/// A place at the side of a card where a line begins or ends.
#[derive(Clone, Debug)]
pub(super) struct Port {
    /// The row of places.
    pub(super) row: u32,
    /// The channel it opens into.
    pub(super) channel: u16,
    /// The card at the left of the channel, if it is that one's.
    pub(super) left: Option<u32>,
    /// The card at its right; a line straight from one to the other has both.
    pub(super) right: Option<u32>,
    /// The upright piece it opens into.
    pub(super) upright: u32,
    /// The links that run through it.
    pub(super) links: u32,
    /// Its place among those of the same row and channel, from the top.
    pub(super) rank: u32,
}

/// Where something joins an upright piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// At a port.
    Port(u32),
    /// Where a level piece begins or ends.
    Level(u32),
}

/// Something that joins an upright piece, from the left or from the right.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pin {
    pub(super) joint: Joint,
    pub(super) left: bool,
    pub(super) links: u32,
}

/// A piece of a line in a channel.
#[derive(Clone, Debug)]
pub(super) struct Upright {
    pub(super) channel: u16,
    pub(super) pins: Vec<Pin>,
    pub(super) links: u32,
    /// It runs straight across the channel, from card to card.
    pub(super) straight: bool,
    /// Its track in the channel, from the left.
    pub(super) track: u32,
    /// Its place in the order of the channel.
    pub(super) rank: u32,
}

/// A piece of a line in a lane, from one upright piece to another.
#[derive(Clone, Debug)]
pub(super) struct Level {
    pub(super) lane: u16,
    pub(super) ends: [u32; 2],
    pub(super) links: u32,
    /// Its row in the lane, from the top.
    pub(super) track: u32,
    /// Its place in the order of the lane.
    pub(super) rank: u32,
}

/// The pieces of one link from its source to its target.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trip {
    pub(super) net: u32,
    pub(super) from: u32,
    pub(super) to: u32,
    /// The upright piece at the source, and the level and upright piece at the target if there is a lane.
    pub(super) first: u32,
    pub(super) over: Option<(u32, u32)>,
}

/// All lines in pieces.
#[derive(Clone, Debug, Default)]
pub(super) struct Nets {
    pub(super) ports: Vec<Port>,
    pub(super) uprights: Vec<Upright>,
    pub(super) levels: Vec<Level>,
    /// One for each link, in their order.
    pub(super) trips: Vec<Trip>,
    /// How many links each net has.
    pub(super) sizes: Vec<u32>,
}

/// Links bundled at a card: the card, its side, whether they leave it.
type Hub = (u32, bool, bool);

impl Nets {
    /// Bundles and takes to pieces. `alike` has one entry a link.
    pub(super) fn of(links: &[Ends], spots: &[Spot], roads: &[Road], alike: &[Likeness]) -> Self {
        let right_at = |card: u32, channel: u16| u32::from(channel) > spots[card as usize].slot;
        let hubs = |link: usize| -> [Hub; 2] {
            let ((from, to), road) = (links[link], roads[link]);
            [(from, right_at(from, road.from), true), (to, right_at(to, road.to), false)]
        };
        let mut groups: BTreeMap<(Hub, Likeness), Vec<usize>> = BTreeMap::new();
        for link in (0..links.len()).filter(|&link| links[link].0 != links[link].1) {
            for hub in hubs(link) {
                groups.entry((hub, alike[link])).or_default().push(link);
            }
        }
        let mut order: Vec<(Hub, Vec<usize>)> =
            groups.into_iter().map(|((hub, _), group)| (hub, group)).collect();
        order.sort_by_key(|(_, group)| std::cmp::Reverse(group.len()));
        let mut nets = Self::default();
        let nobody = Trip { net: 0, from: 0, to: 0, first: 0, over: None };
        nets.trips = vec![nobody; links.len()];
        let mut done = vec![false; links.len()];
        for (hub, mut group) in order {
            group.retain(|&link| !done[link]);
            if group.len() > 1 {
                nets.add(hub, &group, links, spots, roads);
                for link in group {
                    done[link] = true;
                }
            }
        }
        for link in (0..links.len()).filter(|&link| !done[link]) {
            nets.add(hubs(link)[0], &[link], links, spots, roads);
        }
        nets
    }

    fn add(&mut self, hub: Hub, group: &[usize], links: &[Ends], spots: &[Spot], roads: &[Road]) {
        let net = self.sizes.len() as u32;
        self.sizes.push(group.len() as u32);
        let (card, right, out) = hub;
        let home = if out { roads[group[0]].from } else { roads[group[0]].to };
        let trunk = self.upright(home);
        let hub_port = self.port(card, right, spots, trunk);
        // What lies beyond a lane, by lane and channel.
        let mut beyond: BTreeMap<(u16, u16), (u32, u32)> = BTreeMap::new();
        for &link in group {
            let ((from, to), road) = (links[link], roads[link]);
            let (other, channel) = if out { (to, road.to) } else { (from, road.from) };
            let other_right = u32::from(channel) > spots[other as usize].slot;
            let over = (road.lane != NO_LANE).then(|| {
                *beyond.entry((road.lane, channel)).or_insert_with(|| {
                    let far = self.upright(channel);
                    let level = self.levels.len() as u32;
                    self.levels.push(Level {
                        lane: road.lane,
                        ends: [trunk, far],
                        links: 0,
                        track: 0,
                        rank: 0,
                    });
                    (level, far)
                })
            });
            let place = over.map_or(trunk, |(_, far)| far);
            // Two cards face to face are joined straight.
            let straight = group.len() == 1
                && over.is_none()
                && other != card
                && other_right != right
                && spots[other as usize].row == spots[card as usize].row;
            let port = if straight {
                let port = &mut self.ports[hub_port as usize];
                if other_right {
                    port.left = Some(other)
                } else {
                    port.right = Some(other)
                }
                self.uprights[trunk as usize].straight = true;
                hub_port
            } else {
                self.port(other, other_right, spots, place)
            };
            self.ports[hub_port as usize].links += 1;
            if port != hub_port {
                self.ports[port as usize].links += 1;
            }
            self.uprights[trunk as usize].links += 1;
            if let Some((level, far)) = over {
                self.levels[level as usize].links += 1;
                self.uprights[far as usize].links += 1;
            }
            // A trip runs from source to target, whichever of the two the hub is.
            let (from, to) = if out { (hub_port, port) } else { (port, hub_port) };
            let over = over.map(|(level, far)| (level, if out { far } else { trunk }));
            let first = if out { trunk } else { place };
            self.trips[link] = Trip { net, from, to, first, over };
        }
        // The pins, now that it is known how many links run through each.
        let hub_links = self.ports[hub_port as usize].links;
        let pin = |joint, left, links| Pin { joint, left, links };
        self.uprights[trunk as usize].pins.push(pin(Joint::Port(hub_port), right, hub_links));
        for at in hub_port + 1..self.ports.len() as u32 {
            let port = &self.ports[at as usize];
            let (upright, left, links) = (port.upright, port.left.is_some(), port.links);
            self.uprights[upright as usize].pins.push(pin(Joint::Port(at), left, links));
        }
        for (&(_, channel), &(level, far)) in &beyond {
            let links = self.levels[level as usize].links;
            self.uprights[trunk as usize].pins.push(pin(Joint::Level(level), channel < home, links));
            self.uprights[far as usize].pins.push(pin(Joint::Level(level), channel > home, links));
        }
    }

    fn upright(&mut self, channel: u16) -> u32 {
        self.uprights.push(Upright {
            channel,
            pins: Vec::new(),
            links: 0,
            straight: false,
            track: 0,
            rank: 0,
        });
        self.uprights.len() as u32 - 1
    }

    fn port(&mut self, card: u32, right: bool, spots: &[Spot], upright: u32) -> u32 {
        let spot = spots[card as usize];
        let (left, right_card) = if right { (Some(card), None) } else { (None, Some(card)) };
        self.ports.push(Port {
            row: spot.row,
            channel: (spot.slot + u32::from(right)) as u16,
            left,
            right: right_card,
            upright,
            links: 0,
            rank: 0,
        });
        self.ports.len() as u32 - 1
    }
}
