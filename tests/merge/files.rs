//! Maps in files for the merge: written, merged as text by git, and by the program.

#![allow(dead_code, reason = "each test takes what it needs")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use floke::file::write_map;
use floke::map::Map;
use tempfile::TempDir;

/// A folder with base.ron, ours.ron and theirs.ron.
pub struct Files(TempDir);

impl Files {
    pub fn of(base: &str, ours: &str, theirs: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in [("base.ron", base), ("ours.ron", ours), ("theirs.ron", theirs)] {
            fs::write(folder.path().join(name), text).expect("written");
        }
        Self(folder)
    }

    pub fn of_maps(base: &Map, ours: &Map, theirs: &Map) -> Self {
        Self::of(&write_map(base), &write_map(ours), &write_map(theirs))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("read")
    }

    /// Whether `git merge-file` leaves a conflict.
    pub fn git_conflicts(&self) -> bool {
        let ran = Command::new("git")
            .args(["merge-file", "-p", "-q", "ours.ron", "base.ron", "theirs.ron"])
            .current_dir(self.0.path())
            .output()
            .expect("git runs");
        ran.status.code() != Some(0)
    }

    /// Runs the program in the folder, in English.
    pub fn floke(&self, arguments: &[&str]) -> Output {
        run(self.0.path(), arguments)
    }
}

pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_floke"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", folder)
        .env("FLOKE_LANG", "en")
        .output()
        .expect("the program runs")
}
