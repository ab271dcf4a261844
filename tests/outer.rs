//! What other programs say of our output. They must be there: a missing one is a failure, never a skip.
//!
//! `cargo test --locked --features outer --test outer`; CONTRIBUTING.md says what to install.
#![cfg(feature = "outer")]

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

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
