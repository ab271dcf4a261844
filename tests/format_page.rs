//! docs/format.md names every field, every word and every code there is, and its examples are maps.

use floke::file::{codes, read};
use floke::map::*;

const PAGE: &str = include_str!("../docs/format.md");

fn fields<R: Record>() -> impl Iterator<Item = &'static str> {
    R::FIELDS.iter().copied()
}

fn words<T: Copy + 'static>(
    all: &'static [T],
    word: fn(T) -> &'static str,
) -> impl Iterator<Item = &'static str> {
    all.iter().map(move |value| word(*value))
}

#[test]
fn every_field_is_explained() {
    let all = fields::<Head>()
        .chain(fields::<Level>())
        .chain(fields::<Phase>())
        .chain(fields::<EffectGoal>())
        .chain(fields::<Area>())
        .chain(fields::<Source>())
        .chain(fields::<Citation>())
        .chain(fields::<Node>())
        .chain(fields::<Perspectives>())
        .chain(fields::<Answer>())
        .chain(fields::<Measurement>())
        .chain(fields::<Link>())
        .chain(fields::<NamedLoop>())
        .chain(fields::<Journey>())
        .chain(fields::<Step>())
        .chain(fields::<SetAside>())
        .chain(fields::<Conflict>())
        .chain(floke::file::reader::FILE_FIELDS.iter().copied())
        .chain(floke::file::nodes::ENTRY_FIELDS.iter().copied());
    named(all);
}

#[test]
fn every_word_is_explained() {
    let all = words(Kind::ALL, Kind::as_str)
        .chain(words(Role::ALL, Role::as_str))
        .chain(words(Amount::ALL, Amount::as_str))
        .chain(words(Origin::ALL, Origin::as_str))
        .chain(words(Certainty::ALL, Certainty::as_str))
        .chain(words(Mark::ALL, Mark::as_str))
        .chain(words(Stance::ALL, Stance::as_str))
        .chain(words(Involvement::ALL, Involvement::as_str))
        .chain(words(Stage::ALL, Stage::as_str))
        .chain(words(Measured::ALL, Measured::as_str))
        .chain(words(LinkKind::ALL, LinkKind::as_str))
        .chain(words(Sign::ALL, Sign::as_str))
        .chain(words(About::ALL, About::as_str))
        .chain(words(Color::ALL, Color::as_str))
        .chain(words(SourceKind::ALL, SourceKind::as_str))
        .chain(words(Clash::ALL, Clash::as_str))
        .chain(words(Side::ALL, Side::as_str));
    named(all);
}

#[test]
fn every_code_stands_with_its_weight_and_meaning() {
    for (code, severity, meaning) in codes() {
        let row = format!("| `{code}` | {} | {meaning} |", severity.as_str());
        assert!(PAGE.contains(&row), "{row}");
    }
}

#[test]
fn the_first_example_is_a_map_in_canonical_form() {
    let text = PAGE.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let document = read(text).expect("it opens");
    assert_eq!(floke::file::write(&document), text);
    assert!(document.to_map().is_ok());
    assert!(read("(floke: 1, title: \"x\",)").is_ok());
}

/// Each stands in backquotes, alone or with others.
fn named<'a>(all: impl Iterator<Item = &'a str>) {
    // An example explains nothing: only what stands between its fences counts.
    let prose: String = PAGE.split("```").step_by(2).collect();
    let quoted: Vec<&str> = prose.split('`').skip(1).step_by(2).collect();
    for name in all {
        let there = quoted
            .iter()
            .any(|code| code.split(|c: char| !c.is_alphanumeric() && c != '_').any(|w| w == name));
        assert!(there, "{name} is not on the page");
    }
}
