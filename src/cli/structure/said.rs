//! What `floke structure` says, in both languages.

use crate::text::Lang;
use crate::text::words::says::{drives_told, loops_told};

/// The headings of the columns, left to right; the last stands over the cards.
#[must_use]
pub fn headings(lang: Lang) -> [&'static str; 9] {
    let [driver, dependent] = match lang {
        Lang::En => ["driver no", "dependent no"],
        Lang::Nb => ["drivende nr", "påvirket nr"],
    };
    let words = &lang.words().acting;
    [
        words.drives,
        words.driven,
        driver,
        dependent,
        words.reaches,
        words.reached_from,
        words.loops,
        words.between,
        words.card,
    ]
}

/// What the columns mean. The indirect order rests on ways of up to `power` links; loops have up to `most` links,
/// with `None` any number.
#[must_use]
pub fn legend(lang: Lang, power: usize, stable: bool, most: Option<usize>) -> [String; 3] {
    let links = lang.words().links.link.of(power);
    let order = match (lang, stable) {
        (Lang::En, true) => format!(
            "driver no, dependent no: the order of driving and of dependent factors, counted over all ways of up to {links}."
        ),
        (Lang::En, false) => format!(
            "driver no, dependent no: the order of driving and of dependent factors, counted over all ways of up to {links}; the order had not settled."
        ),
        (Lang::Nb, true) => format!(
            "drivende nr, påvirket nr: rekkefølgen av drivende og av påvirkede faktorer, regnet over alle veier med inntil {links}."
        ),
        (Lang::Nb, false) => format!(
            "drivende nr, påvirket nr: rekkefølgen av drivende og av påvirkede faktorer, regnet over alle veier med inntil {links}; rekkefølgen hadde ikke falt til ro."
        ),
    };
    [drives_told(lang).to_owned(), order, loops_told(lang, most)]
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
