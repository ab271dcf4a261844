//! `floke levels`: who hears whom, step by step, and what the map shows of the world.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value as Json, json};

use crate::analysis::Levels;
use crate::analysis::levels::{Line, Pair, Traffic, Verdict, Way, tellers, weakest};
use crate::analysis::observe::sentence::{abouts, level_name, signal};
use crate::analysis::observe::{Observation, Observed};
use crate::map::{LinkId, Map, NodeId};
use crate::text::words::capital;
use crate::text::words::hearing::in_two_parts;
use crate::text::words::says::quoted;
use crate::text::words::start::no_ladder;
use crate::text::{pad, visible, width};

use super::answer::{Answer, Failure, json};
use super::load;
use super::shell::Shell;
use super::words::{direct_links, set_aside, shows_nothing, weakest as weakest_words, works_past};

/// Shows who hears whom: steering down, telling up, and what that means
///
/// Verdicts come from signals alone: ways up use informs, ways down steers. A path of causes informs nobody.
#[derive(Args, Clone, Debug)]
pub struct LevelsArgs {
    /// The map; - reads standard input
    map: PathBuf,
}

/// Answers with the levels, what runs between them, and all observations.
///
/// # Errors
/// If the map cannot be worked on.
pub fn run(args: &LevelsArgs, shell: &Shell) -> Result<Answer, Failure> {
    let wants_json = shell.wants_json()?;
    let map = load::map(&args.map, shell.lang)?;
    let levels = Levels::of(&map);
    let observed = Observed::of(&map, &levels);
    let report = Report { map: &map, levels: &levels, observed: &observed, shell };
    Ok(if wants_json { json(&report.json()) } else { Answer::data(report.text()) })
}

struct Report<'a> {
    map: &'a Map,
    levels: &'a Levels,
    observed: &'a Observed,
    shell: &'a Shell,
}

fn pair_json(pair: &Pair) -> Json {
    let traffic = |own: &Traffic| json!({"up": own.up, "down": own.down, "up_path": own.up_path, "down_path": own.down_path});
    json!({
        "lower": pair.lower.as_str(),
        "upper": pair.upper.as_str(),
        "effects": traffic(&pair.effects),
        "signals": traffic(&pair.signals),
        "verdict": {"down": pair.down.verdict.name(), "up": pair.up.verdict.name()},
    })
}

fn link_json(id: &LinkId) -> Json {
    json!({"from": id.from.as_str(), "to": id.to.as_str(), "kind": id.kind.field()})
}

/// An observation for programs.
pub(super) fn observation_json(map: &Map, own: &Observation, shell: &Shell) -> Json {
    json!({
        "code": own.code(),
        "key": own.key(),
        "message": own.sentence(map, shell.lang),
        "subjects": own.subjects().iter().map(super::check::subject).collect::<Vec<_>>(),
        "rests_on": own.rests_on,
        "mended_by": own.mends.as_ref().map(link_json),
    })
}

