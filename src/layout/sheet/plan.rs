//! A sheet with all its measures: where every card and every piece of a line is, in cells of a picture.
//!
//! A plan is made once for a map. Which links are drawn, and which part is looked at, is asked of it later; cards and
//! lines stay where they are meanwhile.

use std::collections::BTreeSet;
use std::ops::Deref;

use super::SheetView;
use super::grid::{Grid, Places};
use super::net::{Joint, Nets, likeness};
use super::room::gaps;
use super::settle::Settling;
use super::sort::{Column, Sorted};
use super::squeeze::Squeeze;
use super::style::Style;
use crate::layout::board::{Holds, Slot};
use crate::layout::canvas::Area;
use crate::layout::card::node_role;
use crate::map::{Certainty, LevelId, LinkId, NodeId};
use crate::palette::{Hue, Role};
use crate::text::glyph::Glyphs;
use crate::text::{Lang, visible, width, wrap, wrap_at_most};

/// A card on the sheet.
#[derive(Clone, Debug)]
pub(super) struct CardPlace {
    pub(super) id: NodeId,
    pub(super) area: Area,
    pub(super) lines: Vec<String>,
    pub(super) shape: &'static str,
    pub(super) role: Role,
    pub(super) refuted: bool,
}

/// A level on the sheet: its rule, its cards and the lanes below them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BandPlace {
    /// Its name.
    pub name: String,
    /// The level; `None` for the row of cards without one.
    pub level: Option<LevelId>,
    /// The row of its rule, above its cards.
    pub y: u16,
    /// How many rows it has, with its rule.
    pub height: u16,
}

/// An area, phase or sector on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnPlace {
    /// The code people say aloud; empty if there is none.
    pub code: String,
    /// Its name; empty where there is but one column.
    pub name: String,
    /// Its colour, if it has one.
    pub hue: Option<Hue>,
    /// The area of its cards, `None` inside for none; `None` outside where columns are no areas.
    pub holds: Holds,
    /// Its first cell across.
    pub x: u16,
    /// How many cells its cards take, with the channels between them.
    pub width: u16,
}

/// A link on the sheet.
#[derive(Clone, Debug)]
pub(super) struct LinkPlace {
    pub(super) id: LinkId,
    pub(super) style: Style,
    pub(super) from: u32,
    pub(super) to: u32,
}

/// Where everything is on a sheet, and every link's way.
#[derive(Clone, Debug)]
pub struct Plan {
    pub(super) glyphs: &'static Glyphs,
    pub(super) lang: Lang,
    pub(super) width: u16,
    pub(super) height: u16,
    pub(super) edge: u16,
    pub(super) head: u16,
    pub(super) foot: u16,
    pub(super) bands: Vec<BandPlace>,
    pub(super) columns: Vec<ColumnPlace>,
    pub(super) cards: Vec<CardPlace>,
    pub(super) links: Vec<LinkPlace>,
    pub(super) nets: Nets,
    /// The stretches of columns, and of rows, that no card stands in.
    pub(super) gaps: (Vec<Stretch>, Vec<Stretch>),
    tracks: Vec<u32>,
    rows: Vec<u32>,
    lanes: Vec<u32>,
    places: Places,
}

/// The corners of a link's way: six at most, since a way has one lane.
#[derive(Clone, Copy, Default)]
pub(super) struct Corners {
    points: [(u16, u16); 6],
    many: usize,
}

impl Corners {
    fn push(&mut self, point: (u16, u16)) {
        self.points[self.many] = point;
        self.many += 1;
    }

    /// Moves them to where they are shown.
    pub(super) fn place_on(&mut self, squeeze: &Squeeze) {
        for point in &mut self.points[..self.many] {
            *point = squeeze.place(*point);
        }
    }
}

impl Deref for Corners {
    type Target = [(u16, u16)];

    fn deref(&self) -> &Self::Target {
        &self.points[..self.many]
    }
}

/// The first column or row of something, and how many it has.
pub(super) type Stretch = (u16, u16);

