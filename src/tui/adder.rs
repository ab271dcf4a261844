//! The field for new cards: one line of quick notation after the other, with what each would do.

use std::ops::Range;

use tui_input::Input;

use super::closing;
use crate::map::quick::{Match, plan};
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
    /// Which circles it would close, in words.
    pub closes: String,
    /// How many lines were taken in.
    pub lines: usize,
    /// What the last line did.
    pub done: String,
    /// The near cards that Tab goes through, from when it was first pressed.
    pub offers: Vec<NodeId>,
    /// Which of the near cards Tab offered last, and where in the line the label it replaces stands.
    pub offered: Option<(usize, Range<usize>)>,
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
            closes: String::new(),
            lines: 0,
            done: String::new(),
            offers: Vec::new(),
            offered: None,
        }
    }

    /// Looks at the line anew: what it would do to the map, and which circles it would close.
    pub fn look(&mut self, map: &Map, lang: Lang) {
        self.plan = self.planned(map);
        self.closes.clear();
        let links = self.plan.links.iter().any(|link| !link.there);
        if links && map.node_count() + map.link_count() < PREVIEW {
            self.closes = self.deed(map).map_or_else(String::new, |deed| would_close(map, &deed, lang));
        }
    }

    /// What the line would do; `None` for nothing.
    #[must_use]
    pub fn deed(&self, map: &Map) -> Option<Deed> {
        self.plan.deed(map)
    }

    /// The cards near to the last label of the line that is new.
    #[must_use]
    pub fn near(&self) -> &[NodeId] {
        match self.plan.cards.last().map(|card| &card.is) {
            Some(Match::New(near)) => near,
            _ => &[],
        }
    }

    fn planned(&self, map: &Map) -> QuickPlan {
        let mut plan = plan(map, self.input.value());
        for card in plan.cards.iter_mut().filter(|card| matches!(card.is, Match::New(_))) {
            card.level = card.level.take().or_else(|| self.level.clone());
            card.area = card.area.take().or_else(|| self.area.clone());
        }
        plan
    }
}

/// The circles that a deed would close, found on a copy of the map.
fn would_close(map: &Map, deed: &Deed, lang: Lang) -> String {
    let links = closing::new_links(deed);
    let mut map = map.clone();
    if map.apply(&deed.change).is_err() {
        return String::new();
    }
    let snapshot = Snapshot::of(&map, &Scope::default());
    closing::said(lang, &map, &snapshot, &links)
}
