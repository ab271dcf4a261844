//! The table of commands: name, keys, words, when.
//!
//! Keys, the palette, the which-key box, the help page, the last line of the screen, `floke keys` and the manual
//! all come from the one [`TABLE`]; nothing else names a key. What a command does is not here: that is a match in
//! the editor's `update`, so that the table can be read without an editor.

pub mod hint;
pub mod key_fault;
pub mod keymap;
pub mod reference;
mod remap;
mod rows;
pub mod table;

pub use hint::hints;
pub use key_fault::KeyFault;
pub use keymap::{Found, Keymap};
pub use table::{Command, Entry, Group, Said, TABLE, View, entry};
