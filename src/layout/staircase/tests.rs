//! Staircases of a hand-built map.
