//! The line of attributes that says which files are maps, in the bytes of a file in which others write too.

/// The line.
pub const ATTRIBUTES: &str =
    "*.floke.ron text eol=lf diff=floke merge=floke linguist-language=RON conflict-marker-size=7";

fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n')
}

fn is_ours(line: &[u8]) -> bool {
    line.trim_ascii() == ATTRIBUTES.as_bytes()
}

pub(super) fn has_line(bytes: &[u8]) -> bool {
    lines(bytes).any(is_ours)
}

/// The bytes with the line behind them, ended as the others are: where the last one has no end, ours has none.
pub(super) fn with_line(bytes: &[u8]) -> Vec<u8> {
    let end: &[u8] = if bytes.windows(2).any(|two| two == b"\r\n") { b"\r\n" } else { b"\n" };
    let mut all = bytes.to_vec();
    if bytes.is_empty() || bytes.ends_with(b"\n") {
        all.extend_from_slice(ATTRIBUTES.as_bytes());
        all.extend_from_slice(end);
    } else {
        all.extend_from_slice(end);
        all.extend_from_slice(ATTRIBUTES.as_bytes());
    }
    all
}

/// The bytes without the line: what they were before [`with_line`].
pub(super) fn without_line(bytes: &[u8]) -> Vec<u8> {
    let mut left: Vec<u8> = lines(bytes).filter(|line| !is_ours(line)).flatten().copied().collect();
    let ours_was_last = lines(bytes).last().is_some_and(is_ours);
    if ours_was_last && !bytes.ends_with(b"\n") {
        let end = [&b"\r\n"[..], b"\n"].into_iter().find(|end| left.ends_with(end)).map_or(0, <[u8]>::len);
        left.truncate(left.len() - end);
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_attributes_are_what_they_were_after_taking_the_line_out() {
        for before in ["", "*.png binary\n", "*.png binary", "a\r\nb\r\n", "a\r\nb", "# floke\n\n"] {
            let with = with_line(before.as_bytes());
            assert!(has_line(&with) && with.starts_with(before.as_bytes()), "{before:?}");
            assert_eq!(without_line(&with), before.as_bytes(), "{before:?}");
        }
        let moved = format!("a\n{ATTRIBUTES}\nb\n");
        assert_eq!(without_line(moved.as_bytes()), b"a\nb\n");
    }
}
