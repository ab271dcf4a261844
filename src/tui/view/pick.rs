//! Letters on the cards in sight, and below them what will be done with the one that is picked.

use super::{Page, chrome, find};
use crate::command::View;
use crate::layout::canvas::Area;
use crate::map::{Kind, NodeId};
use crate::palette::Role;
use crate::text::words::says::quoted;
use crate::text::{Lang, width};
use crate::tui::app::App;
use crate::tui::hits::Target;
use crate::tui::outline::Row;
use crate::tui::picker::{Aim, Draft, Names, Picker, tags};
use crate::tui::say;

/// Draws the letters, or the list of names.
pub(super) fn draw(app: &App, page: &mut Page, screen: Area, picker: &Picker) {
    let Some(open) = &app.open else { return };
    match &picker.names {
        Some(names) => list(app, page, screen, picker, names),
        None => {
            let cards: Vec<(Area, NodeId)> = page
                .hits
                .spots()
                .iter()
                .filter_map(|(area, target)| match target {
                    Target::Card(card) => Some((*area, card.clone())),
                    // In the outline a row is a card.
                    Target::Row(at) if app.view == View::Outline => match open.outline.rows.get(*at) {
                        Some(Row::Card(card)) => Some((*area, card.clone())),
                        _ => None,
                    },
                    _ => None,
                })
                .filter(|(_, card)| picker.takes(&open.map, card))
                .collect();
            page.hits.tags = tags(cards.iter().map(|(area, card)| (*area, card)));
            letters(page, screen, picker);
            foot(app, page, screen, picker);
        }
    }
}

/// Each row of letters in brackets over the first cells of its card, and over what is free before it.
fn letters(page: &mut Page, screen: Area, picker: &Picker) {
    let mut drawn: Vec<Area> = Vec::new();
    for (at, tag) in page.hits.tags.clone().iter().enumerate() {
        let shown = format!("[{}]", tag.letters);
        let cells = u16::try_from(width(&shown)).unwrap_or(0);
        // The label stays whole where the shape and what lies before it are room enough: blanks, or the end of a line.
        let free = |x: u16| {
            let cell = page.brush.buffer.cell((x, tag.area.y));
            let card = matches!(page.hits.at(x, tag.area.y), Some(Target::Card(_)));
            !card && cell.is_some_and(|cell| !cell.symbol().chars().any(char::is_alphanumeric))
        };
        let before =
            (1..=cells.saturating_sub(2)).take_while(|&by| tag.area.x >= by && free(tag.area.x - by));
        let x =
            (tag.area.x - u16::try_from(before.count()).unwrap_or(0)).min(screen.width.saturating_sub(cells));
        let mut own = Area { x, y: tag.area.y, width: cells, height: 1 };
        while let Some(other) = drawn.iter().find(|other| other.y == own.y && meet(**other, own)) {
            own.x = other.x + other.width;
        }
        if own.x + cells > screen.width {
            continue;
        }
        let meant = tag.letters.starts_with(&picker.typed);
        page.brush.text(own.x, own.y, cells, &shown, if meant { Role::Cursor } else { Role::Quiet });
        if meant {
            let typed = u16::try_from(picker.typed.len()).unwrap_or(0);
            page.brush.tint(Area { x: own.x + 1, width: typed, ..own }, Role::Quiet);
        }
        page.hits.add(own, Target::PaneRow(at));
        drawn.push(own);
    }
}

fn meet(one: Area, other: Area) -> bool {
    one.x < other.x + other.width && other.x < one.x + one.width
}

/// What will be done, and how to say with which card.
fn foot(app: &App, page: &mut Page, screen: Area, picker: &Picker) {
    let words = &app.lang.words().connecting;
    let area = Area { x: 0, y: screen.y + screen.height.saturating_sub(3), width: screen.width, height: 2 };
    page.brush.clear(area);
    page.hits.add(area, Target::Nothing);
    what(app, page, area, picker);
    let heaps = page.hits.tags.iter().any(|tag| tag.cards.len() > 1);
    let (text, role) = if !picker.said.is_empty() {
        (picker.said.clone(), Role::Heading)
    } else if !picker.typed.is_empty() {
        (words.one_more.to_owned(), Role::Heading)
    } else if page.hits.tags.is_empty() {
        (words.none_in_sight.to_owned(), Role::Text)
    } else {
        let more = match picker.aim {
            Aim::Link(_) => format!("   Tab {}   ! {}   C {}", words.kind, words.missing, words.more),
            Aim::Merge => String::new(),
        };
        let mut text = format!("{}{more}", words.pick);
        if heaps && usize::from(area.width) > width(&text) + width(words.heaps) + 4 {
            text = format!("{text}   {}", words.heaps);
        }
        (text, Role::Text)
    };
    page.brush.text(area.x + 1, area.y + 1, area.width - 1, &text, role);
}

