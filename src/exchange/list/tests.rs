//! Lists as people paste them, and the law that nothing pasted brings anything down.

use proptest::prelude::*;

use super::*;
use crate::map::{Area, Frame, Level};

fn board() -> Map {
    let mut map = Map::new("x").with_frame(Frame {
        levels: vec![
            Level { id: "users".into(), name: "Brukere".into(), part_of: None },
            Level { id: "system".into(), name: "Systemet".into(), part_of: None },
        ],
        areas: vec![Area { id: "1A".into(), name: "Inn i møtet".into(), ..Area::default() }],
        ..Frame::default()
    });
    let node = Node { level: Some("system".into()), ..Node::new(Kind::Cause, "Lang ventetid") };
    map.insert_node("lang-ventetid".into(), node).expect("new");
    map.insert_node("felles-plan".into(), Node::new(Kind::Measure, "Felles plan")).expect("new");
    map
}

/// What is on the map after the text: cards with kind, place and tags, then links.
fn pasted(text: &str, as_notes: bool) -> (Vec<String>, Report) {
    let mut map = board();
    let (deed, report) = read(&map, text, as_notes);
    map.apply(&deed.change).expect("it fits");
    let again = read(&map, text, as_notes).0;
    assert!(again.change.is_empty(), "the second time brings nothing: {again:#?}");
    let mut words: Vec<String> = map
        .nodes()
        .filter(|(id, node)| board().node(id) != Some(node))
        .map(|(_, node)| {
            let place = [node.level.as_ref().map(|id| id.as_str()), node.area.as_ref().map(|id| id.as_str())];
            let place: Vec<&str> = place.into_iter().flatten().collect();
            let kind = node.kind.as_str().chars().next().unwrap_or(' ');
            format!("{kind} {} @{} {}", node.label, place.join("+"), node.tags.join("/")).trim().to_owned()
        })
        .collect();
    words.extend(map.links().map(|(id, link)| {
        let sign = link.sign.map_or(' ', |sign| sign.symbol());
        format!("{} {}{sign}{} {}", id.from, if link.delay { "~" } else { "" }, id.kind.field(), id.to)
    }));
    (words, report)
}

#[test]
fn a_list_of_cards() {
    let (words, report) =
        pasted("- Få pauser\n- LANG  ventetid\n2. Foreldre forteller alt på nytt\n\n- få pauser\n", false);
    assert_eq!(words, ["C Få pauser @", "C Foreldre forteller alt på nytt @"]);
    assert_eq!((report.read.nodes, report.skipped.len()), (3, 0));
    let told = report.update.expect("told");
    assert_eq!((told.new.nodes, told.unchanged.nodes, told.changed.nodes), (2, 1, 0));
    assert_eq!(report.guessed, ["a card of this label stands above already: they are one (line 5)"]);
    assert_eq!(pasted("Få pauser", true).0, ["N Få pauser @"]);
    assert!(read(&board(), "\n  \n---\n", false).0.change.is_empty());
}

#[test]
fn an_outline_places_and_tags_and_links_nothing() {
    let (words, report) = pasted(
        "# Brukere\n- Sliten\n- Lang ventetid\n  - Ingen svarer\n## Inn i møtet\nNy person\n# Pauser\nTom tank\n",
        false,
    );
    assert_eq!(
        words,
        ["C Ingen svarer @users Lang ventetid", "C Ny person @users+1A", "C Sliten @users", "C Tom tank @2"]
    );
    for wanted in [
        "'Brukere' is the level 'Brukere': what stands under it is placed there (line 1)",
        "'Lang ventetid' is a card though lines stand under it, from line 4: its label is their tag, no link is made. As a heading (# before it, or : behind it) it would be an area (line 3)",
        "'Pauser' is a heading: a new area, and what stands under it is in it (line 7)",
        "the card has another place already than the heading says; it stays there («Lang ventetid»)",
    ] {
        assert!(report.guessed.iter().any(|guess| guess.en == wanted), "{wanted}: {:#?}", report.guessed);
    }
}

