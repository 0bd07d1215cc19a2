//! `tongbao explain`: the manual page of a finding, the trace of a figure, the way of a record.

use anyhow::{Result, anyhow, bail};
use clap::Args;

use crate::check::manual::{page, pages};
use crate::cli::console::{Exit, print};
use crate::cli::data_arguments::DataArguments;
use crate::cli::values::word;
use crate::figures::basis::Basis;
use crate::load::load_with;
use crate::model::book::Book;
use crate::model::book::figure_id::FigureId;
use crate::model::dictionary::{Word, nearest};
use crate::model::value::period::Period;
use crate::render::terminal;
use crate::report::traces::depth::Depth;
use crate::report::traces::evidence::evidence;
use crate::report::traces::figure::trace;
use crate::report::traces::scores::score_trace;
use crate::sheet::Sheet;
use crate::words::date;

/// 解释一个问题代码，或一个数的由来
#[derive(Args, Debug)]
#[command(
    override_usage = "tongbao explain <代码或编号> [选项]",
    next_help_heading = "选项"
)]
pub(crate) struct Arguments {
    /// 问题的代码，如 bad-date；或数的编号，如 funds/unit:jiaotong
    #[arg(value_name = "代码或编号", help_heading = "参数")]
    subject: Option<String>,
    /// 一条记录的编号：列出它进入的各个数
    #[arg(long, value_name = "记录编号", conflicts_with = "subject")]
    evidence: Option<String>,
    /// 期，不写则为最新一期
    #[arg(long, value_name = "期", value_parser = word::<Period>)]
    period: Option<Period>,
    #[command(flatten)]
    data: DataArguments,
}

/// A kind of things that can be explained by id.
struct Subject<'a> {
    kind: &'static str,
    id: &'a str,
    /// Says where to find ids of the kind, for an id that no book has.
    advice: String,
    /// Returns the explanation; `None` if the sheet has no such id.
    text: &'a dyn Fn(&Sheet) -> Option<String>,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let text = match (&arguments.subject, &arguments.evidence) {
        (Some(id), None) if id.contains('/') => figure(arguments, id)?,
        (Some(code), None) => manual(code)?,
        (None, Some(id)) => record(arguments, id)?,
        _ => bail!("写一个问题代码或数的编号，或者用 --evidence 写一条记录的编号"),
    };
    print(&text)?;
    Ok(Exit::Fine)
}

fn figure(arguments: &Arguments, text: &str) -> Result<String> {
    let id = FigureId::parse(text)
        .map_err(|error| anyhow!("{}；{}", error.problem, error.help))?;
    explained(
        arguments,
        &Subject {
            kind: "数",
            id: text,
            advice: advice(&id),
            text: &|sheet| figure_text(sheet, &id),
        },
    )
}

fn record(arguments: &Arguments, id: &str) -> Result<String> {
    explained(
        arguments,
        &Subject {
            kind: "记录",
            id,
            advice: "记录的编号写在数据文件的“编号”里".to_owned(),
            text: &|sheet| record_text(sheet, id),
        },
    )
}

/// Returns where to find ids of figures; for an id in the former form of scores, the new form.
fn advice(id: &FigureId) -> String {
    if let FigureId::Indicator(name, scope) = id
        && let Some(assessment) = name.as_str().strip_prefix("score-")
    {
        return format!("得分的编号写作 score:{assessment}/{scope}");
    }
    "数的编号在 figures.json 和网页上".to_owned()
}

fn manual(code: &str) -> Result<String> {
    if let Some(page) = page(code) {
        return Ok(format!("{}：{}\n\n{}\n", page.code, page.title, page.body));
    }
    let pages = pages();
    match nearest(code, pages.iter().map(|page| page.code.as_str())) {
        Some(near) => bail!("没有“{code}”这个代码，是否应为“{near}”？"),
        None => bail!("没有“{code}”这个代码；代码写在问题第一行的方括号里"),
    }
}

/// Returns the explanation from the first book that has the subject.
fn explained(arguments: &Arguments, subject: &Subject) -> Result<String> {
    let (folder, cache) = (arguments.data.folder()?, arguments.data.cache(&[]));
    let loaded = cache.reading(|records| load_with(&folder, &|_| true, records));
    cache.tell();
    for book in &loaded.books {
        let Some(period) = arguments.period.as_ref().or(newest(book)) else { continue };
        let basis = Basis::of(book, period.end());
        let figures = basis.figures(period);
        if let Some(text) = (subject.text)(&Sheet::alone(&basis, &figures)) {
            return Ok(text);
        }
    }
    let at = arguments.period.as_ref().map(date::period).unwrap_or_default();
    let Subject { kind, id, advice, .. } = subject;
    bail!("{at}没有编号为“{id}”的{kind}；{advice}，可用 --book、--period 指定账本和期")
}

fn newest(book: &Book) -> Option<&Period> {
    let periods = book.editions.iter().map(|edition| &edition.record.card.period);
    periods.max_by_key(|period| period.end())
}

fn record_text(sheet: &Sheet, id: &str) -> Option<String> {
    let entries = evidence(sheet, id);
    if !entries.is_empty() {
        return Some(terminal::evidence(&entries));
    }
    let period = date::period(&sheet.figures.period);
    holds(sheet.book(), id).then(|| {
        format!("记录“{id}”没有进入{period}的任何一个数；其他期用 --period 指定\n")
    })
}

/// Returns whether a book has a record with an id.
fn holds(book: &Book, id: &str) -> bool {
    book.project(id).is_some() || book.activity(id).is_some()
}

fn figure_text(sheet: &Sheet, id: &FigureId) -> Option<String> {
    let trace = match id {
        FigureId::Indicator(..) => sheet.views().find_map(|view| {
            let figure = view.at.figures.iter().find(|figure| figure.id == *id)?;
            Some(trace(&view, figure, Depth::Everything))
        }),
        FigureId::Score(..) => sheet.assessment_views().find_map(|view| {
            let unit = view.scores.units.iter().find(|unit| view.id(unit) == *id)?;
            Some(score_trace(&view, unit, Depth::Everything))
        }),
    };
    trace.map(|trace| terminal::trace(&trace))
}
