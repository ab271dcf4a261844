//! What lines of quick notation mean on a small map.

use super::*;
use crate::map::{Area, Frame, Level};

fn map() -> Map {
    let level = |id: &str, name: &str| Level { id: id.into(), name: name.into(), part_of: None };
    let area = |id: &str, name: &str| Area { id: id.into(), name: name.into(), ..Area::default() };
    let mut map = Map::new("x").with_frame(Frame {
        levels: vec![
            level("users", "Brukere"),
            level("practitioners", "Utøvere"),
            level("management", "Ledelse og organisering"),
            level("system", "Systemet"),
        ],
        areas: vec![area("1", "Møtet"), area("1A", "Inn i møtet"), area("4", "Skole og fritid")],
        ..Frame::default()
    });
    for (kind, label) in [
        (Kind::Cause, "Tillit til hjelperne"),
        (Kind::Cause, "Skole"),
        (Kind::Cause, "Før skolestart"),
        (Kind::Measure, "Medlytt og lær"),
        (Kind::Cause, "Får"),
    ] {
        let node = Node { level: Some("users".into()), ..Node::new(kind, label) };
        map.insert_node(free_slug(label, |_| false), node).expect("new");
    }
    let id = LinkId::new("skole", LinkKind::Causes, "tillit-til-hjelperne");
    map.insert_link(id, Link::signed(Sign::Minus)).expect("new");
    map
}

/// The plan in words: new cards with a plus, places in brackets, links with `!` where there already.
fn words(map: &Map, text: &str) -> String {
    let plan = plan(map, text);
    let mut words: Vec<String> = Vec::new();
    for card in &plan.cards {
        let places = [card.level.as_ref().map(LevelId::as_str), card.area.as_ref().map(AreaId::as_str)];
        let places: Vec<&str> = places.into_iter().flatten().collect();
        let places = if places.is_empty() { String::new() } else { format!("({})", places.join(" ")) };
        words.push(match &card.is {
            Match::There(id) => format!("{id}{places}"),
            Match::New(_) => format!("+{}{places}", card.label),
        });
    }
    for link in &plan.links {
        let delay = if link.delay { "~" } else { "" };
        let kind = if link.kind == LinkKind::ActsOn { "acts" } else { "" };
        let there = if link.there { "!" } else { "" };
        words.push(format!("{}{}{delay}{kind}{}{there}", link.from, link.sign.symbol(), link.to));
    }
    for remark in &plan.remarks {
        words.push(match remark {
            Remark::NoPlace(word, near) if near.is_empty() => format!("no place {word}"),
            Remark::NoPlace(word, near) => format!("no place {word}: {}", near.join(", ")),
            Remark::ManyPlaces(word, names) => format!("many {word}: {}", names.join(", ")),
            Remark::Begun(word, names) => format!("begun {word}: {}", names.join(", ")),
            Remark::SecondPlace(word) => format!("second {word}"),
            Remark::LooseArrow(word) => format!("loose {word}"),
            Remark::TooLong(start) => format!("long {start}"),
        });
    }
    words.join("; ")
}

