//! What the model's words are called on screen, in both languages.
//!
//! The words themselves stand in `text`, which knows no model; here each value of the model finds its word.

use std::borrow::Cow;

use crate::text::reading::{LoopKind, Turn};
use crate::text::words::{Noun, says::quoted};
use crate::text::{Glyphs, Lang, visible};

use super::graph::Map;
use super::hint::Hint;
use super::level::Color;
use super::link::{About, Link, LinkKind, Sign};
use super::node::{Amount, Certainty, Involvement, Kind, Mark, Measured, Node, Origin, Role, Stage, Stance};
use super::source::SourceKind;
use super::verb::{Deed, Verb};

/// Gives an enum a `word`: for each variant the path of its word.
macro_rules! words {
    ($type:ident { $($variant:ident => $group:ident.$word:ident $(.$part:ident)?),* $(,)? }) => {
        impl $type {
            /// What it is called on screen.
            #[must_use]
            pub fn word(self, lang: Lang) -> &'static str {
                let words = lang.words();
                match self {
                    $($type::$variant => words.$group.$word $(.$part)?,)*
                }
            }
        }
    };
}

words!(Kind {
    Cause => things.cause.one,
    Actor => things.actor.one,
    Measure => things.measure.one,
    Benefit => things.benefit.one,
    Note => things.note.one,
});
words!(Role {
    Barrier => things.barrier,
    Enabler => things.enabler,
    Condition => things.condition,
    Tension => things.tension,
});
words!(Amount { Low => things.now_low });
words!(Origin { Root => things.root_cause, FollowOn => things.follow_on });
words!(Certainty {
    Hypothesis => things.hypothesis,
    Supported => things.supported,
    Confirmed => things.confirmed,
    Refuted => things.refuted,
});
words!(Mark {
    Zoom => things.zoom,
    Idea => things.idea,
    Potential => things.potential,
    Pain => things.pain,
    Leverage => things.leverage,
});
words!(Stance {
    For => people.for_,
    Neutral => people.neutral,
    Waiting => people.waiting,
    Against => people.against,
});
words!(Involvement {
    Active => people.active,
    Represented => people.represented,
    OnEdge => people.on_the_edge,
    Absent => people.absent,
});
words!(Stage {
    Idea => people.idea,
    Experiment => people.experiment,
    Project => people.project,
    Demonstrator => people.demonstrator,
    Adopted => people.adopted,
    Ended => people.ended,
});
words!(Measured { Qualitative => people.qualitative, Quantitative => people.quantitative });
words!(LinkKind {
    Causes => links.causes,
    Relates => links.relates,
    Steers => links.steers,
    Informs => links.informs,
    Cooperates => links.cooperates,
    Holds => links.holds,
    ActsOn => links.acts_on,
    Needs => links.needs,
    Stops => links.stops,
});
words!(Sign { Plus => links.same, Minus => links.opposite, Unknown => links.unknown });
words!(About {
    Case => links.about_case,
    Sector => links.about_sector,
    Whole => links.about_whole,
});
words!(Color {
    Gray => forms.gray,
    Red => forms.red,
    Green => forms.green,
    Yellow => forms.yellow,
    Blue => forms.blue,
    Magenta => forms.magenta,
    Cyan => forms.cyan,
    BrightRed => forms.bright_red,
    BrightGreen => forms.bright_green,
    BrightYellow => forms.bright_yellow,
    BrightBlue => forms.bright_blue,
    BrightMagenta => forms.bright_magenta,
    BrightCyan => forms.bright_cyan,
});
words!(SourceKind {
    Interview => things.interview,
    Panel => things.panel,
    Survey => things.survey,
    Statistics => things.statistics,
    Report => things.report,
    Audit => things.audit,
    Experiment => things.experiment,
    Workshop => things.workshop,
    Model => things.model,
    Other => things.other,
});

