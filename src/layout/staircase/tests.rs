//! Staircases of a hand-built map.

use super::*;
