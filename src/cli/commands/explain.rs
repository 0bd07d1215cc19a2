//! `tongbao explain`: the manual page of a finding, the trace of a figure, the way of a record.

use anyhow::{Result, bail};

use crate::check::{page, pages};
use crate::cli::args::ExplainArguments;
use crate::cli::commands::check::open;
use crate::cli::{FINE, print};
use crate::figures::Basis;
use crate::load::load;
use crate::model::book::Book;
use crate::model::dictionary::{Word, nearest};
use crate::model::value::period::Period;
use crate::render::terminal;
use crate::report::traces::depth::Depth;
use crate::report::traces::evidence::evidence;
use crate::report::traces::scores::score_trace;
use crate::report::traces::trace;
use crate::sheet::Sheet;
use crate::words::date;

/// What is explained from a record on.
const RECORD: &str = "记录";

/// Runs the command.
pub(crate) fn run(arguments: &ExplainArguments) -> Result<u8> {
    match (&arguments.subject, &arguments.evidence) {
        (Some(figure), None) if figure.contains('/') => {
            explain(arguments, figure, "数", &|sheet| figure_text(sheet, figure))
        }
        (Some(code), None) => manual(code),
        (None, Some(record)) => explain(arguments, record, RECORD, &|sheet| {
            let entries = evidence(sheet, record);
            if entries.is_empty() {
                holds(sheet.book(), record).then(|| idle(sheet, record))
            } else {
                Some(terminal::evidence(&entries))
            }
        }),
        _ => bail!("写一个问题代码或数的编号，或者用 --evidence 写一条记录的编号"),
    }
}

fn manual(code: &str) -> Result<u8> {
    if let Some(page) = page(code) {
        print(&format!("{}：{}\n\n{}\n", page.code, page.title, page.body))?;
        return Ok(FINE);
    }
    let pages = pages();
    let codes = pages.iter().map(|page| page.code.as_str());
    match nearest(code, codes) {
        Some(near) => bail!("没有“{code}”这个代码，是否应为“{near}”？"),
        None => bail!("没有“{code}”这个代码；代码写在问题第一行的方括号里"),
    }
}

/// Prints what the first book that knows the subject says of it.
fn explain(
    arguments: &ExplainArguments,
    subject: &str,
    kind: &str,
    text: &dyn Fn(&Sheet) -> Option<String>,
) -> Result<u8> {
    let wanted = arguments.period.as_deref().map(period).transpose()?;
    let loaded = load(&open(&arguments.data)?);
    for book in &loaded.books {
        let Some(period) = wanted.clone().or_else(|| newest(book)) else { continue };
        let basis = Basis::of(book, period.end());
        let figures = basis.figures(&period);
        if let Some(text) = text(&Sheet::alone(&basis, &figures)) {
            print(&text)?;
            return Ok(FINE);
        }
    }
    let at = wanted.map(|period| date::period(&period)).unwrap_or_default();
    let advice = match kind {
        RECORD => "记录的编号写在数据文件的“编号”里",
        _ => "数的编号在 figures.json 和网页上",
    };
    bail!(
        "{at}没有编号为“{subject}”的{kind}；{advice}，可用 --book、--period 指定账本和期"
    )
}

fn period(text: &str) -> Result<Period> {
    Period::parse(text)
        .map_err(|error| anyhow::anyhow!("{}；{}", error.problem, error.help))
}

fn newest(book: &Book) -> Option<Period> {
    let periods = book.editions.iter().map(|edition| &edition.record.card.period);
    periods.max_by_key(|period| period.end()).cloned()
}

/// Whether a book has a record with an id.
fn holds(book: &Book, id: &str) -> bool {
    book.projects.iter().any(|filed| filed.record.id.as_str() == id)
        || book.activities.iter().any(|filed| filed.record.id.as_str() == id)
}

/// What is said of a record that counts nowhere.
fn idle(sheet: &Sheet, id: &str) -> String {
    let period = date::period(&sheet.figures.period);
    format!("记录“{id}”没有进入{period}的任何一个数；其他期用 --period 指定\n")
}

fn figure_text(sheet: &Sheet, id: &str) -> Option<String> {
    sheet
        .views()
        .find_map(|view| {
            let figure = view.at.figures.iter().find(|figure| figure.id == id)?;
            Some(terminal::trace(&trace(&view, figure, Depth::Everything)))
        })
        .or_else(|| score_text(sheet, id))
}

fn score_text(sheet: &Sheet, id: &str) -> Option<String> {
    sheet.assessment_views().find_map(|marking| {
        let unit =
            marking.scores.units.iter().find(|unit| marking.id(&unit.unit) == id)?;
        Some(terminal::trace(&score_trace(&marking, unit, Depth::Everything)))
    })
}
