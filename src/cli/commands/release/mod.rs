//! `tongbao release`: freezes the figures of an edition, once and for good.

mod document;
mod edition;
mod seal;
pub(super) mod unrelease;

use std::cmp::Reverse;

use anyhow::{Result, bail};
use clap::Args;

use crate::cli::commands::release::document::{KeptDocument, documents};
use crate::cli::commands::release::edition::Looked;
use crate::cli::console::{Exit, complain};
use crate::cli::data::Data;
use crate::cli::data_arguments::DataArguments;
use crate::cli::record_file::{Prepared, prepare};
use crate::cli::themes::Themes;
use crate::cli::values::word;
use crate::load::source::digest::sha256;
use crate::load::source::git::Repository;
use crate::model::book::Book;
use crate::model::edition::release::Release;
use crate::model::edition::release::document::DOCUMENT;
use crate::model::edition::release::sums::{SUMS, Sums};
use crate::model::value::period::Period;
use crate::results::release::released_file;
use crate::words::date;

/// 发布：把一期通报的数定下来，以后改动必须公布
#[derive(Args, Debug)]
#[command(override_usage = "tongbao release <期> [选项]", next_help_heading = "选项")]
pub(crate) struct Arguments {
    /// 要发布的期，如 2023-06；通报已写明印发日期，数据已提交到 git
    #[arg(value_name = "期", help_heading = "参数", value_parser = word::<Period>,
        required_unless_present_any = ["seal", "all"])]
    period: Option<Period>,
    /// 把写明了印发日期、还没有发布的各期一起发布，从最早的起；一期不能发布就都不发布
    #[arg(long, conflicts_with_all = ["period", "seal"])]
    all: bool,
    /// 不发布：把以前发布的存档登记到 released/SHA256SUMS，只用一次
    #[arg(long, conflicts_with = "period")]
    seal: bool,
    #[command(flatten)]
    data: DataArguments,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let data = match &arguments.period {
        Some(period) => only_book(arguments, period)?,
        None => Data::open(&arguments.data)?,
    };
    let repository = Repository::around(&arguments.data.data)?;
    if arguments.seal {
        return seal::run(&data, &repository);
    }
    if data.loaded.books.is_empty() {
        bail!("数据文件夹里没有账本");
    }
    let findings = data.findings();
    data.progress.end();
    if !data.complain_of(&findings.reported).is_empty() {
        complain("有问题没有解决，不能发布；全部改好或由方案裁定后再来\n");
        return Ok(Exit::Findings);
    }
    let (mut ready, mut obstacles) = (Vec::new(), Vec::new());
    for book in &data.loaded.books {
        let periods = periods(arguments, book)?;
        let looked = Looked { book, periods: &periods, data: &data };
        match looked.releases(&repository)? {
            Ok(releases) => ready.push((book, releases)),
            Err(against) => obstacles.extend(against),
        }
    }
    if !obstacles.is_empty() {
        let told = obstacles.iter().map(|obstacle| format!("不能发布：{obstacle}\n"));
        told.for_each(|told| complain(&told));
        return Ok(Exit::Findings);
    }
    if ready.iter().all(|(_, releases)| releases.is_empty()) {
        data.progress.say("没有要发布的一期：写明了印发日期的都发布了\n")?;
    }
    let themes = Themes::of(&arguments.data.themes);
    let mut set = Vec::new();
    for (book, releases) in &ready {
        match documents(&data, &themes, book, releases)? {
            Ok(documents) => set.push((book, releases, documents)),
            Err(obstacles) => {
                data.complain_of(&obstacles);
                complain("要存的公文有不能给人看的，不能发布\n");
                return Ok(Exit::Findings);
            }
        }
    }
    set.iter().try_for_each(|(book, releases, documents)| {
        write(&data, book, releases, documents)
    })?;
    Ok(Exit::Fine)
}

/// Returns the periods of a book that are to be released: the one that is named, else all with a day of
/// issue that are not released yet, oldest first.
fn periods(arguments: &Arguments, book: &Book) -> Result<Vec<Period>> {
    if let Some(period) = &arguments.period {
        if book.edition(period).is_none() {
            bail!("账本“{}”没有 {period} 这一期，先写 editions/{period}.md", book.id);
        }
        return Ok(vec![period.clone()]);
    }
    let cards = book.editions.iter().map(|edition| &edition.record.card);
    let open = cards.filter(|card| book.release(&card.period).is_none());
    let (issued, silent): (Vec<_>, Vec<_>) = open.partition(|card| card.issued.is_some());
    for card in silent {
        let name = date::period(&card.period);
        complain(&format!("注意：{name}没有写印发日期，不发布\n"));
    }
    let mut periods: Vec<Period> =
        issued.iter().map(|card| card.period.clone()).collect();
    // What ends on one day: the month before the quarter and the year.
    periods.sort_by_key(|period| (period.end(), Reverse(period.days().start)));
    Ok(periods)
}

/// Reads the one book that has an edition of the period.
fn only_book<'a>(arguments: &'a Arguments, period: &Period) -> Result<Data<'a>> {
    let data = Data::open(&arguments.data)?;
    let books = &data.loaded.books;
    if books.len() <= 1 {
        return Ok(data);
    }
    let dated = books.iter().filter(|book| book.edition(period).is_some());
    let ids: Vec<String> = dated.map(|book| book.id.clone()).collect();
    match &ids[..] {
        [id] => data.only(id),
        [] => bail!("没有哪个账本有 {period} 这一期"),
        _ => {
            bail!("有 {period} 这一期的账本不止一个，用 --book 指定：{}", ids.join("、"))
        }
    }
}

/// Writes the releases of a book, the documents that it keeps of them, and their digests.
fn write(
    data: &Data,
    book: &Book,
    releases: &[Release],
    documents: &[KeptDocument],
) -> Result<()> {
    let mut sums = book.sums().map_or_else(Sums::default, |sums| (*sums.record).clone());
    let mut prepared = Vec::new();
    for KeptDocument { period, level, bytes } in documents {
        let path = data.path(&format!("{}/released/{period}{DOCUMENT}", book.id));
        sums.enter_document(period.clone(), sha256(bytes), *level);
        prepared.push(prepare(&path, bytes)?);
    }
    let mut told = Vec::new();
    for release in releases {
        let period = &release.period;
        let path = data.path(&format!("{}/released/{period}.json", book.id));
        let bytes = released_file(release);
        sums.enter(period.clone(), sha256(&bytes));
        prepared.push(prepare(&path, &bytes)?);
        told.push(said(data, book, release, documents));
    }
    if prepared.is_empty() {
        return Ok(());
    }
    let entered = data.path(&format!("{}/{SUMS}", book.id));
    prepared.push(prepare(&entered, sums.to_string().as_bytes())?);
    prepared.into_iter().try_for_each(Prepared::place)?;
    told.iter().try_for_each(|line| data.progress.say(line))
}

/// Says that an edition is released, and what is to be committed.
fn said(
    data: &Data,
    book: &Book,
    release: &Release,
    documents: &[KeptDocument],
) -> String {
    let period = &release.period;
    let kept = documents.iter().find(|document| document.period == *period);
    let kept = kept.map(|kept| format!("、{period}{DOCUMENT}（{}）", kept.level.label()));
    format!(
        "{}{}已定稿，共{}个数；请把 {}{} 和 SHA256SUMS 提交到 git\n",
        book.card.record.name,
        date::period(period),
        release.figures.len() + release.scores.len(),
        data.path(&format!("{}/released/{period}.json", book.id)).display(),
        kept.unwrap_or_default(),
    )
}
