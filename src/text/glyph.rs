//! Drawing characters: shapes of cards, lines, arrow heads, signs. Each is one cell wide and has an ASCII twin.
//!
//! Meaning is never colour alone: a shape says what a card is, hollow says there is too little of it today, and the
//! style of a line says how well a link is founded.

/// A shape on a card: full as a rule, hollow where there is too little of it today.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shape {
    /// The usual form.
    pub full: &'static str,
    /// Too little of it today.
    pub hollow: &'static str,
}

impl Shape {
    /// The form to draw.
    pub fn draw(self, hollow: bool) -> &'static str {
        if hollow { self.hollow } else { self.full }
    }
}

/// The pieces one style of line is put together from. A corner or junction is named by where its ends point.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line {
    /// Left to right: ─
    pub across: &'static str,
    /// Top to bottom: │
    pub along: &'static str,
    /// ╭
    pub right_down: &'static str,
    /// ╮
    pub left_down: &'static str,
    /// ╰
    pub right_up: &'static str,
    /// ╯
    pub left_up: &'static str,
    /// ├
    pub branch_right: &'static str,
    /// ┤
    pub branch_left: &'static str,
    /// ┬
    pub branch_down: &'static str,
    /// ┴
    pub branch_up: &'static str,
    /// ┼
    pub cross: &'static str,
}

