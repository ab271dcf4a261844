//! Rows to links.

use crate::text::both;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::map::{Link, LinkId, LinkKind, Sign};

use super::super::report::Report;
use super::cards::{Cards, columns, kept_names};
use super::cell::{folded, link_kind, split, yes};
use super::fields::{LINK_FIRST, LINK_MORE, bare_sign, citations, set_link};
use super::fit::fit_note;
use super::places::Lists;
use super::skip;
use super::table::{Row, Table};
use super::typed::link_type;

/// Headers that other programs write for a column of ours. `Type` and `Label` of a link may say a kind or a sign
/// and are looked at cell by cell; `Direction` says whether there is a link back too.
const ALIASES: &[(&str, &str)] = &[
    ("from", "fra"),
    ("from", "source"),
    ("to", "til"),
    ("to", "target"),
    ("polarity", "sign"),
    ("polarity", "fortegn"),
    ("note", "description"),
    ("note", "beskrivelse"),
    ("delay", "forsinkelse"),
    ("delay", "delayed"),
    ("strength", "styrke"),
    ("certainty", "belegg"),
    ("type", "linktype"),
    ("type", "connectiontype"),
];

/// Columns that have no field of their own.
pub const LOOKED_AT: &[&str] = &["type", "label", "direction"];

/// Whether a header (folded) means one of our columns under another name.
pub fn is_alias(name: &str) -> bool {
    ALIASES.iter().any(|(_, alias)| *alias == name)
}

/// Reads all tables of links. Of two of one kind between the same ends in the same order the first is kept.
pub fn read(
    tables: &[&Table],
    cards: &mut Cards,
    lists: &mut Lists,
    report: &mut Report,
) -> BTreeMap<LinkId, Link> {
    let mut links = BTreeMap::new();
    for table in tables {
        let columns = columns(&table.header, &[LINK_FIRST, LINK_MORE, LOOKED_AT], ALIASES);
        let kept = kept_names(table, &columns, report);
        for row in &table.rows {
            for (id, link) in of_row(table, &columns, &kept, row, (cards, lists), report) {
                match links.entry(id) {
                    Entry::Vacant(free) => {
                        free.insert(link);
                    }
                    Entry::Occupied(taken) => {
                        let id = taken.key();
                        let (from, to) = (cards.label(&id.from), cards.label(&id.to));
                        let what = both!("link '{from}' → '{to}'", "koblingen «{from}» → «{to}»");
                        let kind = id.kind.field();
                        let why = both!(
                            "there is one of the kind '{kind}' already; the first is kept",
                            "det finnes alt en av typen «{kind}»; den første er beholdt"
                        );
                        skip(report, table, row.line, what, why);
                    }
                }
            }
        }
    }
    links
}

/// Which way a link runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    There,
    Back,
    Both,
    None,
}

