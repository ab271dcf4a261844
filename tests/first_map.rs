//! From `floke new` to a saved map, by keys written down beforehand: how many it takes, and what is in the file.

use std::process::Command;

use floke::file::open;
use floke::map::Kind;
use floke::tui::screen::read_script;

/// What somebody types who has thought of it before: three levels, two areas, seven lines of causes, a name for the
/// circle that tells the story.
const SCRIPT: [&str; 16] = [
    // The levels, from the bottom up, and the areas.
    "7<tab>aFolk<enter>Skole<enter>Stat<enter><enter>",
    "<tab>aHjem<enter>Jobb<enter><enter>",
    // What is written goes to the lowest level of the first area.
    "1a<s-up><s-right>",
    "Støy -> Uro -> Frykt -o Søvn<enter>",
    "Søvn -o Støy<enter>",
    // One level up, the next area.
    "<s-up><s-right>",
    "Tid -> Hjelp -> Tillit -o Press<enter>",
    "Tillit -o Frykt<enter>",
    "Press -o Tid<enter>",
    "<s-up>",
    "Krav -> Kontroll -> Kutt -o Lønn<enter>",
    "Kutt -> Press<enter>",
    "Lønn -> Tid<enter>",
    "Frykt -> Krav<enter><esc>",
    // The first circle of the list gets a name, and the map is saved.
    "4gnOnd<enter>",
    "<c-s>",
];

/// As many as a person has patience for.
const MOST_KEYS: usize = 260;

fn floke(folder: &std::path::Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_floke"))
        .args(arguments)
        .current_dir(folder)
        .env("XDG_CONFIG_HOME", folder.join("no-settings"))
        .env("XDG_STATE_HOME", folder.join("no-state"))
        .output()
        .expect("floke starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{arguments:?}: {said}{}", String::from_utf8_lossy(&output.stderr));
    said
}

#[test]
fn twelve_causes_fifteen_links_and_a_named_loop_take_few_keys() {
    let keys = SCRIPT.concat();
    let count = read_script(&keys).expect("keys").len();
    assert!(count <= MOST_KEYS, "{count} keys");
    let folder = tempfile::tempdir().expect("a folder");
    floke(folder.path(), &["new", "mitt.floke.ron", "--template", "blank"]);
    for size in ["80x24", "120x40"] {
        let play = ["screen", "mitt.floke.ron", "--write", "--size", size, "--keys", &keys];
        floke(folder.path(), &play);
        let map =
            open(&folder.path().join("mitt.floke.ron")).expect("it opens").document.to_map().expect("a map");
        let causes = map.nodes().filter(|(_, node)| node.kind == Kind::Cause).count();
        let titles: Vec<&str> = map.loops().values().map(|told| told.title.as_str()).collect();
        assert_eq!((causes, map.node_count(), map.link_count()), (12, 12, 15));
        assert_eq!((map.levels().len(), map.areas().len(), titles), (3, 2, vec!["Ond"]));
        assert!(map.nodes().all(|(_, node)| node.level.is_some() && node.area.is_some()));
        let told = map.loops().values().next().expect("one").links().all(|link| map.link(&link).is_some());
        assert!(told, "the loop runs over links that are there");
        floke(folder.path(), &["check", "mitt.floke.ron"]);
        std::fs::remove_file(folder.path().join("mitt.floke.ron")).expect("there");
        floke(folder.path(), &["new", "mitt.floke.ron", "--template", "blank"]);
    }
    println!("{count} keys");
}

#[test]
fn a_new_map_says_in_the_language_of_its_reader_what_to_press() {
    let folder = tempfile::tempdir().expect("a folder");
    for (lang, said) in [("en", "press a there"), ("nb", "trykk a der")] {
        let made = Command::new(env!("CARGO_BIN_EXE_floke"))
            .args(["new", &format!("{lang}.floke.ron"), "--lang", lang])
            .current_dir(folder.path())
            .output()
            .expect("floke starts");
        let told = String::from_utf8_lossy(&made.stderr);
        assert!(made.status.success() && told.contains(said), "{told}");
    }
}
