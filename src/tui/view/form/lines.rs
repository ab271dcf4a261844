//! The lines of a form as they stand below each other, before it is known which of them are in sight.

use super::list_is_open;
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::words::says::quoted;
use crate::text::{cut, visible, width, wrap_at_most};
use crate::tui::app::App;
use crate::tui::form::draft::Draft;
use crate::tui::form::picker::Picker;
use crate::tui::form::{Control, Editor, Form, Row, value};
use crate::tui::hits::Target;
use crate::tui::view::scroll;

/// A text at a place of a line.
pub(super) struct Piece {
    pub x: u16,
    pub cells: u16,
    pub text: String,
    pub role: Role,
}

/// A line.
#[derive(Default)]
pub(super) struct Line {
    pub pieces: Vec<Piece>,
    /// Whether the cursor of the form is on it.
    pub current: bool,
    /// The column of the cursor of a text.
    pub cursor: Option<u16>,
    pub target: Option<Target>,
}

/// All lines, and where the cursor is among them.
#[derive(Default)]
pub(super) struct Sheet {
    pub lines: Vec<Line>,
    /// The first line of each row.
    pub starts: Vec<usize>,
    /// The lines of the row of the cursor: first, and behind the last.
    pub block: (usize, usize),
    /// The line that must be in sight.
    pub focus: usize,
    /// How wide the field is that is typed into.
    pub typed: usize,
    /// How many rows of an open list are shown.
    pub listed: usize,
}

/// Lines of a long value that the row of the cursor unfolds.
const UNFOLDED: usize = 6;
/// The least cells for names, and the least for values.
const LEAST: u16 = 10;

/// The lines of a form in an area of that size.
pub(super) fn lines(app: &App, form: &Form, rows: &[Row], area: Area) -> Sheet {
    let mut sheet = Sheet { typed: usize::from(area.width), ..Sheet::default() };
    let widest = rows.iter().map(|row| width(&row.name) + usize::from(row.depth) * 2).max().unwrap_or(0);
    let most = (area.width * 2 / 5).max(LEAST);
    let names = u16::try_from(widest).unwrap_or(u16::MAX).min(most);
    let page = Columns { width: area.width, height: area.height, names, values: names + 4 };
    for (at, row) in rows.iter().enumerate() {
        if let Some(heading) = &row.heading {
            if at > 0 {
                sheet.lines.push(Line::default());
            }
            sheet.lines.push(Line { pieces: vec![page.piece(1, heading, Role::Heading)], ..Line::default() });
        }
        sheet.starts.push(sheet.lines.len());
        let current = at == form.at;
        let begin = sheet.lines.len();
        push_row(app, form, row, at, &page, &mut sheet);
        if current {
            // A heading above the first row in sight is in sight too.
            let begin = begin.saturating_sub(usize::from(row.heading.is_some()));
            sheet.block = (begin, sheet.lines.len());
        }
    }
    sheet
}

/// Where the columns stand.
struct Columns {
    width: u16,
    height: u16,
    names: u16,
    values: u16,
}

impl Columns {
    fn piece(&self, x: u16, text: &str, role: Role) -> Piece {
        Piece { x, cells: self.width.saturating_sub(x + 1), text: text.to_owned(), role }
    }

    fn value_cells(&self) -> u16 {
        self.width.saturating_sub(self.values + 1)
    }
}

fn push_row(app: &App, form: &Form, row: &Row, at: usize, page: &Columns, sheet: &mut Sheet) {
    let current = at == form.at;
    let indent = u16::from(row.depth) * 2;
    let name_cells = page.names.saturating_sub(indent);
    // What only adds has no value: its name may be as long as the line.
    let name_cells = if row.adds() { page.width.saturating_sub(indent + 3) } else { name_cells };
    let lead = if row.adds() { "+ " } else { "" };
    let name = Piece {
        x: 2 + indent,
        cells: name_cells,
        text: format!("{lead}{}", row.name),
        role: if row.adds() { Role::Key } else { Role::Quiet },
    };
    let target = Some(Target::PaneRow(at));
    let editor = form.editing.as_ref().filter(|_| current);
    if current {
        sheet.focus = sheet.lines.len();
    }
    match editor {
        Some(Editor::Text(draft)) => push_text(draft, row, name, page, target, sheet),
        Some(Editor::Lines(draft)) => {
            sheet.lines.push(Line { pieces: vec![name], target: target.clone(), ..Line::default() });
            let cells = page.width.saturating_sub(5);
            push_draft(app, draft, (4, cells), target, sheet);
        }
        Some(Editor::List(list)) => {
            let value = shown_value(app, form, row, page, false);
            sheet.lines.push(Line { pieces: vec![name, value], target, ..Line::default() });
            push_list(app, list, page, sheet);
        }
        None => {
            let value = shown_value(app, form, row, page, current);
            let long = width(&row.value) > usize::from(page.value_cells());
            sheet.lines.push(Line {
                pieces: vec![name, value],
                current,
                target: target.clone(),
                cursor: None,
            });
            if current && long && !list_is_open(form) {
                let cells = usize::from(page.width.saturating_sub(5));
                let (lines, _) = wrap_at_most(&row.value, cells, UNFOLDED, app.lang);
                for line in lines {
                    let pieces = vec![page.piece(4, &line, Role::Text)];
                    sheet.lines.push(Line { pieces, target: target.clone(), ..Line::default() });
                }
            }
        }
    }
}

