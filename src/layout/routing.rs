//! Lines between cards: across and along only, round everything that stands in the way.
//!
//! A [`Plane`] knows which cells of a picture are taken and by what. It finds the cheapest way for one line at a
//! time and remembers it, so that no two lines ever share a cell except where one crosses the other straight;
//! there the upright one stays whole and the other has a gap. It knows no cards and no links: whoever calls it
//! says where a line may begin and end.

mod plane;
mod queue;
mod route;

pub use self::plane::Plane;
pub use self::route::{Piece, Port, Route, Way};
