//! Sending what is shown to a file for people: a picture, a page, a text. Nothing is written here: an errand is.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;

use crate::command::View;
use crate::exchange::paper::Picture;
use crate::exchange::{Medium, Part};
use crate::layout::board::{BoardView, Zoom, lay_out};
use crate::layout::focus::focus;
use crate::layout::frame::Frame;
use crate::layout::sheet::{self, SheetView};
use crate::map::slug::slug;
use crate::text::glyph::UNICODE;
use crate::text::visible;
use crate::text::words::paper::{not_written, written};
use crate::tui::app::App;
use crate::tui::ask::{Ask, Question};
use crate::tui::errand::{Delivery, Errand};
use crate::tui::open::OpenMap;
use crate::tui::pane::Pane;
use crate::tui::view::{self, board};

/// Sends what is on screen to a file beside the map: the chain or loop of the staircase, the picture of the other screens
/// that are pictures, the whole map from those that are lists.
pub fn print(app: &mut App, medium: Medium) {
    let Some(open) = app.open.as_ref() else { return };
    let part = match (app.view, view::staircase::walk(app, open)) {
        (View::Staircase, Some(walk)) => Part::Walk(walk),
        _ => Part::Whole,
    };
    let picture = if medium.is_picture() { shown(app, open) } else { None };
    let delivery = Delivery {
        map: Arc::clone(&open.map),
        medium,
        path: beside(open, &part, medium, app),
        part,
        picture,
        lang: app.lang,
        over: false,
    };
    app.errands.push(Errand::Deliver(Box::new(delivery)));
}

/// The picture on screen, with the characters that are traced on paper; `None` where the screen is a list, or a staircase,
/// which is drawn whole.
fn shown(app: &App, open: &OpenMap) -> Option<Picture> {
    let lang = app.lang;
    let size = (app.size.0, app.size.1.saturating_sub(4));
    let frame = Frame { width: size.0, height: size.1, lang, glyphs: &UNICODE };
    match app.view {
        View::Board if open.look.zoom == Zoom::Open => {
            let mode = open.mode();
            let view = SheetView {
                keep_empty: open.narrowed.is_none(),
                selected: open.card.as_ref(),
                mode: &mode,
                columns: open.look.columns,
                fold_levels: open.look.fold_levels,
                fold_areas: open.look.fold_areas,
                squeeze: true,
                lang,
                ..SheetView::new(open.board_map(), &UNICODE)
            };
            let sheet = sheet::lay_out(&view, open.full.plan().map(|plan| plan.places()));
            let drawn = sheet.drawn;
            let facts = open.narrowed_to(lang);
            Some(Picture {
                drawn,
                facts,
                is_tight: true,
                ..Picture::of(&open.map, sheet.canvas, sheet.hits, lang)
            })
        }
        View::Board => {
            let size = app.hits.picture.as_ref().map_or(size, |picture| picture.of.size);
            let board =
                lay_out(&BoardView { zoom: open.look.zoom, ..board::view(open, lang, &UNICODE, size) });
            let facts = open.narrowed_to(lang);
            Some(Picture { facts, ..Picture::of(&open.map, board.canvas, board.hits, lang) })
        }
        View::Focus => {
            let drawn = focus(&open.map, open.card.as_ref()?, None, open.trail.links(), frame);
            Some(Picture::of(&open.map, drawn.canvas, drawn.hits, lang))
        }
        View::Model => Picture::model(&open.map, open.model, frame),
        View::Matrix => Picture::matrix(&open.map, &open.matrix_of(), lang),
        _ => None,
    }
}

/// The file beside the map, named after it and after what is shown.
fn beside(open: &OpenMap, part: &Part, medium: Medium, app: &App) -> PathBuf {
    let own = open.path.clone().unwrap_or_else(|| PathBuf::from(slug(&open.map.head().title)));
    let name = own.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let name = name.strip_suffix(super::files::ENDING).or(name.strip_suffix(".ron")).unwrap_or(&name);
    let shown = match (part, app.view) {
        (Part::Walk(_), _) => format!("-{}", slug(&part.title(&open.map, app.lang))),
        (_, View::Focus) if medium.is_picture() => {
            open.card.as_ref().map_or_else(String::new, |card| format!("-{}", slug(card.as_str())))
        }
        (_, View::Model) if medium.is_picture() => "-main-model".to_owned(),
        (_, View::Matrix) if medium.is_picture() => "-matrix".to_owned(),
        _ => String::new(),
    };
    own.with_file_name(format!("{name}{shown}.{}", medium.ending()))
}

