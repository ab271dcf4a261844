//! `floke export`: a map in another format.

pub(super) mod part;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::exchange::paper::{Paper, Picture};
use crate::exchange::{Medium, Part, Print, Share, Unmade, WRITES, csv, json::document, kumu};
use crate::file::{deliver, today};
use crate::layout::matrix::MatrixOf;
use crate::map::Map;
use crate::text::visible;

use super::answer::{Answer, Failure, disk_words, json, name};
use super::import::{list, unknown};
use super::load;
use super::shell::Shell;
use part::PartArgs;

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
    /// The links on a board: all of them, or none and larger letters
    #[arg(long, value_name = "LINKS", default_value = "all")]
    links: Links,
    /// What an svg or a png shows: the board with loops, chains and journeys as staircases, the areas as boxes, or causes × effects
    #[arg(long, value_name = "PICTURE", default_value = "board")]
    picture: Shown,
    /// The paper of a picture, landscape; if nothing is said, a4 for a loop or a chain, a3 for a journey, and for a board the smallest one that it can be read on
    #[arg(long, value_name = "SIZE")]
    page: Option<Page>,
    /// The date on the page; today if nothing is said, '' for none
    #[arg(long, value_name = "TEXT")]
    date: Option<String>,
    #[command(flatten)]
    part: PartArgs,
    /// What changed since (not yet)
    #[arg(long, value_name = "REV|FILE")]
    since: Option<String>,
}

/// Which links stand on a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Links {
    /// All.
    All,
    /// None.
    None,
}

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shown {
    /// Cards on a board, loops and chains as staircases.
    Board,
    /// The areas as boxes.
    MainModel,
    /// Causes as rows, effects as columns.
    Matrix,
}

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Page {
    /// For a desk.
    A4,
    /// For a table.
    A3,
    /// For a wall.
    A1,
    /// For a large wall.
    A0,
}

/// What can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Without {
    /// What people said, word for word.
    Quotes,
    /// Every note.
    Notes,
}

