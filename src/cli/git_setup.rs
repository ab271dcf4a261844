//! `floke git-setup`: makes git show and merge maps by what they mean. It says what it does and can take it back.

use std::path::Path;

use clap::Args;

use super::answer::{Answer, Failure, REPORT, name};
use super::shell::Shell;
use crate::text::visible;
use crate::text::words::RepositoryWords;
use crate::vcs::VcsFault;
use crate::vcs::setup::{ATTRIBUTES, Found, Part, SETTINGS, Scope, Setup, There};

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
    let words = &shell.lang.words().repository;
    let fault = |fault: VcsFault| {
        let help = match fault {
            VcsFault::NoRepository | VcsFault::Bare => words.go_there.to_owned(),
            VcsFault::NoGit => String::new(),
            _ => fault.help(shell.lang),
        };
        Failure::new(fault.message(shell.lang), help)
    };
    let scope = if args.global { Scope::Global } else { Scope::Local };
    let setup = Setup::at(Path::new("."), scope).map_err(fault)?;
    if args.remove {
        let found = setup.take_out().map_err(fault)?;
        let out = told(&found, words, |there| match there {
            There::No => words.not_there,
            There::Theirs(_) => words.theirs,
            There::Yes | There::Older(_) | There::Own(_) => words.taken_out,
        });
        return Ok(Answer::data(out));
    }
    let found = if args.check { setup.found() } else { setup.put_in() }.map_err(fault)?;
    let out = told(&found, words, |there| match (there, args.check) {
        (There::Yes, true) => words.there,
        (There::Yes, false) => words.there_already,
        (There::No, true) => words.lacks,
        (There::No, false) => words.put_in,
        (There::Older(_), true) => words.older,
        (There::Older(_), false) => words.replaced,
        (There::Own(_), _) => words.own,
        (There::Theirs(_), _) => words.theirs,
    });
    let mut answer = Answer::data(out);
    let mut warn = |what: &str| {
        let err = format!("floke: {what}\n");
        answer = Answer { err: format!("{}{err}", answer.err), ..answer.clone() }.with_code(REPORT);
    };
    if found.iter().any(|own| matches!(own.there, There::Theirs(_))) {
        warn(words.theirs_stay);
    }
    let complete = !args.check || found.iter().all(|own| own.there.is_done());
    if complete && !setup.takes_effect().map_err(fault)? {
        warn(words.wins);
    }
    Ok(if complete { answer } else { answer.with_code(REPORT) })
}

fn told(found: &[Found], words: &RepositoryWords, state: impl Fn(&There) -> &'static str) -> String {
    let line = |own: &Found| {
        let what = match &own.part {
            Part::Setting(name, _) => (*name).to_owned(),
            Part::Attributes(path) => name(path),
        };
        let other = match &own.there {
            There::Older(other) | There::Own(other) | There::Theirs(other) if !other.is_empty() => {
                format!(" ({}: {other})", words.was)
            }
            _ => String::new(),
        };
        let line = format!("{what}: {}{other}", state(&own.there));
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
