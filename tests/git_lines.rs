//! One change is one hunk of few lines: counted by git itself, on the case map.

use std::path::Path;
use std::process::Command;

use floke::file::{bundled, read, write_map};
use floke::map::*;

/// The case map as it is bundled.
fn case() -> Map {
    let text = bundled()[0].text;
    read(text).expect("opens").to_map().expect("is a map")
}

/// A repository with the case map in it, written in canonical form.
struct Repository(tempfile::TempDir);

/// What git says of a change.
#[derive(Debug, PartialEq)]
struct Lines {
    added: usize,
    deleted: usize,
    hunks: usize,
    text: String,
}

impl Repository {
    fn with(map: &Map) -> Self {
        let repository = Self(tempfile::tempdir().expect("a folder"));
        repository.git(&["init", "--quiet"]);
        repository.write(map);
        repository.git(&["add", "case.floke.ron"]);
        repository.git(&["commit", "--quiet", "--message", "first"]);
        repository
    }

    fn write(&self, map: &Map) {
        std::fs::write(self.0.path().join("case.floke.ron"), write_map(map)).expect("written");
    }

    fn git(&self, arguments: &[&str]) -> String {
        let nowhere = Path::new("/dev/null");
        let output = Command::new("git")
            .args(["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"])
            .args(arguments)
            .current_dir(self.0.path())
            // Whatever is set up on this machine: the lines are git's own.
            .env("GIT_CONFIG_GLOBAL", nowhere)
            .env("GIT_CONFIG_SYSTEM", nowhere)
            .env_remove("GIT_DIR")
            .env_remove("GIT_WORK_TREE")
            .env_remove("GIT_INDEX_FILE")
            .output()
            .expect("git is there");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Does the deed on a copy of the map and asks git for the lines.
    fn lines(&self, map: &Map, deed: &verb::Deed) -> Lines {
        let mut map = map.clone();
        map.apply(&deed.change).expect("fits");
        self.write(&map);
        let numbers = self.git(&["diff", "--numstat"]);
        let mut numbers = numbers.split_whitespace().map(|number| number.parse().unwrap_or(0));
        let text = self.git(&["diff", "--unified=0"]);
        let hunks = text.lines().filter(|line| line.starts_with("@@")).count();
        let (added, deleted) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
        Lines { added, deleted, hunks, text }
    }
}

/// Added, deleted and hunks for every one of the deeds, each on the map as it was.
fn counts(deeds: impl Iterator<Item = verb::Deed>, of: &Map) -> Vec<Lines> {
    let repository = Repository::with(of);
    deeds.map(|deed| repository.lines(of, &deed)).collect()
}

fn every<T>(all: impl Iterator<Item = T>, nth: usize) -> impl Iterator<Item = T> {
    all.step_by(nth)
}

#[test]
fn a_new_name_is_one_line_for_another() {
    let map = case();
    let deeds = every(map.nodes(), 6).filter_map(|(id, _)| verb::rename(&map, id, "A new name"));
    let all = counts(deeds, &map);
    assert!(all.len() > 15);
    for lines in all {
        assert_eq!((lines.added, lines.deleted, lines.hunks), (1, 1, 1), "{}", lines.text);
    }
}

#[test]
fn a_new_node_is_one_hunk_of_added_lines() {
    let map = case();
    let deeds = ["Aardvark", "Middle of the alphabet", "Zebra"].into_iter().map(|label| {
        let mut node = Node::new(Kind::Cause, label);
        node.level = map.levels().first().map(|level| level.id.clone());
        node.area = map.areas().first().map(|area| area.id.clone());
        verb::add_node(&map, &node).expect("short").1
    });
    for lines in counts(deeds, &map) {
        assert_eq!((lines.deleted, lines.hunks), (0, 1), "{}", lines.text);
        assert_eq!(lines.added, 6, "{}", lines.text);
    }
}

#[test]
fn a_new_link_is_three_lines_at_most() {
    let map = case();
    let causes: Vec<&NodeId> =
        map.nodes().filter(|(_, node)| node.kind == Kind::Cause).map(|(id, _)| id).collect();
    let pairs = every(causes.iter(), 5).zip(every(causes.iter().rev(), 3));
    let deeds = pairs.filter_map(|(from, to)| {
        let id = LinkId { from: (*from).clone(), to: (*to).clone(), kind: LinkKind::Causes };
        verb::connect(&map, &id, &Link { delay: true, ..Link::signed(Sign::Minus) })
    });
    let all = counts(deeds, &map);
    assert!(all.len() > 10);
    for lines in &all {
        assert!(lines.added <= 3 && lines.deleted == 0 && lines.hunks == 1, "{}", lines.text);
    }
    assert!(all.iter().any(|lines| lines.added == 1), "a link beside another one is one line");
}

#[test]
fn a_flipped_sign_is_one_line_for_another() {
    let map = case();
    let deeds = every(map.links(), 7).filter_map(|(id, _)| verb::flip(&map, id));
    let all = counts(deeds, &map);
    assert!(all.len() > 10);
    for lines in all {
        assert_eq!((lines.added, lines.deleted, lines.hunks), (1, 1, 1), "{}", lines.text);
    }
}

#[test]
fn another_area_is_one_line_for_another() {
    let map = case();
    let areas = map.areas();
    let deeds = every(map.nodes(), 4).filter_map(|(id, node)| {
        let old = node.area.as_ref()?;
        let new = areas.iter().map(|area| &area.id).find(|area| *area != old)?;
        verb::move_node(&map, id, node.level.as_ref(), Some(new))
    });
    let all = counts(deeds, &map);
    assert!(all.len() > 10);
    for lines in all {
        assert_eq!((lines.added, lines.deleted, lines.hunks), (1, 1, 1), "{}", lines.text);
    }
}

#[test]
fn a_deleted_node_is_its_block_and_the_lines_of_links_to_it() {
    let map = case();
    let repository = Repository::with(&map);
    let text = write_map(&map);
    for (id, _) in every(map.nodes(), 9) {
        let deed = verb::remove_node(&map, id).expect("there");
        let lines = repository.lines(&map, &deed);
        assert_eq!(lines.added, 0, "{}", lines.text);
        assert_eq!(lines.deleted, lines_of(&text, id, &map), "{id}: {}", lines.text);
    }
}

/// How many lines of the file are about a node, counted in the text: its own block, and each link to it with
/// the brackets of its kind where nothing else is left in them.
fn lines_of(text: &str, id: &NodeId, map: &Map) -> usize {
    let lines: Vec<&str> = text.lines().collect();
    let block = |start: usize| {
        let indent = lines[start].len() - lines[start].trim_start().len();
        let one_line = lines[start].ends_with("),");
        let end = lines[start..].iter().position(|line| {
            line.len() - line.trim_start().len() == indent && line.trim_start().starts_with(')')
        });
        if one_line { 1 } else { end.expect("a block ends") + 1 }
    };
    let (mut count, mut at) = (0, 0);
    while at < lines.len() {
        // A link of the node to itself stands in the node's own block and is not counted again.
        let own = lines[at] == format!("    \"{id}\": (");
        let linked = lines[at].starts_with(&format!("        \"{id}\": (")) && is_link(&lines, at);
        let taken = if own || linked { block(at) } else { 0 };
        count += taken;
        at += taken.max(1);
    }
    let alone = map.links_to(id).filter(|(link, _)| {
        link.from != *id
            && map.links_from(&link.from).filter(|(other, _)| other.kind == link.kind).count() == 1
    });
    count + 2 * alone.count()
}

/// Whether a line eight blanks in stands in the brackets of a kind of link.
fn is_link(lines: &[&str], at: usize) -> bool {
    let opened = lines[..at]
        .iter()
        .rev()
        .find(|line| line.starts_with("      ") && line.as_bytes().get(6) != Some(&b' '));
    opened
        .is_some_and(|line| LinkKind::ALL.iter().any(|kind| **line == format!("      {}: {{", kind.field())))
}
