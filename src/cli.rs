//! The command line: one file per subcommand.
//!
//! A subcommand takes its arguments and a [`Shell`], reads what it must and gives an [`Answer`] or a
//! [`Failure`]; only [`main`] prints. So data goes to standard output, everything else to standard error, and an
//! exit code means the same everywhere: 0 done, 1 done and there is something to report, 2 could not do it.
//!
//! Nothing is computed here that others could use: analyses, files and formats have rooms of their own.

mod actors;
mod answer;
mod chains;
mod check;
mod completions;
mod cut;
mod demo;
mod diff;
mod edit;
mod export;
mod finding;
mod fmt;
mod git_setup;
mod import;
mod keys;
mod later;
mod levels;
mod load;
mod lookup;
mod loops;
mod man;
mod merge;
mod merge_driver;
mod new;
mod screen;
mod settings;
mod shell;
mod show;
mod structure;
mod textconv;
mod trees;
mod way;
mod words;

use std::ffi::OsString;
use std::io::{ErrorKind, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::analysis::tree::Direction;
use crate::file::Settings;
use crate::text::Lang;

pub use answer::{Answer, Failure};
pub use shell::{Format, Shell};
pub use show::text as show_text;

/// Maps a wicked problem in a terminal: causes, levels, and the feedback loops that run or are missing
///
/// Without a command the map is opened in the editor; without a map the start screen.
#[derive(Parser, Clone, Debug)]
#[command(name = "floke", version, disable_help_subcommand = true, subcommand_negates_reqs = true)]
pub struct Arguments {
    /// The map to open; put -- before a name that begins with a dash
    map: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
    /// The language of words on screen; default from FLOKE_LANG, your settings, LC_ALL, LC_MESSAGES, LANG
    #[arg(long, global = true, value_name = "LANG")]
    lang: Option<LangName>,
    /// Whether to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
    /// A settings file to use instead of your own
    #[arg(long, global = true, value_name = "FILE")]
    settings: Option<PathBuf>,
    /// How data is written
    #[arg(long, global = true, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// A language on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum LangName {
    /// English.
    En,
    /// Norwegian Bokmål.
    Nb,
}

#[derive(Subcommand, Clone, Debug)]
enum Command {
    New(new::NewArgs),
    Demo(demo::DemoArgs),
    Show(show::ShowArgs),
    Check(check::CheckArgs),
    Fmt(fmt::FmtArgs),
    Chains(chains::ChainsArgs),
    /// Shows what leads to a card, as a tree, each card once in full
    Causes(trees::TreeArgs),
    /// Shows what a card leads to, as a tree, each card once in full
    Effects(trees::TreeArgs),
    Loops(loops::LoopsArgs),
    Actors(actors::ActorsArgs),
    Import(import::ImportArgs),
    Export(export::ExportArgs),
    Screen(screen::ScreenArgs),
    Keys(keys::KeysArgs),
    Completions(completions::CompletionsArgs),
    /// Prints the manual page
    Man,
    Levels(levels::LevelsArgs),
    /// What if a card grew or shrank (not yet)
    Ripple(later::LaterArgs),
    Cut(cut::CutArgs),
    Structure(structure::StructureArgs),
    Diff(diff::DiffArgs),
    Merge(merge::MergeArgs),
    GitSetup(git_setup::GitSetupArgs),
    MergeDriver(merge_driver::DriverArgs),
    Textconv(textconv::TextconvArgs),
    /// Opens in present mode (not yet)
    Present(later::LaterArgs),
    /// Changes an id everywhere (not yet)
    RenameId(later::LaterArgs),
}

/// The program: arguments in, exit code out.
#[must_use]
pub fn main() -> ExitCode {
    let given: Vec<OsString> = std::env::args_os().collect();
    let color = color_asked_for(&given);
    let parsed = Arguments::command()
        .color(color)
        .try_get_matches_from(&given)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are data; a closed pipe is no fault.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { could_not(&given) } else { answer::DONE });
        }
    };
    let code = could_not(&given);
    let answer = run(&arguments).unwrap_or_else(|failure| failed(&failure, color).with_code(code));
    print(&answer)
}

