//! How many ways there are between two nodes, and how many of them keep, turn or lose a sign.
//!
//! Kept not as three numbers of ways (reinforcing, balancing, undetermined) but as three sums over the ways: of 1,
//! of 1 where all signs are known, and of the sign where they are. Ways put one behind the other multiply each sum
//! by itself, with nothing mixed.

use crate::map::Sign;

/// A number of ways with their signs. Never more than 2^127 - 1 ways; what is more is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Weight {
    all: u128,
    known: u128,
    lean: i128,
}

impl Weight {
    /// No way.
    pub(super) const NONE: Self = Self { all: 0, known: 0, lean: 0 };
    /// One way that keeps the sign: no link at all.
    pub(super) const ONE: Self = Self { all: 1, known: 1, lean: 1 };

    /// One link of that sign.
    pub(super) fn of(sign: Sign) -> Self {
        match sign {
            Sign::Plus => Self::ONE,
            Sign::Minus => Self { lean: -1, ..Self::ONE },
            Sign::Unknown => Self { all: 1, ..Self::NONE },
        }
    }

    /// The ways of either.
    #[inline]
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let all = small(self.all.checked_add(other.all)?)?;
        // The other two sums are never larger than the first, so where that one fits they do.
        Some(Self { all, known: self.known + other.known, lean: self.lean + other.lean })
    }

    /// The ways of the one, each followed by each of the other.
    #[inline]
    pub(super) fn times(self, other: Self) -> Option<Self> {
        let all = if (self.all | other.all) >> 63 == 0 {
            self.all * other.all
        } else {
            small(self.all.checked_mul(other.all)?)?
        };
        Some(Self { all, known: self.known * other.known, lean: self.lean * other.lean })
    }

    /// How many ways, and how many of them keep the sign, turn it, and do nobody knows what.
    pub(super) fn counts(self) -> (u128, [u128; 3]) {
        let turned = (self.known.wrapping_sub(self.lean.cast_unsigned())) / 2;
        (self.all, [self.known - turned, turned, self.all - self.known])
    }
}

fn small(sum: u128) -> Option<u128> {
    (sum >> 127 == 0).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(plus: usize, minus: usize, unknown: usize) -> Weight {
        let signs = [(Sign::Plus, plus), (Sign::Minus, minus), (Sign::Unknown, unknown)];
        let each = signs.into_iter().flat_map(|(sign, times)| std::iter::repeat_n(Weight::of(sign), times));
        each.fold(Weight::NONE, |sum, one| sum.plus(one).expect("small"))
    }

    #[test]
    fn sums_and_products_are_those_of_the_ways() {
        assert_eq!(of(3, 5, 2).counts(), (10, [3, 5, 2]));
        assert_eq!(of(0, 4, 0).counts(), (4, [0, 4, 0]));
        // 1·4 + 2·5 keep it, 1·5 + 2·4 turn it, and 3·9 + 6·6 - 3·6 meet an unknown one.
        assert_eq!(of(1, 2, 3).times(of(4, 5, 6)).expect("small").counts(), (90, [14, 13, 63]));
        assert_eq!(of(1, 2, 3).times(Weight::ONE), Some(of(1, 2, 3)));
        assert_eq!(of(1, 2, 3).times(Weight::NONE), Some(Weight::NONE));
    }

    #[test]
    fn too_many_are_none_and_never_wrong() {
        let mut weight = of(1, 1, 0);
        for doublings in 2..=126 {
            weight = weight.times(of(2, 0, 0)).expect("fits");
            assert_eq!(weight.counts().0, 1 << doublings);
        }
        assert_eq!(weight.counts().1, [1 << 125, 1 << 125, 0]);
        assert_eq!(weight.times(of(2, 0, 0)), None);
        assert_eq!(weight.plus(weight), None);
        assert_eq!(weight.times(weight), None);
    }
}
