//! Finds every fault of a file that opens, and says where each stands.
//!
//! What the map shows of the world is not looked at here: that is for the analyses.

use std::ops::Range;

use crate::map::Item;
use crate::text::Lang;

use super::content;
use super::document::Document;
use super::fault::{Fault, Severity};
use super::locate::{Key, Path, find};
use super::open::Opened;
use super::place::LineStarts;
use super::references::{Known, Spotted};
use super::survey::{Survey, survey};
use super::writer::write;

/// A fault and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The word for its kind.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What it is about; `None` for the file as a whole.
    pub item: Option<Item>,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The bytes that are meant.
    pub span: Range<usize>,
    /// The fault itself.
    pub fault: Fault,
}

impl Finding {
    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        self.fault.message(lang)
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self, lang: Lang) -> String {
        self.fault.help(lang)
    }
}

impl Document {
    /// What keeps this document from being a map; nothing if it is one.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        Known::of(self).blocking().into_iter().map(|(fault, _)| fault).collect()
    }
}

/// Every fault of the file, by line and column, at one place the worst first; none for a file without fault.
///
/// O(n log n) in the length of the file: places are looked up together, in one walk.
#[must_use]
pub fn check(opened: &Opened) -> Vec<Finding> {
    let (text, document) = (opened.text.as_str(), &opened.document);
    let known = Known::of(document);
    let mut spotted = known.blocking();
    spotted.extend(known.loose());
    spotted.extend(known.wrong_ends());
    spotted.extend(content::faults(document));
    spotted.extend(conflicts(document));

    let lines = LineStarts::of(text);
    let found = find(text, spotted.iter().flat_map(|(_, path)| tails(path)));
    let finding = |fault: Fault, span: Range<usize>| {
        let place = lines.place(span.start);
        Finding {
            code: fault.code(),
            severity: fault.severity(),
            item: fault.item(),
            line: place.line,
            column: place.column,
            span,
            fault,
        }
    };
    let mut findings: Vec<Finding> = spotted
        .iter()
        .map(|(fault, path)| {
            // A field that is left out has no place of its own; its item has.
            let span = tails(path).find_map(|path| found.get(&path).cloned()).unwrap_or(0..0);
            finding(fault.clone(), span)
        })
        .chain(of_the_text(opened, &survey(text)).into_iter().map(|(fault, span)| finding(fault, span)))
        .collect();
    findings.sort_by_key(|finding| (finding.line, finding.column, std::cmp::Reverse(finding.severity)));
    findings
}

/// The path itself and the shorter ones that lead to it, longest first.
fn tails<'a, 'p>(path: &'p Path<'static>) -> impl Iterator<Item = Path<'a>> + use<'a, 'p> {
    (0..=path.len()).rev().map(|length| -> Path<'a> { path[..length].to_vec() })
}

fn conflicts(document: &Document) -> impl Iterator<Item = Spotted> {
    document.frame.conflicts.iter().enumerate().map(|(at, conflict)| {
        let item = conflict.at.parse().ok();
        let fault = Fault::OpenConflict { item, at: conflict.at.clone(), field: conflict.field.clone() };
        (fault, vec![Key::Name("conflicts".into()), Key::At(at)])
    })
}

/// Faults of the text as a text.
fn of_the_text(opened: &Opened, survey: &Survey) -> Vec<(Fault, Range<usize>)> {
    let mut faults = Vec::new();
    for &(at, c) in &survey.hidden {
        faults.push((Fault::Invisible { item: None, c }, at..at + c.len_utf8()));
    }
    if let Some(&first) = survey.comments.first() {
        faults.push((Fault::Comments(opened.comments.clone()), first..first + 2));
    }
    if opened.newer {
        // What this program would write of it is not the whole map, so its form cannot be judged.
        faults.push((Fault::Newer, survey.version.clone().unwrap_or(0..0)));
    } else if let Some(at) = first_difference(&opened.text, &write(&opened.document)) {
        faults.push((Fault::NotCanonical, at..at));
    }
    faults
}

