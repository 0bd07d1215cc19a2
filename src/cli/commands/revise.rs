//! `tongbao revise`: discloses every change to the released figures of a book, in one call.

use anyhow::{Result, bail};
use chrono::{Datelike, NaiveDate};
use clap::Args;

use crate::cli::console::{Exit, complain};
use crate::cli::data::Data;
use crate::cli::data_arguments::DataArguments;
use crate::cli::record_file::prepare;
use crate::cli::values::{WrongValue, word};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::book::current::Moved;
use crate::model::book::{Book, Filed};
use crate::model::edition::frozen::value::FrozenValue;
use crate::model::edition::release::Release;
use crate::model::edition::revision::{Revision, RevisionFile};
use crate::render::yaml::record_yaml;
use crate::results::moved::{MOVED, moved_editions};
use crate::view::revision::RevisionLines;
use crate::words::date;

/// The schema of a file of revisions, from where that stands.
const SCHEMA: &str = "../../schema/revision.json";

/// The longest reason that still fits a table.
const LONGEST_REASON: usize = 200;

/// 修订：公布已发布的数的改动
#[derive(Args, Debug)]
#[command(
    override_usage = "tongbao revise --reason <原因> --date <日期> [选项]",
    next_help_heading = "选项"
)]
pub(crate) struct Arguments {
    /// 为什么改，印在修订表里
    #[arg(long, value_name = "原因", value_parser = reason)]
    reason: String,
    /// 修订日期，如 2023-10-08
    #[arg(long, value_name = "日期", value_parser = word::<NaiveDate>)]
    date: NaiveDate,
    #[command(flatten)]
    data: DataArguments,
}

/// How many years after the newest bulletin a revision may be; there is no clock to ask.
const LATEST_YEARS: i32 = 3;

/// A released edition with its figures that moved.
type MovedEdition<'a> = (&'a Filed<Release>, Vec<Moved>);

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let data = Data::open(&arguments.data)?;
    let errors = errors(&data);
    data.progress.end();
    if !errors.is_empty() {
        data.complain_of(&errors);
        complain("数据还有错，算出的数不能作数；改好后再公布修订\n");
        return Ok(Exit::Findings);
    }
    match moved_book(&data.loaded.books)? {
        Some((book, editions)) => disclose(arguments, &data, book, &editions)?,
        None => data.progress.say("已发布的数都没有变，不用修订\n")?,
    }
    Ok(Exit::Fine)
}

/// Reads a reason that fits the table of revisions.
fn reason(text: &str) -> Result<String, WrongValue> {
    let reason = text.trim();
    if reason.is_empty() || reason.chars().any(char::is_control) {
        return Err(WrongValue("--reason 要写一句话，说明为什么改".to_owned()));
    }
    if reason.chars().count() > LONGEST_REASON {
        let advice = format!("--reason 超过{LONGEST_REASON}个字，写短些，详情放在文件里");
        return Err(WrongValue(advice));
    }
    Ok(reason.to_owned())
}

/// Returns what keeps figures from being trusted; that they moved is what is being disclosed.
fn errors(data: &Data) -> Vec<Diagnostic> {
    let findings = data.findings().reported.into_iter();
    findings
        .filter(|finding| finding.severity == Severity::Error && finding.code != MOVED)
        .collect()
}

/// Returns the one book whose released figures moved; `None` where none did.
fn moved_book(books: &[Book]) -> Result<Option<(&Book, Vec<MovedEdition<'_>>)>> {
    let mut moved: Vec<(&Book, Vec<MovedEdition>)> = books
        .iter()
        .map(|book| (book, moved_editions(book)))
        .filter(|(_, editions)| !editions.is_empty())
        .collect();
    if moved.len() > 1 {
        let ids: Vec<&str> = moved.iter().map(|(book, _)| book.id.as_str()).collect();
        bail!("有变动的账本不止一个，原因要分开写，用 --book 指定：{}", ids.join("、"));
    }
    Ok(moved.pop())
}

/// Writes the revisions of all editions of a book, or of none.
fn disclose(
    arguments: &Arguments,
    data: &Data,
    book: &Book,
    editions: &[MovedEdition],
) -> Result<()> {
    let mut prepared = Vec::new();
    for (release, moved) in editions {
        let file = extended(arguments, book, &release.record, moved)?;
        let path = format!("{}/revisions/{}.yaml", book.id, release.record.period);
        let bytes = record_yaml(SCHEMA, &RevisionLines::of(&file))?;
        prepared.push(prepare(&data.path(&path), &bytes)?);
    }
    for record in prepared {
        record.place()?;
    }
    let figures: usize = editions.iter().map(|(_, moved)| moved.len()).sum();
    data.progress.say(&format!(
        "{}：{}期里的{figures}个数记入修订；请把 {} 提交到 git\n",
        book.card.record.name,
        editions.len(),
        data.path(&book.id).join("revisions").display(),
    ))
}

/// Returns the year in which a bulletin of a book was last issued.
fn newest_year(book: &Book) -> i32 {
    let editions = book.editions.iter().filter_map(|edition| edition.record.card.issued);
    let releases = book.releases.iter().map(|release| release.record.issued);
    editions.chain(releases).map(|issued| issued.year()).max().unwrap_or_default()
}

/// Returns the revisions of an edition with those of the moved figures after them.
fn extended(
    arguments: &Arguments,
    book: &Book,
    release: &Release,
    moved: &[Moved],
) -> Result<RevisionFile> {
    let Arguments { reason, date, .. } = arguments;
    let mut revisions = book.revisions(&release.period).to_vec();
    let withdrawals = book.withdrawals(&release.period).to_vec();
    let dates = revisions.iter().map(|revision| revision.date);
    let earliest = dates.fold(release.issued, NaiveDate::max);
    if *date < earliest {
        bail!(
            "修订日期{}早于{}的印发或上一次修订（{}），核对 --date",
            date::day(*date),
            date::period(&release.period),
            date::day(earliest),
        );
    }
    if date.year() > newest_year(book) + LATEST_YEARS {
        bail!("修订日期{}比账本里最近的印发日期晚得太多，核对 --date", date::day(*date));
    }
    for Moved { figure, parts, .. } in moved {
        revisions.extend(parts.iter().map(|part| Revision {
            figure: figure.id.clone(),
            name: figure.title(),
            part: part.part.clone(),
            old: part.old.as_ref().map(FrozenValue::to_string),
            new: part.new.as_ref().map(FrozenValue::to_string),
            reason: reason.clone(),
            date: *date,
        }));
    }
    Ok(RevisionFile { revisions, withdrawals })
}
