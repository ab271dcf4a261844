//! Labels on cards: whole, on two lines, on one, with the letters of their marks and their dots behind.

use std::rc::Rc;

use super::column::BULLET;
use super::scene::Scene;
use crate::text::width::cut_with;
use crate::text::{width, wrap, wrap_at_most};

/// Fewer cells of a label say nothing.
const LEAST: usize = 6;

/// How much of a label stands on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Form {
    /// All of it.
    Whole,
    /// Two lines, of the short label if need be.
    Two,
    /// One line.
    One,
}

/// The lines of a card that is `cells` wide.
pub(super) fn lines(scene: &Scene<'_>, card: usize, form: Form, cells: u16) -> Rc<[String]> {
    let mut known = scene.known().wrapped.borrow_mut();
    let known = known.entry((form, cells)).or_default();
    let id = &scene.sorted.cards[card].id;
    if let Some(lines) = known.get(id) {
        return Rc::clone(lines);
    }
    let lines: Rc<[String]> = wrapped(scene, card, form, cells).into();
    known.insert(id.clone(), Rc::clone(&lines));
    lines
}

fn wrapped(scene: &Scene<'_>, card: usize, form: Form, cells: u16) -> Vec<String> {
    let cells = usize::from(cells.saturating_sub(BULLET).max(1));
    let set = scene.set_on(card);
    let with = |text: &str| if set.is_empty() { text.to_owned() } else { format!("{text} {set}") };
    let label = with(&scene.label(card));
    if width(&label) <= cells && !label.contains('\n') {
        return vec![label];
    }
    match form {
        Form::Whole => wrap(&label, cells, scene.lang()),
        // A word that is divided and then cut all the same helps nobody: one line then.
        Form::Two => match wrap_at_most(&label, cells, 2, scene.lang()) {
            (lines, false) => lines,
            _ => match wrap_at_most(&with(&scene.short(card)), cells, 2, scene.lang()) {
                (lines, false) => lines,
                _ => one_line(scene, card, cells),
            },
        },
        Form::One => one_line(scene, card, cells),
    }
}

fn one_line(scene: &Scene<'_>, card: usize, cells: usize) -> Vec<String> {
    let cut = |cells: usize| cut_with(&scene.short(card), cells, scene.view.glyphs.ellipsis);
    let set = scene.set_on(card);
    // What is set stands behind a label that still says something.
    match cells.checked_sub(width(&set) + 1).filter(|left| !set.is_empty() && *left >= LEAST) {
        Some(left) => vec![format!("{} {set}", cut(left))],
        None => vec![cut(cells)],
    }
}
