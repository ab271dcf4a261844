//! Map files in the editor, played by keys: opening, saving, replacing, importing, and what happens when the disk
//! or somebody else says no.

use std::fs;
use std::path::Path;
use std::process::Command;

use floke::text::Lang;
use floke::tui::reading::read_sheet;
use floke::tui::screen::{PlayOptions, Played, play};
use floke::tui::{Sheet, Start};
use tempfile::TempDir;

const SMALL: &str = "(\n  floke: 1,\n  title: \"Small\",\n  nodes: {\n    \"a\": (\n      label: \"Alpha\",\n      \
                     kind: Cause,\n    ),\n  },\n)\n";

fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("small.floke.ron"), SMALL).expect("written");
    folder
}

fn sheet(path: &Path) -> Start {
    Start::Map(Box::new(read_sheet(path).expect("a map")))
}

fn played(start: Start, keys: &str, lang: Lang) -> Played {
    let options =
        PlayOptions { keys: keys.to_owned(), size: (80, 24), lang, write: true, ..PlayOptions::default() };
    play(start, &options).expect(keys)
}

/// The keys that save under another name.
fn save_as(path: &Path) -> String {
    format!("ga<c-u><paste:{}><enter>", path.display())
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("it is there")
}

/// Whether the first line says that something is not saved.
fn is_marked(played: &Played) -> bool {
    played.text.lines().next().is_some_and(|line| line.contains('•'))
}

/// After a failure nothing is lost: the mark stays, and leaving is asked about.
fn nothing_is_lost(start: Start, keys: &str) {
    let after = played(start.clone(), &format!("{keys}<esc>"), Lang::En);
    assert!(is_marked(&after), "{}", after.text);
    let asked = played(start, &format!("{keys}<esc>q"), Lang::En);
    assert!(!asked.quit && asked.text.contains("unsaved changes"), "{}", asked.text);
}

#[test]
fn a_map_is_saved_to_its_file_and_opens_as_it_was() {
    let folder = folder();
    let path = folder.path().join("small.floke.ron");
    let done = played(sheet(&path), "aBeta -> Alpha<enter><esc><c-s>q", Lang::En);
    assert!(done.quit, "{}", done.text);
    assert_eq!(read_sheet(&path).expect("a map").map.node_count(), 2);
}

#[test]
fn a_bare_name_lies_in_the_working_folder() {
    let folder = folder();
    let done = Command::new(env!("CARGO_BIN_EXE_floke"))
        .args(["screen", "small.floke.ron", "--lang", "en", "--write", "--size", "80x24"])
        .args(["--keys", "aBeta<enter><esc>ga<c-u>own<enter>"])
        .current_dir(folder.path())
        .output()
        .expect("it runs");
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(text.contains("Saved: own.floke.ron"), "{text}");
    assert_eq!(read_sheet(&folder.path().join("own.floke.ron")).expect("a map").map.node_count(), 2);
    assert_eq!(read(&folder.path().join("small.floke.ron")), SMALL);
}

