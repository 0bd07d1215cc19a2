//! What if: the files of a folder laid over a book.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::cli::data_arguments::DataArguments;
use crate::cli::output::location::apart_from;
use crate::cli::project;
use crate::diagnostic::Located;
use crate::load::named::names;
use crate::load::source::files::{Folder, Tree};
use crate::load::source::laid::Laid;

/// A book with the files of a folder laid over it.
#[derive(Debug)]
pub(in crate::cli) struct Supposed {
    /// The book as it would be.
    pub(in crate::cli) laid: Laid,
    /// Id of the book.
    pub(in crate::cli) book: String,
    folder: PathBuf,
}

impl Supposed {
    /// Lays a folder over the requested book, or the only one.
    pub(in crate::cli) fn open(
        arguments: &DataArguments,
        folder: &Path,
    ) -> Result<Supposed> {
        let data = project::open(&arguments.data)?;
        let book = match arguments.book_id()? {
            Some(book) => book,
            None => only_book(&data)?,
        };
        apart_from(folder, &arguments.data)?;
        let Some(files) = Folder::of_files(folder) else {
            bail!("找不到推演的文件夹“{}”，核对路径", folder.display());
        };
        let laid = Laid::over(data.only(&book)?, &book, &files)?;
        Ok(Supposed { laid, book, folder: folder.to_owned() })
    }

    /// Has findings say where the files that were laid over the book really are.
    pub(in crate::cli) fn place(&self, findings: &mut [Located], data: &Path) {
        let start = data.join(&self.book);
        for place in findings.iter_mut().flat_map(|finding| &mut finding.places) {
            let Ok(inside) = Path::new(&place.path).strip_prefix(&start) else {
                continue;
            };
            let key = format!("{}/{}", self.book, inside.to_string_lossy());
            if self.laid.above.contains_key(&key) {
                place.path = self.folder.join(inside).to_string_lossy().into_owned();
            }
        }
    }

    /// What it is called beside the book as it is.
    pub(in crate::cli) fn name(&self) -> String {
        format!("推演（{}）", self.folder.display())
    }
}

fn only_book(data: &Folder) -> Result<String> {
    let is_book = |id: &String| data.read(&format!("{id}/book.yaml")).is_ok();
    let books: Vec<String> = data.books().into_iter().filter(is_book).collect();
    match <[String; 1]>::try_from(books) {
        Ok([only]) => Ok(only),
        Err(_) => bail!("推演一次只做一个账本，用 --book 写明：{}", names(data)),
    }
}
