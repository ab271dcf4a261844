//! A queue for ranks that are small whole numbers.

/// A queue for small whole ranks: what came last among equals goes first, which keeps lines straight.
#[derive(Default)]
pub(super) struct Buckets {
    buckets: Vec<Vec<usize>>,
    lowest: usize,
}

impl Buckets {
    pub(super) fn push(&mut self, rank: u32, what: usize) {
        let rank = rank as usize;
        if self.buckets.len() <= rank {
            self.buckets.resize_with(rank + 1, Vec::new);
        }
        self.lowest = self.lowest.min(rank);
        self.buckets[rank].push(what);
    }

    pub(super) fn pop(&mut self) -> Option<(u32, usize)> {
        while let Some(bucket) = self.buckets.get_mut(self.lowest) {
            if let Some(what) = bucket.pop() {
                return Some((u32::try_from(self.lowest).unwrap_or(u32::MAX), what));
            }
            self.lowest += 1;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_rank_goes_first_and_of_equals_the_last_that_came() {
        let mut queue = Buckets::default();
        for (rank, what) in [(5, 1), (2, 2), (5, 3), (2, 4)] {
            queue.push(rank, what);
        }
        assert_eq!(queue.pop(), Some((2, 4)));
        queue.push(1, 5);
        let rest: Vec<_> = std::iter::from_fn(|| queue.pop()).collect();
        assert_eq!(rest, [(1, 5), (2, 2), (5, 3), (5, 1)]);
    }
}
