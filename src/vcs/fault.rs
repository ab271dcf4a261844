//! Why git could not answer, as a sentence in either language.

use crate::text::{Lang, visible};

/// Why git could not answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VcsFault {
    /// There is no git on this machine, or it may not be started.
    NoGit,
    /// The folder is in no repository.
    NoRepository,
    /// The repository has no files on disk, or the folder is the repository's own.
    Bare,
    /// The repository, at this folder, is somebody else's, and git does not trust it.
    NotTrusted(String),
    /// Nothing is committed yet.
    NoCommit,
    /// There is no such revision.
    NoRevision(String),
    /// There is no such revision, and only the last ones were cloned.
    Shallow(String),
    /// It names several revisions, or what to leave out.
    NotOne(String),
    /// It names a revision and a path.
    Both(String),
    /// Two revisions have no common ancestor.
    NoBase(String, String),
    /// The revision has no such file.
    NoFile(String),
    /// Git knows of the object with this hash, and the clone lacks it.
    NotFetched(String),
    /// A merge left several versions of the file in the index.
    Unmerged(String),
    /// The file of attributes is a symbolic link, which git does not follow.
    Linked(String),
    /// Where somebody wants maps compared git follows none.
    NotFollowed,
    /// Git said something else.
    Other(String),
}

impl VcsFault {
    /// What git's own words mean; it is asked in English.
    pub(super) fn said(said: &str) -> Self {
        let first = said.lines().next().unwrap_or_default().trim_start_matches("fatal: ");
        if first.contains("dubious ownership") {
            let folder = first.split('\'').nth(1).unwrap_or_default();
            return VcsFault::NotTrusted(folder.to_owned());
        }
        if first.contains("must be run in a work tree") {
            return VcsFault::Bare;
        }
        if first.starts_with("not a git repository") {
            return VcsFault::NoRepository;
        }
        VcsFault::Other(first.to_owned())
    }

