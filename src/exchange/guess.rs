//! Which format a file is in, told by the ending of its name and by what it begins with.

/// The format to read a file as: one of those that `formats` lists. A file that ends in nothing we know is read by
/// what it begins with, and else as a list, since every text is one.
#[must_use]
pub fn format_of(name: &str, bytes: &[u8]) -> &'static str {
    let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase());
    match ending.as_str() {
        "csv" | "tsv" => "csv",
        "json" => "kumu",
        "txt" | "md" => "list",
        _ => {
            let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            match start.iter().find(|byte| !byte.is_ascii_whitespace()) {
                Some(b'{' | b'[') => "kumu",
                _ => "list",
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_tells_and_else_the_beginning() {
        for (name, text, format) in [
            ("a.csv", "{", "csv"),
            ("A.JSON", "x", "kumu"),
            ("notes.md", "# x", "list"),
            ("export", "\u{feff} \n{\"elements\": []}", "kumu"),
            ("export", "- a\n- b", "list"),
            ("v1.2", "", "list"),
        ] {
            assert_eq!(format_of(name, text.as_bytes()), format, "{name}");
        }
    }
}
