//! What stands in a repository under a hash. How large it is is asked first, so that nothing too large for a map is read.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use super::fault::VcsFault;
use super::git::{command, line, not_started};
use super::repository::Repository;
use crate::file::limits::MOST_BYTES;

impl Repository {
    /// The bytes of a blob by its hash; of one that is too large for a map only so many that this shows.
    ///
    /// # Errors
    /// If it is not there.
    pub fn blob(&self, hash: &str) -> Result<Vec<u8>, VcsFault> {
        let size = self.ask(["cat-file", "-s", hash]).map_err(|fault| self.missing(hash, fault))?;
        let size: usize = line(&size).trim().parse().unwrap_or(usize::MAX);
        if size > MOST_BYTES {
            return self.beginning(hash);
        }
        self.ask(["cat-file", "blob", hash]).map_err(|fault| self.missing(hash, fault))
    }

    /// One byte more than a map may have, and git is stopped.
    fn beginning(&self, hash: &str) -> Result<Vec<u8>, VcsFault> {
        let mut child = command(self.folder())
            .args(["cat-file", "blob", hash])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| not_started(self.folder(), &error))?;
        let mut bytes = Vec::new();
        let read = child.stdout.take().map(|out| out.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes));
        stop(&mut child);
        match read {
            Some(Ok(_)) => Ok(bytes),
            Some(Err(error)) => Err(VcsFault::Other(error.to_string())),
            None => Ok(bytes),
        }
    }

    /// Why a blob could not be read: a clone may lack what it knows of.
    fn missing(&self, hash: &str, fault: VcsFault) -> VcsFault {
        match fault {
            VcsFault::Other(said)
                if said.is_empty() || said.contains(hash) || said.contains("object info") =>
            {
                VcsFault::NotFetched(hash.to_owned())
            }
            fault => fault,
        }
    }

    /// Many blobs, one after the other, from one process.
    ///
    /// # Errors
    /// If git does not start.
    pub(super) fn blobs(&self) -> Result<Blobs, VcsFault> {
        let mut child = command(self.folder())
            .args(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| not_started(self.folder(), &error))?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        Ok(Blobs { child, input, output: output.map(BufReader::new) })
    }

    /// How large blobs are, in the order of the hashes; `None` for one that is not there.
    ///
    /// # Errors
    /// If git cannot say.
    pub(super) fn sizes(&self, hashes: &[&str]) -> Result<Vec<Option<u64>>, VcsFault> {
        if hashes.is_empty() {
            return Ok(Vec::new());
        }
        let mut child = command(self.folder())
            .args(["cat-file", "--batch-check=%(objectsize)"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| not_started(self.folder(), &error))?;
        let broken = |error: std::io::Error| VcsFault::Other(error.to_string());
        let mut sizes = Vec::with_capacity(hashes.len());
        // One question, one answer, so that no pipe fills up while nobody reads.
        if let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) {
            let mut output = BufReader::new(output);
            for hash in hashes {
                writeln!(input, "{hash}").map_err(broken)?;
                let mut said = String::new();
                output.read_line(&mut said).map_err(broken)?;
                sizes.push(said.trim().parse().ok());
            }
        }
        stop(&mut child);
        Ok(sizes)
    }
}

/// A git that reads blobs until this is dropped.
pub(super) struct Blobs {
    child: Child,
    input: Option<ChildStdin>,
    output: Option<BufReader<ChildStdout>>,
}

impl Blobs {
    /// The bytes; `None` for what is not there, or is no blob. Whoever asks knows that it is not too large.
    pub(super) fn read(&mut self, hash: &str) -> Option<Vec<u8>> {
        let (input, output) = (self.input.as_mut()?, self.output.as_mut()?);
        writeln!(input, "{hash}").ok()?;
        let mut head = String::new();
        output.read_line(&mut head).ok()?;
        let (_, size) = head.trim().rsplit_once(' ')?;
        let mut bytes = vec![0; size.parse().ok()?];
        output.read_exact(&mut bytes).ok()?;
        output.read_exact(&mut [0]).ok()?;
        Some(bytes)
    }
}

impl Drop for Blobs {
    fn drop(&mut self) {
        stop(&mut self.child);
    }
}

/// Ends a git that may still have something to say.
fn stop(child: &mut Child) {
    // It may have ended by itself.
    let _ = child.kill();
    let _ = child.wait();
}
