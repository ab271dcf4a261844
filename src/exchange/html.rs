//! A map as one page for a browser: a file of its own that asks no network for anything.
//!
//! The text is there without a script: outline, journeys, loops, pictures. The script adds what a finger does: pan, zoom,
//! a card with its links, one step of a journey at a time. A strict policy lets nothing run but that script, and nothing
//! dress the page but that style, each known by its hash.
//!
//! `page.html` is the template; everything that comes from a map is escaped by it, but for pictures, which
//! [`svg`] escapes.

mod outline;
mod style;

use std::collections::BTreeMap;

use minijinja::value::Serde;
use minijinja::{Environment, Value, context};
use serde::Serialize;

use super::paper::legend::Legend;
use super::paper::stroke::along;
use super::paper::svg::{self, Dress};
use super::paper::trace::trace;
use super::paper::{Picture, sheet::SANS};
use super::part::Part;
use super::said;
use crate::layout::sheet::Mode;
use crate::layout::staircase::Walk;
use crate::map::{Map, NodeId};
use crate::text::words::paper::links_elsewhere;
use crate::text::{Lang, visible};

const PAGE: &str = include_str!("html/page.html");

/// A picture as the template takes it.
#[derive(Serialize)]
struct Figure {
    width: f32,
    height: f32,
    drawing: String,
    said: String,
}

/// A step of a journey.
#[derive(Serialize)]
struct Step {
    title: String,
    said: Vec<String>,
    figures: Vec<Figure>,
}

/// A journey.
#[derive(Serialize)]
struct Journey {
    name: String,
    title: String,
    steps: Vec<Step>,
}

/// A loop or a chain.
#[derive(Serialize)]
struct Told {
    name: String,
    title: String,
    facts: String,
    figures: Vec<Figure>,
    links: Vec<String>,
    said: Vec<String>,
}

/// The names that cards have on the page: our own, so that no id of a map is taken for something else.
type Names = BTreeMap<NodeId, String>;

/// The page of a part of a map; `date` stands at its foot if there is one.
///
/// The map is the whole one, with what may leave the house. A level or an area is a board of its own; a loop, a chain or
/// a journey is told without the board.
#[must_use]
pub fn write(map: &Map, part: &Part, date: &str, lang: Lang) -> String {
    let cut = part.of(map);
    let names: Names =
        cut.nodes().enumerate().map(|(at, (id, _))| (id.clone(), format!("n{}", at + 1))).collect();
    let board = match part {
        Part::Walk(_) | Part::Journey(_) => None,
        Part::Whole | Part::Level(_) | Part::Area(_) => Some(Picture::board(&cut, &Mode::All, lang)),
    };
    let walks: Vec<Walk> = match part {
        Part::Walk(walk) => vec![walk.clone()],
        _ => cut
            .loops()
            .values()
            .filter_map(|told| Walk::circle(&told.title, told.links().collect()))
            .collect(),
    };
    let loops: Vec<Told> =
        walks.iter().enumerate().map(|(at, walk)| told(map, at + 1, walk, &names, lang)).collect();
    let journeys: Vec<Journey> = match part {
        Part::Walk(_) | Part::Level(_) | Part::Area(_) => Vec::new(),
        Part::Whole | Part::Journey(_) => journeys(map, &cut, &names, lang),
    };
    let words = lang.words();
    let (places, paper) = (&words.places, &words.paper);
    let title = part.title(map, lang);
    let head = map.head();
    let shown = |text: &str| visible(text).into_owned();
    let mut foot = vec![shown(&head.title)];
    foot.extend((!date.is_empty()).then(|| shown(date)));
    foot.push(paper.made_with.to_owned());
    let script = style::script();
    let sheet = style::sheet();
    let loops_title = match part {
        Part::Walk(_) => paper.step_by_step,
        _ => places.loops,
    };
    let rendered = environment().get_template("page.html").and_then(|template| {
        template.render(context! {
            lang => lang.code(),
            policy => style::policy(&sheet, &script),
            title => if title.is_empty() { shown(&head.title) } else { title },
            aim => shown(&head.aim),
            letters => svg::text_attributes(),
            map => board.map(|board| chart(&board, &names, lang)),
            elsewhere => links_elsewhere(lang, part.leaving(map, &cut)),
            journeys => Value::from(Serde(&journeys)),
            loops => Value::from(Serde(&loops)),
            loops_title => loops_title,
            levels => Value::from(Serde(outline::levels(&cut, &names, lang))),
            foot => foot.join("  ·  "),
            style => sheet,
            script => script,
            w => context! {
                aim => paper.aim,
                views => paper.views,
                map => places.map,
                journeys => places.journeys,
                outline => places.outline,
                selected => paper.selected,
                choose => paper.choose,
                larger => paper.larger,
                smaller => paper.smaller,
                whole => paper.whole,
                hint => paper.hint,
                steps_hint => paper.steps_hint,
                back => paper.back,
                next => paper.next,
            },
        })
    });
    rendered.expect("the template is part of the program and fits what it is given")
}

