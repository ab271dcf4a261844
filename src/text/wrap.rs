//! Wrapping text into lines of a given width, with the hyphenation of the language.
//!
//! Norwegian compounds are long («tilbakemeldingssløyfe» has 21 letters) and cards are narrow, so a word that
//! is wider than the line is divided where the language divides it. A word that fits on a line of its own is
//! left whole: a divided label reads badly on a projector.

use textwrap::WordSeparator;
use unicode_segmentation::UnicodeSegmentation;

use super::lang::Lang;
use super::width::{cut, split_at, width};

/// `text` as lines of at most `cells` cells. Newlines in it end a line; blanks at the ends of lines are dropped;
/// no letter is ever lost, and the only ones added are the hyphens of divided words. One line at least, unless
/// there are no cells. A character of two cells on lines of one cell is shown as `…`.
pub fn wrap(text: &str, cells: usize, lang: Lang) -> Vec<String> {
    texts(lines(text, cells, lang, Divide::TooWide))
}

/// As [`wrap`], but at most `lines` lines; the flag says whether something was cut, and then the last line ends
/// with `…`. Words are divided to fill the lines where that saves the text from being cut.
pub fn wrap_at_most(text: &str, cells: usize, lines: usize, lang: Lang) -> (Vec<String>, bool) {
    if lines == 0 || cells == 0 {
        return (Vec::new(), !text.is_empty());
    }
    let whole = self::lines(text, cells, lang, Divide::TooWide);
    if whole.len() <= lines {
        return (texts(whole), false);
    }
    let tight = self::lines(text, cells, lang, Divide::ToFill);
    if tight.len() <= lines {
        return (texts(tight), false);
    }
    // The last line gets as much of what follows as it holds, not only the words that wrapping gave it.
    let last = &text[whole[lines - 1].start..];
    let last = last.split('\n').next().unwrap_or(last).trim_end();
    let mut out = texts(whole);
    out.truncate(lines - 1);
    out.push(cut(&format!("{last}…"), cells));
    (out, true)
}

/// `text` in at most `cells` cells: if it is wider, as many whole words as fit, with `…`; a first word that is wider
/// than that is cut itself, and so is what would lose more than half of the room.
pub fn cut_at_word(text: &str, cells: usize) -> String {
    let cut = cut(text, cells);
    if width(text) <= cells {
        return cut;
    }
    let head = cut.strip_suffix('…').unwrap_or(&cut);
    let ends_word = text[head.len()..].starts_with(' ');
    match head.rfind(' ').map(|at| head[..at].trim_end_matches([' ', ',', '·', '-'])) {
        Some(words) if !ends_word && width(words) * 2 >= cells => format!("{words}…"),
        _ => cut,
    }
}

/// When a word may be divided.
#[derive(Clone, Copy, PartialEq)]
enum Divide {
    /// Only where it is wider than a whole line.
    TooWide,
    /// Wherever a part of it fits at the end of a line.
    ToFill,
}

/// A line, and where in the text it begins.
#[derive(Default)]
struct Line {
    start: usize,
    text: String,
}

fn texts(lines: Vec<Line>) -> Vec<String> {
    lines.into_iter().map(|line| line.text).collect()
}

fn lines(text: &str, cells: usize, lang: Lang, divide: Divide) -> Vec<Line> {
    let mut out = Vec::new();
    if cells == 0 {
        return out;
    }
    let mut start = 0;
    for paragraph in text.split('\n') {
        let blanks = paragraph.len() - paragraph.trim_start().len();
        fill(paragraph.trim(), start + blanks, cells, lang, divide, &mut out);
        start += paragraph.len() + 1;
    }
    out
}

