//! Settling in the editor what a merge left open, by keys: each way to settle, what is left, and what git and `floke check`
//! say afterwards.

#[path = "merge/files.rs"]
mod files;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use files::run;
use floke::file::write_map;
use floke::map::{Certainty, Change, Kind, Link, LinkId, LinkKind, Map, Node, NodeId, Sign, merge, verb};
use floke::text::Lang;
use floke::tui::Start;
use floke::tui::reading::read_sheet;
use floke::tui::screen::{PlayOptions, Played, play};
use tempfile::TempDir;

fn after(map: &Map, change: &Change) -> Map {
    let mut map = map.clone();
    map.apply(change).expect("fits");
    map
}

fn with(map: &Map, id: &str, change: impl FnOnce(&mut Node)) -> Map {
    let id = NodeId::new(id);
    let mut node = map.node(&id).expect("there").clone();
    change(&mut node);
    let fields = ["label", "note", "tags", "certainty", "level"];
    use floke::map::Record as _;
    fields.into_iter().fold(map.clone(), |map, field| {
        let edit = floke::map::Edit::field(
            floke::map::Item::Node(id.clone()),
            field,
            map.node(&id).expect("there").get(field),
            node.get(field),
        );
        if edit.old == edit.new { map } else { after(&map, &Change { edits: vec![edit] }) }
    })
}

fn base() -> Map {
    let mut map = Map::new("Small");
    for (id, label) in [("a", "Alpha"), ("b", "Beta"), ("c", "Gamma")] {
        let mut node = Node::new(Kind::Cause, label);
        node.note = vec!["One.".to_owned()];
        map.insert_node(id.into(), node).expect("new");
    }
    let link = LinkId::new("a", LinkKind::Causes, "b");
    map.insert_link(link, Link::signed(Sign::Plus)).expect("new");
    map
}

/// The two sides of one conflict each, in the order of the list: a card, its label, its certainty, its note; then a sign.
fn sides() -> (Map, Map) {
    let base = base();
    let link = LinkId::new("a", LinkKind::Causes, "b");
    let ours = with(&base, "a", |node| {
        node.label = "Alpha, ours".to_owned();
        node.certainty = Some(Certainty::Supported);
        node.note = vec!["Ours.".to_owned()];
    });
    let ours = after(&ours, &verb::remove_node(&ours, &"c".into()).expect("there").change);
    let ours = after(&ours, &verb::set_sign(&ours, &link, Sign::Minus).expect("another").change);
    let theirs = with(&base, "a", |node| {
        node.label = "Alpha, theirs".to_owned();
        node.certainty = Some(Certainty::Refuted);
        node.note = vec!["Theirs.".to_owned()];
    });
    let theirs = with(&theirs, "c", |node| node.label = "Gamma, changed".to_owned());
    let theirs = after(&theirs, &verb::set_sign(&theirs, &link, Sign::Unknown).expect("another").change);
    (ours, theirs)
}

struct Merged(TempDir);

impl Merged {
    fn new() -> Self {
        let own = Self(tempfile::tempdir().expect("a folder"));
        let (ours, theirs) = sides();
        fs::write(own.path(), write_map(&merge(&base(), &ours, &theirs).map)).expect("written");
        own
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("m.floke.ron")
    }

    fn play(&self, keys: &str, lang: Lang) -> Played {
        play_on(&self.path(), keys, lang)
    }

    fn map(&self) -> Map {
        read_sheet(&self.path()).expect("a map").map
    }
}

fn play_on(path: &Path, keys: &str, lang: Lang) -> Played {
    let start = Start::Map(Box::new(read_sheet(path).expect("a map")));
    let options =
        PlayOptions { keys: keys.to_owned(), size: (100, 30), lang, write: true, ..PlayOptions::default() };
    play(start, &options).expect(keys)
}

