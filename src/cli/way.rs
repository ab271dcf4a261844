//! What chains and loops share: which links they run over, and how a row of links is told.

use clap::{Args, ValueEnum};
use serde_json::{Value as Json, json};

use crate::map::{Arc, LinkKind, Map, NodeId, Scope, Snapshot, Spot};
use crate::text::reading::Hop;
use crate::text::words::says::quoted;
use crate::text::{Lang, visible};

/// Which links are walked along.
#[derive(Args, Clone, Debug, Default)]
pub struct Over {
    /// Kinds of links to run over, with commas between them
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_parser = link_kind, default_value = "causes,acts_on")]
    over: Vec<LinkKind>,
    /// Links to bring in that are else left out, with commas between them
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    with: Vec<With>,
}

/// Links that are left out unless somebody asks for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum With {
    /// Shown not to be so.
    Refuted,
    /// Marked as missing.
    Missing,
}

fn link_kind(name: &str) -> Result<LinkKind, String> {
    LinkKind::from_field(name).ok_or_else(|| {
        let names: Vec<&str> = LinkKind::ALL.iter().map(|kind| kind.field()).collect();
        format!("the kinds are {}", names.join(", "))
    })
}

impl Over {
    /// The scope that was asked for.
    #[must_use]
    pub fn scope(&self) -> Scope {
        Scope {
            kinds: self.over.clone(),
            refuted: self.with.contains(&With::Refuted),
            missing: self.with.contains(&With::Missing),
        }
    }

    /// Whether links are left out that could be brought in.
    #[must_use]
    pub fn leaves_out(&self, map: &Map) -> bool {
        let scope = self.scope();
        let out = |link: &crate::map::Link| {
            link.missing && !scope.missing
                || link.certainty == Some(crate::map::Certainty::Refuted) && !scope.refuted
        };
        map.links().any(|(id, link)| scope.kinds.contains(&id.kind) && out(link))
    }
}

/// A link as JSON.
#[must_use]
pub fn link_json(snapshot: &Snapshot, arc: &Arc) -> Json {
    let mut link = json!({
        "from": snapshot.id(arc.from),
        "to": snapshot.id(arc.to),
        "kind": arc.kind.field(),
        "polarity": arc.sign.symbol().to_string(),
        "delay": arc.delay,
    });
    if arc.missing {
        link["missing"] = json!(true);
    }
    link
}

/// The ids of nodes.
#[must_use]
pub fn ids(snapshot: &Snapshot, spots: &[Spot]) -> Vec<NodeId> {
    spots.iter().map(|&spot| snapshot.id(spot).clone()).collect()
}

/// The ids of levels or areas from their places.
#[must_use]
pub fn places<T: Clone>(all: &[T], places: &[u16]) -> Vec<T> {
    places.iter().filter_map(|&place| all.get(usize::from(place)).cloned()).collect()
}

/// A row of links by ids and signs on one line: `a →(+) b →(−)‖ c`.
#[must_use]
pub fn line<'a>(snapshot: &Snapshot, arcs: impl IntoIterator<Item = &'a Arc>) -> String {
    let mut out = String::new();
    for arc in arcs {
        if out.is_empty() {
            out.push_str(&visible(snapshot.id(arc.from).as_str()));
        }
        out.push_str(&format!(" {} {}", arrow(arc), visible(snapshot.id(arc.to).as_str())));
    }
    out
}

/// `→(+)`, with `‖` behind it where it takes a time, and dotted where it is missing.
#[must_use]
pub fn arrow(arc: &Arc) -> String {
    let line = if arc.missing { "⇢" } else { "→" };
    let sign = if arc.kind.has_sign() { screen_sign(arc.sign) } else { arc.kind.field() };
    let delay = if arc.delay { "‖" } else { "" };
    format!("{line}({sign}){delay}")
}

/// A sign as people read it, with a real minus.
#[must_use]
pub fn screen_sign(sign: crate::map::Sign) -> &'static str {
    match sign {
        crate::map::Sign::Plus => "+",
        crate::map::Sign::Minus => "−",
        crate::map::Sign::Unknown => "?",
    }
}

/// The labels of a row of links, safe to show: from where it starts to where it ends.
fn labels(map: &Map, snapshot: &Snapshot, arcs: &[&Arc]) -> Vec<String> {
    let label = |spot| {
        let id = snapshot.id(spot);
        visible(map.name_of(id)).into_owned()
    };
    arcs.first().map(|arc| label(arc.from)).into_iter().chain(arcs.iter().map(|arc| label(arc.to))).collect()
}

/// A row of links as a reading: `read` is [`reading::chain`](crate::text::reading::chain) or
/// [`circle`](crate::text::reading::circle).
#[must_use]
pub fn sentence(
    map: &Map,
    snapshot: &Snapshot,
    arcs: &[&Arc],
    lang: Lang,
    read: fn(Lang, &[Hop]) -> String,
) -> String {
    let labels = labels(map, snapshot, arcs);
    if arcs.iter().any(|arc| !arc.kind.has_sign()) {
        // Nothing grows or shrinks along a signal: each link is told by its verb.
        let one = |(at, arc): (usize, &&Arc)| {
            format!("{} {} {}", quoted(&labels[at]), arc.kind.word(lang), quoted(&labels[at + 1]))
        };
        return arcs.iter().enumerate().map(one).collect::<Vec<_>>().join("; ") + ".";
    }
    let hops: Vec<Hop> = arcs
        .iter()
        .enumerate()
        .map(|(at, arc)| Hop {
            from: &labels[at],
            to: &labels[at + 1],
            turn: arc.sign.turn(),
            delay: arc.delay,
            missing: arc.missing,
        })
        .collect();
    read(lang, &hops)
}