/// How wide the text of a card is at most.
const TEXT: usize = 22;
/// The frame, a blank at each side, the shape and a blank.
const AROUND: u32 = 6;
/// From one upright line to the next.
const STRIDE: u32 = 2;
/// The name of a band at most.
const NAME: usize = 16;
/// The most rows of a column's name.
const HEAD: usize = 3;

impl Plan {
    /// Lays out the whole map of the view. `previous` says where cards stood; those whose cell is the same stay
    /// there. Without it everything is laid out anew.
    ///
    /// Bounded in steps: O(links · steps + pieces of lines in a channel²).
    #[must_use]
    pub fn of(view: &SheetView<'_>, previous: Option<&Places>) -> Self {
        let sorted = Sorted::of(view);
        let grid = Grid::of(&sorted, previous);
        let mut links = Vec::new();
        let mut alike = Vec::new();
        for (id, link) in view.map.links() {
            let (Some(from), Some(to)) = (sorted.find(&id.from), sorted.find(&id.to)) else { continue };
            alike.push(likeness(id.kind, link));
            links.push(LinkPlace {
                id: id.clone(),
                style: Style::of(id.kind, link),
                from: from as u32,
                to: to as u32,
            });
        }
        let ends: Vec<(u32, u32)> = links.iter().map(|link| (link.from, link.to)).collect();
        let kept = previous.is_some() && grid.fresh.contains(&false);
        let fresh: Vec<usize> = (0..sorted.cards.len()).filter(|&card| grid.fresh[card]).collect();
        let mut settling = Settling::new(grid, &sorted, ends.clone());
        if kept {
            settling.set_out();
            settling.improve(&fresh);
        } else {
            settling.gather(4, &sorted);
            settling.set_out();
            settling.anneal(view.effort.steps(sorted.cards.len(), ends.len()));
        }
        settling.think_again(1);
        let mut nets = Nets::of(&ends, &settling.grid.at, &settling.roads, &alike);
        nets.lay_tracks(1);
        Self::measure(view, &sorted, &settling.grid, links, nets)
    }

