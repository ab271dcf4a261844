//! What each family of observations sees and what it leaves in peace, on maps sketched in a few lines.

use super::*;
use crate::map::{
    About, Area, Certainty, Citation, Frame, Involvement, Kind, Level, Link, LinkKind, Mark, NamedLoop, Node,
    Sign, Source, SourceKind, Stage,
};
use crate::text::Lang;
use LinkKind::{ActsOn, Causes, Holds, Informs, Needs, Steers};

/// Three levels, the top with two parts; areas 1, 2 and 3. A card's first letter is its level: u, m, k, t.
fn frame() -> Frame {
    let level = |id: &str, part_of: Option<&str>| Level {
        id: id.into(),
        name: id.to_uppercase(),
        part_of: part_of.map(LevelId::from),
    };
    let levels = vec![
        level("users", None),
        level("middle", None),
        level("top", None),
        level("county", Some("top")),
        level("ministry", Some("top")),
    ];
    let area = |id: &str| Area { id: id.into(), name: format!("Area {id}"), ..Area::default() };
    Frame { levels, areas: ["1", "2", "3"].map(area).to_vec(), ..Frame::default() }
}

fn level_of(id: &str) -> Option<LevelId> {
    let level = match id.as_bytes().first()? {
        b'u' => "users",
        b'm' => "middle",
        b'k' => "county",
        b't' => "ministry",
        _ => return None,
    };
    Some(level.into())
}

struct Sketch {
    map: Map,
}

impl Sketch {
    fn new() -> Self {
        Self { map: Map::new("x").with_frame(frame()) }
    }

    fn card(mut self, id: &str, kind: Kind, with: impl FnOnce(&mut Node)) -> Self {
        let mut node = Node { level: level_of(id), ..Node::new(kind, id.to_uppercase()) };
        with(&mut node);
        self.map.insert_node(id.into(), node).expect("new");
        self
    }

    fn causes(self, ids: &str) -> Self {
        ids.split(' ').fold(self, |own, id| own.card(id, Kind::Cause, |_| ()))
    }

    fn link(mut self, from: &str, kind: LinkKind, to: &str, with: impl FnOnce(&mut Link)) -> Self {
        let mut link = Link { sign: kind.has_sign().then_some(Sign::Plus), ..Link::default() };
        with(&mut link);
        self.map.insert_link(LinkId::new(from, kind, to), link).expect("new");
        self
    }

    /// Enough links between cards without a level to be no young map.
    fn grown(mut self) -> Self {
        for at in 0..LINKS_OF_A_GROWN_MAP + 6 {
            self = self.causes(&format!("x{at} y{at}"));
            self = self.link(&format!("x{at}"), Causes, &format!("y{at}"), |_| ());
        }
        self
    }

    fn told(mut self, id: &str, through: &[&str]) -> Self {
        let told = NamedLoop {
            title: id.to_uppercase(),
            through: through.iter().map(|id| ((*id).into(), Causes)).collect(),
            ..NamedLoop::default()
        };
        let mut frame = self.map.frame();
        frame.loops.insert(id.into(), told);
        self.map = self.map.with_frame(frame);
        self
    }

    fn seen(&self) -> Vec<Observation> {
        observe(&self.map, &Levels::of(&self.map), &Snapshot::of(&self.map, &Scope::default()))
    }

    fn keys(&self) -> Vec<String> {
        self.seen().iter().map(Observation::key).collect()
    }

    fn says(&self, lang: Lang) -> Vec<String> {
        self.seen().iter().map(|own| own.sentence(&self.map, lang)).collect()
    }
}

fn signals(own: Sketch) -> Sketch {
    let own = ["u", "m", "k", "t"].into_iter().fold(own, |own, id| own.card(id, Kind::Actor, |_| ()));
    [("t", "k"), ("k", "m"), ("m", "u")]
        .into_iter()
        .fold(own, |own, (from, to)| own.link(from, Steers, to, |_| ()))
}

#[test]
fn an_empty_map_shows_nothing() {
    let map = Map::new("x");
    assert!(observe(&map, &Levels::of(&map), &Snapshot::of(&map, &Scope::default())).is_empty());
    assert!(Sketch::new().seen().is_empty());
}

