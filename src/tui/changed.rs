//! What a deed changed to what, in words, to stand behind what was done: `: + is now −`, ` with 3 links`. It reads the
//! map before and after; what was done itself is said elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::form::{self, Slot};
use super::open::OpenMap;
use crate::map::{Change, Deed, Edit, Item, LoopId, Sign, Value, Verb};
use crate::text::words::Noun;
use crate::text::words::deeds::{gone_less, is_now, moved_over, no_longer, with};
use crate::text::words::says::quoted;
use crate::text::{Lang, visible};
use crate::tui::say;

/// How many letters of a value are said.
const LONGEST: usize = 40;

/// What must be looked at before a change is made, to say later what it was.
#[derive(Debug)]
pub struct Before {
    change: Change,
    values: Vec<(Slot, String, String)>,
    broken: BTreeSet<LoopId>,
    back: bool,
}

impl Before {
    /// Looks at the map that a change is about to be made to. O(fields of one item + named loops).
    #[must_use]
    pub fn of(open: &OpenMap, change: &Change, lang: Lang) -> Self {
        let values = first_edited(change).map_or_else(Vec::new, |item| values(open, item, lang));
        Self { change: change.clone(), values, broken: broken(open), back: false }
    }

    /// The same before a deed is taken back.
    #[must_use]
    pub fn of_undo(open: &OpenMap, deed: &Deed, lang: Lang) -> Self {
        Self { back: true, ..Self::of(open, &deed.change.inverse(), lang) }
    }

    /// What the change, which was made since, changed to what: a part of a sentence that begins with `:` or a blank, or
    /// nothing; and sentences on loops that broke or are whole again.
    #[must_use]
    pub fn said(&self, open: &OpenMap, deed: &Deed, lang: Lang) -> (String, String) {
        let what = match first_edited(&self.change) {
            Some(item) => self.fields(open, item, deed, lang),
            None => self.items(open, deed, lang),
        };
        (what, self.loops(open, lang))
    }

    /// What the fields of the first item were and are; of several items only what they are, if all are that now.
    fn fields(&self, open: &OpenMap, item: &Item, deed: &Deed, lang: Lang) -> String {
        let edits = &self.change.edits;
        let one = edits.iter().all(|edit| edit.item == *item);
        let mut now: BTreeMap<&str, Option<&Value>> = BTreeMap::new();
        let mut alike = edits.iter().map(|edit| {
            let field = edit.field.as_deref().unwrap_or_default();
            // What was the same for all of them is what the deed set, also where that is taken back.
            let set = if self.back { edit.old.as_ref() } else { edit.new.as_ref() };
            *now.entry(field).or_insert(set) == set
        });
        if !one && !alike.all(|alike| alike) {
            return String::new();
        }
        let after = values(open, item, lang);
        let mut parts = Vec::new();
        for (slot, name, now) in &after {
            let was = self.values.iter().find(|(own, ..)| own == slot).map_or("", |(_, _, was)| was.as_str());
            if was == now {
                continue;
            }
            let moved = deed.verb == Verb::Move;
            parts.push(match (slot, item) {
                (Slot::Field("sign"), Item::Link(id)) if one => {
                    let sign = |edit: &Edit, new: bool| -> Option<Sign> {
                        if new { edit.new.as_ref() } else { edit.old.as_ref() }?.read().ok()
                    };
                    let turned = edits.iter().find(|edit| edit.field.as_deref() == Some("sign"));
                    let is = open.map.link(id).map_or(Sign::Unknown, crate::map::Link::sign_or_unknown);
                    let was = turned.and_then(|edit| sign(edit, false)).unwrap_or(Sign::Unknown);
                    is_now(lang, say::sign_glyph(was), say::sign_glyph(is))
                }
                (Slot::Field("label" | "title" | "name"), _) if *was == visible(&deed.what) => {
                    format!("{} {}", lang.words().deeds.now, quoted(now))
                }
                (Slot::Field("label" | "title" | "name"), _) => is_now(lang, &quoted(was), &quoted(now)),
                _ if !one && self.back => {
                    let unset = lang.words().forms.not_stated;
                    let set = if was.is_empty() { unset.to_owned() } else { cut(was) };
                    let lead = if moved { String::new() } else { format!("{} → ", name.to_lowercase()) };
                    format!("{lead}{set}")
                }
                _ if !one && moved => cut(now),
                _ if !one => format!("{} → {}", name.to_lowercase(), cut(now)),
                _ if moved => format!("{} → {}", cut(was), cut(now)),
                _ if was.is_empty() => format!("{} → {}", name.to_lowercase(), cut(now)),
                _ if now.is_empty() => format!("{} {}", name.to_lowercase(), no_longer(lang, &cut(was))),
                _ => format!("{}: {} → {}", name.to_lowercase(), cut(was), cut(now)),
            });
        }
        match parts.as_slice() {
            [] => String::new(),
            parts => format!(": {}", parts.join(", ")),
        }
    }

