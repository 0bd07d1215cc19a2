//! `figures`: every figure of every edition, as in `figures.json`; `lacks`: what is not in a sum.

use crate::figures::facts::reporting::Lack;
use crate::report::open_tables::columns::{At, Columns, maybe};
use crate::results::figures_file::FiguresFile;
use crate::results::figures_file::figure::FigureEntry;
use crate::sheet::Sheet;
use crate::view::open_table::OpenTable;

struct Lacking<'a> {
    figure: String,
    lack: &'a Lack,
}

pub(super) fn figures<'a>(sheets: &[&'a Sheet<'a>]) -> OpenTable<'a> {
    Columns::<At<FigureEntry>>::of_editions("figures", "各期的数")
        .key(&["book", "period", "figure"])
        .text("figure", "数的编号：指标/范围", |at| at.row.id.to_string())
        .text("indicator", "指标的编号", |at| at.row.indicator.to_string())
        .text("indicator_name", "指标的名称", |at| at.row.name.clone())
        .text("scope", "范围的编号：all、unit:、sector: 等", |at| {
            at.row.scope.to_string()
        })
        .text("scope_name", "范围的名称", |at| at.row.scope_name.clone())
        .text("unit", "完成数、目标、欠账的单位", |at| at.row.unit.clone())
        .number("value", "完成数，精确值，按 unit", |at| maybe(&at.row.value))
        .text("text", "完成数印出来的样子", |at| maybe(&at.row.text))
        .text("unknown", "没有数的原因", |at| maybe(&at.row.unknown))
        .flag("demo", "是否含演示数据", |at| at.row.demo.to_string())
        .number("target", "起作用的目标，按 unit", |at| maybe(&at.row.target))
        .number("completion", "完成率，1 为 100%", |at| maybe(&at.row.completion))
        .number("schedule", "序时进度，1 为 100%", |at| maybe(&at.row.schedule))
        .number("lead", "超（欠）进度，百分点", |at| maybe(&at.row.lead))
        .number("shortfall", "欠账，按 unit；负的为高于序时", |at| {
            maybe(&at.row.shortfall)
        })
        .number("remaining", "距目标还差，按 unit", |at| maybe(&at.row.remaining))
        .number("needed_per_month", "月均需完成，按 unit", |at| {
            maybe(&at.row.needed_per_month)
        })
        .number(
            "projection",
            "按已过月数推算的全期数，按 unit；不是实际数",
            |at| maybe(&at.row.projection),
        )
        .text("lamp", "灯的编号", |at| maybe(&at.row.lamp))
        .text("group", "排位的分组", |at| maybe(&at.row.group))
        .integer("rank", "名次", |at| maybe(&at.row.rank))
        .integer("rank_of", "参加排位的单位数", |at| maybe(&at.row.rank_of))
        .text("clause", "口径的依据：方案#条款", |at| at.row.clause.clone())
        .of_sheets(sheets, entries)
}

fn entries(sheet: &Sheet) -> Vec<FigureEntry> {
    FiguresFile::of(sheet).figures
}

pub(super) fn lacks<'a>(sheets: &[&'a Sheet<'a>]) -> OpenTable<'a> {
    Columns::<At<Lacking>>::of_editions("lacks", "合计里不含哪些未报的")
        .text("figure", "哪个数", |at| at.row.figure.clone())
        .text("scope", "谁没有报", |at| at.row.lack.scope.to_string())
        .text("missing_period", "没有报的是哪一期；空着是全部", |at| {
            maybe(&at.row.lack.period)
        })
        .of_sheets(sheets, lacking)
}

fn lacking<'a>(sheet: &'a Sheet<'a>) -> impl Iterator<Item = Lacking<'a>> {
    let figures = sheet.views().flat_map(|view| view.at.figures.iter());
    figures.flat_map(|figure| {
        let lacks = figure.lacks.iter();
        lacks.map(|lack| Lacking { figure: figure.id.to_string(), lack })
    })
}
