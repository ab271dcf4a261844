//! Steering comes down, and little or nothing comes back up: neighbours in the line, and the bottom with the top.
//!
//! Only signals count, and only where steering comes through better than telling. The whole line stands first; then
//! where nothing comes back, where it is weak, where nobody knows; the steps between levels before those between the
//! parts of one, and higher ones first.

use super::super::levels::{Levels, Line, Verdict, weakest};
use super::{Observation, Sight, ground};
use crate::map::{About, LinkId, Map};

pub(super) fn observe(map: &Map, levels: &Levels) -> Vec<Observation> {
    let mut lines: Vec<(usize, &Line)> = levels.lines.iter().enumerate().collect();
    lines.retain(|(_, line)| {
        line.pair.down.verdict >= Verdict::Weak && line.pair.up.verdict < line.pair.down.verdict
    });
    lines.sort_by_key(|(at, line)| {
        let whole_of = |id| map.whole_level(id).map(|level| &level.id);
        let inside = whole_of(&line.pair.lower) == whole_of(&line.pair.upper);
        let grade = match line.pair.up.verdict {
            Verdict::None => 0,
            Verdict::Weak | Verdict::Works => 1,
            Verdict::NotKnown => 2,
        };
        (!line.whole, grade, inside, std::cmp::Reverse(*at))
    });
    lines.into_iter().map(|(_, line)| observation(map, levels, line)).collect()
}

fn observation(map: &Map, levels: &Levels, line: &Line) -> Observation {
    let pair = &line.pair;
    let missing = missing(map, &line.missing.up);
    let mut rests_on = ground::links(map, &pair.up.links);
    rests_on.extend(missing.iter().map(|id| ground::link(map, id)));
    if pair.up.links.is_empty() {
        // Nothing can be named that runs up: it rests on the steering that comes down.
        rests_on.extend(ground::links(map, &pair.down.links));
    }
    let sight = Sight::WayUp {
        lower: pair.lower.clone(),
        upper: pair.upper.clone(),
        whole: line.whole,
        verdict: pair.up.verdict,
        past: levels.heard(map, line, true).past,
        way: pair.up.links.clone(),
        weakest: weakest(map, &pair.up).cloned(),
        missing: missing.cloned(),
    };
    Observation { mends: missing.cloned(), ..Observation::of(sight, rests_on) }
}

/// The missing signal that would carry most: the whole story before one sector before one case.
fn missing<'a>(map: &Map, ids: &'a [LinkId]) -> Option<&'a LinkId> {
    let about = |id: &&LinkId| match map.link(id).and_then(|link| link.about) {
        Some(About::Whole) => 0,
        Some(About::Sector) => 1,
        Some(About::Case) => 2,
        None => 3,
    };
    ids.iter().min_by_key(about)
}
