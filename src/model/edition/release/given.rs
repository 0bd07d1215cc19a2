//! Which audience got an entry of a released file, and which of its parts.

use serde::{Deserialize, Serialize};

use crate::model::dictionary::Level;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::release::entry::Entry;

/// An entry of a released file with its audience.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Given<T> {
    /// The entry.
    #[serde(flatten)]
    pub entry: T,
    /// The audience.
    #[serde(flatten, skip_serializing_if = "Recipients::is_left_out")]
    pub to: Recipients,
}

/// The audience that got a figure or a score when it was released.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recipients {
    /// The lowest level that got all of its parts.
    level: Level,
    /// The parts that the public got, if it did not get all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    public: Vec<FrozenPart>,
    /// Whether this entry is already redacted, and so no longer says who got the rest.
    #[serde(skip)]
    in_part: bool,
}

impl Recipients {
    /// Makes an audience: a level and all above it get everything, the public some parts.
    pub fn new(level: Level, public: Vec<FrozenPart>) -> Recipients {
        Recipients { level, public, in_part: false }
    }

    /// Returns whether a level got a part.
    pub fn got(&self, part: &FrozenPart, level: Level) -> bool {
        self.level <= level || self.public.contains(part)
    }

    fn is_left_out(&self) -> bool {
        self.in_part
    }
}

impl<T: Entry> Given<T> {
    /// Returns the entry as a level got it; `None` if it got no part.
    pub(super) fn redacted_for(&self, level: Level) -> Option<Given<T>> {
        if self.to.level <= level {
            return Some(self.clone());
        }
        let mut seen = self.clone();
        seen.entry.retain(&|part| self.to.got(part, level));
        seen.to.in_part = true;
        (!seen.entry.frozen().parts.is_empty()).then_some(seen)
    }
}