#[test]
fn a_folder_that_is_not_there_is_said_in_the_field() {
    let folder = folder();
    let path = folder.path().join("small.floke.ron");
    let keys = format!("aBeta<enter><esc>{}", save_as(&folder.path().join("no/own.floke.ron")));
    for (lang, said) in [(Lang::En, "no such folder"), (Lang::Nb, "ingen slik mappe")] {
        let tried = played(sheet(&path), &keys, lang);
        assert!(tried.text.contains(said), "{}", tried.text);
        // The field is still open with what was typed.
        assert!(tried.text.contains("own.floke.ron"), "{}", tried.text);
    }
    nothing_is_lost(sheet(&path), &keys);
    assert_eq!(read(&path), SMALL);
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_told_to() {
    let folder = folder();
    let (path, other) = (folder.path().join("small.floke.ron"), folder.path().join("other.floke.ron"));
    fs::write(&other, "not even a map").expect("written");
    let keys = format!("aBeta<enter><esc>{}", save_as(&other));
    for (lang, said) in [(Lang::En, "Replace it?"), (Lang::Nb, "Vil du erstatte")] {
        let asked = played(sheet(&path), &keys, lang);
        assert!(asked.text.contains(said), "{}", asked.text);
    }
    // Enter gives the first answer, which loses nothing; the name stays to be changed.
    let kept = played(sheet(&path), &format!("{keys}<enter>"), Lang::En);
    assert!(kept.text.contains("Save the map as") && kept.text.contains("other.floke.ron"), "{}", kept.text);
    assert_eq!(read(&other), "not even a map");
    nothing_is_lost(sheet(&path), &keys);
    let done = played(sheet(&path), &format!("{keys}r"), Lang::En);
    assert!(done.text.contains("Saved:") && !is_marked(&done), "{}", done.text);
    assert_eq!(read_sheet(&other).expect("a map").map.node_count(), 2);
    assert_eq!(read(&path), SMALL);
}

#[test]
fn a_file_that_somebody_changed_is_not_written_over() {
    let folder = folder();
    let path = folder.path().join("small.floke.ron");
    let start = sheet(&path);
    let theirs = SMALL.replace("Alpha", "Theirs");
    fs::write(&path, &theirs).expect("written");
    let keys = "aBeta<enter><esc><c-s>";
    for (lang, said, help) in
        [(Lang::En, "Not saved", "under another name"), (Lang::Nb, "Ikke lagret", "under et annet navn")]
    {
        let tried = played(start.clone(), keys, lang);
        let text = tried.text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(said) && text.contains(help), "{}", tried.text);
        assert!(is_marked(&tried));
    }
    nothing_is_lost(start.clone(), keys);
    assert_eq!(read(&path), theirs);
    // Under another name it is all there.
    let own = folder.path().join("own.floke.ron");
    let done = played(start, &format!("{keys}{}q", save_as(&own)), Lang::En);
    assert!(done.quit, "{}", done.text);
    assert_eq!(read_sheet(&own).expect("a map").map.node_count(), 2);
}

#[test]
fn a_file_that_somebody_changed_is_read_again() {
    let folder = folder();
    let path = folder.path().join("small.floke.ron");
    let changed = SMALL.replace("Alpha", "Omega");
    let start = sheet(&path);
    fs::write(&path, &changed).expect("written");
    let done = played(start.clone(), "2gR", Lang::En);
    assert!(done.text.contains("Omega") && done.text.contains("Read again from the file."), "{}", done.text);
    assert!(done.text.contains("2 Focus"), "one stays where one was\n{}", done.text);
    // Work that is not saved is asked about before, and stays where nobody lets go of it.
    let written = "aBeta<enter><esc>gR";
    let asked = played(start.clone(), written, Lang::En);
    assert!(asked.text.contains("unsaved changes") && !asked.text.contains("Omega"), "{}", asked.text);
    let stayed = played(start.clone(), &format!("{written}<esc>"), Lang::Nb);
    assert!(stayed.text.contains("Beta") && is_marked(&stayed), "{}", stayed.text);
    let dropped = played(start, &format!("{written}f"), Lang::Nb);
    assert!(dropped.text.contains("Lest på nytt") && dropped.text.contains("Omega"), "{}", dropped.text);
    assert!(!dropped.text.contains("Beta") && !is_marked(&dropped), "{}", dropped.text);
    assert_eq!(read(&path), changed);
    // Without a file there is nothing to read.
    let none = played(Start::Map(Box::new(Sheet::unsaved(floke::map::Map::new("x")))), "gR", Lang::En);
    assert!(none.text.contains("no file yet"), "{}", none.text);
}

#[test]
fn leaving_by_saving_stays_when_the_save_fails() {
    let folder = folder();
    let path = folder.path().join("small.floke.ron");
    let start = sheet(&path);
    fs::remove_file(&path).expect("removed");
    let tried = played(start, "aBeta<enter><esc>qs", Lang::En);
    assert!(!tried.quit && is_marked(&tried) && tried.text.contains("no longer there"), "{}", tried.text);
}

#[cfg(unix)]
#[test]
fn links_and_permissions_are_kept() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = folder();
    let (path, link) = (folder.path().join("small.floke.ron"), folder.path().join("link.floke.ron"));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("set");
    symlink(&path, &link).expect("linked");
    let done = played(sheet(&link), "aBeta<enter><esc><c-s>", Lang::En);
    assert!(!is_marked(&done), "{}", done.text);
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o640);
    assert_eq!(read_sheet(&path).expect("a map").map.node_count(), 2);
}

