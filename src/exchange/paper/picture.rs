//! Which picture is drawn for which part of a map: the board, a staircase, a focus.
//!
//! It asks the layouts and keeps what they answer; sizes of pages and colours are not its business.

use std::collections::{BTreeMap, BTreeSet};

use crate::exchange::part::Part;
use crate::exchange::said;
use crate::layout::board::{self, BoardView, area_hue};
use crate::layout::canvas::{Area, Canvas};
use crate::layout::focus::focus;
use crate::layout::frame::Frame;
use crate::layout::matrix::{self, MatrixOf};
use crate::layout::model::{self, ModelLook};
use crate::layout::sheet::{self, DrawnLink, Effort, Mode, SheetView};
use crate::layout::staircase::{Walk, staircase};
use crate::map::{LinkId, LinkKind, Map, NodeId, Show};
use crate::palette::{Hue, Role};
use crate::text::glyph::UNICODE;
use crate::text::words::capital;
use crate::text::words::paper::links_elsewhere;
use crate::text::{Lang, visible};

/// A picture and what is said around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What it shows; empty where the map's title says it.
    pub title: String,
    /// What is said beside the title: what a loop does, how long it is.
    pub facts: String,
    /// The cells.
    pub canvas: Canvas,
    /// Where cards stand.
    pub cards: Vec<(Area, NodeId)>,
    /// The links that are drawn on it, where the layout says which cells each runs through.
    pub drawn: Vec<DrawnLink>,
    /// Those of them that people call weak.
    pub weak: BTreeSet<LinkId>,
    /// What the drawn links that merely relate cards say of them, safe to show.
    pub relations: BTreeSet<String>,
    /// What is said below it: a reading, a remark.
    pub said: Vec<String>,
    /// The colours of the areas of its cards.
    pub hues: BTreeMap<NodeId, Hue>,
    /// The labels of its cards, safe to show.
    pub labels: BTreeMap<NodeId, String>,
    /// Whether a line stands for all links between two places, as on the main model.
    pub is_summed: bool,
    /// Whether tracks that hold lines only are thin on paper, as on the board with its links.
    pub is_tight: bool,
    /// The language of the words around the labels.
    pub lang: Lang,
}

/// The widths that are tried for a staircase, so that all its steps are in sight, and for one among other pictures.
const STAIRS: [u16; 6] = [96, 112, 132, 156, 184, 220];
const SMALL_STAIRS: [u16; 5] = [64, 78, 96, 132, 220];
/// The rows of a staircase.
const STAIR_ROWS: u16 = 32;
const SMALL_STAIR_ROWS: u16 = 26;
/// How much larger a board without lines may become so that every card is on it, in eighths.
const LARGEST: u16 = 32;
/// How many cells a card takes that is only a shape.
const SHAPE: u16 = 2;
/// The size of a focus.
const FOCUS: (u16, u16) = (92, 22);

impl Picture {
    /// A picture of nothing.
    #[must_use]
    pub fn empty(lang: Lang) -> Self {
        Self {
            title: String::new(),
            facts: String::new(),
            canvas: Canvas::new(0, 0),
            cards: Vec::new(),
            drawn: Vec::new(),
            weak: BTreeSet::new(),
            relations: BTreeSet::new(),
            said: Vec::new(),
            hues: BTreeMap::new(),
            labels: BTreeMap::new(),
            is_summed: false,
            is_tight: false,
            lang,
        }
    }

    /// A canvas that was laid out elsewhere, such as the one on screen, with the cards that stand on it.
    #[must_use]
    pub fn of(map: &Map, canvas: Canvas, cards: Vec<(Area, NodeId)>, lang: Lang) -> Self {
        let mut picture = Self { canvas, cards, ..Self::empty(lang) };
        for (_, id) in &picture.cards {
            let Some(node) = map.node(id) else { continue };
            picture.labels.insert(id.clone(), visible(map.name_of(id)).into_owned());
            let area = node.area.as_ref();
            if let Some(at) = map.areas().iter().position(|own| Some(&own.id) == area) {
                picture.hues.insert(id.clone(), area_hue(map, at));
            }
        }
        picture
    }