/// Appends the lines of one paragraph, which begins at byte `start` of the text: each takes the words that fit.
fn fill(paragraph: &str, start: usize, cells: usize, lang: Lang, divide: Divide, out: &mut Vec<Line>) {
    if width(paragraph) <= cells {
        out.push(Line { start, text: paragraph.to_owned() });
        return;
    }
    let mut line = Line::default();
    let mut at = start;
    let mut gap = "";
    for (word, blanks) in words(paragraph) {
        let mut rest = word;
        while !rest.is_empty() {
            let room = match line.text.as_str() {
                "" => cells,
                text => cells.saturating_sub(width(text) + width(gap)),
            };
            let (head, hyphen) = if width(rest) <= room {
                (rest, "")
            } else if let Some(part) = part(rest, (room, cells), lang, divide)
                .filter(|_| divide == Divide::ToFill || width(rest) > cells)
            {
                part
            } else if line.text.is_empty() {
                force(rest, cells)
            } else {
                out.push(std::mem::take(&mut line));
                continue;
            };
            if line.text.is_empty() {
                line.start = at;
            } else {
                line.text.push_str(gap);
            }
            // Only a character wider than the whole line is not shown as itself.
            line.text.push_str(if width(head) > cells { "…" } else { head });
            line.text.push_str(hyphen);
            at += head.len();
            rest = &rest[head.len()..];
            if !rest.is_empty() {
                out.push(std::mem::take(&mut line));
            }
        }
        gap = blanks;
        at += gap.len();
    }
    if !line.text.is_empty() {
        out.push(line);
    }
}

/// The words of a paragraph, each with the blanks behind it.
fn words(paragraph: &str) -> Vec<(&str, &str)> {
    // Most labels are letters, digits and blanks, and between those a line can end at a blank only. Asking the
    // rules for every script takes longer than all the rest of wrapping, and a board wraps hundreds of labels.
    if paragraph
        .chars()
        .all(|c| c == ' ' || c.is_ascii_alphanumeric() || ('À'..='ɏ').contains(&c) && c.is_alphabetic())
    {
        return plain_words(paragraph);
    }
    let words = WordSeparator::UnicodeBreakProperties.find_words(paragraph);
    words.map(|word| (word.word, word.whitespace)).collect()
}

fn plain_words(paragraph: &str) -> Vec<(&str, &str)> {
    let mut words = Vec::new();
    let mut rest = paragraph;
    while !rest.is_empty() {
        let end = rest.find(' ').unwrap_or(rest.len());
        let next = rest[end..].find(|c| c != ' ').map_or(rest.len(), |blanks| end + blanks);
        words.push((&rest[..end], &rest[end..next]));
        rest = &rest[next..];
    }
    words
}

/// The longest beginning of `word` that fits in `room` cells and ends where the word can be divided, with the hyphen
/// to write after it. A hyphen or slash of the word's own goes before any division by rule. Then, where the rest has room
/// on a line of `cells`, a seam between the words it is made of: `Tjeneste-utøvere`, not `Tjenesteut-øvere`; and three
/// letters are not left alone: `Direkto-rater`, not `Direktora-ter`.
fn part(
    word: &str,
    (room, cells): (usize, usize),
    lang: Lang,
    divide: Divide,
) -> Option<(&str, &'static str)> {
    let mut points = division_points(word, lang);
    points.retain(|(at, hyphen)| width(&word[..*at]) + hyphen.len() <= room);
    // Where words are divided to save room nothing else counts.
    let fits = |at: usize| divide == Divide::TooWide && width(&word[at..]) <= cells;
    let at_seam = |at: usize| lang == Lang::Nb && fits(at) && is_seam(word, at);
    let leaves_enough = |at: usize| fits(at) && word[at..].chars().nth(3).is_some();
    let best = points
        .into_iter()
        .max_by_key(|(at, hyphen)| (hyphen.is_empty(), at_seam(*at), leaves_enough(*at), *at));
    best.map(|(at, hyphen)| (&word[..at], hyphen))
}

/// Whether a Norwegian word is surely made of two there: a vowel meets a vowel, or an s joins two nouns. Where the s may
/// as well belong to what follows it in its own word, nobody can tell.
fn is_seam(word: &str, at: usize) -> bool {
    let (head, tail) = (&word[..at], &word[at..]);
    let (Some(before), Some(after)) = (head.chars().next_back(), tail.chars().next()) else { return false };
    let long = |part: &str| part.chars().count() >= 4;
    let vowel = |c: char| "aeiouyæøåé".contains(c.to_lowercase().next().unwrap_or(c));
    let joins = before == 's' && !"tkpn".contains(after);
    long(head) && long(tail) && (vowel(before) && vowel(after) || joins)
}

