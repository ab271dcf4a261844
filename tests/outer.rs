//! What other programs say of our output. They must be there: a missing one is a failure, never a skip.
//!
//! `cargo test --locked --features outer,png --test outer`; CONTRIBUTING.md says what to install.
#![cfg(feature = "outer")]

#[path = "common/hostile.rs"]
mod hostile;

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use hostile::hostile;

const MAPS: [&str; 3] = ["complex-needs", "sammensatte-behov", "youth-exclusion"];

fn map(name: &str) -> String {
    format!("{}/maps/{name}.floke.ron", env!("CARGO_MANIFEST_DIR"))
}

/// What floke answers.
fn floke(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_floke"))
        .args(arguments)
        .env("XDG_CONFIG_HOME", concat!(env!("CARGO_TARGET_TMPDIR"), "/no-settings"))
        .output()
        .expect("it runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What another program says of a text: its standard output and error, which must come with success.
fn other(program: &str, arguments: &[&str], input: &str) -> (String, String) {
    let mut child = Command::new(program)
        .args(arguments)
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{program} is needed here and does not run: {error}"));
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_owned();
    // On a thread of its own: a program may answer before it has read everything.
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("it ends").expect("it reads everything");
    let [out, err] = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    assert!(output.status.success(), "{program} {arguments:?}: {out}{err}");
    (out, err)
}

#[test]
fn pictures_are_well_formed() {
    for name in MAPS {
        for keys in ["", "1", "2", "4", "5", "?"] {
            for size in ["80x24", "200x60"] {
                let svg = floke(&["screen", &map(name), "--keys", keys, "--size", size, "--as", "svg"]);
                let (_, err) = other("xmllint", &["--noout", "--nonet", "-"], &svg);
                assert_eq!(err, "", "{name} {keys} {size}");
            }
        }
    }
}

#[test]
fn the_manual_is_set_without_a_warning() {
    let (page, warnings) = other("groff", &["-man", "-Tutf8", "-Kutf8", "-ww", "-P-cbou"], &floke(&["man"]));
    assert_eq!(warnings, "");
    for said in ["NAME", "SYNOPSIS", "floke loops", "--max-length", "KEYS", "EXIT STATUS", "Show the board"] {
        assert!(page.contains(said), "{said}\n{page}");
    }
}

#[test]
fn shells_read_their_completions() {
    let [bash, zsh, fish] = ["bash", "zsh", "fish"].map(|shell| floke(&["completions", shell]));
    for (program, arguments, script) in [
        ("bash", ["-n", "/dev/stdin"], &bash),
        ("zsh", ["-n", "/dev/stdin"], &zsh),
        ("fish", ["--no-execute", "/dev/stdin"], &fish),
    ] {
        other(program, &arguments, script);
    }
    let ask =
        "\nCOMP_WORDS=(floke lo); COMP_CWORD=1; _floke floke lo floke; printf '%s\\n' \"${COMPREPLY[@]}\"\n";
    let (offered, _) = other("bash", &["--norc", "/dev/stdin"], &format!("{bash}{ask}"));
    assert_eq!(offered, "loops\n");
    let ask = "\ncomplete --do-complete 'floke loops --max'\n";
    let (offered, _) = other("fish", &["--no-config", "/dev/stdin"], &format!("{fish}{ask}"));
    assert!(offered.starts_with("--max-length"), "{offered}");
}

#[test]
fn another_reader_finds_the_same_in_tables_and_documents() {
    let script = r"
import csv, json, sys
folder, document = sys.argv[1], json.load(open(sys.argv[2], encoding='utf-8'))
nodes = list(csv.DictReader(open(folder + '/nodes.csv', encoding='utf-8', newline='')))
links = list(csv.DictReader(open(folder + '/links.csv', encoding='utf-8', newline='')))
assert [node['id'] for node in nodes] == [node['id'] for node in document['nodes']]
assert [node['label'] for node in nodes] == [node['label'] for node in document['nodes']]
ends = lambda link: (link['from'], link['to'], link['kind'], link['polarity'] or None)
assert [ends(link) for link in links] == [ends(link) for link in document['links']]
for row in nodes + links:
    assert None not in row, row
    for name, cell in row.items():
        assert name == 'polarity' or not cell.startswith(('=', '+', '-', '@', '\t', '\r')), cell
print(len(nodes), len(links))
";
    for name in MAPS {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |file: &str| Path::new(folder.path()).join(file).to_string_lossy().into_owned();
        floke(&["export", "--to", "csv", &map(name), "-o", &at("tables")]);
        floke(&["export", "--to", "json", &map(name), "-o", &at("map.json")]);
        let (counted, _) = other("python3", &["-", &at("tables"), &at("map.json")], script);
        assert!(counted.split(' ').all(|number| number.trim() != "0"), "{name}: {counted}");
    }
}

/// What the browser says of a page after some steps.
fn browsed(page: &Path, steps: &serde_json::Value) -> serde_json::Value {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/drive.py");
    let (out, _) = other("python3", &[script, &page.to_string_lossy()], &steps.to_string());
    serde_json::from_str(&out).expect("JSON")
}

#[test]
fn pages_of_every_part_are_well_formed() {
    let folder = tempfile::tempdir().expect("a folder");
    let evil = hostile(folder.path());
    let parts: [&[&str]; 7] = [
        &[],
        &["--links", "none"],
        &["--loop", "1"],
        &["--chain", "sector-steering,story-retold"],
        &["--journey", "1"],
        &["--level", "users"],
        &["--area", "2"],
    ];
    for part in parts {
        for format in ["svg", "html"] {
            let mut arguments = vec!["export", "--to", format];
            let case = map("complex-needs");
            arguments.push(&case);
            arguments.extend(part);
            let (_, err) = other("xmllint", &["--noout", "--nonet", "--huge", "-"], &floke(&arguments));
            assert_eq!(err, "", "{arguments:?}");
        }
    }
    for part in [&[][..], &["--loop", "1"], &["--journey", "1"], &["--level", "l82"], &["--area", "a82"]] {
        for format in ["svg", "html"] {
            let mut arguments = vec!["export", "--to", format, &evil];
            arguments.extend(part);
            let page = floke(&arguments);
            let (_, err) = other("xmllint", &["--noout", "--nonet", "--huge", "-"], &page);
            assert_eq!(err, "", "{arguments:?}");
            assert!(!page.contains("<img") && page.matches("<script").count() <= 1, "{arguments:?}");
            for hidden in ['\u{1b}', '\u{202e}', '\u{9b}', '\u{2028}', '\u{1}', '\u{fffe}', '\u{e0041}'] {
                assert!(!page.contains(hidden), "{hidden:?} {arguments:?}");
            }
        }
    }
}

#[test]
fn graphviz_draws_what_we_write() {
    let folder = tempfile::tempdir().expect("a folder");
    let evil = hostile(folder.path());
    for file in MAPS.map(map).into_iter().chain([evil]) {
        let dot = floke(&["export", "--to", "dot", &file]);
        let (drawn, err) = other("dot", &["-Tjson"], &dot);
        assert_eq!(err, "", "{file}");
        let drawn: serde_json::Value = serde_json::from_str(&drawn).expect("JSON");
        let map: serde_json::Value =
            serde_json::from_str(&floke(&["export", "--to", "json", &file])).expect("JSON");
        let count = |list: &str| map[list].as_array().expect("a list").len();
        let objects = drawn["objects"].as_array().expect("a list");
        assert_eq!(
            objects.iter().filter(|object| object["shape"].is_string()).count(),
            count("nodes"),
            "{file}"
        );
        let edges = drawn["edges"].as_array().expect("a list");
        assert_eq!(edges.iter().filter(|edge| edge["style"] != "invis").count(), count("links"), "{file}");
    }
}

#[test]
fn a_browser_shows_the_page_and_says_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = folder.path().join("map.html");
    std::fs::write(&page, floke(&["export", "--to", "html", &map("complex-needs")])).expect("written");
    let card = "[...document.querySelectorAll('#picture [data-card]')].find(g => g.querySelector('title').textContent === 'Story told again at every door')";
    let steps = serde_json::json!([
        {"eval": "document.title"},
        {"eval": "(b => b[2] < 0.9 * document.querySelector('#picture').dataset.width && b.every(n => n >= 0))(document.querySelector('#picture').getAttribute('viewBox').split(' ').map(Number))"},
        {"eval": "getComputedStyle(document.querySelector('#overview')).display + getComputedStyle(document.querySelector('#detail')).display"},
        {"click": "[data-do=fit]"},
        {"eval": "getComputedStyle(document.querySelector('#overview')).display"},
        {"eval": format!("{card}.setAttribute('data-mine', ''), 1")},
        {"click": "#picture [data-mine] rect"},
        {"eval": "document.querySelector('#detail h4').textContent"},
        {"eval": "document.querySelector('#detail').textContent.includes('Trust in the services')"},
        {"eval": "document.querySelectorAll('#chosen path.on').length"},
        {"key": "Escape"},
        {"eval": "document.querySelectorAll('#chosen path.on').length"},
        {"eval": "document.querySelector('#picture').getAttribute('viewBox')"},
        {"click": "[data-do=in]"},
        {"eval": "document.querySelector('#picture').getAttribute('viewBox')"},
        {"click": "nav a[data-view=journeys]"},
        {"eval": "document.querySelector('.journey.open output').textContent"},
        {"key": "ArrowRight"},
        {"key": "ArrowRight"},
        {"key": "ArrowLeft"},
        {"eval": "document.querySelector('.journey.open output').textContent"},
        {"eval": "document.querySelector('.step.open .remark').textContent"},
        {"click": "nav a[data-view=outline]"},
        {"eval": "[...document.querySelectorAll('#outline h3')].map(h => h.textContent).join('|')"},
        {"eval": "[...document.querySelectorAll('#outline h4')].filter(h => h.getClientRects().length > 0).length"},
    ]);
    let said = browsed(&page, &steps);
    assert_eq!((&said["errors"], &said["requests"]), (&serde_json::json!([]), &serde_json::json!([])));
    let value = |at: usize| said["values"][at].as_str().unwrap_or_default();
    assert_eq!(value(0), "Children with complex needs");
    assert_eq!(
        (&said["values"][1], value(2)),
        (&true.into(), "blocknone"),
        "it begins at a part that can be read"
    );
    assert_eq!(value(3), "none", "and shows the whole when asked");
    assert_eq!(value(5), "Story told again at every door");
    assert_eq!(said["values"][6], true, "its links are told");
    assert_eq!(said["values"][7], 4, "its links are drawn: three in, one out");
    assert_eq!(said["values"][8], 0, "Esc lets go");
    assert_ne!(value(9), value(10), "the picture is larger");
    assert_eq!((value(11), value(12)), ("1 / 8", "2 / 8"));
    assert!(value(13).starts_with("Nobody does anything wrong here."), "{said}");
    assert!(value(14).starts_with("Ministries and Parliament|Directorates"), "{said}");
    assert!(said["values"][15].as_u64() > Some(80), "the cards stand in the outline: {said}");
}

/// No script of a stranger runs. The same page with its escapes taken out proves that this test would see one.
#[test]
fn a_browser_runs_nothing_that_a_map_brings() {
    let folder = tempfile::tempdir().expect("a folder");
    let evil = hostile(folder.path());
    let steps = serde_json::json!([
        {"eval": "typeof window.evil"},
        {"eval": "document.querySelectorAll('img, [onerror], [onload], iframe, object, embed').length"},
        {"eval": "document.querySelectorAll('script').length"},
        {"eval": "document.querySelectorAll('a[href]:not([href^=\"#\"])').length"},
    ]);
    let text = floke(&["export", "--to", "html", &evil]);
    let page = folder.path().join("evil.html");
    std::fs::write(&page, &text).expect("written");
    let said = browsed(&page, &steps);
    assert_eq!(said["values"], serde_json::json!(["undefined", 0, 1, 0]), "{said}");
    assert_eq!((&said["errors"], &said["requests"]), (&serde_json::json!([]), &serde_json::json!([])));

    let bare = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x2f;", "/");
    std::fs::write(&page, &bare).expect("written");
    let said = browsed(&page, &steps);
    assert_ne!(said["values"][1], 0, "without its escapes the page would hold what the stranger wrote");
    let errors = said["errors"].as_array().expect("a list");
    assert!(
        errors.iter().any(|error| error.to_string().contains("Content Security Policy")),
        "and the policy stops it: {errors:?}"
    );
    assert_eq!(said["values"][0], "undefined", "the policy lets nothing run all the same");

    // An SVG is opened by itself too.
    let svg = folder.path().join("evil.svg");
    std::fs::write(&svg, floke(&["export", "--to", "svg", &evil])).expect("written");
    let said = browsed(
        &svg,
        &serde_json::json!([{"eval": "typeof window.evil"}, {"eval": "document.querySelectorAll('script, image, foreignObject, a').length"}]),
    );
    assert_eq!(said["values"], serde_json::json!(["undefined", 0]), "{said}");
}

/// A page as dots, read by another program: of the size it says, whole, and not blank.
#[test]
#[cfg(feature = "png")]
fn a_page_as_dots_is_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let picture = folder.path().join("board.png").to_string_lossy().into_owned();
    floke(&["export", "--to", "png", "--output", &picture, &map("complex-needs")]);
    let script = r#"
import struct, sys, zlib
data = open(sys.argv[1], "rb").read()
assert data[:8] == b"\x89PNG\r\n\x1a\n"
at, parts, head = 8, b"", None
while at < len(data):
    size, kind = struct.unpack(">I4s", data[at:at + 8])
    body = data[at + 8:at + 8 + size]
    assert struct.unpack(">I", data[at + 8 + size:at + 12 + size])[0] == zlib.crc32(kind + body), kind
    head = struct.unpack(">IIBB", body[:10]) if kind == b"IHDR" else head
    parts += body if kind == b"IDAT" else b""
    at += 12 + size
wide, high, depth, colour = head
assert (depth, colour) == (8, 6), head
raw = zlib.decompress(parts)
print(wide, high > 1000, len(raw) == high * (wide * 4 + 1), len(set(raw)) > 100, len(parts) > 100_000)
"#;
    let (said, _) = other("python3", &["-", &picture], script);
    assert_eq!(said.trim(), "3840 True True True True");
}
