//! The formats that people look at: one request, whatever the format.

use super::paper::{Heading, Paper, Picture, page_and_letters};
use super::part::Part;
use super::{dot, html, markdown, mermaid};
use crate::map::Map;
use crate::text::{Lang, visible};

/// A format that people look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// A page of vectors.
    Svg,
    /// The same page as dots.
    Png,
    /// A page for a browser.
    Html,
    /// Text with headings.
    Markdown,
    /// A flowchart as text.
    Mermaid,
    /// A graph as text.
    Dot,
}

impl Medium {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Medium; 6] =
        [Medium::Svg, Medium::Png, Medium::Html, Medium::Markdown, Medium::Mermaid, Medium::Dot];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Medium::Svg => "svg",
            Medium::Png => "png",
            Medium::Html => "html",
            Medium::Markdown => "markdown",
            Medium::Mermaid => "mermaid",
            Medium::Dot => "dot",
        }
    }

    /// How its files end.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Medium::Svg => "svg",
            Medium::Png => "png",
            Medium::Html => "html",
            Medium::Markdown => "md",
            Medium::Mermaid => "mmd",
            Medium::Dot => "dot",
        }
    }

    /// Whether it shows one picture, such as the one on screen; the others tell the map.
    #[must_use]
    pub const fn is_picture(self) -> bool {
        matches!(self, Medium::Svg | Medium::Png)
    }

    /// The format of that name; `None` if there is none.
    #[must_use]
    pub fn named(name: &str) -> Option<Medium> {
        Medium::ALL.into_iter().find(|medium| medium.name() == name)
    }
}

/// How the letters of pictures come out on paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Letters {
    /// How large the smallest are, in points.
    pub points: f32,
    /// A larger paper that suits the pictures better, if there is one.
    pub larger: Option<Paper>,
}

impl Letters {
    /// The smallest letters that can be read on paper, in points.
    pub const LEAST: f32 = 5.0;
}

/// Why a format was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmade {
    /// This floke was built without it.
    NotBuilt,
    /// What the drawing program said.
    Undrawn(String),
}

/// What is to be printed.
#[derive(Clone, Debug)]
pub struct Print<'a> {
    /// The map, with only what may leave the house: see [`Share`](super::Share).
    pub map: &'a Map,
    /// Which part of it.
    pub part: &'a Part,
    /// A picture that was laid out already, such as the one on screen; else the part's own is drawn.
    pub picture: Option<Picture>,
    /// A board without its links, in larger letters.
    pub bare: bool,
    /// The paper; what suits the part if nothing is said.
    pub paper: Option<Paper>,
    /// The date as it is to stand on the page; empty for none.
    pub date: &'a str,
    /// The language of the words around the labels, where the map does not say its own.
    pub lang: Lang,
}

impl Print<'_> {
    /// The file, in one format.
    ///
    /// # Errors
    /// If this program does not make that format; what to do then.
    pub fn bytes(&self, medium: Medium) -> Result<Vec<u8>, Unmade> {
        Self::finish(medium, self.text(medium))
    }

    /// The file, from its text.
    ///
    /// # Errors
    /// As for [`bytes`](Self::bytes).
    pub fn finish(medium: Medium, text: String) -> Result<Vec<u8>, Unmade> {
        match medium {
            Medium::Png => png(&text),
            _ => Ok(text.into_bytes()),
        }
    }

    /// The file as text; of dots the page that they are made from.
    #[must_use]
    pub fn text(&self, medium: Medium) -> String {
        self.text_and_letters(medium).0
    }

    /// The same, and how the letters of its pictures come out; nothing of formats without paper.
    #[must_use]
    pub fn text_and_letters(&self, medium: Medium) -> (String, Option<Letters>) {
        if medium.is_picture() {
            return self.svg();
        }
        let text = match medium {
            Medium::Svg | Medium::Png => String::new(),
            Medium::Html => html::write(self.map, self.part, self.date, self.lang()),
            Medium::Markdown => markdown::write(self.map, self.part, self.date, self.lang()),
            Medium::Mermaid => mermaid::write(self.map, self.part, self.lang()),
            Medium::Dot => {
                dot::write(&self.part.of(self.map), &self.part.title(self.map, self.lang()), self.lang())
            }
        };
        (text, None)
    }

    /// The language of the words around the labels: the map's own.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.map.lang_or(self.lang)
    }

    /// What stands around the pictures.
    fn heading(&self) -> Heading {
        let head = self.map.head();
        Heading {
            map: visible(&head.title).into_owned(),
            part: self.part.title(self.map, self.lang()),
            aim: visible(&head.aim).into_owned(),
            date: visible(self.date).into_owned(),
            lang: self.lang(),
        }
    }

    fn svg(&self) -> (String, Option<Letters>) {
        let usual = match self.part {
            Part::Walk(_) => Paper::A4,
            _ => Paper::A3,
        };
        let bare = self.bare.then(|| self.paper.unwrap_or(usual).cells());
        let pictures = match &self.picture {
            Some(picture) => vec![picture.clone()],
            None => Picture::all(self.map, self.part, bare, self.lang()),
        };
        let fitting = match (&pictures[..], self.part) {
            // A board with its lines is as large as it is.
            ([picture], Part::Whole | Part::Level(_) | Part::Area(_)) => Paper::for_picture(picture),
            _ => usual,
        };
        let paper = self.paper.unwrap_or(fitting);
        let (text, points) = page_and_letters(&pictures, &self.heading(), paper);
        (text, points.map(|points| Letters { points, larger: Some(fitting).filter(|own| *own > paper) }))
    }
}

#[cfg(feature = "png")]
fn png(svg: &str) -> Result<Vec<u8>, Unmade> {
    super::png::write(svg).map_err(Unmade::Undrawn)
}

#[cfg(not(feature = "png"))]
fn png(_: &str) -> Result<Vec<u8>, Unmade> {
    Err(Unmade::NotBuilt)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Level, Node, NodeId};

    #[test]
    fn small_letters_are_told_and_a_board_without_links_hides_no_card() {
        let level =
            |n: usize| Level { id: format!("l{n}").as_str().into(), name: format!("L{n}"), part_of: None };
        let frame = crate::map::Frame { levels: (0..4).map(level).collect(), ..Default::default() };
        let mut map = Map::new("x").with_frame(frame);
        for n in 0..240 {
            let level = Some(format!("l{}", n % 4).as_str().into());
            let node = Node { level, ..Node::new(Kind::Cause, format!("A cause of some words {n}")) };
            map.insert_node(NodeId::new(format!("n{n:03}")), node).expect("new");
        }
        let print = |bare, paper| Print {
            map: &map,
            part: &Part::Whole,
            picture: None,
            bare,
            paper,
            date: "",
            lang: Lang::En,
        };
        let (_, small) = print(false, Some(Paper::A4)).text_and_letters(Medium::Svg);
        let small = small.expect("letters");
        assert!(small.points < Letters::LEAST && small.larger > Some(Paper::A4), "{small:?}");
        let (_, large) = print(false, small.larger).text_and_letters(Medium::Svg);
        assert!(large.expect("letters").points > small.points);
        assert_eq!(print(false, None).text_and_letters(Medium::Dot).1, None);
        let bare = Picture::cards(&map, Paper::A4.cells(), Lang::En);
        assert_eq!(bare.cards.len(), map.node_count());
    }
}
