//! A person's settings, seen from outside: which file counts, what it changes, what is said of its faults.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use floke::command::{Keymap, TABLE};
use floke::file::Settings;
use serde_json::Value as Json;
use tempfile::TempDir;

const CASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/complex-needs.floke.ron");

/// A home of one's own.
struct Home(TempDir);

struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Home {
    fn with(settings: &str) -> Self {
        let home = Self(tempfile::tempdir().expect("a folder"));
        fs::create_dir_all(home.0.path().join("config/floke")).expect("made");
        fs::write(home.settings(), settings).expect("written");
        home
    }

    fn settings(&self) -> PathBuf {
        self.0.path().join("config/floke/settings.toml")
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_floke"));
        command.args(arguments).current_dir(self.0.path());
        for name in ["FLOKE_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        command.env("XDG_CONFIG_HOME", self.0.path().join("config"));
        command.env("XDG_STATE_HOME", self.0.path().join("state"));
        let Output { status, stdout, stderr } = command.output().expect("it runs");
        let [out, err] = [stdout, stderr].map(|bytes| String::from_utf8(bytes).expect("text"));
        Ran { code: status.code(), out, err }
    }

    fn check(&self) -> Ran {
        self.run(&["keys", "--check"])
    }
}

#[test]
fn the_example_of_the_page_is_read_without_faults() {
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/settings.md")).expect("a page");
    let example =
        page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let settings = Settings::of_text("settings.toml".into(), example.to_owned());
    assert_eq!(settings.faults, []);
    assert!(settings.lang.is_some() && settings.theme.is_some() && settings.keys.len() >= 3);
    assert_eq!(Keymap::with(&settings.keys).1, []);
    // The table of the page: each key in it can be written so.
    let table =
        page.split("| you press |").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("a table");
    let keys: Vec<&str> = table.split("`\"").skip(1).filter_map(|rest| rest.split("\"`").next()).collect();
    assert!(keys.len() > 15, "{keys:?}");
    for key in keys {
        let wanted = [("trace".to_owned(), vec![key.to_owned()])].into();
        let (_, faults) = Keymap::with(&wanted);
        let wrong: Vec<_> =
            faults.iter().filter(|fault| !["hidden-key", "no-keys"].contains(&fault.code())).collect();
        assert!(wrong.is_empty(), "{key}: {wrong:?}");
    }
}

#[test]
fn a_file_without_conflicts_is_named_and_so_is_one_that_is_not_there() {
    let home = Home::with("[keys]\ntrace = \"Alt+t\"\n");
    let ran = home.check();
    let file = home.settings().to_string_lossy().into_owned();
    assert_eq!((ran.code, ran.out.trim_end()), (Some(0), format!("No conflicts: {file}").as_str()));
    fs::remove_file(home.settings()).expect("there");
    let ran = home.check();
    assert!(ran.code == Some(0) && ran.out.contains(&file), "{}", ran.out);
    let ran = home.run(&["keys", "--check", "--settings", "nowhere.toml"]);
    assert!(ran.code == Some(2) && ran.out.is_empty() && ran.err.contains("nowhere.toml"), "{}", ran.err);
}

#[test]
fn each_fault_has_its_line_and_decides_the_exit_code() {
    for (settings, code, place, said) in [
        ("[keys]\ntrace = 'Alt+F5'\nfind = 'Alt+F5'\n", 1, ":3:8: error[key-conflict]", "'find' and 'trace'"),
        ("[keys]\ntrace = 'Alt+F5'\nfind = 'Alt+F5 x'\n", 1, ":3:8: error[key-conflict]", "begin alike"),
        ("\n[keys]\ntrcae = 'x'\n", 1, ":3:1: error[unknown-command]", "Did you mean 'trace'?"),
        ("[keys]\ntrace = ['Alt+x', 'Entr']\n", 1, ":2:19: error[unreadable-key]", "Did you mean 'Enter'?"),
        ("[keys]\ntrace = 'Ctrl+c'\n", 1, ":2:9: error[fixed-key]", "'Quit'"),
        ("[keys]\ntrace = 7\n", 1, ":2:9: error[wrong-kind]", "'trace' must be a key in quotes"),
        ("theme = 'ligth'\n", 1, ":1:9: error[unknown-value]", "Did you mean 'light'?"),
        ("languge = 'nb'\n", 1, ":1:1: error[unknown-setting]", "Did you mean 'language'?"),
        ("[keys]\ntrace = 'q'\n", 0, ":2:9: warning[hidden-key]", "'quit' (q)"),
        ("[keys]\ntrace = '['\n", 0, ":2:9: warning[altgr-key]", "AltGr"),
        ("[keys]\nredraw = []\n", 0, ":2:1: hint[no-keys]", "'redraw' has no key"),
        ("theme = light\n", 2, ":1:9: ", "quoted"),
        ("[keys]\ntrace = 'x'\ntrace = 'y'\n", 2, ":3:1: ", "duplicate"),
    ] {
        let home = Home::with(settings);
        let ran = home.check();
        assert_eq!(ran.code, Some(code), "{settings}: {}{}", ran.out, ran.err);
        let text = if code == 2 { &ran.err } else { &ran.out };
        let file = home.settings().to_string_lossy().into_owned();
        assert!(text.contains(&format!("{file}{place}")) && text.contains(said), "{settings}: {text}");
        assert_eq!(text.contains("No errors: "), code == 0, "{text}");
        assert!(!text.contains("No conflicts"), "something was said: {text}");
        let norwegian = home.run(&["keys", "--check", "--lang", "nb"]);
        assert_eq!(norwegian.code, ran.code);
        assert_ne!(norwegian.out + &norwegian.err, ran.out + &ran.err);
        if code < 2 {
            let told = home.run(&["keys", "--check", "--format", "json"]);
            let told: Json = serde_json::from_str(&told.out).expect("JSON");
            let first = &told["findings"][0];
            let place_told =
                format!(":{}:{}: {}[{}]", first["line"], first["column"], first["severity"], first["code"]);
            assert_eq!(place_told.replace('"', ""), place, "{told}");
            assert_eq!(told["settings"], Json::from(file));
        }
    }
}

#[test]
fn the_keys_that_are_set_are_listed_and_work() {
    let home = Home::with("language = 'nb'\n[keys]\nhelp = ['F9', 'g 9']\n");
    let listed = home.run(&["keys", "--format", "json", "--lang", "en"]);
    let listed: Json = serde_json::from_str(&listed.out).expect("JSON");
    let rows = listed["commands"].as_array().expect("a list");
    assert_eq!(rows.len(), TABLE.len());
    let help = rows.iter().find(|row| row["id"] == "help").expect("a command");
    assert_eq!(help["keys"].to_string(), r#"["F9","g 9"]"#);
    let listed = home.run(&["keys"]).out;
    assert!(listed.lines().any(|line| line.contains("F9, g 9") && line.contains("Hjelp")), "{listed}");

    let file = home.settings().to_string_lossy().into_owned();
    let screen =
        |keys: &str, more: &[&str]| home.run(&[&["screen", CASE, "--keys", keys], more].concat()).out;
    // Tall enough for all keys at once.
    let set = ["--settings", file.as_str(), "--size", "120x240"];
    let (f9, none) = (screen("<f9>", &set), screen("<esc>", &set));
    assert!(f9.contains("F9, g 9") && f9 != none, "{f9}");
    assert_eq!(screen("g9", &set), f9);
    assert_eq!(screen("?<esc>", &set), none, "the default key is gone");
    let said = screen("ø", &set);
    assert!(said.contains("F9 viser alle taster"), "{said}");
    assert!(said.contains("F9 taster"), "{said}");
    fs::write(home.settings(), "[keys]\nhelp = []\n").expect("written");
    let said = screen("ø", &["--settings", file.as_str(), "--lang", "en", "--size", "120x240"]);
    assert!(said.contains("ø does nothing here.") && !said.contains(" keys "), "{said}");
    // Without --settings a screen is the same for everybody, in the language of the environment.
    assert!(screen("?", &[]).contains("All keys"), "{}", screen("?", &[]));
}

#[test]
fn the_language_that_is_set_is_weaker_than_what_is_said_and_stronger_than_the_system() {
    let home = Home::with("language = 'nb'\n");
    let heading = |arguments: &[&str]| home.run(arguments).out.lines().next().map(str::to_owned);
    let norwegian = heading(&["keys", "--lang", "nb"]);
    assert_eq!(heading(&["keys"]), norwegian);
    assert_ne!(heading(&["keys", "--lang", "en"]), norwegian);
}

#[test]
fn settings_that_are_broken_stop_no_command_and_say_one_line() {
    for (broken, place) in
        [("theme = light\n", "settings.toml:1:"), ("\n[keys]\nnone = 'x'\n", "settings.toml:3:")]
    {
        let home = Home::with(broken);
        let ran = home.run(&["keys"]);
        assert_eq!((ran.code, ran.err.lines().count()), (Some(0), 1), "{}", ran.err);
        assert!(ran.err.contains(place) && ran.err.contains("floke keys --check"), "{}", ran.err);
        let ran = home.run(&["check", CASE]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    }
}

#[test]
fn neither_a_map_nor_its_folder_sets_anything() {
    let home = Home::with("");
    let evil = "language = 'nb'\n[keys]\nquit = 'F9'\n";
    for place in ["settings.toml", "floke.toml", ".floke.toml", ".floke/settings.toml", "floke/settings.toml"]
    {
        let path = home.0.path().join(place);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, evil).expect("written");
    }
    fs::copy(CASE, home.0.path().join("map.ron")).expect("copied");
    let plain = Home::with("");
    assert_eq!(home.run(&["keys"]).out, plain.run(&["keys"]).out);
    assert_eq!(home.run(&["show", "map.ron"]).out, plain.run(&["show", CASE]).out);
    // A folder of the environment that is not named from the root is nobody's home.
    let ran = Command::new(env!("CARGO_BIN_EXE_floke"))
        .args(["keys", "--check", "--format", "json"])
        .current_dir(home.0.path())
        .env("XDG_CONFIG_HOME", ".")
        .env("HOME", plain.0.path())
        .output()
        .expect("it runs");
    let told: Json = serde_json::from_slice(&ran.stdout).expect("JSON");
    let file = told["settings"].as_str().expect("a file");
    assert!(file.starts_with(&*plain.0.path().to_string_lossy()), "{file}");
}

#[test]
fn no_fault_can_write_to_the_terminal() {
    let home = Home::with(
        "\"\\u001b[2J\" = 1\ntheme = \"\\u009b1m\"\n[keys]\n\"\\u202e\" = 'x'\ntrace = \"\\u0007\"\n",
    );
    for arguments in [&["keys", "--check"][..], &["keys", "--check", "--format", "json"], &["keys"]] {
        let ran = home.run(arguments);
        for harmful in ['\u{1b}', '\u{9b}', '\u{202e}', '\u{7}'] {
            assert!(
                !ran.out.contains(harmful) && !ran.err.contains(harmful),
                "{arguments:?} {:?}{:?}",
                ran.out,
                ran.err
            );
        }
    }
}