impl Line {
    /// From eleven characters in the order of the fields.
    const fn new(p: [&'static str; 11]) -> Line {
        Line {
            across: p[0],
            along: p[1],
            right_down: p[2],
            left_down: p[3],
            right_up: p[4],
            left_up: p[5],
            branch_right: p[6],
            branch_left: p[7],
            branch_down: p[8],
            branch_up: p[9],
            cross: p[10],
        }
    }

    /// Every piece.
    pub fn each(&self) -> [&'static str; 11] {
        [
            self.across,
            self.along,
            self.right_down,
            self.left_down,
            self.right_up,
            self.left_up,
            self.branch_right,
            self.branch_left,
            self.branch_down,
            self.branch_up,
            self.cross,
        ]
    }
}

/// Declares [`Glyphs`] with its two sets side by side, so that none is without its twin.
macro_rules! glyphs {
    (
        shapes { $($(#[$shape_doc:meta])* $shape:ident: $full:literal $hollow:literal, $afull:literal $ahollow:literal;)* }
        lines { $($(#[$line_doc:meta])* $line:ident: $pieces:expr, $apieces:expr;)* }
        marks { $($(#[$mark_doc:meta])* $mark:ident: $char:literal, $achar:literal;)* }
    ) => {
        /// A set of drawing characters.
        #[derive(Debug)]
        pub struct Glyphs {
            $($(#[$shape_doc])* pub $shape: Shape,)*
            $($(#[$line_doc])* pub $line: Line,)*
            $($(#[$mark_doc])* pub $mark: &'static str,)*
        }

        /// For terminals that show Unicode, which is nearly all.
        pub static UNICODE: Glyphs = Glyphs {
            $($shape: Shape { full: $full, hollow: $hollow },)*
            $($line: Line::new($pieces),)*
            $($mark: $char,)*
        };

        /// For terminals and fonts that show nothing but ASCII.
        pub static ASCII: Glyphs = Glyphs {
            $($shape: Shape { full: $afull, hollow: $ahollow },)*
            $($line: Line::new($apieces),)*
            $($mark: $achar,)*
        };

        impl Glyphs {
            /// Every character with the name of its field, for the legend and for tests.
            pub fn each(&self) -> Vec<(&'static str, &'static str)> {
                let mut all = self.shapes();
                $(all.extend(self.$line.each().map(|piece| (stringify!($line), piece)));)*
                $(all.push((stringify!($mark), self.$mark));)*
                all
            }

            /// A number small and high, behind a shape; 9 for what is more.
            pub fn raised(&self, number: usize) -> &'static str {
                const HIGH: [&str; 10] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];
                const PLAIN: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
                let digits = if self.head_right.is_ascii() { PLAIN } else { HIGH };
                digits[number.min(9)]
            }

            /// The shapes of cards, full and hollow, with the names of their fields.
            pub fn shapes(&self) -> Vec<(&'static str, &'static str)> {
                vec![$(
                    (stringify!($shape), self.$shape.full),
                    (stringify!($shape), self.$shape.hollow),
                )*]
            }
        }
    };
}

glyphs! {
    shapes {
        /// A cause that hinders.
        barrier: "■" "□", "X" "x";
        /// A cause that helps.
        enabler: "◆" "◇", "V" "v";
        /// A cause that is simply so.
        condition: "●" "○", "O" "o";
        /// Two things that pull apart.
        tension: "▬" "▭", "H" "h";
        /// A cause whose role nobody has said.
        cause: "▪" "▫", "D" "d";
        /// Somebody who acts.
        actor: "◉" "◎", "@" "Q";
        /// Something done about a cause.
        measure: "▲" "△", "A" "a";
        /// What somebody gains.
        benefit: "★" "☆", "*" "%";
        /// Raw insight.
        note: "▤" "▢", "N" "n";
    }
    lines {
        /// A link as it usually is.
        thin: ["─", "│", "╭", "╮", "╰", "╯", "├", "┤", "┬", "┴", "┼"],
              ["-", "|", "+", "+", "+", "+", "+", "+", "+", "+", "+"];
        /// The frame of the selected card, and links of the chain that is traced.
        heavy: ["━", "┃", "┏", "┓", "┗", "┛", "┣", "┫", "┳", "┻", "╋"],
               ["#", "#", "#", "#", "#", "#", "#", "#", "#", "#", "#"];
        /// A hypothesis. Unicode has no dashed corners.
        dashed: ["╌", "╎", "╭", "╮", "╰", "╯", "├", "┤", "┬", "┴", "┼"],
                ["~", "!", "+", "+", "+", "+", "+", "+", "+", "+", "+"];
        /// A link that is missing: a ghost. Square corners, so that even they differ from a hypothesis.
        dotted: ["┈", "┊", "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼"],
                [".", ":", ".", ".", ".", ".", ":", ":", ".", ".", ":"];
        /// A strong link.
        double: ["═", "║", "╔", "╗", "╚", "╝", "╠", "╣", "╦", "╩", "╬"],
                ["=", "H", "=", "=", "=", "=", "=", "=", "=", "=", "="];
        /// A frame that is not selected.
        frame: ["─", "│", "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼"],
               ["-", "|", "+", "+", "+", "+", "+", "+", "+", "+", "+"];
    }
    marks {
        /// A signal that runs up.
        signal_up: "↑", "^";
        /// A signal that runs down.
        signal_down: "↓", "v";
        /// End of a line that comes from the left.
        head_right: "▶", ">";
        /// End of a line that comes from the right.
        head_left: "◀", "<";
        /// End of a line that comes from below.
        head_up: "▲", "^";
        /// End of a line that comes from above.
        head_down: "▼", "v";
        /// An arrow inside a text.
        arrow: "→", ">";
        /// The effect comes late.
        delay: "‖", "\"";
        /// Same direction.
        plus: "+", "+";
        /// Opposite direction.
        minus: "−", "-";
        /// Direction unknown.
        unknown: "?", "?";
        /// Of several links some in the same direction, some in the opposite one.
        both: "±", "*";
        /// A link that is refuted is drawn with this through it.
        struck: "╱", "/";
        /// A link that is missing, where there is room for one character.
        missing: "┊", ":";
        /// A loop that lost a link.
        broken: "✗", "x";
        /// Unsaved changes, after the name of the map.
        unsaved: "•", "*";
        /// The line one is on.
        cursor: "▸", ">";
        /// A folded level; it can be opened.
        folded: "▸", "+";
        /// An unfolded level.
        unfolded: "▾", "-";
        /// Before an item of a list.
        bullet: "•", "*";
        /// Before the number of dots that a room gave a card.
        vote: "•", "*";
        /// Between things on one line.
        between: "·", "|";
        /// An empty cell of the board.
        empty: "·", ".";
        /// Text was cut here.
        ellipsis: "…", "~";
        /// Between the cards of a breadcrumb.
        trail: "›", ">";
        /// Done, or chosen.
        check: "✓", "x";
        /// The rule above a band of the full board, which no line is taken for.
        rule: "▁", "_";
        /// Few cards here.
        dense_low: "░", ".";
        /// More cards here.
        dense_mid: "▒", "o";
        /// Many cards here.
        dense_high: "▓", "#";
        /// Place of what is shown, on a scroll bar.
        thumb: "█", "#";
    }
}

impl Glyphs {
    /// The set for a terminal: [`ASCII`] if asked for, else [`UNICODE`].
    pub fn for_terminal(ascii: bool) -> &'static Glyphs {
        if ascii { &ASCII } else { &UNICODE }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::text::{visible, width};

    #[test]
    fn every_character_is_one_cell_and_safe() {
        for glyphs in [&UNICODE, &ASCII] {
            for (name, glyph) in glyphs.each() {
                assert_eq!(width(glyph), 1, "{name} {glyph}");
                assert_eq!(glyph.chars().count(), 1, "{name} {glyph}");
                assert_eq!(visible(glyph), glyph, "{name}");
            }
        }
        assert!(ASCII.each().iter().all(|(_, glyph)| glyph.is_ascii()));
    }

    #[test]
    fn shapes_are_told_apart() {
        for glyphs in [&UNICODE, &ASCII] {
            let shapes = glyphs.shapes();
            let different: BTreeSet<_> = shapes.iter().map(|(_, glyph)| glyph).collect();
            assert_eq!(different.len(), shapes.len(), "{shapes:?}");
        }
    }

    /// A hypothesis, a missing link, a usual one, a strong and a traced one differ without colour.
    #[test]
    fn styles_of_line_are_told_apart() {
        for g in [&UNICODE, &ASCII] {
            let lines = [g.thin, g.heavy, g.dashed, g.dotted, g.double];
            assert_eq!(lines.iter().map(|l| l.across).collect::<BTreeSet<_>>().len(), lines.len());
            assert_eq!(lines.iter().map(|l| l.along).collect::<BTreeSet<_>>().len(), lines.len());
            let heads = [g.head_right, g.head_left, g.head_up, g.head_down];
            assert_eq!(heads.iter().collect::<BTreeSet<_>>().len(), 4);
            assert_eq!([g.plus, g.minus, g.unknown].iter().collect::<BTreeSet<_>>().len(), 3);
        }
    }
}
