//! `tongbao release --seal`: enters the files that were released, and the documents that were issued,
//! before there were digests.

use std::fmt::Write;

use anyhow::Result;

use crate::cli::console::{Exit, complain};
use crate::cli::data::Data;
use crate::cli::record_file::prepare;
use crate::diagnostic::plain::plain_line;
use crate::load::source::digest::sha256;
use crate::load::source::git::Repository;
use crate::model::book::{Book, stem};
use crate::model::edition::release::sums::{SUMS, Sums};
use crate::model::value::period::Period;
use crate::results::sealed::{Tampered, digest, tampered};
use crate::words::date;

/// Enters the released files of every book that are not entered yet.
pub(super) fn run(data: &Data, repository: &Repository) -> Result<Exit> {
    let books = data.loaded.books.iter().filter(|book| !book.releases.is_empty());
    let books: Vec<&Book> = books.collect();
    let mut obstacles = String::new();
    for book in &books {
        let told = obstacle(book, data, repository)?;
        told.iter().try_for_each(|told| writeln!(obstacles, "不能登记：{told}"))?;
    }
    data.progress.end();
    if !obstacles.is_empty() {
        complain(&obstacles);
        return Ok(Exit::Findings);
    }
    for book in books {
        let sums = sealed(book);
        let path = data.path(&format!("{}/{SUMS}", book.id));
        prepare(&path, sums.to_string().as_bytes())?.place()?;
        data.progress.say(&format!(
            "{}：{}期存档已登记；请把 {} 提交到 git\n",
            book.card.record.name,
            sums.files.len(),
            path.display(),
        ))?;
    }
    Ok(Exit::Fine)
}

/// Returns why the released files of a book cannot be entered: one of them is not what was released,
/// as far as that can be known.
fn obstacle(book: &Book, data: &Data, repository: &Repository) -> Result<Option<String>> {
    if let Some(file) = book.failed.iter().find(|path| path.starts_with("released/")) {
        return Ok(Some(format!("{}/{file} 读不出来，先用 git 恢复", book.id)));
    }
    let tampered = tampered(book).unwrap_or_default();
    if tampered.iter().any(|one| !matches!(one, Tampered::Unlisted(_))) {
        return Ok(Some(format!(
            "{}的存档和登记的不同（tongbao check 列出），先用 git 恢复",
            book.card.record.name
        )));
    }
    if let Some(period) = unentered(book).find(|one| book.paper(one).kept.is_none()) {
        return Ok(Some(format!(
            "{}的公文没有写给谁看，在 {}/book.yaml 的“公文”里补上“存档”",
            date::period(&period),
            book.id
        )));
    }
    let open = repository.uncommitted(&book.id, &data.folder)?;
    let is_released =
        |path: &&String| path.contains("/released/") && !path.ends_with(SUMS);
    Ok(open.iter().find(is_released).map(|path| {
        let path = plain_line(path);
        format!("{path} 和最近一次提交的不同，先核对，再用 git 提交或恢复")
    }))
}

/// Returns the periods of the documents of a book that were not entered yet.
fn unentered(book: &Book) -> impl Iterator<Item = Period> {
    let periods = book.documents.iter().filter_map(|file| stem(&file.path).parse().ok());
    let is_entered = |period: &Period| {
        let sums = book.sums().map(|sums| &sums.record.documents);
        sums.is_some_and(|lines| lines.iter().any(|line| line.period == *period))
    };
    periods.filter(move |period| !is_entered(period))
}

/// Returns the digests of a book, with those of its released files that were not entered yet.
fn sealed(book: &Book) -> Sums {
    let mut sums = book.sums().map_or_else(Sums::default, |sums| (*sums.record).clone());
    let mut releases: Vec<_> =
        book.releases.iter().map(|filed| filed.record.as_ref()).collect();
    releases.sort_by_key(|release| (release.period.end(), date::period(&release.period)));
    for release in releases {
        let is_listed = sums.files.iter().any(|line| line.period == release.period);
        if let Some(digest) = digest(release).filter(|_| !is_listed) {
            sums.enter(release.period.clone(), digest);
        }
        let count = book.disclosed(&release.period).len();
        if count > 0 {
            sums.disclose(release.period.clone(), count);
        }
    }
    for period in unentered(book) {
        let document = book.issued_document(&period);
        if let (Some(level), Some(document)) = (book.paper(&period).kept, document) {
            sums.enter_document(period, sha256(&document.bytes), level);
        }
    }
    sums
}