#[cfg(unix)]
#[test]
fn what_may_not_be_written_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    let path = folder.path().join("small.floke.ron");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("set");
    let tried = played(sheet(&path), "aBeta<enter><esc><c-s>", Lang::En);
    assert!(tried.text.contains("read-only") && is_marked(&tried), "{}", tried.text);
    nothing_is_lost(sheet(&path), "aBeta<enter><esc><c-s>");
    let locked = folder.path().join("locked");
    fs::create_dir(&locked).expect("made");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o555)).expect("set");
    // An administrator may write everywhere; there is nothing to see then.
    if fs::write(locked.join("x"), "").is_ok() {
        return;
    }
    let tried = played(sheet(&path), &save_as(&locked.join("own.floke.ron")), Lang::En);
    assert!(tried.text.contains("own.floke.ron") && tried.text.contains("may not write"), "{}", tried.text);
}

#[test]
fn a_map_is_opened_from_the_list_by_typing() {
    let folder = folder();
    let path = folder.path().join("small.floke.ron");
    fs::write(folder.path().join("blåser.ron"), SMALL.replace("Small", "Blåser")).expect("written");
    fs::create_dir(folder.path().join("arkiv")).expect("made");
    fs::write(folder.path().join("arkiv/eldre.ron"), SMALL.replace("Small", "Eldre")).expect("written");
    let list = played(sheet(&path), "<c-o>", Lang::Nb);
    for name in ["..", "arkiv/", "blåser.ron", "small.floke.ron"] {
        assert!(list.text.contains(name), "{name}\n{}", list.text);
    }
    for (keys, title) in [
        ("<c-o>blå<enter>".to_owned(), "Blåser"),
        ("<c-o>arkiv<enter><enter>".to_owned(), "Eldre"),
        ("<c-o>arkiv/eldre.ron<enter>".to_owned(), "Eldre"),
        (format!("<c-o><paste:{}/arkiv><enter><enter>", folder.path().display()), "Eldre"),
        ("<c-o>arkiv<enter><bs>blå<enter>".to_owned(), "Blåser"),
    ] {
        let opened = played(sheet(&path), &keys, Lang::Nb);
        let first = opened.text.lines().next().unwrap_or_default();
        assert!(first.contains(title), "{keys}\n{}", opened.text);
    }
    // What is not saved is asked about before another map takes its place.
    let asked = played(sheet(&path), "aBeta<enter><esc><c-o>blå<enter>", Lang::En);
    assert!(asked.text.contains("unsaved changes"), "{}", asked.text);
    let saved = played(sheet(&path), "aBeta<enter><esc><c-o>blå<enter>s", Lang::En);
    assert!(saved.text.lines().next().is_some_and(|line| line.contains("Blåser")), "{}", saved.text);
    assert_eq!(read_sheet(&path).expect("a map").map.node_count(), 2);
}

#[test]
fn what_cannot_be_opened_says_why_and_nothing_changes() {
    let folder = folder();
    let path = folder.path().join("small.floke.ron");
    fs::write(folder.path().join("broken.ron"), SMALL.replace("kind: Cause", "kind: Caus")).expect("written");
    let dangling = SMALL.replace("kind: Cause,", "kind: Cause, causes: {\"gone\": (sign: Plus)},");
    fs::write(folder.path().join("dangling.ron"), dangling).expect("written");
    for (name, said) in
        [("broken", "broken.ron:7:"), ("dangling", "floke check"), ("missing.ron", "no such file")]
    {
        let keys = format!("aBeta<enter><esc><c-o>{name}<enter>");
        let tried = played(sheet(&path), &keys, Lang::En);
        assert!(tried.text.contains(said), "{name}\n{}", tried.text);
        assert!(tried.text.contains("Open a map"), "the list is still open\n{}", tried.text);
        nothing_is_lost(sheet(&path), &keys);
    }
}

#[test]
fn a_newer_file_opens_for_reading_only() {
    let folder = folder();
    let path = folder.path().join("small.floke.ron");
    let newer = SMALL.replace("floke: 1", "floke: 2").replace("kind: Cause", "mood: 3, kind: Cause");
    fs::write(folder.path().join("newer.ron"), newer).expect("written");
    let opened = played(sheet(&path), "<c-o>newer<enter>", Lang::En);
    assert!(opened.text.contains("reading only"), "{}", opened.text);
    let tried = played(sheet(&path), "<c-o>newer<enter>aBeta<enter><c-s>", Lang::En);
    assert!(tried.text.contains("reading only") && !is_marked(&tried), "{}", tried.text);
}

