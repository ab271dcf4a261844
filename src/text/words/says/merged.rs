//! What is said of a merge: conflicts one a line, what it does to circles, and why it could not be done.
//!
//! Names of files, values and labels come in safe to show.

use crate::text::lang::Lang;
use crate::text::reading::LoopKind;

/// What the two sides did with one thing where they disagree on all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dispute {
    /// Both made it, and not the same.
    BothMade,
    /// We took it out, they use it.
    OursOutTheirsUse,
    /// They took it out, we use it.
    TheirsOutOursUse,
    /// We took it out, they changed it.
    OursOutTheirsChanged,
    /// They took it out, we changed it.
    TheirsOutOursChanged,
}

/// How many conflicts came, one at least.
pub fn conflicts_came(lang: Lang, n: usize) -> String {
    match (n, lang) {
        (1, Lang::En) => "1 conflict; ours is live until it is settled".to_owned(),
        (n, Lang::En) => format!("{n} conflicts; ours is live until they are settled"),
        (1, Lang::Nb) => "1 konflikt; vår side gjelder til den er avgjort".to_owned(),
        (n, Lang::Nb) => format!("{n} konflikter; vår side gjelder til de er avgjort"),
    }
}

/// What to do about open conflicts, after what they are.
pub fn settle_them(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "Next: open the map in floke and press F, choose what shall stand, and save; or settle them by hand in conflicts at the end of the file."
        }
        Lang::Nb => {
            "Så: Åpne kartet i floke og trykk F, velg hva som skal stå, og lagre; eller avgjør dem for hånd i conflicts sist i filen."
        }
    }
}

/// How many conflicts were open before and still are, one at least.
pub fn conflicts_still_open(lang: Lang, n: usize) -> String {
    match (n, lang) {
        (1, Lang::En) => "1 conflict was open before and still is".to_owned(),
        (n, Lang::En) => format!("{n} conflicts were open before and still are"),
        (1, Lang::Nb) => "1 konflikt sto åpen fra før og gjør det fortsatt".to_owned(),
        (n, Lang::Nb) => format!("{n} konflikter sto åpne fra før og gjør det fortsatt"),
    }
}

/// A field on which the two sides disagree, with its values: ours, theirs, before.
pub fn field_disputed(
    lang: Lang,
    at: &str,
    field: &str,
    [ours, theirs, before]: [Option<&str>; 3],
) -> String {
    let said = |value: Option<&str>| match (value, lang) {
        (Some(value), _) => value.to_owned(),
        (None, Lang::En) => "nothing".to_owned(),
        (None, Lang::Nb) => "ingenting".to_owned(),
    };
    let (ours, theirs, before) = (said(ours), said(theirs), said(before));
    match lang {
        Lang::En => format!("{at}, {field}: ours {ours}, theirs {theirs}, before {before}"),
        Lang::Nb => format!("{at}, {field}: vår {ours}, deres {theirs}, før {before}"),
    }
}

/// A thing on all of which the two sides disagree.
pub fn disputed(lang: Lang, at: &str, what: Dispute) -> String {
    let (en, nb) = match what {
        Dispute::BothMade => {
            ("both sides made one, and not the same", "begge sider laget en, og ikke den samme")
        }
        Dispute::OursOutTheirsUse => {
            ("we took it out, they use it; it stays", "vi tok det bort, de bruker det; det blir stående")
        }
        Dispute::TheirsOutOursUse => {
            ("they took it out, we use it; it stays", "de tok det bort, vi bruker det; det blir stående")
        }
        Dispute::OursOutTheirsChanged => {
            ("we took it out, they changed it; it stays", "vi tok det bort, de endret det; det blir stående")
        }
        Dispute::TheirsOutOursChanged => {
            ("they took it out, we changed it; it stays", "de tok det bort, vi endret det; det blir stående")
        }
    };
    format!("{at}: {}", if lang == Lang::En { en } else { nb })
}

/// A named circle that ran with a side and runs no more.
pub fn named_circle_stopped(lang: Lang, title: &str) -> String {
    match lang {
        Lang::En => format!("the told loop «{title}» no longer runs"),
        Lang::Nb => format!("den navngitte sirkelen «{title}» går ikke lenger"),
    }
}

