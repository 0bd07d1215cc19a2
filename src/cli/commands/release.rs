//! `tongbao release`: freezes the figures of an edition, once and for good.

use anyhow::{Result, bail};

use crate::cli::args::{DataArguments, ReleaseArguments, read_period};
use crate::cli::commands::check::{findings, load_printable, open, show_findings};
use crate::cli::record_file::prepare;
use crate::cli::{FINDINGS, FINE, complain, print};
use crate::figures::Basis;
use crate::load::Loaded;
use crate::load::source::digest::digest;
use crate::load::source::files::Folder;
use crate::load::source::git::Repository;
use crate::model::book::{Book, Filed};
use crate::model::edition::Edition;
use crate::model::value::period::Period;
use crate::results::lines::figure_lines;
use crate::results::release::ReleaseFile;
use crate::sheet::Sheet;
use crate::words::date;

/// Runs the command.
pub(crate) fn run(arguments: &ReleaseArguments) -> Result<u8> {
    let period = read_period(&arguments.period)?;
    let (folder, loaded) = only_book(&arguments.data, &period)?;
    let Some(book) = loaded.books.first() else {
        bail!("数据文件夹里没有账本")
    };
    let (findings, _) = findings(&loaded);
    let located = show_findings(&findings, &folder, &loaded.files, &arguments.data);
    if !located.is_empty() {
        complain("有问题没有解决，不能发布；全部改好或由方案裁定后再来\n");
        return Ok(FINDINGS);
    }
    let Some(edition) = book.edition(&period) else {
        bail!("账本“{}”没有 {period} 这一期，先写 editions/{period}.md", book.id);
    };
    let repository = Repository::around(&arguments.data.data)?;
    // The same last day as a build counts until, so that both see the same facts.
    let basis = Basis::of(book, book.counted_until().unwrap_or(period.end()));
    let figures = basis.figures(&period);
    let sheet = Sheet::alone(&basis, &figures);
    let obstacles = obstacles(book, &sheet, edition, &repository)?;
    let issued = edition.record.card.issued.filter(|_| obstacles.is_empty());
    let Some(issued) = issued else {
        obstacles
            .iter()
            .for_each(|obstacle| complain(&format!("不能发布：{obstacle}\n")));
        return Ok(FINDINGS);
    };
    let sha256 = digest(&folder, &book.id)?;
    let file = ReleaseFile::of(&sheet, issued, sha256, repository.head()?);
    let path = format!("{}/released/{period}.json", book.id);
    prepare(&arguments.data.data.join(&path), &figure_lines(&file)?)?.place()?;
    print(&format!(
        "{}{}已定稿，共{}个数；请把 {} 提交到 git\n",
        book.card.record.name,
        date::period(&period),
        file.count(),
        arguments.data.data.join(&path).display(),
    ))?;
    Ok(FINE)
}

/// The data of the one book that has an edition of the period.
fn only_book(arguments: &DataArguments, period: &Period) -> Result<(Folder, Loaded)> {
    let folder = open(arguments)?;
    let loaded = load_printable(&folder, arguments)?;
    if loaded.books.len() <= 1 {
        return Ok((folder, loaded));
    }
    let with: Vec<&str> = loaded
        .books
        .iter()
        .filter(|book| book.edition(period).is_some())
        .map(|book| book.id.as_str())
        .collect();
    match with[..] {
        [id] => {
            let folder = folder.only(id)?;
            let loaded = load_printable(&folder, arguments)?;
            Ok((folder, loaded))
        }
        [] => bail!("没有哪个账本有 {period} 这一期"),
        _ => {
            bail!("有 {period} 这一期的账本不止一个，用 --book 指定：{}", with.join("、"))
        }
    }
}

/// What stands against a release, all at once.
fn obstacles(
    book: &Book,
    sheet: &Sheet,
    edition: &Filed<Edition>,
    repository: &Repository,
) -> Result<Vec<String>> {
    let period = &sheet.figures.period;
    let mut found = Vec::new();
    if book.release(period).is_some() {
        found.push(format!(
            "{}已经发布过；发布的数不能重写，要改就改数据，再用 tongbao revise 公布修订",
            date::period(period)
        ));
    }
    let last = sheet.last_day();
    match edition.record.card.issued {
        None => found.push(format!("editions/{period}.md 没有写印发日期，补上“印发”")),
        Some(issued) if issued < last => found.push(format!(
            "印发日期{}早于最后一个报送截止日{}，改 editions/{period}.md 的“印发”或“截止”",
            date::day(issued),
            date::day(last),
        )),
        Some(_) => {}
    }
    let open = repository.uncommitted(&book.id)?;
    if let Some(first) = open.first() {
        found.push(format!(
            "数据还有{}个文件没有提交（{first} 等），先用 git 提交，发布的数才有据可查",
            open.len(),
        ));
    }
    Ok(found)
}
