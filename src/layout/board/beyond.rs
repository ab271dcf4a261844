//! What is said of the levels that are out of sight, and where. Columns out of sight are counted elsewhere.

use super::band::Strips;
use super::scene::Scene;
use crate::layout::canvas::Canvas;
use crate::palette::Role;
use crate::text::width;

/// How many levels are out of sight above the first band of so many that are shown, and from `end` on below them:
/// ` ▲ 3 levels `; empty where none is.
pub(super) fn levels_beyond(scene: &Scene<'_>, first: usize, end: usize) -> String {
    let glyphs = scene.view.glyphs;
    let levels = &scene.view.lang.words().things.level;
    let said = |glyph, count| (count > 0).then(|| format!("{glyph} {}", levels.of(count)));
    let below = scene.sorted.bands.len().saturating_sub(end);
    let text = [said(glyphs.head_up, first), said(glyphs.head_down, below)];
    let text: Vec<String> = text.into_iter().flatten().collect();
    if text.is_empty() { String::new() } else { format!(" {} ", text.join(" ")) }
}

/// Says how many levels are out of sight: at the right end of the last row, or of the nearest rule above where
/// something stands there. Whatever is in the way, it is said.
pub(super) fn beyond(scene: &Scene<'_>, strips: &Strips, canvas: &mut Canvas) {
    let (Some(first), Some(last)) = (strips.strips.first(), strips.strips.last()) else { return };
    let text = levels_beyond(scene, first.band, last.band + 1);
    if text.is_empty() {
        return;
    }
    let view = scene.view;
    let cells = u16::try_from(width(&text)).unwrap_or(u16::MAX);
    let right = view.width.saturating_sub(cells);
    let free = |x: u16, y: u16| {
        (x..x.saturating_add(cells)).all(|x| {
            canvas.get(x, y).is_some_and(|cell| cell.text == " " || cell.text == view.glyphs.frame.across)
        })
    };
    let rules = strips.strips.iter().rev().map(|strip| strip.rule);
    let rows = [view.height.saturating_sub(1)].into_iter().chain(rules);
    let place = rows.flat_map(|y| (0..=right).rev().map(move |x| (x, y))).find(|&(x, y)| free(x, y));
    let (x, y) = place.unwrap_or((right, first.rule));
    canvas.write(x, y, &text, Role::Key);
}

#[cfg(test)]
mod tests {
    use crate::layout::board::{Board, BoardView, Zoom, lay_out};
    use crate::map::{Frame, Kind, Level, Map, Mark, Node, NodeId};
    use crate::palette::Role;
    use crate::text::glyph::UNICODE;

    fn board(zoom: Zoom, (width, height): (u16, u16), selected: &str) -> Board {
        let level = |n: usize| Level {
            id: format!("l{n}").as_str().into(),
            name: format!("A level with a long name {n}"),
            part_of: None,
        };
        let mut map =
            Map::new("x").with_frame(Frame { levels: (0..6).map(level).collect(), ..Frame::default() });
        for n in 0..6 {
            let mut node = Node::new(Kind::Cause, "Trust");
            node.level = Some(format!("l{n}").as_str().into());
            node.marks = [Mark::Pain].into();
            map.insert_node(NodeId::new(format!("n{n}")), node).expect("new");
        }
        let id = NodeId::new(selected);
        lay_out(&BoardView { selected: Some(&id), zoom, ..BoardView::new(&map, &UNICODE, width, height) })
    }

    #[test]
    fn levels_out_of_sight_are_said_at_every_zoom_and_none_where_all_are_in_sight() {
        for (selected, said) in [("n0", "▲ "), ("n5", "▼ "), ("n3", "▲ ")] {
            for height in [5, 6, 7, 8] {
                let text = board(Zoom::Cards, (60, height), selected).canvas.to_lines().join("\n");
                let shown = (0..6).filter(|n| text.contains(&format!("name {n}"))).count();
                assert!(shown < 6 && text.contains(said), "{height}:\n{text}");
                assert_eq!(
                    text.matches(" level").count() - shown,
                    text.matches(['▲', '▼']).count(),
                    "{text}"
                );
            }
        }
        let all = board(Zoom::Cards, (60, 40), "n0").canvas.to_lines().join("\n");
        assert!(!all.contains('▲') && !all.contains('▼'), "{all}");
    }

    #[test]
    fn the_overview_gives_names_of_levels_a_fifth_of_the_width() {
        let text = board(Zoom::Overview, (140, 13), "n0").canvas.to_lines().join("\n");
        assert!((0..6).all(|n| text.contains(&format!("A level with a long name {n}"))), "{text}");
    }

    #[test]
    fn marks_are_told_from_the_name() {
        let board = board(Zoom::Cards, (60, 40), "n0");
        let rows = board.canvas.to_lines();
        let (y, row) = rows.iter().enumerate().find(|(_, row)| row.contains("Trust [!]")).expect("a mark");
        let x = row.chars().position(|letter| letter == '[').expect("a mark");
        let at = |x: usize| {
            board
                .canvas
                .get(u16::try_from(x).expect("small"), u16::try_from(y).expect("small"))
                .expect("there")
                .role
        };
        assert_eq!(at(x), Role::Key);
        assert_ne!(at(x - 2), Role::Key);
    }
}
