//! `tongbao build`: check, compute, write; nothing is written where there are errors.

use anyhow::Result;

use crate::check::check;
use crate::cli::args::BuildArguments;
use crate::cli::check::{blocking, load_printable, open, show_findings};
use crate::cli::output::Output;
use crate::cli::themes::{DEFAULT, Themes};
use crate::cli::{FINDINGS, FINE, print};
use crate::figures::Basis;
use crate::model::book::Book;
use crate::render::book::Workshop;
use crate::report::portal::{Portal, PortalBook};
use crate::report::single::single;
use crate::report::site::{Site, figures_of, sheets};

/// Runs the command.
pub(super) fn run(arguments: &BuildArguments) -> Result<u8> {
    let folder = open(&arguments.data)?;
    let loaded = load_printable(&folder, &arguments.data)?;
    let checked = check(&loaded.books);
    let findings = [loaded.diagnostics, checked.reported].concat();
    let located = show_findings(&findings, &folder, &loaded.files, &arguments.data);
    if located.iter().any(|finding| blocking(finding, arguments.strict)) {
        return Ok(FINDINGS);
    }
    let themes = Themes::of(&arguments.data.themes);
    let workshop = Workshop::new(themes.named(DEFAULT)?)?;
    let output = Output::open(&arguments.out)?;
    let mut books = Vec::new();
    for book in &loaded.books {
        let own = book.card.record.theme.as_deref().filter(|name| *name != DEFAULT);
        let own = own.map(|name| Workshop::new(themes.named(name)?)).transpose()?;
        books.extend(publish(
            book,
            own.as_ref().unwrap_or(&workshop),
            &output,
            arguments.single_file,
        )?);
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
    workshop: &Workshop,
    output: &Output,
    single_file: bool,
) -> Result<Option<PortalBook>> {
    let ends = book.editions.iter().map(|edition| edition.record.card.period.end());
    let Some(until) = ends.max() else {
        print(&format!("{}：还没有通报，没有可生成的\n", book.card.record.name))?;
        return Ok(None);
    };
    let basis = Basis::of(book, until);
    let editions = figures_of(&basis);
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
