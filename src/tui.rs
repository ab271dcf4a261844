//! The editor: state, events, update, views.
//!
//! An [`Event`](event::Event) becomes a change of the [`App`] in [`update()`](update::update); drawing reads
//! the state and says what it put where ([`Hits`](hits::Hits)), which answers the mouse and the arrow keys at the
//! next event. Work that may be long runs on one thread ([`job`]) and reports back as events. Which keys there are
//! is not here: that is the table of commands.
//!
//! A map changes in one place only, [`update`]'s `edit`, through deeds that can be taken back. Files are read and
//! written by errands beside the loop.

pub mod acting;
pub mod adder;
pub mod answers;
pub mod app;
pub mod ask;
pub mod background;
pub mod base;
pub mod browser;
pub mod brush;
pub mod bulk;
pub mod cast;
pub mod chain_list;
pub mod changed;
pub mod choosing;
pub mod circles;
pub mod clipboard;
pub mod closing;
pub mod errand;
pub mod event;
pub mod fields;
pub mod form;
pub mod full;
pub mod guide;
pub mod heard;
pub mod help_page;
pub mod hits;
pub mod incoming;
pub mod job;
pub mod loop_list;
pub mod merger;
pub mod mover;
pub mod naming;
pub mod narrowed;
pub mod only;
pub mod open;
pub mod outline;
pub mod pane;
pub mod pen;
pub mod picker;
pub mod question;
pub mod reading;
pub mod review;
mod run;
pub mod say;
pub mod screen;
pub mod setup;
pub mod shelf;
pub mod stage;
pub mod teller;
pub mod template;
pub mod terminal;
pub mod theme;
pub mod tour;
pub mod trail;
pub mod unsettled;
pub mod update;
pub mod view;

pub use app::{App, Start};
pub use open::Sheet;
pub use run::{RunOptions, run};
pub use terminal::TuiError;
pub use theme::Colours;
