//! 'Did you mean': the known word that is nearest to an unknown one.

/// The nearest of `known` to `word`, if it is near enough to be meant: letters swapped, left out, doubled, in
/// another case, or of another alphabet that looks the same. Of two equally near ones the first. `None` if
/// nothing is near.
///
/// Optimal string alignment distance, O(|word| · |known|) for each; words past 40 characters are not tried.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.chars().map(plain).collect();
    if word.is_empty() || word.len() > 40 {
        return None;
    }
    let allowed = (word.len() / 3).clamp(1, 3);
    known
        .into_iter()
        .map(|known| (distance(&word, &known.chars().map(plain).collect::<Vec<_>>()), known))
        .filter(|(distance, known)| *distance <= allowed && *distance < known.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// Lower case, with letters of other alphabets as the Latin ones they look like.
fn plain(c: char) -> char {
    match c {
        'А' | 'а' | 'Α' | 'α' => 'a',
        'В' | 'в' | 'Β' => 'b',
        'С' | 'с' => 'c',
        'Е' | 'е' | 'Ε' => 'e',
        'Н' | 'н' | 'Η' => 'h',
        'І' | 'і' | 'Ι' => 'i',
        'К' | 'к' | 'Κ' | 'κ' => 'k',
        'М' | 'м' | 'Μ' => 'm',
        'Ν' => 'n',
        'О' | 'о' | 'Ο' | 'ο' => 'o',
        'Р' | 'р' | 'Ρ' | 'ρ' => 'p',
        'Т' | 'т' | 'Τ' => 't',
        'У' | 'у' => 'y',
        'Х' | 'х' | 'Χ' => 'x',
        '-' => '_',
        c => c.to_ascii_lowercase(),
    }
}

fn distance(a: &[char], b: &[char]) -> usize {
    let mut two_back = vec![0; b.len() + 1];
    let mut back: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1; b.len() + 1];
        for (j, y) in b.iter().enumerate() {
            let replaced = back[j] + usize::from(x != y);
            row[j + 1] = replaced.min(back[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                row[j + 1] = row[j + 1].min(two_back[j - 1] + 1);
            }
        }
        two_back = std::mem::replace(&mut back, row);
    }
    back[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_hand_are_understood_and_other_words_are_not() {
        let kinds = ["Cause", "Actor", "Measure", "Benefit", "Note"];
        for (word, meant) in [
            ("Casue", Some("Cause")),
            ("cause", Some("Cause")),
            ("Measur", Some("Measure")),
            ("Bennefit", Some("Benefit")),
            ("\u{410}ctor", Some("Actor")),
            ("Goal", None),
            ("", None),
            ("x", None),
        ] {
            assert_eq!(nearest(word, kinds), meant, "{word}");
        }
        assert_eq!(nearest("acts-on", ["acts_on"]), Some("acts_on"));
        assert_eq!(nearest("lable", ["label", "level"]), Some("label"));
        assert_eq!(nearest(&"x".repeat(10_000), kinds), None);
    }
}