    /// The board of a map without lines, `columns` wide and `rows` high: smaller, for paper that a desk holds. Where some
    /// cards would find no room it is larger, in the same shape: paper hides nothing.
    #[must_use]
    pub fn cards(map: &Map, (columns, rows): (u16, u16), lang: Lang) -> Self {
        let sizes =
            (8..=LARGEST).map(|part| (columns.saturating_mul(part) / 8, rows.saturating_mul(part) / 8));
        let boards = sizes.map(|(columns, rows)| {
            board::lay_out(&BoardView { lang, ..BoardView::new(map, &UNICODE, columns, rows) })
        });
        // Cards that found no room as such are single shapes behind a count.
        let is_whole = |board: &board::Board| {
            board.hidden.is_empty() && board.hits.iter().all(|(own, _)| own.width > SHAPE)
        };
        let mut first = None;
        let mut counted = None;
        let mut whole = None;
        for board in boards {
            if is_whole(&board) {
                whole = Some(board);
                break;
            }
            // Where cards never all stand as such, at least each is there as a shape.
            let place = if board.hidden.is_empty() { &mut counted } else { &mut first };
            if place.is_none() {
                *place = Some(board);
            }
        }
        let Some(board) = whole.or(counted).or(first) else { return Self::empty(lang) };
        Self::of(map, board.canvas, board.hits, lang)
    }

    /// The areas of a map as boxes on one page; none where there are no areas.
    #[must_use]
    pub fn main_model(map: &Map, lang: Lang) -> Option<Self> {
        let frame = Frame { width: 120, height: 36, lang, glyphs: &UNICODE };
        Self::model(map, ModelLook::default(), frame)
    }

    /// The same, looked at as somebody does and in a size of their own.
    #[must_use]
    pub fn model(map: &Map, look: ModelLook, frame: Frame) -> Option<Self> {
        let model = model::main_model(map, ModelLook { unmarked: true, ..look }, frame)?;
        Some(Self { is_summed: true, ..Self::of(map, model.canvas, Vec::new(), frame.lang) })
    }

    /// The links inside a place as a table, whole; none where there are no links.
    #[must_use]
    pub fn matrix(map: &Map, of: &MatrixOf, lang: Lang) -> Option<Self> {
        let canvas = matrix::whole_matrix(map, of, lang, &UNICODE)?;
        Some(Self::of(map, canvas, Vec::new(), lang))
    }

    /// The board of a map with every card and every link that the mode draws.
    #[must_use]
    pub fn board(map: &Map, mode: &Mode, lang: Lang) -> Self {
        let view = SheetView { lang, mode, effort: Effort::Much, ..SheetView::new(map, &UNICODE) };
        let sheet = sheet::lay_out(&view, None);
        let drawn = || sheet.drawn.iter().filter_map(|drawn| Some((&drawn.link, map.link(&drawn.link)?)));
        let weak = drawn().filter(|(_, link)| link.strength == Some(1)).map(|(id, _)| id.clone()).collect();
        let said = drawn().filter(|(id, link)| id.kind == LinkKind::Relates && !link.word.trim().is_empty());
        let relations = said.map(|(_, link)| visible(&link.word).into_owned()).collect();
        Self {
            weak,
            relations,
            drawn: sheet.drawn,
            is_tight: true,
            ..Self::of(map, sheet.canvas, sheet.hits, lang)
        }
    }

    /// A chain or a loop as staircases: one, or where it is long as many as it takes, one below the other.
    #[must_use]
    pub fn walk(map: &Map, walk: &Walk, lang: Lang) -> Vec<Self> {
        Self::stairs(map, walk, (&STAIRS, STAIR_ROWS), lang)
    }

