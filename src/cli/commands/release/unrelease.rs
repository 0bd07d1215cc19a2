//! `tongbao unrelease`: takes back a release that was never handed out, and keeps what it was.

use anyhow::{Result, bail};
use chrono::NaiveDate;
use clap::Args;

use crate::cli::commands::revise::reason;
use crate::cli::console::Exit;
use crate::cli::data::Data;
use crate::cli::data_arguments::DataArguments;
use crate::cli::record_file::{prepare, remove};
use crate::cli::values::word;
use crate::load::source::digest::sha256;
use crate::model::book::Book;
use crate::model::book::filed::Filed;
use crate::model::edition::release::Release;
use crate::model::edition::release::document::DOCUMENT;
use crate::model::edition::release::sums::SUMS;
use crate::model::edition::release::unreleased::{SCHEMA, TakenBack, Unreleased};
use crate::model::value::period::Period;
use crate::results::release::unreleased_file;
use crate::results::sealed::tampered;
use crate::words::date;

/// 撤销发布：定了稿、还没有发出去的一期，连同原因和日期留着存档
#[derive(Args, Debug)]
#[command(
    override_usage = "tongbao unrelease <期> --reason <原因> --date <日期> [选项]",
    next_help_heading = "选项"
)]
pub(crate) struct Arguments {
    /// 要撤销的期，如 2023-06；已经发出去的不能撤销，用 revise 公布更正或修订
    #[arg(value_name = "期", help_heading = "参数", value_parser = word::<Period>)]
    period: Period,
    /// 为什么撤销，写进存档
    #[arg(long, value_name = "原因", value_parser = reason)]
    reason: String,
    /// 撤销的日期，如 2023-07-11
    #[arg(long, value_name = "日期", value_parser = word::<NaiveDate>)]
    date: NaiveDate,
    #[command(flatten)]
    data: DataArguments,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit> {
    let data = Data::open(&arguments.data)?;
    let (book, release) = released(&data.loaded.books, &arguments.period)?;
    refuse(book, release, arguments)?;
    take_back(&data, book, release, arguments)?;
    data.progress.say(&format!(
        "{}{}的发布已撤销，原来的存档留在 released/{}.withdrawn.json；改好数据再发布，会和它比较；请把 released 提交到 git\n",
        book.card.record.name,
        date::period(&arguments.period),
        arguments.period,
    ))?;
    Ok(Exit::Fine)
}

/// Returns the one book that released the period, with the release.
fn released<'a>(
    books: &'a [Book],
    period: &Period,
) -> Result<(&'a Book, &'a Filed<Release>)> {
    let released = books.iter().filter_map(|book| Some((book, book.release(period)?)));
    match released.collect::<Vec<_>>()[..] {
        [one] => Ok(one),
        [] => bail!("没有发布过 {period} 这一期"),
        _ => bail!("发布过 {period} 这一期的账本不止一个，用 --book 指定"),
    }
}

/// Refuses what readers have had, and what is not as it was released.
fn refuse(book: &Book, release: &Filed<Release>, arguments: &Arguments) -> Result<()> {
    let Arguments { period, date: day, .. } = arguments;
    let name = date::period(period);
    if !book.disclosed(period).is_empty() || !book.withdrawals(period).is_empty() {
        bail!("{name}已经公布过更正、修订或撤回，读者已经看到，不能撤销发布");
    }
    let mut later = book.releases.iter().map(|release| &release.record.period);
    let is_later = |other: &&Period| {
        other.same_series(period) && other.days().start > period.days().start
    };
    if let Some(later) = later.find(is_later) {
        bail!(
            "{name}以后的{}已经发布，不能撤销；先撤销以后的，或者用 revise 公布更正",
            date::period(later)
        );
    }
    if tampered(book).is_some_and(|tampered| !tampered.is_empty()) {
        bail!("存档和登记的不同（tongbao check 列出），先用 git 恢复");
    }
    if *day < release.record.issued {
        bail!(
            "撤销的日期{}早于印发日期{}，核对 --date",
            date::day(*day),
            date::day(release.record.issued)
        );
    }
    Ok(())
}

fn take_back(
    data: &Data,
    book: &Book,
    release: &Filed<Release>,
    arguments: &Arguments,
) -> Result<()> {
    let Arguments { period, reason, date, .. } = arguments;
    let earlier = book.unreleased(period);
    let mut withdrawals = earlier.map_or_else(Vec::new, |one| one.withdrawals.clone());
    let kept = Release { bytes: None, ..(*release.record).clone() };
    withdrawals.push(TakenBack { date: *date, reason: reason.clone(), release: kept });
    let schema = SCHEMA.to_owned();
    let bytes = unreleased_file(&Unreleased { schema, withdrawals, bytes: None });
    let path = data.path(&format!("{}/released/{period}.withdrawn.json", book.id));
    let mut prepared = vec![prepare(&path, &bytes)?];
    if let Some(sums) = book.sums() {
        let mut sums = (*sums.record).clone();
        sums.take_back(period, sha256(&bytes));
        let path = data.path(&format!("{}/{SUMS}", book.id));
        prepared.push(prepare(&path, sums.to_string().as_bytes())?);
    }
    for file in prepared {
        file.place()?;
    }
    if book.issued_document(period).is_some() {
        remove(&data.path(&format!("{}/released/{period}{DOCUMENT}", book.id)))?;
    }
    remove(&data.path(&format!("{}/{}", book.id, release.path)))
}
