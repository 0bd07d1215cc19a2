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
use crate::model::book::scope::Scope;
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
    /// 问题的代码，如 bad-date；或数的编号，如 funds/unit:jiaotong；或照通报写，如 到位资金@县交通局
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
        (Some(word), None) if is_figure(word) => figure(arguments, word)?,
        (Some(code), None) => manual(code)?,
        (None, Some(id)) => record(arguments, id)?,
        _ => bail!("写一个问题代码或数的编号，或者用 --evidence 写一条记录的编号"),
    };
    print(&text)?;
    Ok(Exit::Fine)
}

/// Returns whether a word is an id of a figure, or names one as narratives do; codes are plain letters.
fn is_figure(word: &str) -> bool {
    word.contains(['/', '@']) || !word.is_ascii()
}

fn figure(arguments: &Arguments, text: &str) -> Result<String> {
    if !text.contains('/') {
        let advice =
            "写作 指标@单位，如 到位资金@县交通局，名称要与账本里的一致".to_owned();
        let told: &dyn Fn(&Sheet) -> Option<String> =
            &|sheet| figure_text(sheet, &figure_called(sheet, text)?);
        return explained(
            arguments,
            &Subject { kind: "数", id: text, advice, text: told },
        );
    }
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

/// Returns the id of the figure, or of the score, that a narrative would call so.
fn figure_called(sheet: &Sheet, text: &str) -> Option<FigureId> {
    let name = text.split('.').next().unwrap_or(text);
    let (name, scope) = name.split_once('@').unwrap_or((name, ""));
    let scope = match scope {
        "" => Scope::All,
        word => sheet.book().scope_called(word)?,
    };
    if let Some(view) = sheet.view(name) {
        return Some(FigureId::Indicator(view.indicator().id.clone(), scope));
    }
    let scores = sheet.assessment_view(Some(name))?;
    let mut units = scores.scores.units.iter().map(|unit| scores.id(unit));
    units.find(|id| matches!(id, FigureId::Score(_, of) if *of == scope))
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

/// Returns the explanation from the one book that has the subject.
fn explained(arguments: &Arguments, subject: &Subject) -> Result<String> {
    let (folder, cache) = (arguments.data.folder()?, arguments.data.cache(&[]));
    let loaded = cache.reading(|records| load_with(&folder, &|_| true, records));
    cache.tell();
    let mut found: Vec<(String, String)> = Vec::new();
    for book in &loaded.books {
        let Some(period) = arguments.period.as_ref().or(newest(book)) else { continue };
        let basis = Basis::of(book, period.end());
        let figures = basis.figures(period);
        let text = (subject.text)(&Sheet::alone(&basis, &figures));
        let name = format!("{}（{}）", book.id, book.card.record.name);
        found.extend(text.map(|text| (name, text)));
    }
    let Subject { kind, id, advice, .. } = subject;
    let books: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    if books.len() > 1 {
        let (count, books) = (books.len(), books.join("、"));
        bail!("{count}个账本都有“{id}”：{books}；用 --book 说明要哪一个");
    }
    if let Some((_, text)) = found.pop() {
        return Ok(text);
    }
    let at = arguments.period.as_ref().map(date::period).unwrap_or_default();
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
