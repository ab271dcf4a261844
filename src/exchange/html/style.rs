//! How the page looks and what it does: its one style, its one script, and the policy that lets only those two in.

use sha2::{Digest as _, Sha256};

use crate::exchange::paper::svg::tinted;
use crate::palette::paper::{ALL, DARK_PAGE, LIGHT_PAGE};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The style sheet: that of the page, and a class for every ink on a light and on a dark page.
pub(super) fn sheet() -> String {
    let inks = |dark: bool| -> String {
        let page = if dark { DARK_PAGE } else { LIGHT_PAGE };
        let one = |ink: &crate::palette::paper::Ink| {
            let (name, color) = (ink.name, if dark { ink.dark } else { ink.light });
            let tint = tinted(color, page, if dark { 0.16 } else { 0.08 });
            format!(
                ".f-{name}{{fill:{color}}}.s-{name}{{stroke:{color};fill:none}}.h-{name}{{stroke:{color};fill:{page}}}\
                 .t-{name}{{fill:{tint}}}.e-{name}{{stroke:{color}}}\n"
            )
        };
        ALL.iter().map(one).collect()
    };
    format!(
        "\n{STYLE}.e-none{{stroke:none}}\n{}@media screen and (prefers-color-scheme:dark){{\n:root{{--page:{DARK_PAGE};\
         --ink:#e8e6e1;--quiet:#a6abb5;--rule:#565c66;--soft:#1f2229;--mark:#79b0ff}}\n{}}}\n",
        inks(false),
        inks(true)
    )
}

/// The script, wrapped so that a strict reader of XML takes it as text too.
pub(super) fn script() -> String {
    format!("//<![CDATA[\n{SCRIPT}//]]>\n")
}

/// The policy: nothing from anywhere, but this style and this script.
pub(super) fn policy(style: &str, script: &str) -> String {
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        hash(style),
        hash(script)
    )
}

fn hash(text: &str) -> String {
    base64(&Sha256::digest(text.as_bytes()))
}

/// RFC 4648 with its padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let number = three.iter().fold(0_usize, |number, byte| number << 8 | usize::from(*byte))
            << (8 * (3 - three.len()));
        for at in 0..4 {
            let letter = LETTERS[number >> (18 - 6 * at) & 63];
            out.push(if at <= three.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_that_browsers_compute() {
        // RFC 4648, 10, and FIPS 180-2, B.1.
        for (text, code) in [("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(text.as_bytes()), code);
        }
        assert_eq!(hash("abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }
}
