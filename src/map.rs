//! The model: what a map is and how it may change.
//!
//! A [`Map`] holds nodes and links as a graph, and around it what people ordered (levels, areas, phases), what
//! they rest on (sources) and what they told (named loops, journeys). It is read through iterators in id order
//! and changed through a [`Change`] only. A [`Snapshot`] is the map as analyses and layouts read it.
//!
//! There is no file, no clock and no terminal here, so nothing here can fail for reasons outside the map.

pub mod alike;
pub mod change;
pub mod clip;
pub mod diff;
pub mod escape;
pub mod fold;
pub mod graph;
pub mod hint;
pub mod history;
pub mod id;
pub mod item;
pub mod level;
pub mod limits;
pub mod link;
pub mod merge;
pub mod node;
pub mod quick;
pub mod record;
pub mod renamed;
pub mod slug;
pub mod snapshot;
pub mod source;
pub mod told;
pub mod tree;
pub mod value;
pub mod verb;
pub mod words;

pub use alike::alike;
pub use change::{Change, ChangeError, Edit};
pub use clip::{Clip, ClipError};
pub use diff::diff;
pub use fold::fold;
pub use graph::{Frame, GraphError, Head, Map};
pub use hint::{Hint, hints};
pub use history::History;
pub use id::{AreaId, GoalId, JourneyId, LevelId, LoopId, NodeId, PhaseId, SourceId};
pub use item::Item;
pub use level::{Area, Color, EffectGoal, Level, Phase};
pub use link::{About, Link, LinkId, LinkKind, Sign};
pub use merge::{Merged, merge};
pub use node::{
    Amount, Answer, Certainty, Involvement, Kind, Lines, Mark, Measured, Measurement, Node, Origin,
    Perspectives, Role, Stage, Stance,
};
pub use quick::QuickPlan;
pub use record::Record;
pub use snapshot::{Arc, Scope, Snapshot, Spot};
pub use source::{Citation, Source, SourceKind};
pub use told::{Clash, Conflict, Journey, NamedLoop, SetAside, Show, Side, Step};
pub use value::{Value, ValueError};
pub use verb::{Deed, Verb};
