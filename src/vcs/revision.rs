//! What names mean: commits, where two of them parted, and files in them.

use super::fault::VcsFault;
use super::git::line;
use super::repository::Repository;

impl Repository {
    /// The commit that a name means: a branch, a tag, `HEAD~2`, part of a hash, `:/words` of its message.
    ///
    /// # Errors
    /// If it means none, or not one alone.
    pub fn commit(&self, name: &str) -> Result<String, VcsFault> {
        if name.starts_with('^') || ["^@", "^!", "^-"].iter().any(|end| name.ends_with(end)) {
            return Err(VcsFault::NotOne(name.to_owned()));
        }
        // Behind words to look for nothing else can stand.
        let wanted = if name.starts_with(":/") { name.to_owned() } else { format!("{name}^{{commit}}") };
        match self.object(name, &wanted)? {
            Some(hash) => Ok(hash),
            None => Err(self.no_revision(name)?),
        }
    }

    /// What a name means, as a hash; `None` if it means nothing.
    fn object(&self, name: &str, wanted: &str) -> Result<Option<String>, VcsFault> {
        if name.is_empty() || name.starts_with('-') || name.contains('\0') {
            return Ok(None);
        }
        match self.ask(["rev-parse", "--verify", "--quiet", "--end-of-options", wanted]) {
            Ok(said) => {
                let said = line(&said);
                Ok(said.chars().all(|digit| digit.is_ascii_hexdigit()).then_some(said))
            }
            Err(VcsFault::Other(_)) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// Why a name means no commit.
    fn no_revision(&self, name: &str) -> Result<VcsFault, VcsFault> {
        let first = line(&self.ask(["rev-list", "--max-count=1", "--all"])?);
        // A branch may have none while others do.
        if first.is_empty() && self.object("HEAD", "HEAD")?.is_none() || name == "HEAD" {
            return Ok(VcsFault::NoCommit);
        }
        Ok(match self.is_shallow() {
            true => VcsFault::Shallow(name.to_owned()),
            false => VcsFault::NoRevision(name.to_owned()),
        })
    }

    /// Whether only the last commits were cloned.
    fn is_shallow(&self) -> bool {
        self.ask(["rev-parse", "--is-shallow-repository"]).is_ok_and(|said| line(&said) == "true")
    }

    /// The commit at which two parted, by their hashes; `names` say which they are.
    ///
    /// # Errors
    /// If they have none in common.
    pub fn base(&self, one: &str, other: &str, names: (&str, &str)) -> Result<String, VcsFault> {
        let said = self.ask(["merge-base", one, other]).map_err(|fault| match fault {
            VcsFault::Other(said) if said.is_empty() && self.is_shallow() => {
                VcsFault::Shallow(format!("{}...{}", names.0, names.1))
            }
            VcsFault::Other(said) if said.is_empty() => {
                VcsFault::NoBase(names.0.to_owned(), names.1.to_owned())
            }
            fault => fault,
        })?;
        Ok(line(&said))
    }

    /// The bytes of a file in a commit or in the index: `REV:path`, `:path`.
    ///
    /// # Errors
    /// If there is no such file.
    pub fn file(&self, spec: &str) -> Result<Vec<u8>, VcsFault> {
        let missing = || VcsFault::NoFile(spec.to_owned());
        let Some(hash) = self.object(spec, spec)? else {
            // `:path` and `:2:path` name no revision.
            if let Some((revision, _)) = spec.split_once(':')
                && !revision.is_empty()
            {
                self.commit(revision)?;
            }
            return Err(missing());
        };
        let kind = self.ask(["cat-file", "-t", &hash]);
        if kind.is_ok_and(|kind| line(&kind) != "blob") {
            return Err(missing());
        }
        self.blob(&hash)
    }
}
