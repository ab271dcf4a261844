//! Quiet hints on a label while it is written: it cannot grow, holds two things, names a tension or hides a measure.
//!
//! A hint is never a refusal, and both languages are looked for whatever the map says it is in: a Norwegian workshop
//! writes an English label now and then.

use super::record::choice;

choice!(
    /// What a label may be better without.
    Hint {
        /// It says a lack: signs on it are hard to read.
        CannotGrow,
        /// It may hold two things.
        TwoInOne,
        /// It may be two things that pull apart.
        Tension,
        /// It has a solution in it.
        MeasureInDisguise,
    }
);

/// How a label begins that says a lack. In words, each in lower case.
const LACKS: &[&[&str]] = &[
    &["no"],
    &["lack", "of"],
    &["lacking"],
    &["too", "little"],
    &["too", "few"],
    &["little"],
    &["few"],
    &["poor"],
    &["bad"],
    &["weak"],
    &["not"],
    &["missing"],
    &["insufficient"],
    &["absence", "of"],
    &["without"],
    &["mangel", "på"],
    &["mangler"],
    &["manglende"],
    &["lite"],
    &["liten"],
    &["ingen"],
    &["for", "lite"],
    &["for", "liten"],
    &["for", "få"],
    &["dårlig"],
    &["dårlige"],
    &["svak"],
    &["svakt"],
    &["svake"],
    &["ikke"],
    &["uten"],
    &["utilstrekkelig"],
    &["fravær", "av"],
];

/// Words between two things.
const AND: &[&str] = &["and", "og", "samt", "&", "+"];

/// Pairs that people say in one breath and mean as one.
const ONE_BREATH: &[&str] = &[
    "barn og unge",
    "barn og ungdom",
    "barn og familier",
    "helse og omsorg",
    "pleie og omsorg",
    "drift og vedlikehold",
    "children and young people",
    "children and youth",
    "children and families",
    "health and care",
    "research and development",
];

/// Words between two things that pull apart.
const AGAINST: &[&str] = &["vs", "vs.", "versus", "mot", "kontra"];

/// How a label begins that says what to do.
const DOING: &[&str] = &[
    "introduce",
    "implement",
    "establish",
    "create",
    "develop",
    "build",
    "launch",
    "digitalise",
    "digitize",
    "innføre",
    "innføring",
    "etablere",
    "etablering",
    "utvikle",
    "utarbeide",
    "opprette",
    "lage",
    "bygge",
    "digitalisere",
    "ansette",
];

/// What is bought, written or set up: a lack of one is a wish for one. Long ones may end a compound: *fagsystem*.
const SOLUTIONS: &[&str] = &[
    "tool",
    "tools",
    "app",
    "system",
    "systems",
    "platform",
    "portal",
    "register",
    "database",
    "guideline",
    "guidelines",
    "template",
    "checklist",
    "training",
    "course",
    "courses",
    "plan",
    "programme",
    "project",
    "coordinator",
    "website",
    "software",
    "solution",
    "solutions",
    "verktøy",
    "verktøyet",
    "plattform",
    "løsning",
    "løsninger",
    "veileder",
    "retningslinje",
    "retningslinjer",
    "mal",
    "maler",
    "sjekkliste",
    "rutine",
    "rutiner",
    "opplæring",
    "kurs",
    "program",
    "prosjekt",
    "koordinator",
    "nettside",
    "skjema",
];

/// From how many letters on a word for a solution may end a longer word.
const COMPOUND: usize = 6;

/// What there is to say about a label, in the order of [`Hint::ALL`]; nothing about most.
#[must_use]
pub fn hints(label: &str) -> Vec<Hint> {
    let label = label.to_lowercase();
    let words: Vec<&str> = label.split_whitespace().map(trimmed).filter(|word| !word.is_empty()).collect();
    let lacks = LACKS.iter().any(|start| words.len() > start.len() && words.starts_with(start));
    let mut apart = words.join(" ");
    for pair in ONE_BREATH {
        apart = apart.replace(pair, "");
    }
    let inside = |text: &[&str], between: &[&str]| {
        let end = text.len().saturating_sub(1);
        text.iter().take(end).skip(1).any(|word| between.contains(word))
    };
    let left: Vec<&str> = apart.split(' ').collect();
    let solves = words.iter().any(|word| is_solution(word));
    let measure =
        (lacks && solves) || (words.len() > 1 && words.first().is_some_and(|word| DOING.contains(word)));
    let found = [lacks, inside(&left, AND), inside(&words, AGAINST), measure];
    Hint::ALL.iter().zip(found).filter(|(_, is)| *is).map(|(hint, _)| *hint).collect()
}

/// A word without what stands around it; a full stop may be part of it.
fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| {
        c.is_ascii_punctuation() && !matches!(c, '&' | '+' | '.') || matches!(c, '«' | '»')
    })
}

fn is_solution(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    SOLUTIONS.iter().any(|solution| {
        word == *solution || (solution.chars().count() >= COMPOUND && word.ends_with(solution))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_get_the_hints_they_deserve() {
        use Hint::{CannotGrow, MeasureInDisguise, Tension, TwoInOne};
        for (label, wanted) in [
            ("Trust in services", &[][..]),
            ("Lack of trust", &[CannotGrow]),
            ("  INGEN felles prioritering", &[CannotGrow]),
            ("Mangel på tillit", &[CannotGrow]),
            ("Manglende samarbeid og lite tid", &[CannotGrow, TwoInOne]),
            ("No digital tool", &[CannotGrow, MeasureInDisguise]),
            ("Mangel på felles fagsystem", &[CannotGrow, MeasureInDisguise]),
            ("Innføre felles journal", &[MeasureInDisguise]),
            ("Trygghet vs. frihet", &[Tension]),
            ("Sector versus whole", &[Tension]),
            ("Time and money", &[TwoInOne]),
            ("Støtte til barn og unge", &[]),
            ("Støtte til barn og unge og foreldre", &[TwoInOne]),
            // Words that only begin alike, and words that stand alone.
            ("Notice of change", &[]),
            ("Litenhet", &[]),
            ("Lite", &[]),
            ("Norwegian law", &[]),
            ("Plan", &[]),
            ("Og", &[]),
            ("", &[]),
        ] {
            assert_eq!(hints(label), wanted, "{label}");
        }
    }
}
