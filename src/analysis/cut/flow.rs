//! The greatest flow through a network of pipes, and what can still be reached when it flows.
//!
//! Dinic 1970: rounds of shortest ways with room. With pipes of width one at every node there are O(√nodes)
//! rounds (Even and Tarjan 1975). It keeps its own stack.

use crate::analysis::budget::{Budget, Stop};
use crate::analysis::walk::number;

const FAR: u32 = u32::MAX;

/// Pipes in compressed rows. Each has a twin that leads back and holds what may be taken back.
pub(super) struct Network {
    at: Vec<u32>,
    to: Vec<u32>,
    room: Vec<u32>,
    twin: Vec<u32>,
}

impl Network {
    /// The network of those pipes: from, to, width.
    pub(super) fn of(joints: usize, pipes: &[(u32, u32, u32)]) -> Self {
        let mut at = vec![0_u32; joints + 1];
        for &(from, to, _) in pipes {
            at[from as usize + 1] += 1;
            at[to as usize + 1] += 1;
        }
        for joint in 1..at.len() {
            at[joint] += at[joint - 1];
        }
        let mut next = at.clone();
        let mut place = |joint: u32| {
            let place = next[joint as usize];
            next[joint as usize] += 1;
            place
        };
        let both = 2 * pipes.len();
        let (mut ends, mut room, mut twin) = (vec![0; both], vec![0; both], vec![0; both]);
        for &(from, to, width) in pipes {
            let (there, back) = (place(from), place(to));
            (ends[there as usize], room[there as usize], twin[there as usize]) = (to, width, back);
            (ends[back as usize], twin[back as usize]) = (from, there);
        }
        Self { at, to: ends, room, twin }
    }

    fn pipes(&self, joint: u32) -> std::ops::Range<usize> {
        self.at[joint as usize] as usize..self.at[joint as usize + 1] as usize
    }

    /// Lets as much flow as fits. Every way must pass a pipe of width one.
    pub(super) fn fill(&mut self, source: u32, drain: u32, budget: &mut Budget<'_>) -> Result<(), Stop> {
        loop {
            let far = self.measure(source, budget)?;
            if far[drain as usize] == FAR {
                return Ok(());
            }
            self.fill_shortest(source, drain, &far, budget)?;
        }
    }

    /// How many pipes with room each joint is from the source.
    fn measure(&self, source: u32, budget: &mut Budget<'_>) -> Result<Vec<u32>, Stop> {
        let mut far = vec![FAR; self.at.len() - 1];
        far[source as usize] = 0;
        let mut queue = vec![source];
        let mut next = 0;
        while let Some(&joint) = queue.get(next) {
            next += 1;
            for pipe in self.pipes(joint) {
                budget.step()?;
                let to = self.to[pipe];
                if self.room[pipe] > 0 && far[to as usize] == FAR {
                    far[to as usize] = far[joint as usize] + 1;
                    queue.push(to);
                }
            }
        }
        Ok(far)
    }

    /// Fills every shortest way.
    fn fill_shortest(
        &mut self,
        source: u32,
        drain: u32,
        far: &[u32],
        budget: &mut Budget<'_>,
    ) -> Result<(), Stop> {
        let mut next: Vec<u32> = self.at[..self.at.len() - 1].to_vec();
        let mut way: Vec<usize> = Vec::new();
        let mut here = source;
        loop {
            budget.step()?;
            if here == drain {
                for pipe in way.drain(..) {
                    // Wide pipes stay wide: nothing counts what flows through them, but what may be taken back.
                    if self.room[pipe] != u32::MAX {
                        self.room[pipe] -= 1;
                    }
                    let twin = self.twin[pipe] as usize;
                    self.room[twin] = self.room[twin].saturating_add(1);
                }
                here = source;
                continue;
            }
            let pipe = next[here as usize] as usize;
            if pipe < self.pipes(here).end {
                let to = self.to[pipe];
                if self.room[pipe] > 0 && far[to as usize] == far[here as usize] + 1 {
                    way.push(pipe);
                    here = to;
                } else {
                    next[here as usize] = number(pipe + 1);
                }
                continue;
            }
            let Some(pipe) = way.pop() else { return Ok(()) };
            here = self.to[self.twin[pipe] as usize];
            next[here as usize] += 1;
        }
    }

    /// The joints that more could flow to from the source. With the greatest flow this is the same whichever
    /// way it flows: the side of the source in the narrowest place nearest to it.
    pub(super) fn reached(&self, source: u32, budget: &mut Budget<'_>) -> Result<Vec<bool>, Stop> {
        Ok(self.measure(source, budget)?.into_iter().map(|far| far != FAR).collect())
    }
}
