//! Cards, the figures that answer in ten seconds, and terms with their meanings.

use serde::Serialize;

use crate::view::inline::{Inline, Mark, Number};

/// One of the figures that answer in ten seconds.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// What the figure is.
    pub label: String,
    /// The number in large type.
    pub number: Number,
    /// Lines under it, such as completion and lead.
    pub lines: Vec<Vec<Inline>>,
    /// Lamp or verdict; empty id if there is none.
    pub mark: Mark,
    /// The value against its target as a bar; none where there is no target.
    pub bar: Option<Bullet>,
}

/// A bar whose lengths are thousandths of its longest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Bullet {
    /// The value.
    pub value: u16,
    /// How much of it is new.
    pub added: Option<u16>,
    /// The target.
    pub target: Option<u16>,
    /// What is due by now.
    pub due: Option<u16>,
}

/// A term with its meaning.
#[derive(Clone, Debug, Serialize)]
pub struct Term {
    /// The term.
    pub term: String,
    /// The meaning.
    pub inlines: Vec<Inline>,
}
