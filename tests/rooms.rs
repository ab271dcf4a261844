//! The rooms stand in an order, and a room knows only those before it.
//!
//! The test reads the text of every file, not just its `use` lines: a path in the middle of an expression is an
//! import too.

use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up. `docs/architecture.md` says why.
const ROOMS: [&str; 11] =
    ["text", "palette", "map", "analysis", "layout", "file", "vcs", "exchange", "command", "tui", "cli"];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the project") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The room a file of `src` belongs to; `None` for `lib.rs` and `main.rs`.
fn room_of(path: &Path) -> Option<usize> {
    let inside = path.strip_prefix(src()).expect("a file of src");
    let first = inside.components().next()?.as_os_str().to_str()?;
    ROOMS.iter().position(|room| first.trim_end_matches(".rs") == *room)
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every room that a text names as `crate::room` or `crate::{room, …}`.
fn rooms_named(text: &str) -> Vec<usize> {
    let mut named = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        let names: Vec<&str> = match rest.strip_prefix('{') {
            // Each branch of a group starts after its opening bracket or a comma.
            Some(group) => {
                let end = group.find(';').unwrap_or(group.len());
                group[..end]
                    .split([',', '{', '}'])
                    .map(|part| part.trim().split("::").next().unwrap_or(""))
                    .collect()
            }
            None => vec![rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("")],
        };
        named.extend(names.iter().filter_map(|name| ROOMS.iter().position(|room| room == name)));
    }
    named
}

#[test]
fn a_room_imports_only_rooms_before_it() {
    let mut wrong = Vec::new();
    let mut checked = 0;
    for path in rust_files(&src()) {
        let Some(room) = room_of(&path) else { continue };
        let text = fs::read_to_string(&path).expect("a source file");
        for other in rooms_named(&text) {
            checked += 1;
            if other > room {
                wrong.push(format!("{}: {} knows {}", path.display(), ROOMS[room], ROOMS[other]));
            }
        }
    }
    assert!(checked > 30, "the test must see the imports; it saw {checked}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_test_finds_an_import_wherever_it_stands() {
    let tui = ROOMS.iter().position(|room| *room == "tui").expect("a room");
    let texts = [
        "use crate::tui::App;",
        "let x = crate::tui::run();",
        "use crate::{map::Map, tui};",
        "[`crate::tui`]",
    ];
    for text in texts {
        assert!(rooms_named(text).contains(&tui), "{text}");
    }
    assert!(rooms_named("use tui_input::Input;").is_empty());
}

#[test]
fn every_file_belongs_to_a_room_and_says_what_it_is_for() {
    for path in rust_files(&src()) {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        assert_ne!(name, "mod.rs", "{}: a room is foo.rs beside foo/", path.display());
        assert!(
            room_of(&path).is_some() || ["lib.rs", "main.rs"].contains(&name),
            "{} belongs to no room",
            path.display()
        );
        let text = fs::read_to_string(&path).expect("a source file");
        assert!(text.starts_with("//!"), "{} does not say what it is for", path.display());
    }
}

/// Two copies of the screen library would not fit together, and only one would get the fixes.
#[test]
fn there_is_one_ratatui_and_one_crossterm() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock");
    let lock = fs::read_to_string(path).expect("Cargo.lock");
    for name in ["ratatui", "crossterm", "petgraph", "ron"] {
        assert_eq!(lock.matches(&format!("\nname = \"{name}\"\n")).count(), 1, "{name}");
    }
}
