//! What a page is made from, as bytes: from the same, it comes out the same.

use std::hash::{Hash, Hasher};
use std::ops::Deref;

use sha2::{Digest, Sha256};

use crate::model::dictionary::{Packer, Value};

/// The bytes of all that is hashed, in its order.
///
/// What a page is made from is hashed whole if `Hash` is derived: nothing can be left out.
#[derive(Default)]
struct Sources(Vec<u8>);

impl Hasher for Sources {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Nobody asks for less than the bytes.
    fn finish(&self) -> u64 {
        self.0.len() as u64
    }
}

/// Returns the bytes of something that pages are made from.
pub(crate) fn sources(of: &impl Hash) -> Vec<u8> {
    let mut sources = Sources::default();
    of.hash(&mut sources);
    sources.0
}

/// What many pages are made from alike: it is hashed once.
pub(crate) struct Common<T> {
    value: T,
    digest: [u8; 32],
}

impl<T: Hash> Common<T> {
    /// Makes it common to some pages.
    pub(crate) fn of(value: T) -> Common<T> {
        let digest = Sha256::digest(sources(&value)).into();
        Common { value, digest }
    }
}

impl<T> Deref for Common<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> Hash for Common<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.digest.hash(state);
    }
}

/// A record that is hashed with all its fields.
pub(crate) struct Packed<'a, T>(pub(crate) &'a T);

impl<T: Value> Hash for Packed<'_, T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let mut packer = Packer::default();
        self.0.pack(&mut packer);
        packer.into_bytes().hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_has_other_bytes() {
        let bytes = |parts: &[&str]| sources(&parts);
        assert_eq!(bytes(&["a", "b"]), bytes(&["a", "b"]));
        assert_ne!(bytes(&["a", "b"]), bytes(&["ab"]));
        assert_ne!(bytes(&["a", "b"]), bytes(&["b", "a"]));
        let common = |text: &str| sources(&Common::of(text.to_owned()));
        assert_eq!(common("a"), common("a"));
        assert_ne!(common("a"), common("b"));
    }
}
