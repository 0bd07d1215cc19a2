//! What a cache remembers of one file.

use crate::load::cache::entries::{Entries, Key};
use crate::load::record::FileRead;
use crate::load::record::codec::Codec;
use crate::load::slots::Slot;

/// The place of one file's record in a cache.
pub(crate) struct Memory<'a> {
    entries: &'a Entries,
    codec: &'static Codec,
    key: Key,
}

impl<'a> Memory<'a> {
    /// Returns the place for the text of a file; `None` if such records are not kept.
    pub(crate) fn of(
        slot: &'static Slot,
        text: &str,
        entries: &'a Entries,
    ) -> Option<Memory<'a>> {
        let codec = slot.codec.as_ref()?;
        Some(Memory { entries, codec, key: Key::of(slot.path, text.as_bytes()) })
    }

    /// Returns the record; `None` if it is not known.
    pub(crate) fn recall(&self) -> Option<FileRead> {
        (self.codec.unpack)(self.entries.get(&self.key)?)
    }

    /// Keeps the record, if nothing is wrong with its file.
    pub(crate) fn keep(&self, read: &FileRead) {
        if let Some(packed) = (self.codec.pack)(read) {
            self.entries.add(self.key, packed);
        }
    }
}
