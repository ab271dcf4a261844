//! The field for new cards: one line of quick notation after the other, with what each would do.

use std::ops::Range;

use tui_input::Input;

use super::closing;
use crate::map::quick::{Labels, Match, plan_among};
use crate::map::{AreaId, Deed, LevelId, Map, NodeId, QuickPlan, Scope, Snapshot};
use crate::text::Lang;

/// Beyond so many cards and links the preview does not say which circles a line would close: it would take longer
/// than a frame may.
const PREVIEW: usize = 20_000;

/// The field, where its cards go, and what the line would do.
#[derive(Clone, Debug)]
pub struct Adder {
    /// What is typed.
    pub input: Input,
    /// The level that cards without one get.
    pub level: Option<LevelId>,
    /// The area that cards without one get.
    pub area: Option<AreaId>,
    /// What the line would do.
    pub plan: QuickPlan,
    /// Of each card of the plan whether the line itself says its level, and its area.
    pub written: Vec<(bool, bool)>,
    /// Which circles it would close, in words.
    pub closes: String,
    /// Whether the cards that came last have no place; so it is before the first.
    pub placeless: bool,
    /// How many lines were taken in.
    pub lines: usize,
    /// The lines taken in, the last one last, and in which state of the history each left the map.
    pub taken: Vec<(String, usize)>,
    /// What the last line did.
    pub done: String,
    /// The near cards that Tab goes through, from when it was first pressed.
    pub offers: Vec<NodeId>,
    /// Which of the near cards Tab offered last, and where in the line the label it replaces stands.
    pub offered: Option<(usize, Range<usize>)>,
    // What is made once for each state of the map and not at each key: it takes longer than to try a line.
    ready: Option<Ready>,
}

/// A state of the map, made ready for lines to be tried on.
#[derive(Clone, Debug)]
struct Ready {
    generation: u64,
    labels: Labels,
    copy: Option<Box<Map>>,
}

impl Adder {
    /// An empty field whose cards go to a cell.
    #[must_use]
    pub fn new(level: Option<LevelId>, area: Option<AreaId>) -> Self {
        Self {
            input: Input::default(),
            level,
            area,
            plan: QuickPlan::default(),
            written: Vec::new(),
            closes: String::new(),
            placeless: true,
            lines: 0,
            taken: Vec::new(),
            done: String::new(),
            offers: Vec::new(),
            offered: None,
            ready: None,
        }
    }

    /// Looks at the line anew: what it would do to the map, which is in its state `generation`, and which circles it
    /// would close.
    pub fn look(&mut self, map: &Map, generation: u64, lang: Lang) {
        if self.ready.as_ref().is_none_or(|ready| ready.generation != generation) {
            self.ready = Some(Ready { generation, labels: Labels::of(map), copy: None });
        }
        let Some(ready) = self.ready.as_mut() else { return };
        let plan = plan_among(map, &ready.labels, self.input.value());
        self.written = plan.cards.iter().map(|card| (card.level.is_some(), card.area.is_some())).collect();
        self.plan = placed(plan, self.level.as_ref(), self.area.as_ref());
        self.closes.clear();
        if !may_close(&self.plan) || map.node_count() + map.link_count() > PREVIEW {
            return;
        }
        let Some(deed) = self.plan.deed(map) else { return };
        let copy = ready.copy.get_or_insert_with(|| Box::new(map.clone()));
        self.closes = would_close(copy, &deed, lang);
    }

    /// What the line would do; `None` for nothing.
    #[must_use]
    pub fn deed(&self, map: &Map) -> Option<Deed> {
        self.plan.deed(map)
    }

    /// Whether the line makes a card without a level and an area.
    #[must_use]
    pub fn makes_placeless(&self) -> bool {
        let mut new = self.plan.cards.iter().filter(|card| matches!(card.is, Match::New(_)));
        new.any(|card| card.level.is_none() && card.area.is_none())
    }

    /// The cards near to the last label of the line that is new.
    #[must_use]
    pub fn near(&self) -> &[NodeId] {
        match self.plan.cards.last().map(|card| &card.is) {
            Some(Match::New(near)) => near,
            _ => &[],
        }
    }
}

/// A plan whose new cards lie where the field points, unless the line says otherwise.
fn placed(mut plan: QuickPlan, level: Option<&LevelId>, area: Option<&AreaId>) -> QuickPlan {
    for card in plan.cards.iter_mut().filter(|card| matches!(card.is, Match::New(_))) {
        card.level = card.level.take().or_else(|| level.cloned());
        card.area = card.area.take().or_else(|| area.cloned());
    }
    plan
}

/// Whether the line can close a circle at all: it has two cards that are there, or comes back to a card of its own.
fn may_close(plan: &QuickPlan) -> bool {
    let there = plan.cards.iter().filter(|card| matches!(card.is, Match::There(_))).count();
    let new = plan.links.iter().filter(|link| !link.there).count();
    new > 0 && (there >= 2 || plan.links.len() >= plan.cards.len())
}

/// The circles that a deed would close, found on a copy of the map, which is afterwards as it was.
fn would_close(copy: &mut Map, deed: &Deed, lang: Lang) -> String {
    let links = closing::new_links(deed);
    if copy.apply(&deed.change).is_err() {
        return String::new();
    }
    let snapshot = Snapshot::of(copy, &Scope::default());
    let said = closing::said(lang, copy, &snapshot, &links);
    copy.apply(&deed.change.inverse()).expect("what was just done can be undone");
    said
}
