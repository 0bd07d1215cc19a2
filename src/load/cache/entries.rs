//! The entries of one file of a cache: what was made, by the digest of what it was made from.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};

/// A digest of the program's sources: what another program made is not ours.
const PROGRAM: &str = env!("SOURCES_DIGEST");
/// The bytes of a digest.
const DIGEST: usize = 32;
/// The bytes before an entry's content: its key, and the length of the content.
const HEAD: usize = DIGEST + size_of::<u32>();
/// How many entries stay that nobody asked for, beside as many as somebody did.
const SPARE: usize = 1000;

/// The key of an entry: the digest of what it was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key([u8; DIGEST]);

impl Key {
    /// Makes the key for something made from some bytes in some way.
    pub fn of(way: &str, bytes: &[u8]) -> Key {
        let start = Sha256::new().chain_update(way).chain_update([0]);
        Key(start.chain_update(bytes).finalize().into())
    }
}

/// The entries of one file, and those that are added; threads share them.
///
/// Nothing is taken from a file whose seal does not fit: it may be cut, forged, or of another program.
#[derive(Debug, Default)]
pub struct Entries {
    bytes: Vec<u8>,
    kept: Vec<Kept>,
    by_key: HashMap<Key, usize>,
    added: Mutex<BTreeMap<Key, Vec<u8>>>,
}

/// An entry in the file.
#[derive(Debug)]
struct Kept {
    key: Key,
    content: Range<usize>,
    was_asked_for: AtomicBool,
}

impl Entries {
    /// Reads a file as [`Entries::renewed`] makes it; no entries if it is not such a file.
    pub fn of(bytes: Vec<u8>) -> Entries {
        let is_ours =
            bytes.get(..DIGEST).is_some_and(|start| start == seal(&bytes[DIGEST..]));
        let Some(kept) = is_ours.then(|| kept(&bytes)).flatten() else {
            return Entries::default();
        };
        let by_key = kept.iter().enumerate().map(|(at, entry)| (entry.key, at)).collect();
        Entries { bytes, kept, by_key, added: Mutex::default() }
    }

    /// Returns what the file holds for a key.
    pub fn get(&self, key: &Key) -> Option<&[u8]> {
        let entry = &self.kept[*self.by_key.get(key)?];
        entry.was_asked_for.store(true, Ordering::Relaxed);
        Some(&self.bytes[entry.content.clone()])
    }

    /// Adds an entry, for the next run.
    pub fn add(&self, key: Key, content: Vec<u8>) {
        self.added.lock().unwrap_or_else(PoisonError::into_inner).insert(key, content);
    }

    /// Returns a file with the entries that were added and those that were asked for, and of the
    /// others as many and a thousand more, as they stand; `None` if none was added.
    pub fn renewed(&self) -> Option<Vec<u8>> {
        let added = self.added.lock().unwrap_or_else(PoisonError::into_inner);
        if added.is_empty() {
            return None;
        }
        let kept = self.kept.iter().filter(|entry| !added.contains_key(&entry.key));
        let (used, spare): (Vec<&Kept>, Vec<&Kept>) =
            kept.partition(|entry| entry.was_asked_for.load(Ordering::Relaxed));
        let most = added.len() + used.len() + SPARE;
        let kept = used.iter().chain(spare.iter().take(most));
        let kept = kept.map(|entry| (&entry.key, &self.bytes[entry.content.clone()]));
        let mut bytes = vec![0; DIGEST];
        for (key, content) in
            added.iter().map(|(key, content)| (key, &content[..])).chain(kept)
        {
            bytes.extend(key.0);
            bytes.extend((content.len() as u32).to_le_bytes());
            bytes.extend(content);
        }
        let seal = seal(&bytes[DIGEST..]);
        bytes[..DIGEST].copy_from_slice(&seal);
        Some(bytes)
    }
}

/// Returns the digest with which a file of this program with these entries begins.
fn seal(entries: &[u8]) -> [u8; DIGEST] {
    Key::of(PROGRAM, entries).0
}

/// Returns the entries after the seal; `None` if these are no entries.
fn kept(bytes: &[u8]) -> Option<Vec<Kept>> {
    let (mut kept, mut at) = (Vec::new(), DIGEST);
    while at < bytes.len() {
        let (head, rest) = bytes[at..].split_first_chunk::<HEAD>()?;
        let (key, length) = head.split_first_chunk()?;
        let length = u32::from_le_bytes(length.try_into().ok()?) as usize;
        let start = at + HEAD;
        at = start + rest.get(..length)?.len();
        kept.push(Kept {
            key: Key(*key),
            content: start..at,
            was_asked_for: AtomicBool::new(false),
        });
    }
    Some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Key {
        Key::of("test", text.as_bytes())
    }

    /// A file with some entries, each of which is its own content.
    fn file(names: impl IntoIterator<Item = String>) -> Vec<u8> {
        let entries = Entries::default();
        names.into_iter().for_each(|name| entries.add(key(&name), name.into_bytes()));
        entries.renewed().unwrap()
    }

    fn numbered(range: Range<usize>) -> impl Iterator<Item = String> {
        range.map(|at| at.to_string())
    }

    #[test]
    fn what_was_added_is_there_in_the_next_run() {
        let entries = Entries::of(file(numbered(0..3)));
        assert_eq!(entries.get(&key("1")), Some(&b"1"[..]));
        assert_eq!(entries.get(&key("7")), None);
        assert_eq!(entries.renewed(), None);
        entries.add(key("7"), b"seven".to_vec());
        let next = Entries::of(entries.renewed().unwrap());
        assert_eq!(next.get(&key("7")), Some(&b"seven"[..]));
        assert_eq!(next.get(&key("2")), Some(&b"2"[..]));
    }

    #[test]
    fn the_same_bytes_for_another_use_are_another_key() {
        assert_ne!(Key::of("projects", b"a"), Key::of("activities", b"a"));
        assert_ne!(Key::of("a", b"bc"), Key::of("ab", b"c"));
    }

    #[test]
    fn a_file_that_differs_in_a_byte_or_is_cut_has_no_entries() {
        let whole = file(numbered(0..3));
        for at in 0..whole.len() {
            let mut forged = whole.clone();
            forged[at] ^= 1;
            assert!(Entries::of(forged).kept.is_empty(), "byte {at}");
            assert!(Entries::of(whole[..at].to_vec()).kept.is_empty(), "cut at {at}");
        }
    }

    #[test]
    fn a_file_of_another_program_has_no_entries() {
        let mut foreign = file(numbered(0..3));
        let seal = Key::of("another program", &foreign[DIGEST..]).0;
        foreign[..DIGEST].copy_from_slice(&seal);
        assert!(Entries::of(foreign).kept.is_empty());
    }

    #[test]
    fn entries_that_nobody_asks_for_leave_in_time() {
        let entries = Entries::of(file(numbered(0..3000)));
        assert!(numbered(0..500).all(|name| entries.get(&key(&name)).is_some()));
        entries.add(key("new"), Vec::new());
        let next = Entries::of(entries.renewed().unwrap());
        assert_eq!(next.kept.len(), 501 + 501 + SPARE);
        assert!(numbered(0..500).all(|name| next.get(&key(&name)).is_some()));
    }
}