    fn measure(
        view: &SheetView<'_>,
        sorted: &Sorted<'_>,
        grid: &Grid,
        links: Vec<LinkPlace>,
        nets: Nets,
    ) -> Self {
        let lang = Lang::from_tag(&view.map.head().language).unwrap_or(view.lang);
        let labels: Vec<Vec<String>> = sorted
            .cards
            .iter()
            .map(|card| {
                let text =
                    if card.node.label.trim().is_empty() { card.id.as_str() } else { &card.node.label };
                wrap(&visible(text), TEXT, lang)
            })
            .collect();
        let bands: Vec<Vec<String>> =
            sorted.bands.iter().map(|band| wrap_at_most(&band.name, NAME, 3, lang).0).collect();
        let widest = |lines: &[String]| lines.iter().map(|line| width(line) as u32).max().unwrap_or(0);
        let edge = bands.iter().map(|lines| widest(lines)).max().unwrap_or(0) + 3;

        // Across: channels and places in turn.
        let mut cards_wide = vec![8 + AROUND; grid.width];
        for (at, lines) in grid.at.iter().zip(&labels) {
            let wide = &mut cards_wide[at.slot as usize];
            *wide = (*wide).max(widest(lines) + AROUND);
        }
        let mut landings = vec![(0_u32, 0_u32); grid.width + 1];
        let mut counts = vec![0_u32; grid.width + 1];
        for port in &nets.ports {
            let landing = &mut landings[usize::from(port.channel)];
            *landing = (
                landing.0.max(u32::from(port.left.is_some())),
                landing.1.max(u32::from(port.right.is_some())),
            );
        }
        for (link, trip) in links.iter().zip(&nets.trips) {
            let port = &nets.ports[trip.to as usize];
            let landing = &mut landings[usize::from(port.channel)];
            let wide = link.style.marks_width() as u32 + 1;
            if port.left == Some(link.to) {
                landing.0 = landing.0.max(wide);
            } else {
                landing.1 = landing.1.max(wide);
            }
        }
        for upright in nets.uprights.iter().filter(|upright| !upright.straight) {
            let count = &mut counts[usize::from(upright.channel)];
            *count = (*count).max(upright.track + 1);
        }
        let (mut tracks, mut slots) = (Vec::new(), Vec::new());
        let mut x = edge;
        for channel in 0..=grid.width {
            let (left, right) = landings[channel];
            tracks.push(x + left + 1);
            x += left + right + if counts[channel] > 0 { counts[channel] * STRIDE + 1 } else { 1 };
            if channel < grid.width {
                slots.push(x);
                x += cards_wide[channel];
            }
        }
        let right = x;

        // Down: lanes and rows of places in turn.
        let code = |column: &Column| format!("{} {}", column.code, column.name).trim().to_owned();
        let extents: Vec<(u32, u32)> = grid
            .column_slots
            .windows(2)
            .map(|slots_of| {
                let last = slots_of[1] - 1;
                (slots[slots_of[0]], slots[last] + cards_wide[last] - slots[slots_of[0]])
            })
            .collect();
        let head = sorted.columns.iter().zip(&extents).map(|(column, (_, wide))| {
            wrap_at_most(&code(column), *wide as usize, HEAD, lang).0.len() as u32
        });
        let head = head.max().unwrap_or(0) + 1;
        let mut inner = vec![1_u32; grid.height];
        for (at, lines) in grid.at.iter().zip(&labels) {
            let rows = &mut inner[at.row as usize];
            *rows = (*rows).max(lines.len() as u32);
        }
        let mut own = labels.iter().map(|lines| lines.len().max(1) as u32).collect::<Vec<u32>>();
        for port in &nets.ports {
            for card in [port.left, port.right].into_iter().flatten() {
                own[card as usize] = own[card as usize].max(port.rank + 1);
            }
            inner[port.row as usize] = inner[port.row as usize].max(port.rank + 1);
        }
        let mut lane_rows = vec![0_u32; grid.height + 1];
        for level in &nets.levels {
            let rows = &mut lane_rows[usize::from(level.lane)];
            *rows = (*rows).max(level.track + 1);
        }
        let (mut rows, mut lanes, mut rules) = (Vec::new(), Vec::new(), Vec::new());
        let mut y = head;
        for lane in 0..=grid.height {
            if lane < grid.height && grid.band_rows.contains(&lane) {
                rules.push(y);
                y += 1;
            }
            y += 1;
            lanes.push(y);
            y += lane_rows[lane];
            if lane < grid.height {
                rows.push(y);
                y += inner[lane] + 2;
            }
        }
        let foot = y;

        let short = |n: u32| u16::try_from(n).unwrap_or(u16::MAX);
        let cards = sorted.cards.iter().zip(labels).enumerate().map(|(at, (card, lines))| {
            let spot = grid.at[at];
            let area = Area {
                x: short(slots[spot.slot as usize]),
                y: short(rows[spot.row as usize]),
                width: short(cards_wide[spot.slot as usize]),
                height: short(own[at] + 2),
            };
            CardPlace {
                id: card.id.clone(),
                area,
                lines,
                shape: card.node.glyph(view.glyphs),
                role: node_role(card.node),
                refuted: card.node.certainty == Some(Certainty::Refuted),
            }
        });
        let cards: Vec<CardPlace> = cards.collect();
        let stretches = |of: fn(Area) -> Stretch| cards.iter().map(move |card| of(card.area));
        let gaps = (
            gaps(short(edge), short(right + 1), stretches(|area| (area.x, area.width))),
            gaps(short(head), short(foot + 1), stretches(|area| (area.y, area.height))),
        );
        let ends = rules.iter().copied().skip(1).chain([foot]);
        let bands = sorted.bands.iter().zip(rules.iter().copied().zip(ends)).map(|(band, (y, end))| {
            let (name, level) = (band.name.clone(), band.level.clone());
            BandPlace { name, level, y: short(y), height: short(end - y) }
        });
        let bands = bands.collect();
        let columns = sorted.columns.iter().zip(extents).map(|(column, (x, wide))| ColumnPlace {
            code: column.code.clone(),
            name: column.name.clone(),
            hue: column.hue,
            holds: column.holds.clone(),
            x: short(x),
            width: short(wide),
        });
        let columns = columns.collect();
        Self {
            glyphs: view.glyphs,
            lang,
            width: short(right + 1),
            height: short(foot + 1),
            edge: short(edge),
            head: short(head),
            foot: short(foot),
            bands,
            columns,
            cards,
            links,
            nets,
            gaps,
            tracks,
            rows,
            lanes,
            places: grid.places(sorted),
        }
    }

