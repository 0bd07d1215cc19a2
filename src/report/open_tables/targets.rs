//! `targets`: every target of every figure, with how far it is reached, as in `figures.json`.

use crate::report::open_tables::columns::{At, Columns, maybe};
use crate::results::figures_file::FiguresFile;
use crate::results::figures_file::target::{Operator, TargetEntry};
use crate::sheet::Sheet;
use crate::view::open_table::OpenTable;

struct Row {
    figure: String,
    unit: String,
    order: usize,
    target: TargetEntry,
}

pub(super) fn targets<'a>(sheets: &[&'a Sheet<'a>]) -> OpenTable<'a> {
    Columns::<At<Row>>::of_editions("targets", "目标和完成情况")
        .key(&["book", "period", "figure", "order"])
        .text("figure", "哪个数的目标", |at| at.row.figure.clone())
        .integer("order", "第几个；第 1 个起作用", |at| at.row.order.to_string())
        .text("target", "目标的编号", |at| at.row.target.id.clone())
        .text("level", "哪一级下达", |at| maybe(&at.row.target.level))
        .text("op", "ge 为不低于，gt 为高于", |at| op(&at.row.target).to_owned())
        .flag("binding", "是否必须完成；false 为力争", |at| {
            at.row.target.binding.to_string()
        })
        .text("unit", "目标的单位", |at| at.row.unit.clone())
        .number("value", "目标，按 unit", |at| maybe(&at.row.target.value))
        .number("completion", "完成率，1 为 100%", |at| {
            maybe(&at.row.target.completion)
        })
        .flag("met", "是否完成", |at| maybe(&at.row.target.met))
        .text("clause", "依据：方案#条款", |at| maybe(&at.row.target.clause))
        .of_sheets(sheets, rows)
}

fn op(target: &TargetEntry) -> &'static str {
    match target.op {
        Operator::AtLeast => "ge",
        Operator::Above => "gt",
    }
}

fn rows(sheet: &Sheet) -> impl Iterator<Item = Row> + use<> {
    FiguresFile::of(sheet).figures.into_iter().flat_map(|figure| {
        let (id, unit) = (figure.id.to_string(), figure.unit);
        let targets = figure.targets.into_iter().enumerate();
        targets.map(move |(at, target)| Row {
            figure: id.clone(),
            unit: unit.clone(),
            order: at + 1,
            target,
        })
    })
}
