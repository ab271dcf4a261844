//! A folder or a git repository made for one test, the case map and small changes to it.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::path::Path;
use std::process::Command;

use floke::file::{bundled, read, write_map};
use floke::map::{Change, Edit, Item, LinkId, LinkKind, Map, NodeId, Record, Value};
use serde_json::Value as Json;

pub const MAP: &str = "maps/case.floke.ron";

/// The case map as it is bundled.
pub fn case() -> Map {
    read(bundled()[0].text).expect("opens").to_map().expect("is a map")
}

pub fn done(map: &Map, edits: Vec<Edit>) -> Map {
    let mut map = map.clone();
    map.apply(&Change { edits }).expect("fits");
    map
}

pub fn without(map: &Map, id: &LinkId) -> Map {
    let link = map.link(id).expect("there");
    done(map, vec![Edit::remove(Item::Link(id.clone()), Value::of(link))])
}

pub fn field<R: Record>(map: &Map, item: Item, record: &R, field: &str, new: Option<Value>) -> Map {
    done(map, vec![Edit::field(item, field, record.get(field), new)])
}

/// What a program said.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Ran {
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub fn first(&self, lines: usize) -> String {
        self.out.lines().take(lines).collect::<Vec<_>>().join("\n")
    }
}

pub struct Place(tempfile::TempDir);

impl Place {
    /// A folder that is in no repository.
    pub fn bare() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    /// A repository with a map on `main`.
    pub fn with(map: &Map) -> Self {
        let place = Self::bare();
        place.git(&["init", "--quiet", "--initial-branch", "main"]);
        place.write(MAP, map);
        place.commit("first");
        place
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, path: &str, map: &Map) {
        self.text(path, &write_map(map));
    }

    pub fn text(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, text).expect("written");
    }

    pub fn command(&self, program: &str, folder: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(self.path().join(folder))
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env("GIT_CEILING_DIRECTORIES", self.path().parent().expect("a folder"))
            .env("HOME", self.path())
            .env("XDG_CONFIG_HOME", self.path().join("config"))
            .env("LC_ALL", "C");
        // Git is to find no other floke than the one a test names.
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::env::split_paths(&path).filter(|folder| !folder.join("floke").exists());
        command.env("PATH", std::env::join_paths(folders).expect("folders"));
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "FLOKE_LANG", "NO_COLOR"] {
            command.env_remove(name);
        }
        command
    }

    pub fn git(&self, arguments: &[&str]) -> String {
        let output = self
            .command("git", "")
            .args(["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"])
            .args(arguments)
            .output()
            .expect("git is there");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    pub fn commit(&self, why: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", why]);
    }

    pub fn floke(&self, arguments: &[&str]) -> Ran {
        self.floke_in("", arguments)
    }

    pub fn floke_in(&self, folder: &str, arguments: &[&str]) -> Ran {
        let output =
            self.command(env!("CARGO_BIN_EXE_floke"), folder).args(arguments).output().expect("it runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

/// A link up, of the first named loop of the case, and the levels of its ends.
pub fn upward(map: &Map) -> (String, LinkId) {
    let place = |id: &NodeId| {
        let level = map.node(id)?.level.as_ref()?;
        let whole = map.whole_level(level)?;
        map.levels().iter().position(|own| own.id == whole.id)
    };
    let told = map.loops().values().flat_map(|told| told.links().map(move |link| (told.title.clone(), link)));
    let mut up = told.filter(|(_, id)| id.kind == LinkKind::Causes && place(&id.from) < place(&id.to));
    up.next().expect("a named loop climbs")
}

pub fn telling() -> LinkId {
    LinkId::new("municipal-leaders", LinkKind::Informs, "county-governor")
}
