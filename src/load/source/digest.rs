//! The digest of a book's data: what tells whether a release was computed from the same files.

use anyhow::Result;
use sha2::{Digest, Sha256};

use crate::load::source::files::Tree;

/// Folders that do not enter, as they record what was published and not what it was made from.
const RECORDS: [&str; 2] = ["released/", "revisions/"];

/// SHA-256 over the book's files in the order of their paths, as hexadecimal digits.
///
/// Each file enters as the line that `sha256sum` prints for it, with its path inside the book.
pub fn digest(tree: &dyn Tree, book: &str) -> Result<String> {
    let prefix = format!("{book}/");
    let mut whole = Sha256::new();
    for listed in tree.list() {
        let Some(path) = listed.path.strip_prefix(&prefix) else { continue };
        if RECORDS.iter().any(|folder| path.starts_with(folder)) {
            continue;
        }
        let bytes = tree.read(&listed.path)?;
        whole.update(format!("{}  {path}\n", sha256(&bytes)));
    }
    Ok(hexadecimal(&whole.finalize()))
}

/// SHA-256 of some bytes, as hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
