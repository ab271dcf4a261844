//! Moves cards within their cells until few lines cross.
//!
//! First each card goes towards the middle of those it is linked with (Sugiyama, Tagawa and Toda 1981), then
//! threshold accepting (Dueck and Scheuer 1990), a kind of annealing, changes two places at a time. It counts steps, knows no
//! clock and draws the same lots each time, so that the same map always gives the same sheet. Bands, columns and
//! pins are never left.

use super::grid::{Grid, NOBODY, Spot};
use super::road::{City, NO_LANE, Road};
use super::sort::Sorted;

/// A link by the numbers of its cards.
pub(super) type Ends = (u32, u32);

/// Cards at their places and links on their ways.
pub(super) struct Settling {
    pub(super) grid: Grid,
    pub(super) roads: Vec<Road>,
    city: City,
    links: Vec<Ends>,
    of_card: Vec<Vec<u32>>,
    // The first place of each card's cell, and how many it has across and along.
    cells: Vec<(Spot, u32, u32)>,
    lots: Lots,
    // The links that a move touches, and the ways they had.
    touched: Vec<(u32, Road)>,
}

/// How hot the first round is, in quarters of a crossing.
const HOT: f64 = 12.0;

impl Settling {
    /// Everybody where the grid has them.
    pub(super) fn new(grid: Grid, sorted: &Sorted<'_>, links: Vec<Ends>) -> Self {
        let mut of_card = vec![Vec::new(); sorted.cards.len()];
        for (at, &(from, to)) in links.iter().enumerate() {
            of_card[from as usize].push(at as u32);
            if from != to {
                of_card[to as usize].push(at as u32);
            }
        }
        let cells = sorted.cards.iter().map(|card| {
            let (row, slot) = (grid.band_rows[card.band], grid.column_slots[card.column]);
            let across = grid.column_slots[card.column + 1] - slot;
            let along = grid.band_rows[card.band + 1] - row;
            (Spot { row: row as u32, slot: slot as u32 }, across as u32, along as u32)
        });
        let cells = cells.collect();
        let city = City::new(grid.width, grid.height);
        let nowhere = Road { from: 0, to: 0, lane: NO_LANE };
        let roads = vec![nowhere; links.len()];
        let lots = Lots(0x9E37_79B9_7F4A_7C15);
        Self { grid, roads, city, links, of_card, cells, lots, touched: Vec::new() }
    }

