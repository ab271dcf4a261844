//! Sets git up for maps: a readable diff, a merge by cards and links, and the attributes that say which files are maps.
//!
//! What is there already stays as it is, other people's lines stay, and everything can be taken away again: the bytes
//! of the attributes are then what they were. Each command says itself what to do where floke is not installed.

mod attributes;

use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

pub use self::attributes::ATTRIBUTES;
use self::attributes::{has_line, with_line, without_line};
use super::fault::VcsFault;
use super::git::{ask, path_of};
use super::repository::Repository;
use crate::file::deliver;

/// A section of git's settings, and how its main one begins when floke wrote it, in whichever version.
struct Section {
    name: &'static str,
    begins: &'static str,
    /// The settings with their values. The first does the work; without it git refuses, or takes the others for nothing.
    settings: [(&'static str, &'static str); 2],
}

/// The shell lines fall back to what git does by itself.
const SECTIONS: [Section; 2] = [
    Section {
        name: "diff.floke",
        begins: "f() { if command -v floke ",
        settings: [
            (
                "diff.floke.textconv",
                "f() { if command -v floke >/dev/null 2>&1; then floke textconv -- \"$1\"; else cat -- \"$1\"; fi; }; f",
            ),
            // What stands over a hunk: the card in readable lines, or the id where the file itself is shown.
            ("diff.floke.xfuncname", "^(card [a-z0-9-]+ .*)$\n^ *(\"[^\"]+\": \\()$"),
        ],
    },
    Section {
        name: "merge.floke",
        begins: "if command -v floke ",
        settings: [
            (
                "merge.floke.driver",
                // Git takes every code below 129 for a conflict and our side for its text: only 1 may mean that, or the
                // other side is lost where floke could not even begin.
                "if command -v floke >/dev/null 2>&1; then floke merge-driver -- %O %A %B %L %P %S %X %Y || \
                 { test $? -eq 1 && exit 1; exit 129; }; else \
                 git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B; fi",
            ),
            ("merge.floke.name", "floke: maps by cards and links"),
        ],
    },
];

/// All settings with their values, in the order in which they are put in.
pub const SETTINGS: [(&str, &str); 4] =
    [SECTIONS[0].settings[0], SECTIONS[0].settings[1], SECTIONS[1].settings[0], SECTIONS[1].settings[1]];

/// For which maps git is set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
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

/// What there is of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum There {
    /// All of it.
    Yes,
    /// Nothing.
    No,
    /// What another version of floke wrote.
    Older(String),
    /// A value of somebody's own that does no harm.
    Own(String),
    /// A setting of somebody else for the same files, or nothing beside one. It is left alone.
    Theirs(String),
}

impl There {
    /// Whether nothing need be done.
    #[must_use]
    pub fn is_done(&self) -> bool {
        matches!(self, There::Yes | There::Own(_))
    }
}

/// A part, and what there is of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which.
    pub part: Part,
    /// What there is of it.
    pub there: There,
}

/// Where git is set up.
#[derive(Clone, Debug)]
pub struct Setup {
    scope: Scope,
    folder: PathBuf,
    attributes: PathBuf,
}

impl Setup {
    /// As seen from a folder; `home` is where a person's own files are, for [`Scope::Global`].
    ///
    /// # Errors
    /// If the folder is in no repository, or there is no git.
    pub fn at(folder: &Path, scope: Scope) -> Result<Self, VcsFault> {
        let attributes = match scope {
            Scope::Local => Repository::at(folder)?.top().join(".gitattributes"),
            Scope::Global => {
                let said = ask(folder, ["config", "--global", "--type=path", "--get", "core.attributesFile"]);
                match said {
                    Ok(said) => path_of(said.strip_suffix(b"\n").unwrap_or(&said)),
                    Err(VcsFault::Other(_)) => own_attributes()?,
                    Err(fault) => return Err(fault),
                }
            }
        };
        Ok(Self { scope, folder: folder.to_owned(), attributes })
    }

    /// What there is of it.
    ///
    /// # Errors
    /// If git or the disk cannot say.
    pub fn found(&self) -> Result<Vec<Found>, VcsFault> {
        let mut all = Vec::new();
        for section in &SECTIONS {
            let theirs = self.is_theirs(section)?;
            for (at, (name, value)) in section.settings.into_iter().enumerate() {
                let values = self.values(name)?;
                let there = match (values == [value], values.is_empty(), at) {
                    (true, ..) => There::Yes,
                    _ if theirs => There::Theirs(values.join("; ")),
                    (_, true, _) => There::No,
                    (_, _, 0) => There::Older(values.join("; ")),
                    _ => There::Own(values.join("; ")),
                };
                all.push(Found { part: Part::Setting(name, value), there });
            }
        }
        let there = if has_line(&self.read()?) { There::Yes } else { There::No };
        all.push(Found { part: Part::Attributes(self.attributes.clone()), there });
        Ok(all)
    }

    /// Whether what does the work in a section was not written by floke.
    fn is_theirs(&self, section: &Section) -> Result<bool, VcsFault> {
        let values = self.values(section.settings[0].0)?;
        Ok(values.iter().any(|value| !value.starts_with(section.begins)))
    }

    /// Whether git takes files of maps for maps: another line may say otherwise. Only asked where the line is.
    ///
    /// # Errors
    /// If git cannot say.
    pub fn takes_effect(&self) -> Result<bool, VcsFault> {
        if self.scope == Scope::Global {
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
        for own in found.iter().filter(|own| matches!(own.there, There::No | There::Older(_))) {
            match &own.part {
                Part::Setting(name, value) => {
                    self.config(["--replace-all", name, value])?;
                }
                Part::Attributes(path) => self.write(path, &with_line(&self.read()?))?,
            }
        }
        Ok(found)
    }

    /// Takes out what was put in: sections of floke as a whole, since git refuses one that is only half there. Sections and
    /// lines of other people stay. Gives the parts as they were.
    ///
    /// # Errors
    /// As [`Setup::put_in`].
    pub fn take_out(&self) -> Result<Vec<Found>, VcsFault> {
        let found = self.found()?;
        for section in &SECTIONS {
            let (other, value) = section.settings[1];
            if !self.values(section.settings[0].0)?.is_empty() {
                if !self.is_theirs(section)? {
                    self.config(["--remove-section", section.name])?;
                }
            } else if self.values(other)? == [value] {
                self.config(["--unset-all", other])?;
            }
        }
        if has_line(&self.read()?) {
            let (path, left) = (&self.attributes, without_line(&self.read()?));
            if left.is_empty() {
                std::fs::remove_file(path).map_err(|error| disk(path, &error))?;
            } else {
                self.write(path, &left)?;
            }
        }
        Ok(found)
    }

    fn option(&self) -> &'static str {
        match self.scope {
            Scope::Local => "--local",
            Scope::Global => "--global",
        }
    }

    fn config<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Result<Vec<u8>, VcsFault> {
        let all = ["config", self.option()].into_iter().chain(arguments).map(OsString::from);
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

    /// The bytes of the attributes; none where there is no such file. In a repository git reads no link to them.
    fn read(&self) -> Result<Vec<u8>, VcsFault> {
        let link = std::fs::symlink_metadata(&self.attributes).is_ok_and(|file| file.is_symlink());
        if link && self.scope == Scope::Local {
            return Err(VcsFault::Linked(self.attributes.display().to_string()));
        }
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