words!(Verb {
    Add => deeds.added,
    Remove => deeds.removed,
    Connect => deeds.connected,
    Rename => deeds.renamed,
    Flip => deeds.flipped,
    GiveSign => deeds.sign_given,
    TakeSign => deeds.sign_taken,
    Move => deeds.moved,
    Edit => deeds.edited,
    Reload => deeds.reloaded,
    Merge => deeds.merged,
    Reverse => deeds.reversed,
    Duplicate => deeds.duplicated,
    Paste => deeds.pasted,
    Order => deeds.ordered,
    Tell => deeds.told,
    Record => deeds.recorded,
    Mark => deeds.marked,
    Vote => deeds.voted,
    Pin => deeds.pinned,
    Cite => deeds.cited,
    Import => deeds.imported,
    SetAside => deeds.set_aside,
    TakeOut => deeds.taken_out,
    PutBack => deeds.put_back,
    Settle => deeds.settled,
});

words!(Hint {
    CannotGrow => says.can_this_grow,
    TwoInOne => says.two_in_one,
    Tension => says.a_tension,
    MeasureInDisguise => says.measure_in_disguise,
});

/// What was done, in the past tense and in lower case: `moved «Trust»`, `moved 5 cards`. It stands alone with a capital,
/// or behind 'Undone:' as it is; it is
/// safe to show.
#[must_use]
pub fn deed_said(deed: &Deed, lang: Lang) -> String {
    let words = lang.words();
    let done = deed.verb.word(lang);
    if deed.count == 1 {
        return format!("{done} {}", quoted(&visible(&deed.what)));
    }
    let noun: &Noun = match () {
        () if deed.is_of_cards() => &words.things.card,
        () if deed.is_of_links() => &words.links.link,
        () => &words.deeds.thing,
    };
    format!("{done} {}", noun.of(deed.count))
}

/// The word for a strength of 1 to 3; `None` for anything else.
#[must_use]
pub fn strength_word(strength: u8, lang: Lang) -> Option<&'static str> {
    let links = &lang.words().links;
    match strength {
        1 => Some(links.strength_weak),
        2 => Some(links.strength_medium),
        3 => Some(links.strength_strong),
        _ => None,
    }
}

/// The word for an actor's influence; whatever is more than 3 is high.
#[must_use]
pub fn influence_word(influence: u8, lang: Lang) -> &'static str {
    let people = &lang.words().people;
    match influence {
        0 => people.influence_none,
        1 => people.influence_low,
        2 => people.influence_medium,
        _ => people.influence_high,
    }
}

impl Sign {
    /// The sign as a reading takes it.
    #[must_use]
    pub fn turn(self) -> Turn {
        match self {
            Sign::Plus => Turn::Same,
            Sign::Minus => Turn::Opposite,
            Sign::Unknown => Turn::Unknown,
        }
    }

    /// What a loop whose links multiply to this sign does.
    #[must_use]
    pub fn loop_kind(self) -> LoopKind {
        match self {
            Sign::Plus => LoopKind::Reinforcing,
            Sign::Minus => LoopKind::Balancing,
            Sign::Unknown => LoopKind::Undetermined,
        }
    }
}

impl Link {
    /// What the link says between the names of its ends: the free word of a loose tie, safe to show, where it has one,
    /// else the word for its kind.
    #[must_use]
    pub fn verb(&self, kind: LinkKind, lang: Lang) -> Cow<'_, str> {
        match kind {
            LinkKind::Relates if !self.word.trim().is_empty() => visible(&self.word),
            kind => Cow::Borrowed(kind.word(lang)),
        }
    }
}

impl Map {
    /// The language that the map's texts are in, to read and divide them in; the one given where the map says none
    /// that we know.
    #[must_use]
    pub fn lang_or(&self, lang: Lang) -> Lang {
        Lang::from_tag(&self.head().language).unwrap_or(lang)
    }
}

