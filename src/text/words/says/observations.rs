//! What a map shows of the world, said so that people can argue about it: one function a sentence, both languages side
//! by side. Names go in without quotes and stand in « ».

use crate::text::lang::Lang;
use crate::text::words::says::quoted;

/// The first words of a sentence, for the status line and for undo.
pub fn first_words(sentence: &str) -> String {
    const MOST: usize = 60;
    if crate::text::width(sentence) <= MOST {
        return sentence.to_owned();
    }
    let mut short = String::new();
    for word in sentence.split(' ') {
        if crate::text::width(&short) + crate::text::width(word) >= MOST {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    if short.is_empty() { crate::text::cut(sentence, MOST) } else { format!("{short} …") }
}

/// How many of the observations are shown, where not all are: `7 of 43`.
pub fn shown_of(lang: Lang, shown: usize, all: usize) -> String {
    match lang {
        _ if shown == all => all.to_string(),
        Lang::En => format!("{shown} of {all}"),
        Lang::Nb => format!("{shown} av {all}"),
    }
}

/// How many, or at least how many.
fn number(lang: Lang, n: usize, at_least: bool) -> String {
    match (lang, at_least) {
        (_, false) => n.to_string(),
        (Lang::En, true) => format!("at least {n}"),
        (Lang::Nb, true) => format!("minst {n}"),
    }
}

/// What runs up between two levels, for [`way_up`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Up<'a> {
    /// Nothing.
    Nothing,
    /// Nobody knows.
    NotKnown,
    /// It is weak: who tells whom at best, and in what way (`one case, after a time`).
    Weak(&'a str, &'a str, &'a str),
}

/// How far the steering of [`way_up`] runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach<'a> {
    /// From the top to the bottom.
    Whole,
    /// Between neighbours in the line; and how telling comes up past the line, in a word, where that is better.
    Step(Option<&'a str>),
}

/// Steering comes down, and less comes back: between two levels, or from the top to the bottom.
pub fn way_up(lang: Lang, upper: &str, lower: &str, reach: Reach<'_>, up: Up<'_>) -> String {
    let (upper, lower) = (quoted(upper), quoted(lower));
    let steered = match (lang, reach) {
        (Lang::En, Reach::Step(_)) => format!("Steering comes down from {upper} to {lower}"),
        (Lang::En, Reach::Whole) => format!("Steering comes all the way down from {upper} to {lower}"),
        (Lang::Nb, Reach::Step(_)) => format!("Det styres fra {upper} ned til {lower}"),
        (Lang::Nb, Reach::Whole) => format!("Det styres hele veien fra {upper} ned til {lower}"),
    };
    // What comes up past the line is said too, and the rest is about the line alone then.
    let (line, past) = match (lang, reach) {
        (_, Reach::Whole | Reach::Step(None)) => ("", String::new()),
        (Lang::En, Reach::Step(Some(past))) => (" in the line", format!("; past it: {past}")),
        (Lang::Nb, Reach::Step(Some(past))) => (" i linjen", format!("; utenom den: {past}")),
    };
    let how = |how: &str| if how.is_empty() { String::new() } else { format!(" ({how})") };
    match (lang, up) {
        (Lang::En, Up::Nothing) => format!("{steered}, and nothing comes back up{line}{past}."),
        (Lang::Nb, Up::Nothing) => format!("{steered}, men ingenting kommer opp igjen{line}{past}."),
        (Lang::En, Up::NotKnown) => {
            format!("{steered}; whether anything comes back up{line} is not known{past}.")
        }
        (Lang::Nb, Up::NotKnown) => {
            format!("{steered}, men det er ikke kjent om noe kommer opp igjen{line}{past}.")
        }
        (Lang::En, Up::Weak(from, to, about)) => {
            let (from, to) = (quoted(from), quoted(to));
            format!(
                "{steered}, but little comes back up{line}: at best weakly, from {from} to {to}{}{past}.",
                how(about)
            )
        }
        (Lang::Nb, Up::Weak(from, to, about)) => {
            let (from, to) = (quoted(from), quoted(to));
            format!(
                "{steered}, men lite kommer opp igjen{line}: i beste fall svakt, fra {from} til {to}{}{past}.",
                how(about)
            )
        }
    }
}

/// Behind it: the signal up that is marked as missing; `story` if it would carry the whole story.
pub fn up_is_missing(lang: Lang, from: &str, to: &str, story: bool) -> String {
    let (from, to) = (quoted(from), quoted(to));
    match (lang, story) {
        (Lang::En, true) => {
            format!("Nothing carries the whole story from {from} to {to}: that link is marked missing.")
        }
        (Lang::Nb, true) => {
            format!("Ingenting bringer helheten fra {from} til {to}: Den koblingen er merket som savnet.")
        }
        (Lang::En, false) => format!("The link from {from} to {to} is marked missing."),
        (Lang::Nb, false) => format!("Koblingen fra {from} til {to} er merket som savnet."),
    }
}

/// Nobody on a level, or of a sector on it, is active; `who` has the part `part`.
pub fn nobody_active(lang: Lang, level: &str, sector: Option<&str>, who: &str, part: &str) -> String {
    let (level, who) = (quoted(level), quoted(who));
    match (lang, sector) {
        (Lang::En, None) => format!("Nobody at {level} takes an active part in the work ({who}: {part})."),
        (Lang::Nb, None) => format!("Ingen fra {level} er aktivt med i arbeidet ({who}: {part})."),
        (Lang::En, Some(sector)) => format!(
            "At {level} nobody from the sector {} takes an active part in the work ({who}: {part}).",
            quoted(sector)
        ),
        (Lang::Nb, Some(sector)) => format!(
            "På nivået {level} er ingen fra sektoren {} aktivt med i arbeidet ({who}: {part}).",
            quoted(sector)
        ),
    }
}

/// Somebody could move much and is not there.
pub fn influential_absent(lang: Lang, who: &str, level: &str) -> String {
    let (who, level) = (quoted(who), quoted(level));
    match lang {
        Lang::En => format!("{who} at {level} could influence much, yet takes no part in the work."),
        Lang::Nb => format!("{who} på nivået {level} kan påvirke mye, men er ikke med i arbeidet."),
    }
}

/// How far up the causes of a card at the bottom reach, for [`stops_short`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// They never leave the card's own level.
    Own,
    /// They reach the level above it.
    Next,
    /// They stand on a higher level, and on none in between.
    Beyond,
}

/// The causes of a card at the bottom do not lead through the levels.
pub fn stops_short(lang: Lang, card: &str, reached: &str, stop: Stop) -> String {
    let (card, reached) = (quoted(card), quoted(reached));
    match (lang, stop) {
        (Lang::En, Stop::Next) => format!("The causes of {card} go no further up than {reached}."),
        (Lang::Nb, Stop::Next) => format!("Årsakene til {card} går ikke lenger opp enn {reached}."),
        (Lang::En, Stop::Own) => format!("All causes of {card} stay with {reached}; none leads further up."),
        (Lang::Nb, Stop::Own) => {
            format!("Alle årsaker til {card} blir hos {reached}; ingen fører lenger opp.")
        }
        (Lang::En, Stop::Beyond) => {
            format!("The causes of {card} come straight from {reached}; nothing in between is on the map.")
        }
        (Lang::Nb, Stop::Beyond) => {
            format!("Årsakene til {card} kommer rett fra {reached}; kartet viser ingenting imellom.")
        }
    }
}

/// The chosen measures act on one level; `first` is one of them, `n` how many there are.
pub fn one_level(lang: Lang, first: &str, n: usize, level: &str) -> String {
    let (first, level) = (quoted(first), quoted(level));
    match (lang, n) {
        (Lang::En, 1) => format!("The only chosen measure, {first}, acts on nothing but {level}."),
        (Lang::Nb, 1) => format!("Det eneste valgte tiltaket, {first}, virker bare på {level}."),
        (Lang::En, _) => format!("All {n} chosen measures, {first} among them, act on nothing but {level}."),
        (Lang::Nb, _) => format!("Alle de {n} valgte tiltakene, blant dem {first}, virker bare på {level}."),
    }
}

/// The chosen measures leave named loops alone; at most two of them are named.
pub fn loops_untouched(lang: Lang, first: &str, loops: &[&str], measures: usize) -> String {
    let names: Vec<String> = loops.iter().take(2).map(|name| quoted(name)).collect();
    let first = quoted(first);
    let n = loops.len();
    match (lang, names.as_slice()) {
        (Lang::En, [a, b]) if n == 2 => format!("No chosen measure, not even {first}, touches {a} or {b}."),
        (Lang::Nb, [a, b]) if n == 2 => {
            format!("Ingen valgte tiltak, ikke engang {first}, berører {a} eller {b}.")
        }
        (Lang::En, [a, b]) => {
            format!(
                "The {measures} chosen measures do not touch {n} named circles that feed themselves, {a} and {b} among them."
            )
        }
        (Lang::Nb, [a, b]) => {
            format!(
                "De {measures} valgte tiltakene berører ikke {n} navngitte sirkler som forsterker seg selv, blant dem {a} og {b}."
            )
        }
        (Lang::En, _) => {
            format!("No chosen measure, not even {first}, touches the circle {}.", names.join(""))
        }
        (Lang::Nb, _) => {
            format!("Ingen valgte tiltak, ikke engang {first}, berører sirkelen {}.", names.join(""))
        }
    }
}

/// No chain leads from a measure to a benefit at the bottom.
pub fn no_benefit(lang: Lang, measure: &str, level: &str, benefit: &str) -> String {
    let (measure, level, benefit) = (quoted(measure), quoted(level), quoted(benefit));
    match lang {
        Lang::En => format!("No chain leads from {measure} to any benefit for {level}, such as {benefit}."),
        Lang::Nb => format!(
            "Ingen årsakskjede går fra {measure} til noen gevinst for {level}, for eksempel {benefit}."
        ),
    }
}

/// No chain leads from a measure to this benefit.
pub fn no_measure(lang: Lang, benefit: &str, level: &str) -> String {
    let (benefit, level) = (quoted(benefit), quoted(level));
    match lang {
        Lang::En => format!("No measure reaches {benefit}, a benefit for {level}."),
        Lang::Nb => format!("Ingen tiltak når fram til {benefit}, en gevinst for {level}."),
    }
}

/// Causes of a named loop that nobody holds: one of them, how many, and of how many.
pub fn nobody_holds(lang: Lang, title: &str, first: &str, n: usize, of: usize) -> String {
    let (title, first) = (quoted(title), quoted(first));
    match lang {
        Lang::En if n == 1 => format!("In the circle {title} nobody holds {first}."),
        Lang::Nb if n == 1 => format!("I sirkelen {title} er det ingen som har hånd om {first}."),
        Lang::En if n == of => {
            format!("In the circle {title} nobody holds any of the {of} causes, not even {first}.")
        }
        Lang::Nb if n == of => {
            format!(
                "I sirkelen {title} er det ingen som har hånd om noen av de {of} årsakene, ikke engang {first}."
            )
        }
        Lang::En => format!("In the circle {title} nobody holds {n} of the {of} causes, {first} among them."),
        Lang::Nb => {
            format!(
                "I sirkelen {title} er det ingen som har hånd om {n} av de {of} årsakene, blant dem {first}."
            )
        }
    }
}

/// A point of pain that nobody holds.
pub fn pain_unheld(lang: Lang, card: &str, level: &str) -> String {
    let (card, level) = (quoted(card), quoted(level));
    match lang {
        Lang::En => format!("Nobody holds {card}, though it hurts {level}."),
        Lang::Nb => format!("Ingen har hånd om {card}, enda det er et smertepunkt for {level}."),
    }
}

/// A named loop hangs on hypotheses: how many, and where one of them runs.
pub fn on_hypotheses(lang: Lang, title: &str, n: usize, from: &str, to: &str) -> String {
    let (title, from, to) = (quoted(title), quoted(from), quoted(to));
    match lang {
        Lang::En if n == 1 => format!("The circle {title} hangs on a hypothesis: that {from} leads to {to}."),
        Lang::Nb if n == 1 => format!("Sirkelen {title} hviler på en hypotese: at {from} fører til {to}."),
        Lang::En => {
            format!("The circle {title} hangs on {n} hypotheses, one of them that {from} leads to {to}.")
        }
        Lang::Nb => {
            format!("Sirkelen {title} hviler på {n} hypoteser, blant annet at {from} fører til {to}.")
        }
    }
}

/// A named loop rests on one source; `voice` if that is what one group said.
pub fn on_one_source(lang: Lang, title: &str, source: &str, voice: bool) -> String {
    let (title, source) = (quoted(title), quoted(source));
    match (lang, voice) {
        (Lang::En, false) => format!("All that backs the circle {title} comes from one source, {source}."),
        (Lang::Nb, false) => format!("Alt belegg for sirkelen {title} kommer fra én kilde, {source}."),
        (Lang::En, true) => format!("All that backs the circle {title} is one group's word: {source}."),
        (Lang::Nb, true) => format!("Alt belegg for sirkelen {title} er det én gruppe har sagt: {source}."),
    }
}

/// One pays, another one gains; `sector` if they are of different sectors, else of different levels.
pub fn pays_elsewhere(lang: Lang, measure: &str, payer: &str, gainer: &str, sector: bool) -> String {
    let (measure, payer, gainer) = (quoted(measure), quoted(payer), quoted(gainer));
    let place = match (lang, sector) {
        (Lang::En, true) => "in another sector",
        (Lang::En, false) => "at another level",
        (Lang::Nb, true) => "i en annen sektor",
        (Lang::Nb, false) => "på et annet nivå",
    };
    match lang {
        Lang::En => format!("{measure} is paid for by {payer}, but the gain goes to {gainer}, {place}."),
        Lang::Nb => format!("{measure} betales av {payer}, men gevinsten havner hos {gainer}, {place}."),
    }
}

/// A chosen measure needs one that is not chosen.
pub fn needs_unchosen(lang: Lang, measure: &str, needs: &str) -> String {
    let (measure, needs) = (quoted(measure), quoted(needs));
    match lang {
        Lang::En => format!("The chosen measure {measure} needs {needs}, which is not chosen."),
        Lang::Nb => format!("Det valgte tiltaket {measure} forutsetter {needs}, som ikke er valgt."),
    }
}

/// An area is tied to no other one.
pub fn area_alone(lang: Lang, area: &str, other: &str) -> String {
    let (area, other) = (quoted(area), quoted(other));
    match lang {
        Lang::En => format!("No link ties the area {area} to any other area, such as {other}."),
        Lang::Nb => {
            format!("Ingen kobling knytter området {area} til noe annet område, for eksempel {other}.")
        }
    }
}

/// Two areas lead to one card and are not tied to each other.
pub fn areas_apart(lang: Lang, one: &str, other: &str, card: &str) -> String {
    let (one, other, card) = (quoted(one), quoted(other), quoted(card));
    match lang {
        Lang::En => {
            format!("The areas {one} and {other} both lead to {card}, but no link ties them together.")
        }
        Lang::Nb => {
            format!("Områdene {one} og {other} fører begge til {card}, men ingen kobling går mellom dem.")
        }
    }
}

/// A missing link would make circles that slow themselves; those of up to `longest` links were counted.
pub fn would_balance(
    lang: Lang,
    (from, to): (&str, &str),
    n: usize,
    at_least: bool,
    longest: usize,
) -> String {
    let (from, to) = (quoted(from), quoted(to));
    let circles = number(lang, n, at_least);
    match lang {
        Lang::En => {
            let (circle, itself) = if n == 1 { ("circle", "itself") } else { ("circles", "themselves") };
            format!(
                "If anything carried {from} on to {to}, {circles} {circle} of up to {longest} links would slow {itself}; \
                 that link is marked missing."
            )
        }
        Lang::Nb => {
            let circle = if n == 1 { "sirkel" } else { "sirkler" };
            format!(
                "Om noe brakte {from} videre til {to}, ville {circles} {circle} med inntil {longest} koblinger bremset seg \
                 selv; den koblingen er merket som savnet."
            )
        }
    }
}

/// Too little is known about a card that a named loop runs through.
pub fn known_too_little(lang: Lang, card: &str, title: &str) -> String {
    let (card, title) = (quoted(card), quoted(title));
    match lang {
        Lang::En => format!("We know too little about {card}, and the circle {title} runs through it."),
        Lang::Nb => format!("Vi vet for lite om {card}, og sirkelen {title} går gjennom det."),
    }
}

/// Settling one sign would decide circles; those of up to `longest` links were counted.
pub fn sign_decides(
    lang: Lang,
    (from, to): (&str, &str),
    n: usize,
    at_least: bool,
    longest: usize,
) -> String {
    let (from, to) = (quoted(from), quoted(to));
    let circles = format!("{} {}", number(lang, n, at_least), lang.words().links.circle.form(n));
    match lang {
        Lang::En => format!(
            "The sign from {from} to {to} is not settled; settling it decides {circles} of up to {longest} links."
        ),
        Lang::Nb => {
            format!(
                "Fortegnet fra {from} til {to} er uavklart; blir det avklart, avgjør det {circles} med inntil {longest} koblinger."
            )
        }
    }
}

/// Advice at a card: a root cause with a cause of its own.
pub fn root_with_causes(lang: Lang, cause: &str) -> String {
    let cause = quoted(cause);
    match lang {
        Lang::En => format!("Called a root cause, though {cause} leads to it."),
        Lang::Nb => format!("Kalles rotårsak, men {cause} fører til den."),
    }
}

/// Advice at a card: a root cause in a loop.
pub fn root_in_loop(lang: Lang, title: &str) -> String {
    let title = quoted(title);
    match lang {
        Lang::En => format!("Called a root cause, though the circle {title} comes back to it."),
        Lang::Nb => format!("Kalles rotårsak, men sirkelen {title} kommer tilbake til den."),
    }
}

/// Advice at a card: a follow-on fault without causes.
pub fn follows_nothing(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Called a follow-on fault, though nothing leads to it yet.",
        Lang::Nb => "Kalles følgefeil, men ingenting fører til den ennå.",
    }
}

/// Advice at a card: a loop through slow things without a delay.
pub fn no_delay(lang: Lang, title: &str) -> String {
    let title = quoted(title);
    match lang {
        Lang::En => format!(
            "No link of the circle {title} takes time, though law, culture and budgets rarely change at once."
        ),
        Lang::Nb => format!(
            "Ingen kobling i sirkelen {title} tar tid, men lover, kultur og budsjetter endrer seg sjelden med det samme."
        ),
    }
}

/// The heading over what was set aside.
pub fn lines_aside(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => format!("Set aside: {n}"),
        Lang::Nb => format!("Lagt til side: {n}"),
    }
}
