//! Draws the state. One file per screen or pane; nothing here changes anything.

use ratatui::buffer::Buffer;

use super::app::App;
use super::brush::Brush;
use super::hits::Hits;
use super::pane::Pane;
use crate::command::View;
use crate::layout::canvas::Area;
use crate::layout::matrix::Table;

mod acting;
mod actors;
mod add;
mod ask;
pub mod board;
mod browser;
mod bulk;
mod chains;
mod chrome;
mod empty;
mod find;
mod focus;
mod form;
mod full;
mod help;
mod hinted;
mod incoming;
mod inspector;
mod legend;
mod levels;
mod loops;
mod matrix;
mod merge;
mod model;
mod naming;
mod narrow;
mod outline;
mod palette;
mod pick;
mod places;
mod review;
mod scroll;
mod setup;
mod small;
pub mod staircase;
mod start;
mod template;
mod tour;
mod unsettled;
mod which_key;

/// Where a screen is drawn: the brush, and what the cells belong to.
struct Page<'a> {
    brush: Brush<'a>,
    hits: Hits,
    /// The matrix that was drawn, for the sentence below it: it is put together once.
    table: Option<Table>,
}

/// Draws the whole screen and says what is where.
pub fn draw(app: &App, buffer: &mut Buffer) -> Hits {
    let area = buffer.area;
    let mut page = Page { brush: Brush { buffer, scheme: app.scheme }, hits: Hits::default(), table: None };
    if area.width < small::LEAST.0 || area.height < small::LEAST.1 {
        small::draw(app, &mut page, Area { x: 0, y: 0, width: area.width, height: area.height });
        return page.hits;
    }
    let rooms = chrome::divide(app, area.width, area.height);
    chrome::top(app, &mut page, rooms.top);
    match app.view {
        View::Start => start::draw(app, &mut page, rooms.main),
        View::Board => board::draw(app, &mut page, rooms.main),
        View::Focus => focus::draw(app, &mut page, rooms.main),
        View::Staircase => staircase::draw(app, &mut page, rooms.main),
        View::Loops => loops::draw(app, &mut page, rooms.main),
        View::Levels => levels::draw(app, &mut page, rooms.main),
        View::Outline => outline::draw(app, &mut page, rooms.main),
        View::Setup => setup::draw(app, &mut page, rooms.main),
        View::Model => model::draw(app, &mut page, rooms.main),
        View::Matrix => matrix::draw(app, &mut page, rooms.main),
        View::Actors => actors::draw(app, &mut page, rooms.main),
        View::Acting => acting::draw(app, &mut page, rooms.main),
        View::Chains => chains::draw(app, &mut page, rooms.main),
        View::Review => review::draw(app, &mut page, rooms.main),
        View::Unsettled => unsettled::draw(app, &mut page, rooms.main),
    }
    if let Some(side) = rooms.side {
        inspector::draw(app, &mut page, side);
    }
    chrome::status(app, &mut page, rooms.status);
    chrome::bottom(app, &mut page, rooms.bottom);
    if let Some(next) = rooms.next {
        tour::next(app, &mut page, next);
    }
    // What lies on top leaves the tour in sight.
    let top = rooms.tour.height;
    let whole = Area { x: 0, y: top, width: area.width, height: area.height - top };
    match &app.pane {
        // Its field stands in the heading of the outline.
        None | Some(Pane::Filter(_)) => which_key::draw(app, &mut page, whole),
        Some(Pane::Form(own)) => form::draw(app, &mut page, rooms.form.unwrap_or(whole), own),
        Some(Pane::Facets(at)) => narrow::facets(app, &mut page, whole, *at),
        Some(Pane::Columns(at)) => narrow::columns(app, &mut page, whole, *at),
        Some(Pane::Bulk(bulk)) => bulk::draw(app, &mut page, whole, bulk),
        Some(Pane::Find(search)) => find::draw(app, &mut page, whole, search),
        Some(Pane::End(search, end, reached)) => {
            chains::choose(app, &mut page, whole, search, *end, *reached)
        }
        Some(Pane::Palette(search)) => palette::draw(app, &mut page, whole, search),
        Some(Pane::Help(own)) => help::draw(app, &mut page, whole, own),
        Some(Pane::Legend(from)) => legend::draw(app, &mut page, whole, *from),
        Some(Pane::Add(adder)) => add::draw(app, &mut page, whole, adder),
        Some(Pane::Ask(question)) => ask::draw(app, &mut page, whole, question),
        Some(Pane::Merge(merger)) => merge::question(app, &mut page, whole, merger),
        Some(Pane::Same(pairs)) => merge::list(app, &mut page, whole, pairs),
        Some(Pane::Move(mover)) => places::draw(app, &mut page, whole, mover),
        Some(Pane::Pick(picker)) => pick::draw(app, &mut page, whole, picker),
        Some(Pane::Prompt(prompt)) => ask::prompt(app, &mut page, whole, prompt),
        Some(Pane::Name(name)) => naming::field(app, &mut page, whole, name),
        Some(Pane::Choose(choice)) => naming::choose(app, &mut page, whole, choice),
        Some(Pane::Tell(teller)) => {
            if let Some(search) = &teller.search {
                find::draw(app, &mut page, whole, search);
            }
        }
        Some(Pane::Browse(list)) => browser::draw(app, &mut page, whole, list),
        Some(Pane::Import(report)) => incoming::draw(app, &mut page, whole, report),
        Some(Pane::Templates(templates)) => template::draw(app, &mut page, whole, templates),
    }
    tour::draw(app, &mut page, rooms.tour);
    page.hits
}
