//! What a drawn screen shows where: it answers the mouse, and the arrow keys ask it which card is nearest.

use std::rc::Rc;
use std::sync::Arc;

use super::cast::Part;
use super::outline::Column;
use super::picker::Tag;
use super::setup::Section;
use super::view::board::Look;
use crate::analysis::actors::Order;
use crate::command::{Command, View};
use crate::layout::board::{Board, Known, Slot};
use crate::layout::canvas::Area;
use crate::layout::model::Joined;
use crate::layout::sheet::{Plan, Squeeze};
use crate::map::{LinkId, NodeId};
use crate::text::Lang;

/// What a cell of the screen belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The tab of a screen.
    Tab(View),
    /// The hint of a command in the last line.
    Hint(Command),
    /// A card.
    Card(NodeId),
    /// A cell of the board, by its place among them: where a card can be put.
    Slot(usize),
    /// A link.
    Link(LinkId),
    /// A box of the main model, by its place.
    Box(usize),
    /// A line between two boxes of it.
    Line(Joined),
    /// A cell of the matrix, by its row and column.
    Cell(usize, usize),
    /// A row of the list that the screen shows.
    Row(usize),
    /// The mark of a picked row.
    Pick(usize),
    /// The head of a column.
    Head(Column),
    /// The head of a column of the register of actors.
    Order(Order),
    /// The heading of a part of the screen of actors.
    Part(Part),
    /// The heading of a section.
    Section(Section),
    /// A row of the open pane.
    PaneRow(usize),
    /// A row of the list that is open in a form.
    Choice(usize),
    /// Something to choose in the open pane, beside its rows.
    PaneValue(usize),
    /// A card of the breadcrumb, by its place.
    Crumb(usize),
    /// The inspector.
    Inspector,
    /// The small picture of the full board.
    Minimap,
    /// Something that only catches the mouse: the frame of a pane.
    Nothing,
}

/// A board as it was drawn, and what it was drawn from.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The board.
    pub board: Rc<Board>,
    /// What it was drawn from.
    pub of: Source,
    /// What was worked out for it.
    pub known: Rc<Known>,
}

/// All that a board depends on. Equal sources give equal boards, so a frame that changed something else, such as
/// the text of a search, takes over the board of the frame before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Which state of the map.
    pub generation: u64,
    /// Which of its cards; see [`OpenMap::board_serial`](super::open::OpenMap::board_serial).
    pub narrowing: (u64, u64),
    /// The selected card.
    pub card: Option<NodeId>,
    /// How the board shows the map.
    pub look: Look,
    /// The language of its words.
    pub lang: Lang,
    /// Columns and rows.
    pub size: (u16, u16),
}

/// The window on the full board.
#[derive(Clone, Debug)]
pub struct Window {
    /// Which part of the squeezed sheet is shown.
    pub area: Area,
    /// Where it would begin if the sheet had no edges.
    pub wanted: (i32, i32),
    /// How large the squeezed sheet is.
    pub sheet: (u16, u16),
    /// The sheet.
    pub plan: Arc<Plan>,
    /// What of the sheet is left out.
    pub squeeze: Arc<Squeeze>,
    /// The card that is selected.
    pub card: Option<NodeId>,
    /// What of it holds names, at the left and at the top.
    pub margins: (u16, u16),
    /// Where the small picture of the whole is on the screen, if there is one.
    pub minimap: Option<Area>,
}

impl Window {
    /// Whether a part of the card is in the window.
    #[must_use]
    pub fn shows(&self, card: &NodeId) -> bool {
        let own = self.plan.area_of(card).map(|own| self.squeeze.area(own));
        own.is_some_and(|own| own.shared(self.area) > 0)
    }

    /// Where a window on another sheet would begin, or on this one squeezed otherwise, so that it shows what this one does:
    /// the selected card stays where it stood on the screen, else the one selected before. A card that was not whole in
    /// sight is no hold; without one the first cell stays. It may lie before the sheet.
    #[must_use]
    pub fn carried(&self, plan: &Plan, squeeze: &Squeeze, card: Option<&NodeId>) -> (i32, i32) {
        let Area { x, y, width, height } = self.area;
        let held = [card, self.card.as_ref()].into_iter().flatten().find_map(|held| {
            let (before, now) = (self.squeeze.area(self.plan.area_of(held)?), plan.area_of(held)?);
            let whole = before.x >= x
                && before.y >= y
                && before.x + before.width <= x.saturating_add(width)
                && before.y + before.height <= y.saturating_add(height);
            // While one stays at a card, an edge of the sheet moves the window only for as long as it is there.
            let from = if card == self.card.as_ref() { self.wanted } else { (i32::from(x), i32::from(y)) };
            let by = |to: u16, was: u16, from: i32| i32::from(to) - i32::from(was) + from;
            let to = squeeze.place((now.x, now.y));
            whole.then(|| (by(to.0, before.x, from.0), by(to.1, before.y, from.1)))
        });
        held.unwrap_or_else(|| {
            let (x, y) = squeeze.place(self.squeeze.back((x, y)));
            (i32::from(x), i32::from(y))
        })
    }

    /// Which cell of the squeezed sheet a cell of the small picture stands for.
    #[must_use]
    pub fn place_of(&self, x: u16, y: u16) -> Option<(u16, u16)> {
        let small = self.minimap?;
        let part = |at: u16, from: u16, many: u16, whole: u16, margin: u16| {
            let at = u32::from(at.saturating_sub(from).min(many.saturating_sub(1)));
            let whole = u32::from(whole.saturating_sub(margin));
            let place = (at * 2 + 1) * whole / (u32::from(many.max(1)) * 2);
            u16::try_from(place).unwrap_or(u16::MAX).saturating_add(margin)
        };
        let (wide, high) = self.sheet;
        Some((
            part(x, small.x, small.width, wide, self.margins.0),
            part(y, small.y, small.height, high, self.margins.1),
        ))
    }
}

/// Where everything is that can be clicked, and how much of a list or text was shown.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    spots: Vec<(Area, Target)>,
    /// Where text is typed: column and row.
    pub cursor: Option<(u16, u16)>,
    /// The cells of a board that a card can be dropped in, as [`Target::Slot`] counts them.
    pub slots: Vec<Slot>,
    /// The board, where it is shown: the arrow keys ask it for the nearest card.
    pub picture: Option<Picture>,
    /// The window on the full board, where it is shown.
    pub window: Option<Window>,
    /// The letters that stand on cards, while they do.
    pub tags: Vec<Tag>,
    /// How many rows the list or the picture of the screen shows at a time.
    pub page: u16,
    /// How many pages the columns of the outline fill.
    pub columns: usize,
    /// How wide the field of a form is that text is typed into, in cells.
    pub typed: usize,
    /// How many rows the open pane shows at a time, and how many it has.
    pub pane: (usize, usize),
    /// The same of the inspector.
    pub inspector: (usize, usize),
}

impl Hits {
    /// Notes that an area belongs to something; later ones lie on top of earlier ones.
    pub fn add(&mut self, area: Area, target: Target) {
        self.spots.push((area, target));
    }

    /// What lies on top at a cell.
    #[must_use]
    pub fn at(&self, x: u16, y: u16) -> Option<&Target> {
        self.spots.iter().rev().find(|(area, _)| area.contains(x, y)).map(|(_, target)| target)
    }

    /// Everything noted, the topmost last.
    #[must_use]
    pub fn spots(&self) -> &[(Area, Target)] {
        &self.spots
    }
}