#[test]
fn a_line_says_cards_links_and_places() {
    let map = map();
    for (text, wanted) in [
        ("", ""),
        ("   ", ""),
        ("Long wait", "+Long wait"),
        ("  Long\t  wait ", "+Long wait"),
        ("a -> b", "+a; +b; 0+1"),
        ("a -> b -| c", "+a; +b; +c; 0+1; 1-2"),
        ("a -o b -? c", "+a; +b; +c; 0-1; 1?2"),
        ("a --> b --o c --? d --| e", "+a; +b; +c; +d; +e; 0+~1; 1-~2; 2?~3; 3-~4"),
        ("a -> b -> a", "+a; +b; 0+1; 1+0"),
        ("a -> A", "+a; 0+0"),
        ("a -> b -> a -> b", "+a; +b; 0+1; 1+0; 0+1!"),
        // An arrow needs blanks on both sides.
        ("a->b", "+a->b"),
        ("e-mail -o post", "+e-mail; +post; 0-1"),
        ("a --- b", "+a --- b"),
        ("a - b", "+a - b"),
        // Places stand at the end and name one.
        ("Rom /practitioners #1A", "+Rom(practitioners 1A)"),
        ("Rom #1A /practitioners -> Tid /man", "+Rom(practitioners 1A); +Tid(management); 0+1"),
        ("Rom /utøv", "+Rom(practitioners)"),
        ("Rom /utov", "+Rom /utov; no place /utov"),
        ("Rom /utovere", "+Rom /utovere; no place /utovere: Utøvere"),
        ("Rom /LEDELSEOG", "+Rom(management)"),
        ("Rom #1", "+Rom(1)"),
        ("Rom #skole", "+Rom(4)"),
        ("Rom #m", "+Rom(1)"),
        ("Rom /s", "+Rom(system)"),
        ("Rom #inn /nowhere", "+Rom /nowhere(1A); no place /nowhere"),
        ("Rom /nowhere #inn", "+Rom /nowhere(1A); no place /nowhere"),
        ("Rom /users /system", "+Rom /users(system); second /users"),
        ("Rom /users til leie", "+Rom /users til leie; no place /users til leie: Brukere"),
        (
            "Rom /ledelse og orgnisering",
            "+Rom /ledelse og orgnisering; no place /ledelse og orgnisering: Ledelse og organisering",
        ),
        (
            "Rom #skole of fritid /s",
            "+Rom #skole of fritid(system); no place #skole of fritid: 4 Skole og fritid",
        ),
        ("Rom /tak over hodet", "+Rom /tak over hodet; no place /tak over hodet"),
        ("Fart i km / h", "+Fart i km / h"),
        ("Fart i km / h på veien", "+Fart i km / h på veien"),
        ("#1A", "+#1A"),
        ("og/eller", "+og/eller"),
        ("Rom /ledelse-og-organisering", "+Rom(management)"),
        ("Rom /organ", "+Rom(management)"),
        ("Rom #inn-i", "+Rom(1A)"),
        ("Rom #fritid", "+Rom(4)"),
        ("Rom #i", "+Rom(1A)"),
        ("Rom /Ledelse og organisering #4", "+Rom(management 4)"),
        ("Rom #4 /ledelse OG organisering -> Tid", "+Rom(management 4); +Tid; 0+1"),
        ("Rom /Ledelse og", "+Rom /Ledelse og; begun /Ledelse og: Ledelse og organisering"),
        ("Rom /Ledelse for", "+Rom /Ledelse for; no place /Ledelse for"),
        ("Rom #", "+Rom #; begun #: 1 Møtet, 1A Inn i møtet, 4 Skole og fritid"),
        ("/", "+/; begun /: Brukere, Utøvere, Ledelse og organisering, Systemet"),
        ("\"/\"", "+/"),
        ("km / t", "+km / t"),
        // Quotes keep a label as it stands.
        ("\"a -> b\" -> c", "+a -> b; +c; 0+1"),
        ("\"Rom  #1A\" #4", "+Rom  #1A(4)"),
        ("\"Rom\" leie", "+\"Rom\" leie"),
        ("the \"whole\" story", "+the \"whole\" story"),
        ("\"a -> b", "+\"a; +b; 0+1"),
        ("\"\" -> b", "+\"\"; +b; 0+1"),
        // What is unfinished.
        ("a ->", "+a; loose ->"),
        ("-> b", "+b; loose ->"),
        ("a -> -o b", "+a; +b; loose ->; loose -o"),
        ("->", "loose ->"),
    ] {
        assert_eq!(words(&map, text), wanted, "{text}");
    }
}

#[test]
fn only_an_equal_label_is_a_card_that_is_there() {
    let map = map();
    for (text, wanted) in [
        ("SKOLE", "skole"),
        ("tillit  til hjelperne /system", "tillit-til-hjelperne(system)"),
        ("Skole -> Tillit til hjelperne", "skole; tillit-til-hjelperne; 0+1!"),
        ("Tillit til hjelperne -> Skole", "tillit-til-hjelperne; skole; 0+1"),
        ("medlytt og lær -> skole", "medlytt-og-laer; skole; 0+acts1"),
        ("Far", "+Far"),
        ("FÅR", "faar"),
        ("Fa\u{30a}r", "faar"),
        ("Medlytt og lar", "+Medlytt og lar"),
        ("Skol", "+Skol"),
    ] {
        assert_eq!(words(&map, text), wanted, "{text}");
    }
}

