//! Sets git up for maps: a readable diff, a merge by cards and links, and the attributes that say which files are maps.
//!
//! What is there already stays as it is, other people's lines stay, and everything can be taken away again: the bytes
//! of the attributes are then what they were. Each command says itself what to do where floke is not installed.

use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::fault::VcsFault;
use super::git::{ask, path_of};
use super::repository::Repository;
use crate::file::deliver;

/// The line that says which files are maps.
pub const ATTRIBUTES: &str =
    "*.floke.ron text eol=lf diff=floke merge=floke linguist-language=RON conflict-marker-size=7";

/// The settings, by name. The shell lines fall back to what git does by itself.
pub const SETTINGS: [(&str, &str); 4] = [
    (
        "diff.floke.textconv",
        "f() { if command -v floke >/dev/null 2>&1; then floke textconv -- \"$1\"; else cat -- \"$1\"; fi; }; f",
    ),
    // What stands over a hunk: the card in readable lines, or the id where the file itself is shown.
    ("diff.floke.xfuncname", "^(card [a-z0-9-]+ .*)$\n^ *(\"[^\"]+\": \\()$"),
    ("merge.floke.name", "floke: maps by cards and links"),
    (
        "merge.floke.driver",
        // Git takes every code below 129 for a conflict and our side for its text: only 1 may mean that, or the other
        // side is lost where floke could not even begin.
        "if command -v floke >/dev/null 2>&1; then floke merge-driver -- %O %A %B %L %P %S %X %Y || \
         { test $? -eq 1 && exit 1; exit 129; }; else \
         git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B; fi",
    ),
];

/// For which maps git is set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those of one repository; the attributes are to be committed.
    Local,
    /// All of one person.
    Global,
}

/// A part of the set-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A setting and its value.
    Setting(&'static str, &'static str),
    /// The line in this file.
    Attributes(PathBuf),
}

/// A part, and whether it is as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which.
    pub part: Part,
    /// Whether it is there.
    pub there: bool,
    /// What stands in its place: another value of a setting.
    pub other: Option<String>,
}

/// Where git is set up.
#[derive(Clone, Debug)]
pub struct Setup {
    reach: Reach,
    folder: PathBuf,
    attributes: PathBuf,
}

impl Setup {
    /// As seen from a folder; `home` is where a person's own files are, for [`Reach::Global`].
    ///
    /// # Errors
    /// If the folder is in no repository, or there is no git.
    pub fn at(folder: &Path, reach: Reach) -> Result<Self, VcsFault> {
        let attributes = match reach {
            Reach::Local => Repository::at(folder)?.top().join(".gitattributes"),
            Reach::Global => {
                let said = ask(folder, ["config", "--global", "--type=path", "--get", "core.attributesFile"]);
                match said {
                    Ok(said) => path_of(said.strip_suffix(b"\n").unwrap_or(&said)),
                    Err(VcsFault::Other(_)) => own_attributes()?,
                    Err(fault) => return Err(fault),
                }
            }
        };
        Ok(Self { reach, folder: folder.to_owned(), attributes })
    }

    /// What there is of it.
    ///
    /// # Errors
    /// If git or the disk cannot say.
    pub fn found(&self) -> Result<Vec<Found>, VcsFault> {
        let mut all = Vec::new();
        for (name, value) in SETTINGS {
            let values = self.values(name)?;
            let there = values == [value];
            let other = (!there && !values.is_empty()).then(|| values.join("; "));
            all.push(Found { part: Part::Setting(name, value), there, other });
        }
        let there = has_line(&self.read()?);
        all.push(Found { part: Part::Attributes(self.attributes.clone()), there, other: None });
        Ok(all)
    }

    /// Whether git takes files of maps for maps: another line may say otherwise. Only asked where the line is.
    ///
    /// # Errors
    /// If git cannot say.
    pub fn takes_effect(&self) -> Result<bool, VcsFault> {
        if self.reach == Reach::Global {
            return Ok(true);
        }
        let said = ask(
            self.attributes.parent().unwrap_or(&self.folder),
            ["check-attr", "diff", "merge", "--", "x.floke.ron"],
        )?;
        let said = String::from_utf8_lossy(&said);
        Ok(said.lines().filter(|line| line.ends_with(": floke")).count() == 2)
    }

    /// Puts in what is not there. Gives the parts as they were.
    ///
    /// # Errors
    /// If git or the disk says no; what was put in before that stays.
    pub fn put_in(&self) -> Result<Vec<Found>, VcsFault> {
        let found = self.found()?;
        for own in found.iter().filter(|own| !own.there) {
            match &own.part {
                Part::Setting(name, value) => {
                    self.config(["--replace-all", name, value])?;
                }
                Part::Attributes(path) => self.write(path, &with_line(&self.read()?))?,
            }
        }
        Ok(found)
    }

