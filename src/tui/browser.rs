//! The list of files to choose from: a folder, what is typed, and the rows that fit.
//!
//! It touches no disk: folders and files are read by errands, and what they found is put in here.

use std::path::{Path, PathBuf};

use tui_input::Input;

use crate::file::RecentMap;
use crate::file::listing::{Listed, Listing};
use crate::map::fold::fold;

/// What a file is chosen for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picking {
    /// To open it.
    Map,
    /// To read the open map again, in the state of its history in which what is not saved was given up.
    Again(usize),
    /// To begin a map of this title with its levels, areas and phases.
    Like(String),
    /// To take it into the open map.
    Import,
}

impl Picking {
    /// How the names of files end that may be chosen.
    #[must_use]
    pub fn endings(&self) -> &'static [&'static str] {
        match self {
            Picking::Map | Picking::Again(_) | Picking::Like(_) => &[".ron"],
            Picking::Import => &[".json", ".csv", ".tsv", ".txt", ".md"],
        }
    }
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// The path that is typed.
    Typed(PathBuf),
    /// A map that was open before.
    Recent(RecentMap),
    /// The folder around this one.
    Above(PathBuf),
    /// A folder.
    Folder(Listed),
    /// A file.
    File(Listed),
}

/// The list, and the field above it.
#[derive(Clone, Debug)]
pub struct Browser {
    /// What a file is chosen for.
    pub picking: Picking,
    /// The folder that is shown.
    pub folder: PathBuf,
    /// What is in it; none while it is being read, or if it cannot be.
    pub listing: Option<Listing>,
    /// Maps that were open before.
    pub recent: Vec<RecentMap>,
    /// What is typed.
    pub input: Input,
    /// The rows that fit, in the order in which they stand.
    pub rows: Vec<Row>,
    /// The row that the cursor is on.
    pub at: usize,
    /// What could not be opened, and why; empty for nothing.
    pub wrong: String,
    /// Whether a folder or a file is being read.
    pub waits: bool,
}

impl Browser {
    /// A list that waits for the content of a folder.
    #[must_use]
    pub fn new(picking: Picking, folder: PathBuf, recent: Vec<RecentMap>) -> Self {
        let mut browser = Self {
            picking,
            folder,
            listing: None,
            recent,
            input: Input::default(),
            rows: Vec::new(),
            at: 0,
            wrong: String::new(),
            waits: true,
        };
        browser.sift();
        browser
    }

    /// Goes to another folder, whose content is still to come.
    pub fn enter(&mut self, folder: PathBuf) {
        self.folder = folder;
        self.listing = None;
        self.input = Input::default();
        self.wrong.clear();
        self.waits = true;
        self.sift();
    }

    /// Takes in what a folder holds.
    pub fn show(&mut self, listing: Listing) {
        self.listing = Some(listing);
        self.waits = false;
        self.sift();
    }

    /// Finds the rows that fit what is typed. Names fit that hold it, whatever the case and the accents; a path is
    /// a row of its own. The cursor stands on the first map or folder.
    pub fn sift(&mut self) {
        let typed = self.input.value().trim();
        let wanted = fold(typed);
        let fits = |name: &str| fold(name).contains(&wanted);
        let mut rows = Vec::new();
        let path = is_path(typed);
        if path {
            rows.push(Row::Typed(self.meant(typed)));
        } else if typed.is_empty() {
            rows.extend(self.recent.iter().cloned().map(Row::Recent));
            rows.extend(above(&self.folder).map(Row::Above));
        }
        if let Some(listing) = self.listing.as_ref().filter(|_| !path) {
            rows.extend(listing.folders.iter().filter(|own| fits(&own.name)).cloned().map(Row::Folder));
            rows.extend(listing.files.iter().filter(|own| fits(&own.name)).cloned().map(Row::File));
        }
        if !path && !typed.is_empty() {
            let recent = self.recent.iter().filter(|own| fits(&own.title));
            rows.extend(recent.cloned().map(Row::Recent));
            if rows.is_empty() {
                rows.push(Row::Typed(self.meant(typed)));
            }
        }
        self.at = match rows.first() {
            // Going up is not what one opens a list for.
            Some(Row::Above(_)) if rows.len() > 1 => 1,
            _ => 0,
        };
        self.rows = rows;
    }

