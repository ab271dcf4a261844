//! A page: pictures under a title, with a legend and a last line, on paper of a size.
//!
//! Lengths are millimetres. It places; what is in a picture is drawn elsewhere. It knows no clock: whoever asks says
//! which date stands on the page.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::grid::Grid;
use super::legend::Legend;
use super::picture::Picture;
use super::stroke::number;
use super::svg::{self, Dress};
use super::trace::{Traced, trace};
use crate::exchange::escape::xml;
use crate::palette::paper::{self, Ink, LIGHT_PAGE};
use crate::text::{Lang, wrap, wrap_at_most};

/// The letters around pictures.
pub const SANS: &str = "Inter,'Source Sans 3','Segoe UI','Helvetica Neue',Arial,'DejaVu Sans',sans-serif";

/// How much wider bold letters are.
const BOLD: f32 = 1.14;

/// A size of paper, landscape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// 297 × 210 mm.
    A4,
    /// 420 × 297 mm.
    A3,
    /// 841 × 594 mm.
    A1,
    /// 1189 × 841 mm.
    A0,
}

impl Paper {
    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Paper::A4 => "a4",
            Paper::A3 => "a3",
            Paper::A1 => "a1",
            Paper::A0 => "a0",
        }
    }

    /// Width and height in millimetres.
    #[must_use]
    pub const fn size(self) -> (f32, f32) {
        match self {
            Paper::A4 => (297.0, 210.0),
            Paper::A3 => (420.0, 297.0),
            Paper::A1 => (841.0, 594.0),
            Paper::A0 => (1189.0, 841.0),
        }
    }

    /// How large letters and margins are, A4 being 1. A poster is read from further away, but not from as much further
    /// as it is larger.
    const fn scale(self) -> f32 {
        match self {
            Paper::A4 => 1.0,
            Paper::A3 => 1.25,
            Paper::A1 => 2.1,
            Paper::A0 => 2.8,
        }
    }

    /// How many cells a board without lines may take so that it fills the page and can still be read.
    #[must_use]
    pub const fn cells(self) -> (u16, u16) {
        match self {
            Paper::A4 => (150, 45),
            Paper::A3 => (196, 60),
            Paper::A1 => (250, 78),
            Paper::A0 => (270, 84),
        }
    }

    /// The smallest paper from A3 on, on which the letters of a picture are two millimetres high; else the largest.
    #[must_use]
    pub fn for_picture(picture: &Picture) -> Self {
        let (own_w, own_h) = Grid::of(picture).size();
        let fits = |paper: &Paper| {
            let ((w, h), k) = (paper.size(), paper.scale());
            let scale = ((w - 20.0 * k) / own_w.max(1.0)).min((h - 55.0 * k) / own_h.max(1.0));
            scale * svg::LETTERS >= 2.0
        };
        [Paper::A3, Paper::A1].into_iter().find(fits).unwrap_or(Paper::A0)
    }
}

/// What stands around the pictures of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// The map's title.
    pub map: String,
    /// What the page shows, where it is not the whole map.
    pub part: String,
    /// What the work wants to reach.
    pub aim: String,
    /// The date, as it is to stand there; empty for none.
    pub date: String,
    /// The language of the words around.
    pub lang: Lang,
}

/// The page as an SVG document.
#[must_use]
pub fn page(pictures: &[Picture], heading: &Heading, size: Paper) -> String {
    page_and_letters(pictures, heading, size).0
}

/// The page, and how large the smallest letters of its pictures are, in points; none without letters of pictures.
#[must_use]
pub fn page_and_letters(pictures: &[Picture], heading: &Heading, size: Paper) -> (String, Option<f32>) {
    Page { size, k: size.scale(), heading, out: String::new(), letters: None }.draw(pictures)
}

/// A millimetre in points.
const POINTS: f32 = 72.0 / 25.4;

struct Page<'a> {
    size: Paper,
    k: f32,
    heading: &'a Heading,
    out: String,
    letters: Option<f32>,
}

/// A picture in its place.
struct Panel<'a> {
    picture: &'a Picture,
    traced: Traced,
}

