//! What is done to links: linking, unlinking, and every way in which one is turned or changes what it says.

use crate::map::change::Edit;
use crate::map::graph::Map;
use crate::map::item::Item;
use crate::map::link::{Link, LinkId, LinkKind, Sign};
use crate::map::told::Show;
use crate::map::value::Value;

use super::cards::standing;
use super::draft::Draft;
use super::names::link as words;
use super::{Deed, Verb};

/// Links two nodes; `None` if an end is not there, or they are linked that way already.
#[must_use]
pub fn connect(map: &Map, id: &LinkId, link: &Link) -> Option<Deed> {
    let (from, to) = (map.node(&id.from)?, map.node(&id.to)?);
    let id = standing(id.clone());
    if map.link(&id).is_some() {
        return None;
    }
    let value = Value::of(&link.clone().fitted_to(id.kind));
    let what = format!("{} → {}", from.label, to.label);
    Some(Deed::new(Verb::Connect, what, vec![Edit::add(Item::Link(id), value)]))
}

/// Takes a link out; `None` if there is none.
#[must_use]
pub fn disconnect(map: &Map, id: &LinkId) -> Option<Deed> {
    let link = map.link(id)?;
    let edit = Edit::remove(Item::Link(id.clone()), Value::of(link));
    Some(Deed::new(Verb::Remove, words(map, id), vec![edit]))
}

/// Turns the sign of a link; `None` if it has none, or an unknown one, or is not there.
#[must_use]
pub fn flip(map: &Map, id: &LinkId) -> Option<Deed> {
    set_sign(map, id, map.link(id)?.sign?.flipped())
}

/// Gives a link that sign; `None` if it has it already, its kind carries none, or it is not there.
#[must_use]
pub fn set_sign(map: &Map, id: &LinkId, sign: Sign) -> Option<Deed> {
    if !id.kind.has_sign() {
        return None;
    }
    let verb = match (map.link(id)?.sign_or_unknown(), sign) {
        (Sign::Unknown, _) => Verb::GiveSign,
        (_, Sign::Unknown) => Verb::TakeSign,
        _ => Verb::Flip,
    };
    change(map, id, verb, |link| link.sign = Some(sign))
}

/// Says that the effect comes only after a time, or takes that back; `None` if there is no such link.
#[must_use]
pub fn toggle_delay(map: &Map, id: &LinkId) -> Option<Deed> {
    change(map, id, Verb::Edit, |link| link.delay = !link.delay)
}

/// Says that the link ought to be there and is not, or takes that back; `None` if there is no such link.
#[must_use]
pub fn toggle_missing(map: &Map, id: &LinkId) -> Option<Deed> {
    change(map, id, Verb::Edit, |link| link.missing = !link.missing)
}

/// Turns a link round: it starts where it ended. `None` if it is not there, there is such a link already, it runs from
/// a card to itself, or it says that two work together, which has no direction.
///
/// Named loops and journeys that pass it are broken then: what they tell went the other way.
#[must_use]
pub fn reverse(map: &Map, id: &LinkId) -> Option<Deed> {
    let link = map.link(id)?;
    let turned = LinkId { from: id.to.clone(), to: id.from.clone(), kind: id.kind };
    if id.kind == LinkKind::Cooperates || map.link(&turned).is_some() {
        return None;
    }
    let mut draft = Draft::of(map);
    draft.drop_link(id);
    draft.put_link(turned, link.clone());
    draft.deed(Verb::Reverse, words(map, id))
}

/// Lets a link say something else: it keeps all it has, a cause or a measure without a sign gets an unknown one, and
/// named loops and journeys that pass it go on passing it. `None` if it is not there, is of that kind already, or there
/// is such a link already.
#[must_use]
pub fn set_link_kind(map: &Map, id: &LinkId, kind: LinkKind) -> Option<Deed> {
    let link = map.link(id)?;
    let new = standing(LinkId { kind, ..id.clone() });
    if map.link(&new).is_some() {
        return None;
    }
    let mut draft = Draft::of(map);
    draft.drop_link(id);
    if new.from == id.from {
        follow(&mut draft, id, kind);
    }
    draft.put_link(new, link.clone());
    draft.deed(Verb::Edit, words(map, id))
}

