//! Opens a map in which git left an unfinished merge, by merging its versions anew.

use super::document::Document;
use super::markers::cut;
use super::open::{OpenError, Opened, open_text};
use super::place::LineStarts;
use super::problem::Problem;
use super::survey::survey;
use crate::map::merge::{common, with_agreed_dots};
use crate::map::{Map, merge};

/// What git keeps of the versions of a file that it could not merge; `None` for a version that there is not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stages {
    /// What both sides come from.
    pub base: Option<Vec<u8>>,
    /// Our side.
    pub ours: Option<Vec<u8>>,
    /// Their side.
    pub theirs: Option<Vec<u8>>,
    /// Whether the file is known to stand as git left it; else somebody may have gone on by hand.
    pub untouched: bool,
}

impl OpenError {
    /// Whether git left its markers in the file.
    #[must_use]
    pub fn is_unmerged(&self) -> bool {
        matches!(self, OpenError::Read { error, .. } if matches!(error.problem, Problem::Markers))
    }

    /// Opens the file all the same if git left its markers in it and its versions are maps: merged by ids and fields, with a
    /// conflict for what could not be decided.
    ///
    /// The versions are those that git keeps: what it writes between its markers may belong to another card. Unless the file is
    /// known to stand as git left it they are those that stand in the file, and no others: what somebody did by hand counts.
    /// The version that both come from is the one that git keeps, or else stands in the file; without any of them it is what both
    /// say alike.
    ///
    /// # Errors
    /// This error, for any other file.
    pub fn or_unmerged(self, stages: impl FnOnce(&str) -> Stages) -> Result<Opened, OpenError> {
        let OpenError::Read { path, text, .. } = &self else { return Err(self) };
        if !self.is_unmerged() {
            return Err(self);
        }
        let Some(map) = merged(text, &stages(text)) else { return Err(self) };
        let lines = LineStarts::of(text);
        Ok(Opened {
            path: path.clone(),
            text: text.clone(),
            document: Document::of(&map),
            comments: survey(text).comments.iter().map(|at| lines.place(*at).line).collect(),
            newer: false,
            unmerged: true,
        })
    }
}

fn merged(text: &str, stages: &Stages) -> Option<Map> {
    let cut = cut(text);
    let kept = || Some((map_of_bytes(&stages.ours)?, map_of_bytes(&stages.theirs)?, false));
    let stand = || {
        let cut = cut.as_ref()?;
        Some((map_of(&cut.ours)?, map_of(&cut.theirs)?, true))
    };
    let sides = if stages.untouched { kept().or_else(stand) } else { stand() };
    let (ours, theirs, from_file) = sides?;
    let base = map_of_bytes(&stages.base).or_else(|| map_of(cut.as_ref()?.base.as_deref()?));
    let base = base.unwrap_or_else(|| common(&ours, &theirs));
    let base = if from_file { with_agreed_dots(&base, &ours, &theirs) } else { base };
    Some(merge(&base, &ours, &theirs).map)
}

fn map_of_bytes(bytes: &Option<Vec<u8>>) -> Option<Map> {
    map_of(std::str::from_utf8(bytes.as_deref()?).ok()?)
}

/// A map of this version without anything that would be lost.
fn map_of(text: &str) -> Option<Map> {
    let opened = open_text("", text.to_owned()).ok()?;
    if opened.newer { None } else { opened.document.to_map().ok() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::NodeId;

    const BASE: &str = "(floke: 1, title: \"x\", nodes: {\n  \"a\": (label: \"A\", kind: Cause, votes: 2),\n  \"b\": (label: \"B\", kind: Cause),\n})";

    fn marked(ours: &str, theirs: &str) -> String {
        let lines: Vec<&str> = BASE.lines().collect();
        format!(
            "{}\n<<<<<<< HEAD\n{ours}\n=======\n{theirs}\n>>>>>>> other\n{}\n{}\n",
            lines[0], lines[2], lines[3]
        )
    }

    fn opened(text: &str, base: Option<&str>) -> Option<Opened> {
        let stages = Stages { base: base.map(|text| text.as_bytes().to_vec()), ..Stages::default() };
        open_text("x", text.to_owned()).expect_err("has markers").or_unmerged(|_| stages).ok()
    }

    #[test]
    fn both_sides_are_merged_and_conflicts_are_named() {
        let text = marked(
            "  \"a\": (label: \"Ours\", kind: Cause, votes: 5),",
            "  \"a\": (label: \"Theirs\", kind: Cause, votes: 3),",
        );
        for (base, votes) in [(Some(BASE), 6), (None, 5)] {
            let opened = opened(&text, base).expect("opens");
            let map = opened.document.to_map().expect("is a map");
            let a = map.node(&NodeId::new("a")).expect("there");
            assert_eq!((a.label.as_str(), a.votes, opened.unmerged), ("Ours", votes, true));
            let [conflict] = map.conflicts() else { panic!("{:?}", map.conflicts()) };
            assert_eq!((conflict.at.as_str(), conflict.field.as_str()), ("node a", "label"));
        }
    }

    #[test]
    fn what_somebody_did_by_hand_is_never_thrown_away() {
        let [ours, theirs] = ["Ours", "Theirs"]
            .map(|label| Some(BASE.replace("label: \"A\"", &format!("label: \"{label}\"")).into_bytes()));
        let stages = |untouched| Stages {
            base: Some(BASE.as_bytes().to_vec()),
            ours: ours.clone(),
            theirs: theirs.clone(),
            untouched,
        };
        // Somebody is in the middle of a line: nothing can be made of it but by whoever writes it.
        let text =
            marked("  \"a\": (label: \"By hand", "  \"a\": (label: \"Theirs\", kind: Cause, votes: 2),");
        let opened = |untouched| {
            let error = open_text("x", text.clone()).expect_err("has markers");
            error.or_unmerged(|_| stages(untouched)).ok()
        };
        assert!(opened(false).is_none());
        assert!(opened(true).is_some(), "as git left it the versions are git's");
    }

    #[test]
    fn what_is_no_map_on_either_side_stays_shut() {
        assert!(opened(&marked("  \"a\": (", "  \"a\": (label: \"A\", kind: Cause),"), None).is_none());
        assert!(opened("<<<<<<< x\n(floke: 1)\n", None).is_none());
    }
}
