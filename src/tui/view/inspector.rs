//! Everything about what is selected, at the side.

use super::Page;
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::{visible, width, wrap};
use crate::tui::app::App;
use crate::tui::fields::{Entry, entries};
use crate::tui::hits::Target;

/// Draws the pane; its left edge is a line.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let Some(open) = &app.open else { return };
    page.brush.clear(area);
    for y in area.y..area.y + area.height {
        page.brush.glyph(area.x, y, app.glyphs.frame.along, Role::Frame);
    }
    page.hits.add(area, Target::Inspector);
    let inside = Area { x: area.x + 2, width: area.width.saturating_sub(3), ..area };
    let lang = open.lang_or(app.lang);
    let lines = lines(&entries(app), usize::from(inside.width), lang);
    let shown = usize::from(inside.height);
    let from = open.inspector_from.min(lines.len().saturating_sub(shown));
    page.hits.inspector = (shown, lines.len());
    for (y, line) in (inside.y..).zip(lines.iter().skip(from).take(shown)) {
        let pieces: Vec<_> = line.pieces.iter().map(|(text, role)| (text.as_str(), *role)).collect();
        page.brush.pieces(inside.x, y, inside.width, &pieces);
        if let Some(target) = &line.target {
            page.hits.add(Area { y, height: 1, ..inside }, target.clone());
        }
    }
    for (hidden, y, glyph) in [
        (from > 0, inside.y, app.glyphs.signal_up),
        (from + shown < lines.len(), inside.y + inside.height.saturating_sub(1), app.glyphs.signal_down),
    ] {
        if hidden {
            page.brush.glyph(area.x, y, glyph, Role::Key);
        }
    }
}

struct Line {
    pieces: Vec<(String, Role)>,
    target: Option<Target>,
}

/// The entries as lines, wrapped; a name and its value on one line where both fit.
fn lines(entries: &[Entry], cells: usize, lang: crate::text::Lang) -> Vec<Line> {
    let mut out = Vec::new();
    let plain = |text: String, role: Role| Line { pieces: vec![(text, role)], target: None };
    for entry in entries {
        match entry {
            Entry::Blank => out.push(plain(String::new(), Role::Text)),
            Entry::Title(glyph, role, text) => {
                for (at, line) in wrap(&visible(text), cells.saturating_sub(2), lang).into_iter().enumerate()
                {
                    let lead = if at == 0 { format!("{glyph} ") } else { "  ".to_owned() };
                    out.push(Line { pieces: vec![(lead, *role), (line, Role::Heading)], target: None });
                }
            }
            Entry::Heading(text) => out.push(plain(text.clone(), Role::Heading)),
            Entry::Field(name, value) => {
                let value = visible(value);
                let lead = width(name) + 2;
                let beside = cells.saturating_sub(lead);
                if beside >= 12 && (width(&value) <= beside || beside >= 22) {
                    for (at, line) in wrap(&value, beside, lang).into_iter().enumerate() {
                        let lead = if at == 0 { format!("{name}: ") } else { " ".repeat(lead) };
                        out.push(Line {
                            pieces: vec![(lead, Role::Quiet), (line, Role::Text)],
                            target: None,
                        });
                    }
                } else {
                    out.push(plain(format!("{name}:"), Role::Quiet));
                    let lines = wrap(&value, cells.saturating_sub(2), lang);
                    out.extend(lines.into_iter().map(|line| plain(format!("  {line}"), Role::Text)));
                }
            }
            Entry::Text(text) => {
                out.extend(wrap(&visible(text), cells, lang).into_iter().map(|line| plain(line, Role::Text)));
            }
            Entry::Quiet(text) => {
                out.extend(
                    wrap(&visible(text), cells, lang).into_iter().map(|line| plain(line, Role::Quiet)),
                );
            }
            Entry::Item { lead, role, text, target } => {
                let room = cells.saturating_sub(width(lead) + 1);
                for (at, line) in wrap(&visible(text), room, lang).into_iter().enumerate() {
                    let lead = if at == 0 { lead.clone() } else { " ".repeat(width(lead)) };
                    out.push(Line {
                        pieces: vec![(lead, *role), (" ".to_owned(), Role::Text), (line, Role::Text)],
                        target: target.clone(),
                    });
                }
            }
        }
    }
    out
}