    /// The staircases of a walk at the first of the widths at which one is enough.
    fn stairs(map: &Map, walk: &Walk, (widths, height): (&[u16], u16), lang: Lang) -> Vec<Self> {
        let at = |step: usize, width: u16| {
            staircase(map, walk, step, Frame { width, height, lang, glyphs: &UNICODE })
        };
        let wide = widths.iter().map(|&width| at(0, width)).find(|stairs| stairs.shown.len() == stairs.steps);
        let mut all = Vec::new();
        match wide {
            Some(stairs) => all.push(stairs),
            None => {
                let mut step = 0;
                loop {
                    let stairs = at(step, STAIRS[2]);
                    let (end, steps) = (stairs.shown.end, stairs.steps);
                    let goes_on = end < steps && end > step;
                    all.push(stairs);
                    if !goes_on {
                        break;
                    }
                    step = end;
                }
            }
        }
        let mut pictures: Vec<Self> = all
            .into_iter()
            .map(|stairs| {
                let (title, facts, rows) = head_of(&stairs.canvas);
                let below = foot_of(&stairs.canvas, &stairs.hits);
                let canvas = at_rest(slice(&stairs.canvas, rows, below));
                let cards = stairs.hits.into_iter().map(|(area, id)| (Area { y: area.y - rows, ..area }, id));
                Self { title, facts, ..Self::of(map, canvas, cards.collect(), lang) }
            })
            .collect();
        for later in pictures.iter_mut().skip(1) {
            later.title.clear();
            later.facts.clear();
        }
        if let Some(last) = pictures.last_mut() {
            last.said = vec![said::reading(map, walk, lang)];
        }
        pictures
    }

    /// A card with its causes and effects.
    #[must_use]
    pub fn focus(map: &Map, id: &NodeId, lang: Lang) -> Self {
        let frame = Frame { width: FOCUS.0, height: FOCUS.1, lang, glyphs: &UNICODE };
        let drawn = focus(map, id, None, &[], frame);
        let title = map.name_of(id);
        // Above stands the way that was walked, below what is said of the card.
        let end = drawn.hits.iter().map(|(area, _)| area.y + area.height).max().unwrap_or(0);
        let top = drawn.hits.iter().map(|(area, _)| area.y).min().unwrap_or(0).saturating_sub(2).max(1);
        let canvas = at_rest(slice(&drawn.canvas, top, end.max(top)));
        let cards =
            drawn.hits.into_iter().map(|(area, id)| (Area { y: area.y.saturating_sub(top), ..area }, id));
        Self { title: visible(title).into_owned(), ..Self::of(map, canvas, cards.collect(), lang) }
    }

    /// The pictures of a step of a journey, with its number and its remark.
    #[must_use]
    pub fn of_step(map: &Map, number: usize, show: &Show, remark: &[String], lang: Lang) -> Vec<Self> {
        let mut pictures = match said::walk_of(map, show) {
            Some(walk) => Self::stairs(map, &walk, (&SMALL_STAIRS, SMALL_STAIR_ROWS), lang),
            None => match show.nodes()[..] {
                [id] if map.node(id).is_some() => vec![Self::focus(map, id, lang)],
                _ => vec![Self::empty(lang)],
            },
        };
        let heading = said::show_title(map, show, lang);
        let remark = remark.iter().map(|line| visible(line).into_owned());
        if let Some(first) = pictures.first_mut() {
            let step = capital(lang.words().doing.step.one);
            first.title =
                if heading.is_empty() { format!("{step} {number}") } else { format!("{number}  {heading}") };
        }
        if let Some(last) = pictures.last_mut() {
            let own: Vec<String> = remark.chain(said::show_words(map, show, lang)).collect();
            // Whoever wrote a remark said what matters here; the reading is for steps that nobody spoke to.
            if !own.is_empty() {
                last.said = own;
            }
        }
        pictures
    }

    /// The pictures of a part of a map, in order. A board has all links, or none and `bare` cells.
    #[must_use]
    pub fn all(map: &Map, part: &Part, bare: Option<(u16, u16)>, lang: Lang) -> Vec<Self> {
        match part {
            Part::Whole | Part::Level(_) | Part::Area(_) => {
                let title = part.title(map, lang);
                let own = part.of(map);
                let board = match bare {
                    Some(cells) => Self::cards(&own, cells, lang),
                    None => Self::board(&own, &Mode::All, lang),
                };
                let facts = links_elsewhere(lang, part.leaving(map, &own));
                vec![Self { title, facts, ..board }]
            }
            Part::Walk(walk) => Self::walk(map, walk, lang),
            Part::Journey(id) => {
                let steps =
                    map.journeys().into_iter().find(|(own, _)| *own == id).map(|(_, told)| &told.steps);
                let steps = steps.into_iter().flatten().enumerate();
                steps
                    .flat_map(|(at, step)| Self::of_step(map, at + 1, &step.show, &step.remark, lang))
                    .collect()
            }
        }
    }
}

