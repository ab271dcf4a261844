//! What leaves the program for people is harmless whatever stands in a map, in every format.
//!
//! The programs that read these formats are asked in `tests/outer.rs`; here every case is looked at by itself.

#[path = "common/hostile.rs"]
mod hostile;

use std::process::Command;

use hostile::{HOSTILE, hostile};

fn export(map: &str, format: &str, part: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_floke"))
        .args(["export", "--to", format, map])
        .args(part)
        .env("XDG_CONFIG_HOME", concat!(env!("CARGO_TARGET_TMPDIR"), "/no-settings"))
        .output()
        .expect("it runs");
    assert!(output.status.success(), "{format} {part:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Characters that a terminal or a reader acts on without showing them.
fn hidden(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{e0000}'..='\u{e007f}')
}

#[test]
fn nothing_hidden_leaves_in_any_format() {
    let folder = tempfile::tempdir().expect("a folder");
    let map = hostile(folder.path());
    for format in ["svg", "html", "markdown", "mermaid", "dot"] {
        for part in [&[][..], &["--loop", "1"], &["--journey", "1"]] {
            let text = export(&map, format, part);
            let found: Vec<char> = text.chars().filter(|c| hidden(*c)).collect();
            assert!(found.is_empty(), "{format} {part:?}: {found:?}");
        }
        for (number, text) in HOSTILE {
            let level = format!("l{number}");
            let page = export(&map, format, &["--level", &level]);
            assert!(!page.chars().any(hidden), "{number} {format} {text:?}");
        }
    }
}

#[test]
fn markdown_pings_nobody_loads_nothing_and_stays_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = export(&hostile(folder.path()), "markdown", &[]);
    for bad in ["@user", "#123", "![", "](", "```", "<script", "<details", "<img", "http://", "https://"] {
        let bare = text.match_indices(bad).filter(|(at, _)| !text[..*at].ends_with('\\')).count();
        assert_eq!(bare, 0, "{bad}");
    }
    // Every line is one that we began.
    for line in text.lines() {
        let begun =
            ["# ", "## ", "### ", "#### ", "- ", "  - ", "> "].iter().any(|mark| line.starts_with(mark));
        let table = line.starts_with('|') || line.starts_with("    ") || line.starts_with('\t');
        assert!(begun || !table, "{line}");
    }
}

#[test]
fn a_chart_holds_nothing_but_cards_links_and_colours() {
    let folder = tempfile::tempdir().expect("a folder");
    let map = hostile(folder.path());
    let chart = export(&map, "mermaid", &[]);
    let front: Vec<&str> = chart.lines().take(4).collect();
    assert!(front[1].starts_with("title: \"") && front[1].matches('"').count() == 2, "{front:?}");
    assert_eq!([front[0], front[2], front[3]], ["---", "---", "flowchart TD"]);
    for line in chart.lines().skip(4) {
        let ours = ["  subgraph l", "    n", "  end", "  n", "  linkStyle ", "  classDef ", "  class "];
        assert!(ours.iter().any(|begin| line.starts_with(begin)), "{line}");
        if line.starts_with("    n") || line.starts_with("  subgraph") {
            assert_eq!(line.matches('"').count(), 2, "{line}");
            let label = line.split('"').nth(1).expect("a label");
            assert!(!label.contains(['[', ']', '{', '}', '<', '>', '%', '`', ':', '\\']), "{line}");
        }
    }
    for line in export(&map, "dot", &[]).lines() {
        // Quotes that are not escaped come in pairs, so no label ends early.
        let bare = line.replace("\\\\", "").replace("\\\"", "");
        assert_eq!(bare.matches('"').count() % 2, 0, "{line}");
        assert!(!line.contains("=<"), "no HTML labels: {line}");
    }
}

#[test]
fn what_actors_want_and_what_people_said_stays_at_home() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.floke.ron");
    std::fs::write(
        &path,
        r#"(floke: 1, title: "x", sources: {"s": (title: "Talks", kind: Interview)}, nodes: {"a": (label: "A", kind: Actor, influence: 3, stance: Against, needs_to_know: ["the budget"], sources: {"s": (quote: "word for word")}, note: ["between us"])})"#,
    )
    .expect("written");
    let map = path.to_string_lossy().into_owned();
    for format in ["svg", "html", "markdown", "mermaid", "dot"] {
        let usual = export(&map, format, &[]);
        assert!(!usual.contains("the budget") && !usual.contains("against"), "{format}");
        let bare = export(&map, format, &["--without", "quotes,notes"]);
        assert!(!bare.contains("word for word") && !bare.contains("between us"), "{format}");
    }
    for format in ["html", "markdown"] {
        assert!(export(&map, format, &["--with-register"]).contains("the budget"), "{format}");
        let usual = export(&map, format, &[]);
        assert!(usual.contains("word for word") && usual.contains("between us"), "{format}");
    }
}

#[test]
fn the_main_model_and_the_matrix_are_pictures_of_their_own() {
    let map = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/complex-needs.floke.ron");
    let words = |page: &str| page.matches("<text").count();
    let model = export(map, "svg", &["--picture", "main-model"]);
    assert!(model.contains("Kindergarten and") && model.contains("Some each way"), "areas and signs");
    assert!(!model.contains(">Measure<"), "a head of a line is no measure");
    let (whole, area) = (
        export(map, "svg", &["--picture", "matrix"]),
        export(map, "svg", &["--picture", "matrix", "--area", "3"]),
    );
    assert!(whole.contains("Needs growing heavier") && area.contains("Short-lived grants"));
    assert!(words(&whole) > 5 * words(&area), "{} {}", words(&whole), words(&area));
}
