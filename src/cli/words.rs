//! Sentences that only the command line says, in both languages.

use crate::analysis::Total;
use crate::text::number::count;
use crate::text::words::acting::chain;
use crate::text::words::says::all_of;
use crate::text::{Lang, Noun, visible};

/// Longer chains may be there that were not looked for.
#[must_use]
pub fn chains_bound(lang: Lang, most: usize) -> String {
    let links = lang.words().links.link.of(most);
    match lang {
        Lang::En => format!("All chains of up to {links} are counted; there may be longer ones."),
        Lang::Nb => format!("Alle kjeder med inntil {links} er telt; det kan finnes lengre."),
    }
}

/// The search for chains was ended by the clock.
#[must_use]
pub fn chains_by_time(lang: Lang, found: usize) -> String {
    let n = count(lang, found as u128);
    let chain = chain(lang).form(found);
    let is = if found == 1 { "is" } else { "are" };
    match lang {
        Lang::En => format!("Stopped at the time limit: there {is} at least {n} {chain}."),
        Lang::Nb => format!("Stoppet ved tidsgrensen: Det finnes minst {n} {chain}."),
    }
}

/// The search for chains was ended because there were too many.
#[must_use]
pub fn chains_by_size(lang: Lang, found: usize) -> String {
    let n = count(lang, found as u128);
    match lang {
        Lang::En => format!("Stopped: there are more than {n} chains."),
        Lang::Nb => format!("Stoppet: Det finnes mer enn {n} kjeder."),
    }
}

/// A card that stands in full further up or down in a tree.
#[must_use]
pub fn elsewhere(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "in full elsewhere",
        Lang::Nb => "står helt et annet sted",
    }
}

/// A card from which links lead on that the depth cut off.
#[must_use]
pub fn goes_on(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "goes on",
        Lang::Nb => "går videre",
    }
}

/// How many errors, warnings and hints there are.
#[must_use]
pub fn totals(lang: Lang, [errors, warnings, hints]: [usize; 3]) -> String {
    if errors + warnings + hints == 0 {
        return lang.words().start.no_faults.to_owned();
    }
    let noun = |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    match lang {
        Lang::En => format!(
            "{}, {}, {}",
            noun(errors, "error", "errors"),
            noun(warnings, "warning", "warnings"),
            noun(hints, "hint", "hints")
        ),
        Lang::Nb => format!(
            "{}, {}, {}",
            noun(errors, "feil", "feil"),
            noun(warnings, "advarsel", "advarsler"),
            noun(hints, "tips", "tips")
        ),
    }
}

/// What a severity is called.
#[must_use]
pub fn severity(lang: Lang, severity: crate::file::Severity) -> &'static str {
    use crate::file::Severity;
    match (lang, severity) {
        (Lang::En, severity) => severity.as_str(),
        (Lang::Nb, Severity::Error) => "feil",
        (Lang::Nb, Severity::Warning) => "advarsel",
        (Lang::Nb, Severity::Hint) => "tips",
    }
}

/// The heading over the list of levels.
#[must_use]
pub fn bottom_to_top(lang: Lang) -> String {
    match lang {
        Lang::En => "Levels, bottom to top".to_owned(),
        Lang::Nb => "Nivåer, nedenfra og opp".to_owned(),
    }
}

/// A step of a journey names a link that is gone.
#[must_use]
pub fn nothing_there(lang: Lang, from: &str, to: &str) -> String {
    match lang {
        Lang::En => format!("«{from}» → «{to}»: this link is gone."),
        Lang::Nb => format!("«{from}» → «{to}»: koblingen er borte."),
    }
}

/// What a what-if supposes of a card.
#[must_use]
pub fn what_if(lang: Lang, label: &str, sign: crate::map::Sign) -> String {
    let links = &lang.words().links;
    let verb = match sign {
        crate::map::Sign::Minus => links.shrinks,
        _ => links.grows,
    };
    match lang {
        Lang::En => format!("what if «{label}» {verb}?"),
        Lang::Nb => format!("hva om «{label}» {verb}?"),
    }
}

/// Where all faults of a file can be seen.
#[must_use]
pub fn check_lists_all(lang: Lang, file: &str) -> String {
    match lang {
        Lang::En => format!("All faults: floke check {file}"),
        Lang::Nb => format!("Alle kartfeil: floke check {file}"),
    }
}

/// Which loops are counted where not all of them are listed: those of up to `most` links; with `None` all. `such` if
/// only some were asked for.
#[must_use]
pub fn loops_counted(lang: Lang, most: Option<usize>, such: bool) -> String {
    let of = all_of(lang, most, such);
    match lang {
        Lang::En => format!("{of} are counted."),
        Lang::Nb => format!("{of} er telt."),
    }
}

/// The search for the shortest independent loops ended before every looped link was covered.
#[must_use]
pub fn covers_some_links(lang: Lang, shown: usize, too_many: bool) -> String {
    let why = match (lang, too_many) {
        (Lang::En, true) => "Stopped: the loops to choose from are too many and too long",
        (Lang::Nb, true) => "Stoppet: Sløyfene å velge mellom er for mange og for lange",
        (Lang::En, false) => "Stopped at the time limit",
        (Lang::Nb, false) => "Stoppet ved tidsgrensen",
    };
    match (lang, shown) {
        (Lang::En, 0) => format!("{why}. The set was not found."),
        (Lang::Nb, 0) => format!("{why}. Utvalget ble ikke funnet."),
        (Lang::En, _) => format!("{why}. These are the first of the set; it covers more links than they do."),
        (Lang::Nb, _) => {
            format!("{why}. Dette er de første i utvalget; hele utvalget dekker flere koblinger.")
        }
    }
}

