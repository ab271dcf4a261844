//! Text of a map inside another language: what would end a text there, or begin a command, stands for itself.
//!
//! A map may come from a stranger. Every way out that makes a picture or a page goes through here; hidden characters are
//! made visible first, as on a terminal.

use crate::text::visible;

/// A text in XML, XHTML and SVG, between tags and in attributes of either quote. Characters that XML forbids become
/// U+FFFD.
#[must_use]
pub fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in visible(text).chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}

/// A text on one line of Markdown: no markup of its own, no mention, no number of an issue, no picture, no address that
/// becomes a link.
#[must_use]
pub fn markdown(text: &str) -> String {
    let text = visible(text);
    let mut out = String::with_capacity(text.len() + 8);
    let letters: Vec<char> = text.chars().collect();
    for (at, &letter) in letters.iter().enumerate() {
        let before = &letters[..at];
        let www = |count: usize| {
            let last: String = before.iter().rev().take(count).collect();
            last.eq_ignore_ascii_case("www")
        };
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => {
                out.push('\\');
                out.push(letter);
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // GitLab: `!12` is a merge request, `%3` a milestone, `&4` an epic, and so are their names.
            '!' | '%' | '&' if letters.get(at + 1).is_some_and(|next| is_name(*next)) => {
                out.push_str(&format!("&#{};<!-- -->", u32::from(letter)));
            }
            '&' => out.push_str("&amp;"),
            // Mentions, numbers of issues and addresses are looked for in what the entities stand for, but not across a
            // comment.
            '@' => out.push_str("&#64;<!-- -->"),
            '#' => out.push_str("&#35;<!-- -->"),
            ':' if letters.get(at + 1) == Some(&'/') => out.push_str("&#58;<!-- -->"),
            '-' if is_issue(before) => out.push_str("&#45;<!-- -->"),
            '.' if www(3) => out.push_str("&#46;<!-- -->"),
            // At the beginning of a line these begin a list or a rule, or make a heading of the line above.
            '-' | '+' | '=' if before.iter().all(|c| *c == ' ') => {
                out.push('\\');
                out.push(letter);
            }
            '.' | ')' if !before.is_empty() && before.iter().all(char::is_ascii_digit) => {
                out.push('\\');
                out.push(letter);
            }
            other => out.push(other),
        }
    }
    out
}

/// Whether a name or a number could begin with this letter.
fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '"' | '\'' | '_')
}

/// Whether a number behind a dash here would be that of an issue: `GH-1`.
fn is_issue(before: &[char]) -> bool {
    matches!(before, [.., 'G' | 'g', 'H' | 'h'])
}

/// A text between the quotes of a Mermaid label, where `#35;` stands for a character and everything else may mean
/// something: all but letters, digits, blanks and harmless signs goes as its number.
#[must_use]
pub fn mermaid(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in visible(text).chars() {
        // A full stop or a dash at the beginning makes a list of a label.
        let plain =
            matches!(letter, ' ' | ',' | '–' | '…' | '−' | '?' | '«' | '»' | '(' | ')' | '‖' | '·' | '+');
        if letter.is_alphanumeric()
            || plain && !(letter == '+' && out.is_empty())
            || (letter == '-' && !out.is_empty())
        {
            out.push(letter);
        } else {
            out.push_str(&format!("#{};", u32::from(letter)));
        }
    }
    out
}

/// A text between the quotes of a DOT string: a quote and a backslash stand for themselves, and nothing is a line break
/// or an HTML label.
#[must_use]
pub fn dot(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in visible(text).chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            // Graphviz reads entities in every label.
            '&' => out.push_str("&amp;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_text_or_begins_a_command() {
        let evil = "</script><img onerror=\"x\">]]>-->\u{1}\u{fffe}\u{202e}'&";
        let out = xml(evil);
        assert!(!out.contains(['<', '>', '"', '\'', '\u{1}', '\u{fffe}', '\u{202e}']), "{out}");
        let out = markdown(
            "@user #123 ![x](http://e.vil/a.png) `` ``` <details> | www.e.vil https://e.vil a_b_c GH-1",
        );
        // Mentions, numbers and addresses are looked for in one piece of text at a time; comments make several of one.
        let pieces: Vec<&str> = out.split("<!-- -->").collect();
        assert!(pieces[0] == "&#64;" && pieces[1] == "user &#35;" && pieces[2].starts_with("123 "), "{out}");
        assert!(
            pieces[3].starts_with("//e.vil") && pieces.iter().any(|piece| piece.ends_with("GH&#45;")),
            "{out}"
        );
        let out = out.replace("<!-- -->", "");
        assert!(!out.contains(['@', '<', '>']) && !out.contains("#1") && !out.contains("GH-"), "{out}");
        assert!(!out.contains("www.") && !out.contains("://"), "{out}");
        for at in out.match_indices(['`', '[', ']', '|', '_']).map(|(at, _)| at) {
            assert_eq!(&out[at - 1..at], "\\", "{out}");
        }
        let out = markdown("!12 %3 %\"v 1\" &4 &lt;");
        for named in ["!1", "%3", "%\"", "&4", "&lt"] {
            assert!(!out.contains(named), "{named}: {out}");
        }
        assert!(out.starts_with("&#33;<!-- -->12 &#37;<!-- -->3 "), "{out}");
        assert_eq!(markdown("Nå! 50 % & mer"), "Nå! 50 % &amp; mer");
        assert_eq!(markdown("- x"), "\\- x");
        assert_eq!(markdown("1. x"), "1\\. x");
        let out = mermaid("\"]; click n1 \"javascript:x\"\n%%{init: {}}%% end `<b>` #quot; &amp;");
        assert!(!out.contains(['"', '[', ']', '`', '<', '>', '{', '}', '%', ':', '&', '\n']), "{out}");
        assert_eq!(dot("a\\\"; }\\"), "a\\\\\\\"; }\\\\");
        assert_eq!(dot("&lt;"), "&amp;lt;");
    }

    #[test]
    fn letters_stay_as_they_are() {
        for text in ["Økt ventetid, år 1–2", "Tillit (lav)"] {
            assert_eq!([xml(text), mermaid(text), dot(text)], [text, text, text]);
        }
        assert_eq!(markdown("Økt ventetid, år 1–2"), "Økt ventetid, år 1–2");
    }
}
