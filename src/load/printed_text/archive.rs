//! A file inside a ZIP archive, such as the main part of a Word document.

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

/// Returns the content of a file of an archive; `None` if the archive has none of this name, is
/// broken or keeps too much of it.
pub(super) fn file(archive: &[u8], name: &str) -> Option<Vec<u8>> {
    let end = archive.windows(END.len()).rposition(|window| window == END)?;
    let count = number(archive, end + 10, 2)?;
    let mut at = number(archive, end + 16, 4)?;
    for _ in 0..count {
        let entry = archive.get(at..)?;
        if !entry.starts_with(ENTRY) {
            return None;
        }
        let length = |from| number(entry, from, 2);
        let end = ENTRY_LENGTH.checked_add(length(28)?)?;
        if entry.get(ENTRY_LENGTH..end)? == name.as_bytes() {
            return content(archive, entry);
        }
        at = at.checked_add(end)?.checked_add(length(30)?)?.checked_add(length(32)?)?;
    }
    None
}

/// Returns the content of the file that an entry of the directory is of.
fn content(archive: &[u8], entry: &[u8]) -> Option<Vec<u8>> {
    let (way, size) = (number(entry, 10, 2)?, number(entry, 20, 4)?);
    let head = archive.get(number(entry, 42, 4)?..)?;
    let names = number(head, 26, 2)?.checked_add(number(head, 28, 2)?)?;
    let start = HEAD_LENGTH.checked_add(names)?;
    let packed = head.get(start..start.checked_add(size)?)?;
    match way {
        STORED => Some(packed.to_vec()),
        DEFLATED => {
            let mut content = Vec::new();
            let mut reader = DeflateDecoder::new(packed).take(LARGEST + 1);
            reader.read_to_end(&mut content).ok()?;
            (content.len() as u64 <= LARGEST).then_some(content)
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
