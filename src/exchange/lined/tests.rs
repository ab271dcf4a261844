//! JSON as it is, as it should not be, and as serde_json reads it.

use super::*;
use proptest::prelude::*;

fn broken(text: &str) -> (u64, u64) {
    let broken = read(text).expect_err(text);
    (broken.line, broken.column)
}

#[test]
fn every_value_knows_its_line() {
    let (root, odd) = read("{\n \"a\": [\n1,\n\"x\"], \"b\":\n{} }").expect("JSON");
    let a = root.get("a").expect("there");
    assert_eq!((root.line, a.line, a.items()[0].line, a.items()[1].line), (1, 2, 3, 4));
    assert_eq!(root.get("b").map(|b| b.line), Some(5));
    assert_eq!(odd, Oddities::default());
}

#[test]
fn what_is_odd_is_read_and_told() {
    let (root, odd) =
        read("{\"a\": 1,\n\"a\": \"\\ud800x\\udc00\\ud83d\\ude00\", \"n\": 1e400}").expect("JSON");
    assert_eq!(odd, Oddities { twice: vec![("a".to_owned(), 2)], halves: vec![2, 2] });
    assert_eq!(root.get("a").map(Lined::text).as_deref(), Some("\u{fffd}x\u{fffd}😀"));
    assert_eq!(root.get("n").map(Lined::text).as_deref(), Some("1e400"));
}

#[test]
fn what_is_no_json_says_where() {
    for (text, place) in [
        ("", (1, 1)),
        ("{\n \"a\"", (2, 5)),
        ("[1,]", (1, 4)),
        ("[\n \"å", (2, 2)),
        ("{} x", (1, 4)),
        ("[01]", (1, 4)),
        ("[\"a\nb\"]", (1, 4)),
        ("[\"\\u12\"]", (1, 3)),
    ] {
        assert_eq!(broken(text), place, "{text}");
    }
    assert!(read(&"[".repeat(100_000)).expect_err("deep").what.en.contains("deep"));
}

fn plain(value: &Lined) -> serde_json::Value {
    match &value.value {
        Json::Null => serde_json::Value::Null,
        Json::Bool(yes) => (*yes).into(),
        Json::Number(text) => serde_json::from_str(text).expect("a number"),
        Json::Text(text) => text.as_str().into(),
        Json::List(items) => items.iter().map(plain).collect(),
        Json::Object(entries) => entries.iter().map(|(key, value)| (key.clone(), plain(value))).collect(),
    }
}

proptest! {
    /// What serde_json takes, this takes and understands the same, and the other way round.
    #[test]
    fn it_reads_as_serde_json_does(text in "([\\[\\]{}:,\"\\\\]|\"a\"|\"b\":|\\\\u00e5|1|-0|0|\\.5|e1|true|null|å| |\n){0,12}") {
        let other = serde_json::from_str::<serde_json::Value>(&text);
        match read(&text) {
            Ok((value, _)) => {
                prop_assert_eq!(Some(plain(&value)), other.ok());
                let again = read(&{ let mut out = String::new(); value.compact(&mut out); out });
                prop_assert_eq!(again.ok().map(|(value, _)| plain(&value)), Some(plain(&value)));
            }
            Err(_) => prop_assert!(other.is_err(), "{text}"),
        }
    }
}
