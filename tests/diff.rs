//! `floke diff` and `floke textconv` in real git repositories: what is compared with what, what a reviewer reads first,
//! and that neither a repository nor a map can make it do anything.

use std::path::Path;
use std::process::Command;

use floke::file::{bundled, read, write_map};
use floke::map::{
    Certainty, Change, Edit, Item, Kind, Link, LinkId, LinkKind, Map, Node, NodeId, Record, Sign, Value,
};
use serde_json::Value as Json;

const MAP: &str = "maps/case.floke.ron";

/// The case map as it is bundled.
fn case() -> Map {
    read(bundled()[0].text).expect("opens").to_map().expect("is a map")
}

fn done(map: &Map, edits: Vec<Edit>) -> Map {
    let mut map = map.clone();
    map.apply(&Change { edits }).expect("fits");
    map
}

fn without(map: &Map, id: &LinkId) -> Map {
    let link = map.link(id).expect("there");
    done(map, vec![Edit::remove(Item::Link(id.clone()), Value::of(link))])
}

fn field<R: Record>(map: &Map, item: Item, record: &R, field: &str, new: Option<Value>) -> Map {
    done(map, vec![Edit::field(item, field, record.get(field), new)])
}

/// What a program said.
#[derive(Debug)]
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Ran {
    fn json(&self) -> Json {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    fn first(&self, lines: usize) -> String {
        self.out.lines().take(lines).collect::<Vec<_>>().join("\n")
    }
}

struct Place(tempfile::TempDir);

impl Place {
    /// A folder that is in no repository.
    fn bare() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    /// A repository with a map on `main`.
    fn with(map: &Map) -> Self {
        let place = Self::bare();
        place.git(&["init", "--quiet", "--initial-branch", "main"]);
        place.write(MAP, map);
        place.commit("first");
        place
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, path: &str, map: &Map) {
        self.text(path, &write_map(map));
    }

    fn text(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, text).expect("written");
    }

    fn command(&self, program: &str, folder: &str) -> Command {
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

    fn git(&self, arguments: &[&str]) -> String {
        let output = self
            .command("git", "")
            .args(["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"])
            .args(arguments)
            .output()
            .expect("git is there");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn commit(&self, why: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", why]);
    }

    fn floke(&self, arguments: &[&str]) -> Ran {
        self.floke_in("", arguments)
    }

    fn floke_in(&self, folder: &str, arguments: &[&str]) -> Ran {
        let output =
            self.command(env!("CARGO_BIN_EXE_floke"), folder).args(arguments).output().expect("it runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

/// A link up, of the first named loop of the case, and the levels of its ends.
fn upward(map: &Map) -> (String, LinkId) {
    let place = |id: &NodeId| {
        let level = map.node(id)?.level.as_ref()?;
        let whole = map.whole_level(level)?;
        map.levels().iter().position(|own| own.id == whole.id)
    };
    let told = map.loops().values().flat_map(|told| told.links().map(move |link| (told.title.clone(), link)));
    let mut up = told.filter(|(_, id)| id.kind == LinkKind::Causes && place(&id.from) < place(&id.to));
    up.next().expect("a named loop climbs")
}

fn telling() -> LinkId {
    LinkId::new("municipal-leaders", LinkKind::Informs, "county-governor")
}

#[test]
fn a_reviewer_reads_first_which_circle_is_broken_and_who_is_no_longer_heard() {
    let map = case();
    let place = Place::with(&map);
    let (title, link) = upward(&map);
    place.git(&["checkout", "--quiet", "-b", "circle"]);
    place.write(MAP, &without(&map, &link));
    place.commit("a link of a circle");
    place.git(&["checkout", "--quiet", "-b", "hearing", "main"]);
    place.write(MAP, &without(&map, &telling()));
    place.commit("what is told");
    let (broken, unheard) = (
        format!("«{title}» is broken"),
        "«County governor» no longer hears «Municipal leadership»".to_owned(),
    );
    let brutt = format!("«{title}» er brutt");
    let uhort = "«County governor» hører ikke lenger «Municipal leadership»".to_owned();
    for (branch, en, nb) in [("circle", &broken, &brutt), ("hearing", &unheard, &uhort)] {
        place.git(&["checkout", "--quiet", branch]);
        for format in ["text", "markdown"] {
            for (lang, said) in [("en", en), ("nb", nb)] {
                let ran = place.floke(&["diff", "main...", "--format", format, "--lang", lang]);
                assert_eq!(ran.code, Some(1), "{ran:?}");
                assert!(ran.first(5).contains(said.as_str()), "{format} {lang}: {}", ran.out);
            }
        }
    }
    // Both at once, as after a merge.
    place.git(&["merge", "--quiet", "--no-edit", "circle"]);
    for format in ["text", "markdown"] {
        let ran = place.floke(&["diff", "main", "--format", format]);
        assert!(
            ran.first(5).contains(&broken) && ran.first(5).contains("no longer reaches «County governor»"),
            "{ran:?}"
        );
    }
}

/// Git's own diff, through `textconv`, says the same in the first ten lines that are not git's header.
#[test]
fn git_diff_says_it_too() {
    let map = case();
    let (title, link) = upward(&map);
    for (changed, said) in [
        (without(&map, &link), vec![format!("+  «{title}» "), "BROKEN".to_owned()]),
        (
            without(&map, &telling()),
            vec![
                "-    «County governor» hears «Municipal leadership»".to_owned(),
                "hears nothing from «Management and organisation»".to_owned(),
            ],
        ),
    ] {
        let place = Place::with(&map);
        place.text(".gitattributes", "*.floke.ron diff=floke\n");
        place.git(&["config", "diff.floke.textconv", &format!("'{}' textconv", env!("CARGO_BIN_EXE_floke"))]);
        place.write(MAP, &changed);
        let out = place.git(&["diff", "--", MAP]);
        let header = ["diff --git", "index ", "--- ", "+++ ", "@@ "];
        let lines: Vec<&str> =
            out.lines().filter(|line| !header.iter().any(|own| line.starts_with(own))).collect();
        let first = lines[..lines.len().min(10)].join("\n");
        for said in &said {
            assert!(first.contains(said.as_str()), "{said}:\n{out}");
        }
        place.commit("second");
        assert!(place.git(&["log", "-p", "-1"]).contains(said[0].as_str()));
        assert!(place.git(&["show"]).contains(said[0].as_str()));
        assert!(place.git(&["blame", MAP]).contains("Named loops"));
    }
}

#[test]
fn every_way_to_name_two_states() {
    let map = case();
    let place = Place::with(&map);
    let smaller = without(&map, &telling());
    place.git(&["checkout", "--quiet", "-b", "other"]);
    place.write(MAP, &smaller);
    place.commit("other");
    place.git(&["checkout", "--quiet", "main"]);
    let (_, link) = upward(&map);
    let mine = without(&map, &link);
    place.write(MAP, &mine);
    place.commit("mine");
    place.write("old.floke.ron", &map);
    place.write("new.floke.ron", &smaller);
    let told = "«Municipal leadership» reports to «County governor».";
    let of = |arguments: &[&str]| {
        let ran = place.floke(&[&["diff"], arguments].concat());
        assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{arguments:?} {ran:?}");
        let sign = |text: &str| ran.out.contains(&format!("− {text}"));
        (
            sign(told),
            ran.out.contains(&format!("+ {told}")),
            ran.out.contains("is broken"),
            ran.out.contains("whole again"),
        )
    };
    let (lost, came, broke, mended) = (
        (true, false, false, false),
        (false, true, false, false),
        (false, false, true, false),
        (false, false, false, true),
    );
    assert_eq!(of(&["old.floke.ron", "new.floke.ron"]), lost);
    assert_eq!(of(&["new.floke.ron", "old.floke.ron"]), came);
    assert_eq!(of(&["main~1:maps/case.floke.ron", "new.floke.ron"]), lost);
    assert_eq!(of(&["main~1:maps/case.floke.ron", "other:maps/case.floke.ron"]), lost);
    assert_eq!(of(&["main~1"]), broke);
    assert_eq!(of(&["main~1", MAP]), broke);
    assert_eq!(of(&["main~1", "--", "maps"]), broke);
    assert_eq!(of(&["main~1..main"]), broke);
    assert_eq!(of(&["main~1.."]), broke);
    assert_eq!(of(&["main", "main~1"]), mended);
    // From where they parted: only what the other branch did.
    assert_eq!(of(&["main...other"]), lost);
    assert_eq!(of(&["...other"]), lost);
    assert_eq!(of(&["other...main"]), broke);
    assert_eq!(of(&["main..other"]), (true, false, false, true));
    // Work tree and index.
    place.write(MAP, &without(&mine, &telling()));
    assert_eq!(of(&[]), lost);
    assert_eq!(of(&["HEAD", "--", MAP]), lost);
    let staged = place.floke(&["diff", "--staged"]);
    assert_eq!((staged.code, staged.out.as_str()), (Some(0), "The maps say the same.\n"), "{staged:?}");
    place.git(&["add", MAP]);
    assert_eq!(of(&["--staged"]), lost);
    assert_eq!(of(&[":maps/case.floke.ron", "HEAD:maps/case.floke.ron"]), came);
    place.write(MAP, &mine);
    assert_eq!(of(&["--staged", "main~1"]), (true, false, true, false));
    assert_eq!(place.floke(&["diff"]).code, Some(0));
    // From a folder further down paths are meant from there.
    let ran = place.floke_in("maps", &["diff", "main~1", "--", "case.floke.ron"]);
    assert!(ran.code == Some(1) && ran.out.starts_with("maps/case.floke.ron: 1 link removed\n"), "{ran:?}");
    let none = place.floke_in("maps", &["diff", "main~1", "--", "nothing.floke.ron"]);
    assert_eq!(none.code, Some(0), "{none:?}");
    // Nothing was written.
    assert_eq!(
        place.git(&["status", "--porcelain"]),
        format!("MM {MAP}\n?? new.floke.ron\n?? old.floke.ron\n")
    );
}

#[test]
fn the_same_meaning_in_other_bytes_is_no_difference() {
    let map = case();
    let place = Place::with(&map);
    let text = write_map(&map);
    let other = format!("// a comment\n{}", text.replace("\n    ", "\n          ")).replace('\n', "\r\n");
    place.text("other.floke.ron", &other);
    let ran = place.floke(&["diff", MAP, "other.floke.ron"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), "The maps say the same.\n", ""));
    place.text(MAP, &other);
    for format in ["text", "markdown"] {
        let ran = place.floke(&["diff", "--format", format, "--lang", "nb"]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(0), "Kartene sier det samme.\n"));
    }
    let ran = place.floke(&["diff", "--format", "json"]);
    assert_eq!((ran.code, ran.json()["files"].as_array().map(Vec::len)), (Some(0), Some(0)));
}

#[test]
fn what_cannot_be_compared_is_said_in_a_sentence() {
    let bare = Place::bare();
    bare.write("a.floke.ron", &case());
    bare.text("b.floke.ron", "(floke: 1, title: \"x\", nodes: {");
    let repository = Place::with(&case());
    repository.git(&["checkout", "--quiet", "--orphan", "alone"]);
    repository.commit("alone");
    for (place, arguments, said) in [
        (&bare, &["HEAD"][..], "in no git repository"),
        (&bare, &["a.floke.ron"][..], "in no git repository"),
        (&bare, &[][..], "in no git repository"),
        (&bare, &["HEAD:a.floke.ron", "a.floke.ron"][..], "in no git repository"),
        (&bare, &["a.floke.ron", "none.floke.ron"][..], "none.floke.ron: There is no such file."),
        (&bare, &["a.floke.ron", "b.floke.ron"][..], "b.floke.ron:1:"),
        (&bare, &["-", "-"][..], "standard input"),
        (&repository, &["nowhere"][..], "no revision 'nowhere'"),
        (&repository, &["main..nowhere"][..], "no revision 'nowhere'"),
        (&repository, &["main...alone"][..], "no commit in common"),
        (&repository, &["main:none.ron", MAP][..], "no file 'main:none.ron'"),
        (&repository, &["--staged", "main..alone"][..], "--staged"),
        (&repository, &["main", "alone", "main~0"][..], "too many"),
        (&repository, &["main", "--format", "sarif"][..], "sarif"),
    ] {
        let ran = place.floke(&[&["diff"], arguments].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?} {ran:?}");
        assert!(ran.err.contains(said) && ran.err.lines().count() == 1, "{arguments:?} {ran:?}");
    }
    // Without git on the path two files can be compared all the same.
    let floke = env!("CARGO_BIN_EXE_floke");
    let run = |arguments: &[&str]| {
        bare.command(floke, "").env("PATH", bare.path()).args(arguments).output().expect("it runs")
    };
    let output = run(&["diff", "HEAD"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("git was not found"));
    assert_eq!(run(&["diff", "a.floke.ron", "a.floke.ron"]).status.code(), Some(0));
}

/// One map that cannot be read does not hide the others.
#[test]
fn several_maps_new_gone_renamed_and_broken() {
    let map = case();
    let place = Place::with(&map);
    for name in ["gone", "moved", "spoilt"] {
        let mut own = map.clone();
        let title = Edit::field(Item::Map, "title", own.head().get("title"), Some(Value::of(name)));
        own.apply(&Change { edits: vec![title] }).expect("fits");
        place.write(&format!("{name}.floke.ron"), &own);
    }
    place.text("not-a-map.ron", "(1, 2)");
    place.commit("more");
    place.git(&["rm", "--quiet", "gone.floke.ron"]);
    place.git(&["mv", "moved.floke.ron", "here.floke.ron"]);
    let moved = read(&std::fs::read_to_string(place.path().join("here.floke.ron")).expect("there"));
    place.write("here.floke.ron", &without(&moved.expect("opens").to_map().expect("a map"), &telling()));
    place.write("new.floke.ron", &Map::new("something else"));
    place.text("not-a-map.ron", "(1, 2, 3)");
    place.git(&["add", "--all"]);
    let ran = place.floke(&["diff", "--staged"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{ran:?}");
    for line in [
        "gone.floke.ron: the map is gone (",
        "moved.floke.ron → here.floke.ron: 1 link removed\n",
        "new.floke.ron: a new map (",
    ] {
        assert!(ran.out.contains(line), "{line}\n{}", ran.out);
    }
    assert!(!ran.out.contains("not-a-map") && !ran.out.contains("spoilt"));
    let json = place.floke(&["diff", "--staged", "--format", "json"]).json();
    assert_eq!(json["files"].as_array().map(Vec::len), Some(3));
    place.text("spoilt.floke.ron", "(floke: 1,");
    let ran = place.floke(&["diff"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains("spoilt.floke.ron:1:") && ran.out.contains("here.floke.ron"), "{ran:?}");
}

#[test]
fn json_has_what_the_contract_says() {
    let map = case();
    let place = Place::bare();
    place.write("a.floke.ron", &map);
    let (_, link) = upward(&map);
    let label = map.node(&link.from).expect("there").label.clone();
    let changed = without(&without(&map, &link), &telling());
    let node = changed.node(&link.from).expect("there").clone();
    let changed =
        field(&changed, Item::Node(link.from.clone()), &node, "label", Some(Value::of("Quite another")));
    place.write("b.floke.ron", &changed);
    let ran = place.floke(&["diff", "a.floke.ron", "b.floke.ron", "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{ran:?}");
    let json = ran.json();
    assert_eq!(json["nodes"]["changed"][0]["id"], link.from.as_str());
    assert_eq!(json["nodes"]["changed"][0]["fields"]["label"], serde_json::json!([label, "Quite another"]));
    let removed = json["links"]["removed"].as_array().expect("a list");
    assert_eq!(removed.len(), 2);
    assert!(removed.iter().any(|own| own["from"] == link.from.as_str() && own["kind"] == "causes"));
    for list in ["nodes", "links", "levels", "areas", "sources"] {
        for part in ["added", "removed", "changed"] {
            assert!(json[list][part].is_array(), "{list} {part}");
        }
    }
    let consequences = &json["consequences"];
    assert_eq!(consequences["loops"]["complete"], true);
    assert_eq!(consequences["loops"]["added"], serde_json::json!([]));
    assert!(!consequences["loops"]["removed"].as_array().expect("a list").is_empty());
    assert_eq!(consequences["named_loops"][0]["turn"], "broken");
    assert_eq!(consequences["no_longer_heard"][0]["from"], "municipal-leaders");
    assert_eq!(consequences["new_meaning"][0]["now"], "Quite another");
    for verdict in consequences["verdicts"].as_array().expect("a list") {
        assert!(["up", "down"].contains(&verdict["direction"].as_str().expect("a word")), "{verdict}");
        assert_ne!(verdict["was"], verdict["now"]);
    }
    assert!(consequences["nodes_cut_off"].is_array());
}

/// A map from a stranger: nothing in a comment on a pull request pings, loads or links, and nothing reaches the
/// terminal.
#[test]
fn a_hostile_map_does_nothing_in_markdown_and_on_a_terminal() {
    let evil = "@everyone <img src=x> ![i](http://e.vil/a.png) [l](http://e.vil) www.e.vil #1 </details> \u{1b}[2J\u{202e}`|\n# x";
    let mut old = Map::new("x");
    let mut new = Map::new(evil);
    for (id, label) in [("a", evil), ("b", "B")] {
        for map in [&mut old, &mut new] {
            map.insert_node(id.into(), Node::new(Kind::Cause, label)).expect("new");
        }
    }
    new.insert_node("c".into(), Node::new(Kind::Cause, evil)).expect("new");
    for (from, to) in [("a", "b"), ("b", "a"), ("c", "c")] {
        new.insert_link(LinkId::new(from, LinkKind::Causes, to), Link::signed(Sign::Plus)).expect("new");
    }
    let place = Place::bare();
    place.write("@me.floke.ron", &old);
    place.write("![x](y).floke.ron", &new);
    for arguments in [["@me.floke.ron", "![x](y).floke.ron"], ["![x](y).floke.ron", "@me.floke.ron"]] {
        let ran = place.floke(&[&["diff", "--format", "markdown"], &arguments[..]].concat());
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(!ran.out.contains(['@', '\u{1b}', '\u{202e}']), "{}", ran.out);
        for found in ["<img", "![", "](", "://", "www.", "#1", "\n# "] {
            let bare = ran.out.match_indices(found).any(|(at, _)| at == 0 || &ran.out[at - 1..at] != "\\");
            assert!(!bare, "{found}: {}", ran.out);
        }
        let opened = ran.out.matches("<details>").count();
        assert_eq!(ran.out.matches("</details>").count(), opened, "{}", ran.out);
        let ran = place.floke(&[&["diff"], &arguments[..]].concat());
        assert!(!ran.out.contains(['\u{1b}', '\u{202e}']), "{}", ran.out);
        let ran = place.floke(&[&["textconv"], &arguments[..1]].concat());
        assert!(ran.code == Some(0) && !ran.out.contains(['\u{1b}', '\u{202e}']), "{}", ran.out);
    }
}

/// What a repository is set up with does not run, and a name that looks like an option is none.
#[cfg(unix)]
#[test]
fn a_repository_runs_nothing() {
    use std::os::unix::fs::PermissionsExt as _;
    let map = case();
    let place = Place::with(&map);
    let evil = place.path().join("evil");
    std::fs::write(&evil, "#!/bin/sh\ntouch \"$(dirname \"$0\")/ran\"\ncat\n").expect("written");
    std::fs::set_permissions(&evil, std::fs::Permissions::from_mode(0o755)).expect("set");
    let evil = evil.to_str().expect("text");
    for (key, value) in [
        ("core.fsmonitor", evil),
        ("diff.external", evil),
        ("diff.evil.command", evil),
        ("diff.evil.textconv", evil),
        ("core.pager", evil),
        ("filter.evil.clean", evil),
        ("filter.evil.smudge", evil),
    ] {
        place.git(&["config", key, value]);
    }
    place.text(".git/info/attributes", "*.ron diff=evil filter=evil\n");
    place.write(MAP, &without(&map, &telling()));
    for arguments in [&["diff"][..], &["diff", "HEAD"], &["diff", "--staged"], &["diff", "HEAD", "--", MAP]] {
        place.floke(arguments);
        assert!(!place.path().join("ran").exists(), "{arguments:?}");
    }
    for arguments in
        [&["diff", "--", "--output=evil.txt"][..], &["diff", "--output=evil.txt"], &["diff", "-O..HEAD"]]
    {
        let ran = place.floke(arguments);
        assert!(matches!(ran.code, Some(0 | 2)), "{ran:?}");
        assert!(!place.path().join("evil.txt").exists(), "{arguments:?}");
    }
    let ran = place.floke(&["diff", "--", "*.ron"]);
    assert_eq!(ran.code, Some(0), "a path is taken as it stands: {ran:?}");
}

#[test]
fn a_card_with_another_id_is_the_same_card() {
    let map = case();
    let place = Place::bare();
    place.write("a.floke.ron", &map);
    let text = write_map(&map).replace("\"trust\"", "\"confidence\"");
    let renamed = read(&text).expect("opens").to_map().expect("a map");
    let id: NodeId = "confidence".into();
    let node = renamed.node(&id).expect("there").clone();
    let renamed = field(&renamed, Item::Node(id), &node, "was", Some(Value::of(&vec!["trust"])));
    place.write("b.floke.ron", &renamed);
    let ran = place.floke(&["diff", "a.floke.ron", "b.floke.ron"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("id trust → confidence"), "{}", ran.out);
    for word in ["is broken", "Lost circle", "Links", "no longer"] {
        assert!(!ran.out.contains(word), "{word}: {}", ran.out);
    }
}

/// Each thing that a reviewer is told, by the change that brings it.
#[test]
fn each_consequence_is_told() {
    let map = case();
    let link_of = |test: &dyn Fn(&LinkId, &Link) -> bool| {
        map.links()
            .find(|(id, link)| test(id, link))
            .map(|(id, link)| (id.clone(), link.clone()))
            .expect("one")
    };
    let (sign_id, sign_link) = link_of(&|id, link| {
        let told = map.loops().values().any(|told| told.links().any(|own| own == *id));
        told && link.sign == Some(Sign::Plus) && link.counts()
    });
    let (guess_id, guess) = link_of(&|_, link| link.certainty == Some(Certainty::Hypothesis));
    let (cited_id, cited) = link_of(&|_, link| link.sources.len() == 1);
    let pinned = map.nodes().next().map(|(id, node)| (id.clone(), node.clone())).expect("a card");
    let at = |id: &LinkId| Item::Link(id.clone());
    let table: Vec<(Map, Vec<&str>)> = vec![
        (
            field(&map, at(&sign_id), &sign_link, "sign", Some(Value::of(&Sign::Minus))),
            vec!["turned: before: ", "Signs turned", "Before: When «", " Now: When «", "Circles in all: "],
        ),
        (
            field(&map, at(&guess_id), &guess, "certainty", Some(Value::of(&Certainty::Confirmed))),
            vec![
                "Certainty raised without a new source",
                "from hypothesis to confirmed without a new source.",
            ],
        ),
        (
            field(&map, at(&cited_id), &cited, "sources", None),
            vec!["What it rests on", "lost its only source."],
        ),
        (
            field(&map, at(&sign_id), &sign_link, "missing", Some(Value::of(&true))),
            vec!["Claims that a link is missing: ", "no longer runs: the link from ", " is missing now."],
        ),
        (
            field(&map, Item::Node(pinned.0.clone()), &pinned.1, "pin", Some(Value::of(&3_u32))),
            vec![
                "Claims nothing new about what leads to what.",
                "Moved\n  1 card in another place in the cell.",
            ],
        ),
        (
            field(&map, Item::Node(pinned.0.clone()), &pinned.1, "label", Some(Value::of("Xyzzy"))),
            vec!["Same card, new meaning? «", "» → «Xyzzy»", "Cards\n  ~ «Xyzzy»: label: «"],
        ),
    ];
    let place = Place::bare();
    place.write("a.floke.ron", &map);
    for (changed, said) in table {
        place.write("b.floke.ron", &changed);
        let ran = place.floke(&["diff", "a.floke.ron", "b.floke.ron"]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        for said in said {
            assert!(ran.out.contains(said), "{said}:\n{}", ran.out);
        }
    }
}

#[test]
fn textconv_never_fails() {
    let place = Place::bare();
    place.text("broken.floke.ron", "(floke: 1,\n\u{1b}[2J title: ");
    std::fs::write(place.path().join("bytes.ron"), [0xff, 0xfe, b'\n', b'x']).expect("written");
    for file in ["broken.floke.ron", "bytes.ron", "none.ron", "."] {
        let ran = place.floke(&["textconv", file]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{file} {ran:?}");
        assert!(!ran.out.contains('\u{1b}'), "{file} {ran:?}");
    }
    assert!(place.floke(&["textconv", "broken.floke.ron"]).out.starts_with("(floke: 1,\n"));
}

/// Bytes of a file, none where there is none.
fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap_or_default()
}

#[test]
fn setting_git_up_twice_is_once_and_taking_it_out_leaves_what_was_there() {
    let place = Place::with(&case());
    let others = "# pictures\n*.png binary\n*.ron -text";
    place.text(".gitattributes", others);
    place.git(&["config", "alias.st", "status"]);
    let config = place.path().join(".git/config");
    let before = bytes(&config);
    let check = place.floke(&["git-setup", "--check"]);
    assert_eq!((check.code, check.out.matches("NOT there").count()), (Some(1), 5), "{check:?}");
    assert_eq!(bytes(&config), before);
    let first = place.floke(&["git-setup"]);
    assert_eq!((first.code, first.err.as_str()), (Some(0), ""), "{first:?}");
    let (set, attributes) = (bytes(&config), bytes(&place.path().join(".gitattributes")));
    let text = String::from_utf8_lossy(&attributes).into_owned();
    assert!(
        text.starts_with(others) && text.contains("*.floke.ron text eol=lf diff=floke merge=floke"),
        "{text}"
    );
    let again = place.floke(&["git-setup", "--local"]);
    assert_eq!((again.code, again.out.matches("there already").count()), (Some(0), 5), "{again:?}");
    assert_eq!((bytes(&config), bytes(&place.path().join(".gitattributes"))), (set, attributes));
    assert_eq!(place.floke_in("maps", &["git-setup", "--check"]).code, Some(0));
    // A value of somebody's own is not taken out, an older one of ours is brought up to date.
    place.git(&["config", "merge.floke.name", "mine"]);
    assert!(
        place.floke(&["git-setup", "--check"]).out.contains("merge.floke.name: ANOTHER value (was: mine)")
    );
    assert_eq!(place.floke(&["git-setup", "--remove"]).code, Some(0));
    assert_eq!(place.git(&["config", "merge.floke.name"]), "mine\n");
    assert_eq!(place.floke(&["git-setup"]).code, Some(0));
    assert_eq!(place.floke(&["git-setup", "--remove"]).code, Some(0));
    assert_eq!(String::from_utf8_lossy(&bytes(&config)), String::from_utf8_lossy(&before));
    assert_eq!(bytes(&place.path().join(".gitattributes")), others.as_bytes());
    // Where the file was ours alone it goes.
    std::fs::remove_file(place.path().join(".gitattributes")).expect("there");
    place.floke(&["git-setup"]);
    place.floke(&["git-setup", "--remove"]);
    assert!(!place.path().join(".gitattributes").exists());
}

#[test]
fn git_is_set_up_in_worktrees_and_submodules_and_for_a_person() {
    let place = Place::with(&case());
    place.git(&["worktree", "add", "--quiet", "tree", "-b", "side"]);
    let ran = place.floke_in("tree/maps", &["git-setup"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        place.path().join("tree/.gitattributes").exists() && !place.path().join(".gitattributes").exists()
    );
    assert_eq!(place.floke_in("tree", &["git-setup", "--check"]).code, Some(0));
    // The settings are of the repository, the attributes of each tree of files.
    let ran = place.floke(&["git-setup", "--check"]);
    assert_eq!((ran.code, ran.out.matches("NOT there").count()), (Some(1), 1), "{ran:?}");

    let whole = Place::with(&case());
    let inner = Place::with(&case());
    let url = inner.path().to_str().expect("text").to_owned();
    whole.git(&["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", &url, "inner"]);
    assert_eq!(whole.floke_in("inner", &["git-setup"]).code, Some(0));
    assert!(
        whole.path().join("inner/.gitattributes").exists() && !whole.path().join(".gitattributes").exists()
    );
    assert_eq!(whole.floke_in("inner", &["git-setup", "--check"]).code, Some(0));
    assert_eq!(whole.floke(&["git-setup", "--check"]).code, Some(1));

    let bare = Place::bare();
    let ran = bare.floke(&["git-setup"]);
    assert!(ran.code == Some(2) && ran.err.contains("in no git repository"), "{ran:?}");
    let own = |arguments: &[&str]| {
        let mut command = bare.command(env!("CARGO_BIN_EXE_floke"), "");
        command.env("GIT_CONFIG_GLOBAL", bare.path().join("gitconfig")).args(arguments);
        command.output().expect("it runs").status.code()
    };
    assert_eq!(own(&["git-setup", "--global", "--check"]), Some(1));
    assert_eq!(own(&["git-setup", "--global"]), Some(0));
    assert_eq!(own(&["git-setup", "--global", "--check"]), Some(0));
    assert!(bare.path().join("config/git/attributes").exists());
    assert_eq!(own(&["git-setup", "--global", "--remove"]), Some(0));
    assert!(!bare.path().join("config/git/attributes").exists());
}

/// Another line of attributes may win; then it is said, and nobody's line is moved.
#[test]
fn a_line_that_wins_is_named() {
    let place = Place::with(&case());
    place.text(".git/info/attributes", "*.ron -diff\n");
    let ran = place.floke(&["git-setup"]);
    assert!(ran.code == Some(1) && ran.err.contains("wins"), "{ran:?}");
    assert_eq!(place.floke(&["git-setup", "--check"]).code, Some(1));
}

/// Where floke is not installed, a diff shows the file and a merge is git's own, with its markers.
#[test]
fn without_floke_git_does_what_it_does_without() {
    let map = case();
    let place = Place::with(&map);
    place.floke(&["git-setup"]);
    place.commit("set up");
    let (one, two) = (telling(), upward(&map).1);
    place.git(&["checkout", "--quiet", "-b", "one"]);
    place.write(MAP, &without(&map, &one));
    let diff = place.git(&["diff"]);
    assert!(diff.contains("-        \"county-governor\": (") && !diff.contains("Named loops"), "{diff}");
    place.commit("one");
    place.git(&["checkout", "--quiet", "-b", "two", "main"]);
    place.write(MAP, &without(&map, &two));
    place.commit("two");
    place.git(&["merge", "--quiet", "--no-edit", "one"]);
    let merged = read(&std::fs::read_to_string(place.path().join(MAP)).expect("there"));
    assert!(merged.expect("opens").to_map().expect("a map") == without(&without(&map, &one), &two));
    let label = |label: &str| {
        let (id, node) = map.nodes().next().expect("a card");
        field(&map, Item::Node(id.clone()), node, "label", Some(Value::of(label)))
    };
    place.git(&["checkout", "--quiet", "-b", "three", "main"]);
    place.write(MAP, &label("Three"));
    place.commit("three");
    place.git(&["checkout", "--quiet", "-b", "four", "main"]);
    place.write(MAP, &label("Four"));
    place.commit("four");
    let merged = place
        .command("git", "")
        .args(["-c", "user.name=x", "-c", "user.email=x@e.org", "merge", "three"])
        .output();
    assert_eq!(merged.expect("it runs").status.code(), Some(1));
    let text = std::fs::read_to_string(place.path().join(MAP)).expect("there");
    assert!(
        text.contains("<<<<<<< ours")
            && text.contains("label: \"Three\"")
            && text.contains("label: \"Four\""),
        "no side is lost"
    );
}
