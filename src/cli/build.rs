//! `tongbao build`: check, compute, write; nothing is written where there are errors.

use anyhow::{Result, bail};

use crate::cli::args::{BuildArguments, read_period};
use crate::cli::check::{blocking, findings, load_printable, open, show_findings};
use crate::cli::output::Output;
use crate::cli::themes::{DEFAULT, Themes};
use crate::cli::{FINDINGS, FINE, print};
use crate::figures::Basis;
use crate::model::book::Book;
use crate::model::period::Period;
use crate::render::book::Workshop;
use crate::report::portal::{Portal, PortalBook};
use crate::report::single::single;
use crate::report::site::{Site, figures_of, periods, sheets};

/// Runs the command.
pub(super) fn run(arguments: &BuildArguments) -> Result<u8> {
    let drafts: Vec<Period> =
        arguments.draft.iter().map(|draft| read_period(draft)).collect::<Result<_>>()?;
    let folder = open(&arguments.data)?;
    let loaded = load_printable(&folder, &arguments.data)?;
    let (findings, _) = findings(&loaded);
    let located = show_findings(&findings, &folder, &loaded.files, &arguments.data);
    if located.iter().any(|finding| blocking(finding, arguments.strict)) {
        return Ok(FINDINGS);
    }
    let themes = Themes::of(&arguments.data.themes);
    let workshop = Workshop::new(themes.named(DEFAULT)?)?;
    for draft in &drafts {
        let has = |book: &Book| periods(book, &drafts).contains(draft);
        if !loaded.books.iter().any(has) {
            bail!("没有哪个方案的期间包含 {draft}，不能生成它的草稿");
        }
    }
    let output = Output::open(&arguments.out)?;
    let mut books = Vec::new();
    for book in &loaded.books {
        let own = book.card.record.theme.as_deref().filter(|name| *name != DEFAULT);
        let own = own.map(|name| Workshop::new(themes.named(name)?)).transpose()?;
        let workshop = own.as_ref().unwrap_or(&workshop);
        let single_file = arguments.single_file;
        books.extend(publish(book, &drafts, workshop, &output, single_file)?);
    }
    let portal = Portal {
        title: "招商引资工作通报".to_owned(),
        subtitle: String::new(),
        notices: Vec::new(),
        books,
    };
    output.portal(&workshop.portal(&portal)?)?;
    Ok(FINE)
}

/// Writes one book and gives its place on the portal; none before its first edition.
fn publish(
    book: &Book,
    drafts: &[Period],
    workshop: &Workshop,
    output: &Output,
    single_file: bool,
) -> Result<Option<PortalBook>> {
    let periods = periods(book, drafts);
    let Some(until) = periods.last().map(Period::end) else {
        print(&format!("{}：还没有通报，没有可生成的\n", book.card.record.name))?;
        return Ok(None);
    };
    let basis = Basis::of(book, until);
    let editions = figures_of(&basis, &periods);
    let sheets = sheets(&basis, &editions);
    let Some(mut site) = Site::of(&sheets) else { return Ok(None) };
    if single_file {
        site.pages.extend(sheets.iter().map(single));
    }
    let files = workshop.book(&site)?;
    let count = files.len();
    output.book(&book.id, files)?;
    let line = format!(
        "{}：{}期通报，{count}个文件，最新一期 {}\n",
        book.card.record.name,
        sheets.len(),
        output.shown(&book.id),
    );
    print(&line)?;
    Ok(Some(site.portal))
}
