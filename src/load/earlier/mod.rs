//! Spellings of earlier versions → those of this one, with all else of a file as it is.

mod disclosed;
mod respelled;
#[cfg(test)]
mod tests;

use crate::load::read_yaml;
use crate::load::record::yaml_part;
use crate::load::splice::Node;
use crate::model::edition::revision::RevisionFile;

/// What a file of an earlier version becomes.
#[derive(Clone, Debug, PartialEq)]
pub enum Renewed {
    /// The same text with other words in some places.
    Text(String),
    /// Disclosed changes, which are written anew.
    Disclosed(RevisionFile),
}

/// Returns what a file of a book becomes, given its path in the book; `None` if it has no earlier
/// spelling or cannot be read.
pub fn renewed(path: &str, text: &str) -> Option<Renewed> {
    let (_, part) = yaml_part(text, path.ends_with(".md"))?;
    let (written, faults) = read_yaml(part);
    let written = written.filter(|_| faults.is_empty())?;
    if path.starts_with("revisions/") {
        return disclosed::renewed(&Node::of(&written)).map(Renewed::Disclosed);
    }
    let renewed = respelled::renewed(path, part, &written)?;
    Some(Renewed::Text(text.replacen(part, &renewed, 1)))
}
