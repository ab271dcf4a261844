//! Map files: what a file says, read strictly, written in one form, checked and saved.
//!
//! A [`Document`] keeps everything a file says, dangling references and open conflicts included; a
//! [`Map`](crate::map::Map) is what can be worked on, and [`Document::to_map`] lists every fault in between.
//!
//! Nothing here knows git, a terminal or the command line.

pub mod bundled;
pub mod check;
mod content;
pub mod deliver;
mod diagnose;
pub mod document;
pub mod fault;
pub mod fits;
pub mod folders;
pub mod limits;
pub mod listing;
pub mod locate;
mod markers;
pub mod near;
mod newer;
pub mod nodes;
pub mod open;
pub mod place;
pub mod private;
pub mod problem;
pub mod reader;
mod reasons;
pub mod recent;
mod references;
pub mod save;
mod sayings;
mod scan;
pub mod settings;
pub mod severities;
mod survey;
pub mod template;
pub mod today;
pub mod unmerged;
pub mod writer;

pub use bundled::{Bundled, bundled};
pub use check::{Finding, check};
pub use deliver::deliver;
pub use document::{Document, Entry};
pub use fault::{Fault, Severity, codes};
pub use locate::locate;
pub use open::{Missing, OpenError, Opened, open, open_bytes, open_text};
pub use place::Place;
pub use problem::Problem;
pub use reader::{ReadError, read};
pub use recent::{Recent, RecentMap};
pub use save::{SaveError, Saved, save, save_document, save_new, save_new_document};
pub use settings::Settings;
pub use severities::{Severities, SeverityFault};
pub use template::Template;
pub use today::today;
pub use writer::{write, write_map};