/// Where `word` can be divided, as byte offsets with the hyphen to write: none after a hyphen of its own.
fn division_points(word: &str, lang: Lang) -> Vec<(usize, &'static str)> {
    let language = match lang {
        Lang::En => hypher::Lang::English,
        Lang::Nb => hypher::Lang::Norwegian,
    };
    let mut points = Vec::new();
    let mut start = 0;
    // Quotes, commas and brackets stick to words, and the patterns know only letters: each run of letters alone.
    for run in word.split_inclusive(|c: char| !c.is_alphabetic()) {
        let letters = run.trim_end_matches(|c: char| !c.is_alphabetic());
        // Built without its allocator, the hyphenator panics beyond its buffer; no real word is that long.
        if letters.len() <= hypher::MAX_INLINE_SIZE {
            let mut at = start;
            for syllable in hypher::hyphenate(letters, language) {
                at += syllable.len();
                points.push((at, "-"));
            }
            if !letters.is_empty() {
                points.pop(); // the end of the run is no place to divide
            }
        }
        start += run.len();
        if run.ends_with(['-', '–', '/']) && start < word.len() {
            points.push((start, ""));
        }
    }
    points
}

/// Divides `word` where no rule helps: after as many graphemes as fit in `cells`, with a hyphen between letters
/// where the line has room for one to mean anything. Takes at least one grapheme, so that wrapping ends.
fn force(word: &str, cells: usize) -> (&str, &'static str) {
    if cells >= 4 {
        let (head, tail) = split_at(word, cells - 1);
        let letters = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        if letters(head.chars().next_back()) && letters(tail.chars().next()) {
            return (head, "-");
        }
    }
    match split_at(word, cells).0 {
        "" => (word.graphemes(true).next().unwrap_or(word), ""),
        head => (head, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: [&str; 8] = [
        "Tilbakemeldingssløyfe",
        "Samhandlingsutfordringer mellom kommunehelsetjenesten og spesialisthelsetjenesten",
        "Ansvarsfraskrivelsesmekanismer i refusjonsordningene",
        "menneskerettighetsorganisasjonsmedarbeiderundersøkelsesresultatene",
        "«Barnekoordinatorordningen», (tverrsektoriell) oppgavefordeling",
        "Rettighetsfesting og prioriteringsforskrift, økonomiforvaltningsregelverk",
        "Få voksne",
        "Mandater leses trangt",
    ];

    fn letters(text: &str) -> String {
        text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
    }

    #[test]
    fn no_line_is_too_wide_and_no_letter_is_lost() {
        for text in LONG {
            for cells in 1..=40 {
                for lang in Lang::ALL {
                    let lines = wrap(text, cells, lang);
                    assert!(lines.iter().all(|line| width(line) <= cells), "{lines:?} at {cells}");
                    assert!(lines.iter().all(|line| !line.is_empty() && line.trim() == line), "{lines:?}");
                    assert_eq!(letters(&lines.concat()), letters(text), "at {cells}");
                }
            }
        }
    }

    /// None of the texts has a hyphen of its own, so one at the end of a line is always ours.
    #[test]
    fn divided_words_can_be_put_together_again() {
        for text in LONG {
            for cells in 5..=40 {
                let mut again = String::new();
                for line in wrap(text, cells, Lang::Nb) {
                    match line.strip_suffix('-') {
                        Some(head) => again.push_str(head),
                        None => again.extend([line.as_str(), " "]),
                    }
                }
                assert_eq!(again.trim_end(), text, "at {cells}");
            }
        }
    }

    #[test]
    fn words_are_divided_where_the_language_divides_them() {
        assert_eq!(wrap("Tilbakemeldingssløyfe", 18, Lang::Nb), ["Tilbakemeldings-", "sløyfe"]);
        assert_eq!(wrap("Tjenesteutøvere", 11, Lang::Nb), ["Tjeneste-", "utøvere"]);
        assert_eq!(wrap("Statsforvalter", 13, Lang::Nb), ["Stats-", "forvalter"]);
        assert_eq!(wrap("Direktorater", 11, Lang::Nb), ["Direkto-", "rater"]);
        assert_eq!(wrap("Departementer", 10, Lang::Nb), ["Departe-", "menter"]);
        assert_eq!(wrap("Refund arrangements", 9, Lang::En), ["Refund", "arrange-", "ments"]);
        assert_eq!(wrap("tverr-sektoriell", 10, Lang::Nb), ["tverr-", "sektoriell"]);
        assert_eq!(wrap("Familier koordinerer selv", 12, Lang::Nb), ["Familier", "koordinerer", "selv"]);
    }

    #[test]
    fn what_is_cut_at_a_word_keeps_whole_words_where_that_keeps_enough() {
        for (text, cells, cut) in [
            ("Videregående skole og tannhelse", 17, "Videregående…"),
            ("Alle, sektor for sektor", 17, "Alle, sektor for…"),
            ("Departementer og storting", 14, "Departementer…"),
            ("A lotoflettershere", 10, "A lotofle…"),
            ("Skole", 5, "Skole"),
            ("Skole", 3, "Sk…"),
        ] {
            assert_eq!(cut_at_word(text, cells), cut);
        }
        for text in LONG {
            assert!((0..40).all(|cells| width(&cut_at_word(text, cells)) <= cells), "{text}");
        }
    }

    #[test]
    fn plain_words_are_what_the_rules_of_line_breaking_say() {
        for text in [
            "",
            "a",
            "Handlingsrom som ikke brukes",
            "a  b   c",
            "1A og 2",
            "Ærlig øye åtte ß ñandú Łódź",
            "24 timer",
        ] {
            let words = WordSeparator::UnicodeBreakProperties.find_words(text);
            let words: Vec<_> = words.map(|word| (word.word, word.whitespace)).collect();
            assert_eq!(plain_words(text), words, "{text}");
        }
    }

    #[test]
    fn lines_end_where_the_text_says() {
        assert_eq!(wrap("", 10, Lang::En), [""]);
        assert_eq!(wrap("one\n\n two three ", 7, Lang::En), ["one", "", "two", "three"]);
        assert_eq!(wrap("a   b", 10, Lang::En), ["a   b"]);
        assert!(wrap("a", 0, Lang::En).is_empty());
    }

    #[test]
    fn emoji_and_wide_characters_stay_whole() {
        let family = "👩\u{200d}👩\u{200d}👧\u{200d}👦";
        assert_eq!(wrap(&family.repeat(3), 4, Lang::En), [family.repeat(2), family.to_owned()]);
        assert_eq!(wrap("日本語", 4, Lang::En), ["日本", "語"]);
        assert_eq!(wrap("a日", 1, Lang::En), ["a", "…"]);
        assert_eq!(wrap("e\u{301}e\u{301}e\u{301}", 2, Lang::En), ["e\u{301}e\u{301}", "e\u{301}"]);
    }

    #[test]
    fn a_few_lines_at_most() {
        let (lines, cut) = wrap_at_most("Mandater leses trangt", 10, 2, Lang::Nb);
        assert_eq!((lines, cut), (vec!["Mandater".into(), "leses tra…".into()], true));
        let (lines, cut) = wrap_at_most("Mandater leses trangt", 12, 2, Lang::Nb);
        assert_eq!((lines, cut), (vec!["Mandater".into(), "leses trangt".into()], false));
        // Dividing a word saves the text.
        let (lines, cut) = wrap_at_most("Lite systematisk erfaringsdeling", 18, 2, Lang::Nb);
        assert!(!cut, "{lines:?}");
        assert_eq!(lines[0], "Lite systematisk");
        let (lines, cut) = wrap_at_most("Ulik virkelighetsforståelse", 16, 2, Lang::Nb);
        assert_eq!((lines, cut), (vec!["Ulik virkelig-".into(), "hetsforståelse".into()], false));
        assert_eq!(wrap_at_most("a\nb", 5, 1, Lang::En), (vec!["a…".into()], true));
        assert_eq!(wrap_at_most("a", 5, 0, Lang::En), (vec![], true));
        for text in LONG {
            for cells in 1..=40 {
                for most in 1..=4 {
                    let (lines, cut) = wrap_at_most(text, cells, most, Lang::Nb);
                    assert!(
                        lines.len() <= most && lines.iter().all(|line| width(line) <= cells),
                        "{lines:?}"
                    );
                    assert_eq!(cut, lines.last().is_some_and(|line| line.ends_with('…')), "{lines:?}");
                }
            }
        }
    }
}
