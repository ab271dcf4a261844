//! What a picture of the board is about: the sorted map, the selected card and its links.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::known::Known;
use super::sort::Sorted;
use super::{BoardView, Hidden, Links};
use crate::layout::canvas::Area;
use crate::map::{Kind, Link, LinkId, LinkKind, Node, NodeId, Role as CauseRole, Sign};
use crate::palette::Role;
use crate::text::glyph::Shape;
use crate::text::{Lang, visible, width};

/// A link of the selected card, seen from there.
#[derive(Clone, Copy)]
pub(super) struct Tie<'a> {
    pub(super) id: &'a LinkId,
    pub(super) link: &'a Link,
    /// The card at the other end; the selected card itself for a self link.
    pub(super) other: usize,
    /// Whether it starts at the selected card.
    pub(super) out: bool,
    /// Whether it leaves, or reaches, the selected card at its left side.
    pub(super) left: bool,
}

/// The sorted map and what is to be seen of it.
pub(super) struct Scene<'a> {
    pub(super) view: &'a BoardView<'a>,
    pub(super) sorted: &'a Sorted,
    pub(super) selected: Option<usize>,
    pub(super) ties: Vec<Tie<'a>>,
    /// How many cards cells pass over.
    pub(super) scroll: u16,
    // Where the view brings nothing.
    known: Known,
    near: Vec<bool>,
    // What each band is asked for more than once.
    signals: Vec<OnceCell<(usize, usize)>>,
    longest: OnceCell<Vec<u16>>,
    /// The language that labels are divided in.
    lang: Lang,
}

impl<'a> Scene<'a> {
    pub(super) fn of(view: &'a BoardView<'a>, sorted: &'a Sorted) -> Self {
        let selected = view.selected.and_then(|id| sorted.find(id));
        let mut ties = Vec::new();
        if let (Some(at), Links::Selection) = (selected, view.links) {
            let id = &sorted.cards[at].id;
            let tie = |(link_id, link): (&'a LinkId, &'a Link), out: bool| {
                let other = sorted.find(if out { &link_id.to } else { &link_id.from })?;
                // Actors have no effects to draw, but they hear and are heard.
                let signals = view.map.node(id).is_some_and(|node| node.kind == Kind::Actor)
                    && link_id.kind.is_signal();
                (link_id.kind.has_sign() || signals).then_some(Tie {
                    id: link_id,
                    link,
                    other,
                    out,
                    left: false,
                })
            };
            ties.extend(view.map.links_from(id).filter_map(|link| tie(link, true)));
            // A link from the card to itself is there once.
            let into = view.map.links_to(id).filter(|(link, _)| link.from != link.to);
            ties.extend(into.filter_map(|link| tie(link, false)));
        }
        if let Some(at) = selected {
            choose_sides(&mut ties, sorted, sorted.cards[at].column);
        }
        let mut near = vec![false; sorted.cards.len()];
        for tie in &ties {
            near[tie.other] = Some(tie.other) != selected;
        }
        let longest = (0..sorted.bands.len())
            .flat_map(|band| (0..sorted.columns.len()).map(move |column| sorted.cell(band, column).len()))
            .max()
            .unwrap_or(0);
        let scroll = view.scroll.min(u16::try_from(longest.saturating_sub(1)).unwrap_or(u16::MAX));
        let lang = Lang::from_tag(&view.map.head().language).unwrap_or(view.lang);
        let signals = vec![OnceCell::new(); sorted.bands.len()];
        let (known, longest) = (Known::default(), OnceCell::new());
        Self { view, sorted, selected, ties, scroll, known, near, signals, longest, lang }
    }

    /// How many links the selected card has at its left and at its right side.
    pub(super) fn sides(&self) -> (u16, u16) {
        let count = |left: bool| self.ties.iter().filter(|tie| tie.left == left).count();
        let short = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        (short(count(true)), short(count(false)))
    }

    /// The band of the selected card.
    pub(super) fn selected_band(&self) -> Option<usize> {
        self.selected.map(|card| self.sorted.cards[card].band)
    }

    /// The column of the selected card.
    pub(super) fn selected_column(&self) -> Option<usize> {
        self.selected.map(|card| self.sorted.cards[card].column)
    }

    /// Whether one of the drawn links has its other end there.
    pub(super) fn is_near(&self, card: usize) -> bool {
        self.near[card]
    }

    /// What was worked out so far.
    pub(super) fn known(&self) -> &Known {
        self.view.known.unwrap_or(&self.known)
    }

