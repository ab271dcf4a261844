//! What the documents say is true: their examples open, their commands run, their pictures are fresh.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn floke(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_floke"))
        .args(arguments)
        .current_dir(folder)
        .env("LC_ALL", "C")
        .env("XDG_CONFIG_HOME", folder.join("no-settings"))
        .env_remove("FLOKE_LANG")
        .output()
        .expect("floke starts")
}

/// The texts of the fenced blocks of a kind.
fn blocks<'a>(text: &'a str, kind: &str) -> Vec<&'a str> {
    let open = format!("```{kind}\n");
    text.split(open.as_str()).skip(1).map(|rest| rest.split("```").next().unwrap_or_default()).collect()
}

#[test]
fn every_map_in_the_documents_opens() {
    let mut seen = 0;
    for name in ["README.md", "docs/format.md"] {
        for block in blocks(&read(name), "ron").iter().filter(|block| block.trim_start().starts_with("(")) {
            if !block.contains("floke:") {
                continue;
            }
            seen += 1;
            let opened = floke::file::open::open_text(name, (*block).to_owned());
            let opened = opened.unwrap_or_else(|error| panic!("{name}: {error}\n{block}"));
            assert!(opened.document.to_map().is_ok(), "{name}:\n{block}");
        }
    }
    assert!(seen > 1, "there are maps in the documents");
}

/// The commands of the README, run one after the other in an empty folder with the files they name.
#[test]
fn the_commands_of_the_readme_run() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("nodes.csv"), "label,level\nQueues,Street\nDelay,Street\n")
        .expect("written");
    fs::write(folder.path().join("links.csv"), "from,to,polarity\nQueues,Delay,+\n").expect("written");
    let readme = read("README.md");
    let commands: Vec<&str> = blocks(&readme, "sh")
        .into_iter()
        .flat_map(str::lines)
        .filter(|line| line.starts_with("floke "))
        .map(|line| line.split('#').next().unwrap_or_default())
        .collect();
    assert!(commands.len() >= 7, "the README shows the command line: {commands:?}");
    for command in commands {
        let arguments: Vec<&str> = command.split_whitespace().skip(1).collect();
        let output = floke(folder.path(), &arguments);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{command}: {}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

/// Each picture of the documents and the keys that make it.
const PICTURES: [(&str, &str, &str, &str); 5] = [
    ("docs/pictures/board.svg", "maps/complex-needs.floke.ron", "/unused<enter>", "120x40"),
    (
        "docs/pictures/add.svg",
        "maps/youth-exclusion.floke.ron",
        "aTime on the outside -> Days turned round -> Absence from school",
        "100x30",
    ),
    ("docs/pictures/focus.svg", "maps/complex-needs.floke.ron", "/unused<enter><enter>", "100x30"),
    ("docs/pictures/staircase.svg", "maps/complex-needs.floke.ron", "4jjjj<enter>", "100x34"),
    ("docs/pictures/levels.svg", "maps/complex-needs.floke.ron", "5", "100x30"),
];

/// Pictures are rendered by the program, so they cannot go stale. To make them anew:
/// `FLOKE_WRITE_PICTURES=1 cargo test --test docs`.
#[test]
fn the_pictures_are_what_the_program_shows() {
    for (picture, map, keys, size) in PICTURES {
        let output = floke(root(), &["screen", map, "--keys", keys, "--size", size, "--as", "svg"]);
        assert!(output.status.success(), "{picture}: {}", String::from_utf8_lossy(&output.stderr));
        let fresh = String::from_utf8(output.stdout).expect("text");
        let path: PathBuf = root().join(picture);
        if std::env::var_os("FLOKE_WRITE_PICTURES").is_some() {
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(&path, &fresh).expect("written");
        }
        assert!(fresh == read(picture), "{picture} is stale");
    }
}

/// Pictures of the map as it goes to paper, and what is exported for each.
const PAPER: [(&str, &str, &[&str]); 2] = [
    ("docs/pictures/way-back-up.svg", "maps/complex-needs.floke.ron", &["--loop", "The way back up"]),
    ("docs/pictures/paper.svg", "maps/complex-needs.floke.ron", &["--links", "none"]),
];

/// As above: exports, without a date.
#[test]
fn the_pages_are_what_the_program_exports() {
    for (picture, map, part) in PAPER {
        let mut arguments = vec!["export", "--to", "svg", map, "--date", ""];
        arguments.extend(part);
        let output = floke(root(), &arguments);
        assert!(output.status.success(), "{picture}: {}", String::from_utf8_lossy(&output.stderr));
        let fresh = String::from_utf8(output.stdout).expect("text");
        if std::env::var_os("FLOKE_WRITE_PICTURES").is_some() {
            fs::write(root().join(picture), &fresh).expect("written");
        }
        assert!(fresh == read(picture), "{picture} is stale");
    }
}

/// A link in a document that leads nowhere is worse than none.
#[test]
fn files_that_the_documents_name_are_there() {
    let names = [
        "README.md",
        "CONTRIBUTING.md",
        "docs/analysis.md",
        "docs/architecture.md",
        "docs/case.md",
        "docs/export.md",
        "docs/format.md",
        "docs/import.md",
        "docs/review.md",
        "docs/settings.md",
        "docs/tables.md",
    ];
    let mut seen = 0;
    for name in names {
        for word in read(name).split(|c: char| c.is_whitespace() || "`()".contains(c)) {
            let path = word.trim_end_matches(['.', ',', ':', ';']);
            let ours = ["src/", "docs/", "tests/", "maps/", "benches/", ".ci/"];
            if ours.iter().any(|folder| path.starts_with(folder)) && !path.contains(['*', '…', '<']) {
                seen += 1;
                assert!(root().join(path).exists(), "{name} names {path}");
            }
        }
    }
    assert!(seen > 20, "the documents name files; {seen} were seen");
}
