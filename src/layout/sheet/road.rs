//! Which way each link takes, in streets: the gaps between places are *channels* (upright) and *lanes* (across).
//!
//! A link leaves its card at a side into the channel there. Where its other card is at the same channel, that is all;
//! else it takes a lane to the other card's channel. A [`City`] counts who passes where, so that what a way would
//! cross is known in as many steps as the way has corners of blocks. Two lines in one street may or may not cross,
//! which is settled later; that counts half.

use super::grid::Spot;

/// No lane: both cards are at one channel.
pub(super) const NO_LANE: u16 = u16::MAX;

/// Costs are counted in quarters of a crossing.
const CROSSING: i32 = 4;
const BEND: i32 = 2;

/// The way of a link: the channel at its source, the lane, the channel at its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Road {
    pub(super) from: u16,
    pub(super) to: u16,
    pub(super) lane: u16,
}

/// Who passes a corner of blocks.
#[derive(Clone, Copy, Default)]
struct Traffic {
    // Lines that run up and down all the way through.
    along: u16,
    // Lines that run across all the way through.
    across: u16,
    // Lines that turn or end here.
    ends: u16,
}

impl Traffic {
    /// What an upright line costs that passes all the way through.
    fn crossed(&self) -> i32 {
        CROSSING * i32::from(self.across) + 2 * i32::from(self.ends)
    }
}

/// Streets between `width` × `height` places, and who passes where.
#[derive(Clone)]
pub(super) struct City {
    // Lanes and rows of places in turn, the lane above the first row first.
    tall: usize,
    traffic: Vec<Traffic>,
    // Room for sums, used again for each link.
    sums: Vec<i32>,
}

/// The most lanes that are tried for a link.
const MOST_LANES: usize = 6;

impl City {
    pub(super) fn new(width: usize, height: usize) -> Self {
        let tall = 2 * height + 1;
        Self { tall, traffic: vec![Traffic::default(); tall * (width + 1)], sums: Vec::new() }
    }

    /// The cheapest way between two places as the traffic is, and what it costs.
    pub(super) fn best(&mut self, from: Spot, to: Spot) -> (Road, i32) {
        let mut best = (Road { from: 0, to: 0, lane: 0 }, i32::MAX);
        let (low, high) = (from.row.min(to.row) as usize, from.row.max(to.row) as usize + 1);
        let all = high - low + 1;
        let (start, end) = (from.row as usize * 2 + 1, to.row as usize * 2 + 1);
        // Most ways share their upright pieces with others: what those cross is added up once for each channel.
        let mut sums = std::mem::take(&mut self.sums);
        sums.clear();
        for channel in [from.slot, from.slot + 1, to.slot, to.slot + 1] {
            let mut sum = 0;
            sums.push(sum);
            let rows = channel as usize * self.tall + low * 2..=channel as usize * self.tall + high * 2;
            sums.extend(self.traffic[rows].iter().map(|there| {
                sum += there.crossed();
                sum
            }));
        }
        let many = sums.len() / 4;
        let along = |nth: usize, channel: u16, one: usize, other: usize| {
            let (top, bottom) = (one.min(other), one.max(other));
            let sums = &sums[nth * many..];
            self.ends(channel, top, bottom) + sums[bottom - low * 2 + 1] - sums[top - low * 2]
        };
        for (nth, out) in [from.slot as u16, from.slot as u16 + 1].into_iter().enumerate() {
            for (other, into) in [to.slot as u16, to.slot as u16 + 1].into_iter().enumerate() {
                if out == into {
                    let cost = along(nth, out, start, end);
                    if cost < best.1 {
                        best = (Road { from: out, to: into, lane: NO_LANE }, cost);
                    }
                    continue;
                }
                for step in 0..all.min(MOST_LANES) {
                    let lane = match step {
                        _ if all <= MOST_LANES => low + step,
                        // The two lanes at each card, and some between.
                        0 => low,
                        1 => low + 1,
                        2 => high,
                        3 => high - 1,
                        _ => low + 1 + (step - 3) * (all - 3) / (MOST_LANES - 3),
                    };
                    let up_and_down =
                        along(nth, out, start, lane * 2) + along(2 + other, into, lane * 2, end);
                    if up_and_down + BEND + i32::from(out.abs_diff(into)) < best.1 {
                        let cost = up_and_down + self.across(out, into, lane * 2);
                        if cost < best.1 {
                            best = (Road { from: out, to: into, lane: lane as u16 }, cost);
                        }
                    }
                }
            }
        }
        self.sums = sums;
        best
    }