#[test]
fn what_is_steered_and_not_heard_stands_by_how_bad_it_is() {
    let heard = signals(Sketch::new())
        .link("u", Informs, "m", |link| (link.strength, link.about) = (Some(1), Some(About::Case)))
        .link("m", Informs, "k", |_| ())
        .link("k", Informs, "t", |link| link.certainty = Some(Certainty::Hypothesis))
        .link("u", Informs, "t", |link| (link.missing, link.about) = (true, Some(About::Whole)));
    // From the middle to the county telling works, so nothing is said of it.
    assert_eq!(
        heard.keys(),
        ["weak-way-up users top", "weak-way-up users middle", "unknown-way-up county ministry"]
    );
    let seen = heard.seen();
    assert_eq!(seen[0].mends, Some(LinkId::new("u", Informs, "t")));
    assert_eq!(seen[1].rests_on, ["u informs m"]);
    assert_eq!(seen[1].shows(), subject::Shows::Link(LinkId::new("u", Informs, "m")));
    assert_eq!(
        seen[1].sentence(&heard.map, Lang::Nb),
        "Det styres fra «MIDDLE» ned til «USERS», men lite kommer opp igjen: i beste fall svakt, fra «U» til «M» (én sak)."
    );
    let unheard = signals(Sketch::new());
    assert_eq!(
        unheard.keys(),
        [
            "no-way-up users top",
            "no-way-up middle county",
            "no-way-up users middle",
            "no-way-up county ministry"
        ]
    );
}

#[test]
fn where_nobody_steers_nobody_is_missed() {
    let own = ["u", "m"].into_iter().fold(Sketch::new(), |own, id| own.card(id, Kind::Actor, |_| ()));
    assert!(own.keys().is_empty());
    // Steering that nobody is sure of is no better than telling that nobody is sure of.
    let guess = |link: &mut Link| link.certainty = Some(Certainty::Hypothesis);
    let own = own.link("m", Steers, "u", guess).link("u", Informs, "m", guess);
    assert!(own.keys().is_empty());
}

#[test]
fn who_takes_part_is_asked_once_for_each_level_and_sector() {
    let actor = |own: Sketch, id: &str, sector: &str, part: Option<Involvement>| {
        own.card(id, Kind::Actor, |node| (node.sector, node.involvement) = (sector.to_owned(), part))
    };
    use Involvement::{Absent, Active, Represented};
    let mut own = Sketch::new();
    for (id, sector, part) in [
        ("ma", "Health", Some(Active)),
        ("mb", "School", Some(Absent)),
        ("mc", "School", Some(Represented)),
        ("md", "Police", None),
        ("ta", "Health", Some(Represented)),
        ("tb", "School", Some(Absent)),
        ("ua", "", None),
    ] {
        own = actor(own, id, sector, part);
    }
    assert_eq!(own.keys(), ["nobody-active ministry", "nobody-active middle School"]);
    own = own.card("u-strong", Kind::Actor, |node| {
        (node.influence, node.involvement) = (Some(3), Some(Absent));
    });
    assert_eq!(own.keys()[0], "influential-absent u-strong");
    assert!(
        own.says(Lang::En)[2].contains("nobody from the sector «School»")
            && own.says(Lang::En)[2].contains("«MC»")
    );
}

#[test]
fn chains_of_cards_that_matter_are_to_reach_two_levels_up() {
    let pain = |node: &mut Node| node.marks.push(Mark::Pain);
    let own = Sketch::new()
        .card("u-own", Kind::Cause, pain)
        .card("u-next", Kind::Cause, pain)
        .card("u-beyond", Kind::Cause, pain)
        .card("u-through", Kind::Cause, pain)
        .card("u-root", Kind::Cause, pain)
        .causes("u-calm m-a t-a")
        .link("u-calm", Causes, "u-own", |_| ())
        .link("m-a", Causes, "u-next", |_| ())
        .link("t-a", Causes, "u-beyond", |_| ())
        .link("m-a", Causes, "u-through", |_| ())
        .link("t-a", Causes, "u-through", |_| ());
    assert_eq!(
        own.says(Lang::En),
        [
            "All causes of «U-OWN» stay with «USERS»; none leads further up.",
            "The causes of «U-BEYOND» come straight from «TOP»; nothing in between is on the map.",
            "The causes of «U-NEXT» go no further up than «MIDDLE».",
        ]
    );
}

