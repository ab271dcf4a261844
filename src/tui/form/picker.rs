//! A list to choose from while it is open: what is typed narrows it.

use tui_input::{Input, InputRequest};

use super::Choice;
use crate::map::{Value, fold};

/// A list and what is typed to narrow it.
#[derive(Clone, Debug)]
pub struct Picker {
    /// Everything that can be chosen.
    pub choices: Vec<Choice>,
    /// What is typed.
    pub filter: Input,
    /// Which choices fit what is typed, in their order; those that begin with it first.
    pub found: Vec<usize>,
    /// Which of those the cursor is on; behind the last one it is on what is typed, as something new.
    pub at: usize,
    /// What is ticked, where any number can be chosen.
    pub ticked: Option<Vec<Value>>,
    /// Whether somebody set or took off a tick.
    pub touched: bool,
    /// Whether what is typed may be something new.
    pub new: bool,
    // The words without case and accents, once something was typed.
    folded: Vec<String>,
}

impl Picker {
    /// A list with nothing typed, the cursor on the value that stands.
    #[must_use]
    pub fn new(choices: Vec<Choice>, now: Option<&Value>, new: bool) -> Self {
        let at = choices.iter().position(|own| own.value.as_ref() == now).unwrap_or(0);
        let found = (0..choices.len()).collect();
        Self {
            choices,
            filter: Input::default(),
            found,
            at,
            ticked: None,
            touched: false,
            new,
            folded: Vec::new(),
        }
    }

    /// A list in which any number can be ticked.
    #[must_use]
    pub fn ticking(choices: Vec<Choice>, ticked: Vec<Value>) -> Self {
        Self { ticked: Some(ticked), at: 0, ..Self::new(choices, None, false) }
    }

    /// Whether there is a row for what is typed, as something new: not if it is there by that very name.
    #[must_use]
    pub fn offers_new(&self) -> bool {
        let typed = fold(self.filter.value());
        self.new && !typed.is_empty() && self.choices.iter().all(|own| fold(&own.word) != typed)
    }

    /// How many rows the list has.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.found.len() + usize::from(self.offers_new())
    }

    /// The choice that the cursor is on; `None` on what is new, and in an empty list.
    #[must_use]
    pub fn chosen(&self) -> Option<&Choice> {
        self.found.get(self.at).map(|&at| &self.choices[at])
    }

    /// Moves the cursor by so many rows and stays in the list.
    pub fn go(&mut self, rows: isize) {
        self.at = self.at.saturating_add_signed(rows).min(self.rows().saturating_sub(1));
    }

    /// Sets a tick on the row of the cursor, or takes it off.
    pub fn tick(&mut self) {
        let Some(value) = self.chosen().and_then(|own| own.value.clone()) else { return };
        if let Some(ticked) = self.ticked.as_mut() {
            self.touched = true;
            match ticked.iter().position(|own| *own == value) {
                Some(at) => {
                    ticked.remove(at);
                }
                None => ticked.push(value),
            }
        }
    }

    /// Whether a choice is ticked.
    #[must_use]
    pub fn is_ticked(&self, choice: &Choice) -> bool {
        let ticked = self.ticked.as_deref().unwrap_or_default();
        choice.value.as_ref().is_some_and(|value| ticked.contains(value))
    }

    /// Types into the filter; the cursor goes to the first row.
    pub fn change(&mut self, requests: impl IntoIterator<Item = InputRequest>) {
        let before = self.filter.value().to_owned();
        for request in requests {
            self.filter.handle(request);
        }
        if self.filter.value() != before {
            self.look();
        }
    }

    fn look(&mut self) {
        let typed = fold(self.filter.value());
        let words: Vec<String> = self.filter.value().split_whitespace().map(fold).collect();
        if self.folded.len() != self.choices.len() {
            self.folded = self.choices.iter().map(|own| fold(&own.word)).collect();
        }
        let folded = &self.folded;
        // Every word that is typed must be there, wherever it stands.
        let fits = |at: &usize| words.iter().all(|word| folded[*at].contains(word.as_str()));
        self.found = (0..self.choices.len()).filter(fits).collect();
        self.found.sort_by_key(|&at| !folded[at].starts_with(&typed));
        self.at = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picker(new: bool) -> Picker {
        let words = ["Skole uten plass", "Tillit til skolen", "Blåser ut"];
        Picker::new(words.iter().map(|word| Choice::of(word, word)).collect(), None, new)
    }

    fn typed(picker: &mut Picker, text: &str) {
        picker.change(text.chars().map(InputRequest::InsertChar));
    }

    #[test]
    fn words_narrow_the_list_and_its_beginnings_come_first() {
        let mut list = picker(false);
        typed(&mut list, "skol til");
        assert_eq!(list.found, [1]);
        let mut list = picker(false);
        typed(&mut list, "til");
        assert_eq!(list.chosen().map(|own| own.word.as_str()), Some("Tillit til skolen"));
        typed(&mut list, "x");
        assert_eq!((list.rows(), list.chosen()), (0, None));
        list.go(3);
        assert_eq!(list.at, 0);
    }

    #[test]
    fn what_is_there_by_that_name_is_not_new() {
        let mut list = picker(true);
        typed(&mut list, "blåser");
        assert!(list.offers_new());
        list.go(5);
        assert_eq!((list.at, list.chosen()), (1, None));
        typed(&mut list, " UT");
        assert!(!list.offers_new());
    }

    #[test]
    fn ticks_come_and_go() {
        let choices: Vec<_> = ["a", "b"].iter().map(|word| Choice::of(word, word)).collect();
        let mut list = Picker::ticking(choices, vec![Value::of("b")]);
        list.tick();
        list.go(1);
        list.tick();
        assert_eq!(list.ticked, Some(vec![Value::of("a")]));
    }
}
