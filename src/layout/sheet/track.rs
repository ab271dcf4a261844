//! Which track each piece of a line gets: the order of uprights in a channel, of levels in a lane, of ports at a card.
//!
//! Of two pieces that overlap, one must lie left of the other (or above it), and it is known for both orders how many
//! links cross. Sifting (Rudell 1993) finds an order in which few do. Then each piece takes the first track that those
//! before it leave free (the left-edge algorithm, Hashimoto and Stevens 1971).

use super::net::{Joint, Nets, Pin};

// How far apart the keys of two rows of places, or of two lanes, are.
const WIDE: u32 = 1 << 14;

impl Nets {
    /// Finds the orders and the tracks. More rounds, fewer crossings.
    pub(super) fn lay_tracks(&mut self, rounds: usize) {
        let channels = group(self.uprights.iter().map(|upright| usize::from(upright.channel)));
        let lanes = group(self.levels.iter().map(|level| usize::from(level.lane)));
        let mut sides = self.sides();
        self.first_orders(&lanes, &mut sides);
        for round in 0..rounds {
            for channel in &channels {
                self.order_channel(channel, round == 0);
            }
            for lane in &lanes {
                self.order_lane(lane);
            }
            for side in &mut sides {
                self.order_ports(side);
            }
        }
        for channel in &channels {
            self.order_channel(channel, false);
            self.pack_channel(channel);
        }
        for lane in &lanes {
            self.pack_lane(lane);
        }
    }

    // Ports that share their rows: of one row of places and one channel.
    fn sides(&self) -> Vec<Vec<u32>> {
        let mut order: Vec<u32> = (0..self.ports.len() as u32).collect();
        let key = |&port: &u32| (self.ports[port as usize].row, self.ports[port as usize].channel);
        order.sort_by_key(|port| (key(port), *port));
        order.chunk_by(|a, b| key(a) == key(b)).map(<[u32]>::to_vec).collect()
    }

    // What goes up begins above what goes down.
    fn first_orders(&mut self, lanes: &[Vec<u32>], sides: &mut [Vec<u32>]) {
        let mut middles = vec![(0_u64, 0_u64); self.uprights.len()];
        for (upright, middle) in self.uprights.iter().zip(&mut middles) {
            for pin in &upright.pins {
                *middle = (middle.0 + u64::from(self.height(pin.joint)), middle.1 + 1);
            }
        }
        let without = |upright: u32, own: u32| {
            let (sum, many) = middles[upright as usize];
            (sum - u64::from(own)) * 16 / (many - 1).max(1)
        };
        for side in sides.iter_mut() {
            side.sort_by_cached_key(|&port| {
                let upright = self.ports[port as usize].upright;
                without(upright, self.height(Joint::Port(port)))
            });
        }
        for lane in lanes {
            let mut lane = lane.clone();
            lane.sort_by_cached_key(|&level| {
                let own = self.height(Joint::Level(level));
                self.levels[level as usize].ends.map(|end| without(end, own)).iter().sum::<u64>()
            });
            for (rank, level) in lane.into_iter().enumerate() {
                self.levels[level as usize].rank = rank as u32;
            }
        }
        self.rank_ports(sides);
    }

    fn rank_ports(&mut self, sides: &[Vec<u32>]) {
        for side in sides {
            for (rank, &port) in side.iter().enumerate() {
                self.ports[port as usize].rank = rank as u32;
            }
        }
    }

    /// How far down something joins, counted in rows of places and lanes, then in ranks.
    pub(super) fn height(&self, joint: Joint) -> u32 {
        match joint {
            Joint::Port(port) => {
                let port = &self.ports[port as usize];
                (port.row * 2 + 1) * WIDE + port.rank
            }
            Joint::Level(level) => {
                let level = &self.levels[level as usize];
                u32::from(level.lane) * 2 * WIDE + level.rank
            }
        }
    }

    fn reach(&self, upright: u32) -> Reach {
        let upright = &self.uprights[upright as usize];
        let place = |pin: &Pin| (self.height(pin.joint), pin.left, pin.links);
        Reach::of(upright.pins.iter().map(place).collect(), upright.links)
    }

