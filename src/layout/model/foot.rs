//! What stands below the boxes: the loops that people named, with the boxes that each goes through.

use super::short_name;
use crate::analysis::between::{Between, Grouping};
use crate::layout::course::{Course, Walk};
use crate::layout::frame::Frame;
use crate::map::Map;
use crate::palette::Role;
use crate::text::words::says;
use crate::text::{cut, pad, visible, width};

/// Pictures lower than this keep their rows for the boxes.
const LOW: u16 = 26;
/// The most loops.
const MOST: u16 = 8;
/// The most cells of a loop's title.
const TITLE: usize = 44;

/// The rows, each in pieces; none where there is no room or no named loop.
pub(super) fn rows(map: &Map, between: &Between, by: Grouping, frame: Frame) -> Vec<Vec<(String, Role)>> {
    let Frame { width: columns, height, lang, glyphs } = frame;
    let most = usize::from((height.saturating_sub(LOW) / 2 + 3).min(MOST));
    if height < LOW || columns < 60 || map.loops().is_empty() {
        return Vec::new();
    }
    let cells = usize::from(columns).saturating_sub(2);
    let mut told: Vec<_> = map
        .loops()
        .values()
        .filter_map(|told| {
            let links: Vec<_> = told.links().collect();
            let passed = between.passes(map, by, &links);
            let walk = Walk::circle(&told.title, links)?;
            Some((passed, walk))
        })
        .collect();
    // The farther a loop goes, the more it says about how the boxes hang together.
    told.sort_by_key(|(passed, walk)| (usize::MAX - passed.len(), walk.title.clone()));
    let title_cells = told.iter().map(|(_, walk)| width(&visible(&walk.title))).max().unwrap_or(0);
    let title_cells = title_cells.min(TITLE).min(cells / 3);
    let does: Vec<String> = told.iter().map(|(_, walk)| does(map, walk, frame)).collect();
    let does_cells = does.iter().map(|does| width(does)).max().unwrap_or(0);
    let mut rows =
        vec![vec![(cut(says::loops_through_areas(lang, by == Grouping::Levels), cells), Role::Heading)]];
    let all = told.len();
    for ((passed, walk), does) in told.into_iter().zip(does).take(most) {
        let short = |at: &usize| cut(&short_name(map, &between.groups[*at], by, lang), 16);
        let names: Vec<String> = passed.iter().map(short).collect();
        let names = match names.as_slice() {
            [only] => says::stays_in(lang, only),
            _ => names.join(&format!(" {} ", glyphs.arrow)),
        };
        let title = pad(&cut(&visible(&walk.title), title_cells), title_cells);
        let room = cells.saturating_sub(title_cells + does_cells + 4);
        rows.push(vec![
            (format!("{title}  "), Role::Text),
            (format!("{}  ", pad(&does, does_cells)), Role::Quiet),
            (cut(&names, room), Role::Text),
        ]);
    }
    if let Some(last) = rows.last_mut().filter(|_| all > most) {
        last.push((format!("   {}", says::and_more(lang, all - most)), Role::Quiet));
    }
    rows
}

/// What a loop does, would do, or that one of its links is missing.
fn does(map: &Map, walk: &Walk, frame: Frame) -> String {
    let Frame { lang, glyphs, .. } = frame;
    let course = Course::new(map, walk, lang, glyphs);
    let missing = course.legs.iter().filter(|leg| leg.ghost).count();
    match missing {
        0 => says::loop_does(lang, course.sign().loop_kind()).to_owned(),
        n => says::links_missing(lang, n),
    }
}
