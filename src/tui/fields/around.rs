//! Everything about what stands around the cards: the fields of a level, an area, a source, a journey. A named loop
//! says what it says in the list of loops.

use super::{Entry, circle};
use crate::map::Item;
use crate::palette::Role;
use crate::text::visible;
use crate::tui::app::App;
use crate::tui::form;
use crate::tui::open::OpenMap;
use crate::tui::setup::Piece;

/// The entries of the row that the cursor is on; what is empty is left out.
pub(super) fn entries(app: &App, open: &OpenMap) -> Vec<Entry> {
    let (map, lang) = (&*open.map, app.lang);
    let Some(row) = open.setup.here(map) else {
        return vec![Entry::Quiet(open.setup.section.empty(lang).to_owned())];
    };
    if let Item::Loop(id) = &row.item
        && let Some(at) = open.circles.all.iter().position(|own| own.named.as_ref() == Some(id))
    {
        return circle::entries(app, open, at);
    }
    let called = visible(&crate::map::verb::called(map, &row.item)).into_owned();
    let mut all = vec![Entry::Title(app.glyphs.bullet, Role::Key, called), Entry::Blank];
    let step = match row.piece {
        Piece::Step(at) => Some(at),
        _ => None,
    };
    for own in form::rows(map, &row.item, lang).into_iter().filter(|own| !own.adds()) {
        let of = match own.slot {
            form::Slot::Step(at) | form::Slot::Remark(at) | form::Slot::ChainEnd(at) => Some(at),
            form::Slot::WhatIf(at, _) | form::Slot::Ahead(at) => Some(at),
            _ => None,
        };
        // On a step everything about that step, else about the whole.
        if step.is_some() && of != step {
            continue;
        }
        if let Some(heading) = own.heading.filter(|_| step.is_none()) {
            all.push(Entry::Blank);
            all.push(Entry::Heading(heading));
        }
        if !own.value.is_empty() {
            all.push(Entry::Field(own.name, own.value));
        }
    }
    all
}