#[test]
fn near_cards_are_offered() {
    let map = map();
    let near = |text: &str| match &plan(&map, text).cards[0].is {
        Match::New(near) => near.iter().map(ToString::to_string).collect::<Vec<_>>(),
        Match::There(id) => vec![format!("is {id}")],
    };
    assert_eq!(near("sko"), ["skole", "foer-skolestart"]);
    assert_eq!(near("før sko"), ["foer-skolestart"]);
    assert_eq!(near("for sko"), [""; 0]);
    assert_eq!(near("til hjelp"), ["tillit-til-hjelperne"]);
    assert_eq!(near("Tilit til hjelpern"), ["tillit-til-hjelperne"]);
    assert_eq!(near("Medlytt og lar"), ["medlytt-og-laer"]);
    // Five letters, one of them other: too short to guess.
    assert_eq!(near("Skåle"), [""; 0]);
    assert_eq!(near("kole"), [""; 0]);
}

#[test]
fn the_deed_is_one_change_that_can_be_undone() {
    let mut map = map();
    let before = map.clone();
    let deed = plan(&map, "Skole /system #4 --o Skole 2 -> skole-2 -> Skole 2 /users").deed(&map);
    let deed = deed.expect("something to do");
    assert_eq!((deed.verb, deed.what.as_str()), (Verb::Add, "Skole 2, skole-2"));
    map.apply(&deed.change).expect("fits");
    let skole = map.node(&"skole".into()).expect("there");
    assert_eq!((skole.level.clone(), skole.area.clone()), (Some("system".into()), Some("4".into())));
    // Both new labels want the same id.
    assert_eq!(map.node(&"skole-2".into()).map(|node| node.label.as_str()), Some("Skole 2"));
    assert_eq!(map.node(&"skole-2-2".into()).map(|node| node.label.as_str()), Some("skole-2"));
    let link = map.link(&LinkId::new("skole", LinkKind::Causes, "skole-2")).expect("new");
    assert_eq!((link.sign, link.delay, link.certainty), (Some(Sign::Minus), true, None));
    map.apply(&deed.change.inverse()).expect("fits");
    assert_eq!(map, before);
}

#[test]
fn what_is_there_is_left_as_it_is() {
    let map = map();
    assert_eq!(plan(&map, "").deed(&map), None);
    assert_eq!(plan(&map, "skole").deed(&map), None);
    assert_eq!(plan(&map, "skole /users").deed(&map), None);
    assert_eq!(plan(&map, "skole -> Tillit til hjelperne").deed(&map), None);
    let deed = plan(&map, "skole -? får").deed(&map).expect("a new link");
    assert_eq!((deed.verb, deed.what.as_str()), (Verb::Connect, "skole → får"));
    let deed = plan(&map, "skole /system").deed(&map).expect("another level");
    assert_eq!((deed.verb, deed.change.edits.len()), (Verb::Move, 1));
}

#[test]
fn a_label_longer_than_a_file_may_hold_is_remarked_on_and_not_added() {
    let map = map();
    let longest = "å".repeat(LONGEST_LABEL);
    let deed = plan(&map, &format!("{longest} -> Skole")).deed(&map);
    assert_eq!(deed.expect("it fits").what, longest);
    let plan = plan(&map, &format!("Rom -> {longest}å"));
    assert_eq!(plan.remarks, [Remark::TooLong("å".repeat(40))]);
    assert_eq!(plan.deed(&map), None);
}

#[test]
fn what_a_room_says_is_a_hypothesis() {
    let said = plan(&map(), "a -> b -o c -? d").as_said();
    let certainty: Vec<_> = said.links.iter().map(|link| link.certainty).collect();
    assert_eq!(certainty, [Some(Certainty::Hypothesis), None, None]);
}
