//! What a person puts into a slot, and the value that it makes there.

use super::spec::Shape;
use super::{Choice, Refusal};
use crate::map::Value;
use crate::map::escape::is_hidden;

/// What a person puts into a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// One line of text; words with commas, and numbers, come as text too.
    Text(String),
    /// Several lines of text.
    Lines(Vec<String>),
    /// A number.
    Number(u32),
    /// One of the values offered; `None` for no value.
    Value(Option<Value>),
    /// All the values that are ticked.
    Many(Vec<Value>),
    /// The other of yes and no.
    Toggle,
    /// Something new by that name, where a pick allows it.
    New(String),
    /// Nothing: empties the slot, or takes the part away that it stands for.
    Clear,
    /// The part one place up, or down.
    Move {
        /// Towards the end.
        down: bool,
    },
}

/// The text on one line, without characters that nobody sees and without blanks at its ends.
pub(super) fn one_line(text: &str) -> String {
    let spaced = text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c });
    let clean: String = spaced.filter(|c| !is_hidden(*c)).collect();
    clean.trim().to_owned()
}

/// Lines as they may stand in a file: each on one line, none empty at the beginning or the end.
pub(super) fn clean_lines(lines: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = lines.iter().map(|line| one_line(line)).collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(0);
    lines.split_off(first)
}

/// The words between the commas, each once, in their order.
fn words(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for word in text.split([',', ';', '\n']).map(one_line).filter(|word| !word.is_empty()) {
        if !all.contains(&word) {
            all.push(word);
        }
    }
    all
}

/// A number from a text; nothing from an empty one.
pub(super) fn number(text: &str, least: u32, most: u32) -> Result<Option<u32>, Refusal> {
    let text = one_line(text);
    if text.is_empty() {
        return Ok(None);
    }
    // A number too large to read is a number all the same: it is out of bounds.
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Refusal::NoNumber(text));
    }
    match text.parse().unwrap_or(u32::MAX) {
        n if (least..=most).contains(&n) => Ok(Some(n)),
        _ => Err(Refusal::OutOfRange { least, most }),
    }
}

/// The value that an input makes of a slot of that shape; `None` for no value.
pub(super) fn value_of(shape: &Shape, input: &Input, now: Option<&Value>) -> Result<Option<Value>, Refusal> {
    let texts = |list: Vec<String>| (!list.is_empty()).then(|| Value::of(&list));
    Ok(match (shape, input) {
        (_, Input::Clear) => None,
        (Shape::Text, Input::Text(text)) => {
            let text = one_line(text);
            (!text.is_empty()).then(|| Value::of(&text))
        }
        (Shape::Lines, Input::Lines(lines)) => texts(clean_lines(lines)),
        (Shape::Words, Input::Text(text)) => texts(words(text)),
        (Shape::Number(least, most), Input::Text(text)) => {
            number(text, *least, *most)?.map(|number| Value::of(&number))
        }
        (Shape::Number(least, most), Input::Number(number)) if (*least..=*most).contains(number) => {
            Some(Value::of(number))
        }
        (Shape::Number(least, most), Input::Number(_)) => {
            return Err(Refusal::OutOfRange { least: *least, most: *most });
        }
        (Shape::Choice(_) | Shape::Pick, Input::Value(value)) => value.clone(),
        (Shape::Many(choices), Input::Many(ticked)) => in_order(choices, ticked),
        (Shape::Toggle, Input::Toggle) => now.is_none().then(|| Value::of(&true)),
        _ => return Err(Refusal::Unfit),
    })
}

/// The ticked values in the order of the choices; what is ticked and not among them stays, at the end.
fn in_order(choices: &[Choice], ticked: &[Value]) -> Option<Value> {
    let offered = choices.iter().filter_map(|choice| choice.value.as_ref());
    let mut all: Vec<&Value> = offered.clone().filter(|value| ticked.contains(value)).collect();
    let offered: Vec<&Value> = offered.collect();
    all.extend(ticked.iter().filter(|value| !offered.contains(value)));
    (!all.is_empty()).then(|| Value::of(&all))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_lose_what_nobody_sees() {
        assert_eq!(one_line(" Tillit\u{200b} \t til\n\u{1b}systemet "), "Tillit   til systemet");
        let lines = ["", " a ", "", "b", " "].map(str::to_owned);
        assert_eq!(clean_lines(&lines), ["a", "", "b"]);
        assert_eq!(words("a, b ,, a; c"), ["a", "b", "c"]);
    }

    #[test]
    fn numbers_say_why_they_are_none() {
        assert_eq!(number(" 4 ", 0, 5), Ok(Some(4)));
        assert_eq!(number("", 0, 5), Ok(None));
        assert_eq!(number("4.5", 0, 5), Err(Refusal::NoNumber("4.5".to_owned())));
        assert_eq!(number("99999999999", 0, 5), Err(Refusal::OutOfRange { least: 0, most: 5 }));
    }
}