    fn breadth(&self, level: u32) -> Reach {
        let level = &self.levels[level as usize];
        let place = |&end: &u32| {
            let upright = &self.uprights[end as usize];
            let x = u32::from(upright.channel) * WIDE + upright.rank;
            // A trunk may go on both ways; each way is a pin of its own.
            let lane = u32::from(level.lane) * 2 * WIDE;
            let heights = || upright.pins.iter().map(|pin| self.height(pin.joint));
            let up = heights().any(|height| height < lane);
            let down = heights().any(|height| height >= lane + WIDE);
            [up.then_some((x, true, level.links)), down.then_some((x, false, level.links))]
        };
        Reach::of(level.ends.iter().flat_map(place).flatten().collect(), level.links)
    }

    fn order_channel(&mut self, channel: &[u32], anew: bool) {
        let mut order: Vec<u32> =
            channel.iter().copied().filter(|&upright| !self.uprights[upright as usize].straight).collect();
        let reaches: Vec<Reach> = order.iter().map(|&upright| self.reach(upright)).collect();
        let mut numbers: Vec<usize> = (0..order.len()).collect();
        if anew {
            numbers.sort_by_key(|&at| {
                let left = reaches[at].pins.iter().filter(|pin| pin.1).count() as i32;
                (reaches[at].pins.len() as i32 - 2 * left, reaches[at].low)
            });
        } else {
            numbers.sort_by_key(|&at| self.uprights[order[at] as usize].rank);
        }
        sift(&mut numbers, &reaches);
        order = numbers.into_iter().map(|at| order[at]).collect();
        for (rank, upright) in order.into_iter().enumerate() {
            self.uprights[upright as usize].rank = rank as u32;
        }
    }

    fn order_lane(&mut self, lane: &[u32]) {
        let reaches: Vec<Reach> = lane.iter().map(|&level| self.breadth(level)).collect();
        let mut numbers: Vec<usize> = (0..lane.len()).collect();
        numbers.sort_by_key(|&at| self.levels[lane[at] as usize].rank);
        sift(&mut numbers, &reaches);
        for (rank, at) in numbers.into_iter().enumerate() {
            self.levels[lane[at] as usize].rank = rank as u32;
        }
    }

    // Two ports one above the other change places if fewer links cross then.
    fn order_ports(&mut self, side: &mut [u32]) {
        for _ in 0..side.len().min(8) {
            let mut changed = false;
            for at in 1..side.len() {
                let (above, below) = (side[at - 1], side[at]);
                let now = self.crossings_at(above, below);
                self.exchange(above, below);
                if self.crossings_at(above, below) < now {
                    side.swap(at - 1, at);
                    changed = true;
                } else {
                    self.exchange(above, below);
                }
            }
            if !changed {
                break;
            }
        }
    }

    fn exchange(&mut self, one: u32, other: u32) {
        let rank = self.ports[one as usize].rank;
        self.ports[one as usize].rank = self.ports[other as usize].rank;
        self.ports[other as usize].rank = rank;
    }

    fn crossings_at(&self, one: u32, other: u32) -> u32 {
        let uprights = [self.ports[one as usize].upright, self.ports[other as usize].upright];
        let [a, b] = uprights.map(|upright| self.reach(upright));
        let [one, other] = uprights.map(|upright| &self.uprights[upright as usize]);
        if one.straight || other.straight {
            // A straight line crosses all that stands in its row.
            let crosses = |straight: &Reach, other: &Reach| {
                let own = straight.low;
                if other.low < own && own < other.high { straight.links * other.links } else { 0 }
            };
            return crosses(&a, &b) + crosses(&b, &a);
        }
        if one.rank < other.rank { a.crossed_before(&b) } else { b.crossed_before(&a) }
    }

    fn pack_channel(&mut self, channel: &[u32]) {
        let mut order: Vec<u32> =
            channel.iter().copied().filter(|&upright| !self.uprights[upright as usize].straight).collect();
        order.sort_by_key(|&upright| self.uprights[upright as usize].rank);
        let reaches: Vec<(u32, u32)> =
            order.iter().map(|&upright| self.reach(upright)).map(|reach| (reach.low, reach.high)).collect();
        for (upright, track) in order.into_iter().zip(pack(&reaches)) {
            self.uprights[upright as usize].track = track;
        }
    }