/// Where two texts part; `None` if they are equal.
fn first_difference(text: &str, other: &str) -> Option<usize> {
    if text == other {
        return None;
    }
    let same = text.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    Some(same)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{codes, open_text};

    const EXAMPLE: &str = include_str!("../../tests/fixtures/version-1.floke.ron");

    fn findings(text: &str) -> Vec<(&'static str, usize, usize)> {
        let opened = open_text("x.floke.ron", text.to_owned()).expect("opens");
        check(&opened).into_iter().map(|finding| (finding.code, finding.line, finding.column)).collect()
    }

    /// The example with one piece replaced, what is found in it that was not before, and the line of `mark`.
    fn new_in(from: &str, to: &str, mark: &str) -> (Vec<&'static str>, bool) {
        assert!(EXAMPLE.contains(from), "{from}");
        let text = EXAMPLE.replacen(from, to, 1);
        let line = text.lines().position(|line| line.contains(mark)).expect("marked") + 1;
        let old: Vec<_> = findings(EXAMPLE).into_iter().map(|(code, ..)| code).collect();
        let mut new = findings(&text);
        for code in old {
            if let Some(at) = new.iter().position(|(new, ..)| *new == code) {
                new.remove(at);
            }
        }
        new.retain(|(code, ..)| *code != "not-canonical");
        let placed = new.iter().any(|(_, at, _)| *at == line);
        (new.into_iter().map(|(code, ..)| code).collect(), placed)
    }

    #[test]
    fn each_fault_is_found_where_it_stands() {
        let link = "\"trust\": (sign: Unknown, certainty: Refuted)";
        for (from, to, mark, code) in [
            (
                "\"municipal-leadership\": (strength",
                "\"municipal-leaders\": (strength",
                "leaders\": (strength",
                "dangling-link",
            ),
            (
                "level: \"county\",\n      steers",
                "level: \"counti\",\n      steers",
                "\"counti\"",
                "unknown-level",
            ),
            ("area: \"5\",\n      causes", "area: \"6\",\n      causes", "area: \"6\"", "unknown-area"),
            ("phases: [\"early\"", "phases: [\"old\"", "phases: [\"old\"", "unknown-phase"),
            ("id: \"ministry\"", "id: \"county\"", "name: \"Ministries\"", "duplicate-id"),
            ("\"overheard\": (", "\"Overheard\": (", "\"Overheard\": (", "bad-id"),
            ("label: \"Parents\"", "label: \"Par\\u{200b}ents\"", "label: \"Par", "invisible-character"),
            (
                "part_of: \"system\"),\n    (id: \"ministry\"",
                "part_of: \"county\"),\n    (id: \"ministry\"",
                "part_of: \"county\"",
                "level-ring",
            ),
            (
                "through: [\n        (\"sector-steering\", Causes)",
                "through: [\n        (\"trust\", Causes)",
                "through: [",
                "broken-loop",
            ),
            ("Node(\"sector-steering\")", "Node(\"gone\")", "Node(\"gone\")", "broken-step"),
            ("\"parents-2021\": ()", "\"parents-2020\": ()", "\"parents-2020\"", "unknown-source"),
            ("owner: \"municipal-leadership\"", "owner: \"nobody\"", "owner: \"nobody\"", "unknown-actor"),
            ("effect_goal: \"whole", "effect_goal: \"hole", "effect_goal: \"hole", "unknown-goal"),
            ("now: Low,", "now: Low, votes: 1, stage: Idea,", "now: Low,", "misfit-field"),
            (link, "\"parents\": (sign: Plus)", "\"parents\": (sign: Plus)", "misfit-link"),
            ("influence: 3", "influence: 4", "influence: 4", "out-of-range"),
            ("strength: 2, certainty", "strength: 4, certainty", "strength: 4", "out-of-range"),
            ("label: \"Trust in services\"", "label: \" \"", "label: \" \"", "empty-label"),
            (
                "label: \"Trust in services\"",
                "label: \"Quality of LIFE\"",
                "Quality of LIFE",
                "duplicate-label",
            ),
            ("  title:", "  /* why */ title:", "why", "comments"),
            (link, "\"trust\": (sign: Unknown)", "\"trust\": (sign: Unknown)", "sign-unknown"),
            ("now: Low,", "now: Low, certainty: Confirmed,", "now: Low", "no-source"),
            ("stage: Experiment", "stage: Ended", "stage: Ended", "stopped-measure"),
            ("(\n  floke", "(\n \u{200e} floke", "floke: 1", "invisible-character"),
        ] {
            let (found, placed) = new_in(from, to, mark);
            assert!(found.contains(&code), "{to}: {found:?}");
            assert!(placed, "{to}: {found:?} in another place");
        }
    }

    /// The codes of the example once its measure is at a stage, without some fields.
    fn at_stage(stage: &str, without: &[(&str, &str)]) -> Vec<&'static str> {
        let mut text = EXAMPLE.replace("stage: Experiment", stage);
        for (from, to) in without {
            let from = text.find(from).expect("there");
            let to = from + text[from..].find(to).expect("behind it");
            text.replace_range(from..to, "");
        }
        let codes = findings(&text).into_iter().map(|(code, ..)| code);
        codes.filter(|code| code.starts_with("experiment-") || code.starts_with("learning-")).collect()
    }

    #[test]
    fn a_measure_that_ends_without_what_others_could_learn_from_is_hinted_at() {
        let learning = ("      learning: [", "      next: [");
        let all = [("      hypothesis: [", "      seen: ["), learning];
        assert_eq!(
            at_stage("stage: Adopted", &all),
            [
                "experiment-without-hypothesis",
                "experiment-without-participants",
                "experiment-without-learning"
            ]
        );
        assert_eq!(at_stage("stage: Ended", &[learning]), ["experiment-without-learning"]);
        assert!(at_stage("stage: Adopted", &[]).is_empty());
        assert!(at_stage("stage: Idea", &all).is_empty(), "while it runs nobody has to know");
        // Up to the end of its entry: the measure has no link of its own then.
        let links = (
            "      causes: {\n        \"quality-of-life\": (sign: Plus, delay: true)",
            "    ),\n    \"municipal",
        );
        assert_eq!(at_stage("stage: Adopted", &[links]), ["learning-without-card"]);
    }

    #[test]
    fn the_example_has_the_faults_it_shows_and_no_others() {
        let found: Vec<_> = findings(EXAMPLE).into_iter().map(|(code, ..)| code).collect();
        assert_eq!(found, ["open-conflict", "open-conflict", "open-conflict"]);
    }

    #[test]
    fn a_missing_link_does_not_break_a_loop() {
        let text = EXAMPLE
            .replace("\"sector-steering\": (sign: Plus)", "\"sector-steering\": (sign: Plus, missing: true)");
        assert!(findings(&text).iter().all(|(code, ..)| *code != "broken-loop"));
    }

    #[test]
    fn a_former_id_is_followed_by_loops_and_steps() {
        let text =
            EXAMPLE.replace("(\"families-carry-the-whole\", Causes)", "(\"parents-coordinate\", Causes)");
        let codes: Vec<_> = findings(&text).into_iter().map(|(code, ..)| code).collect();
        assert!(!codes.contains(&"broken-loop") && !codes.contains(&"broken-step"), "{codes:?}");
    }

    #[test]
    fn another_layout_is_one_finding_and_nothing_else() {
        let text = "(floke: 1, title: \"x\")";
        assert_eq!(findings(text), [("not-canonical", 1, 2)]);
        assert_eq!(findings("(\n  floke: 1,\n  title: \"x\",\n)\n"), []);
    }

    #[test]
    fn every_code_is_in_the_table_once() {
        let mut names: Vec<_> = codes().iter().map(|row| row.0).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
