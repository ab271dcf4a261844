//! A node: a card on the board.

use std::collections::BTreeMap;

use super::id::{AreaId, GoalId, LevelId, NodeId, PhaseId, SourceId};
use super::record::{choice, record};
use super::source::Citation;

/// Lines of text; one list entry is one line of the file, so that a diff shows one changed sentence.
pub type Lines = Vec<String>;

choice!(
    /// What a node is.
    #[derive(Default)]
    Kind {
        /// Something that can grow or shrink and makes other things grow or shrink.
        #[default]
        Cause,
        /// Somebody who acts.
        Actor,
        /// Something one could do.
        Measure,
        /// What it is good for in the end.
        Benefit,
        /// Raw insight that is not placed yet; outside every analysis.
        Note,
    }
);

choice!(
    /// What a cause does to the aim of the map.
    Role {
        /// It stands in the way.
        Barrier,
        /// It helps.
        Enabler,
        /// It frames what is possible.
        Condition,
        /// It pulls both ways.
        Tension,
    }
);

choice!(
    /// How much of a cause there is today.
    Amount {
        /// A good thing there is too little of.
        Low,
    }
);

choice!(
    /// What is claimed of a cause's place in the chains: a claim, not a computed fact.
    Origin {
        /// A root cause.
        Root,
        /// A fault that follows from others.
        FollowOn,
    }
);

choice!(
    /// How well founded a card or a link is. Not stated is no value at all.
    Certainty {
        /// Somebody thinks so.
        Hypothesis,
        /// A source points that way.
        Supported,
        /// Sources show it.
        Confirmed,
        /// Sources show that it is not so; kept, drawn struck through, left out of analyses.
        Refuted,
    }
);

choice!(
    /// A mark that a group sets on a card.
    Mark {
        /// We know too little here.
        Zoom,
        /// An idea.
        Idea,
        /// Potential for intervention.
        Potential,
        /// It hurts here.
        Pain,
        /// A small push may move much.
        Leverage,
    }
);

choice!(
    /// An actor's attitude to the work.
    Stance {
        /// Wants it.
        For,
        /// Neither way.
        Neutral,
        /// Waits and sees.
        Waiting,
        /// Does not want it.
        Against,
    }
);

choice!(
    /// Which part an actor has in the work.
    Involvement {
        /// Takes part.
        Active,
        /// Somebody speaks for it.
        Represented,
        /// Asked now and then.
        OnEdge,
        /// Not there.
        Absent,
    }
);

choice!(
    /// How far a measure has come.
    Stage {
        /// Somebody thought of it.
        Idea,
        /// Tried in the small, to learn.
        Experiment,
        /// A project works on it.
        Project,
        /// Shown in full somewhere.
        Demonstrator,
        /// In daily use.
        Adopted,
        /// Stopped.
        Ended,
    }
);

choice!(
    /// How a benefit is measured.
    Measured {
        /// In words.
        Qualitative,
        /// In figures.
        Quantitative,
    }
);

/// One answer to 'what is it good for', seen by one party.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The answer in words.
    pub answer: String,
    /// The level on which the effect shows.
    pub level: Option<LevelId>,
    /// How much, 0 to 5.
    pub score: Option<u8>,
}
record!(Answer, "answer", [answer, level, score], always []);

/// The four perspectives from which a measure is judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Perspectives {
    /// For the resident.
    pub resident: Option<Answer>,
    /// For the service.
    pub service: Option<Answer>,
    /// For the system.
    pub system: Option<Answer>,
    /// For the benefits.
    pub benefit: Option<Answer>,
}
record!(Perspectives, "row of perspectives", [resident, service, system, benefit], always []);

/// One measured value of a benefit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measurement {
    /// When, as people write it: `2021-12-05`.
    pub date: String,
    /// What was found, with its unit: `86 %`.
    pub value: String,
    /// How many were asked.
    pub n: Option<u32>,
    /// Where it comes from.
    pub source: Option<SourceId>,
    /// What it may be held against.
    pub comparison: String,
}
record!(Measurement, "measurement", [date, value, n, source, comparison], always[value]);

