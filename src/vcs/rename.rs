//! Finds which of the files that are gone is which of those that came: a file under another name.

use std::collections::HashSet;
use std::path::Path;

/// So many files a side are looked into; of more only those with the same bytes are paired.
const MOST_FILES: usize = 60;

/// A file that is gone, or came.
pub(super) struct Candidate<'a> {
    pub(super) path: &'a Path,
    /// What git calls its bytes, as far as git knows them.
    pub(super) hash: Option<&'a str>,
}

/// Pairs, each as the place of a gone file and that of the one that came: first those with the same bytes, then those of whose
/// different lines at least half are the same, most alike first. `lines` gives the text of a gone (`true`) or new file; what
/// is no text is like nothing.
pub(super) fn pairs(
    gone: &[Candidate<'_>],
    come: &[Candidate<'_>],
    mut text: impl FnMut(bool, usize) -> Option<String>,
) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let (mut old, mut new) = (vec![false; gone.len()], vec![false; come.len()]);
    let mut take = |a: usize, b: usize, found: &mut Vec<(usize, usize)>| {
        if !old[a] && !new[b] {
            (old[a], new[b]) = (true, true);
            found.push((a, b));
        }
    };
    // Of several files with the same bytes the one that keeps its name goes first.
    for same_name in [true, false] {
        for (a, was) in gone.iter().enumerate() {
            for (b, now) in come.iter().enumerate() {
                let named = !same_name || was.path.file_name() == now.path.file_name();
                if named && was.hash.is_some() && was.hash == now.hash {
                    take(a, b, &mut found);
                }
            }
        }
    }
    let rest = |all: usize, taken: &dyn Fn(usize) -> bool| -> Vec<usize> {
        (0..all).filter(|at| !taken(*at)).collect()
    };
    let left = rest(gone.len(), &|a| found.iter().any(|pair| pair.0 == a));
    let right = rest(come.len(), &|b| found.iter().any(|pair| pair.1 == b));
    if left.is_empty() || right.is_empty() || left.len().max(right.len()) > MOST_FILES {
        return found;
    }
    let mut all = |side: bool, rows: &[usize]| -> Vec<(usize, String)> {
        rows.iter().filter_map(|&at| Some((at, text(side, at)?))).collect()
    };
    let (left, right) = (all(true, &left), all(false, &right));
    let rights: Vec<(usize, HashSet<&str>)> = right.iter().map(|(at, text)| (*at, lines(text))).collect();
    let mut alike: Vec<(usize, usize, usize)> = Vec::new();
    for (a, text) in &left {
        let was = lines(text);
        for (b, now) in &rights {
            let (common, most) = (was.intersection(now).count(), was.len().max(now.len()));
            if common > 0 && common * 2 >= most {
                alike.push((common * 1000 / most, *a, *b));
            }
        }
    }
    alike.sort_by_key(|(share, a, b)| (std::cmp::Reverse(*share), *a, *b));
    for (_, a, b) in alike {
        take(a, b, &mut found);
    }
    found
}

/// The lines of a text, each once: what stands in every map counts only once then.
fn lines(text: &str) -> HashSet<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_first_and_then_what_is_most_alike() {
        let one = |path: &'static str, hash| Candidate { path: Path::new(path), hash };
        let gone = [one("a", Some("1")), one("b", Some("2")), one("c/x", Some("3")), one("d", Some("4"))];
        let come = [one("e", Some("5")), one("f", Some("1")), one("y", Some("3")), one("z/x", Some("3"))];
        let mut asked = Vec::new();
        let found = pairs(&gone, &come, |old, at| {
            asked.push((old, at));
            let texts = if old { ["", "1\n2\n3\n4", "", "7\n8\n9"] } else { ["1\n 2\n3\n5", "", "6", ""] };
            Some(texts[at].to_owned())
        });
        assert_eq!(found, [(2, 3), (0, 1), (1, 0)]);
        assert_eq!(asked, [(true, 1), (true, 3), (false, 0), (false, 2)], "only what is left is looked into");
    }
}
