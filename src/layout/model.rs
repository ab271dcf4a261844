//! The main model: the areas of a map as boxes on one page, and the links between them taken together.
//!
//! ```text
//!        ┌──────────────────┐ 2(+)▶┌──────────────────┐
//!        │ 3 Money          ├──────│ 5 Government     │   higher boxes hold cards of higher levels
//!        │ 16 cards         │      │ 22 cards         │
//!        └────────┬─────────┘      └──────────────────┘
//!                 │                        ▲1(+)           a line with two heads: they act on each other
//!                 │       ╭────────────────╯
//!                 ▼7(+)   ▼9(−)
//!                ┌──────────────────┐
//! ```
//!
//! One line joins two boxes, with a head at each end that links lead to; before each head stand the number of those
//! links and the sign that most of them have. Links inside a box are counted in it. The strongest lines are drawn first,
//! and only as long as each can be followed; the rest are counted. Missing links make a dotted line of their own.
//!
//! It takes a map and a size and gives cells and places. It knows no keys and no terminal.

use super::canvas::{Area, Canvas};
use super::frame::Frame;
use crate::analysis::between::{Between, Flow, Group, Grouping, Place};
use crate::map::Map;
use crate::palette::Role;
use crate::text::words::says;
use crate::text::{Lang, cut, visible, width};

mod foot;
mod grid;
mod list;
mod paint;
#[cfg(test)]
mod tests;
mod wire;

use grid::Grid;
use paint::Picture;

/// What the main model shows, and what is chosen on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ModelLook {
    /// Whether parts of areas stand alone.
    pub unfold: bool,
    /// The selected box, as a place among the groups; one beyond the last is the last.
    pub at: usize,
    /// The chosen line of the selected box, as a place in [`lines_of`].
    pub line: Option<usize>,
    /// On paper: no box is selected.
    pub unmarked: bool,
}

/// A line between two boxes: what leads there, what leads back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Joined {
    /// The box that stands first in the order of groups.
    pub one: usize,
    /// The other one.
    pub other: usize,
    /// Whether it is of missing links.
    pub missing: bool,
}

/// A main model, drawn.
#[derive(Clone, Debug)]
pub struct MainModel {
    /// The picture.
    pub canvas: Canvas,
    /// The groups and what leads from one to another.
    pub between: Between,
    /// Where the boxes stand, by place among the groups.
    pub boxes: Vec<(Area, usize)>,
    /// The lines that are drawn, strongest first, each with the cells it takes and those of its counts.
    pub drawn: Vec<(Joined, Vec<(u16, u16)>)>,
    /// Lines that found no room.
    pub hidden: Vec<Joined>,
}

/// The lines of a map's main model: what is missing first, then the strongest.
#[must_use]
pub fn lines(between: &Between) -> Vec<Joined> {
    let mut all: Vec<Joined> = between
        .flows
        .iter()
        .map(|flow| Joined {
            one: flow.from.min(flow.to),
            other: flow.from.max(flow.to),
            missing: flow.missing,
        })
        .collect();
    all.sort_unstable();
    all.dedup();
    all.sort_by_key(|line| (!line.missing, usize::MAX - weight(between, *line), *line));
    all
}

/// The lines of one box, strongest first, missing ones last.
#[must_use]
pub fn lines_of(between: &Between, group: usize) -> Vec<Joined> {
    let mut own: Vec<Joined> =
        lines(between).into_iter().filter(|line| line.one == group || line.other == group).collect();
    own.sort_by_key(|line| line.missing);
    own
}

/// How many links a line stands for.
#[must_use]
pub fn weight(between: &Between, line: Joined) -> usize {
    both(between, line).into_iter().flatten().map(|flow| flow.links.len()).sum()
}

/// What leads from the first box to the other, and what leads back.
#[must_use]
pub fn both(between: &Between, line: Joined) -> [Option<&Flow>; 2] {
    let Joined { one, other, missing } = line;
    [between.flow(one, other, missing), between.flow(other, one, missing)]
}

/// What a place is called: its code, where its id is one, and its name; safe to show.
#[must_use]
pub fn name(map: &Map, place: &Place, by: Grouping, lang: Lang) -> (String, String) {
    match place {
        Place::Area(id) => {
            let name = map.area(id).map_or("", |area| area.name.as_str());
            let code = if id.as_str().len() <= CODE || name.is_empty() { id.as_str() } else { "" };
            (visible(code).into_owned(), visible(name).into_owned())
        }
        Place::Level(id) => {
            (String::new(), visible(map.level(id).map_or(id.as_str(), |level| &level.name)).into_owned())
        }
        Place::None => {
            let places = &lang.words().places;
            let none = if by == Grouping::Levels { places.no_level } else { places.no_area };
            (String::new(), none.to_owned())
        }
    }
}

