//! What boards of the same map need not work out again: the order of the cards, and labels that were wrapped. Together
//! these are most of the work of a board, and both stay as they are while somebody walks from card to card.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::label::Form;
use super::sort::Sorted;
use super::{BoardView, Columns};
use crate::map::NodeId;

/// What earlier boards worked out. It holds for one state of a map, one language and one set of characters: for another
/// one begin with an empty one.
#[derive(Debug, Default)]
pub struct Known {
    /// The lines of cards, by how much of their label they show and on what width.
    pub(super) wrapped: RefCell<HashMap<(Form, u16), Wrapped>>,
    order: RefCell<Option<(Order, Rc<Sorted>)>>,
}

/// The lines of each card.
pub(super) type Wrapped = HashMap<NodeId, Rc<[String]>>;

/// All that the order of the cards depends on: columns, folded levels, folded areas, whether empty ones stay, and the width where cards flow.
type Order = (Columns, bool, bool, bool, Option<u16>);

impl Known {
    /// The map as that view sorts it.
    pub(super) fn sorted(&self, view: &BoardView<'_>) -> Rc<Sorted> {
        let width = (view.columns == Columns::None).then_some(view.width);
        let order = (view.columns, view.fold_levels, view.fold_areas, view.keep_empty, width);
        let mut known = self.order.borrow_mut();
        match &*known {
            Some((same, sorted)) if *same == order => Rc::clone(sorted),
            _ => {
                let sorted = Rc::new(Sorted::of(view));
                *known = Some((order, Rc::clone(&sorted)));
                sorted
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::board::{Zoom, lay_out};
    use crate::map::{Frame, Kind, Level, Link, LinkId, LinkKind, Map, Node, Sign};
    use crate::text::glyph::UNICODE;

    #[test]
    fn boards_are_the_same_with_what_is_known_from_others_and_without() {
        let level = |id: &str, part_of: Option<&str>| Level {
            id: id.into(),
            name: format!("level {id}"),
            part_of: part_of.map(Into::into),
        };
        let levels = vec![level("low", None), level("top", None), level("part", Some("top"))];
        let mut map = Map::new("x").with_frame(Frame { levels, ..Frame::default() });
        for n in 0..12 {
            let mut node = Node::new(Kind::ALL[n % 3], format!("a label of more than one word {n}"));
            node.level = [Some("low"), Some("top"), Some("part"), None][n % 4].map(Into::into);
            node.sector = ["", "health", "school"][n % 3].to_owned();
            map.insert_node(NodeId::new(format!("n{n}")), node).expect("new");
        }
        for (from, to) in [("n0", "n1"), ("n1", "n5"), ("n7", "n0")] {
            let link = LinkId::new(from, LinkKind::Causes, to);
            map.insert_link(link, Link::signed(Sign::Plus)).expect("new");
        }
        let known = Known::default();
        let cards: Vec<NodeId> = map.nodes().map(|(id, _)| id.clone()).collect();
        let mut seen = 0;
        for columns in [Columns::Areas, Columns::Sectors, Columns::None, Columns::Areas] {
            for (fold_levels, width, zoom) in [
                (true, 80, Zoom::Cards),
                (false, 80, Zoom::Cards),
                (true, 120, Zoom::Cards),
                (true, 80, Zoom::Overview),
            ] {
                for selected in &cards {
                    let selected = Some(selected);
                    let alone = BoardView {
                        columns,
                        fold_levels,
                        zoom,
                        selected,
                        ..BoardView::new(&map, &UNICODE, width, 30)
                    };
                    let with = BoardView { known: Some(&known), ..alone };
                    assert_eq!(
                        lay_out(&with),
                        lay_out(&alone),
                        "{columns:?} {fold_levels} {width} {selected:?}"
                    );
                    seen += 1;
                }
            }
        }
        assert_eq!((seen, known.wrapped.borrow().is_empty()), (192, false));
    }
}
