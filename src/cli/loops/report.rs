//! `floke loops`: what is answered, as text and as JSON.

use serde_json::{Value as Json, json};

use super::{LoopsArgs, stopped_by};
use crate::analysis::budget::Stop;
use crate::analysis::named::Titles;
use crate::analysis::{Found, Loop, Place, Polarity, Total};
use crate::cli::shell::Shell;
use crate::cli::way::{ids, line, link_json, places, sentence};
use crate::cli::words::{covers_every_link, loops_counted, of_any_length, these_are_all};
use crate::map::{Map, Snapshot};
use crate::text::reading::{LoopKind, circle};
use crate::text::words::says::{bound, first_of, loop_name, stopped_by_size, stopped_by_time};
use crate::text::{Lang, visible};

/// A loop's sign as readings take it.
fn loop_kind(sign: Polarity) -> LoopKind {
    match sign {
        Polarity::Reinforcing => LoopKind::Reinforcing,
        Polarity::Balancing => LoopKind::Balancing,
        Polarity::Undetermined => LoopKind::Undetermined,
    }
}

/// What is answered.
pub(super) struct Report<'a> {
    pub(super) map: &'a Map,
    pub(super) snapshot: &'a Snapshot,
    pub(super) args: &'a LoopsArgs,
    /// Whether the query asks for all loops of a length.
    pub(super) wants_all: bool,
    pub(super) found: Found,
    pub(super) listed: Vec<Loop>,
    pub(super) total: Option<Total>,
}

impl Report<'_> {
    /// Each listed loop with its sign and its place in the list.
    fn listed(&self) -> impl Iterator<Item = (&Loop, Polarity, Place)> {
        let signs: Vec<Polarity> = self.listed.iter().map(|found| found.sign(self.snapshot)).collect();
        let listed = self.listed.iter().zip(signs.clone()).zip(Place::all(signs));
        listed.map(|((found, sign), place)| (found, sign, place))
    }

    fn title(&self, titles: &Titles, found: &Loop) -> Option<&str> {
        let told = titles.get(found, self.snapshot)?;
        self.map.loops().get(told).map(|told| told.title.as_str())
    }

    pub(super) fn json(&self) -> Json {
        let (snapshot, found) = (self.snapshot, &self.found);
        let titles = Titles::of(self.map);
        let one = |(found, sign, place): (&Loop, Polarity, Place)| {
            json!({
                "name": place.to_string(),
                "title": self.title(&titles, found),
                "polarity": sign.name(),
                "length": found.length(),
                "nodes": ids(snapshot, &found.nodes(snapshot)),
                "links": found.links(snapshot).map(|arc| link_json(snapshot, arc)).collect::<Vec<_>>(),
                "levels": places(snapshot.level_ids(), &found.levels(snapshot)),
                "crosses_levels": found.crosses_levels(snapshot),
                "areas": places(snapshot.area_ids(), &found.areas(snapshot)),
            })
        };
        let max_length = if self.args.summary { 0 } else { self.args.max_length };
        let mut answer = json!({
            "complete": found.complete,
            "bound": {"max_length": max_length, "stopped_by": stopped_by(found.stopped_by)},
            "count": found.count,
            "reinforcing": found.reinforcing,
            "balancing": found.balancing,
            "undetermined": found.undetermined,
            "loops": self.listed().map(one).collect::<Vec<_>>(),
        });
        if let Some(total) = &self.total {
            answer["total"] = json!({
                "count": total.count.to_string(),
                "reinforcing": total.reinforcing.to_string(),
                "balancing": total.balancing.to_string(),
                "undetermined": total.undetermined.to_string(),
                "exact": total.exact,
            });
        }
        answer
    }

    pub(super) fn text(&self, shell: &Shell) -> String {
        let (lang, snapshot, found) = (shell.lang, self.snapshot, &self.found);
        let words = lang.words();
        let titles = Titles::of(self.map);
        let mut out = String::new();
        for (found, sign, place) in self.listed() {
            let kind = loop_kind(sign);
            let mut head = format!(
                "{}  {}, {}",
                loop_name(lang, kind, place.number),
                words.links.link.of(found.length()),
                words.things.level.of(found.levels(snapshot).len()),
            );
            if let Some(title) = self.title(&titles, found) {
                head.push_str("  ");
                head.push_str(&visible(title));
            }
            out.push_str(&head);
            out.push('\n');
            out.push_str(&shell.prose(&line(snapshot, found.links(snapshot)), 4));
            let arcs: Vec<_> = found.links(snapshot).collect();
            out.push_str(&shell.prose(&sentence(self.map, snapshot, &arcs, lang, circle), 4));
            out.push('\n');
        }
        // Where there may be longer ones, nobody says that there are none; what was looked for is said below.
        let none = match (&self.args.through, self.wants_all) {
            _ if found.count > 0 || !found.complete || found.longer => None,
            (_, true) => Some(words.start.no_loops),
            (Some(_), _) if self.args.level.is_none() && self.args.area.is_none() => {
                Some(words.start.no_loops_here)
            }
            _ => Some(words.start.no_such_loops),
        };
        if let Some(none) = none {
            out.push_str(&shell.prose(none, 0));
        } else {
            let of = |noun: crate::text::Noun, n| noun.of(n);
            out.push_str(&format!(
                "{}: {}, {}, {}\n",
                of(words.links.loop_, found.count),
                of(words.links.reinforcing_loop, found.reinforcing),
                of(words.links.balancing_loop, found.balancing),
                of(words.links.undetermined_loop, found.undetermined),
            ));
        }
        if found.count > self.listed.len() {
            out.push_str(&shell.prose(&first_of(lang, self.listed.len(), found.count), 0));
        }
        out.push_str(&shell.prose(&self.how_complete(lang), 0));
        if let Some(total) = self.total.as_ref().filter(|total| !self.are_all(total)) {
            out.push_str(&shell.prose(&of_any_length(lang, total), 0));
        }
        if self.args.over.leaves_out(self.map) {
            out.push_str(&shell.prose(words.says.left_out, 0));
        }
        out
    }

    /// Whether the loops found are all the map has.
    fn are_all(&self, total: &Total) -> bool {
        self.wants_all && total.exact && total.count == self.found.count as u128
    }

    /// How far the list can be trusted.
    fn how_complete(&self, lang: Lang) -> String {
        let found = &self.found;
        let shortened = found.count > self.listed.len();
        let most = (self.args.max_length > 0).then_some(self.args.max_length);
        match found.stopped_by {
            Some(Stop::Size) => stopped_by_size(lang, found.count),
            Some(_) => stopped_by_time(lang, found.count),
            None if self.args.summary => covers_every_link(lang),
            None if self.total.as_ref().is_some_and(|total| self.are_all(total)) => {
                these_are_all(lang, found.count)
            }
            None if shortened => loops_counted(lang, most),
            None => bound(lang, most),
        }
    }
}
