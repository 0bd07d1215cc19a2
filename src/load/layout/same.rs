//! Whether two texts say the same and have the same comments.

use crate::load::read_yaml;
use crate::model::dictionary::written::{Entry, Written};

/// Returns whether two texts say the same, in whatever order of keys, with the same comments.
pub(super) fn says_the_same(one: &str, other: &str) -> bool {
    let (Some(first), Some(second)) = (read_yaml(one).0, read_yaml(other).0) else {
        return false;
    };
    is_same(&first, &second) && comments(one) == comments(other)
}

fn is_same(one: &Written, other: &Written) -> bool {
    match (one, other) {
        (
            Written::Scalar { text, style, .. },
            Written::Scalar { text: other, style: other_style, .. },
        ) => (text, style) == (other, other_style),
        (Written::List { items, .. }, Written::List { items: others, .. }) => {
            items.len() == others.len()
                && items.iter().zip(others).all(|(one, other)| is_same(one, other))
        }
        (Written::Map { entries, .. }, Written::Map { entries: others, .. }) => {
            let (one, other) = (sorted(entries), sorted(others));
            let is_alike = |(one, other): (&&Entry, &&Entry)| {
                one.key == other.key && is_same(&one.value, &other.value)
            };
            one.len() == other.len() && one.iter().zip(&other).all(is_alike)
        }
        _ => false,
    }
}

fn sorted(entries: &[Entry]) -> Vec<&Entry> {
    let mut sorted: Vec<&Entry> = entries.iter().collect();
    sorted.sort_by(|one, other| one.key.cmp(&other.key));
    sorted
}

/// What stands behind each sign of a comment, and behind each such sign inside of values.
fn comments(text: &str) -> Vec<&str> {
    let lines = text.lines().filter_map(|line| line.split_once('#'));
    let mut comments: Vec<&str> = lines.map(|(_, comment)| comment.trim()).collect();
    comments.sort_unstable();
    comments
}
