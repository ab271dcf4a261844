//! `floke export`: a map in another format.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::exchange::{Share, WRITES, csv, json::document, kumu};
use crate::text::visible;

use super::answer::{Answer, Failure, disk_words, json, name};
use super::import::{list, unknown};
use super::load;
use super::shell::Shell;

/// Writes a map in another format
///
/// What actors want and can do (influence, stance, needs) stays at home unless --with-register is given.
#[derive(Args, Clone, Debug)]
pub struct ExportArgs {
    /// The format; see --list
    #[arg(long, value_name = "FORMAT", required_unless_present = "list")]
    to: Option<String>,
    /// The map; - reads standard input
    #[arg(required_unless_present = "list")]
    map: Option<PathBuf>,
    /// Where to write; csv: a folder for nodes.csv, links.csv and lists.csv, or X.csv for X-nodes.csv and so on
    #[arg(short = 'o', long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Overwrites what is there
    #[arg(long)]
    force: bool,
    /// Takes influence, stance and needs of the actors along
    #[arg(long)]
    with_register: bool,
    /// What to leave out, with commas between
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    without: Vec<Without>,
    /// Lists the formats
    #[arg(long)]
    list: bool,
    #[command(flatten)]
    part: Part,
}

/// What can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Without {
    /// What people said, word for word.
    Quotes,
    /// Every note.
    Notes,
}

/// Parts of a map; they come later.
#[derive(Args, Clone, Debug)]
struct Part {
    /// Only a loop (not yet)
    #[arg(long = "loop", value_name = "ID")]
    of_loop: Option<String>,
    /// Only a chain (not yet)
    #[arg(long, value_name = "FROM,TO")]
    chain: Option<String>,
    /// Only a journey (not yet)
    #[arg(long, value_name = "ID")]
    journey: Option<String>,
    /// Only a level (not yet)
    #[arg(long, value_name = "ID")]
    level: Option<String>,
    /// Only an area (not yet)
    #[arg(long, value_name = "ID")]
    area: Option<String>,
    /// What changed since (not yet)
    #[arg(long, value_name = "REV|FILE")]
    since: Option<String>,
}

/// Answers with the export, or writes it.
///
/// # Errors
/// If the map cannot be worked on, or what would be written is there already; nothing is written then.
pub fn run(args: &ExportArgs, shell: &Shell) -> Result<Answer, Failure> {
    if args.list {
        return Ok(list(WRITES, shell.wants_json()?));
    }
    let part = &args.part;
    for (asked, name) in [
        (part.of_loop.is_some(), "export --loop"),
        (part.chain.is_some(), "export --chain"),
        (part.journey.is_some(), "export --journey"),
        (part.level.is_some(), "export --level"),
        (part.area.is_some(), "export --area"),
        (part.since.is_some(), "export --since"),
    ] {
        if asked {
            return Err(Failure::not_yet(name));
        }
    }
    let format = args.to.as_deref().unwrap_or_default();
    if !WRITES.iter().any(|known| known.name == format) {
        return Err(unknown(format, WRITES, "export"));
    }
    let share = Share {
        register: args.with_register,
        quotes: !args.without.contains(&Without::Quotes),
        notes: !args.without.contains(&Without::Notes),
    };
    let map = share.of(&load::map(args.map.as_deref().unwrap_or(Path::new("-")), shell.lang)?);
    if format != "csv" {
        let (answer, left) = match format {
            "kumu" => (json(&kumu::write(&map)), csv::left(&map)),
            _ => (json(&document(&map)), Vec::new()),
        };
        let err = if left.is_empty() {
            String::new()
        } else {
            format!("no blueprint holds these, they stay behind: {}\n", left.join(", "))
        };
        let Some(path) = &args.output else { return Ok(Answer { err, ..answer }) };
        write_all(&[(path.clone(), answer.out)], args.force)?;
        return Ok(Answer { err, ..Answer::default() });
    }
    let tables = csv::write(&map);
    let err = if tables.left.is_empty() {
        String::new()
    } else {
        format!("no table holds these, they stay behind: {}\n", tables.left.join(", "))
    };
    let texts = [("nodes", tables.nodes), ("links", tables.links), ("lists", tables.lists)];
    let Some(path) = &args.output else {
        // In this order and with an empty line between them, import reads them from one stream again.
        let mut out = texts.map(|(_, text)| text).join("\n");
        if shell.width.is_some() {
            // A terminal must not act on what stands in a cell; a file or a pipe gets it as it is.
            out = out.lines().map(|line| format!("{}\n", visible(line))).collect();
        }
        return Ok(Answer { out, err, code: 0 });
    };
    let files: Vec<(PathBuf, String)> = if path.extension().is_some_and(|ending| ending == "csv") {
        let beside = |table: &str| {
            let mut file = path.file_stem().unwrap_or_default().to_owned();
            file.push(format!("-{table}.csv"));
            path.with_file_name(file)
        };
        texts.into_iter().map(|(table, text)| (beside(table), text)).collect()
    } else {
        std::fs::create_dir_all(path)
            .map_err(|error| Failure::of_file(name(path), disk_words(&error), "nothing was written"))?;
        texts.into_iter().map(|(table, text)| (path.join(format!("{table}.csv")), text)).collect()
    };
    write_all(&files, args.force)?;
    Ok(Answer { err, ..Answer::default() })
}

/// Writes the files; none of them if one is there already and may not be overwritten.
fn write_all(files: &[(PathBuf, String)], force: bool) -> Result<(), Failure> {
    let there = files.iter().find(|(path, _)| !force && path.symlink_metadata().is_ok());
    if let Some((path, _)) = there {
        return Err(Failure::of_file(
            name(path),
            "this file is there already",
            "choose another name, or add --force",
        ));
    }
    for (path, text) in files {
        let open = if force { std::fs::File::create(path) } else { std::fs::File::create_new(path) };
        open.and_then(|mut file| file.write_all(text.as_bytes()))
            .map_err(|error| Failure::of_file(name(path), disk_words(&error), "the export is not whole"))?;
    }
    Ok(())
}
