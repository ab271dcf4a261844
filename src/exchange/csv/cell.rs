//! One cell: how a value stands in it, and how what people write there is understood.

use crate::map::{LinkKind, Sign};
use crate::text::Lang;

/// A text as it may stand in a cell. A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a
/// line break for a formula, so such a text gets a `'` before it, and so does one that has such a `'` already:
/// then [`plain`] gives back every text as it was.
pub fn guarded(text: &str) -> String {
    if starts_a_formula(text.trim_start_matches('\'')) { format!("'{text}") } else { text.to_owned() }
}

/// The text that [`guarded`] wrote.
pub fn plain(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if starts_a_formula(text.trim_start_matches('\'')) => text,
        _ => cell,
    }
}

fn starts_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'])
}

/// Several values in one cell, as Kumu writes them: `a|b`. A `|` or `\` in a value gets a `\` before it.
pub fn join<T: AsRef<str>>(values: impl IntoIterator<Item = T>) -> String {
    let escaped = |value: T| value.as_ref().replace('\\', "\\\\").replace('|', "\\|");
    values.into_iter().map(escaped).collect::<Vec<_>>().join("|")
}

/// The values of a cell, without blanks around them and without empty ones.
pub fn split(cell: &str) -> Vec<String> {
    let mut values = vec![String::new()];
    let mut chars = cell.chars().peekable();
    while let Some(c) = chars.next() {
        let last = values.last_mut().expect("there is one from the start");
        match (c, chars.peek()) {
            ('\\', Some(&next @ ('|' | '\\'))) => {
                last.push(next);
                chars.next();
            }
            ('|', _) => values.push(String::new()),
            _ => last.push(c),
        }
    }
    values.iter().map(|value| value.trim().to_owned()).filter(|value| !value.is_empty()).collect()
}

/// A word as words are compared: lower case, without blanks, `_` and `-`.
pub fn folded(word: &str) -> String {
    word.chars().filter(|c| !c.is_whitespace() && !"_-".contains(*c)).flat_map(char::to_lowercase).collect()
}

/// The choice that a cell names: by its own word, or by the word on screen in either language.
pub fn choice<T: Copy>(
    cell: &str,
    all: &[T],
    own: fn(T) -> &'static str,
    word: impl Fn(T, Lang) -> &'static str,
) -> Option<T> {
    let wanted = folded(cell);
    let says = |item: T| {
        folded(own(item)) == wanted || Lang::ALL.into_iter().any(|lang| folded(word(item, lang)) == wanted)
    };
    all.iter().copied().find(|&item| says(item))
}

/// The sign that a cell names; an empty one and `?` are unknown. `None` for anything else.
pub fn sign(cell: &str) -> Option<Sign> {
    let cell = plain(cell.trim());
    // Before `folded`, which takes `-` away.
    if matches!(cell, "-" | "-1" | "–" | "—" | "\u{2212}" | "\u{2212}1" | "－") {
        return Some(Sign::Minus);
    }
    match folded(cell).as_str() {
        _ if cell.starts_with('-') => None,
        "+" | "+1" | "1" | "plus" | "positive" | "positiv" | "s" | "same" | "samedirection"
        | "reinforcing" | "samme" | "sammevei" | "＋" => Some(Sign::Plus),
        "minus" | "negative" | "negativ" | "o" | "opposite" | "oppositedirection" | "balancing"
        | "motsatt" | "motsattvei" => Some(Sign::Minus),
        "" | "?" | "unknown" | "uavklart" | "ukjent" => Some(Sign::Unknown),
        _ => None,
    }
}

/// The kind of link that a cell names: its own name, or the words on screen.
pub fn link_kind(cell: &str) -> Option<LinkKind> {
    choice(cell, LinkKind::ALL, LinkKind::field, LinkKind::word)
}

/// Yes or no; `None` if the cell says neither.
pub fn yes(cell: &str) -> Option<bool> {
    match folded(cell).as_str() {
        "true" | "yes" | "y" | "1" | "x" | "ja" | "j" | "sann" | "delay" | "delayed" | "forsinkelse"
        | "forsinket" | "missing" | "savnet" | "||" | "‖" => Some(true),
        "" | "false" | "no" | "n" | "0" | "nei" | "usann" | "none" | "ingen" => Some(false),
        _ => None,
    }
}

/// A number that stands before the rest of a text, or is all of it: `2`, `1,5`, `-1`, `3. Management`, `3 Ledelse`.
pub fn leading_number(cell: &str) -> Option<f64> {
    let cell = cell.trim().replace('\u{2212}', "-").replace(',', ".");
    let end = cell.find(|c: char| !(c.is_ascii_digit() || c == '-' || c == '.')).unwrap_or(cell.len());
    let (number, rest) = cell.split_at(end);
    let rest_fits = rest.is_empty() || rest.starts_with([' ', ':', ')']);
    let number = number.trim_end_matches('.').parse::<f64>().ok().filter(|n| n.is_finite())?;
    rest_fits.then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_starts_a_formula_and_every_text_comes_back() {
        for text in [
            "=HYPERLINK(1)",
            "+1",
            "-2",
            "@SUM",
            "\tx",
            "\rx",
            "\n=1",
            "'=x",
            "''+x",
            "'quoted'",
            "it's",
            "",
            "'",
        ] {
            let cell = guarded(text);
            assert!(!starts_a_formula(&cell), "{cell:?}");
            assert_eq!(plain(&cell), text);
        }
    }

    #[test]
    fn lists_come_back() {
        for values in [&["a", "b c"][..], &["a|b", "c\\"], &["\\|", "\\\\|"], &[]] {
            assert_eq!(split(&join(values)), values);
        }
        assert_eq!(split(" a | | b"), ["a", "b"]);
    }

    #[test]
    fn signs_as_people_write_them() {
        for (cell, want) in [
            ("+", Some(Sign::Plus)),
            (" Same ", Some(Sign::Plus)),
            ("'+", Some(Sign::Plus)),
            ("-", Some(Sign::Minus)),
            ("-1", Some(Sign::Minus)),
            ("\u{2212}", Some(Sign::Minus)),
            ("opposite", Some(Sign::Minus)),
            ("O", Some(Sign::Minus)),
            ("", Some(Sign::Unknown)),
            ("?", Some(Sign::Unknown)),
            ("strong", None),
            ("--", None),
        ] {
            assert_eq!(sign(cell), want, "{cell:?}");
        }
    }

    #[test]
    fn numbers_at_the_start() {
        for (cell, want) in [
            ("2", Some(2.0)),
            ("1,5", Some(1.5)),
            ("\u{2212}1", Some(-1.0)),
            ("3. Management", Some(3.0)),
            ("1A", None),
            ("users", None),
            ("", None),
            ("4-åringer", None),
        ] {
            assert_eq!(leading_number(cell), want, "{cell:?}");
        }
    }

    #[test]
    fn link_kinds_by_name_and_by_words() {
        for cell in ["acts_on", "ActsOn", "acts on", "virker på"] {
            assert_eq!(link_kind(cell), Some(LinkKind::ActsOn), "{cell}");
        }
        assert_eq!(link_kind("influences"), None);
    }
}
