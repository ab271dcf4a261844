//! Chains, loops and levels: pure, with a budget in steps and a way to stop.
