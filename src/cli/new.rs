//! `floke new`: a new map.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use crate::file::open::open_text;
use crate::file::template::{Template, like};
use crate::file::{save_new, write_map};
use crate::map::Map;
use crate::text::{Lang, both};

use super::answer::{Answer, Failure, json, name};
use super::load;
use super::shell::Shell;

/// Makes a new map file
///
/// The names of levels and areas are in the language of --lang; all of them can be renamed and removed.
#[derive(Args, Clone, Debug)]
pub struct NewArgs {
    /// The file to make; it must not be there yet
    map: PathBuf,
    /// main-model (four levels, five areas), levels (four levels, areas still to be found), blank,
    /// administration (resident to ministry), or a map whose levels, areas and phases are taken over
    #[arg(long, value_name = "TEMPLATE", default_value = "main-model")]
    template: PathBuf,
    /// The map's title; else the file's name
    #[arg(long)]
    title: Option<String>,
}

/// Makes the file.
///
/// # Errors
/// If it is there already, cannot be written, or the template is no map.
pub fn run(args: &NewArgs, shell: &Shell) -> Result<Answer, Failure> {
    let wants_json = shell.wants_json()?;
    let title = args.title.clone().unwrap_or_else(|| title_of(&args.map));
    let map = match args.template.to_str().and_then(Template::named) {
        Some(template) => template.map(&title, shell.lang),
        None => like(&load::map(&args.template, shell.lang)?, &title),
    };
    create(&args.map, &map, shell.lang)?;
    let file = name(&args.map);
    Ok(if wants_json {
        json(&json!({"created": file}))
    } else {
        let file = crate::text::visible(&file).into_owned();
        let said = both!(
            "made {file}\nfloke {file} opens it; press a there and write your first cause",
            "laget {file}\nfloke {file} åpner det; trykk a der og skriv den første årsaken"
        );
        note(said.text(shell.lang).to_owned())
    })
}

/// A message, not data.
pub fn note(text: String) -> Answer {
    Answer { err: text + "\n", ..Answer::default() }
}

/// Writes a map to a file that is not there yet.
///
/// # Errors
/// If it is there, or cannot be written.
pub fn create(path: &Path, map: &Map, lang: Lang) -> Result<(), Failure> {
    let text = write_map(map);
    // A file that could not be opened again, for a label beyond all limits say, is not written at all.
    open_text(&path.to_string_lossy(), text.clone()).map_err(|error| Failure::of_open(&error, lang))?;
    save_new(path, &text).map(|_| ()).map_err(|error| Failure::of_save(path, &error, lang))
}

/// A title made of a file's name: `our-town.floke.ron` is `Our town`.
pub fn title_of(path: &Path) -> String {
    let stem = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let stem = [".floke.ron", ".ron", ".csv"].iter().find_map(|end| stem.strip_suffix(end)).unwrap_or(&stem);
    let words: String =
        stem.chars().map(|c| if c == '-' || c == '_' || c.is_control() { ' ' } else { c }).collect();
    let title = crate::text::words::capital(words.trim());
    if title.is_empty() { "Map".to_owned() } else { title }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_come_from_file_names() {
        for (path, title) in
            [("a/our-town.floke.ron", "Our town"), ("x.ron", "X"), (".ron", "Map"), ("åpen_dør", "Åpen dør")]
        {
            assert_eq!(title_of(Path::new(path)), title);
        }
    }
}
