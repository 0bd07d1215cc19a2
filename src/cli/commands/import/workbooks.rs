//! Workbooks that came back, first shown as a change of records and results.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::cli::commands::import::arguments::Arguments;
use crate::cli::commands::import::marked;
use crate::cli::console::{Exit, complain};
use crate::cli::data::Data;
use crate::cli::findings::{Findings, block};
use crate::cli::progress::{Progress, Voice};
use crate::cli::record_file::prepare;
use crate::diagnostic::format::FORMATS;
use crate::diagnostic::{Located, Severity};
use crate::diff::{Input, changes};
use crate::intake::plan::{FileEdits, Plan, plan};
use crate::intake::reading::{Asked, At, Doubts, Source, book_of, read};
use crate::load::pair::{Pair, Side, State};
use crate::load::place::locate;
use crate::load::source::digest::sha256;
use crate::load::source::files::{LARGEST, Tree};
use crate::load::source::laid::Laid;
use crate::load::splice::edited;
use crate::load::workbook;
use crate::model::book::Book;
use crate::model::dictionary::Level;
use crate::render::diff::{Extent, text};

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let data = Data::open(&arguments.data)?;
    let (sources, refused) = sources(&arguments.files)?;
    let book = book(&data, &sources)?;
    let asked = Asked { book, period: arguments.period.as_ref(), day: arguments.date };
    let (rows, mut findings) = read(&sources, asked);
    findings.splice(0..0, refused);
    let Plan { files, findings: doubts, counts } =
        plan(book, &rows, arguments.reason.as_deref());
    findings.extend(doubts);
    data.progress.end();
    show(&findings);
    if let Some(folder) = &arguments.marked {
        marked::write(folder, &data, (&sources, &findings))?;
    }
    if block(&findings, false) {
        complain("有看不准的，什么也没有写；改好再导入\n");
        return Ok(Exit::Findings);
    }
    if files.is_empty() {
        data.progress.say("账本里都有了，没有要改的\n")?;
        return Ok(Exit::Fine);
    }
    let Some(over) = texts(&data, &book.id, files)? else {
        return Ok(Exit::Findings);
    };
    let laid = Laid { below: Some(data.folder.clone()), above: over };
    if !shown(arguments, &data, &book.id, &laid)? {
        return Ok(Exit::Findings);
    }
    let counted = format!(
        "新增{}项，改动{}项，涉及{}个文件",
        counts[0],
        counts[1],
        laid.above.len()
    );
    if !arguments.write {
        data.progress.say(&format!("{counted}；还没有写，加 --write 写进账本\n"))?;
        return Ok(Exit::Fine);
    }
    write(&data, &laid)?;
    data.progress
        .say(&format!("{counted}；已经写好，用 git diff 再看一遍，然后提交\n"))?;
    Ok(Exit::Fine)
}

/// Reads the files; one that is no workbook is a finding.
fn sources(files: &[PathBuf]) -> Result<(Vec<Source>, Vec<Located>)> {
    let (mut sources, mut refused) = (Vec::new(), Doubts::default());
    for path in files {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let at = At::file(&name);
        let known = fs::metadata(path).with_context(|| unreadable(path))?;
        if !known.is_file() {
            bail!("“{}”不是文件", path.display());
        }
        if known.len() > LARGEST {
            refused.refused(&at, "文件超过 16 MB", "只留要报的表，另存一份再试");
            continue;
        }
        let bytes = fs::read(path).with_context(|| unreadable(path))?;
        match workbook::read(&bytes) {
            Ok(grids) => {
                let digest = sha256(&bytes);
                sources.push(Source { name, digest, grids });
            }
            Err(refusal) => refused.refused(&at, refusal.problem, &refusal.help),
        }
    }
    Ok((sources, refused.into_findings()))
}

fn unreadable(path: &Path) -> String {
    format!("读不出“{}”", path.display())
}

/// Returns the book that the workbooks are for: the only one, or the one that their codes name.
fn book<'a>(data: &'a Data, sources: &[Source]) -> Result<&'a Book> {
    let books = &data.loaded.books;
    if let [only] = books.as_slice() {
        return Ok(only);
    }
    let named = book_of(sources);
    match named.and_then(|id| books.iter().find(|book| book.id == id)) {
        Some(book) => Ok(book),
        None => bail!("不知道导入哪个账本；用 --book 写明"),
    }
}

fn show(findings: &[Located]) {
    let (notes, rest): (Vec<Located>, Vec<Located>) = (findings.iter().cloned())
        .partition(|finding| finding.severity == Severity::Note);
    complain(&(FORMATS[0].show)(&[notes, rest].concat(), false));
}

/// Returns the new texts of files; `None` after saying which cannot be edited.
fn texts(
    data: &Data,
    book: &str,
    files: BTreeMap<String, FileEdits>,
) -> Result<Option<BTreeMap<String, Vec<u8>>>> {
    let mut over = BTreeMap::new();
    let mut failed = Vec::new();
    for (path, FileEdits { start, edits }) in files {
        let whole = format!("{book}/{path}");
        let text = match data.folder.read(&whole) {
            Ok(bytes) => String::from_utf8(bytes).ok(),
            Err(error) if start.is_none() => return Err(error),
            Err(_) => start,
        };
        match text.and_then(|text| edited(&text, &edits)) {
            Some(text) => {
                over.insert(whole, text.into_bytes());
            }
            None => failed.push(data.path(&whole).display().to_string()),
        }
    }
    if failed.is_empty() {
        return Ok(Some(over));
    }
    complain(&format!(
        "这些文件的写法特别，加进去会与原意不同，什么也没有写：{}；照一般的写法整理它们，再导入\n",
        failed.join("、")
    ));
    Ok(None)
}

/// Shows what the change does; returns whether the data would be without new errors.
fn shown(arguments: &Arguments, data: &Data, book: &str, laid: &Laid) -> Result<bool> {
    let before = State::Folder(data.folder.clone());
    let after = State::Laid(laid.clone());
    let pair = Pair::load(&before, &after, Some(book), &|_| true, None)?;
    let quiet = Progress::begin("比较", Voice::Quiet);
    let located = |side: &Side| {
        let findings = Findings::of(&side.loaded, &quiet);
        locate(&findings.reported, side.tree.as_ref(), &side.loaded.files, "")
    };
    let (old, new) = (located(&pair.before), located(&pair.after));
    let changes = changes(&Input {
        names: ("现在的数据".to_owned(), "导入以后".to_owned()),
        pair: &pair,
        findings: (&old, &new),
        audience: Level::Leader,
        period: arguments.period.clone(),
        gates: &[],
        allowances: &[],
    });
    let extent = if arguments.full { Extent::Whole } else { Extent::Screen };
    data.progress.say(&text(&changes, extent))?;
    let is_new = |finding: &&Located| {
        finding.severity == Severity::Error
            && !old.iter().any(|other| {
                other.code == finding.code && other.message == finding.message
            })
    };
    let errors: Vec<Located> = new.iter().filter(is_new).cloned().collect();
    if errors.is_empty() {
        return Ok(true);
    }
    complain(&(FORMATS[0].show)(&errors, false));
    complain("导入以后数据会有这些错误，什么也没有写\n");
    Ok(false)
}

/// Writes all files, or none.
fn write(data: &Data, laid: &Laid) -> Result<()> {
    let prepared: Result<Vec<_>> = (laid.above.iter())
        .map(|(path, bytes)| prepare(&data.path(path), bytes))
        .collect();
    prepared?.into_iter().try_for_each(|file| file.place())
}
