//! Files laid over a folder, or over nothing: how the data would be if they were written.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow, bail};

use crate::load::slots::{Role, Slot};
use crate::load::source::files::{Folder, LARGEST, Listed, ListedKind, Tree};

/// A folder with some files laid over it.
#[derive(Clone, Debug, Default)]
pub struct Laid {
    /// What lies below; nothing if there is none.
    pub below: Option<Folder>,
    /// The files above, by path.
    pub above: BTreeMap<String, Vec<u8>>,
}

impl Laid {
    /// Lays the files of a folder over a book; the folder has them where the book would have them.
    ///
    /// Fails where a file has no place in a book, or in what was published of one: nothing that is
    /// supposed was ever published.
    pub fn over(below: Folder, book: &str, folder: &dyn Tree) -> Result<Laid> {
        let mut above = BTreeMap::new();
        for Listed { path, kind } in folder.list() {
            match (kind, Slot::at(&path)) {
                (ListedKind::File(length), Ok(slot)) if length <= LARGEST => {
                    if slot.role == Role::Published {
                        bail!(
                            "“{path}”是发布的存档，推演不能改；推演只放目标、项目等记录"
                        );
                    }
                    above.insert(format!("{book}/{path}"), folder.read(&path)?);
                }
                (ListedKind::File(length), _) if length > LARGEST => {
                    bail!("“{path}”超过 16 MB，不能放进推演")
                }
                _ => bail!(
                    "账本里没有“{path}”这样的文件；推演的文件夹照账本的样子放，如 plans/、projects/2026/"
                ),
            }
        }
        if above.is_empty() {
            bail!("推演的文件夹里没有文件；照账本的样子放，如 plans/、projects/2026/");
        }
        Ok(Laid { below: Some(below), above })
    }
}

impl Tree for Laid {
    fn list(&self) -> Vec<Listed> {
        let below = self.below.iter().flat_map(Tree::list);
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
        match (self.above.get(path), &self.below) {
            (Some(bytes), _) => Ok(bytes.clone()),
            (None, Some(below)) => below.read(path),
            (None, None) => Err(anyhow!("没有“{path}”")),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn folder(files: &[(&str, &str)]) -> (tempfile::TempDir, Folder) {
        let root = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let file = root.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        let folder = Folder::open(root.path()).unwrap();
        (root, folder)
    }

    #[test]
    fn what_lies_above_hides_what_lies_below() {
        let (_root, below) = folder(&[("a", "1"), ("b", "2")]);
        let above = [("b", "三"), ("c", "4")]
            .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let laid = Laid { below: Some(below), above: above.into() };
        let paths: Vec<String> =
            laid.list().into_iter().map(|listed| listed.path).collect();
        assert_eq!(paths, ["a", "b", "c"]);
        assert_eq!(laid.read("a").unwrap(), b"1");
        assert_eq!(laid.read("b").unwrap(), "三".as_bytes());
        assert!(laid.read("d").is_err());
    }

    #[test]
    fn only_records_of_a_book_are_supposed() {
        let (_root, below) = folder(&[("xin/book.yaml", "")]);
        let over = |path: &str| {
            let (_root, supposed) = folder(&[(path, "x")]);
            Laid::over(below.clone(), "xin", &supposed)
        };
        let laid = over("projects/2026/xin-1.yaml").unwrap();
        assert_eq!(laid.read("xin/projects/2026/xin-1.yaml").unwrap(), b"x");
        for (path, told) in [
            ("released/2026-03.json", "发布的存档"),
            ("revisions/2026-03.yaml", "发布的存档"),
            ("xin/projects/2026/xin-1.yaml", "账本里没有"),
            ("说明.txt", "账本里没有"),
        ] {
            let refusal = over(path).unwrap_err().to_string();
            assert!(refusal.contains(told), "{path}: {refusal}");
        }
        assert!(Laid::over(below.clone(), "xin", &Laid::default()).is_err());
    }
}
