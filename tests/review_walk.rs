//! A reviewer's way from a clone to what a branch does: floke set up in git, then git's own diff and floke's, on a branch that
//! breaks a named circle and on one after which somebody is no longer heard.
#![cfg(unix)]

#[path = "common/place.rs"]
mod place;

use std::path::{Path, PathBuf};

use floke::map::{LinkId, Map};
use place::*;

/// Git in a clone, with floke among the programs that it finds.
struct Clone {
    place: Place,
    programs: PathBuf,
}

impl Clone {
    /// A clone of a repository with the map, in which `floke git-setup` was run.
    fn of(map: &Map) -> Self {
        let place = Place::with(map);
        place.git(&["clone", "--quiet", ".", "clone"]);
        let programs = place.path().join("programs");
        std::fs::create_dir(&programs).expect("made");
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_floke"), programs.join("floke")).expect("linked");
        let own = Self { place, programs };
        let ran = own.place.floke_in("clone", &["git-setup"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
        own.git(&["add", ".gitattributes"]);
        own.git(&["commit", "--quiet", "--message", "maps are read by floke"]);
        own
    }

    fn git(&self, arguments: &[&str]) -> String {
        let mut command = self.place.command("git", "clone");
        let path = command.get_envs().find(|(name, _)| *name == "PATH").and_then(|(_, path)| path);
        let path = path.expect("set").to_owned();
        let folders = [self.programs.clone()].into_iter().chain(std::env::split_paths(&path));
        let output = command
            .env("PATH", std::env::join_paths(folders).expect("folders"))
            .args(["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"])
            .args(arguments)
            .output()
            .expect("git is there");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// What git's own diff says of the map once a link is gone, without git's header: its first ten lines. The change is then
    /// committed on a branch of its own.
    fn diff_without(&self, map: &Map, link: &LinkId, branch: &str) -> String {
        self.git(&["checkout", "--quiet", "-b", branch, "main"]);
        self.place.write(&Path::new("clone").join(MAP).to_string_lossy(), &without(map, link));
        let said = self.git(&["diff"]);
        let header = ["diff --git", "index ", "--- ", "+++ ", "@@ "];
        let lines = said.lines().filter(|line| !header.iter().any(|own| line.starts_with(own)));
        let first = lines.take(10).collect::<Vec<_>>().join("\n");
        self.git(&["commit", "--quiet", "--all", "--message", branch]);
        first
    }

    /// The first five lines of `floke diff main...`, as text and as Markdown.
    fn said(&self) -> [String; 2] {
        ["text", "markdown"].map(|format| {
            let ran = self.place.floke_in("clone", &["diff", "main...", "--format", format]);
            assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{ran:?}");
            ran.first(5)
        })
    }
}

#[test]
fn from_a_clone_to_the_circle_that_is_broken_and_to_who_is_no_longer_heard() {
    let map = case();
    let (title, link) = upward(&map);
    let clone = Clone::of(&map);

    let git = clone.diff_without(&map, &link, "circle");
    assert!(
        git.lines().any(|line| line.starts_with('+') && line.contains(&title) && line.contains("BROKEN")),
        "{git}"
    );
    for said in clone.said() {
        assert!(said.contains(&format!("«{title}» is broken")), "{said}");
    }

    let git = clone.diff_without(&map, &telling(), "hearing");
    assert!(git.contains("-    «County governor» hears «Municipal leadership»"), "{git}");
    for said in clone.said() {
        assert!(said.contains("«County governor» no longer hears «Municipal leadership»"), "{said}");
    }
}