    /// What a way costs as the traffic is.
    pub(super) fn cost(&self, road: Road, from: Spot, to: Spot) -> i32 {
        let (start, end) = (from.row as usize * 2 + 1, to.row as usize * 2 + 1);
        if road.lane == NO_LANE {
            return self.along(road.from, start, end);
        }
        let lane = road.lane as usize * 2;
        self.across(road.from, road.to, lane)
            + self.along(road.from, start, lane)
            + self.along(road.to, lane, end)
    }

    fn across(&self, from: u16, to: u16, lane: usize) -> i32 {
        let (low, high) = (from.min(to) as usize, from.max(to) as usize);
        let mut cost = BEND + (high - low) as i32;
        for channel in low + 1..high {
            let there = self.traffic[channel * self.tall + lane];
            cost += CROSSING * i32::from(there.along) + 2 * i32::from(there.ends);
        }
        cost
    }

    fn along(&self, channel: u16, start: usize, end: usize) -> i32 {
        let (low, high) = (start.min(end), start.max(end));
        let column = &self.traffic[channel as usize * self.tall..][low..=high];
        self.ends(channel, low, high) + column.iter().map(|there| there.crossed()).sum::<i32>()
    }

    // An upright piece costs for its length, and less at its ends than where it passes.
    fn ends(&self, channel: u16, low: usize, high: usize) -> i32 {
        let column = &self.traffic[channel as usize * self.tall..][..self.tall];
        let at =
            |there: Traffic| 2 * i32::from(there.along) - 2 * i32::from(there.across) - i32::from(there.ends);
        (high - low) as i32 / 2 + at(column[low]) + at(column[high])
    }

    /// Lets a link take a way.
    pub(super) fn take(&mut self, road: Road, from: Spot, to: Spot) {
        self.count(road, from, to, 1);
    }

    /// Takes a link off its way.
    pub(super) fn leave(&mut self, road: Road, from: Spot, to: Spot) {
        self.count(road, from, to, u16::MAX);
    }

    // Adding the largest number takes one away.
    fn count(&mut self, road: Road, from: Spot, to: Spot, one: u16) {
        let (start, end) = (from.row as usize * 2 + 1, to.row as usize * 2 + 1);
        if road.lane == NO_LANE {
            self.count_along(road.from, start, end, one);
            return;
        }
        let lane = road.lane as usize * 2;
        self.count_along(road.from, start, lane, one);
        self.count_along(road.to, lane, end, one);
        let (low, high) = (road.from.min(road.to) as usize, road.from.max(road.to) as usize);
        for channel in low + 1..high {
            let there = &mut self.traffic[channel * self.tall + lane].across;
            *there = there.wrapping_add(one);
        }
    }

    fn count_along(&mut self, channel: u16, start: usize, end: usize, one: u16) {
        let column = &mut self.traffic[channel as usize * self.tall..][..self.tall];
        let (low, high) = (start.min(end), start.max(end));
        for there in &mut column[low..=high] {
            there.along = there.along.wrapping_add(one);
        }
        for end in [low, high] {
            let there = &mut column[end];
            there.ends = there.ends.wrapping_add(one);
            if low != high {
                there.along = there.along.wrapping_sub(one);
            }
        }
        if low == high {
            column[low].along = column[low].along.wrapping_sub(one);
        }
    }
}
