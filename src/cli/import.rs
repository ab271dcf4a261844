//! `floke import`: a map out of files in another format.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use crate::exchange::report::Counts;
use crate::exchange::{Report, Skipped, Source, formats, read_files, read_onto};
use crate::file::open::open_text;
use crate::file::{Document, Opened, save_document, write};
use crate::map::Map;
use crate::text::{Both, Lang, both, visible};

use super::answer::{Answer, Failure, REPORT, disk_said, json, name};
use super::fmt::comments_lost;
use super::load;
use super::new::{create, title_of};
use super::shell::{Shell, standard_input};

/// How the text of `--from list` is written.
const LIST_HELP: &str = "A list (--from list) is text, one card a line, with or without bullets or numbers:
  # Users                a heading: the level or area of that name, else a new area
  Users:                 the same; so are **Users** and a line without a bullet over lines with one
  - Long wait            a card in it
    - No one answers     a card further in: it gets the tag 'Long wait'; no link is made
  few breaks -> tired    two cards and a link: -> same direction, -o opposite, -? unknown, --> later
  tired /users #1A       /level and #area place the card that they stand behind
Rows with tabs or ; are a table of sticky notes. The report says what became of every heading.";

/// Makes a map out of files in another format, or brings one up to date, and says what it could not carry over
///
/// If the map is there already, it is brought up to date: cards are found again by what the other program calls
/// them, by their id or by their label, what people did in floke stays, and nothing is taken away.
/// Exits with 1 if something could not be carried over.
#[derive(Args, Clone, Debug)]
#[command(after_long_help = LIST_HELP)]
pub struct ImportArgs {
    /// The format; see --list
    #[arg(long, value_name = "FORMAT", required_unless_present = "list")]
    from: Option<String>,
    /// The files, in any order; - reads standard input
    #[arg(value_name = "FILE", required_unless_present = "list")]
    files: Vec<PathBuf>,
    /// The map to make, or to bring up to date
    #[arg(short = 'o', long, value_name = "MAP", required_unless_present = "list")]
    output: Option<PathBuf>,
    /// The map's title; else the one that it has, else what the files say, else the name of the map's file
    #[arg(long)]
    title: Option<String>,
    /// Lists the formats
    #[arg(long)]
    list: bool,
}

/// Makes the map, or brings it up to date.
///
/// # Errors
/// If a file or the map that is there cannot be read, or it cannot be written; nothing is written then.
pub fn run(args: &ImportArgs, shell: &Shell) -> Result<Answer, Failure> {
    let wants_json = shell.wants_json()?;
    if args.list {
        return Ok(list(formats(), wants_json, shell.lang));
    }
    let format = args.from.as_deref().unwrap_or_default();
    if !formats().iter().any(|known| known.name == format) {
        return Err(unknown(format, formats(), "import", shell.lang));
    }
    let output = args.output.as_deref().unwrap_or(Path::new(""));
    let files: Vec<(String, Vec<u8>)> =
        args.files.iter().map(|path| bytes(path, shell.lang)).collect::<Result<_, _>>()?;
    let sources: Vec<Source> = files.iter().map(|(name, bytes)| Source { name, bytes }).collect();
    let there = output.symlink_metadata().is_ok().then(|| writable(output, shell.lang)).transpose()?;
    let (mut map, report) = match &there {
        None => read_files(format, &sources, &title_of(output))
            .map_err(|fault| Failure::of_import(fault, shell.lang))?,
        Some((_, existing)) => {
            let (deed, report) = read_onto(format, &sources, existing)
                .map_err(|fault| Failure::of_import(fault, shell.lang))?;
            let mut map = existing.clone();
            map.apply(&deed.change).map_err(|error| {
                let what = Both { en: error.said(Lang::En), nb: error.said(Lang::Nb) };
                let advice = both!("leave a part of the files out", "utelat en del av filene");
                Failure::said_of(shell.lang, name(output), &what, &advice)
            })?;
            (map, report)
        }
    };
    if let Some(title) = &args.title {
        let mut frame = map.frame();
        frame.head.title.clone_from(title);
        map = map.with_frame(frame);
    }
    let written = match &there {
        None => create(output, &map, shell.lang).map(|()| true)?,
        Some((opened, existing)) if *existing != map => {
            write_over(opened, &map, shell.lang).map(|()| true)?
        }
        Some(_) => false,
    };
    let torn = report.update.as_ref().is_some_and(|told| !told.torn.is_empty());
    let code = if report.skipped.is_empty() && !torn { 0 } else { REPORT };
    let answer = if wants_json {
        json(&json!(report))
    } else {
        Answer::data(text(&report, &name(output), written, shell.lang))
    };
    Ok(answer.with_code(code))
}

