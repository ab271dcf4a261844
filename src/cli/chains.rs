//! `floke chains`: the ways from one card to another.

mod said;

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::Args;
use serde_json::{Value as Json, json};

use crate::analysis::budget::{Budget, Stop};
use crate::analysis::chain_sum::Tally;
use crate::analysis::{
    Chain, ChainQuery, ChainSum, Evidence, FoundChains, Grounds, best_chains, bottlenecks, find_chains,
};
use crate::map::{Map, Sign, Snapshot, Spot};
use crate::text::reading::chain;
use crate::text::words::says::{
    Seen, bottlenecks as bottlenecks_said, covered, first_of, net, never_met, quoted, weakest_claims,
};
use crate::text::{Lang, visible};

use super::answer::{Answer, Failure, REPORT, json};
use super::loops::stopped_by;
use super::shell::Shell;
use super::way::{Over, ids, line, link_json, places, screen_sign, sentence};
use super::{load, lookup};

/// Lists the chains of causes from one card to another, shortest first
///
/// Exits with 1 if there is none. A search that was stopped before it found one says so and does not.
#[derive(Args, Clone, Debug)]
pub struct ChainsArgs {
    /// The map; - reads standard input
    map: PathBuf,
    /// Where the chains start
    #[arg(long, value_name = "ID")]
    from: String,
    /// Where they end
    #[arg(long, value_name = "ID")]
    to: String,
    /// The most links a chain may have; 0: no bound
    #[arg(long, value_name = "N", default_value_t = 8)]
    max_length: usize,
    /// The most chains that are listed; all are counted
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: usize,
    /// How long to search
    #[arg(long, value_name = "MS", default_value_t = 10_000)]
    time_budget: u64,
    #[command(flatten)]
    over: Over,
    /// Only so many, the best founded ones first: by the weakest link, then by guesses, then by length
    #[arg(long, value_name = "N")]
    best: Option<usize>,
    /// The cards that lie on every chain, too
    #[arg(long)]
    bottlenecks: bool,
}

/// Answers with the chains.
///
/// # Errors
/// If the map cannot be worked on, or there is no such card.
pub fn run(args: &ChainsArgs, shell: &Shell) -> Result<Answer, Failure> {
    let wants_json = shell.wants_json()?;
    let map = load::map(&args.map, shell.lang)?;
    let snapshot = Snapshot::of(&map, &args.over.scope());
    let spot = |name: &str| {
        let id = lookup::node(&map, name)?;
        Ok::<_, Failure>(snapshot.spot(&id).expect("every node of the map is in its snapshot"))
    };
    let query =
        ChainQuery { max_length: args.max_length, ..ChainQuery::new(spot(&args.from)?, spot(&args.to)?) };
    let began = Instant::now();
    let time = Duration::from_millis(args.time_budget);
    let late = || began.elapsed() >= time;
    let mut budget = Budget::unlimited().with_stop(&late);
    // What is quick comes first, so that it is there when the time is up.
    let bottlenecks =
        args.bottlenecks.then(|| bottlenecks(&snapshot, query.from, query.to, &mut budget).map_err(|_| ()));
    let ranked = args.best.map(|wanted| best_chains(&snapshot, &query, wanted, &mut budget));
    let mut listed: Vec<Chain> = Vec::new();
    let mut sum = ChainSum::default();
    let found = find_chains(&snapshot, &query, &mut budget, &mut |chain| {
        sum.add(&chain, &snapshot);
        if listed.len() < args.limit && ranked.is_none() {
            listed.push(chain);
        }
        ControlFlow::Continue(())
    });
    let stopped = ranked.as_ref().is_some_and(|ranked| !ranked.complete);
    let is_best = ranked.is_some();
    if let Some(ranked) = ranked {
        listed = ranked.chains;
    }
    // Who was stopped before the first one does not know that there is none.
    let none = found.count == 0 && listed.is_empty() && found.complete;
    let code = if none { REPORT } else { 0 };
    let report =
        Report { map: &map, snapshot: &snapshot, query: &query, found: &found, listed: &listed, sum: &sum };
    if wants_json {
        let mut document = report.json();
        if is_best {
            document["best_complete"] = json!(!stopped);
        }
        if let Some(bottlenecks) = bottlenecks {
            document["bottlenecks"] = json!(bottlenecks.ok().flatten().map(|spots| ids(&snapshot, &spots)));
        }
        return Ok(json(&document).with_code(code));
    }
    let mut out = String::new();
    if is_best && !listed.is_empty() {
        out.push_str(&shell.prose(&said::best_founded(shell.lang, listed.len()), 0));
        if stopped {
            out.push_str(&shell.prose(said::best_stopped(shell.lang), 0));
        }
        out.push('\n');
    }
    out.push_str(&report.text(shell));
    match bottlenecks {
        // Without a chain that was said already.
        None | Some(Ok(None)) => {}
        Some(Ok(Some(spots))) => out.push_str(&report.bottlenecks(&spots, shell)),
        Some(Err(())) => out.push_str(&shell.prose(said::bottlenecks_not_known(shell.lang), 0)),
    }
    if found.count > listed.len() && !is_best {
        out.push_str(&shell.prose(&first_of(shell.lang, listed.len(), found.count), 0));
    }
    match found.stopped_by {
        Some(Stop::Size) => {
            out.push_str(&shell.prose(&super::words::chains_by_size(shell.lang, found.count), 0))
        }
        Some(_) => out.push_str(&shell.prose(&super::words::chains_by_time(shell.lang, found.count), 0)),
        None if found.longer => {
            out.push_str(&shell.prose(&super::words::chains_bound(shell.lang, args.max_length), 0))
        }
        None => {}
    }
    if args.over.leaves_out(&map) {
        out.push_str(&shell.prose(shell.lang.words().says.left_out, 0));
    }
    Ok(Answer::data(out).with_code(code))
}

