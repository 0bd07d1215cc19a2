//! `tongbao check`: every fault of all files in one run.

use std::env;
use std::io::IsTerminal;

use anyhow::Result;

use crate::check::check;
use crate::cli::args::{CheckArguments, DataArguments};
use crate::cli::themes::Themes;
use crate::cli::{FINDINGS, FINE, complain, print};
use crate::diagnostic::format::FORMATS;
use crate::diagnostic::{Diagnostic, Located, Severity};
use crate::load::place::locate;
use crate::load::source::files::Folder;
use crate::load::{Files, Loaded, load_for_print};
use crate::model::book::Book;
use crate::results::findings::release_findings;

/// Runs the command.
pub(crate) fn run(arguments: &CheckArguments) -> Result<u8> {
    let folder = open(&arguments.data)?;
    let loaded = load_printable(&folder, &arguments.data)?;
    let (findings, ruled) = findings(&loaded);
    let located = places(&findings, &folder, &loaded.files, &arguments.data);
    let format = FORMATS.iter().find(|format| format.name == arguments.format);
    let format = format.unwrap_or(&FORMATS[0]);
    print(&(format.show)(&located, is_colored()))?;
    if format.name == FORMATS[0].name {
        complain(&closing(&located, loaded.books.len(), ruled));
    }
    let blocked = located.iter().any(|finding| blocking(finding, arguments.strict));
    Ok(if blocked { FINDINGS } else { FINE })
}

/// Loads the data, with a warning for each character that no theme can print.
pub(crate) fn load_printable(
    folder: &Folder,
    arguments: &DataArguments,
) -> Result<Loaded> {
    let fonts = Themes::of(&arguments.themes).fonts()?;
    let covers = |character| fonts.iter().any(|fonts| fonts.covers(character));
    Ok(load_for_print(folder, &covers))
}

/// Every finding of the data, and how many more a ruling has settled.
pub(crate) fn findings(loaded: &Loaded) -> (Vec<Diagnostic>, usize) {
    let checked = check(&loaded.books);
    let mut findings = [loaded.diagnostics.clone(), checked.reported].concat();
    // Figures of broken data say nothing about what was released.
    let whole = |book: &&Book| {
        let errors = findings.iter().filter(|one| one.severity == Severity::Error);
        let mut places = errors.flat_map(|one| &one.places);
        !places.any(|labelled| book.id == loaded.files.book(labelled.place.file))
    };
    let whole: Vec<&Book> = loaded.books.iter().filter(whole).collect();
    findings.extend(whole.into_iter().flat_map(release_findings));
    (findings, checked.ruled.len())
}

/// Shows the findings that keep another command from going on, or that warn.
pub(crate) fn show_findings(
    findings: &[Diagnostic],
    folder: &Folder,
    files: &Files,
    arguments: &DataArguments,
) -> Vec<Located> {
    let located = places(findings, folder, files, arguments);
    complain(&(FORMATS[0].show)(&located, false));
    located
}

/// Whether a finding keeps results from being written.
pub(crate) fn blocking(finding: &Located, strict: bool) -> bool {
    finding.severity == Severity::Error
        || (strict && finding.severity == Severity::Warning)
}

fn places(
    findings: &[Diagnostic],
    folder: &Folder,
    files: &Files,
    arguments: &DataArguments,
) -> Vec<Located> {
    locate(findings, folder, files, &arguments.data.to_string_lossy())
}

/// The folder with the data, or the one book of it that is asked for.
pub(crate) fn open(arguments: &DataArguments) -> Result<Folder> {
    let folder = Folder::open(&arguments.data)?;
    match &arguments.book {
        Some(book) => folder.only(book),
        None => Ok(folder),
    }
}

/// Colours are for people at a terminal who did not turn them off.
fn is_colored() -> bool {
    std::io::stdout().is_terminal()
        && env::var_os("NO_COLOR").is_none_or(|off| off.is_empty())
}

fn closing(findings: &[Located], books: usize, ruled: usize) -> String {
    let count =
        |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let ruled = match ruled {
        0 => String::new(),
        _ => format!("；另有 {ruled} 个问题已有裁定"),
    };
    if errors + warnings == 0 {
        return format!("核对了 {books} 个账本，没有问题{ruled}\n");
    }
    let hint = "查看某类问题的说明：tongbao explain <代码>";
    format!(
        "核对了 {books} 个账本：错误 {errors} 个，警告 {warnings} 个{ruled}\n{hint}\n"
    )
}
