//! `tongbao release`: freezes the figures of an edition, once and for good.

mod seal;

use anyhow::{Result, bail};
use chrono::NaiveDate;
use clap::Args;

use crate::cli::console::{Exit, complain};
use crate::cli::data::Data;
use crate::cli::data_arguments::DataArguments;
use crate::cli::record_file::prepare;
use crate::cli::values::word;
use crate::diagnostic::plain::plain_line;
use crate::figures::basis::Basis;
use crate::load::source::digest::{digest, sha256};
use crate::load::source::files::Folder;
use crate::load::source::git::Repository;
use crate::model::book::Book;
use crate::model::edition::release::sums::{SUMS, Sums};
use crate::model::edition::release::{Release, Source};
use crate::model::value::period::Period;
use crate::results::release::{release, released_file};
use crate::sheet::Sheet;
use crate::words::date;

/// 发布：把一期通报的数定下来，以后改动必须公布
#[derive(Args, Debug)]
#[command(override_usage = "tongbao release <期> [选项]", next_help_heading = "选项")]
pub(crate) struct Arguments {
    /// 要发布的期，如 2023-06；通报已写明印发日期，数据已提交到 git
    #[arg(value_name = "期", help_heading = "参数", value_parser = word::<Period>,
        required_unless_present = "seal")]
    period: Option<Period>,
    /// 不发布：把以前发布的存档登记到 released/SHA256SUMS，只用一次
    #[arg(long, conflicts_with = "period")]
    seal: bool,
    #[command(flatten)]
    data: DataArguments,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let Some(period) = &arguments.period else {
        let repository = Repository::around(&arguments.data.data)?;
        return seal::run(&Data::open(&arguments.data)?, &repository);
    };
    let data = only_book(arguments, period)?;
    let Some(book) = data.loaded.books.first() else {
        bail!("数据文件夹里没有账本")
    };
    let findings = data.findings();
    data.progress.end();
    if !data.complain_of(&findings.reported).is_empty() {
        complain("有问题没有解决，不能发布；全部改好或由方案裁定后再来\n");
        return Ok(Exit::Findings);
    }
    let Some(edition) = book.edition(period) else {
        bail!("账本“{}”没有 {period} 这一期，先写 editions/{period}.md", book.id);
    };
    let repository = Repository::around(&arguments.data.data)?;
    // The same last day as a build counts until, so that both see the same facts.
    let basis = Basis::of(book, book.counted_until().unwrap_or(period.end()));
    let figures = basis.figures(period);
    let sheet = Sheet::alone(&basis, &figures);
    let issued = edition.record.card.issued;
    let obstacles = obstacles(&sheet, issued, (&repository, &data.folder))?;
    let Some(issued) = issued.filter(|_| obstacles.is_empty()) else {
        obstacles
            .iter()
            .for_each(|obstacle| complain(&format!("不能发布：{obstacle}\n")));
        return Ok(Exit::Findings);
    };
    if let Some(warning) = skipped(book, period) {
        complain(&format!("注意：{warning}\n"));
    }
    let digest = digest(&data.folder, &book.id)?;
    let version = env!("CARGO_PKG_VERSION").to_owned();
    let source = Source { digest, commit: Some(repository.head()?), version };
    write(&data, book, period, &release(&sheet, issued, source))?;
    Ok(Exit::Fine)
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

/// Returns which editions of the series come before a period and were not released, and which of
/// its periods have no edition; `None` if none was skipped.
fn skipped(book: &Book, period: &Period) -> Option<String> {
    let is_before = |other: &&Period| {
        other.same_series(period) && other.days().start < period.days().start
    };
    let editions = book.editions.iter().map(|edition| &edition.record.card.period);
    let mut earlier: Vec<&Period> = editions.filter(is_before).collect();
    earlier.sort_by_key(|other| other.end());
    let first = earlier.first()?.end();
    let within = |other: &Period| other.previous().filter(|before| before.end() > first);
    let mut missing: Vec<Period> = std::iter::successors(within(period), within)
        .filter(|other| book.edition(other).is_none() && book.release(other).is_none())
        .collect();
    missing.reverse();
    earlier.retain(|other| book.release(other).is_none());
    let list = |periods: &mut dyn Iterator<Item = &Period>| {
        periods.map(date::period).collect::<Vec<String>>().join("、")
    };
    let unreleased = list(&mut earlier.into_iter());
    let missing = list(&mut missing.iter());
    let parts = [(unreleased, "还没有发布"), (missing, "没有通报")];
    let told = parts.iter().filter(|(periods, _)| !periods.is_empty());
    let told: Vec<String> =
        told.map(|(periods, what)| format!("{periods}{what}")).collect();
    (!told.is_empty()).then(|| {
        format!(
            "{}以前，{}；名次升降与最近已发布的一期相比",
            date::period(period),
            told.join("，")
        )
    })
}

/// Returns every reason against a release.
fn obstacles(
    sheet: &Sheet,
    issued: Option<NaiveDate>,
    (repository, folder): (&Repository, &Folder),
) -> Result<Vec<String>> {
    let (book, period) = (sheet.book(), &sheet.figures.period);
    let mut obstacles = Vec::new();
    if book.release(period).is_some() {
        obstacles.push(format!(
            "{}已经发布过；发布的数不能重写，要改就改数据，再用 tongbao revise 公布更正或修订",
            date::period(period)
        ));
    }
    let last = sheet.last_day();
    match issued {
        None => obstacles
            .push(format!("editions/{period}.md 没有写印发日期，补上“印发”")),
        Some(issued) if issued < last => obstacles.push(format!(
            "印发日期{}早于最后一个报送截止日{}，改 editions/{period}.md 的“印发”或“截止”",
            date::day(issued),
            date::day(last),
        )),
        Some(_) => {}
    }
    let open = repository.uncommitted(&book.id, folder)?;
    if let Some(first) = open.first() {
        obstacles.push(format!(
            "数据还有{}个文件没有提交（{} 等），先用 git 提交，发布的数才有据可查",
            open.len(),
            plain_line(first),
        ));
    }
    Ok(obstacles)
}

fn write(data: &Data, book: &Book, period: &Period, release: &Release) -> Result<()> {
    let path = data.path(&format!("{}/released/{period}.json", book.id));
    let bytes = released_file(release);
    let mut sums = book.sums().map_or_else(Sums::default, |sums| (*sums.record).clone());
    sums.enter(period.clone(), sha256(&bytes));
    let entered = data.path(&format!("{}/{SUMS}", book.id));
    let prepared =
        [prepare(&path, &bytes)?, prepare(&entered, sums.to_string().as_bytes())?];
    for file in prepared {
        file.place()?;
    }
    data.progress.say(&format!(
        "{}{}已定稿，共{}个数；请把 {} 和 SHA256SUMS 提交到 git\n",
        book.card.record.name,
        date::period(period),
        release.figures.len() + release.scores.len(),
        path.display(),
    ))
}
