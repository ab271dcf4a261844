//! Where a claim comes from.

use super::node::Lines;
use super::record::{choice, record};

choice!(
    /// What kind of source it is.
    #[derive(Default)]
    SourceKind {
        /// Talks with people.
        Interview,
        /// A panel of users or services.
        Panel,
        /// Questions to many. A survey shows how things are, not what makes what.
        Survey,
        /// Figures that somebody keeps.
        Statistics,
        /// A report.
        Report,
        /// An audit.
        Audit,
        /// Something that was tried.
        Experiment,
        /// A workshop.
        Workshop,
        /// A model or map made earlier.
        Model,
        /// Anything else.
        #[default]
        Other,
    }
);

/// A source of the map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its title.
    pub title: String,
    /// What kind it is.
    pub kind: SourceKind,
    /// The year it is from.
    pub year: Option<u16>,
    /// How many answered.
    pub respondents: Option<u32>,
    /// Where to find it. Shown as text; floke never opens it.
    pub link: String,
    /// What to know about it: who was asked, and who was not.
    pub note: Lines,
}
record!(Source, "source", [title, kind, year, respondents, link, note], always [title, kind]);

/// What one source says about one card or link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// A figure, with its unit.
    pub figure: String,
    /// Somebody's words.
    pub quote: String,
    /// Where in the source.
    pub page: String,
}
record!(Citation, "citation", [figure, quote, page], always []);
