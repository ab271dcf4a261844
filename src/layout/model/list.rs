//! A main model where there is no room for boxes: one row a group, with what it leads to.

use super::{full_name, short_name};
use crate::analysis::between::{Between, Grouping, Net};
use crate::layout::canvas::{Area, Canvas};
use crate::layout::frame::Frame;
use crate::map::Map;
use crate::palette::Role;
use crate::text::words::says;
use crate::text::{cut, width};

/// Writes the groups around the selected one from the second row down, and gives where each stands.
pub(super) fn list(
    canvas: &mut Canvas,
    map: &Map,
    between: &Between,
    by: Grouping,
    at: usize,
    frame: Frame,
) -> Vec<(Area, usize)> {
    let Frame { lang, glyphs, width: columns, height } = frame;
    let rows = usize::from(height.saturating_sub(1));
    let count = between.groups.len();
    let start = at.saturating_sub(rows / 2).min(count.saturating_sub(rows));
    let mut places = Vec::new();
    for (own, y) in (start..count.min(start + rows)).zip(1..) {
        let group = &between.groups[own];
        let role = if own == at { Role::Cursor } else { Role::Text };
        let name = full_name(map, group, by, lang);
        let mut x = 1;
        if own == at {
            canvas.write(0, y, glyphs.cursor, Role::Selected);
        }
        x = canvas.write(x, y, &cut(&name, usize::from(columns / 2)), role) + 2;
        x = canvas.write(x, y, &says::cards_in(lang, group.cards), Role::Quiet) + 2;
        let mut out: Vec<_> = between.flows.iter().filter(|flow| flow.from == own).collect();
        out.sort_by_key(|flow| (flow.missing, usize::MAX - flow.links.len(), flow.to));
        for (nth, flow) in out.iter().enumerate() {
            let (sign, role) = match flow.net() {
                Net::Same => (glyphs.plus, Role::Plus),
                Net::Opposite => (glyphs.minus, Role::Minus),
                Net::Mixed => (glyphs.both, Role::Unknown),
                Net::Unknown => (glyphs.unknown, Role::Unknown),
            };
            let to = cut(&short_name(map, &between.groups[flow.to], by, lang), 12);
            let number = flow.links.len();
            let word = if flow.missing { format!(" {}", lang.words().links.missing) } else { String::new() };
            let text = format!("{} {to} {number}{word}", glyphs.arrow);
            // What finds no room is counted, and the count has its room.
            let count = |left: usize| if left == 0 { String::new() } else { format!("+{left}") };
            let behind = count(out.len() - nth - 1);
            let behind = if behind.is_empty() { 0 } else { width(&behind) + 2 };
            if usize::from(x) + width(&text) + 4 + behind > usize::from(columns) {
                let room = usize::from(columns.saturating_sub(x));
                canvas.write(x, y, &cut(&count(out.len() - nth), room), Role::Quiet);
                break;
            }
            let text_role = if flow.missing { Role::Ghost } else { Role::Text };
            x = canvas.write(x, y, &text, text_role);
            x = canvas.write(x, y, &format!("({sign})"), role) + 2;
        }
        places.push((Area { x: 0, y, width: columns, height: 1 }, own));
    }
    places
}
