//! Reads a full board back from its characters: which cards are linked, which way, with what sign and style.
//!
//! It knows the characters, the rectangles of the cards, and nothing else. A line is followed from cell to cell; where
//! it comes across an upright line it goes on beyond it, since crossings leave a gap in the level one.

use std::collections::{BTreeSet, HashMap};

use floke::layout::canvas::{Area, Canvas};

/// A link as it was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Read {
    pub from: usize,
    pub to: usize,
    /// `thin`, `double`, `dashed` or `dotted`.
    pub stroke: &'static str,
    /// What stands before the head, such as `(+)` or `‖╱[−]`.
    pub marks: String,
}

/// What was read of a whole board.
#[derive(Default)]
pub struct Board {
    pub links: Vec<Read>,
    /// How many links each bundle has.
    pub bundles: Vec<usize>,
    pub faults: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
enum Way {
    Up,
    Down,
    Left,
    Right,
}
use Way::{Down, Left, Right, Up};

impl Way {
    fn back(self) -> Way {
        match self {
            Up => Down,
            Down => Up,
            Left => Right,
            Right => Left,
        }
    }

    fn step(self, (x, y): (i32, i32)) -> (i32, i32) {
        match self {
            Up => (x, y - 1),
            Down => (x, y + 1),
            Left => (x - 1, y),
            Right => (x + 1, y),
        }
    }
}

/// Where the ends of a piece of line point, and what style it shows by itself.
fn piece(glyph: &str) -> Option<(&'static [Way], &'static str)> {
    Some(match glyph {
        "─" => (&[Left, Right], "thin"),
        "│" => (&[Up, Down], "thin"),
        "╌" => (&[Left, Right], "dashed"),
        "╎" => (&[Up, Down], "dashed"),
        "┈" => (&[Left, Right], "dotted"),
        "┊" => (&[Up, Down], "dotted"),
        "═" => (&[Left, Right], "double"),
        "║" => (&[Up, Down], "double"),
        "╭" => (&[Right, Down], "round"),
        "╮" => (&[Left, Down], "round"),
        "╰" => (&[Right, Up], "round"),
        "╯" => (&[Left, Up], "round"),
        "┌" => (&[Right, Down], "dotted"),
        "┐" => (&[Left, Down], "dotted"),
        "└" => (&[Right, Up], "dotted"),
        "┘" => (&[Left, Up], "dotted"),
        "╔" => (&[Right, Down], "double"),
        "╗" => (&[Left, Down], "double"),
        "╚" => (&[Right, Up], "double"),
        "╝" => (&[Left, Up], "double"),
        "├" => (&[Up, Down, Right], "light"),
        "┤" => (&[Up, Down, Left], "light"),
        "┬" => (&[Left, Right, Down], "light"),
        "┴" => (&[Left, Right, Up], "light"),
        "╠" => (&[Up, Down, Right], "double"),
        "╣" => (&[Up, Down, Left], "double"),
        "╦" => (&[Left, Right, Down], "double"),
        "╩" => (&[Left, Right, Up], "double"),
        _ => return None,
    })
}

struct Reader<'a> {
    canvas: &'a Canvas,
    // Which card covers a cell.
    cards: HashMap<(i32, i32), usize>,
    seen: BTreeSet<(i32, i32)>,
    board: Board,
}

/// An end of a line: the card, and the marks if it has an arrow head there.
type End = (usize, Option<String>);

/// A head as it was read: the card behind it, the marks before it, and their cells.
type Head = (usize, String, Vec<(i32, i32)>);

/// Reads a board whose cards cover those rectangles.
pub fn read(canvas: &Canvas, cards: &[Area]) -> Board {
    let mut covered = HashMap::new();
    let mut board = Board::default();
    for (card, area) in cards.iter().enumerate() {
        for y in area.y..area.y + area.height {
            for x in area.x..area.x + area.width {
                if covered.insert((i32::from(x), i32::from(y)), card).is_some() {
                    board.faults.push(format!("two cards at {x},{y}"));
                }
            }
        }
    }
    let mut reader = Reader { canvas, cards: covered, seen: BTreeSet::new(), board };
    for (card, area) in cards.iter().enumerate() {
        for y in i32::from(area.y)..i32::from(area.y + area.height) {
            for (x, way) in [(i32::from(area.x) - 1, Left), (i32::from(area.x + area.width), Right)] {
                let begins = piece(reader.glyph((x, y))).is_some_and(|(arms, _)| arms.contains(&way.back()));
                if begins && !reader.seen.contains(&(x, y)) {
                    reader.follow(card, (x, y), way);
                }
            }
        }
    }
    reader.leftovers();
    reader.board.links.sort();
    reader.board
}

