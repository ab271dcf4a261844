//! The chains from one card to another: what they do together, the list, and what the chosen one rests on.

use super::acting::old_note;
use super::tour::with_keys;
use super::{Page, empty, find, scroll};
use crate::analysis::evidence::{Footing, Grounds};
use crate::layout::canvas::Area;
use crate::map::{Map, NodeId, Sign};
use crate::palette::Role;
use crate::text::words::acting::{Complete, chains_from_to, chains_shown};
use crate::text::words::says::{below, covered_by, net, never_met, quoted, tallies, weakest_claims};
use crate::text::{pad, visible, width, wrap_at_most};
use crate::tui::answers::Told;
use crate::tui::app::App;
use crate::tui::chain_list::links_of;
use crate::tui::guide::{keyed, keys_in};
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;
use crate::tui::pane::{End, Search};
use crate::tui::question::Chains;
use crate::tui::say;

/// How many sources are named.
const NAMED: usize = 2;

/// Draws the search for one of the two ends.
pub(super) fn choose(
    app: &App,
    page: &mut Page,
    screen: Area,
    search: &Search<NodeId>,
    end: End,
    reached: usize,
) {
    let Some(open) = &app.open else { return };
    let words = &app.lang.words().acting;
    let mark = if end == End::To { words.not_reached } else { words.not_reaching };
    let title = match (end, &open.card) {
        (End::To, Some(card)) => {
            format!("{} {} →", words.to_which_card, quoted(&say::short(&open.map, card)))
        }
        (End::To, None) => words.to_which_card.to_owned(),
        (End::From, _) => words.from_which_card.to_owned(),
    };
    find::list(app, page, screen, search, &title, "", Some((reached, mark)));
}

/// Draws the screen.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let Some(open) = &app.open else { return };
    let all = app.lang.words();
    let words = &all.acting;
    let Some((from, to)) = &open.ends else {
        page.brush.text(area.x + 1, area.y, area.width - 2, words.chains, Role::Heading);
        let below = Area { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let bare = open.map.node_count() == 0;
        let how = if bare { all.guide.write_first } else { words.how_to_ends };
        return empty::draw(app, page, below, words.no_ends, how);
    };
    let (from, to) = (say::label(&open.map, from), say::label(&open.map, to));
    let cells = usize::from(area.width) - 3;
    let mut y = area.y;
    let mut write = |page: &mut Page, text: &str, most: usize, role: Role| {
        for line in wrap_at_most(text, cells, most, app.lang).0 {
            page.brush.text(area.x + 1, y, area.width - 2, &line, role);
            y += 1;
        }
    };
    write(page, &chains_from_to(app.lang, &from, &to), 2, Role::Heading);
    let told = open.chains().and_then(|question| open.answers.chains(&question));
    let Some(told) = told else {
        return write(page, all.says.still_counting, 1, Role::Quiet);
    };
    let chains = told.what;
    if chains.listed.is_empty() && chains.found.complete && !chains.found.longer {
        let rest = Area { y, height: (area.y + area.height).saturating_sub(y), ..area };
        return empty::draw(app, page, rest, all.start.no_chain, words.how_back);
    }
    if chains.listed.is_empty() {
        write(page, &chains_shown(app.lang, complete(chains)), 2, Role::Quiet);
        let rest = Area { y, height: (area.y + area.height).saturating_sub(y), ..area };
        // A search that was stopped has not looked at all short ones.
        let none = if chains.found.complete { words.none_so_short } else { words.stopped_first };
        return empty::draw(app, page, rest, none, words.how_longer);
    }
    let old = if told.old { format!(" {}", old_note(app)) } else { String::new() };
    write(
        page,
        format!("{} {}{old}", chains_shown(app.lang, complete(chains)), all.says.left_out).trim_start(),
        2,
        Role::Quiet,
    );
    let sum = &chains.sum;
    let tallies = tallies(app.lang, [sum.plus.count, sum.minus.count, sum.unknown.count]);
    let together = sum
        .net()
        .together()
        .map(|own| net(app.lang, own, (chains.found.count, chains.found.seen()), &from, &to));
    let together = together.unwrap_or_default();
    if width(&together) + 3 + width(&tallies) <= cells {
        write(page, &format!("{together}   {tallies}"), 1, Role::Text);
    } else {
        write(page, &together, 3, Role::Text);
        write(page, &tallies, 1, Role::Text);
    }
    if chains.best.as_ref().is_some_and(|best| !chains.listed.contains(best)) {
        write(page, words.best_not_listed, 1, Role::Quiet);
    }
    if chains.listed.len() > 1 {
        let order = if open.chain_list.best_first { words.best_first } else { words.shortest_first };
        let keys = keys_in(&app.keymap, order);
        for line in wrap_at_most(&keyed(app, order), cells, 2, app.lang).0 {
            with_keys(page, (area.x + 1, y, area.width - 2), &line, &keys, Role::Quiet);
            y += 1;
        }
    }
    // What the chosen chain rests on stands below the list.
    let grounds = grounds(app, open, &told, cells);
    let bottom = area.y + area.height;
    let foot = u16::try_from(grounds.len()).unwrap_or(0).min(bottom.saturating_sub(y + 4));
    let list = Area { y: y + 1, height: bottom.saturating_sub(y + 2 + foot), ..area };
    rows(app, page, open, list, &told);
    let rule = list.y + list.height;
    page.brush.rule(area.x + 1, rule, area.width - 2, app.glyphs.thin.across, Role::Frame);
    let shown = usize::from(list.height);
    let first = scroll::first_shown(open.chain_list.at, shown, chains.listed.len());
    let hidden = chains.listed.len().saturating_sub(first + shown);
    if hidden > 0 {
        let said = format!(" {} ", below(app.lang, hidden));
        page.brush.text_before(area.x + area.width - 2, rule, &said, Role::Quiet);
    }
    for (y, (text, role)) in (rule + 1..bottom).zip(&grounds) {
        page.brush.text(area.x + 1, y, area.width - 2, text, *role);
    }
}

