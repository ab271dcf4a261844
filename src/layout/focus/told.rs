//! What stands below the focus: the sentence of the link under the cursor and why, or the card's note and sources.

use crate::map::{Lines, Link, LinkId, Map, Node, SourceId};
use crate::text::reading::{self, Hop};
use crate::text::words::{capital, says};
use crate::text::{Lang, visible, width, wrap};

/// Rows of what is said and what each begins with: a heading on its first row, blanks below it. As many as a fifth
/// of the picture holds, three at least where it is not tiny.
pub(super) fn told(
    map: &Map,
    node: &Node,
    link: Option<&LinkId>,
    cells: usize,
    height: u16,
    lang: Lang,
) -> Vec<(String, String)> {
    let most = match height {
        0..8 => 0,
        8..14 => 1,
        _ => usize::from(height / 5).max(3),
    };
    let words = lang.words();
    // What is read aloud is in the map's own language, as its labels are.
    let own = map.lang_or(lang);
    let mut rows = Vec::new();
    let found = link.and_then(|id| map.link(id).map(|link| (id, link)));
    let (note, sources): (&Lines, Vec<&SourceId>) = match found {
        Some((id, link)) => {
            let sentence = sentence(map, id, link, own);
            rows.extend(wrap(&sentence, cells, own).into_iter().map(|line| (String::new(), line)));
            (&link.note, link.sources.keys().collect())
        }
        None => (&node.note, node.sources.keys().collect()),
    };
    let cited: Vec<String> = sources
        .into_iter()
        .map(|id| {
            let title = map.sources().get(id).map_or(id.as_str(), |source| source.title.as_str());
            visible(title).into_owned()
        })
        .collect();
    let said: Vec<_> = note.iter().map(|line| visible(line)).collect();
    section(&mut rows, words.fields.note, &said.join(" "), cells, lang);
    section(&mut rows, words.things.source.form(cited.len()), &cited.join("; "), cells, lang);
    rows.truncate(most);
    rows
}

/// The reading of a link; of a kind without signs, its word between its ends.
fn sentence(map: &Map, id: &LinkId, link: &Link, lang: Lang) -> String {
    let label = |id| visible(map.name_of(id)).into_owned();
    let (from, to) = (label(&id.from), label(&id.to));
    if id.kind.has_sign() || link.missing {
        let turn = link.sign_or_unknown().turn();
        let hop = Hop { from: &from, to: &to, turn, delay: link.delay, missing: link.missing };
        return reading::link(lang, &hop);
    }
    format!("{} {} {}.", says::quoted(&from), link.verb(id.kind, lang), says::quoted(&to))
}

fn section(rows: &mut Vec<(String, String)>, heading: &str, text: &str, cells: usize, lang: Lang) {
    if text.is_empty() {
        return;
    }
    let heading = format!("{}  ", capital(heading));
    let indent = width(&heading);
    for (at, line) in wrap(text, cells.saturating_sub(indent).max(8), lang).into_iter().enumerate() {
        let begin = if at == 0 { heading.clone() } else { " ".repeat(indent) };
        rows.push((begin, line));
    }
}
