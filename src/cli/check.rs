//! `floke check`: faults of map files, and what the maps show of the world where somebody asks.

mod annotations;
mod base;
mod sarif;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::json;

use crate::analysis::{Levels, Observed};
use crate::file::{Fault, Finding, Opened, Severities, Severity, check, locate};
use crate::map::Item;
use crate::text::Lang;

use self::base::Base;
use super::answer::{Answer, FAILED, Failure, REPORT, json, name};
use super::finding::{Told, Weight, numbers};
use super::load;
use super::shell::{Format, Shell};
use super::words::{new_since, totals};

/// Lists the faults of map files, each with its place and what to do
///
/// Exits with 1 if there is one at or above --deny, with 2 if a file cannot be read; the others are checked all
/// the same. A floke.toml in the folder of a map says how much its warnings and hints weigh: under [severity] lines such as
/// no-source = "error", with error, warning, hint or off. --format github writes annotations for a workflow, sarif a log
/// for code scanning.
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
    /// Marks findings that are new since a revision
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
/// If git cannot say what stood in the revision: a file that cannot be read is a finding.
pub fn run(args: &CheckArgs, shell: &Shell) -> Result<Answer, Failure> {
    if shell.format == Format::Markdown {
        return Err(Failure::new("a check is not written as Markdown", "write text, json, github or sarif"));
    }
    let Findings { found, unreadable } = findings(args, shell.lang)?;
    let numbers = numbers(&found);
    let denied = found.iter().any(|told| told.weight >= Weight::Fault(args.deny.severity()));
    let code = match (unreadable, denied) {
        (true, _) => FAILED,
        (_, true) => REPORT,
        _ => 0,
    };
    let mut last = totals(shell.lang, numbers);
    if let Some(revision) = &args.base {
        let new = found.iter().filter(|told| told.is_new == Some(true)).count();
        last.push_str(&new_since(shell.lang, new, revision));
    }
    last.push('\n');
    let answer = match shell.format {
        Format::Json => json(&json!({
            "findings": found.iter().map(Told::json).collect::<Vec<_>>(),
            "errors": numbers[0],
            "warnings": numbers[1],
            "hints": numbers[2],
        })),
        Format::Sarif => json(&sarif::log(&found)),
        Format::Github => Answer { err: last, ..Answer::data(annotations::lines(&found, shell.lang)) },
        Format::Text | Format::Markdown => {
            let lines: String = found.iter().map(|told| told.line(shell.lang) + "\n").collect();
            Answer::data(lines + &last)
        }
    };
    Ok(answer.with_code(code))
}

/// All that was found in the files, and whether one of them cannot be read.
struct Findings {
    found: Vec<Told>,
    unreadable: bool,
}

fn findings(args: &CheckArgs, lang: Lang) -> Result<Findings, Failure> {
    let mut base = args.base.as_deref().map(|revision| Base::new(revision, lang));
    let mut severities: BTreeMap<PathBuf, Severities> = BTreeMap::new();
    let mut all = Findings { found: Vec::new(), unreadable: false };
    for path in &args.maps {
        let beside = Severities::path_beside(path);
        let own = severities.entry(beside.clone()).or_insert_with(|| {
            let own = if path.as_os_str() == "-" { Severities::default() } else { Severities::load(&beside) };
            all.found.extend(faults_of(&own, &beside, lang));
            own
        });
        let opened = match load::opened(path, lang) {
            Ok(opened) => opened,
            Err(failure) => {
                all.unreadable = true;
                all.found.push(unreadable(failure, path));
                continue;
            }
        };
        let file = name(&opened.path);
        let findings = check(&opened);
        let faults: Vec<&Fault> = findings.iter().map(|finding| &finding.fault).collect();
        let are_new = match &mut base {
            Some(base) => base.are_new(path, &faults)?.into_iter().map(Some).collect(),
            None => vec![None; faults.len()],
        };
        for (finding, is_new) in findings.iter().zip(are_new) {
            if let Some(severity) = own.of(finding.code, finding.severity) {
                let weight = Weight::Fault(severity);
                all.found.push(Told { weight, is_new, ..told(finding, &file, lang) });
            }
        }
        if args.observations {
            all.found.extend(observed(&opened, &file, lang));
        }
    }
    Ok(all)
}

/// What is wrong with the file that says how much faults weigh. It is an error: a slip in it could make the gate weaker.
fn faults_of(own: &Severities, path: &Path, lang: Lang) -> Vec<Told> {
    let told = |fault: &crate::file::SeverityFault| Told {
        code: fault.code().to_owned(),
        weight: Weight::Fault(Severity::Error),
        file: name(path),
        place: Some((fault.place.line, fault.place.column)),
        span: fault.span.clone(),
        message: fault.message(lang),
        help: fault.help(lang),
        ..Told::default()
    };
    own.faults.iter().map(told).collect()
}

fn unreadable(failure: Failure, path: &Path) -> Told {
    Told {
        code: "unreadable".to_owned(),
        weight: Weight::Fault(Severity::Error),
        file: failure.file.unwrap_or_else(|| name(path)),
        place: failure.place,
        message: failure.what,
        help: failure.advice,
        ..Told::default()
    }
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
        is_new: None,
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
            message: own.sentence(&map, lang),
            subject: subject(item),
            ..Told::default()
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
