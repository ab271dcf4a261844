//! What was changed, item by item, in words: links, cards, levels, areas, sources, what they rest on, notes, moves.

use std::collections::BTreeMap;

use super::{Section, Stroke, Teller};
use crate::analysis::compare::conflict::conflict_said;
use crate::analysis::compare::item_words::edit_said;
use crate::map::{Edit, Item};
use crate::text::visible;
use crate::text::words::capital;
use crate::text::words::says::{self, quoted};

impl Teller<'_> {
    /// What people call an item, safe to show and without quotes.
    pub(super) fn item(&self, item: &Item) -> String {
        let (before, after) = (&*self.own.before, self.own.after);
        match item {
            Item::Node(id) => self.node(id),
            Item::Link(id) => {
                let (from, to) = self.ends(id);
                format!("{from} → {to}")
            }
            Item::Level(id) => self.level(id),
            Item::Loop(id) => self.told(id),
            Item::Map => after.head().title.clone(),
            Item::Area(id) => self.named(|map| map.area(id).map(|own| own.name.as_str()), id.as_str()),
            Item::Phase(id) => {
                let name = |phase: &crate::map::Phase| (phase.id == *id).then(|| phase.name.clone());
                let found = after.phases().iter().chain(before.phases()).find_map(name);
                visible(&found.unwrap_or_else(|| id.to_string())).into_owned()
            }
            Item::Goal(id) => {
                let text = |goal: &crate::map::EffectGoal| (goal.id == *id).then(|| goal.text.clone());
                let found = after.goals().iter().chain(before.goals()).find_map(text);
                visible(&found.unwrap_or_else(|| id.to_string())).into_owned()
            }
            Item::Source(id) => {
                self.named(|map| map.sources().get(id).map(|own| own.title.as_str()), id.as_str())
            }
            Item::Journey(id) => {
                let all = after.journeys().into_iter().chain(before.journeys());
                let title = all.into_iter().find(|(own, _)| *own == id).map(|(_, own)| own.title.as_str());
                visible(title.unwrap_or(id.as_str())).into_owned()
            }
            Item::SetAside(key) => visible(key).into_owned(),
        }
    }

    /// What was changed, section by section.
    pub(super) fn items(&mut self) {
        let own = self.own;
        for (was, now) in &own.renamed {
            let text =
                says::other_id(self.lang, &self.node(now), &visible(was.as_str()), &visible(now.as_str()));
            let at = Some(Item::Node(now.clone()));
            self.say_from(Section::Cards, Stroke::Changed, text, at, Vec::new());
        }
        let mut fields: BTreeMap<&Item, Vec<&Edit>> = BTreeMap::new();
        let (mut pins, mut places) = (0, 0);
        let mut moved = Vec::new();
        let mut lines = Vec::new();
        for edit in &own.change.edits {
            match (edit.field.as_deref(), &edit.item, &edit.new) {
                (Some("pin"), ..) => {
                    pins += 1;
                    moved.push(edit);
                }
                (Some("place"), Item::Journey(_), _) => {
                    places += 1;
                    moved.push(edit);
                }
                (Some("conflicts"), item @ Item::Map, _) => {
                    let (opened, settled) = own.conflicts();
                    let words = &self.lang.words().changes;
                    let lead = [
                        (Stroke::Added, words.conflict_came, opened),
                        (Stroke::Removed, words.conflict_gone, settled),
                    ];
                    for (stroke, lead, all) in lead {
                        let said = |one| format!("{}: {}", capital(lead), conflict_said(one, self.lang));
                        // What a merge left open is settled, not put back.
                        let none = vec!["conflicts".to_owned()];
                        lines.extend(
                            all.into_iter().map(|one| (Section::Map, stroke, said(one), item, none.clone())),
                        );
                    }
                }
                (Some("note"), item, _) if *item != Item::Map => {
                    let note = vec!["note".to_owned()];
                    lines.push((Section::Notes, Stroke::Changed, self.titled(item), item, note));
                }
                (Some(_), item, _) => fields.entry(item).or_default().push(edit),
                (None, item, new) => {
                    let stroke = if new.is_some() { Stroke::Added } else { Stroke::Removed };
                    lines.push((section(item), stroke, self.whole(item, stroke), item, Vec::new()));
                }
            }
        }
        for (item, edits) in fields {
            let renamed = |edit: &&&Edit| {
                // Said above, and of no use beside it.
                !(edit.field.as_deref() == Some("was")
                    && own.renamed.iter().any(|(_, now)| Item::Node(now.clone()) == *item))
            };
            let told: Vec<&Edit> = edits.iter().filter(renamed).copied().collect();
            for edits in told.chunks(if self.apart { 1 } else { told.len().max(1) }) {
                let said: Vec<String> = edits.iter().map(|edit| self.field(edit)).collect();
                let text = match item {
                    Item::Map => capital(&said.join(", ")),
                    _ => format!("{}: {}", self.titled(item), said.join(", ")),
                };
                let fields = edits.iter().filter_map(|edit| edit.field.clone()).collect();
                lines.push((section(item), Stroke::Changed, text, item, fields));
            }
        }
        // What came stands before what went, and that before what changed.
        lines.sort_by_key(|(section, stroke, _, item, _)| {
            let rank = match stroke {
                Stroke::Added => 0,
                Stroke::Removed => 1,
                Stroke::Changed | Stroke::Plain => 2,
            };
            (*section, rank, *item)
        });
        let (first, last): (Vec<_>, Vec<_>) =
            lines.into_iter().partition(|(section, ..)| *section < Section::Evidence);
        let whole = |item: &Item, fields| vec![super::Source { item: item.clone(), fields }];
        for (section, stroke, text, item, fields) in first {
            self.say_from(section, stroke, text, Some(item.clone()), whole(item, fields));
        }
        self.evidence();
        for (section, stroke, text, item, fields) in last {
            self.say_from(section, stroke, text, Some(item.clone()), whole(item, fields));
        }
        if pins + places > 0 {
            let from = moved
                .iter()
                .flat_map(|edit| Self::of_field(&edit.item, edit.field.as_deref().unwrap_or_default()));
            let from = from.collect();
            self.say_from(Section::Moves, Stroke::Plain, says::moves(self.lang, pins, places), None, from);
        }
    }

    /// An item that came or went.
    fn whole(&self, item: &Item, stroke: Stroke) -> String {
        let map = if stroke == Stroke::Added { self.own.after } else { &*self.own.before };
        match item {
            Item::Link(id) => map.link(id).map_or_else(|| self.link_name(id), |link| self.reading(id, link)),
            Item::Node(id) => {
                let words = map.node(id).map(|node| {
                    let level = node.level.as_ref().map(|id| self.level(id));
                    let area = node.area.as_ref().map(|id| self.item(&Item::Area(id.clone())));
                    let parts = [Some(node.word(self.lang).to_owned()), level, area];
                    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
                });
                format!("{} ({})", quoted(&self.node(id)), words.unwrap_or_default())
            }
            item => self.titled(item),
        }
    }

    /// What an item is called at the head of its line.
    fn titled(&self, item: &Item) -> String {
        let words = self.lang.words();
        let of = |noun: &str| format!("{} {}", capital(noun), quoted(&self.item(item)));
        match item {
            Item::Link(id) => self.link_name(id),
            Item::Phase(_) => of(words.things.phase.one),
            Item::Goal(_) => of(words.people.effect_goal.one),
            Item::Loop(_) => of(words.links.circle.one),
            Item::Journey(_) => of(words.doing.journey.one),
            Item::SetAside(key) => format!("{}: {}", words.places.set_aside, visible(key)),
            item => quoted(&self.item(item)),
        }
    }

    fn field(&self, edit: &Edit) -> String {
        let words = self.lang.words();
        match (&edit.item, edit.field.as_deref()) {
            (Item::Map, Some("levels")) => says::in_another_order(self.lang, words.changes.levels),
            (Item::Map, Some("areas")) => says::in_another_order(self.lang, words.places.main_areas),
            (Item::Map, Some("phases")) => says::in_another_order(self.lang, words.fields.phases),
            (Item::Map, Some("effect_goals")) => {
                says::in_another_order(self.lang, words.people.effect_goal.many)
            }
            _ => return edit_said(&self.own.before, self.own.after, edit, self.lang),
        }
        .trim_end_matches('.')
        .to_owned()
    }

    /// What lost its sources, and new links without one.
    fn evidence(&mut self) {
        let own = self.own;
        for item in &own.claims.lost_sources {
            let n = match item {
                Item::Link(id) => own.before.link(id).map_or(0, |link| link.sources.len()),
                Item::Node(id) => own.before.node(id).map_or(0, |node| node.sources.len()),
                _ => 0,
            };
            let text = says::lost_sources(self.lang, &self.titled(item), n);
            let from = Self::of_field(item, "sources");
            self.say_from(Section::Evidence, Stroke::Removed, text, Some(item.clone()), from);
        }
        if let Some(first) = own.claims.without_source.first() {
            let text =
                says::without_source(self.lang, own.claims.without_source.len(), &self.link_name(first));
            let at = Some(Item::Link(first.clone()));
            self.say_from(Section::Evidence, Stroke::Plain, text, at, Vec::new());
        }
    }
}

fn section(item: &Item) -> Section {
    match item {
        Item::Link(_) => Section::Links,
        Item::Node(_) => Section::Cards,
        Item::Level(_) => Section::Levels,
        Item::Area(_) | Item::Phase(_) | Item::Goal(_) => Section::Areas,
        Item::Source(_) => Section::Sources,
        Item::Loop(_) | Item::Journey(_) | Item::SetAside(_) => Section::Told,
        Item::Map => Section::Map,
    }
}