/// Title and facts that a staircase writes above itself, and how many rows they take.
fn head_of(canvas: &Canvas) -> (String, String, u16) {
    let of = |y: u16, role: Role| -> String {
        let cells = (0..canvas.width()).filter_map(|x| canvas.get(x, y)).filter(|cell| cell.role == role);
        cells.map(|cell| cell.text.as_str()).collect::<String>().trim().to_owned()
    };
    let blank = |y: u16| (0..canvas.width()).filter_map(|x| canvas.get(x, y)).all(|cell| cell.text == " ");
    let only_text = |y: u16| {
        !blank(y) && (0..canvas.width()).filter_map(|x| canvas.get(x, y)).all(|cell| cell.role == Role::Text)
    };
    let beside = of(0, Role::Text);
    if beside.is_empty() && only_text(1) {
        return (of(0, Role::Heading), of(1, Role::Text), 2);
    }
    (of(0, Role::Heading), beside, 1)
}

/// The row below the last one that holds something other than the reading.
fn foot_of(canvas: &Canvas, cards: &[(Area, NodeId)]) -> u16 {
    let drawn = |y: u16| {
        cards.iter().any(|(area, _)| y >= area.y && y < area.y + area.height)
            || (0..canvas.width())
                .filter_map(|x| canvas.get(x, y))
                .any(|cell| cell.role != Role::Text && cell.text != " ")
    };
    (0..canvas.height()).rev().find(|&y| drawn(y)).map_or(canvas.height(), |y| y + 1)
}

/// The rows from `top` to before `bottom`.
fn slice(canvas: &Canvas, top: u16, bottom: u16) -> Canvas {
    let mut part = Canvas::new(canvas.width(), bottom.saturating_sub(top));
    for y in top..bottom {
        for x in 0..canvas.width() {
            let Some(cell) = canvas.get(x, y) else { continue };
            part.set(x, y - top, &cell.text, cell.role);
            if cell.struck {
                part.strike(x, x + 1, y - top);
            }
        }
    }
    part
}

/// The picture with nothing selected: on paper nobody is at a card.
fn at_rest(canvas: Canvas) -> Canvas {
    let mut rest = Canvas::new(canvas.width(), canvas.height());
    for y in 0..canvas.height() {
        for x in 0..canvas.width() {
            let Some(cell) = canvas.get(x, y) else { continue };
            let piece = UNICODE.heavy.each().iter().position(|piece| *piece == cell.text);
            let (text, role) = match (cell.role, piece) {
                (Role::Selected, Some(at)) => (UNICODE.frame.each()[at], Role::Frame),
                (Role::Selected, None) => (cell.text.as_str(), Role::Text),
                (Role::LineIn | Role::LineOut, _) => (cell.text.as_str(), Role::Line),
                (role, _) => (cell.text.as_str(), role),
            };
            rest.set(x, y, text, role);
            if cell.struck {
                rest.strike(x, x + 1, y);
            }
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::open::open_text;

    #[test]
    fn a_loop_is_whole_on_paper_and_nothing_is_selected() {
        let text = include_str!("../../../maps/complex-needs.floke.ron");
        let map = open_text("x", text.to_owned()).expect("a map").document.to_map().expect("no faults");
        for told in map.loops().values() {
            let walk = Walk::circle(&told.title, told.links().collect()).expect("links");
            let pictures = Picture::walk(&map, &walk, Lang::En);
            assert_eq!(pictures.len(), 1, "{}", told.title);
            let picture = &pictures[0];
            assert_eq!(picture.cards.len(), walk.links.len(), "{}", told.title);
            assert_eq!(picture.title, told.title);
            assert!(!picture.facts.is_empty() && !picture.said[0].is_empty());
            let cells = (0..picture.canvas.height())
                .flat_map(|y| (0..picture.canvas.width()).map(move |x| (x, y)))
                .filter_map(|(x, y)| picture.canvas.get(x, y));
            for cell in cells {
                assert!(!matches!(cell.role, Role::Selected | Role::LineIn | Role::LineOut), "{cell:?}");
            }
        }
    }
}
