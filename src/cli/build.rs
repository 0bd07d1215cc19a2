//! `tongbao build`: check, compute, write; nothing is written where there are errors.

use anyhow::Result;

use crate::check::check;
use crate::cli::args::BuildArguments;
use crate::cli::check::{blocking, load_printable, open, show_findings};
use crate::cli::output::Output;
use crate::cli::themes::{DEFAULT, Themes};
use crate::cli::{FINDINGS, FINE, print};
use crate::diagnostic::Diagnostic;
use crate::figures::Basis;
use crate::figures::audience::Audience;
use crate::figures::disclosure::given_away;
use crate::model::book::Book;
use crate::render::book::Workshop;
use crate::report::portal::{Portal, PortalBook};
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
    let seen: Vec<Book> =
        loaded.books.iter().map(|book| book.seen(arguments.level())).collect();
    let audiences = seen.iter().map(|book| Audience { level: arguments.level(), book });
    let published: Vec<Published> = loaded
        .books
        .iter()
        .zip(audiences)
        .map(|(book, audience)| Published::of(book, audience))
        .collect();
    let given_away: Vec<Diagnostic> =
        published.iter().flat_map(|one| given_away(one.basis.as_ref())).collect();
    let located = show_findings(&given_away, &folder, &loaded.files, &arguments.data);
    if !located.is_empty() {
        return Ok(FINDINGS);
    }
    let themes = Themes::of(&arguments.data.themes);
    let workshop = Workshop::new(themes.named(DEFAULT)?)?;
    let output = Output::open(&arguments.out)?;
    let mut books = Vec::new();
    for one in &published {
        let book = one.book;
        let own = book.card.record.theme.as_deref().filter(|name| *name != DEFAULT);
        let own = own.map(|name| Workshop::new(themes.named(name)?)).transpose()?;
        books.extend(publish(one, own.as_ref().unwrap_or(&workshop), &output)?);
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

/// A book as it is published to an audience.
struct Published<'a> {
    book: &'a Book,
    /// Its facts until its newest edition; none before the first.
    basis: Option<Basis<'a>>,
}

impl<'a> Published<'a> {
    fn of(book: &'a Book, audience: Audience<'a>) -> Published<'a> {
        let ends = book.editions.iter().map(|edition| edition.record.card.period.end());
        let basis = ends.max().map(|until| Basis::seen_by(audience, book, until));
        Published { book, basis }
    }
}

/// Writes one book and gives its place on the portal; none before its first edition.
fn publish(
    published: &Published,
    workshop: &Workshop,
    output: &Output,
) -> Result<Option<PortalBook>> {
    let book = published.book;
    let Some(basis) = &published.basis else {
        print(&format!("{}：还没有通报，没有可生成的\n", book.card.record.name))?;
        return Ok(None);
    };
    let editions = figures_of(basis);
    let sheets = sheets(basis, &editions);
    let Some(site) = Site::of(&sheets) else { return Ok(None) };
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
