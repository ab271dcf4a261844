//! Findings as annotations in a GitHub workflow: one workflow command a line.
//!
//! The grammar is `::name key=value,key=value::text`
//! (<https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>). What stands for line
//! breaks, and in a value for commas and colons too, is written as `%0A` and so on, the percent sign first: a label can
//! neither end the line nor begin a command of its own.

use std::fmt::Write as _;

use crate::cli::finding::{Told, Weight};
use crate::file::Severity;
use crate::text::{Lang, visible};

/// One line for each finding, in the order given; nothing for none.
pub(super) fn lines(found: &[Told], lang: Lang) -> String {
    let mut out = String::new();
    for told in found {
        let name = match told.weight {
            Weight::Fault(Severity::Error) => "error",
            Weight::Fault(Severity::Warning) => "warning",
            Weight::Fault(Severity::Hint) | Weight::Observation => "notice",
        };
        let mut keys = format!("file={}", value(&told.file));
        if let Some((line, column)) = told.place {
            // Writing to a String cannot fail.
            let _ = write!(keys, ",line={line},col={column}");
        }
        let title = match told.mark(lang) {
            Some(mark) => format!("{} ({mark})", told.code),
            None => told.code.clone(),
        };
        let _ = writeln!(out, "::{name} {keys},title={}::{}", value(&title), text(&told.sentence()));
    }
    out
}

/// What stands behind the second `::`.
fn text(text: &str) -> String {
    let text = visible(text);
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands behind a `=`.
fn value(of: &str) -> String {
    text(of).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a runner reads: the name, the keys with their values, the text.
    fn read(line: &str) -> (String, Vec<(String, String)>, String) {
        let undone = |text: &str| {
            let plain = text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":");
            plain.replace("%2C", ",").replace("%25", "%")
        };
        let (head, text) = line.strip_prefix("::").and_then(|rest| rest.split_once("::")).expect("a command");
        let (name, keys) = head.split_once(' ').expect("keys");
        let keys = keys.split(',').map(|pair| pair.split_once('=').expect("a value"));
        let keys = keys.map(|(key, value)| (key.to_owned(), undone(value))).collect();
        (name.to_owned(), keys, undone(text))
    }

    #[test]
    fn a_runner_reads_what_was_meant_whatever_a_label_says() {
        let told = Told {
            code: "empty-label".to_owned(),
            weight: Weight::Fault(Severity::Error),
            file: "maps/a,b::c%2C.ron".to_owned(),
            place: Some((3, 7)),
            message: "«x\n::error::y\r\n%0A ::add-mask::» a: b, c".to_owned(),
            help: "mend it".to_owned(),
            is_new: Some(true),
            ..Told::default()
        };
        let hint = Told { weight: Weight::Fault(Severity::Hint), place: None, is_new: None, ..told.clone() };
        let out = lines(&[told.clone(), hint], Lang::En);
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines.len(), 2, "{out}");
        let (name, keys, text) = read(lines[0]);
        let said = visible(&told.message);
        assert_eq!((name.as_str(), text), ("error", format!("{said} — mend it")));
        let pairs: Vec<(&str, &str)> =
            keys.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        let title = "empty-label (new)";
        assert_eq!(pairs, [("file", told.file.as_str()), ("line", "3"), ("col", "7"), ("title", title)]);
        assert_eq!(read(lines[1]).0, "notice");
        assert_eq!(read(lines[1]).1.len(), 2);
    }
}