/// What the shortest independent loops are.
#[must_use]
pub fn covers_every_link(lang: Lang) -> String {
    match lang {
        Lang::En => "A small set that covers every link that is on a circle. There may be many more circles.",
        Lang::Nb => "Et lite utvalg som dekker hver kobling som er med i en sirkel. Det kan finnes mange flere sirkler.",
    }
    .to_owned()
}

/// All loops there are have been listed.
#[must_use]
pub fn these_are_all(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::En, 1) => "This is the only circle there is.".to_owned(),
        (Lang::Nb, 1) => "Dette er den eneste sirkelen som finnes.".to_owned(),
        (Lang::En, _) => format!("These are all {} circles there are.", count(lang, n as u128)),
        (Lang::Nb, _) => format!("Dette er alle de {} sirklene som finnes.", count(lang, n as u128)),
    }
}

/// How many loops of any length there are, or are at least.
#[must_use]
pub fn of_any_length(lang: Lang, total: &Total) -> String {
    let links = &lang.words().links;
    let of = |noun: Noun, n: u128| {
        format!("{} {}", count(lang, n), noun.form(usize::try_from(n).unwrap_or(usize::MAX)))
    };
    let circles = of(links.circle, total.count);
    let parts = format!(
        "{}, {}, {}",
        of(links.reinforcing_loop, total.reinforcing),
        of(links.balancing_loop, total.balancing),
        of(links.undetermined_loop, total.undetermined),
    );
    match (lang, total.exact, total.count) {
        (Lang::En, true, 1) => format!("Of any length there is {circles} in all: {parts}."),
        (Lang::En, true, _) => format!("Of any length there are {circles} in all: {parts}."),
        (Lang::Nb, true, _) => format!("Av alle lengder finnes det {circles} i alt: {parts}."),
        (Lang::En, false, 0) => {
            "Of any length there are at least 0 circles: nothing could be counted.".to_owned()
        }
        (Lang::Nb, false, 0) => {
            "Av alle lengder finnes det minst 0 sirkler: Ingenting kunne telles.".to_owned()
        }
        (Lang::En, false, 1) => format!("Of any length there is at least {circles}: {parts}."),
        (Lang::Nb, false, 1) => format!("Av alle lengder finnes det minst {circles}: {parts}."),
        (Lang::En, false, _) => format!("Of any length there are at least {circles}, among them {parts}."),
        (Lang::Nb, false, _) => format!("Av alle lengder finnes det minst {circles}, blant dem {parts}."),
    }
}

/// Where everything that is wrong with the settings can be seen.
#[must_use]
pub fn see_keys_check(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "More: floke keys --check",
        Lang::Nb => "Mer: floke keys --check",
    }
}

/// The settings have no errors, though something was said about them.
#[must_use]
pub fn worth_a_look(lang: Lang, file: &str) -> String {
    match lang {
        Lang::En => format!("No errors: {file} is used as it stands. What is said above is worth a look."),
        Lang::Nb => format!("Ingen feil: {file} brukes som den er. Det som står over, er verdt et blikk."),
    }
}

/// The settings have no conflicts; `there` says whether there are any settings.
#[must_use]
pub fn no_conflicts(lang: Lang, file: &str, there: bool) -> String {
    match (lang, there) {
        (Lang::En, true) => format!("No conflicts: {file}"),
        (Lang::Nb, true) => format!("Ingen konflikter: {file}"),
        (Lang::En, false) => format!("No conflicts: there are no settings in {file}"),
        (Lang::Nb, false) => format!("Ingen konflikter: Det er ingen innstillinger i {file}"),
    }
}

/// The heading over the table of direct links between levels, and what its numbers are.
#[must_use]
pub fn direct_links(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Direct links from the level of the row to that of the column: signals / effects",
        Lang::Nb => "Direkte koblinger fra nivået i raden til nivået i kolonnen: signaler / virkninger",
    }
}

/// Before the link that makes a way no better.
#[must_use]
pub fn weakest(lang: Lang, from: &str, to: &str) -> String {
    match lang {
        Lang::En => format!("weakest from «{from}» to «{to}»"),
        Lang::Nb => format!("svakest fra «{from}» til «{to}»"),
    }
}

/// What the direct signals do not carry, somebody carries past this step.
#[must_use]
pub fn works_past(lang: Lang, who: &str) -> String {
    match lang {
        Lang::En => format!("past the line: {who}"),
        Lang::Nb => format!("utenom linjen: {who}"),
    }
}

/// How many observations were set aside, and where they stand.
#[must_use]
pub fn set_aside(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::En, 1) => "1 observation is set aside.".to_owned(),
        (Lang::En, n) => format!("{n} observations are set aside."),
        (Lang::Nb, 1) => "1 observasjon er lagt til side.".to_owned(),
        (Lang::Nb, n) => format!("{n} observasjoner er lagt til side."),
    }
}

/// A map that shows nothing, or nothing yet.
#[must_use]
pub fn shows_nothing(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "The map shows nothing that stands out yet.",
        Lang::Nb => "Kartet viser ikke noe som skiller seg ut ennå.",
    }
}

/// How many of the findings were not there yet in a revision; to stand behind [`totals`].
#[must_use]
pub fn new_since(lang: Lang, new: usize, revision: &str) -> String {
    let revision = visible(revision);
    match (lang, new) {
        (Lang::En, 0) => format!(" (none new since {revision})"),
        (Lang::En, _) => format!(" ({new} new since {revision})"),
        (Lang::Nb, 0) => format!(" (ingenting nytt siden {revision})"),
        (Lang::Nb, _) => format!(" (nytt siden {revision}: {new})"),
    }
}
