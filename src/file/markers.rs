//! Cuts a text in which git left its markers into the versions that stand in it.
//!
//! It knows nothing of maps; what the versions say is for the reader.

/// The versions that stand in a text with markers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    /// What both come from, where git was set up to write it.
    pub base: Option<String>,
    /// What stands before `=======`, and all that stands outside the markers.
    pub ours: String,
    /// What stands behind `=======`, and all that stands outside the markers.
    pub theirs: String,
}

/// Which part of a conflict a line is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Nothing,
    Ours,
    Base,
    Theirs,
}

/// The versions of a text with markers of git at the start of lines. `None` if the markers do not pair.
pub(super) fn cut(text: &str) -> Option<Cut> {
    let (mut base, mut ours, mut theirs) = (String::new(), String::new(), String::new());
    let (mut within, mut length) = (Within::Nothing, 0);
    let (mut conflicts, mut bases) = (0, 0);
    for line in text.split_inclusive('\n') {
        let marker = marker(line);
        match (within, marker) {
            (Within::Nothing, Some(('<', long))) => {
                (within, length) = (Within::Ours, long);
                conflicts += 1;
            }
            (Within::Ours, Some(('|', long))) if long == length => {
                within = Within::Base;
                bases += 1;
            }
            (Within::Ours | Within::Base, Some(('=', long))) if long == length => within = Within::Theirs,
            (Within::Theirs, Some(('>', long))) if long == length => within = Within::Nothing,
            // Markers in a base that is itself a merge of two.
            (Within::Base, _) => base.push_str(line),
            (_, Some(_)) => return None,
            (Within::Nothing, None) => {
                [&mut base, &mut ours, &mut theirs].into_iter().for_each(|all| all.push_str(line))
            }
            (Within::Ours, None) => ours.push_str(line),
            (Within::Theirs, None) => theirs.push_str(line),
        }
    }
    let whole = within == Within::Nothing && conflicts > 0;
    whole.then(|| Cut { base: (bases == conflicts).then_some(base), ours, theirs })
}

/// The marker that a line is, and how long it is.
fn marker(line: &str) -> Option<(char, usize)> {
    let first = line.chars().next().filter(|first| "<|=>".contains(*first))?;
    let length = line.chars().take_while(|c| *c == first).count();
    let rest = line[length..].trim_end_matches(['\n', '\r']);
    (length >= 7 && (rest.is_empty() || rest.starts_with(' '))).then_some((first, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_versions_are_cut_out() {
        let text = "a\n<<<<<<< ours\nb\n||||||| base\nx\n=======\nc\n>>>>>>> theirs\nd\r\n<<<<<<< ours\n=======\ne\n>>>>>>> theirs\n";
        let found = cut(text).expect("markers pair");
        assert_eq!(
            (found.ours.as_str(), found.theirs.as_str(), found.base),
            ("a\nb\nd\r\n", "a\nc\nd\r\ne\n", None)
        );
        let with_base = cut(&text[..text.find("d\r").expect("there")]).expect("markers pair");
        assert_eq!(with_base.base.as_deref(), Some("a\nx\n"));
    }

    #[test]
    fn markers_that_do_not_pair_are_left_alone() {
        for text in [
            "a\n",
            "<<<<<<< ours\na\n",
            "<<<<<<< a\nb\n>>>>>>> c\n",
            "=======\n",
            "<<<<<<< a\n<<<<<<< b\n=======\n>>>>>>> c\n",
        ] {
            assert_eq!(cut(text), None, "{text}");
        }
        assert_eq!(marker("======= x\n"), Some(('=', 7)));
        assert_eq!(marker("=======x\n"), None);
    }
}
