//! The card in the middle: what stands in its box, line by line.

use crate::layout::card::node_role;
use crate::map::{Map, Node, NodeId};
use crate::palette::Role;
use crate::text::{Glyphs, Lang, visible, width, wrap};

/// The lines inside the box with their roles: the whole label with its glyph, then its level and area, then what
/// it is and how well founded, then its marks and dots. At most `rows` lines, the label first; no line wider than `cells`.
pub(super) fn lines(
    map: &Map,
    (id, node): (&NodeId, &Node),
    (cells, rows): (usize, usize),
    lang: Lang,
    glyphs: &Glyphs,
) -> Vec<Vec<(String, Role)>> {
    let mut lines: Vec<Vec<(String, Role)>> = Vec::new();
    for (at, line) in wrap(&visible(map.name_of(id)), cells.saturating_sub(2).max(1), map.lang_or(lang))
        .into_iter()
        .enumerate()
    {
        let begin = if at == 0 {
            (format!("{} ", node.glyph(glyphs)), node_role(node))
        } else {
            ("  ".to_owned(), Role::Text)
        };
        lines.push(vec![begin, (line, Role::Selected)]);
    }
    let between = format!(" {} ", glyphs.between);
    let place = [
        node.level.as_ref().and_then(|level| map.level(level)).map(|level| visible(&level.name).into_owned()),
        node.area.as_ref().map(|area| visible(area.as_str()).into_owned()),
    ];
    let what = [
        Some(node.word(lang).to_owned()),
        node.now.map(|now| now.word(lang).to_owned()),
        node.certainty.map(|certainty| certainty.word(lang).to_owned()),
    ];
    let set: Vec<Option<String>> = node.set_words(lang).into_iter().map(Some).collect();
    for (facts, role) in [(place.to_vec(), Role::Band), (what.to_vec(), Role::Quiet), (set, Role::Quiet)] {
        let mut line = String::new();
        for fact in facts.into_iter().flatten() {
            let gap = if line.is_empty() { "" } else { between.as_str() };
            if !line.is_empty() && width(&line) + width(gap) + width(&fact) > cells {
                push_wrapped(&mut lines, &line, role, cells, lang);
                line = fact;
            } else {
                line.push_str(gap);
                line.push_str(&fact);
            }
        }
        if !line.is_empty() {
            push_wrapped(&mut lines, &line, role, cells, lang);
        }
    }
    lines.truncate(rows);
    lines
}

fn push_wrapped(lines: &mut Vec<Vec<(String, Role)>>, text: &str, role: Role, cells: usize, lang: Lang) {
    lines.extend(wrap(text, cells, lang).into_iter().map(|line| vec![(line, role)]));
}