fn flat(played: &Played) -> String {
    played.text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The keys that lead to the conflict about that, as its row is called.
fn row(merged: &Merged, wanted: &str) -> String {
    let at =
        merged.map().conflicts().iter().position(|own| format!("{} {}", own.at, own.field).trim() == wanted);
    format!("F{}", "j".repeat(at.unwrap_or_else(|| panic!("{:?}", merged.map().conflicts()))))
}

#[test]
fn opening_a_map_with_conflicts_says_how_many_and_where_they_are_settled() {
    let merged = Merged::new();
    let many = merged.map().conflicts().len();
    assert_eq!(many, 5);
    assert!(
        flat(&merged.play("", Lang::En)).contains("A merge left 5 conflicts in this map: F settles them.")
    );
    assert!(flat(&merged.play("", Lang::Nb)).contains("lagt igjen 5 konflikter i kartet: F avgjør dem."));
    assert!(flat(&merged.play("F", Lang::En)).contains("5 left to settle"));
    assert!(flat(&merged.play("F", Lang::Nb)).contains("5 igjen å avgjøre"));
}

#[test]
fn both_values_and_the_one_before_are_shown_in_words() {
    let merged = Merged::new();
    for (wanted, en, nb) in [
        ("node a label", ["Alpha, ours", "Alpha, theirs", "Alpha"], ["Alpha, ours", "Alpha, theirs", "Vår"]),
        (
            "node a certainty",
            ["supported", "refuted", "(nothing)"],
            ["underbygd", "avkreftet", "(ingenting)"],
        ),
        ("node a note", ["Ours.", "Theirs.", "One."], ["Ours.", "Theirs.", "Før begge"]),
        ("link a causes b sign", ["−", "?", "→ «Beta»: sign"], ["−", "?", "fortegn"]),
        (
            "node c",
            ["Deleted it", "Changed it: Label: Gamma, changed", "deleted, or changed?"],
            ["Slettet det", "Endret det: Navn: Gamma, changed", "slettet eller endret?"],
        ),
    ] {
        let keys = row(&merged, wanted);
        for (lang, said) in [(Lang::En, en), (Lang::Nb, nb)] {
            let shown = merged.play(&keys, lang);
            // The columns stand beside each other, so a value may be broken by its neighbours.
            for piece in said.iter().flat_map(|text| text.split(' ')) {
                assert!(shown.text.contains(piece), "{wanted}: «{piece}»\n{}", shown.text);
            }
        }
    }
}

#[test]
fn each_way_settles_and_undo_takes_it_back() {
    let merged = Merged::new();
    let before = merged.map();
    let label = |map: &Map, id: &str| map.node(&id.into()).map(|node| node.label.clone());
    let link = LinkId::new("a", LinkKind::Causes, "b");
    let a = NodeId::new("a");
    type Check = fn(&Map, &NodeId, &LinkId) -> bool;
    let cases: [(&str, &str, Check); 13] = [
        ("node a label", "<lt><enter>", |map, a, _| {
            map.node(a).is_some_and(|node| node.label == "Alpha, ours")
        }),
        ("node a label", "><enter>", |map, a, _| {
            map.node(a).is_some_and(|node| node.label == "Alpha, theirs")
        }),
        ("node a label", "=<enter>", |map, a, _| {
            map.node(a).is_some_and(|node| node.label == "Alpha, ours / Alpha, theirs")
        }),
        ("node a label", "<right><left><enter>", |map, a, _| {
            map.node(a).is_some_and(|node| node.label == "Alpha")
        }),
        ("node a label", "eMine<enter>", |map, a, _| map.node(a).is_some_and(|node| node.label == "Mine")),
        ("node a note", "=<enter>", |map, a, _| {
            map.node(a).is_some_and(|node| node.note == ["Ours.", "Theirs."])
        }),
        ("node a note", "eMine.<enter>", |map, a, _| map.node(a).is_some_and(|node| node.note == ["Mine."])),
        ("node a certainty", "<right><enter>", |map, a, _| {
            map.node(a).is_some_and(|node| node.certainty == Some(Certainty::Refuted))
        }),
        ("node a certainty", "<left><right><enter>", |map, a, _| {
            map.node(a).is_some_and(|node| node.certainty.is_none())
        }),
        ("node c", "<lt><enter>", |map, _, _| map.node(&"c".into()).is_none()),
        ("node c", "><enter>", |map, _, _| {
            map.node(&"c".into()).is_some_and(|node| node.label == "Gamma, changed")
        }),
        ("node c", "s<enter>", |map, _, _| map.node(&"c".into()).is_some()),
        ("link a causes b sign", "s<enter>", |map, _, link| {
            map.link(link).is_some_and(|own| own.sign == Some(Sign::Minus))
        }),
    ];
    for (wanted, keys, holds) in cases {
        let merged = Merged::new();
        let to = row(&merged, wanted);
        let shown = flat(&merged.play(&format!("{to}{keys}"), Lang::En));
        assert!(shown.contains("4 left to settle"), "{wanted} {keys}: {shown}");
        merged.play(&format!("{to}{keys}<c-s>"), Lang::En);
        let map = merged.map();
        assert_eq!(map.conflicts().len(), 4, "{wanted} {keys}");
        assert!(holds(&map, &a, &link), "{wanted} {keys}: {:?}", label(&map, "a"));
        let merged = Merged::new();
        merged.play(&format!("{to}{keys}u<c-s>"), Lang::En);
        assert_eq!(merged.map(), before, "{wanted} {keys}");
    }
}

#[test]
fn where_only_one_can_stand_both_says_so_and_settles_nothing() {
    let merged = Merged::new();
    for (about, said) in [
        ("node a certainty", "Only one of them can stand here."),
        ("node c", "It can only go or stay. Choose ours or theirs."),
    ] {
        let keys = format!("{}=", row(&merged, about));
        let shown = flat(&merged.play(&keys, Lang::En));
        assert!(shown.contains(said) && shown.contains("5 left") && !shown.contains("= both"), "{shown}");
        let shown = flat(&merged.play(&format!("{keys}<enter>"), Lang::En));
        assert!(shown.contains("Choose first") && shown.contains("5 left"), "{shown}");
    }
}

#[test]
fn a_key_only_chooses_and_enter_settles_that_one_and_says_which_and_how() {
    let merged = Merged::new();
    let to = row(&merged, "node a label");
    for keys in ["", "<lt>", ">", "=", "s", "<right>"] {
        let shown = flat(&merged.play(&format!("{to}{keys}"), Lang::En));
        assert!(shown.contains("5 left to settle"), "{keys}: {shown}");
    }
    let nothing = flat(&merged.play(&format!("{to}<enter>"), Lang::En));
    assert!(nothing.contains("Choose first what shall stand") && nothing.contains("5 left"), "{nothing}");
    let both = merged.play(&format!("{to}="), Lang::En).text;
    assert!(both.contains("Alpha, ours / Alpha, theirs") && both.contains("Both"), "{both}");
    // The second Enter finds nothing chosen for the next one.
    for keys in ["><enter>", "><enter><enter>"] {
        let shown = flat(&merged.play(&format!("{to}{keys}"), Lang::En));
        assert!(shown.contains("4 left to settle"), "{keys}: {shown}");
    }
    for (about, keys, lang, said) in [
        ("node a label", "><enter>", Lang::En, "Label of «Alpha, ours»: took theirs. 4 left to settle."),
        ("node a label", "><enter>", Lang::Nb, "Navn for «Alpha, ours»: tok deres. 4 igjen å avgjøre."),
        ("node a note", "=<enter>", Lang::En, "Note of «Alpha, ours»: took both. 4 left to settle."),
        ("node c", "<lt><enter>", Lang::En, "«Gamma, changed»: took ours (deleted). 4 left to settle."),
        ("node c", "><enter>", Lang::En, "«Gamma, changed»: took theirs (it stays). 4 left to settle."),
    ] {
        let shown = flat(&merged.play(&format!("{}{keys}", row(&merged, about)), lang));
        assert!(shown.contains(said), "{said}: {shown}");
    }
}

#[test]
fn after_the_last_one_it_says_that_saving_finishes_it_and_check_is_content() {
    let merged = Merged::new();
    assert_eq!(run(merged.0.path(), &["check", "m.floke.ron"]).status.code(), Some(1));
    for (lang, said) in [
        (Lang::En, "Everything is settled. Save the map to finish the merge."),
        (Lang::Nb, "Alt er avgjort. Lagre kartet for å gjøre sammenslåingen ferdig."),
    ] {
        let shown = flat(&merged.play("F><enter>><enter><lt><enter>><enter><lt><enter>", lang));
        assert!(shown.contains(said), "{shown}");
    }
    merged.play("F><enter>><enter><lt><enter>><enter><lt><enter><c-s>", Lang::En);
    let other = Merged::new();
    let saved = flat(&other.play("F><enter>><enter><lt><enter>><enter><lt><enter><c-s>", Lang::En));
    assert!(saved.contains("Nothing is left to settle.") && !saved.contains("Save the map"), "{saved}");
    let checked = run(merged.0.path(), &["check", "m.floke.ron"]);
    assert_eq!(checked.status.code(), Some(0), "{}", String::from_utf8_lossy(&checked.stdout));
    let nothing = flat(&merged.play("F", Lang::En));
    assert!(nothing.contains("There is nothing to settle in this map."), "{nothing}");
    assert!(!nothing.contains("= both") && !nothing.contains("Enter take"), "{nothing}");
}

#[test]
fn a_merge_that_git_stopped_at_is_finished_in_the_editor() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("m.floke.ron");
    let git = |arguments: &[&str]| {
        let ran = Command::new("git")
            .args(["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"])
            .args(arguments)
            .current_dir(folder.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env("FLOKE_LANG", "en")
            .output()
            .expect("git runs");
        ran.status.code()
    };
    let (ours, theirs) = sides();
    let commit = |map: &Map, message: &str| {
        fs::write(&path, write_map(map)).expect("written");
        assert_eq!(git(&["add", "-A"]), Some(0));
        assert_eq!(git(&["commit", "-q", "-m", message]), Some(0));
    };
    git(&["init", "-q", "-b", "main"]);
    let driver = format!("'{}' merge-driver %O %A %B %L %P", env!("CARGO_BIN_EXE_floke"));
    git(&["config", "merge.floke.driver", &driver]);
    fs::write(folder.path().join(".gitattributes"), "*.floke.ron merge=floke\n").expect("written");
    commit(&base(), "base");
    git(&["checkout", "-q", "-b", "other"]);
    commit(&theirs, "theirs");
    git(&["checkout", "-q", "main"]);
    commit(&ours, "ours");
    assert_eq!(git(&["merge", "-q", "other"]), Some(1), "it stops at the conflicts");
    play_on(&path, "F><enter>><enter>><enter>><enter>><enter><c-s>", Lang::En);
    let map = read_sheet(&path).expect("a map").map;
    assert!(map.conflicts().is_empty());
    assert_eq!(map.node(&"a".into()).map(|node| node.label.as_str()), Some("Alpha, theirs"));
    assert_eq!(git(&["commit", "-q", "-a", "-m", "merged"]), Some(0));
}

#[test]
fn what_a_conflict_hides_is_seen() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("m.floke.ron");
    let ours = with(&base(), "a", |node| node.label = "Alpha\u{202e}evil".to_owned());
    let theirs = with(&base(), "a", |node| node.label = "Beta\u{200b}x".to_owned());
    fs::write(&path, write_map(&merge(&base(), &ours, &theirs).map)).expect("written");
    for keys in ["F", "F>", "Fe"] {
        let shown = play_on(&path, keys, Lang::En).text;
        assert!(!shown.contains('\u{202e}') && !shown.contains('\u{200b}'), "{shown}");
    }
    assert!(play_on(&path, "F", Lang::En).text.contains("\\u{202e}"));
}
