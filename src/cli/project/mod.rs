//! Where the project is: the folder that holds `data`, looked for from the current one upwards.

pub(in crate::cli) mod standing;
pub(in crate::cli) mod supposed;
pub(in crate::cli) mod today;

use std::env;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::LazyLock;

use anyhow::{Result, bail};

use crate::load::named::{book_called, names};
use crate::load::source::files::Folder;

/// The folder of the data in a project.
const DATA: &str = "data";

/// The way from the current folder up to the project, such as `../../`; empty in the project itself
/// and outside of any.
static WAY: LazyLock<String> = LazyLock::new(|| {
    env::current_dir().ok().and_then(|folder| way_from(&folder)).unwrap_or_default()
});

static PLACES: LazyLock<[String; 3]> =
    LazyLock::new(|| [DATA, "output", "themes"].map(|name| format!("{}{name}", *WAY)));

/// Returns the folder of the project; the current one outside of any.
pub(super) fn root() -> PathBuf {
    if WAY.is_empty() { PathBuf::from(".") } else { PathBuf::from(WAY.as_str()) }
}

/// Returns where the data is if nobody says so.
pub(super) fn data() -> &'static str {
    &PLACES[0]
}

/// Returns where the output goes if nobody says so.
pub(super) fn output() -> &'static str {
    &PLACES[1]
}

/// Returns where the themes are if nobody says so.
pub(super) fn themes() -> &'static str {
    &PLACES[2]
}

/// Opens the folder of the data; where there is none, says in a sentence what to do.
pub(super) fn open(root: &Path) -> Result<Folder> {
    if root == Path::new(DATA) && !root.exists() {
        bail!(
            "这里和各级上级文件夹里都没有数据（data/）；换到有 data/ 的文件夹再来，或用 --data 写明它在哪里"
        );
    }
    Folder::open(root)
}

/// Returns the id of the book that is called so: by its id, or by its name or how its name begins.
pub(super) fn book_id(folder: &Folder, word: &str) -> Result<String> {
    if folder.books().iter().any(|id| id == word) {
        return Ok(word.to_owned());
    }
    match &book_called(folder, word)[..] {
        [id] => Ok(id.clone()),
        [] => bail!("没有账本“{word}”；有 {}", names(folder)),
        several => {
            bail!("叫“{word}”的账本不止一个：{}；写文件夹的名字", several.join("、"))
        }
    }
}

/// Returns the way up to the nearest folder with books in its `data`.
fn way_from(folder: &Path) -> Option<String> {
    let levels = folder.ancestors().position(has_books)?;
    Some(format!("..{MAIN_SEPARATOR}").repeat(levels))
}

fn has_books(folder: &Path) -> bool {
    let Ok(books) = Folder::open(&folder.join(DATA)) else { return false };
    let card = |id: &String| folder.join(DATA).join(id).join("book.yaml");
    books.books().iter().any(|id| card(id).is_file())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_project_is_the_nearest_folder_above_with_a_book() {
        let root = tempfile::tempdir().unwrap();
        let book = root.path().join("data/xin");
        let deep = book.join("projects/2024");
        fs::create_dir_all(&deep).unwrap();
        assert_eq!(way_from(&deep), None);
        fs::write(book.join("book.yaml"), "").unwrap();
        let up = format!("..{MAIN_SEPARATOR}");
        assert_eq!(way_from(root.path()), Some(String::new()));
        assert_eq!(way_from(&root.path().join("data")), Some(up.clone()));
        assert_eq!(way_from(&deep), Some(up.repeat(4)));
    }
}