/// The links of a row: one, or two where it runs both ways, or none where it cannot be one.
fn of_row(
    table: &Table,
    columns: &[Option<&'static str>],
    kept: &[String],
    row: &Row,
    (cards, lists): (&mut Cards, &mut Lists),
    report: &mut Report,
) -> Vec<(LinkId, Link)> {
    let cell = |wanted: &str| {
        let at = columns.iter().position(|column| *column == Some(wanted));
        at.map_or("", |at| row.cell(at))
    };
    let (from, to) = (cell("from"), cell("to"));
    if from.is_empty() || to.is_empty() {
        let what = both!("link '{from}' → '{to}'", "koblingen «{from}» → «{to}»");
        skip(report, table, row.line, what, both!("one of its ends is empty", "en av endene er tom"));
        return Vec::new();
    }
    let (from, to) = (cards.find_or_make(from), cards.find_or_make(to));
    let called = format!("'{}' → '{}'", cards.label(&from), cards.label(&to));
    let name = || called.clone();
    let mut link = Link::default();
    let mut kind = None;
    let mut way = Way::There;
    // What a type and a label say beside a kind and a sign: the word of a link that is no cause.
    let mut words: Vec<(String, String)> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let text = row.cell(at);
        if text.is_empty() {
            continue;
        }
        let Some(column) = *column else {
            link.extra.insert(kept[at].clone(), text.to_owned());
            continue;
        };
        let header = || table.header[at].trim().to_owned();
        let keep = |link: &mut Link| link.extra.insert(header(), text.to_owned());
        match column {
            "from" | "to" => {}
            "kind" => match link_kind(text) {
                Some(known) => kind = Some(known),
                None => {
                    let what = both!(
                        "the kind '{text}' is none of floke's: taken as 'causes'",
                        "typen «{text}» er ingen av dem i floke: tatt som «fører til»"
                    );
                    report.guess(what, name());
                    keep(&mut link);
                }
            },
            "type" => {
                let said = link_type(text);
                kind = kind.or(said.kind.filter(|_| cell("kind").is_empty()));
                link.delay |= said.delay;
                if cell("polarity").is_empty() {
                    link.sign = said.sign.or(link.sign);
                }
                if said.torn {
                    let what = both!(
                        "a type says both + and -: the sign is unknown",
                        "en type sier både + og -: fortegnet er uavklart"
                    );
                    report.guess(what, name());
                }
                if said.torn || !said.rest.is_empty() {
                    words.push((header(), said.rest.join(", ")));
                    keep(&mut link);
                }
            }
            "label" => match bare_sign(text) {
                Some(sign) if cell("polarity").is_empty() && link.sign.is_none() => link.sign = Some(sign),
                _ => {
                    words.insert(0, (header(), text.to_owned()));
                    keep(&mut link);
                }
            },
            "direction" => {
                way = match folded(text).as_str() {
                    "directed" | "forward" => Way::There,
                    "mutual" | "both" | "bidirectional" => Way::Both,
                    "reverse" | "reversed" | "backward" => Way::Back,
                    "undirected" | "none" => Way::None,
                    _ => {
                        let what = both!(
                            "the direction '{text}' is not known: taken as written",
                            "retningen «{text}» er ikke kjent: tatt som den står"
                        );
                        report.guess(what, name());
                        keep(&mut link);
                        Way::There
                    }
                };
            }
            "delay" => {
                link.delay |= yes(text).unwrap_or_else(|| {
                    let what = both!(
                        "the delay '{text}' is taken as a delay",
                        "forsinkelsen «{text}» er tatt som en forsinkelse"
                    );
                    report.guess(what, name());
                    link.extra.insert(header(), text.to_owned());
                    true
                });
            }
            "sources" => {
                let ids: Vec<_> = split(text).iter().map(|value| lists.source(value)).collect();
                link.sources = citations(&ids);
            }
            _ => {
                if let Err(why) = set_link(&mut link, column, text) {
                    let what = both!(
                        "{column} '{text}' of the link {called}",
                        "{column} «{text}» på koblingen {called}"
                    );
                    skip(report, table, row.line, what, why);
                    keep(&mut link);
                }
            }
        }
    }
    let signed = link.sign.is_some_and(|sign| sign != Sign::Unknown);
    if kind.is_none() && way == Way::None {
        kind = Some(LinkKind::Relates);
        without_direction(&mut link, words, signed, &name(), report);
    } else if kind.is_none() && link.sign.is_none() && !columns.contains(&Some("polarity")) {
        let what = match words.iter().find(|(header, _)| is_type(header)) {
            Some((_, word)) => both!(
                "the type '{word}' says no sign: taken as causes of unknown sign",
                "typen «{word}» sier ikke noe fortegn: tatt som årsaker med uavklart fortegn"
            ),
            None => both!(
                "no type says a sign: taken as causes of unknown sign",
                "ingen type sier noe fortegn: tatt som årsaker med uavklart fortegn"
            ),
        };
        report.guess(what, name());
    } else if way == Way::None && kind.is_some_and(|kind| !stands_once(kind)) {
        let what = both!("it has no direction: taken as written", "den har ingen retning: tatt som den står");
        report.guess(what, name());
    }
    let kind = kind.unwrap_or(LinkKind::Causes);
    let turned = way == Way::Back
        || kind == LinkKind::Cooperates && to < from
        // A link without a direction stands once, at the smaller id, whichever end was named first.
        || kind == LinkKind::Relates && way == Way::None && to < from;
    let (from, to) = if turned { (to, from) } else { (from, to) };
    let there = LinkId { from: from.clone(), to: to.clone(), kind };
    let mut link = link.fitted_to(kind);
    if let Some(why) = fit_note(&mut link.note) {
        skip(report, table, row.line, both!("link {called}", "koblingen {called}"), why);
    }
    if way == Way::Both && !stands_once(kind) && from != to {
        vec![(there, link.clone()), (LinkId { from: to, to: from, kind }, link)]
    } else {
        vec![(there, link)]
    }
}

/// Whether a link of that kind means the same from both its ends.
fn stands_once(kind: LinkKind) -> bool {
    matches!(kind, LinkKind::Cooperates | LinkKind::Relates)
}

fn is_type(header: &str) -> bool {
    matches!(folded(header).as_str(), "type" | "linktype" | "connectiontype")
}

/// Makes a link without a direction a free relation: what it says becomes its word, and a sign, which such a link
/// has no place for, is kept under `extra`.
fn without_direction(
    link: &mut Link,
    words: Vec<(String, String)>,
    signed: bool,
    name: &str,
    report: &mut Report,
) {
    let what = if signed {
        both!(
            "it has no direction: kept as 'relates', in no loop, its sign under 'extra'",
            "den har ingen retning: beholdt som «henger sammen med», i ingen sløyfe, fortegnet under «extra»"
        )
    } else {
        both!(
            "it has no direction: kept as 'relates', in no loop",
            "den har ingen retning: beholdt som «henger sammen med», i ingen sløyfe"
        )
    };
    report.guess(what, name);
    if let Some(sign) = link.sign.take().filter(|_| signed) {
        link.extra.insert("sign".to_owned(), sign.symbol().to_string());
    }
    if link.word.is_empty()
        && let Some((header, word)) = words.into_iter().find(|(_, word)| !word.is_empty())
    {
        link.extra.remove(&header);
        link.word = word;
    }
}
