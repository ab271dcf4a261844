//! The next step on a young map, and the tour. Keys stand as the id of their command in square brackets, so that
//! the key of a person's own settings is shown; `{card}` and `{loop}` are names from the map.

table! {
    /// What to press next, and the steps of the tour.
    Guide;
    words {
        /// Before the next step.
        next_step: "Next step", "Neste steg";
        /// No card yet.
        first_cause: "[add], then write your first cause and press Enter.", "[add], skriv den første årsaken, og trykk Enter.";
        /// One or two cards.
        more_causes: "[add] again: what leads to it, and what comes of it? Begin with three causes.", "[add] igjen: Hva fører til det, og hva fører det til? Begynn med tre årsaker.";
        /// Cards, no link.
        first_link: "link two causes. [connect], then the letters of the other card. Or write it: [add], cause -> effect.", "koble to årsaker. [connect], så bokstavene på det andre kortet. Eller skriv: [add], årsak -> virkning.";
        /// Links, no loop.
        first_loop: "close a circle. What comes back to where it began? [connect] from an effect back to a cause.", "lukk en sirkel. Hva kommer tilbake dit det begynte? [connect] fra en virkning tilbake til en årsak.";
        /// A loop, and no file.
        first_save: "[save] saves the map to a file. [loops] shows the circles you closed.", "[save] lagrer kartet i en fil. [loops] viser sirklene dere har lukket.";
        /// In the field for new cards: one or two cards.
        writing_causes: "Next step: three causes to begin with. What leads to it, and what comes of it?", "Neste steg: tre årsaker å begynne med. Hva fører til det, og hva fører det til?";
        /// In the field for new cards: cards, no link.
        writing_link: "Next step: a link between two of them. Write: cause -> effect.", "Neste steg: en kobling mellom to av dem. Skriv: årsak -> virkning.";
        /// In the field for new cards: links, no loop.
        writing_loop: "Next step: close a circle. What comes back to where it began? Write: effect -> cause.", "Neste steg: Lukk en sirkel. Hva kommer tilbake dit det begynte? Skriv: virkning -> årsak.";
        /// In the field for new cards: a loop, and no file.
        writing_save: "Next step: Esc, then [save] saves the map to a file.", "Neste steg: Esc, og så lagrer [save] kartet i en fil.";
        /// How to put the line away.
        hide: "[close] hides this", "[close] skjuler dette";
        /// Asked for the next step where there is none.
        far_enough: "This map has its beginning: causes, links and a circle.", "Kartet er i gang: Det har årsaker, koblinger og en sirkel.";
        /// Below the text of an empty board.
        empty_board: "Press [add] and write your first cause, then Enter. Each line is one card. An arrow between two is a link: lack of sleep -> worse marks.", "Trykk [add] og skriv den første årsaken, så Enter. Hver linje er ett kort. En pil mellom to er en kobling: for lite søvn -> dårligere karakterer.";
        /// Where cards are needed first.
        write_first: "Press [add] and write a cause.", "Trykk [add] og skriv en årsak.";
        /// Loops: none yet.
        empty_loops: "Press [add] and write what leads back: effect -> cause. Or go to an effect on the board ([board]) and press [connect].", "Trykk [add] og skriv det som fører tilbake: virkning -> årsak. Eller gå til en virkning på tavlen ([board]) og trykk [connect].";
        /// Staircase: nothing yet.
        empty_staircase: "[loops] lists the loops, and Enter shows one. Or follow links with [next-link] and [open], then press [trace].", "[loops] viser sløyfene, og Enter åpner en. Eller følg koblinger med [next-link] og [open], og trykk [trace].";
        /// Main model: no areas yet.
        empty_model: "Pick cards and make an area of them ([area-of-cards]), or write areas on the page of the map ([map]).", "Huk av kort og lag et område av dem ([area-of-cards]), eller skriv områder på siden om kartet ([map]).";
        /// Levels: none yet.
        empty_levels: "A new map ([new]) can begin with levels.", "Et nytt kart ([new]) kan begynne med nivåer.";
        /// The tour's name.
        tour: "Tour", "Omvisning";
        /// Ends it.
        end_tour: "close", "lukk";
        /// Goes on without doing it.
        skip: "next", "neste";
        /// Goes back to the step before.
        step_back: "back", "tilbake";
        /// A step whose keys work on the board, from another screen.
        back_to_board: "This step is done on the board: [board] takes you there. [tour-next] goes on without it.", "Dette steget gjøres på tavlen: [board] tar deg dit. [tour-next] går videre uten.";
        /// The same for the list of loops.
        back_to_loops: "This step begins in the list of loops: [loops] takes you there. [tour-next] goes on without it.", "Dette steget begynner i listen over sløyfer: [loops] tar deg dit. [tour-next] går videre uten.";
        /// No card is selected.
        choose_first: "First choose a card: [left][up][down][right].", "Velg et kort først: [left][up][down][right].";
        /// The selected card has no links.
        no_links_here: "This card has no links to follow. Go to another one with [left][up][down][right].", "Dette kortet har ingen koblinger å følge. Gå til et annet med [left][up][down][right].";
        /// One link was walked.
        one_more: "One link walked. Go one more in the same direction: [to-effect] and again [to-effect], or [to-cause] and again [to-cause]. If it ends here, begin at another card: [left][up][down][right].", "Én kobling fulgt. Gå én til i samme retning: [to-effect] og så [to-effect], eller [to-cause] og så [to-cause]. Stopper det her, begynn på et annet kort: [left][up][down][right].";
        /// Behind the last step.
        end_now: "end the tour", "avslutt omvisningen";
        /// It was closed.
        tour_closed: "The tour is closed. [tour] takes it up again.", "Omvisningen er lukket. [tour] tar den opp igjen.";
        /// Another map was opened.
        tour_ended: "The tour has ended: this is another map.", "Omvisningen er slutt: Dette er et annet kart.";
        /// Step.
        look_title: "The board", "Tavlen";
        /// Step.
        look: "Each row is a level: families at the bottom, the state on top. Each column is a problem area. Go to another card with [left][up][down][right].", "Hver rad er et nivå: familiene nederst, staten øverst. Hver kolonne er et problemområde. Gå til et annet kort med [left][up][down][right].";
        /// Step.
        walk_title: "Follow links", "Følg koblinger";
        /// Step.
        walk: "The lines are the links of this card: (+) both grow together, (−) one grows and the other shrinks. Go along two of them, one after the other: [to-effect] leads to an effect, [to-cause] to a cause, [next-link] chooses which.", "Strekene er koblingene til kortet: (+) begge øker sammen, (−) den ene øker og den andre minker. Følg to av dem etter hverandre: [to-effect] går til en virkning, [to-cause] til en årsak, [next-link] velger hvilken.";
        /// Step.
        stairs_title: "Your chain", "Kjeden din";
        /// Step.
        stairs: "The cards you passed are a chain of causes. See it climb and fall through the levels: press [trace].", "Kortene du gikk innom, er en årsakskjede. Se den gå opp og ned gjennom nivåene: trykk [trace].";
        /// Step.
        loops_title: "Loops", "Sløyfer";
        /// Step.
        loops: "Below the picture the chain is told in words. Some chains come back to where they began: loops. They keep things as they are. Press [loops] to list them.", "Under bildet blir kjeden fortalt i ord. Noen kjeder kommer tilbake dit de begynte: sløyfer. De holder ting slik de er. Trykk [loops] for å se dem.";
        /// Step.
        missing_title: "What is missing", "Det som mangler";
        /// Step.
        missing: "Loops that people named come first. One of them does not run: go down to {loop} with [down] and press [open].", "Sløyfer som har fått navn, står først. En av dem går ikke rundt: gå ned til {loop} med [down] og trykk [open].";
        /// Step.
        hears_title: "Who hears whom", "Hvem hører hvem";
        /// Step.
        hears: "The dotted link ought to be there and is not: nobody brings the whole story back up. That is the finding of this map. Press [levels] to see who hears whom.", "Den prikkede koblingen burde vært der, men mangler: Ingen bringer hele historien opp igjen. Det er funnet i dette kartet. Trykk [levels] for å se hvem som hører hvem.";
        /// Step.
        find_title: "Find a card", "Finn et kort";
        /// Step.
        find: "Steering runs down strongly; what families live through comes up weakly. Now to your own work: press [find], type {word} and press Enter to go to {card}.", "Styringen går sterkt nedover; det familiene opplever, kommer svakt opp. Så til ditt eget arbeid: trykk [find], skriv {word} og trykk Enter for å gå til {card}.";
        /// Step.
        add_title: "Add a cause", "Legg til en årsak";
        /// Step.
        add: "What makes it so? Press [add], write a cause in your own words and press Enter. It lands in the same cell, and can be moved later.", "Hva gjør at det er slik? Trykk [add], skriv en årsak med egne ord og trykk Enter. Den havner i samme rute og kan flyttes senere.";
        /// Step.
        link_title: "Link it", "Koble den";
        /// Step.
        link: "Esc closes the line. Your card is selected. Press [connect], then / , type {word} and press Enter: it leads to {card} now. The letters on the cards do the same for those in sight.", "Esc lukker feltet. Kortet ditt er valgt. Trykk [connect], så / , skriv {word} og trykk Enter: Nå fører det til {card}. Bokstavene på kortene gjør det samme for dem som er i syne.";
        /// Step.
        back_title: "Close a circle", "Lukk en sirkel";
        /// Step.
        back: "Does it also lead back? Press [connect] again, then < to turn the arrow round, then / , {word} and Enter once more. The message below says which circle that closes.", "Virker det også tilbake? Trykk [connect] igjen, så < for å snu pilen, så / , {word} og Enter en gang til. Meldingen under sier hvilken sirkel det lukker.";
        /// Step.
        closed_title: "See what it closes", "Se hva det lukker";
        /// Step.
        closed: "You closed a circle, one of those that keep themselves going or slow themselves down. [loops-here] lists the loops through this card.", "Du lukket en sirkel, en av dem som forsterker eller bremser seg selv. [loops-here] viser sirklene gjennom kortet.";
        /// Step.
        undo_title: "Nothing is final", "Alt kan angres";
        /// Step.
        undo: "Was it true? Anything can be taken back: press [undo]. The line below says what was undone, and [redo] does it again.", "Stemte det? Alt kan tas tilbake: trykk [undo]. Linjen under sier hva som ble angret, og [redo] gjør det om igjen.";
        /// Step.
        keep_title: "A file of your own", "En egen fil";
        /// Step.
        keep: "The bundled map is a copy: what you do harms nothing. Press [save], give it a name and press Enter, and you have a file of your own.", "Kartet er en kopi: Ingenting du gjør, ødelegger noe. Trykk [save], gi den et navn og trykk Enter, så har du en egen fil.";
        /// Step.
        end_title: "Go on", "Gå videre";
        /// Step.
        end: "[help] shows all keys, [palette] finds every command by name, [legend] explains the signs. [new] begins a map of your own: a title, then one cause a line.", "[help] viser alle taster, [palette] finner alle kommandoer etter navn, [legend] forklarer tegnene. [new] begynner et eget kart: en tittel, så én årsak per linje.";
        /// What to type to find the card of the tour.
        find_word: "unused", "ubrukt";
    }
    nouns {}
}
