//! Reviewing in the editor, by keys and in real repositories: what is compared, what it says, and putting changes back.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use floke::file::bundled::bundled;
use floke::file::open::open_text;
use floke::file::write_map;
use floke::map::{Change, LinkId, LinkKind, Map, verb};
use floke::text::Lang;
use floke::tui::reading::read_sheet;
use floke::tui::screen::{PlayOptions, play};
use floke::tui::{Sheet, Start};
use tempfile::TempDir;

const NAME: &str = "case.floke.ron";

fn case() -> Map {
    let own = bundled().iter().find(|own| own.name == "complex-needs").expect("a bundled map");
    open_text(own.name, own.text.to_owned()).expect("it opens").document.to_map().expect("no faults")
}

fn after(map: &Map, change: &Change) -> Map {
    let mut map = map.clone();
    map.apply(change).expect("fits");
    map
}

/// A repository in which the map was committed twice: `HEAD~1` has one card less.
struct Repository(TempDir);

impl Repository {
    fn new() -> Self {
        let own = Self(tempfile::tempdir().expect("a folder"));
        own.git(&["init", "-q", "-b", "main"]);
        let map = case();
        let gone = verb::remove_node(&map, &"trust".into()).expect("there");
        own.write(&after(&map, &gone.change));
        own.commit("first");
        own.write(&map);
        own.commit("second");
        own
    }

    fn path(&self) -> PathBuf {
        self.0.path().join(NAME)
    }

    fn write(&self, map: &Map) {
        fs::write(self.path(), write_map(map)).expect("written");
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", message]);
    }

