//! Putting observations about the world aside, with a reason, and taking them out again.
//!
//! What an observation is and what it rests on is for others: here it has a key and words.

use crate::map::graph::Map;
use crate::map::told::SetAside;

use super::draft::Draft;
use super::{Deed, Verb};

/// Puts an observation aside under its key; `what` is how people call it. One that was put aside before and came back
/// gets the new reason. `None` without a key or a reason, or where nothing would change.
#[must_use]
pub fn set_aside(map: &Map, key: &str, aside: SetAside, what: &str) -> Option<Deed> {
    let reasoned = aside.reason.iter().any(|line| !line.trim().is_empty());
    if key.is_empty() || !reasoned {
        return None;
    }
    let mut draft = Draft::of(map);
    draft.set_aside.insert(key.to_owned(), aside);
    draft.deed(Verb::SetAside, what)
}

/// Takes an observation out again; `None` if it was not put aside.
#[must_use]
pub fn take_out(map: &Map, key: &str, what: &str) -> Option<Deed> {
    let mut draft = Draft::of(map);
    draft.set_aside.remove(key)?;
    draft.deed(Verb::TakeOut, what)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{after, two};
    use super::*;

    #[test]
    fn put_aside_with_a_reason_given_another_one_and_taken_out() {
        let map = two();
        let aside = |reason: &str| SetAside {
            reason: vec![reason.to_owned()],
            rests_on: vec!["node trust".to_owned()],
        };
        assert!(set_aside(&map, "k", aside(" "), "it").is_none() && take_out(&map, "k", "it").is_none());
        let map = after(&map, &set_aside(&map, "k", aside("known"), "it").expect("new"));
        assert!(set_aside(&map, "k", aside("known"), "it").is_none(), "nothing would change");
        let map = after(&map, &set_aside(&map, "k", aside("again"), "it").expect("another reason"));
        assert_eq!(map.set_aside()["k"].reason, ["again"]);
        let map = after(&map, &take_out(&map, "k", "it").expect("there"));
        assert!(map.set_aside().is_empty());
    }
}
