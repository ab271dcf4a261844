//! Where floke keeps what is no map: the settings that a person writes, and state that only floke reads.
//!
//! One rule on every system, that of the XDG folders: people who live in a terminal look there, on a Mac too.
//! Nothing is made here; whoever writes makes the folder.

use std::path::PathBuf;

use etcetera::BaseStrategy as _;
use etcetera::base_strategy::Xdg;

/// The settings file, whether it is there or not: `$XDG_CONFIG_HOME/floke/settings.toml`, or in `~/.config`.
/// `None` where a person has no home folder.
#[must_use]
pub fn settings_file() -> Option<PathBuf> {
    Xdg::new().ok().map(|folders| folders.config_dir().join("floke").join("settings.toml"))
}

/// The folder of what floke remembers from one time to the next: `$XDG_STATE_HOME/floke`, or in `~/.local/state`.
/// `None` where a person has no home folder.
#[must_use]
pub fn state_folder() -> Option<PathBuf> {
    Xdg::new().ok().and_then(|folders| folders.state_dir()).map(|folder| folder.join("floke"))
}
