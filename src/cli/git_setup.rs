//! `floke git-setup`: makes git show and merge maps by what they mean. It says what it does and can take it back.

use std::path::Path;

use clap::Args;

use super::answer::{Answer, Failure, REPORT, name};
use super::shell::Shell;
use crate::text::visible;
use crate::vcs::VcsFault;
use crate::vcs::setup::{ATTRIBUTES, Found, Part, Reach, SETTINGS, Setup};

/// Sets git up for maps: a readable diff, a merge by cards and links, and the attributes of map files
///
/// What is there already stays, and so does what others wrote. Where floke is not installed, git does what it does
/// without. Commit .gitattributes, so that colleagues need only run the same command.
#[derive(Args, Clone, Debug)]
pub struct GitSetupArgs {
    /// For this repository (the default)
    #[arg(long, conflicts_with = "global")]
    local: bool,
    /// For all your repositories
    #[arg(long)]
    global: bool,
    /// Only says what is set up; exits with 1 if not all of it is
    #[arg(long, conflicts_with_all = ["print", "remove"])]
    check: bool,
    /// Only prints what would be written
    #[arg(long, conflicts_with = "remove")]
    print: bool,
    /// Takes it out again
    #[arg(long)]
    remove: bool,
}

/// Answers with what was done, or what there is.
///
/// # Errors
/// Outside a repository, without git, or if the disk says no.
pub fn run(args: &GitSetupArgs, shell: &Shell) -> Result<Answer, Failure> {
    if args.print {
        return Ok(Answer::data(printed()));
    }
    let fault = |fault: VcsFault| {
        let help = match fault {
            VcsFault::NoRepository => "go to a folder of a repository, or write --global",
            _ => "",
        };
        Failure::new(fault.message(shell.lang), help)
    };
    let reach = if args.global { Reach::Global } else { Reach::Local };
    let setup = Setup::at(Path::new("."), reach).map_err(fault)?;
    if args.remove {
        let found = setup.take_out().map_err(fault)?;
        return Ok(Answer::data(told(&found, |own| if own.there { "taken out" } else { "not there" })));
    }
    if !args.check {
        let found = setup.put_in().map_err(fault)?;
        let out = told(&found, |own| match (own.there, &own.other) {
            (true, _) => "there already",
            (false, None) => "put in",
            (false, Some(_)) => "replaced",
        });
        return with_effect(&setup, Answer::data(out)).map_err(fault);
    }
    let found = setup.found().map_err(fault)?;
    let out = told(&found, |own| match (own.there, &own.other) {
        (true, _) => "there",
        (false, None) => "NOT there",
        (false, Some(_)) => "ANOTHER value",
    });
    if found.iter().all(|own| own.there) {
        return with_effect(&setup, Answer::data(out)).map_err(fault);
    }
    Ok(Answer::data(out).with_code(REPORT))
}

/// Says so where other lines of attributes win.
fn with_effect(setup: &Setup, answer: Answer) -> Result<Answer, VcsFault> {
    if setup.takes_effect()? {
        return Ok(answer);
    }
    let err = "floke: another line of .gitattributes or .git/info/attributes wins over the one for maps — \
               git check-attr --all x.floke.ron shows what counts\n";
    Ok(Answer { err: err.to_owned(), ..answer }.with_code(REPORT))
}

fn told(found: &[Found], state: impl Fn(&Found) -> &'static str) -> String {
    let line = |own: &Found| {
        let what = match &own.part {
            Part::Setting(name, _) => (*name).to_owned(),
            Part::Attributes(path) => name(path),
        };
        let other = own.other.as_ref().map_or_else(String::new, |other| format!(" (was: {other})"));
        let line = format!("{what}: {}{other}", state(own));
        format!("{}\n", visible(&line.replace('\n', " ")))
    };
    found.iter().map(line).collect()
}

/// What would be written, as the commands and the line for whoever does it by hand.
fn printed() -> String {
    let commands = SETTINGS
        .iter()
        .map(|(name, value)| format!("git config {name} '{}'\n", value.replace('\'', "'\\''")));
    format!("{}\n# .gitattributes\n{ATTRIBUTES}\n", commands.collect::<String>())
}