/// Answers with the export, or writes it.
///
/// # Errors
/// If the map cannot be worked on, or what would be written is there already; nothing is written then.
pub fn run(args: &ExportArgs, shell: &Shell) -> Result<Answer, Failure> {
    if args.list {
        return Ok(list(WRITES, shell.wants_json()?));
    }
    if args.since.is_some() {
        return Err(Failure::not_yet("export --since"));
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
    if let Some(medium) = Medium::named(format) {
        return print(args, &map, medium, shell);
    }
    let map = args.part.of(&map)?.of(&map);
    if format != "csv" {
        let (answer, left) = match format {
            "kumu" => (json(&kumu::write(&map)), csv::left(&map)),
            _ => (json(&document(&map)), open_conflicts(&map)),
        };
        let holds_not =
            if format == "kumu" { "no blueprint holds these" } else { "the document does not hold these" };
        let err = if left.is_empty() {
            String::new()
        } else {
            format!("{holds_not}, they stay behind: {}\n", left.join(", "))
        };
        let Some(path) = &args.output else { return Ok(Answer { err, ..answer }) };
        write_all(args, &[(path.clone(), answer.out.into_bytes())])?;
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
    let files: Vec<(PathBuf, Vec<u8>)> = if path.extension().is_some_and(|ending| ending == "csv") {
        let beside = |table: &str| {
            let mut file = path.file_stem().unwrap_or_default().to_owned();
            file.push(format!("-{table}.csv"));
            path.with_file_name(file)
        };
        texts.into_iter().map(|(table, text)| (beside(table), text.into_bytes())).collect()
    } else {
        std::fs::create_dir_all(path)
            .map_err(|error| Failure::of_file(name(path), disk_words(&error), "nothing was written"))?;
        texts
            .into_iter()
            .map(|(table, text)| (path.join(format!("{table}.csv")), text.into_bytes()))
            .collect()
    };
    write_all(args, &files)?;
    Ok(Answer { err, ..Answer::default() })
}

/// What the JSON document has no field for.
fn open_conflicts(map: &Map) -> Vec<String> {
    let open = map.conflicts().len();
    if open == 0 { Vec::new() } else { vec![format!("what the sides of open conflicts say ({open})")] }
}

/// A picture, a page or a text that people look at.
fn print(args: &ExportArgs, map: &Map, medium: Medium, shell: &Shell) -> Result<Answer, Failure> {
    let part = args.part.of(map)?;
    let paper = args.page.map(|page| match page {
        Page::A4 => Paper::A4,
        Page::A3 => Paper::A3,
        Page::A1 => Paper::A1,
        Page::A0 => Paper::A0,
    });
    let date = args.date.clone().unwrap_or_else(|| today(map.lang_or(shell.lang)));
    let bare = args.links == Links::None;
    let picture = drawn(args.picture, map, &part, medium, shell)?;
    let print = Print { map, part: &part, picture, bare, paper, date: &date, lang: shell.lang };
    let Some(path) = &args.output else {
        if medium == Medium::Png {
            return Err(Failure::new("a png is no text for a terminal", "name a file with -o"));
        }
        return Ok(Answer::data(print.text(medium)));
    };
    let bytes = print.bytes(medium).map_err(|unmade| match unmade {
        Unmade::NotBuilt => Failure::new(
            "this floke was built without pictures of dots",
            "write --to svg, which every program for slides takes, or build it with cargo build --release --features png",
        ),
        Unmade::Undrawn(why) => Failure::new(format!("the picture could not be drawn: {why}"), "write --to svg"),
    })?;
    write_all(args, &[(path.clone(), bytes)])?;
    Ok(Answer::default())
}

/// The picture that was asked for; none where each part has one of its own.
fn drawn(
    shown: Shown,
    map: &Map,
    part: &Part,
    medium: Medium,
    shell: &Shell,
) -> Result<Option<Picture>, Failure> {
    if shown == Shown::Board {
        return Ok(None);
    }
    if !medium.is_picture() {
        return Err(Failure::new("--picture chooses what a page shows", "write --to svg or --to png"));
    }
    let lang = map.lang_or(shell.lang);
    let picture = match (shown, part) {
        (Shown::MainModel, Part::Whole) => Picture::main_model(map, lang),
        (Shown::MainModel, _) => {
            return Err(Failure::new(
                "the main model shows all areas",
                "leave the part out, or --picture main-model",
            ));
        }
        (_, Part::Level(level)) => Picture::matrix(map, &MatrixOf::Level(level.clone()), lang),
        (_, Part::Area(area)) => Picture::matrix(map, &MatrixOf::Area(area.clone()), lang),
        (_, Part::Whole) => Picture::matrix(map, &MatrixOf::Whole, lang),
        (_, Part::Walk(_) | Part::Journey(_)) => {
            return Err(Failure::new(
                "a matrix is of a level, an area or the whole map",
                "leave the loop, chain or journey out",
            ));
        }
    };
    let none = || {
        Failure::new(
            "there is nothing to draw: no areas, or no links between these cards",
            "try another part",
        )
    };
    picture.map(Some).ok_or_else(none)
}

/// Writes the files; none of them if one is there already and may not be overwritten, which the map itself never may.
fn write_all(args: &ExportArgs, files: &[(PathBuf, Vec<u8>)]) -> Result<(), Failure> {
    let map = args.map.as_ref().and_then(|map| map.canonicalize().ok());
    let own = files.iter().find(|(path, _)| map.is_some() && path.canonicalize().ok() == map);
    if let Some((path, _)) = own {
        return Err(Failure::of_file(name(path), "this is the map itself", "choose another name"));
    }
    let force = args.force;
    let there = files.iter().find(|(path, _)| !force && path.symlink_metadata().is_ok());
    if let Some((path, _)) = there {
        return Err(Failure::of_file(
            name(path),
            "this file is there already",
            "choose another name, or add --force",
        ));
    }
    for (path, bytes) in files {
        deliver(path, bytes, force)
            .map_err(|error| Failure::of_file(name(path), disk_words(&error), "nothing was written there"))?;
    }
    Ok(())
}
