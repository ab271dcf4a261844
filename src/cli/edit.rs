//! `floke [MAP]`: opens the editor.

use std::path::Path;

use clap::{ColorChoice, CommandFactory as _};

use crate::file::{Bundled, Recent};
use crate::tui::{Colours, RunOptions, Sheet, Start, run as show};

use super::Arguments;
use super::answer::{Answer, Failure};
use super::load;
use super::lookup::distance;
use super::settings;
use super::shell::Shell;

/// Opens a map file in the editor, or the start screen where none is named.
///
/// # Errors
/// If the file is no map, or there is no terminal.
pub fn run(map: Option<&Path>, shell: &Shell) -> Result<Answer, Failure> {
    shell.wants_json().and_then(|json| if json { Err(no_data()) } else { Ok(()) })?;
    open(start(map, shell)?, shell)
}

/// What the editor or a screen starts with.
///
/// # Errors
/// If the file is no map.
pub fn start(map: Option<&Path>, shell: &Shell) -> Result<Start, Failure> {
    let Some(path) = map else { return Ok(Start::Shelf) };
    let (opened, map) = load::both(path, shell.lang).map_err(|failure| or_a_command(path, failure))?;
    let notice = match () {
        () if opened.newer => shell.lang.words().says.read_only.to_owned(),
        () if opened.unmerged => shell.lang.words().files.unmerged.to_owned(),
        () => String::new(),
    };
    let read_only = opened.newer;
    let sheet = if path.as_os_str() == "-" { Sheet::unsaved(map) } else { Sheet::of_file(map, &opened) };
    Ok(Start::Map(Box::new(Sheet { notice, read_only, ..sheet })))
}

/// The failure, and where no file was meant but a command with a typing error, that command.
fn or_a_command(path: &Path, failure: Failure) -> Failure {
    let (Some(word), false) = (path.to_str(), path.exists()) else { return failure };
    let definition = Arguments::command();
    let near =
        definition.get_subcommands().map(clap::Command::get_name).find(|name| distance(word, name) <= 2);
    match near {
        Some(name) => Failure { advice: format!("{} Or: floke {name}", failure.advice), ..failure },
        None => failure,
    }
}

/// Opens a bundled map as an unsaved copy.
///
/// # Errors
/// If there is no terminal.
pub fn bundled(bundled: &Bundled, shell: &Shell) -> Result<Answer, Failure> {
    let sheet = Sheet::of_bundled(bundled).expect("a test reads every bundled map");
    open(Start::Map(Box::new(sheet)), shell)
}

/// Opens the bundled case with the tour on it.
///
/// # Errors
/// If there is no terminal.
pub fn tour(shell: &Shell) -> Result<Answer, Failure> {
    shell.wants_json().and_then(|json| if json { Err(no_data()) } else { Ok(()) })?;
    open(Start::Tour, shell)
}

fn open(start: Start, shell: &Shell) -> Result<Answer, Failure> {
    let (keymap, findings) = settings::findings(&shell.settings, shell.lang);
    let options = RunOptions {
        lang: shell.lang,
        colours: match shell.color {
            ColorChoice::Auto => Colours::Auto,
            ColorChoice::Always => Colours::Always,
            ColorChoice::Never => Colours::Never,
        },
        settings: shell.settings.clone(),
        keymap,
        recent: Recent::load(),
        notice: settings::notice(&findings, shell.lang),
    };
    show(start, options).map_err(|error| Failure::new(error.to_string(), ""))?;
    Ok(Answer::default())
}

fn no_data() -> Failure {
    Failure::new("the editor writes no JSON", "floke show --format json prints the map")
}
