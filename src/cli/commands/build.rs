//! `tongbao build`: check, compute, write; nothing is written where there are errors.

use anyhow::{Result, bail};

use crate::cli::args::{BuildArguments, read_period};
use crate::cli::commands::check::{
    blocking, findings, load_printable, open, show_findings,
};
use crate::cli::output::Output;
use crate::cli::published::{Published, seen};
use crate::cli::themes::{DEFAULT, Themes};
use crate::cli::{FINDINGS, FINE, print};
use crate::diagnostic::Diagnostic;
use crate::model::book::Book;
use crate::model::value::period::Period;
use crate::render::book::Renderer;
use crate::render::files::file_links;
use crate::report::edition::notices::audience_mark;
use crate::report::edition::single::single;
use crate::report::site::site;
use crate::report::site::{figures_of, periods, sheets};
use crate::view::portal::{Portal, PortalBook};

/// Runs the command.
pub(crate) fn run(arguments: &BuildArguments) -> Result<u8> {
    let drafts: Vec<Period> =
        arguments.draft.iter().map(|draft| read_period(draft)).collect::<Result<_>>()?;
    let folder = open(&arguments.data)?;
    let loaded = load_printable(&folder, &arguments.data)?;
    let (findings, _) = findings(&loaded);
    let located = show_findings(&findings, &folder, &loaded.files, &arguments.data);
    if located.iter().any(|finding| blocking(finding, arguments.strict)) {
        return Ok(FINDINGS);
    }
    let seen = seen(&loaded.books, arguments.level());
    let published: Vec<Published> = loaded
        .books
        .iter()
        .zip(&seen)
        .map(|(book, seen)| Published::of(book, seen, arguments.level(), &drafts))
        .collect();
    let obstacles: Vec<Diagnostic> =
        published.iter().flat_map(Published::obstacles).collect();
    let located = show_findings(&obstacles, &folder, &loaded.files, &arguments.data);
    if !located.is_empty() {
        return Ok(FINDINGS);
    }
    let themes = Themes::of(&arguments.data.themes);
    let mark = audience_mark(arguments.level());
    let renderer = Renderer::new(themes.named(DEFAULT)?, mark)?;
    none_in_vain(&drafts, &loaded.books)?;
    let output = Output::open(&arguments.out, arguments.level())?;
    let mut books = Vec::new();
    for one in &published {
        let book = one.book;
        let own = book.card.record.theme.as_deref().filter(|name| *name != DEFAULT);
        let own = own.map(|name| Renderer::new(themes.named(name)?, mark)).transpose()?;
        let own = own.as_ref().unwrap_or(&renderer);
        books.extend(publish(one, own, &output, arguments.single_file)?);
    }
    let portal = Portal {
        title: "招商引资工作通报".to_owned(),
        subtitle: String::new(),
        notices: Vec::new(),
        books,
    };
    output.portal(&renderer.portal(&portal)?)?;
    Ok(FINE)
}

/// Refuses a draft of a period that no plan has.
fn none_in_vain(drafts: &[Period], books: &[Book]) -> Result<()> {
    for draft in drafts {
        if !books.iter().any(|book| periods(book, drafts).contains(draft)) {
            bail!("没有哪个方案的期间包含 {draft}，不能生成它的草稿");
        }
    }
    Ok(())
}

/// Writes one book and gives its place on the portal; none before its first edition.
fn publish(
    published: &Published,
    renderer: &Renderer,
    output: &Output,
    single_file: bool,
) -> Result<Option<PortalBook>> {
    let Published { book, periods, basis } = published;
    let Some(basis) = basis else {
        print(&format!("{}：还没有通报，没有可生成的\n", book.card.record.name))?;
        return Ok(None);
    };
    let editions = figures_of(basis, periods);
    let sheets = sheets(basis, &editions);
    let Some(mut site) = site(&sheets, &file_links()) else { return Ok(None) };
    if single_file {
        site.pages.extend(sheets.iter().map(single));
    }
    let files = renderer.book(&site)?;
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
