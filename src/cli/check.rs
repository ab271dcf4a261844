//! `floke check`: faults of map files, and what the maps show of the world where somebody asks.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::json;

use crate::analysis::{Levels, Observed};
use crate::file::{Finding, Opened, Severity, check, locate};
use crate::map::Item;
use crate::text::Lang;

use super::answer::{Answer, FAILED, Failure, REPORT, json, name};
use super::finding::{Told, Weight, numbers};
use super::load;
use super::shell::Shell;
use super::words::totals;

/// Lists the faults of map files, each with its place and what to do
///
/// Exits with 1 if there is one at or above --deny, with 2 if a file cannot be read; the others are checked all
/// the same.
#[derive(Args, Clone, Debug)]
pub struct CheckArgs {
    /// The maps; - reads standard input
    #[arg(required = true, value_name = "MAP")]
    maps: Vec<PathBuf>,
    /// From which severity on a fault counts
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    deny: Deny,
    /// What the map shows of the world, too; it never changes the exit code
    #[arg(long)]
    observations: bool,
    /// Marks findings that are new since a revision (not yet)
    #[arg(long, value_name = "REV")]
    base: Option<String>,
}

/// From which severity on a fault counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Deny {
    /// Errors only.
    Error,
    /// Warnings too.
    Warning,
    /// Hints too.
    Hint,
}

impl Deny {
    fn severity(self) -> Severity {
        match self {
            Deny::Error => Severity::Error,
            Deny::Warning => Severity::Warning,
            Deny::Hint => Severity::Hint,
        }
    }
}

/// Answers with the findings of all files, in the order of the files.
///
/// # Errors
/// Only for what is not there yet: a file that cannot be read is a finding.
pub fn run(args: &CheckArgs, shell: &Shell) -> Result<Answer, Failure> {
    let wants_json = shell.wants_json()?;
    if args.base.is_some() {
        return Err(Failure::not_yet("check --base"));
    }
    let mut found: Vec<Told> = Vec::new();
    let mut unreadable = false;
    for path in &args.maps {
        match load::opened(path, shell.lang) {
            Ok(opened) => {
                let file = name(&opened.path);
                found.extend(check(&opened).iter().map(|finding| told(finding, &file, shell.lang)));
                if args.observations {
                    found.extend(observed(&opened, &file, shell.lang));
                }
            }
            Err(failure) => {
                unreadable = true;
                found.push(Told {
                    code: "unreadable".to_owned(),
                    weight: Weight::Fault(Severity::Error),
                    file: failure.file.unwrap_or_else(|| name(path)),
                    place: failure.place,
                    span: 0..0,
                    message: failure.what,
                    help: failure.advice,
                    subject: String::new(),
                });
            }
        }
    }
    let numbers = numbers(&found);
    let denied = found.iter().any(|told| told.weight >= Weight::Fault(args.deny.severity()));
    let code = match (unreadable, denied) {
        (true, _) => FAILED,
        (_, true) => REPORT,
        _ => 0,
    };
    if wants_json {
        let document = json!({
            "findings": found.iter().map(Told::json).collect::<Vec<_>>(),
            "errors": numbers[0],
            "warnings": numbers[1],
            "hints": numbers[2],
        });
        return Ok(json(&document).with_code(code));
    }
    let mut out = String::new();
    for told in &found {
        out.push_str(&told.line(shell.lang));
        out.push('\n');
    }
    out.push_str(&totals(shell.lang, numbers));
    out.push('\n');
    Ok(Answer::data(out).with_code(code))
}

fn told(finding: &Finding, file: &str, lang: Lang) -> Told {
    Told {
        code: finding.code.to_owned(),
        weight: Weight::Fault(finding.severity),
        file: file.to_owned(),
        place: Some((finding.line, finding.column)),
        span: finding.span.clone(),
        message: finding.message(lang),
        help: finding.help(lang),
        subject: finding.item.as_ref().map_or_else(String::new, subject),
    }
}

/// What the map of a file shows of the world, each at the place of the first thing it is about. Nothing for a file with
/// faults that a map cannot have: those come first.
fn observed(opened: &Opened, file: &str, lang: Lang) -> Vec<Told> {
    let Ok(map) = opened.document.to_map() else { return Vec::new() };
    let open = Observed::of(&map, &Levels::of(&map)).open;
    let items: Vec<Item> = open.iter().map(|own| own.subjects().swap_remove(0)).collect();
    let places = locate(&opened.text, &opened.document, &items);
    let told =
        |((own, item), place): ((&crate::analysis::Observation, &Item), Option<crate::file::Place>)| Told {
            code: own.code().to_owned(),
            weight: Weight::Observation,
            file: file.to_owned(),
            place: place.map(|place| (place.line, place.column)),
            span: 0..0,
            message: own.sentence(&map, lang),
            help: String::new(),
            subject: subject(item),
        };
    open.iter().zip(&items).zip(places).map(told).collect()
}

/// What a finding is about: an id, or `from>to` for a link.
pub(super) fn subject(item: &Item) -> String {
    match item {
        Item::Map => String::new(),
        Item::Level(id) => id.to_string(),
        Item::Phase(id) => id.to_string(),
        Item::Goal(id) => id.to_string(),
        Item::Area(id) => id.to_string(),
        Item::Source(id) => id.to_string(),
        Item::Node(id) => id.to_string(),
        Item::Link(id) => format!("{}>{}", id.from, id.to),
        Item::Loop(id) => id.to_string(),
        Item::Journey(id) => id.to_string(),
        Item::SetAside(key) => key.clone(),
    }
}
