//! What is said of a merge on standard error, in both languages.

use crate::analysis::{AfterMerge, Polarity};
use crate::map::{Clash, Conflict, LinkId, Map, Merged, Side, Value};
use crate::text::{Lang, visible};

/// The most loops that are told one by one.
const MOST_TOLD: usize = 3;
/// The most characters of a value.
const LONGEST_VALUE: usize = 60;

/// The conflicts, the new loops and the told loops that no longer run, one a line. Empty for a merge of which there is nothing to
/// say.
pub fn all(file: &str, merged: &Merged, loops: &AfterMerge, lang: Lang) -> String {
    let mut lines = Vec::new();
    let file = visible(file);
    match (merged.conflicts.len(), lang) {
        (0, _) => {}
        (1, Lang::En) => lines.push(format!("{file}: 1 conflict; ours is live until it is settled")),
        (n, Lang::En) => lines.push(format!("{file}: {n} conflicts; ours is live until they are settled")),
        (1, Lang::Nb) => lines.push(format!("{file}: 1 konflikt; vår side gjelder til den er avgjort")),
        (n, Lang::Nb) => lines.push(format!("{file}: {n} konflikter; vår side gjelder til de er avgjort")),
    }
    lines.extend(merged.conflicts.iter().map(|one| format!("  {}", conflict(one, lang))));
    for id in &loops.broken {
        let title = merged.map.loops().get(id).map_or(id.as_str(), |told| &told.title);
        let title = visible(title);
        lines.push(match lang {
            Lang::En => format!("{file}: the told loop «{title}» no longer runs"),
            Lang::Nb => format!("{file}: den navngitte sirkelen «{title}» går ikke lenger"),
        });
    }
    for (links, polarity) in loops.new.iter().take(MOST_TOLD) {
        let row = row(links, &merged.map);
        lines.push(match (polarity, lang) {
            (Polarity::Reinforcing, Lang::En) => {
                format!("{file}: a reinforcing loop that neither side had: {row}")
            }
            (Polarity::Balancing, Lang::En) => {
                format!("{file}: a balancing loop that neither side had: {row}")
            }
            (Polarity::Undetermined, Lang::En) => format!("{file}: a loop that neither side had: {row}"),
            (Polarity::Reinforcing, Lang::Nb) => {
                format!("{file}: en forsterkende sirkel som ingen av sidene hadde: {row}")
            }
            (Polarity::Balancing, Lang::Nb) => {
                format!("{file}: en balanserende sirkel som ingen av sidene hadde: {row}")
            }
            (Polarity::Undetermined, Lang::Nb) => {
                format!("{file}: en sirkel som ingen av sidene hadde: {row}")
            }
        });
    }
    let more = loops.new.len().saturating_sub(MOST_TOLD);
    match (more, loops.complete, lang) {
        (0, true, _) => {}
        (0, false, Lang::En) => lines.push(format!("{file}: loops were not looked for to the end")),
        (0, false, Lang::Nb) => lines.push(format!("{file}: det ble ikke lett etter alle sirkler")),
        (n, true, Lang::En) => lines.push(format!("{file}: {n} more new loops")),
        (n, true, Lang::Nb) => lines.push(format!("{file}: {n} nye sirkler til")),
        (n, false, Lang::En) => lines.push(format!("{file}: at least {n} more new loops")),
        (n, false, Lang::Nb) => lines.push(format!("{file}: minst {n} nye sirkler til")),
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

fn row(links: &[LinkId], map: &Map) -> String {
    let label = |id| map.node(id).map_or_else(String::new, |node| visible(node.short_label()).into_owned());
    let nodes = links.iter().map(|link| &link.from).chain(links.first().map(|link| &link.from));
    nodes.map(label).collect::<Vec<_>>().join(" → ")
}

/// One conflict on one line, safe to show.
pub fn conflict(conflict: &Conflict, lang: Lang) -> String {
    let at = visible(&conflict.at);
    let by_ours = conflict.deleted_by == Some(Side::Ours);
    match (conflict.what, lang) {
        (None, Lang::En) => format!(
            "{at}, {}: ours {}, theirs {}, before {}",
            visible(&conflict.field),
            value(&conflict.ours, lang),
            value(&conflict.theirs, lang),
            value(&conflict.base, lang),
        ),
        (None, Lang::Nb) => format!(
            "{at}, {}: vår {}, deres {}, før {}",
            visible(&conflict.field),
            value(&conflict.ours, lang),
            value(&conflict.theirs, lang),
            value(&conflict.base, lang),
        ),
        (Some(Clash::AddAdd), Lang::En) => format!("{at}: both sides made one, and not the same"),
        (Some(Clash::AddAdd), Lang::Nb) => format!("{at}: begge sider laget en, og ikke den samme"),
        (Some(Clash::DeleteUse), Lang::En) if by_ours => {
            format!("{at}: we took it out, they use it; it stays")
        }
        (Some(Clash::DeleteUse), Lang::En) => format!("{at}: they took it out, we use it; it stays"),
        (Some(Clash::DeleteUse), Lang::Nb) if by_ours => {
            format!("{at}: vi tok det bort, de bruker det; det blir stående")
        }
        (Some(Clash::DeleteUse), Lang::Nb) => {
            format!("{at}: de tok det bort, vi bruker det; det blir stående")
        }
        (Some(_), Lang::En) if by_ours => format!("{at}: we took it out, they changed it; it stays"),
        (Some(_), Lang::En) => format!("{at}: they took it out, we changed it; it stays"),
        (Some(_), Lang::Nb) if by_ours => format!("{at}: vi tok det bort, de endret det; det blir stående"),
        (Some(_), Lang::Nb) => format!("{at}: de tok det bort, vi endret det; det blir stående"),
    }
}

fn value(value: &Option<Value>, lang: Lang) -> String {
    match (value, lang) {
        (None, Lang::En) => "nothing".to_owned(),
        (None, Lang::Nb) => "ingenting".to_owned(),
        (Some(value), _) => {
            let text = visible(value.as_str()).into_owned();
            match text.char_indices().nth(LONGEST_VALUE) {
                Some((end, _)) => format!("{}…", &text[..end]),
                None => text,
            }
        }
    }
}
