//! floke maps a wicked problem in a terminal.

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