    fn git(&self, arguments: &[&str]) {
        let ran = Command::new("git")
            .args(["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"])
            .args(arguments)
            .current_dir(self.0.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .status()
            .expect("git runs");
        assert!(ran.success(), "{arguments:?}");
    }

    /// The screen after the keys, on one line.
    fn shown(&self, keys: &str, lang: Lang) -> String {
        shown(&self.path(), keys, lang)
    }
}

fn shown(path: &Path, keys: &str, lang: Lang) -> String {
    let start = Start::Map(Box::new(read_sheet(path).expect("a map")));
    let options =
        PlayOptions { keys: keys.to_owned(), size: (140, 60), lang, write: true, ..PlayOptions::default() };
    flat(&play(start, &options).expect(keys).text)
}

/// One line, without what stands at the right of the list.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The map without the first link of a named loop.
fn broken(map: &Map) -> (Map, LinkId) {
    let own = map.loops().values().next().expect("a named loop");
    let link = own.links().find(|link| map.link(link).is_some()).expect("there");
    let deed = verb::disconnect(map, &link).expect("there");
    (after(map, &deed.change), link)
}

#[test]
fn the_map_is_compared_with_what_was_committed_last() {
    let repository = Repository::new();
    for (lang, same, claims, broke) in [
        (Lang::En, "says the same as that version", "What the change claims", "is broken"),
        (Lang::Nb, "sier det samme som den versjonen", "Hva endringen hevder", "er brutt"),
    ] {
        repository.write(&case());
        assert!(repository.shown("V", lang).contains(same), "{}", repository.shown("V", lang));
        repository.write(&broken(&case()).0);
        let said = repository.shown("V", lang);
        assert!(said.contains("HEAD") && said.contains(claims) && said.contains(broke), "{said}");
        assert!(said.find(claims) < said.find(broke), "{said}");
    }
}

#[test]
fn what_is_not_saved_counts_and_comes_up_at_once() {
    let repository = Repository::new();
    let said = repository.shown("aSomething quite new<enter><esc>V", Lang::En);
    assert!(said.contains("«Something quite new» (cause"), "{said}");
    let said = repository.shown("V1aSomething quite new<enter><esc>V", Lang::En);
    assert!(said.contains("«Something quite new» (cause"), "{said}");
}

#[test]
fn another_revision_a_branch_and_a_file_can_be_compared_with() {
    let repository = Repository::new();
    repository.git(&["branch", "then", "HEAD~1"]);
    let other = repository.0.path().join("other.floke.ron");
    fs::write(&other, write_map(&broken(&case()).0)).expect("written");
    let card = "+ «Trust in the services»";
    for wanted in ["HEAD~1", "then", "then...", "HEAD~1:case.floke.ron", "HEAD~1:./case.floke.ron"] {
        let said = repository.shown(&format!("Vc{wanted}<enter>"), Lang::En);
        assert!(said.contains(&format!("Changes since {wanted}")) && said.contains(card), "{said}");
    }
    for wanted in ["other.floke.ron".to_owned(), other.display().to_string()] {
        let said = repository.shown(&format!("Vc<paste:{wanted}><enter>"), Lang::En);
        assert!(said.contains("is whole again") && !said.contains(card), "{said}");
    }
}

#[test]
fn what_cannot_be_compared_with_says_why_and_asks_again() {
    let repository = Repository::new();
    let said = repository.shown("Vcnowhere<enter>", Lang::En);
    assert!(said.contains("There is no revision 'nowhere' here.") && said.contains("› nowhere"), "{said}");
    let said = repository.shown("Vcgone.floke.ron<enter>", Lang::Nb);
    assert!(
        said.contains("Kunne ikke åpne gone.floke.ron") && said.contains("Sammenlign med hvilken versjon?"),
        "{said}"
    );
    // A map that git does not know, and one outside any repository.
    let new = repository.0.path().join("new.floke.ron");
    fs::write(&new, write_map(&case())).expect("written");
    assert!(shown(&new, "V", Lang::En).contains("git has no file 'HEAD:new.floke.ron'"));
    let outside = tempfile::tempdir().expect("a folder");
    let path = outside.path().join(NAME);
    fs::write(&path, write_map(&case())).expect("written");
    fs::write(outside.path().join("then.floke.ron"), write_map(&broken(&case()).0)).expect("written");
    let said = shown(&path, "V", Lang::En);
    assert!(said.contains("no git repository") && said.contains("Compare with which version?"), "{said}");
    let said = shown(&path, "Vthen.floke.ron<enter>", Lang::En);
    assert!(said.contains("Changes since then.floke.ron") && said.contains("is whole again"), "{said}");
}

#[test]
fn a_map_that_was_never_saved_is_compared_with_a_file() {
    let repository = Repository::new();
    let start = Start::Map(Box::new(Sheet::unsaved(broken(&case()).0)));
    let keys = format!("V<paste:{}><enter>", repository.path().display());
    let options = PlayOptions { keys, size: (140, 60), ..PlayOptions::default() };
    let said = flat(&play(start, &options).expect("keys").text);
    assert!(said.contains("is broken"), "{said}");
}

#[test]
fn a_link_that_was_taken_out_is_said_to_be_so_and_not_to_be_missing() {
    let repository = Repository::new();
    repository.write(&broken(&case()).0);
    // The reading is in the language of the map; the words round it in that of the reader.
    let said = "was taken out since HEAD.";
    for (lang, never) in [
        (Lang::En, ["missing", "Nothing carries", "has no sign"]),
        (Lang::Nb, ["savnet", "Nothing carries", "has no sign"]),
    ] {
        // The board at the link, then the staircase of the circle that it broke.
        let board = repository.shown("V<enter>", lang);
        assert!(!board.contains(never[0]) && board.contains("HEAD"), "{board}");
        let stairs = repository.shown("Vj<enter>", lang);
        assert!(stairs.contains(said) && stairs.contains("(+)"), "{stairs}");
        assert!(never.iter().all(|word| !stairs.contains(word)), "{stairs}");
    }
}

#[test]
fn putting_the_only_change_back_gives_the_file_that_was_committed() {
    let repository = Repository::new();
    repository.write(&broken(&case()).0);
    // The claim is the first row: it only follows from the link that went, and that is the last one.
    let said = repository.shown("Vp", Lang::En);
    assert!(said.contains("only says what follows") && !said.contains("p put back"), "{said}");
    let said = repository.shown("V<end>p", Lang::En);
    assert!(said.contains("Put back «") && said.contains("says the same"), "{said}");
    repository.shown("V<end>p<c-s>", Lang::En);
    repository.git(&["diff", "--quiet"]);
    // And undo takes it back again.
    let said = repository.shown("aOne<enter><esc>V<end>pu", Lang::En);
    assert!(said.contains("«One»"), "{said}");
}

#[test]
fn a_deleted_card_stands_as_a_ghost_and_comes_back_with_its_links() {
    let repository = Repository::new();
    let map = case();
    let deed = verb::remove_node(&map, &"gaps-hidden".into()).expect("there");
    repository.write(&after(&map, &deed.change));
    let label = map.node(&"gaps-hidden".into()).expect("there").label.clone();
    let row = format!("− «{label}»");
    // Down to the row of the card, wherever the list has it.
    for steps in 0..60 {
        let keys = format!("V{}<enter>", "j".repeat(steps));
        let said = repository.shown(&keys, Lang::En);
        if said.contains(&format!("«{label}» is gone; it stood here.")) {
            let keys = format!("V{}p<c-s>", "j".repeat(steps));
            let said = repository.shown(&keys, Lang::En);
            if said.contains("only says what follows") {
                continue;
            }
            assert!(!said.contains(&row), "{said}");
            assert_eq!(read_sheet(&repository.path()).expect("a map").map, map);
            return;
        }
    }
    panic!("no row leads to the ghost: {}", repository.shown("V", Lang::En));
}

#[test]
fn what_a_map_or_a_name_hides_is_seen() {
    let repository = Repository::new();
    let map = case();
    let deed = verb::rename(&map, &"trust".into(), "Trust\u{202e}\u{1b}[31m").expect("another");
    repository.write(&after(&map, &deed.change));
    for keys in ["V", "VG", "VG<enter>"] {
        let said = repository.shown(keys, Lang::En);
        assert!(!said.contains('\u{202e}') && !said.contains('\u{1b}'), "{said:?}");
    }
    assert!(repository.shown("V", Lang::En).contains("«Trust\\u{202e}^[[31m»"));
}

#[test]
fn a_new_link_between_two_cards_leads_to_its_place_on_the_board() {
    let repository = Repository::new();
    let map = case();
    let link = LinkId::new("trust", LinkKind::Causes, "gaps-hidden");
    assert!(map.link(&link).is_none());
    let deed = verb::connect(&map, &link, &floke::map::Link::default()).expect("new");
    repository.write(&after(&map, &deed.change));
    let said = repository.shown("V<enter>", Lang::En);
    assert!(said.contains("Changes since HEAD") && said.contains("1 Board"), "{said}");
    assert!(said.contains("«Trust in the services» affects «Gaps hidden from leaders»"), "{said}");
}
