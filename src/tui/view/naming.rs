//! The field for a name, a short list to choose from, and the panel of a loop that is told.

use super::{Page, find, scroll};
use crate::command::View;
use crate::layout::canvas::Area;
use crate::map::Item;
use crate::palette::Role;
use crate::text::words::around::steps_of;
use crate::text::words::says::{loop_does, quoted};
use crate::text::{cut, visible, width, wrap};
use crate::tui::app::App;
use crate::tui::brush::centered;
use crate::tui::choosing::Choosing;
use crate::tui::circles::Circle;
use crate::tui::form::show_words;
use crate::tui::hits::Target;
use crate::tui::naming::{Name, Naming};
use crate::tui::open::OpenMap;
use crate::tui::say;
use crate::tui::teller::Teller;

/// How many rows the panel of a told loop takes, at most.
pub(super) const PANEL: u16 = 8;

/// Draws the field below the row that the cursor is on, or in the middle where there is none.
pub(super) fn field(app: &App, page: &mut Page, screen: Area, naming: &Naming) {
    let Some(open) = &app.open else { return };
    let words = &app.lang.words().around;
    let circle = circle_of(open, &naming.name);
    let mut title = naming.title(&open.map, app.lang);
    if let Some(circle) = circle {
        let links = app.lang.words().links.link.of(circle.links.len());
        title = format!("{title}: {}, {links}", say::loop_place(app.lang, circle));
    }
    let wide = u16::try_from(width(&title)).unwrap_or(u16::MAX).saturating_add(6).clamp(70, 100);
    let wide = wide.min(screen.width);
    let under = match (naming.said.as_str(), &naming.name) {
        ("", _) if naming.again() => words.many.to_owned(),
        ("", Name::Journey(links)) => {
            let chain =
                links.first().map(|link| &link.from).into_iter().chain(links.iter().map(|link| &link.to));
            let chain: Vec<String> = chain.map(|id| say::short(&open.map, id)).collect();
            let steps = steps_of(app.lang, links.len(), &format!("{}.", chain.join(" › ")));
            format!("{steps} {}", words.once)
        }
        ("", Name::JourneyWith(step)) => {
            let shown = show_words(&open.map, app.lang, &step.show);
            format!("{}: {shown}. {}", app.lang.words().doing.step.of(1), words.once)
        }
        ("", Name::Aside(own, lang)) => {
            let said = own.sentence(&open.map, *lang);
            format!("{said} {} {}", app.lang.words().hearing.comes_back, words.once)
        }
        ("", _) => {
            let cards = circle.map_or(String::new(), |circle| {
                let cards: Vec<String> = circle.cards().map(|id| say::short(&open.map, id)).collect();
                format!("{}. ", cards.join(" › "))
            });
            // A number looks like a name to go on with.
            let number = circle.filter(|own| own.named.is_none() && own.place.is_some());
            let number = number.map_or(String::new(), |own| {
                format!("{} {} ", say::loop_place(app.lang, own), words.number_goes)
            });
            format!("{number}{cards}{}", words.once)
        }
        (said, _) => visible(said).into_owned(),
    };
    let lines = wrap(&under, usize::from(wide.saturating_sub(4)), app.lang);
    let tall = u16::try_from(lines.len()).unwrap_or(2).min(6) + 4;
    let middle = centered(screen, wide, tall);
    let rows = open.setup.rows(&open.map).len();
    let cursor = Target::Row(open.setup.at(rows));
    let spots = || page.hits.spots().iter();
    let row = spots().find(|(_, target)| *target == cursor).map(|(area, _)| area.y);
    let last = spots().filter(|(_, target)| matches!(target, Target::Row(_))).map(|(area, _)| area.y).max();
    let bottom = screen.y + screen.height;
    // Below all rows where there is room, so that it hides none of them.
    let row = last.filter(|y| y + 2 + tall < bottom).map(|y| y + 1).or(row);
    let area = match row.filter(|_| app.view == View::Setup) {
        Some(y) if y + 1 + tall < bottom => Area { x: 2.min(screen.width - wide), y: y + 1, ..middle },
        Some(y) if y > tall => Area { x: 2.min(screen.width - wide), y: y - tall, ..middle },
        _ => middle,
    };
    let inside = page.brush.frame(area, &app.glyphs.thin, &title);
    page.hits.add(area, Target::Nothing);
    find::field(app, page, inside, naming.input.value(), naming.input.visual_cursor(), "");
    for (y, line) in (inside.y + 2..inside.y + inside.height).zip(&lines) {
        page.brush.text(inside.x + 1, y, inside.width.saturating_sub(1), line, Role::Quiet);
    }
}

/// The loop that a title is for, if it is one that is known.
fn circle_of<'a>(open: &'a OpenMap, name: &Name) -> Option<&'a Circle> {
    open.circles.all.iter().find(|circle| match name {
        Name::Loop(links) => circle.links == *links,
        Name::Rename(Item::Loop(id)) => circle.named.as_ref() == Some(id),
        _ => false,
    })
}

