//! The board: the whole map in bands and columns, with the links of the selected card.

use std::rc::Rc;

use super::{Page, empty};
use crate::analysis::compare::Stroke;
use crate::layout::board::{BoardView, Columns, Links, Slot, Zoom, lay_out};
use crate::layout::canvas::{Area, Canvas};
use crate::map::{Map, NodeId};
use crate::palette::Role;
use crate::text::{Glyphs, Lang, width};
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
    let map: &'a Map = open.board_map();
    BoardView {
        selected: open.board_card(),
        zoom: open.look.zoom,
        scroll: open.look.pan.cards,
        from: (open.look.pan.column, open.look.pan.band),
        columns: open.look.columns,
        links: open.look.links,
        fold_levels: open.look.fold_levels,
        fold_areas: open.look.fold_areas,
        keep_empty: open.narrowed.is_none(),
        lang,
        differing: open.differing(),
        ..BoardView::new(map, glyphs, width, height)
    }
}

/// Draws it.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let Some(open) = &app.open else { return };
    if open.map.node_count() == 0 {
        return without_cards(app, page, area, open);
    }
    // Letters need room: while a card is picked by them, the board shows cards.
    let picked = matches!(&app.pane, Some(Pane::Pick(_)));
    let look = if picked { Look { zoom: Zoom::Cards, ..open.look } } else { open.look };
    if !picked && super::full::draw(app, page, area) {
        return;
    }
    let height = area.height.saturating_sub(1);
    let line = Area { y: area.y + height, height: 1, ..area };
    if open.review.is_some() {
        picture(app, page, Area { height, ..area }, look, true);
        return super::review::below_board(app, page, line);
    }
    let narrowed = open.narrowed_to(app.lang);
    if narrowed.is_empty() || height < LEAST {
        return picture(app, page, area, look, true);
    }
    picture(app, page, Area { height, ..area }, look, false);
    page.brush.text(line.x + 1, line.y, line.width.saturating_sub(2), &narrowed, Role::Heading);
}

/// Draws it beside the list of changes: as cards, since that list leads from card to card.
pub(super) fn beside(app: &App, page: &mut Page, area: Area) {
    let Some(open) = &app.open else { return };
    if open.map.node_count() > 0 {
        picture(app, page, area, Look { zoom: Zoom::Cards, ..open.look }, true);
    }
}