impl Reader<'_> {
    fn glyph(&self, (x, y): (i32, i32)) -> &str {
        let at = u16::try_from(x).ok().zip(u16::try_from(y).ok());
        at.and_then(|(x, y)| self.canvas.get(x, y)).map_or("", |cell| cell.text.as_str())
    }

    fn fault(&mut self, what: &str, (x, y): (i32, i32)) {
        self.board.faults.push(format!("{what} at {x},{y}: '{}'", self.glyph((x, y))));
    }

    /// Follows a line that begins at a card, with all that branches off it.
    fn follow(&mut self, card: usize, at: (i32, i32), way: Way) {
        let mut ends: Vec<End> = vec![(card, None)];
        let mut strokes: BTreeSet<&'static str> = BTreeSet::new();
        let mut open = vec![(at, way)];
        while let Some((at, way)) = open.pop() {
            if let Some(&card) = self.cards.get(&at) {
                if matches!(way, Up | Down) {
                    self.fault("a line into the top or the bottom of a card", at);
                }
                ends.push((card, None));
                continue;
            }
            let across = matches!(way, Left | Right);
            let Some((arms, style)) = piece(self.glyph(at)) else {
                match self.head(at, way) {
                    Some((card, marks, cells)) => {
                        ends.push((card, Some(marks)));
                        self.seen.extend(cells);
                    }
                    None => self.fault("a line ends nowhere", at),
                }
                continue;
            };
            if arms.contains(&way.back()) {
                if !self.seen.insert(at) {
                    self.fault("a line comes back", at);
                    continue;
                }
                if style != "light" {
                    strokes.insert(style);
                }
                let on = arms.iter().copied().filter(|arm| *arm != way.back());
                open.extend(on.map(|arm| (arm.step(at), arm)));
            } else if across && arms == [Up, Down] {
                // It crosses: the line goes on beyond.
                open.push((way.step(at), way));
            } else {
                self.fault("a line meets another", at);
            }
        }
        self.take(ends, strokes, at);
    }

    /// The marks and the head that a line runs into, read in its direction: `‖╱(+)▶` and then a card.
    fn head(&self, at: (i32, i32), way: Way) -> Option<Head> {
        let head = match way {
            Right => "▶",
            Left => "◀",
            Up | Down => return None,
        };
        let (mut at, mut marks, mut cells) = (at, Vec::new(), Vec::new());
        while self.glyph(at) != head {
            marks.push(self.glyph(at).to_owned());
            cells.push(at);
            at = way.step(at);
            if marks.len() > 5 {
                return None;
            }
        }
        cells.push(at);
        let card = *self.cards.get(&way.step(at))?;
        // Brackets are read from the left to the right, whichever way the line runs.
        let mut order = marks.clone();
        if way == Left && order.len() >= 3 {
            let first = order.len() - 3;
            order[first..].reverse();
        }
        Some((card, order.concat(), cells))
    }

    fn take(&mut self, ends: Vec<End>, strokes: BTreeSet<&'static str>, at: (i32, i32)) {
        let stroke = if strokes.contains("dashed") {
            ("dashed", BTreeSet::from(["dashed", "round"]))
        } else if strokes.contains("double") {
            ("double", BTreeSet::from(["double"]))
        } else if strokes.contains("dotted") {
            ("dotted", BTreeSet::from(["dotted"]))
        } else {
            ("thin", BTreeSet::from(["thin", "round"]))
        };
        if !strokes.is_subset(&stroke.1) {
            self.fault(&format!("a line of several styles {strokes:?}"), at);
        }
        let (heads, starts): (Vec<End>, Vec<End>) = ends.into_iter().partition(|(_, marks)| marks.is_some());
        if starts.len() != 1 && heads.len() != 1 {
            self.fault("a line that many ends share", at);
            return;
        }
        if starts.len() + heads.len() > 2 {
            self.board.bundles.push(starts.len() + heads.len() - 1);
        }
        for (from, _) in &starts {
            for (to, marks) in &heads {
                let marks = marks.clone().unwrap_or_default();
                self.board.links.push(Read { from: *from, to: *to, stroke: stroke.0, marks });
            }
        }
    }

    /// No piece of line and no head may be left over.
    fn leftovers(&mut self) {
        for y in 0..i32::from(self.canvas.height()) {
            for x in 0..i32::from(self.canvas.width()) {
                let at = (x, y);
                let glyph = self.glyph(at);
                let counts = piece(glyph).is_some() || matches!(glyph, "▶" | "◀" | "┼" | "╬" | "╋");
                if counts && !self.cards.contains_key(&at) && !self.seen.contains(&at) {
                    self.fault("a piece of line without a link", at);
                }
            }
        }
    }
}
