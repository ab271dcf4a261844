//! What surrounds a command: language, terminal, what it may read.

use std::io::{IsTerminal, Read as _};

use clap::ColorChoice;

use crate::file::Settings;
use crate::text::Lang;

use super::answer::Failure;

/// How data is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs: one JSON document.
    Json,
    /// Annotations in a GitHub workflow (check).
    Github,
    /// A SARIF log for code scanning (check).
    Sarif,
    /// Markdown (diff).
    Markdown,
}

impl Format {
    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Json => "json",
            Format::Github => "github",
            Format::Sarif => "sarif",
            Format::Markdown => "markdown",
        }
    }
}

/// What surrounds a command.
#[derive(Clone, Debug, Default)]
pub struct Shell {
    /// The language of words on screen.
    pub lang: Lang,
    /// How data is written.
    pub format: Format,
    /// What `--color` says.
    pub color: ColorChoice,
    /// How wide lines of prose may be; `None` where they are not broken.
    pub width: Option<usize>,
    /// What the person has set; nothing for commands that are the same for everybody.
    pub settings: Settings,
}

impl Shell {
    /// Whether data is written as JSON.
    ///
    /// # Errors
    /// For a format that this command does not write.
    pub fn wants_json(&self) -> Result<bool, Failure> {
        match self.format {
            Format::Text => Ok(false),
            Format::Json => Ok(true),
            Format::Github | Format::Sarif => Err(Failure::new(
                format!("only a check is written as {}", self.format.name()),
                "write text or json",
            )),
            Format::Markdown => Err(Failure::new(
                "only a difference is written as Markdown with --format",
                "floke export --to markdown writes a map",
            )),
        }
    }

    /// Prose as lines, each behind `indent` blanks.
    #[must_use]
    pub fn prose(&self, text: &str, indent: usize) -> String {
        let blanks = " ".repeat(indent);
        let lines = match self.width {
            Some(width) => crate::text::wrap(text, width.saturating_sub(indent).max(20), self.lang),
            None => vec![text.to_owned()],
        };
        lines.iter().map(|line| format!("{blanks}{line}\n")).collect()
    }
}

/// The width of lines of prose: that of the terminal, but no wider than is good to read.
#[must_use]
pub fn prose_width() -> Option<usize> {
    let columns = || ratatui::crossterm::terminal::size().ok().map(|(columns, _)| usize::from(columns));
    std::io::stdout().is_terminal().then(|| columns().unwrap_or(80).clamp(40, 100))
}

/// All of standard input.
///
/// # Errors
/// If it cannot be read.
pub fn standard_input() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    // One byte more than any reader takes, so that too much is seen and not filled into memory.
    let read = std::io::stdin().lock().take((64 << 20) + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure::of_file("standard input", error.to_string(), ""))?;
    Ok(bytes)
}
