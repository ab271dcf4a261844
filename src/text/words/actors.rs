//! Words of the register of actors, beside the names of its fields.

use crate::text::lang::Lang;

table! {
    /// What the register, its picture and its coverage say.
    ActorWords;
    words {
        /// The key to read on, where nothing was left out.
        all_shown: "All that is known of the actor is shown.", "Alt som er kjent om aktøren, står her.";
        /// Part of the screen: the actors as a table.
        register: "Register", "Register";
        /// Part of the screen: who could bring about how much, and what they think of it.
        picture: "Influence × stance", "Påvirkningsmulighet × holdning";
        /// The same where there is little room.
        picture_short: "Influence × stance", "Påvirkning × holdning";
        /// Part of the screen: who is there, by sector and level.
        coverage: "Coverage: sector × level", "Dekning: sektor × nivå";
        /// The same where there is little room.
        coverage_short: "Coverage", "Dekning";
        /// What the register is for.
        about_register: "Who lives with it and who could change it: who holds what, who steers and hears whom.", "Hvem som lever med det og hvem som kan endre det: hvem som har hånd om hva, og hvem som styrer og hører hvem.";
        /// How an actor gets into the register.
        how: "A card becomes an actor with [kind-actor] on the board. [edit] says its sector, its influence, its stance and the part it takes.", "Et kort blir en aktør med [kind-actor] på tavlen. Med [edit] sier dere hvilken sektor den er i, hva den kan få til, hva den mener, og hvordan den deltar.";
        /// How influence and stance are said.
        how_to_state: "Say it with [edit], and only where you know.", "Si det med [edit], og bare der dere vet det.";
        /// Head of the column of influence.
        influence_head: "influence", "påvirkning";
        /// Head of the column of what an actor holds, a number.
        holds_head: "holds", "ansvar";
        /// The same in a sentence.
        holds_name: "how much they hold", "hvor mye de har hånd om";
        /// Head of the column of loops through what an actor holds, a number.
        loops_head: "loops", "sløyfer";
        /// Nobody said which sector.
        no_sector: "no sector", "uten sektor";
        /// Nobody said which level.
        no_level: "no level", "uten nivå";
        /// Who steers this actor.
        steered_by: "steered by", "styres av";
        /// Whom this actor steers.
        steers: "steers", "styrer";
        /// Who tells this actor something.
        hears: "hears", "hører";
        /// Who hears this actor.
        heard_by: "is heard by", "blir hørt av";
        /// What an actor holds, before a list.
        holds: "holds", "har hånd om";
        /// Before the loops through what an actor holds.
        loops_through: "loops through that", "sløyfer gjennom det";
        /// Before links marked missing.
        missing: "missing", "savnet";
        /// In place of a list.
        nobody_does: "nobody", "ingen";
        /// In place of a list.
        nothing: "nothing", "ingenting";
        /// Coverage: there is no actor.
        nobody: "nobody", "ingen";
        /// Row or column of all together.
        all: "all", "alle";
        /// Letter of the part taken: active.
        active_letter: "A", "A";
        /// Letter: represented.
        represented_letter: "R", "R";
        /// Letter: on the edge.
        on_edge_letter: "E", "U";
        /// Letter: absent.
        absent_letter: "X", "X";
    }
    nouns {}
}

/// How a register is sorted: `28 actors, sorted by level`.
pub fn sorted(lang: Lang, actors: usize, by: &str) -> String {
    let words = lang.words();
    format!("{}, {} {by}", words.things.actor.of(actors), words.listing.sorted_by)
}

/// Of how many actors nobody said influence or stance.
pub fn unstated(lang: Lang, n: usize, all: usize) -> String {
    match lang {
        Lang::En if n == all => "No actor has both influence and stance stated.".to_owned(),
        Lang::Nb if n == all => "Ingen aktør har både påvirkningsmulighet og holdning oppgitt.".to_owned(),
        Lang::En => {
            format!("Influence or stance is not stated for {n} of {}.", lang.words().things.actor.of(all))
        }
        Lang::Nb => format!(
            "Påvirkningsmulighet eller holdning er ikke oppgitt for {n} av {}.",
            lang.words().things.actor.of(all)
        ),
    }
}

/// So many more, behind a list that was cut.
pub fn and_more(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => format!("and {n} more"),
        Lang::Nb => format!("og {n} til"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_said_as_people_say_them() {
        assert_eq!(sorted(Lang::En, 1, "level"), "1 actor, sorted by level");
        assert_eq!(sorted(Lang::Nb, 28, "nivå"), "28 aktører, sortert etter nivå");
        assert_eq!(
            unstated(Lang::Nb, 3, 28),
            "Påvirkningsmulighet eller holdning er ikke oppgitt for 3 av 28 aktører."
        );
        assert_eq!(unstated(Lang::En, 28, 28), "No actor has both influence and stance stated.");
    }
}
