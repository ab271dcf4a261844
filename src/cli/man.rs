//! `floke man`: the manual page, made of the command line's own definition and the table of keys.

use clap::CommandFactory;
use clap_mangen::Man;

use crate::command::Keymap;
use crate::command::reference::reference;
use crate::text::Lang;

use super::Arguments;
use super::answer::{Answer, Failure};

/// Answers with the page in roff, as `man` reads it.
///
/// # Errors
/// Never in practice: writing to memory does not fail.
pub fn run() -> Result<Answer, Failure> {
    page()
        .map(|page| Answer::data(String::from_utf8_lossy(&page)))
        .map_err(|error| Failure::new(error.to_string(), ""))
}

fn page() -> std::io::Result<Vec<u8>> {
    let mut command = Arguments::command();
    command.build();
    let mut page = Vec::new();
    let main = Man::new(command.clone());
    main.render_title(&mut page)?;
    main.render_name_section(&mut page)?;
    main.render_synopsis_section(&mut page)?;
    main.render_description_section(&mut page)?;
    main.render_options_section(&mut page)?;
    page.extend_from_slice(b".SH COMMANDS\n");
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        let mut part = Vec::new();
        // What every command takes stands once, above.
        let shared = |argument: &clap::Arg| argument.is_global_set() || argument.get_id() == "help";
        let own =
            sub.clone().mut_args(|argument| if shared(&argument) { argument.hide(true) } else { argument });
        let man = Man::new(own.clone());
        man.render_synopsis_section(&mut part)?;
        man.render_description_section(&mut part)?;
        if own.get_arguments().any(|argument| !argument.is_hide_set()) {
            man.render_options_section(&mut part)?;
        }
        page.extend_from_slice(format!(".SS \"floke {}\"\n", sub.get_name()).as_bytes());
        // The headings of a page of its own are paragraphs of ours.
        for line in String::from_utf8_lossy(&part).lines() {
            match line.strip_prefix(".SH ") {
                Some(_) => page.extend_from_slice(b".PP\n"),
                None => page.extend_from_slice(format!("{line}\n").as_bytes()),
            }
        }
    }
    page.extend_from_slice(b".SH KEYS\n.nf\n");
    for line in reference(&Keymap::default(), Lang::En).lines() {
        page.extend_from_slice(format!("{}\n", escaped(line)).as_bytes());
    }
    page.extend_from_slice(b".fi\n.SH \"EXIT STATUS\"\n");
    for (code, meaning) in [
        ("0", "Done, and nothing to report."),
        ("1", "Done, and there is something to report: a difference, a finding, no chain."),
        ("2", "Could not do it. One message says why; nothing was written."),
        ("101", "A fault in floke."),
    ] {
        page.extend_from_slice(format!(".TP\n{code}\n{meaning}\n").as_bytes());
    }
    page.extend_from_slice(b".SH FILES\n");
    for (name, meaning) in [
        (
            "$XDG_CONFIG_HOME/floke/settings.toml",
            "Language, theme and keys; in ~/.config where the variable is not set.",
        ),
        (
            "$XDG_STATE_HOME/floke/recent.json",
            "The maps opened last; in ~/.local/state where the variable is not set.",
        ),
    ] {
        page.extend_from_slice(format!(".TP\n{name}\n{meaning}\n").as_bytes());
    }
    page.extend_from_slice(b".SH ENVIRONMENT\n");
    for (name, meaning) in [
        (
            "FLOKE_LANG",
            "The language of words on screen, en or nb; before your settings, LC_ALL, LC_MESSAGES and LANG.",
        ),
        ("NO_COLOR", "No colours."),
    ] {
        page.extend_from_slice(format!(".TP\n{name}\n{meaning}\n").as_bytes());
    }
    Ok(page)
}

/// A line as roff takes it for text.
fn escaped(line: &str) -> String {
    let line = line.replace('\\', "\\e").replace('-', "\\-");
    if line.starts_with(['.', '\'']) { format!("\\&{line}") } else { line }
}