    /// A few rounds in which cards go towards those they are linked with.
    pub(super) fn gather(&mut self, rounds: usize, sorted: &Sorted<'_>) {
        let columns = sorted.columns.len();
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); sorted.bands.len() * columns];
        for (at, card) in sorted.cards.iter().enumerate() {
            if !self.grid.pinned[at] {
                members[card.band * columns + card.column].push(at);
            }
        }
        for _ in 0..rounds {
            for cards in members.iter_mut().filter(|cards| cards.len() > 1) {
                let mut spots: Vec<Spot> = cards.iter().map(|&card| self.grid.at[card]).collect();
                spots.sort_by_key(|spot| (spot.row, spot.slot));
                cards.sort_by_cached_key(|&card| self.middle(card).1);
                let mut rest = &mut cards[..];
                // A row at a time from the top, each from left to right.
                while !rest.is_empty() {
                    let done = spots.len() - rest.len();
                    let row = spots[done].row;
                    let many = spots[done..].iter().take_while(|spot| spot.row == row).count();
                    let (row, next) = rest.split_at_mut(many);
                    row.sort_by_cached_key(|&card| self.middle(card).0);
                    rest = next;
                }
                for (&card, &spot) in cards.iter().zip(&spots) {
                    self.grid.put(card, spot);
                }
            }
        }
    }

    // The middle of the cards that a card is linked with, in hundredths of a place; its own place if there is none.
    fn middle(&self, card: usize) -> (i64, i64) {
        let (mut x, mut y, mut many) = (0, 0, 0);
        for &link in &self.of_card[card] {
            let (from, to) = self.links[link as usize];
            let other = self.grid.at[if from as usize == card { to } else { from } as usize];
            (x, y, many) = (x + i64::from(other.slot), y + i64::from(other.row), many + 1);
        }
        let own = self.grid.at[card];
        if many == 0 {
            return (i64::from(own.slot) * 100, i64::from(own.row) * 100);
        }
        (x * 100 / many, y * 100 / many)
    }

    /// Every link takes the cheapest way, one after the other, the short ones first.
    pub(super) fn set_out(&mut self) {
        let far = |&(from, to): &Ends| {
            let (a, b) = (self.grid.at[from as usize], self.grid.at[to as usize]);
            a.row.abs_diff(b.row) + a.slot.abs_diff(b.slot)
        };
        let mut order: Vec<usize> = (0..self.links.len()).collect();
        order.sort_by_cached_key(|&link| (far(&self.links[link]), link));
        for link in order {
            self.choose(link);
        }
    }

    /// Every link thinks again, that many times.
    pub(super) fn think_again(&mut self, rounds: usize) {
        for _ in 0..rounds {
            for link in 0..self.links.len() {
                self.leave(link);
                self.choose(link);
            }
        }
    }

    /// Tries so many changes of places.
    pub(super) fn anneal(&mut self, steps: usize) {
        let movable: Vec<usize> = (0..self.cells.len())
            .filter(|&card| !self.grid.pinned[card] && self.cells[card].1 * self.cells[card].2 > 1)
            .filter(|&card| !self.of_card[card].is_empty())
            .collect();
        if movable.is_empty() {
            return;
        }
        for step in 0..steps {
            let heat = HOT * (steps - step) as f64 / steps as f64;
            let card = movable[self.lots.below(movable.len() as u32) as usize];
            let (first, across, along) = self.cells[card];
            let row = first.row + self.lots.below(along);
            let spot = Spot { row, slot: first.slot + self.lots.below(across) };
            // How much worse it may get this time. No logarithm: machines differ in its last digit.
            let patience = heat * self.lots.share() * self.lots.share();
            self.try_move(card, spot, patience as i32);
        }
    }

    /// Lets some cards look for a better place of their cell among those that are free: nobody else moves.
    pub(super) fn improve(&mut self, cards: &[usize]) {
        for &card in cards.iter().filter(|&&card| !self.grid.pinned[card]).collect::<Vec<_>>() {
            let (first, across, along) = self.cells[card];
            for row in first.row..first.row + along {
                for slot in first.slot..first.slot + across {
                    let spot = Spot { row, slot };
                    if self.grid.who[self.grid.index(spot)] == NOBODY {
                        self.try_move(card, spot, -1);
                    }
                }
            }
        }
    }

    /// Moves a card to a place of its cell, and who stood there to the card's, unless it costs more than `most`
    /// more than now.
    fn try_move(&mut self, card: usize, spot: Spot, most: i32) -> bool {
        let here = self.grid.at[card];
        if here == spot {
            return false;
        }
        let other = self.grid.who[self.grid.index(spot)];
        if other != NOBODY && self.grid.pinned[other as usize] {
            return false;
        }
        // Thousands of moves are tried: the room for a list is used again.
        let mut links = std::mem::take(&mut self.touched);
        links.clear();
        links.extend(self.of_card[card].iter().map(|&link| (link, self.roads[link as usize])));
        if other != NOBODY {
            let others = self.of_card[other as usize].iter().filter(|&&link| {
                let (from, to) = self.links[link as usize];
                from as usize != card && to as usize != card
            });
            links.extend(others.map(|&link| (link, self.roads[link as usize])));
        }
        let moved = self.try_swap(card, spot, most, &links);
        self.touched = links;
        moved
    }

    // The same, with the links of both cards and the ways they have.
    fn try_swap(&mut self, card: usize, spot: Spot, most: i32, links: &[(u32, Road)]) -> bool {
        let here = self.grid.at[card];
        let mut before = 0;
        for &(link, road) in links {
            self.leave(link as usize);
            let (from, to) = self.spots(link as usize);
            before += self.city.cost(road, from, to);
        }
        self.grid.swap(card, spot);
        let mut after = 0;
        let mut taken = 0;
        for &(link, _) in links {
            after += self.choose(link as usize);
            taken += 1;
            if after > before + most {
                break;
            }
        }
        if after <= before + most {
            return true;
        }
        for &(link, _) in &links[..taken] {
            self.leave(link as usize);
        }
        self.grid.swap(card, here);
        for &(link, road) in links {
            self.roads[link as usize] = road;
            let (from, to) = self.spots(link as usize);
            self.city.take(road, from, to);
        }
        false
    }

    fn spots(&self, link: usize) -> (Spot, Spot) {
        let (from, to) = self.links[link];
        (self.grid.at[from as usize], self.grid.at[to as usize])
    }

    fn choose(&mut self, link: usize) -> i32 {
        let (from, to) = self.spots(link);
        let (road, cost) = self.city.best(from, to);
        self.roads[link] = road;
        self.city.take(road, from, to);
        cost
    }

    fn leave(&mut self, link: usize) {
        let (from, to) = self.spots(link);
        self.city.leave(self.roads[link], from, to);
    }
}

/// Lots that are the same each time (SplitMix64, Steele, Lea and Flood 2014).
struct Lots(u64);

impl Lots {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u32) -> u32 {
        ((u64::from((self.next() >> 32) as u32) * u64::from(end)) >> 32) as u32
    }

    /// More than 0, at most 1.
    fn share(&mut self) -> f64 {
        ((self.next() >> 11) + 1) as f64 / (1_u64 << 53) as f64
    }
}
