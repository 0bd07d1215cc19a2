//! `facts`: the records behind every figure, as its trace lists them.

use crate::figures::facts::fact::{Fact, RecordAt};
use crate::report::open_tables::columns::{At, Columns, maybe, plain};
use crate::report::traces::records::{EnteredFact, entries, source};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::open_table::OpenTable;

struct Row<'a> {
    view: IndicatorView<'a>,
    figure: String,
    entered: EnteredFact<'a>,
}

pub(super) fn facts<'a>(sheets: &[&'a Sheet<'a>]) -> OpenTable<'a> {
    Columns::<At<Row>>::of_editions("facts", "每个数由哪些记录得来")
        .text("figure", "进入（或因故未计入）哪个数", |at| {
            at.row.figure.clone()
        })
        .text("record", "记录的编号；上报的总数没有编号", |at| {
            id(at.sheet, at.row.entered.fact()).unwrap_or_default()
        })
        .text("record_name", "记录的名称", |at| {
            source(at.sheet, at.row.entered.fact()).0.text
        })
        .text("entry", "记录里的哪一项", |at| {
            at.row.entered.fact().entry.label().to_owned()
        })
        .text("date", "日期，照记录的写法：日、月份或一期", |at| {
            at.row.entered.fact().when_text()
        })
        .number("recorded", "记录的数，按 recorded_unit", |at| {
            plain(at.row.entered.fact().recorded.number())
        })
        .text("recorded_unit", "记录的数的单位", |at| {
            at.row.entered.fact().recorded.unit.word.to_owned()
        })
        .number("share", "归这个范围的份额，1 为全部", |at| {
            plain(at.row.entered.share())
        })
        .number(
            "adds",
            "计入多少，按 unit；去重的指标同一个只算一次",
            |at| at.row.entered.adds(&at.row.view).map(plain).unwrap_or_default(),
        )
        .text("unit", "数的单位", |at| at.row.view.unit().to_owned())
        .flag("counts", "是否计入", |at| {
            at.row.entered.adds(&at.row.view).is_some().to_string()
        })
        .text("reason", "未计入的原因", |at| {
            maybe(&at.row.entered.reason(&at.row.view))
        })
        .flag("demo", "是否虚构的记录", |at| {
            at.row.entered.fact().demo.to_string()
        })
        .of_sheets(sheets, rows)
}

fn id(sheet: &Sheet, fact: &Fact) -> Option<String> {
    let book = sheet.book();
    match fact.record {
        RecordAt::Project(at) => Some(book.projects[at].record.id.to_string()),
        RecordAt::Activity(at) => Some(book.activities[at].record.id.to_string()),
        RecordAt::Duty(plan, at) => {
            Some(book.plans[plan].record.duties[at].id.to_string())
        }
        RecordAt::Total(..) => None,
    }
}

fn rows<'a>(sheet: &'a Sheet<'a>) -> impl Iterator<Item = Row<'a>> {
    sheet.views().flat_map(|view| {
        view.at.figures.iter().flat_map(move |figure| {
            let entries = entries(&view, figure, &[]);
            let entered = entries.counted.into_iter().chain(entries.left_out);
            let figure = figure.id.to_string();
            entered.map(move |entered| Row { view, figure: figure.clone(), entered })
        })
    })
}