struct Report<'a> {
    map: &'a Map,
    snapshot: &'a Snapshot,
    query: &'a ChainQuery,
    found: &'a FoundChains,
    listed: &'a [Chain],
    sum: &'a ChainSum,
}

impl Report<'_> {
    fn label(&self, spot: Spot) -> String {
        let id = self.snapshot.id(spot);
        visible(self.map.name_of(id)).into_owned()
    }

    fn json(&self) -> Json {
        let snapshot = self.snapshot;
        let one = |chain: &Chain| {
            let grounds = Grounds::of(self.map, snapshot, chain);
            let evidence = Evidence::of(&chain.arcs, snapshot);
            let nodes = ids(snapshot, &chain.nodes(snapshot));
            json!({
                "length": chain.length(),
                "nodes": nodes,
                "links": chain.links(snapshot).map(|arc| link_json(snapshot, arc)).collect::<Vec<_>>(),
                "polarity": chain.sign(snapshot).symbol().to_string(),
                "levels": places(snapshot.level_ids(), &chain.levels(snapshot)),
                "evidence": {
                    "weakest_link": grounds.weakest,
                    "certainty": evidence.weakest.certainty().map(|certainty| certainty.word(Lang::En)),
                    "guesses": evidence.guesses,
                    "sources_whole": grounds.covering,
                    "without_source": grounds.without_source,
                    "sources_never_meet_at": grounds.never_met.iter().map(|&at| &nodes[at + 1]).collect::<Vec<_>>(),
                },
            })
        };
        let tally = |tally: &Tally| {
            let shortest = tally.shortest.as_ref().map(|chain| ids(snapshot, &chain.nodes(snapshot)));
            json!({"count": tally.count, "shortest": shortest})
        };
        json!({
            "complete": self.found.complete,
            "bound": {"max_length": self.query.max_length, "stopped_by": stopped_by(self.found.stopped_by)},
            "count": self.found.count,
            "chains": self.listed.iter().map(one).collect::<Vec<_>>(),
            "net": {
                "sign": self.sum.net().name(),
                "of_all_chains": self.found.seen() == Seen::All,
                "+": tally(&self.sum.plus),
                "-": tally(&self.sum.minus),
                "?": tally(&self.sum.unknown),
            },
        })
    }

    fn text(&self, shell: &Shell) -> String {
        let (lang, snapshot, found) = (shell.lang, self.snapshot, self.found);
        let words = lang.words();
        let mut out = String::new();
        for (at, chain_found) in self.listed.iter().enumerate() {
            out.push_str(&format!(
                "{}.  {}  {}, {}\n",
                at + 1,
                screen_sign(chain_found.sign(snapshot)),
                words.links.link.of(chain_found.length()),
                words.things.level.of(chain_found.levels(snapshot).len()),
            ));
            let arcs: Vec<_> = chain_found.links(snapshot).collect();
            out.push_str(&shell.prose(&line(snapshot, arcs.iter().copied()), 4));
            out.push_str(&shell.prose(&sentence(self.map, snapshot, &arcs, lang, chain), 4));
            out.push_str(&self.grounds(chain_found, shell));
            out.push('\n');
        }
        if self.query.from == self.query.to {
            let id = visible(snapshot.id(self.query.from).as_str()).into_owned();
            return shell.prose(&said::one_card(lang, &self.label(self.query.from), &id), 0);
        }
        if found.count == 0 && self.listed.is_empty() && found.complete && !found.longer {
            return out + &shell.prose(words.start.no_chain, 0);
        }
        out.push_str(&format!("{}\n", words.links.chain.of(found.count)));
        // Nothing grows or shrinks along a signal, so chains over signals push no way.
        if found.count > 0 && snapshot.arcs().iter().all(|arc| arc.kind.has_sign()) {
            let tally = |sign: Sign, tally: &Tally| {
                said::tally(lang, screen_sign(sign), tally.count, tally.shortest.as_ref().map(Chain::length))
            };
            let tallies = [
                tally(Sign::Plus, &self.sum.plus),
                tally(Sign::Minus, &self.sum.minus),
                tally(Sign::Unknown, &self.sum.unknown),
            ];
            out.push_str(&shell.prose(&tallies.join("   "), 0));
            let ends = (self.label(self.query.from), self.label(self.query.to));
            if let Some(together) = self.sum.net().together() {
                out.push_str(
                    &shell.prose(&net(lang, together, (found.count, found.seen()), &ends.0, &ends.1), 0),
                );
            }
        }
        out
    }

    /// What a chain rests on.
    fn grounds(&self, found: &Chain, shell: &Shell) -> String {
        let lang = shell.lang;
        let grounds = Grounds::of(self.map, self.snapshot, found);
        let nodes = found.nodes(self.snapshot);
        let weakest = found.links(self.snapshot).nth(grounds.weakest);
        let certainty = weakest.and_then(|arc| arc.certainty);
        let certainty = certainty.map_or(lang.words().things.not_judged, |certainty| certainty.word(lang));
        let claim = |&at: &usize| {
            let no_source = grounds.without_source.contains(&at);
            (self.label(nodes[at]), self.label(nodes[at + 1]), no_source)
        };
        let claims: Vec<_> = grounds.as_weak.iter().map(claim).collect();
        let rests = weakest_claims(lang, &claims, found.length(), certainty);
        let mut out = shell.prose(&format!("{rests} {}", covered(lang, grounds.covering.len())), 4);
        for at in grounds.never_met {
            out.push_str(&shell.prose(&never_met(lang, &quoted(&self.label(nodes[at + 1]))), 4));
        }
        out
    }

    fn bottlenecks(&self, spots: &[Spot], shell: &Shell) -> String {
        let mut out = shell.prose(&bottlenecks_said(shell.lang, spots.len()), 0);
        for &spot in spots {
            out.push_str(&format!(
                "    {}  [{}]\n",
                self.label(spot),
                visible(self.snapshot.id(spot).as_str())
            ));
        }
        out
    }
}