impl Page<'_> {
    fn draw(mut self, pictures: &[Picture]) -> (String, Option<f32>) {
        let (width, height) = self.size.size();
        let k = self.k;
        let edge = 10.0 * k;
        let panels: Vec<Panel> =
            pictures.iter().map(|picture| Panel { picture, traced: trace(picture) }).collect();
        self.open(width, height);
        let top = self.head(edge, width - 2.0 * edge, pictures);
        let is_summed = pictures.iter().any(|picture| picture.is_summed);
        let legend = Legend::of(panels.iter().map(|panel| &panel.traced), is_summed, self.heading.lang);
        let bottom = self.foot(&legend, edge, width, height);
        let gap = 3.0 * k;
        self.panels(&panels, (edge, top + gap, width - 2.0 * edge, bottom - top - 2.0 * gap));
        self.out.push_str("</svg>\n");
        (self.out, self.letters)
    }

    fn open(&mut self, width: f32, height: f32) {
        let h = self.heading;
        let title = if h.part.is_empty() { h.map.clone() } else { format!("{}: {}", h.map, h.part) };
        let _ = writeln!(
            self.out,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \
             viewBox=\"0 0 {width} {height}\" width=\"{width}mm\" height=\"{height}mm\" role=\"img\" \
             aria-labelledby=\"title\" xml:lang=\"{}\">\n<title id=\"title\">{}</title>\n\
             <rect width=\"100%\" height=\"100%\" fill=\"{LIGHT_PAGE}\"/>",
            h.lang.code(),
            xml(&title)
        );
    }

    fn text(&mut self, at: (f32, f32), size: f32, ink: Ink, more: &str, text: &str) {
        let _ = writeln!(
            self.out,
            "<text x=\"{}\" y=\"{}\" font-family=\"{SANS}\" font-size=\"{}\"{}{more}>{}</text>",
            number(at.0),
            number(at.1),
            number(size),
            Dress::Colours.fill(ink),
            xml(text)
        );
    }

    /// The title and what is said under it; gives where it ends.
    fn head(&mut self, x: f32, wide: f32, pictures: &[Picture]) -> f32 {
        let (k, h) = (self.k, self.heading.clone());
        let mut y = 10.0 * k;
        let first = pictures.first();
        let part =
            if h.part.is_empty() { first.map_or("", |picture| picture.title.as_str()) } else { &h.part };
        let (eyebrow, title) = if part.is_empty() { ("", h.map.as_str()) } else { (h.map.as_str(), part) };
        if !eyebrow.is_empty() {
            y += 3.2 * k;
            self.text((x, y), 3.4 * k, paper::QUIET, "", eyebrow);
            y += 1.2 * k;
        }
        let size = 6.4 * k;
        for line in fitted(title, wide, size * BOLD, 2, h.lang) {
            y += 6.6 * k;
            self.text((x, y), size, paper::TEXT, " font-weight=\"bold\"", &line);
        }
        let one = pictures.len() == 1;
        let facts = first.filter(|_| one).map_or("", |picture| picture.facts.as_str());
        let below = match (facts.is_empty(), h.part.is_empty() && !h.aim.is_empty()) {
            (false, _) => facts.to_owned(),
            (true, true) => format!("{}: {}", h.lang.words().paper.aim, h.aim),
            (true, false) => String::new(),
        };
        if !below.is_empty() {
            for line in fitted(&below, wide, 3.6 * k, 2, h.lang) {
                y += 5.2 * k;
                self.text((x, y), 3.6 * k, paper::QUIET, "", &line);
            }
        }
        y + 1.5 * k
    }

    /// Legend and last line; gives where they begin.
    fn foot(&mut self, legend: &Legend, edge: f32, width: f32, height: f32) -> f32 {
        let (k, h) = (self.k, self.heading.clone());
        let base = height - 8.0 * k;
        let mut last = vec![h.lang.words().paper.made_with.to_owned()];
        if !h.date.is_empty() {
            last.insert(0, h.date.clone());
        }
        if !h.part.is_empty() || !h.aim.is_empty() {
            last.insert(0, h.map.clone());
        }
        let more = " text-anchor=\"end\"";
        self.text((width - edge, base), 2.9 * k, paper::QUIET, more, &last.join("  ·  "));
        let scale = 0.215 * k;
        let (drawn, high) = legend.draw((width - 2.0 * edge) / scale, SANS, Dress::Colours);
        let top = base - 4.5 * k - high * scale;
        let _ = writeln!(
            self.out,
            "<path d=\"M{} {}H{}\" stroke-width=\"{}\"{}/>",
            number(edge),
            number(top - 2.0 * k),
            number(width - edge),
            0.25 * k,
            Dress::Colours.stroke(paper::RULE)
        );
        let _ = writeln!(
            self.out,
            "<g transform=\"translate({} {}) scale({scale})\" {}>\n{drawn}</g>",
            number(edge),
            number(top),
            svg::text_attributes()
        );
        top - 2.0 * k
    }

    /// The pictures in columns and rows, each as large as its place lets it be.
    fn panels(&mut self, panels: &[Panel], (x, y, wide, high): (f32, f32, f32, f32)) {
        let count = panels.len().max(1);
        let across = [1, 2, 3, 4, 5].into_iter().max_by(|&a, &b| {
            let fit = |across: usize| self.fit(panels, across, (wide, high));
            fit(a).total_cmp(&fit(b)).then(b.cmp(&a))
        });
        let across = across.unwrap_or(1).min(count);
        let down = count.div_ceil(across);
        let gap = if count > 1 { 6.0 * self.k } else { 0.0 };
        #[expect(clippy::cast_precision_loss, reason = "a few pictures")]
        let (columns, rows) = (across as f32, down as f32);
        let (w, h) = ((wide - gap * (columns - 1.0)) / columns, (high - gap * (rows - 1.0)) / rows);
        for (at, panel) in panels.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "a few pictures")]
            let (column, row) = ((at % across) as f32, (at / across) as f32);
            self.panel(panel, (x + column * (w + gap), y + row * (h + gap), w, h), count > 1);
        }
    }

    /// How large the smallest picture is with so many side by side.
    fn fit(&self, panels: &[Panel], across: usize, (wide, high): (f32, f32)) -> f32 {
        let down = panels.len().div_ceil(across);
        #[expect(clippy::cast_precision_loss, reason = "a few pictures")]
        let (w, h) = (wide / across as f32, high / down.max(1) as f32);
        let room = (h - 26.0 * self.k).max(h * 0.4);
        let scales = panels.iter().map(|panel| {
            let (own_w, own_h) = panel.traced.grid.size();
            if own_w == 0.0 { f32::INFINITY } else { (w / own_w).min(room / own_h.max(1.0)) }
        });
        scales.fold(f32::INFINITY, f32::min)
    }

    /// One picture with its title above and what is said below.
    fn panel(&mut self, panel: &Panel, (x, y, w, h): (f32, f32, f32, f32), titled: bool) {
        let (k, lang) = (self.k, self.heading.lang);
        let (picture, mut top) = (panel.picture, y);
        if titled {
            for line in fitted(&picture.title, w, 3.8 * k * BOLD, 2, lang) {
                top += 4.6 * k;
                self.text((x, top), 3.8 * k, paper::TEXT, " font-weight=\"bold\"", &line);
            }
            if !picture.facts.is_empty() {
                for line in fitted(&picture.facts, w, 2.9 * k, 1, lang) {
                    top += 4.0 * k;
                    self.text((x, top), 2.9 * k, paper::QUIET, "", &line);
                }
            }
            top += 2.0 * k;
        }
        let size = if titled { 3.1 * k } else { 4.0 * k };
        let said: Vec<String> = picture.said.iter().flat_map(|text| lines(text, w, size, lang)).collect();
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        let below = said.len() as f32 * size * 1.36;
        let (own_w, own_h) = panel.traced.grid.size();
        let room = (y + h - top - below - 3.0 * k).max(h * 0.3);
        let mut end = top;
        if own_w > 0.0 && own_h > 0.0 {
            // Letters of a picture need be no larger than those of its title.
            let scale = (w / own_w).min(room / own_h).min(0.34 * k);
            let letters = scale * svg::LETTERS * POINTS;
            self.letters = Some(self.letters.map_or(letters, |known| known.min(letters)));
            let left = x + ((w - own_w * scale) / 2.0).max(0.0);
            let space = if titled { 0.0 } else { ((room - own_h * scale) / 2.0).clamp(0.0, 14.0 * k) };
            let drawn = svg::drawn(picture, &panel.traced, Dress::Colours, &BTreeMap::new());
            let _ = writeln!(
                self.out,
                "<g transform=\"translate({} {}) scale({scale:.4})\" {}>\n{drawn}</g>",
                number(left),
                number(top + space),
                svg::text_attributes()
            );
            end = top + space + own_h * scale + 2.0 * k;
        }
        for line in said {
            end += size * 1.36;
            self.text((x, end), size, paper::TEXT, "", &line);
        }
    }
}

/// How many letters of that size a line holds: a letter is half as wide as high, some more for capitals and m.
fn letters(wide: f32, size: f32) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a width is not negative")]
    let count = (wide / (size * 0.56)).max(8.0) as usize;
    count
}

/// A text in lines of that width.
fn lines(text: &str, wide: f32, size: f32, lang: Lang) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { wrap(text, letters(wide, size), lang) }
}

/// A text in so many lines at most, cut where it is longer; no lines for no text.
fn fitted(text: &str, wide: f32, size: f32, most: usize, lang: Lang) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { wrap_at_most(text, letters(wide, size), most, lang).0 }
}
