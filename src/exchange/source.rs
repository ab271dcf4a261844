//! A file to read: its name in the report, its bytes, and the text in them.

use super::report::Unreadable;
use crate::text::{Both, both};

/// The largest file that is read.
pub const MOST_BYTES: usize = 64 << 20;

/// A file to read: what it is called in the report, and its bytes.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Its name.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

impl<'a> Source<'a> {
    /// Why this file cannot be read.
    pub fn fault(
        &self,
        line: Option<u64>,
        column: Option<u64>,
        what: impl Into<Both>,
        advice: impl Into<Both>,
    ) -> Unreadable {
        let (what, advice) = (Box::new(what.into()), Box::new(advice.into()));
        Unreadable { file: self.name.to_owned(), line, column, what, advice }
    }

    /// The text of the file, without a byte order mark.
    ///
    /// # Errors
    /// If it is too large, or no UTF-8 text.
    pub fn text(&self) -> Result<&'a str, Unreadable> {
        if self.bytes.len() > MOST_BYTES {
            return Err(self.fault(
                None,
                None,
                both!("the file is larger than 64 MB", "filen er større enn 64 MB"),
                both!("split it and import a part", "del den, og importer en del"),
            ));
        }
        if self.bytes.starts_with(b"\xff\xfe") || self.bytes.starts_with(b"\xfe\xff") {
            return Err(self.fault(
                Some(1),
                Some(1),
                both!("the file is UTF-16", "filen er UTF-16"),
                both!("save it again as UTF-8", "lagre den på nytt som UTF-8"),
            ));
        }
        let text = std::str::from_utf8(self.bytes).map_err(|error| {
            let good = String::from_utf8_lossy(&self.bytes[..error.valid_up_to()]);
            let (line, column) = place_of_end(&good);
            self.fault(
                Some(line),
                Some(column),
                both!("this is not UTF-8", "dette er ikke UTF-8"),
                both!("save the file again as UTF-8", "lagre filen på nytt som UTF-8"),
            )
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.contains('\0') {
            let (line, column) = place_of_end(text.split('\0').next().unwrap_or(""));
            let what = both!("a NUL character: this is no text", "et NUL-tegn: dette er ikke tekst");
            return Err(self.fault(
                Some(line),
                Some(column),
                what,
                both!("export it again as text", "eksporter den på nytt som tekst"),
            ));
        }
        Ok(text)
    }
}

/// The line and the column, both from 1, just behind the end of a text.
fn place_of_end(text: &str) -> (u64, u64) {
    let line = text.matches('\n').count() as u64 + 1;
    let column = text.rsplit('\n').next().unwrap_or("").chars().count() as u64 + 1;
    (line, column)
}