    pub(super) fn node(&self, card: usize) -> &'a Node {
        self.view.map.node(&self.sorted.cards[card].id).expect("cards come from the map")
    }

    /// The whole label, safe to show; the id of a card that has none.
    pub(super) fn label(&self, card: usize) -> std::borrow::Cow<'a, str> {
        let node = self.node(card);
        let text =
            if node.label.trim().is_empty() { self.sorted.cards[card].id.as_str() } else { &node.label };
        visible(text)
    }

    /// The label for where there is little room, safe to show.
    pub(super) fn short(&self, card: usize) -> std::borrow::Cow<'a, str> {
        let node = self.node(card);
        if node.short.trim().is_empty() { self.label(card) } else { visible(&node.short) }
    }

    /// What a group set on the card, to stand behind its label; empty for nothing.
    pub(super) fn set_on(&self, card: usize) -> String {
        self.node(card).set_short(self.view.lang, self.view.glyphs)
    }

    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    /// The character and colour that say what a card is.
    pub(super) fn shape(&self, card: usize) -> (&'static str, Role) {
        let node = self.node(card);
        let glyphs = self.view.glyphs;
        let (shape, role): (Shape, Role) = match (node.kind, node.role) {
            (Kind::Cause, Some(CauseRole::Barrier)) => (glyphs.barrier, Role::Barrier),
            (Kind::Cause, Some(CauseRole::Enabler)) => (glyphs.enabler, Role::Enabler),
            (Kind::Cause, Some(CauseRole::Condition)) => (glyphs.condition, Role::Condition),
            (Kind::Cause, Some(CauseRole::Tension)) => (glyphs.tension, Role::Tension),
            (Kind::Cause, None) => (glyphs.cause, Role::Text),
            (Kind::Actor, _) => (glyphs.actor, Role::Actor),
            (Kind::Measure, _) => (glyphs.measure, Role::Measure),
            (Kind::Benefit, _) => (glyphs.benefit, Role::Benefit),
            (Kind::Note, _) => (glyphs.note, Role::Quiet),
        };
        (shape.draw(node.now.is_some()), role)
    }

    /// The character and colour that stand before an arrow head: the sign, or which way a signal runs.
    pub(super) fn sign(&self, tie: &Tie<'_>) -> (&'static str, Role) {
        let glyphs = self.view.glyphs;
        match (tie.id.kind, tie.link.sign_or_unknown()) {
            (LinkKind::Steers, _) => (glyphs.signal_down, Role::Text),
            (LinkKind::Informs, _) => (glyphs.signal_up, Role::Text),
            (_, Sign::Plus) => (glyphs.plus, Role::Plus),
            (_, Sign::Minus) => (glyphs.minus, Role::Minus),
            (_, Sign::Unknown) => (glyphs.unknown, Role::Unknown),
        }
    }

    /// Counts the signals that cross the line between the band and the one above it: down and up.
    ///
    /// Only what steers runs down and only what informs runs up; missing and refuted ones do not run.
    pub(super) fn signals_above(&self, band: usize) -> (usize, usize) {
        let runs = |kind, down| kind == if down { LinkKind::Steers } else { LinkKind::Informs };
        *self.signals[band].get_or_init(|| self.crossing(band, runs))
    }

    /// How wide the longest label of each column is on one line; 0 for a column without cards.
    pub(super) fn longest(&self) -> &[u16] {
        self.longest.get_or_init(|| {
            let mut longest = vec![0; self.sorted.columns.len()];
            for (at, card) in self.sorted.cards.iter().enumerate() {
                let cells = u16::try_from(width(&self.label(at))).unwrap_or(u16::MAX);
                longest[card.column] = cells.max(longest[card.column]).max(1);
            }
            longest
        })
    }

    /// The same of causes and effects, which run either way.
    pub(super) fn effects_above(&self, band: usize) -> (usize, usize) {
        self.crossing(band, |kind, _| kind.has_sign())
    }

    /// The links that run down and up across the upper edge of a band, of kinds that count in that direction.
    fn crossing(&self, band: usize, counts: impl Fn(LinkKind, bool) -> bool) -> (usize, usize) {
        let (mut down, mut up) = (0, 0);
        if !self.sorted.bands[band].is_level {
            return (down, up);
        }
        let place = |id: &NodeId| {
            let band = self.sorted.cards[self.sorted.find(id)?].band;
            self.sorted.bands[band].is_level.then_some(band)
        };
        let either = |kind| counts(kind, true) || counts(kind, false);
        for (id, _) in self.view.map.links().filter(|(id, link)| either(id.kind) && link.counts()) {
            let (Some(from), Some(to)) = (place(&id.from), place(&id.to)) else { continue };
            down += usize::from(from < band && band <= to && counts(id.kind, true));
            up += usize::from(to < band && band <= from && counts(id.kind, false));
        }
        (down, up)
    }

    /// What is not among the hits, by band.
    pub(super) fn hidden(&self, hits: &[(Area, NodeId)]) -> Vec<Hidden> {
        let shown: BTreeSet<&NodeId> = hits.iter().map(|(_, id)| id).collect();
        let mut missing = vec![0; self.sorted.bands.len()];
        for card in &self.sorted.cards {
            if !shown.contains(&card.id) {
                missing[card.band] += 1;
            }
        }
        let named = self.sorted.bands.iter().zip(missing);
        named
            .filter(|(_, cards)| *cards > 0)
            .map(|(band, cards)| Hidden { band: band.name.clone(), cards })
            .collect()
    }
}

/// Links go out at the side where their other end is; those within the column go where fewer are.
fn choose_sides(ties: &mut [Tie<'_>], sorted: &Sorted, home: usize) {
    let column = |tie: &Tie<'_>| sorted.cards[tie.other].column;
    let mut left = ties.iter().filter(|tie| column(tie) < home).count();
    let mut right = ties.iter().filter(|tie| column(tie) > home).count();
    for tie in ties {
        let column = column(tie);
        tie.left = if column == home {
            // The outermost columns have free cells at one side only.
            let to_left = home > 0 && (home + 1 == sorted.columns.len() || left < right);
            if to_left {
                left += 1
            } else {
                right += 1
            }
            to_left
        } else {
            column < home
        };
    }
}
