//! Marks of states that are no lamps: a word in the colour of good, bad or undecided.

use crate::view::inline::Mark;

/// How something stands that is no lamp.
#[derive(Clone, Copy)]
pub(crate) enum State {
    /// Done, or reached.
    Met,
    /// Not done in time, or not reached.
    Missed,
    /// Under way.
    Running,
    /// Not yet asked for, or not to be judged.
    Due,
}

/// A state as a mark with its word and colour.
pub(crate) fn mark(state: State, word: &str) -> Mark {
    let (id, color) = match state {
        State::Met => ("met", "#1b7f5c"),
        State::Missed => ("missed", "#c8102e"),
        State::Running => ("running", "#6b7280"),
        State::Due => ("due", "#6b7280"),
    };
    Mark { id: id.to_owned(), word: word.to_owned(), color: color.to_owned() }
}

/// Whether a target was reached.
pub(crate) fn verdict(met: bool) -> Mark {
    if met { mark(State::Met, "达到") } else { mark(State::Missed, "未达到") }
}