/// Lets loops and journeys name a link by its new kind.
fn follow(draft: &mut Draft<'_>, old: &LinkId, kind: LinkKind) {
    for told in draft.loops.values_mut() {
        let links: Vec<LinkId> = told.links().collect();
        for (at, _) in links.iter().enumerate().filter(|(_, link)| *link == old) {
            told.through[at].1 = kind;
        }
    }
    for step in draft.journeys.values_mut().flat_map(|journey| &mut journey.steps) {
        let links = step.show.links();
        match &mut step.show {
            Show::Link(_, of, _) if links.first() == Some(old) => *of = kind,
            Show::Chain(through, _) => {
                for (at, _) in links.iter().enumerate().filter(|(_, link)| *link == old) {
                    through[at].1 = kind;
                }
            }
            _ => {}
        }
    }
}

fn change(map: &Map, id: &LinkId, verb: Verb, change: impl FnOnce(&mut Link)) -> Option<Deed> {
    let mut draft = Draft::of(map);
    change(draft.link_mut(id)?);
    draft.deed(verb, words(map, id))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{after, two};
    use super::*;
    use crate::map::told::{Journey, NamedLoop, Step};

    fn link(from: &str, kind: LinkKind, to: &str) -> LinkId {
        LinkId::new(from, kind, to)
    }

    #[test]
    fn a_link_turns_round_with_all_it_says() {
        let map = two();
        let id = link("trust", LinkKind::Causes, "story-heard");
        let map = after(&map, &toggle_delay(&map, &id).expect("there"));
        let map = after(&map, &toggle_missing(&map, &id).expect("there"));
        let turned = after(&map, &reverse(&map, &id).expect("free"));
        let back = link("story-heard", LinkKind::Causes, "trust");
        assert_eq!((turned.link(&id), turned.link(&back)), (None, map.link(&id)));
        // With one each way there is nothing to turn, nor on a link from a card to itself.
        let both = after(&turned, &connect(&turned, &id, &Link::default()).expect("new"));
        assert_eq!(reverse(&both, &id), None);
        let own = link("trust", LinkKind::Causes, "trust");
        let both = after(&both, &connect(&both, &own, &Link::default()).expect("new"));
        assert_eq!(reverse(&both, &own), None);
    }

    #[test]
    fn signs_are_set_where_there_are_signs() {
        let map = two();
        let id = link("trust", LinkKind::Causes, "story-heard");
        assert_eq!(set_sign(&map, &id, Sign::Plus), None);
        let deed = set_sign(&map, &id, Sign::Unknown).expect("another");
        let map = after(&map, &deed);
        assert_eq!((deed.verb, flip(&map, &id)), (Verb::TakeSign, None));
        assert_eq!(set_sign(&map, &id, Sign::Plus).map(|deed| deed.verb), Some(Verb::GiveSign));
        let map = after(&map, &set_link_kind(&map, &id, LinkKind::Informs).expect("free"));
        assert_eq!(set_sign(&map, &link("trust", LinkKind::Informs, "story-heard"), Sign::Plus), None);
    }

    #[test]
    fn another_kind_keeps_what_is_told_of_the_link() {
        let mut map = two();
        let back = link("story-heard", LinkKind::Relates, "trust");
        map = after(&map, &connect(&map, &back, &Link::default()).expect("new"));
        let through = vec![("trust".into(), LinkKind::Causes), ("story-heard".into(), LinkKind::Relates)];
        map.loops.insert("l".into(), NamedLoop { through: through.clone(), ..NamedLoop::default() });
        let shows = [
            Show::Link("story-heard".into(), LinkKind::Relates, "trust".into()),
            Show::Chain(through, "trust".into()),
        ];
        let steps = shows.into_iter().map(|show| Step { show, remark: Vec::new() }).collect();
        map.journeys.insert("j".into(), Journey { steps, ..Journey::default() });
        let map = after(&map, &set_link_kind(&map, &back, LinkKind::Causes).expect("free"));
        let new = link("story-heard", LinkKind::Causes, "trust");
        assert_eq!(map.link(&new).expect("there").sign, Some(Sign::Unknown));
        assert!(map.loops["l"].links().all(|link| map.link(&link).is_some()));
        let steps = &map.journeys["j"].steps;
        assert!(steps.iter().flat_map(|step| step.show.links()).all(|link| map.link(&link).is_some()));
        assert_eq!(set_link_kind(&map, &new, LinkKind::Causes), None);
    }

    #[test]
    fn who_works_together_is_named_once() {
        let map = two();
        let id = link("trust", LinkKind::Causes, "story-heard");
        let map = after(&map, &set_link_kind(&map, &id, LinkKind::Cooperates).expect("free"));
        let stands = link("story-heard", LinkKind::Cooperates, "trust");
        assert!(map.link(&stands).is_some());
        assert_eq!(reverse(&map, &stands), None);
        assert_eq!(
            connect(&map, &link("trust", LinkKind::Cooperates, "story-heard"), &Link::default()),
            None
        );
    }
}
