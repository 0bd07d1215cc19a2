//! `tongbao revise`: discloses every change to the released figures of a book, in one call.

use anyhow::{Result, anyhow, bail};
use chrono::NaiveDate;

use crate::cli::args::ReviseArguments;
use crate::cli::commands::check::{findings, load_printable, open, show_findings};
use crate::cli::record_file::prepare;
use crate::cli::{FINDINGS, FINE, complain, print};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::book::current::Moved;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::Word;
use crate::model::edition::release::Release;
use crate::model::edition::revision::{Revision, RevisionFile};
use crate::render::yaml::record_yaml;
use crate::results::findings::{MOVED, moved_editions};
use crate::view::revision::RevisionLines;
use crate::words::date;

/// The schema of a file of revisions, from where that stands.
const SCHEMA: &str = "../../schema/revision.json";

/// The longest reason that still fits a table.
const LONGEST_REASON: usize = 200;

/// A book with the released editions whose figures moved.
type MovedBook<'a> = (&'a Book, Vec<(&'a Filed<Release>, Vec<Moved>)>);

/// Runs the command.
pub(crate) fn run(arguments: &ReviseArguments) -> Result<u8> {
    let date = NaiveDate::parse(&arguments.date)
        .map_err(|error| anyhow!("{}；{}", error.problem, error.help))?;
    let reason = reason(&arguments.reason)?;
    let folder = open(&arguments.data)?;
    let loaded = load_printable(&folder, &arguments.data)?;
    let (findings, _) = findings(&loaded);
    let others: Vec<Diagnostic> = findings.into_iter().filter(is_other).collect();
    if !others.is_empty() {
        show_findings(&others, &folder, &loaded.files, &arguments.data);
        complain("数据还有错，算出的数不能作数；改好后再公布修订\n");
        return Ok(FINDINGS);
    }
    let Some((book, editions)) = moved_book(&loaded.books)? else {
        print("已发布的数都没有变，不用修订\n")?;
        return Ok(FINE);
    };
    let mut prepared = Vec::new();
    for (release, moved) in &editions {
        let file = extended(book, &release.record, moved, reason, date)?;
        let path = format!("{}/revisions/{}.yaml", book.id, release.record.period);
        let bytes = record_yaml(SCHEMA, &RevisionLines::of(&file))?;
        prepared.push(prepare(&arguments.data.data.join(path), &bytes)?);
    }
    for record in prepared {
        record.place()?;
    }
    let figures: usize = editions.iter().map(|(_, moved)| moved.len()).sum();
    print(&format!(
        "{}：{}期里的{figures}个数记入修订；请把 {} 提交到 git\n",
        book.card.record.name,
        editions.len(),
        arguments.data.data.join(&book.id).join("revisions").display(),
    ))?;
    Ok(FINE)
}

/// The one book whose released figures moved; none where none did.
fn moved_book(books: &[Book]) -> Result<Option<MovedBook<'_>>> {
    let moved = books.iter().map(|book| (book, moved_editions(book)));
    let mut moved: Vec<MovedBook> =
        moved.filter(|(_, editions)| !editions.is_empty()).collect();
    if moved.len() > 1 {
        let ids: Vec<&str> = moved.iter().map(|(book, _)| book.id.as_str()).collect();
        bail!("有变动的账本不止一个，原因要分开写，用 --book 指定：{}", ids.join("、"));
    }
    Ok(moved.pop())
}

/// What keeps figures from being trusted; that they moved is what is being disclosed.
fn is_other(finding: &Diagnostic) -> bool {
    finding.severity == Severity::Error && finding.code != MOVED
}

fn reason(text: &str) -> Result<&str> {
    let reason = text.trim();
    if reason.is_empty() || reason.chars().any(char::is_control) {
        bail!("--reason 要写一句话，说明为什么改");
    }
    if reason.chars().count() > LONGEST_REASON {
        bail!("--reason 超过{LONGEST_REASON}个字，写短些，详情放在文件里");
    }
    Ok(reason)
}

/// The revisions of an edition with those of the moved figures after them.
fn extended(
    book: &Book,
    release: &Release,
    moved: &[Moved],
    reason: &str,
    date: NaiveDate,
) -> Result<RevisionFile> {
    let mut revisions = book.revisions(&release.period).to_vec();
    let earliest =
        revisions.iter().map(|one| one.date).fold(release.issued, NaiveDate::max);
    if date < earliest {
        bail!(
            "修订日期{}早于{}的印发或上一次修订（{}），核对 --date",
            date::day(date),
            date::period(&release.period),
            date::day(earliest),
        );
    }
    for one in moved {
        revisions.extend(one.parts.iter().map(|part| Revision {
            figure: one.figure.id.clone(),
            name: one.figure.title(),
            part: part.part.clone(),
            old: part.old.clone(),
            new: part.new.clone(),
            reason: reason.to_owned(),
            date,
        }));
    }
    Ok(RevisionFile { revisions })
}
