//! The digest of a book's data, which shows whether a release was computed from the same files.

use anyhow::Result;
use sha2::{Digest, Sha256};

use crate::load::source::files::Tree;

/// Folders that are left out: they record what was published, not what it was computed from.
const RECORDS: [&str; 2] = ["released/", "revisions/"];

/// Returns the SHA-256 of the book's files, sorted by path, as hexadecimal digits.
///
/// Each file contributes the line that `sha256sum` prints for it, with its path inside the book and
/// with the line ends that git keeps: a checkout may have turned them into those of Windows.
pub fn digest(tree: &dyn Tree, book: &str) -> Result<String> {
    let prefix = format!("{book}/");
    let mut whole = Sha256::new();
    for listed in tree.list() {
        let Some(path) = listed.path.strip_prefix(&prefix) else { continue };
        if RECORDS.iter().any(|folder| path.starts_with(folder)) {
            continue;
        }
        let bytes = tree.read(&listed.path)?;
        whole.update(format!("{}  {path}\n", text_digest(&bytes)));
    }
    Ok(hexadecimal(&whole.finalize()))
}

/// Returns the SHA-256 digest of a text, whichever ends its lines have.
pub fn text_digest(bytes: &[u8]) -> String {
    let lines = bytes.split(|byte| *byte == b'\n');
    let lines: Vec<&[u8]> =
        lines.map(|line| line.strip_suffix(b"\r").unwrap_or(line)).collect();
    sha256(&lines.join(&b'\n'))
}

/// Returns the SHA-256 digest of bytes as hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Returns bytes as hexadecimal digits.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    halves.map(|half| char::from(DIGITS[usize::from(half)])).collect()
}