/// Takes in that the file is written.
pub fn delivered(app: &mut App, delivery: &Delivery) {
    app.message = written(app.lang, &visible(&delivery.path.to_string_lossy()));
}

/// Takes in that it is not: what is there already is asked about, unless somebody has gone on to something else.
pub fn not_delivered(app: &mut App, mut delivery: Box<Delivery>, why: ErrorKind) {
    if why == ErrorKind::AlreadyExists && app.pane.is_none() {
        delivery.over = true;
        app.pane = Some(Pane::Ask(Ask::new(Question::Overwrite(delivery))));
        return;
    }
    app.message = not_written(app.lang, &visible(&delivery.path.to_string_lossy()), why);
}

#[cfg(test)]
mod tests {
    use crate::tui::Start;
    use crate::tui::screen::{PlayOptions, play};

    fn map(folder: &std::path::Path) -> Start {
        let path = folder.join("case.floke.ron");
        std::fs::write(&path, include_str!("../../../maps/complex-needs.floke.ron")).expect("written");
        Start::Map(Box::new(crate::tui::reading::read_sheet(&path).expect("a map")))
    }

    fn keys(start: Start, keys: &str, write: bool) -> String {
        let options = PlayOptions { keys: keys.to_owned(), size: (120, 40), write, ..PlayOptions::default() };
        play(start, &options).expect("keys").text
    }

    #[test]
    fn two_keys_write_what_is_on_screen_beside_the_map_and_ask_before_they_replace() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let shown = keys(map(folder.path()), "EsEhEmEeEd", true);
        for name in ["case.svg", "case.html", "case.md", "case.mmd", "case.dot"] {
            assert!(at(name).exists(), "{name}\n{shown}");
        }
        assert!(shown.contains("case.dot"), "{shown}");
        std::fs::write(at("case.svg"), "mine").expect("written");
        let shown = keys(map(folder.path()), "Es", true);
        assert!(shown.contains("There is a file of that name already."), "{shown}");
        assert_eq!(std::fs::read_to_string(at("case.svg")).expect("there"), "mine");
        keys(map(folder.path()), "Esr", true);
        assert!(std::fs::read_to_string(at("case.svg")).expect("there").starts_with("<?xml"));
    }

    #[test]
    fn the_picture_is_that_of_the_screen() {
        let folder = tempfile::tempdir().expect("a folder");
        let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).expect("there");
        keys(map(folder.path()), "4jjjj<enter>Es", true);
        let names: Vec<_> = std::fs::read_dir(folder.path())
            .expect("a folder")
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| name.ends_with(".svg"))
            .collect();
        assert_eq!(names.len(), 1);
        assert!(names[0].starts_with("case-") && read(&names[0]).contains("<title>"), "{names:?}");
        keys(map(folder.path()), "8Es", true);
        assert!(read("case-main-model.svg").contains("Leadership"));
        keys(map(folder.path()), "zeEs", true);
        let whole = read("case.svg");
        assert!(whole.len() > 50_000, "every card is on the full board");
        keys(map(folder.path()), "zezb<down><right><esc>Esr", true);
        let part = read("case.svg");
        assert!(part.len() * 2 < whole.len() && part.contains(" of 120 cards: "), "{}", part.len());
    }

    #[cfg(not(feature = "png"))]
    #[test]
    fn a_picture_of_dots_is_offered_as_svg_where_it_cannot_be_made() {
        let folder = tempfile::tempdir().expect("a folder");
        let shown = keys(map(folder.path()), "Ep", true);
        assert!(shown.contains("built without PNG; take SVG"), "{shown}");
        assert!(!folder.path().join("case.png").exists());
    }

    #[test]
    fn nothing_is_written_where_keys_are_only_played() {
        let folder = tempfile::tempdir().expect("a folder");
        let shown = keys(map(folder.path()), "Es", false);
        assert!(shown.contains("case.svg") && !folder.path().join("case.svg").exists(), "{shown}");
    }
}
