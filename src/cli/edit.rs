//! `floke [MAP]`: opens the editor.

use std::path::Path;

use crate::file::Bundled;

use super::answer::{Answer, Failure};
use super::shell::Shell;

/// Opens a map file in the editor, or the start screen where none is named.
///
/// # Errors
/// If the file is no map, or there is no terminal.
pub fn run(_map: Option<&Path>, _shell: &Shell) -> Result<Answer, Failure> {
    Err(Failure::not_yet("the editor"))
}

/// Opens a bundled map as an unsaved copy.
///
/// # Errors
/// If there is no terminal.
pub fn bundled(_map: &Bundled, _shell: &Shell) -> Result<Answer, Failure> {
    Err(Failure::not_yet("the editor"))
}
