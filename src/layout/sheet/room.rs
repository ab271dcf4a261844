//! How wide the gaps between cards stay while one goes from card to card.
//!
//! Where the links of the selected card alone are drawn, each card needs tracks of its own. If a gap were as wide as each
//! of them needs it, all that stands behind it would move with every step. So each gap has room for what most cards
//! need; only where one needs more does it become wider for the time.
//!
//! It says how many columns and rows stay. Which ones stay is [`Squeeze`](super::Squeeze)'s to say.

use super::plan::Plan;
use super::squeeze::Squeeze;

/// How many columns and rows stay at least in each gap between cards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// The first column of a gap, how many it has, and how many of them stay.
    pub(super) across: Vec<(u16, u16, usize)>,
    /// The same of rows.
    pub(super) down: Vec<(u16, u16, usize)>,
}

/// The stretches between `from` and `end` that no card stands in.
pub(super) fn gaps(from: u16, end: u16, cards: impl Iterator<Item = (u16, u16)>) -> Vec<(u16, u16)> {
    let mut cards: Vec<(u16, u16)> = cards.collect();
    cards.sort_unstable();
    let mut gaps = Vec::new();
    let mut at = from;
    for (first, many) in cards.into_iter().chain([(end, 0)]) {
        if first > at {
            gaps.push((at, first - at));
        }
        at = at.max(first + many);
    }
    gaps
}

/// Of so many cards all but one fit into a gap; what that one needs is not kept free for the others.
const FIT: usize = 10;

impl Room {
    /// What suffices for the links of most cards of a sheet, one card's at a time. Only cards that need something of a gap
    /// count there.
    ///
    /// O(cards · (columns + rows) + links).
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let mut of_card: Vec<Vec<usize>> = vec![Vec::new(); plan.cards.len()];
        for (at, link) in plan.links.iter().enumerate() {
            of_card[link.from as usize].push(at);
            if link.from != link.to {
                of_card[link.to as usize].push(at);
            }
        }
        let (across, down) = &plan.gaps;
        let without = Squeeze::of(plan, &[], &Self::default());
        let mut needs = (vec![Vec::new(); across.len()], vec![Vec::new(); down.len()]);
        for links in of_card.iter().filter(|links| !links.is_empty()) {
            let squeeze = Squeeze::of(plan, links, &Self::default());
            for (at, &(x, many)) in across.iter().enumerate() {
                let of = |squeeze: &Squeeze| squeeze.place((x + many, 0)).0 - squeeze.place((x, 0)).0;
                if of(&squeeze) > of(&without) {
                    needs.0[at].push(of(&squeeze));
                }
            }
            for (at, &(y, many)) in down.iter().enumerate() {
                let of = |squeeze: &Squeeze| squeeze.place((0, y + many)).1 - squeeze.place((0, y)).1;
                if of(&squeeze) > of(&without) {
                    needs.1[at].push(of(&squeeze));
                }
            }
        }
        Self { across: most(across, needs.0), down: most(down, needs.1) }
    }
}

fn most(gaps: &[(u16, u16)], needs: Vec<Vec<u16>>) -> Vec<(u16, u16, usize)> {
    let enough = |(&(from, many), mut needs): (&(u16, u16), Vec<u16>)| {
        needs.sort_unstable();
        let at = needs.len().checked_sub(1 + needs.len() / FIT);
        Some((from, many, usize::from(*needs.get(at?)?)))
    };
    gaps.iter().zip(needs).filter_map(enough).collect()
}
