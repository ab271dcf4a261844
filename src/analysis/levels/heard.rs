//! The verdict on a step between two levels in its two parts: in the line, from neighbour to neighbour, and past it. It
//! is worked out here alone, so that it is the same wherever it is said.

use super::{Levels, Line, Signals, Verdict, Way, grade};
use crate::map::{LevelId, LinkId, LinkKind, Map};

/// How well signals come through on a step in one direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// From neighbour to neighbour in the line.
    pub line: Verdict,
    /// Past the line, where that is better.
    pub past: Option<Verdict>,
}

impl Levels {
    /// The verdict on one of the steps, up or down. The line from the bottom to the top has one part.
    #[must_use]
    pub fn heard(&self, map: &Map, step: &Line, up: bool) -> Heard {
        if step.whole {
            return Heard { line: verdict(step, up), past: None };
        }
        let whole = |id: &LevelId| map.whole_level(id).map(|level| level.id.clone());
        let (lower, upper) = (whole(&step.pair.lower), whole(&step.pair.upper));
        match (lower, upper) {
            (Some(lower), Some(upper)) if lower != upper => self.heard_between(map, (&lower, &upper), up),
            _ => two_parts(verdict(step, up), past(map, step, up)),
        }
    }

    /// The verdict on two whole levels: between neighbours in its two parts, else on all ways there are.
    #[must_use]
    pub fn heard_between(&self, map: &Map, (lower, upper): (&LevelId, &LevelId), up: bool) -> Heard {
        let pair = self
            .pair(lower, upper)
            .map_or(Verdict::None, |pair| if up { pair.up.verdict } else { pair.down.verdict });
        let Some(step) = self.step(map, (lower, upper)) else { return Heard { line: pair, past: None } };
        two_parts(verdict(step, up), past(map, step, up).max(pair))
    }

    /// The way in the line that a step's verdict is about: where parts stand folded, the one from the top part of the lower
    /// level to the bottom part of the upper one.
    #[must_use]
    pub fn way_in_line<'a>(&'a self, map: &Map, step: &'a Line, up: bool) -> &'a Way {
        let ends = (&step.pair.lower, &step.pair.upper);
        let own = if step.whole { step } else { self.step(map, ends).unwrap_or(step) };
        if up { &own.pair.up } else { &own.pair.down }
    }

    /// The signals of a step, up or down, on the sides that its verdict counts them on: those in the line, and those
    /// past it. Where parts stand folded, a signal that leaves out a part runs past the line. The line from the bottom
    /// to the top has one side.
    #[must_use]
    pub fn two_sides<'a>(
        &'a self,
        map: &Map,
        step: &'a Line,
        up: bool,
    ) -> (Vec<&'a LinkId>, Vec<&'a LinkId>) {
        let pick = |own: &'a Signals| if up { &own.up } else { &own.down };
        let all = pick(&step.direct);
        if step.whole {
            return (all.iter().collect(), Vec::new());
        }
        let own = self.step(map, (&step.pair.lower, &step.pair.upper)).unwrap_or(step);
        let in_line = pick(&own.direct);
        let (line, mut past): (Vec<_>, Vec<_>) = all.iter().partition(|id| in_line.contains(id));
        past.extend(pick(&step.past));
        past.sort_unstable();
        (line, past)
    }

    /// The step between two whole levels that are neighbours: from the top part of the one to the bottom part of the
    /// other.
    fn step(&self, map: &Map, (lower, upper): (&LevelId, &LevelId)) -> Option<&Line> {
        let whole = |id: &LevelId| map.whole_level(id).map(|level| &level.id);
        self.lines.iter().find(|step| {
            let ends = (whole(&step.pair.lower), whole(&step.pair.upper));
            !step.whole && ends == (Some(lower), Some(upper))
        })
    }
}

fn two_parts(line: Verdict, past: Verdict) -> Heard {
    Heard { line, past: (past > line).then_some(past) }
}

fn verdict(step: &Line, up: bool) -> Verdict {
    if up { step.pair.up.verdict } else { step.pair.down.verdict }
}

/// The best of the signals that run past a step.
fn past(map: &Map, step: &Line, up: bool) -> Verdict {
    let (all, kind) =
        if up { (&step.past.up, LinkKind::Informs) } else { (&step.past.down, LinkKind::Steers) };
    let own = all.iter().filter(|id| id.kind == kind);
    own.filter_map(|id| map.link(id)).map(grade).max().unwrap_or(Verdict::None)
}
