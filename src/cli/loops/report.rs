//! `floke loops`: what is answered, as text and as JSON.

use serde_json::{Value as Json, json};

use super::{LoopsArgs, stopped_by};
use crate::analysis::budget::Stop;
use crate::analysis::named::Titles;
use crate::analysis::{Found, Loop, Place, Polarity, Standing, Total};
use crate::cli::shell::Shell;
use crate::cli::way::{ids, line, link_json, places, sentence};
use crate::cli::words::{covers_every_link, covers_some_links, loops_counted, of_any_length, these_are_all};
use crate::map::{Map, Snapshot};
use crate::text::reading::{LoopKind, circle};
use crate::text::words::says::{bound, first_of, loop_letter, loop_name, stopped_by_size, stopped_by_time};
use crate::text::{Lang, visible};

/// A loop's sign as readings take it.
fn loop_kind(sign: Polarity) -> LoopKind {
    match sign {
        Polarity::Reinforcing => LoopKind::Reinforcing,
        Polarity::Balancing => LoopKind::Balancing,
        Polarity::Undetermined => LoopKind::Undetermined,
    }
}

/// Which loops were asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// All of a length.
    All,
    /// A few that cover every looped link.
    Summary,
    /// Those through a card.
    ThroughCard,
    /// Those through a link.
    ThroughLink,
    /// Those that fit several wishes, or run through a level or an area.
    Some,
}

/// What is answered.
pub(super) struct Report<'a> {
    pub(super) map: &'a Map,
    pub(super) snapshot: &'a Snapshot,
    pub(super) args: &'a LoopsArgs,
    pub(super) asked: Asked,
    pub(super) found: Found,
    pub(super) listed: Vec<Loop>,
    /// The number of each among all loops of its sign, where it is known.
    pub(super) numbers: Vec<Option<usize>>,
    pub(super) total: Option<Total>,
}

impl Report<'_> {
    /// Each listed loop with its sign and its number in the list of all.
    fn listed(&self) -> impl Iterator<Item = (&Loop, Polarity, Option<usize>)> {
        let listed = self.listed.iter().zip(&self.numbers);
        listed.map(|(found, number)| (found, found.sign(self.snapshot), *number))
    }

    fn title(&self, titles: &Titles, found: &Loop) -> Option<&str> {
        let told = titles.get(found, self.snapshot)?;
        self.map.loops().get(told).map(|told| told.title.as_str())
    }

    pub(super) fn json(&self) -> Json {
        let (snapshot, found) = (self.snapshot, &self.found);
        let titles = Titles::of(self.map);
        let one = |(found, sign, number): (&Loop, Polarity, Option<usize>)| {
            let standing = Standing::of(found, snapshot);
            let name = number.map_or_else(
                || standing.marked(&sign.letter().to_string()),
                |number| Place { polarity: sign, standing, number }.to_string(),
            );
            json!({
                "name": name,
                "title": self.title(&titles, found),
                "polarity": sign.name(),
                "length": found.length(),
                "nodes": ids(snapshot, &found.nodes(snapshot)),
                "links": found.links(snapshot).map(|arc| link_json(snapshot, arc)).collect::<Vec<_>>(),
                "levels": places(snapshot.level_ids(), &found.levels(snapshot)),
                "crosses_levels": found.crosses_levels(snapshot),
                "areas": places(snapshot.area_ids(), &found.areas(snapshot)),
                "runs": standing == Standing::Runs,
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
        for (found, sign, number) in self.listed() {
            let kind = loop_kind(sign);
            let name = number
                .map_or_else(|| loop_letter(lang, kind).to_owned(), |number| loop_name(lang, kind, number));
            let name = Standing::of(found, snapshot).marked(&name);
            let mut head = format!(
                "{name}  {}, {}",
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
        let none = match self.asked {
            _ if found.count > 0 || !found.complete || found.longer => None,
            Asked::All | Asked::Summary => Some(words.start.no_loops),
            Asked::ThroughCard => Some(words.start.no_loops_here),
            Asked::ThroughLink => Some(words.start.no_loops_along),
            Asked::Some => Some(words.start.no_such_loops),
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
        self.asked == Asked::All && total.exact && total.count == self.found.count as u128
    }

    /// How far the list can be trusted.
    fn how_complete(&self, lang: Lang) -> String {
        let found = &self.found;
        let shortened = found.count > self.listed.len();
        // All there are, or all of those that were asked for.
        let such = self.asked != Asked::All;
        let most = (self.args.max_length > 0).then_some(self.args.max_length);
        match found.stopped_by {
            Some(stop) if self.asked == Asked::Summary => {
                covers_some_links(lang, found.count, stop == Stop::Size)
            }
            Some(Stop::Size) => stopped_by_size(lang, found.count, such),
            Some(_) => stopped_by_time(lang, found.count, such),
            None if self.asked == Asked::Summary => covers_every_link(lang),
            None if self.total.as_ref().is_some_and(|total| self.are_all(total)) => {
                these_are_all(lang, found.count)
            }
            None if shortened => loops_counted(lang, most, such),
            None => bound(lang, most, such),
        }
    }
}