/// How complete the list is.
fn complete(chains: &Chains) -> Complete {
    let (listed, found) = (chains.listed.len(), &chains.found);
    if found.complete && listed == found.count {
        return match found.longer {
            false => Complete::All(listed),
            true => Complete::UpTo { links: found.complete_to, listed, total: None },
        };
    }
    let exact = found.complete && !found.longer;
    Complete::AtLeast { listed, total: (found.count as u128, exact) }
}

fn rows(app: &App, page: &mut Page, open: &OpenMap, list: Area, told: &Told<'_, Chains>) {
    let all = app.lang.words();
    let chains = told.what;
    let shown = usize::from(list.height);
    page.hits.page = list.height;
    let first = scroll::first_shown(open.chain_list.at, shown, chains.listed.len());
    let listed = (first..chains.listed.len()).filter_map(|at| Some((at, open.chain_in_row(chains, at)?)));
    for (y, (at, chain)) in (list.y..).zip(listed.take(shown)) {
        let own = Area { y, height: 1, ..list };
        let sign = chain.sign(told.snapshot);
        let role = if sign == Sign::Unknown { Role::Unknown } else { Role::Key };
        page.brush.text(own.x + 2, y, 2, say::sign_glyph(sign), role);
        let mut facts = Vec::new();
        if chains.best.as_ref() == Some(chain) {
            facts.push(all.acting.best_founded.to_owned());
        }
        if chain.has_delay(told.snapshot) {
            facts.push(all.links.after_a_time.to_owned());
        }
        facts.push(pad(&all.links.link.of(chain.length()), width(&all.links.link.of(10))));
        let end = page.brush.text_before(own.x + own.width - 1, y, &facts.join("  "), Role::Quiet);
        let names: Vec<String> = chain
            .nodes(told.snapshot)
            .iter()
            .map(|&spot| say::short(&open.map, told.snapshot.id(spot)))
            .collect();
        page.brush.text(own.x + 4, y, end.saturating_sub(own.x + 6), &names.join(" › "), Role::Text);
        if at == open.chain_list.at {
            page.brush.text(own.x, y, 1, app.glyphs.cursor, Role::Heading);
            page.brush.tint(own, Role::Cursor);
        }
        page.hits.add(own, Target::Row(at));
    }
}

/// What the chain of the cursor rests on.
fn grounds(app: &App, open: &OpenMap, told: &Told<'_, Chains>, cells: usize) -> Vec<(String, Role)> {
    let Some(chain) = open.chain_in_row(told.what, open.chain_list.at) else { return Vec::new() };
    let map = &open.map;
    let links = links_of(chain, told.snapshot);
    let grounds = Grounds::of(map, told.snapshot, chain);
    let mut out = Vec::new();
    let mut say = |text: String, most: usize, role: Role| {
        out.extend(wrap_at_most(&text, cells, most, app.lang).0.into_iter().map(|line| (line, role)));
    };
    if links.get(grounds.weakest).is_some() {
        let arc = chain.links(told.snapshot).nth(grounds.weakest);
        let footing = arc.and_then(|arc| Footing::of(arc).certainty());
        let footing = footing.map_or(app.lang.words().things.not_judged, |own| own.word(app.lang));
        let claim = |&at: &usize| {
            let link = links.get(at)?;
            let no_source = grounds.without_source.contains(&at);
            Some((say::short(map, &link.from), say::short(map, &link.to), no_source))
        };
        let claims: Vec<_> = grounds.as_weak.iter().filter_map(claim).collect();
        say(weakest_claims(app.lang, &claims, links.len(), footing), 3, Role::Text);
    }
    let names: Vec<String> = grounds.covering.iter().take(NAMED).map(|id| source_name(map, id)).collect();
    say(covered_by(app.lang, grounds.covering.len(), &names.join("; ")), 2, Role::Text);
    if !grounds.never_met.is_empty() {
        let cards: Vec<String> = grounds
            .never_met
            .iter()
            .filter_map(|&at| Some(quoted(&say::short(map, &links.get(at)?.to))))
            .collect();
        say(never_met(app.lang, &cards.join(", ")), 3, Role::Unknown);
    }
    out
}

fn source_name(map: &Map, id: &crate::map::SourceId) -> String {
    let title = map.sources().get(id).map_or("", |own| own.title.as_str());
    visible(if title.is_empty() { id.as_str() } else { title }).into_owned()
}
