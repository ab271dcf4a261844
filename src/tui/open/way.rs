//! Where one is in an open map, and where one was: going to a card, along a link, and back.

use super::{OpenMap, Shown};
use crate::command::View;
use crate::map::{LinkId, Map, NodeId};
use crate::tui::trail::Trail;
use crate::tui::view::board::Pan;

/// Where one was, to go back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    view: View,
    card: Option<NodeId>,
    trail: Trail,
    pub(super) shown: Shown,
}

impl Past {
    pub(super) fn is_on(&self, map: &Map) -> bool {
        self.card.as_ref().is_none_or(|card| map.node(card).is_some()) && self.trail.is_on(map)
    }
}

/// How far back one can go.
const MOST_PAST: usize = 200;

impl OpenMap {
    /// Selects a card elsewhere: the breadcrumb starts anew.
    pub fn jump(&mut self, card: NodeId, view: View) {
        if self.look_at_ghost(&card) {
            return;
        }
        if self.card.as_ref() == Some(&card) {
            self.link = None;
            return;
        }
        if !self.trail.is_empty() {
            self.remember(view);
        }
        self.trail = Trail::default();
        self.select(card);
    }

    /// Walks from the selected card along one of its links; the breadcrumb grows.
    pub fn walk(&mut self, link: &LinkId, view: View) {
        let Some(card) = self.card.clone() else { return };
        self.remember(view);
        self.trail.walk(&card, link);
        // Whoever walks wants to see that walk climb, not the loop shown before.
        self.shown = Shown::Trail;
        let next = if link.from == card { link.to.clone() } else { link.from.clone() };
        self.select(next);
    }

    /// Selects a card without touching the breadcrumb.
    pub fn select(&mut self, card: NodeId) {
        if let Some(review) = self.review.as_mut() {
            (review.ghost, review.gone) = (None, None);
        }
        self.card = Some(card);
        self.link = None;
        self.look.pan = Pan::default();
        self.inspector_from = 0;
    }

    /// Keeps where one is, to come back to.
    pub fn remember(&mut self, view: View) {
        let here = Past { view, card: self.card.clone(), trail: self.trail.clone(), shown: self.shown };
        if self.past.last() != Some(&here) {
            self.past.push(here);
        }
        if self.past.len() > MOST_PAST {
            self.past.remove(0);
        }
    }

    /// Goes back to where one was and gives the screen it was on; `None` at the start.
    pub fn back(&mut self) -> Option<View> {
        let past = self.past.pop()?;
        if let Some(card) = past.card {
            self.select(card);
        }
        self.trail = past.trail;
        self.shown = past.shown;
        Some(past.view)
    }
}
