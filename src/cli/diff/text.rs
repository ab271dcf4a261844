//! `floke diff` as text: the claims, what they do to feedback, then what was changed.

use super::{Compared, Found, not_compared, size};
use crate::analysis::compare::{Said, Section};
use crate::cli::shell::Shell;
use crate::text::visible;
use crate::text::words::says::and_more;

/// How many lines a list of changes has.
const MOST_LINES: usize = 60;
/// How many lines a list of what changes mean has, but for feedback: where there are more, nobody reads them one by one.
const MOST_MEANING: usize = 12;

/// All maps, one after the other, then those that could not be compared.
pub(super) fn page(found: &Found<'_>, shell: &Shell) -> String {
    if found.is_same() {
        return shell.prose(shell.lang.words().changes.same, 0);
    }
    let mut out = String::new();
    for own in &found.all {
        if !out.is_empty() {
            out.push('\n');
        }
        one(&mut out, own, found.files, shell);
    }
    if !out.is_empty() && !found.failed.is_empty() {
        out.push('\n');
    }
    for failure in found.failed {
        out.push_str(&shell.prose(&visible(&not_compared(failure, shell.lang)), 0));
    }
    out
}

fn one(out: &mut String, own: &Compared<'_>, files: bool, shell: &Shell) {
    let (lang, words) = (shell.lang, &shell.lang.words().changes);
    let name = visible(&own.pair.name()).into_owned();
    if own.pair.comes() || own.pair.goes() {
        let (what, map) =
            if own.pair.comes() { (words.new_map, &own.pair.new) } else { (words.map_gone, &own.pair.old) };
        out.push_str(&shell.prose(&format!("{name}: {what} ({})", size(map, lang)), 0));
        return;
    }
    let numbers = own.comparison.numbers(lang);
    let head = if numbers.is_empty() { name } else { format!("{name}: {numbers}") };
    if !files || !numbers.is_empty() {
        out.push_str(&shell.prose(&head, 0));
    }
    let said = own.comparison.said(lang);
    let mut rest = said.as_slice();
    while let Some(first) = rest.first() {
        let many = rest.iter().take_while(|line| line.section == first.section).count();
        section(out, first.section, &rest[..many], shell);
        rest = &rest[many..];
    }
}

fn section(out: &mut String, section: Section, lines: &[Said], shell: &Shell) {
    let heading = section.heading(shell.lang);
    if !heading.is_empty() {
        // What it means is read in one go; the lists below stand apart.
        if !section.is_meaning() {
            out.push('\n');
        }
        out.push_str(heading);
        out.push('\n');
    }
    let indent = if heading.is_empty() { 0 } else { 2 };
    let short = section.is_meaning() && section != Section::Feedback;
    let most = if short { MOST_MEANING } else { MOST_LINES };
    for line in lines.iter().take(most) {
        let mark = line.stroke.mark();
        let text = if mark.is_empty() { line.text.clone() } else { format!("{mark} {}", line.text) };
        out.push_str(&shell.prose(&text, indent));
    }
    if lines.len() > most {
        out.push_str(&shell.prose(&format!("… {}", and_more(shell.lang, lines.len() - most)), indent));
    }
}