impl Report<'_> {
    fn json(&self) -> Json {
        let levels: Vec<Json> = self
            .levels
            .bands
            .iter()
            .map(|band| {
                json!({"id": band.id.as_str(), "nodes": band.nodes, "actors": band.actors, "causes": band.causes})
            })
            .collect();
        let observation = |own: &Observation| observation_json(self.map, own, self.shell);
        let aside = self.observed.aside.iter().map(|aside| {
            let mut own = observation(&aside.observation);
            own["reason"] = json!(aside.reason.join("\n"));
            own
        });
        json!({
            "levels": levels,
            "pairs": self.levels.pairs.iter().map(pair_json).collect::<Vec<_>>(),
            "lines": self.levels.lines.iter().map(|line| pair_json(&line.pair)).collect::<Vec<_>>(),
            "observations": self.observed.open.iter().map(observation).collect::<Vec<_>>(),
            "set_aside": aside.collect::<Vec<_>>(),
        })
    }

    fn text(&self) -> String {
        let (lang, words) = (self.shell.lang, self.shell.lang.words());
        let mut out = format!("{}\n\n", words.places.levels);
        let (whole, rungs): (Vec<&Line>, Vec<&Line>) = self.levels.lines.iter().partition(|line| line.whole);
        if rungs.is_empty() {
            out.push_str(
                &self
                    .shell
                    .prose(no_ladder(lang, self.map.levels().len(), self.map.whole_levels().count()), 0),
            );
        }
        for (at, line) in rungs.iter().enumerate().rev() {
            out.push_str(&format!("{}\n", level_name(self.map, &line.pair.upper)));
            self.ways(&mut out, line);
            if at == 0 {
                out.push_str(&format!("{}\n", level_name(self.map, &line.pair.lower)));
            }
        }
        for line in whole {
            let (lower, upper) = (&line.pair.lower, &line.pair.upper);
            let ends = [lower, upper].map(|id| quoted(&level_name(self.map, id))).join(" – ");
            out.push_str(&format!("\n{}: {ends}\n", capital(words.links.whole_line)));
            self.ways(&mut out, line);
        }
        self.matrix(&mut out);
        out.push_str(&format!("\n{}\n", words.places.map_shows));
        if self.observed.open.is_empty() {
            out.push_str(&self.shell.prose(shows_nothing(lang), 4));
        }
        for own in &self.observed.open {
            out.push_str(&self.shell.prose(&own.sentence(self.map, lang), 4));
        }
        if !self.observed.aside.is_empty() {
            out.push_str(&self.shell.prose(&set_aside(lang, self.observed.aside.len()), 0));
        }
        out
    }

    /// A row for each direction: how well, how many direct signals, about what, and the weakest link.
    fn ways(&self, out: &mut String, line: &Line) {
        let (lang, places) = (self.shell.lang, &self.shell.lang.words().places);
        let heading = width(places.steering_down).max(width(places.told_upward)) + 2;
        for (arrow, name, way, direct, missing, past) in [
            ("↓", places.steering_down, &line.pair.down, &line.direct.down, &line.missing.down, None),
            ("↑", places.told_upward, &line.pair.up, &line.direct.up, &line.missing.up, Some(&line.past.up)),
        ] {
            let mut parts: Vec<String> = Vec::new();
            let about = abouts(self.map, direct, lang);
            if !direct.is_empty() {
                parts.push(format!("({}) {about}", direct.len()).trim().to_owned());
            }
            parts.extend(self.weakest(way));
            parts.extend(self.missing(missing));
            parts.extend(past.and_then(|past| self.past(past)));
            let heard = self.levels.heard(self.map, line, past.is_some());
            let verdict = in_two_parts(lang, heard.line.word(lang), heard.past.map(|own| own.word(lang)));
            let said = format!("{arrow} {}{}: {}", pad(name, heading), verdict, parts.join("; "));
            out.push_str(&self.shell.prose(said.trim_end_matches([':', ' ']), 4));
        }
    }

    fn weakest(&self, way: &Way) -> Option<String> {
        let id = weakest(self.map, way)?;
        let said = weakest_words(self.shell.lang, &self.label(&id.from), &self.label(&id.to));
        let signal = signal(self.map, id, self.shell.lang);
        Some(if signal.is_empty() { said } else { format!("{said} ({signal})") })
    }

    fn missing(&self, missing: &[LinkId]) -> Option<String> {
        let first = missing.first()?;
        let ends = format!("{} → {}", quoted(&self.label(&first.from)), quoted(&self.label(&first.to)));
        let about = signal(self.map, first, self.shell.lang);
        let about = if about.is_empty() { String::new() } else { format!(" ({about})") };
        Some(format!("{}: {ends}{about}", self.shell.lang.words().links.missing))
    }

    /// Who tells past a step, and how well: `«KS» works, «Parents» weak`.
    fn past(&self, past: &[LinkId]) -> Option<String> {
        let one = |(id, verdict): (NodeId, Verdict)| {
            format!("{} ({})", quoted(&self.label(&id)), verdict.word(self.shell.lang))
        };
        let said: Vec<String> = tellers(self.map, past).into_iter().map(one).collect();
        (!said.is_empty()).then(|| works_past(self.shell.lang, &said.join(", ")))
    }

    fn label(&self, id: &NodeId) -> String {
        visible(self.map.name_of(id)).into_owned()
    }

    /// Direct links between whole levels as a table, the top level first.
    fn matrix(&self, out: &mut String) {
        let wholes: Vec<_> = self.map.whole_levels().rev().collect();
        if wholes.len() < 2 {
            return;
        }
        out.push_str(&format!("\n{}\n", direct_links(self.shell.lang)));
        let names: Vec<String> = wholes
            .iter()
            .enumerate()
            .map(|(at, level)| format!("{} {}", at + 1, visible(&level.name)))
            .collect();
        let first = names.iter().map(|name| width(name)).max().unwrap_or(0) + 2;
        let mut head = pad("", 4 + first);
        for at in 1..=wholes.len() {
            head.push_str(&pad(&at.to_string(), 9));
        }
        out.push_str(head.trim_end());
        out.push('\n');
        for (row, name) in wholes.iter().zip(&names) {
            let mut line = pad("", 4) + &pad(name, first);
            for column in &wholes {
                let cell = self.levels.pair(&row.id, &column.id).map_or("·".to_owned(), |pair| {
                    let up = pair.lower == row.id;
                    let of = |own: &Traffic| if up { own.up } else { own.down };
                    format!("{} / {}", of(&pair.signals), of(&pair.effects))
                });
                line.push_str(&pad(&cell, 9));
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
}