/// The value of a row: what can be changed at once stands between two small arrows where the cursor is.
fn shown_value(app: &App, form: &Form, row: &Row, page: &Columns, current: bool) -> Piece {
    let cells = page.value_cells();
    let held = app.open.as_ref().is_some_and(|open| value(&open.map, &form.item, &row.slot).is_some());
    let role = if held { Role::Text } else { Role::Quiet };
    let beside = matches!(row.control, Control::Choice(_) | Control::Number { .. } | Control::Toggle);
    let text = match (row.value.as_str(), row.adds()) {
        (_, true) => String::new(),
        ("", _) if current && beside => "‹ › ".to_owned(),
        ("", _) => app.glyphs.empty.to_owned(),
        (text, _) if current && beside => {
            format!("‹ {} ›", cut(text, usize::from(cells.saturating_sub(4))))
        }
        (text, _) => text.to_owned(),
    };
    Piece { x: page.values, cells, text, role }
}

/// A text that is typed in the column of the values, or below the name where that column is for nothing else.
fn push_text(
    draft: &Draft,
    row: &Row,
    name: Piece,
    page: &Columns,
    target: Option<Target>,
    sheet: &mut Sheet,
) {
    let below = row.adds();
    let (x, cells) =
        if below { (4, page.width.saturating_sub(5)) } else { (page.values, page.value_cells()) };
    sheet.typed = usize::from(cells.saturating_sub(1)).max(2);
    let mut first = Some(name);
    if below {
        let pieces = first.take().into_iter().collect();
        sheet.lines.push(Line { pieces, target: target.clone(), ..Line::default() });
    }
    for piece in draft.pieces(sheet.typed) {
        let mut pieces: Vec<Piece> = first.take().into_iter().collect();
        let cursor = piece.cursor.map(|column| x + u16::try_from(column).unwrap_or(0));
        if cursor.is_some() {
            sheet.focus = sheet.lines.len();
        }
        pieces.push(Piece { x, cells, text: piece.text, role: Role::Selected });
        sheet.lines.push(Line { pieces, cursor, target: target.clone(), current: false });
    }
}

/// A text of several lines, with a rule beside it.
fn push_draft(app: &App, draft: &Draft, (x, cells): (u16, u16), target: Option<Target>, sheet: &mut Sheet) {
    sheet.typed = usize::from(cells.saturating_sub(1)).max(2);
    for piece in draft.pieces(sheet.typed) {
        let cursor = piece.cursor.map(|column| x + u16::try_from(column).unwrap_or(0));
        if cursor.is_some() {
            sheet.focus = sheet.lines.len();
        }
        let rule = Piece { x: 2, cells: 1, text: app.glyphs.thin.along.to_owned(), role: Role::Frame };
        let text = Piece { x, cells, text: piece.text, role: Role::Selected };
        sheet.lines.push(Line { pieces: vec![rule, text], cursor, target: target.clone(), current: false });
    }
}

/// An open list: what is typed to narrow it, and as many rows as there is room for.
fn push_list(app: &App, list: &Picker, page: &Columns, sheet: &mut Sheet) {
    let words = &app.lang.words().forms;
    let typed = list.filter.value();
    let lead = Piece { x: 2, cells: 1, text: app.glyphs.trail.to_owned(), role: Role::Key };
    let cursor = 4 + u16::try_from(list.filter.visual_cursor()).unwrap_or(0);
    let text = if typed.is_empty() {
        page.piece(4, words.type_to_filter, Role::Quiet)
    } else {
        page.piece(4, typed, Role::Selected)
    };
    sheet.lines.push(Line { pieces: vec![lead, text], cursor: Some(cursor), ..Line::default() });
    let room = usize::from(page.height).saturating_sub(4).max(2);
    let shown = room.min(list.rows());
    sheet.listed = shown;
    let first = scroll::first_shown(list.at, shown, list.rows());
    for at in first..first + shown {
        let current = at == list.at;
        if current {
            sheet.focus = sheet.lines.len();
        }
        let (mark, text) = match list.found.get(at) {
            Some(&choice) => {
                let choice = &list.choices[choice];
                let mark = match (&list.ticked, list.is_ticked(choice)) {
                    (Some(_), true) => format!("{} ", app.glyphs.check),
                    (Some(_), false) => format!("{} ", app.glyphs.empty),
                    (None, _) => String::new(),
                };
                (mark, choice.word.clone())
            }
            None => ("+ ".to_owned(), format!("{} {}", words.a_new_source, quoted(&visible(typed)))),
        };
        let pieces = vec![page.piece(4, &format!("{mark}{text}"), Role::Text)];
        sheet.lines.push(Line { pieces, current, target: Some(Target::Choice(at)), cursor: None });
    }
    if list.rows() == 0 {
        let text = match list.new && typed.trim().is_empty() {
            true => words.type_new_source.to_owned(),
            false => crate::text::words::says::no_match(app.lang, &visible(typed)),
        };
        sheet.lines.push(Line { pieces: vec![page.piece(4, &text, Role::Quiet)], ..Line::default() });
    }
}