/// The template with its escape: by the name of the page, minijinja escapes all that is not marked as safe.
fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.add_template("page.html", PAGE).expect("the template is part of the program");
    environment
}

/// The board with a path for every link, to be shown when one of its cards is chosen.
fn chart(board: &Picture, names: &Names, lang: Lang) -> Value {
    let traced = trace(board);
    let (width, height) = traced.grid.size();
    let (legend, legend_height) = Legend::of([&traced], false, lang).draw(1180.0, SANS, Dress::Classes);
    let name = |id: &NodeId| names.get(id).cloned().unwrap_or_default();
    let links: String = board
        .drawn
        .iter()
        .map(|drawn| {
            format!(
                "<path data-from=\"{}\" data-to=\"{}\" d=\"{}\"/>\n",
                name(&drawn.link.from),
                name(&drawn.link.to),
                along(&drawn.cells, &traced.grid)
            )
        })
        .collect();
    let drawing = svg::drawn(board, &traced, Dress::Classes, names);
    // Where the page begins if the whole is too large to read: at the card that causes and is caused most.
    let mut ends: BTreeMap<&NodeId, usize> = BTreeMap::new();
    for drawn in board.drawn.iter().filter(|drawn| drawn.link.kind.has_sign()) {
        for end in [&drawn.link.from, &drawn.link.to] {
            *ends.entry(end).or_default() += 1;
        }
    }
    let most = ends.into_iter().max_by_key(|&(_, many)| many);
    let start = most.map(|(id, _)| name(id)).unwrap_or_default();
    context! { width, height, drawing, start, links, legend, legend_height }
}

fn figure(picture: &Picture, names: &Names) -> Option<Figure> {
    let traced = trace(picture);
    let (width, height) = traced.grid.size();
    let drawing = svg::drawn(picture, &traced, Dress::Classes, names);
    let said = picture.labels.values().cloned().collect::<Vec<_>>().join(", ");
    (width > 0.0 && height > 0.0).then_some(Figure { width, height, drawing, said })
}

fn told(map: &Map, number: usize, walk: &Walk, names: &Names, lang: Lang) -> Told {
    let pictures = Picture::walk(map, walk, lang);
    let own = map.lang_or(lang);
    let note = map
        .loops()
        .values()
        .find(|told| told.title == walk.title && told.links().eq(walk.links.iter().cloned()));
    let note = note.map(|told| told.note.as_slice()).unwrap_or_default();
    Told {
        name: format!("l{number}"),
        title: said::walk_title(walk, lang),
        facts: pictures.first().map(|picture| picture.facts.clone()).unwrap_or_default(),
        figures: pictures.iter().filter_map(|picture| figure(picture, names)).collect(),
        links: walk.links.iter().map(|link| said::link_said(map, link, own)).collect(),
        said: pictures
            .iter()
            .flat_map(|picture| picture.said.clone())
            .chain(note.iter().map(|line| visible(line).into_owned()))
            .collect(),
    }
}

