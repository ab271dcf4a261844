//! What is said above and below a staircase: its title with what it does, and the reading in words.

use std::ops::Range;

use crate::layout::course::{Course, Leg, Walk};
use crate::layout::line::sign_glyph;
use crate::text::reading::{self, Hop, LoopKind};
use crate::text::words::review::was_taken_out;
use crate::text::words::{capital, says};
use crate::text::{Glyphs, Lang, visible, width, wrap};

/// The title: what people called it, or that it is a chain.
pub(super) fn title(walk: &Walk, course: &Course, lang: Lang) -> String {
    let links = &lang.words().links;
    match (walk.title.is_empty(), course.closed) {
        (false, _) => visible(&walk.title).into_owned(),
        (true, true) => capital(links.loop_.one),
        (true, false) => capital(links.chain.one),
    }
}

/// What stands beside the title, most important first: what a loop does or would do, or the sign of a chain;
/// how long it is, how many levels it crosses, how many of its links are missing. Empty without links.
pub(super) fn facts(course: &Course, lang: Lang, glyphs: &Glyphs) -> Vec<String> {
    let words = lang.words();
    let count = course.legs.len();
    if count == 0 {
        return Vec::new();
    }
    let taken_out = course.legs.iter().filter(|leg| leg.taken_out).count();
    let missing = course.legs.iter().filter(|leg| leg.ghost).count() - taken_out;
    let mut facts = Vec::new();
    if course.legs.iter().any(|leg| leg.lost) {
        facts.push(words.links.broken_loop.one.to_owned());
    } else if course.closed {
        let kind = course.sign().loop_kind();
        let does = match missing {
            0 => says::loop_does(lang, kind).to_owned(),
            _ => says::loop_would(lang, kind),
        };
        facts.push(match kind {
            LoopKind::Undetermined => does,
            _ => format!("{does} ({})", says::loop_letter(lang, kind)),
        });
    } else if course.legs.iter().all(|leg| leg.sign.is_some()) {
        let sign = course.sign();
        facts.push(format!("({}) {}", sign_glyph(sign, glyphs), sign.word(lang)));
    }
    if taken_out > 0 {
        facts.push(format!("{} {}", words.links.link.of(taken_out), words.review.taken_out));
    }
    if missing > 0 {
        facts.push(says::links_missing(lang, missing));
    }
    facts.push(words.links.link.of(count));
    facts.push(words.things.level.of(course.level_count()));
    facts
}

/// The whole reading in lines. Empty without links.
pub(super) fn reading(course: &Course, cells: u16, lang: Lang) -> Vec<String> {
    let hops = course.hops();
    if hops.is_empty() {
        return Vec::new();
    }
    let whole = if course.legs.iter().any(|leg| leg.taken_out) {
        let until = until_then(course, lang);
        format!("{} {until}", in_words(course, &hops, 0..hops.len(), lang)).trim_end().to_owned()
    } else if course.closed && course.legs.iter().all(|leg| leg.sign.is_some()) {
        reading::circle(lang, &hops)
    } else {
        in_words(course, &hops, 0..hops.len(), lang)
    };
    wrap(&whole, usize::from(cells), lang)
}

/// The part of the reading around a step in at most so many lines, with how many links it leaves out: as far
/// from the step on as there is room, then back from it. No rows, no lines.
pub(super) fn reading_around(
    course: &Course,
    step: usize,
    (cells, most): (u16, u16),
    lang: Lang,
) -> Vec<String> {
    let (cells, most) = (usize::from(cells), usize::from(most));
    let hops = course.hops();
    if hops.is_empty() || most == 0 {
        return Vec::new();
    }
    // The link out of the step, as people read on; at the end of a chain, the link into it.
    let first = step.min(hops.len() - 1);
    let mut part = first..first + 1;
    let set = |part: &Range<usize>| {
        let mut said = in_words(course, &hops, part.clone(), lang);
        let rest = hops.len() - part.len();
        if rest > 0 {
            said = format!("{said} … {}", says::and_more_links(lang, rest));
        }
        wrap(&said, cells, lang)
    };
    loop {
        let longer = [part.start..part.end + 1, part.start.saturating_sub(1)..part.end];
        let fitting = longer
            .into_iter()
            .find(|wider| wider.len() > part.len() && wider.end <= hops.len() && set(wider).len() <= most);
        match fitting {
            Some(wider) => part = wider,
            None => break,
        }
    }
    let mut lines = set(&part);
    lines.truncate(most);
    lines
}

/// What a circle did before links of it were taken out. Empty where nobody could say, or something else is missing too.
fn until_then(course: &Course, lang: Lang) -> &'static str {
    let whole = course.legs.iter().all(|leg| leg.sign.is_some() && (leg.taken_out || !leg.ghost));
    let words = &lang.words().review;
    match course.sign().loop_kind() {
        LoopKind::Reinforcing if course.closed && whole => words.fed_itself,
        LoopKind::Balancing if course.closed && whole => words.slowed_itself,
        _ => "",
    }
}

/// A part of the course in words: causes as readings, links of other kinds by their word.
fn in_words(course: &Course, hops: &[Hop], part: Range<usize>, lang: Lang) -> String {
    let mut sentences = Vec::new();
    let mut at = part.start;
    while at < part.end {
        let leg = &course.legs[at];
        if leg.taken_out {
            let (from, to) = (says::quoted(hops[at].from), says::quoted(hops[at].to));
            sentences.push(was_taken_out(lang, &from, &to, &course.since));
            at += 1;
            continue;
        }
        match leg.word.as_ref().filter(|_| leg.sign.is_none() && !leg.ghost) {
            Some(word) => {
                let (from, to) = (says::quoted(hops[at].from), says::quoted(hops[at].to));
                sentences.push(format!("{from} {word} {to}."));
                at += 1;
            }
            None => {
                let read = |leg: &Leg| !leg.taken_out && (leg.sign.is_some() || leg.ghost);
                let end = at + course.legs[at..part.end].iter().take_while(|leg| read(leg)).count();
                sentences.push(reading::chain(lang, &hops[at..end]));
                at = end;
            }
        }
    }
    sentences.join(" ")
}

/// The facts in one line, as many as fit.
pub(super) fn facts_in(facts: &[String], cells: usize, glyphs: &Glyphs) -> String {
    let between = format!(" {} ", glyphs.between);
    let mut line = String::new();
    for fact in facts {
        let gap = if line.is_empty() { "" } else { between.as_str() };
        if width(&line) + width(gap) + width(fact) > cells {
            break;
        }
        line.push_str(gap);
        line.push_str(fact);
    }
    line
}
