//! The formats that people look at: one request, whatever the format.

use super::paper::{Heading, Paper, Picture, page};
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
        match medium {
            Medium::Png => self.png(),
            _ => Ok(self.text(medium).into_bytes()),
        }
    }

    #[cfg(feature = "png")]
    fn png(&self) -> Result<Vec<u8>, Unmade> {
        super::png::write(&self.svg()).map_err(Unmade::Undrawn)
    }

    #[cfg(not(feature = "png"))]
    fn png(&self) -> Result<Vec<u8>, Unmade> {
        Err(Unmade::NotBuilt)
    }

    /// The file as text; of dots the page that they are made from.
    #[must_use]
    pub fn text(&self, medium: Medium) -> String {
        match medium {
            Medium::Svg | Medium::Png => self.svg(),
            Medium::Html => html::write(self.map, self.part, self.date, self.lang()),
            Medium::Markdown => markdown::write(self.map, self.part, self.date, self.lang()),
            Medium::Mermaid => mermaid::write(self.map, self.part, self.lang()),
            Medium::Dot => {
                dot::write(&self.part.of(self.map), &self.part.title(self.map, self.lang()), self.lang())
            }
        }
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

    fn svg(&self) -> String {
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
        page(&pictures, &self.heading(), self.paper.unwrap_or(fitting))
    }
}
