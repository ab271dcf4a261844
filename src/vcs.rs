//! Git, through its command line: which maps differ between two states of a repository, and what they said.
//!
//! Git is started without a shell, a pager, hooks, filters or a network, and only reads; what is written where somebody
//! sets git up for maps stands in one file, and what merges files line by line in another. Revisions are made into
//! hashes first, and only hashes are handed on, so that no name can be taken for an option. Git is never asked about the
//! files on disk, since it would put them through the filters of the repository: they are listed, read and compared
//! here. What stands in the files is for others to read.

mod as_text;
mod blobs;
mod changed;
mod disk;
mod fault;
mod git;
mod listing;
mod rename;
mod repository;
mod revision;
pub mod setup;
mod unmerged;

pub use as_text::TextMerge;
pub use changed::{At, ChangedFile, State, Version};
pub use fault::VcsFault;
pub use repository::Repository;
pub use unmerged::open_map;
