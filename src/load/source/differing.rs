//! Which files of two trees differ.

use std::collections::BTreeSet;

use crate::load::source::files::{ListedKind, Tree};

/// Returns the paths whose kinds or contents differ; one file at a time is read, of the older tree
/// only where it does not hold the bytes of the newer one.
pub fn differing(old: &dyn Tree, new: &dyn Tree) -> Vec<String> {
    let (before, after) = (old.list(), new.list());
    let mut paths: BTreeSet<String> = BTreeSet::new();
    let mut left = before.iter().peekable();
    for listed in &after {
        while let Some(gone) = left.next_if(|gone| gone.path < listed.path) {
            paths.insert(gone.path.clone());
        }
        let same = left.next_if(|other| other.path == listed.path).is_some_and(|other| {
            may_be_same(&other.kind, &listed.kind)
                && same_contents(old, new, &listed.path)
        });
        if !same {
            paths.insert(listed.path.clone());
        }
    }
    paths.extend(left.map(|gone| gone.path.clone()));
    paths.into_iter().collect()
}

/// Returns whether two entries can be the same file: git may make line ends one byte longer in a checkout.
fn may_be_same(left: &ListedKind, right: &ListedKind) -> bool {
    match (left, right) {
        (ListedKind::File(left), ListedKind::File(right)) => {
            let (least, most) = (left.min(right), left.max(right));
            *most <= least.saturating_mul(2)
        }
        _ => left == right,
    }
}

fn same_contents(old: &dyn Tree, new: &dyn Tree, path: &str) -> bool {
    let Ok(new) = new.read(path) else { return false };
    old.holds(path, &new) || old.read(path).is_ok_and(|old| lines(&old).eq(lines(&new)))
}

/// Returns the lines of a file without their ends.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let lines = bytes.split(|byte| *byte == b'\n');
    lines.map(|line| line.strip_suffix(b"\r").unwrap_or(line))
}