/// A named loop a → b → a at the bottom and the middle, and measures p and q.
fn looped(sign: Sign) -> Sketch {
    Sketch::new()
        .causes("u-a m-b u-c")
        .link("u-a", Causes, "m-b", |_| ())
        .link("m-b", Causes, "u-a", |link| link.sign = Some(sign))
        .told("round", &["u-a", "m-b"])
}

#[test]
fn chosen_measures_are_seen_together() {
    let chosen = |node: &mut Node| node.stage = Some(Stage::Project);
    let own = looped(Sign::Plus)
        .card("p", Kind::Measure, chosen)
        .card("q", Kind::Measure, |node| node.stage = Some(Stage::Idea))
        .link("p", ActsOn, "u-c", |_| ())
        .link("q", ActsOn, "u-a", |_| ());
    assert_eq!(own.keys(), ["measures-on-one-level users", "loops-untouched"]);
    // A loop that slows itself is no reason to act on it.
    let balancing = looped(Sign::Minus).card("p", Kind::Measure, chosen).link("p", ActsOn, "u-c", |_| ());
    assert_eq!(balancing.keys(), ["measures-on-one-level users"]);
    let touched = looped(Sign::Plus).card("p", Kind::Measure, chosen).link("p", ActsOn, "m-b", |_| ());
    assert_eq!(touched.keys(), ["measures-on-one-level middle"]);
}

#[test]
fn a_young_map_is_left_in_peace() {
    let own = |own: Sketch| own.card("q", Kind::Measure, |_| ()).card("u-good", Kind::Benefit, |_| ());
    assert!(own(Sketch::new()).keys().is_empty());
    assert_eq!(
        own(Sketch::new().grown()).keys(),
        ["measure-without-benefit q", "benefit-without-measure u-good"]
    );
}

#[test]
fn nobody_holds_is_said_where_holding_is_said_at_all() {
    let own = looped(Sign::Plus).grown().card("m-pain", Kind::Cause, |node| node.marks.push(Mark::Pain));
    assert!(own.keys().is_empty());
    let own = own.card("k", Kind::Actor, |_| ()).link("k", Holds, "u-a", |_| ());
    assert_eq!(own.keys(), ["nobody-holds round", "nobody-holds m-pain"]);
    assert_eq!(own.says(Lang::Nb)[0], "I sirkelen «ROUND» er det ingen som har hånd om «M-B».");
}

#[test]
fn named_loops_say_what_they_rest_on() {
    let cite = |link: &mut Link| {
        link.certainty = Some(Certainty::Hypothesis);
        link.sources.insert("s".into(), Citation::default());
    };
    let own = Sketch::new()
        .grown()
        .causes("u-a")
        .card("m-b", Kind::Cause, |node| node.marks.push(Mark::Zoom))
        .link("u-a", Causes, "m-b", cite)
        .link("m-b", Causes, "u-a", cite)
        .told("round", &["u-a", "m-b"]);
    let mut frame = own.map.frame();
    let source = Source { title: "Panel".into(), kind: SourceKind::Panel, ..Source::default() };
    frame.sources.insert("s".into(), source);
    let own = Sketch { map: own.map.with_frame(frame) };
    assert_eq!(own.keys(), ["loop-on-hypotheses round", "loop-on-one-voice round", "known-too-little m-b"]);
}

#[test]
fn money_and_needs_of_measures() {
    let own = Sketch::new()
        .grown()
        .card("k", Kind::Actor, |node| node.sector = "Health".into())
        .card("m", Kind::Actor, |node| node.sector = "Health".into())
        .card("p", Kind::Measure, |node| {
            node.stage = Some(Stage::Adopted);
            (node.payer, node.gainer) = (Some("m".into()), Some("k".into()));
        })
        .card("q", Kind::Measure, |_| ())
        .card("r", Kind::Measure, |node| node.payer = Some("m".into()))
        .link("p", Needs, "q", |_| ());
    assert_eq!(own.keys(), ["needs-unchosen p q", "pays-elsewhere p m k"].map(|key| key.replace(" m k", "")));
    assert!(own.says(Lang::En)[1].ends_with("«K», at another level."), "{:?}", own.says(Lang::En));
}

