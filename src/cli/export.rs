//! `floke export`: a map in another format.

pub(super) mod part;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::exchange::paper::{Paper, Picture};
use crate::exchange::{Letters, Medium, Part, Print, Share, Unmade, WRITES, csv, json::document, kumu};
use crate::file::{deliver, today};
use crate::layout::matrix::MatrixOf;
use crate::map::Map;
use crate::text::{Both, Lang, both, visible};

use super::answer::{Answer, Failure, disk_said, json, name};
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
        return Ok(list(WRITES, shell.wants_json()?, shell.lang));
    }
    if args.since.is_some() {
        return Err(Failure::not_yet("export --since"));
    }
    let format = args.to.as_deref().unwrap_or_default();
    if !WRITES.iter().any(|known| known.name == format) {
        return Err(unknown(format, WRITES, "export", shell.lang));
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
            "kumu" => (json(&kumu::write(&map)), in_words(&csv::left(&map), shell.lang)),
            _ => (json(&document(&map)), open_conflicts(&map, shell.lang)),
        };
        let all = left.join(", ");
        let said = if format == "kumu" {
            both!(
                "no blueprint holds these, they stay behind: {all}\n",
                "ingen «blueprint» kan romme dette, det blir igjen: {all}\n"
            )
        } else {
            both!(
                "the document does not hold these, they stay behind: {all}\n",
                "dokumentet rommer ikke dette, det blir igjen: {all}\n"
            )
        };
        let err = if left.is_empty() { String::new() } else { said.text(shell.lang).to_owned() };
        let Some(path) = &args.output else { return Ok(Answer { err, ..answer }) };
        write_all(args, &[(path.clone(), answer.out.into_bytes())], shell.lang)?;
        return Ok(Answer { err, ..Answer::default() });
    }
    let tables = csv::write(&map);
    let err = if tables.left.is_empty() {
        String::new()
    } else {
        let all = in_words(&tables.left, shell.lang).join(", ");
        let said = both!(
            "no table holds these, they stay behind: {all}\n",
            "ingen tabell kan romme dette, det blir igjen: {all}\n"
        );
        said.text(shell.lang).to_owned()
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
        std::fs::create_dir_all(path).map_err(|error| {
            let advice = both!("nothing was written", "ingenting er skrevet");
            Failure::of_file(name(path), disk_said(&error, shell.lang), advice.text(shell.lang))
        })?;
        texts
            .into_iter()
            .map(|(table, text)| (path.join(format!("{table}.csv")), text.into_bytes()))
            .collect()
    };
    write_all(args, &files, shell.lang)?;
    Ok(Answer { err, ..Answer::default() })
}

/// What stays behind, in a language.
fn in_words(left: &[Both], lang: Lang) -> Vec<String> {
    left.iter().map(|what| what.text(lang).to_owned()).collect()
}

/// What the JSON document has no field for.
fn open_conflicts(map: &Map, lang: Lang) -> Vec<String> {
    let open = map.conflicts().len();
    let said =
        both!("what the sides of open conflicts say ({open})", "det sidene i åpne konflikter sier ({open})");
    if open == 0 { Vec::new() } else { vec![said.text(lang).to_owned()] }
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
    let (text, letters) = print.text_and_letters(medium);
    let err = letters.map_or_else(String::new, |letters| too_small(letters, args, &part, shell.lang));
    let Some(path) = &args.output else {
        if medium == Medium::Png {
            return Err(Failure::said(
                shell.lang,
                &both!("a png is no text for a terminal", "en png er ingen tekst for en terminal"),
                &both!("name a file with -o", "nevn en fil med -o"),
            ));
        }
        return Ok(Answer { err, ..Answer::data(text) });
    };
    let bytes = Print::finish(medium, text).map_err(|unmade| match unmade {
        Unmade::NotBuilt => Failure::said(
            shell.lang, &both!("this floke was built without pictures of dots", "denne floke er bygget uten punktbilder"),
            &both!("write --to svg, which every program for slides takes, or build it with cargo build --release --features png", "skriv --to svg, som alle programmer for lysbilder tar, eller bygg den med cargo build --release --features png"),
        ),
        Unmade::Undrawn(why) => Failure::said(
            shell.lang,
            &both!("the picture could not be drawn: {why}", "bildet kunne ikke tegnes: {why}"),
            &both!("write --to svg", "skriv --to svg"),
        ),
    })?;
    write_all(args, &[(path.clone(), bytes)], shell.lang)?;
    Ok(Answer { err, ..Answer::default() })
}

