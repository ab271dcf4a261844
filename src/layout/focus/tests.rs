//! The focus of cards of a hand-built map.