impl Mark {
    /// The one letter that stands for it where there is little room.
    #[must_use]
    pub fn letter(self, lang: Lang) -> &'static str {
        let things = &lang.words().things;
        match self {
            Mark::Zoom => things.zoom_short,
            Mark::Idea => things.idea_short,
            Mark::Potential => things.potential_short,
            Mark::Pain => things.pain_short,
            Mark::Leverage => things.leverage_short,
        }
    }
}

impl Node {
    /// What a group set on it, for behind its label: the letters of its marks, in brackets so that they are none of the
    /// label's words, and its dots, `[Z!]•3`. Empty for nothing.
    #[must_use]
    pub fn set_short(&self, lang: Lang, glyphs: &Glyphs) -> String {
        let letters: String = self.marks.iter().map(|mark| mark.letter(lang)).collect();
        let mut short = if letters.is_empty() { letters } else { format!("[{letters}]") };
        if self.votes > 0 {
            short.push_str(&format!("{}{}", glyphs.vote, self.votes));
        }
        short
    }

    /// The same in words: its marks and its dots, `pain · 3 dots`. Empty for nothing.
    #[must_use]
    pub fn set_words(&self, lang: Lang) -> Vec<String> {
        let mut words: Vec<String> = self.marks.iter().map(|mark| mark.word(lang).to_owned()).collect();
        if self.votes > 0 {
            words.push(lang.words().doing.dot.of(self.votes as usize));
        }
        words
    }

    /// The word for what the node is: a cause's role where it has one, else its kind.
    #[must_use]
    pub fn word(&self, lang: Lang) -> &'static str {
        match (self.kind, self.role) {
            (Kind::Cause, Some(role)) => role.word(lang),
            (kind, _) => kind.word(lang),
        }
    }

    /// The glyph of the node: its shape says what it is, hollow that there is too little of it.
    #[must_use]
    pub fn glyph(&self, glyphs: &Glyphs) -> &'static str {
        let shape = match (self.kind, self.role) {
            (Kind::Cause, Some(Role::Barrier)) => glyphs.barrier,
            (Kind::Cause, Some(Role::Enabler)) => glyphs.enabler,
            (Kind::Cause, Some(Role::Condition)) => glyphs.condition,
            (Kind::Cause, Some(Role::Tension)) => glyphs.tension,
            (Kind::Cause, None) => glyphs.cause,
            (Kind::Actor, _) => glyphs.actor,
            (Kind::Measure, _) => glyphs.measure,
            (Kind::Benefit, _) => glyphs.benefit,
            (Kind::Note, _) => glyphs.note,
        };
        shape.draw(self.now == Some(Amount::Low))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Edit, Item, Link, LinkId, Value};

    #[test]
    fn deeds_are_said_of_one_and_of_many() {
        let node = Edit::add(Item::Node("a".into()), Value::of(&Node::new(Kind::Cause, "Å")));
        let link =
            Edit::add(Item::Link(LinkId::new("a", LinkKind::Causes, "a")), Value::of(&Link::default()));
        let said = |edits: Vec<Edit>, count, lang| {
            deed_said(&Deed::new(Verb::Move, "Tillit", edits).of(count), lang)
        };
        assert_eq!(said(vec![node.clone()], 1, Lang::Nb), "flyttet «Tillit»");
        assert_eq!(said(vec![link.clone(), node], 5, Lang::Nb), "flyttet 5 kort");
        assert_eq!(said(vec![link], 2, Lang::En), "moved 2 links");
        let order = Edit::field(Item::Map, "levels", None, Some(Value::of(&["a", "b"])));
        assert_eq!(said(vec![order], 2, Lang::En), "moved 2 things");
    }

    #[test]
    fn no_two_verbs_are_said_alike() {
        for lang in Lang::ALL {
            let said: std::collections::BTreeSet<_> = Verb::ALL.iter().map(|verb| verb.word(lang)).collect();
            assert_eq!(said.len(), Verb::ALL.len());
        }
    }
}