fn journeys(map: &Map, cut: &Map, names: &Names, lang: Lang) -> Vec<Journey> {
    let one = |(at, (_, journey)): (usize, (_, &crate::map::Journey))| Journey {
        name: format!("j{}", at + 1),
        title: visible(&journey.title).into_owned(),
        steps: journey
            .steps
            .iter()
            .enumerate()
            .map(|(at, step)| {
                let pictures = Picture::of_step(map, at + 1, &step.show, &step.remark, lang);
                Step {
                    title: pictures.first().map(|picture| picture.title.clone()).unwrap_or_default(),
                    said: pictures.iter().flat_map(|picture| picture.said.clone()).collect(),
                    figures: pictures.iter().filter_map(|picture| figure(picture, names)).collect(),
                }
            })
            .collect(),
    };
    cut.journeys().into_iter().enumerate().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Node};

    /// The test that fails when the escape is taken out: each text of a map on the page, with what would end it.
    #[test]
    fn what_a_stranger_wrote_is_text_on_the_page() {
        let evil =
            "</script><script>window.evil=1</script><img src=x onerror=window.evil=1>]]>\"'--&\u{202e}\u{1}";
        let mut map = Map::new(evil);
        let mut frame = map.frame();
        frame.head.aim = evil.to_owned();
        frame.levels.push(crate::map::Level { id: "l".into(), name: evil.to_owned(), part_of: None });
        let mut map_with = Map::new("").with_frame(frame);
        let mut node = Node::new(Kind::Cause, evil);
        node.note = vec![evil.to_owned()];
        node.level = Some("l".into());
        map_with.insert_node("a".into(), node).expect("new");
        std::mem::swap(&mut map, &mut map_with);
        let page = write(&map, &Part::Whole, evil, Lang::En);
        assert_eq!(page.matches("<script").count(), 1, "{page}");
        assert!(!page.contains("<img") && !page.contains("\u{202e}") && !page.contains('\u{1}'));
        assert!(page.matches("&lt;img src=x onerror").count() >= 6, "it is there, as text");
        // Without the escape all of this would be in the page as it was written.
        let mut bare = environment();
        bare.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
        let rendered = bare.render_str("{{ label }}", context! { label => evil }).expect("it renders");
        assert!(rendered.contains("<img"));
    }

    #[test]
    fn the_policy_names_what_may_run() {
        let page = write(&Map::new("x"), &Part::Whole, "", Lang::Nb);
        assert!(
            page.contains("default-src &#x27;none&#x27;; ") || page.contains("default-src 'none'; "),
            "{page}"
        );
        assert!(!page.contains("http://www.w3.org/2000/svg/") && !page.contains("unsafe-inline"));
        assert!(page.contains("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"nb\""));
    }

    #[test]
    fn the_page_of_a_level_says_how_many_links_lead_out_of_it() {
        use crate::map::{Level, Link, LinkId, LinkKind, Sign};
        let level = |id: &str| Level { id: id.into(), name: id.to_owned(), part_of: None };
        let mut frame = Map::new("x").frame();
        frame.levels = vec![level("low"), level("high")];
        let mut map = Map::new("x").with_frame(frame);
        for (id, level) in [("a", "low"), ("b", "low"), ("c", "high")] {
            let node = Node { level: Some(level.into()), ..Node::new(Kind::Cause, id) };
            map.insert_node(id.into(), node).expect("new");
        }
        for (from, to) in [("a", "b"), ("b", "c"), ("c", "a")] {
            let link = LinkId::new(from, LinkKind::Causes, to);
            map.insert_link(link, Link::signed(Sign::Plus)).expect("new");
        }
        let page = |part: Part| write(&map, &part, "", Lang::En);
        let said = "<p class=\"aim\">2 links to cards elsewhere are not shown.</p>";
        assert!(page(Part::Level("low".into())).contains(said));
        assert!(!page(Part::Whole).contains("elsewhere"));
    }
}