/// Draws a short list with what it is about above it.
pub(super) fn choose(app: &App, page: &mut Page, screen: Area, choice: &Choosing) {
    let cells = usize::from(screen.width.min(70).saturating_sub(4));
    let lines = wrap(&choice.title, cells, app.lang);
    let head = u16::try_from(lines.len()).unwrap_or(4);
    let rows = u16::try_from(choice.rows.len()).unwrap_or(u16::MAX);
    let area = centered(screen, 70, head.saturating_add(rows).saturating_add(3));
    let inside = page.brush.frame(area, &app.glyphs.thin, "");
    page.hits.add(area, Target::Nothing);
    for (y, line) in (inside.y..).zip(&lines) {
        page.brush.text(inside.x + 1, y, inside.width.saturating_sub(1), line, Role::Heading);
    }
    let list = Area { y: inside.y + head + 1, height: inside.height.saturating_sub(head + 1), ..inside };
    let shown = usize::from(list.height);
    page.hits.pane = (shown, choice.rows.len());
    let first = scroll::first_shown(choice.at, shown, choice.rows.len());
    for (y, (at, (word, _))) in (list.y..).zip(choice.rows.iter().enumerate().skip(first).take(shown)) {
        let own = Area { y, height: 1, ..list };
        page.brush.text(own.x + 2, y, own.width.saturating_sub(3), word, Role::Text);
        if at == choice.at {
            page.brush.text(own.x, y, 1, app.glyphs.cursor, Role::Heading);
            page.brush.tint(own, Role::Cursor);
        }
        page.hits.add(own, Target::PaneRow(at));
    }
}

/// Draws the loop as far as it is told: each card with the link behind it, and what the loop does.
pub(super) fn told(app: &App, page: &mut Page, area: Area, teller: &Teller) {
    let Some(open) = &app.open else { return };
    let (words, links) = (&app.lang.words().around, &app.lang.words().links);
    page.brush.clear(area);
    page.brush.rule(area.x, area.y, area.width, app.glyphs.thin.across, Role::Frame);
    let title = format!(" {} ", words.telling);
    page.brush.text(area.x + 2, area.y, area.width.saturating_sub(4), &title, Role::Heading);
    page.hits.add(area, Target::Nothing);
    let cells = area.width.saturating_sub(2);
    let hops = teller.hops(&open.map);
    let mut rows: Vec<Vec<(String, Role)>> = Vec::new();
    for (at, card) in teller.cards.iter().enumerate() {
        let label = cut(&say::label(&open.map, card), usize::from(cells / 2));
        let mut row = vec![(format!("{:>2} ", at + 1), Role::Key), (label, Role::Text)];
        if let Some(hop) = hops.get(at) {
            let sign = format!(" ({}){} ", say::sign_glyph(hop.sign), app.glyphs.arrow);
            let closing = at + 1 == teller.cards.len();
            let state = match (hop.there, hop.missing) {
                (true, false) => String::new(),
                (true, true) => format!(" {}", links.missing),
                (false, _) => format!(" {}", words.added_missing),
            };
            let role = if hop.there && !hop.missing { Role::Quiet } else { Role::Ghost };
            row.push((if hop.there { sign } else { format!(" {} ", app.glyphs.arrow) }, role));
            if closing {
                let first = teller.cards.first().map_or(String::new(), |card| say::short(&open.map, card));
                row.push((quoted(&first), Role::Quiet));
            }
            row.push((state, role));
        }
        rows.push(row);
    }
    let foot = match teller.cards.len() {
        _ if !teller.said.is_empty() => teller.said.clone(),
        0 => words.tell_first.to_owned(),
        1 => words.tell_next.to_owned(),
        _ => {
            let does = loop_does(app.lang, teller.kind(&open.map));
            let ghost = hops.iter().any(|hop| !hop.there || hop.missing);
            let does = if ghost {
                crate::text::words::says::loop_would(app.lang, teller.kind(&open.map))
            } else {
                does.to_owned()
            };
            format!("{}. {}", crate::text::words::capital(&does), words.tell_next)
        }
    };
    let foot = wrap(&foot, usize::from(cells), app.lang);
    let foot_rows = foot.len().min(2);
    let room = usize::from(area.height).saturating_sub(1 + foot_rows);
    let from = rows.len().saturating_sub(room);
    let mut y = area.y + 1;
    for row in rows.iter().skip(from) {
        let pieces: Vec<(&str, Role)> = row.iter().map(|(text, role)| (text.as_str(), *role)).collect();
        page.brush.pieces(area.x + 1, y, cells, &pieces);
        y += 1;
    }
    let role = if teller.said.is_empty() { Role::Quiet } else { Role::Fault };
    for (y, line) in (y..area.y + area.height).zip(foot.iter().take(2)) {
        page.brush.text(area.x + 1, y, cells, line, role);
    }
}