    /// Takes out what was put in; other values and other people's lines stay. Gives the parts as they were.
    ///
    /// # Errors
    /// As [`Setup::put_in`].
    pub fn take_out(&self) -> Result<Vec<Found>, VcsFault> {
        let found = self.found()?;
        for own in found.iter().filter(|own| own.there) {
            match &own.part {
                Part::Setting(name, _) => {
                    self.config(["--unset-all", name])?;
                }
                Part::Attributes(path) => {
                    let left = without_line(&self.read()?);
                    if left.is_empty() {
                        std::fs::remove_file(path).map_err(|error| disk(path, &error))?;
                    } else {
                        self.write(path, &left)?;
                    }
                }
            }
        }
        Ok(found)
    }

    fn scope(&self) -> &'static str {
        match self.reach {
            Reach::Local => "--local",
            Reach::Global => "--global",
        }
    }

    fn config<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Result<Vec<u8>, VcsFault> {
        let all = ["config", self.scope()].into_iter().chain(arguments).map(OsString::from);
        ask(&self.folder, all)
    }

    /// The values of a setting; none where git knows none.
    fn values(&self, name: &str) -> Result<Vec<String>, VcsFault> {
        match self.config(["-z", "--get-all", name]) {
            Ok(said) => {
                let said = String::from_utf8_lossy(&said);
                Ok(said.split_terminator('\0').map(str::to_owned).collect())
            }
            // Without a message: there is no such setting.
            Err(VcsFault::Other(said)) if said.is_empty() => Ok(Vec::new()),
            // A person without any settings has no file of them.
            Err(VcsFault::Other(said)) if said.contains("unable to read config file") => Ok(Vec::new()),
            Err(fault) => Err(fault),
        }
    }

    /// The bytes of the attributes; none where there is no such file.
    fn read(&self) -> Result<Vec<u8>, VcsFault> {
        match std::fs::read(&self.attributes) {
            Ok(bytes) => Ok(bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(disk(&self.attributes, &error)),
        }
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), VcsFault> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| disk(folder, &error))?;
        }
        deliver(path, bytes, true).map_err(|error| disk(path, &error))
    }
}

fn disk(path: &Path, error: &std::io::Error) -> VcsFault {
    VcsFault::Other(format!("{}: {error}", path.display()))
}

/// Where git looks for a person's attributes unless told otherwise.
fn own_attributes() -> Result<PathBuf, VcsFault> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let config =
        set("XDG_CONFIG_HOME").or_else(|| Some(set("HOME").or_else(|| set("USERPROFILE"))?.join(".config")));
    let config = config.ok_or_else(|| VcsFault::Other("nobody's home: HOME is not set".to_owned()))?;
    Ok(config.join("git").join("attributes"))
}

fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n')
}

fn is_ours(line: &[u8]) -> bool {
    line.trim_ascii() == ATTRIBUTES.as_bytes()
}

fn has_line(bytes: &[u8]) -> bool {
    lines(bytes).any(is_ours)
}

/// The bytes with the line behind them, ended as the others are: where the last one has no end, ours has none.
fn with_line(bytes: &[u8]) -> Vec<u8> {
    let end: &[u8] = if bytes.windows(2).any(|two| two == b"\r\n") { b"\r\n" } else { b"\n" };
    let mut all = bytes.to_vec();
    if bytes.is_empty() || bytes.ends_with(b"\n") {
        all.extend_from_slice(ATTRIBUTES.as_bytes());
        all.extend_from_slice(end);
    } else {
        all.extend_from_slice(end);
        all.extend_from_slice(ATTRIBUTES.as_bytes());
    }
    all
}

/// The bytes without the line: what they were before [`with_line`].
fn without_line(bytes: &[u8]) -> Vec<u8> {
    let mut left: Vec<u8> = lines(bytes).filter(|line| !is_ours(line)).flatten().copied().collect();
    let ours_was_last = lines(bytes).last().is_some_and(is_ours);
    if ours_was_last && !bytes.ends_with(b"\n") {
        let end = [&b"\r\n"[..], b"\n"].into_iter().find(|end| left.ends_with(end)).map_or(0, <[u8]>::len);
        left.truncate(left.len() - end);
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_attributes_are_what_they_were_after_taking_the_line_out() {
        for before in ["", "*.png binary\n", "*.png binary", "a\r\nb\r\n", "a\r\nb", "# floke\n\n"] {
            let with = with_line(before.as_bytes());
            assert!(has_line(&with) && with.starts_with(before.as_bytes()), "{before:?}");
            assert_eq!(without_line(&with), before.as_bytes(), "{before:?}");
        }
        let moved = format!("a\n{ATTRIBUTES}\nb\n");
        assert_eq!(without_line(moved.as_bytes()), b"a\nb\n");
    }
}
