//! The staircases and the focus of the case maps, at the sizes of a room, a desk and a wide screen.

use floke::file::bundled::bundled;
use floke::file::open::open_text;
use floke::layout::focus::{Cursor, focus, neighbours};
use floke::layout::frame::Frame;
use floke::layout::staircase::{Staircase, Walk, staircase};
use floke::map::{Map, NodeId};
use floke::text::Lang;
use floke::text::glyph::UNICODE;

/// The room at 80×24 and 90×28 less a header and a hint line, the desk, a wide screen.
const SIZES: [(u16, u16); 5] = [(80, 22), (90, 26), (100, 28), (120, 38), (200, 58)];

fn maps() -> [(Map, Lang); 2] {
    [("complex-needs", Lang::En), ("sammensatte-behov", Lang::Nb)].map(|(name, lang)| {
        let found = bundled().iter().find(|map| map.name == name).expect("a bundled map");
        let opened = open_text(name, found.text.to_owned()).expect("it opens");
        (opened.document.to_map().expect("it has no faults"), lang)
    })
}

fn frame((width, height): (u16, u16), lang: Lang) -> Frame {
    Frame { width, height, lang, glyphs: &UNICODE }
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn text_in(picture: &Staircase, at: usize) -> String {
    let area = picture.hits[at].0;
    let cells =
        (area.y..area.y + area.height).flat_map(|y| (area.x..area.x + area.width).map(move |x| (x, y)));
    bare(
        &cells
            .filter_map(|(x, y)| picture.canvas.get(x, y))
            .map(|cell| cell.text.as_str())
            .collect::<String>(),
    )
}

#[test]
fn every_named_loop_stands_in_the_bands_of_its_levels_with_whole_labels() {
    for (map, lang) in maps() {
        for (id, told) in map.loops() {
            let walk = Walk::circle(&told.title, told.links().collect()).expect("it has links");
            for size in SIZES {
                for step in 0..walk.links.len() {
                    let picture = staircase(&map, &walk, step, frame(size, lang));
                    let text = picture.canvas.to_lines().join("\n");
                    let shown = picture.shown.clone();
                    assert!(shown.contains(&step), "{id} at {size:?} step {step}");
                    let few = if size.0 < 90 { 3 } else { 4 };
                    assert!(shown.len() >= few.min(walk.links.len()), "{id} at {size:?}: {shown:?}\n{text}");
                    for (at, (area, node)) in picture.hits.iter().enumerate() {
                        let node = map.node(node).expect("in the map");
                        assert_eq!(text_in(&picture, at), bare(&node.label), "{id} at {size:?}\n{text}");
                        assert!(area.height >= 3, "{id} at {size:?} has no room for frames");
                    }
                    // Levels stand top down, so the rows of the cards say who stands above whom.
                    let depth = |node: &NodeId| {
                        let level =
                            map.node(node).and_then(|n| n.level.as_ref()).and_then(|l| map.whole_level(l));
                        map.whole_levels().rev().position(|other| level.is_some_and(|l| l.id == other.id))
                    };
                    // Each row of steps has all levels: it is compared with itself.
                    let systems = picture.systems.iter().map(|own| {
                        &picture.hits[own.start - picture.shown.start..own.end - picture.shown.start]
                    });
                    for (one, a, other, b) in systems.flat_map(|own| {
                        own.iter()
                            .flat_map(move |(one, a)| own.iter().map(move |(other, b)| (one, a, other, b)))
                    }) {
                        {
                            assert_eq!(
                                one.y.cmp(&other.y),
                                depth(a).cmp(&depth(b)),
                                "{id} at {size:?}\n{text}"
                            );
                        }
                    }
                    let names: String = picture
                        .canvas
                        .to_lines()
                        .iter()
                        .map(|line| bare(&line.chars().take(32).collect::<String>()))
                        .collect();
                    for level in map.whole_levels() {
                        let word = level.name.split_whitespace().next().expect("has a name");
                        let word: String = bare(word).chars().take(6).collect();
                        assert!(names.contains(&word), "{word} is missing\n{text}");
                    }
                    assert_eq!(
                        text.contains(['┈', '┊']),
                        id.as_str() == "the-way-back-up" && ghost_in(&picture),
                        "\n{text}"
                    );
                    let other = lang.other().words();
                    for word in
                        [other.links.feeds_itself, other.links.slows_itself, other.says.if_it_were_there]
                    {
                        assert!(!text.contains(word), "{word}\n{text}");
                    }
                }
            }
        }
    }
}

/// Whether the missing link, from the fifth card of its loop to the sixth, can be seen at least in part.
fn ghost_in(picture: &Staircase) -> bool {
    picture.shown.contains(&4) || picture.shown.contains(&5)
}

#[test]
fn the_way_that_is_missing_is_said_and_drawn() {
    for (map, lang) in maps() {
        let told = &map.loops()["the-way-back-up"];
        let walk = Walk::circle(&told.title, told.links().collect()).expect("it has links");
        assert_eq!(walk.first_ghost(&map), Some(4));
        let picture = staircase(&map, &walk, 4, frame((120, 38), lang));
        let text = picture.canvas.to_lines().join("\n");
        let words = lang.words();
        assert!(text.contains(&format!("{} (+)▶", words.links.missing)), "\n{text}");
        assert!(text.contains(words.says.if_it_were_there) && text.contains("(B)"), "\n{text}");
        assert!(bare(&text).contains(&bare(words.says.carries_back_up)), "\n{text}");
    }
}

#[test]
fn the_focus_of_every_card_is_drawn_with_its_label_and_the_neighbour_under_the_cursor_whole() {
    for (map, lang) in maps() {
        for (id, node) in map.nodes() {
            let (causes, effects) = neighbours(&map, id);
            let cursors = (0..causes.len()).map(Cursor::Cause).chain((0..effects.len()).map(Cursor::Effect));
            for size in [SIZES[0], SIZES[1], SIZES[4]] {
                for cursor in cursors.clone() {
                    let picture = focus(&map, id, Some(cursor), &[], frame(size, lang));
                    let text = picture.canvas.to_lines().join("\n");
                    let other = match cursor {
                        Cursor::Cause(at) => &causes[at].from,
                        Cursor::Effect(at) if effects[at].to == *id => &effects[at].from,
                        Cursor::Effect(at) => &effects[at].to,
                    };
                    assert!(
                        picture.hits.iter().skip(1).any(|(_, hit)| hit == other),
                        "{id} {cursor:?}\n{text}"
                    );
                    let (area, hit) = &picture.hits[0];
                    assert_eq!(hit, id);
                    let inside: String = (area.y..area.y + area.height)
                        .flat_map(|y| (area.x..area.x + area.width).map(move |x| (x, y)))
                        .filter_map(|(x, y)| picture.canvas.get(x, y))
                        .map(|cell| cell.text.as_str())
                        .collect();
                    assert!(bare(&inside).contains(&bare(&node.label)), "{id}\n{text}");
                }
            }
        }
    }
}
