//! What a change claims, in sentences: what holds now, what holds no longer, what is missing or refuted.

use super::quoted;
use crate::text::lang::Lang;

fn pick(lang: Lang, en: String, nb: String) -> String {
    match lang {
        Lang::En => en,
        Lang::Nb => nb,
    }
}

/// What a change says of a link, behind 'that'.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saying<'a> {
    /// The one grows, the other grows.
    Grows,
    /// The one grows, the other shrinks.
    Shrinks,
    /// Nobody knows which way.
    Affects,
    /// What the one tells reaches the other.
    Tells,
    /// Anything else, by its verb.
    Does(&'a str),
}

/// `«B» grows when «A» grows`: what holds, behind 'that'.
pub fn holds_that(lang: Lang, saying: Saying<'_>, from: &str, to: &str) -> String {
    let (from, to) = (quoted(from), quoted(to));
    match (lang, saying) {
        (Lang::En, Saying::Grows) => format!("{to} grows when {from} grows"),
        (Lang::Nb, Saying::Grows) => format!("{to} øker når {from} øker"),
        (Lang::En, Saying::Shrinks) => format!("{to} shrinks when {from} grows"),
        (Lang::Nb, Saying::Shrinks) => format!("{to} minker når {from} øker"),
        (Lang::En, Saying::Affects) => format!("{from} affects {to}"),
        (Lang::Nb, Saying::Affects) => format!("{from} påvirker {to}"),
        (Lang::En, Saying::Tells) => format!("what {from} tells reaches {to}"),
        (Lang::Nb, Saying::Tells) => format!("det {from} melder, når {to}"),
        (_, Saying::Does(verb)) => format!("{from} {verb} {to}"),
    }
}

/// What holds no longer, behind 'that'; `otherwise` if another way is left.
pub fn gone_that(lang: Lang, saying: Saying<'_>, from: &str, to: &str, otherwise: bool) -> String {
    let (from, to) = (quoted(from), quoted(to));
    let directly = match (lang, otherwise) {
        (_, false) => "",
        (Lang::En, true) => " directly",
        (Lang::Nb, true) => " direkte",
    };
    match (lang, saying) {
        (Lang::En, Saying::Tells) => format!("what {from} tells no longer reaches {to}{directly}"),
        (Lang::Nb, Saying::Tells) => format!("det {from} melder, ikke lenger når {to}{directly}"),
        (Lang::En, Saying::Does(verb)) => format!("{from} no longer {verb} {to}{directly}"),
        (Lang::Nb, Saying::Does(verb)) => format!("{from} ikke lenger {verb} {to}{directly}"),
        (Lang::En, _) => format!("{from} no longer leads to {to}{directly}"),
        (Lang::Nb, _) => format!("{from} ikke lenger fører til {to}{directly}"),
    }
}

/// A link ought to be there and is not, behind 'that'.
pub fn missing_that(lang: Lang, verb: &str, from: &str, to: &str) -> String {
    let (from, to) = (quoted(from), quoted(to));
    pick(
        lang,
        format!("a link is missing: {from} {verb} {to}"),
        format!("en kobling er savnet: {from} {verb} {to}"),
    )
}

/// A link has been refuted, behind 'that'.
pub fn refuted_that(lang: Lang, verb: &str, from: &str, to: &str) -> String {
    let (from, to) = (quoted(from), quoted(to));
    pick(
        lang,
        format!("it is not so that {from} {verb} {to}"),
        format!("det ikke er slik at {from} {verb} {to}"),
    )
}

/// The claims of a change in one sentence: those given, and how many more there are.
pub fn claims(lang: Lang, said: &[String], more: usize) -> String {
    let (lead, that) = match lang {
        Lang::En => ("Claims that ", "; that "),
        Lang::Nb => ("Påstår at ", "; at "),
    };
    let rest = if more == 0 { String::new() } else { format!("; {}", super::and_more(lang, more)) };
    format!("{lead}{}{rest}.", said.join(that))
}

/// A change that says nothing new of causes, signals or certainty.
pub fn no_claim(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Claims nothing new about what leads to what.",
        Lang::Nb => "Påstår ikke noe nytt om hva som fører til hva.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_are_one_sentence() {
        let one = holds_that(Lang::Nb, Saying::Grows, "A", "B");
        let two = gone_that(Lang::Nb, Saying::Tells, "A", "B", false);
        assert_eq!(
            claims(Lang::Nb, &[one, two], 3),
            "Påstår at «B» øker når «A» øker; at det «A» melder, ikke lenger når «B»; og 3 til."
        );
        let gone = gone_that(Lang::En, Saying::Grows, "A", "B", true);
        assert_eq!(claims(Lang::En, &[gone], 0), "Claims that «A» no longer leads to «B» directly.");
    }
}