    /// How many cells across and down.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        (self.width, self.height)
    }

    /// The cells at the left that hold the names of the bands, and the rows at the top that hold those of the
    /// columns: a window keeps them in sight.
    #[must_use]
    pub fn margins(&self) -> (u16, u16) {
        (self.edge, self.head)
    }

    /// Its cells, as something to put a card into, from the top left on.
    pub fn slots(&self) -> impl Iterator<Item = Slot> {
        self.bands.iter().flat_map(|band| {
            self.columns.iter().map(|column| Slot {
                area: Area { x: column.x, y: band.y, width: column.width, height: band.height },
                level: band.level.clone(),
                holds: column.holds.clone(),
            })
        })
    }

    /// The bands, top first.
    #[must_use]
    pub fn bands(&self) -> &[BandPlace] {
        &self.bands
    }

    /// The columns from the left.
    #[must_use]
    pub fn columns(&self) -> &[ColumnPlace] {
        &self.columns
    }

    /// Where every card stands, in id order.
    pub fn cards(&self) -> impl Iterator<Item = (Area, &NodeId)> {
        self.cards.iter().map(|card| (card.area, &card.id))
    }

    /// Where a card stands; `None` if it is not on the map.
    #[must_use]
    pub fn area_of(&self, card: &NodeId) -> Option<Area> {
        let at = self.cards.binary_search_by(|other| other.id.cmp(card)).ok()?;
        Some(self.cards[at].area)
    }

    /// Where everybody stands, for the next layout.
    #[must_use]
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// The corners of a link's way from its source to its target: each is in line with the one before.
    pub(super) fn corners(&self, link: usize) -> Corners {
        let trip = &self.nets.trips[link];
        let (from, to) = (trip.from, trip.to);
        let y = |port: u32| self.y_of(Joint::Port(port));
        let edge = |port: u32, card: u32| {
            let (area, left) =
                (self.cards[card as usize].area, self.nets.ports[port as usize].left == Some(card));
            if left { area.x + area.width } else { area.x - 1 }
        };
        let mut points = Corners::default();
        points.push((edge(from, self.links[link].from), y(from)));
        let first = self.x_of(trip.first);
        if !self.nets.uprights[trip.first as usize].straight {
            points.push((first, y(from)));
            match trip.over {
                Some((level, second)) => {
                    let (lane, second) = (self.y_of(Joint::Level(level)), self.x_of(second));
                    for corner in [(first, lane), (second, lane), (second, y(to))] {
                        points.push(corner);
                    }
                }
                None => points.push((first, y(to))),
            }
        }
        points.push((edge(to, self.links[link].to), y(to)));
        points
    }

    pub(super) fn x_of(&self, upright: u32) -> u16 {
        let upright = &self.nets.uprights[upright as usize];
        short(self.tracks[usize::from(upright.channel)] + upright.track * STRIDE)
    }

    pub(super) fn y_of(&self, joint: Joint) -> u16 {
        match joint {
            Joint::Port(port) => {
                let port = &self.nets.ports[port as usize];
                short(self.rows[port.row as usize] + 1 + port.rank)
            }
            Joint::Level(level) => {
                let level = &self.nets.levels[level as usize];
                short(self.lanes[usize::from(level.lane)] + level.track)
            }
        }
    }

    /// Which of the links are in the set, by number.
    pub(super) fn numbers(&self, links: &BTreeSet<LinkId>) -> Vec<usize> {
        (0..self.links.len()).filter(|&link| links.contains(&self.links[link].id)).collect()
    }
}

fn short(n: u32) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
