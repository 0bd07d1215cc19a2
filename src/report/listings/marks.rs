//! Marks of states that are no lamps: a word in the colour of good, bad or undecided.

use crate::view::inline::Mark;

/// A state as a mark with its word and colour.
pub(crate) fn mark(id: &str, word: &str) -> Mark {
    let color = match id {
        "met" => "#1b7f5c",
        "missed" => "#c8102e",
        _ => "#6b7280",
    };
    Mark { id: id.to_owned(), word: word.to_owned(), color: color.to_owned() }
}

/// Whether a target was reached.
pub(crate) fn verdict(met: bool) -> Mark {
    if met { mark("met", "达到") } else { mark("missed", "未达到") }
}
