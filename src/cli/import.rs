//! `floke import`: a map out of files in another format.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use crate::exchange::{Report, Source, formats, read_files};
use crate::text::{Lang, visible};

use super::answer::{Answer, Failure, REPORT, disk_words, json, name};
use super::new::{create, title_of};
use super::shell::{Shell, standard_input};

/// Makes a map out of files in another format, and says what it could not carry over
///
/// Exits with 1 if something could not be carried over.
#[derive(Args, Clone, Debug)]
pub struct ImportArgs {
    /// The format; see --list
    #[arg(long, value_name = "FORMAT", required_unless_present = "list")]
    from: Option<String>,
    /// The files, in any order; - reads standard input
    #[arg(value_name = "FILE", required_unless_present = "list")]
    files: Vec<PathBuf>,
    /// The map to make; it must not be there yet
    #[arg(short = 'o', long, value_name = "MAP", required_unless_present = "list")]
    output: Option<PathBuf>,
    /// The map's title; else what the files say, else the name of the map's file
    #[arg(long)]
    title: Option<String>,
    /// Lists the formats
    #[arg(long)]
    list: bool,
}

/// Makes the map.
///
/// # Errors
/// If a file cannot be read, or the map is there already; nothing is written then.
pub fn run(args: &ImportArgs, shell: &Shell) -> Result<Answer, Failure> {
    let wants_json = shell.wants_json()?;
    if args.list {
        return Ok(list(formats(), wants_json));
    }
    let format = args.from.as_deref().unwrap_or_default();
    if !formats().iter().any(|known| known.name == format) {
        return Err(unknown(format, formats(), "import"));
    }
    let output = args.output.as_deref().unwrap_or(Path::new(""));
    let files: Vec<(String, Vec<u8>)> =
        args.files.iter().map(|path| bytes(path)).collect::<Result<_, _>>()?;
    let sources: Vec<Source> = files.iter().map(|(name, bytes)| Source { name, bytes }).collect();
    let (mut map, report) = read_files(format, &sources, &title_of(output))?;
    if let Some(title) = &args.title {
        let mut frame = map.frame();
        frame.head.title.clone_from(title);
        map = map.with_frame(frame);
    }
    create(output, &map, shell.lang)?;
    let code = if report.skipped.is_empty() { 0 } else { REPORT };
    let answer = if wants_json { json(&json!(report)) } else { Answer::data(text(&report, &name(output))) };
    Ok(answer.with_code(code))
}

/// A file and its name in the report.
fn bytes(path: &Path) -> Result<(String, Vec<u8>), Failure> {
    if path.as_os_str() == "-" {
        return Ok(("standard input".to_owned(), standard_input()?));
    }
    let failed =
        |error: std::io::Error| Failure::of_file(name(path), disk_words(&error), "nothing was written");
    let mut bytes = Vec::new();
    // One byte more than is read of a table, so that too much is seen and not filled into memory.
    let file = std::fs::File::open(path).map_err(failed)?;
    file.take((64 << 20) + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok((name(path), bytes))
}

/// The report for people.
fn text(report: &Report, output: &str) -> String {
    let words = Lang::En.words();
    let (cards, links) = (words.things.card.of(report.read.nodes), words.links.link.of(report.read.links));
    let mut out = format!("{}: {cards}, {links}\n", visible(output));
    for (title, lines) in [
        (
            "Not carried over",
            report
                .skipped
                .iter()
                .map(|skipped| {
                    format!("{}:{}: {} — {}", skipped.file, skipped.line, skipped.what, skipped.why)
                })
                .collect::<Vec<_>>(),
        ),
        ("Decided for you", report.guessed.clone()),
    ] {
        if !lines.is_empty() {
            out.push_str(&format!("\n{title}:\n"));
            for line in lines {
                out.push_str(&format!("  {}\n", visible(&line.replace(['\n', '\r'], " "))));
            }
        }
    }
    out
}

/// The formats.
pub fn list(formats: &[crate::exchange::Format], wants_json: bool) -> Answer {
    if wants_json {
        let one = |format: &crate::exchange::Format| json!({"name": format.name, "about": format.about});
        return json(&json!({"formats": formats.iter().map(one).collect::<Vec<_>>()}));
    }
    Answer::data(
        formats.iter().map(|format| format!("{:6} {}\n", format.name, format.about)).collect::<String>(),
    )
}

/// A format that is not known.
pub fn unknown(format: &str, formats: &[crate::exchange::Format], command: &str) -> Failure {
    let names: Vec<&str> = formats.iter().map(|format| format.name).collect();
    Failure::new(
        format!("there is no format '{format}' to {command} yet"),
        format!("known: {}; see floke {command} --list", names.join(", ")),
    )
}