/// The map that is there, if it may be rewritten without a loss.
fn writable(path: &Path, lang: Lang) -> Result<(Opened, Map), Failure> {
    let (opened, map) = load::both(path, lang)?;
    let refused = if opened.newer {
        Some((
            both!("a newer floke wrote this map", "en nyere floke skrev dette kartet"),
            both!("bring it up to date with that version", "oppdater det med den versjonen"),
        ))
    } else if opened.comments.is_empty() {
        None
    } else {
        let advice = both!(
            "move them into notes first; floke fmt --drop-comments drops them",
            "flytt dem til notater først; floke fmt --drop-comments fjerner dem"
        );
        Some((comments_lost(opened.comments.len()), advice))
    };
    match refused {
        Some((what, advice)) => Err(Failure::said_of(lang, name(path), &what, &advice)),
        None => Ok((opened, map)),
    }
}

/// Puts the map in the place of the one that was opened.
fn write_over(opened: &Opened, map: &Map, lang: Lang) -> Result<(), Failure> {
    let path = &opened.path;
    let document = Document::of(map);
    // What could not be opened again, for a label beyond all limits say, is not written at all.
    open_text(&path.to_string_lossy(), write(&document)).map_err(|error| Failure::of_open(&error, lang))?;
    save_document(path, &document, Some(opened.text.as_bytes()))
        .map(|_| ())
        .map_err(|error| Failure::of_save(path, &error, lang))
}

/// A file and its name in the report.
fn bytes(path: &Path, lang: Lang) -> Result<(String, Vec<u8>), Failure> {
    if path.as_os_str() == "-" {
        let name = both!("standard input", "standard inn");
        return Ok((name.text(lang).to_owned(), standard_input()?));
    }
    let failed = |error: std::io::Error| {
        let advice = both!("nothing was written", "ingenting er skrevet");
        Failure::of_file(name(path), disk_said(&error, lang), advice.text(lang))
    };
    let mut bytes = Vec::new();
    // One byte more than is read of a table, so that too much is seen and not filled into memory.
    let file = std::fs::File::open(path).map_err(failed)?;
    file.take((64 << 20) + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok((name(path), bytes))
}

/// The report for people.
fn text(report: &Report, output: &str, written: bool, lang: Lang) -> String {
    let words = lang.words();
    let own = &words.incoming;
    let amount = |counts: &Counts| {
        format!("{}, {}", words.things.card.of(counts.nodes), words.links.link.of(counts.links))
    };
    let mut out = format!("{}: {}\n", visible(output), amount(&report.read));
    if let Some(update) = &report.update {
        for (what, counts) in [
            (own.new, &update.new),
            (own.changed, &update.changed),
            (own.unchanged, &update.unchanged),
            (own.kept, &update.left),
        ] {
            out.push_str(&format!("  {what}: {}\n", amount(counts)));
        }
        if !written {
            out.push_str(&format!("{}\n", own.not_written));
        }
    }
    let place = |skipped: &Skipped| {
        let line = if skipped.line > 0 { format!(":{}", skipped.line) } else { String::new() };
        format!("{}{line}: {} — {}", skipped.file, skipped.what.text(lang), skipped.why.text(lang))
    };
    let (told, torn) =
        report.update.as_ref().map_or((&[][..], &[][..]), |update| (&update.told, &update.torn));
    let texts = |rows: &[Both]| rows.iter().map(|row| row.text(lang).to_owned()).collect::<Vec<_>>();
    for (title, lines) in [
        (own.skipped, report.skipped.iter().map(place).collect::<Vec<_>>()),
        (own.torn, texts(torn)),
        (own.told, texts(told)),
        (own.guessed, texts(&report.guessed)),
        (own.left_out, texts(&report.left_out)),
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
pub fn list(formats: &[crate::exchange::Format], wants_json: bool, lang: Lang) -> Answer {
    if wants_json {
        let one = |format: &crate::exchange::Format| json!({"name": format.name, "about": format.about});
        return json(&json!({"formats": formats.iter().map(one).collect::<Vec<_>>()}));
    }
    Answer::data(
        formats.iter().map(|format| format!("{:6} {}\n", format.name, format.said(lang))).collect::<String>(),
    )
}

/// A format that is not known.
pub fn unknown(format: &str, formats: &[crate::exchange::Format], command: &str, lang: Lang) -> Failure {
    let names: Vec<&str> = formats.iter().map(|format| format.name).collect();
    let known = names.join(", ");
    let what = both!(
        "there is no format '{format}' to {command} yet",
        "det finnes ikke noe format «{format}» for floke {command} ennå"
    );
    let advice =
        both!("known: {known}; see floke {command} --list", "kjente: {known}; se floke {command} --list");
    Failure::said(lang, &what, &advice)
}
