//! What `floke diff` cannot compare, and what git cannot say: never called the same, each with its sentence.

#[path = "common/place.rs"]
mod place;

use floke::map::{Item, Value};
use place::*;

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

/// Where all that changed cannot be read, nobody is told that nothing changed, not in a comment on a pull request either.
#[test]
fn what_could_not_be_read_is_not_the_same() {
    let place = Place::with(&case());
    place.text(MAP, "(floke: 1,");
    for (format, lang, said) in [
        ("text", "en", "maps/case.floke.ron:1:1: not compared: "),
        ("text", "nb", "maps/case.floke.ron:1:1: ikke sammenlignet: "),
        ("markdown", "en", "- maps/case.floke.ron:1:1: not compared: "),
    ] {
        let ran = place.floke(&["diff", "--format", format, "--lang", lang]);
        assert_eq!((ran.code, ran.err.lines().count()), (Some(2), 1), "{ran:?}");
        assert!(ran.out.starts_with(said) && !ran.out.contains("say"), "{ran:?}");
    }
    let json = place.floke(&["diff", "--format", "json"]).json();
    assert_eq!(json["files"], serde_json::json!([]));
    let row = &json["not_compared"][0];
    assert_eq!((&row["file"], &row["line"]), (&serde_json::json!(MAP), &serde_json::json!(1)));
    assert!(row["message"].as_str().is_some_and(|said| !said.is_empty()));
    // What was never looked at is not the same either.
    for path in ["nothing.floke.ron", "new.floke.ron", "docs"] {
        place.write("new.floke.ron", &case());
        place.text("docs/readme.md", "x");
        let ran = place.floke(&["diff", "--format", "json", "--", path]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert_eq!(ran.json()["not_compared"][0]["file"], path);
        let ran = place.floke(&["diff", "HEAD", "--", path]);
        assert!(!ran.out.contains("same") && ran.err.contains(path), "{ran:?}");
    }
    // A file that somebody names is a map whatever it is called.
    place.git(&["add", "docs/readme.md"]);
    let ran = place.floke(&["diff", "--", "docs/readme.md"]);
    assert!(ran.code == Some(2) && ran.out.starts_with("docs/readme.md:1:"), "{ran:?}");
}

/// Why git cannot say is told apart, each with what to do.
#[test]
fn each_fault_of_git_has_its_sentence() {
    let map = case();
    let place = Place::with(&map);
    place.write(MAP, &without(&map, &telling()));
    place.commit("second words");
    let faulty = |arguments: &[&str], folder: &str, said: &[&str]| {
        let ran = place.floke_in(folder, arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?} {ran:?}");
        assert!(said.iter().all(|said| ran.err.contains(said)), "{arguments:?} {said:?} {ran:?}");
    };
    faulty(&["diff", "^HEAD"], "", &["does not name one revision", "A..B"]);
    faulty(&["diff", "HEAD^@"], "", &["does not name one revision"]);
    faulty(&["diff", ":/no such words"], "", &["no revision ':/no such words'"]);
    faulty(&["diff", "nowhere:x.floke.ron", MAP], "", &["no revision 'nowhere'"]);
    faulty(&["diff", "HEAD:maps", MAP], "", &["no file 'HEAD:maps'"]);
    let ran = place.floke(&["diff", ":/first"]);
    assert!(ran.code == Some(1) && ran.out.contains("1 link removed"), "{ran:?}");
    // A name that is both.
    place.text("main", "x");
    place.text("sub/other", "x");
    faulty(&["diff", "main"], "", &["'main' is a revision and a path", "./main", "heads/main"]);
    faulty(&["diff", "main", "HEAD"], "", &["'main' is a revision and a path"]);
    assert_eq!(place.floke(&["diff", "heads/main"]).code, Some(0));
    assert_eq!(place.floke(&["diff", "main", "--", MAP]).code, Some(0));
    let ran = place.floke(&["diff", "./main"]);
    assert!(ran.code == Some(2) && ran.err.starts_with("floke: ./main: git follows no map there"), "{ran:?}");
    // Only the last commit was cloned.
    let url = format!("file://{}", place.path().display());
    place.git(&["clone", "--quiet", "--depth", "1", &url, "shallow"]);
    faulty(&["diff", "HEAD~1"], "shallow", &["has only the last ones", "git fetch --unshallow"]);
    place.git(&["-C", "shallow", "checkout", "--quiet", "--orphan", "alone"]);
    place.git(&["-C", "shallow", "commit", "--quiet", "--message", "alone"]);
    faulty(&["diff", "main...alone"], "shallow", &["'main...alone'", "--unshallow"]);
    // Only some files were cloned.
    place.git(&["config", "uploadpack.allowFilter", "true"]);
    place.git(&["clone", "--quiet", "--no-checkout", "--filter=blob:none", &url, "partial"]);
    let ran = place.floke_in("partial", &["diff", "HEAD~1..HEAD"]);
    assert!(ran.code == Some(2) && ran.err.contains("lacks the object"), "{ran:?}");
    let fetch =
        ran.err.split("git cat-file -e ").nth(1).and_then(|rest| rest.split(' ').next()).expect("a hash");
    place.git(&["-C", "partial", "cat-file", "-e", fetch]);
    // No files, no commits, somebody else's, nobody's.
    place.git(&["init", "--quiet", "--bare", "bare"]);
    faulty(&["diff"], "bare", &["no files on disk", "floke diff OLD NEW"]);
    faulty(&["diff"], ".git", &["no files on disk"]);
    place.git(&["init", "--quiet", "empty"]);
    faulty(&["diff"], "empty", &["Nothing is committed here yet"]);
    faulty(&["diff", "nowhere"], "empty", &["Nothing is committed here yet"]);
    let mut command = place.command(env!("CARGO_BIN_EXE_floke"), "");
    let output = command.arg("diff").env("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1").output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("belongs to somebody else") && said.contains("safe.directory '/"), "{said}");
}

/// What a merge left open is on disk one file, and in the index none.
#[test]
fn a_merge_that_is_not_finished() {
    let map = case();
    let place = Place::with(&map);
    let label = |label: &str| {
        let (id, node) = map.nodes().next().expect("a card");
        field(&map, Item::Node(id.clone()), node, "label", Some(Value::of(label)))
    };
    place.git(&["checkout", "--quiet", "-b", "other"]);
    place.write(MAP, &label("Theirs"));
    place.commit("other");
    place.git(&["checkout", "--quiet", "main"]);
    place.write(MAP, &label("Ours"));
    place.commit("mine");
    let merge = place
        .command("git", "")
        .args(["-c", "user.name=x", "-c", "user.email=x@e.org", "merge", "other"])
        .output()
        .expect("it runs");
    assert!(!merge.status.success());
    for format in ["text", "markdown", "json"] {
        let ran = place.floke(&["diff", "--staged", "--format", format]);
        assert_eq!((ran.code, ran.err.lines().count()), (Some(2), 1), "{ran:?}");
        assert!(
            ran.out.contains("a merge is not finished") && ran.err.contains("without --staged"),
            "{ran:?}"
        );
    }
    // Ours is live in it, so only the conflict is new.
    let ran = place.floke(&["diff"]);
    assert!(ran.code == Some(1) && !ran.out.contains("card changed"), "{ran:?}");
}
