//! Finds the card that somebody names on the command line.

use crate::map::{Map, NodeId};
use crate::text::visible;

use super::answer::Failure;

/// How many cards an error lists.
const MOST_LISTED: usize = 10;

/// The card with that id (or that once had it), else with that label, else the only one whose label begins so.
/// Labels are compared without regard to case, an exact one first.
///
/// # Errors
/// If there is none, with near ones; or if there are several, with all of them.
pub fn node(map: &Map, wanted: &str) -> Result<NodeId, Failure> {
    // A card may lack a label, and an empty name does not mean that one.
    if wanted.trim().is_empty() {
        return Err(Failure::new(
            "an empty name means no card",
            "write an id, a label or the beginning of one; floke show lists them all",
        ));
    }
    if let Some((id, _)) = map.find_node(&NodeId::new(wanted)) {
        return Ok(id.clone());
    }
    let folded = wanted.to_lowercase();
    let those = |test: &dyn Fn(&str) -> bool| -> Vec<&NodeId> {
        map.nodes().filter(|(_, node)| test(&node.label)).map(|(id, _)| id).collect()
    };
    let tries: [Vec<&NodeId>; 3] = [
        those(&|label| label == wanted),
        those(&|label| label.to_lowercase() == folded),
        those(&|label| label.to_lowercase().starts_with(&folded)),
    ];
    for found in tries {
        match found.as_slice() {
            [] => {}
            [one] => return Ok((*one).clone()),
            several => {
                let listed = listed(map, several);
                return Err(Failure::new(
                    format!("'{wanted}' may be one of {} cards: {listed}", several.len()),
                    "write the id",
                ));
            }
        }
    }
    let near = near(map, &folded);
    let advice = if near.is_empty() {
        "write an id, a label or the beginning of one; floke show lists them all".to_owned()
    } else {
        format!("did you mean {}?", listed(map, &near))
    };
    Err(Failure::new(format!("there is no card '{wanted}'"), advice))
}

fn listed(map: &Map, ids: &[&NodeId]) -> String {
    let one = |id: &&NodeId| {
        let label = map.node(id).map_or("", |node| node.label.as_str());
        format!("{id} «{}»", visible(label))
    };
    let shown: Vec<String> = ids.iter().take(MOST_LISTED).map(one).collect();
    let more = ids.len() - shown.len();
    if more == 0 { shown.join(", ") } else { format!("{} and {more} more", shown.join(", ")) }
}

/// Cards that somebody may have meant: an id or label at most two typing errors away, or with all the words in it.
fn near<'a>(map: &'a Map, wanted: &str) -> Vec<&'a NodeId> {
    let most = if wanted.chars().count() < 6 { 1 } else { 2 };
    let words: Vec<&str> = wanted.split([' ', '-']).filter(|word| word.chars().count() >= 3).collect();
    let mut found: Vec<(usize, &NodeId)> = map
        .nodes()
        .filter_map(|(id, node)| {
            let label = node.label.to_lowercase();
            // Lengths first: a long text is far from everything and need not be compared letter by letter.
            let errors = |text: &str| {
                let too_far = wanted.len().abs_diff(text.len()) > 4 * most;
                if too_far { usize::MAX } else { distance(wanted, text) }
            };
            let errors = errors(id.as_str()).min(errors(&label));
            let has_words = !words.is_empty()
                && words.iter().all(|word| label.contains(word) || id.as_str().contains(word));
            if errors <= most {
                Some((errors, id))
            } else if has_words {
                Some((most + 1, id))
            } else {
                None
            }
        })
        .collect();
    found.sort();
    found.into_iter().take(3).map(|(_, id)| id).collect()
}

/// How many letters must be put in, taken out, changed or swapped with their neighbour to make the one the other.
pub fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let same = a[i - 1] == b[j - 1];
            row[j] = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + usize::from(!same));
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Node};

    fn map() -> Map {
        let mut map = Map::new("x");
        for (id, label) in [
            ("trust", "Trust in services"),
            ("story", "Trust"),
            ("sleep", "Sleepless nights"),
            ("sleep-2", "sleep at school"),
            ("twin-a", "Twin"),
            ("twin-b", "Twin"),
            ("mute", ""),
        ] {
            map.insert_node(id.into(), Node::new(Kind::Cause, label)).expect("new");
        }
        map
    }

    #[test]
    fn an_id_goes_before_a_label_and_a_label_before_a_prefix() {
        let map = map();
        for (wanted, id) in [
            ("trust", "trust"),
            ("Trust", "story"),
            ("TRUST IN", "trust"),
            ("sleepless", "sleep"),
            ("sleep a", "sleep-2"),
        ] {
            assert_eq!(node(&map, wanted), Ok(NodeId::new(id)), "{wanted}");
        }
    }

    #[test]
    fn several_are_listed_and_near_ones_offered() {
        let map = map();
        let error = node(&map, "Twin").expect_err("two");
        assert!(error.what.contains("twin-a") && error.what.contains("twin-b"), "{error:?}");
        let error = node(&map, "slep").expect_err("none");
        assert!(error.advice.contains("sleep"), "{error:?}");
        let error = node(&map, "nights").expect_err("none");
        assert!(error.advice.contains("Sleepless nights"), "{error:?}");
        assert!(node(&map, "zzzzzz").is_err());
    }

    #[test]
    fn an_empty_name_is_no_card_without_a_label() {
        for nothing in ["", "  "] {
            let error = node(&map(), nothing).expect_err("no name");
            assert!(error.what.contains("empty"), "{error:?}");
        }
        assert_eq!(node(&map(), "mute"), Ok(NodeId::new("mute")));
    }

    #[test]
    fn typing_errors_are_counted() {
        for (a, b, errors) in
            [("", "ab", 2), ("trust", "trsut", 1), ("show", "shwo", 1), ("å", "a", 1), ("x", "x", 0)]
        {
            assert_eq!(distance(a, b), errors, "{a} {b}");
        }
    }
}
