//! The report of an import, before it is taken in.

use super::Page;
use super::help::{Line, sheet};
use crate::exchange::report::Counts;
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::Both;
use crate::text::{Lang, visible, wrap};
use crate::tui::app::App;
use crate::tui::incoming::Incoming;

/// Lines of one kind that are shown; the rest is counted.
const MOST: usize = 200;

/// Draws the report over the screen.
pub(super) fn draw(app: &App, page: &mut Page, screen: Area, incoming: &Incoming) {
    let cells = usize::from(screen.width.saturating_sub(6)).min(100);
    let file = incoming.path.file_name().unwrap_or(incoming.path.as_os_str()).to_string_lossy();
    let title = format!("{}: {}", app.lang.words().incoming.title, visible(&file));
    sheet(app, page, screen, &title, &lines(app.lang, incoming, cells), (incoming.from, false));
}

fn lines(lang: Lang, incoming: &Incoming, cells: usize) -> Vec<Line> {
    let words = &lang.words().incoming;
    let report = &incoming.report;
    let amount = |counts: &Counts| {
        let words = lang.words();
        format!("{}, {}", words.things.card.of(counts.nodes), words.links.link.of(counts.links))
    };
    let mut out: Vec<Line> = Vec::new();
    let how = if incoming.deed.change.is_empty() { words.nothing_new } else { words.how };
    out.extend(prose(how, cells, lang, Role::Heading));
    out.push(Vec::new());
    let mut counts = vec![(words.read, &report.read)];
    if let Some(update) = &report.update {
        counts.extend([
            (words.new, &update.new),
            (words.changed, &update.changed),
            (words.unchanged, &update.unchanged),
            (words.kept, &update.left),
        ]);
    }
    out.extend(
        counts
            .into_iter()
            .map(|(what, counts)| vec![(format!("{what}: "), Role::Quiet), (amount(counts), Role::Text)]),
    );
    let skipped = report.skipped.iter().map(|own| {
        let place = if own.line > 0 { format!("{}: ", own.line) } else { String::new() };
        format!("{place}{} — {}", own.what.text(lang), own.why.text(lang))
    });
    let (told, torn) =
        report.update.as_ref().map_or((&[][..], &[][..]), |update| (&update.told, &update.torn));
    let texts = |rows: &[Both]| rows.iter().map(|row| row.text(lang).to_owned()).collect::<Vec<_>>();
    for (heading, role, rows) in [
        (words.skipped, Role::Fault, skipped.collect::<Vec<_>>()),
        (words.torn, Role::Unknown, texts(torn)),
        (words.told, Role::Text, texts(told)),
        (words.guessed, Role::Text, texts(&report.guessed)),
        (words.left_out, Role::Quiet, texts(&report.left_out)),
    ] {
        if rows.is_empty() {
            continue;
        }
        out.push(Vec::new());
        out.push(vec![(format!("{heading} ({})", rows.len()), Role::Heading)]);
        for row in rows.iter().take(MOST) {
            out.extend(prose(&visible(row), cells, lang, role));
        }
        if rows.len() > MOST {
            out.push(vec![(crate::text::words::says::and_more(lang, rows.len() - MOST), Role::Quiet)]);
        }
    }
    out
}

fn prose(text: &str, cells: usize, lang: Lang, role: Role) -> Vec<Line> {
    wrap(text, cells, lang).into_iter().map(|line| vec![(line, role)]).collect()
}
