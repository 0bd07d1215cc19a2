//! Where the files of a book go, from any thread.

use anyhow::Result;

/// Takes the files of a book.
pub(in crate::cli) trait BookFiles: Sync {
    /// Takes a file.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<()>;
    /// Takes a file whose bytes have a SHA-256.
    fn write_with(&self, path: &str, bytes: &[u8], digest: String) -> Result<()>;
    /// Takes over a file of the book as it was made before, if that has the SHA-256; returns whether it
    /// did.
    fn take_over(&self, path: &str, digest: &str) -> Result<bool>;
}
