//! Files laid over a tree, or over nothing: how the data would be if they were written.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow};

use crate::load::source::files::{Listed, ListedKind, Tree};

/// A tree with some files laid over it.
#[derive(Clone, Default)]
pub struct Laid<'a> {
    /// What lies below; nothing if there is none.
    pub below: Option<&'a dyn Tree>,
    /// The files above, by path.
    pub above: BTreeMap<String, Vec<u8>>,
}

impl std::fmt::Debug for Laid<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.debug_struct("Laid")
            .field("above", &self.above.keys())
            .finish_non_exhaustive()
    }
}

impl Tree for Laid<'_> {
    fn list(&self) -> Vec<Listed> {
        let below = self.below.map(Tree::list).unwrap_or_default().into_iter();
        let above = self.above.iter().map(|(path, bytes)| Listed {
            path: path.clone(),
            kind: ListedKind::File(bytes.len() as u64),
        });
        let visible = below.filter(|listed| !self.above.contains_key(&listed.path));
        let mut list: Vec<Listed> = visible.chain(above).collect();
        list.sort_by(|left, right| left.path.cmp(&right.path));
        list
    }

    fn read(&self, path: &str) -> Result<Vec<u8>> {
        match (self.above.get(path), self.below) {
            (Some(bytes), _) => Ok(bytes.clone()),
            (None, Some(below)) => below.read(path),
            (None, None) => Err(anyhow!("没有“{path}”")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_above_hides_what_lies_below() {
        let files = |pairs: &[(&str, &str)]| {
            let pairs = pairs.iter();
            pairs
                .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
                .collect()
        };
        let below = Laid { below: None, above: files(&[("a", "1"), ("b", "2")]) };
        let laid =
            Laid { below: Some(&below), above: files(&[("b", "三"), ("c", "4")]) };
        let paths: Vec<String> =
            laid.list().into_iter().map(|listed| listed.path).collect();
        assert_eq!(paths, ["a", "b", "c"]);
        assert_eq!(laid.read("a").unwrap(), b"1");
        assert_eq!(laid.read("b").unwrap(), "三".as_bytes());
        assert!(laid.read("d").is_err());
    }
}