    /// What came or went beside that which the deed is named by.
    fn items(&self, open: &OpenMap, deed: &Deed, lang: Lang) -> String {
        let (things, links) = (&lang.words().things, &lang.words().links);
        let count = |is_link: bool, wanted: (bool, bool)| {
            let own = self.change.edits.iter().filter(|edit| match &edit.item {
                Item::Node(_) => !is_link,
                Item::Link(_) => is_link,
                _ => false,
            });
            let own = own.filter(|edit| match (edit.field.is_some(), edit.new.is_some()) {
                (true, _) => wanted == (true, true),
                (false, comes) => wanted == (false, comes),
            });
            own.map(|edit| &edit.item).collect::<BTreeSet<_>>().len()
        };
        let both = |wanted| (count(false, wanted), count(true, wanted));
        let (new, gone) = (both((false, true)), both((false, false)));
        match deed.verb {
            Verb::Merge => {
                let moved = new.1.min(gone.1);
                let mut said = Vec::new();
                if moved > 0 {
                    said.push(moved_over(lang, &links.link.of(moved)));
                }
                if gone.1 > new.1 {
                    said.push(gone_less(lang, &links.link.of(gone.1 - new.1)));
                }
                if said.is_empty() { String::new() } else { format!(": {}", said.join(", ")) }
            }
            // How many cards came is said already.
            Verb::Paste if new.0 == deed.count && gone == (0, 0) && both((true, true)) == (0, 0) => {
                if new.1 > 0 { with(lang, &links.link.of(new.1)) } else { String::new() }
            }
            Verb::Import | Verb::Paste | Verb::Reload => {
                let words = &lang.words().deeds;
                let rows = [(words.new, new), (words.now_changed, both((true, true))), (words.gone, gone)];
                let noun = |n: usize, noun: &Noun| (n > 0).then(|| noun.of(n));
                let said = rows.iter().filter_map(|(lead, (cards, own))| {
                    let counts: Vec<String> =
                        noun(*cards, &things.card).into_iter().chain(noun(*own, &links.link)).collect();
                    (!counts.is_empty()).then(|| format!("{} {lead}", counts.join(", ")))
                });
                let said: Vec<String> = said.collect();
                if said.is_empty() { String::new() } else { format!(": {}", said.join("; ")) }
            }
            Verb::Connect if self.change.edits.iter().any(|edit| is_missing(open, edit)) => {
                format!(" {}", lang.words().deeds.as_missing)
            }
            _ => {
                let n = if new.0 > 0 { new.1 } else { gone.1 };
                if new.0 + gone.0 > 0 && n > 0 { with(lang, &links.link.of(n)) } else { String::new() }
            }
        }
    }

    /// Which named loops broke, and which are whole again.
    fn loops(&self, open: &OpenMap, lang: Lang) -> String {
        let words = &lang.words().deeds;
        let now = broken(open);
        let titled = |lead: &str, ids: Vec<&LoopId>| {
            let titles = ids.into_iter().filter_map(|id| open.map.loops().get(id));
            let titles: Vec<String> = titles.map(|own| quoted(&visible(&own.title))).collect();
            if titles.is_empty() { String::new() } else { format!("{lead}: {}.", titles.join(", ")) }
        };
        let broke = titled(words.broke, now.difference(&self.broken).collect());
        let whole = titled(words.whole_again, self.broken.difference(&now).collect());
        format!("{broke} {whole}").trim().to_owned()
    }
}

