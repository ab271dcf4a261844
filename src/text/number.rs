//! Numbers as each language writes them: `41,866,762` and `86%`, or `41 866 762` and `86 %`.

use super::lang::Lang;

/// A count with its thousands kept apart, from 10,000 up: by a comma in English, by a blank that does not
/// break in Norwegian. Four digits stand together, as in a year.
pub fn count(lang: Lang, n: u128) -> String {
    let digits = n.to_string();
    if digits.len() <= 4 {
        return digits;
    }
    let between = match lang {
        Lang::En => ',',
        Lang::Nb => '\u{a0}',
    };
    let mut out = String::with_capacity(digits.len() * 2);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(between);
        }
        out.push(digit);
    }
    out
}

/// A share in per cent.
pub fn percent(lang: Lang, n: u32) -> String {
    match lang {
        Lang::En => format!("{n}%"),
        Lang::Nb => format!("{n}\u{a0}%"),
    }
}

/// A number with `places` decimals: `1.5` or `1,5`.
pub fn decimal(lang: Lang, n: f64, places: usize) -> String {
    let english = format!("{n:.places$}");
    match lang {
        Lang::En => english,
        Lang::Nb => english.replace('.', ","),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        for (n, en, nb) in [
            (0, "0", "0"),
            (2021, "2021", "2021"),
            (10_000, "10,000", "10\u{a0}000"),
            (123_456, "123,456", "123\u{a0}456"),
            (41_866_762, "41,866,762", "41\u{a0}866\u{a0}762"),
        ] {
            assert_eq!(count(Lang::En, n), en);
            assert_eq!(count(Lang::Nb, n), nb);
        }
    }

    #[test]
    fn shares_and_decimals() {
        assert_eq!(percent(Lang::En, 86), "86%");
        assert_eq!(percent(Lang::Nb, 86), "86\u{a0}%");
        assert_eq!(decimal(Lang::En, 1.5, 1), "1.5");
        assert_eq!(decimal(Lang::Nb, 1.5, 1), "1,5");
    }
}
