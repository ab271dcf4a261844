//! Exchange: other formats, one file per format, in and out.
//!
//! A foreign format says less than a map does, or something else. So every way in answers with a [`Report`]
//! of what was read, what was left behind and what was guessed, and every way out takes a [`Share`] that says
//! what may leave the house.
//!
//! Nothing here opens a file or writes one: bytes go in, texts and maps come out.

pub mod csv;
pub mod dot;
pub mod escape;
pub mod guess;
pub mod html;
pub mod json;
pub mod kumu;
mod lined;
pub mod lines;
pub mod list;
pub mod markdown;
pub mod mermaid;
pub mod paper;
pub mod part;
#[cfg(feature = "png")]
pub mod png;
pub mod print;
pub mod report;
pub mod said;
pub mod share;
pub mod source;
pub mod update;

use crate::map::{ChangeError, Deed, Map};
use crate::text::{Both, Lang, both};

pub use part::Part;
pub use print::{Letters, Medium, Print, Unmade};
pub use report::{Report, Skipped, Unreadable};
pub use share::Share;
pub use source::Source;
pub use update::update;

/// A format that floke reads or writes, as `import --list` and `export --list` name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is, in one line; for programs too.
    pub about: &'static str,
    /// The same in Norwegian Bokmål.
    pub about_nb: &'static str,
}

impl Format {
    /// What it is, in a language.
    #[must_use]
    pub const fn said(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.about,
            Lang::Nb => self.about_nb,
        }
    }
}

/// What can be read.
const READS: &[Format] = &[
    Format {
        name: "csv",
        about: "tables of cards and links: from a spreadsheet, from Kumu, or from export --to csv",
        about_nb: "tabeller over kort og koblinger: fra et regneark, fra Kumu eller fra export --to csv",
    },
    Format {
        name: "kumu",
        about: "Kumu's JSON: a blueprint, or the full export of a project",
        about_nb: "JSON fra Kumu: en «blueprint», eller full eksport av et prosjekt",
    },
    Format {
        name: "list",
        about: "text: one card a line, an outline, or a table of sticky notes",
        about_nb: "tekst: ett kort per linje, en disposisjon eller en tabell med lapper",
    },
];

/// The formats that can be read: the names that [`read_files`] takes, and what each is.
#[must_use]
pub fn formats() -> &'static [Format] {
    READS
}

/// Reads files of one format into a map called `title`, unless they say what it is called. Only tables may be
/// several files; of the others the first is read.
///
/// # Errors
/// If there is no such format, or a file is not of it. The advice says what to do.
pub fn read_files(format: &str, files: &[Source], title: &str) -> Result<(Map, Report), Unreadable> {
    let Some(first) = files.first() else {
        return Err(Source { name: "", bytes: &[] }.fault(
            None,
            None,
            both!("there is no file to read", "det er ingen fil å lese"),
            both!("name one", "nevn en"),
        ));
    };
    if let ("kumu" | "list", Some(second)) = (format, files.get(1)) {
        let what = both!("this format is one file for one map", "dette formatet er én fil for ett kart");
        return Err(second.fault(
            None,
            None,
            what,
            both!(
                "import the files one after another, into the same map",
                "importer filene etter hverandre, til det samme kartet"
            ),
        ));
    }
    match format {
        "csv" if csv::is_ours(files) => csv::read(files, title),
        "csv" => csv::read(files, title).map(|(map, report)| (update::state::with_label_marks(&map), report)),
        "kumu" => kumu::read(first, title),
        "list" => {
            let mut map = Map::new(title);
            let (deed, mut report) = of_list(&map, first)?;
            map.apply(&deed.change).map_err(|error| misfit(first, &error))?;
            report.update = None;
            Ok((map, report))
        }
        _ => {
            let known: Vec<&str> = READS.iter().map(|format| format.name).collect();
            let known = known.join(", ");
            let what = both!(
                "there is no format '{format}' to read",
                "det finnes ikke noe format «{format}» å lese"
            );
            Err(first.fault(None, None, what, both!("known: {known}", "kjente: {known}")))
        }
    }
}

/// What files of one format do to a map that is there, as one deed. Its change is empty if they bring nothing new;
/// the report says what is new, changed, unchanged and left.
///
/// # Errors
/// As [`read_files`].
pub fn read_onto(format: &str, files: &[Source], existing: &Map) -> Result<(Deed, Report), Unreadable> {
    if let ("list", [file]) = (format, files) {
        // A heading of the list may name a level of the map.
        return of_list(existing, file);
    }
    let (incoming, mut report) = read_files(format, files, &existing.head().title)?;
    let (deed, told) = update(existing, &incoming);
    report.update = Some(told);
    Ok((deed, report))
}

fn of_list(map: &Map, file: &Source) -> Result<(Deed, Report), Unreadable> {
    let (deed, mut report) = list::read_file(map, file.text()?);
    for skipped in &mut report.skipped {
        file.name.clone_into(&mut skipped.file);
    }
    Ok((deed, report))
}

/// What a file brings is more than a map holds.
fn misfit(file: &Source, error: &ChangeError) -> Unreadable {
    file.fault(
        None,
        None,
        Both { en: error.said(Lang::En), nb: error.said(Lang::Nb) },
        both!("leave a part of the file out", "utelat en del av filen"),
    )
}

/// As [`read_files`], for one file: what it is called in the report, and its bytes.
///
/// # Errors
/// As [`read_files`].
pub fn read_file(format: &str, name: &str, bytes: &[u8], title: &str) -> Result<(Map, Report), Unreadable> {
    read_files(format, &[Source { name, bytes }], title)
}

/// What can be written.
pub const WRITES: &[Format] = &[
    Format {
        name: "csv",
        about: "three tables for a spreadsheet: nodes.csv, links.csv and lists.csv",
        about_nb: "tre tabeller til et regneark: nodes.csv, links.csv og lists.csv",
    },
    Format {
        name: "json",
        about: "the whole map as one JSON document, for programs",
        about_nb: "hele kartet som ett JSON-dokument, for programmer",
    },
    Format {
        name: "kumu",
        about: "a blueprint for Kumu: elements and connections as JSON",
        about_nb: "en «blueprint» for Kumu: elementer og koblinger som JSON",
    },
    Format {
        name: "markdown",
        about: "text with headings: readings step by step, journeys, cards by level",
        about_nb: "tekst med overskrifter: lesninger steg for steg, gjennomganger, kort etter nivå",
    },
    Format {
        name: "html",
        about: "one page for a browser: the board, its cards, loops and journeys; asks no network",
        about_nb: "én side for en nettleser: tavlen, kortene, sløyfer og gjennomganger; spør ikke nettet om noe",
    },
    Format {
        name: "mermaid",
        about: "a flowchart that GitHub draws, levels as boxes",
        about_nb: "et flytskjema som GitHub tegner, med nivåer som bokser",
    },
    Format {
        name: "dot",
        about: "a graph for Graphviz, levels from the top",
        about_nb: "en graf for Graphviz, nivåer ovenfra",
    },
    Format {
        name: "png",
        about: "the same page as dots, for slides; only in a floke that was built with it",
        about_nb: "den samme siden som bildepunkter, til lysbilder; bare i en floke som er bygget med det",
    },
    Format {
        name: "svg",
        about: "a page to print or to put into a document: the picture as vectors",
        about_nb: "en side til å skrive ut eller sette inn i et dokument: bildet som vektorer",
    },
];

/// A word of the model as programs and tables write it: `ActsOn` is `acts_on`.
#[must_use]
pub fn snake(word: &str) -> String {
    let mut out = String::new();
    for c in word.chars() {
        if c.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}
