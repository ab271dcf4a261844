//! Merges files line by line, as git does by itself.
//!
//! What stands in the files is not read here; whether the outcome is a map is for the caller to see.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use super::fault::VcsFault;
use super::git::answer;

/// Three versions of a file, each with what it is called in markers.
#[derive(Clone, Copy, Debug)]
pub struct TextMerge<'a> {
    /// What both come from.
    pub base: (&'a Path, &'a OsStr),
    /// Our version; what comes out is written over it.
    pub ours: (&'a Path, &'a OsStr),
    /// Their version.
    pub theirs: (&'a Path, &'a OsStr),
    /// The length of markers.
    pub marker: u32,
}

impl TextMerge<'_> {
    /// Merges the three over ours. Whether no markers stand in it.
    ///
    /// # Errors
    /// If there is no git, or it could not merge them: ours is then as it was.
    pub fn run(&self) -> Result<bool, VcsFault> {
        let mut arguments: Vec<OsString> =
            vec!["merge-file".into(), "-q".into(), "--marker-size".into(), self.marker.to_string().into()];
        let three = [self.ours, self.base, self.theirs];
        arguments.extend(three.iter().flat_map(|(_, called)| [OsString::from("-L"), (*called).to_owned()]));
        arguments.push("--".into());
        arguments.extend(three.iter().map(|(path, _)| path.as_os_str().to_owned()));
        let ended = answer(Path::new("."), arguments)?;
        match ended.status.code() {
            Some(0) => Ok(true),
            // More is no number of conflicts.
            Some(1..=127) => Ok(false),
            _ => {
                let said = String::from_utf8_lossy(&ended.stderr);
                let said = said.lines().next().unwrap_or_default();
                let said = said.trim_start_matches("fatal: ").trim_start_matches("error: ");
                Err(VcsFault::Other(said.to_owned()))
            }
        }
    }
}