/// Runs the command.
///
/// # Errors
/// Why it could not be done.
pub fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let settings = match (&arguments.command, &arguments.settings) {
        // The same for everybody, unless somebody says which settings are meant.
        (Some(Command::Screen(_) | Command::Completions(_) | Command::Man), None) => Settings::default(),
        (_, named) => settings::load(named.as_deref())?,
    };
    let lang = match arguments.lang {
        Some(LangName::En) => Lang::En,
        Some(LangName::Nb) => Lang::Nb,
        None => Lang::detect(|name| std::env::var(name).ok(), settings.lang),
    };
    let (format, color) = (arguments.format, arguments.color);
    let shell = Shell { lang, format, color, width: shell::prose_width(), settings };
    let Some(command) = &arguments.command else { return edit::run(arguments.map.as_deref(), &shell) };
    if let Some(map) = &arguments.map {
        return Err(Failure::new(
            format!("'{}' stands before the command", map.display()),
            "write the command first, then its map",
        ));
    }
    match command {
        Command::New(args) => new::run(args, &shell),
        Command::Demo(args) => demo::run(args, &shell),
        Command::Show(args) => show::run(args, &shell),
        Command::Check(args) => check::run(args, &shell),
        Command::Fmt(args) => fmt::run(args, &shell),
        Command::Chains(args) => chains::run(args, &shell),
        Command::Causes(args) => trees::run(args, Direction::Causes, &shell),
        Command::Effects(args) => trees::run(args, Direction::Effects, &shell),
        Command::Loops(args) => loops::run(args, &shell),
        Command::Actors(args) => actors::run(args, &shell),
        Command::Import(args) => import::run(args, &shell),
        Command::Export(args) => export::run(args, &shell),
        Command::Screen(args) => screen::run(args, &shell),
        Command::Keys(args) => keys::run(args, &shell),
        Command::Completions(args) => Ok(completions::run(args)),
        Command::Man => man::run(),
        Command::Levels(args) => levels::run(args, &shell),
        Command::Ripple(_) => Err(Failure::not_yet("floke ripple")),
        Command::Cut(args) => cut::run(args, &shell),
        Command::Structure(args) => structure::run(args, &shell),
        Command::Diff(args) => diff::run(args, &shell),
        Command::Merge(args) => merge::run(args, &shell),
        Command::GitSetup(args) => git_setup::run(args, &shell),
        Command::MergeDriver(args) => Ok(merge_driver::run(args, &shell)),
        Command::Textconv(args) => Ok(textconv::run(args)),
        Command::Present(_) => Err(Failure::not_yet("floke present")),
        Command::RenameId(_) => Err(Failure::not_yet("floke rename-id")),
    }
}

/// The code for what could not be done. To git, which calls the merge driver, the usual one is a conflict whose text is ours.
fn could_not(arguments: &[OsString]) -> u8 {
    let mut rest = arguments.iter().skip(1);
    while let Some(argument) = rest.next() {
        match argument.to_str() {
            Some("--lang" | "--color" | "--settings" | "--format") => drop(rest.next()),
            Some("merge-driver") => return merge_driver::GIVEN_UP,
            Some(option) if option.starts_with("--") => {}
            _ => break,
        }
    }
    answer::FAILED
}

/// What `--color` says, before the arguments are read: their errors are coloured too.
fn color_asked_for(arguments: &[OsString]) -> ColorChoice {
    let arguments = || arguments.iter().take_while(|argument| *argument != "--");
    let apart = arguments()
        .zip(arguments().skip(1))
        .find(|(name, _)| *name == "--color")
        .map(|(_, value)| value.to_str());
    let joined = || arguments().find_map(|argument| argument.to_str()?.strip_prefix("--color="));
    match apart.flatten().or_else(joined) {
        Some("always") => ColorChoice::Always,
        Some("never") => ColorChoice::Never,
        _ => ColorChoice::Auto,
    }
}

/// A failure as an answer: drawn for a terminal, one line for everybody else.
fn failed(failure: &Failure, color: ColorChoice) -> Answer {
    let terminal = std::io::stderr().is_terminal();
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let colour = match color {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => terminal && !plain,
    };
    let err = if terminal { failure.drawn(colour) } else { format!("floke: {}\n", failure.line()) };
    Answer { err, code: answer::FAILED, ..Answer::default() }
}

/// Prints an answer. A closed pipe is success: whoever closed it had enough.
fn print(answer: &Answer) -> ExitCode {
    let mut code = answer.code;
    let mut out = std::io::stdout().lock();
    if let Err(error) = out.write_all(answer.out.as_bytes()).and_then(|()| out.flush()) {
        if error.kind() == ErrorKind::BrokenPipe {
            return ExitCode::from(answer::DONE);
        }
        code = answer::FAILED;
        let _ = writeln!(std::io::stderr(), "floke: standard output: {error}");
    }
    let _ = std::io::stderr().lock().write_all(answer.err.as_bytes());
    ExitCode::from(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_holds_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn colours_are_known_before_the_rest() {
        let ask = |text: &str| color_asked_for(&text.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(ask("floke show --color never x"), ColorChoice::Never);
        assert_eq!(ask("floke --color=always"), ColorChoice::Always);
        assert_eq!(ask("floke -- --color=always"), ColorChoice::Auto);
    }
}
