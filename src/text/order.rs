//! The order of names in a list: letters without case and accents, and the Norwegian ones at the end of the alphabet.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text that sorts, byte by byte, where a reader looks for `text`: case and accents do not count, æ, ø and å stand
/// behind z in this order, ä and ö with them.
#[must_use]
pub fn order_key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfc().flat_map(char::to_lowercase) {
        match c {
            // Behind every letter that can stand behind a z.
            'æ' | 'ä' => out.push_str("z\u{10ff01}"),
            'ø' | 'ö' => out.push_str("z\u{10ff02}"),
            'å' => out.push_str("z\u{10ff03}"),
            'đ' => out.push('d'),
            'ŋ' => out.push('n'),
            'ŧ' => out.push('t'),
            'ß' => out.push_str("ss"),
            _ => out.extend(std::iter::once(c).nfkd().filter(|&part| !is_combining_mark(part))),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_norwegian_letters_stand_last() {
        let sorted = [
            "apen",
            "Árdna",
            "Barn",
            "čáppat",
            "đuodji",
            "ek",
            "Épée",
            "tiltak",
            "zå",
            "Æra",
            "ære",
            "Ødelagt",
            "Å",
            "åpen",
            "Åpen dør",
            "åpent",
        ];
        let mut names = sorted;
        names.reverse();
        names.sort_by_key(|name| order_key(name));
        // «Å» and «a» with a ring in two parts are one letter.
        assert_eq!(order_key("A\u{30a}"), order_key("å"));
        assert_eq!(names, sorted);
    }
}