/// The same in one text: `1A Taking part`.
#[must_use]
pub fn place_name(map: &Map, place: &Place, by: Grouping, lang: Lang) -> String {
    let (code, name) = name(map, place, by, lang);
    format!("{code} {name}").trim().to_owned()
}

/// What a group is called, in one text.
#[must_use]
pub fn full_name(map: &Map, group: &Group, by: Grouping, lang: Lang) -> String {
    place_name(map, &group.place, by, lang)
}

/// What a group is called where there is little room: its code, else its name.
#[must_use]
pub fn short_name(map: &Map, group: &Group, by: Grouping, lang: Lang) -> String {
    let (code, name) = name(map, &group.place, by, lang);
    if code.is_empty() { name } else { code }
}

/// The longest id that counts as a code to say aloud, such as `1A`.
const CODE: usize = 3;

/// Draws the main model of a map; `None` for a map that has neither areas nor levels.
///
/// Works at any size: where there is no room for boxes they are listed. Equal maps give equal pictures.
#[must_use]
pub fn main_model(map: &Map, look: ModelLook, frame: Frame) -> Option<MainModel> {
    let by = Grouping::of(map, !look.unfold)?;
    let between = Between::of(map, by);
    let Frame { width: columns, height, lang, .. } = frame;
    let mut canvas = Canvas::new(columns, height);
    let at = if look.unmarked { usize::MAX } else { look.at.min(between.groups.len().saturating_sub(1)) };
    let chosen = look.line.and_then(|line| lines_of(&between, at).get(line).copied());
    let foot = foot::rows(map, &between, by, frame);
    let rows = u16::try_from(foot.len()).unwrap_or(u16::MAX);
    let room =
        Area { x: 0, y: 1, width: columns, height: height.saturating_sub(1 + rows + u16::from(rows > 0)) };
    let grid = Grid::of(&between, room);
    let (boxes, drawn, hidden) = match grid {
        Some(grid) => {
            let picture = Picture { map, between: &between, by, grid: &grid, at, chosen, frame };
            let (drawn, hidden) = picture.draw(&mut canvas, room);
            (grid.boxes.iter().copied().enumerate().map(|(at, area)| (area, at)).collect(), drawn, hidden)
        }
        None => {
            let boxes = list::list(&mut canvas, map, &between, by, at, frame);
            (boxes, Vec::new(), lines(&between))
        }
    };
    let undrawn: usize = hidden.iter().map(|line| weight(&between, *line)).sum();
    write_head(&mut canvas, &between, by, (undrawn, !drawn.is_empty()), lang);
    for (line, y) in foot.iter().zip(height.saturating_sub(rows)..) {
        let mut x = 1;
        for (text, role) in line {
            x = canvas.write(x, y, text, *role);
        }
    }
    Some(MainModel { canvas, between, boxes, drawn, hidden })
}

/// The first row: the title, and at the right how many links there are, and how many of them are not drawn.
fn write_head(
    canvas: &mut Canvas,
    between: &Between,
    by: Grouping,
    (undrawn, some_drawn): (usize, bool),
    lang: Lang,
) {
    let cells = usize::from(canvas.width()).saturating_sub(2);
    let levels = by == Grouping::Levels;
    let mut title = lang.words().places.main_model.to_owned();
    if levels {
        title = format!("{title}: {}", says::levels_as_boxes(lang));
    }
    let x = canvas.write(1, 0, &cut(&title, cells), Role::Heading);
    let across: usize = between.flows.iter().filter(|flow| !flow.missing).map(|flow| flow.links.len()).sum();
    let pairs = between.mutual().len();
    let mut facts = Vec::new();
    if undrawn > 0 && some_drawn {
        facts.push(says::not_drawn(lang, undrawn));
    }
    facts.push(says::links_between(lang, across, levels));
    if pairs > 0 {
        facts.push(says::mutual_pairs(lang, pairs));
    }
    while !facts.is_empty() {
        let said = facts.join(" · ");
        let from = usize::from(canvas.width()).saturating_sub(width(&said) + 1);
        if from > usize::from(x) + 1 {
            canvas.write(u16::try_from(from).unwrap_or(u16::MAX), 0, &said, Role::Quiet);
            let key = says::model_key(lang);
            if some_drawn && from > usize::from(x) + width(key) + 2 {
                canvas.write(x + 1, 0, key, Role::Quiet);
            }
            break;
        }
        facts.pop();
    }
}
