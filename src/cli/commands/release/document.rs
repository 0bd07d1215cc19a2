//! The documents that are kept as they are issued.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use crate::cli::book_maker::BookMaker;
use crate::cli::data::Data;
use crate::cli::published::{Published, redacted};
use crate::cli::themes::Themes;
use crate::diagnostic::Diagnostic;
use crate::load::source::files::LARGEST;
use crate::model::book::records::Place;
use crate::model::book::{Book, FileId, Filed};
use crate::model::dictionary::Level;
use crate::model::edition::release::Release;
use crate::model::value::period::Period;
use crate::render::files::FORMATS;
use crate::report::edition::notices::audience_mark;
use crate::view::site::{Marks, Part};

/// A document that is kept.
pub(super) struct KeptDocument {
    pub(super) period: Period,
    /// For whom it was made.
    pub(super) level: Level,
    pub(super) bytes: Vec<u8>,
}

/// Sets the documents that a book keeps of releases, as a build sets them once these are there; the
/// inner error is what stands against giving one to those for whom it is.
pub(super) fn documents(
    data: &Data,
    themes: &Themes,
    book: &Book,
    releases: &[Release],
) -> Result<Result<Vec<KeptDocument>, Vec<Diagnostic>>> {
    let kept = |release: &Release| {
        Some((book.paper(&release.period).kept?, release.period.clone()))
    };
    let kept: BTreeSet<(Level, Period)> = releases.iter().filter_map(kept).collect();
    let levels: BTreeSet<Level> = kept.iter().map(|(level, _)| *level).collect();
    let after = [released(book, releases)];
    let mut documents = Vec::new();
    for level in levels {
        let periods = kept.iter().filter(|(other, _)| *other == level);
        let periods: Vec<Period> = periods.map(|(_, period)| period.clone()).collect();
        let seen = redacted(&after, level);
        for published in Published::all(&after, &seen, level, &[]) {
            let obstacles = published.obstacles();
            if !obstacles.is_empty() {
                return Ok(Err(obstacles));
            }
            documents.extend(set(data, themes, &published, (level, &periods))?);
        }
    }
    Ok(Ok(documents))
}

/// Returns a book as it is once some editions are released.
fn released(book: &Book, releases: &[Release]) -> Book {
    let mut records = (**book).clone();
    for release in releases {
        records.releases.put(Filed {
            file: FileId::default(),
            path: format!("released/{}.json", release.period),
            record: release.clone().into(),
        });
    }
    Book::new(book.id.clone(), records)
}

fn set(
    data: &Data,
    themes: &Themes,
    published: &Published,
    (level, periods): (Level, &[Period]),
) -> Result<Vec<KeptDocument>> {
    let format = FORMATS.iter().filter(|format| format.link.part == Part::Document);
    let formats = format.collect();
    let (cache, themes) = (&data.cache, themes.clone());
    let marks = Marks { audience: audience_mark(level), watermark: "" };
    let maker = BookMaker::new(cache, themes, marks, formats, &data.progress)?;
    let mut documents = Vec::new();
    for (period, bytes) in maker.documents(published, periods)? {
        if bytes.len() as u64 > LARGEST {
            bail!("{period} 的公文超过 16 MB，存不下");
        }
        documents.push(KeptDocument { period, level, bytes });
    }
    Ok(documents)
}