    /// What is wrong.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let (en, nb) = match self {
            VcsFault::NoGit => ("git was not found.".to_owned(), "Fant ikke git.".to_owned()),
            VcsFault::NoRepository => (
                "This folder is in no git repository.".to_owned(),
                "Denne mappen er ikke i noe git-repo.".to_owned(),
            ),
            VcsFault::Bare => (
                "This repository has no files on disk here.".to_owned(),
                "Dette repoet har ingen filer på disk her.".to_owned(),
            ),
            VcsFault::NotTrusted(folder) => (
                format!(
                    "git does not trust the repository '{}': it belongs to somebody else.",
                    visible(folder)
                ),
                format!("git stoler ikke på repoet «{}»: det tilhører noen andre.", visible(folder)),
            ),
            VcsFault::NoCommit => {
                ("Nothing is committed here yet.".to_owned(), "Det er ingen commit her ennå.".to_owned())
            }
            VcsFault::NoRevision(rev) => (
                format!("There is no revision '{}' here.", visible(rev)),
                format!("Det finnes ingen revisjon «{}» her.", visible(rev)),
            ),
            VcsFault::Shallow(rev) => (
                format!(
                    "There is no revision '{}' in this clone, which has only the last ones.",
                    visible(rev)
                ),
                format!(
                    "Det finnes ingen revisjon «{}» i denne klonen, som bare har de siste.",
                    visible(rev)
                ),
            ),
            VcsFault::NotOne(rev) => (
                format!("'{}' does not name one revision.", visible(rev)),
                format!("«{}» nevner ikke én revisjon.", visible(rev)),
            ),
            VcsFault::Both(name) => (
                format!("'{}' is a revision and a path.", visible(name)),
                format!("«{}» er både en revisjon og en sti.", visible(name)),
            ),
            VcsFault::NoBase(a, b) => (
                format!("'{}' and '{}' have no commit in common.", visible(a), visible(b)),
                format!("«{}» og «{}» har ingen felles commit.", visible(a), visible(b)),
            ),
            VcsFault::NoFile(spec) => (
                format!("git has no file '{}'.", visible(spec)),
                format!("git har ingen fil «{}».", visible(spec)),
            ),
            VcsFault::NotFetched(hash) => (
                format!("This clone lacks the object {}.", visible(hash)),
                format!("Denne klonen mangler objektet {}.", visible(hash)),
            ),
            VcsFault::Unmerged(path) => (
                format!("'{}' is in the index in several versions: a merge is not finished.", visible(path)),
                format!(
                    "«{}» står i indeksen i flere utgaver: en sammenslåing er ikke ferdig.",
                    visible(path)
                ),
            ),
            VcsFault::Linked(path) => (
                format!("'{}' is a symbolic link, and git reads no attributes through one.", visible(path)),
                format!(
                    "«{}» er en symbolsk lenke, og git leser ikke attributter gjennom den.",
                    visible(path)
                ),
            ),
            VcsFault::NotFollowed => {
                ("git follows no map there.".to_owned(), "git følger ikke noe kart der.".to_owned())
            }
            VcsFault::Other(said) => (
                format!("git could not do it: {}", visible(said)),
                format!("git fikk det ikke til: {}", visible(said)),
            ),
        };
        pick(lang, en, nb)
    }

    /// What to do about it; empty where there is nothing to say.
    #[must_use]
    pub fn help(&self, lang: Lang) -> String {
        let (en, nb) = match self {
            VcsFault::NoGit | VcsFault::NoRepository | VcsFault::Bare | VcsFault::NoCommit => (
                "Two files can always be compared: floke diff OLD NEW.".to_owned(),
                "To filer kan alltid sammenlignes: floke diff GAMMEL NY.".to_owned(),
            ),
            VcsFault::NotTrusted(folder) => {
                let command = format!("git config --global --add safe.directory '{}'", visible(folder));
                (format!("If you trust it: {command}"), format!("Hvis du stoler på det: {command}"))
            }
            VcsFault::NoRevision(_) => (
                "git log --oneline lists some; a file is named by its path.".to_owned(),
                "git log --oneline viser noen; en fil nevnes med stien sin.".to_owned(),
            ),
            VcsFault::Shallow(_) => (
                "git fetch --unshallow fetches the rest; a CI job asks for it by fetch-depth: 0 or GIT_DEPTH: 0."
                    .to_owned(),
                "git fetch --unshallow henter resten; en CI-jobb ber om det med fetch-depth: 0 eller GIT_DEPTH: 0."
                    .to_owned(),
            ),
            VcsFault::NotOne(_) => (
                "Name one, or two as A..B or A...B.".to_owned(),
                "Nevn én, eller to som A..B eller A...B.".to_owned(),
            ),
            VcsFault::Both(name) => (
                format!("Write ./{0} for the path, heads/{0} for the branch, tags/{0} for the tag.", visible(name)),
                format!("Skriv ./{0} for stien, heads/{0} for grenen, tags/{0} for merkelappen.", visible(name)),
            ),
            VcsFault::NoFile(_) => (
                "Write REV:PATH, with the path from the top of the repository.".to_owned(),
                "Skriv REV:STI, med stien fra toppen av repoet.".to_owned(),
            ),
            VcsFault::NotFetched(hash) => (
                format!("git cat-file -e {} fetches it.", visible(hash)),
                format!("git cat-file -e {} henter det.", visible(hash)),
            ),
            VcsFault::Unmerged(_) => (
                "floke diff without --staged shows the file on disk.".to_owned(),
                "floke diff uten --staged viser filen på disken.".to_owned(),
            ),
            VcsFault::Linked(_) => (
                "Put a file in its place, and try again.".to_owned(),
                "Sett en fil i stedet, og prøv igjen.".to_owned(),
            ),
            VcsFault::NotFollowed => (
                "git add makes git follow a file; two files can always be compared.".to_owned(),
                "git add får git til å følge en fil; to filer kan alltid sammenlignes.".to_owned(),
            ),
            VcsFault::NoBase(..) | VcsFault::Other(_) => (String::new(), String::new()),
        };
        pick(lang, en, nb)
    }
}

fn pick(lang: Lang, en: String, nb: String) -> String {
    match lang {
        Lang::En => en,
        Lang::Nb => nb,
    }
}
