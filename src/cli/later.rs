//! Commands that are known and not there yet.

use std::ffi::OsString;

use clap::Args;

/// Anything at all: what it means is decided when the command is there.
#[derive(Args, Clone, Debug)]
#[command(disable_help_flag = true)]
pub struct LaterArgs {
    #[arg(hide = true, trailing_var_arg = true, allow_hyphen_values = true, num_args = 0..)]
    rest: Vec<OsString>,
}
