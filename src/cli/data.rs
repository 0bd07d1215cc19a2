//! The data that a command works on: opened, read, and its findings shown.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::cli::cache::Cache;
use crate::cli::console::complain;
use crate::cli::data_arguments::DataArguments;
use crate::cli::findings::Findings;
use crate::cli::progress::Progress;
use crate::cli::progress::counted::Counted;
use crate::cli::project;
use crate::cli::project::supposed::Supposed;
use crate::cli::themes::{DEFAULT, Themes};
use crate::diagnostic::format::FORMATS;
use crate::diagnostic::{Diagnostic, Located};
use crate::load::place::locate;
use crate::load::source::files::{Folder, Tree};
use crate::load::themes::{broken_themes, unknown_themes};
use crate::load::{Loaded, load_with, refused};
use crate::model::book::Book;
use crate::model::dictionary::Fault;

/// A data folder, or one book of it, with everything that was read from it.
#[derive(Debug)]
pub(super) struct Data<'a> {
    arguments: &'a DataArguments,
    /// What earlier runs read and made.
    pub(super) cache: Cache,
    /// The folder.
    pub(super) folder: Folder,
    /// What is supposed of it, if anything.
    supposed: Option<Supposed>,
    /// What was read from it.
    pub(super) loaded: Loaded,
    /// How far the command has come.
    pub(super) progress: Progress,
}

impl<'a> Data<'a> {
    /// Reads the data, with a warning for each character that no theme can print.
    pub(super) fn open(arguments: &'a DataArguments) -> Result<Data<'a>> {
        Data::begin(arguments, arguments.cache(&[]), None)
    }

    /// Reads the data for a command that writes a folder.
    pub(super) fn open_for(arguments: &'a DataArguments, out: &Path) -> Result<Data<'a>> {
        Data::begin(arguments, arguments.cache(&[out]), None)
    }

    /// Reads a book as it would be with the files of a folder, for a command that writes one.
    pub(super) fn open_supposed(
        arguments: &'a DataArguments,
        out: &Path,
        over: &Path,
    ) -> Result<Data<'a>> {
        let supposed = Supposed::open(arguments, over)?;
        Data::begin(arguments, arguments.cache(&[out, over]), Some(supposed))
    }

    fn begin(
        arguments: &'a DataArguments,
        cache: Cache,
        supposed: Option<Supposed>,
    ) -> Result<Data<'a>> {
        let folder = match &supposed {
            Some(supposed) => project::open(&arguments.data)?.only(&supposed.book)?,
            None => arguments.folder()?,
        };
        let progress = Progress::begin("读取数据", arguments.voice());
        Data::read(arguments, cache, (folder, supposed), progress)
    }

    /// Reads one of its books again, so that no finding is about another book.
    pub(super) fn only(self, book: &str) -> Result<Data<'a>> {
        let source = (self.folder.only(book)?, self.supposed);
        Data::read(self.arguments, self.cache, source, self.progress)
    }

    fn read(
        arguments: &'a DataArguments,
        cache: Cache,
        (folder, supposed): (Folder, Option<Supposed>),
        progress: Progress,
    ) -> Result<Data<'a>> {
        let themes = Themes::of(&arguments.themes);
        let coverages = themes.coverages();
        let covers = |character| coverages.iter().any(|coverage| coverage.has(character));
        let tree: &dyn Tree = match &supposed {
            Some(supposed) => &supposed.laid,
            None => &folder,
        };
        let tree = Counted { tree, progress: &progress };
        let mut loaded = cache.reading(|records| load_with(&tree, &covers, records));
        progress.aside(|| cache.tell());
        if supposed.is_some() {
            loaded.suppose();
        }
        let unknown = unknown_themes(&loaded.books, |name| themes.has(name));
        loaded.diagnostics.extend(unknown);
        let broken = broken_themes(&loaded.books, DEFAULT, |name| themes.fault(name));
        loaded.diagnostics.extend(broken);
        let data = Data { arguments, cache, folder, supposed, loaded, progress };
        if data.loaded.books.is_empty() {
            data.complain_of(&data.loaded.diagnostics);
            bail!(
                "“{}”里没有账本；--data 写账本所在的文件夹，建一个：tongbao init",
                arguments.data.display(),
            );
        }
        Ok(data)
    }

    /// Returns the ids of the books other than the requested one; none if all are requested.
    pub(super) fn others(&self) -> BTreeSet<String> {
        match &self.arguments.book {
            Some(_) => self.folder.books().into_iter().collect(),
            None => BTreeSet::new(),
        }
    }

    /// Returns the only book, which must be asked for where there are several.
    pub(super) fn one_book(&self) -> Result<&Book> {
        match &self.loaded.books[..] {
            [book] => Ok(book),
            books => {
                let ids: Vec<&str> = books.iter().map(|book| book.id.as_str()).collect();
                bail!("账本不止一个，用 --book 写明哪一个：{}", ids.join("、"))
            }
        }
    }

    /// Returns whether the folder has no other book than the one that is read.
    pub(super) fn has_one_book(&self) -> bool {
        self.folder.books().len() == 1 || self.arguments.book.is_none()
    }

    /// Returns the paths of all files of a book, inside its folder.
    pub(super) fn paths_in(&self, book: &str) -> Vec<String> {
        let listed = self.folder.list().into_iter();
        let inside =
            |path: &str| path.strip_prefix(book)?.strip_prefix('/').map(str::to_owned);
        listed.filter_map(|listed| inside(&listed.path)).collect()
    }

    /// Returns the text of a data file.
    pub(super) fn text(&self, file: &str) -> Result<String> {
        let bytes = self.folder.read(file)?;
        String::from_utf8(bytes).with_context(|| format!("“{file}”不是 UTF-8 文字"))
    }

    /// Prints findings to standard error as they are.
    pub(super) fn complain_with(&self, findings: &[Located]) {
        self.progress.aside(|| complain(&(FORMATS[0].show)(findings, false)));
    }

    /// Returns the path of a data file as the user would type it.
    pub(super) fn path(&self, file: &str) -> PathBuf {
        self.arguments.data.join(file)
    }

    /// Returns the first finding about a file that is to be written, given its path in its book;
    /// `None` if it will be read as it should be.
    pub(super) fn refused(&self, path: &str, bytes: &[u8]) -> Result<Option<Fault>> {
        let coverages = Themes::of(&self.arguments.themes).coverages();
        let covers = |character| coverages.iter().any(|coverage| coverage.has(character));
        Ok(refused(path, bytes.to_vec(), &covers))
    }

    /// Checks the data.
    pub(super) fn findings(&self) -> Findings {
        Findings::of(&self.loaded, &self.progress)
    }

    /// Adds lines to findings, and sorts the findings by line.
    pub(super) fn locate(&self, findings: &[Diagnostic]) -> Vec<Located> {
        let prefix = self.arguments.data.to_string_lossy();
        let Some(supposed) = &self.supposed else {
            return locate(findings, &self.folder, &self.loaded.files, &prefix);
        };
        let mut located = locate(findings, &supposed.laid, &self.loaded.files, &prefix);
        supposed.place(&mut located, &self.arguments.data);
        located
    }

    /// Prints findings to standard error, for commands whose results are others.
    pub(super) fn complain_of(&self, findings: &[Diagnostic]) -> Vec<Located> {
        let located = self.locate(findings);
        self.progress.aside(|| complain(&(FORMATS[0].show)(&located, false)));
        located
    }
}
