//! What an edit is, and what a record says after it.

use crate::load::splice::node::Node;

/// A step into what is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// Into the value of a key.
    Key(&'static str),
    /// Into an item of a list, from 0.
    Item(usize),
}

/// An edit of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Adds an item at the end of a list, which may be missing yet.
    Push {
        /// The way to the record that has the list.
        to: Vec<Way>,
        /// The key of the list.
        key: &'static str,
        /// The keys that stand before it where it is missing.
        after: Vec<&'static str>,
        /// The item.
        item: Node,
    },
    /// Sets a field, which may be missing yet.
    Set {
        /// The way to the record that has the field.
        to: Vec<Way>,
        /// The key.
        key: &'static str,
        /// The keys that stand before it where it is missing.
        after: Vec<&'static str>,
        /// The value.
        value: Node,
    },
}

impl Edit {
    /// Applies an edit; `None` if there is no such place.
    pub(super) fn apply(&self, node: &mut Node) -> Option<()> {
        match self {
            Edit::Push { to, key, after, item } => {
                let entries = entries(node, to)?;
                match entries.iter_mut().find(|(own, _)| own == key) {
                    Some((_, Node::List(items))) => items.push(item.clone()),
                    Some((_, value)) if is_blank(value) => {
                        *value = Node::List(vec![item.clone()]);
                    }
                    Some(_) => return None,
                    None => {
                        let list = Node::List(vec![item.clone()]);
                        entries
                            .insert(position(entries, after), ((*key).to_owned(), list));
                    }
                }
            }
            Edit::Set { to, key, after, value } => {
                let entries = entries(node, to)?;
                match entries.iter_mut().find(|(own, _)| own == key) {
                    Some((_, own)) => own.clone_from(value),
                    None => {
                        let place = position(entries, after);
                        entries.insert(place, ((*key).to_owned(), value.clone()));
                    }
                }
            }
        }
        Some(())
    }
}

/// The entries of the record at the end of a way.
fn entries<'a>(node: &'a mut Node, to: &[Way]) -> Option<&'a mut Vec<(String, Node)>> {
    let place = to.iter().try_fold(node, |place, way| match (way, place) {
        (Way::Key(key), Node::Map(entries)) => {
            entries.iter_mut().find(|(own, _)| own == key).map(|(_, value)| value)
        }
        (Way::Item(at), Node::List(items)) => items.get_mut(*at),
        _ => None,
    })?;
    if let Node::Map(entries) = place { Some(entries) } else { None }
}

/// Where a missing key goes: after the last of the keys that stand before it.
fn position(entries: &[(String, Node)], after: &[&str]) -> usize {
    let last = entries.iter().rposition(|(own, _)| after.contains(&own.as_str()));
    last.map_or(0, |last| last + 1)
}

fn is_blank(node: &Node) -> bool {
    matches!(node, Node::Scalar(text) if text.is_empty())
}
