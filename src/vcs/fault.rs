//! Why git could not answer, as a sentence in either language.

use crate::text::{Lang, visible};

/// Why git could not answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VcsFault {
    /// There is no git on this machine, or it may not be started.
    NoGit,
    /// The folder is in no repository.
    NoRepository,
    /// There is no such revision.
    NoRevision(String),
    /// Two revisions have no common ancestor.
    NoBase(String, String),
    /// The revision has no such file.
    NoFile(String),
    /// Git said something else.
    Other(String),
}

impl VcsFault {
    /// What is wrong.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match (lang, self) {
            (Lang::En, VcsFault::NoGit) => "git was not found.".to_owned(),
            (Lang::Nb, VcsFault::NoGit) => "Fant ikke git.".to_owned(),
            (Lang::En, VcsFault::NoRepository) => "This folder is in no git repository.".to_owned(),
            (Lang::Nb, VcsFault::NoRepository) => "Denne mappen er ikke i noe git-repo.".to_owned(),
            (Lang::En, VcsFault::NoRevision(rev)) => format!("There is no revision '{}' here.", visible(rev)),
            (Lang::Nb, VcsFault::NoRevision(rev)) => {
                format!("Det finnes ingen revisjon «{}» her.", visible(rev))
            }
            (Lang::En, VcsFault::NoBase(a, b)) => {
                format!("'{}' and '{}' have no commit in common.", visible(a), visible(b))
            }
            (Lang::Nb, VcsFault::NoBase(a, b)) => {
                format!("«{}» og «{}» har ingen felles commit.", visible(a), visible(b))
            }
            (Lang::En, VcsFault::NoFile(spec)) => format!("git has no file '{}'.", visible(spec)),
            (Lang::Nb, VcsFault::NoFile(spec)) => format!("git har ingen fil «{}».", visible(spec)),
            (Lang::En, VcsFault::Other(said)) => format!("git could not do it: {}", visible(said)),
            (Lang::Nb, VcsFault::Other(said)) => format!("git fikk det ikke til: {}", visible(said)),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::En, VcsFault::NoGit | VcsFault::NoRepository) => {
                "Two files can always be compared: floke diff OLD NEW."
            }
            (Lang::Nb, VcsFault::NoGit | VcsFault::NoRepository) => {
                "To filer kan alltid sammenlignes: floke diff GAMMEL NY."
            }
            (Lang::En, VcsFault::NoRevision(_)) => {
                "git log --oneline lists some; a file is named by its path."
            }
            (Lang::Nb, VcsFault::NoRevision(_)) => {
                "git log --oneline viser noen; en fil nevnes med stien sin."
            }
            (Lang::En, VcsFault::NoFile(_)) => {
                "Write REV:PATH, with the path from the top of the repository."
            }
            (Lang::Nb, VcsFault::NoFile(_)) => "Skriv REV:STI, med stien fra toppen av repoet.",
            (_, VcsFault::NoBase(..) | VcsFault::Other(_)) => "",
        }
    }
}
