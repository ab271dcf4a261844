//! The table of commands: name, keys, words, when.