/// A circle that neither side had, with its cards.
pub fn new_circle(lang: Lang, kind: LoopKind, row: &str) -> String {
    let (en, nb) = match kind {
        LoopKind::Reinforcing => ("a reinforcing loop", "en forsterkende sirkel"),
        LoopKind::Balancing => ("a balancing loop", "en balanserende sirkel"),
        LoopKind::Undetermined => ("a loop", "en sirkel"),
    };
    match lang {
        Lang::En => format!("{en} that neither side had: {row}"),
        Lang::Nb => format!("{nb} som ingen av sidene hadde: {row}"),
    }
}

/// How many more new circles there are; at least that many where not all were looked for. `None` where there is nothing
/// to say.
pub fn more_new_circles(lang: Lang, n: usize, complete: bool) -> Option<String> {
    Some(match (n, complete, lang) {
        (0, true, _) => return None,
        (0, false, Lang::En) => "loops were not looked for to the end".to_owned(),
        (0, false, Lang::Nb) => "det ble ikke lett etter alle sirkler".to_owned(),
        (1, true, Lang::En) => "1 more new loop".to_owned(),
        (1, true, Lang::Nb) => "1 ny sirkel til".to_owned(),
        (n, true, Lang::En) => format!("{n} more new loops"),
        (n, true, Lang::Nb) => format!("{n} nye sirkler til"),
        (n, false, Lang::En) => format!("at least {n} more new loops"),
        (n, false, Lang::Nb) => format!("minst {n} nye sirkler til"),
    })
}

/// Both sides together are no map that opens: too much of something.
pub fn merged_is_no_map(lang: Lang, why: &str) -> String {
    match lang {
        Lang::En => format!("both sides together are no map that can be opened: {why}"),
        Lang::Nb => format!("begge sider til sammen gir ikke et kart som lar seg åpne: {why}"),
    }
}

/// What to do about that.
pub fn take_out_then_merge(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "nothing was written; take something out on one side and merge again",
        Lang::Nb => "ingenting ble skrevet; ta bort noe på den ene siden og slå sammen på nytt",
    }
}

/// Merged line by line, because a version is no map or has comments.
pub fn merged_as_text(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "one of the versions is no map, or has comments; merged as text",
        Lang::Nb => "en av versjonene er ikke et kart, eller har kommentarer; slått sammen som tekst",
    }
}

/// Merged line by line without markers, and what came out is no map.
pub fn text_is_no_map(lang: Lang, why: &str) -> String {
    match lang {
        Lang::En => format!("what came out is no map; put it right by hand, then add it: {why}"),
        Lang::Nb => format!("det som kom ut, er ikke et kart; rett det for hånd og legg det til: {why}"),
    }
}

/// Nothing was merged.
pub fn not_merged(lang: Lang, why: &str) -> String {
    match lang {
        Lang::En => format!("not merged: {why}"),
        Lang::Nb => format!("ikke slått sammen: {why}"),
    }
}

/// The program itself failed.
pub fn fault_of_floke(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "a fault in floke",
        Lang::Nb => "en feil i floke",
    }
}

/// What was written is not what was meant.
pub fn does_not_read_back(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "the merged map does not read back",
        Lang::Nb => "det sammenslåtte kartet lar seg ikke lese tilbake",
    }
}

/// Standard input was asked for more than one of the versions.
pub fn one_standard_input(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::En => ("only one of the three can be standard input", "name files for the others"),
        Lang::Nb => ("bare én av de tre kan være standard inn", "oppgi filer for de andre"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_told_as_one_and_an_ended_search_is_said() {
        for (lang, one) in [(Lang::En, "1 more new loop"), (Lang::Nb, "1 ny sirkel til")] {
            assert_eq!(more_new_circles(lang, 1, true).as_deref(), Some(one));
            assert_eq!(more_new_circles(lang, 0, true), None);
            assert_ne!(more_new_circles(lang, 2, true), more_new_circles(lang, 2, false));
            assert!(more_new_circles(lang, 0, false).is_some());
        }
    }

    #[test]
    fn a_value_that_is_not_there_is_said() {
        let said = field_disputed(Lang::Nb, "node a", "label", [Some("\"A\""), None, None]);
        assert_eq!(said, "node a, label: vår \"A\", deres ingenting, før ingenting");
    }
}
