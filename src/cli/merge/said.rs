//! What is said of a merge on standard error, in both languages.

use crate::analysis::compare::conflict_said;
use crate::analysis::{AfterMerge, Polarity};
use crate::map::{LinkId, Map, Merged};
use crate::text::reading::LoopKind;
use crate::text::words::says::{
    conflicts_came, conflicts_still_open, more_new_circles, named_circle_stopped, new_circle, settle_them,
};
use crate::text::{Lang, visible};

/// The most loops that are told one by one.
const MOST_TOLD: usize = 3;

/// The conflicts, the new loops and the told loops that no longer run, one a line. Empty for a merge of which there is nothing to
/// say.
pub fn all(file: &str, merged: &Merged, loops: &AfterMerge, lang: Lang) -> String {
    let mut lines = Vec::new();
    let file = visible(file);
    let new = merged.conflicts.len();
    let before = merged.map.conflicts().len() - new;
    if before > 0 {
        lines.push(format!("{file}: {}", conflicts_still_open(lang, before)));
    }
    if new > 0 {
        lines.push(format!("{file}: {}", conflicts_came(lang, new)));
    }
    lines.extend(merged.conflicts.iter().map(|one| format!("  {}", conflict_said(one, lang))));
    if !merged.map.conflicts().is_empty() {
        lines.push(format!("  {}", settle_them(lang)));
    }
    for id in &loops.broken {
        let title = merged.map.loops().get(id).map_or(id.as_str(), |told| &told.title);
        lines.push(format!("{file}: {}", named_circle_stopped(lang, &visible(title))));
    }
    for (links, polarity) in loops.new.iter().take(MOST_TOLD) {
        let kind = match polarity {
            Polarity::Reinforcing => LoopKind::Reinforcing,
            Polarity::Balancing => LoopKind::Balancing,
            Polarity::Undetermined => LoopKind::Undetermined,
        };
        lines.push(format!("{file}: {}", new_circle(lang, kind, &row(links, &merged.map))));
    }
    let more = loops.new.len().saturating_sub(MOST_TOLD);
    lines.extend(more_new_circles(lang, more, loops.complete).map(|said| format!("{file}: {said}")));
    lines.into_iter().map(|line| line + "\n").collect()
}

fn row(links: &[LinkId], map: &Map) -> String {
    let label = |id| map.node(id).map_or_else(String::new, |node| visible(node.short_label()).into_owned());
    let nodes = links.iter().map(|link| &link.from).chain(links.first().map(|link| &link.from));
    nodes.map(label).collect::<Vec<_>>().join(" → ")
}