    fn pack_lane(&mut self, lane: &[u32]) {
        let mut order = lane.to_vec();
        order.sort_by_key(|&level| self.levels[level as usize].rank);
        let x = |end: u32| {
            let upright = &self.uprights[end as usize];
            u32::from(upright.channel) * WIDE + upright.track
        };
        let reaches: Vec<(u32, u32)> = order
            .iter()
            .map(|&level| self.levels[level as usize].ends.map(x))
            .map(|[a, b]| (a.min(b), a.max(b)))
            .collect();
        for (level, track) in order.into_iter().zip(pack(&reaches)) {
            self.levels[level as usize].track = track;
        }
    }
}

fn group(keys: impl Iterator<Item = usize>) -> Vec<Vec<u32>> {
    let mut groups: Vec<Vec<u32>> = Vec::new();
    for (at, key) in keys.enumerate() {
        if groups.len() <= key {
            groups.resize(key + 1, Vec::new());
        }
        groups[key].push(at as u32);
    }
    groups
}

/// How far a piece reaches, and where others join it: at which place, from before it (the left, above), how many
/// links.
struct Reach {
    low: u32,
    high: u32,
    links: u32,
    pins: Vec<(u32, bool, u32)>,
}

impl Reach {
    fn of(pins: Vec<(u32, bool, u32)>, links: u32) -> Self {
        let low = pins.iter().map(|pin| pin.0).min().unwrap_or(0);
        let high = pins.iter().map(|pin| pin.0).max().unwrap_or(0);
        Self { low, high, links, pins }
    }

    /// How many pairs of links cross if this piece lies before the other.
    fn crossed_before(&self, after: &Reach) -> u32 {
        if self.high < after.low || after.high < self.low {
            return 0;
        }
        let from_before = after.pins.iter().filter(|pin| pin.1 && self.low < pin.0 && pin.0 < self.high);
        let from_behind = self.pins.iter().filter(|pin| !pin.1 && after.low < pin.0 && pin.0 < after.high);
        from_before.map(|pin| pin.2 * self.links).sum::<u32>()
            + from_behind.map(|pin| pin.2 * after.links).sum::<u32>()
    }
}

/// Takes each piece out of the order and puts it where fewest links cross, twice.
fn sift(order: &mut Vec<usize>, reaches: &[Reach]) {
    let many = reaches.len();
    if many < 2 {
        return;
    }
    // What it costs more if the one lies before the other than behind it.
    let mut more = vec![0_i32; many * many];
    for one in 0..many {
        for other in one + 1..many {
            let (before, behind) = (&reaches[one], &reaches[other]);
            let cost = before.crossed_before(behind) as i32 - behind.crossed_before(before) as i32;
            more[one * many + other] = cost;
            more[other * many + one] = -cost;
        }
    }
    for _ in 0..2 {
        let mut changed = false;
        for piece in 0..many {
            let row = &more[piece * many..(piece + 1) * many];
            let now = order.iter().position(|&at| at == piece).unwrap_or(0);
            // From its place to the right, then to the left.
            let (mut best, mut place, mut cost) = (0, now, 0);
            for (at, &other) in order.iter().enumerate().skip(now + 1) {
                cost -= row[other];
                if cost < best {
                    (best, place) = (cost, at);
                }
            }
            cost = 0;
            for (at, &other) in order.iter().enumerate().take(now).rev() {
                cost += row[other];
                if cost < best {
                    (best, place) = (cost, at);
                }
            }
            if place != now {
                order.remove(now);
                order.insert(place, piece);
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
}

/// The tracks of pieces in order: each takes the first one behind all before it that it would touch.
fn pack(reaches: &[(u32, u32)]) -> Vec<u32> {
    let mut tracks = vec![0; reaches.len()];
    for at in 0..reaches.len() {
        let (low, high) = reaches[at];
        let touched = (0..at).filter(|&other| reaches[other].0 <= high && low <= reaches[other].1);
        tracks[at] = touched.map(|other| tracks[other] + 1).max().unwrap_or(0);
    }
    tracks
}
