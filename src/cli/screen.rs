//! `floke screen`: the editor without a terminal: keys in, the last screen out.

use std::path::PathBuf;

use clap::{Args, ColorChoice, ValueEnum};

use serde_json::json;

use crate::command::Keymap;
use crate::palette::{Depth, Scheme, Theme};
use crate::text::visible;
use crate::tui::screen::{PlayOptions, Timing, play};

use super::answer::{Answer, Failure, json};
use super::edit;
use super::shell::Shell;

/// Plays keys into the editor without a terminal and prints the last screen
///
/// Hermetic: no clock, no settings but those of --settings, nothing is written unless --write is given. Keys stand as in
/// jj<enter><c-s><tab>; a blank is the space key, <lt> is <.
#[derive(Args, Clone, Debug)]
pub struct ScreenArgs {
    /// The map; without one the start screen
    map: Option<PathBuf>,
    /// The keys
    #[arg(long, default_value = "", allow_hyphen_values = true)]
    keys: String,
    /// Columns and rows
    #[arg(long, value_name = "COLSxROWS", default_value = "120x40", value_parser = size)]
    size: (u16, u16),
    /// How the screen is written
    #[arg(long = "as", value_name = "FORM", default_value = "text")]
    form: Form,
    /// The colours: dark, light, contrast or plain; pictures are light if nothing is said
    #[arg(long, value_name = "THEME", value_parser = theme)]
    theme: Option<Theme>,
    /// Prints, instead of the screen, the microseconds from each key to the bytes of its frame
    #[arg(long)]
    timing: bool,
    /// Lets the editor write files
    #[arg(long)]
    write: bool,
}

/// How a screen is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// Characters only.
    Text,
    /// With the codes that a terminal colours by.
    Ansi,
    /// A picture.
    Svg,
}

/// A theme by its name.
fn theme(text: &str) -> Result<Theme, String> {
    let names = || Theme::ALL.map(Theme::name).join(", ");
    Theme::named(text).ok_or_else(|| format!("there are these: {}", names()))
}

/// `120x40` as columns and rows.
fn size(text: &str) -> Result<(u16, u16), String> {
    let wrong = || "write columns, x and rows: 120x40".to_owned();
    let (columns, rows) = text.split_once(['x', 'X', '×']).ok_or_else(wrong)?;
    let size = (columns.trim().parse().map_err(|_| wrong())?, rows.trim().parse().map_err(|_| wrong())?);
    match size {
        (1..=1000, 1..=1000) => Ok(size),
        _ => Err("from 1x1 to 1000x1000".to_owned()),
    }
}

/// Answers with the last screen.
///
/// # Errors
/// If the map or the keys cannot be read.
pub fn run(args: &ScreenArgs, shell: &Shell) -> Result<Answer, Failure> {
    let wants_json = shell.wants_json()?;
    let start = edit::start(args.map.as_deref(), shell)?;
    let picture = args.form == Form::Svg;
    let unsaid = if picture { Theme::Light } else { Theme::default() };
    let theme = match shell.color {
        ColorChoice::Never => Theme::Plain,
        ColorChoice::Auto | ColorChoice::Always => args.theme.or(shell.settings.theme).unwrap_or(unsaid),
    };
    // A picture has all colours; of a terminal nothing is known but the sixteen.
    let scheme = Scheme { theme, depth: if picture { Depth::Many } else { Depth::Sixteen } };
    let options = PlayOptions {
        keys: args.keys.clone(),
        size: args.size,
        lang: shell.lang,
        scheme,
        write: args.write,
        keymap: Keymap::with(&shell.settings.keys).0,
        ..PlayOptions::default()
    };
    let played =
        play(start, &options).map_err(|error| Failure::new(error.to_string(), "see floke screen --help"))?;
    if args.timing {
        return Ok(timings(&played.timings, wants_json));
    }
    let screen = match args.form {
        Form::Text => played.text,
        Form::Ansi => played.ansi,
        Form::Svg => played.svg,
    };
    Ok(if wants_json { json(&json!({"screen": screen, "quit": played.quit})) } else { Answer::data(screen) })
}

/// One line a key: microseconds, bytes, key; the first frame has no key.
fn timings(timings: &[Timing], wants_json: bool) -> Answer {
    if wants_json {
        let one = |timing: &Timing| {
            let micros = u64::try_from(timing.micros).unwrap_or(u64::MAX);
            json!({"key": timing.key, "micros": micros, "bytes": timing.bytes})
        };
        return json(&json!({"frames": timings.iter().map(one).collect::<Vec<_>>()}));
    }
    let line = |timing: &Timing| {
        let key = if timing.key.is_empty() { "(first frame)" } else { &timing.key };
        format!("{:>8} µs {:>7} bytes  {}\n", timing.micros, timing.bytes, visible(key))
    };
    Answer::data(timings.iter().map(line).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_columns_by_rows() {
        assert_eq!(size("120x40"), Ok((120, 40)));
        for wrong in ["", "120", "x", "0x0", "120x", "70000x1", "2000x10", "-1x5"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
    }
}
