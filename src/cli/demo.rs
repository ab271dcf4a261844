//! `floke demo`: the maps that come with the program.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use crate::file::{Bundled, bundled, open_text, save_new};
use crate::text::{both, visible};

use super::answer::{Answer, Failure, json, name};
use super::edit;
use super::new::note;
use super::shell::Shell;

/// Opens a map that comes with the program, as an unsaved copy
///
/// Without a name the case map, in the language of --lang.
#[derive(Args, Clone, Debug)]
pub struct DemoArgs {
    /// Which map; see --list
    name: Option<String>,
    /// Saves the map there instead of opening it; the file must not be there yet
    #[arg(long, value_name = "PATH")]
    copy: Option<PathBuf>,
    /// Lists the maps
    #[arg(long)]
    list: bool,
    /// Learn by doing: a tour through the case map, a dozen steps
    #[arg(long, conflicts_with_all = ["name", "copy", "list"])]
    tour: bool,
}

/// Lists, copies or opens a bundled map.
///
/// # Errors
/// If there is no such map, or the copy is there already.
pub fn run(args: &DemoArgs, shell: &Shell) -> Result<Answer, Failure> {
    if args.tour {
        return edit::tour(shell);
    }
    let wants_json = shell.wants_json()?;
    if args.list {
        let named: Vec<(&Bundled, String)> = bundled().iter().map(|map| (map, title(map))).collect();
        if wants_json {
            let one = |(map, title): &(&Bundled, String)| json!({"name": map.name, "lang": map.lang, "title": title});
            return Ok(json(&json!({"maps": named.iter().map(one).collect::<Vec<_>>()})));
        }
        let line =
            |(map, title): &(&Bundled, String)| format!("{:18} {}  {}\n", map.name, map.lang, visible(title));
        return Ok(Answer::data(named.iter().map(line).collect::<String>()));
    }
    let chosen = match &args.name {
        Some(wanted) => bundled().iter().find(|map| map.name == wanted),
        None => bundled().iter().find(|map| map.lang == shell.lang.code()).or(bundled().first()),
    };
    let Some(map) = chosen else {
        let names: Vec<&str> = bundled().iter().map(|map| map.name).collect();
        let wanted = args.name.as_deref().unwrap_or_default();
        let names = names.join(", ");
        let what = both!("there is no map '{wanted}' in floke", "det er ikke noe kart «{wanted}» i floke");
        let advice = both!("there are {names}", "disse finnes: {names}");
        return Err(Failure::said(shell.lang, &what, &advice));
    };
    let Some(path) = &args.copy else { return edit::bundled(map, shell) };
    save_new(path, map.text).map_err(|error| Failure::of_save(path, &error, shell.lang))?;
    let file = name(path);
    if wants_json {
        return Ok(json(&json!({"created": file})));
    }
    let file = visible(&file);
    Ok(note(both!("made {file}", "laget {file}").text(shell.lang).to_owned()))
}

/// The title of a bundled map.
fn title(map: &Bundled) -> String {
    open_text(map.name, map.text.to_owned())
        .map_or_else(|_| String::new(), |map| map.document.frame.head.title)
}
