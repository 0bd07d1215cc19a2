//! Who got an entry of a released file, and what of it.

use serde::{Deserialize, Serialize};

use crate::model::dictionary::Level;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::release::entry::Entry;

/// An entry with who got it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Given<T> {
    /// The entry.
    #[serde(flatten)]
    pub entry: T,
    /// Who got it.
    #[serde(flatten, skip_serializing_if = "Recipients::is_left_out")]
    pub to: Recipients,
}

/// Who got a figure or a score when it was released.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recipients {
    /// Who got all of its parts.
    level: Level,
    /// The parts that the public got, where that was not all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    public: Vec<FrozenPart>,
    /// Whether only a part of the entry is there, which does not say who got the rest.
    #[serde(skip)]
    in_part: bool,
}

impl Recipients {
    /// Those of a level and above, and of some parts the public.
    pub fn new(level: Level, public: Vec<FrozenPart>) -> Recipients {
        Recipients { level, public, in_part: false }
    }

    /// Whether a level got a part.
    pub fn got(&self, part: &FrozenPart, level: Level) -> bool {
        self.level <= level || self.public.contains(part)
    }

    fn is_left_out(&self) -> bool {
        self.in_part
    }
}

impl<T: Entry> Given<T> {
    /// The entry as a level got it; `None` where it got no part.
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
