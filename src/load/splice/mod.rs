//! Edits of YAML text: what is meant goes in at its place, and comments, order and layout of all the
//! rest stay as they are.
//!
//! After each edit the text is read again. Where it does not say exactly what was meant, there is no
//! edited text.

mod edit;
mod node;
mod place;

use crate::load::yaml;
use crate::model::dictionary::written::Written;

pub use crate::load::splice::edit::{Edit, Way};
pub use crate::load::splice::node::Node;
use crate::load::splice::place::spliced;

/// Applies edits one after the other; `None` if a text would not say what was meant.
pub fn edited(text: &str, edits: &[Edit]) -> Option<String> {
    edits.iter().try_fold(text.to_owned(), |text, edit| one(&text, edit))
}

fn one(text: &str, edit: &Edit) -> Option<String> {
    let before = read(text)?;
    let mut meant = Node::of(&before);
    edit.apply(&mut meant)?;
    let after = spliced(text, &before, edit)?;
    (Node::of(&read(&after)?) == meant).then_some(after)
}

/// Reads a text that has no fault.
fn read(text: &str) -> Option<Written> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let parsed = yaml::parse(&text[start..], start);
    parsed.written.filter(|_| parsed.faults.is_empty())
}

#[cfg(test)]
mod tests;
