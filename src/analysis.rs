//! Chains, loops, levels and actors: pure, with a budget in steps and a way to stop.
//!
//! Everything here reads a map or its [`Snapshot`](crate::map::Snapshot) and answers with numbers of nodes and
//! links. Equal maps get equal answers in equal order. Long work counts its steps against a
//! [`Budget`] and says what it was sure of when it ran out. There is no clock here and nothing that changes a map;
//! text for people only where observations and comparisons are said.

pub mod actors;
pub mod between;
pub mod bottleneck;
pub mod budget;
pub mod chain_sum;
pub mod chains;
pub mod closing;
pub mod compare;
pub mod cut;
pub mod degree;
pub mod evidence;
pub mod independent;
mod knots;
pub mod levels;
pub mod loops;
pub mod merged;
pub mod named;
pub mod observe;
pub mod ranking;
pub mod settling;
pub mod structure;
pub mod total;
pub mod tree;
mod walk;
pub mod would_be;

pub use actors::Register;
pub use between::{Between, Flow, Group, Grouping, Net};
pub use bottleneck::bottlenecks;
pub use budget::{Budget, Stop};
pub use chain_sum::{ChainSum, NetSign};
pub use chains::{Chain, ChainQuery, FoundChains, find_chains};
pub use compare::{CompareQuery, Comparison};
pub use cut::{Cut, ToldCut, cut_chains, cut_loops, cut_told};
pub use evidence::{Evidence, Footing, Grounds};
pub use independent::{IndependentLoops, independent_loops};
pub use levels::{Levels, Verdict};
pub use loops::{Found, Loop, LoopQuery, Place, Polarity, find_loops};
pub use merged::{AfterMerge, after_merge};
pub use observe::{Observation, Observed, observe};
pub use ranking::{Ranked, best_chains};
pub use settling::{Settling, settling};
pub use structure::{Structure, structure};
pub use total::{Total, count_loops, count_loops_within};
pub use would_be::{Standing, WouldBe, would_be_loops};
