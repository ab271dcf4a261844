//! Text for the clipboard of the terminal that somebody sits at, also over a remote line (OSC 52).
//!
//! Nothing is read from a clipboard here: what a person pastes comes as an event.

/// The most bytes that terminals are known to take at once.
pub const MOST: usize = 74_000;

/// The sequence that puts a text on the clipboard; `None` if it is more than terminals take. The text goes in coded,
/// so that nothing in it can be a sequence of its own.
#[must_use]
pub fn sequence(text: &str) -> Option<String> {
    (text.len() <= MOST).then(|| format!("\x1b]52;c;{}\x07", base64(text.as_bytes())))
}

/// Bytes as letters, six bits a letter (RFC 4648).
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits =
            three.iter().fold(0_u32, |bits, &byte| bits << 8 | u32::from(byte)) << (8 * (3 - three.len()));
        for at in 0..4 {
            // Of fewer than three bytes the last letters say nothing.
            let letter = LETTERS[(bits >> (18 - 6 * at) & 63) as usize];
            out.push(if at <= three.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_coded_as_the_standard_says() {
        for (text, wanted) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
            ("Når «ø»", "TsOlciDCq8O4wrs="),
        ] {
            assert_eq!(base64(text.as_bytes()), wanted, "{text}");
        }
        assert_eq!(sequence("\u{1b}]52;c;!\u{7}").as_deref(), Some("\x1b]52;c;G101MjtjOyEH\x07"));
    }

    #[test]
    fn more_than_terminals_take_is_not_sent() {
        assert!(sequence(&"x".repeat(MOST)).is_some());
        assert_eq!(sequence(&"x".repeat(MOST + 1)), None);
    }
}
