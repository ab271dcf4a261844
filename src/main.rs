//! floke.
fn main() {}
