//! The files inside a ZIP archive, such as the main part of a Word document.

use std::io::Read;

use flate2::read::DeflateDecoder;

use crate::load::source::files::LARGEST;

const END: &[u8] = b"PK\x05\x06";
const ENTRY: &[u8] = b"PK\x01\x02";
/// Bytes of an entry of the directory, and of a file's own head, without their names.
const ENTRY_LENGTH: usize = 46;
const HEAD_LENGTH: usize = 30;
/// Ways of keeping a file.
const STORED: usize = 0;
const DEFLATED: usize = 8;

/// A file of an archive, as its directory has it.
struct Entry<'a> {
    name: &'a [u8],
    record: &'a [u8],
}

/// Returns the content of a file of an archive; `None` if the archive has none of this name, is
/// broken or keeps too much of it.
pub(super) fn file(archive: &[u8], name: &str) -> Option<Vec<u8>> {
    let entry = entries(archive)?.into_iter().find(|one| one.name == name.as_bytes())?;
    content(archive, entry.record, LARGEST)
}

/// Returns the names and the contents of all files of an archive; `None` if it is broken, or if they
/// are more bytes together than `most`.
pub fn files(archive: &[u8], most: u64) -> Option<Vec<(String, Vec<u8>)>> {
    let mut left = most;
    let entries = entries(archive)?;
    let mut files = Vec::with_capacity(entries.len());
    for entry in entries {
        let content = content(archive, entry.record, left)?;
        left -= content.len() as u64;
        files.push((String::from_utf8_lossy(entry.name).into_owned(), content));
    }
    Some(files)
}

/// Returns the entries of the directory of an archive.
fn entries(archive: &[u8]) -> Option<Vec<Entry<'_>>> {
    let end = archive.windows(END.len()).rposition(|window| window == END)?;
    let count = number(archive, end + 10, 2)?;
    let mut at = number(archive, end + 16, 4)?;
    let mut entries = Vec::new();
    for _ in 0..count {
        let entry = archive.get(at..)?;
        if !entry.starts_with(ENTRY) {
            return None;
        }
        let length = |from| number(entry, from, 2);
        let end = ENTRY_LENGTH.checked_add(length(28)?)?;
        entries.push(Entry { name: entry.get(ENTRY_LENGTH..end)?, record: entry });
        at = at.checked_add(end)?.checked_add(length(30)?)?.checked_add(length(32)?)?;
    }
    Some(entries)
}

/// Returns the content of the file that an entry of the directory is of; `None` if it is more than
/// `most` bytes.
fn content(archive: &[u8], entry: &[u8], most: u64) -> Option<Vec<u8>> {
    let (way, size) = (number(entry, 10, 2)?, number(entry, 20, 4)?);
    let head = archive.get(number(entry, 42, 4)?..)?;
    let names = number(head, 26, 2)?.checked_add(number(head, 28, 2)?)?;
    let start = HEAD_LENGTH.checked_add(names)?;
    let packed = head.get(start..start.checked_add(size)?)?;
    match way {
        STORED => (packed.len() as u64 <= most).then(|| packed.to_vec()),
        DEFLATED => {
            let mut content = Vec::new();
            let mut reader = DeflateDecoder::new(packed).take(most + 1);
            reader.read_to_end(&mut content).ok()?;
            (content.len() as u64 <= most).then_some(content)
        }
        _ => None,
    }
}

/// Returns a number of some bytes, the lowest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    let number = bytes.iter().rev().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    usize::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_archive_has_no_files() {
        for bytes in [
            &b""[..],
            b"PK\x03\x04",
            b"PK\x05\x06",
            &[b"PK\x05\x06" as &[u8], &[0xff; 40]].concat(),
        ] {
            assert_eq!(file(bytes, "word/document.xml"), None);
        }
    }
}
