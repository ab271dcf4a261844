//! `floke completions`: what a shell completes.

use clap::{Args, CommandFactory};

use super::Arguments;
use super::answer::Answer;

/// Prints the completions for a shell
#[derive(Args, Clone, Debug)]
pub struct CompletionsArgs {
    /// The shell
    shell: clap_complete::Shell,
}

/// Answers with the script.
#[must_use]
pub fn run(args: &CompletionsArgs) -> Answer {
    let mut out = Vec::new();
    clap_complete::generate(args.shell, &mut Arguments::command(), "floke", &mut out);
    Answer::data(String::from_utf8_lossy(&out))
}
