//! How high each band is: every band keeps a row and its name, the selected card gets its frame, and what is left
//! goes where most is missing.

use super::cell;
use super::column::Spread;
use super::paint;
use super::scene::Scene;

/// A band on the picture, from the top.
#[derive(Clone, Debug)]
pub(super) struct Strip {
    /// Which band of the map.
    pub(super) band: usize,
    /// The row of its rule, above its cards.
    pub(super) rule: u16,
    /// The first row of its cards.
    pub(super) top: u16,
    /// How many rows its cards have.
    pub(super) height: u16,
    /// How many blank rows for lines it has below its cards.
    pub(super) lanes: u16,
    /// How many rows the selected card's sides may have.
    pub(super) ports: u16,
}

/// The bands on the picture.
#[derive(Clone, Debug, Default)]
pub(super) struct Strips {
    pub(super) strips: Vec<Strip>,
    /// How many rows the heads of the columns take.
    pub(super) head: u16,
    /// The row of the rule under the last band, if there is room for one.
    pub(super) foot: Option<u16>,
}

impl Strips {
    /// The row under a band's last row: where what it hides is counted.
    pub(super) fn below(&self, at: usize) -> Option<u16> {
        self.strips.get(at + 1).map(|strip| strip.rule).or(self.foot)
    }
}

/// What a band wants.
struct Wish {
    band: usize,
    least: u16,
    near: u16,
    whole: u16,
    ports: u16,
    /// How many cards its fullest cell has.
    cards: u16,
    have: u16,
}

/// Shares the rows out, with `lanes` blank rows below each band where there is room for them.
pub(super) fn share(scene: &Scene<'_>, columns: &Spread, lanes: u16) -> Strips {
    let height = scene.view.height;
    let home = scene.selected.map(|card| scene.sorted.cards[card].band);
    let mut wishes: Vec<Wish> =
        (0..scene.sorted.bands.len()).map(|band| wish(scene, columns, band)).collect();
    if columns.edge > 0 {
        for wish in &mut wishes {
            // A name in the edge wants its rows, blank ones too.
            let rows = paint::name_lines(scene, wish.band, columns.edge, height).len();
            wish.near = wish.near.max(u16::try_from(rows).unwrap_or(1).saturating_sub(lanes));
        }
    }
    let named = scene.sorted.columns.iter().any(|column| !column.name.is_empty());
    let mut head = u16::from(named && height >= 6);
    if height >= 36 && named {
        head = 2;
    }
    if height >= 14 && named {
        // The open column says its whole name, on as many rows as that takes.
        head = head.max(paint::open_head_rows(scene, columns));
    }
    // With too few rows for every band, those farthest from the selection are left out.
    let least = |wishes: &[Wish]| wishes.iter().map(|wish| u32::from(wish.least) + 1).sum::<u32>();
    while wishes.len() > 1 && least(&wishes) + u32::from(head) > u32::from(height) {
        let home = wishes.iter().position(|wish| Some(wish.band) == home).unwrap_or(0);
        let above = match scene.view.from.1 {
            Some(first) => wishes[0].band < first,
            None => home * 2 >= wishes.len(),
        };
        if above {
            wishes.remove(0);
        } else {
            wishes.pop();
        }
    }
    let count = u16::try_from(wishes.len()).unwrap_or(u16::MAX);
    let mut left = height.saturating_sub(head).saturating_sub(count);
    for wish in &mut wishes {
        wish.have = wish.least.min(left);
        left -= wish.have;
    }
    let mut spend = |wanted: u16| {
        let all = left >= wanted;
        if all {
            left -= wanted;
        }
        all
    };
    let foot = count > 0 && spend(1);
    let lanes = (0..lanes).take_while(|_| spend(count)).count();
    let lanes = u16::try_from(lanes).unwrap_or(0);
    if columns.is_steady
        && let Some(rows) = steady(&wishes, left)
    {
        for (wish, rows) in wishes.iter_mut().zip(rows) {
            wish.have = rows;
        }
        left = 0;
    }
    raise(&mut wishes, &mut left, |wish| wish.near);
    for wish in wishes.iter_mut().filter(|wish| wish.ports > 0) {
        // Rows for the ends of links come from what the cards at their other ends leave.
        let others = wish.near - wish.least;
        let spare = wish.have.saturating_sub(others).max(wish.least);
        let more = wish.ports.saturating_sub(spare).min(left);
        wish.ports = wish.ports.min(spare + more);
        wish.have += more;
        left -= more;
    }
    raise(&mut wishes, &mut left, |wish| wish.whole);
    // Rows nobody wants are spread evenly.
    if !wishes.is_empty() {
        let each = left / count;
        for wish in &mut wishes {
            wish.have += each;
        }
    }

    let mut y = head;
    let mut strips = Vec::new();
    for wish in wishes {
        strips.push(Strip {
            band: wish.band,
            rule: y,
            top: y + 1,
            height: wish.have,
            lanes,
            ports: wish.ports.min(wish.have),
        });
        y += 1 + wish.have + lanes;
    }
    Strips { strips, head, foot: foot.then_some(y) }
}

