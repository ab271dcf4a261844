//! `floke textconv`: what git shows of a map in place of its file. It never fails, or git would show nothing at all.

use std::io::Read as _;
use std::path::PathBuf;

use clap::Args;

use super::answer::Answer;
use crate::exchange::lines;
use crate::file::{limits::MOST_BYTES, open};
use crate::text::visible;

/// Prints a map in readable lines for git: what named loops do and who hears whom first
///
/// What cannot be read as a map is printed as it stands, hidden characters made visible. `floke git-setup` tells git to
/// call it.
#[derive(Args, Clone, Debug)]
pub struct TextconvArgs {
    /// The file that git gives
    file: PathBuf,
}

/// Answers with the lines, whatever is in the file.
#[must_use]
pub fn run(args: &TextconvArgs) -> Answer {
    let map = open(&args.file).ok().and_then(|opened| opened.document.to_map().ok());
    Answer::data(map.map_or_else(|| raw(args), |map| lines::text(&map)))
}

/// The file as it stands, safe to show. Only files are read: a pipe could keep git waiting.
fn raw(args: &TextconvArgs) -> String {
    let mut bytes = Vec::new();
    let is_file = std::fs::metadata(&args.file).is_ok_and(|file| file.is_file());
    let file = is_file.then(|| std::fs::File::open(&args.file).ok()).flatten();
    // Half a file is better than none.
    let _ = file.map(|file| file.take(MOST_BYTES as u64).read_to_end(&mut bytes));
    let text = String::from_utf8_lossy(&bytes);
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        out.push_str(&visible(line));
        out.push('\n');
    }
    out
}
