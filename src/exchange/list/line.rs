//! The lines of a pasted text: how far in they stand, what they begin with, whether they are headings.

/// A line that says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// Its number in the text, from 1.
    pub number: u64,
    /// How many columns it stands in; a tab goes on to the next multiple of four.
    pub indent: usize,
    /// What it says, without bullet, number, `#` and closing `:`.
    pub text: &'a str,
    /// What it is.
    pub is: Is,
    /// Whether a bullet or a number stood before it.
    pub bulleted: bool,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// A card, or several with arrows between them.
    Cards,
    /// A heading of markdown, from 1 (`#`).
    Heading(usize),
    /// A line that ends with a colon: a heading for what comes under it.
    Colon,
}

/// The lines of a text that say something.
pub fn lines(text: &str) -> Vec<Line<'_>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.lines().enumerate().filter_map(|(at, line)| Line::of(at as u64 + 1, line)).collect()
}

impl<'a> Line<'a> {
    /// Whether it says that something leads to something.
    pub fn has_arrow(&self) -> bool {
        let arrow = |word: &str| matches!(word.trim_start_matches('-'), ">" | "o" | "|" | "?");
        self.text.split_whitespace().any(|word| word.starts_with('-') && arrow(word))
    }

    fn of(number: u64, line: &'a str) -> Option<Self> {
        let mut indent = 0;
        for c in line.chars().take_while(|c| c.is_whitespace()) {
            indent = if c == '\t' { indent / 4 * 4 + 4 } else { indent + 1 };
        }
        let whole = line.trim();
        if let Some((depth, text)) = heading(whole) {
            let is = Is::Heading(depth);
            return (!text.is_empty()).then_some(Self { number, indent, text, is, bulleted: false });
        }
        let text = without_bullets(whole);
        let bulleted = text.len() < whole.len();
        if let Some(text) = bold(whole) {
            return Some(Self { number, indent, text, is: Is::Colon, bulleted });
        }
        let (text, is) = match text.strip_suffix(':').map(str::trim_end) {
            Some(heading) if !heading.is_empty() => (heading, Is::Colon),
            _ => (text, Is::Cards),
        };
        // A line of dashes or other ornament divides and says nothing; an arrow is left for its reader.
        let says = text.chars().any(|c| c.is_alphanumeric() || !c.is_ascii()) || text.contains("->");
        says.then_some(Self { number, indent, text, is, bulleted })
    }
}

/// Depth and text of a markdown heading: `## Users`, also with `##` behind it. `#1A` is none.
fn heading(line: &str) -> Option<(usize, &str)> {
    let text = line.trim_start_matches('#');
    let depth = line.len() - text.len();
    let text = text.strip_prefix([' ', '\t'])?;
    ((1..=6).contains(&depth))
        .then(|| (depth, text.trim_end_matches('#').trim().trim_end_matches(':').trim_end()))
}

/// What stands in a line that is bold as a whole, as many programs give their headings away.
fn bold(line: &str) -> Option<&str> {
    let text =
        line.trim_end_matches(':').strip_prefix("**")?.strip_suffix("**")?.trim().trim_end_matches(':');
    (text.chars().any(char::is_alphanumeric) && !text.contains("**")).then_some(text)
}

/// The line without what a list puts before it: bullets, boxes to tick, numbers.
fn without_bullets(line: &str) -> &str {
    let mut text = line;
    // A numbered line may have a bullet before it and a box behind it, and no more than that.
    for _ in 0..3 {
        let Some((first, rest)) = text.split_once(char::is_whitespace) else { return text };
        let (first, rest) = match text.strip_prefix("[ ]") {
            Some(behind) => ("[ ]", behind),
            None => (first, rest),
        };
        if !is_bullet(first) {
            return text;
        }
        text = rest.trim_start();
    }
    text
}

fn is_bullet(word: &str) -> bool {
    if matches!(
        word,
        "-" | "*"
            | "+"
            | "•"
            | "◦"
            | "▪"
            | "▫"
            | "‣"
            | "·"
            | "–"
            | "—"
            | "●"
            | "○"
            | "■"
            | "□"
            | "☐"
            | "☑"
            | "☒"
            | "✓"
            | "➤"
            | "►"
            | "\u{f0b7}"
            | "[ ]"
            | "[]"
            | "[x]"
            | "[X]"
    ) {
        return true;
    }
    // 1. 1) (1) 1.2. a) (b)
    let inside = word.strip_prefix('(').unwrap_or(word);
    let Some(number) = inside.strip_suffix([')', '.']) else { return false };
    let digits = number
        .split('.')
        .all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    let letter = word.ends_with(')') && number.len() == 1 && number.bytes().all(|b| b.is_ascii_alphabetic());
    digits || letter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_numbers_and_boxes_are_no_part_of_a_card() {
        for (line, text) in [
            ("Trust", "Trust"),
            ("- Trust", "Trust"),
            ("* Trust ", "Trust"),
            ("•\tTrust", "Trust"),
            ("1. Trust", "Trust"),
            ("12) Trust", "Trust"),
            ("(3) Trust", "Trust"),
            ("1.2. Trust", "Trust"),
            ("a) Trust", "Trust"),
            ("- [ ] Trust", "Trust"),
            ("- [x] Trust", "Trust"),
            // These belong to the card.
            ("4-åringer venter", "4-åringer venter"),
            ("3 av 10 venter", "3 av 10 venter"),
            ("A. Person", "A. Person"),
            ("-o post", "-o post"),
            ("2024. året", "2024. året"),
            ("a -> b", "a -> b"),
            ("- a -> b", "a -> b"),
        ] {
            let found = lines(line);
            assert_eq!(found.first().map(|line| line.text), Some(text), "{line}");
        }
        assert_eq!(lines("\n---\n  \n***\n- \n#\n").len(), 0);
    }

    #[test]
    fn headings_and_how_far_in() {
        let found = lines("# Users\n##  The meeting: ##\n\tone\n    two\n #1A\nSystem:\n- part:\n12:30\n");
        let is: Vec<(u64, usize, &str, Is, bool)> =
            found.iter().map(|line| (line.number, line.indent, line.text, line.is, line.bulleted)).collect();
        assert_eq!(
            is,
            [
                (1, 0, "Users", Is::Heading(1), false),
                (2, 0, "The meeting", Is::Heading(2), false),
                (3, 4, "one", Is::Cards, false),
                (4, 4, "two", Is::Cards, false),
                (5, 1, "#1A", Is::Cards, false),
                (6, 0, "System", Is::Colon, false),
                (7, 0, "part", Is::Colon, true),
                (8, 0, "12:30", Is::Cards, false),
            ]
        );
        for (line, heading) in
            [("**Users**", true), ("**Users:**", true), ("**a** b", false), ("****", false)]
        {
            let found = lines(line);
            let is = found.first().is_some_and(|line| (line.text, line.is) == ("Users", Is::Colon));
            assert_eq!(is, heading, "{line}");
        }
    }
}
