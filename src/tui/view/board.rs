//! The board: the whole map in bands and columns, with the links of the selected card.

use std::rc::Rc;

use super::{Page, empty};
use crate::layout::board::{BoardView, Columns, Links, Zoom, lay_out};
use crate::layout::canvas::Area;
use crate::map::Map;
use crate::palette::Role;
use crate::text::{Glyphs, Lang};
use crate::tui::app::App;
use crate::tui::hits::{Picture, Source, Target};
use crate::tui::open::OpenMap;
use crate::tui::pane::Pane;

/// How the board of a map is to be drawn in an area of that size.
pub fn view<'a>(
    open: &'a OpenMap,
    lang: Lang,
    glyphs: &'a Glyphs,
    (width, height): (u16, u16),
) -> BoardView<'a> {
    let map: &'a Map = &open.map;
    BoardView {
        selected: open.card.as_ref(),
        zoom: open.look.zoom,
        columns: open.look.columns,
        links: open.look.links,
        fold_levels: open.look.fold_levels,
        fold_areas: open.look.fold_areas,
        lang,
        ..BoardView::new(map, glyphs, width, height)
    }
}

/// Draws it.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let Some(open) = &app.open else { return };
    if open.map.node_count() == 0 {
        let words = app.lang.words();
        return empty::draw(app, page, area, words.start.empty_map, words.guide.empty_board);
    }
    let size = (area.width, area.height);
    // Letters need room: while a card is picked by them, the board shows cards.
    let picked = matches!(&app.pane, Some(Pane::Pick(_)));
    let look = if picked { Look { zoom: Zoom::Cards, ..open.look } } else { open.look };
    let of = Source { generation: open.generation, card: open.card.clone(), look, lang: app.lang, size };
    let board = match &app.hits.picture {
        Some(before) if before.of == of => Rc::clone(&before.board),
        _ => Rc::new(lay_out(&BoardView { zoom: look.zoom, ..view(open, app.lang, app.glyphs, size) })),
    };
    page.brush.picture(area, &board.canvas, (0, 0));
    for (own, card) in &board.hits {
        let own = Area { x: area.x + own.x, y: area.y + own.y, ..*own };
        page.hits.add(own, Target::Card(card.clone()));
        if open.picked.contains(card) {
            mark(app, page, own);
        }
    }
    // The chosen link: its ends are marked on the picture, its other card stands out.
    if let Some(link) = &open.link {
        let other = open.card.as_ref().map(|card| if link.from == *card { &link.to } else { &link.from });
        for (own, _) in
            board.hits.iter().filter(|(_, card)| Some(card) == other && Some(card) != open.card.as_ref())
        {
            page.brush.tint(Area { x: area.x + own.x, y: area.y + own.y, ..*own }, Role::Cursor);
        }
        for drawn in board.drawn.iter().filter(|drawn| drawn.link == *link) {
            for (x, y) in [drawn.tail, drawn.head] {
                page.brush.tint(Area { x: area.x + x, y: area.y + y, width: 1, height: 1 }, Role::Cursor);
            }
        }
    }
    page.hits.page = area.height / 4;
    page.hits.picture = Some(Picture { board, of });
}

/// Marks a picked card: in its frame if it has one, between its shape and its label, or in the place of a shape that
/// stands alone.
pub(super) fn mark(app: &App, page: &mut Page, own: Area) {
    let behind = if own.height > 2 { 2 } else { 1 };
    page.brush.text(
        own.x + behind.min(own.width.saturating_sub(1)),
        own.y,
        1,
        app.glyphs.check,
        Role::Heading,
    );
}

/// What the board shows, and how: kept with the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// How near.
    pub zoom: Zoom,
    /// What the columns are.
    pub columns: Columns,
    /// Which links are drawn.
    pub links: Links,
    /// Whether parts of a level stand in its band.
    pub fold_levels: bool,
    /// Whether parts of an area stand in its column.
    pub fold_areas: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            zoom: Zoom::default(),
            columns: Columns::default(),
            links: Links::default(),
            fold_levels: true,
            fold_areas: false,
        }
    }
}