    /// What the cursor is on.
    #[must_use]
    pub fn chosen(&self) -> Option<&Row> {
        self.rows.get(self.at)
    }

    /// Moves the cursor by so many rows and stays in the list.
    pub fn go(&mut self, rows: isize) {
        self.at = self.at.saturating_add_signed(rows).min(self.rows.len().saturating_sub(1));
    }

    /// The path that was meant: `~/` is the home folder, and what begins nowhere begins in this folder.
    fn meant(&self, typed: &str) -> PathBuf {
        self.folder.join(at_home(typed))
    }
}

/// The folder around a folder; `None` at the root.
#[must_use]
pub fn above(folder: &Path) -> Option<PathBuf> {
    let whole = std::path::absolute(folder).ok()?;
    whole.parent().map(Path::to_owned)
}

/// A typed path with the home folder in the place of `~`.
#[must_use]
pub fn at_home(typed: &str) -> PathBuf {
    let rest = if typed == "~" { Some("") } else { typed.strip_prefix("~/") };
    match (rest, std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(typed),
    }
}

fn is_path(typed: &str) -> bool {
    typed == "~" || typed == ".." || typed.contains('/') || (cfg!(windows) && typed.contains('\\'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(name: &str) -> Listed {
        Listed { name: name.to_owned(), path: PathBuf::from("maps").join(name) }
    }

    fn browser(typed: &str) -> Browser {
        let recent = vec![RecentMap { title: "Skolevei".to_owned(), path: "/x/vei.ron".into() }];
        let mut browser = Browser::new(Picking::Map, "maps".into(), recent);
        browser.show(Listing {
            folders: vec![listed("Arkiv"), listed("Skole")],
            files: vec![listed("blåser.ron"), listed("skolen.ron")],
            more: false,
        });
        browser.input = Input::new(typed.to_owned());
        browser.sift();
        browser
    }

    fn told(browser: &Browser) -> Vec<String> {
        let one = |row: &Row| match row {
            Row::Typed(path) => format!("typed {}", path.display()),
            Row::Recent(known) => format!("recent {}", known.title),
            Row::Above(_) => "..".to_owned(),
            Row::Folder(own) => format!("{}/", own.name),
            Row::File(own) => own.name.clone(),
        };
        browser.rows.iter().map(one).collect()
    }

    #[test]
    fn recent_maps_stand_on_top_until_something_is_typed() {
        assert_eq!(
            told(&browser("")),
            ["recent Skolevei", "..", "Arkiv/", "Skole/", "blåser.ron", "skolen.ron"]
        );
        assert_eq!(told(&browser("SKOLE")), ["Skole/", "skolen.ron", "recent Skolevei"]);
        assert_eq!(told(&browser("blå")), ["blåser.ron"]);
    }

    #[test]
    fn a_path_is_a_row_of_its_own() {
        assert_eq!(told(&browser("../a.ron")), ["typed maps/../a.ron"]);
        assert_eq!(told(&browser("/tmp/a.ron")), ["typed /tmp/a.ron"]);
        assert_eq!(told(&browser("nothing")), ["typed maps/nothing"]);
        let home = std::env::home_dir().expect("a home");
        assert_eq!(browser("~/a.ron").rows, [Row::Typed(home.join("a.ron"))]);
    }

    #[test]
    fn the_cursor_does_not_begin_on_the_way_up() {
        let mut browser = browser("");
        browser.recent.clear();
        browser.sift();
        assert_eq!(browser.at, 1);
        assert!(matches!(browser.chosen(), Some(Row::Folder(_))));
    }
}
