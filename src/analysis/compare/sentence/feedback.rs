//! What a change does to feedback, in words: named loops, the shortest of the others, who is no longer heard, what is
//! cut off; then journeys, certainty, signs and meanings.

use std::collections::BTreeSet;

use super::{Section, Stroke, Teller, loop_kind};
use crate::analysis::compare::{Circle, CutOff, ToldTurn, Turn};
use crate::analysis::named::LinkState;
use crate::analysis::{Polarity, Verdict};
use crate::map::{Certainty, Item, LinkId, LinkKind};
use crate::text::words::says::{self, Fate, quoted};

/// How many loops that nobody named are said.
const MOST_CIRCLES: usize = 3;
/// How many cut-off cards are said one by one.
const MOST_CUT: usize = 3;

impl Teller<'_> {
    pub(super) fn feedback(&mut self) {
        for told in &self.own.told {
            let (stroke, text) = self.told_turn(told);
            let item = Item::Loop(told.id.clone());
            let mut from = match &told.turn {
                Turn::New | Turn::Dropped => Vec::new(),
                Turn::Broke(gone) => Self::of_links(gone),
                _ => Self::of_links(told.told.links.iter().map(|(id, _)| id)),
            };
            if from.is_empty() {
                from.push(super::Source { item: item.clone(), fields: Vec::new() });
            }
            self.say_from(Section::Feedback, stroke, text, Some(item), from);
        }
        self.circles();
        self.hearing();
        self.cut_off();
    }

    fn told_turn(&self, told: &ToldTurn) -> (Stroke, String) {
        let (lang, title) = (self.lang, self.told(&told.id));
        let kind = loop_kind(told.told.polarity);
        match &told.turn {
            Turn::Broke(gone) => {
                let first = gone.first().map(|id| self.ends(id));
                let first = first.as_ref().map(|(from, to)| (from.as_str(), to.as_str()));
                (Stroke::Removed, says::circle_broke(lang, &title, first, gone.len()))
            }
            Turn::Stopped(links) => {
                let first = links.first();
                let (from, to) = first.map(|id| self.ends(id)).unwrap_or_default();
                let refuted = told
                    .told
                    .links
                    .iter()
                    .any(|(id, state)| Some(id) == first && *state == LinkState::Refuted);
                let words = lang.words();
                let state = if refuted { words.things.refuted } else { words.links.missing };
                (Stroke::Removed, says::circle_stopped(lang, &title, (&from, &to), state))
            }
            Turn::Flipped(was, now) => {
                (Stroke::Changed, says::circle_turned(lang, &title, loop_kind(*was), loop_kind(*now)))
            }
            Turn::Mended => {
                (Stroke::Added, says::circle_mended(lang, &title, told.told.runs().then_some(kind)))
            }
            Turn::Runs => (Stroke::Added, says::circle_runs(lang, &title, kind)),
            Turn::New => {
                let does = match (told.told.broken(), told.told.runs()) {
                    (true, _) => lang.words().links.broken_loop.one.to_owned(),
                    (_, true) => says::loop_does(lang, kind).to_owned(),
                    _ => says::loop_would(lang, kind),
                };
                (Stroke::Added, says::circle_told(lang, &title, &does))
            }
            Turn::Dropped => (Stroke::Removed, says::circle_dropped(lang, &title)),
        }
    }

    /// The three shortest loops that no line above has named, how many there are, and how far was looked.
    fn circles(&mut self) {
        let (lang, circles) = (self.lang, &self.own.circles);
        let named: BTreeSet<Vec<LinkId>> = self
            .own
            .told
            .iter()
            .map(|told| turned(told.told.links.iter().map(|(id, _)| id.clone()).collect()))
            .collect();
        let new = |circle: &'_ Circle| (Fate::New, circle.polarity, circle.links.clone());
        let lost = |circle: &'_ Circle| (Fate::Lost, circle.polarity, circle.links.clone());
        let mut all: Vec<(Fate, Polarity, Vec<LinkId>)> =
            circles.added.iter().map(new).chain(circles.removed.iter().map(lost)).collect();
        let flipped = circles.flipped.iter();
        all.extend(flipped.map(|own| (Fate::Turned(loop_kind(own.was)), own.now, own.links.clone())));
        all.retain(|(_, _, links)| !named.contains(&turned(links.clone())));
        all.sort_by_key(|(_, _, links)| links.len());
        for (fate, polarity, links) in all.iter().take(MOST_CIRCLES) {
            let stroke = match fate {
                Fate::New => Stroke::Added,
                Fate::Lost => Stroke::Removed,
                Fate::Turned(_) => Stroke::Changed,
            };
            let text = says::circle_fate(lang, *fate, loop_kind(*polarity), links.len(), &self.row(links));
            // The link that did it, if it can be told.
            let from = Self::of_links(links);
            let changed = |id: &&LinkId| {
                self.own.change.edits.iter().any(|edit| edit.item == Item::Link((*id).clone()))
            };
            let at = links.iter().find(changed).or(links.first()).cloned().map(Item::Link);
            self.say_from(Section::Feedback, stroke, text, at, from);
        }
        let effects = |id: &LinkId| matches!(id.kind, LinkKind::Causes | LinkKind::ActsOn);
        let touched = self.own.claims.links.iter().any(|(id, _)| effects(id));
        if !circles.is_empty() {
            let (new, lost, turned) = (circles.added.len(), circles.removed.len(), circles.flipped.len());
            let mut text = says::circles_in_all(lang, new, lost, turned);
            if let Some(bound) = self.bound() {
                text = format!("{text} {bound}");
            }
            self.say(Section::Feedback, Stroke::Plain, text, None);
        } else if touched || circles.stopped_by.is_some() {
            let said = self.bound().unwrap_or_default();
            let none = if circles.complete { says::no_circle_changed(lang) } else { "" };
            self.say(Section::Feedback, Stroke::Plain, format!("{none} {said}").trim().to_owned(), None);
        }
    }

    /// How far loops were looked for, where that is not to the end.
    fn bound(&self) -> Option<String> {
        let circles = &self.own.circles;
        if circles.stopped_by.is_some() {
            return Some(says::circles_stopped(self.lang, circles.complete_to));
        }
        circles.longer.then(|| says::circles_up_to(self.lang, circles.max_length))
    }

    /// `«A» → «B» → «A»`.
    fn row(&self, links: &[LinkId]) -> String {
        let labels = links.iter().map(|id| &id.from).chain(links.first().map(|id| &id.from));
        labels.map(|id| quoted(&self.node(id))).collect::<Vec<_>>().join(" → ")
    }

    fn hearing(&mut self) {
        let (lang, hearing) = (self.lang, &self.own.hearing);
        for (from, to) in &hearing.unheard {
            let text = says::no_longer_hears(lang, &self.node(from), &self.node(to));
            let from = Self::of_links(&[LinkId::new(from.clone(), LinkKind::Informs, to.clone())]);
            self.say_from(Section::Feedback, Stroke::Removed, text, Some(Item::Node(to.clone())), from);
        }
        let mut verdicts: Vec<_> = hearing.pairs.iter().chain(&hearing.rungs).collect();
        // Worse first, and telling before steering.
        verdicts.sort_by_key(|own| (own.now > own.was, !own.up));
        for own in verdicts {
            let (lower, upper) = (self.level(&own.lower), self.level(&own.upper));
            let none = own.now == Verdict::None;
            let stroke = if own.now > own.was { Stroke::Added } else { Stroke::Removed };
            let text =
                says::heard(lang, (&lower, &upper), own.up, none, own.was.word(lang), own.now.word(lang));
            self.say_from(Section::Feedback, stroke, text, Some(Item::Level(own.upper.clone())), Vec::new());
        }
        for (from, to) in &hearing.newly_heard {
            let text = says::hears_now(lang, &self.node(from), &self.node(to));
            let from = Self::of_links(&[LinkId::new(from.clone(), LinkKind::Informs, to.clone())]);
            self.say_from(Section::Feedback, Stroke::Added, text, Some(Item::Node(to.clone())), from);
        }
        if hearing.cut_short {
            let text = says::hearing_cut_short(lang).to_owned();
            self.say(Section::Feedback, Stroke::Plain, text, None);
        }
    }

    fn cut_off(&mut self) {
        let (lang, own) = (self.lang, self.own);
        for CutOff { node, leads_nowhere, from_nowhere } in own.cut_off.iter().take(MOST_CUT) {
            let text = says::cut_off(lang, &self.node(node), *leads_nowhere, *from_nowhere);
            self.say_from(
                Section::Feedback,
                Stroke::Removed,
                text,
                Some(Item::Node(node.clone())),
                Vec::new(),
            );
        }
        if own.cut_off.len() > MOST_CUT {
            let text = format!("… {}.", says::and_more(lang, own.cut_off.len() - MOST_CUT));
            self.say(Section::Feedback, Stroke::Removed, text, None);
        }
        for lost in &own.levels_lost {
            let Some(first) = lost.nodes.first() else { continue };
            let text = says::no_longer_reaches(
                lang,
                &self.node(first),
                lost.nodes.len() - 1,
                &self.level(&lost.level),
            );
            self.say_from(
                Section::Feedback,
                Stroke::Removed,
                text,
                Some(Item::Node(first.clone())),
                Vec::new(),
            );
        }
    }

    pub(super) fn meaning(&mut self) {
        let (lang, own) = (self.lang, self.own);
        for broken in &own.broken_steps {
            let title = own.after.journeys().into_iter().find(|(id, _)| **id == broken.journey);
            let title = title.map_or(broken.journey.as_str(), |(_, journey)| &journey.title);
            let text = says::step_shows_gone(
                lang,
                &crate::text::visible(title),
                broken.step,
                &self.item(&broken.gone),
            );
            let from = vec![super::Source { item: broken.gone.clone(), fields: Vec::new() }];
            let at = Some(Item::Journey(broken.journey.clone()));
            self.say_from(Section::Journeys, Stroke::Removed, text, at, from);
        }
        let word = |certainty: Option<Certainty>| {
            certainty.map_or(lang.words().things.not_judged, |certainty| certainty.word(lang))
        };
        for raised in &own.claims.raised {
            let what = match &raised.item {
                Item::Link(id) => self.link_name(id),
                item => quoted(&self.item(item)),
            };
            let text = says::raised(lang, &what, word(raised.was), word(Some(raised.now)));
            let from = Self::of_field(&raised.item, "certainty");
            self.say_from(Section::Certainty, Stroke::Changed, text, Some(raised.item.clone()), from);
        }
        for turn in &own.claims.signs {
            let (Some(was), Some(now)) = (own.before.link(&turn.link), own.after.link(&turn.link)) else {
                continue;
            };
            let text =
                says::before_and_now(lang, &self.reading(&turn.link, was), &self.reading(&turn.link, now));
            let item = Item::Link(turn.link.clone());
            let from = Self::of_field(&item, "sign");
            self.say_from(Section::Signs, Stroke::Changed, text, Some(item), from);
        }
        for label in &own.claims.relabelled {
            let [was, now] = [&label.was, &label.now].map(|label| crate::text::visible(label));
            let text = says::new_meaning(lang, &was, &now);
            let item = Item::Node(label.node.clone());
            let from = Self::of_field(&item, "label");
            self.say_from(Section::Meaning, Stroke::Changed, text, Some(item), from);
        }
    }
}

/// The row from its smallest link on, so that equal loops look equal.
fn turned(mut links: Vec<LinkId>) -> Vec<LinkId> {
    let first = links.iter().enumerate().min_by_key(|(_, id)| *id).map_or(0, |(at, _)| at);
    links.rotate_left(first);
    links
}
