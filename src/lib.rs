//! floke maps a wicked problem in a terminal: who acts, what causes what, in which problem area, on which level
//! of government, and where the feedback between the levels runs or stops.
//!
//! ```text
//!  tui/view/chrome    ┌ floke  Children with complex needs         1 Board  2 Focus  3 Staircase … ┐
//!                     ├───────────────────────────────────────────────────────────┬────────────────┤
//!  layout/board       │              1A Participation   1B Together   2 Leadership │ ■ Room to act  │
//!  layout/routing     │ System             ·               ·          ■ Sector ───╮│   left unused  │
//!  layout/focus       │              ╭──────────────────────────────────────────(+)╯│ barrier        │
//!  layout/staircase   │ Management   ·  ╰▶■ Mandates read narrowly                  │ level  …       │ tui/view/
//!  layout/canvas      │ Practitioners   ┏━━━━━━━━━━━━━┓                             │ certainty …    │ inspector
//!                     │                 ┃ Room to act ┃                             │ sources …      │
//!  palette            │ Users           ┗━━━━━━━━━━━━━┛                             │                │
//!                     ├───────────────────────────────────────────────────────────┴────────────────┤
//!  text/reading       │ When «Mandates read narrowly» grows, «Room to act left unused» grows.          │
//!  command            └ arrows move   Tab along a link   Enter focus   / find   : commands   ? keys   ┘
//! ```
//!
//! Behind the screen: [`map`] is the model and the one way to change it, [`analysis`] finds chains, loops and who
//! hears whom, [`layout`] makes pictures out of them, [`mod@file`] reads and writes the one text file that a map is,
//! [`vcs`] asks git, [`exchange`] speaks other formats. [`tui`] is the editor, [`cli`] the command line; both are thin.
//!
//! The rooms stand in an order, and a room imports only rooms before it: [`text`], [`palette`], [`map`],
//! [`analysis`], [`layout`], [`mod@file`], [`vcs`], [`exchange`], [`command`], [`tui`], [`cli`]. `docs/architecture.md` says
//! why, and `tests/rooms.rs` holds it.

pub mod analysis;
pub mod cli;
pub mod command;
pub mod exchange;
pub mod file;
pub mod layout;
pub mod map;
pub mod palette;
pub mod text;
pub mod tui;
pub mod vcs;