/// Rows that are shared out by how many cards the bands hold, whichever of them is selected, so that little moves when
/// the selection does; only what the selected card and its links cannot do without comes from the bands that can spare
/// it. `None` where rows are so few that this is most of them, or where a band would have rows to waste and another none.
fn steady(wishes: &[Wish], left: u16) -> Option<Vec<u16>> {
    let rows = left + wishes.iter().map(|wish| wish.have).sum::<u16>();
    let all = wishes.iter().map(|wish| u32::from(wish.cards.max(1))).sum::<u32>().max(1);
    let mut have: Vec<u16> = Vec::with_capacity(wishes.len());
    let (mut cards, mut given) = (0, 0);
    for wish in wishes {
        cards += u32::from(wish.cards.max(1));
        let upto = u16::try_from(u32::from(rows) * cards / all).unwrap_or(rows);
        have.push(upto - given);
        given = upto;
    }
    let need =
        |wish: &Wish| wish.near.max(wish.least).max((wish.ports + wish.near).saturating_sub(wish.least));
    if wishes.iter().map(|wish| u32::from(need(wish))).sum::<u32>() > u32::from(rows) {
        return None;
    }
    while let Some(poor) = (0..wishes.len()).find(|&at| have[at] < need(&wishes[at])) {
        let rich = (0..wishes.len()).max_by_key(|&at| have[at].saturating_sub(need(&wishes[at])))?;
        have[rich] -= 1;
        have[poor] += 1;
    }
    let wastes = wishes.iter().zip(&have).any(|(wish, &have)| have > wish.whole.max(need(wish)));
    let lacks = wishes.iter().zip(&have).any(|(wish, &have)| have < wish.whole);
    (!wastes || !lacks).then_some(have)
}

/// Gives rows one by one to the band that has the smallest part of what it wants.
fn raise(wishes: &mut [Wish], left: &mut u16, wanted: impl Fn(&Wish) -> u16) {
    while *left > 0 {
        let poor = wishes.iter_mut().filter(|wish| wish.have < wanted(wish)).min_by(|a, b| {
            let part = |one: &Wish, other: &Wish| u32::from(one.have) * u32::from(wanted(other));
            part(a, b).cmp(&part(b, a))
        });
        let Some(poor) = poor else { return };
        poor.have += 1;
        *left -= 1;
    }
}

fn wish(scene: &Scene<'_>, columns: &Spread, band: usize) -> Wish {
    let cells = columns.spans.iter().map(|span| scene.sorted.cell(band, span.column).len());
    let cards = u16::try_from(cells.max().unwrap_or(0)).unwrap_or(u16::MAX / 2);
    let mut wish = Wish { band, least: 1, near: 1, whole: 1, ports: 0, cards, have: 0 };
    for span in &columns.spans {
        let need = cell::need(scene, span, band, wish.whole);
        wish.least = wish.least.max(need.least);
        wish.near = wish.near.max(need.near);
        wish.whole = wish.whole.max(need.whole);
        wish.ports = wish.ports.max(need.ports);
    }
    wish
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::board::sort::Sorted;
    use crate::layout::board::{BoardView, column};
    use crate::map::{Frame, Kind, Level, Map, Node, NodeId};
    use crate::text::glyph::UNICODE;

    /// Four levels; on the second from the bottom stand twenty cards, elsewhere one.
    fn map() -> Map {
        let level = |n: usize| Level { id: format!("l{n}").as_str().into(), ..Level::default() };
        let mut map =
            Map::new("x").with_frame(Frame { levels: (0..4).map(level).collect(), ..Frame::default() });
        for n in 0..23 {
            let mut node = Node::new(Kind::Cause, "A label");
            node.level = Some(format!("l{}", if n < 20 { 1 } else { [0, 2, 3][n - 20] }).as_str().into());
            map.insert_node(NodeId::new(format!("n{n}")), node).expect("new");
        }
        map
    }

    fn strips(height: u16, selected: &str) -> Strips {
        let (map, id) = (map(), NodeId::new(selected));
        let view = BoardView { selected: Some(&id), ..BoardView::new(&map, &UNICODE, 80, height) };
        let sorted = Sorted::of(&view);
        let scene = Scene::of(&view, &sorted);
        share(&scene, &column::spread(&scene, false), 1)
    }

    #[test]
    fn bands_follow_each_other_within_the_height_and_each_keeps_a_row() {
        for height in [12, 20, 40, 60] {
            let strips = strips(height, "n21");
            assert_eq!(strips.strips.len(), 4);
            let mut y = strips.head;
            for strip in &strips.strips {
                assert_eq!((strip.rule, strip.top), (y, y + 1));
                assert!(strip.height >= 1);
                y = strip.top + strip.height + strip.lanes;
            }
            assert!(y + u16::from(strips.foot.is_some()) <= height, "{height}");
        }
    }

    #[test]
    fn the_selected_card_gets_its_frame_and_the_fullest_band_what_is_left() {
        let strips = strips(24, "n21");
        let of = |band| strips.strips.iter().find(|strip: &&Strip| strip.band == band).expect("there").height;
        // From the top: l3, l2 with the selected card, l1 with twenty cards, l0.
        assert!(of(1) >= 3);
        assert!(of(2) > of(0) && of(2) > of(3));
    }

    #[test]
    fn where_rows_are_short_far_bands_go_first() {
        let strips = strips(5, "n21");
        assert!(strips.strips.len() < 4);
        assert!(strips.strips.iter().any(|strip| strip.band == 1));
    }
}
