//! `floke structure`: where each card stands in the drawing, and why that is no advice.

mod said;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use serde_json::{Value as Json, json};

use crate::analysis::budget::{Budget, Stop};
use crate::analysis::structure::{Structure, structure};
use crate::map::{Kind, Map, Snapshot, Spot};
use crate::text::number::{count, decimal};
use crate::text::words::says::{not_leverage, stopped_by_size};
use crate::text::{visible, width as display_width};

use self::said::{headings, legend, stopped};
use super::answer::{Answer, Failure, json};
use super::load;
use super::loops::stopped_by;
use super::shell::Shell;
use super::way::Over;

/// Shows where each card stands: what it drives and depends on, loops through it, how often it lies between others
///
/// This is structure and not leverage: it says how the drawing is made. Where to act does not follow from it.
#[derive(Args, Clone, Debug)]
pub struct StructureArgs {
    /// The map; - reads standard input
    map: PathBuf,
    /// What the cards are sorted by, most first
    #[arg(long, value_name = "BY", default_value = "drives")]
    sort: By,
    /// The most links a counted loop may have; 0: no bound
    #[arg(long, value_name = "N", default_value_t = 8)]
    max_length: usize,
    /// How long to count
    #[arg(long, value_name = "MS", default_value_t = 10_000)]
    time_budget: u64,
    #[command(flatten)]
    over: Over,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum By {
    /// Cards it leads straight to.
    Drives,
    /// Cards that lead straight to it.
    Depends,
    /// Ways that start there.
    IndirectDrives,
    /// Ways that end there.
    IndirectDepends,
    /// Cards it leads to in the end.
    Reaches,
    /// Cards that lead to it in the end.
    ReachedFrom,
    /// Loops through it.
    Loops,
    /// Shortest ways through it.
    Betweenness,
    /// Its id.
    Id,
}

/// Answers with the table.
///
/// # Errors
/// If the map cannot be worked on.
pub fn run(args: &StructureArgs, shell: &Shell) -> Result<Answer, Failure> {
    let wants_json = shell.wants_json()?;
    let map = load::map(&args.map, shell.lang)?;
    let snapshot = Snapshot::of(&map, &args.over.scope());
    let began = Instant::now();
    let time = Duration::from_millis(args.time_budget);
    let late = || began.elapsed() >= time;
    let found = structure(&snapshot, args.max_length, &mut Budget::unlimited().with_stop(&late));
    // Raw notes have no links that count, so they stand nowhere.
    let mut order: Vec<Spot> = snapshot.spots().filter(|&spot| snapshot.kind(spot) != Kind::Note).collect();
    order.sort_by(|&a, &b| key(&found, args.sort, b).total_cmp(&key(&found, args.sort, a)).then(a.cmp(&b)));
    if wants_json {
        return Ok(json(&document(args, &snapshot, &found, &order)));
    }
    let lang = shell.lang;
    let mut out = table(&map, &snapshot, &found, &order, shell);
    out.push('\n');
    let most = (args.max_length > 0).then_some(args.max_length);
    for line in legend(lang, found.indirect.power, found.indirect.stable, most) {
        out.push_str(&shell.prose(&line, 0));
    }
    match found.stopped_by {
        Some(Stop::Size) => out.push_str(&shell.prose(&stopped_by_size(lang, found.listed.count, false), 0)),
        Some(_) => out.push_str(&shell.prose(stopped(lang), 0)),
        None => {}
    }
    out.push_str(&shell.prose(not_leverage(lang), 0));
    if args.over.leaves_out(&map) {
        out.push_str(&shell.prose(lang.words().says.left_out, 0));
    }
    Ok(Answer::data(out))
}

/// By what a card is sorted; more comes first. Rounding of very large counts can only make two of them equal.
#[allow(clippy::cast_precision_loss, reason = "it sorts, and equal ones go by id")]
fn key(found: &Structure, by: By, spot: Spot) -> f64 {
    let standing = &found.standings[spot as usize];
    match by {
        By::Drives => standing.drives as f64,
        By::Depends => standing.depends as f64,
        By::IndirectDrives => found.indirect.drives[spot as usize] as f64,
        By::IndirectDepends => found.indirect.depends[spot as usize] as f64,
        By::Reaches => standing.reaches as f64,
        By::ReachedFrom => standing.reached_from as f64,
        By::Loops => standing.loops as f64,
        By::Betweenness => standing.between.unwrap_or(0.0),
        By::Id => 0.0,
    }
}

fn document(args: &StructureArgs, snapshot: &Snapshot, found: &Structure, order: &[Spot]) -> Json {
    let one = |&spot: &Spot| {
        let standing = &found.standings[spot as usize];
        let known = |count: usize| found.reach_known.then_some(count);
        json!({
            "id": snapshot.id(spot),
            "drives": standing.drives,
            "depends": standing.depends,
            "indirect": {
                "drives": found.indirect.drives[spot as usize].to_string(),
                "depends": found.indirect.depends[spot as usize].to_string(),
            },
            "reaches": known(standing.reaches),
            "reached_from": known(standing.reached_from),
            "loops": standing.loops,
            "betweenness": standing.between,
        })
    };
    json!({
        "complete": found.stopped_by.is_none(),
        "bound": {"max_length": args.max_length, "stopped_by": stopped_by(found.stopped_by)},
        "indirect": {"power": found.indirect.power, "stable": found.indirect.stable},
        "loops": found.listed.count,
        "nodes": order.iter().map(one).collect::<Vec<_>>(),
    })
}

/// Numbers flush right under their headings, the card last.
fn table(map: &Map, snapshot: &Snapshot, found: &Structure, order: &[Spot], shell: &Shell) -> String {
    let lang = shell.lang;
    let places = [found.indirect.drivers(), found.indirect.dependents()];
    let number = |n: usize| count(lang, n as u128);
    let known = |n: usize| if found.reach_known { number(n) } else { "–".to_owned() };
    let row = |&spot: &Spot| {
        let standing = &found.standings[spot as usize];
        let between = standing.between.map_or_else(|| "–".to_owned(), |share| decimal(lang, share, 1));
        let id = snapshot.id(spot);
        let label = map.name_of(id);
        [
            number(standing.drives),
            number(standing.depends),
            number(places[0][spot as usize]),
            number(places[1][spot as usize]),
            known(standing.reaches),
            known(standing.reached_from),
            number(standing.loops),
            between,
            format!("{}  [{}]", visible(label), visible(id.as_str())),
        ]
    };
    let mut rows: Vec<[String; 9]> = vec![headings(lang).map(str::to_owned)];
    rows.extend(order.iter().map(row));
    let width = |column: usize| rows.iter().map(|row| display_width(&row[column])).max().unwrap_or(0);
    let widths: Vec<usize> = (0..8).map(width).collect();
    let mut out = String::new();
    for row in &rows {
        for (cell, &width) in row.iter().zip(&widths) {
            out.push_str(&" ".repeat(width - display_width(cell)));
            out.push_str(cell);
            out.push_str("  ");
        }
        out.push_str(&row[8]);
        out.push('\n');
    }
    out
}
