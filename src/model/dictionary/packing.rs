//! Records as bytes: each scalar is the text that it is read from, so that nothing comes out of the
//! bytes that a file could not hold.

use std::fmt::{Display, Write};

use crate::model::dictionary::word::Word;

/// The byte that says that a count of four bytes follows.
const LONG: u8 = u8::MAX;

/// The bytes of a record that is packed.
#[derive(Debug, Default)]
pub struct Packer {
    bytes: Vec<u8>,
    text: String,
}

impl Packer {
    /// Adds a number, of items or bytes.
    pub(super) fn count(&mut self, count: usize) {
        match u8::try_from(count) {
            Ok(short) if short != LONG => self.bytes.push(short),
            _ => {
                self.bytes.push(LONG);
                self.bytes.extend((count as u32).to_le_bytes());
            }
        }
    }

    /// Adds a text.
    pub(super) fn text(&mut self, text: &str) {
        self.count(text.len());
        self.bytes.extend(text.as_bytes());
    }

    /// Adds a scalar, in its alternate form where it has one: as it was written.
    pub(in crate::model) fn word(&mut self, word: &impl Display) {
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        write!(text, "{word:#}").expect("a string takes every text");
        self.text(&text);
        self.text = text;
    }

    /// Returns the bytes.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// The bytes of a packed record that are not yet unpacked.
#[derive(Debug)]
pub struct Unpacker<'a> {
    bytes: &'a [u8],
}

impl<'a> Unpacker<'a> {
    /// Starts with all bytes.
    pub fn of(bytes: &'a [u8]) -> Unpacker<'a> {
        Unpacker { bytes }
    }

    /// Takes a number; `None` if there is none, as in all that follows.
    pub(super) fn count(&mut self) -> Option<usize> {
        let (short, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        if *short != LONG {
            return Some(usize::from(*short));
        }
        let (long, rest) = self.bytes.split_first_chunk()?;
        self.bytes = rest;
        Some(u32::from_le_bytes(*long) as usize)
    }

    /// Takes a text.
    pub(super) fn text(&mut self) -> Option<&'a str> {
        let length = self.count()?;
        let (text, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        std::str::from_utf8(text).ok()
    }

    /// Takes a scalar.
    pub(in crate::model) fn word<T: Word>(&mut self) -> Option<T> {
        T::parse(self.text()?).ok()
    }

    /// Returns whether all bytes are unpacked.
    pub fn is_at_end(&self) -> bool {
        self.bytes.is_empty()
    }
}
