//! The editor: state, events, keymap, jobs, update, views.