/// Says that letters come out too small to be read and what helps; nothing where they can be read.
fn too_small(letters: Letters, args: &ExportArgs, part: &Part, lang: Lang) -> String {
    if letters.points >= Letters::LEAST {
        return String::new();
    }
    let points = format!("{:.1}", letters.points);
    let points = if lang == Lang::Nb { points.replace('.', ",") } else { points };
    let mut ways: Vec<String> =
        letters.larger.map(|paper| format!("--page {}", paper.name())).into_iter().collect();
    let is_board =
        matches!(part, Part::Whole | Part::Level(_) | Part::Area(_)) && args.picture == Shown::Board;
    if is_board && args.links == Links::All {
        ways.push("--links none".to_owned());
    }
    if is_board && *part == Part::Whole {
        ways.extend(["--level LEVEL".to_owned(), "--area AREA".to_owned()]);
    }
    let ways = ways.join(", ");
    let said = both!(
        "letters in the picture are only {points} points high on this paper",
        "bokstavene i bildet blir bare {points} punkt høye på dette arket"
    );
    let larger = both!("; larger with {ways}", "; større med {ways}");
    format!("{}{}\n", said.text(lang), if ways.is_empty() { "" } else { larger.text(lang) })
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
        return Err(Failure::said(
            shell.lang,
            &both!("--picture chooses what a page shows", "--picture velger hva en side viser"),
            &both!("write --to svg or --to png", "skriv --to svg eller --to png"),
        ));
    }
    let lang = map.lang_or(shell.lang);
    let picture = match (shown, part) {
        (Shown::MainModel, Part::Whole) => Picture::main_model(map, lang),
        (Shown::MainModel, _) => {
            return Err(Failure::said(
                shell.lang,
                &both!("the main model shows all areas", "hovedmodellen viser alle områder"),
                &both!(
                    "leave the part out, or --picture main-model",
                    "utelat delen, eller --picture main-model"
                ),
            ));
        }
        (_, Part::Level(level)) => Picture::matrix(map, &MatrixOf::Level(level.clone()), lang),
        (_, Part::Area(area)) => Picture::matrix(map, &MatrixOf::Area(area.clone()), lang),
        (_, Part::Whole) => Picture::matrix(map, &MatrixOf::Whole, lang),
        (_, Part::Walk(_) | Part::Journey(_)) => {
            return Err(Failure::said(
                shell.lang,
                &both!(
                    "a matrix is of a level, an area or the whole map",
                    "en matrise gjelder et nivå, et område eller hele kartet"
                ),
                &both!("leave the loop, chain or journey out", "utelat sløyfen, kjeden eller gjennomgangen"),
            ));
        }
    };
    let none = || {
        Failure::said(
            shell.lang,
            &both!(
                "there is nothing to draw: no areas, or no links between these cards",
                "det er ikke noe å tegne: ingen områder, eller ingen koblinger mellom disse kortene"
            ),
            &both!("try another part", "prøv en annen del"),
        )
    };
    picture.map(Some).ok_or_else(none)
}

/// Writes the files; none of them if one is there already and may not be overwritten, which the map itself never may.
fn write_all(args: &ExportArgs, files: &[(PathBuf, Vec<u8>)], lang: Lang) -> Result<(), Failure> {
    let map = args.map.as_ref().and_then(|map| map.canonicalize().ok());
    let own = files.iter().find(|(path, _)| map.is_some() && path.canonicalize().ok() == map);
    if let Some((path, _)) = own {
        return Err(Failure::said_of(
            lang,
            name(path),
            &both!("this is the map itself", "dette er kartet selv"),
            &both!("choose another name", "velg et annet navn"),
        ));
    }
    let force = args.force;
    let there = files.iter().find(|(path, _)| !force && path.symlink_metadata().is_ok());
    if let Some((path, _)) = there {
        return Err(Failure::said_of(
            lang,
            name(path),
            &both!("this file is there already", "denne filen finnes alt"),
            &both!("choose another name, or add --force", "velg et annet navn, eller legg til --force"),
        ));
    }
    for (path, bytes) in files {
        deliver(path, bytes, force).map_err(|error| {
            let advice = both!("nothing was written there", "ingenting er skrevet der");
            Failure::of_file(name(path), disk_said(&error, lang), advice.text(lang))
        })?;
    }
    Ok(())
}