#[test]
fn a_heading_as_people_write_it_is_an_area_and_that_is_said() {
    let text = "# Workshop\n## The queue\n- Long wait\n\nThe room\n- Noise\n- Heat\n\n**Staff**\n* Turnover\n# Later\n";
    let mut map = Map::new("x");
    let (deed, report) = read(&map, text, false);
    map.apply(&deed.change).expect("it fits");
    let areas: Vec<&str> = map.areas().iter().map(|area| area.name.as_str()).collect();
    assert_eq!(areas, ["The queue", "The room", "Staff"]);
    let area = |id: &str| map.node(&id.into()).and_then(|node| node.area.as_ref()).map(ToString::to_string);
    assert_eq!(
        ["long-wait", "noise", "heat", "turnover"].map(|id| area(id).unwrap_or_default()),
        ["1", "2", "2", "3"]
    );
    assert_eq!(map.node_count(), 4, "no heading is a card");
    for wanted in [
        "'Workshop' is a heading over other headings: a tag of what stands under them (line 1)",
        "'The room' is a heading: a new area, and what stands under it is in it (line 5)",
        "'Later' is a heading with no card under it: left out (line 11)",
    ] {
        assert!(report.guessed.iter().any(|guess| guess.en == wanted), "{wanted}: {:#?}", report.guessed);
    }
    assert!(read(&map, text, false).0.change.is_empty());
}

#[test]
fn arrows_make_links() {
    let (words, report) = pasted(
        "- Få pauser -> Sliten --o Tillit\nFelles plan -o Lang ventetid\nSliten -> sliten\nRom /users #1A -> Ro\nRo ->\nRom #nei\n",
        true,
    );
    assert_eq!(
        words,
        [
            "C Få pauser @",
            "C Ro @",
            "C Rom @users+1A",
            "N Rom #nei @",
            "C Sliten @",
            "C Tillit @",
            "fa-pauser +causes sliten",
            "felles-plan -acts_on lang-ventetid",
            "rom +causes ro",
            "sliten +causes sliten",
            "sliten ~-causes tillit"
        ]
        .map(|word| word.replace("fa-pauser", "faa-pauser"))
    );
    assert_eq!(report.skipped.len(), 1, "{:?}", report.skipped);
    assert_eq!((report.skipped[0].line, report.skipped[0].what.en.as_str()), (5, "'->'"));
    let (_, report) = pasted("a -> b\na -o b\n", false);
    assert_eq!(report.skipped.len(), 1);
}

#[test]
fn tables_of_sticky_notes() {
    let want = ["C Ingen svarer @ red/queue", "C Ny person @ red"];
    for text in [
        "Text\tColor\tCluster\nIngen svarer\tred\tqueue\nlang ventetid\t\t\nNy person\tred\t\n",
        "cluster;text;colour\n;Ny person;red\n\"\";\"Ingen\nsvarer\";red|queue\n",
        "\u{feff}Text,Color\nIngen svarer,red|queue\nNy person,red\n",
    ] {
        let (words, _) = pasted(text, false);
        let words: Vec<String> = words.iter().map(|word| word.replace("red\\|queue", "red/queue")).collect();
        let plain: Vec<String> = words.iter().map(|word| word.replace("red|queue", "red/queue")).collect();
        assert_eq!(plain, want, "{text}");
    }
    // Without a header the longest texts are the cards.
    let (words, report) = pasted("red\tIngen svarer\nred\tNy person\n", true);
    assert_eq!(words, ["N Ingen svarer @ red", "N Ny person @ red"]);
    assert!(report.guessed[0].en.contains("column 2 is the card"), "{:?}", report.guessed);
    let (words, _) = pasted("Text;Nivå;Område\nSliten;brukere;1A\n", false);
    assert_eq!(words, ["C Sliten @users+1A"]);
    // No table: sentences with commas and a semicolon, an outline with tabs.
    assert_eq!(pasted("Text, color and more\nsecond, line\n", false).0.len(), 2);
    assert_eq!(pasted("one; two\nthree\n", false).0, ["C one; two @", "C three @"]);
    assert_eq!(pasted("one\n\ttwo\n\tthree\n", false).0, ["C one @", "C three @ one", "C two @ one"]);
}

#[test]
fn what_is_too_much_is_left_and_told() {
    let long = "x".repeat(2_001);
    let many = ["a"; 200].join(" -> ");
    let (words, report) = pasted(&format!("{long}\n{many}\nb\n"), false);
    assert_eq!(words, ["C b @"]);
    assert_eq!(report.skipped.iter().map(|skipped| skipped.line).collect::<Vec<_>>(), [1, 2]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_pasted_and_taken_back(
        text in "(- |  |\t|# |## |brukere|1A|a|b|c:|;|,|text|color| -> | -o |/users|#1A|\"|\n|\n|é|\u{202e}|\u{0}){0,40}",
        as_notes: bool,
    ) {
        let mut map = board();
        let (deed, report) = read(&map, &text, as_notes);
        map.apply(&deed.change).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert!(read(&map, &text, as_notes).0.change.is_empty());
        let lines = text.lines().count() as u64;
        prop_assert!(report.skipped.iter().all(|skipped| (1..=lines).contains(&skipped.line)), "{:?}", report.skipped);
        map.apply(&deed.change.inverse()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(map, board());
    }
}
