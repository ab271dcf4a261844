//! Findings as a SARIF 2.1.0 log, as code scanning services read them.
//!
//! The form is that of the OASIS standard
//! (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>); section numbers below are its own.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::cli::finding::{Told, Weight};
use crate::file::{Severity, codes};
use crate::text::visible;

/// The schema that a log follows.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// One log with one run, the findings in the order given.
pub(super) fn log(found: &[Told]) -> Value {
    let mut alike: BTreeMap<[&str; 3], usize> = BTreeMap::new();
    let results: Vec<Value> = found
        .iter()
        .map(|told| {
            let nth = alike.entry([&told.file, &told.code, &told.subject]).or_default();
            *nth += 1;
            result(told, *nth)
        })
        .collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "floke",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules(found),
            }},
            // Columns count characters, not the halves of some of them (3.14.17).
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

/// The kinds of findings there are among these, by code.
fn rules(found: &[Told]) -> Vec<Value> {
    let kinds: BTreeMap<&str, Weight> = found.iter().map(|told| (told.code.as_str(), told.weight)).collect();
    let rule = |(code, weight): (&str, Weight)| {
        let known = codes().iter().find(|row| row.0 == code);
        // How much it weighs by itself: a result says what it weighs here.
        let weight = known.map_or(weight, |row| Weight::Fault(row.1));
        let mut rule = json!({"id": code, "defaultConfiguration": {"level": level(weight)}});
        if let Some(&(.., meaning)) = known {
            rule["shortDescription"] = json!({"text": message(meaning)});
        }
        rule
    };
    kinds.into_iter().map(rule).collect()
}

/// A finding; `nth` of those that are of one kind and about the same thing.
fn result(told: &Told, nth: usize) -> Value {
    let mut physical = json!({"artifactLocation": {"uri": uri(&told.file)}});
    if let Some((line, column)) = told.place {
        physical["region"] = json!({"startLine": line, "startColumn": column});
    }
    let mut result = json!({
        "ruleId": told.code,
        "level": level(told.weight),
        "message": {"text": message(&told.sentence())},
        "locations": [{"physicalLocation": physical}],
        // By this a service knows a finding again when lines above it come and go (3.27.17).
        "partialFingerprints": {"flokeFinding/v1": fingerprint(told, nth)},
    });
    if told.weight == Weight::Observation {
        result["kind"] = json!("informational");
        // Where something is no failure there is no level (3.27.10).
        result["level"] = json!("none");
    }
    if let Some(is_new) = told.is_new {
        result["baselineState"] = json!(if is_new { "new" } else { "unchanged" });
    }
    result
}

fn level(weight: Weight) -> &'static str {
    match weight {
        Weight::Fault(Severity::Error) => "error",
        Weight::Fault(Severity::Warning) => "warning",
        Weight::Fault(Severity::Hint) => "note",
        Weight::Observation => "none",
    }
}

/// A text as a plain message: braces doubled, or they would be places to fill in (3.11.5), and no link, whatever a label
/// says (3.11.6).
fn message(text: &str) -> String {
    let text = visible(text).replace('{', "{{").replace('}', "}}");
    if text.contains("](") { text.replace('[', "\\[").replace(']', "\\]") } else { text }
}

/// A path as a URI (RFC 3986): relative as it was named, from `/` on as a file of this machine.
fn uri(path: &str) -> String {
    let path = path.strip_prefix("./").unwrap_or(path);
    let mut out = String::from(if path.starts_with('/') { "file://" } else { "" });
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            // Writing to a String cannot fail.
            _ => _ = write!(out, "%{byte:02X}"),
        }
    }
    out
}

fn fingerprint(told: &Told, nth: usize) -> String {
    let text = [&told.file, &told.code, &told.subject, &nth.to_string()].map(String::as_str).join("\n");
    let digest = Sha256::digest(text.as_bytes());
    digest[..16].iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_can_neither_link_nor_be_filled_in() {
        assert_eq!(message("see [this](http://x) {0}"), "see \\[this\\](http://x) {{0}}");
        assert_eq!(message("a [b] c"), "a [b] c");
    }

    #[test]
    fn a_path_is_a_uri() {
        assert_eq!(uri("./maps/mål 1%.ron"), "maps/m%C3%A5l%201%25.ron");
        assert_eq!(uri("/tmp/a:b.ron"), "file:///tmp/a%3Ab.ron");
    }

    #[test]
    fn a_finding_is_known_again_on_another_line_and_told_from_its_like() {
        let one = Told { place: Some((1, 1)), code: "x".to_owned(), ..Told::default() };
        let other = Told { place: Some((9, 9)), ..one.clone() };
        let print = |log: &Value, at: usize| log["runs"][0]["results"][at]["partialFingerprints"].clone();
        let (log, moved) = (log(&[one.clone(), one]), log(&[other]));
        assert_eq!(print(&log, 0), print(&moved, 0));
        assert_ne!(print(&log, 0), print(&log, 1));
    }
}