/// The board; `counted` is whether it says itself how much of the map it shows.
fn picture(app: &App, page: &mut Page, area: Area, look: Look, counted: bool) {
    let Some(open) = &app.open else { return };
    let size = (area.width, area.height);
    let of = Source {
        generation: open.generation,
        narrowing: open.board_serial(),
        card: open.board_card().cloned(),
        look,
        lang: app.lang,
        size,
    };
    let same = |before: &Source| {
        (before.generation, before.narrowing, before.lang) == (of.generation, of.narrowing, of.lang)
    };
    let known = match &app.hits.picture {
        Some(before) if same(&before.of) => Rc::clone(&before.known),
        _ => Rc::default(),
    };
    let board = match &app.hits.picture {
        Some(before) if before.of == of => Rc::clone(&before.board),
        _ => Rc::new(lay_out(&BoardView {
            zoom: look.zoom,
            known: Some(&known),
            ..view(open, app.lang, app.glyphs, size)
        })),
    };
    page.brush.picture(area, &board.canvas, (0, 0));
    let count = open.narrowed_count();
    if counted && !count.is_empty() {
        let count = format!(" {count} ");
        let cells = u16::try_from(width(&count)).unwrap_or(u16::MAX);
        // What is left out must be said, even where there is no room for it.
        let (x, y) = corner(&board.canvas, cells).unwrap_or_default();
        page.brush.text(area.x + x, area.y + y, cells, &count, Role::Key);
    }
    for slot in &board.slots {
        let own = Area { x: area.x + slot.area.x, y: area.y + slot.area.y, ..slot.area };
        add_slot(app, page, Slot { area: own, ..slot.clone() });
    }
    for (own, card) in &board.hits {
        let own = Area { x: area.x + own.x, y: area.y + own.y, ..*own };
        if app.drag.as_ref().is_some_and(|drag| drag.over == Some(Target::Card(card.clone()))) {
            page.brush.tint(own, Role::Cursor);
        }
        page.hits.add(own, Target::Card(card.clone()));
        if open.is_besides(card) {
            page.brush.tint(own, Role::Quiet);
        }
        if let Some(stroke) = open.stroke_of(card) {
            differs(app, page, own, stroke);
        }
        number(open, page, own, card);
        if open.picked.contains(card) {
            mark(app, page, own);
        }
    }
    // The chosen link: its ends are marked on the picture, its other card stands out.
    let gone = open.review.as_ref().and_then(|review| review.gone.as_ref());
    if let Some(link) = open.link.as_ref().or(gone) {
        let other = open.board_card().map(|card| if link.from == *card { &link.to } else { &link.from });
        for (own, _) in
            board.hits.iter().filter(|(_, card)| Some(card) == other && Some(card) != open.board_card())
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
    page.hits.picture = Some(Picture { board, of, known });
}

/// An empty map: how to begin, and below it the levels and areas as rows and columns without cards. While cards are
/// written only those, above the field.
fn without_cards(app: &App, page: &mut Page, area: Area, open: &OpenMap) {
    let words = app.lang.words();
    let top = if matches!(app.pane, Some(Pane::Add(_))) {
        area.y
    } else {
        empty::above(app, page, area, words.start.empty_map, words.guide.empty_board)
    };
    let hidden = if matches!(app.pane, Some(Pane::Add(_))) { FIELD } else { 0 };
    let height = (area.y + area.height).saturating_sub(top).saturating_sub(hidden);
    if (open.map.levels().is_empty() && open.map.areas().is_empty()) || height < LEAST {
        return;
    }
    let board = lay_out(&view(open, app.lang, app.glyphs, (area.width, height)));
    page.brush.picture(Area { y: top, height, ..area }, &board.canvas, (0, 0));
}

/// Where so many cells are free: in the corner above the names of levels, else in the first rows from the right, which
/// hold the heads of columns, else on the rule below them; `None` where there is no room.
fn corner(canvas: &Canvas, cells: u16) -> Option<(u16, u16)> {
    let free = |&(x, y): &(u16, u16)| {
        (x..x.saturating_add(cells))
            .all(|x| canvas.get(x, y).is_some_and(|cell| cell.text == " " || cell.role == Role::Frame))
    };
    let right = canvas.width().saturating_sub(cells);
    let is_rule =
        |y: &u16| (0..canvas.width()).any(|x| canvas.get(x, *y).is_some_and(|cell| cell.role == Role::Frame));
    let rule = (0..HEADS).find(is_rule).unwrap_or(0);
    let places = (0..=rule).flat_map(|y| (0..=right).rev().map(move |x| (x, y)));
    std::iter::once((0, 0)).chain(places).find(free)
}

/// The most rows that heads of columns and the rule below them take.
const HEADS: u16 = 4;
/// The rows that the field for new cards takes while nothing is typed.
const FIELD: u16 = 8;
/// The least rows in which levels and areas say something.
const LEAST: u16 = 5;

/// A cell that a card can be dropped in; the one under a dragged card stands out.
pub(super) fn add_slot(app: &App, page: &mut Page, slot: Slot) {
    let target = Target::Slot(page.hits.slots.len());
    if app.drag.as_ref().is_some_and(|drag| drag.over.as_ref() == Some(&target)) {
        page.brush.tint(slot.area, Role::Cursor);
    }
    page.hits.add(slot.area, target);
    page.hits.slots.push(slot);
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

/// Numbers a card of the chosen loop, in the order of the loop, where a picked one is marked. Where there is room for one
/// character only, it is a `+` from ten on.
pub(super) fn number(open: &OpenMap, page: &mut Page, own: Area, card: &NodeId) {
    let Some(nth) = open.place_on_loop(card) else { return };
    let (behind, cells) = if own.height > 2 { (2, 3) } else { (1, 1) };
    let said = match nth {
        10.. if cells == 1 => "+".to_owned(),
        nth => nth.to_string(),
    };
    page.brush.text(own.x + behind.min(own.width.saturating_sub(1)), own.y, cells, &said, Role::Heading);
}

/// Marks a card that came, changed or went, as a picked one is marked; one that went is only a ghost of it.
pub(super) fn differs(app: &App, page: &mut Page, own: Area, stroke: Stroke) {
    if stroke == Stroke::Removed {
        page.brush.tint(own, Role::Quiet);
    }
    let behind = if own.height > 2 { 2 } else { 1 };
    let x = own.x + behind.min(own.width.saturating_sub(1));
    page.brush.text(x, own.y, 1, super::review::mark(app, stroke), super::review::role(stroke));
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
    /// Where somebody moved the view to.
    pub pan: Pan,
}

/// Where somebody moved the board to while the selection stayed, but for the full board, which moves freely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Pan {
    /// The first column in sight; none: as the selected card has it.
    pub column: Option<usize>,
    /// The first band in sight; none: as the selected card has it.
    pub band: Option<usize>,
    /// How many cards are passed over in cells that do not show all of theirs.
    pub cards: u16,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            zoom: Zoom::default(),
            columns: Columns::default(),
            links: Links::default(),
            fold_levels: true,
            fold_areas: false,
            pan: Pan::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::map::{Area, Frame, Level, Map};
    use crate::tui::screen::{PlayOptions, play};
    use crate::tui::{Sheet, Start};

    #[test]
    fn an_empty_map_shows_its_levels_and_areas() {
        let level = |id: &str| Level { id: id.into(), name: format!("The {id}"), part_of: None };
        let area = Area { id: "1A".into(), name: "Waiting".to_owned(), ..Area::default() };
        let frame =
            Frame { levels: vec![level("ward"), level("county")], areas: vec![area], ..Frame::default() };
        let map = Map::new("x").with_frame(frame);
        for keys in ["", "a"] {
            let options = PlayOptions { keys: keys.to_owned(), size: (80, 24), ..PlayOptions::default() };
            let played = play(Start::Map(Box::new(Sheet::unsaved(map.clone()))), &options).expect("keys");
            let shown = played.text;
            let rows: Vec<&str> = shown.lines().collect();
            let row = |text: &str| rows.iter().position(|row| row.contains(text));
            let (head, above, below) = (row("1A Waiting"), row("The county  ─"), row("The ward  ─"));
            assert!(head.is_some() && head < above && above < below, "{keys}:\n{}", rows.join("\n"));
        }
    }

    #[test]
    fn the_count_of_a_narrowed_board_covers_no_head() {
        use super::corner;
        use crate::layout::canvas::Canvas;
        use crate::palette::Role;
        let mut canvas = Canvas::new(16, 3);
        for x in 0..16 {
            canvas.set(x, 1, "─", Role::Frame);
        }
        assert_eq!(corner(&canvas, 7), Some((0, 0)));
        canvas.write(2, 0, "1A", Role::Text);
        assert_eq!(corner(&canvas, 7), Some((9, 0)));
        canvas.write(10, 0, "1B", Role::Text);
        canvas.write(1, 1, "Users", Role::Band);
        assert_eq!(corner(&canvas, 7), Some((9, 1)));
        canvas.write(9, 1, "2", Role::Quiet);
        assert_eq!(corner(&canvas, 7), None);
    }

    #[test]
    fn marks_and_dots_show_wherever_the_card_is_looked_at() {
        use crate::tui::update::played::{player, press};
        let mut player = player();
        press(&mut player, "Msv3");
        press(&mut player, "<esc>");
        let board = player.screen();
        assert!(board.contains("Trust [!]•3"), "behind the label:\n{board}");
        assert!(board.contains("cause · users · pain · 3 dots"), "in words below:\n{board}");
        press(&mut player, "2");
        assert!(player.screen().contains("pain · 3 dots"), "{}", player.screen());
        press(&mut player, "L");
        assert!(player.screen().contains("[!]   pain"), "{}", player.screen());
    }
}
