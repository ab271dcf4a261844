//! `floke diff` as Markdown for a comment on a pull request: short, the lists folded.
//!
//! What comes from a map goes through [`escape::markdown`](crate::exchange::escape::markdown): it mentions nobody,
//! loads nothing and becomes no link. The page is put together from blocks, and has no more of them than fit.

use std::fmt::Write as _;

use super::{Compared, Found, not_compared, size};
use crate::analysis::compare::{Said, Section};
use crate::exchange::escape::markdown as safe;
use crate::text::Lang;
use crate::text::words::says::{and_more, no_room};

/// How many lines of meaning stand in sight, per map.
const MOST_MEANING: usize = 12;
/// How many lines a folded list has.
const MOST_LINES: usize = 40;
/// How many bytes a page has at most; GitHub takes 65,536 characters in a comment.
const MOST_BYTES: usize = 60_000;
/// How many of these are kept for saying what is left out.
const LAST_WORDS: usize = 500;

/// A piece of the page that is there as a whole or not at all, and how many lines of what is said it holds.
struct Block {
    text: String,
    lines: usize,
}

/// All maps, one after the other, and in front those that could not be compared, since they are easily overlooked.
pub(super) fn page(found: &Found<'_>, lang: Lang) -> String {
    if found.is_same() {
        return format!("{}\n", lang.words().changes.same);
    }
    let mut blocks: Vec<Block> = Vec::new();
    if !found.failed.is_empty() {
        let line = |failure| format!("- {}\n", one_line(&not_compared(failure, lang)));
        blocks.extend(found.failed.iter().map(|failure| Block { text: line(failure), lines: 1 }));
    }
    for own in &found.all {
        let gap = Block { text: "\n".to_owned(), lines: 0 };
        blocks.extend((!blocks.is_empty()).then_some(gap));
        one(&mut blocks, own, lang);
    }
    let all: usize = blocks.iter().map(|block| block.text.len()).sum();
    let most = if all > MOST_BYTES { MOST_BYTES - LAST_WORDS } else { MOST_BYTES };
    let (mut out, mut lost) = (String::with_capacity(all.min(most)), 0);
    for block in blocks {
        // What stands further down is told only where nothing is missing before it.
        if lost > 0 || out.len() + block.text.len() > most {
            lost += block.lines;
        } else {
            out.push_str(&block.text);
        }
    }
    if lost > 0 {
        let _ = write!(out, "\n**{}**\n", no_room(lang, lost));
    }
    out
}

fn one(blocks: &mut Vec<Block>, own: &Compared<'_>, lang: Lang) {
    let mut say = |text: String| blocks.push(Block { text, lines: 1 });
    let words = &lang.words().changes;
    let name = one_line(&own.pair.name());
    if own.pair.comes() || own.pair.goes() {
        let (what, map) =
            if own.pair.comes() { (words.new_map, &own.pair.new) } else { (words.map_gone, &own.pair.old) };
        return say(format!("**{name}**: {what} ({})\n", size(map, lang)));
    }
    let numbers = own.comparison.numbers(lang);
    let numbers = if numbers.is_empty() { String::new() } else { format!(": {numbers}") };
    say(format!("**{name}**{numbers}\n"));
    let said = own.comparison.said(lang);
    let (meaning, lists): (Vec<&Said>, Vec<&Said>) = said.iter().partition(|line| line.section.is_meaning());
    for (at, line) in meaning.iter().enumerate().take(MOST_MEANING) {
        let lead = match line.section {
            Section::Certainty | Section::Signs => format!("{}: ", line.section.heading(lang)),
            _ => String::new(),
        };
        // The claim is a paragraph of its own, the rest a list below it.
        say(match at {
            0 => format!("{}\n", one_line(&line.text)),
            _ => format!("- {lead}{}\n", one_line(&line.text)),
        });
    }
    if meaning.len() > MOST_MEANING {
        let rest = &meaning[MOST_MEANING..];
        blocks.push(folded(&and_more(lang, rest.len()), rest, lang));
    }
    for rest in lists.chunk_by(|one, other| one.section == other.section) {
        let title = rest.first().map_or("", |line| line.section.heading(lang));
        blocks.push(folded(&format!("{title} ({})", rest.len()), rest, lang));
    }
}

fn folded(title: &str, lines: &[&Said], lang: Lang) -> Block {
    let mut out = format!("\n<details><summary>{title}</summary>\n\n");
    for line in lines.iter().take(MOST_LINES) {
        let mark = line.stroke.mark();
        let mark = if mark.is_empty() { String::new() } else { format!("`{mark}` ") };
        let _ = writeln!(out, "- {mark}{}", one_line(&line.text));
    }
    if lines.len() > MOST_LINES {
        let _ = writeln!(out, "- … {}", and_more(lang, lines.len() - MOST_LINES));
    }
    out.push_str("\n</details>\n");
    Block { text: out, lines: lines.len() }
}

/// A text on one line: a break would begin a block.
fn one_line(text: &str) -> String {
    safe(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}
