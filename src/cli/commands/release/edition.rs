//! The editions of a book that are to be released, and what stands against it.

use anyhow::Result;
use chrono::NaiveDate;

use crate::cli::console::complain;
use crate::cli::data::Data;
use crate::diagnostic::plain::plain_line;
use crate::figures::basis::Basis;
use crate::load::source::digest::digest;
use crate::load::source::files::Folder;
use crate::load::source::git::Repository;
use crate::model::book::Book;
use crate::model::edition::release::{Release, Source};
use crate::model::value::period::Period;
use crate::results::comparison::since_taken_back;
use crate::results::release::release;
use crate::sheet::Sheet;
use crate::words::date;

/// The most differences that are told of.
const MOST: usize = 5;

/// The periods of a book that are to be released, oldest first.
pub(super) struct Looked<'a> {
    pub(super) book: &'a Book,
    pub(super) periods: &'a [Period],
    pub(super) data: &'a Data<'a>,
}

impl Looked<'_> {
    /// Returns the releases, or else every reason against them.
    pub(super) fn releases(
        &self,
        repository: &Repository,
    ) -> Result<Result<Vec<Release>, Vec<String>>> {
        let Looked { book, periods, data } = *self;
        let Some(last) = periods.iter().map(Period::end).max() else {
            return Ok(Ok(Vec::new()));
        };
        // The same last day as a build counts until, so that both see the same facts.
        let basis = Basis::of(book, book.counted_until().unwrap_or(last));
        let digest = digest(&data.folder, &book.id)?;
        let (mut releases, mut obstacles) = (Vec::new(), Vec::new());
        for (at, period) in periods.iter().enumerate() {
            let figures = basis.figures(period);
            let sheet = Sheet::alone(&basis, &figures);
            let issued = book.edition(period).and_then(|one| one.record.card.issued);
            let against = against(&sheet, issued);
            let Some(issued) = issued.filter(|_| against.is_empty()) else {
                obstacles.extend(against);
                continue;
            };
            if let Some(warning) = skipped(book, period, &periods[..at]) {
                complain(&format!("注意：{warning}\n"));
            }
            let (digest, version) =
                (digest.clone(), env!("CARGO_PKG_VERSION").to_owned());
            let source = Source { digest, commit: Some(repository.head()?), version };
            let release = release(&sheet, issued, source);
            tell_since_taken_back(book, &release);
            releases.push(release);
        }
        obstacles.extend(uncommitted(book, (repository, &data.folder))?);
        Ok(if obstacles.is_empty() { Ok(releases) } else { Err(obstacles) })
    }
}

/// Says how a release differs from the one that was taken back before.
fn tell_since_taken_back(book: &Book, release: &Release) {
    let unreleased = book.unreleased(&release.period);
    let Some(taken) = unreleased.and_then(|one| one.withdrawals.last()) else { return };
    let differences = since_taken_back(book, &taken.release, release);
    let (name, day) = (date::period(&release.period), date::day(taken.date));
    let mut told = format!("{name}：与{day}撤销的那一份（{}）相比，", taken.reason);
    match differences.len() {
        0 => told.push_str("数都一样"),
        count => told.push_str(&format!("{count}个数不同")),
    }
    for difference in differences.iter().take(MOST) {
        told.push_str(&format!("\n  {difference}"));
    }
    if differences.len() > MOST {
        told.push_str(&format!("\n  另有{}个", differences.len() - MOST));
    }
    complain(&format!("{told}\n"));
}

/// Returns which editions of the series come before a period and were not released, and which of
/// its periods have no edition; `None` if none was skipped.
fn skipped(book: &Book, period: &Period, batch: &[Period]) -> Option<String> {
    let is_released =
        |other: &Period| book.release(other).is_some() || batch.contains(other);
    let is_before = |other: &&Period| {
        other.same_series(period) && other.days().start < period.days().start
    };
    let editions = book.editions.iter().map(|edition| &edition.record.card.period);
    let mut earlier: Vec<&Period> = editions.filter(is_before).collect();
    earlier.sort_by_key(|other| other.end());
    let first = earlier.first()?.end();
    let within = |other: &Period| other.previous().filter(|before| before.end() > first);
    let mut missing: Vec<Period> = std::iter::successors(within(period), within)
        .filter(|other| book.edition(other).is_none() && !is_released(other))
        .collect();
    missing.reverse();
    earlier.retain(|other| !is_released(other));
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

/// Returns every reason against a release that the edition itself gives.
fn against(sheet: &Sheet, issued: Option<NaiveDate>) -> Vec<String> {
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
    obstacles
}

/// Returns that the data are not committed, where they are not.
fn uncommitted(
    book: &Book,
    (repository, folder): (&Repository, &Folder),
) -> Result<Option<String>> {
    let open = repository.uncommitted(&book.id, folder)?;
    Ok(open.first().map(|first| {
        format!(
            "数据还有{}个文件没有提交（{} 等），先用 git 提交，发布的数才有据可查",
            open.len(),
            plain_line(first),
        )
    }))
}
