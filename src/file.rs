//! Map files: read, check, write, save.