/// The link as far as it is known: `«A» leads to … (+), after a time`.
fn what(app: &App, page: &mut Page, area: Area, picker: &Picker) {
    let Some(open) = &app.open else { return };
    let words = app.lang.words();
    let label = quoted(&say::label(&open.map, &picker.from));
    let own = open.map.node(&picker.from).map_or(Kind::Cause, |node| node.kind);
    let pieces: Vec<(String, Role)> = match &picker.aim {
        Aim::Merge => {
            vec![
                (format!("{} ", words.connecting.merge_with), Role::Text),
                (label, Role::Heading),
                (": …".to_owned(), Role::Text),
            ]
        }
        Aim::Link(draft) => {
            let verb = match draft.kind {
                Some(kind) => kind.word(app.lang).to_owned(),
                None if own == Kind::Cause => words.links.causes.to_owned(),
                None => "→".to_owned(),
            };
            let ends = match draft.turned {
                false => vec![(label, Role::Heading), (format!(" {verb} …"), Role::Text)],
                true => vec![(format!("… {verb} "), Role::Text), (label, Role::Heading)],
            };
            let mut all = ends;
            all.push((format!("   {}", said(app.lang, own, draft)), Role::Key));
            all
        }
    };
    let pieces: Vec<(&str, Role)> = pieces.iter().map(|(text, role)| (text.as_str(), *role)).collect();
    page.brush.pieces(area.x + 1, area.y, area.width - 1, &pieces);
}

/// Sign, delay and what else was chosen for the link.
fn said(lang: Lang, own: Kind, draft: &Draft) -> String {
    let words = lang.words();
    let mut parts = Vec::new();
    if draft.kind.is_none_or(crate::map::LinkKind::has_sign) && own != Kind::Actor && own != Kind::Note {
        parts.push(format!("({})", say::sign_glyph(draft.sign)));
    } else if draft.kind.is_none() {
        parts.push(words.connecting.as_fits.to_owned());
    }
    if draft.delay {
        parts.push(words.links.after_a_time.to_owned());
    }
    if draft.missing {
        parts.push(words.links.missing.to_owned());
    }
    if draft.again {
        parts.push(words.connecting.several.to_owned());
    }
    parts.join(" · ")
}

fn list(app: &App, page: &mut Page, screen: Area, picker: &Picker, names: &Names) {
    let words = &app.lang.words().connecting;
    let title = match picker.aim {
        Aim::Link(_) => words.link_by_name,
        Aim::Merge => words.merge_by_name,
    };
    let new = if names.new.is_empty() {
        String::new()
    } else {
        format!("{}: {}", words.new_card, quoted(&names.new))
    };
    find::list(app, page, screen, &names.search, title, &new, None);
}

/// The keys that mean something now, for the last line.
pub(super) fn keys(lang: Lang, picker: &Picker) -> Vec<chrome::Hint> {
    let (words, doing) = (&lang.words().connecting, &lang.words().doing);
    let plain = |key: &str, what: &str| (key.to_owned(), what.to_owned(), None);
    if picker.names.is_some() {
        return vec![
            plain("↑↓", doing.select),
            plain("Enter", words.take),
            plain("Esc", words.letters_again),
        ];
    }
    match picker.aim {
        Aim::Merge => vec![plain("a…z", words.letters), plain("/", words.name), plain("Esc", doing.cancel)],
        Aim::Link(_) => vec![
            plain("/", words.name),
            plain("Esc", doing.close),
            plain("+ - ?", words.sign),
            plain(doing.space, words.delay),
            plain("<", words.turn),
        ],
    }
}
