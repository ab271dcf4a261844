//! `floke diff` as Markdown for a comment on a pull request: short, the lists folded.
//!
//! What comes from a map goes through [`escape::markdown`](crate::exchange::escape::markdown): it mentions nobody,
//! loads nothing and becomes no link.

use std::fmt::Write as _;

use super::{Compared, size};
use crate::analysis::compare::{Said, Section};
use crate::exchange::escape::markdown as safe;
use crate::text::Lang;
use crate::text::words::says::and_more;

/// How many lines of meaning stand in sight, per map.
const MOST_MEANING: usize = 12;
/// How many lines a folded list has.
const MOST_LINES: usize = 40;
/// How long a page may be; GitHub takes 65,536 characters in a comment.
const MOST_LETTERS: usize = 60_000;

/// All maps, one after the other.
pub(super) fn page(all: &[Compared<'_>], lang: Lang) -> String {
    if all.iter().all(|own| own.comparison.is_empty() && !own.pair.comes() && !own.pair.goes()) {
        return format!("{}\n", lang.words().changes.same);
    }
    let mut out = String::new();
    for (at, own) in all.iter().enumerate() {
        let mut part = String::new();
        one(&mut part, own, lang);
        if out.len() + part.len() > MOST_LETTERS && at > 0 {
            let _ = write!(out, "\n{}\n", and_more(lang, all.len() - at));
            break;
        }
        if at > 0 {
            out.push('\n');
        }
        out.push_str(&part);
    }
    out
}

fn one(out: &mut String, own: &Compared<'_>, lang: Lang) {
    let words = &lang.words().changes;
    let name = safe(&own.pair.name());
    if own.pair.comes() || own.pair.goes() {
        let (what, map) =
            if own.pair.comes() { (words.new_map, &own.pair.new) } else { (words.map_gone, &own.pair.old) };
        let _ = writeln!(out, "**{name}**: {what} ({})", size(map, lang));
        return;
    }
    let numbers = own.comparison.numbers(lang);
    let numbers = if numbers.is_empty() { String::new() } else { format!(": {numbers}") };
    let _ = writeln!(out, "**{name}**{numbers}");
    let said = own.comparison.said(lang);
    let (meaning, lists): (Vec<&Said>, Vec<&Said>) = said.iter().partition(|line| line.section.is_meaning());
    for (at, line) in meaning.iter().enumerate().take(MOST_MEANING) {
        let lead = match line.section {
            Section::Certainty | Section::Signs => format!("{}: ", line.section.heading(lang)),
            _ => String::new(),
        };
        // The claim is a paragraph of its own, the rest a list below it.
        if at == 0 {
            let _ = writeln!(out, "{}", one_line(&line.text));
        } else {
            let _ = writeln!(out, "- {lead}{}", one_line(&line.text));
        }
    }
    if meaning.len() > MOST_MEANING {
        let rest: Vec<&Said> = meaning[MOST_MEANING..].to_vec();
        folded(out, &and_more(lang, rest.len()), &rest, lang);
    }
    let mut rest = lists.as_slice();
    while let Some(first) = rest.first() {
        let many = rest.iter().take_while(|line| line.section == first.section).count();
        let title = format!("{} ({many})", first.section.heading(lang));
        folded(out, &title, &rest[..many], lang);
        rest = &rest[many..];
    }
}

fn folded(out: &mut String, title: &str, lines: &[&Said], lang: Lang) {
    let _ = write!(out, "\n<details><summary>{title}</summary>\n\n");
    for line in lines.iter().take(MOST_LINES) {
        let mark = line.stroke.mark();
        let mark = if mark.is_empty() { String::new() } else { format!("`{mark}` ") };
        let _ = writeln!(out, "- {mark}{}", one_line(&line.text));
    }
    if lines.len() > MOST_LINES {
        let _ = writeln!(out, "- … {}", and_more(lang, lines.len() - MOST_LINES));
    }
    out.push_str("\n</details>\n");
}

/// A text on one line: a break would begin a block.
fn one_line(text: &str) -> String {
    safe(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}
