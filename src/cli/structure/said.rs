//! What `floke structure` says, in both languages.

use crate::text::Lang;

/// The headings of the columns, left to right; the last stands over the cards.
#[must_use]
pub fn headings(lang: Lang) -> [&'static str; 9] {
    match lang {
        Lang::En => [
            "drives",
            "depends",
            "driver no",
            "dependent no",
            "leads to",
            "led from",
            "loops",
            "between",
            "card",
        ],
        Lang::Nb => [
            "driver",
            "påvirkes",
            "drivende nr",
            "påvirket nr",
            "fører til",
            "nås fra",
            "sløyfer",
            "mellom",
            "kort",
        ],
    }
}

/// What the columns mean. The indirect order rests on ways of up to `power` links; loops have up to `most` links,
/// with `None` any number.
#[must_use]
pub fn legend(lang: Lang, power: usize, stable: bool, most: Option<usize>) -> Vec<String> {
    let link = |n| lang.words().links.link.of(n);
    match lang {
        Lang::En => vec![
            "drives, depends: cards one link away, to and from. leads to, led from: any number of links away.".to_owned(),
            format!(
                "driver no, dependent no: the order of driving and of dependent factors, counted over all ways of up to {}{}.",
                link(power),
                if stable { "" } else { "; the order had not settled" },
            ),
            format!(
                "loops: {} through the card. between: shortest ways between two other cards that pass it.",
                most.map_or_else(|| "all loops".to_owned(), |most| format!("loops of up to {}", link(most))),
            ),
        ],
        Lang::Nb => vec![
            "driver, påvirkes: kort én kobling unna, til og fra. fører til, nås fra: uansett hvor mange koblinger unna.".to_owned(),
            format!(
                "drivende nr, påvirket nr: rekkefølgen av drivende og av påvirkede faktorer, regnet over alle veier med inntil {}{}.",
                link(power),
                if stable { "" } else { "; rekkefølgen hadde ikke falt til ro" },
            ),
            format!(
                "sløyfer: {} gjennom kortet. mellom: korteste veier mellom to andre kort som går gjennom det.",
                most.map_or_else(|| "alle sløyfer".to_owned(), |most| format!("sløyfer med inntil {}", link(most))),
            ),
        ],
    }
}

/// Why this is no advice on where to act.
#[must_use]
pub fn not_leverage(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "This is structure, not leverage: it says how the drawing is made. Where to act does not follow from it; on diagrams of causes such numbers have led to false conclusions (Crielaard et al. 2023, doi.org/10.1038/s41598-023-46531-z)."
        }
        Lang::Nb => {
            "Dette er struktur, ikke innflytelsespunkter: Det sier hvordan tegningen er bygd. Hvor det nytter å handle, følger ikke av det; på årsakskart har slike tall gitt gale slutninger (Crielaard m.fl. 2023, doi.org/10.1038/s41598-023-46531-z)."
        }
    }
}

/// Some numbers are not there, or too small.
#[must_use]
pub fn stopped(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "Stopped at the time limit: a dash stands for what is not known, and there may be more loops."
        }
        Lang::Nb => {
            "Stoppet ved tidsgrensen: En strek står for det som ikke er kjent, og det kan være flere sløyfer."
        }
    }
}
