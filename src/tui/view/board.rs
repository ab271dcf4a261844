//! A picture that another room lays out.

use super::Page;
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::tui::app::App;
use crate::tui::hits::Target;
use crate::tui::say;

/// Draws it.
pub fn draw(app: &App, page: &mut Page, area: Area) {
    let Some(open) = &app.open else { return };
    for ((id, _), y) in open.map.nodes().zip(area.y..area.y + area.height) {
        let own = Area { y, height: 1, ..area };
        let role = if open.card.as_ref() == Some(id) { Role::Cursor } else { Role::Text };
        page.brush.text(area.x + 2, y, area.width - 2, &say::label(&open.map, id), role);
        page.hits.add(own, Target::Card(id.clone()));
    }
}