/// A card: a cause, an actor, a measure, a benefit or a raw note.
///
/// Any field may stand on any kind; what does not fit its kind is kept and not shown. The node's id is not in
/// it: the map holds that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// What people read on the card.
    pub label: String,
    /// A label for dense views, at most 16 characters; empty if there is none.
    pub short: String,
    /// What it is.
    pub kind: Kind,
    /// What a cause does.
    pub role: Option<Role>,
    /// Whether there is too little of it today.
    pub now: Option<Amount>,
    /// Whether it is claimed to be a root cause or a follow-on fault.
    pub origin: Option<Origin>,
    /// An actor's sector, in words.
    pub sector: String,
    /// An actor's opportunity to influence the work, 0 to 3.
    pub influence: Option<u8>,
    /// An actor's attitude.
    pub stance: Option<Stance>,
    /// Groups of the work that an actor belongs to.
    pub groups: Vec<String>,
    /// An actor's part in the work.
    pub involvement: Option<Involvement>,
    /// What an actor needs to know.
    pub needs_to_know: Lines,
    /// What an actor wants to take part in.
    pub wants_part: Lines,
    /// How far a measure has come.
    pub stage: Option<Stage>,
    /// What a measure is thought to do.
    pub hypothesis: Lines,
    /// Who took part in trying it.
    pub participants: Lines,
    /// What was seen.
    pub seen: Lines,
    /// What was learned.
    pub learning: Lines,
    /// What to do next.
    pub next: Lines,
    /// The group of ideas a measure belongs to.
    pub group: String,
    /// The actor who owns a measure.
    pub owner: Option<NodeId>,
    /// The actor who pays for it.
    pub payer: Option<NodeId>,
    /// The actor who gains by it.
    pub gainer: Option<NodeId>,
    /// What it is good for, from four sides.
    pub perspectives: Perspectives,
    /// How a benefit is measured.
    pub measured: Option<Measured>,
    /// What is measured.
    pub indicator: String,
    /// The effect goal a benefit serves.
    pub effect_goal: Option<GoalId>,
    /// What is aimed at.
    pub target: String,
    /// What was measured.
    pub measurements: Vec<Measurement>,
    /// The level on which it lives; none for an unsorted card.
    pub level: Option<LevelId>,
    /// The problem area it belongs to.
    pub area: Option<AreaId>,
    /// The place in its cell that a person chose, counted from 1.
    pub pin: Option<u32>,
    /// The phases of life in which it shows.
    pub phases: Vec<PhaseId>,
    /// How well founded it is.
    pub certainty: Option<Certainty>,
    /// Marks that a group set.
    pub marks: Vec<Mark>,
    /// Dot votes.
    pub votes: u32,
    /// Free words to find it by.
    pub tags: Vec<String>,
    /// Columns that came from elsewhere.
    pub extra: BTreeMap<String, String>,
    /// What it rests on.
    pub sources: BTreeMap<SourceId, Citation>,
    /// What there is to say about it.
    pub note: Lines,
    /// Ids it had before.
    pub was: Vec<NodeId>,
}
record!(
    Node,
    "node",
    [
        label, short, kind, role, now, origin, sector, influence, stance, groups, involvement, needs_to_know,
        wants_part, stage, hypothesis, participants, seen, learning, next, group, owner, payer, gainer,
        perspectives, measured, indicator, effect_goal, target, measurements, level, area, pin, phases, certainty,
        marks, votes, tags, extra, sources, note, was,
    ],
    always [label, kind]
);

impl Node {
    /// What its sector is sorted and compared by: case and blanks around it make no other sector. Empty without one.
    #[must_use]
    pub fn sector_key(&self) -> String {
        crate::text::order::order_key(self.sector.trim())
    }

    /// A node of the given kind, nowhere yet.
    pub fn new(kind: Kind, label: impl Into<String>) -> Self {
        Self { label: label.into(), kind, ..Self::default() }
    }

    /// The short label where there is one, else the label.
    #[must_use]
    pub fn short_label(&self) -> &str {
        if self.short.is_empty() { &self.label } else { &self.short }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::record::Record;
    use crate::map::value::Value;

    #[test]
    fn defaults_are_not_written_but_label_and_kind_always_are() {
        assert_eq!(Value::of(&Node::default()).as_str(), "(label: \"\", kind: Cause)");
    }

    #[test]
    fn a_field_can_be_set_and_unset_by_name() {
        let mut node = Node::new(Kind::Cause, "Trust");
        node.set("role", Some(&Value::of(&Role::Condition))).expect("fits");
        assert_eq!(node.role, Some(Role::Condition));
        assert_eq!(node.get("role").as_ref().map(Value::as_str), Some("Condition"));
        node.set("role", None).expect("fits");
        assert_eq!(node.get("role"), None);
        assert!(node.set("role", Some(&Value::of("x"))).is_err());
        assert!(node.set("rôle", None).is_err());
    }

    #[test]
    fn reading_is_strict() {
        let read = |text: &str| Value::tidy(text).read::<Node>().map_err(|e| e.why);
        assert!(read("(label: \"x\", kind: Cause)").is_ok());
        assert!(read("(label: \"x\", kind: Cause, lable: \"y\")").expect_err("unknown").contains("lable"));
        assert!(read("(kind: Cause)").expect_err("missing").contains("label"));
        assert!(read("(label: \"x\", label: \"y\", kind: Cause)").expect_err("twice").contains("label"));
    }
}
