//! Makes the files of the sites of published books in memory.

use anyhow::Result;
use serde_json::Value;

use crate::cli::published::Published;
use crate::cli::themes::{DEFAULT, Themes};
use crate::model::dictionary::Level;
use crate::model::value::word::Id;
use crate::render::OutputFile;
use crate::render::book::Renderer;
use crate::render::files::Format;
use crate::report::edition::notices::audience_mark;
use crate::report::edition::single::single;
use crate::report::site::{figures_of, sheets, site};
use crate::view::portal::Portal;

/// The files of the site of a book.
pub(super) struct BookFiles {
    /// Number of editions on the site.
    pub(super) editions: usize,
    /// The files, by their paths inside the folder of the book.
    pub(super) files: Vec<OutputFile>,
    /// The place of the book on the portal.
    pub(super) place: Value,
}

/// Makes the files of books for one audience, each book in its theme.
pub(super) struct FileMaker {
    themes: Themes,
    default: Renderer,
    mark: &'static str,
    formats: Vec<&'static Format>,
}

impl FileMaker {
    /// Sets up the default theme.
    pub(super) fn new(
        themes: Themes,
        level: Level,
        formats: Vec<&'static Format>,
    ) -> Result<FileMaker> {
        let mark = audience_mark(level);
        let default = Renderer::new(themes.named(DEFAULT)?, mark, formats.clone())?;
        Ok(FileMaker { themes, default, mark, formats })
    }

    /// Makes the files of a book; `None` before its first edition.
    pub(super) fn book(
        &self,
        published: &Published,
        single_file: bool,
    ) -> Result<Option<BookFiles>> {
        match published.book.card.record.theme.as_ref().map(Id::as_str) {
            None | Some(DEFAULT) => book_files(published, &self.default, single_file),
            Some(name) => {
                let theme = self.themes.named(name)?;
                let renderer = Renderer::new(theme, self.mark, self.formats.clone())?;
                book_files(published, &renderer, single_file)
            }
        }
    }

    /// Makes the page that lists the books.
    pub(super) fn portal(&self, books: &[Value]) -> Result<Vec<u8>> {
        let portal = Portal {
            title: "招商引资工作通报".to_owned(),
            subtitle: String::new(),
            notices: Vec::new(),
        };
        self.default.portal(&portal, books)
    }
}

fn book_files(
    published: &Published,
    renderer: &Renderer,
    single_file: bool,
) -> Result<Option<BookFiles>> {
    let Some(basis) = &published.basis else { return Ok(None) };
    let editions = figures_of(basis, &published.periods);
    let sheets = sheets(basis, &editions);
    let Some(mut site) = site(&sheets, &renderer.file_links()) else { return Ok(None) };
    if single_file {
        site.pages.extend(sheets.iter().map(single));
    }
    Ok(Some(BookFiles {
        editions: sheets.len(),
        files: renderer.book(&site)?,
        place: renderer.place(&site.portal)?,
    }))
}
