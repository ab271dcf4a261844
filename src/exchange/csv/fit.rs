//! What is too large for a map is cut, and said: a file that cannot be opened again would be worse.

use crate::map::Node;
use crate::map::limits::{LONGEST_LABEL, LONGEST_NOTE, MOST_TAGS, longer, too_long};
use crate::text::{Both, both};

/// Cuts what a card has too much of, and says what was cut.
pub fn fit_card(node: &mut Node) -> Vec<Both> {
    let mut cut = Vec::new();
    let whole = node.label.clone();
    if fit_label(&mut node.label) {
        node.note.insert(0, whole);
        cut.push(both!(
            "its label has more than {LONGEST_LABEL} characters; all of it is in the note",
            "navnet har mer enn {LONGEST_LABEL} tegn; hele står i notatet"
        ));
    }
    if node.tags.len() > MOST_TAGS {
        node.extra.insert("more tags".to_owned(), super::cell::join(&node.tags[MOST_TAGS..]));
        node.tags.truncate(MOST_TAGS);
        cut.push(both!(
            "it has more than {MOST_TAGS} tags; the others are kept under 'extra'",
            "det har mer enn {MOST_TAGS} stikkord; resten er beholdt under «extra»"
        ));
    }
    cut.extend(fit_note(&mut node.note));
    cut
}

/// Cuts a label that is too long; whether it was.
pub fn fit_label(label: &mut String) -> bool {
    let long = longer(label, LONGEST_LABEL);
    if long {
        *label = label.chars().take(LONGEST_LABEL - 1).chain(['…']).collect();
    }
    long
}

/// Cuts a note that is too long, and says so.
pub fn fit_note(note: &mut Vec<String>) -> Option<Both> {
    if !too_long(note) {
        return None;
    }
    let mut room = LONGEST_NOTE;
    for line in note.iter_mut() {
        let kept: String = line.chars().take(room).collect();
        room -= kept.chars().count();
        *line = kept;
    }
    while note.last().is_some_and(String::is_empty) {
        note.pop();
    }
    Some(both!(
        "its note has more than {LONGEST_NOTE} characters; the rest is cut off",
        "notatet har mer enn {LONGEST_NOTE} tegn; resten er kuttet"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::Kind;

    #[test]
    fn what_fits_stays_and_the_rest_is_told() {
        let mut node = Node::new(Kind::Cause, "å".repeat(LONGEST_LABEL));
        node.tags = (0..MOST_TAGS).map(|n| n.to_string()).collect();
        node.note = vec!["x".repeat(LONGEST_NOTE)];
        let before = node.clone();
        assert_eq!(fit_card(&mut node), [] as [&str; 0]);
        assert_eq!(node, before);
        node.label.push('å');
        node.tags.push("more".to_owned());
        assert_eq!(fit_card(&mut node).len(), 3);
        assert_eq!((node.label.chars().count(), node.tags.len()), (LONGEST_LABEL, MOST_TAGS));
        assert_eq!(node.extra.get("more tags").map(String::as_str), Some("more"));
        assert_eq!(node.note.iter().map(|line| line.chars().count()).sum::<usize>(), LONGEST_NOTE);
    }
}