#[test]
fn areas_that_nothing_ties() {
    let place = |area: &str| {
        let area = area.to_owned();
        move |node: &mut Node| node.area = Some(area.as_str().into())
    };
    let own = Sketch::new()
        .grown()
        .card("u1", Kind::Cause, place("1"))
        .card("m1", Kind::Cause, place("1"))
        .card("u2", Kind::Cause, place("2"))
        .card("m2", Kind::Cause, place("2"))
        .card("u3", Kind::Cause, place("3"));
    // Area 3 has one card and is not begun.
    assert_eq!(own.keys(), ["area-alone 1", "area-alone 2"]);
    let apart = own.card("m3", Kind::Cause, place("3")).link("u1", Causes, "u3", |_| ()).link(
        "u2",
        Causes,
        "u3",
        |_| (),
    );
    assert_eq!(apart.keys(), ["areas-apart 1 2"]);
    let tied = apart.link("m1", Causes, "m2", |_| ());
    assert!(tied.keys().is_empty());
}

#[test]
fn links_that_are_missing_or_open_wait_to_be_settled() {
    let own = Sketch::new()
        .grown()
        .causes("u-a m-b m-c")
        .link("u-a", Causes, "m-b", |_| ())
        .link("m-b", Causes, "u-a", |link| (link.missing, link.sign) = (true, Some(Sign::Minus)))
        .link("m-c", Causes, "u-a", |link| (link.missing, link.sign) = (true, Some(Sign::Minus)))
        .link("m-b", Causes, "m-c", |link| link.sign = Some(Sign::Unknown))
        .link("m-c", Causes, "m-b", |_| ());
    assert_eq!(own.keys(), ["would-balance m-b causes u-a", "sign-decides m-b causes m-c"]);
    assert_eq!(own.seen()[0].mends, Some(LinkId::new("m-b", Causes, "u-a")));
    assert_eq!(
        own.says(Lang::Nb)[1],
        "Fortegnet fra «M-B» til «M-C» er uavklart; blir det avklart, avgjør det 1 sirkel med inntil 8 koblinger."
    );
}

#[test]
fn few_lines_show_several_kinds_of_things() {
    let pain = |node: &mut Node| node.marks.push(Mark::Pain);
    let mut own = signals(Sketch::new()).causes("u-x");
    for at in 0..4 {
        let id = format!("u-pain{at}");
        own = own.card(&id, Kind::Cause, pain).link("u-x", Causes, &id, |_| ());
    }
    let codes: Vec<&str> = own.seen().iter().map(Observation::code).collect();
    let (way, chain) = ("no-way-up", "chain-stops-short");
    assert_eq!(codes, [way, way, chain, way, chain, way, chain, chain]);
}

#[test]
fn what_was_set_aside_comes_back_when_what_it_rests_on_changes() {
    let own = signals(Sketch::new()).link("u", Informs, "m", |link| link.strength = Some(1));
    let first = own.seen().into_iter().find(|own| own.key() == "weak-way-up users middle").expect("seen");
    let mut frame = own.map.frame();
    frame.set_aside.insert(first.key(), first.set_aside(vec!["known".to_owned()]));
    let of = |map: &Map| Observed::of(map, &Levels::of(map));
    let map = own.map.with_frame(frame.clone());
    let observed = of(&map);
    assert_eq!(observed.aside.len(), 1);
    assert_eq!(observed.aside[0].reason, ["known"]);
    assert!(!observed.open.contains(&first));
    // Somebody else tells now: the link it rested on is gone, and the way is as weak as before.
    let changed =
        signals(Sketch::new())
            .card("u-other", Kind::Actor, |_| ())
            .link("u-other", Informs, "m", |link| link.strength = Some(1));
    let map = changed.map.with_frame(frame);
    let observed = of(&map);
    assert!(observed.aside.is_empty());
    assert!(observed.open.iter().any(|own| own.key() == first.key()));
}

#[test]
fn every_code_is_in_the_list_once() {
    let mut codes = Observation::CODES.to_vec();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), Observation::CODES.len());
}
