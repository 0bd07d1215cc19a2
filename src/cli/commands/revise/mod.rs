//! `tongbao revise`: discloses every change to what a book has released, in one call.

mod arguments;
mod change;
mod values;

use anyhow::{Result, bail};

use crate::check::rules::SUBMITTED_MISSING;
pub(crate) use crate::cli::commands::revise::arguments::Arguments;
use crate::cli::commands::revise::change::{ChangedEdition, extended};
use crate::cli::commands::revise::values::Kind;
pub(crate) use crate::cli::commands::revise::values::reason;
use crate::cli::console::{Exit, complain};
use crate::cli::data::Data;
use crate::cli::record_file::prepare;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::book::Book;
use crate::model::edition::release::sums::SUMS;
use crate::model::edition::revision::RevisionFile;
use crate::model::value::period::Period;
use crate::render::yaml::record_yaml;
use crate::results::moved::MOVED;
use crate::results::told::RETOLD;
use crate::view::revision::{RevisionLines, SCHEMA};

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let kind = Kind::required(arguments.kind)?;
    if arguments.sentence.len() != arguments.instead.len() {
        bail!("每个 --sentence 要跟一个 --instead：说错了的一句话，和应该怎么说");
    }
    let data = Data::open(&arguments.data)?;
    let errors = errors(&data);
    data.progress.end();
    if !errors.is_empty() {
        data.complain_of(&errors);
        complain("数据还有错，算出的数不能作数；改好后再公布改动\n");
        return Ok(Exit::Findings);
    }
    match changed_book(arguments, &data.loaded.books)? {
        Some((book, editions)) => disclose(arguments, kind, &data, book, &editions)?,
        None => data.progress.say("已发布的数都没有变，没有要公布的改动\n")?,
    }
    Ok(Exit::Fine)
}

/// Returns what keeps figures from being trusted; that they moved, and what moved them, is what is
/// being disclosed.
fn errors(data: &Data) -> Vec<Diagnostic> {
    let disclosed = [MOVED, RETOLD, SUBMITTED_MISSING];
    let findings = data.findings().reported.into_iter();
    findings
        .filter(|finding| {
            finding.severity == Severity::Error && !disclosed.contains(&finding.code)
        })
        .collect()
}

/// Returns the one book with something to disclose, and its editions; `None` if there is none.
fn changed_book<'a>(
    arguments: &Arguments,
    books: &'a [Book],
) -> Result<Option<(&'a Book, Vec<ChangedEdition<'a>>)>> {
    let mut changed: Vec<(&Book, Vec<ChangedEdition>)> = books
        .iter()
        .map(|book| (book, ChangedEdition::moved(book)))
        .filter(|(_, editions)| !editions.is_empty())
        .collect();
    if changed.is_empty() && !arguments.sentence.is_empty() {
        let was_released = |book: &&Book| match &arguments.period {
            Some(period) => book.release(period).is_some(),
            None => !book.releases.is_empty(),
        };
        changed.extend(books.iter().filter(was_released).map(|book| (book, Vec::new())));
    }
    if changed.len() > 1 {
        let ids: Vec<&str> = changed.iter().map(|(book, _)| book.id.as_str()).collect();
        bail!("有变动的账本不止一个，原因要分开写，用 --book 指定：{}", ids.join("、"));
    }
    match changed.pop() {
        Some((book, mut editions)) if !arguments.sentence.is_empty() => {
            let period = said_in(arguments, book, &editions)?;
            ChangedEdition::say(&mut editions, book, period)?;
            Ok(Some((book, editions)))
        }
        None if !arguments.sentence.is_empty() => {
            bail!("没有发布过这一期，核对 --period")
        }
        changed => Ok(changed),
    }
}

/// Returns the edition in which the sentences stand: the one that is named, else the only one that
/// moved, else the only one.
fn said_in<'a>(
    arguments: &'a Arguments,
    book: &'a Book,
    editions: &[ChangedEdition<'a>],
) -> Result<&'a Period> {
    if let Some(period) = &arguments.period {
        return Ok(period);
    }
    let released = book.releases.iter().map(|release| &release.record.period);
    let among: Vec<&Period> = match editions {
        [] => released.collect(),
        moved => moved.iter().map(|edition| &edition.release.period).collect(),
    };
    match among[..] {
        [period] => Ok(period),
        _ => bail!("这些话在哪一期，用 --period 写明"),
    }
}

/// Writes the changes to all editions of a book, or to none.
fn disclose(
    arguments: &Arguments,
    kind: Kind,
    data: &Data,
    book: &Book,
    editions: &[ChangedEdition],
) -> Result<()> {
    let files = editions.iter().map(|edition| {
        let change = arguments.change(kind, edition);
        Ok((&edition.release.period, extended(book, edition.release, change)?))
    });
    let files: Vec<(&Period, RevisionFile)> = files.collect::<Result<_>>()?;
    let mut written = Vec::new();
    for (period, file) in &files {
        let path = format!("revisions/{period}.yaml");
        let bytes = record_yaml(SCHEMA, &RevisionLines::of(file))?;
        if let Some(fault) = data.refused(&path, &bytes)? {
            bail!("写下的文件会通不过核对：{}；{}", fault.problem, fault.help);
        }
        written.push((data.path(&format!("{}/{path}", book.id)), bytes));
    }
    if let Some(sums) = book.sums() {
        let mut sums = (*sums.record).clone();
        for (period, file) in &files {
            sums.disclose((*period).clone(), file.changes.len());
        }
        let path = data.path(&format!("{}/{SUMS}", book.id));
        written.push((path, sums.to_string().into_bytes()));
    }
    let mut prepared = Vec::new();
    for (path, bytes) in written {
        prepared.push(prepare(&path, &bytes)?);
    }
    for record in prepared {
        record.place()?;
    }
    let figures: usize = editions.iter().map(|edition| edition.moved.len()).sum();
    let retold: usize = editions.iter().map(|edition| edition.retold.len()).sum();
    let sentences = match arguments.sentence.len() + retold {
        0 => String::new(),
        count => format!("、{count}处文字"),
    };
    data.progress.say(&format!(
        "{}：{}期里的{figures}个数{sentences}记入{}；请把 {} 和 released 提交到 git\n",
        book.card.record.name,
        editions.len(),
        kind.0.label(),
        data.path(&book.id).join("revisions").display(),
    ))
}