/// The first item of a change that only edits fields of items that stay.
fn first_edited(change: &Change) -> Option<&Item> {
    let only = change.edits.iter().all(|edit| edit.field.is_some());
    change.edits.first().filter(|_| only).map(|edit| &edit.item)
}

/// What stands in the fields of an item.
fn values(open: &OpenMap, item: &Item, lang: Lang) -> Vec<(Slot, String, String)> {
    let rows = form::rows(&open.map, item, lang);
    rows.into_iter().map(|row| (row.slot, row.name, row.value)).collect()
}

/// Whether a change brought a link that is missing.
fn is_missing(open: &OpenMap, edit: &Edit) -> bool {
    let Item::Link(id) = &edit.item else { return false };
    edit.field.is_none() && open.map.link(id).is_some_and(|link| link.missing)
}

fn broken(open: &OpenMap) -> BTreeSet<LoopId> {
    let named = open.circles.all.iter().take(open.circles.named);
    named.filter(|circle| circle.gone > 0).filter_map(|circle| circle.named.clone()).collect()
}

fn cut(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use crate::tui::update::played::{connect, player, press};

    /// What the last line says after keys on a small map, where a link is chosen.
    fn after(keys: &str) -> String {
        let mut player = player();
        connect(&mut player, "", "story-heard");
        press(&mut player, keys);
        player.app.message
    }

    #[test]
    fn a_deed_says_what_was_and_what_is() {
        for (keys, wanted) in [
            ("s", "Turned the sign of «Trust → Story heard»: + is now −."),
            ("su", "Undone: turned the sign of «Trust → Story heard»: − is now +."),
            ("suU", "Redone: turned the sign of «Trust → Story heard»: + is now −."),
            ("<s-up>", "Moved «Trust»: users → system."),
            ("<s-up>u", "Undone: moved «Trust»: system → users."),
            ("<esc>bs", "Changed «Trust»: certainty: not judged → supported."),
            ("<esc>bsbh", "Changed «Trust»: certainty: supported → hypothesis."),
            ("<esc>r<c-u>Faith<enter>", "Renamed «Trust»: now «Faith»."),
            ("<esc>r<c-u>Faith<enter>u", "Undone: renamed «Trust»: «Faith» is now «Trust»."),
            ("<esc>x", "Deleted «Trust» with 1 link."),
            ("<esc>xu", "Undone: deleted «Trust» with 1 link."),
        ] {
            assert_eq!(after(keys), wanted, "{keys}");
        }
    }

    #[test]
    fn what_is_taken_back_of_several_is_what_was_set() {
        let mut player = player();
        let open = player.app.open.as_mut().expect("open");
        open.picked = ["story-heard", "shared-view"].map(Into::into).into();
        press(&mut player, "bh");
        assert_eq!(player.app.message, "Changed 2 cards: certainty → hypothesis.");
        press(&mut player, "u");
        assert_eq!(player.app.message, "Undone: changed 2 cards: certainty → hypothesis.");
        press(&mut player, "U");
        assert_eq!(player.app.message, "Redone: changed 2 cards: certainty → hypothesis.");
    }

    #[test]
    fn a_loop_that_breaks_is_named() {
        let mut player = player();
        connect(&mut player, "", "story-heard");
        press(&mut player, "/story<enter>");
        connect(&mut player, "", "trust");
        press(&mut player, "4gn<c-u>Ring<enter>1/trust<enter>x");
        assert!(
            player.app.message.contains("with 2 links. A loop is broken now: «Ring»."),
            "{}",
            player.app.message
        );
        press(&mut player, "u");
        assert!(player.app.message.ends_with("Whole again: «Ring»."), "{}", player.app.message);
    }
}
