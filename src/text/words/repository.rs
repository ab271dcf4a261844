//! Words for setting git up for maps.

table! {
    /// What is said of each part of the set-up, behind its name.
    RepositoryWords;
    words {
        /// It was put in.
        put_in: "put in", "satt inn";
        /// It is there and was there.
        there_already: "there already", "var der fra før";
        /// Another version of it was there.
        replaced: "replaced", "erstattet";
        /// It was taken out.
        taken_out: "taken out", "tatt ut";
        /// It was not there, so it was not taken out.
        not_there: "not there", "ikke der";
        /// Looked at only: it is there.
        there: "there", "på plass";
        /// Looked at only: it is not there.
        lacks: "NOT there", "IKKE på plass";
        /// Looked at only: another version of it is there.
        older: "ANOTHER version", "EN ANNEN utgave";
        /// Somebody wrote a value of their own.
        own: "somebody's own value, left alone", "noens egen verdi, latt i fred";
        /// Somebody set git up otherwise for the same files.
        theirs: "somebody else's, left alone", "noen andres, latt i fred";
        /// Before a former value.
        was: "was", "var";
        /// Somebody set git up otherwise for the same files, and what to do.
        theirs_stay: "git is set up otherwise for these files, and that is left alone; floke git-setup --print shows what to write in its place", "git er satt opp på en annen måte for disse filene, og det er latt i fred; floke git-setup --print viser hva som kan stå i stedet";
        /// Lines of attributes win over ours.
        wins: "another line of .gitattributes or .git/info/attributes wins over the one for maps; git check-attr --all x.floke.ron shows what counts", "en annen linje i .gitattributes eller .git/info/attributes vinner over den for kart; git check-attr --all x.floke.ron viser hva som gjelder";
        /// Outside a repository.
        go_there: "go to a folder of a repository, or write --global", "gå til en mappe i et repo, eller skriv --global";
    }
    nouns {}
}