/// Names of files come from strangers too.
#[cfg(unix)]
#[test]
fn a_name_cannot_write_to_the_terminal() {
    let folder = folder();
    let path = folder.path().join("small.floke.ron");
    fs::write(folder.path().join("x\u{1b}[2Jy\n.ron"), "oops").expect("written");
    let list = played(sheet(&path), "<c-o>", Lang::En);
    assert!(list.text.contains("y") && !list.text.contains('\u{1b}'), "{}", list.text);
    let tried = played(sheet(&path), "<c-o><down><enter><up><enter>", Lang::En);
    assert!(!tried.text.contains('\u{1b}'), "{}", tried.text);
}

#[test]
fn a_new_map_may_be_like_another_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = folder.path().join("other.floke.ron");
    let levels = "(floke: 1, title: \"Other\", language: \"nb\", levels: [(id: \"gate\", name: \"Gata\")],)";
    fs::write(&other, levels).expect("written");
    let own = folder.path().join("own.floke.ron");
    let keys = format!(
        "<c-n>Mine<enter><down><down><down><down><enter><paste:{}><enter>aKø<enter><esc>{}",
        other.display(),
        save_as(&own)
    );
    let done = played(Start::Shelf, &keys, Lang::En);
    assert!(!is_marked(&done), "{}", done.text);
    let map = read_sheet(&own).expect("a map").map;
    assert_eq!((map.head().title.as_str(), map.levels()[0].name.as_str()), ("Mine", "Gata"));
    assert_eq!(map.node_count(), 1);
}

#[test]
fn an_import_is_shown_and_taken_in_as_one_change() {
    let folder = folder();
    let path = folder.path().join("small.floke.ron");
    fs::write(folder.path().join("notes.txt"), "- Alpha\n- Beta\n- Gamma -> Delta\n").expect("written");
    for lang in Lang::ALL {
        let words = &lang.words().incoming;
        let report = played(sheet(&path), "ginotes<enter>", lang);
        for wanted in ["notes.txt", words.new, words.unchanged, "Enter"] {
            assert!(report.text.contains(wanted), "{wanted}\n{}", report.text);
        }
        // Nothing is on the map before Enter, and Esc leaves it so.
        let left = played(sheet(&path), "ginotes<enter><esc>", lang);
        assert!(!is_marked(&left) && !left.text.contains("Gamma"), "{}", left.text);
        let taken = played(sheet(&path), "ginotes<enter><enter>", lang);
        assert!(is_marked(&taken), "{}", taken.text);
        let back = played(sheet(&path), "ginotes<enter><enter>u", lang);
        assert!(!is_marked(&back), "{}", back.text);
    }
    // What was decided for somebody is said in the language of the screen.
    fs::write(folder.path().join("places.txt"), "- Beta /nowhere\n").expect("written");
    for (lang, said) in [(Lang::En, "names no level or area"), (Lang::Nb, "er ikke noe nivå eller område")]
    {
        let report = played(sheet(&path), "giplaces<enter>", lang);
        assert!(report.text.contains(said), "{}", report.text);
    }
    let again = played(sheet(&path), "ginotes<enter><enter><c-s>ginotes<enter>", Lang::En);
    assert!(again.text.contains("Nothing new"), "{}", again.text);
    assert_eq!(read_sheet(&path).expect("a map").map.node_count(), 4);
    fs::write(folder.path().join("bad.json"), "{\"elements\": [").expect("written");
    let bad = played(sheet(&path), "gibad<enter>", Lang::En);
    assert!(bad.text.contains("bad.json:1:") && bad.text.contains("Import which file?"), "{}", bad.text);
}

/// A sheet is made of a file and of nothing else that the machine knows.
#[test]
fn a_sheet_knows_its_file() {
    let folder = folder();
    let sheet: Sheet = read_sheet(&folder.path().join("small.floke.ron")).expect("a map");
    assert_eq!(sheet.loaded.as_deref(), Some(SMALL.as_bytes()));
    assert!(!sheet.unsaved && !sheet.read_only);
}
