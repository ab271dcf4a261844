//! How much work an analysis may do, in steps, and a way for others to stop it.
//!
//! A step is a link looked at, so the same budget stops the same work at the same place on every machine. Time
//! is not known here: whoever has a clock hands over a question that is asked every so often.

/// How many steps pass between two looks at whether somebody wants us to stop.
const LOOK_EVERY: u32 = 4096;

/// Why work ended before it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The steps were used up.
    Steps,
    /// Somebody asked: the time was up, the map changed, or whoever listened had enough.
    Stopped,
    /// More was found than anybody may hold.
    Size,
}

/// What is left to spend.
pub struct Budget<'a> {
    left: u64,
    until_look: u32,
    stop: Option<&'a dyn Fn() -> bool>,
}

impl std::fmt::Debug for Budget<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Budget").field("left", &self.left).finish_non_exhaustive()
    }
}

impl<'a> Budget<'a> {
    /// So many steps.
    #[must_use]
    pub fn steps(steps: u64) -> Self {
        Self { left: steps, until_look: LOOK_EVERY, stop: None }
    }

    /// As many steps as it takes.
    #[must_use]
    pub fn unlimited() -> Self {
        Self::steps(u64::MAX)
    }

    /// Asks `stop` every 4,096 steps, and first of all, whether to end.
    #[must_use]
    pub fn with_stop(mut self, stop: &'a dyn Fn() -> bool) -> Self {
        self.stop = Some(stop);
        self.until_look = 1;
        self
    }

    /// Spends one step.
    ///
    /// # Errors
    /// If there is none left, or somebody wants us to stop. Once spent, a budget stays so.
    #[inline]
    pub fn step(&mut self) -> Result<(), Stop> {
        if self.left == 0 {
            return Err(Stop::Steps);
        }
        self.left -= 1;
        self.until_look -= 1;
        if self.until_look == 0 { self.look() } else { Ok(()) }
    }

    /// Spends so many steps at once: for work that cannot be stopped between them.
    ///
    /// # Errors
    /// As [`Budget::step`]. If there are fewer left, all of them are spent.
    pub fn spend(&mut self, steps: usize) -> Result<(), Stop> {
        let steps = steps as u64;
        if self.left < steps {
            self.left = 0;
            return Err(Stop::Steps);
        }
        self.left -= steps;
        let steps = u32::try_from(steps).unwrap_or(u32::MAX);
        self.until_look = self.until_look.saturating_sub(steps);
        if self.until_look == 0 { self.look() } else { Ok(()) }
    }

    #[cold]
    fn look(&mut self) -> Result<(), Stop> {
        match self.stop {
            Some(stop) if stop() => {
                self.until_look = 1;
                Err(Stop::Stopped)
            }
            _ => {
                self.until_look = LOOK_EVERY;
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn steps_run_out_and_stay_out() {
        let mut budget = Budget::steps(2);
        assert_eq!((budget.step(), budget.step()), (Ok(()), Ok(())));
        assert_eq!((budget.step(), budget.step()), (Err(Stop::Steps), Err(Stop::Steps)));
    }

    #[test]
    fn many_at_once_are_as_many_one_by_one() {
        let mut budget = Budget::steps(10);
        assert_eq!((budget.spend(4), budget.spend(6)), (Ok(()), Ok(())));
        assert_eq!(
            (budget.spend(0), budget.spend(1), budget.step()),
            (Ok(()), Err(Stop::Steps), Err(Stop::Steps))
        );
        let mut budget = Budget::steps(3);
        assert_eq!((budget.spend(4), budget.step()), (Err(Stop::Steps), Err(Stop::Steps)));
        let stop = || true;
        let mut budget = Budget::unlimited().with_stop(&stop);
        assert_eq!((budget.spend(0), budget.spend(9_000)), (Ok(()), Err(Stop::Stopped)));
    }

    #[test]
    fn the_question_is_asked_at_first_and_then_every_so_often() {
        let asked = Cell::new(0);
        let stop = || {
            asked.set(asked.get() + 1);
            asked.get() == 3
        };
        let mut budget = Budget::unlimited().with_stop(&stop);
        let ended = (0..100_000).position(|_| budget.step() == Err(Stop::Stopped));
        assert_eq!((ended, asked.get()), (Some(2 * LOOK_EVERY as usize), 3));
    }
}
